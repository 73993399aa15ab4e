"""A minister and his offices, on lines of their own: the name, and the offices below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.heads.elements import CAPITAL_NAME, element, past_separator
from inburgering_model.parsing.language.days import Day, find_day
from inburgering_model.parsing.language.names import NATURAL_NAME, OFFICE_HEAD
from inburgering_model.parsing.text.lines import Line, Place, is_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "NO_OFFICE_END",
    "NamedMinister",
    "Signatory",
    "is_name",
    "minister_after",
    "office_end",
    "signatory_after",
    "signatory_at",
]


@frozen
class Signatory:
    """A name, the offices below it, and the index of the line after them."""

    name: Place
    offices: Place
    end: int


# An office that goes on below.
_OPEN = re.compile(r"(?:,|-|\b(?:en|van|de|het|voor|minister|vlaams|vlaamse))$", re.IGNORECASE)
# The rest of an office, or one more, at the start of a line.
_JOINED = re.compile(r"(?:en|van)\s", re.IGNORECASE)
_MOST_LINES, _LONGEST = 5, 130
NO_OFFICE_END = ".?!:;"
"""What no office ends in."""


def is_name(text: str) -> bool:
    """Whether a line holds a name and nothing else."""
    return OFFICE_HEAD.search(text) is None and bool(
        NATURAL_NAME.fullmatch(text) or CAPITAL_NAME.fullmatch(text)
    )


def office_end(lines: Sequence[Line], index: int, position: int = 0) -> int:
    """The index after the offices that begin on a line; the index itself when none do."""
    if index >= len(lines) or not OFFICE_HEAD.match(lines[index].text, position):
        return index
    end = index + 1
    while end < min(len(lines), index + _MOST_LINES) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on with the offices that the line before it is of."""
    return (
        not line.blank_before
        and len(line.text) <= _LONGEST
        and line.text[-1] not in NO_OFFICE_END
        and is_capitals(line.text) == is_capitals(before.text)
        and (
            _OPEN.search(before.text) is not None
            or _JOINED.match(line.text) is not None
            or OFFICE_HEAD.match(line.text) is not None
        )
    )


def signatory_at(lines: Sequence[Line], index: int) -> Signatory | None:
    """The minister whose name a line holds, with the offices beside or below it; None without."""
    if index >= len(lines):
        return None
    text = lines[index].text
    office = OFFICE_HEAD.search(text)
    name = text[: office.start()].rstrip(" ,-–") if office else text
    if not is_name(name):
        return None
    return _signatory(lines, index, Place(0, len(name)), office.start() if office else len(text))


def _signatory(lines: Sequence[Line], index: int, name: Place, position: int) -> Signatory | None:
    """A minister whose name stands on a line, and whose offices begin at a position or below."""
    line = lines[index]
    beside = position < len(line.text)
    first = index if beside else index + 1
    end = office_end(lines, first, position if beside else 0)
    if end == first or lines[end - 1].text[-1] in NO_OFFICE_END:
        return None
    if not beside and lines[first].blank_before:
        return None
    start = line.start + position if beside else lines[first].start
    place = Place(line.start + name.start, line.start + name.end)
    return Signatory(place, Place(start, lines[end - 1].end), end)


def signatory_after(lines: Sequence[Line], index: int, position: int) -> Signatory | None:
    """The minister whom "van de heer NAME" names after a caption, beside it or on the line below.

    Without an office, it is the one who asked that stands there.
    """
    if position >= len(lines[index].text):
        index, position = index + 1, 0
        if index >= len(lines) or lines[index].blank_before:
            return None
    line = lines[index]
    read = element(line, position)
    if read is None or read[0] != "author" or not isinstance(read[1], Place):
        return None
    name = Place(read[1].start - line.start, read[1].end - line.start)
    return _signatory(lines, index, name, past_separator(line.text, read[2]))


@frozen
class NamedMinister:
    """A minister beside a caption: his name and the day of the answer, where they stand there."""

    name: Place | None
    day: Day | None


# "van minister", "door de Vlaamse minister": the bare office before a name, or instead of it.
_BARE_OFFICE = re.compile(
    r"(?:van|door)\s+(?:de\s+)?(?:bevoegde\s+)?(?:Vlaamse?\s+)?"
    r"(?:(?:vice-?)?minister(?:-president)?|staatssecretaris)\b\s*",
    re.IGNORECASE,
)
_FAMILY_NAME = re.compile(r"(?:(?:Van|De|Den|Der|Ten|Ter)\s(?:(?:de|den|der)\s)?)?[A-ZÀ-Þ][\w'’-]+")
# What an office is of, without a name after it that could be told apart.
_PORTFOLIOS = re.compile(r"van\s[A-ZÀ-Þ][^.?!:;()0-9]{2,90}")
_BEFORE_DAY = re.compile(r"\s*(?:[,(–-]\s*)?(?:(?:op|van|d\.d\.)\s+)?(?=\d)")
_CLOSED = re.compile(r"\s*\)?\s*:?$")


def minister_after(line: Line, position: int) -> NamedMinister | None:
    """The minister whom the rest of a line names by his office, with or without name and day.

    None where the line says anything else: "Antwoord van de minister was er niet."
    """
    text = line.text
    office = _BARE_OFFICE.match(text, position)
    if office is None:
        return None
    end = office.end()
    if portfolios := _PORTFOLIOS.match(text, end):
        return NamedMinister(None, None) if _CLOSED.match(text, portfolios.end()) else None
    found = next(
        filter(
            None, (each.match(text, end) for each in (NATURAL_NAME, CAPITAL_NAME, _FAMILY_NAME))
        ),
        None,
    )
    name = Place(line.start + end, line.start + found.end()) if found else None
    end = found.end() if found else end
    before = _BEFORE_DAY.match(text, end)
    day = find_day(text, before.end()) if before else None
    if before and day and day.start == before.end():
        end = day.end
        day = Day(line.start + day.start, line.start + day.end, day.value)
    else:
        day = None
    return NamedMinister(name, day) if _CLOSED.match(text, end) else None
