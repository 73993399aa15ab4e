"""When an answer was due, and how late it was."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final

from inburgering_model.errors import FieldTypeError, FieldValueError
from inburgering_model.model.answer import Stage
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.judgement import AnswerTerm
from inburgering_model.reference.calendars import has_weekday, year_calendar
from inburgering_model.reference.term_rules import TermRules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inburgering_model.model.answer import Answer
    from inburgering_model.reference.calendars import Stretch, YearCalendar

__all__ = ["STANDARD_RULES", "answer_term", "day_of_last_answer"]

STANDARD_RULES: Final = TermRules()


def answer_term(
    asked: date | Dossier,
    *,
    received_on: date | None = None,
    answered_on: date | None = None,
    rules: TermRules = STANDARD_RULES,
) -> AnswerTerm:
    """When the answer to a question was due and, when its day is known, how late it was.

    The term is counted from ``received_on``, the day on which the question reached the minister;
    without it, from the day the question was asked. The first day of the term counts as day 1.

    Of a dossier, the days are taken from its question and answers: it was answered on the day of
    its last answer, provisional and supplementary ones left out. When one of these has no date, or
    there is none, ``answered_on`` stays None, unless you give it.

    Which rules there are, how sure each is and how to change them:
    :class:`~inburgering_model.TermRules`. The term names those that it was counted by: length and
    start; ``receipt.day-asked`` when no day of receipt was given; and what took a day from Monday
    to Friday out of the count, a holiday within a suspension left out.

    Raises FieldValueError when the day the question was asked is not known, when it was received
    before it was asked, and outside the years 1583 to 4099; FieldTypeError for what is no date.

    >>> term = answer_term(date(2019, 12, 20), answered_on=date(2020, 2, 3))
    >>> term.due, term.suspensions
    (datetime.date(2020, 1, 28), (Period.from_edtf('2019-12-25/2020-01-02'),))
    >>> term.status.value, term.days_late, term.working_days_late
    ('late', 6, 4)
    """
    if isinstance(asked, Dossier):
        asked_on = asked.question.asked_on
        answered_on = day_of_last_answer(asked.answers) if answered_on is None else answered_on
    else:
        asked_on = _checked("asked_on", asked)
    received = _received_on(asked_on, received_on)
    year_calendar(rules, received.year)  # refuses a year without one, before days are added to it
    earliest = rules.start.earliest(received)
    running, calendars = _running(rules, earliest, rules.length.working_days)
    due = date.fromordinal(running[-1])
    suspended, used = _left_out(calendars, earliest.toordinal(), running[-1])
    receipt = (rules.receipt.id,) if received_on is None else ()
    return AnswerTerm(
        start=date.fromordinal(running[0]),
        due=due,
        suspensions=tuple(stretch.period for stretch in suspended),
        working_days=rules.length.working_days,
        rules=(rules.length.id, rules.start.id, *receipt, *used),
        received_on=received,
        answered_on=answered_on,
        working_days_late=None if answered_on is None else _days_run(rules, due, answered_on),
    )


def _checked(name: str, day: date) -> date:
    """A day as it is; raises FieldTypeError for what is none. A datetime is more than a day."""
    if type(day) is not date:
        detail = f"expected a date, got {type(day).__name__} {str(day)[:40]!r}"
        raise FieldTypeError("AnswerTerm", name, detail)
    return day


def _received_on(asked_on: date | None, received_on: date | None) -> date:
    if received_on is None:
        if asked_on is None:
            detail = "the day the question was asked is not known; give received_on"
            raise FieldValueError("ParliamentaryQuestion", "asked_on", detail)
        return asked_on
    _checked("received_on", received_on)
    if asked_on is not None and received_on < asked_on:
        detail = f"received on {received_on}, before it was asked on {asked_on}"
        raise FieldValueError("AnswerTerm", "received_on", detail)
    return received_on


def day_of_last_answer(answers: Iterable[Answer]) -> date | None:
    """The day of the last answer that is no provisional or supplementary one, if all have a day.

    >>> from inburgering_model import OrdinaryAnswer
    >>> day_of_last_answer([OrdinaryAnswer(answered_on=date(2020, 2, 3)), OrdinaryAnswer()]) is None
    True
    """
    days = [answer.answered_on for answer in answers if answer.stage is Stage.FINAL]
    known = [day for day in days if day is not None]
    return max(known, default=None) if len(known) == len(days) else None


def _running(
    rules: TermRules, earliest: date, number: int
) -> tuple[Sequence[int], list[YearCalendar]]:
    """The first so many days from a day on which a term runs, and the calendars they are from."""
    calendars = [year_calendar(rules, earliest.year)]
    running = calendars[0].running
    running = running[bisect_left(running, earliest.toordinal()) :]
    while len(running) < number:
        calendars.append(year_calendar(rules, earliest.year + len(calendars)))
        running += calendars[-1].running
    return running[:number], calendars


def _left_out(
    calendars: Sequence[YearCalendar], first: int, last: int
) -> tuple[list[Stretch], list[str]]:
    """What took weekdays between two days out of the count; and the ids of those rules."""
    found: list[Stretch] = []
    holidays: list[str] = []
    for calendar in calendars:
        found += [
            stretch
            for stretch in calendar.suspended
            if stretch.first <= last
            and stretch.last >= first
            and has_weekday(max(first, stretch.first), min(last, stretch.last))
            and stretch not in found  # what runs into the next year is in its calendar too
        ]
        holidays += [rule for day, rule in calendar.holidays if first <= day <= last]
    suspending = chain.from_iterable(stretch.rules for stretch in found)
    return found, list(dict.fromkeys(chain(suspending, holidays)))


def _days_run(rules: TermRules, due: date, day: date) -> int:
    """How many days after the due day, and up to a day, a term would still have run."""
    if _checked("answered_on", day) <= due:
        return 0
    first, last = due.toordinal(), day.toordinal()
    years = (year_calendar(rules, year).running for year in range(due.year, day.year + 1))
    return sum(bisect_right(days, last) - bisect_right(days, first) for days in years)
