"""Dates: what cannot all be true at once. Only what is certain counts; a doubt is no error."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.partial_date import Order, PartialDate
from inburgering_model.model.period import OPEN, Period
from inburgering_model.model.pilot import PilotStatus
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.period import Boundary
    from inburgering_model.model.pilot import Pilot
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]

_OVER = (PilotStatus.ENDED, PilotStatus.STOPPED)
_GOING_ON = (PilotStatus.RUNNING, PilotStatus.EXTENDED)


def _before(
    first: PartialDate | Boundary | date | None, second: PartialDate | Boundary | date | None
) -> bool:
    """Whether one day certainly lies before another; of what is no date nothing is certain."""
    if isinstance(first, PartialDate) and isinstance(second, PartialDate | date):
        return first.compare(second) is Order.BEFORE
    if isinstance(first, date) and isinstance(second, PartialDate):
        return second.compare(first) is Order.AFTER
    return isinstance(first, date) and isinstance(second, date) and first < second


def _answer_days(dossier: Dossier) -> list[date]:
    """The days of the answers; none at all when one has no date: it may be of any later day."""
    days = [answer.answered_on for answer in dossier.answers]
    known = [day for day in days if day is not None]
    return known if len(known) == len(days) else []


def _told_by(pilot: Pilot, last_answered: date | None) -> date | None:
    """The day by which a pilot's status was told, at the latest."""
    return min((d for d in (pilot.status_on, last_answered) if d is not None), default=None)


def _told_since(pilot: Pilot, first_told: date | None) -> date | None:
    """The day on which a pilot's status was told, at the earliest."""
    return first_told if pilot.status_on is None else pilot.status_on


def _last_answered(dossier: Dossier) -> date | None:
    return max(_answer_days(dossier), default=None)


def _first_told(dossier: Dossier) -> date | None:
    """The day of the first answer: without a date, that of the question at the earliest."""
    return min(_answer_days(dossier), default=dossier.question.asked_on)


def _pilots_with_period(indexed: IndexedDossier) -> Iterator[tuple[str, Pilot, Period]]:
    for index, pilot in enumerate(indexed.dossier.pilots):
        if pilot.period is not None:
            yield f"/pilots/{index}", pilot, pilot.period


def _answers_before_the_question(indexed: IndexedDossier) -> Iterator[Finding]:
    dossier = indexed.dossier
    for index, answer in enumerate(dossier.answers):
        reply_date = None if answer.replies_to is None else answer.replies_to.date
        asked_on = dossier.question.asked_on or reply_date
        if _before(answer.answered_on, asked_on):
            where = f"/answers/{index}/answered_on"
            yield where, f"answered on {answer.answered_on}, before it was asked on {asked_on}"


def _over_before_its_end(indexed: IndexedDossier) -> Iterator[Finding]:
    last_answered = _last_answered(indexed.dossier)
    for pointer, pilot, period in _pilots_with_period(indexed):
        day = _told_by(pilot, last_answered)
        if pilot.status in _OVER and (_before(day, period.end) or _before(day, period.start)):
            message = f"{pilot.status.value} by {day}, but the period is {period}"
            yield f"{pointer}/period", message


def _over_without_end(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, pilot, period in _pilots_with_period(indexed):
        if pilot.status in _OVER and period.end is OPEN:
            yield f"{pointer}/period", f"{pilot.status.value}, but the period goes on: {period}"


def _planned_after_its_start(indexed: IndexedDossier) -> Iterator[Finding]:
    first_told = _first_told(indexed.dossier)
    for pointer, pilot, period in _pilots_with_period(indexed):
        day = _told_since(pilot, first_told)
        if pilot.status is PilotStatus.PLANNED and (
            _before(period.start, day) or _before(period.end, day)
        ):
            yield f"{pointer}/period", f"still planned on {day}, but the period is {period}"


def _running_after_its_end(indexed: IndexedDossier) -> Iterator[Finding]:
    first_told = _first_told(indexed.dossier)
    for pointer, pilot, period in _pilots_with_period(indexed):
        day = _told_since(pilot, first_told)
        if pilot.status is PilotStatus.RUNNING and _before(period.end, day):
            yield f"{pointer}/period", f"still running on {day}, but the period is {period}"


def _running_before_its_start(indexed: IndexedDossier) -> Iterator[Finding]:
    last_answered = _last_answered(indexed.dossier)
    for pointer, pilot, period in _pilots_with_period(indexed):
        day = _told_by(pilot, last_answered)
        if pilot.status in _GOING_ON and _before(day, period.start):
            message = f"{pilot.status.value} by {day}, but the period is {period}"
            yield f"{pointer}/period", message


def _status_after_the_answer(indexed: IndexedDossier) -> Iterator[Finding]:
    last_answered = _last_answered(indexed.dossier)
    for index, pilot in enumerate(indexed.dossier.pilots):
        if _before(last_answered, pilot.status_on):
            message = f"told for {pilot.status_on}, after the last answer of {last_answered}"
            yield f"/pilots/{index}/status_on", message


def _doubtful_periods(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, period, _ in indexed.every(Period):
        start, end = period.start, period.end
        if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
            continue
        if end.earliest < start.earliest and end.latest < start.latest:
            yield pointer, f"the end {end} probably lies before the start {start}"


def _pilots_outside_their_programme(indexed: IndexedDossier) -> Iterator[Finding]:
    programmes = {p.id: p.period for p in reversed(indexed.dossier.programmes)}
    for pointer, pilot, period in _pilots_with_period(indexed):
        programme = programmes.get(pilot.programme) if pilot.programme is not None else None
        if programme is not None and (
            _reaches_beyond(period, programme) or _apart(period, programme)
        ):
            yield f"{pointer}/period", f"{period} is not within the programme's {programme}"


def _reaches_beyond(inner: Period, outer: Period) -> bool:
    """Whether a period certainly begins before or ends after another."""
    return _before(inner.start, outer.start) or _before(outer.end, inner.end)


def _apart(first: Period, second: Period) -> bool:
    """Whether two periods certainly have no day in common."""
    return _before(first.end, second.start) or _before(second.end, first.start)


def _budgets_outside_their_period(indexed: IndexedDossier) -> Iterator[Finding]:
    dossier = indexed.dossier
    owners = (
        *(
            (f"/programmes/{i}/funding", p.funding, p.period)
            for i, p in enumerate(dossier.programmes)
        ),
        *((f"/pilots/{i}/budget", p.budget, p.period) for i, p in enumerate(dossier.pilots)),
    )
    for pointer, budget, period in owners:
        if budget is None or budget.period is None or period is None:
            continue
        if _apart(budget.period, period):
            yield f"{pointer}/period", f"money for {budget.period}, but the period is {period}"


RULES = (
    Rule(
        code="answer.before-question",
        text="An answer is of the question's day or later.",
        severity=Severity.ERROR,
        check=_answers_before_the_question,
    ),
    Rule(
        code="pilot.ended-later",
        text=(
            "A pilot that has ended or was stopped does not certainly end after the day its status "
            "is of, or after the last answer."
        ),
        severity=Severity.ERROR,
        check=_over_before_its_end,
    ),
    Rule(
        code="pilot.ended-open",
        text="A pilot that has ended or was stopped has no open end.",
        severity=Severity.WARNING,
        check=_over_without_end,
    ),
    Rule(
        code="pilot.planned-started",
        text="A planned pilot did not certainly start before its status was told.",
        severity=Severity.ERROR,
        check=_planned_after_its_start,
    ),
    Rule(
        code="pilot.running-ended",
        text="A running pilot did not certainly end before its status was told.",
        severity=Severity.ERROR,
        check=_running_after_its_end,
    ),
    Rule(
        code="pilot.running-not-started",
        text="A running or extended pilot does not certainly start after its status was told.",
        severity=Severity.ERROR,
        check=_running_before_its_start,
    ),
    Rule(
        code="pilot.status-after-answer",
        text="The status of a pilot is of the day of the last answer, or earlier.",
        severity=Severity.WARNING,
        check=_status_after_the_answer,
    ),
    Rule(
        code="pilot.outside-programme",
        text="A pilot does not certainly begin before its programme, or end after it.",
        severity=Severity.ERROR,
        check=_pilots_outside_their_programme,
    ),
    Rule(
        code="period.doubtful",
        text="The bounds of a period's end do not both lie before those of its start.",
        severity=Severity.WARNING,
        check=_doubtful_periods,
    ),
    Rule(
        code="budget.outside-period",
        text="Money is for a time that a pilot or programme can have been going on in.",
        severity=Severity.WARNING,
        check=_budgets_outside_their_period,
    ),
)
