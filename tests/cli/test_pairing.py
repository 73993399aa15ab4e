"""What stands beside what."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model import (
    AnswerItem,
    Dossier,
    ItemReference,
    OrdinaryAnswer,
    ParliamentaryQuestion,
    Passage,
    QuestionItem,
    ReferringAnswer,
    SubQuestion,
)
from inburgering_model.analysis.alignment import align
from inburgering_model.cli.pairing import Placed, Row, pair_up


def asked(*numbers: int) -> ParliamentaryQuestion:
    return ParliamentaryQuestion(items=tuple(QuestionItem(number=n) for n in numbers))


def item(label: str | None, *numbers: int) -> AnswerItem:
    return AnswerItem(label=label, answers=tuple(ItemReference(number=n) for n in numbers))


def laid_out(dossier: Dossier) -> tuple[tuple[Row, ...], tuple[Placed, ...]]:
    return pair_up(dossier, align(dossier))


def shown(dossier: Dossier) -> list[tuple[str, list[int | None], list[str | None], bool]]:
    """Outcome, numbers asked, labels beside them, whether these were shown before."""
    return [
        (
            row.outcome.value,
            [i.number for i in row.items],
            [placed.item.label for placed in row.answered_by],
            row.shown_before,
        )
        for row in laid_out(dossier)[0]
    ]


def left_over(dossier: Dossier) -> list[str | None]:
    return [placed.item.label for placed in laid_out(dossier)[1]]


def test_neighbours_under_one_label_share_a_row() -> None:
    dossier = Dossier(
        question=asked(1, 2, 3),
        answers=(OrdinaryAnswer(items=(item("1-2.", 1, 2), item("3.", 3))),),
    )
    assert shown(dossier) == [
        ("answered", [1, 2], ["1-2."], False),
        ("answered", [3], ["3."], False),
    ]


def test_what_stands_further_on_is_not_shown_twice() -> None:
    dossier = Dossier(
        question=asked(1, 2, 3),
        answers=(OrdinaryAnswer(items=(item("1 en 3.", 1, 3), item("2.", 2))),),
    )
    assert shown(dossier)[2] == ("answered", [3], ["1 en 3."], True)


def test_every_unanswered_item_has_a_row_of_its_own() -> None:
    assert shown(Dossier(question=asked(1, 2))) == [
        ("unanswered", [1], [], False),
        ("unanswered", [2], [], False),
    ]


def test_what_no_label_names_stands_beside_the_part_without_a_label() -> None:
    dossier = Dossier(
        question=asked(1, 2), answers=(OrdinaryAnswer(items=(item(None), item("Slot:"))),)
    )
    assert shown(dossier) == [("unlabelled", [1, 2], [None, "Slot:"], False)]
    assert left_over(dossier) == []


def test_referred_items_share_a_row_with_all_that_the_referring_answers_say() -> None:
    referring = ReferringAnswer(items=(item(None), item("1.", 1)))
    dossier = Dossier(question=asked(1, 2), answers=(referring,))
    assert shown(dossier) == [("referred", [1, 2], [None, "1."], False)]
    assert left_over(dossier) == []


def test_what_a_referring_answer_says_is_left_over_beside_an_answer() -> None:
    dossier = Dossier(
        question=asked(1),
        answers=(ReferringAnswer(items=(item(None),)), OrdinaryAnswer(items=(item("1.", 1),))),
    )
    assert shown(dossier) == [("answered", [1], ["1."], False)]
    assert left_over(dossier) == [None]


def test_an_answer_to_what_was_not_asked_is_left_over() -> None:
    dossier = Dossier(
        question=asked(1), answers=(OrdinaryAnswer(items=(item("1.", 1), item("9.", 9))),)
    )
    assert left_over(dossier) == ["9."]


def test_a_heading_has_a_row_of_its_own() -> None:
    lettered = QuestionItem(
        number=1, letter="a", sub_questions=(SubQuestion(id="1a.1", passage=Passage(text="Wie?")),)
    )
    question = evolve(asked(1), items=(QuestionItem(number=1), lettered))
    assert shown(Dossier(question=question))[0] == ("heading", [1], [], False)


def test_equal_items_of_two_answers_are_told_apart() -> None:
    same = item("1.", 1)
    dossier = Dossier(
        question=asked(1), answers=(OrdinaryAnswer(items=(same,)), OrdinaryAnswer(items=(same,)))
    )
    rows, rest = laid_out(dossier)
    assert [placed.answer for placed in rows[0].answered_by] == [0, 1]
    assert rest == ()


def answer_item(numbers: list[int]) -> AnswerItem:
    return item("x" if numbers else None, *numbers)


answer_items = st.builds(answer_item, st.lists(st.integers(1, 4), max_size=2))


@given(
    st.lists(st.integers(1, 4), max_size=4),
    st.lists(st.lists(answer_items, max_size=4), max_size=2),
)
def test_nothing_that_was_asked_or_answered_is_left_out(
    numbers: list[int], answers: list[list[AnswerItem]]
) -> None:
    dossier = Dossier(
        question=asked(*numbers),
        answers=tuple(OrdinaryAnswer(items=tuple(items)) for items in answers),
    )
    rows, rest = laid_out(dossier)
    assert [i for row in rows for i in row.items] == list(dossier.question.items)
    beside = [placed for row in rows if not row.shown_before for placed in row.answered_by]
    places = {(placed.answer, id(placed.item)) for placed in (*beside, *rest)}
    assert places == {
        (index, id(i)) for index, answer in enumerate(dossier.answers) for i in answer.items
    }
