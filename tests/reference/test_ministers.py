from datetime import date

import pytest

from inburgering_model.reference.ministers import covers, offices_on, records


def test_a_minister_can_hold_two_offices_one_of_them_without_a_known_title() -> None:
    offices = offices_on("BEN WEYTS", date(2019, 12, 20))
    assert [office.title for office in offices] == [
        None,
        "Vlaams minister van Onderwijs, Sport, Dierenwelzijn en Vlaamse Rand",
    ]
    assert {office.name for office in offices} == {"Ben Weyts"}


def test_nobody_by_that_name_held_an_office() -> None:
    assert offices_on("Peter Van Rompuy", date(2019, 12, 20)) == ()


def test_a_day_of_difference_is_tolerated_at_both_ends() -> None:
    assert offices_on("Jan Jambon", date(2019, 10, 1))
    assert not offices_on("Jan Jambon", date(2019, 9, 30))
    assert offices_on("Koen Van den Heuvel", date(2019, 10, 2))
    assert not offices_on("Koen Van den Heuvel", date(2019, 10, 3))


@pytest.mark.parametrize(
    ("day", "first", "second"),
    [
        (date(2019, 10, 1), "Dierenwelzijn", "Vlaamse Rand"),
        (date(2019, 10, 2), "Vlaamse Rand", "Dierenwelzijn"),
    ],
)
def test_on_the_day_of_a_change_the_office_held_to_the_letter_comes_first(
    day: date, first: str, second: str
) -> None:
    titles = [office.title for office in offices_on("Ben Weyts", day) if office.title]
    assert [title.rsplit(" en ", 1)[-1] for title in titles] == [first, second]


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2009, 1, 4), False),
        (date(2009, 1, 5), True),
        (date(2019, 12, 20), True),
        (date(2021, 5, 11), True),
        (date(2021, 5, 12), False),
        (date.min, False),
        (date.max, False),
    ],
)
def test_the_table_covers_from_its_first_to_its_last_date(day: date, covered: bool) -> None:  # noqa: FBT001 - a table
    assert covers(day) is covered


def test_nothing_is_claimed_after_the_last_date_although_offices_have_no_end() -> None:
    assert offices_on("Bart Somers", date(2021, 5, 10))
    assert offices_on("Bart Somers", date(2024, 2, 26)) == ()


def test_every_office_has_its_identifiers() -> None:
    for record in records():
        assert record.mandate_uri.startswith("http://themis.vlaanderen.be/id/mandataris/")
        assert record.person_uri.startswith("http://themis.vlaanderen.be/id/persoon/")
        assert record.end is None or record.start <= record.end
