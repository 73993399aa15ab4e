"""What was answered, by whom, on whose behalf, and to which items."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Addressee, Minister
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.references import ItemReference, QuestionReference

__all__ = [
    "Answer",
    "AnswerItem",
    "CoordinatedAnswer",
    "CrossReference",
    "OrdinaryAnswer",
    "ReferringAnswer",
    "Stage",
]


class Stage(StrEnum):
    """Whether more is to come (*voorlopig*) or this comes on top (*aanvullend*)."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    SUPPLEMENTARY = "supplementary"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class CrossReference(Entity):
    """A pointer from one answer item to what is answered elsewhere.

    ``delegates`` tells "zie het antwoord op vraag 3" (the answer stands there) from "zoals
    aangegeven in het antwoord op vraag 3" (the answer stands here, and leans on that one).
    """

    target: ItemReference
    delegates: bool = False
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class AnswerItem(Entity):
    """A stretch of an answer under one label.

    ``label`` is as printed ("1-2.") and None without one. ``answers`` are the items that the label
    names; without a label, those that the text says it answers, or the only item there is, by a
    rule that its evidence names.
    """

    label: Annotated[str, NOT_EMPTY] | None = None
    answers: tuple[ItemReference, ...] = ()
    passages: tuple[Passage, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Answer(Entity):
    """What all answers have; make one of the three kinds.

    ``opening`` is what comes before the first labelled item. In JSON, ``kind`` says which of the
    three it is.
    """

    kind: ClassVar[str]

    respondent: Minister | None = None
    replies_to: QuestionReference | None = None
    answered_on: date | None = None
    stage: Stage = Stage.FINAL
    opening: tuple[Passage, ...] = ()
    items: tuple[AnswerItem, ...] = ()
    annexes: tuple[Passage, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    def __attrs_pre_init__(self) -> None:
        if not hasattr(type(self), "kind"):
            message = "make an OrdinaryAnswer, a CoordinatedAnswer or a ReferringAnswer"
            raise TypeError(message)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class OrdinaryAnswer(Answer):
    """One minister answers the question put to that minister (*antwoord*).

    >>> OrdinaryAnswer().kind
    'ordinary'
    """

    kind: ClassVar[str] = "ordinary"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class CoordinatedAnswer(Answer):
    """One minister answers for colleagues who were asked the same (*gecoördineerd antwoord*).

    >>> CoordinatedAnswer().on_behalf_of
    ()
    """

    kind: ClassVar[str] = "coordinated"

    on_behalf_of: tuple[Addressee, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class ReferringAnswer(Answer):
    """The minister refers to a colleague's coordinated answer (*verwijzend antwoord*).

    >>> ReferringAnswer(refers_to=QuestionReference(number=75)).refers_to.citation
    'SV nr. 75'
    """

    kind: ClassVar[str] = "referring"

    refers_to: QuestionReference | None = None
