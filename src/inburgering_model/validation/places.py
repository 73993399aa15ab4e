"""Places: municipalities against the table of NIS codes, on the days that matter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.people import Party, PartyKind, fold
from inburgering_model.reference import municipalities
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.model.period import Period
    from inburgering_model.model.pilot import Municipality
    from inburgering_model.reference.municipalities import MunicipalityRecord
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]

_DIGITS_OF_A_NIS_CODE = 5


def _municipalities(
    indexed: IndexedDossier,
) -> Iterator[tuple[str, Municipality, Period | None]]:
    for index, pilot in enumerate(indexed.dossier.pilots):
        for place, municipality in enumerate(pilot.municipalities):
            yield f"/pilots/{index}/municipalities/{place}", municipality, pilot.period


def _times(indexed: IndexedDossier, period: Period | None) -> Sequence[tuple[date, date]]:
    """First and last day of each time that a code may be of: the pilot's, and the question's day.

    A text may use the names of its own day for what was before.
    """
    times: list[tuple[date, date]] = []
    if period is not None:
        times.append((period.earliest or date.min, period.latest or date.max))
    asked_on = indexed.dossier.question.asked_on
    if asked_on is not None:
        times.append((asked_on, asked_on))
    return times


def _codes(indexed: IndexedDossier) -> Iterator[tuple[str, str, Period | None]]:
    """Every NIS code with its pointer and the period of its pilot."""
    for pointer, municipality, period in _municipalities(indexed):
        if municipality.nis is not None:
            yield f"{pointer}/nis", municipality.nis, period
    for pointer, party, _ in indexed.every(Party):
        if party.kind is PartyKind.LOCAL_AUTHORITY and _looks_like_nis(party.identifier):
            yield f"{pointer}/identifier", party.identifier or "", None


def _looks_like_nis(identifier: str | None) -> bool:
    return (
        identifier is not None
        and len(identifier) == _DIGITS_OF_A_NIS_CODE
        and identifier.isascii()
        and identifier.isdigit()
    )


def _can_be_former(indexed: IndexedDossier, code: str, period: Period | None) -> bool:
    """Whether a code that is not in the table can be of a municipality from before the table."""
    return municipalities.in_a_flemish_arrondissement(code) and any(
        first < municipalities.TABLE_BEGINS for first, _ in _times(indexed, period)
    )


def _codes_not_in_the_table(
    indexed: IndexedDossier, *, can_be_former: bool
) -> Iterator[tuple[str, str]]:
    for pointer, code, period in _codes(indexed):
        known = municipalities.with_nis(code) or municipalities.in_another_region(code)
        if not known and _can_be_former(indexed, code, period) is can_be_former:
            yield pointer, code


def _unknown_codes(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, code in _codes_not_in_the_table(indexed, can_be_former=False):
        yield pointer, f"no municipality has the NIS code {code}"


def _codes_from_before_the_table(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, code in _codes_not_in_the_table(indexed, can_be_former=True):
        year = municipalities.TABLE_BEGINS.year
        yield pointer, f"no Flemish municipality has the NIS code {code} since {year}"


def _with_record(
    indexed: IndexedDossier,
) -> Iterator[tuple[str, Municipality, MunicipalityRecord, Period | None]]:
    for pointer, municipality, period in _municipalities(indexed):
        record = municipalities.with_nis(municipality.nis) if municipality.nis else None
        if record is not None:
            yield pointer, municipality, record, period


def _codes_not_in_use(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, municipality, record, period in _with_record(indexed):
        times = _times(indexed, period)
        first, last = record.valid_from or date.min, record.valid_until or date.max
        if times and not any(first <= end and start <= last for start, end in times):
            since, until = record.valid_from or "", record.valid_until or ""
            message = f"{municipality.nis} is in use {since}/{until}: not then, nor when asked"
            yield f"{pointer}/nis", message


def _names_of_another_code(
    indexed: IndexedDossier, *, known: bool
) -> Iterator[tuple[str, Municipality, MunicipalityRecord]]:
    for pointer, municipality, record, _ in _with_record(indexed):
        if fold(municipality.name) in {fold(record.name), fold(record.name_fr)}:
            continue
        if (municipalities.find(municipality.name) is not None) is known:
            yield pointer, municipality, record


def _codes_of_another(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, municipality, record in _names_of_another_code(indexed, known=True):
        message = f"{record.nis} is {record.name}, not {quoted(municipality.name)}"
        yield f"{pointer}/nis", message


def _unknown_names(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, municipality, record in _names_of_another_code(indexed, known=False):
        message = f"{quoted(municipality.name)} is not the name of {record.nis}, {record.name}"
        yield f"{pointer}/name", message


def _names_without_code(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, municipality, _ in _municipalities(indexed):
        if municipality.nis is None:
            record = municipalities.find(municipality.name, indexed.dossier.question.asked_on)
            if record is not None:
                yield f"{pointer}/nis", f"{record.name} has the NIS code {record.nis}"


RULES = (
    Rule(
        code="municipality.nis-unknown",
        text="A NIS code is of a municipality. (Those of other regions are not looked up.)",
        severity=Severity.ERROR,
        check=_unknown_codes,
    ),
    Rule(
        code="municipality.nis-former",
        text=(
            "A NIS code is of a municipality in the table; for days before it begins, another code "
            "can be of a municipality that a merger ended."
        ),
        severity=Severity.WARNING,
        check=_codes_from_before_the_table,
    ),
    Rule(
        code="municipality.nis-not-in-use",
        text="A NIS code is in use at some time of the pilot, or on the question's day.",
        severity=Severity.ERROR,
        check=_codes_not_in_use,
    ),
    Rule(
        code="municipality.nis-of-another",
        text="A NIS code is not that of a municipality of another name.",
        severity=Severity.ERROR,
        check=_codes_of_another,
    ),
    Rule(
        code="municipality.name-unknown",
        text="A name beside a NIS code is the name of that municipality.",
        severity=Severity.WARNING,
        check=_unknown_names,
    ),
    Rule(
        code="municipality.without-nis",
        text="A municipality whose name is in the table has its NIS code.",
        severity=Severity.INFO,
        check=_names_without_code,
    ),
)
