"""The label grammar: what is a label, what it names, and what only looks like one."""

import pytest

from inburgering_model.parsing.language.labels import read_label, read_letter, read_references


def names(line: str) -> list[str] | None:
    label = read_label(line)
    return None if label is None else [str(reference) for reference in label.references]


@pytest.mark.parametrize(
    ("line", "items", "text"),
    [
        ("1. Neen.", "1", "Neen."),
        ("1) Neen.", "1", "Neen."),
        ("1.Neen.", "1", "Neen."),
        ("1 - Neen.", "1", "Neen."),
        ("12. Neen.", "12", "Neen."),
        ("1-2. Neen.", "1 2", "Neen."),
        ("1-2.Het bedrag", "1 2", "Het bedrag"),
        ("1 en 2. Neen.", "1 2", "Neen."),
        ("29en 30. Neen.", "29 30", "Neen."),
        ("1, 2 en 4. Neen.", "1 2 4", "Neen."),
        ("2 t.e.m. 5 Neen.", "2 3 4 5", "Neen."),
        ("2 t/m 6: Neen.", "2 3 4 5 6", "Neen."),
        ("3 tot en met 6. Neen.", "3 4 5 6", "Neen."),
        ("1./2. Neen.", "1 2", "Neen."),
        ("1 & 2. Neen.", "1 2", "Neen."),
        ("4-7: Neen.", "4 5 6 7", "Neen."),
        ("Vraag 1: Neen.", "1", "Neen."),
        ("Vraag 1", "1", ""),
        ("Vragen 2-3", "2 3", ""),
        ("Antwoord op vraag 3", "3", ""),
        ("Antwoord opvraag 3: Neen.", "3", "Neen."),
        ("Antwoorden 5 en 6: Neen.", "5 6", "Neen."),
        ("Ad 1. Neen.", "1", "Neen."),
        ("1.a) Neen.", "1a", "Neen."),
        ("1. a) Neen.", "1a", "Neen."),
        ("1a. Neen.", "1a", "Neen."),
        ("1.a)-b) Neen.", "1a 1b", "Neen."),
        ("1. a) en b) Neen.", "1a 1b", "Neen."),
        ("1. (a)-(c) Neen.", "1a 1b 1c", "Neen."),
        ("1. a) en b is er ook.", "1a", "en b is er ook."),
        ("1a-c. Neen.", "1a 1b 1c", "Neen."),
        ("1a, b en c. Neen.", "1a 1b 1c", "Neen."),
        ("Vraag 2a en 2b: Neen.", "2a 2b", "Neen."),
        ("1/ Neen.", "1", "Neen."),
        ("2) a. Neen.", "2a", "Neen."),
        ("2.1. Neen.", "2", "Neen."),
    ],
)
def test_a_label_names_items_and_ends_where_the_text_begins(
    line: str, items: str, text: str
) -> None:
    label = read_label(line)
    assert label is not None
    assert [str(reference) for reference in label.references] == items.split()
    assert line[label.end :] == text


@pytest.mark.parametrize(
    "line",
    [
        "2018. In dat jaar werd",
        "3.500 euro",
        "3,5 miljoen euro",
        "12.03.2020 was een donderdag",
        "1 januari 2020",
        "2, 3 en 4",
        "10% van de haltes",
        "1° het decreet",
        "3e kwartaal",
        "0. Niets",
        "artikel 4. De",
        "op vraag 3.",
        "",
    ],
)
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert read_label(line) is None


def test_a_label_is_kept_as_printed() -> None:
    label = read_label("1 en  2.   Neen.")
    assert label is not None
    assert label.printed == "1 en  2."


def test_a_range_that_runs_backwards_names_only_its_first_item() -> None:
    assert names("5-2. Neen.") is None or names("5-2. Neen.") == ["5"]


def test_a_letter_is_a_label_only_with_its_end() -> None:
    assert read_letter("b) Hoeveel?") == ("b", 3)
    assert read_letter("(b) Hoeveel?") == ("b", 4)
    assert read_letter("a. Hoeveel?") == ("a", 3)
    assert read_letter("o.a. in Gent") is None
    assert read_letter("aan de kust") is None


def test_references_are_read_from_running_text() -> None:
    found = read_references("zie vraag 2, 3 en 5.", 10)
    assert found is not None
    assert [str(reference) for reference in found[0]] == ["2", "3", "5"]
