"""What the answer tells of: programmes, pilots, outcomes, lessons, and where they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from inburgering_model.cli import people
from inburgering_model.cli.dates import amount_in_words, day_in_words, period_in_words
from inburgering_model.cli.layout import (
    FAINT,
    STRONG,
    confidence,
    facts,
    indented,
    joined,
    least,
    mark,
    section,
    titled,
)
from inburgering_model.cli.text import one_line
from inburgering_model.cli.words import (
    DESTINATIONS,
    FOLLOW_UP_STATUSES,
    OUTCOME_KINDS,
    PILOT_STATUSES,
    RECOMMENDATION_KINDS,
    SCOPES,
)
from inburgering_model.model.outcome import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import RenderableType

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.outcome import FollowUp, Outcome, Recommendation
    from inburgering_model.model.passage import Passage
    from inburgering_model.model.people import Party
    from inburgering_model.model.period import Period
    from inburgering_model.model.pilot import Budget, Municipality, Pilot, Programme
    from inburgering_model.model.provenance import Evidence

    Facts = Iterator[tuple[str, RenderableType | None]]
    Proofs = tuple[Evidence, ...]

__all__ = ["results"]

_ONE_OFF = {True: "yes, one-off", False: "no", None: None}


def results(dossier: Dossier) -> Iterator[RenderableType]:
    """All that came of it, a section for each sort that there is something of."""
    yield from section("Programmes", _entries(map(_programme, dossier.programmes)))
    names = {programme.id: programme.name for programme in dossier.programmes}
    pilots = (_pilot(pilot, names) for pilot in dossier.pilots)
    yield from section("Pilots (proeftuinen)", _entries(pilots))
    yield from section("Outcomes", _entries(map(_outcome, dossier.outcomes)))
    lessons = (_recommendation(r, dossier.follow_ups) for r in dossier.recommendations)
    yield from section("Lessons and recommendations", _entries(lessons))
    yield from section("Where they went", _entries(map(_follow_up, dossier.follow_ups)))


def _entries(entries: Iterable[tuple[Text, Facts]]) -> Iterator[RenderableType]:
    for title, rows in entries:
        yield title
        yield indented(facts(rows))


def _programme(programme: Programme) -> tuple[Text, Facts]:
    evidence = programme.evidence
    name = Text.assemble(one_line(programme.name or "(no name)"), mark(evidence, "", "name"))

    def rows() -> Facts:
        yield "Partners", _parties(programme.partners, evidence, "partners")
        yield "Period", _marked(_period(programme.period), evidence, "period")
        yield "Funding", _money(programme.funding, confidence(evidence, "funding"))
        yield "One-off", _marked(_text(_ONE_OFF[programme.one_off]), evidence, "one_off")

    return titled(_id(programme.id), name), rows()


def _pilot(pilot: Pilot, names: Mapping[str, str | None]) -> tuple[Text, Facts]:
    evidence = pilot.evidence
    whole, where = confidence(evidence, "", "name"), confidence(evidence, "municipalities")
    name = Text.assemble(one_line(pilot.name), mark((), within=whole)) if pilot.name else Text("")
    within = where if name else least(whole, where)  # without a name, the places stand for it
    places = joined(_municipality(place, within) for place in pilot.municipalities)
    none = Text.assemble("(no place stated)", mark((), within=within))
    title = titled(_id(pilot.id), name, places or none)
    programme = None
    if pilot.programme is not None:
        programme = titled(Text(pilot.programme), Text(one_line(names.get(pilot.programme) or "")))
    status = PILOT_STATUSES[pilot.status]
    if pilot.status_on is not None:
        status += f" (on {day_in_words(pilot.status_on)})"

    def rows() -> Facts:
        yield "Programme", _marked(programme, evidence, "programme")
        yield "Period", _marked(_period(pilot.period), evidence, "period")
        yield "Status", _marked(Text(status), evidence, "status", "status_on")
        yield "Partners", _parties(pilot.partners, evidence, "partners")
        yield "One-off", _marked(_text(_ONE_OFF[pilot.one_off]), evidence, "one_off")
        yield "Budget", _money(pilot.budget, confidence(evidence, "budget"))

    return title, rows()


def _municipality(municipality: Municipality, within: float | None) -> Text:
    nis = f" (NIS {municipality.nis})" if municipality.nis else ""
    doubt = mark(municipality.evidence, "", "nis", within=within)
    return Text.assemble((one_line(municipality.name), STRONG), nis, doubt)


def _outcome(outcome: Outcome) -> tuple[Text, Facts]:
    def rows() -> Facts:
        yield "Said", _quoted(outcome.passage)
        yield "About", _marked(_ids(outcome.concerns), outcome.evidence, "concerns")

    kind = Text.assemble(OUTCOME_KINDS[outcome.kind], mark(outcome.evidence, "", "kind"))
    return titled(_id(outcome.id), kind), rows()


def _recommendation(
    recommendation: Recommendation, follow_ups: Iterable[FollowUp]
) -> tuple[Text, Facts]:
    evidence = recommendation.evidence
    kind = Text.assemble(RECOMMENDATION_KINDS[recommendation.kind], mark(evidence, "", "kind"))
    went = joined((_went(f) for f in follow_ups if _is_about(f, recommendation)), "\n")

    def rows() -> Facts:
        yield "Said", _quoted(recommendation.passage)
        yield "Must act", _parties(recommendation.addressed_to, evidence, "addressed_to")
        yield "For", _parties(recommendation.target_groups, evidence, "target_groups")
        yield "About", _marked(_ids(recommendation.concerns), evidence, "concerns")
        yield "Went", went or Text("nothing is said of where this one went", FAINT)

    return titled(_id(recommendation.id), kind), rows()


def _is_about(follow_up: FollowUp, recommendation: Recommendation) -> bool:
    return follow_up.scope is Scope.ALL_RECOMMENDATIONS or recommendation.id in follow_up.concerns


def _went(follow_up: FollowUp) -> Text:
    where, status = DESTINATIONS[follow_up.destination], FOLLOW_UP_STATUSES[follow_up.status]
    return Text.assemble(f"{where}, {status}", (f" [{follow_up.id}]", FAINT))


def _follow_up(follow_up: FollowUp) -> tuple[Text, Facts]:
    evidence = follow_up.evidence
    where = Text.assemble(
        (DESTINATIONS[follow_up.destination], STRONG), mark(evidence, "", "destination")
    )
    status = Text.assemble(FOLLOW_UP_STATUSES[follow_up.status], mark(evidence, "status"))

    def rows() -> Facts:
        yield "Said", _quoted(follow_up.passage)
        about = _ids(follow_up.concerns) or _text(SCOPES[follow_up.scope])
        yield "About", _marked(about, evidence, "scope", "concerns")
        condition = one_line(follow_up.condition) if follow_up.condition else None
        yield "Condition", _marked(_text(condition), evidence, "condition")
        yield "By", _parties(follow_up.by, evidence, "by")
        instruments = joined(Text(one_line(name)) for name in follow_up.instruments)
        yield "With", _marked(instruments, evidence, "instruments")

    return Text.assemble(titled(_id(follow_up.id), where), ": ", status), rows()


def _id(identifier: str) -> Text:
    return Text(identifier, FAINT)


def _ids(identifiers: Iterable[str]) -> Text | None:
    return joined(map(Text, identifiers))


def _text(said: str | None) -> Text | None:
    return Text(said) if said else None


def _marked(value: Text | None, evidence: Proofs, *of: str) -> Text | None:
    return None if value is None else Text.assemble(value, mark(evidence, *of))


def _parties(named: Iterable[Party], evidence: Proofs, of: str) -> Text | None:
    return people.parties(named, within=confidence(evidence, of))


def _quoted(passage: Passage) -> Text:
    return Text(f"“{one_line(passage.text)}”")


def _period(period: Period | None) -> Text | None:
    if period is None:
        return None
    return Text.assemble(period_in_words(period), (f" [EDTF {period.edtf}]", FAINT))


def _money(budget: Budget | None, within: float | None) -> Text | None:
    if budget is None:
        return None
    amount = budget.amount
    said = "amount not stated" if amount is None else amount_in_words(amount, budget.currency)
    money = Text.assemble(said, mark(budget.evidence, "", "amount", "currency", within=within))
    if budget.period is not None:
        money.append(f", {period_in_words(budget.period)}")
        money.append_text(mark(budget.evidence, "period"))
    return money
