"""Agencies and services that Flemish answers name: what they are called, in full and for short.

The table is a help for reading, no register: whatever is not in it can still be a party. Its rows
carry their own source and grade. Their names are compared as they are printed.

>>> record = find("AgII")
>>> record.name, record.kind.value
('Agentschap Integratie en Inburgering', 'agency')
"""

from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import frozen

from inburgering_model.model.people import PartyKind
from inburgering_model.reference.tables import day_or_none, rows

__all__ = ["AgencyRecord", "find", "records"]


@frozen(kw_only=True, weakref_slot=False)
class AgencyRecord:
    """One body, with every way in which its name is printed.

    ``variants`` holds other names and misreadings of the abbreviation by text recognition.
    ``valid_from`` and ``valid_until`` (both included) are None when the table knows no such day.
    ``ambiguous`` tells a name that is a common word too. ``grade`` is V, D, S or U: verified, seen
    in documents, second-hand, unverified.
    """

    name: str
    abbreviation: str | None
    variants: tuple[str, ...]
    kind: PartyKind
    territory: str | None
    valid_from: date | None
    valid_until: date | None
    ambiguous: bool
    source: str
    grade: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name, the abbreviation and the variants."""
        short = () if self.abbreviation is None else (self.abbreviation,)
        return (self.name, *short, *self.variants)

    def valid_on(self, day: date) -> bool:
        """Whether the body exists on a day, as far as the table knows."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@cache
def records() -> tuple[AgencyRecord, ...]:
    """All rows, in the order of the table."""
    return tuple(
        AgencyRecord(
            name=row["name"],
            abbreviation=row["abbreviation"] or None,
            variants=tuple(filter(None, row["variants"].split("|"))),
            kind=PartyKind(row["kind"]),
            territory=row["territory"] or None,
            valid_from=day_or_none(row["valid_from"]),
            valid_until=day_or_none(row["valid_until"]),
            ambiguous=bool(row["ambiguous"]),
            source=row["source"],
            grade=row["grade"],
        )
        for row in rows("agencies.csv")
    )


def find(name: str) -> AgencyRecord | None:
    """The body with a name, abbreviation or variant, exactly as printed; None when there is none.

    >>> find("Agll") is find("Agentschap Integratie en Inburgering")
    True
    """
    return _by_spelling().get(name)


@cache
def _by_spelling() -> Mapping[str, AgencyRecord]:
    found: dict[str, AgencyRecord] = {}
    for record in records():
        for spelling in record.spellings:
            found.setdefault(spelling, record)
    return found
