"""Dates, periods and money in words, never saying more than is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inburgering_model.model.period import OPEN, UNKNOWN, Boundary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from inburgering_model.model.partial_date import PartialDate
    from inburgering_model.model.period import Period

__all__ = ["amount_in_words", "date_in_words", "day_in_words", "period_in_words"]

# Not from the calendar module: that one follows the locale.
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# What EDTF's codes for parts of a year mean; {next} is the year after.
_PARTS_OF_YEAR: Final[Mapping[str, str]] = {
    "21": "the spring of {year}",
    "22": "the summer of {year}",
    "23": "the autumn of {year}",
    "24": "the winter of {year}-{next}",
    "33": "the first quarter of {year}",
    "34": "the second quarter of {year}",
    "35": "the third quarter of {year}",
    "36": "the last quarter of {year}",
    "40": "the first half of {year}",
    "41": "the second half of {year}",
}
# In the order in which they are said: the first that a date contains counts.
_QUALIFIERS: Final[Mapping[str, str]] = {
    "%": "perhaps about {date}",
    "~": "about {date}",
    "?": "perhaps {date}",
}
# The qualifiers of EDTF.
_QUALIFIER = re.compile("[~?%]")
_SIDES: Final[Mapping[Boundary, tuple[str, str]]] = {
    OPEN: ("with no set start", "with no set end"),
    UNKNOWN: ("start not stated", "end not stated"),
}
_LONGEST_AMOUNT: Final = 18


def day_in_words(day: date) -> str:
    """A day as people write it, whatever the locale.

    >>> import datetime
    >>> day_in_words(datetime.date(2019, 12, 20))
    '20 December 2019'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_in_words(partial: PartialDate) -> str:
    """A partial date in words.

    >>> from inburgering_model import PartialDate
    >>> date_in_words(PartialDate("2018-36")), date_in_words(PartialDate("2018-05~"))
    ('the last quarter of 2018', 'about May 2018')
    >>> date_in_words(PartialDate("[2018-05..2018-08]"))
    'some time between 1 May and 31 August 2018'
    """
    plain = _QUALIFIER.sub("", partial.edtf)
    if plain.startswith("[") or "X" in plain:
        words = f"some time between {_days_in_words(partial.earliest, partial.latest)}"
    else:
        words = _plain_in_words(*plain.split("-"))
    qualified = next((said for sign, said in _QUALIFIERS.items() if sign in partial.edtf), "{date}")
    return qualified.format(date=words)


def _plain_in_words(year: str, month: str = "", day: str = "") -> str:
    if month in _PARTS_OF_YEAR:
        return _PARTS_OF_YEAR[month].format(year=int(year), next=int(year) + 1)
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "")
    return " ".join((*filter(None, parts), str(int(year))))


def _days_in_words(first: date, last: date) -> str:
    start = day_in_words(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} and {day_in_words(last)}"


def period_in_words(period: Period) -> str:
    """A period in words, with an end that is open or not stated said so.

    >>> from inburgering_model import Period
    >>> period_in_words(Period.from_edtf("/2018-36"))
    'until the last quarter of 2018 (start not stated)'
    >>> period_in_words(Period.from_edtf("2016/.."))
    'from 2016 (with no set end)'
    >>> period_in_words(Period.from_edtf("2020-09/2022"))
    'September 2020 to 2022'
    """
    start, end = period.start, period.end
    if isinstance(start, Boundary):
        unsaid = _SIDES[start][0]
        if isinstance(end, Boundary):
            return f"{unsaid}, {_SIDES[end][1]}"
        return f"until {date_in_words(end)} ({unsaid})"
    if isinstance(end, Boundary):
        return f"from {date_in_words(start)} ({_SIDES[end][1]})"
    if start == end:
        return date_in_words(start)
    return f"{date_in_words(start)} to {date_in_words(end)}"


def amount_in_words(amount: Decimal, currency: str) -> str:
    """An amount in figures, in groups of three that no comma or point can be mistaken for.

    >>> from decimal import Decimal
    >>> amount_in_words(Decimal("1250000"), "EUR").replace(chr(160), "_")
    'EUR_1_250_000'
    """
    fits = abs(amount.adjusted()) < _LONGEST_AMOUNT
    figures = f"{amount:,f}".replace(",", "\N{NO-BREAK SPACE}") if fits else str(amount)
    return f"{currency}\N{NO-BREAK SPACE}{figures}"
