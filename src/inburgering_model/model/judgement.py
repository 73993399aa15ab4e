"""What a dossier tells when it is weighed: results of analysis are entities too."""

import datetime
from enum import StrEnum
from typing import Annotated

from attrs import frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import at_least
from inburgering_model.model.answer import AnswerItem
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.period import Period
from inburgering_model.model.provenance import Confidence, RuleId, Span
from inburgering_model.model.question import SubQuestionId
from inburgering_model.model.references import ItemReference

__all__ = [
    "Alignment",
    "AnswerTerm",
    "CoverageFinding",
    "CoverageStatus",
    "Difference",
    "Merge",
]


@frozen(kw_only=True, weakref_slot=False, repr=False)
class Alignment(Entity):
    """Which answer items answer which items of the question, by their labels.

    ``unanswered`` items have no answer item, ``unknown`` ones were answered but never asked,
    ``duplicated`` ones are answered under several labels, ``referred`` ones by a referring answer,
    and ``unlabelled`` ones only by answer items without a label.
    """

    pairs: tuple[tuple[ItemReference, AnswerItem], ...] = ()
    unanswered: tuple[ItemReference, ...] = ()
    unknown: tuple[ItemReference, ...] = ()
    duplicated: tuple[ItemReference, ...] = ()
    referred: tuple[ItemReference, ...] = ()
    unlabelled: tuple[ItemReference, ...] = ()


class CoverageStatus(StrEnum):
    """What became of a sub-question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    MOOT = "moot"
    REFERRED = "referred"
    DECLINED = "declined"
    POSTPONED = "postponed"
    UNANSWERED = "unanswered"


@frozen(kw_only=True, weakref_slot=False, repr=False)
class CoverageFinding(Entity):
    """A judgement on one sub-question: the rule that made it, its spans, and how sure it is."""

    sub_question: SubQuestionId
    status: CoverageStatus
    rule: RuleId
    confidence: Confidence
    spans: tuple[Span, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False)
class AnswerTerm(Entity):
    """When an answer was due: the term, what suspended it, and the rules it was counted by."""

    start: datetime.date
    due: datetime.date
    suspensions: tuple[Period, ...] = ()
    working_days: Annotated[int, at_least(1)] = 20
    rules: tuple[RuleId, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False)
class Difference(Entity):
    """Where the files of one question differ: the field's JSON Pointer, and each source's text."""

    pointer: str
    readings: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False)
class Merge(Entity):
    """The per-minister files of one question as one dossier, and where they differed."""

    dossier: Dossier
    differences: tuple[Difference, ...] = ()
