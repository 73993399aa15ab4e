"""What many dossiers tell together."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import count, groupby, islice, repeat
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.testing.strategies import published_dossiers
from tests.strategies import entities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inburgering_model.model._entity import Entity

DILBEEK, VILVOORDE = (
    im.Municipality(name="Dilbeek", nis="23016"),
    im.Municipality(name="Vilvoorde", nis="23088"),
)
SOMERS, WEYTS = im.Person(name="Bart Somers"), im.Person(name="Ben Weyts")
ASKED, IN_TIME, LATE = date(2019, 12, 20), date(2020, 1, 28), date(2020, 2, 3)


def pilot(*places: im.Municipality, programme: str | None = "g1", **fields: Any) -> im.Pilot:
    identifier = fields.pop("id", "p1")
    return im.Pilot(id=identifier, programme=programme, municipalities=places, **fields)


def dossier(
    *pilots: im.Pilot,
    programme: str | None = "Samen inburgeren",
    number: int = 75,
    answered_on: date | None = None,
    **fields: Any,
) -> im.Dossier:
    """A dossier of 20 December 2019 with pilots of one programme."""
    addressee = im.Addressee(person=SOMERS, number=number)
    answers = (im.OrdinaryAnswer(answered_on=answered_on),) if answered_on else ()
    return im.Dossier(
        question=im.ParliamentaryQuestion(asked_on=ASKED, addressees=(addressee,)),
        programmes=(im.Programme(id="g1", name=programme),) if programme else (),
        pilots=pilots,
        **{"answers": answers, **fields},
    )


def period(edtf: str) -> im.Period:
    return im.Period.from_edtf(edtf)


# What a pilot is known by


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (dossier(pilot(DILBEEK)), dossier(pilot(DILBEEK, id="p7"))),
        (dossier(pilot(DILBEEK)), dossier(pilot(DILBEEK), programme="SAMEN INBURGEREN")),
        (dossier(pilot(DILBEEK, VILVOORDE)), dossier(pilot(VILVOORDE, DILBEEK))),
        (dossier(pilot(DILBEEK)), dossier(pilot(im.Municipality(name="dilbeek", nis="23016")))),
        (
            dossier(pilot(DILBEEK, programme=None, name="De Brug"), programme=None),
            dossier(pilot(DILBEEK, programme=None, name="de brug"), programme=None, number=8),
        ),
    ],
    ids=["another id", "other capitals", "another order", "another spelling", "an own name"],
)
def test_a_pilot_is_known_by_programme_and_places(one: im.Dossier, other: im.Dossier) -> None:
    assert len({row.pilot for row in im.pilot_timeline([one, other])}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (dossier(pilot(DILBEEK)), dossier(pilot(DILBEEK), programme="Taalbad")),
        (dossier(pilot(DILBEEK)), dossier(pilot(VILVOORDE))),
        (dossier(pilot(DILBEEK)), dossier(pilot(DILBEEK, VILVOORDE))),
        (
            dossier(pilot(DILBEEK, programme=None), programme=None),
            dossier(pilot(DILBEEK, programme=None), programme=None, number=8),
        ),
        (dossier(pilot(), number=8), dossier(pilot())),
    ],
    ids=["programme", "place", "one place more", "no programme", "no place"],
)
def test_pilots_that_nothing_makes_the_same_are_two(one: im.Dossier, other: im.Dossier) -> None:
    assert len({row.pilot for row in im.pilot_timeline([one, other])}) == 2


def test_of_dossiers_about_one_subject_the_places_are_enough() -> None:
    told = [
        dossier(pilot(DILBEEK, programme=None), programme=None, number=number) for number in (1, 2)
    ]
    assert len({row.pilot for row in im.pilot_timeline(told, one_subject=True)}) == 1


# The timeline


def test_a_status_stands_in_the_timeline_on_the_day_it_was_given_for() -> None:
    ended = pilot(DILBEEK, status=im.PilotStatus.ENDED, status_on=date(2021, 3, 1))
    running = pilot(DILBEEK, status=im.PilotStatus.RUNNING)
    told = [dossier(ended, number=8, answered_on=LATE), dossier(running, answered_on=LATE)]
    rows = im.pilot_timeline(told)
    assert [(row.stated_on, row.status.value, row.citation) for row in rows] == [
        (LATE, "running", "SV nr. 75 (2019-2020)"),
        (date(2021, 3, 1), "ended", "SV nr. 8 (2019-2020)"),
    ]


def test_pilots_come_by_their_earliest_date_and_rows_of_one_stay_together() -> None:
    told = [
        dossier(pilot(DILBEEK, period=period("2018/2019")), pilot(VILVOORDE, id="p2")),
        dossier(
            pilot(VILVOORDE, period=period("/2016-36")), pilot(DILBEEK, period=period("2017/.."))
        ),
    ]
    rows = im.pilot_timeline(told)
    assert [(row.municipalities[0], str(row.period)) for row in rows] == [
        ("Vilvoorde", "None"),
        ("Vilvoorde", "/2016-36"),
        ("Dilbeek", "2018/2019"),
        ("Dilbeek", "2017/.."),
    ]


def test_pilots_without_a_period_come_last() -> None:
    told = [dossier(pilot(DILBEEK)), dossier(pilot(VILVOORDE, period=period("2030/..")))]
    assert [row.nis_codes for row in im.pilot_timeline(told)] == [("23088",), ("23016",)]


def test_a_row_of_the_timeline_points_at_what_was_read() -> None:
    example = im.example().dossier
    row = im.pilot_timeline([example])[0]
    assert any("Sint-Pieters" in example.quote(span) for span in row.spans)


# What is said differently


def difference(one: im.Pilot, other: im.Pilot) -> list[tuple[str, str, str]]:
    told = [dossier(one), dossier(other, number=8)]
    return [(row.field, row.value, row.other_value) for row in im.pilot_differences(told)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018/2019", "2018/2020"),
        ("2018-01/2019", "2018-02/2019"),
        ("2018/..", "2018/2020"),
        ("2018/2019", "2018/.."),
    ],
)
def test_periods_differ_when_a_bound_certainly_does(one: str, other: str) -> None:
    assert difference(pilot(DILBEEK, period=period(one)), pilot(DILBEEK, period=period(other))) == [
        ("period", one, other)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("2018/2019", "2018-36/2019"), ("/2018-36", "2017/2018"), ("2018/..", "2018-02/..")],
)
def test_periods_that_can_both_be_true_do_not_differ(one: str, other: str) -> None:
    assert (
        difference(pilot(DILBEEK, period=period(one)), pilot(DILBEEK, period=period(other))) == []
    )


def test_statuses_differ_with_their_days() -> None:
    told = [
        dossier(pilot(DILBEEK, status=im.PilotStatus.RUNNING), answered_on=IN_TIME),
        dossier(pilot(DILBEEK, status=im.PilotStatus.ENDED), number=8, answered_on=LATE),
    ]
    (row,) = im.pilot_differences(told)
    assert (row.field, row.value, row.other_value) == ("status", "running", "ended")
    assert (row.stated_on, row.other_stated_on) == (IN_TIME, LATE)
    assert (row.citation, row.other_citation) == ("SV nr. 75 (2019-2020)", "SV nr. 8 (2019-2020)")


def test_budgets_differ_unless_they_are_for_different_years() -> None:
    def money(amount: int, year: str | None, currency: str = "EUR") -> im.Pilot:
        when = period(f"{year}/{year}") if year else None
        return pilot(
            DILBEEK, budget=im.Budget(amount=Decimal(amount), currency=currency, period=when)
        )

    assert difference(money(50000, "2018"), money(60000, "2019")) == []
    assert difference(money(50000, "2018"), money(60000, None)) == [
        ("budget", "50000 EUR", "60000 EUR")
    ]
    assert difference(money(50000, "2018"), money(50000, "2018", "USD")) == [
        ("budget", "50000 EUR", "50000 USD")
    ]


def test_once_only_or_not_is_a_difference() -> None:
    assert difference(pilot(DILBEEK, one_off=True), pilot(DILBEEK, one_off=False)) == [
        ("one_off", "true", "false")
    ]


def test_what_is_not_said_does_not_differ() -> None:
    said = pilot(DILBEEK, period=period("2018/.."), status=im.PilotStatus.ENDED, one_off=True)
    assert difference(said, pilot(DILBEEK)) == []


def test_a_dossier_does_not_differ_from_itself() -> None:
    twice = dossier(pilot(DILBEEK, one_off=True), pilot(DILBEEK, id="p2", one_off=False))
    assert list(im.pilot_differences([twice])) == []


def test_each_other_value_is_told_once_with_the_dossier_that_gave_it_first() -> None:
    told = [
        dossier(pilot(DILBEEK, status=im.PilotStatus(status)), number=number)
        for number, status in enumerate(["running", "running", "ended", "ended", "stopped"], 1)
    ]
    found = [(r.citation, r.other_citation, r.other_value) for r in im.pilot_differences(told)]
    assert found == [
        ("SV nr. 1 (2019-2020)", "SV nr. 3 (2019-2020)", "ended"),
        ("SV nr. 1 (2019-2020)", "SV nr. 5 (2019-2020)", "stopped"),
        ("SV nr. 3 (2019-2020)", "SV nr. 5 (2019-2020)", "stopped"),
    ]


def test_both_values_of_a_difference_point_at_what_they_were_read_from() -> None:
    def document(year: int) -> im.Dossier:
        return im.parse(
            "SCHRIFTELIJKE VRAAG\nnr. 3\nvan AN PEETERS\ndatum: 4 mei 2020\n\n\nTaal\n\n"
            "1. Hoe staat het met de proeftuinen?\n\n\nJAN CLAES\nVLAAMS MINISTER VAN WERK\n\n"
            f"ANTWOORD\nop vraag nr. 3 van 4 mei 2020\nvan AN PEETERS\n\n"
            f"1. De proeftuin in Dilbeek liep tot eind {year}.\n"
        ).dossier

    told = [document(2018), document(2019)]
    (row,) = (row for row in im.pilot_differences(told, one_subject=True) if row.field == "period")
    assert ["2018" in told[0].quote(span) for span in row.spans] == [True]
    assert ["2019" in told[1].quote(span) for span in row.other_spans] == [True]


# Follow-ups


def test_follow_ups_come_by_destination_and_status_and_then_as_they_were_told() -> None:
    def follow_up(number: int, destination: str, status: str) -> im.FollowUp:
        return im.FollowUp(
            id=f"f{number}",
            destination=im.Destination(destination),
            status=im.FollowUpStatus(status),
            passage=im.Passage(text=f"Zin {number}."),
            by=(im.Party(kind=im.PartyKind.LOCAL_AUTHORITY, name="Gent"),),
        )

    told = [
        dossier(
            follow_ups=(
                follow_up(1, "guide", "planned"),
                follow_up(2, "guide", "done"),
                follow_up(3, "regular_offer", "planned"),
            )
        ),
        dossier(follow_ups=(follow_up(4, "guide", "done"),), number=8, answered_on=LATE),
    ]
    rows = im.follow_ups_by_destination(told)
    assert [row.text for row in rows] == ["Zin 3.", "Zin 2.", "Zin 4.", "Zin 1."]
    assert [row.answered_on for row in rows] == [None, None, LATE, None]
    assert rows[0].by == ("Gent",)


# Answer terms


def answered(
    day: date | None,
    person: im.Person = SOMERS,
    cls: Callable[..., Any] = im.OrdinaryAnswer,
    **kw: Any,
) -> Any:
    return cls(respondent=im.Minister(person=person), answered_on=day, **kw)


def put_to(*people: tuple[im.Person, int | None], answers: tuple[Any, ...] = ()) -> im.Dossier:
    addressees = tuple(im.Addressee(person=person, number=number) for person, number in people)
    question = im.ParliamentaryQuestion(title="Taal", asked_on=ASKED, addressees=addressees)
    return im.Dossier(question=question, answers=answers)


def counts(*told: im.Dossier) -> list[tuple[str | None, int, int, int, int | None]]:
    rows = im.answer_terms_by_minister(told)
    return [(r.minister, r.in_time, r.late, r.unknown, r.median_days_late) for r in rows]


def test_terms_are_counted_by_minister() -> None:
    assert counts(
        put_to((SOMERS, 1), answers=(answered(IN_TIME),)),
        put_to((SOMERS, 2), answers=(answered(LATE),)),
        put_to((SOMERS, 3), answers=(answered(date(2020, 2, 28)),)),
        put_to((SOMERS, 4), answers=(answered(date(2020, 1, 31)),)),
        put_to((WEYTS, 5)),
    ) == [("Bart Somers", 1, 3, 0, 6), ("Ben Weyts", 0, 0, 1, None)]


def test_terms_are_counted_by_parliamentary_year() -> None:
    told = [
        im.Dossier(question=im.ParliamentaryQuestion(asked_on=day))
        for day in (date(2020, 9, 27), date(2020, 9, 28))
    ]
    rows = im.answer_terms_by_minister([*told, im.Dossier(question=im.ParliamentaryQuestion())])
    assert [(row.parliamentary_year, row.minister) for row in rows] == [
        (None, None),
        ("2019-2020", None),
        ("2020-2021", None),
    ]


def test_people_are_counted_by_their_folded_names() -> None:
    shouted = im.Person(name="BART SOMERS")
    told = (put_to((SOMERS, 1)), put_to((shouted, 2)))
    assert counts(*told) == [("Bart Somers", 0, 0, 2, None)]


def test_a_question_counts_once_for_each_minister_however_many_files_tell_of_it() -> None:
    both = ((SOMERS, 1), (WEYTS, 2))
    files = [
        put_to(*both, answers=(answered(LATE, WEYTS),)),
        put_to(*both, answers=(answered(IN_TIME),)),
        put_to(*both),
    ]
    assert counts(*files) == [("Bart Somers", 1, 0, 0, None), ("Ben Weyts", 0, 1, 0, 6)]
    merged = im.merge(files).dossier
    assert counts(merged) == counts(*files)


def test_without_a_number_a_question_is_known_by_its_day_and_title() -> None:
    same = put_to((SOMERS, None), answers=(answered(IN_TIME),))
    assert counts(same, same) == [("Bart Somers", 1, 0, 0, None)]


def test_a_coordinated_answer_counts_for_colleagues_who_did_not_answer_themselves() -> None:
    on_behalf_of = (im.Addressee(person=WEYTS, number=2),)
    coordinated = answered(LATE, SOMERS, im.CoordinatedAnswer, on_behalf_of=on_behalf_of)
    referring = answered(IN_TIME, WEYTS, im.ReferringAnswer)
    both = ((SOMERS, 1), (WEYTS, 2))
    assert counts(put_to(*both, answers=(coordinated,)))[1] == ("Ben Weyts", 0, 1, 0, 6)
    assert counts(put_to(*both, answers=(coordinated, referring)))[1][1:4] == (1, 0, 0)


def test_a_provisional_answer_is_no_answer_yet() -> None:
    provisional = answered(IN_TIME, stage=im.Stage.PROVISIONAL)
    assert counts(put_to((SOMERS, 1), answers=(provisional,)))[0][1:4] == (0, 0, 1)
    assert counts(put_to((SOMERS, 1), answers=(provisional, answered(LATE))))[0][1:4] == (0, 1, 0)


def test_terms_can_be_counted_by_other_rules() -> None:
    rules = im.TermRules(length=im.TermLength(id="term.long", working_days=30))
    told = [put_to((SOMERS, 1), answers=(answered(LATE),))]
    (row,) = im.answer_terms_by_minister(told, rules=rules)
    assert (row.in_time, row.late) == (1, 0)


def test_an_answer_dated_before_its_question_is_not_in_time_but_unknown() -> None:
    for day, expected in ((ASKED - timedelta(days=1), (0, 0, 1)), (ASKED, (1, 0, 0))):
        told = put_to((SOMERS, 1), answers=(answered(day),))
        assert counts(told)[0][1:4] == expected


def test_a_day_outside_every_calendar_is_unknown() -> None:
    question = im.ParliamentaryQuestion(asked_on=date(1000, 1, 1))
    told = im.Dossier(question=question, answers=(im.OrdinaryAnswer(answered_on=LATE),))
    assert counts(told) == [(None, 0, 0, 1, None)]


# What nobody answered

QUESTION = (
    "SCHRIFTELIJKE VRAAG\nnr. 3\nvan AN PEETERS\ndatum: 4 mei 2020\naan JAN CLAES\n"
    "VLAAMS MINISTER VAN WERK\n\n\nWegen\n\n"
    "1. Hoeveel bussen rijden er? Wie beheert de haltes?\n\n\n"
)
ANSWER = (
    "JAN CLAES\nVLAAMS MINISTER VAN WERK\n\nANTWOORD\nop vraag nr. 3 van 4 mei 2020\n"
    "van AN PEETERS\n\n1. Er rijden 12 bussen.\n"
)


def test_an_unanswered_sub_question_comes_with_citation_minister_and_finding() -> None:
    told = im.parse(QUESTION + ANSWER).dossier
    (row,) = im.unanswered_sub_questions([told])
    assert (row.text, row.citation, row.ministers) == (
        "Wie beheert de haltes?",
        "SV nr. 3 (2019-2020)",
        ("Jan Claes",),
    )
    assert row.finding == im.coverage(told)[1]


def test_without_an_answer_all_who_were_asked_left_everything_open() -> None:
    rows = list(im.unanswered_sub_questions([im.parse(QUESTION).dossier]))
    assert [(row.finding.rule, row.ministers) for row in rows] == [
        ("coverage.no-answer", ("Jan Claes",))
    ] * 2


def test_of_a_merged_dossier_a_minister_who_only_refers_left_nothing_open() -> None:
    example = im.parse(QUESTION + ANSWER).dossier
    refers = answered(None, WEYTS, im.ReferringAnswer)
    merged = im.Dossier(question=example.question, answers=(refers, *example.answers))
    (row,) = im.unanswered_sub_questions([merged])
    assert row.ministers == ("Jan Claes",)


def test_other_statuses_can_be_asked_for() -> None:
    told = im.parse(QUESTION + ANSWER).dossier
    rows = im.unanswered_sub_questions([told], statuses={im.CoverageStatus.ANSWERED})
    assert [row.finding.sub_question for row in rows] == ["1.1"]


# All of them

FUNCTIONS: dict[str, Callable[[Iterable[im.Dossier]], Iterable[Entity]]] = {
    "pilot_timeline": im.pilot_timeline,
    "pilot_differences": im.pilot_differences,
    "follow_ups_by_destination": im.follow_ups_by_destination,
    "answer_terms_by_minister": im.answer_terms_by_minister,
    "unanswered_sub_questions": im.unanswered_sub_questions,
}
over_all = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)


@over_all
def test_nothing_tells_nothing(function: Callable[..., Any]) -> None:
    assert list(function([])) == []


@given(st.lists(entities(im.Dossier), max_size=2))
def test_an_iterator_of_any_dossiers_gives_what_a_list_gives_and_every_row_can_be_written(
    told: list[im.Dossier],
) -> None:
    for function in FUNCTIONS.values():
        rows = list(function(iter(told)))
        assert rows == list(function(told))
        assert [im.loads(im.dumps(row), type(row)) for row in rows] == rows


published = given(st.lists(published_dossiers(), max_size=2))


@published
def test_the_same_dossiers_twice_tell_no_differences_and_count_once(
    told: list[im.Dossier],
) -> None:
    for function in (im.pilot_differences, im.answer_terms_by_minister):
        assert list(function([*told, *told])) == list(function(told))


@published
def test_rows_of_one_pilot_stand_together_and_every_pilot_has_a_row(
    told: list[im.Dossier],
) -> None:
    rows = im.pilot_timeline([*told, *told])
    assert len(rows) == 2 * sum(len(each.pilots) for each in told)
    groups = [pilot for pilot, _ in groupby(rows, key=lambda row: row.pilot)]
    assert len(groups) == len(set(groups))


@published
def test_the_counts_of_terms_add_up(told: list[im.Dossier]) -> None:
    for row in im.answer_terms_by_minister(told):
        assert row.asked == row.in_time + row.late + row.unknown >= 1
        assert (row.median_days_late is None) is (row.late == 0)


def test_dossiers_are_taken_one_by_one() -> None:
    forever = repeat(im.parse(QUESTION).dossier)
    assert len(list(islice(im.unanswered_sub_questions(forever), 3))) == 3
    changing = (
        dossier(pilot(DILBEEK, one_off=bool(number % 2)), number=number) for number in count(1)
    )
    assert len(list(islice(im.pilot_differences(changing), 1))) == 1


@over_all
def test_only_dossiers_are_asked(function: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match=r"expected a Dossier, got Reading: pass reading\.dossier"):
        list(function([im.example()]))
    with pytest.raises(TypeError, match="put it in a list"):
        list(function(im.example().dossier))
