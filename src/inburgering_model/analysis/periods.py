"""Whether periods that were told of one thing agree, and the most precise of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import FieldValueError
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import UNKNOWN, Boundary, Period

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import timedelta

__all__ = ["agreed"]


def agreed(periods: Collection[Period]) -> Period | None:
    """The period that all of them can be, as precisely as they tell; None when they contradict.

    Bounds agree when they can be the same day: "2018" and "the end of 2018" do, and an unknown one
    with any. An open bound and a date do not.

    >>> agreed([Period.from_edtf("2018/"), Period.from_edtf("/2019"), Period.from_edtf("/2019-36")])
    Period.from_edtf('2018/2019-36')
    >>> agreed([Period.from_edtf("2018/.."), Period.from_edtf("2018/2019")]) is None
    True
    """
    start = _agreed_bound({period.start for period in periods})
    end = _agreed_bound({period.end for period in periods})
    if start is None or end is None:
        return None
    try:
        return Period(start=start, end=end)
    except FieldValueError:  # one tells of a start after the end that another tells of
        return None


def _agreed_bound(
    bounds: Collection[PartialDate | Boundary],
) -> PartialDate | Boundary | None:
    known = [bound for bound in bounds if bound is not UNKNOWN]
    dates = [bound for bound in known if isinstance(bound, PartialDate)]
    if not dates:
        return known[0] if known else UNKNOWN
    common = max(d.earliest for d in dates) <= min(d.latest for d in dates)
    if len(dates) < len(known) or not common:
        return None
    return min(dates, key=lambda bound: (_width(bound), bound.edtf))


def _width(bound: PartialDate) -> timedelta:
    return bound.latest - bound.earliest
