"""What came of it: outcomes, lessons and recommendations, and where each of them went."""

from enum import StrEnum
from typing import Annotated

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, matching
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Party
from inburgering_model.model.provenance import Evidence

__all__ = [
    "Destination",
    "EntityId",
    "FollowUp",
    "FollowUpId",
    "FollowUpStatus",
    "Outcome",
    "OutcomeId",
    "OutcomeKind",
    "PilotOrProgrammeId",
    "Recommendation",
    "RecommendationId",
    "RecommendationKind",
    "Scope",
]

OutcomeId = Annotated[str, matching(r"o[1-9][0-9]*", "an outcome's id such as 'o1'")]
RecommendationId = Annotated[str, matching(r"r[1-9][0-9]*", "a recommendation's id such as 'r1'")]
FollowUpId = Annotated[str, matching(r"f[1-9][0-9]*", "a follow-up's id such as 'f1'")]
PilotOrProgrammeId = Annotated[
    str, matching(r"[gp][1-9][0-9]*", "a programme's or a pilot's id such as 'g1', 'p1'")
]
EntityId = Annotated[str, matching(r"[gpor][1-9][0-9]*", "an id such as 'g1', 'p1', 'o1', 'r1'")]


class OutcomeKind(StrEnum):
    """What sort of thing came out."""

    RESULT = "result"
    INSIGHT = "insight"
    METHOD = "method"
    PLAN = "plan"
    COOPERATION = "cooperation"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Outcome(Entity):
    """Something that pilots produced. ``concerns`` are the ids of pilots or programmes."""

    id: OutcomeId
    kind: OutcomeKind = OutcomeKind.RESULT
    passage: Passage
    concerns: tuple[PilotOrProgrammeId, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


class RecommendationKind(StrEnum):
    """How the text frames it: learned, found, needed, or recommended."""

    LESSON = "lesson"
    FINDING = "finding"
    NEED = "need"
    RECOMMENDATION = "recommendation"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Recommendation(Entity):
    """A lesson, finding, need or recommendation (*aanbeveling*).

    ``addressed_to`` must act on it; ``target_groups`` are the people it is for.
    """

    id: RecommendationId
    kind: RecommendationKind
    passage: Passage
    addressed_to: tuple[Party, ...] = ()
    target_groups: tuple[Party, ...] = ()
    concerns: tuple[EntityId, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


class Destination(StrEnum):
    """Where something that was learned went."""

    REGULAR_OFFER = "regular_offer"
    GUIDE = "guide"
    TRAINING = "training"
    MULTI_YEAR_PLAN = "multi_year_plan"
    COOPERATION_AGREEMENT = "cooperation_agreement"
    LEGISLATION = "legislation"
    BUDGET = "budget"
    NEW_PILOTS = "new_pilots"
    OTHER = "other"
    NONE = "none"


class FollowUpStatus(StrEnum):
    """How far it came."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    UNDER_STUDY = "under_study"
    REJECTED = "rejected"


class Scope(StrEnum):
    """What a follow-up is about: the ids it lists, all there is of a sort, or it is not said."""

    LISTED = "listed"
    ALL_RECOMMENDATIONS = "all_recommendations"
    ALL_RESULTS = "all_results"
    UNSTATED = "unstated"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class FollowUp(Entity):
    """What was done, is done or will (not) be done with what was learned.

    ``condition`` is the text of the condition, if there is one ("Op vraag van het lokaal
    bestuur"); ``concerns`` holds ids exactly when ``scope`` is ``listed``.
    """

    id: FollowUpId
    destination: Destination
    status: FollowUpStatus
    passage: Passage
    condition: Annotated[str, NOT_EMPTY] | None = None
    by: tuple[Party, ...] = ()
    instruments: tuple[Annotated[str, NOT_EMPTY], ...] = ()
    scope: Scope = Scope.UNSTATED
    concerns: tuple[EntityId, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    def _inconsistency(self) -> tuple[str, str] | None:
        if (self.scope is Scope.LISTED) != bool(self.concerns):
            return "concerns", "ids are listed exactly when the scope is 'listed'"
        return None
