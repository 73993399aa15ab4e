"""Who held which office in the Flemish government, 2009-2021.

Source and licence: ``data/README.md``. Later cabinets are not in the table: ask :func:`covers`
before taking an empty answer for a no.

>>> from datetime import date
>>> [record.title for record in offices_on("BART SOMERS", date(2019, 12, 20)) if record.title]
['Vlaams minister van Binnenlands Bestuur, Bestuurszaken, Inburgering en Gelijke Kansen']
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from inburgering_model.model.people import fold
from inburgering_model.reference.tables import day_or_none, rows

__all__ = ["MinisterRecord", "covers", "offices_on", "records"]

# Publications of the same mandate differ by a day: midnight in Brussels is the day before in UTC.
_TOLERANCE = timedelta(days=1)


@frozen(kw_only=True, weakref_slot=False)
class MinisterRecord:
    """One office of one minister in one composition of the government.

    ``title`` is None where the source leaves it empty. ``end`` (included) is None where the source
    gives none: the office had not ended when the table was made.
    """

    given_name: str
    family_name: str
    title: str | None
    start: date
    end: date | None
    mandate_uri: str
    person_uri: str

    @property
    def name(self) -> str:
        """The name in its natural form."""
        return f"{self.given_name} {self.family_name}"

    def held_on(self, day: date) -> bool:
        """Whether the office was held on a day, to the letter of the table."""
        return self.start <= day and (self.end is None or day <= self.end)


@cache
def records() -> tuple[MinisterRecord, ...]:
    """All offices, in the order of the table: by composition of the government."""
    return tuple(
        MinisterRecord(
            given_name=row["given_name"],
            family_name=row["family_name"],
            title=row["title"] or None,
            start=date.fromisoformat(row["start"]),
            end=day_or_none(row["end"]),
            mandate_uri=row["mandate_uri"],
            person_uri=row["person_uri"],
        )
        for row in rows("ministers.csv")
    )


def offices_on(name: str, day: date) -> tuple[MinisterRecord, ...]:
    """The offices that a person of a name held on a day; one person often holds two.

    A day of difference is tolerated at both ends, since publications differ by one. So on the day a
    government changes, both the old and the new office are given: first those held to the letter of
    the table. Nothing is given for days that the table does not cover.
    """
    if not covers(day):
        return ()
    near = [
        record
        for record in _by_name().get(fold(name), ())
        if record.held_on(day)
        or record.held_on(day - _TOLERANCE)
        or record.held_on(day + _TOLERANCE)
    ]
    return tuple(sorted(near, key=lambda record: not record.held_on(day)))


def covers(day: date) -> bool:
    """Whether a day lies between the first and the last date in the table, give or take a day.

    >>> covers(date(2019, 12, 20)), covers(date(2023, 11, 8))
    (True, False)
    """
    first, last = _covered()
    return first - _TOLERANCE <= day <= last + _TOLERANCE


@cache
def _covered() -> tuple[date, date]:
    days = [day for record in records() for day in (record.start, record.end) if day is not None]
    return min(days), max(days)


@cache
def _by_name() -> Mapping[str, tuple[MinisterRecord, ...]]:
    found: dict[str, tuple[MinisterRecord, ...]] = {}
    for record in records():
        key = fold(record.name)
        found[key] = (*found.get(key, ()), record)
    return found
