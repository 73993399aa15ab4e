"""Phrases of time in Dutch prose: what they say in EDTF, and what is no date at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.parsing.language.dated import PARTS_OF_YEAR, dated_phrases
from tests.growth import grows_in_proportion

ANCHOR = date(2019, 12, 20)


def values(text: str, anchor: date | None = None) -> list[str | None]:
    return [
        None if phrase.value is None else str(phrase.value)
        for phrase in dated_phrases(text, anchor)
    ]


def quotes(text: str, anchor: date | None = None) -> list[str]:
    return [text[phrase.start : phrase.end] for phrase in dated_phrases(text, anchor)]


@pytest.mark.parametrize(
    ("phrase", "written_on", "edtf"),
    [
        ("afgelopen zomer", date(2020, 10, 15), "2020-22"),
        ("afgelopen zomer", date(2020, 7, 15), "2019-22"),
        ("voorbije winter", date(2020, 4, 15), "2019-24"),
        ("afgelopen winter", date(2020, 1, 15), "2018-24"),
        ("komend najaar", date(2020, 4, 15), "2020-23"),
        ("komende winter", date(2020, 12, 15), "2021-24"),
        ("dit najaar", date(2020, 2, 1), "2020-23"),
        ("deze winter", date(2020, 2, 1), "2019-24"),
        ("deze winter", date(2020, 10, 1), "2020-24"),
        ("deze winter", date(2020, 5, 1), None),  # the last one or the next one
        ("volgend voorjaar", date(2019, 12, 20), "2020-21"),
        ("volgend voorjaar", date(2020, 1, 15), "2020-21?"),  # or that of 2021
        ("vorige zomer", date(2020, 10, 15), "2020-22?"),
        ("vorige zomer", date(2020, 2, 15), "2019-22"),
        ("rond vorige zomer", date(2020, 10, 15), "2020-22?"),
        ("sinds vorige zomer", date(2020, 10, 15), "2020-22?/.."),
        ("vorig kwartaal", date(2020, 1, 15), "2019-36"),
        ("komend kwartaal", date(2020, 12, 15), "2021-33"),
        ("voorbije schooljaar", date(2019, 12, 20), "2018-09-01/2019-08-31"),
    ],
)
def test_a_season_or_quarter_counts_from_the_day_it_was_written(
    phrase: str, written_on: date, edtf: str | None
) -> None:
    assert values(f"Dat gebeurt {phrase} weer.", written_on) == [edtf]
    assert values(f"Dat gebeurt {phrase} weer.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "op 15 maart",
        "in maart",
        "eind juni",
        "in het najaar",
        "vorige zomervakantie",
        "de volgende winter-editie",
        "het afgelopen jaar",
        "de komende maanden",
    ],
)
def test_what_names_no_year_and_counts_from_no_day_gets_none(text: str) -> None:
    assert values(f"Dat gebeurt {text} weer.", ANCHOR) == []


def rules(text: str, anchor: date | None = None) -> list[str]:
    return [phrase.rule for phrase in dated_phrases(text, anchor)]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        # days
        ("20 december 2019", "2019-12-20"),
        ("1 jan. 2020", "2020-01-01"),
        ("1ste Sept. 2020", "2020-09-01"),
        ("12/03/2020", "2020-03-12"),
        ("12.03.2020", "2020-03-12"),
        ("12-3-2020", "2020-03-12"),
        ("2020-03-12", "2020-03-12"),
        ("maandag 3 februari 2020", "2020-02-03"),
        ("20 DECEMBER 2019", "2019-12-20"),
        # months and parts of them: no day is invented
        ("december 2018", "2018-12"),
        ("maart van het jaar 2018", "2018-03"),
        ("begin maart 2020", "2020-03"),
        ("half mei 2021", "2021-05"),
        ("eind december 2018", "2018-12"),
        # parts of a year
        ("begin 2018", "2018-33"),
        ("medio 2018", "[2018-05..2018-08]"),
        ("midden 2018", "[2018-05..2018-08]"),
        ("half 2018", "[2018-05..2018-08]"),
        ("eind 2018", "2018-36"),
        ("einde van 2018", "2018-36"),
        ("in de loop van 2018", "2018"),
        ("najaar van 2022", "2022-23"),
        ("voorjaar 2023", "2023-21"),
        ("lente 2023", "2023-21"),
        ("zomer van 2023", "2023-22"),
        ("herfst 2023", "2023-23"),
        ("winter 2018-2019", "2018-24"),
        ("eerste kwartaal 2024", "2024-33"),
        ("laatste kwartaal van 2024", "2024-36"),
        ("4e kwartaal 2018", "2018-36"),
        ("Q4 2018", "2018-36"),
        ("eerste helft van 2018", "2018-40"),
        ("tweede semester 2019", "2019-41"),
        # years that begin in September
        ("schooljaar 2021-2022", "2021-09-01/2022-08-31"),
        ("schooljaar 2018-19", "2018-09-01/2019-08-31"),
        ("academiejaar 2021-2022", "2021-09/2022-09"),
        ("zittingsjaar 2019-2020", "2019-09/2020-09"),
        # terms and decades
        ("legislatuur 2014-2019", "2014/2019"),
        ("jaren 90", "199X"),
        ("jaren 2010", "201X"),
        # periods
        ("van 1 september 2020 tot en met 31 augustus 2022", "2020-09-01/2022-08-31"),
        ("van september 2020 tot juni 2021", "2020-09/2021-06"),
        ("van 1 tot 15 maart 2020", "2020-03-01/2020-03-15"),
        ("van 1 september tot 31 december 2020", "2020-09-01/2020-12-31"),
        ("maart-juni 2020", "2020-03/2020-06"),
        ("tussen 2018 en 2020", "2018/2020"),
        ("tussen begin 2018 en eind 2019", "2018-33/2019-36"),
        ("2018-2020", "2018/2020"),
        ("2018 – 2020", "2018/2020"),
        ("2018 tot 2020", "2018/2020"),
        ("eind 2018 – begin 2019", "2018-36/2019-33"),
        ("tot eind 2018", "/2018-36"),
        ("tot en met 2021", "/2021"),
        ("t.e.m. juni 2021", "/2021-06"),
        ("t/m 31 mei 2021", "/2021-05-31"),
        ("tot in het voorjaar van 2019", "/2019-21"),
        ("tot en met het schooljaar 2021-2022", "/2022-08-31"),
        ("sinds 2016", "2016/.."),
        ("vanaf 2016", "2016/.."),
        ("sinds begin 2021", "2021-33/.."),
        ("vanaf 1 september 2020", "2020-09-01/.."),
        ("sinds het schooljaar 2018-2019", "2018-09-01/.."),
        ("met ingang van 1 januari 2021", "2021-01-01/.."),
        ("sinds 2016 tot op heden", "2016/.."),
        ("2016-heden", "2016/.."),
        # about
        ("rond 2018", "2018~"),
    ],
)
def test_the_whole_phrase_is_found_and_says_what_its_words_say(phrase: str, edtf: str) -> None:
    text = f"Het liep ({phrase}) daar."
    assert (quotes(text), values(text)) == ([phrase], [edtf])


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("vorig jaar", "2018"),
        ("dit jaar", "2019"),
        ("volgend jaar", "2020"),
        ("eind vorig jaar", "2018-36"),
        ("najaar van vorig jaar", "2018-23"),
        ("maart van dit jaar", "2019-03"),
        ("vorige maand", "2019-11"),
        ("13 november jl.", "2019-11-13"),
        ("24 december jongstleden", "2018-12-24"),
        ("13 januari ll.", "2019-01-13"),
        ("1 maart eerstkomend", "2020-03-01"),
        ("aanstaande 1 maart", "2020-03-01"),
        ("vorige legislatuur", "2014/2019"),
        ("huidige Vlaamse legislatuur", "2019/2024"),
        ("volgende legislatuur", "2024/2029"),
        ("vorige lokale legislatuur", "2013/2018"),
        ("dit schooljaar", "2019-09-01/2020-08-31"),
        ("vanaf volgend jaar", "2020/.."),
    ],
)
def test_words_that_count_from_the_present_need_an_anchor(phrase: str, edtf: str) -> None:
    text = f"Het loopt {phrase} daar."
    assert (quotes(text, ANCHOR), values(text, ANCHOR)) == ([phrase], [edtf])
    assert (quotes(text), values(text)) == ([phrase], [None])


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2019, 3, 1), "2014/2019"),
        (date(2019, 7, 1), "2019/2024"),
        (date(2024, 12, 1), "2024/2029"),
        (date(1999, 1, 1), None),
        (date(2031, 1, 1), None),
    ],
)
def test_a_term_begins_with_the_elections_as_far_as_these_are_known(
    day: date, term: str | None
) -> None:
    assert values("tijdens deze legislatuur", day) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "in 2018",
        "voor het jaar 2018",
        "Het jaar 2018",
        "werkingsjaar 2018",
        "de cijfers van 2018",
        "de begroting 2018",
        "In de loop der tijd, na 2018",
    ],
)
def test_figures_are_a_year_after_a_word_that_makes_them_one(text: str) -> None:
    assert (quotes(text), values(text)) == (["2018"], ["2018"])


@pytest.mark.parametrize(
    "text",
    [
        "2018",
        "Er kwamen 2018 mensen",
        "in 2018 euro",
        "tot 2000 inwoners",
        "van 1950 tot 2000 plaatsen",
        "het kost 2.018 of 2018,50",
        "artikel 2018",
        "vraag nr. 2019",
        "nr. 10/2019",
        "tel. 02 553 2018",
        "€ 2018",
        "Horizon 2020",
        "2020-2018",
        "code 2018/75",
        "12018 en 20189",
        "1 maart",
        "twee jaar later, elke maand",
        "12/03/20",
    ],
)
def test_other_figures_and_words_are_no_date(text: str) -> None:
    assert dated_phrases(text, ANCHOR) == []


def test_the_members_of_a_list_are_phrases_of_their_own() -> None:
    assert values("In 2018, 2019 en 2020 liep het.") == ["2018", "2019", "2020"]
    assert values("de jaren 2018 en 2019") == ["2018", "2019"]
    assert values("in maart en april 2020") == ["2020-03", "2020-04"]
    assert values("op 1 en 2 maart 2020") == ["2020-03-01", "2020-03-02"]
    assert values("tijdens de schooljaren 2019-2020 en 2020-2021") == [
        "2019-09-01/2020-08-31",
        "2020-09-01/2021-08-31",
    ]


def test_a_word_that_only_goes_before_a_date_is_not_part_of_the_phrase() -> None:
    assert quotes("op 20 december 2019, in de periode 2019-2021, tegen eind 2022") == [
        "20 december 2019",
        "2019-2021",
        "eind 2022",
    ]


def test_a_rule_is_named() -> None:
    assert rules("begin 2018, tot eind 2018 en 13 november jl.") == [
        "date.begin-of-year",
        "period.until",
        "date.nearest-day",
    ]


@pytest.mark.parametrize(
    "text", ["31 februari 2020", "tot 31 april 2020", "29 februari 2019", "40 mei 2020"]
)
def test_a_day_that_no_calendar_has_is_seen_and_has_no_value(text: str) -> None:
    assert (quotes(text), values(text), rules(text)) == ([text], [None], ["date.impossible"])


def test_a_period_that_ends_before_it_begins_has_no_value() -> None:
    text = "van 2020 tot 2018"
    assert (values(text), rules(text)) == ([None], ["period.reversed"])


def test_what_parts_of_a_year_mean_can_be_replaced() -> None:
    policy = {**PARTS_OF_YEAR, "end": "{year}-12"}
    [phrase] = dated_phrases("eind 2018", policy=policy)
    assert phrase.value == PartialDate("2018-12")


def test_a_date_and_a_period_are_of_their_own_types() -> None:
    first, second = dated_phrases("in 2018 en sinds 2019")
    assert isinstance(first.value, PartialDate)
    assert isinstance(second.value, Period)


WORDS = st.sampled_from(
    [
        *("van", "tot", "en", "met", "in", "1", "31", "12", "2018", "2019", "0000", "2018-2020"),
        *("maart", "dec.", "februari", "jl.", "vorig", "jaar", "eind", "legislatuur", "schooljaar"),
        *("schooljaren", "kwartaal", "eerste", "Q4", "sinds", "tussen", "-", "–", "/", ".", ","),
        *("heden", "99/99/1999", "ſ", "İ", "2018-99", "jaren", "90", "aanstaande", "volgende"),
    ]
)
ANY_DAY = st.none() | st.dates()


@given(st.text() | st.lists(WORDS).map(" ".join) | st.lists(WORDS).map("".join), ANY_DAY)
def test_phrases_are_ordered_apart_and_within_any_text(text: str, anchor: date | None) -> None:
    found = dated_phrases(text, anchor)
    flat = [offset for phrase in found for offset in (phrase.start, phrase.end)]
    assert flat == sorted(flat)
    assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in found)


@given(st.lists(WORDS).map(" ".join))
def test_without_an_anchor_every_year_stands_in_the_text(text: str) -> None:
    for phrase in dated_phrases(text):
        if isinstance(phrase.value, PartialDate):
            assert phrase.value.edtf.strip("[")[:3] in text or "jaren" in text


@pytest.mark.parametrize(
    "piece",
    ["2018 ", "1 en ", "maart en ", "van 2018 tot ", "jaren 90 ", "tot en met het ", " ", "2018-"],
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert grows_in_proportion(dated_phrases, piece, 400 * len(piece))
