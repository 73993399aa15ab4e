"""What each item of a question asks, and the conditions that hang on what was asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from inburgering_model.model.provenance import Evidence
from inburgering_model.model.question import (
    Condition,
    ConditionKind,
    Form,
    QuestionItem,
    SubQuestion,
)
from inburgering_model.parsing.language.asking import Asked, asked_in, asks_with_word, condition_of
from inburgering_model.parsing.text.passages import slice_passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.model.passage import Passage

__all__ = ["Anchor", "sub_questions"]


@define
class Anchor:
    """The last sub-question that stands on no condition: what "Zo ja" hangs on."""

    last: SubQuestion | None = None
    """Of any form."""
    last_yes_no: SubQuestion | None = None
    """One that can be answered with yes or no."""
    number: int | None = None
    """The item that these stand in."""

    def enter(self, item: QuestionItem) -> None:
        """Go on to an item: one that begins with a condition hangs on the item before it."""
        if item.number != self.number or item.number is None:
            self.number = item.number
            self.last = None


def sub_questions(item: QuestionItem, anchor: Anchor) -> tuple[SubQuestion, ...]:
    """The questions and requests of an item, in order; ``anchor`` goes from item to item."""
    found: list[SubQuestion] = []
    anchor.enter(item)
    for passage, asked in _asked(item.passages):
        identifier = f"{item.key}.{len(found) + 1}"
        part = slice_passage(passage, asked.start, asked.end)
        sub_question = SubQuestion(
            id=identifier,
            passage=part,
            form=asked.form,
            condition=_condition(part, anchor),
            evidence=(_evidence(part, asked.rule),),
        )
        found.append(sub_question)
        if sub_question.condition is None and asked.form is not Form.PROCEDURAL:
            if anchor.last is None:
                anchor.last_yes_no = None
            anchor.last = sub_question
            if asked.form is Form.INTERROGATIVE and not asks_with_word(part.text):
                anchor.last_yes_no = sub_question
    return tuple(found)


def _asked(passages: Sequence[Passage]) -> list[tuple[Passage, Asked]]:
    found = [(passage, asked) for passage in passages for asked in asked_in(passage.text)]
    if not found and passages:
        # An item that shows no form of asking still asks: "3. De kostprijs per gemeente."
        last = passages[-1]
        found = [(last, Asked(0, len(last.text), Form.REQUEST, "asked.item"))]
    return found


def _condition(part: Passage, anchor: Anchor) -> Condition | None:
    cue = condition_of(part.text)
    if cue is None:
        return None
    on = anchor.last or anchor.last_yes_no
    rule = "condition.last-asked"
    if cue.kind is not ConditionKind.IF:
        on, rule = anchor.last_yes_no, "condition.last-yes-no"
    words = slice_passage(part, cue.start, cue.end)
    evidence = [_evidence(words, cue.rule)]
    if on is not None:
        evidence.append(Evidence(of="on", spans=on.passage.spans, rule=rule, confidence=0.9))
    return Condition(
        cue=words.text, kind=cue.kind, on=on.id if on else None, evidence=tuple(evidence)
    )


def _evidence(passage: Passage, rule: str) -> Evidence:
    return Evidence(spans=passage.spans, rule=rule)
