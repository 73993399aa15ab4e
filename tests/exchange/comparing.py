"""What must come back of a dossier that was written, spoiled and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import inburgering_model as im

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["assert_same", "recoverable"]


def assert_same(
    dossier: im.Dossier, reading: im.Reading, loses: Iterable[str] = frozenset()
) -> None:
    """The question and the answers are read as they were, less what is lost on purpose."""
    lost = frozenset(loses)
    expected, found = recoverable(dossier, lost), recoverable(reading.dossier, lost)
    if "header" in lost:
        expected = _without_header(expected)
    assert found.question == expected.question
    assert found.answers == expected.answers


def recoverable(dossier: im.Dossier, loses: frozenset[str]) -> im.Dossier:
    """A dossier with what cannot be recovered put in one form, whatever it was."""
    for loss in loses - {"header"}:
        dossier = _LOSSES[loss](dossier)
    return dossier


def _without_header(dossier: im.Dossier) -> im.Dossier:
    """What is left when only the list of ministers and the heads of answers are printed."""
    question = dossier.question
    several = len(question.addressees) > 1
    if not dossier.answers:
        listed = tuple(attrs.evolve(a, offices=()) for a in question.addressees) if several else ()
        question = attrs.evolve(question, author=None, asked_on=None, addressees=listed)
    return attrs.evolve(dossier, question=question)


def _without_labels(dossier: im.Dossier) -> im.Dossier:
    """Labels as if they were all printed in one way."""
    return _with_items(
        dossier,
        lambda item: attrs.evolve(item, label=item.label and "the label"),
    )


def _without_paragraphs(dossier: im.Dossier) -> im.Dossier:
    """Paragraphs of one part run together."""
    question = dossier.question
    items = tuple(attrs.evolve(i, passages=_joined(i.passages)) for i in question.items)
    question = attrs.evolve(question, context=_joined(question.context), items=items)
    dossier = _with_items(dossier, lambda item: attrs.evolve(item, passages=_joined(item.passages)))
    answers = tuple(
        attrs.evolve(answer, opening=_joined(answer.opening), annexes=_joined(answer.annexes))
        for answer in dossier.answers
    )
    return attrs.evolve(dossier, question=question, answers=answers)


def _without_title(dossier: im.Dossier) -> im.Dossier:
    """Title, subject and context run together."""
    question = dossier.question
    headings = [heading for heading in (question.title, question.subject) if heading]
    above = (*(im.Passage(text=heading) for heading in headings), *question.context)
    question = attrs.evolve(question, title=None, subject=None, context=_joined(above))
    return attrs.evolve(dossier, question=question)


_LOSSES = {
    "labels": _without_labels,
    "paragraphs": _without_paragraphs,
    "title": _without_title,
}


def _with_items(dossier: im.Dossier, change: Any) -> im.Dossier:
    answers = tuple(
        attrs.evolve(answer, items=tuple(map(change, answer.items))) for answer in dossier.answers
    )
    return attrs.evolve(dossier, answers=answers)


def _joined(passages: tuple[im.Passage, ...]) -> tuple[im.Passage, ...]:
    text = " ".join(passage.text for passage in passages)
    return (im.Passage(text=text),) if text else ()
