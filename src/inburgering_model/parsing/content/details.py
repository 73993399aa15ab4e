"""The condition on which a follow-up hangs, and the instruments that it names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.content.uptakes import Uptake

__all__ = ["Condition", "Piece", "condition_of", "instruments_of"]

Piece = tuple[int, int]
"""Offsets of the passage, half-open."""

# What introduces the instruments of an offer.
_INTRODUCTION = re.compile(
    r"\b(?:met name|namelijk|meer bepaald|te weten|zoals|waaronder|nl\.|m\.n\.)\s"
)
# What stands between instruments: a comma or "en", before a determiner.
_BETWEEN = re.compile(r"(?:,|\sen|,\sen)\s(?=(?:de|het|een)\s)")
_DETERMINER = re.compile(r"(?:de|het|een)\s")
# A quoted title of at most 120 characters.
_QUOTED = re.compile(r"[\"“«‘']([^\"“”«»‘’']{2,120})[\"”»’']")
# What ends a list of instruments: a relative clause, a bracket or a semicolon.
_LIST_END = re.compile(r",\s(?:die|dat|waar|wat|zodat|om)\b|[;(]")
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
    for index in range(start, end):
        for cue in _cues().get(statement.words[index], ()):
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


def instruments_of(uptake: Uptake) -> Iterator[Piece]:
    """What the destination is made of: listed after "met name", or named between quotes."""
    statement = uptake.statement
    text = statement.passage.text
    start, end = statement.offsets(*uptake.zone)
    introduction = _INTRODUCTION.search(text, start, end)
    if introduction is not None:
        yield from _listed(text, introduction.end(), _list_end(text, introduction.end(), end))
        return
    for quoted in _QUOTED.finditer(text, start, min(end + 1, statement.end)):
        yield quoted.span(1)


def _list_end(text: str, start: int, end: int) -> int:
    """The list ends before a relative clause, a bracket or a semicolon."""
    stop = _LIST_END.search(text, start, end)
    return end if stop is None else stop.start()


def _listed(text: str, start: int, end: int) -> Iterator[Piece]:
    position = start
    for between in _BETWEEN.finditer(text, start, end):
        yield _without_determiner(text, position, between.start())
        position = between.end()
    yield _without_determiner(text, position, end)


def _without_determiner(text: str, start: int, end: int) -> Piece:
    determiner = _DETERMINER.match(text, start, end)
    return (start if determiner is None else determiner.end()), end
