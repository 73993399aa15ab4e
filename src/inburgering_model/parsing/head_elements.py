"""The elements that heads are made of: a number, an author, a date, an addressee."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.days import Day, find_day
from inburgering_model.parsing.names import NATURAL_NAME, OFFICE_HEAD

if TYPE_CHECKING:
    from inburgering_model.parsing.lines import Line

__all__ = ["CAPITAL_NAME", "CAPTION", "Place", "element", "past_separator"]


@frozen
class Place:
    """A stretch of clean text."""

    start: int
    end: int


_TITLES = r"(?:(?:de\s+heer|mevrouw|mevr\.?|dhr\.?|juffrouw|volksvertegenwoordiger)\s+)?"
# Elements of a head; each is tried where the one before it ended.
CAPTION = re.compile(r"(?:SCHRIFTELIJKE|PARLEMENTAIRE)\s+VRA(?:AG|GEN)\b", re.IGNORECASE)
# Of several numbers ("nr. 142, 256 en 147") the first is taken.
_NUMBER = re.compile(
    r"(?:schriftelijke\s+)?(?:vraag\s+)?(?:nr|nummer)s?\.?\s*:?\s*(\d{1,5})\b(?![./-]\d)"
    r"(?:\s*(?:,|en|&)\s*(?:nrs?\.?\s*)?\d{1,5}\b(?![./-]\d)){0,9}(?:\s*\(\d{4}-\d{4}\))?",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:datum|d\.d\.|van|gesteld\s+op)\s*:?\s*(?=\d)", re.IGNORECASE)
_BY = re.compile(rf"van\s*:?\s+{_TITLES}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_TO = re.compile(rf"(?:gericht\s+)?aan\s*:?\s+(?:minister\s+)?{_TITLES}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s,;–-]*")
# A name in capitals, as far as it goes on a line.
CAPITAL_NAME = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:\s+(?:[A-ZÀ-Þ'’][A-ZÀ-Þ.'’-]*|d['’][A-ZÀ-Þ-]+)){1,7}"
)


def element(line: Line, position: int) -> tuple[str, object, int] | None:
    """The element at a position of a line: its name, its value, and where it ends."""
    text = line.text
    if match := CAPTION.match(text, position):
        return "caption", None, match.end()
    if match := _NUMBER.match(text, position):
        place = Place(line.start + match.start(1), line.start + match.end(1))
        return "number", place, match.end()
    if match := _DATE.match(text, position):
        day = find_day(text, match.end())
        if day is not None and day.start == match.end():
            return "day", Day(line.start + day.start, line.start + day.end, day.value), day.end
    for name, pattern in (("author", _BY), ("addressee", _TO)):
        if match := pattern.match(text, position):
            end = _name_end(text, match.end())
            if end is not None:
                return name, Place(line.start + match.end(), line.start + end), end
    return None


def _name_end(text: str, start: int) -> int | None:
    match = CAPITAL_NAME.match(text, start) or NATURAL_NAME.match(text, start)
    if match is None:
        return None
    office = OFFICE_HEAD.search(text, start, match.end())
    end = office.start() if office else match.end()
    return start + len(text[start:end].rstrip(" ,"))


def past_separator(text: str, position: int) -> int:
    """Where the next element can begin: past spaces, commas and dashes."""
    match = _SEPARATOR.match(text, position)
    return match.end() if match else position
