"""The municipalities of the Flemish Region: NIS codes, names, and since or until when they count.

Source and licence: ``data/README.md``. The table has the 300 municipalities of 2019, the 15 that
mergers ended the day before, and the 12 that mergers made on 1 January 2025. It has none of the
municipalities that mergers ended in 1977 and 1983.

A municipality is looked up by name and day: some kept their name in a merger and got a new code.

>>> from datetime import date
>>> [find("Lokeren", day).nis for day in (date(2019, 12, 20), date(2025, 6, 1))]
['46014', '46029']
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from attrs import frozen

from inburgering_model.model.people import fold
from inburgering_model.reference.tables import day_or_none, rows

__all__ = [
    "TABLE_BEGINS",
    "MunicipalityRecord",
    "find",
    "in_a_flemish_arrondissement",
    "in_another_region",
    "names",
    "records",
    "with_nis",
]

TABLE_BEGINS: Final = date(1995, 1, 1)
"""The day from which the table has every municipality of the Flemish Region: 308 until 2018.

Grade U: the last merger before was in 1983, the last new names are from the eighties.
"""

# The first two digits of a NIS code are the arrondissement. Those of the Brussels and Walloon
# Regions, past and present, by province, as in Statbel's REFNIS (grade U: from memory).
_ARRONDISSEMENTS_OF_OTHER_REGIONS = frozenset(
    [
        *("21", "25"),
        *("51", "52", "53", "54", "55", "56", "57", "58"),
        *("61", "62", "63", "64"),
        *("81", "82", "83", "84", "85"),
        *("91", "92", "93"),
    ]
)


@frozen(kw_only=True, weakref_slot=False)
class MunicipalityRecord:
    """One municipality under one NIS code.

    ``valid_from`` and ``valid_until`` (both included) are None when the table knows no such day: it
    existed before the table begins, or still does. ``successor`` is the NIS code of what it merged
    into. ``vlaamse_rand`` tells the 19 municipalities of the Flemish periphery of Brussels,
    ``facilities`` the six among them where French speakers have language facilities.
    """

    nis: str
    name: str
    name_fr: str
    province: str
    valid_from: date | None = None
    valid_until: date | None = None
    successor: str | None = None
    vlaamse_rand: bool = False
    facilities: bool = False

    def valid_on(self, day: date) -> bool:
        """Whether the code is in use on a day."""
        return self.days_from(day) == 0

    def days_from(self, day: date) -> int:
        """How many days a day lies before or after the time the code is in use; 0 within it."""
        if self.valid_from is not None and day < self.valid_from:
            return (self.valid_from - day).days
        if self.valid_until is not None and day > self.valid_until:
            return (day - self.valid_until).days
        return 0


@cache
def records() -> tuple[MunicipalityRecord, ...]:
    """All municipalities, by NIS code."""
    return tuple(
        MunicipalityRecord(
            nis=row["nis"],
            name=row["name_nl"],
            name_fr=row["name_fr"],
            province=row["province"],
            valid_from=day_or_none(row["valid_from"]),
            valid_until=day_or_none(row["valid_until"]),
            successor=row["successor"] or None,
            vlaamse_rand=bool(row["vlaamse_rand"]),
            facilities=bool(row["facilities"]),
        )
        for row in rows("municipalities.csv")
    )


def find(name: str, day: date | None = None) -> MunicipalityRecord | None:
    """The municipality of a Dutch name on a day, whatever its capitals, accents and hyphens.

    When no record of that name is in use that day, the one nearest in time is given, so that a
    former name is found too, and a later one; ask :meth:`MunicipalityRecord.valid_on` to tell.
    Without a day it is the one in use last. None when no municipality has the name.

    >>> find("SINT PIETERS LEEUW").nis
    '23077'
    >>> find("Kortessem", date(2026, 1, 1)).successor
    '71072'
    """
    candidates = _by_name().get(fold(name))
    if candidates is None:
        return None
    return min(candidates, key=lambda record: record.days_from(day or date.max))


def with_nis(code: str) -> MunicipalityRecord | None:
    """The municipality with a NIS code, in use or not; None when there is none.

    >>> with_nis("23088").name
    'Vilvoorde'
    """
    return _by_nis().get(code)


def in_another_region(code: str) -> bool:
    """Whether a NIS code is of the Brussels or Walloon Region, which the table does not cover.

    >>> in_another_region("21004"), in_another_region("23088")
    (True, False)
    """
    return code[:2] in _ARRONDISSEMENTS_OF_OTHER_REGIONS


def in_a_flemish_arrondissement(code: str) -> bool:
    """Whether a NIS code begins like those of an arrondissement in the table.

    Such a code can be of a municipality that a merger ended before the table begins.

    >>> in_a_flemish_arrondissement("11003"), in_a_flemish_arrondissement("99999")
    (True, False)
    """
    return code[:2] in _flemish_arrondissements()


@cache
def names() -> tuple[str, ...]:
    """Every Dutch name once, in the order of :func:`records`."""
    return tuple(dict.fromkeys(record.name for record in records()))


@cache
def _flemish_arrondissements() -> frozenset[str]:
    return frozenset(record.nis[:2] for record in records())


@cache
def _by_nis() -> Mapping[str, MunicipalityRecord]:
    return {record.nis: record for record in records()}


@cache
def _by_name() -> Mapping[str, tuple[MunicipalityRecord, ...]]:
    found: dict[str, tuple[MunicipalityRecord, ...]] = {}
    for record in records():
        key = fold(record.name)
        found[key] = (*found.get(key, ()), record)
    return found
