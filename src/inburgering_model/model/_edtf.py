"""What calendar days an EDTF expression can mean.

EDTF is the Extended Date/Time Format: ISO 8601-2:2019, of which the Library of Congress publishes a
profile in three levels (https://www.loc.gov/standards/datetime/). This module reads the part that
describes one date between the years 1 and 9999, and intervals of such dates. Everything else in the
format is refused by name, so that nobody has to guess why a valid EDTF text is not accepted here.

Supported, with the level of the Library of Congress specification:

* 0: ``2019``, ``2019-12``, ``2019-12-20`` and the interval ``2018/2019-06``;
* 1: seasons 21-24, a qualifier ``~ ? %`` at the end, unspecified digits (``201X``, ``2019-XX``),
  open (``..``) and unknown (empty) sides of an interval;
* 2: quarters 33-36, halves 40-41, a qualifier at a single component (``2004-06~-11``), ``X`` in
  any place (``156X-12-25``), and the closed one-of range ``[2018-05..2018-08]``.

Wider than the examples of the specification: a season, quarter, half or one-of range may be a side
of an interval, and a season, quarter or half may have a qualifier.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date
from functools import lru_cache
from itertools import product
from typing import Final

__all__ = ["DATE_PATTERN", "LONGEST_TEXT", "bounds", "qualifiers", "split_interval"]

LONGEST_TEXT: Final = 64

_QUALIFIERS: Final = frozenset("~?%")
_ASCENDING: Final = "0123456789"
_DESCENDING: Final = "9876543210"
_ANY: Final = "XX"  # a month or day that is left out can be any
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31
_LEAP_YEAR: Final = "2000"  # has every day that any year has

# First and last month of each part of a year; a last month before the first is in the next year.
# Codes: Library of Congress specification, level 1 "Seasons" and level 2 "Sub-year groupings". The
# format does not say which months a season has: these are the meteorological ones of the north.
_PARTS_OF_YEAR: Final = {
    "21": (3, 5),  # spring
    "22": (6, 8),  # summer
    "23": (9, 11),  # autumn
    "24": (12, 2),  # winter
    "33": (1, 3),  # quarters
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),  # halves; EDTF calls them semestrals
    "41": (7, 12),
}

_REFUSED_PARTS_OF_YEAR: Final = dict.fromkeys(
    map(str, range(25, 33)),
    "seasons by hemisphere (25-32) are not supported; write the season as 21-24",
) | dict.fromkeys(
    map(str, range(37, 40)),
    "trimesters of four months (37-39) are not supported; write [2018-01..2018-04]",
)

# One component with at most one qualifier, either before it (for this component: individual
# qualification) or after it (for this one and all to its left: group qualification).
_YEAR: Final = r"(?:[~?%]?[0-9X]{4}|[0-9X]{4}[~?%])"
_MONTH_OR_DAY: Final = r"(?:[~?%]?[0-9X]{2}|[0-9X]{2}[~?%])"

# A date, a month, a year or a part of a year, with qualifiers and unspecified digits.
_DATE_FORM: Final = rf"{_YEAR}(?:-{_MONTH_OR_DAY}(?:-{_MONTH_OR_DAY})?)?"
_DATE: Final = re.compile(_DATE_FORM)

# A closed one-of range of plain dates: no qualifiers, unspecified digits or parts of a year.
_PLAIN_DATE: Final = r"[0-9]{4}(?:-(?:0[0-9]|1[0-2])(?:-[0-9]{2})?)?"
_ONE_OF_RANGE: Final = re.compile(rf"\[({_PLAIN_DATE})\.\.({_PLAIN_DATE})\]")

DATE_PATTERN: Final = rf"{_DATE_FORM}|\[{_PLAIN_DATE}\.\.{_PLAIN_DATE}\]"
"""What every text that ``bounds`` accepts matches, for other readers; the calendar decides."""

# What a text that has neither of these two forms is, and what to write instead: the first pattern
# found decides. Each is a search for fixed characters, or anchored at the start.
_REFUSALS: Final = tuple(
    (re.compile(pattern), explanation)
    for pattern, explanation in (
        (r"\A\Z", "an empty text is not a date; write at least a year, such as 2019"),
        (r"\s", "a date contains no white space; write it without"),
        (r"[^\x00-\x7f]", "a date contains ASCII only; write the digits as 0-9, the hyphen as -"),
        (r"/", "an interval is not one date; write its start and its end apart"),
        (r"[{}]", "all-of sets {..} are not supported; write one value for each date"),
        (r"\A\[[^,]*,", "one-of lists [a,b] are not supported; write a one-of range [a..b]"),
        (r"\A\[\.\.|\.\.\]\Z", "open one-of ranges [..a] and [a..] are refused; write both dates"),
        (r"[\[\]]", "a one-of range has two plain dates; write it like [2018-05..2018-08]"),
        (r"\.\.", "'..' is not a date; write a one-of range [a..b] or an interval a/.."),
        (r":|[0-9X][Tt][0-9]", "times and date-times are not supported; write the date alone"),
        (r"[0-9X]S[0-9]", "significant digits (S) are not supported; write X for unknown digits"),
        (r"\AY-?[0-9]+E", "exponential years (Y1E5) are not supported; write a year of 0001-9999"),
        (r"\AY-?[0-9]", "Y-prefixed years are not supported; write a year of 0001-9999"),
        (r"\A-[0-9X]", "negative years are not supported; write a year of 0001-9999"),
        (r"\A[0-9]{4}-?W[0-9]", "week dates are not EDTF; write the calendar dates"),
        (r"\A[0-9]{4}-[0-9]{3}\Z", "ordinal dates are not EDTF; write the month and the day"),
        (r"\A(?:[0-9]{6}|[0-9]{8})\Z", "the basic format is not EDTF; write hyphens: 2019-12-20"),
        (r"\A[0-9X]{2,3}\Z", "a year has four digits; write a century as 19XX, a decade as 201X"),
        (r"\A[0-9X~?%-]*[xuU][0-9XxuU~?%-]*\Z", "an unspecified digit is a capital X; write 201X"),
        (r"\A[0-9X~?%-]*[~?%]", "a qualifier stands once at a component; write % for both ~ and ?"),
    )
)
_NOT_A_DATE: Final = "not an EDTF date; write YYYY, YYYY-MM or YYYY-MM-DD"


@lru_cache(maxsize=4096)
def bounds(text: str) -> tuple[date, date]:
    """Return the earliest and the latest calendar day that an EDTF date expression can mean.

    Qualifiers do not change the bounds: the format does not say how far "approximately" reaches.
    Unspecified digits stand for every digit that gives a valid calendar date (Library of Congress
    specification, levels 1 and 2), so ``19XX-02-29`` runs from 1904-02-29 to 1996-02-29.

    Raises ``ValueError``, saying what is wrong and what to write instead, for any other text.
    """
    _check_is_short_text(text)
    one_of = _ONE_OF_RANGE.fullmatch(text)
    if one_of is not None:
        return _one_of_bounds(text, one_of[1], one_of[2])
    if _DATE.fullmatch(text) is None:
        raise _refusal(text, _why_not_a_date(text))
    year, *month_and_day = "".join(c for c in text if c not in _QUALIFIERS).split("-")
    if year == "0000":
        raise _refusal(text, "year 0000 is not supported; write a year of 0001-9999")
    if month_and_day and month_and_day[0] in _PARTS_OF_YEAR:
        return _part_of_year_bounds(text, year, *month_and_day)
    return _calendar_bounds(text, year, *month_and_day)


def split_interval(text: str) -> tuple[str, str]:
    """Return what stands on either side of the one slash of an EDTF interval.

    A date expression, ``..`` (open) or nothing (unknown): Library of Congress specification, level
    1, "Extended Interval". Whether the sides are dates, and in order, is for the period to say.
    Raises ``ValueError`` for a text too long, or without exactly one slash.
    """
    _check_is_short_text(text)
    start, slash, end = text.partition("/")
    if not slash or "/" in end:
        raise _refusal(text, "an interval has exactly one slash; write start/end, such as 2018/..")
    return start, end


def qualifiers(text: str) -> frozenset[str]:
    """Return which of ``~`` (approximate), ``?`` (uncertain) and ``%`` (both) a date contains.

    The qualifier of a single component (level 2, "Qualification") counts as well.
    Raises ``ValueError`` for a text that ``bounds`` refuses.
    """
    bounds(text)
    return _QUALIFIERS.intersection(text)


def _check_is_short_text(text: object) -> None:
    """Refuse what is not text, and text too long to be worth reading."""
    if not isinstance(text, str):
        raise TypeError(f"an EDTF expression is a str, not {type(text).__name__}")
    if len(text) > LONGEST_TEXT:
        raise ValueError(
            f"an EDTF expression of {len(text)} characters is too long; "
            f"write at most {LONGEST_TEXT}"
        )


def _refusal(text: str, explanation: str) -> ValueError:
    return ValueError(f"{text!r}: {explanation}")


def _why_not_a_date(text: str) -> str:
    return next((why for pattern, why in _REFUSALS if pattern.search(text)), _NOT_A_DATE)


def _one_of_bounds(text: str, first: str, last: str) -> tuple[date, date]:
    """Bounds of ``[first..last]``: one date in between (level 2, "Set representation")."""
    first_bounds, last_bounds = bounds(first), bounds(last)
    if first_bounds[0] > last_bounds[0] or first_bounds[1] > last_bounds[1]:
        raise _refusal(text, "a one-of range is in order; write the earlier date first")
    return first_bounds[0], last_bounds[1]


def _part_of_year_bounds(text: str, year: str, code: str, day: str = "") -> tuple[date, date]:
    """Bounds of a season, quarter or half (level 1 "Seasons", level 2 "Sub-year groupings")."""
    if day:
        raise _refusal(text, "a season, quarter or half has no day; write it without")
    if "X" in year:
        raise _refusal(text, "a season, quarter or half needs a whole year; write it without X")
    first_month, last_month = _PARTS_OF_YEAR[code]
    earliest = date(int(year), first_month, 1)
    if first_month <= last_month:
        return earliest, _end_of_month(earliest.year, last_month)
    if earliest.year == MAXYEAR:  # the calendar ends before the winter does
        return earliest, date.max
    return earliest, _end_of_month(earliest.year + 1, last_month)


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _calendar_bounds(text: str, year: str, month: str = _ANY, day: str = _ANY) -> tuple[date, date]:
    """Bounds of a date with or without unspecified digits: its first and its last valid match."""
    if not any(_fillings(month, _LAST_MONTH)):
        no_such_month = f"there is no such month as {month}; write 01-12"
        raise _refusal(text, _REFUSED_PARTS_OF_YEAR.get(month, no_such_month))
    if _first_valid(_LEAP_YEAR, month, day) is None:
        raise _refusal(text, f"there is no day {day} in month {month}; write a day of that month")
    earliest = _first_valid(year, month, day)
    latest = _first_valid(year, month, day, _DESCENDING)
    if earliest is None or latest is None:
        raise _refusal(text, "29 February is in leap years only; write another year or day")
    return earliest, latest


def _first_valid(year: str, month: str, day: str, digits: str = _ASCENDING) -> date | None:
    """Return the first valid date when each ``X`` is filled with ``digits`` in the order given."""
    months = tuple(_fillings(month, _LAST_MONTH, digits))
    days = tuple(_fillings(day, _LAST_DAY, digits))
    valid_dates = (
        date(year_number, month_number, day_number)
        for year_number in _fillings(year, MAXYEAR, digits)
        for month_number in months
        for day_number in days
        if day_number <= monthrange(year_number, month_number)[1]
    )
    return next(valid_dates, None)


def _fillings(pattern: str, last: int, digits: str = _ASCENDING) -> Iterator[int]:
    """Yield what a pattern such as ``19X2`` can be, from 1 to ``last``, in the order of digits."""
    choices = (digits if character == "X" else character for character in pattern)
    numbers = (int("".join(filling)) for filling in product(*choices))
    return (number for number in numbers if 1 <= number <= last)
