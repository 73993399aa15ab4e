"""Where what was learned went: into an offer, a guide, a training, a plan, a law … or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from inburgering_model.model.outcome import Destination, FollowUpStatus, Scope
from inburgering_model.parsing.content.details import Condition, condition_of
from inburgering_model.parsing.content.lexicon import Hit
from inburgering_model.parsing.content.statements import Statement
from inburgering_model.parsing.dated import dated_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.parsing.content.setting import Setting

__all__ = ["Uptake", "find_uptakes"]

_POINTING = frozenset(
    ("ze", "zij", "deze", "dit", "daarvan", "hiervan", "daaruit", "hieruit", "die")
)
_WANTED = {
    "regular": frozenset((Destination.REGULAR_OFFER,)),
    "training": frozenset((Destination.TRAINING,)),
    "guide": frozenset((Destination.GUIDE, Destination.TRAINING)),
    "taught": frozenset((Destination.TRAINING,)),
    "agreement": frozenset((Destination.COOPERATION_AGREEMENT,)),
    "destination": frozenset(Destination) - {Destination.OTHER, Destination.NEW_PILOTS},
}
"""The destinations that a frame wants, by what it says it needs."""
_TELLING = frozenset(Destination) - {
    Destination.OTHER,
    Destination.NONE,
    Destination.NEW_PILOTS,
    Destination.TRAINING,
    Destination.BUDGET,
}
"""Destinations that tell of a follow-up even where the clause does not say what is taken up."""
_ONLY = frozenset(("alleen", "enkel", "slechts", "louter"))


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


class _Clause(NamedTuple):
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
        return self.statement.has_in(self.start, self.end, *classes)

    def says(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.statement.words[self.start : self.end])


def find_uptakes(setting: Setting) -> list[Uptake]:
    """The follow-ups that the answers tell, in the order of the text: at most one a clause."""
    found: list[Uptake] = []
    prepared: set[int] = set()
    for statement in setting.answered:
        for start, end in statement.clauses:
            previous = found[-1] if found else None
            clause = _Clause(
                setting,
                statement,
                start,
                end,
                previous,
                statement.section in prepared or statement.section in setting.asked_for_follow_up,
                condition_of(statement, start, end),
            )
            uptake = next(_uptakes(clause), None)
            if uptake is not None:
                found.append(uptake)
        if statement.has("pilot", "learned", "project"):
            prepared.add(statement.section)
    return found


def _uptakes(clause: _Clause) -> Iterator[Uptake]:
    statement = clause.statement
    for hit in statement.hits("follow_up_frames", clause.start, clause.end):
        zone = hit.match.zone or (clause.start, clause.end)
        destination, rule = _destination(clause, hit, zone)
        confidence = hit.frame.confidence
        if destination is None and hit.frame.needs == "learned" and clause.has("learned", "pilot"):
            # It went somewhere, though the lexicon does not know what sort of thing that is.
            destination, rule, confidence = Destination.OTHER, hit.frame.rule, 0.5
        if destination is None:
            continue
        if not _is_needed(clause, hit, destination):
            if not (hit.frame.needs == "learned" and clause.prepared and destination in _TELLING):
                continue
            confidence = min(confidence, 0.5)
        status = _status(clause, hit, destination)
        if status is None:
            continue
        yield Uptake(
            statement=statement,
            start=clause.start,
            end=clause.end,
            hit=hit,
            zone=zone,
            destination=destination,
            destination_rule=rule,
            status=status[0],
            status_rule=status[1],
            scope=_scope(clause, zone if hit.match.zone else (clause.end, clause.end)),
            condition=clause.condition,
            confidence=confidence,
        )


def _destination(
    clause: _Clause, hit: Hit, zone: tuple[int, int]
) -> tuple[Destination | None, str]:
    """Where it goes: what the frame says, else the first noun of the zone that names a place."""
    if hit.frame.value:
        return Destination(hit.frame.value), hit.frame.rule
    hits = clause.statement.hits("destinations", *zone)
    first = min(hits, key=lambda found: found.match.start, default=None)
    if first is None:
        return None, ""
    return Destination(first.frame.value), first.frame.rule


def _is_needed(clause: _Clause, hit: Hit, destination: Destination) -> bool:
    """Whether the clause has what the frame needs to count."""
    match hit.frame.needs:
        case "learned":
            told = clause.has("learned", "pilot", "project", "need")
            return told or (clause.prepared and clause.says(_POINTING))
        case "subject":
            told = clause.has("learned", "pilot", "project", "continuation")
            return told or clause.says(clause.setting.title_words) or _goes_on(clause)
        case "prepared":
            return clause.prepared
        case "explicit":
            return clause.setting.is_about_pilots(clause.statement)
        case "taught" | "agreement" as wanted:
            told = clause.has("learned", "pilot", "project") or clause.prepared
            return told and destination in _WANTED[wanted]
        case needs:
            return destination in _WANTED.get(needs, frozenset(Destination))


def _goes_on(clause: _Clause) -> bool:
    """Whether a clause says what is needed for the follow-up just told: *daarvoor*."""
    previous = clause.previous
    return (
        previous is not None
        and previous.statement.paragraph == clause.statement.paragraph
        and clause.says(_THEREFOR)
    )


_THEREFOR = frozenset(("daarvoor", "hiervoor", "ervoor", "daartoe", "hiertoe"))

_Status = tuple[FollowUpStatus, str]


def _status(clause: _Clause, hit: Hit, destination: Destination) -> _Status | None:
    """How far it came, by what the clause says of study, refusal and time; None for a wish."""
    told = hit.frame.more["status"]
    new_pilots = destination is Destination.NEW_PILOTS
    if told in (FollowUpStatus.UNDER_STUDY, FollowUpStatus.REJECTED):
        return FollowUpStatus(told), hit.frame.rule
    if clause.has("study") or (clause.has("study_verb") and clause.has("lets")):
        return FollowUpStatus.UNDER_STUDY, "follow-up.status.study"
    if _is_negated(clause, hit):
        return FollowUpStatus.REJECTED, "follow-up.status.negation"
    if clause.has("future") or (new_pilots and clause.has("launches")):
        return FollowUpStatus.PLANNED, "follow-up.status.future"
    if new_pilots and not clause.has("launched"):
        return None
    return _status_by_tense(clause, told, hit.frame.rule)


def _status_by_tense(clause: _Clause, told: str, rule: str) -> _Status | None:
    tense = _tense(clause)
    if tense == "modal" or not (tense or told):
        return None
    if told == FollowUpStatus.PLANNED:
        return FollowUpStatus.PLANNED, rule
    if tense == "done" and clause.has("wish"):
        return None
    if told == FollowUpStatus.DONE:
        return FollowUpStatus.DONE, rule
    if tense == "done":
        return FollowUpStatus.DONE, "follow-up.status.past"
    if clause.condition is not None and clause.condition.makes_planned:
        return FollowUpStatus.PLANNED, "follow-up.status.condition"
    if _lies_ahead(clause):
        return FollowUpStatus.PLANNED, "follow-up.status.date-ahead"
    return FollowUpStatus.ONGOING, "follow-up.status.present"


def _is_negated(clause: _Clause, hit: Hit) -> bool:
    """Whether the clause denies: *niet* or *geen*, unless it says *niet alleen*.

    What is said after the frame, of the destination, does not count.
    """
    zone = hit.match.zone
    end = zone[0] if zone is not None and zone[1] == clause.end else clause.end
    words = clause.statement.words
    return any(
        "{negation}" in clause.statement.atoms[index]
        and words[index + 1 : index + 2] not in _not_only
        for index in range(clause.start, end)
    )


_not_only = tuple((word,) for word in sorted(_ONLY))


def _tense(clause: _Clause) -> str | None:
    """What the first auxiliary of the clause says of time; those of its condition do not count."""
    conditional = range(*clause.condition.words) if clause.condition is not None else range(0)
    for index in range(clause.start, clause.end):
        if index in conditional:
            continue
        atoms = clause.statement.atoms[index]
        for name, tense in _TENSES:
            if name in atoms:
                return tense
    return None


_TENSES = (
    ("{modal}", "modal"),
    ("{done_auxiliary}", "done"),
    ("{ongoing_auxiliary}", "ongoing"),
)


def _lies_ahead(clause: _Clause) -> bool:
    """Whether a date of the clause certainly lies after the day of the answer or the question."""
    today = clause.setting.answered_on or clause.setting.asked_on
    if today is None:
        return False
    start, end = clause.statement.offsets(clause.start, clause.end)
    text = clause.statement.passage.text[start:end]
    days = (getattr(p.value, "earliest", None) for p in dated_phrases(text, today))
    return any(day is not None and day > today for day in days)


def _scope(clause: _Clause, zone: tuple[int, int]) -> Scope:
    """What is taken up: the first noun outside the zone that says so, or the clause before."""
    for index in range(clause.start, clause.end):
        if zone[0] <= index < zone[1]:
            continue
        atoms = clause.statement.atoms[index]
        if "{all_recommendations}" in atoms:
            return Scope.ALL_RECOMMENDATIONS
        if "{all_results}" in atoms:
            return Scope.ALL_RESULTS
    previous = clause.previous
    points = clause.says(_POINTING - {"die"})
    if points and previous is not None and previous.statement.section == clause.statement.section:
        return Scope.UNSTATED if previous.scope is Scope.LISTED else previous.scope
    return Scope.UNSTATED
