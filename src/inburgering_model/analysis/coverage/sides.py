"""What is asked by two measures, or of two things: "per jaar en per provincie", "zowel … als …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.wording import stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.analysis.coverage.looking import Line

__all__ = ["leaves_out_a_side"]

# Two measures, or one that a figure is to be split by.
_MEASURES = re.compile(r"\bper (\w{3,40})(?:,| en| alsook) per (\w{3,40})", re.IGNORECASE)
_SPLIT_BY = re.compile(r"\bopgesplitst (?:naar|volgens) (\w{3,40})", re.IGNORECASE)
# Two things, each after its word, up to a sign.
_BOTH = re.compile(r"\bzowel ([^,?]{3,60}?) als ([^,?]{3,60})", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHOWN_BY = {
    "geslacht": re.compile(r"\b(?:man|mannen|vrouw|vrouwen|jongens|meisjes)\b", re.IGNORECASE),
    "jaar": _YEAR,
    "werkjaar": _YEAR,
    "schooljaar": _YEAR,
    "provincie": re.compile(r"\b(?:Antwerpen|Limburg|(?:Oost|West)-Vlaanderen|Vlaams-Brabant)\b"),
}
_PLACES = frozenset(("gemeente", "stad", "bestuur"))


def leaves_out_a_side(asked: str, lines: Sequence[Line]) -> bool:
    """Whether an answer shows one of two sides and not the other, or not what it is split by.

    Of two of which neither shows, nobody can tell. An annex may hold anything, and so may figures
    side by side, for what has no names that are known here.
    """
    if any("annex" in line.shown for line in lines):
        return False
    if split := _SPLIT_BY.search(asked):
        return not _shows(split[1].lower(), lines)
    sides = _MEASURES.search(asked) or _BOTH.search(asked)
    return sides is not None and len({_shows(side.lower(), lines) for side in sides.groups()}) > 1


def _shows(side: str, lines: Sequence[Line]) -> bool:
    stems = stems_of(side)
    if any(line.overlap(stems) for line in lines):
        return True
    if known := _SHOWN_BY.get(side):
        return any(known.search(line.sentence.text) for line in lines)
    shown = "place" if side in _PLACES else "breakdown"
    return any(shown in line.shown for line in lines)
