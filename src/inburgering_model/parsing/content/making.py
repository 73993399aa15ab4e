"""Programmes and pilots, made of the facts that were gathered about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.period import OPEN, UNKNOWN, Period
from inburgering_model.model.pilot import Budget, Pilot, PilotStatus, Programme
from inburgering_model.model.provenance import Evidence
from inburgering_model.parsing.content.evidence import for_field
from inburgering_model.parsing.content.periods import is_over, period_of
from inburgering_model.parsing.content.programmes import WHOLE_TITLE, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from inburgering_model.model.people import Party
    from inburgering_model.model.reading import Issue
    from inburgering_model.parsing.content.facts import Facts
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.trials import Trial

__all__ = ["made_pilots", "made_programmes"]


def made_programmes(
    setting: Setting, trials: Sequence[Trial], facts: Facts, issues: list[Issue]
) -> tuple[Programme, ...]:
    """The programme of a document: one, when it has a name or something is said of all pilots.

    A single pilot that nobody gives the name of a programme is none, nor is a title that only
    speaks of one.
    """
    name = name_of(setting)
    own = [bound for bound in facts.bounds if bound.is_own]
    period, period_evidence, found = period_of(own or facts.bounds)
    one_off, one_off_evidence = _one_off(facts)
    partners, partner_evidence = _partners(facts)
    funding = _funding(facts)
    if name is None and (len(trials) == 1 or funding is None):
        return ()
    if name is not None and len(trials) <= 1 and name.evidence.rule == WHOLE_TITLE:
        return ()
    issues += found
    named = () if name is None else (for_field(name.evidence, ""), name.evidence)
    return (
        Programme(
            id="g1",
            name=None if name is None else name.name,
            partners=partners,
            funding=funding,
            period=period,
            one_off=one_off,
            evidence=(
                *named,
                *partner_evidence,
                *_of("funding", funding),
                *period_evidence,
                *one_off_evidence,
            ),
        ),
    )


def made_pilots(
    setting: Setting,
    trials: Sequence[Trial],
    each: Sequence[Facts],
    programme: str | None,
    issues: list[Issue],
) -> tuple[Pilot, ...]:
    """The pilots of a document, in order of first mention."""
    made: list[Pilot] = []
    for number, (trial, facts) in enumerate(zip(trials, each, strict=True), 1):
        period, period_evidence, found = period_of(facts.bounds)
        issues += found
        status, status_evidence = _status(setting, facts, period, period_evidence)
        if status is PilotStatus.RUNNING and period is not None and period.end is UNKNOWN:
            period = Period(start=period.start, end=OPEN)
            period_evidence += tuple(for_field(e, "period") for e in status_evidence)
        one_off, one_off_evidence = _one_off(facts)
        partners, partner_evidence = _partners(facts)
        budget = _budget(facts)
        made.append(
            Pilot(
                id=f"p{number}",
                name=trial.name,
                programme=programme,
                municipalities=trial.municipalities,
                partners=partners,
                period=period,
                status=status,
                status_on=_status_on(setting, status, status_evidence),
                one_off=one_off,
                budget=budget,
                evidence=(
                    *trial.evidence.values(),
                    *(() if trial.name_evidence is None else (trial.name_evidence,)),
                    *partner_evidence,
                    *period_evidence,
                    *status_evidence,
                    *one_off_evidence,
                    *_of("budget", budget),
                ),
            )
        )
    return tuple(made)


def _status_on(
    setting: Setting, status: PilotStatus, read_from: tuple[Evidence, ...]
) -> date | None:
    """The day of the answer; of the question, where its day decided on a period."""
    if status is PilotStatus.UNKNOWN:
        return None
    by_period = any((e.rule or "").startswith("pilot.status.period") for e in read_from)
    return setting.answered_on or (setting.asked_on if by_period else None)


_IN_PASSING = 0.7
_NOT_OVER = (PilotStatus.RUNNING, PilotStatus.PLANNED)


def _status(
    setting: Setting, facts: Facts, period: Period | None, read_from: tuple[Evidence, ...]
) -> tuple[PilotStatus, tuple[Evidence, ...]]:
    """The surest status, of equally sure ones the last; without any, what the period tells.

    That they run or will run, said in passing, gives way to a period that is over.
    """
    today = setting.answered_on or setting.asked_on
    over = period is not None and today is not None and is_over(period, today)
    if facts.statuses:
        surest = max(evidence.confidence or 0 for _, evidence in facts.statuses)
        status = [s for s, evidence in facts.statuses if evidence.confidence == surest][-1]
        if not (over and status in _NOT_OVER and surest <= _IN_PASSING):
            return status, tuple(dict.fromkeys(e for s, e in facts.statuses if s is status))
    if period is None or today is None:
        return PilotStatus.UNKNOWN, ()
    spans = tuple(dict.fromkeys(span for evidence in read_from for span in evidence.spans))
    if over:
        rule = Evidence(of="status", spans=spans, rule="pilot.status.period-over", confidence=0.7)
        return PilotStatus.ENDED, (rule,)
    if period.earliest is not None and period.earliest > today:
        rule = Evidence(of="status", spans=spans, rule="pilot.status.period-ahead", confidence=0.7)
        return PilotStatus.PLANNED, (rule,)
    if period.earliest is not None and (period.latest is not None or period.end is OPEN):
        rule = Evidence(of="status", spans=spans, rule="pilot.status.period-on", confidence=0.5)
        return PilotStatus.RUNNING, (rule,)
    return PilotStatus.UNKNOWN, ()


def _one_off(facts: Facts) -> tuple[bool | None, tuple[Evidence, ...]]:
    if not facts.one_off:
        return None, ()
    value = facts.one_off[-1][0]
    return value, tuple(dict.fromkeys(e for said, e in facts.one_off if said is value))


def _partners(facts: Facts) -> tuple[tuple[Party, ...], tuple[Evidence, ...]]:
    found = facts.partners.values()
    parties = tuple(evolve(party, evidence=(for_field(evidence, ""),)) for party, evidence in found)
    return parties, tuple(evidence for _, evidence in found)


def _budget(facts: Facts) -> Budget | None:
    """The first amount, unless a total is told."""
    totals = [b for b in facts.budgets if b.evidence[0].rule == "pilot.budget.total"]
    return next(iter([*totals, *facts.budgets]), None)


def _funding(facts: Facts) -> Budget | None:
    """The period and the amount of the programme's money, as far as they are told."""
    period = next((b for b in facts.funding if b.period is not None), None)
    amount = next((b for b in facts.funding if b.amount is not None), None)
    if period is None or amount is None:
        return period or amount
    return Budget(
        amount=amount.amount,
        period=period.period,
        evidence=(*amount.evidence, *period.evidence),
    )


def _of(name: str, budget: Budget | None) -> tuple[Evidence, ...]:
    return () if budget is None else tuple(for_field(e, name) for e in budget.evidence)
