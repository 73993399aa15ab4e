"""A statement that tells of pilots: which of them, and which parts of it do not count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from attrs import frozen

from inburgering_model.parsing.content.discourse import Focus
from inburgering_model.parsing.content.modality import Supposition, suppositions
from inburgering_model.parsing.content.statements import Statement

__all__ = ["Said"]


@frozen(kw_only=True, slots=False, eq=False)
class Said:
    """A statement with its focus, and the ranges of offsets that follow-ups take up, in order."""

    statement: Statement
    focus: Focus
    taken: Sequence[tuple[int, int]]

    @property
    def of_programme(self) -> bool:
        """Whether it is about the programme, and not about its pilots."""
        return self.statement.has("programme") and not self.focus.places

    def is_free(self, offset: int) -> bool:
        """Whether no follow-up takes up an offset."""
        index = bisect_right(self.taken, offset, key=itemgetter(0))
        return index == 0 or self.taken[index - 1][1] <= offset

    def is_supposed(self, index: int) -> bool:
        """Whether a word stands in a condition."""
        found = self._supposition_at(index)
        return found is not None and found.condition[0] <= index < found.condition[1]

    def hangs_on_condition(self, index: int) -> bool:
        """Whether a word stands in a clause with a condition that tells of no past."""
        found = self._supposition_at(index)
        if found is None:
            return False
        before, after = found.condition
        parts = (found.start, before), (after, found.end)
        return not any(self.statement.has_in(*part, "done_auxiliary") for part in parts)

    def _supposition_at(self, index: int) -> Supposition | None:
        before = bisect_right(self._suppositions, index, key=_start)
        found = self._suppositions[before - 1] if before else None
        return found if found is not None and index < found.end else None

    @cached_property
    def _suppositions(self) -> tuple[Supposition, ...]:
        return suppositions(self.statement)


def _start(supposition: Supposition) -> int:
    return supposition.start
