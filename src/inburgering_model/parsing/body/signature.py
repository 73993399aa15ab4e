"""The place and date that some answers end with, and the name and office below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.body.answer_body import annex_start
from inburgering_model.parsing.language.days import Day, find_day
from inburgering_model.parsing.text.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = ["Signature", "signature_of"]


@frozen
class Signature:
    """The lines ``first`` to ``end`` (half-open) of an answer, and the day they give."""

    first: int
    end: int
    day: Day


# "Brussel, 5 maart 2021", "Gedaan te Brussel op 5 maart 2021".
_PLACE = re.compile(
    r"(?:(?:Gedaan|Opgemaakt)\s+te\s+[A-ZÀ-Þ][\w'’ -]{1,40}?,?|[A-ZÀ-Þ][\w'’-]{1,30},)"
    r"\s+(?:(?:op|de|den)\s+){0,2}(?=\d)"
)
_MOST_LINES, _LONGEST = 4, 70


def signature_of(lines: Sequence[Line]) -> Signature | None:
    """The signature at the end of an answer, above its annexes; None when there is none."""
    end = annex_start(lines)
    for first in range(end - 1, max(end - 1 - _MOST_LINES, 0), -1):
        day = _signed_on(lines[first])
        if day is not None:
            begins = lines[first].blank_before or ends_sentence(lines[first - 1].text)
            return Signature(first, end, day) if begins else None
        if not _can_sign(lines[first].text):
            return None
    return None


def _signed_on(line: Line) -> Day | None:
    """The day of a line that holds nothing but a place and a day."""
    place = _PLACE.match(line.text)
    day = find_day(line.text, place.end()) if place else None
    if place is None or day is None or day.start != place.end():
        return None
    if line.text[day.end :] not in ("", "."):
        return None
    return Day(line.start + day.start, line.start + day.end, day.value)


def _can_sign(text: str) -> bool:
    """Whether a line can be a name or an office below the date."""
    return len(text) <= _LONGEST and text[-1] not in ".?!:;" and not any(map(str.isdigit, text))
