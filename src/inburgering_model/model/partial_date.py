"""Dates as precise as the text gives them, and no more."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated, Final, NoReturn

from attrs import frozen

from inburgering_model.errors import wrong_type
from inburgering_model.model._edtf import DATE_PATTERN, LONGEST_TEXT, bounds
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import Constraint

__all__ = ["Order", "PartialDate"]


def _edtf_problem(value: str) -> str | None:
    try:
        bounds(value)
    except ValueError as error:
        return str(error)
    return None


class Order(Enum):
    """How two partial dates lie: certainly before, after or equal, or it cannot be told.

    An order is not true or false: ``bool(order)`` raises TypeError, so that "maybe" is never taken
    for "no" in silence. Compare it: ``a.compare(b) is Order.BEFORE``.
    """

    BEFORE = "before"
    AFTER = "after"
    EQUAL = "equal"
    MAYBE = "maybe"

    def __bool__(self) -> NoReturn:
        message = "an Order is neither true nor false; compare it with Order.BEFORE and so on"
        raise TypeError(message)


@frozen(weakref_slot=False, repr=False, order=False)
class PartialDate(Entity):
    """A date that may be a month, a season, a quarter, a year …, written in EDTF (ISO 8601-2).

    Supported: day, month, year; seasons ``21``-``24`` (21 is March to May, 24 December to
    February); quarters ``33``-``36``; halves ``40`` and ``41``; the qualifiers ``~ ? %``;
    unspecified digits ``X``; a one-of range ``[2018-05..2018-08]``; years 0001 to 9999. The rest of
    EDTF is refused by name.

    A qualifier says how sure the source is, not how far the date reaches: the bounds are those of
    the expression, and ``compare`` looks at the bounds only. Two dates that differ in qualifiers
    are not equal (``==``), but have the same order to every other.

    >>> end_of_2018 = PartialDate("2018-36")
    >>> end_of_2018.earliest, end_of_2018.latest
    (datetime.date(2018, 10, 1), datetime.date(2018, 12, 31))
    >>> end_of_2018.compare(PartialDate("2019-12-20"))
    <Order.BEFORE: 'before'>
    >>> PartialDate("2019-02-29")
    Traceback (most recent call last):
    ...
    inburgering_model.errors.FieldValueError: PartialDate.edtf: ...
    """

    edtf: Annotated[
        str,
        Constraint(
            problem=_edtf_problem,
            schema={"pattern": f"^(?:{DATE_PATTERN})$", "maxLength": LONGEST_TEXT},
        ),
    ]

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return bounds(self.edtf)[0]

    @property
    def latest(self) -> date:
        """The last day it can be."""
        return bounds(self.edtf)[1]

    def compare(self, other: "PartialDate | date") -> Order:
        """How this date lies to another, as far as their bounds tell; qualifiers do not count.

        >>> PartialDate("2019-12-20~").compare(PartialDate("2019-12-20"))
        <Order.EQUAL: 'equal'>

        Raises TypeError for anything but a partial date or a date; a datetime is neither.
        """
        first, last = _bounds_of(other)
        if self.latest < first:
            return Order.BEFORE
        if self.earliest > last:
            return Order.AFTER
        if self.earliest == self.latest == first == last:
            return Order.EQUAL
        return Order.MAYBE

    def __str__(self) -> str:
        """The EDTF string."""
        return self.edtf

    def __repr__(self) -> str:
        """As it is made."""
        return f"PartialDate({self.edtf!r})"


_HINTS: Final = {"str": "make a PartialDate of it", "datetime": "pass its date()"}


def _bounds_of(value: object) -> tuple[date, date]:
    if isinstance(value, PartialDate):
        return bounds(value.edtf)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value, value
    raise wrong_type("a PartialDate or a date", value, _HINTS)
