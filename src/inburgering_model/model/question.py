"""What was asked: a question, its numbered items, and the sub-questions they hold."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, at_least, matching
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Addressee, Person
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.references import (
    ItemReference,
    Letter,
    QuestionReference,
    parliamentary_year,
)

__all__ = [
    "Condition",
    "ConditionKind",
    "Form",
    "ParliamentaryQuestion",
    "QuestionItem",
    "SubQuestion",
    "SubQuestionId",
]

SubQuestionId = Annotated[
    str,
    matching(
        r"(?:0|[a-z]|[1-9][0-9]*[a-z]?)(?:~(?:[2-9]|[1-9][0-9]+))?\.[1-9][0-9]*",
        "a sub-question's id such as '1.2', '7a.1', 'a.1', '7~2.1' or '0.1'",
    ),
]


class Form(StrEnum):
    """How something is asked.

    A *request* asks for something without a question mark ("Graag een overzicht per gemeente."); a
    *procedural* one is about the manner of answering ("Graag elke vraag afzonderlijk
    beantwoorden.").
    """

    INTERROGATIVE = "interrogative"
    REQUEST = "request"
    PROCEDURAL = "procedural"


class ConditionKind(StrEnum):
    """Which answer to another sub-question a condition supposes."""

    IF_YES = "if_yes"
    IF_NO = "if_no"
    IF = "if"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Condition(Entity):
    """The condition a sub-question is printed with: "Zo ja", "Zo niet", "Indien …".

    ``on`` is the id of the sub-question whose answer decides; None when there is none before it.

    >>> Condition(cue="Zo ja", kind=ConditionKind.IF_YES, on="3.1").on
    '3.1'
    """

    cue: Annotated[str, NOT_EMPTY]
    kind: ConditionKind
    on: SubQuestionId | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class SubQuestion(Entity):
    """One question or request inside an item: the unit that is answered or not.

    The id is the item, a dot, and the place in the item: ``1.2``; ``7a.1`` in a lettered item;
    ``7~2.1`` in the second item 7; ``a.1`` in an item with a letter and no number; ``0.1`` when the
    question has neither.
    """

    id: SubQuestionId
    passage: Passage
    form: Form = Form.INTERROGATIVE
    condition: Condition | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    def _inconsistency(self) -> tuple[str, str] | None:
        if self.condition is not None and self.condition.on == self.id:
            return "condition", f"{self.id} hangs on itself"
        return None


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class QuestionItem(Entity):
    """A numbered (or lettered, or unnumbered) part of a question.

    A letter stands below a number, or alone: some questions are lettered and not numbered.
    ``occurrence`` is 2 for the second item with the same number and letter, and so on.
    """

    number: Annotated[int, at_least(0)] | None = None
    letter: Letter | None = None
    occurrence: Annotated[int, at_least(1)] = 1
    passages: tuple[Passage, ...] = ()
    sub_questions: tuple[SubQuestion, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    @property
    def key(self) -> str:
        """What the ids of its sub-questions begin with.

        >>> QuestionItem(number=7, letter="a", occurrence=2).key
        '7a~2'
        """
        return str(self.reference)

    @property
    def reference(self) -> ItemReference:
        """How an answer refers to it; without a number it is 0."""
        return ItemReference(
            number=self.number or 0, letter=self.letter, occurrence=self.occurrence
        )


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class ParliamentaryQuestion(Entity):
    """A written question (*schriftelijke vraag*) as it was published.

    Everything is optional, as it is in what is published: an answer may be all there is.
    """

    title: Annotated[str, NOT_EMPTY] | None = None
    subject: Annotated[str, NOT_EMPTY] | None = None
    author: Person | None = None
    asked_on: date | None = None
    addressees: tuple[Addressee, ...] = ()
    context: tuple[Passage, ...] = ()
    items: tuple[QuestionItem, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    @property
    def parliamentary_year(self) -> str | None:
        """The parliamentary year it was asked in; None without a date."""
        return None if self.asked_on is None else parliamentary_year(self.asked_on)

    @property
    def references(self) -> tuple[QuestionReference, ...]:
        """One reference for each addressee, since each gave it a number of its own."""
        return tuple(
            QuestionReference(
                number=addressee.number,
                date=self.asked_on,
                minister=addressee.person,
                author=self.author,
            )
            for addressee in self.addressees
        )

    @property
    def sub_questions(self) -> tuple[SubQuestion, ...]:
        """Those of all items, in order."""
        return tuple(sub for item in self.items for sub in item.sub_questions)
