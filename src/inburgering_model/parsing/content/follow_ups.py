"""Where what was learned went: into an offer, a guide, a training, a plan, a law … or nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.model.outcome import Destination, FollowUpStatus, Scope
from inburgering_model.parsing.content.conditions import condition_of
from inburgering_model.parsing.content.modality import REPORTED, is_reported
from inburgering_model.parsing.content.uptakes import NOT_YET, Clause, Uptake, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Uptake", "find_uptakes"]

_POINTING = frozenset(
    ("ze", "zij", "deze", "dit", "daarvan", "hiervan", "daaruit", "hieruit", "die")
)
_WANTED = {
    "regular": frozenset((Destination.REGULAR_OFFER,)),
    "training": frozenset((Destination.TRAINING,)),
    "guide": frozenset((Destination.GUIDE, Destination.TRAINING)),
    "derived": frozenset((Destination.GUIDE, Destination.TRAINING)),
    "prepared-guide": frozenset((Destination.GUIDE, Destination.TRAINING)),
    "trains": frozenset((Destination.TRAINING,)),
    "guidebook": frozenset((Destination.GUIDE,)),
    "before": frozenset(Destination) - {Destination.OTHER, Destination.NEW_PILOTS},
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


def find_uptakes(setting: Setting) -> list[Uptake]:
    """The follow-ups that the answers tell, in the order of the text: at most one a clause."""
    found: list[Uptake] = []
    prepared: set[int] = set()
    for statement in setting.answered:
        for start, end in statement.clauses:
            begin = _after_reference(statement, start, end)
            hits = list(statement.hits("follow_up_frames", begin, end))
            if not hits:
                continue
            previous = found[-1] if found else None
            clause = Clause(
                setting,
                statement,
                start,
                end,
                previous,
                statement.section in prepared or statement.section in setting.asked_for_follow_up,
                condition_of(statement, start, end),
            )
            telling = [hit for hit in hits if not _tells_what_came_of_it(clause, hit)]
            uptake = next(_uptakes(clause, telling), None)
            if uptake is not None:
                found.append(uptake)
        if statement.has("pilot", "learned", "project"):
            prepared.add(statement.section)
    return found


_STUDIED = "under_study"
_WHO_ASKED = frozenset(("vraagsteller", "vraagstelster"))
"""What is promised to who asked goes nowhere else."""


def _uptakes(clause: Clause, hits: Sequence[Hit]) -> Iterator[Uptake]:
    statement = clause.statement
    if clause.says(_WHO_ASKED):
        return
    for hit in hits:
        zone = hit.match.zone or (clause.start, clause.end)
        destination, rule = _destination(clause, hit, zone)
        confidence = hit.frame.confidence
        asked = clause.asked_for
        about = _takes_up_learned(clause, hit, zone) or (
            asked and hit.frame.more["status"] == _STUDIED
        )
        if destination is None and hit.frame.needs == "learned" and about:
            # It went somewhere, though the lexicon does not know what sort of thing that is.
            destination, rule, confidence = Destination.OTHER, hit.frame.rule, 0.5
        if destination is None:
            continue
        if not _is_needed(clause, hit, destination):
            telling = destination in _TELLING or (asked and destination is Destination.OTHER)
            if not (hit.frame.needs == "learned" and clause.prepared and telling):
                continue
            confidence = min(confidence, 0.5)
        status = status_of(clause, hit, destination)
        if status is None or _tells_of_something_else(clause, destination, status[0]):
            continue
        if status[1] == NOT_YET:
            confidence = min(confidence, 0.5)
        if is_reported(statement, hit.match.start, hit.match.end):
            confidence = min(confidence, REPORTED)
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


def _tells_what_came_of_it(clause: Clause, hit: Hit) -> bool:
    """Whether it is a result or a lesson: asked what came of it, or in words that say so.

    "Geleerd dat de folder moet worden verspreid" tells of no folder that was.
    """
    setting, statement = clause.setting, clause.statement
    asked = statement.section in setting.asked_for_results - setting.asked_for_follow_up
    if asked and hit.frame.rule in _MADE_IN_PILOTS and not clause.has("published"):
        return True
    found = statement.hits("recommendation_frames", clause.start, hit.match.end)
    return any(statement.words[other.match.end - 1] == "dat" for other in found)


_MADE_IN_PILOTS = frozenset(("follow-up.worked-out",))
"""The rules that read something made, which is a result where results are asked for."""


def _tells_of_something_else(
    clause: Clause, destination: Destination, status: FollowUpStatus
) -> bool:
    """Whether it tells of a pilot, of what others are advised to study, or of what is long so."""
    advised = status is FollowUpStatus.UNDER_STUDY and clause.has("advised")
    long_so = destination is Destination.REGULAR_OFFER and clause.has("longstanding")
    return advised or long_so or _is_of_a_pilot(clause, destination, status)


def _takes_up_learned(clause: Clause, hit: Hit, zone: tuple[int, int]) -> bool:
    """Whether something is done with what was learned: it is not just reported, or told."""
    statement = clause.statement
    if not clause.has("learned") or statement.has_in(*zone, "report"):
        return False
    told = range(clause.start, hit.match.start - 1)
    return not any(
        statement.words[index + 1] == "dat" and statement.has_in(index, index + 1, "being")
        for index in told
    )


def _is_of_a_pilot(clause: Clause, destination: Destination, status: FollowUpStatus) -> bool:
    """Whether it tells of one more pilot that is known or has a place: "een tweede in Brugge"."""
    if destination is not Destination.NEW_PILOTS or status is FollowUpStatus.REJECTED:
        return False
    start, end = clause.statement.offsets(clause.start, clause.end)
    text = clause.statement.passage.text
    placed = _PLACED.search(text, start, end) or _KNOWN.search(text, start, end)
    return placed is not None and clause.has("ordinal") and clause.has("pilotone")


# One that was told of: "de tweede".
_KNOWN = re.compile(r"\b[Dd]e (?:eerste|tweede|derde|vierde)\b|\b[Hh]et (?:eerste|tweede|derde)\b")
# A place: a name after *in* or *te*.
_PLACED = re.compile(r"\b(?:in|te)\s[A-ZÀ-Þ]")


def _after_reference(statement: Statement, start: int, end: int) -> int:
    """Where a clause begins after "zoals vermeld in het antwoord op vraag 3"."""
    if statement.words[start] != "zoals":
        return start
    for index in range(start + 1, min(start + _LONGEST_REFERENCE, end - 1)):
        if statement.words[index] in _ITEMS and statement.words[index + 1][0].isdigit():
            return index + 2
    return start


_ITEMS = frozenset(("vraag", "vragen", "deelvraag", "punt"))
_LONGEST_REFERENCE = 14


def _destination(clause: Clause, hit: Hit, zone: tuple[int, int]) -> tuple[Destination | None, str]:
    """Where it goes: what the frame says, else the first noun of the zone that names a place.

    Where the frame wants a certain sort of place, the first of that sort.
    """
    if hit.frame.value:
        return Destination(hit.frame.value), hit.frame.rule
    statement = clause.statement
    found = sorted(statement.hits("destinations", *zone), key=_start_of)
    wanted = _WANTED.get(hit.frame.needs, ())
    first = next((other for other in found if other.frame.value in wanted), None)
    first = first or next(iter(found), None)
    if first is None and hit.frame.needs in _MAY_STAND_BEFORE:
        before = statement.hits("destinations", clause.start, hit.match.start)
        first = min(before, key=_start_of, default=None)
    if first is None:
        return None, ""
    return Destination(first.frame.value), first.frame.rule


def _start_of(hit: Hit) -> int:
    return hit.match.start


_MAY_STAND_BEFORE = frozenset(("guide", "before"))
"""The needs of frames whose thing may stand at the head: "Een draaiboek wordt niet opgesteld"."""


def _is_needed(clause: Clause, hit: Hit, destination: Destination) -> bool:
    """Whether the clause has what the frame needs to count."""
    needs = hit.frame.needs
    test = _TESTS.get(needs)
    wanted = _WANTED.get(needs)
    return (test is None or test(clause)) and (wanted is None or destination in wanted)


def _is_of_learned(clause: Clause) -> bool:
    told = clause.tells_of_pilots or clause.has("need")
    return told or (clause.prepared and clause.says(_POINTING))


def _is_of_subject(clause: Clause) -> bool:
    told = clause.tells_of_pilots or clause.has("continuation") or clause.asked_for
    return told or clause.says(clause.setting.title_words) or _goes_on(clause)


def _is_explicit(clause: Clause) -> bool:
    return clause.asked_for or clause.setting.is_about_pilots(clause.statement)


_TESTS: Mapping[str, Callable[[Clause], bool]] = {
    "learned": _is_of_learned,
    "subject": _is_of_subject,
    "explicit": _is_explicit,
    "told": lambda clause: clause.tells_of_pilots,
    "taught": lambda clause: clause.tells_of_pilots,
    "agreement": lambda clause: clause.tells_of_pilots or clause.prepared,
    "prepared": lambda clause: clause.prepared,
    "before": lambda clause: clause.prepared,
    "trains": lambda clause: clause.prepared or clause.tells_of_pilots,
    "prepared-guide": lambda clause: clause.prepared or clause.tells_of_pilots,
    "derived": lambda clause: "basis" in clause.statement.words,
}
"""What a clause must have, by what a frame says it needs."""


def _goes_on(clause: Clause) -> bool:
    """Whether a clause says what is needed for the follow-up just told: *daarvoor*."""
    previous = clause.previous
    return (
        previous is not None
        and previous.statement.paragraph == clause.statement.paragraph
        and clause.says(_THEREFOR)
    )


_THEREFOR = frozenset(("daarvoor", "hiervoor", "ervoor", "daartoe", "hiertoe"))


def _scope(clause: Clause, zone: tuple[int, int]) -> Scope:
    """What is taken up: the first noun outside the zone that says so, or the clause before."""
    told = clause.has("all_recommendations", "all_results")
    for index in range(clause.start, clause.end) if told else ():
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
