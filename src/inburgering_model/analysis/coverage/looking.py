"""Where to look: the sentences that answer an item, and those of the other items."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from inburgering_model.analysis.alignment import align
from inburgering_model.analysis.coverage.cues import Cue, status_cue
from inburgering_model.analysis.coverage.sentences import Sentence, sentences_of
from inburgering_model.analysis.coverage.showing import Shown, rows_of_figures, shown_in
from inburgering_model.model.answer import AnswerItem, ReferringAnswer, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.provenance import Evidence, Span
    from inburgering_model.model.references import ItemReference

__all__ = ["AnswerText", "Line"]

_LONGEST_LOOK = 200
"""How many sentences are looked at for one item: more would take time that grows faster than the
text, when many items share one answer."""


class Line:
    """A sentence of an answer, with what it does and shows, and what it has been taken for."""

    def __init__(self, sentence: Sentence, marks: _Marks, *, breaks_down: bool = False) -> None:
        """Take a sentence; ``marks`` are the places of the dossier's own entities.

        ``breaks_down`` tells that it is one of several rows with a figure each.
        """
        self.sentence = sentence
        self._marks = marks
        self._by_rows: Shown = {"breakdown": 1} if breaks_down else {}
        self._taken: dict[str, int] = {}

    def untaken(self) -> Line:
        """The same line, taken for nothing yet."""
        return Line(self.sentence, self._marks, breaks_down=bool(self._by_rows))

    @cached_property
    def status(self) -> Cue | None:
        """Whether it refers, puts off or declines."""
        return status_cue(self.sentence)

    @cached_property
    def shown(self) -> Shown:
        """What it shows, by its words or by an entity that was read from it."""
        marked = self._marks.of(self.sentence.spans)
        return {**marked, **self._by_rows, **shown_in(self.sentence)}

    @cached_property
    def is_bare(self) -> bool:
        """Whether it holds a yes or no and nothing else."""
        return len(self.sentence.stems) == 0 and not self.shown

    def overlap(self, stems: frozenset[str]) -> int:
        """How many content words it shares."""
        return len(self.sentence.stems & stems)

    def is_free_for(self, kind: str) -> bool:
        """Whether it shows more of a kind than it has been taken for."""
        return self._taken.get(kind, 0) < self.shown.get(kind, 1)

    def take(self, kind: str) -> None:
        """Take it as evidence of a kind."""
        self._taken[kind] = self._taken.get(kind, 0) + 1

    @property
    def is_taken(self) -> bool:
        """Whether it was taken for anything."""
        return bool(self._taken)


class _Marks:
    """Where the entities of a dossier were read."""

    def __init__(self, dossier: Dossier) -> None:
        self._starts: dict[tuple[str, str], list[int]] = {}
        self._add("results", (e for o in dossier.outcomes for e in o.evidence if not e.of))
        self._add("lesson", (e for r in dossier.recommendations for e in r.evidence if not e.of))
        self._add("follow_up", (e for f in dossier.follow_ups for e in f.evidence if not e.of))
        of_pilots = [evidence for pilot in dossier.pilots for evidence in pilot.evidence]
        self._add("date", (e for e in of_pilots if e.of == "period"))
        self._add("amount", (e for e in of_pilots if e.of == "budget"))
        for starts in self._starts.values():
            starts.sort()

    def _add(self, kind: str, evidence: Iterable[Evidence]) -> None:
        for span in chain.from_iterable(found.spans for found in evidence):
            self._starts.setdefault((kind, span.source), []).append(span.start)

    def of(self, spans: tuple[Span, ...]) -> Shown:
        return {
            kind: 1
            for span in spans
            for (kind, source), starts in self._starts.items()
            if source == span.source and _holds_one(starts, span)
        }


def _holds_one(starts: list[int], span: Span) -> bool:
    index = bisect_left(starts, span.start)
    return index < len(starts) and starts[index] < span.end


class AnswerText:
    """The lines of a dossier's answers, by the item of the question that they answer."""

    def __init__(self, dossier: Dossier) -> None:
        """Align a dossier and cut its answers into sentences."""
        self.alignment = align(dossier)
        self.answers = dossier.answers
        answering = [a for a in dossier.answers if not isinstance(a, ReferringAnswer)]
        self._marks = _Marks(dossier)
        self._lines: dict[int, tuple[Line, ...]] = {}
        self._stages = {
            id(item): answer.stage for answer in dossier.answers for item in answer.items
        }
        self._items: dict[ItemReference, list[AnswerItem]] = {}
        for reference, item in self.alignment.pairs:
            self._items.setdefault(reference, []).append(item)
        self._ends: dict[ItemReference, list[ItemReference]] = {}
        for reference, end in self.alignment.delegated:
            self._ends.setdefault(reference, []).append(end)
        self._all = [item for answer in answering for item in answer.items]
        self._nameless = [item for item in self._all if not item.answers]
        self._replaced = self._take_replaced()
        self._referring = [
            i for a in dossier.answers if isinstance(a, ReferringAnswer) for i in a.items
        ]
        self.referring = [line for item in self._referring for line in self._of_item(item)]
        named = (cross.target for item in self._referring for cross in item.cross_references)
        self._referred_by_number = frozenset(target.number for target in named)

    def _take_replaced(self) -> dict[ItemReference, list[AnswerItem]]:
        """What only a provisional answer names, when a later answer names nothing at all."""
        if all(map(self._is_provisional_item, self._nameless)):
            return {}
        replaced = {
            reference: items
            for reference, items in self._items.items()
            if all(map(self._is_provisional_item, items))
        }
        for reference in replaced:
            del self._items[reference]
        return replaced

    def is_referred(self, reference: ItemReference) -> bool:
        """Whether nothing but a referring answer covers an item, and it refers for that item too.

        "Voor de vragen 1 tot en met 3 verwijs ik naar …" leaves what it says of the fourth.
        """
        named = self._referred_by_number
        return reference in self.alignment.referred and (not named or reference.number in named)

    def is_provisional(self, reference: ItemReference) -> bool:
        """Whether only a provisional answer covers an item."""
        items = self._covering(reference)
        return bool(items) and all(map(self._is_provisional_item, items))

    def is_labelled(self, reference: ItemReference) -> bool:
        """Whether an answer item is paired with it."""
        return reference in self._items

    def of(self, reference: ItemReference) -> tuple[Line, ...]:
        """The lines that answer an item: those of the latest stage first.

        A provisional answer counts only without another; but what it does say of an item stands,
        when the other one names no items.
        """
        items = self._covering(reference)
        later = [item for item in items if not self._is_provisional_item(item)]
        later.sort(key=lambda item: self._stages[id(item)] is not Stage.SUPPLEMENTARY)
        lines = chain.from_iterable(map(self._of_item, later or items))
        kept = chain.from_iterable(map(self._of_item, self._replaced.get(reference, ())))
        said = (line for line in kept if line.status is None)
        return tuple(islice(chain(lines, said), _LONGEST_LOOK))

    def sent_to(self, reference: ItemReference) -> tuple[Line, ...]:
        """The lines of the items that its answer sends the reader to, and that these send on to."""
        targets = dict.fromkeys(
            cross.target
            for item in self._covering(reference)
            for cross in item.cross_references
            if cross.delegates and cross.target != reference
        )
        followed = targets | dict.fromkeys(self._ends.get(reference, ()))
        lines = chain.from_iterable(map(self.of, followed))
        return tuple(islice(lines, _LONGEST_LOOK))

    def elsewhere(self, kind: str, own: tuple[Line, ...]) -> Iterator[Line]:
        """Lines of other items that show a kind of thing."""
        known = {id(line) for line in own}
        found = (line for line in self._by_kind.get(kind, ()) if id(line) not in known)
        return islice(found, _LONGEST_LOOK)

    @cached_property
    def _by_kind(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for item in self._all:
            for line in self._of_item(item):
                for kind in line.shown:
                    found.setdefault(kind, []).append(line)
        return found

    def _covering(self, reference: ItemReference) -> list[AnswerItem]:
        if reference in self._items:
            return self._items[reference]
        if reference in self.alignment.referred:
            return [] if self.is_referred(reference) else self._referring
        if reference not in self.alignment.unlabelled and reference not in self._replaced:
            return []
        # What was to be answered later is not, where a later answer has come.
        later = not all(map(self._is_provisional_item, self._all))
        return [i for i in self._nameless if not (later and self._is_provisional_item(i))]

    def _is_provisional_item(self, item: AnswerItem) -> bool:
        return self._stages[id(item)] is Stage.PROVISIONAL

    def _of_item(self, item: AnswerItem) -> tuple[Line, ...]:
        lines = self._lines.get(id(item))
        if lines is None:
            found = tuple(sentences_of(item.passages))
            rows = rows_of_figures(found)
            lines = tuple(
                Line(sentence, self._marks, breaks_down=sentence in rows) for sentence in found
            )
            self._lines[id(item)] = lines
        return lines
