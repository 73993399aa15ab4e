"""The answer term against rule sets of ``dateutil``: ``python -m benchmarks.answer_term``.

One rule set is made for each question; another once, for all of them, and keeps the days it has
found. All count the same terms, and are checked to agree before they are measured.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, YEARLY, rrule, rruleset

import inburgering_model as im
from benchmarks._timing import best_seconds, print_ratios

if TYPE_CHECKING:
    from collections.abc import Callable

_DAYS = (date(2019, 12, 20), date(2019, 7, 5), date(2018, 3, 21), date(2024, 2, 26))


def rule_set(start: datetime, *, cache: bool = False) -> rruleset:
    """The days on which a term runs, from a day on; it has the Easter recesses of ``_DAYS``."""
    yearly = partial(rrule, YEARLY, dtstart=start)
    daily = partial(rrule, DAILY, dtstart=start)
    days = rruleset(cache=cache)
    days.rrule(daily(byweekday=(MO, TU, WE, TH, FR)))
    days.exrule(yearly(byeaster=(1, 39, 50)))
    for month, day in ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)):
        days.exrule(yearly(bymonth=month, bymonthday=day))
    days.exrule(daily(bymonth=7, bymonthday=range(21, 32)))
    days.exrule(daily(bymonth=8))
    days.exrule(daily(bymonth=12, bymonthday=range(25, 32)))
    days.exrule(daily(bymonth=1, bymonthday=(1, 2)))
    for first in (date(2018, 4, 9), date(2019, 4, 15), date(2020, 4, 13), date(2024, 4, 8)):
        for offset in range(7):
            days.exdate(datetime.combine(first + timedelta(offset), time()))
    return days


def monday_after(asked: date) -> datetime:
    """Midnight of the Monday after the week of a day."""
    return datetime.combine(asked + timedelta(7 - asked.weekday()), time())


def due_by_rule_set(asked: date) -> date:
    """The last of 20 days, in a set made for this question."""
    return list(islice(rule_set(monday_after(asked)), 20))[-1].date()


def due_by_lasting_rule_set(days: rruleset, asked: date) -> date:
    """The last of 20 days, in a set that was made before."""
    return list(days.xafter(monday_after(asked), count=20, inc=True))[-1].date()


def all_due(count: Callable[[date], date]) -> list[date]:
    """When the answers to all the questions are due."""
    return [count(day) for day in _DAYS]


def main() -> None:
    """Print the ratios."""
    lasting = rule_set(datetime.combine(min(_DAYS), time()), cache=True)
    functions: dict[str, Callable[[date], date]] = {
        "answer_term": lambda day: im.answer_term(day).due,
        "rruleset": due_by_rule_set,
        "rruleset, made once": partial(due_by_lasting_rule_set, lasting),
    }
    for day in _DAYS:
        if len({count(day) for count in functions.values()}) != 1:
            message = f"they do not agree on {day}"
            raise AssertionError(message)
    best = best_seconds({name: partial(all_due, count) for name, count in functions.items()})
    print_ratios(f"The terms of {len(_DAYS)} questions", best)


if __name__ == "__main__":
    main()
