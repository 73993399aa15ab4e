"""The question: its numbering, the ids of its sub-questions, and their conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.question import Form
from inburgering_model.model.references import ItemReference
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.question import Condition, QuestionItem, SubQuestion
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]

_LARGEST_IN_AN_ID = 10**18  # of a larger number no id is written


def _items(indexed: IndexedDossier) -> Iterator[tuple[str, QuestionItem]]:
    for index, item in enumerate(indexed.dossier.question.items):
        yield f"/question/items/{index}", item


def _sub_questions(indexed: IndexedDossier) -> Iterator[tuple[str, SubQuestion]]:
    for pointer, item in _items(indexed):
        for index, sub_question in enumerate(item.sub_questions):
            yield f"{pointer}/sub_questions/{index}", sub_question


def _conditions(indexed: IndexedDossier) -> Iterator[tuple[str, int, SubQuestion, Condition, str]]:
    """Pointer to ``on``, place in the question, sub-question, condition and what it hangs on."""
    for place, (pointer, sub_question) in enumerate(_sub_questions(indexed)):
        condition = sub_question.condition
        if condition is not None and condition.on is not None:
            yield f"{pointer}/condition/on", place, sub_question, condition, condition.on


def _first_places(indexed: IndexedDossier) -> dict[str, tuple[int, SubQuestion]]:
    places: dict[str, tuple[int, SubQuestion]] = {}
    for place, (_, sub_question) in enumerate(_sub_questions(indexed)):
        places.setdefault(sub_question.id, (place, sub_question))
    return places


def _repeated_items(indexed: IndexedDossier) -> Iterator[Finding]:
    seen: set[tuple[int, str | None, int]] = set()
    for pointer, item in _items(indexed):
        key = (item.number or 0, item.letter, item.occurrence)
        if key in seen:
            name = item.reference
            yield f"{pointer}/number", f"item {name} is there already: its occurrence should tell"
        seen.add(key)


def _occurrences_without_a_first(indexed: IndexedDossier) -> Iterator[Finding]:
    seen: set[tuple[int, str | None, int]] = set()
    for pointer, item in _items(indexed):
        number = item.number or 0
        if item.occurrence > 1 and (number, item.letter, item.occurrence - 1) not in seen:
            name, before = item.reference, item.occurrence - 1
            yield f"{pointer}/occurrence", f"no occurrence {before} of item {name} comes before"
        seen.add((number, item.letter, item.occurrence))


def _items_out_of_order(indexed: IndexedDossier) -> Iterator[Finding]:
    before: QuestionItem | None = None
    for pointer, item in _items(indexed):
        if before is not None and _comes_before(item, before):
            name, after = item.reference, before.reference
            yield f"{pointer}/number", f"item {name} comes after item {after}"
        before = item


def _comes_before(item: QuestionItem, other: QuestionItem) -> bool:
    if item.reference.number != other.reference.number:
        return item.reference.number < other.reference.number
    if item.letter is None or other.letter is None or item.occurrence != other.occurrence:
        return False
    return item.letter < other.letter


def _gaps_between_items(indexed: IndexedDossier) -> Iterator[Finding]:
    asked = {
        (item.reference.number, letter)
        for _, item in _items(indexed)
        for letter in (None, item.letter)
    }
    told: set[tuple[int, str | None]] = set()
    for pointer, item in _items(indexed):
        number, letter = item.reference.number, item.letter
        if number > 1 and (number - 1, None) not in asked and (number, None) not in told:
            told.add((number, None))
            yield f"{pointer}/number", f"there is no item {number - 1}"
        before = None if letter in (None, "a") else chr(ord(letter) - 1)
        if before is not None and (number, before) not in asked and (number, letter) not in told:
            told.add((number, letter))
            missing = ItemReference(number=number, letter=before)
            yield f"{pointer}/letter", f"there is no item {missing}"


def _empty_items(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, item in _items(indexed):
        if not item.passages and not item.sub_questions:
            yield pointer, f"item {item.reference} has no text"


def _repeated_sub_questions(indexed: IndexedDossier) -> Iterator[Finding]:
    seen: set[str] = set()
    for pointer, sub_question in _sub_questions(indexed):
        if sub_question.id in seen:
            yield f"{pointer}/id", f"{sub_question.id} is the id of another one already"
        seen.add(sub_question.id)


def _sub_questions_of_another_item(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, item in _items(indexed):
        if max(item.number or 0, item.occurrence) >= _LARGEST_IN_AN_ID:
            continue
        for index, sub_question in enumerate(item.sub_questions):
            expected = f"{item.key}.{index + 1}"
            if sub_question.id != expected:
                where = f"{pointer}/sub_questions/{index}/id"
                yield where, f"by item and place this is {expected}, not {sub_question.id}"


def _unresolved_conditions(indexed: IndexedDossier) -> Iterator[Finding]:
    places = _first_places(indexed)
    for pointer, _, _, _, on in _conditions(indexed):
        if on not in places:
            yield pointer, f"there is no sub-question {on}"


def _conditions_on_later_ones(indexed: IndexedDossier) -> Iterator[Finding]:
    places = _first_places(indexed)
    for pointer, place, sub_question, _, on in _conditions(indexed):
        if on != sub_question.id and on in places and places[on][0] > place:
            yield pointer, f"sub-question {sub_question.id} hangs on {on}, which comes after it"


def _conditions_on_procedural_requests(indexed: IndexedDossier) -> Iterator[Finding]:
    places = _first_places(indexed)
    for pointer, _, sub_question, _, on in _conditions(indexed):
        if on in places and places[on][1].form is Form.PROCEDURAL:
            yield pointer, f"sub-question {sub_question.id} hangs on {on}, which asks no fact"


RULES = (
    Rule(
        code="item.repeated",
        text="Items with the same number and letter are told apart by their occurrence.",
        severity=Severity.ERROR,
        check=_repeated_items,
    ),
    Rule(
        code="item.occurrence",
        text="A second occurrence of an item follows a first, a third a second.",
        severity=Severity.ERROR,
        check=_occurrences_without_a_first,
    ),
    Rule(
        code="item.disorder",
        text="Numbers and letters of items go up.",
        severity=Severity.WARNING,
        check=_items_out_of_order,
    ),
    Rule(
        code="item.gap",
        text="Numbers and letters of items leave none out, and begin at 1 and a.",
        severity=Severity.WARNING,
        check=_gaps_between_items,
    ),
    Rule(
        code="item.empty",
        text="An item has text.",
        severity=Severity.WARNING,
        check=_empty_items,
    ),
    Rule(
        code="sub-question.repeated",
        text="Each sub-question has an own id.",
        severity=Severity.ERROR,
        check=_repeated_sub_questions,
    ),
    Rule(
        code="sub-question.id",
        text="The id of a sub-question is its item's key, a dot, and its place in the item.",
        severity=Severity.ERROR,
        check=_sub_questions_of_another_item,
    ),
    Rule(
        code="condition.unresolved",
        text="The sub-question that a condition hangs on is in the question.",
        severity=Severity.ERROR,
        check=_unresolved_conditions,
    ),
    Rule(
        code="condition.later",
        text="A condition hangs on an earlier sub-question.",
        severity=Severity.ERROR,
        check=_conditions_on_later_ones,
    ),
    Rule(
        code="condition.procedural",
        text="A condition hangs on a sub-question that asks for a fact, not for a procedure.",
        severity=Severity.WARNING,
        check=_conditions_on_procedural_requests,
    ),
)
