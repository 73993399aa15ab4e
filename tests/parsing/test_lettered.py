"""Questions whose items have letters and no numbers."""

from __future__ import annotations

import pytest

import inburgering_model as im

ASKED = "Bushaltes\n\nDe haltes zijn oud.\n\n"
HEAD = "\n\nAN MAES\nVLAAMS MINISTER VAN WONEN\n\nANTWOORD\nop vraag nr. 7 van 6 mei 2024\n\n"
LETTERED = ASKED + "a) Hoeveel zijn er?\nb) Waar liggen ze? Waarom daar?\nc) Graag een lijst."


def keys(text: str) -> list[str]:
    return [item.key for item in im.parse(text).dossier.question.items]


def labels(text: str) -> list[tuple[str | None, list[str]]]:
    (answer,) = im.parse(text).dossier.answers
    return [(item.label, list(map(str, item.answers))) for item in answer.items]


def test_each_letter_is_an_item_by_itself() -> None:
    question = im.parse(LETTERED).dossier.question
    assert [(item.number, item.letter) for item in question.items] == [
        (None, "a"),
        (None, "b"),
        (None, "c"),
    ]
    assert [sub.id for sub in question.sub_questions] == ["a.1", "b.1", "b.2", "c.1"]
    assert len(question.context) == 1


@pytest.mark.parametrize("printed", ["{}) ", "({}) ", "{}. ", "{}: "])
def test_the_letter_may_be_closed_in_every_way(printed: str) -> None:
    asked = "\n\n".join(printed.format(letter) + "Hoeveel zijn er?" for letter in "ab")
    assert keys(ASKED + asked) == ["a", "b"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("a) Twaalf.\n\nb) en c) Hier.", [("a)", ["a"]), ("b) en c)", ["b", "c"])]),
        ("a-c. Zie de lijst.", [("a-c.", ["a", "b", "c"])]),
        ("Vraag a: Twaalf.\n\nAntwoord op vraag c\n\nHier.", [("Vraag a:", ["a"])]),
        ("c) Hier.\n\na) Twaalf, o.a.\nin Gent.", [("c)", ["c"]), ("a)", ["a"])]),
        ("Twaalf, en wel hier.", [(None, [])]),
    ],
)
def test_an_answer_names_items_by_letter(
    said: str, expected: list[tuple[str | None, list[str]]]
) -> None:
    assert labels(LETTERED + HEAD + said)[: len(expected)] == expected


def test_letters_pair_by_reference_and_survive_json() -> None:
    reading = im.parse(LETTERED + HEAD + "a) Twaalf.\n\nb) Hier.")
    assert im.loads(im.dumps(reading), im.Reading) == reading
    alignment = im.align(reading.dossier)
    assert [str(reference) for reference, _ in alignment.pairs] == ["a", "b"]
    assert alignment.unanswered == (im.ItemReference(number=0, letter="c"),)
    assert not [p for p in im.validate(reading.dossier) if p.code.startswith("item")]


def test_a_lettered_item_is_no_subject_of_the_question() -> None:
    assert keys("Bushaltes\n\na) Hoeveel zijn er?\nb) Waar liggen ze?") == ["a", "b"]


def test_numbers_below_letters_are_parts_of_them() -> None:
    text = ASKED + "a) Hoeveel zijn er?\n1. In Gent?\n2. In Aalst?\nb) Waar liggen ze?"
    assert keys(text) == ["a", "b"]
    assert labels(text + HEAD + "a) 1. Twee.\n2. Drie.\n\nb) Hier.") == [
        ("a)", ["a"]),
        ("b)", ["b"]),
    ]


def test_letters_below_numbers_stay_below_them() -> None:
    text = ASKED + "1. a) Hoeveel?\nb) Waar?\n2. Wie?"
    assert keys(text) == ["1a", "1b", "2"]
    assert labels(text + HEAD + "1. a) Twaalf.\nb) Hier.\n2. Wij.") == [
        ("1. a)", ["1a"]),
        ("b)", ["1b"]),
        ("2.", ["2"]),
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "De criteria zijn:\na) de prijs;\nb) de plaats.\n\nHoeveel haltes zijn er?",
        "a) Hoeveel haltes zijn er?",
        "De minister gebruikt\no.a. de bus. Hoeveel haltes zijn er?",
    ],
)
def test_a_list_that_does_not_ask_and_a_letter_alone_make_no_items(asked: str) -> None:
    assert keys(ASKED + asked) == ["0"]


def test_a_list_inside_an_answer_to_a_question_without_letters_is_no_label() -> None:
    asked = ASKED + "Hoeveel haltes zijn er?"
    assert labels(asked + HEAD + "Twaalf:\na) oude;\nb) nieuwe.") == [(None, ["0"])]


def test_letters_are_written_and_read_again() -> None:
    dossier = im.parse(LETTERED + HEAD + "a) Twaalf.\n\nb)-c) Hier.").dossier
    assert im.parse(im.to_published(dossier)).dossier.question.items == dossier.question.items


def test_letters_that_do_not_count_up_cannot_be_written() -> None:
    items = tuple(im.QuestionItem(letter=c, passages=(im.Passage(text="Wie?"),)) for c in "ac")
    with pytest.raises(im.DocumentError, match="no number"):
        im.to_published(im.Dossier(question=im.ParliamentaryQuestion(title="X", items=items)))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1.\na-b) Twaalf, hier.\nc) Nu.\n2. Wij.", [["1a", "1b"], ["1c"], ["2"]]),
        ("1. a) Twaalf.\nb) en c) Hier en nu.\n2. Wij.", [["1a"], ["1b", "1c"], ["2"]]),
        ("1. a)-c) Twaalf, hier en nu.\n2. Wij.", [["1a", "1b", "1c"], ["2"]]),
        ("1. Hier, bij\na en b samen.\n2. Wij.", [["1"], ["2"]]),
    ],
)
def test_an_answer_takes_letters_of_a_number_together(said: str, expected: list[list[str]]) -> None:
    text = ASKED + "1. a) Hoeveel?\nb) Waar?\nc) Wanneer?\n2. Wie?"
    assert [names for _, names in labels(text + HEAD + said)] == expected


CAPITALS = ASKED + "A. Hoeveel zijn er?\n\nB. Waar liggen ze? Waarom daar?\n\nC) Graag een lijst."


def test_capitals_are_letters_too() -> None:
    assert keys(CAPITALS) == ["a", "b", "c"]
    assert labels(CAPITALS + HEAD + "A. Twaalf.\n\nB en C: Hier.") == [
        ("A.", ["a"]),
        ("B en C:", ["b", "c"]),
    ]


@pytest.mark.parametrize("said", ["a) Twaalf.\n\nb) Hier.", "Vraag A: Twaalf.\n\nVraag B: Hier."])
def test_an_answer_may_print_the_letters_its_own_way(said: str) -> None:
    assert [items for _, items in labels(CAPITALS + HEAD + said)] == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        # headings above the numbers, initials, a single capital
        ("A. Haltes\n\n1. Hoeveel zijn er?\n\nB. Lijnen\n\n2. Waar liggen ze?", ["1", "2"]),
        ("A. Maes vroeg het al.\n\n1. Hoeveel?\n\n2. Waarom?", ["1", "2"]),
        ("A. Maes vroeg het al. Hoeveel zijn er?", ["0"]),
        ("A.S. Adria speelt hier.\n\nB.K. Gent ook. Hoeveel zijn er?", ["0"]),
    ],
)
def test_a_capital_is_not_always_a_label(asked: str, expected: list[str]) -> None:
    assert keys(ASKED + asked) == expected


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("1.   a)   Hoeveel?\n     b)   Waar?\n\n2.   Wie?", "1a)   Twaalf.\n\n1b)   Hier."),
        ("1.A. Hoeveel?\n\n1.B. Waar?\n\n2. Wie?", "1.A. Twaalf.\n\n1.B. Hier."),
        ("1. a) Hoeveel?\nb) Waar?\n\n2. Wie?", "1. A) Twaalf.\n\nB) Hier."),
        ("1. Zeg me:\nA. Hoeveel?\nB. Waar?\n\n2. Wie?", "1.A: Twaalf.\n\n1.B: Hier."),
    ],
)
def test_letters_below_a_number_may_stand_far_from_it_or_be_capitals(
    printed: str, said: str
) -> None:
    assert keys(ASKED + printed)[-3:] == ["1a", "1b", "2"]
    items = [items for _, items in labels(ASKED + printed + HEAD + said)]
    assert items == [["1a"], ["1b"]]


def test_capitals_below_a_number_may_be_a_range() -> None:
    asked = ASKED + "1. a) Hoeveel?\nb) Waar?\nc) Wie?\n\n2. Graag een lijst."
    assert labels(asked + HEAD + "1.A. Twaalf.\n\n1.B-C. Hier.\n\n2. Zie bijlage.") == [
        ("1.A.", ["1a"]),
        ("1.B-C.", ["1b", "1c"]),
        ("2.", ["2"]),
    ]


def test_an_initial_after_a_number_is_no_letter() -> None:
    asked = ASKED + "1. Hoeveel?\n\n2. Waar?"
    assert labels(asked + HEAD + "1. A. Maes telt ze.\n\n2. B. Claes weet het.") == [
        ("1.", ["1"]),
        ("2.", ["2"]),
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "1. a) Hoeveel zijn er?      b) Waar liggen\nze?\n\n2. Wie?",
        "1.\ta)\tHoeveel zijn er?\tb)\tWaar liggen ze?\n\n2. Wie?",
        "I. a) Hoeveel zijn er ? b) Waar liggen\nze ?\n\nII. Wie betaalt ze ?",
    ],
)
def test_a_further_letter_may_stand_in_the_same_line(printed: str) -> None:
    assert keys(ASKED + printed) == ["1a", "1b", "2"]


def test_a_letter_that_is_only_named_begins_nothing() -> None:
    said = "I. a) en b) Twaalf.\n\nII. Wij."
    asked = ASKED + "I. a) Hoeveel zijn er ?\nb) Waar liggen ze ?\n\nII. Wie betaalt ze ?"
    assert labels(asked + HEAD + said) == [("I. a) en b)", ["1a", "1b"]), ("II.", ["2"])]


def test_tot_with_a_capital_opens_the_answer() -> None:
    asked = ASKED + "1. Hoeveel?\n\n2. a) Waar?\nb) Wie?"
    said = "1. Twaalf.\n\n2. a) Tot en met 15 maart 2012 hier.\n\nb) Wij."
    assert [items for _, items in labels(asked + HEAD + said)] == [["1"], ["2a"], ["2b"]]
