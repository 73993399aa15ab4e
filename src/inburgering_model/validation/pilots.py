"""Pilots of one programme beside one another, and against the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.analysis.periods import agreed
from inburgering_model.errors import Severity
from inburgering_model.model.people import fold
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.period import Period
    from inburgering_model.model.pilot import Municipality, Pilot, Programme
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _with_programme(indexed: IndexedDossier) -> Iterator[tuple[str, Pilot, Programme]]:
    programmes = {programme.id: programme for programme in reversed(indexed.dossier.programmes)}
    for index, pilot in enumerate(indexed.dossier.pilots):
        programme = programmes.get(pilot.programme) if pilot.programme is not None else None
        if programme is not None:
            yield f"/pilots/{index}", pilot, programme


def _place(municipality: Municipality) -> str:
    return municipality.nis or fold(municipality.name)


def _repeated_municipalities(indexed: IndexedDossier) -> Iterator[Finding]:
    for index, pilot in enumerate(indexed.dossier.pilots):
        seen: set[str] = set()
        for place, municipality in enumerate(pilot.municipalities):
            names = {fold(municipality.name), municipality.nis or fold(municipality.name)}
            if not seen.isdisjoint(names):
                where = f"/pilots/{index}/municipalities/{place}"
                yield where, f"{quoted(municipality.name)} is listed already"
            seen |= names


def _pilots_in_the_same_place(indexed: IndexedDossier) -> Iterator[Finding]:
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for index, pilot in enumerate(indexed.dossier.pilots):
        if pilot.programme is None or not pilot.municipalities:
            continue
        key = (pilot.programme, frozenset(map(_place, pilot.municipalities)))
        if key in seen:
            message = f"{pilot.id} is of the same programme and in the same place as {seen[key]}"
            yield f"/pilots/{index}/municipalities", message
        seen.setdefault(key, pilot.id)


def _contradicting_periods(indexed: IndexedDossier) -> Iterator[Finding]:
    told: dict[tuple[str, frozenset[str]], tuple[str, Period]] = {}
    for index, pilot in enumerate(indexed.dossier.pilots):
        known_as = pilot.programme or fold(pilot.name or "")
        if not known_as or not pilot.municipalities or pilot.period is None:
            continue
        key = (known_as, frozenset(map(_place, pilot.municipalities)))
        first, period = told.setdefault(key, (pilot.id, pilot.period))
        if agreed((period, pilot.period)) is None:
            where = f"/pilots/{index}/period"
            yield where, f"{pilot.period} contradicts {period} of {first}, the same pilot"


def _one_off_against_the_programme(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, pilot, programme in _with_programme(indexed):
        if programme.one_off is True and pilot.one_off is False:
            yield f"{pointer}/one_off", f"programme {programme.id} is one-off, the pilot is not"


def _more_than_the_programme(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, pilot, programme in _with_programme(indexed):
        budget, funding = pilot.budget, programme.funding
        if budget is None or funding is None or budget.currency != funding.currency:
            continue
        if budget.amount is None or funding.amount is None:
            continue
        if budget.amount > funding.amount:
            message = f"programme {programme.id} gets less than this pilot"
            yield f"{pointer}/budget/amount", message


RULES = (
    Rule(
        code="pilot.municipality-repeated",
        text="A pilot lists a municipality once.",
        severity=Severity.WARNING,
        check=_repeated_municipalities,
    ),
    Rule(
        code="pilot.same-place",
        text=(
            "Pilots of one programme are in different places: across dossiers, programme and "
            "place are what a pilot is known by."
        ),
        severity=Severity.WARNING,
        check=_pilots_in_the_same_place,
    ),
    Rule(
        code="pilot.period-contradicts",
        text="What is said of the time of one pilot can all be true.",
        severity=Severity.ERROR,
        check=_contradicting_periods,
    ),
    Rule(
        code="pilot.one-off",
        text="A pilot of a one-off programme is one-off.",
        severity=Severity.WARNING,
        check=_one_off_against_the_programme,
    ),
    Rule(
        code="budget.more-than-programme",
        text="A pilot gets no more money than its programme.",
        severity=Severity.WARNING,
        check=_more_than_the_programme,
    ),
)
