"""How sure a figure can be of what was asked: it can count, or belong to, something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.cues import Cue, has_cue
from inburgering_model.analysis.coverage.figures import figures_in
from inburgering_model.analysis.coverage.verdicts import FOR_SURE, HINT, LIKELY, PLAUSIBLE
from inburgering_model.analysis.coverage.wording import is_content, stem
from inburgering_model.analysis.coverage.years import tells_of_other_years
from inburgering_model.model.people import fold

if TYPE_CHECKING:
    from inburgering_model.analysis.coverage.asking import Part
    from inburgering_model.analysis.coverage.looking import Line

__all__ = ["counts_something_else", "gives_total_of_each", "most_sure"]

_FIGURES = frozenset(("number", "amount", "share"))
# What is counted: the word after "hoeveel", or after an adjective.
_COUNTED = re.compile(r"(?<!\w)hoeveel\s(?:\w{2,20}e\s(?=\w{3,40}en\s))?(\w{3,40})", re.IGNORECASE)
# The word that a figure counts; a place or a clause after it is none.
_UNIT = re.compile(r"\s([a-zà-ÿ]\w{2,40})")
# "Geen budget van 3 miljoen euro": the figure is denied; at most four words between.
_DENIED = re.compile(r"(?<!\w)geen(?:\s\w{1,40}){0,4}\s\Z", re.IGNORECASE)
_BEFORE = 120
_LONGEST_LOOK = 20  # figures of one sentence


def counts_something_else(part: Part, line: Line, kind: str) -> bool:
    """Whether "hoeveel vrouwen" is asked, and a line counts others: 12 men.

    A figure that stands alone ("het zijn er 12") counts what was asked.
    """
    asked = _COUNTED.search(part.text) if kind == "number" and part.kind == "number" else None
    noun = fold(asked[1]) if asked is not None else ""
    if not is_content(noun) or line.sentence.in_rows:
        return False
    wanted = stem(noun)
    if any(wanted in said for said in line.sentence.stems):
        return False
    text = line.sentence.text
    units = [
        _UNIT.match(text, figure.end)
        for figure, _ in zip(figures_in(text), range(_LONGEST_LOOK), strict=False)
        if figure.kind == "number"
    ]
    counted = [fold(unit[1]) for unit in units if unit is not None]
    others = [
        word
        for word in counted
        if is_content(word) and stem(word) not in part.stems and not noun.endswith(word)
    ]
    return bool(others) and len(others) == len(units)


# What asks for a figure of each: "per gemeente", "van elk proefproject".
_TIMES = r"(?!(?:jaar|maand|week|dag|uur|keer|ochtend|avond|nacht|zomer|winter)(?!\w))"
_EACH = re.compile(
    rf"(?<!\w)(?:(?:elke?|iedere?) {_TIMES}|(?:afzonderlijk|telkens)(?!\w))"
    rf"|(?<!\w)per {_TIMES}(?P<unit>\w{{3,40}})",
    re.IGNORECASE,
)
# What gives one figure for all of them.
_TOGETHER = re.compile(r"(?<!\w)(?:samen(?! met)|in totaal|gezamenlijk)(?!\w)", re.IGNORECASE)


def gives_total_of_each(part: Part, line: Line, kind: str) -> bool:
    """Whether a figure of each is asked for, and a line has one for all of them together."""
    only = kind in _FIGURES and line.shown.get(kind) == 1 and "breakdown" not in line.shown
    each = _EACH.search(part.text) if only else None
    text = line.sentence.text
    if each is None or (each["unit"] and f"per {each['unit']}" in text):
        return False
    return _TOGETHER.search(text) is not None


def most_sure(part: Part, line: Line, kind: str, *, alone: bool) -> float:
    """How sure a line of a kind can be at most to answer a part."""
    if kind not in _FIGURES:
        return FOR_SURE
    text = line.sentence.text
    if counts_something_else(part, line, kind):
        return PLAUSIBLE if alone else HINT
    if tells_of_other_years(part.text, text) or _is_denied(text):
        return PLAUSIBLE
    others = has_cue(text, Cue.OTHERS) and not has_cue(part.text, Cue.OTHERS)
    return LIKELY if others else FOR_SURE


def _is_denied(text: str) -> bool:
    figures = zip(figures_in(text), range(_LONGEST_LOOK), strict=False)
    return any(_DENIED.search(text[max(0, f.start - _BEFORE) : f.start]) for f, _ in figures)
