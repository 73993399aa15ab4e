"""What is said of each pilot: period, status, whether it was one-off, money, partners.

Every fact is said in a statement, and is about the pilots which that statement is about at the
place where the fact stands; what a follow-up says ("in 2024 komen er nieuwe …") is not about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from inburgering_model.model.outcome import Destination
from inburgering_model.model.partial_date import Order, PartialDate
from inburgering_model.model.people import Party, PartyKind
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget, PilotStatus
from inburgering_model.model.provenance import Evidence
from inburgering_model.parsing.content.discourse import Tie
from inburgering_model.parsing.content.modality import (
    REPORTED,
    is_denied,
    is_foretold,
    is_reported,
)
from inburgering_model.parsing.content.moments import is_open, moments
from inburgering_model.parsing.content.money import amounts
from inburgering_model.parsing.content.named_partners import partners_named_in
from inburgering_model.parsing.content.periods import Bound, bounds_of, role_of
from inburgering_model.parsing.content.said import Said
from inburgering_model.parsing.content.statements import Statement, Voice
from inburgering_model.parsing.language.organisations import party_mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from inburgering_model.parsing.content.discourse import Discourse
    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.money import Amount
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.uptakes import Uptake
    from inburgering_model.parsing.language.dated import DatedPhrase

__all__ = ["Facts", "gather"]

_NEAR_ONE_OFF = 4
_NEAR_NEGATION = 3
_NEAR_EACH = 3
_PAIR = 2
_PARTNER_KINDS = frozenset((PartyKind.AGENCY, PartyKind.LOCAL_AUTHORITY, PartyKind.SERVICE))


_PartyKey = tuple[str, str | None]


@define(eq=False, kw_only=True)
class Facts:
    """What was gathered about one pilot, or about all of them together."""

    bounds: list[Bound] = field(factory=list[Bound])
    statuses: list[tuple[PilotStatus, Evidence]] = field(factory=list[tuple[PilotStatus, Evidence]])
    one_off: list[tuple[bool, Evidence]] = field(factory=list[tuple[bool, Evidence]])
    budgets: list[Budget] = field(factory=list[Budget])
    partners: dict[_PartyKey, tuple[Party, Evidence]] = field(
        factory=dict[_PartyKey, tuple[Party, Evidence]]
    )
    funding: list[Budget] = field(factory=list[Budget])


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
        _note_money(said, each, together)
        _note_partners(said, each, together)
    return each, together


def _about(said: Said, offset: int, each: Sequence[Facts], together: Facts) -> Iterator[Facts]:
    """The facts to which something at an offset of the passage is added."""
    if said.of_programme:
        yield together
        return
    trials = said.focus.at(offset)
    for index in trials:
        yield each[index]
    if said.focus.whole and len(trials) == len(each):
        yield together


def _note_dates(said: Said, anchor: date | None, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    if _is_of_evaluation(said):
        return
    is_own = said.of_programme or not said.focus.whole
    dated = moments(statement, anchor)
    paired = _respectively(said, [phrase.start for phrase in dated])
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
        about = [each[pair]] if pair is not None else None
        for bound in bounds_of(statement, phrase, role, is_own=is_own):
            for facts in about or _about(said, phrase.start, each, together):
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


def _respectively(said: Said, offsets: Sequence[int]) -> Mapping[int, int]:
    """Which pilot each of as many offsets is said of: "respectievelijk in 2019 en in 2020"."""
    trials = said.focus.trials
    if "respectievelijk" not in said.statement.words or len(trials) != len(offsets):
        return {}
    return dict(zip(offsets, trials, strict=True))


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
        confidence = _lowered(frame.confidence, said)
        if is_reported(statement, match.start, match.end):
            confidence = min(confidence, REPORTED)
        evidence = statement.evidence(frame.rule, confidence, of="status", start=start, end=end)
        for facts in _about(said, start, each, together):
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


def _lowered(confidence: float, said: Said) -> float:
    """What the question's context says, or what is only carried over, is less sure."""
    plain = said.statement.voice is Voice.ANSWERED and said.focus.tie is Tie.NAMED
    return confidence if plain else min(confidence, 0.7)


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
            "pilot.one-off", _lowered(0.9, said), of="one_off", start=start, end=end
        )
        value = not _is_negated(statement, index)
        for facts in _about(said, start, each, together):
            facts.one_off.append((value, evidence))
        if said.of_programme and statement.has("pilot"):
            for facts in each:
                facts.one_off.append((value, evidence))


def _note_money(said: Said, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    told = statement.has("grants", "money_noun", "funding", "altogether", "paying")
    if not (told or (statement.in_row and said.focus.places)) or statement.has("public_budget"):
        return
    found = list(amounts(statement.passage.text, statement.start, statement.end))
    paired = _respectively(said, [amount.start for amount in found])
    for amount in found:
        if not said.is_free(amount.start):
            continue
        pair = paired.get(amount.start)
        receivers = (pair,) if pair is not None else said.focus.at(amount.start)
        rule = "pilot.budget.total" if statement.has("altogether") else "pilot.budget"
        budget = Budget(
            amount=amount.value,
            evidence=(
                statement.evidence(
                    rule, _lowered(0.9, said), of="amount", start=amount.start, end=amount.end
                ),
            ),
        )
        if said.of_programme:
            together.funding.append(budget)
        elif len(receivers) == 1 or (receivers and _is_for_each(statement, amount, len(found))):
            for index in receivers:
                each[index].budgets.append(budget)
        elif said.focus.whole:
            together.funding.append(budget)


def _is_for_each(statement: Statement, amount: Amount, amounts_told: int) -> bool:
    """Whether each gets an amount; of several amounts, the one that stands near *elk* or *per*."""
    if amounts_told == 1:
        return statement.has("each")
    first, last = statement.words_within(amount.start, amount.end)
    return statement.has_in(max(first - _NEAR_EACH, 0), last + _NEAR_EACH, "each")


def _note_partners(said: Said, each: Sequence[Facts], together: Facts) -> None:
    statement = said.statement
    hit = next(statement.hits("partner_frames", 0, len(statement.words)), None)
    if hit is None or _is_of_evaluation(said):
        return
    for party, start, end in _partners_in(statement):
        if not said.is_free(start):
            continue
        confidence = _lowered(hit.frame.confidence, said)
        evidence = statement.evidence(
            hit.frame.rule, confidence, of="partners", start=start, end=end
        )
        for facts in _about(said, start, each, together):
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
