"""Writing what can be written, quickly: one generated function for each class of entities.

A quick writer makes the JSON value of an entity, and raises whatever exception comes when something
in it is not what a document can hold. Then the thorough writer tells what that is. Values of which
``as_is`` is true are left as they are, for an encoder that asks what to make of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from inburgering_model.model._generated import Function
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._forms import KIND, is_entity, tag_of
from inburgering_model.serialization._leaves import is_enum
from inburgering_model.serialization._problems import INT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from inburgering_model.model._shape import Shape
    from inburgering_model.serialization._leaves import Writer

    WriterOf: TypeAlias = Callable[[Shape], Writer]
    AsIs: TypeAlias = Callable[[Shape], bool]

__all__ = ["nothing_as_is", "quick_array_writer", "quick_object_writer", "quick_text_writer"]

# What makes JSON of a variable, or raises; a constraint may see to that already.
_EXPRESSIONS: Final[dict[type, str]] = {
    str: "(({0}.isascii() or {0}.encode()) and {0})",
    int: f"({{0}} if {-INT_LIMIT} <= {{0}} < {INT_LIMIT} else too_large())",
    bool: "{0}",
}


def quick_object_writer(
    cls: type, writer_of: WriterOf, otherwise: Writer | None, as_is: AsIs
) -> Writer:
    """The quick writer of a class that is an object.

    An object of another class is for ``otherwise``; without it, the caller has seen to that.
    """
    function = _Writer(cls, writer_of, otherwise, as_is)
    tag = tag_of(cls)
    pairs = [] if tag is None else [f"{KIND!r}: {tag!r}"]
    for field in field_table(cls):
        function.write(f"its_{field.name} = entity.{field.name}")
        pairs.append(f"{field.name!r}: {function.expression(field.shape, f'its_{field.name}')}")
    function.write(f"return {{{', '.join(pairs)}}}")
    return function.compiled()


def quick_array_writer(
    cls: type, writer_of: WriterOf, otherwise: Writer | None, as_is: AsIs
) -> Writer:
    """The quick writer of a class that is the list of its fields' values."""
    function = _Writer(cls, writer_of, otherwise, as_is)
    values = [function.expression(f.shape, f"entity.{f.name}") for f in field_table(cls)]
    function.write(f"return [{', '.join(values)}]")
    return function.compiled()


def quick_text_writer(
    cls: type, writer_of: WriterOf, otherwise: Writer | None, as_is: AsIs
) -> Writer:
    """The quick writer of a class that is its EDTF text."""
    function = _Writer(cls, writer_of, otherwise, as_is)
    function.write("return entity.edtf")
    return function.compiled()


def nothing_as_is(_: Shape) -> bool:
    """Leave nothing as it is: make all of the JSON value."""
    return False


def _too_large() -> None:
    raise OverflowError


class _Writer(Function):
    """A function that takes ``entity`` and gives its JSON value, while it is written."""

    def __init__(
        self, cls: type, writer_of: WriterOf, otherwise: Writer | None, as_is: AsIs
    ) -> None:
        super().__init__(f"write_{cls.__name__}", "entity", too_large=_too_large)
        self._writer_of = writer_of
        self._as_is = as_is
        self._variables = 0
        if otherwise is not None:
            wrong = f"entity.__class__ is not {self.bind(cls)}"
            self.write(f"if {wrong}: return {self.bind(otherwise)}(entity)")

    def expression(self, shape: Shape, value: str) -> str:
        """What makes JSON of a variable."""
        if self._as_is(shape):
            return value
        written = self._expression_of_present(shape, value)
        if shape.optional and written != value:
            return f"(None if {value} is None else {written})"
        return written

    def _expression_of_present(self, shape: Shape, value: str) -> str:
        if shape.each is not None:
            return self._list(shape.each, value)
        if len(shape.classes) == 1:
            cls = shape.classes[0]
            if any(constraint.safe for constraint in shape.constraints):
                return value
            if cls in _EXPRESSIONS:
                return _EXPRESSIONS[cls].format(value)
            if is_enum(cls):
                return f"{value}._value_"
        return f"{self.bind(self._writer_of(shape))}({value})"

    def _list(self, element: Shape, value: str) -> str:
        if element.elements and not element.optional:
            parts = [self._variable() for _ in element.elements]
            written = ", ".join(map(self.expression, element.elements, parts))
            return f"[[{written}] for {', '.join(parts)}, in {value}]"
        variable = self._variable()
        written = self.expression(element, variable)
        more = f"[*{value}]" if written == variable else f"[{written} for {variable} in {value}]"
        if element.classes and is_entity(element.classes[0]) and not element.optional:
            # Most lists have one element, and a comprehension costs as much as writing it.
            one = self.expression(element, f"{value}[0]")
            return f"([{one}] if len({value}) == 1 else {more})"
        return more

    def _variable(self) -> str:
        self._variables += 1
        return f"v{self._variables}"
