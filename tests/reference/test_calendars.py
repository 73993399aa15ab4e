from __future__ import annotations

import pickle
from collections import Counter
from datetime import date, timedelta

import attrs
import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model import (
    FieldTypeError,
    FieldValueError,
    Holiday,
    Suspension,
    TermLength,
    TermRule,
    TermRules,
    TermStart,
    parliamentary_year,
)
from inburgering_model.reference._days_of_year import day_in, easter_recess, manner
from inburgering_model.reference.calendars import (
    FIRST_YEAR,
    LAST_YEAR,
    has_weekday,
    is_working_day,
    runs_on,
    year_calendar,
)
from inburgering_model.reference.term_rules import known_rules

STANDARD = TermRules()
YEARS = range(1995, 2041)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


def holidays_of(year: int, rules: TermRules = STANDARD) -> set[date]:
    """The weekdays that are no working days."""
    return {day for day in days_of(year) if day.weekday() < 5 and not is_working_day(day, rules)}


def test_the_legal_holidays_of_2019_that_fall_on_weekdays() -> None:
    assert sorted(holidays_of(2019)) == [
        date(2019, 1, 1),
        date(2019, 4, 22),
        date(2019, 5, 1),
        date(2019, 5, 30),
        date(2019, 6, 10),
        date(2019, 8, 15),
        date(2019, 11, 1),
        date(2019, 11, 11),
        date(2019, 12, 25),
    ]


def test_a_saturday_is_no_working_day_and_neither_is_a_sunday() -> None:
    assert not is_working_day(date(2019, 12, 21), STANDARD)
    assert not is_working_day(date(2019, 12, 22), STANDARD)


def test_the_holidays_package_differs_only_in_two_sundays() -> None:
    """It lists Easter Sunday and Whit Sunday too, which are no working days anyway."""
    package = pytest.importorskip("holidays", reason="needs the package holidays")
    for year in YEARS:
        theirs = set(package.country_holidays("BE", years=year))
        ours = {day_in(holiday.day, year) for holiday in STANDARD.holidays}
        sunday = easter(year)
        assert theirs - ours == {sunday, sunday + timedelta(49)}
        assert ours <= theirs
        assert holidays_of(year) == {day for day in theirs if day.weekday() < 5}


def test_the_easter_recess_of_the_holidays_package_differs_only_in_easter_monday() -> None:
    """It adds Easter Monday to a recess that ends on Easter Sunday: a holiday anyway."""
    package = pytest.importorskip("holidays", reason="needs the package holidays")
    countries = package.country_holidays("BE")
    if "school" not in countries.supported_categories:
        pytest.skip("this release of holidays knows no school holidays")
    for year in range(2010, 2041):  # it knows no school holidays before
        theirs = {
            day
            for day, name in package.country_holidays(
                "BE", subdiv="Flemish", years=year, categories=("school",), language="nl"
            ).items()
            if "Paasvakantie" in name
        }
        first, last = easter_recess(year)
        ours = {first + timedelta(n) for n in range((last - first).days + 1)}
        assert ours <= theirs
        assert theirs - ours <= {easter(year) + timedelta(1)}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2018, 4, 2), date(2018, 4, 15)),  # Easter on 1 April
        (date(2019, 4, 8), date(2019, 4, 21)),  # Easter on 21 April
        (date(2020, 4, 6), date(2020, 4, 19)),  # Easter on 12 April
        (date(2024, 4, 1), date(2024, 4, 14)),  # Easter on 31 March
    ],
)
def test_the_easter_recess_is_a_fortnight_by_the_rule_of_schools(first: date, last: date) -> None:
    assert easter_recess(first.year) == (first, last)


@pytest.mark.parametrize("year", [*YEARS, FIRST_YEAR, LAST_YEAR])
def test_easter_monday_is_in_the_easter_recess_or_just_before_or_after(year: int) -> None:
    first, last = easter_recess(year)
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert first - timedelta(1) <= easter(year) <= last


def test_the_easter_recess_starts_on_the_monday_that_the_rule_says() -> None:
    starts = Counter((easter(year) - easter_recess(year)[0]).days for year in YEARS)
    assert set(starts) == {-1, 6, 13}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2018, 4, 9), date(2018, 4, 15)),
        (date(2019, 4, 15), date(2019, 4, 21)),
        (date(2020, 4, 13), date(2020, 4, 19)),
        (date(2024, 4, 8), date(2024, 4, 14)),
        (date(2019, 7, 21), date(2019, 8, 31)),
        (date(2019, 12, 25), date(2020, 1, 2)),
    ],
)
def test_a_term_does_not_run_on_days_that_suspend_it(first: date, last: date) -> None:
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    assert not any(runs_on(day, STANDARD) for day in days)
    before, after = first, last
    while not is_working_day(before := before - timedelta(1), STANDARD):
        pass
    while not is_working_day(after := after + timedelta(1), STANDARD):
        pass
    assert runs_on(before, STANDARD)
    assert runs_on(after, STANDARD)


def test_a_suspended_day_can_be_a_working_day() -> None:
    assert is_working_day(date(2019, 12, 27), STANDARD)
    assert not runs_on(date(2019, 12, 27), STANDARD)


def test_a_suspension_that_runs_into_the_next_year_is_in_both_calendars() -> None:
    for year in (2019, 2020):
        periods = [stretch.period.edtf for stretch in year_calendar(STANDARD, year).suspended]
        assert "2019-12-25/2020-01-02" in periods


def test_the_calendar_of_a_year_is_made_once() -> None:
    assert year_calendar(STANDARD, 2019) is year_calendar(TermRules(), 2019)


@pytest.mark.parametrize("year", [FIRST_YEAR, 1995, 2040, LAST_YEAR])
def test_there_is_a_calendar_of_every_year_whose_easter_is_known(year: int) -> None:
    assert 190 <= len(year_calendar(STANDARD, year).running) <= 220


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1, 1, 9999])
def test_of_another_year_there_is_none_and_the_error_says_so(year: int) -> None:
    with pytest.raises(FieldValueError, match=f"no calendar of {year}: only of 1583 to 4099"):
        year_calendar(STANDARD, year)


@given(st.integers(1, 100_000), st.integers(0, 10))
def test_what_has_a_weekday(first: int, length: int) -> None:
    days = range(first, first + length)
    expected = any(date.fromordinal(day).weekday() < 5 for day in days)
    assert has_weekday(first, first + length - 1) is expected


# Rules


def test_every_rule_says_what_it_says_and_who_says_so_and_how_sure_that_is() -> None:
    assert {rule.id: rule.grade for rule in known_rules().values()} == {
        "length.20-working-days": "V",
        "start.after-week": "S",
        "start.after-day": "U",
        "receipt.day-asked": "U",
        "recess.easter": "U",
        "recess.summer": "U",
        "suspension.easter": "S",
        "suspension.summer": "S",
        "suspension.christmas": "S",
        "holiday.new-year": "V",
        "holiday.easter-monday": "V",
        "holiday.labour-day": "V",
        "holiday.ascension": "V",
        "holiday.whit-monday": "V",
        "holiday.national-day": "V",
        "holiday.assumption": "V",
        "holiday.all-saints": "V",
        "holiday.armistice": "V",
        "holiday.christmas": "V",
        "holiday.flemish-community": "U",
    }
    assert all(rule.text and rule.source for rule in known_rules().values())


def test_by_default_all_are_in_force_but_11_july_and_the_other_start() -> None:
    in_force = {rule.id for rule in STANDARD.in_force}
    assert set(known_rules()) - in_force == {"holiday.flemish-community", "start.after-day"}
    assert in_force <= set(known_rules())


@pytest.mark.parametrize("identifier", [holiday.id for holiday in STANDARD.holidays])
def test_a_legal_holiday_can_be_switched_off_and_on_again(identifier: str) -> None:
    off = STANDARD.without(identifier)
    assert {holiday.id for holiday in STANDARD.holidays} - {h.id for h in off.holidays} == {
        identifier
    }
    (day,) = {day_in(h.day, 2018) for h in STANDARD.holidays if h.id == identifier}
    assert is_working_day(day, off) is (day.weekday() < 5)
    assert not is_working_day(day, off.with_rules(identifier))


def test_11_july_can_be_switched_on_and_off_again() -> None:
    day, on = date(2019, 7, 11), STANDARD.with_rules("holiday.flemish-community")
    assert is_working_day(day, STANDARD)
    assert not is_working_day(day, on)
    assert on.without("holiday.flemish-community") == STANDARD


@pytest.mark.parametrize(
    ("identifier", "day"),
    [
        ("suspension.easter", date(2019, 4, 16)),
        ("suspension.summer", date(2019, 8, 1)),
        ("suspension.christmas", date(2019, 12, 27)),
    ],
)
def test_a_suspension_can_be_switched_off_and_on_again(identifier: str, day: date) -> None:
    off = STANDARD.without(identifier)
    assert not runs_on(day, STANDARD)
    assert runs_on(day, off)
    assert not runs_on(day, off.with_rules(identifier))


def test_a_start_or_a_length_takes_the_place_of_the_present_one() -> None:
    fifteen = TermLength(id="length.15-working-days", working_days=15)
    rules = STANDARD.with_rules("start.after-day", fifteen)
    assert (rules.start.after, rules.length.working_days) == ("day", 15)
    assert rules.with_rules("start.after-week", "length.20-working-days") == STANDARD


def test_a_holiday_of_ones_own_is_added() -> None:
    rules = STANDARD.with_rules(Holiday(id="holiday.bridge", day="2019-05-31"))
    assert holidays_of(2019, rules) - holidays_of(2019) == {date(2019, 5, 31)}
    assert holidays_of(2020, rules) == holidays_of(2020)


def test_a_suspension_of_ones_own_replaces_the_one_with_its_id() -> None:
    earlier = Suspension(id="suspension.summer", start="07-11", end="08-31")
    rules = STANDARD.with_rules(earlier)
    assert len(rules.suspensions) == len(STANDARD.suspensions)
    assert runs_on(date(2014, 7, 15), STANDARD)
    assert not runs_on(date(2014, 7, 15), rules)


def test_a_suspension_can_be_once_and_longer_than_a_year() -> None:
    once = Suspension(id="suspension.once", start="2020-03-16", end="2022-03-14")
    rules = STANDARD.with_rules(once)
    assert runs_on(date(2020, 3, 13), rules)
    assert year_calendar(rules, 2021).running == ()
    assert not runs_on(date(2022, 3, 14), rules)
    assert runs_on(date(2022, 3, 15), rules)
    assert runs_on(date(2019, 3, 18), rules)


def test_a_rule_of_ones_own_is_unverified_unless_one_says_otherwise() -> None:
    assert Holiday(id="holiday.own", day="06-01").grade == "U"
    assert Holiday(id="holiday.own", day="06-01", grade="V", source="a law").grade == "V"


def test_a_rule_is_found_by_its_id_also_one_that_dates_a_suspension() -> None:
    assert STANDARD.find("recess.easter").grade == "U"
    assert STANDARD.find("suspension.easter").grade == "S"
    with pytest.raises(LookupError, match=r"no rule 'holiday\.flemish-community' is in force"):
        STANDARD.find("holiday.flemish-community")


def test_an_id_that_is_not_known_is_an_error_that_lists_those_that_are() -> None:
    with pytest.raises(LookupError, match=r"'holiday\.carnival' is known; known are "):
        STANDARD.with_rules("holiday.carnival")


@pytest.mark.parametrize("identifier", ["holiday.flemish-community", "length.20-working-days"])
def test_only_a_holiday_or_suspension_in_force_can_be_left_out(identifier: str) -> None:
    with pytest.raises(LookupError, match="no suspension or holiday"):
        STANDARD.without(identifier)


def test_a_rule_that_says_nothing_to_count_by_cannot_be_put_in_force() -> None:
    with pytest.raises(FieldTypeError, match="expected a length, start, suspension or holiday"):
        STANDARD.with_rules("recess.easter")


def test_two_holidays_with_one_id_are_refused() -> None:
    holiday = Holiday(id="holiday.own", day="06-01")
    with pytest.raises(FieldValueError, match=r"there are two rules 'holiday\.own'"):
        TermRules(holidays=(holiday, attrs.evolve(holiday, day="06-02")))


def test_rules_are_shown_as_far_as_they_are_not_those_of_the_tables() -> None:
    length = TermLength(id="length.own", working_days=15)
    assert repr(STANDARD) == "TermRules()"
    assert repr(TermRules(length=length)) == (
        "TermRules(length=TermLength(id='length.own', working_days=15))"
    )


def test_rules_survive_pickling() -> None:
    rules = STANDARD.without("suspension.summer")
    again = pickle.loads(pickle.dumps(rules))  # noqa: S301 - our own bytes
    assert again == rules
    assert hash(again) == hash(rules)


# Days as rules write them


@pytest.mark.parametrize(
    ("notation", "day"),
    [
        ("07-21", date(2019, 7, 21)),
        ("2020-05-22", date(2020, 5, 22)),
        ("easter", date(2019, 4, 21)),
        ("easter+39", date(2019, 5, 30)),
        ("easter-2", date(2019, 4, 19)),
        ("easter-recess", date(2019, 4, 8)),
        ("easter-recess+7", date(2019, 4, 15)),
        ("easter-recess-1", date(2019, 4, 7)),
    ],
)
def test_a_day_is_written_in_one_of_four_ways(notation: str, day: date) -> None:
    assert day_in(notation, 2019) == day
    assert Holiday(id="holiday.own", day=notation).day == notation


@pytest.mark.parametrize(
    "notation",
    [
        "",
        "02-29",
        "13-01",
        "2019-02-29",
        "0000-01-01",
        "7-21",
        "21 juli",
        "easter+251",
        "easter-81",
        "easter +1",
        "easter+",
        "Easter",
        "ascension",
        "07-21\n",
        "٠٧-٢١",
    ],
)
def test_what_is_no_day_of_every_year_is_refused(notation: str) -> None:
    with pytest.raises(
        FieldValueError, match=r"Holiday\.day: (expected a day such as|the calendar has no day)"
    ):
        Holiday(id="holiday.own", day=notation)


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(-80, 250))
def test_a_day_counted_from_easter_stays_in_its_year(year: int, offset: int) -> None:
    for origin in ("easter", "easter-recess"):
        assert day_in(f"{origin}{offset:+}", year).year == year


@pytest.mark.parametrize(
    ("start", "end"),
    [("07-21", "2019-08-31"), ("easter", "05-01"), ("easter", "easter-recess+13")],
)
def test_both_ends_of_a_suspension_are_written_in_the_same_way(start: str, end: str) -> None:
    assert manner(start) != manner(end)
    with pytest.raises(FieldValueError, match="is not written in the same way as"):
        Suspension(id="suspension.own", start=start, end=end)


@pytest.mark.parametrize(("start", "end"), [("easter+7", "easter"), ("2020-05-03", "2020-03-16")])
def test_only_a_suspension_of_every_year_can_run_into_the_next(start: str, end: str) -> None:
    with pytest.raises(FieldValueError, match="is before"):
        Suspension(id="suspension.own", start=start, end=end)


@pytest.mark.parametrize("after", ["month", "Week", ""])
def test_a_term_starts_after_a_day_or_a_week(after: str) -> None:
    with pytest.raises(FieldValueError, match="'day' or 'week'"):
        TermStart(id="start.own", after=after)


def test_a_grade_is_one_of_four_letters() -> None:
    with pytest.raises(FieldValueError, match="a grade: V, D, S or U"):
        TermRule(id="receipt.own", grade="A")


# The parliamentary year


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        (date(2016, 9, 26), "2016-2017"),
        (date(2018, 9, 24), "2018-2019"),
        (date(2019, 9, 23), "2019-2020"),
        (date(2023, 9, 25), "2023-2024"),
    ],
)
def test_the_parliamentary_year_opens_on_the_fourth_monday_of_september(
    opening: date, year: str
) -> None:
    assert parliamentary_year(opening) == year
    assert parliamentary_year(opening - timedelta(1)) != year
    assert parliamentary_year(opening + timedelta(363)) == year
