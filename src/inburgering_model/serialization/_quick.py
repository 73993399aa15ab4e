"""Reading what is right, quickly: one generated function for each class, made from its field table.

A quick reader takes a value of JSON and looks at everything that the thorough reader and the class
itself look at, once, and lists no problems. It raises whatever exception comes when it is not sure,
and then the thorough reader decides. It never accepts what the thorough one refuses; it is unsure
of some things that are right, such as an object that leaves out an optional key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from inburgering_model.model._entity import agreement, draft_of
from inburgering_model.model._generated import Function
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._forms import KIND, is_entity, tag_of
from inburgering_model.serialization._leaves import is_enum
from inburgering_model.serialization._problems import INT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import Enum

    from inburgering_model.model._shape import Shape
    from inburgering_model.serialization._hook import Quick

    ReaderOf: TypeAlias = Callable[[Shape], tuple[Quick, bool]]
    """The quick reader of a shape, and whether it gives nothing but what the shape allows."""

__all__ = ["quick_array_reader", "quick_object_reader"]

# What the plain classes ask of a variable, apart from its class; a constraint may ask more already.
# A float so large can be an integer that a JSON decoder rounded.
_CARRIED: Final[dict[type, str]] = {
    str: "{0}.isascii() or {0}.encode()",
    int: f"{-INT_LIMIT} <= {{0}} < {INT_LIMIT} or unsure()",
    float: f"{-INT_LIMIT} < {{0}} < {INT_LIMIT} or unsure()",
    bool: "",
}


# The classes that are made here without their checks, because the same was checked before. One that
# keeps its hash gets the place for it in the ordinary way.
_OURS: Final[frozenset[type]] = frozenset(
    cls for cls in ENTITIES.values() if not hasattr(cls, "_attrs_cached_hash")
)


class _UnsureError(Exception):
    """The thorough reader has to look."""


def _unsure() -> None:
    raise _UnsureError


def _members_by_text(shape: Shape) -> dict[str, Enum] | None:
    """The members of an enumeration by their values, when those are all text."""
    cls = shape.classes[0]
    if len(shape.classes) > 1 or not is_enum(cls):
        return None
    members = {member.value: member for member in cls}
    return members if all(type(value) is str for value in members) else None


def quick_object_reader(cls: type, reader_of: ReaderOf) -> Quick:
    """The quick reader of a class that is an object with the names of its fields."""
    function = _Reader(cls.__name__, reader_of)
    tag = tag_of(cls)
    size = len(field_table(cls)) + (tag is not None)
    function.write(f"if data.__class__ is not dict or len(data) != {size}: unsure()")
    if tag is not None:
        function.write(f"if data[{KIND!r}] != {tag!r}: unsure()")
    for field in field_table(cls):
        function.write(f"its_{field.name} = data[{field.name!r}]")
        function.read(field.shape, f"its_{field.name}")
    return function.make(cls)


def quick_array_reader(cls: type, reader_of: ReaderOf) -> Quick:
    """The quick reader of a class that is the list of its fields' values."""
    function = _Reader(cls.__name__, reader_of)
    fields = field_table(cls)
    function.unpack([f"its_{field.name}" for field in fields], [field.shape for field in fields])
    return function.make(cls)


class _Reader(Function):
    """A function that takes ``data`` and gives what it stands for, while it is written."""

    def __init__(self, name: str, reader_of: ReaderOf) -> None:
        super().__init__(f"read_{name}", "data", unsure=_unsure)
        self._reader_of = reader_of
        self._all_trusted = True

    def unpack(self, variables: Sequence[str], shapes: Sequence[Shape]) -> None:
        """Write what makes variables of ``data``, a list of just so many."""
        self.write("if data.__class__ is not list: unsure()", f"{', '.join(variables)}, = data")
        for variable, shape in zip(variables, shapes, strict=True):
            self.read(shape, variable)

    def read(self, shape: Shape, value: str) -> None:
        """Write what makes of a variable what it stands for."""
        if not shape.optional:
            self._read_present(shape, value)
            return
        with self.block(f"if {value} is not None:"):
            self._read_present(shape, value)

    def make(self, cls: type) -> Quick:
        """Write what makes the object of its variables; the whole function."""
        names = [field.name for field in field_table(cls)]
        if not (self._all_trusted and cls in _OURS):
            fields = field_table(cls)
            arguments = ", ".join(f"{field.alias}=its_{field.name}" for field in fields)
            self.write(f"return {self.bind(cls)}({arguments})")
            return self.compiled()
        # Everything was looked at: to have the object look again takes three times as long.
        self.write(f"made = {self.bind(draft_of(cls))}()")
        self.write(*(f"made.{name} = its_{name}" for name in names))
        self.write(f"made.__class__ = {self.bind(cls)}")
        if (agree := agreement(cls, "made.", "made")) is not None:
            self.write(f"if not ({agree}): unsure()")
        self.write("return made")
        return self.compiled()

    def _read_present(self, shape: Shape, value: str) -> None:
        if shape.each is not None:
            self._read_list(shape.each, value)
        elif shape.elements:
            self.write(f"{value} = {self.bind(self._reader_of_parts(shape.elements))}({value})")
        elif len(shape.classes) == 1 and shape.classes[0] in _CARRIED:
            self._read_plain(shape, value)
        elif (members := _members_by_text(shape)) is not None:
            self.write(
                f"if {value}.__class__ is not str: unsure()",
                f"{value} = {self.bind(members)}[{value}]",
            )
        else:
            self.write(f"{value} = {self.bind(self._other_reader(shape))}({value})")
        for constraint in shape.constraints:
            if constraint.known is None:
                self.write(f"if not ({constraint.source(shape, value, self.bind)}): unsure()")

    def _read_plain(self, shape: Shape, value: str) -> None:
        cls = shape.classes[0]
        self.write(f"if {value}.__class__ is not {cls.__name__}: unsure()")
        if not any(constraint.safe for constraint in shape.constraints):
            self.write(_CARRIED[cls].format(value))
        for constraint in shape.constraints:
            if constraint.known is not None:
                self.write(f"{value} = {self.bind(constraint.known)}[{value}]")

    def _read_list(self, element: Shape, value: str) -> None:
        read = self.bind(self._reader_of_element(element))
        # Most lists have one element, and a comprehension costs twice as much as reading it.
        one, more = f"({read}({value}[0]),)", f"tuple([{read}(e) for e in {value}])"
        self.write(
            f"if {value}.__class__ is not list: unsure()",
            f"{value} = {one} if len({value}) == 1 else {more} if {value} else ()",
        )

    def _reader_of_element(self, shape: Shape) -> Quick:
        if not (shape.optional or shape.constraints):
            if shape.elements:
                return self._reader_of_parts(shape.elements)
            if shape.classes and is_entity(shape.classes[0]):
                return self._other_reader(shape)
        function = _Reader("element", self._reader_of)
        function.read(shape, "data")
        return self._inner(function, "data")

    def _reader_of_parts(self, shapes: Sequence[Shape]) -> Quick:
        function = _Reader("parts", self._reader_of)
        variables = [f"part_{index}" for index in range(len(shapes))]
        function.unpack(variables, shapes)
        return self._inner(function, f"({', '.join(variables)},)")

    def _inner(self, function: _Reader, result: str) -> Quick:
        function.write(f"return {result}")
        self._all_trusted = self._all_trusted and function._all_trusted
        return function.compiled()

    def _other_reader(self, shape: Shape) -> Quick:
        read, trusted = self._reader_of(shape)
        self._all_trusted = self._all_trusted and trusted
        return read
