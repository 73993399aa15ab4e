"""The instruments that a follow-up names: what its destination is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.parsing.content.conditions import Piece
    from inburgering_model.parsing.content.uptakes import Uptake

__all__ = ["instruments_of"]

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
