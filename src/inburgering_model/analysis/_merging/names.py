"""One name for a person, when files spell it in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import evolve

from inburgering_model.analysis._merging.choosing import majority
from inburgering_model.analysis._merging.likeness import person_key
from inburgering_model.analysis._merging.matching import Reading
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.model.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inburgering_model.analysis._merging.choosing import Chooser
    from inburgering_model.analysis._merging.files import Files
    from inburgering_model.model.dossier import Dossier

__all__ = ["NameReadings", "note_names", "readings_of_names", "renamed"]

E = TypeVar("E", bound=Entity)

NameReadings = dict[str, list[Reading[str]]]
"""By the key of a person the name that each file has, for those with several names."""


def readings_of_names(files: Files) -> NameReadings:
    """Find the people whose name is spelled in several ways."""
    found: NameReadings = {}
    for file in files.files:
        for key, name in _names(file.dossier).items():
            found.setdefault(key, []).append(Reading(file, name))
    return {key: each for key, each in found.items() if len({name for _, name in each}) > 1}


def renamed(dossier: Dossier, readings: NameReadings) -> Dossier:
    """Give everybody the name that most files have."""
    names = {key: _chosen(each) for key, each in readings.items()}
    return _with_names(dossier, names) if names else dossier


def note_names(chooser: Chooser, merged: Dossier, readings: NameReadings) -> None:
    """Note the names that differed, where each of these people stands first."""
    pointers: dict[str, str] = {}
    for pointer, person in _people(merged):
        pointers.setdefault(person_key(person), pointer)
    for key, each in readings.items():
        if key in pointers:
            chooser.differ(f"{pointers[key]}/name", _chosen(each), each)


def _chosen(readings: list[Reading[str]]) -> str:
    return majority(readings, lambda name: name)[0].value


def _names(dossier: Dossier) -> dict[str, str]:
    """The first name of every person, by key."""
    found: dict[str, str] = {}
    for _, person in _people(dossier):
        found.setdefault(person_key(person), person.name)
    return found


def _people(dossier: Dossier) -> Iterator[tuple[str, Person]]:
    """Everybody with the JSON Pointer: who asks, who is asked, who answers, who is referred to."""
    yield from _people_in(dossier.question, "/question")
    for index, answer in enumerate(dossier.answers):
        yield from _people_in(answer, f"/answers/{index}")


def _people_in(entity: Entity, pointer: str) -> Iterator[tuple[str, Person]]:
    if isinstance(entity, Person):
        yield pointer, entity
        return
    for field in field_table(type(entity)):
        value = getattr(entity, field.name)
        if isinstance(value, Entity):
            yield from _people_in(value, f"{pointer}/{field.name}")
        elif value.__class__ is tuple and field.name in _LISTS_OF_PEOPLE:
            for index, element in enumerate(value):
                yield from _people_in(element, f"{pointer}/{field.name}/{index}")


# The lists with people in them; the others hold text.
_LISTS_OF_PEOPLE = frozenset({"addressees", "answers", "on_behalf_of"})


def _with_names(entity: E, names: Mapping[str, str]) -> E:
    if isinstance(entity, Person):
        return cast("E", evolve(entity, name=names.get(person_key(entity), entity.name)))
    changes: dict[str, Any] = {}
    for field in field_table(type(entity)):
        value = getattr(entity, field.name)
        if isinstance(value, Entity):
            changes[field.name] = _with_names(value, names)
        elif value.__class__ is tuple and field.name in _LISTS_OF_PEOPLE:
            changes[field.name] = tuple(_with_names(element, names) for element in value)
    return cast("E", evolve(cast("Any", entity), **changes)) if changes else entity
