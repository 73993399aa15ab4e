"""Random questions: to whom they are put, their context, their items and what those ask."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve
from hypothesis import strategies as st

from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Addressee
from inburgering_model.model.question import (
    Condition,
    ConditionKind,
    Form,
    ParliamentaryQuestion,
    QuestionItem,
    SubQuestion,
)
from inburgering_model.testing._drawing import Drawing, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.people import Person

__all__ = ["draw_question"]

_FIRST_DAY, _LAST_DAY = date(2009, 7, 1), date(2024, 6, 1)
_MOST_NUMBER = 1500
_MOST_PARAGRAPHS = 3
_MOST_ITEMS = 6
_LETTERS = "abcd"
_CONDITIONS = tuple(kind.value for kind in ConditionKind)

Key = tuple[int | None, str | None]


def draw_question(
    drawing: Drawing, author: Person, ministers: list[Person], own: int
) -> ParliamentaryQuestion:
    """A question by an author to ministers, of whom one's own file it stands in."""
    addressees = tuple(
        Addressee(
            person=minister,
            offices=drawing.offices() if index == own else (),
            number=drawing.number(1, _MOST_NUMBER),
        )
        for index, minister in enumerate(ministers)
    )
    return ParliamentaryQuestion(
        title=drawing.topic.title,
        subject=drawing.sentence("subject") if drawing.seldom() else None,
        author=author,
        asked_on=drawing.draw(st.dates(_FIRST_DAY, _LAST_DAY)),
        addressees=addressees,
        context=tuple(
            prose(drawing.sentences("context", "background"))
            for _ in range(drawing.number(1, _MOST_PARAGRAPHS))
        ),
        items=_items(drawing),
    )


def _items(drawing: Drawing) -> tuple[QuestionItem, ...]:
    counts: Counter[Key] = Counter()
    items: list[QuestionItem] = []
    for number, letter in _keys(drawing):
        counts[number, letter] += 1
        bare = QuestionItem(number=number, letter=letter, occurrence=counts[number, letter])
        items.append(_asking(drawing, bare))
    return tuple(items)


def _keys(drawing: Drawing) -> Iterator[Key]:
    """The numbers and letters of the items; one time in five the question has no numbers.

    Some of those have letters.

    A number may be printed twice, but for the first and the last: with nothing after it, nobody
    can tell a second last item from a mistake.
    """
    if drawing.seldom():
        letters = _LETTERS[: drawing.number(2, len(_LETTERS))] if drawing.seldom() else (None,)
        yield from ((None, letter) for letter in letters)
        return
    last = drawing.number(1, _MOST_ITEMS)
    for number in range(1, last + 1):
        if drawing.seldom():
            yield from ((number, letter) for letter in _LETTERS[: drawing.number(2, len(_LETTERS))])
            continue
        yield number, None
        if 1 < number < last and drawing.seldom() and drawing.seldom():
            yield number, None


def _asking(drawing: Drawing, bare: QuestionItem) -> QuestionItem:
    said = [drawing.sentence("context")] if bare.number and drawing.seldom() else []
    asked: list[SubQuestion] = []
    last: SubQuestion | None = None
    for kind in drawing.one_of(*_PATTERNS):
        frame = drawing.frame(kind)
        sentence = drawing.fill(frame)
        condition = None
        if kind in _CONDITIONS:
            supposed = ConditionKind(kind)
            condition = Condition(cue=frame.says, kind=supposed, on=last.id if last else None)
        sub_question = SubQuestion(
            id=f"{bare.key}.{len(asked) + 1}",
            passage=Passage(text=sentence),
            form=_FORMS.get(kind, Form.INTERROGATIVE),
            condition=condition,
        )
        if condition is None:
            last = sub_question
        asked.append(sub_question)
        said.append(sentence)
    return evolve(bare, passages=(prose(said),), sub_questions=tuple(asked))


_FORMS = {"request": Form.REQUEST, "procedural": Form.PROCEDURAL}
_PATTERNS = (
    ("question",),
    ("yes_no", "if_yes"),
    ("question", "question"),
    ("question", "request"),
    ("yes_no", "if_yes", "if_no"),
    ("question", "yes_no", "if_no"),
    ("question", "if"),
    ("yes_no", "question"),
    ("question", "request", "if"),
    ("question", "yes_no", "question", "procedural"),
)
"""What an item can ask, in this order: *zo ja* and *zo nee* follow what yes or no answers."""
