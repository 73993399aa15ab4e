"""Answer items: they answer what was asked, and point at what is answered."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.answer import ReferringAnswer
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.answer import Answer, AnswerItem, CrossReference
    from inburgering_model.model.references import ItemReference
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _answer_items(indexed: IndexedDossier) -> Iterator[tuple[str, AnswerItem]]:
    for index, answer in enumerate(indexed.dossier.answers):
        for place, item in enumerate(answer.items):
            yield f"/answers/{index}/items/{place}", item


def _cross_references(
    indexed: IndexedDossier,
) -> Iterator[tuple[str, AnswerItem, CrossReference]]:
    for pointer, item in _answer_items(indexed):
        for index, cross_reference in enumerate(item.cross_references):
            yield f"{pointer}/cross_references/{index}", item, cross_reference


def _was_asked(reference: ItemReference, indexed: IndexedDossier) -> bool:
    """Whether an item was asked; true when no items are known.

    An item without letters may be answered by letter, since its parts may have none in print; of an
    item with letters only these.
    """
    if not indexed.asked:
        return True
    letters = indexed.asked.get((reference.number, reference.occurrence))
    if letters is None:
        return False
    return reference.letter is None or reference.letter in letters or letters == frozenset({None})


def _answers_never_asked(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, item in _answer_items(indexed):
        for index, reference in enumerate(item.answers):
            if not _was_asked(reference, indexed):
                name = reference
                yield f"{pointer}/answers/{index}", f"the question has no item {name}"


def _items_answered_twice(indexed: IndexedDossier) -> Iterator[Finding]:
    for position, answer in enumerate(indexed.dossier.answers):
        seen: set[ItemReference] = set()
        for place, item in enumerate(answer.items):
            for index, reference in enumerate(item.answers):
                if reference in seen:
                    pointer = f"/answers/{position}/items/{place}/answers/{index}"
                    yield pointer, f"item {reference} is answered before"
                seen.add(reference)


def _empty_answers(indexed: IndexedDossier) -> Iterator[Finding]:
    for index, answer in enumerate(indexed.dossier.answers):
        if isinstance(answer, ReferringAnswer):
            continue
        said = (answer.opening, answer.annexes, *(item.passages for item in answer.items))
        if not any(said):
            yield f"/answers/{index}", "the answer has no text"


def _cross_references_never_asked(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, _, cross_reference in _cross_references(indexed):
        if not _was_asked(cross_reference.target, indexed):
            name = cross_reference.target
            yield f"{pointer}/target", f"the question has no item {name}"


def _cross_references_to_themselves(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, item in _answer_items(indexed):
        own = frozenset(item.answers)
        for index, cross_reference in enumerate(item.cross_references):
            if cross_reference.target in own:
                name = cross_reference.target
                where = f"{pointer}/cross_references/{index}/target"
                yield where, f"the answer to item {name} points at itself"


def _cross_references_to_no_answer(indexed: IndexedDossier) -> Iterator[Finding]:
    answered = {reference for _, item in _answer_items(indexed) for reference in item.answers}
    numbers = {reference.number for reference in answered}
    whole = {reference.number for reference in answered if reference.letter is None}
    for pointer, _, cross_reference in _cross_references(indexed):
        target = cross_reference.target
        if not answered or not _was_asked(target, indexed):
            continue
        found = target.number in (numbers if target.letter is None else whole)
        if not found and target not in answered:
            yield f"{pointer}/target", f"no answer item answers item {target}"


def _circles(indexed: IndexedDossier) -> Iterator[Finding]:
    for index, answer in enumerate(indexed.dossier.answers):
        circle = _circle(answer)
        if circle:
            labels = ", ".join(answer.items[place].label or "(none)" for place in circle[:5])
            where = f"/answers/{index}/items/{min(circle)}/cross_references"
            yield where, f"these items point at one another: {labels}"


def _circle(answer: Answer) -> list[int]:
    """The places of items of which each leaves its answer to the next; one circle, if any."""
    graph: TopologicalSorter[int | ItemReference] = TopologicalSorter()
    for place, item in enumerate(answer.items):
        own = frozenset(item.answers)
        for reference in own:
            graph.add(reference, place)
        targets = (c.target for c in item.cross_references if c.delegates and c.target not in own)
        graph.add(place, *targets)
    try:
        graph.prepare()
    except CycleError as error:
        return [node for node in error.args[1][1:] if isinstance(node, int)]
    return []


RULES = (
    Rule(
        code="answer.never-asked",
        text="What an answer item says it answers was asked.",
        severity=Severity.ERROR,
        check=_answers_never_asked,
    ),
    Rule(
        code="answer.twice",
        text="An answer answers an item once.",
        severity=Severity.INFO,
        check=_items_answered_twice,
    ),
    Rule(
        code="answer.empty",
        text="An answer has text, unless it only refers to another.",
        severity=Severity.WARNING,
        check=_empty_answers,
    ),
    Rule(
        code="cross-reference.never-asked",
        text="The item that a cross reference points at was asked.",
        severity=Severity.ERROR,
        check=_cross_references_never_asked,
    ),
    Rule(
        code="cross-reference.itself",
        text="A cross reference points at another item than its own.",
        severity=Severity.WARNING,
        check=_cross_references_to_themselves,
    ),
    Rule(
        code="cross-reference.unanswered",
        text="The item that a cross reference points at is answered somewhere in the dossier.",
        severity=Severity.WARNING,
        check=_cross_references_to_no_answer,
    ),
    Rule(
        code="cross-reference.circle",
        text="Items do not leave their answers to one another in a circle.",
        severity=Severity.WARNING,
        check=_circles,
    ),
)
