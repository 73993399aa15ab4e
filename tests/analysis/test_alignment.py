"""Which answer items answer which items: by label, and by nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model import (
    Alignment,
    Answer,
    AnswerItem,
    CoordinatedAnswer,
    CrossReference,
    Dossier,
    ItemReference,
    OrdinaryAnswer,
    ParliamentaryQuestion,
    Passage,
    QuestionItem,
    Reading,
    ReferringAnswer,
    Stage,
    SubQuestion,
)
from inburgering_model.analysis.alignment import align

# "12b": a number and perhaps a letter; "7~2" is the second item 7.
_KEY = re.compile(r"(\d+)([a-z]?)(?:~(\d+))?")


def ref(key: str) -> ItemReference:
    match = _KEY.fullmatch(key)
    assert match is not None
    return ItemReference(
        number=int(match[1]), letter=match[2] or None, occurrence=int(match[3] or 1)
    )


def asked(*keys: str) -> ParliamentaryQuestion:
    """A question; each item holds a sub-question, but a key in brackets makes a heading."""
    return ParliamentaryQuestion(items=tuple(question_item(key) for key in keys))


def question_item(key: str) -> QuestionItem:
    match = _KEY.fullmatch(key.strip("()"))
    assert match is not None
    number = int(match[1])
    return QuestionItem(
        number=number or None,
        letter=match[2] or None,
        occurrence=int(match[3] or 1),
        sub_questions=()
        if key.startswith("(")
        else (SubQuestion(id=f"{key}.1", passage=Passage(text="Hoeveel bussen reden er uit?")),),
    )


def item(names: str = "", *, label: str | None = None) -> AnswerItem:
    """An answer item that names items ("1 2a"); without names it has no label."""
    answers = tuple(map(ref, names.split()))
    return AnswerItem(
        label=label or (f"{names.replace(' ', '-')}." if names else None),
        answers=answers,
        passages=(Passage(text=f"Over {names or 'alles'}."),),
    )


def answer(*names: str) -> OrdinaryAnswer:
    return OrdinaryAnswer(items=tuple(map(item, names)))


def aligned(question: ParliamentaryQuestion, *answers: Answer) -> Alignment:
    return align(Dossier(question=question, answers=answers))


def pairs(alignment: Alignment) -> list[tuple[str, str | None]]:
    return [(str(reference), paired.label) for reference, paired in alignment.pairs]


def keys(references: tuple[ItemReference, ...]) -> list[str]:
    return list(map(str, references))


def lists(alignment: Alignment) -> dict[str, list[str]]:
    """The lists that hold something."""
    names = ("unanswered", "unknown", "duplicated", "referred", "unlabelled")
    return {name: keys(found) for name in names if (found := getattr(alignment, name))}


# What a label pairs with


def test_an_item_is_answered_by_the_answer_item_that_names_it() -> None:
    alignment = aligned(asked("1", "2"), answer("1", "2"))
    assert pairs(alignment) == [("1", "1."), ("2", "2.")]
    assert lists(alignment) == {}


def test_one_answer_item_may_answer_several_items() -> None:
    alignment = aligned(asked("1", "2", "3", "4"), answer("1 4", "2 3"))
    assert pairs(alignment) == [("1", "1-4."), ("2", "2-3."), ("3", "2-3."), ("4", "1-4.")]
    assert lists(alignment) == {}


def test_pairs_come_in_the_order_of_the_question() -> None:
    assert pairs(aligned(asked("1", "2"), answer("2", "1"))) == [("1", "1."), ("2", "2.")]


def test_an_item_that_nothing_names_is_unanswered() -> None:
    assert lists(aligned(asked("1", "2", "3"), answer("1", "3"))) == {"unanswered": ["2"]}


def test_an_item_that_was_never_asked_is_unknown() -> None:
    alignment = aligned(asked("1"), answer("1", "5", "5 6"))
    assert lists(alignment) == {"unknown": ["5", "6"]}
    assert pairs(alignment) == [("1", "1.")]


def test_an_item_named_twice_by_one_answer_is_duplicated_and_paired_twice() -> None:
    alignment = aligned(asked("1", "2"), answer("1 2", "2"))
    assert pairs(alignment) == [("1", "1-2."), ("2", "1-2."), ("2", "2.")]
    assert lists(alignment) == {"duplicated": ["2"]}


def test_the_same_label_printed_twice_is_duplicated_even_with_the_same_text() -> None:
    alignment = aligned(asked("1"), answer("1", "1"))
    assert len(alignment.pairs) == 2
    assert lists(alignment) == {"duplicated": ["1"]}


def test_a_label_that_names_an_item_twice_names_it_once() -> None:
    alignment = aligned(asked("1"), answer("1 1"))
    assert len(alignment.pairs) == 1
    assert lists(alignment) == {}


def test_the_answers_text_and_cross_references_do_not_count() -> None:
    only_mentions = OrdinaryAnswer(items=(item("1"),), opening=(Passage(text="2. Zie verder."),))
    assert lists(aligned(asked("1", "2"), only_mentions)) == {"unanswered": ["2"]}


# Letters


def test_a_letter_names_its_own_item_and_no_other() -> None:
    alignment = aligned(asked("1a", "1b"), answer("1a"))
    assert pairs(alignment) == [("1a", "1a.")]
    assert lists(alignment) == {"unanswered": ["1b"]}


def test_a_number_answers_the_lettered_items_below_it() -> None:
    alignment = aligned(asked("1a", "1b", "2"), answer("1", "2"))
    assert pairs(alignment) == [("1a", "1."), ("1b", "1."), ("2", "2.")]
    assert lists(alignment) == {}


def test_a_number_answers_its_own_item_and_those_below_it() -> None:
    assert pairs(aligned(asked("1", "1a"), answer("1"))) == [("1", "1."), ("1a", "1.")]


def test_a_number_leaves_out_the_letters_that_the_answer_names_themselves() -> None:
    alignment = aligned(asked("1a", "1b", "1c"), answer("1", "1b"))
    assert pairs(alignment) == [("1a", "1."), ("1b", "1b."), ("1c", "1.")]
    assert lists(alignment) == {}


def test_a_number_above_letters_that_are_all_named_pairs_with_nothing_and_is_known() -> None:
    alignment = aligned(asked("1a", "1b"), answer("1", "1a", "1b"))
    assert pairs(alignment) == [("1a", "1a."), ("1b", "1b.")]
    assert lists(alignment) == {}


def test_a_letter_in_another_answer_does_not_narrow_a_number() -> None:
    alignment = aligned(asked("1a", "1b"), answer("1"), answer("1b"))
    assert pairs(alignment) == [("1a", "1."), ("1b", "1."), ("1b", "1b.")]
    assert lists(alignment) == {}


def test_a_letter_does_not_answer_another_letter() -> None:
    alignment = aligned(asked("1a", "1b"), answer("1a"))
    assert lists(alignment) == {"unanswered": ["1b"]}


def test_letters_of_the_answers_own_are_parts_of_the_item() -> None:
    alignment = aligned(asked("1"), answer("1a", "1b"))
    assert [reference for reference, _ in pairs(alignment)] == ["1", "1"]
    assert lists(alignment) == {}


def test_a_letter_that_was_not_asked_is_unknown_below_letters_that_were() -> None:
    assert lists(aligned(asked("1a"), answer("1a", "1b"))) == {"unknown": ["1b"]}


def test_a_label_that_names_a_number_and_its_letter_is_one_answer_item() -> None:
    assert lists(aligned(asked("1a", "1b"), answer("1 1a"))) == {}


def test_a_heading_above_letters_is_not_unanswered() -> None:
    alignment = aligned(asked("(1)", "1a", "1b"), answer("1a"))
    assert lists(alignment) == {"unanswered": ["1b"]}


def test_a_heading_is_paired_when_it_is_named() -> None:
    assert pairs(aligned(asked("(1)", "1a"), answer("1"))) == [("1", "1."), ("1a", "1.")]


def test_an_item_without_sub_questions_and_without_letters_is_asked_all_the_same() -> None:
    assert lists(aligned(asked("(1)"), answer("2"))) == {"unanswered": ["1"], "unknown": ["2"]}


# Answer items that name nothing


def test_without_labels_nothing_can_be_paired_and_nothing_is_called_unanswered() -> None:
    alignment = aligned(asked("1", "2"), answer(""))
    assert pairs(alignment) == []
    assert lists(alignment) == {"unlabelled": ["1", "2"]}


def test_only_what_no_label_names_is_unlabelled() -> None:
    assert lists(aligned(asked("1", "2"), answer("", "2"))) == {"unlabelled": ["1"]}


def test_a_label_without_a_number_names_nothing() -> None:
    headed = OrdinaryAnswer(items=(item(label="Algemeen:"),))
    assert lists(aligned(asked("1", "2"), headed)) == {"unlabelled": ["1", "2"]}


@pytest.mark.parametrize("only", ["0", "1", "4"])
def test_the_only_item_is_answered_by_an_item_without_a_label(only: str) -> None:
    alignment = aligned(asked(only), answer(""))
    assert pairs(alignment) == [(only, None)]
    assert lists(alignment) == {}


def test_a_heading_does_not_keep_the_one_letter_below_it_from_being_the_only_item() -> None:
    assert pairs(aligned(asked("(1)", "1a"), answer(""))) == [("1a", None)]


def test_the_only_item_is_duplicated_by_an_item_that_names_it_and_one_that_names_nothing() -> None:
    assert lists(aligned(asked("1"), answer("", "1"))) == {"duplicated": ["1"]}


# A number printed twice


def test_of_two_items_with_one_number_each_is_answered_in_its_turn() -> None:
    alignment = aligned(asked("7", "7~2"), answer("7", "7~2"))
    assert pairs(alignment) == [("7", "7."), ("7~2", "7~2.")]
    assert lists(alignment) == {}


def test_a_number_answers_its_second_item_unless_the_answer_names_that_itself() -> None:
    alignment = aligned(asked("7", "7~2", "8"), answer("7"))
    assert pairs(alignment) == [("7", "7."), ("7~2", "7.")]
    assert lists(alignment) == {"unanswered": ["8"]}


def test_naming_the_second_does_not_answer_the_first() -> None:
    assert lists(aligned(asked("7", "7~2"), answer("7~2"))) == {"unanswered": ["7"]}


def test_a_second_that_was_never_asked_is_unknown() -> None:
    assert lists(aligned(asked("7"), answer("7", "7~2"))) == {"unknown": ["7~2"]}


def test_letters_below_the_second_are_answered_by_the_closest_name() -> None:
    question = asked("7a", "7a~2", "7b~2")
    alignment = aligned(question, answer("7", "7~2", "7b~2"))
    assert pairs(alignment) == [("7a", "7."), ("7a~2", "7~2."), ("7b~2", "7b~2.")]


# Several answers, and kinds of answer


def test_without_an_answer_everything_is_unanswered() -> None:
    assert lists(aligned(asked("1", "2a"))) == {"unanswered": ["1", "2a"]}


def test_an_answer_without_items_leaves_everything_unanswered() -> None:
    holding = OrdinaryAnswer(stage=Stage.PROVISIONAL)
    assert lists(aligned(asked("1", "2"), holding)) == {"unanswered": ["1", "2"]}


def test_without_a_question_everything_named_is_unknown() -> None:
    assert lists(aligned(ParliamentaryQuestion(), answer("1", "2"))) == {"unknown": ["1", "2"]}


def test_two_answers_to_one_item_are_no_duplicates() -> None:
    alignment = aligned(asked("1"), answer("1"), answer("1"))
    assert len(alignment.pairs) == 2
    assert lists(alignment) == {}


def test_answers_complete_one_another() -> None:
    assert lists(aligned(asked("1", "2"), answer("1"), answer("2"))) == {}


def test_items_are_referred_when_referring_answers_are_all_there_is() -> None:
    alignment = aligned(asked("1", "2"), ReferringAnswer(), ReferringAnswer())
    assert lists(alignment) == {"referred": ["1", "2"]}


def test_a_referring_answer_answers_nothing_even_with_labels() -> None:
    referring = ReferringAnswer(items=(item("1 9"), item()))
    alignment = aligned(asked("1", "2"), referring)
    assert pairs(alignment) == []
    assert lists(alignment) == {"referred": ["1", "2"]}


def test_beside_a_coordinated_answer_nothing_is_referred() -> None:
    coordinated = CoordinatedAnswer(items=(item("1"),))
    alignment = aligned(asked("1", "2"), ReferringAnswer(), coordinated)
    assert pairs(alignment) == [("1", "1.")]
    assert lists(alignment) == {"unanswered": ["2"]}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            (CoordinatedAnswer(items=(item("1"),)), ReferringAnswer()),
            [{"unanswered": ["2"]}, {"referred": ["1", "2"]}],
        ),
        (
            (answer("1 3"), answer("2", "2")),
            [{"unanswered": ["2"], "unknown": ["3"]}, {"unanswered": ["1"], "duplicated": ["2"]}],
        ),
        (
            (OrdinaryAnswer(items=(item(""),)), answer("2")),
            [{"unlabelled": ["1", "2"]}, {"unanswered": ["1"]}],
        ),
    ],
    ids=["coordinated and referring", "labelled", "unlabelled"],
)
def test_each_answer_of_a_merged_dossier_can_be_aligned_by_itself(
    answers: tuple[Answer, ...], expected: list[dict[str, list[str]]]
) -> None:
    dossier = Dossier(question=asked("1", "2"), answers=answers)
    for given_answer, found in zip(answers, expected, strict=True):
        alone = Dossier(question=dossier.question, answers=(given_answer,))
        assert align(dossier, given_answer) == align(alone)
        assert lists(align(dossier, given_answer)) == found


def test_an_answer_of_another_dossier_is_refused() -> None:
    with pytest.raises(ValueError, match="not one of the dossier's answers"):
        align(Dossier(question=asked("1")), answer("1"))


# Items that send the reader on


def sending(names: str, *targets: str, delegates: bool = True) -> AnswerItem:
    """An answer item that says "zie het antwoord op vraag …"."""
    references = tuple(
        CrossReference(target=ref(target), delegates=delegates) for target in targets
    )
    return evolve(item(names), cross_references=references)


def sent_on(question: ParliamentaryQuestion, *items: AnswerItem) -> tuple[list[str], list[str]]:
    """ "4>2" for each item that is sent on, and the circular items."""
    alignment = aligned(question, OrdinaryAnswer(items=items))
    delegated = [f"{reference}>{end}" for reference, end in alignment.delegated]
    return delegated, keys(alignment.circular)


def test_a_cross_reference_that_delegates_is_followed() -> None:
    assert sent_on(asked("1", "2"), item("1"), sending("2", "1")) == (["2>1"], [])


def test_one_that_only_mentions_is_not() -> None:
    assert sent_on(asked("1", "2"), item("1"), sending("2", "1", delegates=False)) == ([], [])


def test_a_chain_is_followed_to_its_end() -> None:
    items = (item("2"), sending("3", "2"), sending("4", "3"), sending("5", "4", "1"), item("1"))
    found, circular = sent_on(asked("1", "2", "3", "4", "5"), *items)
    assert (sorted(found), circular) == (["3>2", "4>2", "5>1", "5>2"], [])


def test_items_that_send_to_one_another_are_circular() -> None:
    items = (sending("1", "2"), sending("2", "1"), item("3"))
    assert sent_on(asked("1", "2", "3"), *items) == ([], ["1", "2"])


def test_so_is_what_leads_into_a_circle() -> None:
    items = (sending("1", "2"), sending("2", "3"), sending("3", "2"))
    assert sent_on(asked("1", "2", "3"), *items) == ([], ["1", "2", "3"])


def test_a_circle_that_can_be_left_is_left() -> None:
    items = (sending("1", "2", "3"), sending("2", "1"), item("3"))
    assert sent_on(asked("1", "2", "3"), *items) == (["1>3"], ["1", "2"])


def test_circles_of_two_answers_are_not_one() -> None:
    question = asked("1", "2")
    answers = (
        OrdinaryAnswer(items=(sending("1", "2"), item("2"))),
        OrdinaryAnswer(items=(item("1"), sending("2", "1"))),
    )
    assert keys(aligned(question, *answers).circular) == []


def test_an_item_without_letters_sends_to_all_its_letters() -> None:
    found, _ = sent_on(asked("1a", "1b", "2"), item("1a"), item("1b"), sending("2", "1"))
    assert found == ["2>1a", "2>1b"]


def test_an_item_does_not_send_to_itself_or_to_what_it_answers_too() -> None:
    assert sent_on(asked("1", "2"), sending("1 2", "2")) == ([], [])
    assert sent_on(asked("1", "2"), sending("1", "1"), sending("2", "9")) == ([], [])


def test_what_is_sent_on_is_paired_all_the_same() -> None:
    alignment = aligned(asked("1", "2"), OrdinaryAnswer(items=(item("1"), sending("2", "1"))))
    assert pairs(alignment) == [("1", "1."), ("2", "2.")]


def test_a_long_chain_ends_where_a_short_one_does() -> None:
    many = 2000
    items = (item("1"), *(sending(str(n), str(n - 1)) for n in range(2, many)))
    found, circular = sent_on(asked(*map(str, range(1, many))), *items)
    assert found == [f"{n}>1" for n in range(2, many)]
    assert circular == []


# Properties

references = st.builds(
    ItemReference,
    number=st.integers(0, 3),
    letter=st.sampled_from([None, None, "a", "b"]),
    occurrence=st.sampled_from([1, 1, 1, 2]),
)


def any_question_item(reference: ItemReference, *, asks: bool) -> QuestionItem:
    unnumbered = reference.number == 0 and reference.letter is None
    return QuestionItem(
        number=None if unnumbered else reference.number,
        letter=reference.letter,
        occurrence=reference.occurrence,
        sub_questions=(SubQuestion(id="1.1", passage=Passage(text="Waarom?")),) if asks else (),
    )


def any_answer_item(named: tuple[ItemReference, ...], *, printed: bool) -> AnswerItem:
    return AnswerItem(label="x" if named or printed else None, answers=named)


def any_dossier(items: tuple[QuestionItem, ...], given_answers: tuple[Answer, ...]) -> Dossier:
    return Dossier(question=ParliamentaryQuestion(items=items), answers=given_answers)


question_items = st.builds(any_question_item, references, asks=st.booleans())
answer_items = st.builds(
    any_answer_item, st.lists(references, max_size=3).map(tuple), printed=st.booleans()
)
tuples_of_answer_items = st.lists(answer_items, max_size=5).map(tuple)
answers = st.one_of(
    st.builds(OrdinaryAnswer, items=tuples_of_answer_items),
    st.builds(CoordinatedAnswer, items=tuples_of_answer_items),
    st.builds(ReferringAnswer, items=tuples_of_answer_items),
)
dossiers = st.builds(
    any_dossier,
    st.lists(question_items, max_size=6).map(tuple),
    st.lists(answers, max_size=3).map(tuple),
)


def is_heading(dossier: Dossier, reference: ItemReference) -> bool:
    items = [i for i in dossier.question.items if i.reference == reference]
    return (
        reference.letter is None
        and not any(i.sub_questions for i in items)
        and any(i.letter and i.number == reference.number for i in dossier.question.items)
    )


def is_name_of(name: ItemReference, reference: ItemReference) -> bool:
    return (
        name.number == reference.number
        and (name.letter in (None, reference.letter) or reference.letter is None)
        and name.occurrence in (1, reference.occurrence)
    )


@given(dossiers)
def test_every_item_that_asks_is_paired_or_in_one_list_and_a_heading_is_in_none(
    dossier: Dossier,
) -> None:
    alignment = align(dossier)
    paired = {reference for reference, _ in alignment.pairs}
    listed = [*alignment.unanswered, *alignment.referred, *alignment.unlabelled]
    asked_references = {i.reference for i in dossier.question.items}
    for reference in asked_references:
        if is_heading(dossier, reference):
            assert reference not in listed
        else:
            assert [*paired, *listed].count(reference) == 1
    assert paired.union(listed) <= asked_references


@given(dossiers)
def test_duplicated_items_are_paired_and_unknown_ones_were_not_asked(dossier: Dossier) -> None:
    alignment = align(dossier)
    assert set(alignment.duplicated) <= {reference for reference, _ in alignment.pairs}
    assert not set(alignment.unknown) & {i.reference for i in dossier.question.items}
    for found in (alignment.unanswered, alignment.unknown, alignment.duplicated):
        assert len(set(found)) == len(found)


@given(dossiers)
def test_every_item_that_is_named_is_asked_or_unknown(dossier: Dossier) -> None:
    alignment = align(dossier)
    named = {
        reference
        for given_answer in dossier.answers
        if not isinstance(given_answer, ReferringAnswer)
        for answer_item in given_answer.items
        for reference in answer_item.answers
    }
    for reference in named:
        lettered = any(i.letter and i.number == reference.number for i in dossier.question.items)
        held = any(
            is_name_of(reference, i.reference)
            for i in dossier.question.items
            if not (lettered and reference.letter and not i.letter)
        )
        assert (reference in alignment.unknown) is not held
    assert set(alignment.unknown) <= named


@given(dossiers)
def test_an_answer_item_pairs_only_with_what_it_names_or_with_the_only_item(
    dossier: Dossier,
) -> None:
    for reference, paired in align(dossier).pairs:
        assert not paired.answers or any(is_name_of(n, reference) for n in paired.answers)


def test_only_a_dossier_is_aligned() -> None:
    wrong: Any = None
    with pytest.raises(TypeError, match=r"^expected a Dossier, got None$"):
        align(wrong)
    wrong = Reading(dossier=Dossier(question=ParliamentaryQuestion()))
    with pytest.raises(
        TypeError, match=r"^expected a Dossier, got Reading: pass reading\.dossier$"
    ):
        align(wrong)
