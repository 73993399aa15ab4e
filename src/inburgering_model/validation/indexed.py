"""A dossier with what the rules look up in it, found once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.people import Addressee
    from inburgering_model.model.provenance import Source
    from inburgering_model.model.reading import Reading

__all__ = ["IndexedDossier", "Located"]

_E = TypeVar("_E", bound=Entity)


class Located(NamedTuple, Generic[_E]):
    """An entity in a dossier: its JSON Pointer, and the entity that holds it."""

    pointer: str
    entity: _E
    owner: Entity


class IndexedDossier:
    """A dossier and what rules look up in it. Everything is found when it is first asked for.

    ``reading`` is the reading that holds it, if it is checked as a part of one.

    >>> from inburgering_model.model.dossier import Dossier
    >>> from inburgering_model.model.people import Person
    >>> from inburgering_model.model.question import ParliamentaryQuestion
    >>> question = ParliamentaryQuestion(author=Person(name="Peter Van Rompuy"))
    >>> [found.pointer for found in IndexedDossier(Dossier(question=question)).every(Person)]
    ['/question/author']
    """

    def __init__(self, dossier: Dossier, reading: Reading | None = None) -> None:
        self.dossier = dossier
        self.reading = reading
        self._of_class: dict[type, Sequence[Located[Any]]] = {}

    def every(self, cls: type[_E]) -> Sequence[Located[_E]]:
        """Every entity of a class, in document order: depth first, fields in their order."""
        found = self._of_class.get(cls)
        if found is None:
            found = [located for located in self._entities if isinstance(located.entity, cls)]
            self._of_class[cls] = found
        return cast("Sequence[Located[_E]]", found)

    @cached_property
    def _entities(self) -> Sequence[Located[Any]]:
        found: list[Located[Any]] = []
        _collect(self.dossier, "", found)
        return found

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id; of a repeated id, the first."""
        return {source.id: source for source in reversed(self.dossier.sources)}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of everything that ``concerns`` or ``programme`` can name."""
        dossier = self.dossier
        return frozenset(
            [
                *(programme.id for programme in dossier.programmes),
                *(pilot.id for pilot in dossier.pilots),
                *(outcome.id for outcome in dossier.outcomes),
                *(recommendation.id for recommendation in dossier.recommendations),
            ]
        )

    @cached_property
    def addressees(self) -> Mapping[str, Addressee]:
        """The addressees by folded name; of one named twice, the first."""
        addressees = reversed(self.dossier.question.addressees)
        return {addressee.person.key: addressee for addressee in addressees}

    @cached_property
    def asked(self) -> Mapping[tuple[int, int], frozenset[str | None]]:
        """The letters asked by item number and occurrence; None for the number by itself."""
        letters: dict[tuple[int, int], set[str | None]] = {}
        for item in self.dossier.question.items:
            letters.setdefault((item.number or 0, item.occurrence), set()).add(item.letter)
        return {key: frozenset(found) for key, found in letters.items()}


def _collect(owner: Entity, pointer: str, found: list[Located[Any]]) -> None:
    for field in field_table(owner.__class__):
        value = getattr(owner, field.name)
        if value.__class__ is tuple:
            _collect_elements(value, owner, f"{pointer}/{field.name}", found)
        elif isinstance(value, Entity):
            _collect_entity(value, owner, f"{pointer}/{field.name}", found)


def _collect_elements(
    elements: tuple[object, ...], owner: Entity, pointer: str, found: list[Located[Any]]
) -> None:
    for index, element in enumerate(elements):
        if isinstance(element, Entity):
            _collect_entity(element, owner, f"{pointer}/{index}", found)
        elif isinstance(element, tuple):
            _collect_elements(
                cast("tuple[object, ...]", element), owner, f"{pointer}/{index}", found
            )


def _collect_entity(entity: Entity, owner: Entity, pointer: str, found: list[Located[Any]]) -> None:
    found.append(Located(pointer, entity, owner))
    if not isinstance(entity, Period):  # one string in JSON: nothing in it has a pointer
        _collect(entity, pointer, found)
