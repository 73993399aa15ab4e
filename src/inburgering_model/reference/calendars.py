"""On which days of a year an answer term runs: working days, less what suspends it.

A calendar is made from :class:`~inburgering_model.TermRules` once for each year.

>>> from inburgering_model.reference.term_rules import TermRules
>>> rules = TermRules()
>>> is_working_day(date(2019, 12, 26), rules), runs_on(date(2019, 12, 26), rules)
(True, False)
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from inburgering_model.errors import FieldValueError
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.reference._days_of_year import day_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.reference.term_rules import Suspension, TermRules

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Stretch",
    "YearCalendar",
    "has_weekday",
    "is_working_day",
    "runs_on",
    "year_calendar",
]

FIRST_YEAR: Final = 1583
"""The first year with a calendar: the first whose Easter ``dateutil`` knows."""
LAST_YEAR: Final = 4099
"""The last year with a calendar."""

_DAYS_OF_WEEK = 7
_SATURDAY = 5
_CALENDARS_KEPT = 1024


class Stretch(NamedTuple):
    """Days on which the term is suspended: first and last (ordinals), and by which rules."""

    first: int
    last: int
    rules: tuple[str, ...]
    period: Period


class YearCalendar(NamedTuple):
    """A year by the rules; days are ordinals (:meth:`datetime.date.toordinal`), in order.

    ``running`` are the days on which a term runs; ``holidays`` those from Monday to Friday on which
    it would run otherwise, with the ids of their rules; ``days_off`` all holidays.
    """

    running: tuple[int, ...]
    suspended: tuple[Stretch, ...]
    holidays: tuple[tuple[int, str], ...]
    days_off: frozenset[int]


@lru_cache(maxsize=_CALENDARS_KEPT)
def year_calendar(rules: TermRules, year: int) -> YearCalendar:
    """The calendar of a year; raises FieldValueError outside ``FIRST_YEAR`` to ``LAST_YEAR``."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        detail = f"there is no calendar of {year}: only of {FIRST_YEAR} to {LAST_YEAR}"
        raise FieldValueError("YearCalendar", "year", detail)
    suspended = tuple(sorted(_stretches(rules, year)))
    stopped = frozenset(day for stretch in suspended for day in range(stretch[0], stretch[1] + 1))
    holidays = sorted(
        (day.toordinal(), holiday.id)
        for holiday in rules.holidays
        if (day := day_in(holiday.day, year)).year == year
    )
    days_off = frozenset(day for day, _ in holidays)
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    weekdays = [day for day in range(first, last + 1) if _weekday(day) < _SATURDAY]
    return YearCalendar(
        running=tuple(day for day in weekdays if day not in stopped and day not in days_off),
        suspended=suspended,
        holidays=tuple(
            (day, identifier)
            for day, identifier in holidays
            if _weekday(day) < _SATURDAY and day not in stopped
        ),
        days_off=days_off,
    )


def is_working_day(day: date, rules: TermRules) -> bool:
    """Whether a day is no Saturday, Sunday or holiday, be the term suspended on it or not."""
    return (
        day.weekday() < _SATURDAY and day.toordinal() not in year_calendar(rules, day.year).days_off
    )


def runs_on(day: date, rules: TermRules) -> bool:
    """Whether a term runs on a day: a working day on which nothing suspends it."""
    return day.toordinal() in year_calendar(rules, day.year).running


def has_weekday(first: int, last: int) -> bool:
    """Whether there is a day from Monday to Friday between two ordinals, both included."""
    return first <= last and (
        last - first >= _DAYS_OF_WEEK - _SATURDAY
        or _weekday(first) < _SATURDAY
        or _weekday(last) < _SATURDAY
    )


def _weekday(ordinal: int) -> int:
    """0 on Monday: day 1 of the calendar is one."""
    return (ordinal - 1) % _DAYS_OF_WEEK


def _stretches(rules: TermRules, year: int) -> Iterator[Stretch]:
    for suspension in rules.suspensions:
        for first, last in suspension.in_year(year):
            yield Stretch(
                first.toordinal(), last.toordinal(), _ids(suspension), _period(first, last)
            )


def _ids(suspension: Suspension) -> tuple[str, ...]:
    dated_by = suspension.dated_by
    return (suspension.id,) if dated_by is None else (suspension.id, dated_by.id)


def _period(first: date, last: date) -> Period:
    return Period(start=PartialDate(first.isoformat()), end=PartialDate(last.isoformat()))
