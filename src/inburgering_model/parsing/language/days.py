"""A full day as a head prints it: ``20 december 2019``, ``20/12/2019``, ``2019-12-20``."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

__all__ = ["MONTHS", "Day", "find_day"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb",
            "maart mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Names and abbreviations of the months, and their numbers."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# Day, month and year: in words, in figures, or year first.
_DAY = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s?(?:e\s)?\s*({_MONTH})\.?\s*(\d{{4}})(?!\d)"
    r"|(?<!\d)(\d{1,2})([./-]|\s)(\d{1,2})\5(\d{4})(?!\d)"
    r"|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)",
    re.IGNORECASE,
)


@frozen
class Day:
    """A printed day: ``value`` is None when the calendar has no such day (31 February)."""

    start: int
    end: int
    value: date | None


def find_day(text: str, start: int = 0, end: int | None = None) -> Day | None:
    """The first full day printed in a stretch of text; None when there is none.

    >>> find_day("op vraag nr. 75 van 20 december 2019").value
    datetime.date(2019, 12, 20)
    """
    match = _DAY.search(text, start, len(text) if end is None else end)
    if match is None:
        return None
    day, word, year, day_figure, _, month, year_figure, iso_year, iso_month, iso_day = (
        match.groups()
    )
    if word:
        parts = int(year), MONTHS[word.lower()], int(day)
    elif month:
        parts = int(year_figure), int(month), int(day_figure)
    else:
        parts = int(iso_year), int(iso_month), int(iso_day)
    try:
        value = date(*parts)
    except ValueError:
        value = None
    return Day(match.start(), match.end(), value)
