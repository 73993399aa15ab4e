"""Which entities have a JSON form other than the object of their fields.

A subclass that adds fields is an object again, for the short form has no place for them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum, Flag
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Final, Union, cast, get_args, get_origin

from inburgering_model.errors import DocumentError
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.model.answer import (
    Answer,
    CoordinatedAnswer,
    OrdinaryAnswer,
    ReferringAnswer,
)
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Boundary, Period
from inburgering_model.model.provenance import Span
from inburgering_model.serialization._leaves import LEAF_READERS, is_enum
from inburgering_model.serialization.versions import VERSION_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inburgering_model.model._shape import Shape

__all__ = [
    "KIND",
    "TYPE_KEY",
    "alternatives",
    "base_of_short_form",
    "form_problem",
    "is_entity",
    "is_union",
    "may_be_deep",
    "members",
    "must_have_documents",
    "tag_of",
]

TYPE_KEY: Final = "type"
"""The key of a document that says which class it is of."""

KIND: Final = "kind"
"""The key that says which member of a union an object is."""

_SHORT_FORMS: Final = (Span, PartialDate, Period)
_UNIONS: Final[Mapping[type, tuple[type[Entity], ...]]] = MappingProxyType(
    {Answer: (OrdinaryAnswer, CoordinatedAnswer, ReferringAnswer)}
)


def is_entity(cls: object) -> bool:
    """Whether it is a class of entities, ours or derived from ours."""
    return isinstance(cls, type) and issubclass(cls, Entity)


def must_have_documents(cls: object) -> None:
    """Raise TypeError unless a class is one of entities, with fields that leave the header alone.

    >>> must_have_documents(str)
    Traceback (most recent call last):
    ...
    TypeError: expected a class of entities, got <class 'str'>
    """
    if not isinstance(cls, type) or not is_entity(cls):
        message = f"expected a class of entities, got {cls!r}"
        raise TypeError(message)
    if cls is Entity:
        message = f"expected a class of entities with fields, such as Dossier, got {cls!r}"
        raise TypeError(message)
    for name in (VERSION_KEY, TYPE_KEY):
        if any(field.name == name for field in field_table(cls)):
            message = (
                f"{cls.__name__} has no documents: its field {name!r} has the name of a key of the "
                "header; give the field another name"
            )
            raise TypeError(message)
    _must_have_forms(cls)


@cache
def _must_have_forms(cls: type) -> None:
    """Raise TypeError for a field, of a class or of one in it, that could not be read again."""
    for holder in (cls, *filter(is_entity, _held_by(cls))):
        for field in field_table(holder):
            for shape in _leaves_of(field.shape):
                problem = form_problem(shape)
                if problem is not None:
                    message = f"{holder.__name__}.{field.name} has no JSON form: {problem}"
                    raise TypeError(message)


@cache
def _held_by(cls: type) -> frozenset[type]:
    """The classes of what an object of a class may hold, at any depth; plain values apart."""
    found: set[type] = set()
    waiting: list[type] = [cls]
    while waiting:
        for field in field_table(waiting.pop()):
            held = {each for shape in _leaves_of(field.shape) for each in shape.classes} - found
            held = {each for each in held if each not in LEAF_READERS and not is_enum(each)}
            found |= held
            waiting += [each for each in held if is_entity(each) and each is not Entity]
    return frozenset(found)


@cache
def may_be_deep(cls: type) -> bool:
    """Whether a class may hold its own kind, or what is not ours and may hold anything."""
    held = _held_by(cls)
    return any(not is_entity(each) or each in _held_by(each) for each in {cls, *held} - {Entity})


def _leaves_of(shape: Shape) -> Iterator[Shape]:
    parts = shape.elements if shape.each is None else (shape.each,)
    if not parts:
        yield shape
    for part in parts:
        yield from _leaves_of(part)


def form_problem(shape: Shape) -> str | None:
    """Why a value that is no tuple could not be read from JSON again; None when it could."""
    classes = shape.classes
    if Entity in classes:
        return "Entity is the base of all; name the class that it is of"
    if len(classes) > 1 and set(classes) != {PartialDate, Boundary}:
        try:
            apart = members(classes)
        except TypeError as error:
            return str(error)
        return None if apart else f"nothing in JSON tells {shape} apart"
    return next((why for cls in classes if (why := _enum_problem(cls)) is not None), None)


def _enum_problem(cls: type) -> str | None:
    if not issubclass(cls, Enum):
        return None
    if issubclass(cls, Flag):
        return f"a value of {cls.__name__} may be several of its members at once"
    if not len(cls):
        return f"{cls.__name__} has no members"
    for member in cls:
        kind = cast("type[object]", type(member.value))
        read = LEAF_READERS.get(kind)
        if read is None or kind in (date, Decimal):
            return f"the values of {cls.__name__} are to be text, numbers or booleans"
        try:
            read(member.value, None)
        except DocumentError as error:
            return f"{cls.__name__}.{member.name}: {error.problems[0].message}"
    return None


def is_union(annotation: object) -> bool:
    """Whether it is a union of entities that their ``kind`` tells apart, or one end of a period."""
    if get_origin(annotation) not in (Union, UnionType):
        return False
    classes = set(get_args(annotation)) - {NoneType}
    tagged = all(is_entity(cls) and (cls in _UNIONS or tag_of(cls)) for cls in classes)
    return tagged or classes == {PartialDate, Boundary}


def base_of_short_form(cls: type) -> type[Entity] | None:
    """The class whose short form an entity class has; None for one that is an object."""
    for base in _SHORT_FORMS:
        if issubclass(cls, base) and len(field_table(cls)) == len(field_table(base)):
            return base
    return None


def tag_of(cls: type) -> str | None:
    """The ``kind`` that a member of a union writes; None for a class that is no member.

    A field named ``kind``, as most entities have, is no tag.
    """
    kind: object = getattr(cls, KIND, None)
    return kind if isinstance(kind, str) else None


def members(classes: Iterable[type]) -> dict[str, type]:
    """The members of a union by their ``kind``; empty when the classes are no union.

    Raises TypeError when two members have the same kind.
    """
    found: dict[str, type] = {}
    for cls in classes:
        for member in _UNIONS.get(cls, (cls,)):
            kind = tag_of(member)
            if kind is None:
                return {}
            if kind in found:
                message = f"{found[kind].__name__} and {member.__name__} are both {kind!r}"
                raise TypeError(message)
            found[kind] = member
    return found


def alternatives(cls: type) -> tuple[type, ...]:
    """The classes that a document of a class can be of."""
    return tuple(members((cls,)).values()) or (cls,)
