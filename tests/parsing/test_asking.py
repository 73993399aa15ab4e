"""What is asked, in which form, and on which condition."""

import re

import pytest

from inburgering_model.model.question import Form
from inburgering_model.parsing.language.asking import asked_in, condition_of, rows


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["example"])
def test_every_row_of_the_table_recognises_its_example(row: dict[str, str]) -> None:
    if row["kind"] in ("request", "procedural", "interrogative"):
        forms = [asked.form.value for asked in asked_in(row["example"])]
        assert forms == [row["kind"]]
    else:
        condition = condition_of(row["example"])
        assert condition is not None
        assert condition.kind.value == row["kind"]
        assert re.fullmatch(
            row["pattern"] + ".*", row["example"][condition.start : condition.end], re.IGNORECASE
        )


@pytest.mark.parametrize(
    "text",
    [
        "De minister kondigde een evaluatie aan.",
        "Dat is een goede zaak.",
        "In 2018 werden er drie gestart.",
        "Waterlopen lopen vaak over.",
    ],
)
def test_a_statement_asks_nothing(text: str) -> None:
    assert asked_in(text) == []


def test_a_question_word_without_a_mark_asks_only_inside_an_item() -> None:
    text = "Hoeveel bedroeg de subsidie in 2018."
    assert [asked.form for asked in asked_in(text)] == [Form.INTERROGATIVE]
    assert asked_in(text, item=False) == []


def test_a_sentence_between_questions_is_no_question() -> None:
    text = "Wie betaalt? De vorige minister beloofde een regeling. Komt die er?"
    assert [text[asked.start : asked.end] for asked in asked_in(text)] == [
        "Wie betaalt?",
        "Komt die er?",
    ]


@pytest.mark.parametrize(
    "text", ["Zoals bekend, is dat zo?", "Alsmaar meer?", "Indiening gebeurt hoe?"]
)
def test_what_begins_like_a_condition_is_not_always_one(text: str) -> None:
    assert condition_of(text) is None
