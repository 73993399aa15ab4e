"""Which entities have a JSON form other than the object of their fields.

A subclass that adds fields is an object again, for the short form has no place for them.
"""

from __future__ import annotations

from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Final, Union, get_args, get_origin

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["KIND", "base_of_short_form", "is_entity", "is_union", "members", "tag_of"]

KIND: Final = "kind"
"""The key that says which member of a union an object is."""

_SHORT_FORMS: Final = (Span, PartialDate, Period)
_UNIONS: Final[Mapping[type, tuple[type[Entity], ...]]] = MappingProxyType(
    {Answer: (OrdinaryAnswer, CoordinatedAnswer, ReferringAnswer)}
)


def is_entity(cls: object) -> bool:
    """Whether it is a class of entities, ours or derived from ours."""
    return isinstance(cls, type) and issubclass(cls, Entity)


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
