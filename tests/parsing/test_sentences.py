"""Where a sentence ends in Dutch prose, and where a full stop or question mark ends nothing."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inburgering_model.parsing.language.sentences import sentences
from tests.growth import grows_in_proportion


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat om steden, bv. Gent, en o.a. Brugge.",
        "De middelen, d.m.v. een oproep en t.e.m. juni, zijn op.",
        "In opdracht van dhr. Peeters en mevr. De Smet, i.s.m. Atlas.",
        "Zie nr. 12, art. 4, blz. 3 en B.S. van 3 mei.",
        "Het kost ca. 3 mln. euro, incl. btw.",
        "Het gemeentehuis van St. Niklaas of de prov. Antwerpen.",
        "Scholen, politie, enz. werken samen.",
        "De Vl. Regering en het Vl. Parl. kennen prof. dr. Maes.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Het gaat om scholen, politie, enz.", "De rest volgt later."),
        ("Het gaat om balies, loketten e.d.", "Zij openen later."),
        ("Dat besliste de raad op 13 november jl.", "Sindsdien is er niets gebeurd."),
        ("De kosten bedragen 3 mln.", "Dat is veel."),
        ("Ook sport, cultuur, etc.", "“Zo hoort het” zei men."),
    ],
)
def test_an_abbreviation_that_often_stands_last_ends_it_before_a_capital(
    first: str, second: str
) -> None:
    assert split(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "De nota van J. Peeters en J.P. De Wit ligt klaar.",
        "Ook A.-M. Claes tekende.",
        "Er is 3.500 euro over, of 1.2 per hoofd.",
        "De datum is 12.03.2020 gebleven.",
        "Zie hoofdstuk 3.2.1 en bijlage 4.1 daarbij.",
        "Lees www.vlaanderen.be of schrijf naar info@gent.be daarover.",
        "Lees https://vlaanderen.be/zoeken?Term=taal daarover.",
    ],
)
def test_initials_numbers_and_addresses_do_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "1. Wat is het plan?",
        "1.2. Doelstelling van het plan.",
        "a. Wat is het plan?",
        "IV. Besluit van het plan.",
        "1. a. Wat is het plan?",
    ],
)
def test_the_number_of_an_item_stays_with_its_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_number_at_the_end_does_end_a_sentence() -> None:
    assert split("Het liep tot 2018. Daarna niet. Zie vraag 3. 12 steden deden mee.") == [
        "Het liep tot 2018.",
        "Daarna niet.",
        "Zie vraag 3.",
        "12 steden deden mee.",
    ]


def test_a_letter_that_names_something_is_no_initial() -> None:
    assert split("Zie bijlage A. De rest volgt.") == ["Zie bijlage A.", "De rest volgt."]


def test_a_sentence_can_begin_with_lower_case_a_digit_a_quote_or_a_bracket() -> None:
    parts = [
        "Zo ja, welke?",
        "zo neen, waarom niet?",
        "40 steden deden mee.",
        "‘s Avonds niet.",
        "(Dat klopt.)",
        "“Ja.”",
        "Dit begint met een hoofdletter.",
        "het vervolg niet.",
        "Slot.",
    ]
    assert split(" ".join(parts)) == parts


def test_a_colon_and_a_semicolon_do_not_end_a_sentence() -> None:
    text = "Drie steden: Gent; Brugge; Aalst."
    assert split(text) == [text]


def test_closing_quotes_and_brackets_belong_to_the_sentence_they_close() -> None:
    assert split("(Wat nu?) Niets. “Waarom?” Daarom. [Echt!] Ja.") == [
        "(Wat nu?)",
        "Niets.",
        "“Waarom?”",
        "Daarom.",
        "[Echt!]",
        "Ja.",
    ]
    assert split("Hoeveel zijn er (in totaal?) Welke zijn dat?") == [
        "Hoeveel zijn er (in totaal?)",
        "Welke zijn dat?",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De vraag “Wie betaalt?” kwam vaak terug.",
        "De vraag “Wie doet wat? En wie betaalt?” kwam vaak terug.",
        'De campagne "Kom je ook?", van de stad, liep af.',
        "De kosten (welke zijn dat? Hoeveel?) werden niet vermeld.",
        "In 2018 (?) begon het.",
        "Hij sprak van steden (dorpen, enz.) in Limburg.",
        "Het besluit zegt: […] De rest vervalt.",
        "Wanneer komt dat (en voor wie?).",
    ],
)
def test_a_question_inside_a_sentence_that_goes_on_does_not_end_it(text: str) -> None:
    assert split(text) == [text]


def test_an_ellipsis_ends_a_sentence_only_before_a_capital() -> None:
    assert split("Scholen, crèches… zijn open. Ook balies… Verder niets.") == [
        "Scholen, crèches… zijn open.",
        "Ook balies…",
        "Verder niets.",
    ]
    assert split("Wachten... en nog eens wachten... Tot slot niets.") == [
        "Wachten... en nog eens wachten...",
        "Tot slot niets.",
    ]


def test_an_omission_in_brackets_ends_nothing() -> None:
    assert split("Dat staat er. (…) Ook dit staat er.") == [
        "Dat staat er.",
        "(…) Ook dit staat er.",
    ]


def test_a_lost_space_between_two_sentences_is_seen() -> None:
    assert split("Het project is afgelopen.De stad doet voort?Zo ja, hoe?") == [
        "Het project is afgelopen.",
        "De stad doet voort?",
        "Zo ja, hoe?",
    ]


def test_a_name_in_capitals_that_looks_like_an_abbreviation_ends_a_sentence() -> None:
    assert split("Dat komt uit de VS. De rest niet.") == ["Dat komt uit de VS.", "De rest niet."]


def test_text_without_words_has_no_sentences() -> None:
    assert sentences("") == sentences(" \n\t ") == []


PIECES = st.sampled_from(
    [*"aB1.?!…()[]\"“”‘’',;: \n\u00a0-/@", "enz.", "nr.", "J.", "o.a.", "De", "stad", "2018"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
@example("...")
@example("(?) \u2028 a")
def test_sentences_are_trimmed_ordered_and_cover_every_character(text: str) -> None:
    spans = sentences(text)
    covered = "".join(text[start:end] for start, end in spans)
    flat = [offset for span in spans for offset in span]
    assert flat == sorted(flat)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "piece", [".", " ", "(", '"a', "? ", ". . ", "1. ", "a. B ", "“ ”", "nr. "]
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert grows_in_proportion(sentences, piece, 400 * len(piece))
