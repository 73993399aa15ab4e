"""Periods with partial, open or unknown ends."""

from datetime import date
from enum import Enum
from typing import Final, Literal, Self

from attrs import frozen

from inburgering_model.errors import FieldValueError
from inburgering_model.model._edtf import split_interval
from inburgering_model.model._entity import Entity
from inburgering_model.model.partial_date import Order, PartialDate

__all__ = ["OPEN", "UNKNOWN", "Boundary", "Period"]


class Boundary(Enum):
    """An end of a period that is no date: ``OPEN`` (it goes on) or ``UNKNOWN`` (not stated)."""

    OPEN = ".."
    UNKNOWN = ""

    def __repr__(self) -> str:
        """The public name."""
        return self.name


OPEN: Final[Literal[Boundary.OPEN]] = Boundary.OPEN
"""The period has no end (or no beginning): ``2016/..``."""
UNKNOWN: Final[Literal[Boundary.UNKNOWN]] = Boundary.UNKNOWN
"""The text does not say when: ``/2018-36``."""


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Period(Entity):
    """From a date to a date, both included; either may be partial, ``OPEN`` or ``UNKNOWN``.

    Its JSON form is the EDTF interval.

    >>> period = Period.from_edtf("/2018-36")
    >>> period.start, period.end, str(period)
    (UNKNOWN, PartialDate('2018-36'), '/2018-36')
    """

    start: PartialDate | Boundary = UNKNOWN
    end: PartialDate | Boundary = UNKNOWN

    @classmethod
    def from_edtf(cls, interval: str) -> Self:
        """Read an EDTF interval.

        Raises FieldValueError when it is none that is supported: of the side that is no date, of
        the end when it certainly lies before the start (``2020/2019``; but ``2019-12/2019`` can be
        in order) or when neither is known, and of the start for what is no interval at all.
        """
        name = cls.__name__
        try:
            start, end = split_interval(interval)
        except ValueError as error:
            raise FieldValueError(name, "start", str(error)) from None
        return cls(start=_boundary(name, "start", start), end=_boundary(name, "end", end))

    def _inconsistency(self) -> tuple[str, str] | None:
        if (
            isinstance(self.start, PartialDate)
            and isinstance(self.end, PartialDate)
            and self.end.compare(self.start) is Order.BEFORE
        ):
            return "end", f"{self.end} is before the start {self.start}: the interval is reversed"
        if self.start is UNKNOWN and self.end is UNKNOWN:
            return "end", "neither end is known: leave the period out (None)"
        return None

    @property
    def edtf(self) -> str:
        """The EDTF interval."""
        return f"{_written(self.start)}/{_written(self.end)}"

    @property
    def earliest(self) -> date | None:
        """The first day it can have begun; None when that is open or unknown."""
        return self.start.earliest if isinstance(self.start, PartialDate) else None

    @property
    def latest(self) -> date | None:
        """The last day it can have ended; None when that is open or unknown."""
        return self.end.latest if isinstance(self.end, PartialDate) else None

    def __str__(self) -> str:
        """The EDTF interval."""
        return self.edtf

    def __repr__(self) -> str:
        """As it is made."""
        return f"Period.from_edtf({self.edtf!r})"


def _boundary(entity: str, side: str, text: str) -> PartialDate | Boundary:
    if text in _BOUNDARIES:
        return Boundary(text)
    try:
        return PartialDate(text)
    except FieldValueError as error:
        raise FieldValueError(entity, side, error.detail) from None


_BOUNDARIES = frozenset(boundary.value for boundary in Boundary)


def _written(boundary: PartialDate | Boundary) -> str:
    return boundary.value if isinstance(boundary, Boundary) else boundary.edtf
