"""How a rule writes a day, and which day that is in a year.

There are four ways:

* ``2020-05-22``: that day, once;
* ``07-21``: that day of every year (29 February is refused, since not every year has it);
* ``easter+39``, ``easter-2``: so many days after or before Easter;
* ``easter-recess+7``: so many days after the first day of the Easter recess (*paasreces*).

>>> day_in("easter+39", 2019)
datetime.date(2019, 5, 30)
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dateutil.easter import easter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "EACH_YEAR",
    "EXPECTED",
    "NOTATION",
    "day_in",
    "easter_recess",
    "manner",
    "notation_problem",
]

EACH_YEAR: Final = "each year"
"""The manner of a day such as ``07-21``."""

_MARCH, _APRIL = 3, 4
_LATEST_EASTER_OF_THE_APRIL_RULE = 15
_WEEK: Final = timedelta(weeks=1)
_DAY: Final = timedelta(days=1)
_NOT_A_LEAP_YEAR = 2001

_MONTH_AND_DAY: Final = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_YEAR: Final = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
# From -80 to +250: counted so, a day stays in the year of its Easter.
_OFFSET: Final = r"(?:\+(?:0?[0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|250)|-0?(?:[0-7]?[0-9]|80))"
NOTATION: Final = rf"(?:{_YEAR}-)?{_MONTH_AND_DAY}|easter(?:-recess)?{_OFFSET}?"
"""How all of them look; that the calendar has the day is another matter."""
EXPECTED: Final = (
    "a day such as '2020-05-22', '07-21' (of every year), 'easter+39' or 'easter-recess+7' "
    "(-80 to +250)"
)
"""What to say of anything else."""

# A day of one year, or of each: four digits and a hyphen if any, then month and day.
_FIXED: Final = re.compile(rf"(?:({_YEAR})-)?({_MONTH_AND_DAY})")
# A day counted from Easter, or from the first day of the Easter recess.
_MOVABLE: Final = re.compile(rf"(easter|easter-recess)({_OFFSET})?")


def easter_recess(year: int) -> tuple[date, date]:
    """The first and the last day of the Easter recess (*paasreces*) of a year: a fortnight.

    Two weeks from the first Monday of April; when Easter is in March, from the Monday after it;
    when Easter is after 15 April, from the second Monday before it. This is the rule of Flemish
    school holidays; that the parliament follows it is an assumption (grade U), which fits 2018,
    2019, 2020 and 2024.

    >>> easter_recess(2019)
    (datetime.date(2019, 4, 8), datetime.date(2019, 4, 21))
    """
    sunday = _easter_sunday(year)
    if sunday.month == _MARCH:
        first = sunday + _DAY
    elif sunday.day > _LATEST_EASTER_OF_THE_APRIL_RULE:
        first = sunday + _DAY - 2 * _WEEK
    else:
        first = date(year, _APRIL, 1)
        first += _DAY * (-first.weekday() % 7)
    return first, first + 2 * _WEEK - _DAY


def _easter_sunday(year: int) -> date:
    sunday: date = easter(year)  # says the type to whoever has no stubs of dateutil
    return sunday


_ORIGINS: Final[Mapping[str, Callable[[int], date]]] = {
    "easter": _easter_sunday,
    "easter-recess": lambda year: easter_recess(year)[0],
}


def day_in(notation: str, year: int) -> date:
    """The day that a notation means in a year; what is once is that day, whatever the year.

    Raises ValueError when it means none.
    """
    fixed = _FIXED.fullmatch(notation)
    if fixed is not None:
        month, day = map(int, fixed[2].split("-"))
        return date(int(fixed[1] or year), month, day)
    movable = _MOVABLE.fullmatch(notation)
    if movable is None:
        message = f"no day is written as {notation!r}"
        raise ValueError(message)
    return _ORIGINS[movable[1]](year) + int(movable[2] or 0) * _DAY


def manner(notation: str) -> str:
    """In which way a day is written; two days written in the same way can be compared."""
    fixed = _FIXED.fullmatch(notation)
    if fixed is not None:
        return "once" if fixed[1] else EACH_YEAR
    return notation.rstrip("+-0123456789")


def notation_problem(notation: str) -> str | None:
    """What is wrong with a notation that looks right: a day that no calendar has, or not each year.

    >>> notation_problem("02-30")
    "the calendar has no day '02-30' (every year)"
    """
    fixed = _FIXED.fullmatch(notation)
    if fixed is None:
        return None
    try:
        day_in(notation, _NOT_A_LEAP_YEAR)
    except ValueError:
        each = "" if fixed[1] else " (every year)"
        return f"the calendar has no day {notation!r}{each}"
    return None
