"""Reading what is right, quickly: one generated function for each class, made from its field table.

A quick reader converts, and checks only what the class does not check when the object is made: that
lists are lists and objects have just their keys, that text has no lone surrogates, that numbers are
finite and fit 64 bits. It raises whatever exception comes when it is not sure, and then the
thorough reader decides. It never accepts what the thorough one refuses; it is unsure of some things
that are right, such as an object that leaves out an optional key.
"""

from __future__ import annotations

from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from inburgering_model.model._shape import Shape, field_table
from inburgering_model.serialization._forms import KIND, tag_of
from inburgering_model.serialization._problems import INT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inburgering_model.serialization._leaves import Reader

    ReaderOf = Callable[[Shape], tuple[Reader, object]]

__all__ = ["quick_array_reader", "quick_object_reader"]

# What is left to do for values that the class looks at as well; {0} is the value.
_EXPRESSIONS: Final[dict[type, str]] = {
    str: "({0}.isascii() or {0}.encode()) and {0}",
    int: f"{{0}} if {-INT_LIMIT} <= {{0}} < {INT_LIMIT} else unsure()",
    float: "{0} if isfinite({0}) else unsure()",
    bool: "{0}",
}


def quick_object_reader(cls: type, reader_of: ReaderOf) -> Reader:
    """The quick reader of a class that is an object with the names of its fields."""
    function = _Function(reader_of)
    fields = field_table(cls)
    size = len(fields)
    tag = tag_of(cls)
    if tag is not None:
        size += 1
        function.lines.append(f"if data[{KIND!r}] != {tag!r}: unsure()")
    function.lines.insert(0, f"if data.__class__ is not dict or len(data) != {size}: unsure()")
    arguments: list[str] = []
    for field in fields:
        variable = function.variable()
        function.lines.append(f"{variable} = data[{field.name!r}]")
        arguments.append(f"{field.name}={function.expression(field.shape, variable)}")
    return function.compiled(f"{function.bind(cls)}({', '.join(arguments)})")


def quick_array_reader(cls: type, reader_of: ReaderOf) -> Reader:
    """The quick reader of a class that is the list of its fields' values."""
    function = _Function(reader_of)
    fields = field_table(cls)
    values = function.unpacked([field.shape for field in fields])
    arguments = (f"{field.name}={v}" for field, v in zip(fields, values, strict=True))
    return function.compiled(f"{function.bind(cls)}({', '.join(arguments)})")


def _quick_tuple_reader(shapes: Sequence[Shape], reader_of: ReaderOf) -> Reader:
    function = _Function(reader_of)
    return function.compiled(f"({''.join(f'{v}, ' for v in function.unpacked(shapes))})")


class _UnsureError(Exception):
    """The thorough reader has to look."""


def _unsure() -> None:
    raise _UnsureError


class _Function:
    """A function ``quick(data, _)`` while its source is written."""

    def __init__(self, reader_of: ReaderOf) -> None:
        self.lines: list[str] = []
        self._reader_of = reader_of
        self._names: dict[str, Any] = {"unsure": _unsure, "isfinite": isfinite}
        self._variables = 0

    def bind(self, value: object) -> str:
        """A name for an object."""
        name = f"_{len(self._names)}"
        self._names[name] = value
        return name

    def variable(self) -> str:
        """A new variable."""
        self._variables += 1
        return f"v{self._variables}"

    def unpacked(self, shapes: Sequence[Shape]) -> list[str]:
        """Expressions for the elements of ``data``, a list of just so many."""
        variables = [self.variable() for _ in shapes]
        self.lines.append("if data.__class__ is not list: unsure()")
        self.lines.append(f"{', '.join(variables)}, = data")
        return [self.expression(s, v) for s, v in zip(shapes, variables, strict=True)]

    def expression(self, shape: Shape, value: str) -> str:
        """What reads a variable whose value has a shape."""
        read = self._expression_of_present(shape, value)
        return f"(None if {value} is None else {read})" if shape.optional else f"({read})"

    def _expression_of_present(self, shape: Shape, value: str) -> str:
        if shape.each is not None:
            element = self.variable()
            read = self.expression(shape.each, element)
            elements = f"(tuple([{read} for {element} in {value}]) if {value} else ())"
            return f"{elements} if {value}.__class__ is list else unsure()"
        if shape.elements:
            return (
                f"{self.bind(_quick_tuple_reader(shape.elements, self._reader_of))}({value}, None)"
            )
        if len(shape.classes) == 1:
            cls = shape.classes[0]
            if cls in _EXPRESSIONS:
                return _EXPRESSIONS[cls].format(value)
            if issubclass(cls, Enum) and all(type(member.value) is str for member in cls):
                members: dict[object, Enum] = {member.value: member for member in cls}
                return f"{self.bind(members)}[{value}]"
        reader, target = self._reader_of(shape)
        return f"{self.bind(reader)}({value}, {self.bind(target)})"

    def compiled(self, result: str) -> Reader:
        """The function."""
        body = "\n    ".join([*self.lines, f"return {result}"])
        exec(f"def quick(data, _):\n    {body}", self._names)  # noqa: S102 - only our own names
        quick: Reader = self._names["quick"]
        return quick
