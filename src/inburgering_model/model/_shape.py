"""What a field may hold, read once from its annotation.

``Annotated[str, NOT_EMPTY] | None`` becomes a :class:`Shape`. The check that runs when an object is
made, the JSON converter and the JSON Schema are all derived from shapes, so that a constraint
stands in one place: the annotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NewType, Union, get_args, get_origin

import attrs
from attrs import frozen

__all__ = [
    "NOT_EMPTY",
    "Bind",
    "Constraint",
    "Field",
    "Shape",
    "at_least",
    "field_table",
    "matching",
    "one_of",
    "shape_of",
]


Bind = Callable[[object], str]
"""Gives an object a name in a generated function."""


@frozen(kw_only=True, eq=False)
class Constraint:
    """One condition on a value: how to test it, how to say it, how JSON Schema says it."""

    problem: Callable[[Any], str | None]
    """What is wrong with a value of the right type; None when nothing is."""
    schema: Mapping[str, object] = {}
    test: Callable[[str, Bind], str] | None = None
    """The same as an expression for generated functions, of a variable that is no tuple; None: ask
    ``problem``."""
    known: KnownTexts | None = None
    """For texts of a pattern: those that were found to match."""
    safe: bool = False
    """Whether JSON can carry every value that meets it: no surrogates, 64 bits, finite."""

    def source(self, shape: Shape, value: str, bind: Bind) -> str:
        """The expression that tests a variable whose value has a shape otherwise."""
        if self.test is None or not shape.classes:
            return f"{bind(self.problem)}({value}) is None"
        return self.test(value, bind)


_MOST_KNOWN, _LONGEST_KNOWN = 1024, 64


class KnownTexts(dict[str, str]):
    """Short texts that a pattern matches, as keys and values: of equal ones, the first is kept.

    A document has few ids, and has each of them often. To look one up costs a tenth of matching it,
    and values that are taken from here share their memory.
    """

    __slots__ = ("_fullmatch",)

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self._fullmatch = re.compile(pattern, re.ASCII).fullmatch

    def __missing__(self, text: str) -> str:
        """The text itself when it matches; raises KeyError otherwise."""
        if not (text.isascii() and self._fullmatch(text)):
            raise KeyError(text)
        if len(text) <= _LONGEST_KNOWN:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[text] = text
        return text

    def accepts(self, text: str) -> bool:
        """Whether the text matches."""
        try:
            self[text]
        except KeyError:
            return False
        return True


def matching(pattern: str, wanted: str) -> Constraint:
    """Only strings of ASCII that the whole pattern matches."""
    known = KnownTexts(pattern)

    def problem(value: str) -> str | None:
        return None if known.accepts(value) else f"expected {wanted}, got {value[:80]!r}"

    return Constraint(
        problem=problem,
        schema={"description": wanted, "pattern": f"^(?:{pattern})$"},
        test=lambda value, bind: f"({value} in {bind(known)} or {bind(known.accepts)}({value}))",
        known=known,
        safe=True,
    )


def one_of(*values: float) -> Constraint:
    """Only these numbers."""
    return Constraint(
        problem=lambda value: None if value in values else f"expected one of {values}, got {value}",
        schema={"enum": list(values)},
        test=lambda value, bind: f"{value} in {bind(values)}",
        safe=True,
    )


_LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly."""


def at_least(minimum: int) -> Constraint:
    """Only numbers of ``minimum`` and more, as far as JSON carries whole numbers exactly."""

    def problem(value: int) -> str | None:
        if minimum <= value <= _LARGEST:
            return None
        return f"expected {minimum} to {_LARGEST}" + (f", got {value}" if value < minimum else "")

    return Constraint(
        problem=problem,
        schema={"minimum": minimum, "maximum": _LARGEST},
        test=lambda value, _: f"{minimum} <= {value} <= {_LARGEST}",
        safe=True,
    )


def _empty(value: str | tuple[object, ...]) -> str | None:
    if not isinstance(value, str):
        return None if value else "expected at least one, got none"
    if not value or value.isspace():
        return "expected some text, got none"
    try:
        value.encode()
    except UnicodeEncodeError as error:
        return f"expected Unicode text, got a lone surrogate at character {error.start}"
    return None


# One character that is no white space to Python; "\S" is another set in other languages.
_NO_WHITE_SPACE = (
    r"[^\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)


def _not_empty_source(value: str, bind: Bind) -> str:
    plain = f"{value}.isascii() and {value} and not {value}.isspace()"
    return f"({plain} or {bind(_empty)}({value}) is None)"


NOT_EMPTY = Constraint(
    problem=_empty,
    schema={"minLength": 1, "pattern": _NO_WHITE_SPACE},
    test=_not_empty_source,
    safe=True,
)
"""Not the empty string, nor only white space; and text that can be written as UTF-8."""


@frozen(kw_only=True)
class Shape:
    """The form of a value: one of several classes, or a tuple of values that have a form."""

    classes: tuple[type, ...] = ()
    """The classes a single value may have; empty for a tuple."""
    each: Shape | None = None
    """For a tuple of any length: the form of each element."""
    elements: tuple[Shape, ...] = ()
    """For a tuple of fixed length: the form of each element in turn."""
    optional: bool = False
    """Whether None is allowed too."""
    constraints: tuple[Constraint, ...] = ()

    def __str__(self) -> str:
        """The form in words, for messages."""
        if self.each is not None:
            words = f"a tuple of {self.each}"
        elif self.elements:
            words = f"a tuple ({', '.join(map(str, self.elements))})"
        else:
            words = " or ".join(cls.__name__ for cls in self.classes)
        return f"{words} or None" if self.optional else words


@frozen(kw_only=True)
class Field:
    """A row of the field table."""

    name: str
    alias: str
    """The keyword that the class takes it by."""
    shape: Shape
    required: bool
    default: object
    compared: bool
    """Whether the field takes part in equality and hash."""


def shape_of(annotation: object) -> Shape:
    """Read an annotation of the small grammar that entities use."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = shape_of(arguments[0])
        added = [argument for argument in arguments[1:] if isinstance(argument, Constraint)]
        return attrs.evolve(inner, constraints=(*inner.constraints, *added))
    if origin is Union or origin is UnionType:
        return _shape_of_union(arguments)
    if origin is tuple and arguments:
        if arguments[1:] == (...,):
            return Shape(each=shape_of(arguments[0]))
        return Shape(elements=tuple(shape_of(argument) for argument in arguments))
    if isinstance(annotation, NewType):
        return shape_of(annotation.__supertype__)
    if isinstance(annotation, type) and origin is None and annotation not in _SAYS_TOO_LITTLE:
        return Shape(classes=(annotation,))
    raise TypeError(annotation)


def _shape_of_union(arguments: tuple[object, ...]) -> Shape:
    members = [shape_of(argument) for argument in arguments if argument is not NoneType]
    optional = NoneType in arguments
    if len(members) == 1:
        return attrs.evolve(members[0], optional=optional)
    if all(member.classes and not member.constraints for member in members):
        return Shape(classes=tuple(c for m in members for c in m.classes), optional=optional)
    raise TypeError(arguments)


# What an entity cannot be hashed with, or what says nothing about the form of a value.
_SAYS_TOO_LITTLE = frozenset((Any, object, list, dict, set, tuple, bytes, bytearray))
_MAY_HOLD = (
    "text, numbers, booleans, dates, Decimal, enumerations, entities, tuples of these such as "
    "tuple[int, ...], None, and classes of your own; hold anything else in a class of your own"
)


def field_table(cls: type) -> tuple[Field, ...]:
    """The fields of an entity class, in order."""
    return _rows(cls)


@cache
def _rows(cls: Any) -> tuple[Field, ...]:
    attrs.resolve_types(cls, include_extras=True)
    return tuple(_row(cls, attribute) for attribute in attrs.fields(cls))


def _row(cls: type, attribute: Any) -> Field:
    name = f"{cls.__name__}.{attribute.name}"
    if not attribute.init:
        message = f"{name} is a field with init=False, which no document can give: make it a "
        raise TypeError(message + "property, or leave out init=False")
    try:
        shape = shape_of(attribute.type)
    except TypeError:
        message = f"{name} cannot be {attribute.type}: the fields of an entity are {_MAY_HOLD}"
        raise TypeError(message) from None
    return Field(
        name=attribute.name,
        alias=attribute.alias or attribute.name,
        shape=shape,
        required=attribute.default is attrs.NOTHING,
        default=attribute.default,
        compared=bool(attribute.eq),
    )
