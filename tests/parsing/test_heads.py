"""Heads: what they say in odd ways, and what is said aloud when they are not understood."""

from datetime import date

import pytest

import inburgering_model as im
from tests.parsing.test_layout import ANSWER, HEAD

BODY = "1. Hoeveel?\n\n2. Waar?"


def read(old: str, new: str) -> im.Reading:
    return im.parse((HEAD + BODY + ANSWER + "1-2. Neen.").replace(old, new))


def codes(reading: im.Reading) -> set[str]:
    return {issue.code for issue in reading.issues}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("van LI", "Li"),
        ("van dr. JAN JANSSENS", "Jan Janssens"),
        ("van mevrouw AN CLAES", "An Claes"),
        ("van KATHLEEN DEPOORTER (N-VA)", "Kathleen Depoorter"),
        ("van PETER VAN\nROMPUY", "Peter Van Rompuy"),
    ],
)
def test_an_author_is_read_in_both_heads(printed: str, name: str) -> None:
    reading = read("van KURT DE LOOR", printed)
    (answer,) = reading.dossier.answers
    assert reading.dossier.question.author == im.Person(name=name)
    assert answer.replies_to is not None
    assert answer.replies_to.author == im.Person(name=name)
    assert reading.ok


@pytest.mark.parametrize("printed", ["van JOS MAES & ANN SMET", "van JAN JANSSENS EN PIET PEETERS"])
def test_of_several_authors_the_first_is_read_and_the_line_is_an_issue(printed: str) -> None:
    reading = read("van KURT DE LOOR", printed)
    assert reading.dossier.question.author in (
        im.Person(name="Jos Maes"),
        im.Person(name="Jan Janssens"),
    )


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("vrijdag 1 maart 2024", date(2024, 3, 1)),
        ("1 MAART 2024", date(2024, 3, 1)),
        ("01/03/2024", date(2024, 3, 1)),
        ("01 03 2024", date(2024, 3, 1)),
    ],
)
def test_a_day_is_read_in_every_notation(printed: str, day: date) -> None:
    assert read("26 februari 2024", printed).dossier.question.asked_on == day


@pytest.mark.parametrize(
    ("old", "new"),
    [("26 februari 2024", "26 februari"), ("nr. 147", "nr. 99999999999999999999")],
)
def test_a_line_that_is_not_understood_is_unparsed_and_the_rest_is_read(old: str, new: str) -> None:
    reading = read(old, new)
    question = reading.dossier.question
    assert (question.title, question.author) == (
        "Bushaltes - Onderhoud",
        im.Person(name="Kurt De Loor"),
    )
    assert [addressee.person.name for addressee in question.addressees] == ["Gwendolyn Rutten"]
    assert "head.not-understood" in codes(reading)
    assert reading.unparsed
    assert not reading.ok


def test_a_number_may_have_a_full_stop_for_its_thousands() -> None:
    question = read("nr. 147", "nr. 1.147").dossier.question
    assert [addressee.number for addressee in question.addressees] == [1147]


def test_a_spoiled_caption_is_a_caption_and_no_person() -> None:
    (answer,) = read("\nANTWOORD", "\nGECOÖRDNEERD ANTWOORD").dossier.answers
    assert isinstance(answer, im.CoordinatedAnswer)
    assert answer.respondent is not None
    assert answer.respondent.person == im.Person(name="Gwendolyn Rutten")


def test_an_empty_line_inside_offices_makes_nobody_up() -> None:
    text = HEAD + BODY + ANSWER.replace("BESTUUR", "BESTUUR,\n\nINBURGERING EN GELIJKE KANSEN")
    (answer,) = im.parse(text + "1-2. Neen.").dossier.answers
    assert answer.respondent is not None
    assert answer.respondent.person == im.Person(name="Gwendolyn Rutten")
    assert [office.title for office in answer.respondent.offices] == [
        "Vlaams minister van Binnenlands Bestuur, Inburgering en Gelijke Kansen"
    ]


def test_the_list_of_ministers_may_be_in_capitals() -> None:
    question = im.parse(
        f"{HEAD}{BODY}\n\nDEZE VRAAG WERD GESTELD AAN DE MINISTERS JAN MAES (1), AN CLAES (2)"
    ).dossier.question
    assert [(a.person.name, a.number) for a in question.addressees[-2:]] == [
        ("Jan Maes", 1),
        ("An Claes", 2),
    ]


@pytest.mark.parametrize(
    ("said", "labels", "code"),
    [
        ("1. A.\n\n2. B.\n\n2. Nog B.", ["1.", "2.", "2."], "label.repeated"),
        ("1. A.\n\n2. B.\n\n4. D.", ["1.", "2.", "4."], "label.unknown"),
        ("1 & 2 Zo is dat.", ["1 & 2"], None),
        ("1 en 2 Zo is dat.", ["1 en 2"], None),
        ("1\u20112. Zo is dat.", ["1\u20112."], None),
    ],
)
def test_odd_labels_are_read_and_said(said: str, labels: list[str], code: str | None) -> None:
    reading = im.parse(HEAD + BODY + ANSWER + said)
    (answer,) = reading.dossier.answers
    assert [item.label for item in answer.items] == labels
    assert codes(reading) == ({code} if code else set())


@pytest.mark.parametrize(
    ("asked", "on"),
    [
        ("1. Wordt dit voortgezet? Waarom wel of niet? Zo ja, hoe?", "1.1"),
        ("1. Hoeveel kost dit? Zo ja, wat?", None),
        ("1. Komt er iets?\n\n2. Zo ja, wat?", "1.1"),
    ],
)
def test_a_condition_hangs_on_what_yes_or_no_can_answer(asked: str, on: str | None) -> None:
    subs = im.parse(HEAD + asked).dossier.question.sub_questions
    assert subs[-1].condition is not None
    assert subs[-1].condition.on == on


@pytest.mark.parametrize(
    "printed", ["147", "SCHRIFTELIJKE VRAAG 147", "Vraag nr. 147", "Vraag 147", "nr. 147"]
)
def test_the_number_of_a_question_may_stand_without_its_word(printed: str) -> None:
    reading = read("SCHRIFTELIJKE VRAAG\nnr. 147", printed)
    (addressee,) = reading.dossier.question.addressees
    assert addressee.number == 147
    assert reading.ok


def test_a_number_above_a_title_is_no_number_of_a_question() -> None:
    question = im.parse("147\n\nBushaltes\n\nDe haltes zijn oud.\n\n" + BODY).dossier.question
    assert (question.addressees, question.title) == ((), "147")


@pytest.mark.parametrize(
    ("printed", "number", "day"),
    [
        ("op vraag 147 van 26 februari 2024", 147, date(2024, 2, 26)),
        ("op de vraag 147", 147, None),
        ("op vraag van 26 februari 2024", None, date(2024, 2, 26)),
    ],
)
def test_the_head_of_an_answer_may_leave_out_nr(
    printed: str, number: int | None, day: date | None
) -> None:
    # On the same line as the author, which tells the number from that of an item.
    (answer,) = read("op vraag nr. 147 van 26 februari 2024\nvan", f"{printed} van").dossier.answers
    assert answer.replies_to is not None
    assert (answer.replies_to.number, answer.replies_to.date) == (number, day)
    assert answer.replies_to.author == im.Person(name="Kurt De Loor")


def test_the_label_of_an_item_is_no_head_of_an_answer() -> None:
    said = "Antwoord op vraag 1\n\nNeen.\n\nAntwoord op vraag 2\n\nVan 3 tot 5."
    (answer,) = im.parse(HEAD + BODY + ANSWER + said).dossier.answers
    assert [item.label for item in answer.items] == ["Antwoord op vraag 1", "Antwoord op vraag 2"]


LISTED = "\n\nDeze vraag werd gesteld aan de ministers Jo Claes (142), Gwendolyn Rutten (147)"
SEVERAL = "nr. 142, 256 en 147"


def test_of_several_numbers_the_one_of_the_minister_who_answers_is_taken() -> None:
    text = BODY + LISTED + ANSWER.replace("nr. 147", SEVERAL) + "1-2. Neen."
    reading = im.parse("Bushaltes\n\nDe haltes zijn oud.\n\n" + text)
    (answer,) = reading.dossier.answers
    assert answer.replies_to is not None
    assert answer.replies_to.number == 147
    assert codes(reading) == set()


def test_of_several_numbers_in_the_head_the_list_of_ministers_tells_which() -> None:
    reading = im.parse(HEAD.replace("nr. 147", SEVERAL) + BODY + LISTED)
    assert [a.number for a in reading.dossier.question.addressees] == [142, 147]
    assert codes(reading) == set()


def test_of_several_numbers_of_which_none_is_known_the_first_is_taken_with_an_issue() -> None:
    text = "Bushaltes\n\nDe haltes zijn oud.\n\n" + BODY + ANSWER.replace("nr. 147", SEVERAL)
    reading = im.parse(text + "1-2. Neen.")
    (answer,) = reading.dossier.answers
    assert answer.replies_to is not None
    assert answer.replies_to.number == 142
    assert codes(reading) == {"number.several"}


def addressees(printed: str, title: str = "Bushaltes - Onderhoud") -> list[tuple[str, list[str]]]:
    text = f"SCHRIFTELIJKE VRAAG\nnr. 7\nvan AN MAES\ndatum: 6 mei 2024\n{printed}\n\n{title}\n\n"
    question = im.parse(text + "De haltes zijn oud.\n\n1. Hoeveel haltes zijn er?").dossier.question
    assert question is not None
    assert question.title == title
    return [
        (addressee.person.name, [office.title for office in addressee.offices])
        for addressee in question.addressees
    ]


@pytest.mark.parametrize(
    ("offices", "title"),
    [
        (
            "VLAAMS MINISTER VAN BINNENLANDS BESTUUR,\n\nINBURGERING EN GELIJKE KANSEN",
            "Vlaams minister van Binnenlands Bestuur, Inburgering en Gelijke Kansen",
        ),
        (
            "VLAAMS MINISTER VAN OMGEVING,\n\nENERGIE EN TOERISME",
            "Vlaams minister van Omgeving, Energie en Toerisme",
        ),
        (
            "VLAAMS MINISTER VAN MOBILITEIT EN\nOPENBARE WERKEN",
            "Vlaams minister van Mobiliteit en Openbare Werken",
        ),
    ],
)
def test_portfolios_below_an_empty_line_are_of_the_office_above(offices: str, title: str) -> None:
    assert addressees(f"aan ILSE CLAES\n{offices}") == [("Ilse Claes", [title])]


def test_portfolios_may_go_on_without_a_comma_above_a_title_with_its_field() -> None:
    printed = "aan ILSE CLAES\nVLAAMS MINISTER VAN OMGEVING\n\nENERGIE EN TOERISME"
    ((name, offices),) = addressees(printed)
    assert (name, len(offices)) == ("Ilse Claes", 1)
    assert offices[0].endswith("Toerisme")


@pytest.mark.parametrize("title", ["TOERISME EN ENERGIE", "ENERGIE EN TOERISME - PREMIES"])
def test_portfolios_in_capitals_above_running_text_are_a_title(title: str) -> None:
    printed = "aan ILSE CLAES\nVLAAMS MINISTER VAN OMGEVING"
    assert addressees(printed, title) == [("Ilse Claes", ["Vlaams minister van Omgeving"])]


TWO = [
    ("Lydia Peeters", ["Vlaams minister van Mobiliteit"]),
    ("Benjamin Dalle", ["Vlaams minister van Brussel, Jeugd en Media"]),
]


@pytest.mark.parametrize(
    "printed",
    [
        "aan LYDIA PEETERS\n{first}\nBENJAMIN DALLE\n{second}",
        "aan LYDIA PEETERS\n{first}\n\nBENJAMIN DALLE\n{second}",
        "aan LYDIA PEETERS, {first}\nen BENJAMIN DALLE, {second}",
        "aan LYDIA PEETERS, {first}\nEN BENJAMIN DALLE, {second}",
        "aan LYDIA PEETERS, {first}\nBENJAMIN DALLE, {second}",
    ],
)
def test_the_next_addressee_needs_neither_an_empty_line_nor_aan(printed: str) -> None:
    first, second = "VLAAMS MINISTER VAN MOBILITEIT", "VLAAMS MINISTER VAN BRUSSEL, JEUGD EN MEDIA"
    assert addressees(printed.format(first=first, second=second)) == TWO


@pytest.mark.parametrize(
    "offices",
    [
        "VLAAMS MINISTER VAN MOBILITEIT EN\nOPENBARE WERKEN,\nVLAAMS MINISTER VAN BRUSSEL",
        "VLAAMS MINISTER VAN MOBILITEIT,\nOPENBARE WERKEN, VLAAMS MINISTER VAN BRUSSEL",
        "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING\nVLAAMS MINISTER VAN BRUSSEL",
    ],
)
def test_portfolios_between_two_offices_name_nobody(offices: str) -> None:
    assert [name for name, _ in addressees(f"aan LYDIA PEETERS\n{offices}")] == ["Lydia Peeters"]


def test_the_day_of_an_answer_may_have_a_line_of_its_own_below_the_caption() -> None:
    text = "Bushaltes\n\n1. Hoeveel?\n\nAN MAES\nVLAAMS MINISTER VAN WONEN\n\nANTWOORD\n"
    (answer,) = im.parse(f"{text}datum antwoord: 14 januari 2009\n\n1. Tien.").dossier.answers
    assert (str(answer.answered_on), answer.opening) == ("2009-01-14", ())
    (other,) = im.parse(f"{text}Datum 14 januari 2009 is goed.\n\n1. Tien.").dossier.answers
    assert other.answered_on is None


@pytest.mark.parametrize("to", ["", "aan "])
@pytest.mark.parametrize("answered", [True, False])
def test_an_addressee_of_whom_only_the_office_is_printed_is_who_answers_with_it(
    to: str, *, answered: bool
) -> None:
    office = "VLAAMS MINISTER VAN MOBILITEIT EN\nOPENBARE WERKEN"
    answer = f"\nLUC PEETERS\n{office}\n\nANTWOORD\nop vraag nr. 64 van 9 maart 2023\n\n1. Ja.\n"
    question = im.parse(
        f"SCHRIFTELIJKE VRAAG\n\nnr. 64\nvan AN MAES\ndatum: 9 maart 2023\n{to}{office}\n\n"
        f"Luchthavens - Piloten\n\n1. Zijn er piloten?\n{answer if answered else ''}"
    ).dossier.question
    found = [(a.person.name, a.number, len(a.offices)) for a in question.addressees]
    assert found == ([("Luc Peeters", 64, 1)] if answered else [])
    assert question.title == "Luchthavens - Piloten"


@pytest.mark.parametrize("line", ["van VLAAMS MINISTER VAN WONEN", "aan en JAN PEETERS"])
def test_a_line_of_the_head_without_a_name_names_nobody(line: str) -> None:
    reading = im.parse(f"SCHRIFTELIJKE VRAAG\n\nnr. 64\n{line}\n\nLuchthavens\n\n1. Waarom?\n")
    question = reading.dossier.question
    assert (question.author, question.addressees) == (None, ())
    assert "number.without-addressee" in {issue.code for issue in reading.issues}
