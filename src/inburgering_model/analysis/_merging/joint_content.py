"""Programmes, pilots, outcomes, recommendations and follow-ups of all files, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from attrs import evolve, field, frozen

from inburgering_model.analysis._merging.files import Files
from inburgering_model.analysis._merging.likeness import are_alike, bare
from inburgering_model.analysis._merging.matching import Kept, Reading, matched
from inburgering_model.model.people import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from inburgering_model.analysis._merging.choosing import Chooser
    from inburgering_model.analysis._merging.files import File
    from inburgering_model.model.outcome import FollowUp, Outcome, Recommendation
    from inburgering_model.model.pilot import Pilot, Programme

    Thing = Programme | Pilot | Outcome | Recommendation | FollowUp
    Statement = Outcome | Recommendation | FollowUp

__all__ = ["joint_content"]


class _Sort(NamedTuple):
    """A sort of things: the dossier's field, the letter of its ids, and how it is recognised."""

    field: str
    letter: str
    keys: Sequence[Callable[[Any], Iterable[Hashable]]]
    alike: Callable[[Any, Any], bool]


def _text(statement: Statement) -> str:
    return bare(statement.passage.text) or statement.passage.text


def _kind(statement: Statement) -> Hashable:
    """What a statement is said to be: where a follow-up went, and what others are."""
    return getattr(statement, "destination", None) or getattr(statement, "kind", None)


def _place_of_statement(statement: Statement) -> Iterable[Hashable]:
    """Where it was read: what was read in one place of one source is one, whatever else is."""
    kind = _kind(statement)
    return ((kind, each) for each in statement.evidence if each.spans and not each.of)


def _whole_follow_up(follow_up: FollowUp) -> Iterable[Hashable]:
    condition = follow_up.condition is None
    kind, text = _kind(follow_up), _text(follow_up)
    return ((kind, text, follow_up.status, follow_up.instruments, condition),)


def _kind_and_text(statement: Statement) -> Iterable[Hashable]:
    return ((_kind(statement), _text(statement)),)


def _text_alone(statement: Statement) -> Iterable[Hashable]:
    return (_text(statement),)


def _same_statement(one: Statement, other: Statement) -> bool:
    return _kind(one) is _kind(other) and are_alike(_text(one), _text(other))


def _programme_name(programme: Programme) -> Iterable[Hashable]:
    return (bare(programme.name or ""),)


def _same_programme(one: Programme, other: Programme) -> bool:
    return are_alike(bare(one.name or ""), bare(other.name or ""))


def _places(pilot: Pilot) -> frozenset[str]:
    """NIS codes of the municipalities; of those without, the names."""
    return frozenset(place.nis or bare(place.name) for place in pilot.municipalities)


def _whole_pilot(pilot: Pilot) -> Iterable[Hashable]:
    return ((pilot.programme, _places(pilot), fold(pilot.name or "")),)


def _programme_and_places(pilot: Pilot) -> Iterable[Hashable]:
    return ((pilot.programme, _places(pilot)),) if pilot.municipalities else ()


def _same_pilot(one: Pilot, other: Pilot) -> bool:
    """In the same places, and one of them without programme."""
    return (
        bool(one.municipalities)
        and None in (one.programme, other.programme)
        and _places(one) == _places(other)
    )


_STATEMENT_KEYS = (_place_of_statement, _kind_and_text, _text_alone)
_FOLLOW_UP_KEYS = (_place_of_statement, _whole_follow_up, _kind_and_text, _text_alone)

_PROGRAMMES = _Sort("programmes", "g", (_programme_name,), _same_programme)
_PILOTS = _Sort("pilots", "p", (_whole_pilot, _programme_and_places), _same_pilot)
_STATEMENTS = (
    _Sort("outcomes", "o", _STATEMENT_KEYS, _same_statement),
    _Sort("recommendations", "r", _STATEMENT_KEYS, _same_statement),
    _Sort("follow_ups", "f", _FOLLOW_UP_KEYS, _same_statement),
)


def joint_content(chooser: Chooser) -> dict[str, tuple[Thing, ...]]:
    """Merge what the files tell about pilots: by field of the dossier, with new ids.

    Ids follow the order of first mention: the files in their order, and each file's own order.
    """
    content = _Content(chooser.files)
    content.group(_PROGRAMMES, lambda thing, _: thing)
    content.group(_PILOTS, content.in_programme)
    for sort in _STATEMENTS:
        content.group(sort, lambda thing, _: thing)
    return {
        sort.field: tuple(
            chooser.entity(
                [Reading(kept.file, content.renumbered(kept)) for kept in group],
                f"/{sort.field}/{index}",
                {"id": f"{sort.letter}{index + 1}"},
            )
            for index, group in enumerate(groups)
        )
        for sort, groups in content.groups
    }


@frozen
class _Content:
    """What is known of the things of all files, while they are grouped."""

    files: Files
    groups: list[tuple[_Sort, list[list[Kept[Any]]]]] = field(
        factory=list[tuple[_Sort, list[list[Kept[Any]]]]]
    )
    ids: dict[tuple[int, str], str] = field(factory=dict[tuple[int, str], str])
    """The new id of each thing, by file and old id."""
    counts: dict[str, int] = field(factory=dict[str, int])
    """How many ids of each letter are given out."""

    def group(self, sort: _Sort, prepared: Callable[[Any, File], Any]) -> None:
        """Group the things of a sort, put them in order, and number them."""
        lists = [
            (file, tuple(prepared(thing, file) for thing in getattr(file.dossier, sort.field)))
            for file in self.files.files
        ]
        groups = matched(lists, sort.keys, sort.alike)
        groups.sort(key=lambda group: min(map(self._position, group)))
        self.groups.append((sort, groups))
        for group in groups:
            new = self._next_id(sort.letter)
            for kept in group:
                self.ids.setdefault((id(kept.file), kept.value.id), new)

    def in_programme(self, pilot: Pilot, file: File) -> Pilot:
        """A pilot with the new id of its programme."""
        if pilot.programme is None:
            return pilot
        return evolve(pilot, programme=self._new_id(file, pilot.programme))

    def renumbered(self, kept: Kept[Any]) -> Thing:
        """A thing with the new ids of all that it names."""
        thing = kept.value
        if not getattr(thing, "concerns", ()):
            return cast("Thing", thing)
        concerns = tuple(self._new_id(kept.file, each) for each in thing.concerns)
        return cast("Thing", evolve(thing, concerns=concerns))

    def _position(self, kept: Kept[Any]) -> tuple[Any, ...]:
        first = self.files.first_of(kept.value.evidence)
        return first, kept.file.rank, kept.place

    def _new_id(self, file: File, old: str) -> str:
        """The new id; what names nothing in its file still does so afterwards."""
        key = (id(file), old)
        if key not in self.ids:
            self.ids[key] = self._next_id(old[0])
        return self.ids[key]

    def _next_id(self, letter: str) -> str:
        self.counts[letter] = self.counts.get(letter, 0) + 1
        return f"{letter}{self.counts[letter]}"
