"""Artefacts: what extraction does to a text, one at a time."""

from __future__ import annotations

import pytest

import inburgering_model as im
from inburgering_model.testing import example_text
from inburgering_model.testing._hyphenation import breaks
from inburgering_model.testing.artefacts import ARTEFACTS, damaged

TEXT = im.to_published(im.example().dossier)
WORDS = TEXT.split()


def spoiled(name: str, text: str = TEXT, seed: int = 7) -> str:
    return damaged(text, [name], seed)


@pytest.mark.parametrize("name", ARTEFACTS)
def test_the_same_seed_gives_the_same_text(name: str) -> None:
    assert spoiled(name, seed=3) == spoiled(name, seed=3)


@pytest.mark.parametrize("name", sorted(set(ARTEFACTS) - {"agency"}))
def test_an_artefact_does_something_to_a_published_document(name: str) -> None:
    assert any(spoiled(name, seed=seed) != TEXT for seed in range(20))


@pytest.mark.parametrize("name", ARTEFACTS)
def test_an_artefact_says_what_it_does_in_a_sentence(name: str) -> None:
    assert ARTEFACTS[name].about.endswith(".")


@pytest.mark.parametrize("name", ARTEFACTS)
@pytest.mark.parametrize("text", ["", "\n", "Ja.", "1.", "ANTWOORD", "-", "a\n\nb"])
def test_an_artefact_takes_any_text(name: str, text: str) -> None:
    assert isinstance(damaged(text, [name]), str)


def test_several_artefacts_come_in_the_order_of_the_table() -> None:
    assert damaged(TEXT, ["crlf", "rewrapped"], 5) == damaged(TEXT, ["rewrapped", "crlf"], 5)


def test_an_artefact_that_is_not_there_is_refused_and_those_there_are_listed() -> None:
    with pytest.raises(ValueError, match=r"rewrapped, .*; got 'coffee'"):
        damaged(TEXT, ["coffee"])


@pytest.mark.parametrize("name", ["rewrapped", "blank-lines", "squeezed"])
def test_an_artefact_of_the_lines_leaves_every_word(name: str) -> None:
    assert spoiled(name).split() == WORDS


def test_other_lines_have_another_width() -> None:
    lines = spoiled("rewrapped", seed=0).split("\n")
    assert max(map(len, lines)) != max(map(len, TEXT.split("\n")))


def test_names_and_offices_stay_on_their_own_lines() -> None:
    capitals = [line for line in TEXT.split("\n") if line.isupper()]
    assert [line for line in spoiled("rewrapped").split("\n") if line.isupper()] == capitals


def test_a_hyphen_is_added_inside_lower_case_words_only() -> None:
    assert ("pro-", "vincies") in breaks("provincies")
    assert breaks("Vilvoorde") == breaks("NT2") == breaks("2019-2020") == []


def test_a_hyphen_that_was_there_ends_a_line_before_a_capital_or_after_capitals() -> None:
    assert breaks("Sint-Pieters-Leeuw") == [("Sint-", "Pieters-Leeuw"), ("Sint-Pieters-", "Leeuw")]
    assert breaks("NT2-aanbod") == [("NT2-", "aanbod")]


def test_a_hyphen_between_lower_case_words_is_no_place_to_break() -> None:
    assert breaks("Heist-op-den-Berg") == [("Heist-op-den-", "Berg")]


def test_a_word_is_broken_at_its_diaeresis_without_it() -> None:
    assert breaks("geïntegreerde") == [("ge-", "integreerde")]
    assert breaks("zoëven") == []


def test_no_line_is_longer_than_before_hyphenation() -> None:
    longest = max(map(len, TEXT.split("\n")))
    assert all(len(line) <= longest for line in spoiled("hyphenated").split("\n"))


def test_a_lost_diaeresis_is_one_that_the_reader_can_restore() -> None:
    text = "Financiële hygiëne in Wallonië, GECOÖRDINEERD; de zoölogie blijft."
    found = {spoiled("lost-diaereses", text, seed) for seed in range(20)}
    assert "Financiele hygiene in Wallonie, GECOORDINEERD; de zoölogie blijft." in found


def test_captions_are_letter_spaced_and_names_are_not() -> None:
    lines = spoiled("letter-spaced").split("\n")
    assert lines[0] == "S C H R I F T E L I J K E  V R A A G"
    assert "WOUTER LAMBRECHTS" in lines


def test_every_page_ends_with_a_number_and_a_form_feed() -> None:
    pages = spoiled("page-furniture").split("\f")
    assert pages[-1] == ""
    assert all("1" <= page.rstrip()[-1] <= "9" or "-" in page[-5:] for page in pages[:-1])


def test_no_page_ends_inside_the_head_of_an_answer() -> None:
    head = TEXT[TEXT.index("WOUTER LAMBRECHTS", 400) : TEXT.index("1-2. De proef")].strip()
    assert all(head in spoiled("page-furniture", seed=seed) for seed in range(50))


def test_a_header_that_is_dropped_leaves_the_title_first() -> None:
    assert spoiled("dropped-header").startswith("Onthaal van nieuwe inwoners")
    assert spoiled("dropped-header", "Zonder kop.\n") == "Zonder kop.\n"


def test_labels_of_questions_and_answers_vary_apart() -> None:
    found = {spoiled("label-variants", seed=seed) for seed in range(40)}
    assert any("\n1) Hoever" in text and "\nAntwoord op vraag 3 Neen." in text for text in found)
    assert any("\nVraag 1: Hoever" in text and "\nVragen 1-2: De" in text for text in found)


def test_the_space_after_a_label_can_be_lost() -> None:
    assert any("\n3.Krijgen" in spoiled("lost-spaces", seed=seed) for seed in range(20))


def test_the_agency_is_misread() -> None:
    assert "AgII" not in spoiled("agency", "Het AgII, het AgII.")


@pytest.mark.parametrize(
    ("name", "character"),
    [
        ("decomposed", "\u0308"),
        ("ligatures", "\ufb01"),
        ("no-break-spaces", "\u00a0"),
        ("soft-hyphens", "\u00ad"),
        ("crlf", "\r\n"),
        ("byte-order-mark", "\ufeff"),
    ],
)
def test_characters_that_were_not_there(name: str, character: str) -> None:
    text = "Het geïnde bedrag is definitief.\n" * 20
    assert character in spoiled(name, text)


def test_the_example_with_all_artefacts_but_one_is_still_read() -> None:
    names = set(ARTEFACTS) - {"squeezed", "label-variants"}
    reading = im.parse(damaged(example_text(), names, seed=11))
    assert [pilot.status for pilot in reading.dossier.pilots] == [im.PilotStatus.ENDED] * 3
