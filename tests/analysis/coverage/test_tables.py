"""Every row of a table has an example that is what it says, and one that only looks like it."""

from __future__ import annotations

import pytest

from inburgering_model.analysis.coverage.asking import parts_of
from inburgering_model.analysis.coverage.cues import Cue, has_cue, opposes, polarity_said
from inburgering_model.analysis.coverage.figures import figures_in
from inburgering_model.analysis.coverage.sentences import sentences_of
from inburgering_model.analysis.coverage.showing import shown_in
from inburgering_model.analysis.coverage.wording import (
    PACKAGE,
    event_nouns,
    phrase_pattern,
    stem,
    stems_of,
)
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import fold
from inburgering_model.model.question import Condition, ConditionKind, Form, SubQuestion
from inburgering_model.reference.tables import rows


def table(name: str) -> list[dict[str, str]]:
    return list(rows(f"{name}.csv", PACKAGE))


def named(row: dict[str, str]) -> str:
    return f"{row['kind']}: {row['example']}"


def asked(text: str) -> SubQuestion:
    condition = Condition(cue="Zo ja", kind=ConditionKind.IF_YES) if text[:5] == "Zo ja" else None
    form = Form.INTERROGATIVE if text.endswith("?") else Form.REQUEST
    return SubQuestion(id="1.1", passage=Passage(text=text), form=form, condition=condition)


@pytest.mark.parametrize("row", table("cues"), ids=named)
def test_an_example_of_a_cue_holds_its_phrase(row: dict[str, str]) -> None:
    assert phrase_pattern([row["phrase"]]).search(row["example"])
    assert has_cue(row["example"], Cue(row["kind"]))


@pytest.mark.parametrize(
    "row", [row for row in table("cues") if row["kind"] in ("yes", "no")], ids=named
)
def test_an_example_of_yes_or_no_says_so(row: dict[str, str]) -> None:
    said = polarity_said(row["example"])
    assert said is not None
    assert said[0] == row["kind"]


@pytest.mark.parametrize("row", table("asked"), ids=named)
def test_an_example_of_what_is_asked_asks_for_it(row: dict[str, str]) -> None:
    assert phrase_pattern([row["phrase"]]).search(row["example"].removeprefix("Zo ja, "))
    assert row["kind"] in {part.kind for part in parts_of(asked(row["example"]))}


@pytest.mark.parametrize("row", table("shown"), ids=named)
def test_an_example_of_what_shows_shows_it(row: dict[str, str]) -> None:
    assert phrase_pattern([row["phrase"]]).search(row["example"])
    (sentence,) = sentences_of([Passage(text=row["example"])])
    assert row["kind"] in shown_in(sentence)


@pytest.mark.parametrize("row", table("units"), ids=named)
def test_an_example_of_a_unit_is_a_figure_of_its_kind(row: dict[str, str]) -> None:
    kinds = [figure.kind for figure in figures_in(row["example"])]
    assert kinds == ([] if row["kind"] == "day" else [row["kind"]])


@pytest.mark.parametrize("row", table("opposites"), ids=lambda row: row["example_says"])
def test_an_example_of_an_opposite_says_the_opposite(row: dict[str, str]) -> None:
    assert opposes(row["example_asked"], row["example_says"])
    assert not opposes("Wie betaalt dat?", row["example_says"])


@pytest.mark.parametrize("row", table("words"), ids=named)
def test_an_example_of_words_is_treated_as_its_kind_says(row: dict[str, str]) -> None:
    example = fold(row["example"]).split()
    if row["kind"] == "stop":
        assert stems_of(row["example"]) == frozenset()
    elif row["kind"] == "family":
        assert len({stem(word) for word in fold(row["words"]).split()}) == 1
        assert set(example) <= set(fold(row["words"]).split())
    elif row["kind"] == "event":
        assert stem(example[-1]) in event_nouns()
    else:
        assert len(list(sentences_of([Passage(text=f"Zie {row['example']} van toen.")]))) == 1


def unlike(row: dict[str, str]) -> str:
    return f"{row['kind']}: {row['unlike']}"


@pytest.mark.parametrize("row", table("cues"), ids=unlike)
def test_what_only_looks_like_a_cue_is_none(row: dict[str, str]) -> None:
    assert not has_cue(row["unlike"], Cue(row["kind"]))


@pytest.mark.parametrize("row", table("asked"), ids=unlike)
def test_what_only_looks_like_what_is_asked_asks_for_something_else(row: dict[str, str]) -> None:
    assert row["kind"] not in {part.kind for part in parts_of(asked(row["unlike"]))}


@pytest.mark.parametrize("row", table("shown"), ids=unlike)
def test_what_only_looks_like_what_shows_does_not_show_it(row: dict[str, str]) -> None:
    (sentence,) = sentences_of([Passage(text=row["unlike"])])
    assert row["kind"] not in shown_in(sentence)


@pytest.mark.parametrize("row", table("units"), ids=unlike)
def test_a_longer_word_is_no_unit(row: dict[str, str]) -> None:
    assert [figure.kind for figure in figures_in(row["unlike"])] == ["number"]


@pytest.mark.parametrize("row", table("opposites"), ids=lambda row: row["unlike_says"])
def test_what_only_looks_like_an_opposite_is_none(row: dict[str, str]) -> None:
    assert not opposes(row["example_asked"], row["unlike_says"])


@pytest.mark.parametrize("row", table("words"), ids=unlike)
def test_a_word_that_only_looks_like_one_of_a_row_is_another(row: dict[str, str]) -> None:
    if row["kind"] == "stop":
        assert stems_of(row["unlike"])
    elif row["kind"] == "family":
        assert stem(row["unlike"]) != stem(fold(row["words"]).split()[0])
    elif row["kind"] == "event":
        assert stem(row["unlike"]) not in event_nouns()
    else:
        assert len(list(sentences_of([Passage(text=f"Zie de {row['unlike']}. Van toen.")]))) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Is het zo dat men weet hoeveel bussen er rijden?", "yes-or-no"),
        ("Wordt bekeken wanneer het decreet ingaat?", "yes-or-no"),
        ("Bestaat er een lijst van alle scholen?", "yes-or-no"),
        ("Welke maatregelen zijn er genomen?", "open"),
    ],
)
def test_a_question_word_that_does_not_lead_asks_nothing(text: str, kind: str) -> None:
    assert [part.kind for part in parts_of(asked(text))] == [kind]


@pytest.mark.parametrize(
    "text",
    ["In 2020 was dat zo.", "Zie vraag 3.", "Op 3 mei 2020 begon het.", "Artikel 12 geldt.", "(1)"],
)
def test_years_days_and_numbers_of_things_are_no_figures(text: str) -> None:
    assert [figure.kind for figure in figures_in(text)] == []


def test_a_municipality_needs_its_capital() -> None:
    lower, upper = (next(sentences_of([Passage(text=text)])) for text in ("Een mol.", "In Mol."))
    assert "place" not in shown_in(lower)
    assert shown_in(upper)["place"] == 1
