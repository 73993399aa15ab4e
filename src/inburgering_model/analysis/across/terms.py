"""How often ministers answered in time, a parliamentary year."""

from __future__ import annotations

from collections import defaultdict
from statistics import median_low
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.analysis.across.dossiers import each_dossier
from inburgering_model.analysis.answer_term import (
    STANDARD_RULES,
    answer_term,
    day_of_last_answer,
)
from inburgering_model.errors import FieldValueError
from inburgering_model.model.answer import CoordinatedAnswer
from inburgering_model.model.judgement import TermCount, TermStatus
from inburgering_model.model.people import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.people import Person
    from inburgering_model.reference.term_rules import TermRules

__all__ = ["answer_terms_by_minister"]


def answer_terms_by_minister(
    dossiers: Iterable[Dossier], *, rules: TermRules = STANDARD_RULES
) -> tuple[TermCount, ...]:
    """How many questions each minister answered in time, by parliamentary year and then by name.

    A question counts once for each minister whom it was put to, by parliamentary year, minister and
    number (without a number: by day and title), however many files tell of it. A minister answered
    on the day of the last own answer, or of the coordinated answer that was given on the minister's
    behalf; provisional and supplementary answers do not count. Where the day of question or answer
    is not known, neither is whether it was in time: ``unknown``. Nor is it when the answer is dated
    before its question (a slip that ``validate`` reports as ``answer.before-question``).

    People are the same when their folded names are; the name is that of the first mention.

    Raises TypeError when one of the dossiers is none.

    >>> from datetime import date
    >>> from inburgering_model import Addressee, Minister, OrdinaryAnswer, ParliamentaryQuestion
    >>> from inburgering_model import Dossier, Person
    >>> weyts = Person(name="Ben Weyts")
    >>> question = ParliamentaryQuestion(
    ...     asked_on=date(2019, 12, 20), addressees=(Addressee(person=weyts, number=193),)
    ... )
    >>> late = OrdinaryAnswer(respondent=Minister(person=weyts), answered_on=date(2020, 2, 3))
    >>> (row,) = answer_terms_by_minister([Dossier(question=question, answers=(late,))])
    >>> row.minister, row.parliamentary_year, row.asked, row.late, row.median_days_late
    ('Ben Weyts', '2019-2020', 1, 1, 6)
    """
    names: dict[str, str | None] = {"": None}
    days_late: dict[tuple[str | None, str, Hashable], int | None] = {}
    for dossier in each_dossier(dossiers):
        year = dossier.question.parliamentary_year
        for put in _put_to(dossier):
            key = "" if put.minister is None else put.minister.key
            if put.minister is not None:
                names.setdefault(key, put.minister.name)
            question = (year, key, put.number or _without_number(dossier))
            if days_late.get(question) is None:
                days_late[question] = _days_late(dossier.question.asked_on, put.day, rules)
    counted: defaultdict[tuple[str, str], list[int | None]] = defaultdict(list)
    for (year, key, _), days in days_late.items():
        counted[year or "", key].append(days)
    return tuple(_count(names[key], year, counted[year, key]) for year, key in sorted(counted))


class _Put(NamedTuple):
    """A question as it was put to one minister, and the day of the answer, if that is known."""

    minister: Person | None
    number: int | None
    day: date | None


def _put_to(dossier: Dossier) -> Iterator[_Put]:
    own: defaultdict[str, list[Answer]] = defaultdict(list)
    others: defaultdict[str, list[Answer]] = defaultdict(list)
    people = {each.person.key: (each.person, each.number) for each in dossier.question.addressees}
    for answer in dossier.answers:
        if answer.respondent is not None:
            person, reply = answer.respondent.person, answer.replies_to
            own[person.key].append(answer)
            people.setdefault(person.key, (person, reply.number if reply else None))
        if isinstance(answer, CoordinatedAnswer):
            for colleague in answer.on_behalf_of:
                others[colleague.person.key].append(answer)
    for key, (person, number) in people.items():
        day = day_of_last_answer(own[key] or others[key])
        yield _Put(person, number, day)
    if not people:
        yield _Put(None, None, day_of_last_answer(dossier.answers))


def _without_number(dossier: Dossier) -> Hashable:
    return dossier.question.asked_on, fold(dossier.question.title or "")


def _days_late(asked_on: date | None, day: date | None, rules: TermRules) -> int | None:
    """Calendar days; 0 when it was in time, None when that is not known."""
    if asked_on is None or day is None or day < asked_on:
        return None
    try:
        return answer_term(asked_on, answered_on=day, rules=rules).days_late
    except FieldValueError:  # a year without a calendar, or rules by which no term ends
        return None


def _count(name: str | None, year: str, days_late: list[int | None]) -> TermCount:
    late = [days for days in days_late if days]
    statuses = [
        TermStatus.UNKNOWN if days is None else TermStatus.LATE if days else TermStatus.IN_TIME
        for days in days_late
    ]
    return TermCount(
        minister=name,
        parliamentary_year=year or None,
        asked=len(days_late),
        in_time=statuses.count(TermStatus.IN_TIME),
        late=len(late),
        unknown=statuses.count(TermStatus.UNKNOWN),
        median_days_late=median_low(late) if late else None,
    )
