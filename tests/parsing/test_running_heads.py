"""Lines that stand in the way: running heads without page breaks, days in an answer's head."""

from __future__ import annotations

from datetime import date

import pytest

import inburgering_model as im

HEAD = "SCHRIFTELIJKE VRAAG\nnr. 88\nvan AN MAES\ndatum: 3 maart 2023\naan ILSE CLAES\n"
OFFICE = "VLAAMS MINISTER VAN OMGEVING\n\n"
REPLY = "op vraag nr. 88 van 3 maart 2023\nvan AN MAES\n\n1. Twaalf."


def parsed(
    context: str = "De haltes zijn oud.", above: str = "", below: str = "", reply: str = REPLY
) -> im.Dossier:
    return im.parse(
        f"{HEAD}{OFFICE}Bushaltes - Onderhoud\n\n{context}\n\n1. Hoeveel haltes zijn er?\n\n"
        f"ILSE CLAES\n{OFFICE}{above}ANTWOORD\n{below}{reply}"
    ).dossier


@pytest.mark.parametrize(
    "running",
    [
        ("Schriftelijke vraag nr. 88",) * 3,
        ("Vlaams Parlement - Schriftelijke vraag nr. 88",) * 3,
        tuple(f"Schriftelijke vraag nr. 88 - p. {page}" for page in (1, 2, 3)),
    ],
)
def test_a_running_head_is_furniture_without_page_breaks(running: tuple[str, ...]) -> None:
    first, second, third = running
    dossier = parsed(
        f"De haltes zijn\n\n{first}\n\nerg oud.\n\n{second}\n\nZe lekken.", above=f"{third}\n\n"
    )
    assert [passage.text for passage in dossier.question.context] == [
        "De haltes zijn erg oud.",
        "Ze lekken.",
    ]
    (answer,) = dossier.answers
    assert answer.respondent is not None
    assert answer.respondent.person.name == "Ilse Claes"


@pytest.mark.parametrize(
    "line", ["Schriftelijke vraag nr. 87", "Toelichting", "Schriftelijke vraag over de haltes"]
)
def test_a_line_of_the_text_that_comes_back_is_kept(line: str) -> None:
    times = 2 if "87" in line else 3
    question = parsed("\n\n".join([f"{line}\n\nDe haltes zijn oud."] * times)).question
    read = [question.subject or "", *(passage.text for passage in question.context)]
    assert " ".join(read).count(line) == times


@pytest.mark.parametrize(
    "between", ["Datum: 4 april 2023\n", "Kenmerk: AB/12\nDatum: 4 april 2023\n"]
)
def test_a_day_may_stand_between_a_caption_and_what_it_replies_to(between: str) -> None:
    (answer,) = parsed(below=between).answers
    assert answer.answered_on == date(2023, 4, 4)
    assert answer.replies_to is not None
    assert answer.replies_to.number == 88
    assert answer.opening == ()


def test_text_between_a_caption_and_a_reference_is_text() -> None:
    (answer,) = parsed(
        reply="Ik verwijs naar mijn antwoord\nop vraag nr. 7 van 6 mei 2022."
    ).answers
    assert answer.answered_on is None
    assert answer.replies_to is None


def test_the_house_on_a_line_of_its_own_is_part_of_a_running_head() -> None:
    text = "VLAAMS PARLEMENT\nVragen en Antwoorden - Nr. 11 - 2 mei 2003\n\n" + HEAD + OFFICE
    question = im.parse(
        text + "Bushaltes - Onderhoud\n\n1. Hoeveel haltes zijn er?"
    ).dossier.question
    assert (question.title, question.author) == ("Bushaltes - Onderhoud", im.Person(name="An Maes"))
