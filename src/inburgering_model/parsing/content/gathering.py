"""What is said of each pilot: period, status, whether it was one-off, money, partners.

Every fact is said in a statement, and is about the pilots which that statement is about at the
place where the fact stands; what a follow-up says ("in 2024 komen er nieuwe …") is not about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.model.outcome import Destination
from inburgering_model.model.partial_date import Order, PartialDate
from inburgering_model.model.people import Party, PartyKind
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget, PilotStatus
from inburgering_model.parsing.content.discourse import Tie
from inburgering_model.parsing.content.facts import Facts, about, lowered, respectively
from inburgering_model.parsing.content.grants import note_money
from inburgering_model.parsing.content.modality import (
    REPORTED,
    is_denied,
    is_foretold,
    is_reported,
)
from inburgering_model.parsing.content.moments import is_open, moments
from inburgering_model.parsing.content.named_partners import partners_named_in
from inburgering_model.parsing.content.periods import bounds_of, role_of
from inburgering_model.parsing.content.said import Said
from inburgering_model.parsing.language.organisations import party_mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from inburgering_model.parsing.content.discourse import Discourse
    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.content.uptakes import Uptake
    from inburgering_model.parsing.language.dated import DatedPhrase

__all__ = ["gather"]

_NEAR_ONE_OFF = 4
_NEAR_NEGATION = 3
_PAIR = 2
_PARTNER_KINDS = frozenset((PartyKind.AGENCY, PartyKind.LOCAL_AUTHORITY, PartyKind.SERVICE))


def gather(
    setting: Setting, discourse: Discourse, uptakes: Sequence[Uptake]
) -> tuple[list[Facts], Facts]:
    """The facts of each pilot, in their order, and those of all pilots together."""
    each = [Facts() for _ in discourse.trials]
    together = Facts()
    taken: dict[int, list[tuple[int, int]]] = {}
    for uptake in uptakes:
        if uptake.destination is Destination.NEW_PILOTS and discourse.of(uptake.statement).places:
            # What is said of new pilots in places that it names is said of these.
            continue
        ranges = taken.setdefault(id(uptake.statement), [])
        ranges.append(uptake.statement.offsets(uptake.start, uptake.end))
    for statement in setting.told:
        focus = discourse.of(statement)
        if focus.tie < Tie.CARRIED:
            continue
        said = Said(statement=statement, focus=focus, taken=taken.get(id(statement), ()))
        _note_dates(said, setting.asked_on, each, together)
        _note_statuses(said, each, together)
        _note_one_off(said, each, together)
        note_money(said, each, together)
        _note_partners(said, each, together)
    return each, together


def _note_dates(said: Said, anchor: date | None, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    if _is_of_evaluation(said):
        return
    is_own = said.of_programme or not said.focus.whole
    dated = moments(statement, anchor)
    paired = respectively(said, [phrase.start for phrase in dated])
    columns = _columns(said, dated)
    for phrase in dated:
        if not said.is_free(phrase.start) or _is_no_date(said, phrase):
            continue
        role = role_of(statement, phrase) or columns.get(phrase.start)
        if role is None and is_open(phrase) and statement.has("pilot", "project"):
            role = "runs"
        if role is None and not said.focus.places:
            continue
        if role == "funds" and said.focus.places and phrase.rule == "period.from-to":
            # Both ends are told of the pilot itself; the money stands beside them.
            role = None
        if role == "funds":
            _note_funding_period(said, phrase, together)
        pair = paired.get(phrase.start)
        only = [each[pair]] if pair is not None else None
        for bound in bounds_of(statement, phrase, role, is_own=is_own):
            for facts in only or about(said, phrase.start, each, together):
                facts.bounds.append(bound)


def _columns(said: Said, dated: Sequence[DatedPhrase]) -> Mapping[int, str]:
    """What two dates in a row of a pilot's place tell: its beginning and its end."""
    days = [phrase.value for phrase in dated if isinstance(phrase.value, PartialDate)]
    if not (said.statement.in_row and said.focus.places and len(dated) == len(days) == _PAIR):
        return {}
    in_order = days[0].compare(days[1]) is Order.BEFORE
    return {dated[0].start: "starts", dated[1].start: "ends"} if in_order else {}


def _is_no_date(said: Said, phrase: DatedPhrase) -> bool:
    """Whether the pilots did something *not* then, or only on a condition."""
    first, last = said.statement.words_within(phrase.start, phrase.end)
    return said.is_supposed(first) or is_denied(said.statement, first, last)


def _note_funding_period(said: Said, phrase: DatedPhrase, together: Facts) -> None:
    value = phrase.value
    if value is None or not said.focus.whole:
        return
    period = Period(start=value, end=value) if isinstance(value, PartialDate) else value
    confidence = 0.9 if said.statement.has("pilot") else 0.7
    evidence = said.statement.evidence(
        "programme.funding.period", confidence, of="period", start=phrase.start, end=phrase.end
    )
    together.funding.append(Budget(period=period, evidence=(evidence,)))


def _note_statuses(said: Said, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    if _is_of_evaluation(said):
        return
    hits = statement.hits("status_frames", 0, len(statement.words))
    for hit in sorted(hits, key=lambda hit: hit.match.end):
        frame, match, _ = hit
        start, end = statement.offsets(match.start, match.end)
        if not said.is_free(start) or not _is_told(said, hit):
            continue
        confidence = lowered(frame.confidence, said)
        if is_reported(statement, match.start, match.end):
            confidence = min(confidence, REPORTED)
        evidence = statement.evidence(frame.rule, confidence, of="status", start=start, end=end)
        for facts in about(said, start, each, together):
            facts.statuses.append((PilotStatus(frame.value), evidence))
        if said.of_programme and statement.has("pilot"):
            for facts in each:
                facts.statuses.append((PilotStatus(frame.value), evidence))


def _is_of_evaluation(said: Said) -> bool:
    """Whether a statement is about what was learned, and not about the pilots themselves."""
    statement = said.statement
    named = statement.has("pilot", "project") or bool(said.focus.places)
    return statement.has("learned") and not named


def _is_told(said: Said, hit: Hit) -> bool:
    """Whether a status is told as it is: not denied, supposed, or foretold as an end."""
    statement, (start, end, _) = said.statement, hit.match
    if is_denied(statement, start, end, hit) or said.is_supposed(start):
        return False
    if hit.frame.value not in _OVER:
        return True
    return not (is_foretold(statement, start, end) or said.hangs_on_condition(start))


_OVER = (PilotStatus.ENDED, PilotStatus.STOPPED)


def _is_negated(statement: Statement, index: int) -> bool:
    return statement.has_in(max(index - _NEAR_NEGATION, 0), index, "negation")


def _note_one_off(said: Said, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    if not statement.has("one_off"):
        return
    for index, atoms in enumerate(statement.atoms):
        if "{one_off}" not in atoms or statement.has_in(
            index + 1, min(index + 3, len(statement.words)), "money_noun"
        ):
            continue
        near = max(index - _NEAR_ONE_OFF, 0), index + _NEAR_ONE_OFF
        if statement.has_in(max(index - 2, 0), index, "being"):
            near = 0, len(statement.words)
        start, end = statement.offsets(index, index + 1)
        if not statement.has_in(*near, "pilot", "project", "scheme") or not said.is_free(start):
            continue
        evidence = statement.evidence(
            "pilot.one-off", lowered(0.9, said), of="one_off", start=start, end=end
        )
        value = not _is_negated(statement, index)
        for facts in about(said, start, each, together):
            facts.one_off.append((value, evidence))
        if said.of_programme and statement.has("pilot"):
            for facts in each:
                facts.one_off.append((value, evidence))


def _note_partners(said: Said, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    hit = next(statement.hits("partner_frames", 0, len(statement.words)), None)
    if hit is None or _is_of_evaluation(said):
        return
    for party, start, end in _partners_in(statement):
        if not said.is_free(start):
            continue
        confidence = lowered(hit.frame.confidence, said)
        evidence = statement.evidence(
            hit.frame.rule, confidence, of="partners", start=start, end=end
        )
        receivers = list(about(said, start, each, together))
        if said.of_programme and statement.has("pilot"):
            receivers += each
        for facts in receivers:
            facts.partners.setdefault((party.name, party.identifier), (party, evidence))


def _partners_in(statement: Statement) -> Iterator[tuple[Party, int, int]]:
    """The bodies of a sentence about working together: the known ones, then others by name."""
    known: list[range] = []
    for mention in party_mentions(statement.text):
        start, end = mention.start + statement.start, mention.end + statement.start
        known.append(range(start, end))
        if mention.party.kind in _PARTNER_KINDS:
            yield mention.party, start, end
    for name, start, end in partners_named_in(statement):
        if not any(start in taken or taken.start in range(start, end) for taken in known):
            yield Party(name=name, kind=PartyKind.SERVICE), start, end
