"""Which reading of a field is taken, when files differ; and that they do."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from inburgering_model.analysis._merging.elsewhere import evidence_elsewhere, evidence_within
from inburgering_model.analysis._merging.fields import (
    LONGER_FIRST,
    WHOLE,
    key_of,
    keys_of,
    leaders_of,
    states,
)
from inburgering_model.analysis._merging.matching import Reading
from inburgering_model.analysis._merging.shown import shown
from inburgering_model.analysis.periods import agreed
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.model.answer import Answer
from inburgering_model.model.judgement import Difference
from inburgering_model.model.passage import Passage
from inburgering_model.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from inburgering_model.analysis._merging.files import Files
    from inburgering_model.model.provenance import Evidence

__all__ = ["Chooser", "majority"]

E = TypeVar("E", bound=Entity)
T = TypeVar("T")


def majority(readings: Iterable[Reading[T]], key: Callable[[T], Hashable]) -> list[Reading[T]]:
    """The readings with the key that most files have; of equally many, those of the first.

    A merged dossier counts for all of its files.
    """
    by_key: dict[Hashable, list[Reading[T]]] = {}
    for reading in readings:
        by_key.setdefault(key(reading.value), []).append(reading)
    return max(by_key.values(), key=_votes)


def _votes(readings: Iterable[Reading[Any]]) -> int:
    sources: set[str] = set()
    without_sources = 0
    for file, _ in readings:
        sources.update(file.sources)
        without_sources += not file.sources
    return len(sources) + without_sources


class Chooser:
    """Makes one entity of several, and notes where they differed.

    Readings come in the order of the files; there is one of each file at most.
    """

    def __init__(self, files: Files) -> None:
        self.files = files
        self.differences: list[Difference] = []

    def entity(
        self,
        readings: Sequence[Reading[E]],
        pointer: str,
        given: Mapping[str, object] | None = None,
    ) -> E:
        """Make one entity of the readings; those of its fields in ``given`` are settled already."""
        cls = self._class(readings, pointer)
        leaders = leaders_of(cls)
        names = [field.name for field in field_table(cls)]
        values = {name: value for name, value in (given or {}).items() if name in names}
        agreeing: dict[str, Sequence[Reading[E]]] = {}
        moved: list[Evidence] = []
        open_names = [name for name in names if name not in values and name != "evidence"]
        for name in sorted(open_names, key=leaders.__contains__):  # what leads comes first
            having = [reading for reading in readings if hasattr(reading.value, name)]
            leader = leaders.get(name)
            pool = _led(having, name, agreeing[leader], leader) if leader else having
            found = [Reading(file, getattr(entity, name)) for file, entity in pool]
            values[name], taken = self._value(found, f"{pointer}/{name}")
            agreeing[name] = _of_same_files(having, taken)
            left = [r for r in having if not any(r.file is t.file for t in agreeing[name])]
            moved += chain.from_iterable(evidence_within(getattr(e, name), name) for _, e in left)
        if "evidence" in names:
            entities: list[Any] = [entity for _, entity in readings]
            own = chain.from_iterable(entity.evidence for entity in entities)
            printed = chain.from_iterable(
                evidence_elsewhere(
                    (getattr(entity, name, None) for entity in entities), taken, name
                )
                for name, taken in values.items()
            )
            values["evidence"] = self.files.in_order((*own, *moved, *printed))
        make = cast("Callable[..., E]", cls)
        return make(**values)

    def _class(self, readings: Sequence[Reading[E]], pointer: str) -> type[E]:
        """The class of most; answers alone can differ in it."""
        taken = majority(readings, type)
        if len(taken) < len(readings) and isinstance(taken[0].value, Answer):
            kinds = [Reading(file, cast("Any", value).kind) for file, value in readings]
            self.differ(f"{pointer}/kind", shown(cast("Any", taken[0].value).kind), kinds)
        return type(taken[0].value)

    def value(
        self, readings: Sequence[Reading[T]], pointer: str, among: Sequence[Reading[T]] = ()
    ) -> T:
        """The value of a field; taken ``among`` some of the readings, when there are any."""
        stated = [reading for reading in readings if states(reading.value)]
        if not stated:
            return readings[0].value
        value, _ = self._one(stated, pointer, [r for r in among if states(r.value)])
        return cast("T", value)

    def differ(self, pointer: str, chosen: str, readings: Iterable[Reading[Any]]) -> None:
        """Note that files differ."""
        rows = [(name, shown(value)) for file, value in readings for name in file.names]
        self.differences.append(
            Difference(pointer=pointer, chosen=chosen, readings=tuple(dict.fromkeys(rows)))
        )

    def _value(
        self, readings: Sequence[Reading[Any]], pointer: str
    ) -> tuple[Any, Sequence[Reading[Any]]]:
        """The value, and the readings that have it (all of them, when none states anything)."""
        stated = [reading for reading in readings if states(reading.value)]
        if not stated:
            return readings[0].value, readings
        sample = stated[0].value
        if sample.__class__ is tuple:
            return self._tuple(stated, pointer)
        if isinstance(sample, Passage):
            return self._passage(stated, pointer)
        if isinstance(sample, Entity) and not isinstance(sample, WHOLE):
            return self.entity(stated, pointer), stated
        period = agreed({value for _, value in stated}) if isinstance(sample, Period) else None
        if period is not None:
            return period, stated
        return self._one(stated, pointer)

    def _one(
        self,
        readings: Sequence[Reading[Any]],
        pointer: str,
        among: Sequence[Reading[Any]] = (),
    ) -> tuple[Any, Sequence[Reading[Any]]]:
        taken = majority(among or readings, lambda value: value)
        value = taken[0].value
        if any(reading.value != value for reading in readings):
            self.differ(pointer, shown(value), readings)
        return value, taken

    def _passage(
        self, readings: Sequence[Reading[Passage]], pointer: str
    ) -> tuple[Passage, Sequence[Reading[Passage]]]:
        taken = majority(readings, attrgetter("text"))
        if len(taken) < len(readings):
            self.differ(f"{pointer}/text", taken[0].value.text, readings)
        return self._first_print([[r.value] for r in taken])[0], taken

    def _first_print(self, lists: Sequence[Sequence[Passage]]) -> Sequence[Passage]:
        """Of lists of the same passages the one that stands in the first source."""
        return min(
            lists,
            key=lambda passages: min(
                (self.files.rank_of(span.source) for p in passages for span, _ in p.pieces),
                default=self.files.rank_of(None),
            ),
        )

    def _tuple(
        self, readings: Sequence[Reading[tuple[Any, ...]]], pointer: str
    ) -> tuple[tuple[Any, ...], Sequence[Reading[tuple[Any, ...]]]]:
        longest = isinstance(readings[0].value[0], LONGER_FIRST)
        by_length = sorted(readings, key=lambda r: -len(r.value)) if longest else readings
        taken = majority(by_length, keys_of)
        if len(taken) < len(readings):
            self._differ_in_elements(taken[0].value, readings, pointer)
        sample = taken[0].value[0]
        if isinstance(sample, Passage):
            return tuple(self._first_print([reading.value for reading in taken])), taken
        if not isinstance(sample, Entity) or isinstance(sample, WHOLE):
            return taken[0].value, taken
        in_order = _of_same_files(readings, taken)
        elements = zip(*(reading.value for reading in in_order), strict=True)
        return tuple(
            self.entity(
                [Reading(r.file, e) for r, e in zip(in_order, each, strict=True)],
                f"{pointer}/{index}",
            )
            for index, each in enumerate(elements)
        ), taken

    def _differ_in_elements(
        self, taken: tuple[Any, ...], readings: Sequence[Reading[tuple[Any, ...]]], pointer: str
    ) -> None:
        """Note which elements differ; when there are not equally many, that the lists do."""
        if any(len(reading.value) != len(taken) for reading in readings):
            self.differ(pointer, shown(taken), readings)
            return
        for index, element in enumerate(taken):
            each = [Reading(file, value[index]) for file, value in readings]
            if any(key_of(value) != key_of(element) for _, value in each):
                field = "/text" if isinstance(element, Passage) else ""
                self.differ(f"{pointer}/{index}{field}", shown(element), each)


def _of_same_files(
    readings: Iterable[Reading[T]], others: Iterable[Reading[Any]]
) -> list[Reading[T]]:
    files = {id(reading.file) for reading in others}
    return [reading for reading in readings if id(reading.file) in files]


def _led(
    having: Sequence[Reading[E]], name: str, agreeing: Sequence[Reading[E]], leader: str
) -> Sequence[Reading[E]]:
    """Where a field that follows another is taken from.

    From the files with the value that was taken for the leader; if these state nothing, from those
    that state nothing of the leader either.
    """
    if any(states(getattr(entity, name)) for _, entity in agreeing):
        return agreeing
    silent = [r for r in having if not states(getattr(r.value, leader))]
    return [*agreeing, *(r for r in silent if not any(r.file is a.file for a in agreeing))]
