"""The answer term: worked examples, every rule both ways, and a rule set of dateutil as oracle."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta
from dateutil.rrule import DAILY, YEARLY, rrule, rruleset, weekday
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model import (
    AnswerTerm,
    CoordinatedAnswer,
    Dossier,
    FieldTypeError,
    FieldValueError,
    Holiday,
    OrdinaryAnswer,
    ParliamentaryQuestion,
    Period,
    ReferringAnswer,
    Stage,
    Suspension,
    TermLength,
    TermRules,
    TermStatus,
    answer_term,
    dumps,
    example,
    loads,
)
from inburgering_model.reference.calendars import FIRST_YEAR, LAST_YEAR, is_working_day, runs_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model import Answer

STANDARD = TermRules()
ASKED = date(2019, 12, 20)  # a Friday
DUE = date(2020, 1, 28)
NO_SUSPENSIONS = STANDARD.without(*(rule.id for rule in STANDARD.suspensions))
NO_HOLIDAYS = STANDARD.without(*(rule.id for rule in STANDARD.holidays))
PLAIN = NO_SUSPENSIONS.without(*(rule.id for rule in STANDARD.holidays))
FIFTEEN = STANDARD.with_rules(TermLength(id="length.15-working-days", working_days=15))
AFTER_DAY = STANDARD.with_rules("start.after-day")
ELEVEN_JULY = STANDARD.with_rules("holiday.flemish-community")

days = st.dates(date(1995, 1, 1), date(2040, 12, 31))
rule_sets = st.sampled_from(
    [STANDARD, NO_SUSPENSIONS, NO_HOLIDAYS, PLAIN, FIFTEEN, AFTER_DAY, ELEVEN_JULY]
)


# Worked examples


def test_a_question_of_friday_20_december_2019_is_due_on_28_january() -> None:
    term = answer_term(ASKED)
    assert (term.start, term.due) == (date(2019, 12, 23), DUE)
    assert term.working_days == 20
    assert term.suspensions == (Period.from_edtf("2019-12-25/2020-01-02"),)
    assert term.received_on == ASKED


def test_working_days_without_suspensions_give_21_january_and_weekdays_alone_the_17th() -> None:
    assert answer_term(ASKED, rules=NO_SUSPENSIONS).due == date(2020, 1, 21)
    assert answer_term(ASKED, rules=PLAIN).due == date(2020, 1, 17)


@pytest.mark.parametrize(
    ("asked", "start", "due"),
    [
        (date(2019, 12, 16), date(2019, 12, 23), date(2020, 1, 28)),  # Monday of the same week
        (date(2019, 12, 22), date(2019, 12, 23), date(2020, 1, 28)),  # its Sunday
        (date(2019, 12, 23), date(2020, 1, 3), date(2020, 1, 30)),  # starts after a suspension
        (date(2018, 3, 21), date(2018, 3, 26), date(2018, 4, 30)),  # Easter on 1 April
        (date(2019, 3, 29), date(2019, 4, 1), date(2019, 5, 7)),  # Easter on 21 April
        (date(2020, 3, 27), date(2020, 3, 30), date(2020, 5, 4)),  # Easter on 12 April
        (date(2024, 3, 22), date(2024, 3, 25), date(2024, 4, 29)),  # Easter on 31 March
        (date(2019, 7, 5), date(2019, 7, 8), date(2019, 9, 13)),  # over the summer
        (date(2019, 7, 25), date(2019, 9, 2), date(2019, 9, 27)),  # asked during the recess
        (date(2024, 2, 26), date(2024, 3, 4), date(2024, 3, 29)),  # nothing in between
    ],
)
def test_other_questions(asked: date, start: date, due: date) -> None:
    term = answer_term(asked)
    assert (term.start, term.due) == (start, due)


def test_the_term_is_counted_from_the_day_of_receipt_when_it_is_given() -> None:
    term = answer_term(date(2019, 12, 13), received_on=ASKED)
    assert (term.due, term.received_on) == (DUE, ASKED)
    assert "receipt.day-asked" not in term.rules
    assert answer_term(date(2019, 12, 13)).due == date(2020, 1, 21)


def test_the_term_names_the_rules_it_was_counted_by() -> None:
    assert answer_term(ASKED).rules == (
        "length.20-working-days",
        "start.after-week",
        "receipt.day-asked",
        "suspension.christmas",
    )
    assert answer_term(date(2019, 3, 29), received_on=date(2019, 3, 29)).rules == (
        "length.20-working-days",
        "start.after-week",
        "suspension.easter",
        "recess.easter",
        "holiday.easter-monday",
        "holiday.labour-day",
    )


def test_every_rule_that_a_term_names_can_be_looked_up() -> None:
    for month in range(1, 13):
        term = answer_term(date(2019, month, 14))
        assert all(STANDARD.find(identifier).text for identifier in term.rules)


# Every rule both ways; with, and without


@pytest.mark.parametrize(
    ("identifier", "asked", "due", "due_without"),
    [
        ("suspension.easter", date(2019, 3, 29), date(2019, 5, 7), date(2019, 4, 29)),
        ("suspension.summer", date(2019, 7, 5), date(2019, 9, 13), date(2019, 8, 2)),
        ("suspension.christmas", ASKED, DUE, date(2020, 1, 21)),
        ("holiday.new-year", ASKED, DUE, DUE),  # suspended anyway
        ("holiday.easter-monday", date(2019, 3, 29), date(2019, 5, 7), date(2019, 5, 6)),
        ("holiday.labour-day", date(2019, 4, 19), date(2019, 5, 21), date(2019, 5, 20)),
        ("holiday.ascension", date(2019, 5, 17), date(2019, 6, 18), date(2019, 6, 17)),
        ("holiday.whit-monday", date(2019, 5, 17), date(2019, 6, 18), date(2019, 6, 17)),
        ("holiday.national-day", date(2020, 7, 3), date(2020, 9, 11), date(2020, 9, 11)),
        ("holiday.assumption", date(2019, 7, 5), date(2019, 9, 13), date(2019, 9, 13)),
        ("holiday.all-saints", date(2019, 10, 11), date(2019, 11, 12), date(2019, 11, 8)),
        ("holiday.armistice", date(2019, 10, 11), date(2019, 11, 12), date(2019, 11, 11)),
        ("holiday.christmas", ASKED, DUE, DUE),
    ],
)
def test_a_rule_changes_the_due_day_or_is_hidden_by_a_suspension(
    identifier: str, asked: date, due: date, due_without: date
) -> None:
    term = answer_term(asked)
    assert term.due == due
    assert answer_term(asked, rules=STANDARD.without(identifier)).due == due_without
    assert (identifier in term.rules) is (due != due_without)


@pytest.mark.parametrize(
    ("identifier", "asked", "due", "due_without"),
    [
        ("holiday.national-day", date(2017, 7, 14), date(2017, 8, 14), date(2017, 8, 11)),
        ("holiday.assumption", date(2017, 7, 21), date(2017, 8, 21), date(2017, 8, 18)),
        ("holiday.new-year", ASKED, date(2020, 1, 21), date(2020, 1, 20)),
        ("holiday.christmas", ASKED, date(2020, 1, 21), date(2020, 1, 20)),
    ],
)
def test_a_holiday_that_a_suspension_hides_counts_without_the_suspension(
    identifier: str, asked: date, due: date, due_without: date
) -> None:
    term = answer_term(asked, rules=NO_SUSPENSIONS)
    assert identifier in term.rules
    assert term.due == due
    assert answer_term(asked, rules=NO_SUSPENSIONS.without(identifier)).due == due_without


def test_11_july_stops_the_term_only_when_it_is_switched_on() -> None:
    asked = date(2019, 7, 5)
    assert answer_term(asked).due == date(2019, 9, 13)
    term = answer_term(asked, rules=ELEVEN_JULY)
    assert term.due == date(2019, 9, 16)
    assert "holiday.flemish-community" in term.rules


def test_another_length() -> None:
    term = answer_term(ASKED, rules=FIFTEEN)
    assert (term.due, term.working_days) == (date(2020, 1, 21), 15)
    assert "length.15-working-days" in term.rules


def test_a_term_can_start_after_the_day_instead_of_the_week() -> None:
    asked = date(2024, 2, 26)  # a Monday
    assert answer_term(asked).start == date(2024, 3, 4)
    term = answer_term(asked, rules=AFTER_DAY)
    assert (term.start, term.due) == (date(2024, 2, 27), date(2024, 3, 25))
    assert "start.after-day" in term.rules


def test_a_holiday_and_a_suspension_of_ones_own() -> None:
    rules = STANDARD.with_rules(
        Holiday(id="holiday.own", day="2024-09-27"),
        Suspension(id="suspension.own", start="2024-09-30", end="2024-10-04"),
    )
    asked = date(2024, 9, 16)
    term = answer_term(asked, rules=rules)
    assert term.suspensions == (Period.from_edtf("2024-09-30/2024-10-04"),)
    assert {"holiday.own", "suspension.own"} <= set(term.rules)
    assert (answer_term(asked).due, term.due) == (date(2024, 10, 18), date(2024, 10, 28))


def test_a_suspension_of_a_weekend_took_nothing_out_and_is_not_named() -> None:
    weekend = Suspension(id="suspension.own", start="2024-03-09", end="2024-03-10")
    term = answer_term(date(2024, 2, 26), rules=STANDARD.with_rules(weekend))
    assert term.suspensions == ()
    assert "suspension.own" not in term.rules


def test_a_suspension_of_several_years_is_named_once() -> None:
    long = Suspension(id="suspension.own", start="2019-12-25", end="2022-01-02")
    rules = STANDARD.without("suspension.christmas", "suspension.easter").with_rules(long)
    term = answer_term(ASKED, rules=rules)
    assert term.suspensions[0] == Period.from_edtf("2019-12-25/2022-01-02")
    assert len(set(term.suspensions)) == len(term.suspensions)
    assert term.due == date(2022, 1, 26)


# In time or late


def test_an_answer_on_the_due_day_is_in_time() -> None:
    term = answer_term(ASKED, answered_on=DUE)
    assert term.status is TermStatus.IN_TIME
    assert (term.days_late, term.working_days_late) == (0, 0)


def test_a_late_answer_is_late_by_calendar_days_and_by_days_of_the_term() -> None:
    term = answer_term(ASKED, answered_on=date(2020, 2, 3))
    assert term.status is TermStatus.LATE
    assert (term.days_late, term.working_days_late) == (6, 4)


def test_an_answer_on_the_saturday_after_is_late_by_no_working_day() -> None:
    friday = date(2024, 3, 29)
    term = answer_term(date(2024, 2, 26), answered_on=friday + timedelta(1))
    assert (term.due, term.status) == (friday, TermStatus.LATE)
    assert (term.days_late, term.working_days_late) == (1, 0)


def test_a_recess_after_the_due_day_is_not_counted_in_working_days_late() -> None:
    term = answer_term(date(2019, 6, 21), answered_on=date(2019, 9, 2))
    assert term.due == date(2019, 7, 19)
    assert (term.days_late, term.working_days_late) == (45, 1)


def test_without_an_answer_day_the_term_says_when_it_is_due_and_can_be_asked() -> None:
    term = answer_term(ASKED)
    assert term.status is TermStatus.UNKNOWN
    assert (term.answered_on, term.days_late, term.working_days_late) == (None, None, None)
    assert term.in_time(DUE)
    assert not term.in_time(DUE + timedelta(1))
    assert (term.late_by(DUE), term.late_by(DUE + timedelta(8))) == (0, 8)


# Dossiers


def dossier(asked_on: date | None, *answers: Answer) -> Dossier:
    return Dossier(question=ParliamentaryQuestion(asked_on=asked_on), answers=answers)


def test_of_a_dossier_the_days_are_taken_from_question_and_answer() -> None:
    term = answer_term(dossier(ASKED, OrdinaryAnswer(answered_on=date(2020, 1, 29))))
    assert term == answer_term(ASKED, answered_on=date(2020, 1, 29))
    assert (term.status, term.days_late) == (TermStatus.LATE, 1)


def test_a_dossier_without_an_answer_says_when_it_is_due() -> None:
    assert answer_term(dossier(ASKED)) == answer_term(ASKED)


@pytest.mark.parametrize(
    ("answers", "answered_on"),
    [
        ((OrdinaryAnswer(),), None),
        ((OrdinaryAnswer(answered_on=date(2020, 1, 9), stage=Stage.PROVISIONAL),), None),
        (
            (
                OrdinaryAnswer(answered_on=date(2020, 1, 9), stage=Stage.PROVISIONAL),
                OrdinaryAnswer(answered_on=DUE),
                OrdinaryAnswer(answered_on=date(2020, 3, 9), stage=Stage.SUPPLEMENTARY),
            ),
            DUE,
        ),
        (
            (
                ReferringAnswer(answered_on=date(2020, 1, 9)),
                CoordinatedAnswer(answered_on=date(2020, 2, 9)),
            ),
            date(2020, 2, 9),
        ),
        ((OrdinaryAnswer(answered_on=DUE), ReferringAnswer()), None),
    ],
)
def test_a_dossier_is_answered_on_the_day_of_its_last_answer_if_all_have_one(
    answers: Sequence[Answer], answered_on: date | None
) -> None:
    assert answer_term(dossier(ASKED, *answers)).answered_on == answered_on


def test_an_answer_day_that_is_given_goes_before_that_of_the_dossier() -> None:
    answered = dossier(ASKED, OrdinaryAnswer(answered_on=date(2020, 2, 9)))
    assert answer_term(answered, answered_on=DUE).status is TermStatus.IN_TIME


def test_a_question_without_a_day_is_an_error_that_says_so() -> None:
    with pytest.raises(FieldValueError, match="the day the question was asked is not known"):
        answer_term(dossier(None))


def test_a_question_without_a_day_has_a_term_from_the_day_of_receipt() -> None:
    assert answer_term(dossier(None), received_on=ASKED).due == DUE


def test_the_example_has_a_term() -> None:
    ready = example().dossier
    assert ready.question.asked_on is not None
    assert answer_term(ready).start > ready.question.asked_on


# What is refused


@pytest.mark.parametrize("asked", [datetime(2019, 12, 20, 9, 0), "2019-12-20", None, 2019])  # noqa: DTZ001 - it is refused
def test_what_is_no_date_is_refused(asked: Any) -> None:
    with pytest.raises(FieldTypeError, match=r"AnswerTerm\.asked_on: expected a date"):
        answer_term(asked)
    if asked is not None:
        with pytest.raises(FieldTypeError, match=r"AnswerTerm\.received_on: expected a date"):
            answer_term(ASKED, received_on=asked)
        with pytest.raises(FieldTypeError, match=r"AnswerTerm\.received_on: expected a date"):
            answer_term(dossier(None), received_on=asked)
        with pytest.raises(FieldTypeError, match=r"AnswerTerm\.answered_on: expected a date"):
            answer_term(ASKED, answered_on=asked)


def test_a_question_is_not_received_before_it_was_asked() -> None:
    with pytest.raises(FieldValueError, match="before it was asked on 2019-12-20"):
        answer_term(ASKED, received_on=date(2019, 12, 19))


@pytest.mark.parametrize(
    "asked", [date.min, date(FIRST_YEAR - 1, 12, 1), date(LAST_YEAR, 12, 20), date.max]
)
def test_a_term_outside_the_years_with_a_known_easter_is_refused(asked: date) -> None:
    with pytest.raises(FieldValueError, match="only of 1583 to 4099"):
        answer_term(asked)


@pytest.mark.parametrize("asked", [date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 11, 1)])
def test_a_term_within_them_is_counted(asked: date) -> None:
    assert answer_term(asked).due.year == asked.year


def test_a_term_that_never_ends_is_refused() -> None:
    always = Suspension(id="suspension.own", start="01-01", end="12-31")
    with pytest.raises(FieldValueError, match="no calendar of 4100"):
        answer_term(date(LAST_YEAR - 9, 1, 1), rules=STANDARD.with_rules(always))


# Properties


@given(days, rule_sets)
def test_the_due_day_is_a_working_day_that_is_not_suspended(asked: date, rules: TermRules) -> None:
    term = answer_term(asked, rules=rules)
    for day in (term.start, term.due):
        assert is_working_day(day, rules)
        assert runs_on(day, rules)
        assert not any(
            period.earliest <= day <= period.latest
            for period in term.suspensions
            if period.earliest is not None and period.latest is not None
        )


@given(days, rule_sets)
def test_from_start_to_due_the_term_runs_on_as_many_days_as_it_has(
    asked: date, rules: TermRules
) -> None:
    term = answer_term(asked, rules=rules)
    length = (term.due - term.start).days + 1
    between = [term.start + timedelta(n) for n in range(length)]
    assert sum(runs_on(day, rules) for day in between) == term.working_days


@given(days, days, rule_sets)
def test_a_later_question_is_not_due_earlier(one: date, other: date, rules: TermRules) -> None:
    earlier, later = sorted((one, other))
    assert answer_term(earlier, rules=rules).due <= answer_term(later, rules=rules).due


@given(days, st.integers(-60, 1500), rule_sets)
def test_an_answer_is_late_exactly_after_the_due_day(
    asked: date, offset: int, rules: TermRules
) -> None:
    due = answer_term(asked, rules=rules).due
    term = answer_term(asked, answered_on=due + timedelta(offset), rules=rules)
    assert term.days_late == max(0, offset)
    assert term.status is (TermStatus.LATE if offset > 0 else TermStatus.IN_TIME)
    assert term.working_days_late is not None
    assert 0 <= term.working_days_late <= max(0, offset)


@given(days, st.integers(1, 400), rule_sets)
def test_so_many_working_days_late_is_the_last_day_of_a_term_so_much_longer(
    asked: date, late: int, rules: TermRules
) -> None:
    number = rules.length.working_days + late
    longer = rules.with_rules(TermLength(id="length.longer", working_days=number))
    answered_on = answer_term(asked, rules=longer).due
    assert answer_term(asked, answered_on=answered_on, rules=rules).working_days_late == late


@given(days, rule_sets)
def test_a_term_survives_json(asked: date, rules: TermRules) -> None:
    term = answer_term(asked, answered_on=asked + timedelta(90), rules=rules)
    again = loads(dumps(term), AnswerTerm)
    assert again == term
    assert again.status is term.status


# The oracle: rule sets of dateutil, over every day


def _second_week_of_the_easter_recess(year: int) -> date:
    """Its Monday, by the rule of schools, counted otherwise than the library counts."""
    sunday = easter(year)
    if sunday.month == 3:
        first = sunday + relativedelta(days=1)
    elif sunday > date(year, 4, 15):
        first = sunday + relativedelta(weekday=MO(-2))
    else:
        first = date(year, 4, 1) + relativedelta(weekday=MO(1))
    return first + relativedelta(weeks=1)


@cache
def oracle_days(first_year: int, last_year: int, excluded: frozenset[str]) -> list[date]:
    """The days on which a term runs, from a rule set of dateutil."""
    start, until = datetime(first_year, 1, 1), datetime(last_year, 12, 31)  # noqa: DTZ001 - as dateutil wants it

    def rule(frequency: Any, **by: Any) -> rrule:
        return rrule(frequency, dtstart=start, until=until, **by)

    running = rruleset()
    running.rrule(rule(DAILY, byweekday=[weekday(n) for n in range(5)]))
    if "holidays" not in excluded:
        running.exrule(rule(YEARLY, byeaster=[1, 39, 50]))
        for month, day in ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)):
            running.exrule(rule(YEARLY, bymonth=month, bymonthday=day))
    if "11 july" not in excluded:
        running.exrule(rule(YEARLY, bymonth=7, bymonthday=11))
    if "suspensions" not in excluded:
        running.exrule(rule(DAILY, bymonth=7, bymonthday=range(21, 32)))
        running.exrule(rule(DAILY, bymonth=8))
        running.exrule(rule(DAILY, bymonth=12, bymonthday=range(25, 32)))
        running.exrule(rule(DAILY, bymonth=1, bymonthday=[1, 2]))
        for year in range(first_year, last_year + 1):
            monday = datetime.combine(_second_week_of_the_easter_recess(year), time())
            for offset in range(5):
                running.exdate(monday + timedelta(offset))
    return [moment.date() for moment in running]


def oracle(asked: date, number: int, excluded: frozenset[str], *, week: bool) -> tuple[date, date]:
    """The start of the term and the due day."""
    running = oracle_days(1995, 2043, excluded)
    tomorrow = asked + relativedelta(days=1)
    earliest = tomorrow + relativedelta(weekday=MO) if week else tomorrow
    index = bisect_left(running, earliest)
    return running[index], running[index + number - 1]


STANDARD_IN_ORACLE = frozenset({"11 july"})


@pytest.mark.parametrize(
    ("rules", "excluded"),
    [
        (STANDARD, STANDARD_IN_ORACLE),
        (NO_SUSPENSIONS, STANDARD_IN_ORACLE | {"suspensions"}),
        (NO_HOLIDAYS, STANDARD_IN_ORACLE | {"holidays"}),
        (PLAIN, STANDARD_IN_ORACLE | {"holidays", "suspensions"}),
        (FIFTEEN, STANDARD_IN_ORACLE),
        (AFTER_DAY, STANDARD_IN_ORACLE),
        (ELEVEN_JULY, frozenset()),
    ],
    ids=["standard", "no suspensions", "no holidays", "plain", "15 days", "after day", "11 july"],
)
def test_every_day_from_1995_to_2040_agrees_with_a_rule_set_of_dateutil(
    rules: TermRules, excluded: frozenset[str]
) -> None:
    first, last = date(1995, 1, 1), date(2040, 12, 31)
    week = rules.start.after == "week"
    for offset in range((last - first).days + 1):
        asked = first + timedelta(offset)
        term = answer_term(asked, rules=rules)
        expected = oracle(asked, rules.length.working_days, excluded, week=week)
        assert (term.start, term.due) == expected, asked


def test_due_days_never_go_back_from_one_day_to_the_next() -> None:
    first = date(1995, 1, 1)
    due = [answer_term(first + timedelta(n)).due for n in range(16_000)]
    assert all(earlier <= later for earlier, later in pairwise(due))


def test_an_equal_set_of_rules_gives_an_equal_term() -> None:
    assert answer_term(ASKED, rules=attrs.evolve(STANDARD)) == answer_term(ASKED)
