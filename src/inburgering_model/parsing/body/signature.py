"""What some answers end with: the name and office of the minister, a place and a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.body.answer_body import annex_start
from inburgering_model.parsing.heads.signatories import (
    Signatory,
    is_name,
    office_end,
    signatory_at,
)
from inburgering_model.parsing.language.days import Day, find_day
from inburgering_model.parsing.text.lines import Line, Place
from inburgering_model.parsing.text.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Signature", "signature_of"]


@frozen
class Signature:
    """The lines ``first`` to ``end`` (half-open) of an answer, the day they give, and the name."""

    first: int
    end: int
    day: Day | None = None
    name: Place | None = None
    offices: Place | None = None


# "Brussel, 5 maart 2021", "Gedaan te Brussel op 5 maart 2021".
_PLACE = re.compile(
    r"(?:(?:Gedaan|Opgemaakt)\s+te\s+[A-ZÀ-Þ][\w'’ -]{1,40}?,?|[A-ZÀ-Þ][\w'’-]{1,30},)"
    r"\s+(?:(?:op|de|den)\s+){0,2}(?=\d)"
)
# A name to the left or the right of that is set apart by a wide gap.
_GAP = re.compile(r"(?<=\S)(?: {3,}|\t\s*)(?=\S)")
_MOST_LINES, _LONGEST = 5, 70


def signature_of(lines: Sequence[Line]) -> Signature | None:
    """The signature at the end of an answer, above its annexes; None when there is none."""
    end = annex_start(lines)
    dated = _dated(lines, end)
    if dated is None:
        return _named(lines, end, end)
    for index in range(dated.first + 1, end):
        below = signatory_at(lines, index) or _name_below_office(lines, index)
        if below is not None and dated.name is None:
            return Signature(dated.first, end, dated.day, below.name, below.offices)
        if dated.name is None and is_name(lines[index].text):
            return Signature(dated.first, end, dated.day, _place(lines[index]))
    return _named(lines, dated.first, end, dated.day) or dated


def _place(line: Line) -> Place:
    return Place(line.start, line.end)


def _dated(lines: Sequence[Line], end: int) -> Signature | None:
    """A signature that begins with a place and a day."""
    for first in range(end - 1, max(end - 1 - _MOST_LINES, 0), -1):
        found = _signed_on(lines[first])
        if found is not None:
            begins = lines[first].blank_before or ends_sentence(lines[first - 1].text)
            return Signature(first, end, *found) if begins else None
        if not _can_sign(lines[first].text):
            return None
    return None


def _named(lines: Sequence[Line], below: int, end: int, day: Day | None = None) -> Signature | None:
    """A signature that begins with a name, apart from the text, and offices down to ``below``."""
    for first in range(below - 1, max(below - 1 - _MOST_LINES, 0), -1):
        signatory = signatory_at(lines, first) or _name_below_office(lines, first)
        if signatory is not None:
            apart = lines[first].blank_before and ends_sentence(lines[first - 1].text)
            whole = apart and signatory.end == below
            return Signature(first, end, day, signatory.name, signatory.offices) if whole else None
    return None


# "De Vlaamse minister van Wonen,", above the name.
_THE = re.compile(r"De\s(?=Vlaamse?\s[Mm]inister|[Mm]inister|[Vv]ice)")


def _name_below_office(lines: Sequence[Line], first: int) -> Signatory | None:
    """A minister whose name stands below "De Vlaamse minister van …,"."""
    opening = _THE.match(lines[first].text)
    if opening is None:
        return None
    end = office_end(lines, first, opening.end())
    # A comma at the end of the office does not make an office of the name.
    end -= end > first + 1 and is_name(lines[end - 1].text)
    if end == first or end >= len(lines) or not is_name(lines[end].text):
        return None
    start, stop = lines[first].start + opening.end(), lines[end - 1].end
    stop -= lines[end - 1].text.endswith(",")
    return Signatory(_place(lines[end]), Place(start, stop), end + 1)


def _signed_on(line: Line) -> tuple[Day, Place | None] | None:
    """The day of a line that holds nothing but a place and a day, and a name beside them."""
    gap = _GAP.search(line.text)
    name: Place | None = None
    start, end = 0, len(line.text)
    if gap is not None and is_name(line.text[: gap.start()]):
        name, start = Place(line.start, line.start + gap.start()), gap.end()
    elif gap is not None and is_name(line.text[gap.end() :]):
        name, end = Place(line.start + gap.end(), line.end), gap.start()
    place = _PLACE.match(line.text, start, end)
    day = find_day(line.text, place.end(), end) if place else None
    if place is None or day is None or day.start != place.end():
        return None
    if line.text[day.end : end] not in ("", "."):
        return None
    return Day(line.start + day.start, line.start + day.end, day.value), name


def _can_sign(text: str) -> bool:
    """Whether a line can be a name or an office below the date."""
    return len(text) <= _LONGEST and text[-1] not in ".?!:;" and not any(map(str.isdigit, text))
