"""The condition on which a thing hangs: *indien* (if), *op voorwaarde dat* (provided that)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Condition", "Piece", "condition_of"]

Piece = tuple[int, int]
"""Offsets of the passage, half-open."""

_FINITE = frozenset(("{auxiliary}", "{ongoing_auxiliary}"))


class Condition(NamedTuple):
    """Where a condition stands, and the range of words it takes."""

    piece: Piece
    words: tuple[int, int]
    makes_planned: bool
    """Whether what happens on it is still to come, though it is told in the present."""


class _Cue(NamedTuple):
    words: tuple[str, ...]
    is_clause: bool
    makes_planned: bool


def condition_of(statement: Statement, start: int, end: int) -> Condition | None:
    """The condition in a clause: from its cue to the next comma, the finite verb, or the end.

    A conjunction of one word (*als*) counts only where it opens the sentence or follows a comma.
    """
    cues = _cues()
    for index in [i for i, word in enumerate(statement.words[start:end], start) if word in cues]:
        for cue in cues[statement.words[index]]:
            after = index + len(cue.words)
            if statement.words[index:after] != cue.words or after >= end:
                continue
            if len(cue.words) > 1 or _opens(statement, index):
                last = _extent(statement, after, end, is_clause=cue.is_clause)
                piece = statement.offsets(index, last)
                return Condition(piece, (index, last), cue.makes_planned)
    return None


@cache
def _cues() -> Mapping[str, tuple[_Cue, ...]]:
    cues: dict[str, tuple[_Cue, ...]] = {}
    for row in rows("conditions"):
        words = tuple(row["cue"].lower().split())
        cue = _Cue(words, row["form"] == "clause", row["makes"] == "planned")
        cues[words[0]] = (*cues.get(words[0], ()), cue)
    return cues


def _opens(statement: Statement, index: int) -> bool:
    if index == 0:
        return True
    between = statement.passage.text[statement.places[index - 1][1] : statement.places[index][0]]
    return "," in between


def _extent(statement: Statement, after: int, end: int, *, is_clause: bool) -> int:
    text = statement.passage.text
    for last in range(after, end):
        gap = text[statement.places[last - 1][1] : statement.places[last][0]]
        finite = not is_clause and last > after and _is_finite(statement, last)
        if "," in gap or finite:
            return last
    return end


def _is_finite(statement: Statement, index: int) -> bool:
    return not statement.atoms[index].isdisjoint(_FINITE)
