"""Every value of the model that is shown as a word, and the word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inburgering_model.errors import Severity
from inburgering_model.model.answer import Stage
from inburgering_model.model.outcome import (
    Destination,
    FollowUpStatus,
    OutcomeKind,
    RecommendationKind,
    Scope,
)
from inburgering_model.model.pilot import PilotStatus
from inburgering_model.model.question import ConditionKind, Form
from inburgering_model.model.reading import CorrectionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ANSWER_KINDS",
    "CONDITIONS",
    "CORRECTION_KINDS",
    "DESTINATIONS",
    "FOLLOW_UP_STATUSES",
    "FORMS",
    "OUTCOME_KINDS",
    "PILOT_STATUSES",
    "RECOMMENDATION_KINDS",
    "SCOPES",
    "SEVERITIES",
    "STAGES",
    "SURENESS",
    "counted",
]

SURENESS: Final[Mapping[float, str]] = {0.7: "likely", 0.5: "plausible", 0.3: "only a hint"}
"""What is said of a value that is less sure than a frame of the language that says just this."""

ANSWER_KINDS: Final[Mapping[str, str]] = {
    "ordinary": "answer (antwoord)",
    "coordinated": "coordinated answer (gecoördineerd antwoord)",
    "referring": "referring answer (verwijzend antwoord)",
}
STAGES: Final[Mapping[Stage, str]] = {
    Stage.FINAL: "final",
    Stage.PROVISIONAL: "provisional (voorlopig): more is to come",
    Stage.SUPPLEMENTARY: "supplementary (aanvullend)",
}
CONDITIONS: Final[Mapping[ConditionKind, str]] = {
    ConditionKind.IF_YES: "only if the answer to {on} is yes",
    ConditionKind.IF_NO: "only if the answer to {on} is no",
    ConditionKind.IF: "on a condition: {cue}",
}
FORMS: Final[Mapping[Form, str]] = {
    Form.INTERROGATIVE: "",
    Form.REQUEST: "a request",
    Form.PROCEDURAL: "about the manner of answering",
}
PILOT_STATUSES: Final[Mapping[PilotStatus, str]] = {
    PilotStatus.PLANNED: "planned",
    PilotStatus.RUNNING: "running",
    PilotStatus.EXTENDED: "extended",
    PilotStatus.ENDED: "ended",
    PilotStatus.STOPPED: "stopped before its end",
    PilotStatus.UNKNOWN: "not stated",
}
OUTCOME_KINDS: Final[Mapping[OutcomeKind, str]] = {
    OutcomeKind.RESULT: "result",
    OutcomeKind.INSIGHT: "insight",
    OutcomeKind.METHOD: "method",
    OutcomeKind.PLAN: "plan",
    OutcomeKind.COOPERATION: "cooperation",
}
RECOMMENDATION_KINDS: Final[Mapping[RecommendationKind, str]] = {
    RecommendationKind.LESSON: "lesson",
    RecommendationKind.FINDING: "finding",
    RecommendationKind.NEED: "need",
    RecommendationKind.RECOMMENDATION: "recommendation",
}
DESTINATIONS: Final[Mapping[Destination, str]] = {
    Destination.REGULAR_OFFER: "into the regular offer",
    Destination.GUIDE: "into a guide",
    Destination.TRAINING: "into training",
    Destination.MULTI_YEAR_PLAN: "into multi-year plans",
    Destination.COOPERATION_AGREEMENT: "into cooperation agreements",
    Destination.LEGISLATION: "into legislation",
    Destination.BUDGET: "into the budget",
    Destination.NEW_PILOTS: "new pilots",
    Destination.OTHER: "elsewhere",
    Destination.NONE: "nowhere",
}
FOLLOW_UP_STATUSES: Final[Mapping[FollowUpStatus, str]] = {
    FollowUpStatus.DONE: "done",
    FollowUpStatus.ONGOING: "ongoing",
    FollowUpStatus.PLANNED: "planned",
    FollowUpStatus.UNDER_STUDY: "under study",
    FollowUpStatus.REJECTED: "rejected",
}
SCOPES: Final[Mapping[Scope, str]] = {
    Scope.LISTED: "",
    Scope.ALL_RECOMMENDATIONS: "all recommendations",
    Scope.ALL_RESULTS: "all results",
    Scope.UNSTATED: "not stated",
}
SEVERITIES: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("note", "notes"),
}
"""One and several; the worst first."""
CORRECTION_KINDS: Final[Mapping[CorrectionKind, tuple[str, str]]] = {
    CorrectionKind.LINE_BREAK: ("line break", "line breaks"),
    CorrectionKind.HYPHEN: ("hyphen", "hyphens"),
    CorrectionKind.WHITE_SPACE: ("change of white space", "changes of white space"),
    CorrectionKind.CHARACTER: ("character", "characters"),
    CorrectionKind.SPELLING: ("spelling", "spellings"),
    CorrectionKind.CASE: ("change of case", "changes of case"),
    CorrectionKind.FURNITURE: ("piece of page furniture", "pieces of page furniture"),
}


def counted(number: int, words: tuple[str, str]) -> str:
    """A number with its noun.

    >>> counted(1, ("line", "lines")), counted(0, ("line", "lines"))
    ('1 line', '0 lines')
    """
    return f"{number} {words[0] if number == 1 else words[1]}"
