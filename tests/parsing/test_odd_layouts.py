"""Layouts that are seldom met: rarer labels, signatures, titles in capitals; and what looks so.

Each document is a few lines of its own; what one mends, another must not spoil.
"""

from __future__ import annotations

from datetime import date

import pytest

import inburgering_model as im
from inburgering_model.testing import example_text

TITLE = "Bushaltes - Onderhoud\n\nDe haltes zijn oud.\n\n"
ASKED = TITLE + "1. Hoeveel haltes zijn er?\n\n2. Waar liggen ze?\n\n3. Wie betaalt dat?"
ANSWER = (
    "\n\nAN MAES\nVLAAMS MINISTER VAN WONEN\n\nANTWOORD\nop vraag nr. 7 van 6 mei 2024\n"
    "van KURT DE LOOR\n\n"
)


def answer(said: str, asked: str = ASKED) -> im.Answer:
    (found,) = im.parse(asked + ANSWER + said).dossier.answers
    return found


def labels(said: str) -> list[tuple[str | None, str]]:
    return [(item.label, " ".join(map(str, item.answers))) for item in answer(said).items]


def asked(text: str) -> list[tuple[str, str]]:
    items = im.parse(TITLE + text).dossier.question.items
    return [(item.key, item.passages[0].text) for item in items]


def numbered(first: str, second: str, third: str) -> str:
    return f"{first} Twaalf.\n\n{second} Hier.\n\n{third} Wij."


@pytest.mark.parametrize(
    "printed",
    [
        ("(1)", "(2)", "(3)"),
        ("1°", "2°", "3°"),
        ("I.", "II.", "III."),
        ("I)", "II)", "III)"),
        ("1–", "2–", "3–"),
        ("Eerste vraag:", "Tweede vraag:", "Derde vraag:"),
        ("Op de eerste vraag:", "Op de tweede vraag:", "Op de derde vraag:"),
        ("Op vraag 1:", "Op vraag 2:", "Op vraag 3:"),
        ("Wat vraag 1 betreft:", "Ten aanzien van vraag 2:", "Met betrekking tot vraag 3:"),
        ("Question 1:", "Question 2:", "Question 3:"),
        ("Deelvraag 1:", "Deelvraag 2:", "Deelvraag 3:"),
        ("Vraag nr. 1:", "Vraag nr. 2:", "Vraag nr. 3:"),
    ],
)
def test_rarer_labels_name_items(printed: tuple[str, str, str]) -> None:
    assert labels(numbered(*printed)) == list(zip(printed, "123", strict=True))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("(1-2) Twaalf.\n\n(3) Wij.", [("(1-2)", "1 2"), ("(3)", "3")]),
        ("1+2. Twaalf.\n\n3. Wij.", [("1+2.", "1 2"), ("3.", "3")]),
        ("1 tot en met 3\n\nTwaalf.", [("1 tot en met 3", "1 2 3")]),
        (
            "Eerste en tweede vraag\n\nTwaalf.\n\nDerde vraag\n\nWij.",
            [("Eerste en tweede vraag", "1 2"), ("Derde vraag", "3")],
        ),
        ("1.1 Twaalf.\n\n2.1 Hier.\n\n3. Wij.", [("1.1", "1"), ("2.1", "2"), ("3.", "3")]),
        ("1\tTwaalf.\n\n2\tHier.\n\n3\tWij.", [("1", "1"), ("2", "2"), ("3", "3")]),
        ("Vraag 1\nA.\n\nVraag 2a\nB.", [("Vraag 1", "1"), ("Vraag 2a", "2a")]),
    ],
)
def test_rarer_labels_may_name_several_items_or_parts(
    said: str, expected: list[tuple[str, str]]
) -> None:
    assert labels(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        # notes below an answer without labels
        "Er zijn er twaalf (1), en ze liggen hier (2).\n\n(1) Bron: De Lijn.\n\n(2) Bron: Statbel.",
        # an enumeration of law
        "Het decreet zegt:\n1° het bestuur beslist;\n2° de dienst voert uit.\n\nMeer niet.",
        # a chapter by itself
        "Dat staat in het plan, onder\nII. De haltes.\n\nEr zijn er twaalf.",
        # sentences that begin like a label
        "De eerste vraag is wie betaalt.\n\nDat weten we niet.",
        "Op vraag 1 kan ik niet antwoorden.\n\nDat geldt ook voor de rest.",
    ],
)
def test_what_is_printed_like_a_rarer_label_is_none(said: str) -> None:
    assert [label for label, _ in labels(said)] == [None]


def test_rarer_labels_do_not_count_beside_plain_ones() -> None:
    said = "1. Volgens het decreet:\n\n(1) Het bestuur beslist.\n\n(2) De dienst.\n\n2-3. Hier."
    assert [label for label, _ in labels(said)] == ["1.", "2-3."]


@pytest.mark.parametrize(
    ("first", "second"),
    [("(1)", "(2)"), ("1°", "2°"), ("I.", "II."), ("Eerste vraag:", "Tweede vraag:")],
)
def test_a_question_may_have_rarer_labels(first: str, second: str) -> None:
    assert asked(f"{first} Hoeveel zijn er?\n\n{second} Waar liggen ze?") == [
        ("1", "Hoeveel zijn er?"),
        ("2", "Waar liggen ze?"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I. Inleiding\n\nDe bus is oud.\n\nII. Vragen\n\nHoeveel haltes zijn er?",
        "Het decreet zegt:\n1° het bestuur;\n2° de dienst.\n\nHoeveel haltes zijn er?",
        "(1) Bron: Statbel\n(2) Bron: De Lijn\n\nHoeveel haltes zijn er?",
    ],
)
def test_numbered_lines_that_do_not_all_ask_are_no_items(text: str) -> None:
    assert [key for key, _ in asked(text)] == ["0"]


def test_a_question_may_be_lettered_below_roman_figures() -> None:
    text = "I. Over de haltes:\na) Hoeveel zijn er?\nb) Waar liggen ze?\n\nII. Wie betaalt dat?"
    assert [key for key, _ in asked(text)] == ["1", "1a", "1b", "2"]


def test_questions_numbered_anew_below_a_heading_are_told_apart() -> None:
    text = "Haltes\n\n1. Hoeveel?\n\n2. Waar?\n\nLijnen\n\n1. Hoeveel?\n\n2. Waar?"
    assert [key for key, _ in asked(text)] == ["1", "2", "1~2", "2~2"]


def test_a_table_to_be_filled_in_belongs_to_its_item() -> None:
    text = (
        "1. Kan de minister de tabel aanvullen?\n\nJaar     Haltes     Lijnen\n"
        "2019     12         4\n2020     13         5\n\n2. Waar liggen ze?"
    )
    items = im.parse(TITLE + text).dossier.question.items
    assert [[p.kind.value for p in item.passages] for item in items] == [
        ["prose", "table"],
        ["prose"],
    ]


def test_nested_bullets_stay_in_their_item() -> None:
    found = answer("1. Twaalf:\n- vier in Gent;\n  - twee oude;\n- acht in Aalst.\n\n2-3. Hier.")
    assert [[p.kind.value for p in item.passages] for item in found.items] == [
        ["prose", "list_item", "list_item", "list_item"],
        ["prose"],
    ]


def test_sentences_in_other_languages_are_read() -> None:
    text = "1. Combien d'arrêts y a-t-il?\n\n2. How many stops are there?\n\n3. Hoeveel haltes?"
    assert [key for key, _ in asked(text)] == ["1", "2", "3"]


HEAD = "SCHRIFTELIJKE VRAAG\nnr. 7\nvan KURT DE LOOR\ndatum: 6 mei 2024\naan AN MAES\n"


@pytest.mark.parametrize(
    ("offices", "title"),
    [
        ("VLAAMS MINISTER VAN WONEN", "BUSHALTES IN DE RAND\nEN HUN ONDERHOUD"),
        ("VLAAMS MINISTER VAN WONEN EN\n\nENERGIE", "BUSHALTES"),
    ],
)
def test_a_title_in_capitals_is_no_office(offices: str, title: str) -> None:
    question = im.parse(f"{HEAD}{offices}\n\n{title}\n\nDe haltes zijn oud.\n\n1. Hoeveel?")
    read = question.dossier.question
    assert read.title == " ".join(title.split())
    assert [office.title.upper() for office in read.addressees[0].offices] == [
        " ".join(offices.split())
    ]


def test_a_second_addressee_below_an_office_is_no_title() -> None:
    text = "VLAAMS MINISTER VAN WONEN\n\nJO CLAES\nVLAAMS MINISTER VAN SPORT\n\nBushaltes\n\n"
    question = im.parse(f"{HEAD}{text}1. Hoeveel?").dossier.question
    assert [a.person.name for a in question.addressees] == ["An Maes", "Jo Claes"]
    assert question.title == "Bushaltes"


SIGNED = ["Brussel, 5 maart 2021", "Brussel, op 5 maart 2021.", "Gedaan te Brussel op 5 maart 2021"]


@pytest.mark.parametrize("line", SIGNED)
@pytest.mark.parametrize("below", ["", "\n\nDe minister,\nAn MAES", "\n\nBIJLAGE\n\nEen tabel."])
def test_an_answer_may_be_signed_with_place_and_date(line: str, below: str) -> None:
    reading = im.parse(f"{ASKED}{ANSWER}1-3. Twaalf.\n\n{line}{below}")
    (found,) = reading.dossier.answers
    assert found.answered_on == date(2021, 3, 5)
    assert [p.text for item in found.items for p in item.passages] == ["Twaalf."]
    assert [p.text for p in found.annexes] == (["Een tabel."] if "BIJLAGE" in below else [])
    assert [e.rule for e in found.evidence if e.of == "answered_on"] == ["answer.signature"]
    regions = [r for r in reading.regions if r.kind is im.RegionKind.SIGNATURE]
    assert [reading.dossier.quote(r.span).startswith(line) for r in regions] == [True]
    assert reading.ok


@pytest.mark.parametrize(
    "last",
    [
        "Het overleg vond plaats in\nBrussel, 5 maart 2021.",
        "Brussel, 5 maart 2021: het overleg.",
        "Brussel, 5 maart 2021\n\nDaarna kwam er nog een tweede vergadering.",
    ],
)
def test_a_day_in_the_text_signs_nothing(last: str) -> None:
    found = answer("1-3. Twaalf.\n\n" + last)
    assert found.answered_on is None
    assert len(found.items[0].passages) > 1


@pytest.mark.parametrize(
    ("printed", "name"),
    [("An MAES", "An Maes"), ("Kurt DE LOOR", "Kurt De Loor"), ("An Maes", "An Maes")],
)
def test_a_family_name_in_capitals_gets_its_natural_form(printed: str, name: str) -> None:
    text = ASKED + ANSWER.replace("AN MAES\nVLAAMS", f"{printed}\nVlaams").replace(
        "MINISTER VAN WONEN", "minister van Wonen"
    )
    (found,) = im.parse(text + "1-3. Twaalf.").dossier.answers
    assert found.respondent is not None
    assert found.respondent.person == im.Person(name=name)


def test_the_items_of_a_question_and_its_answer_may_stand_on_one_line() -> None:
    text = TITLE + "1. Hoeveel zijn er? 2. Waar liggen ze? 3. Wie betaalt dat?"
    (found,) = im.parse(text + ANSWER + "1. Twaalf. 2. Hier. 3. Wij.").dossier.answers
    assert [item.label for item in found.items] == ["1.", "2.", "3."]
    assert [item.key for item in im.parse(text).dossier.question.items] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Dat staat in punt 2. De tekst is oud. Hoeveel zijn er?\n\n2. Waar liggen ze?",
        "1. Er zijn stappen: eerst meten. 2. Dan wegen. Klopt dat?\n\n2. Waar liggen ze?",
        "1. Hoeveel kost de bus? 3. Juni was duur.\n\n2. Waar liggen ze?",
    ],
)
def test_a_figure_inside_an_item_begins_no_other(text: str) -> None:
    assert [key for key, _ in asked(text)] == ["1", "2"]


def test_a_figure_after_an_abbreviation_begins_no_item() -> None:
    assert [key for key, _ in asked("1. Dat staat op blz. 2. Het is oud. Hoeveel?")] == ["1"]


@pytest.mark.parametrize("greeting", ["Geachte minister,", "Geachte volksvertegenwoordiger,"])
def test_the_first_item_may_stand_below_a_salutation(greeting: str) -> None:
    assert [key for key, _ in asked(f"{greeting}\n\n1. Hoeveel?\n\n2. Waar?")] == ["1", "2"]
    found = answer(f"{greeting}\n\n1. Twaalf.\n\n2-3. Hier.")
    assert [passage.text for passage in found.opening] == [greeting]
    assert [item.label for item in found.items] == ["1.", "2-3."]


def test_a_figure_below_a_comma_begins_no_item() -> None:
    text = "1. Dat staat in het decreet, artikel 5,\n\n2. lid. Hoeveel zijn er?\n\n2. Waar?"
    assert [key for key, _ in asked(text)] == ["1", "2"]


def test_the_caption_of_an_answer_may_end_in_a_colon() -> None:
    (found,) = im.parse(ASKED + "\n\nAntwoord:\n\n1-3. Twaalf.").dossier.answers
    assert [item.label for item in found.items] == ["1-3."]


def test_of_two_ministers_above_an_answer_the_nearest_is_read_and_the_other_said() -> None:
    colleague = "\n\nJO CLAES\nVLAAMS MINISTER VAN SPORT" + ANSWER
    reading = im.parse(ASKED + colleague + "1-3. Twaalf.")
    (found,) = reading.dossier.answers
    assert found.respondent is not None
    assert found.respondent.person == im.Person(name="An Maes")
    assert [p.text for p in reading.dossier.question.items[-1].passages] == ["Wie betaalt dat?"]
    assert [issue.code for issue in reading.issues] == ["head.not-understood"] * 2


def test_a_line_in_capitals_above_a_minister_is_text() -> None:
    text = TITLE + "1. Hoeveel haltes zijn er?\n\n2. Waar liggen ze?\n\nBELANGRIJK: IN GENT"
    items = im.parse(text + ANSWER + "1-2. Twaalf.").dossier.question.items
    assert [p.text for p in items[-1].passages] == ["Waar liggen ze?", "BELANGRIJK: IN GENT"]


@pytest.mark.parametrize(
    "text",
    [
        "De haltes in de dorpen werden vernieuwd en\nde wachthuisjes gaan naar Aalst.",
        "Oudenaarde, Geraardsbergen, Ninove\nZottegem, Aalst, Lede.",
        "Twaalf haltes werden intussen volledig\nvernieuwd sinds 2019.",
    ],
)
def test_a_text_in_which_every_blank_is_a_tab_is_read_as_with_spaces(text: str) -> None:
    said = f"Bushaltes\n\n{text}\n\n1. Hoeveel haltes zijn er in 2021?"
    spaced, tabbed = (im.parse(said.replace(" ", blank)).dossier.question for blank in " \t")
    assert [(p.kind, p.text) for p in tabbed.context] == [(p.kind, p.text) for p in spaced.context]
    assert tabbed.context[0].kind is im.PassageKind.PROSE


@pytest.mark.parametrize(
    "table",
    [
        "Gemeente\t2021\t2022\nAalst\t12\t7\nLier\t-\t5",
        "Jaar\tAalst\tGent\tLier\tTotaal\n2021\t1\t2\t3\t6",
        "gemeente\thaltes\tbudget\nlier\t3\t5.000\naalst\t2\t1.25",
    ],
)
def test_cells_with_one_tab_between_them_stay_a_table(table: str) -> None:
    said = f"Bushaltes\n\nDe haltes per gemeente:\n\n{table}\n\n1. Hoeveel haltes zijn er?"
    kinds = {passage.text: passage.kind for passage in im.parse(said).dossier.question.context}
    assert kinds[table] is im.PassageKind.TABLE


def test_the_example_says_the_same_with_tabs_for_blanks() -> None:
    spaced, tabbed = example_text(), example_text().replace(" ", "\t")
    assert im.parse(tabbed).dossier.pilots == im.parse(spaced).dossier.pilots
    assert im.parse(tabbed).dossier.follow_ups == im.parse(spaced).dossier.follow_ups


@pytest.mark.parametrize(
    "said",
    [
        "Vraag één\n\nTwaalf.\n\nVraag twee\n\nHier.\n\nVraag drie\n\nWij.",
        "Vraag een: Twaalf.\n\nAntwoord op vragen twee en drie: Hier.",
        "Vraag één Twaalf. Er staat:\n\n1. Haltes.\n\n2. Bussen.\n\nVragen twee en drie Hier.",
    ],
)
def test_labels_may_be_in_words(said: str) -> None:
    assert sorted(named for _, names in labels(said) for named in names.split()) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "listed", ["Ik vernam:\n\n1. In 2018 twaalf.\n\n2. In 2019 tien.", "1. twaalf;\n\n2. tien."]
)
def test_a_list_in_the_answer_to_what_has_no_numbers_is_a_list(listed: str) -> None:
    found = im.parse(TITLE + "Hoeveel haltes zijn er? Waar liggen ze?" + ANSWER + listed)
    (item,) = found.dossier.answers[0].items
    assert item.label is None


def test_a_head_may_stand_in_two_columns() -> None:
    head = (
        "SCHRIFTELIJKE VRAAG                         aan ELKE VAN HULLE\n"
        "nr. 529                                     VLAAMS MINISTER VAN BRUSSEL,\n"
        "van MATTIAS D'HOE                           MEDIA EN ARMOEDEBESTRIJDING\n"
        "datum: 11 maart 2024\n\n"
    )
    question = im.parse(head + ASKED).dossier.question
    assert question.author == im.Person(name="Mattias D'Hoe")
    (addressee,) = question.addressees
    assert (addressee.number, addressee.offices[0].title) == (
        529,
        "Vlaams minister van Brussel, Media en Armoedebestrijding",
    )


def test_a_day_may_stand_alone_in_the_head() -> None:
    head = "Schriftelijke vraag nr. 88\nvan An Maes\naan Jan Claes, Vlaams minister van Jeugd\n"
    question = im.parse(head + "5 december 2024\n\n" + ASKED).dossier.question
    assert question.asked_on == date(2024, 12, 5)
    assert question.addressees[0].offices[0].title == "Vlaams minister van Jeugd"


def test_ministers_without_a_number_are_listed_too() -> None:
    text = (
        ASKED
        + "\n\nDeze vraag werd gesteld aan de ministers An Maes (7), Jan Claes, Els Peeters (9)"
    )
    addressees = im.parse(text).dossier.question.addressees
    assert [(a.person.name, a.number) for a in addressees] == [
        ("An Maes", 7),
        ("Jan Claes", None),
        ("Els Peeters", 9),
    ]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            "de ministers An Maes (nr. 7) en Jan Claes (nr. 8). An Maes antwoordt.",
            "An Maes, Jan Claes",
        ),
        (
            "de ministers An Maes (7) en Jan Claes (8). De Vlaamse Regering weet het.",
            "An Maes, Jan Claes",
        ),
        (
            "de ministers Jan Claes en An Maes (7), Vlaams minister van Groene Energie.",
            "Jan Claes, An Maes",
        ),
        ("mevrouw An Maes, minister van Werk, en aan de heer Jan Claes.", "An Maes, Jan Claes"),
    ],
)
def test_the_list_of_ministers_names_ministers_only(listed: str, expected: str) -> None:
    text = f"{ASKED}\n\nDeze vraag werd eveneens gesteld aan {listed}"
    addressees = im.parse(text).dossier.question.addressees
    assert ", ".join(addressee.person.name for addressee in addressees) == expected
    assert all(
        office.title == "Minister van Werk" for each in addressees for office in each.offices
    )


@pytest.mark.parametrize(
    "below",
    [
        "Over de brug.\n\n1. Graag de kosten.\n\n2. Graag de werken.\n\n3. Graag de foto's.",
        "1. Graag de kosten.\n\n2. Graag de werken.\n\n3. Graag de foto's.",
        "Ik wil een overzicht.\n\n1. De kosten.\n\n2. De werken.\n\n3. De foto's.",
    ],
)
def test_what_is_asked_in_a_second_list_is_no_answer(below: str) -> None:
    assert im.parse(f"{ASKED}\n\n{below}").dossier.answers == ()


def test_a_heading_about_an_older_answer_stands_in_the_question() -> None:
    text = "Haltes\n\nZijn ze oud? Dat vroeg ik.\n\nAntwoord van de minister\n\nHij wist niets.\n\n"
    assert im.parse(text + "1. Hoeveel zijn er?\n\n2. Waar liggen ze?").dossier.answers == ()


@pytest.mark.parametrize("office", ["minister van Welzijn", "minister van Wonen en Energie"])
def test_a_caption_may_name_the_office_alone(office: str) -> None:
    found = im.parse(f"{ASKED}\n\nAntwoord van de {office}\n\n1-3. Twaalf.").dossier.answers[0]
    assert found.respondent is None
    assert [item.label for item in found.items] == ["1-3."]
