"""A follow-up in the making, the clause that tells of it, and how far it came."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from inburgering_model.model.outcome import Destination, FollowUpStatus, Scope
from inburgering_model.parsing.content.conditions import Condition
from inburgering_model.parsing.content.lexicon import Hit
from inburgering_model.parsing.content.modality import denials, is_not_yet
from inburgering_model.parsing.content.statements import Statement
from inburgering_model.parsing.language.dated import dated_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inburgering_model.parsing.content.setting import Setting

__all__ = ["NOT_YET", "Clause", "Uptake", "status_of"]

NOT_YET = "follow-up.status.not-yet"
"""The rule that reads *nog niet* (not yet): no refusal, but nothing that was done either."""


@frozen(kw_only=True, eq=False)
class Uptake:
    """A follow-up in the making: the clause it stands in, and what its frame says."""

    statement: Statement
    start: int
    end: int
    """The clause, as a range of the statement's words."""
    hit: Hit
    zone: tuple[int, int]
    """The words among which the destination stands."""
    destination: Destination
    destination_rule: str
    status: FollowUpStatus
    status_rule: str
    scope: Scope
    condition: Condition | None
    confidence: float


class Clause(NamedTuple):
    """A clause that may tell of a follow-up, and what was read before it."""

    setting: Setting
    statement: Statement
    start: int
    end: int
    previous: Uptake | None
    prepared: bool
    """Whether its section spoke of pilots or of what was learned before, or was asked for it."""
    condition: Condition | None

    def has(self, *classes: str) -> bool:
        """Whether a word of one of the classes stands in the clause."""
        return self.statement.has_in(self.start, self.end, *classes)

    @property
    def tells_of_pilots(self) -> bool:
        """Whether it speaks of pilots, or of what was learned."""
        return self.has("learned", "pilot", "project")

    @property
    def asked_for(self) -> bool:
        """Whether it answers an item that asks what happens next."""
        return self.statement.section in self.setting.asked_for_follow_up

    def says(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands in the clause."""
        return not words.isdisjoint(self.statement.words[self.start : self.end])


_Status = tuple[FollowUpStatus, str]


def status_of(clause: Clause, hit: Hit, destination: Destination) -> _Status | None:
    """How far it came, by what the clause says of study, refusal and time; None for a wish."""
    told = hit.frame.more["status"]
    new_pilots = destination is Destination.NEW_PILOTS
    negation = _negation(clause, hit)
    not_yet = negation is not None and is_not_yet(clause.statement, negation)
    denied = negation is not None and not not_yet
    refused = told == FollowUpStatus.REJECTED and not not_yet
    if refused or told == FollowUpStatus.UNDER_STUDY:
        return FollowUpStatus(told), hit.frame.rule
    none_new = new_pilots and denied and not clause.has("study_verb")
    if not none_new and _is_studied(clause):
        return FollowUpStatus.UNDER_STUDY, "follow-up.status.study"
    if negation is not None:
        return _DENIED[not_yet]
    begun = _tense(clause) == "done"
    if clause.has("future") or (new_pilots and clause.has("launches") and not begun):
        return FollowUpStatus.PLANNED, "follow-up.status.future"
    if new_pilots and not clause.has("launched"):
        return None
    return _status_by_tense(clause, told, hit.frame.rule)


def _is_studied(clause: Clause) -> bool:
    return clause.has("study") or (clause.has("study_verb") and clause.has("lets"))


_DENIED: Mapping[bool, _Status] = {
    False: (FollowUpStatus.REJECTED, "follow-up.status.negation"),
    True: (FollowUpStatus.UNDER_STUDY, NOT_YET),
}
"""What a denial says, by whether it is a *not yet*."""


def _status_by_tense(clause: Clause, told: str, rule: str) -> _Status | None:
    tense = _tense(clause)
    wished = tense == "modal" or (tense == "done" and clause.has("wish"))
    if wished or not (tense or told):
        return None
    if told == FollowUpStatus.DONE and tense == "ongoing" and _lies_ahead(clause):
        return FollowUpStatus.PLANNED, "follow-up.status.date-ahead"
    if told in (FollowUpStatus.PLANNED, FollowUpStatus.DONE):
        return FollowUpStatus(told), rule
    if tense == "done":
        return FollowUpStatus.DONE, "follow-up.status.past"
    return _status_in_present(clause)


def _status_in_present(clause: Clause) -> _Status:
    if clause.condition is not None and clause.condition.makes_planned:
        return FollowUpStatus.PLANNED, "follow-up.status.condition"
    if _lies_ahead(clause):
        return FollowUpStatus.PLANNED, "follow-up.status.date-ahead"
    return FollowUpStatus.ONGOING, "follow-up.status.present"


def _negation(clause: Clause, hit: Hit) -> int | None:
    """The word by which the clause denies: *niet* or *geen*, unless it says *niet alleen*.

    What is said after the frame, of the destination, does not count, nor does a condition.
    """
    zone = hit.match.zone
    end = zone[0] if zone is not None and zone[1] == clause.end else clause.end
    supposed = range(*clause.condition.words) if clause.condition is not None else range(0)
    found = denials(clause.statement, clause.start, end)
    return next((index for index in found if index not in supposed), None)


def _serves(clause: Clause, index: int) -> bool:
    """Whether *dienen* is no modal: "dient als basis"."""
    words = clause.statement.words
    return words[index].startswith("dien") and words[index + 1 : index + 2] in (("als",), ("tot",))


def _tense(clause: Clause) -> str | None:
    """What the first auxiliary of the clause says of time.

    Those of its condition do not count, nor those of a clause that hangs on it.
    """
    conditional = range(*clause.condition.words) if clause.condition is not None else range(0)
    for index in range(clause.start, clause.end):
        atoms = clause.statement.atoms[index]
        if index > clause.start and _opens_subordinate(clause, index):
            break
        if _TENSED.isdisjoint(atoms) or index in conditional or _serves(clause, index):
            continue
        for name, tense in _TENSES:
            if name in atoms:
                return tense
    return None


def _opens_subordinate(clause: Clause, index: int) -> bool:
    """Whether a clause that hangs on this one begins at a word, after a comma: ", zodat …"."""
    statement = clause.statement
    if statement.words[index] not in _SUBORDINATING:
        return False
    before, here = statement.places[index - 1][1], statement.places[index][0]
    return "," in statement.passage.text[before:here]


_SUBORDINATING = frozenset(
    ("die", "dat", "zodat", "omdat", "opdat", "waarbij", "waarin", "waarmee", "waardoor", "waarvan")
)
_TENSES = (
    ("{modal}", "modal"),
    ("{done_auxiliary}", "done"),
    ("{ongoing_auxiliary}", "ongoing"),
)
_TENSED = frozenset(name for name, _ in _TENSES)


def _lies_ahead(clause: Clause) -> bool:
    """Whether a date of the clause certainly lies after the day of the answer or the question."""
    today = clause.setting.answered_on or clause.setting.asked_on
    if today is None:
        return False
    start, end = clause.statement.offsets(clause.start, clause.end)
    text = clause.statement.passage.text[start:end]
    days = (getattr(p.value, "earliest", None) for p in dated_phrases(text, today))
    return any(day is not None and day > today for day in days)
