"""Periods with partial, open or unknown ends."""

from datetime import date
from enum import Enum
from typing import Final, Literal, Self

from attrs import frozen

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


@frozen(kw_only=True, weakref_slot=False, repr=False)
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
        """Read an EDTF interval; raises ValueError when it is none that is supported."""
        start, end = split_interval(interval)
        return cls(start=_boundary(start), end=_boundary(end))

    def _inconsistency(self) -> tuple[str, str] | None:
        if (
            isinstance(self.start, PartialDate)
            and isinstance(self.end, PartialDate)
            and self.end.compare(self.start) is Order.BEFORE
        ):
            return "end", f"{self.end} is before the start {self.start}"
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


def _boundary(text: str) -> PartialDate | Boundary:
    return Boundary(text) if text in ("", "..") else PartialDate(text)


def _written(boundary: PartialDate | Boundary) -> str:
    return boundary.value if isinstance(boundary, Boundary) else boundary.edtf
