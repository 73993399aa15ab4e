"""What pilots produced: results, insights, methods, plans, cooperation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.outcome import OutcomeKind
from inburgering_model.parsing.content.discourse import Tie
from inburgering_model.parsing.content.lexicon import table
from inburgering_model.parsing.content.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.parsing.content.discourse import Discourse
    from inburgering_model.parsing.content.follow_ups import Uptake
    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.setting import Setting

__all__ = ["Product", "find_products"]


@frozen(kw_only=True, eq=False)
class Product:
    """An outcome in the making: the clause it stands in, its kind, and the noun that names it."""

    statement: Statement
    start: int
    end: int
    """The clause, as a range of the statement's words."""
    kind: OutcomeKind
    noun: str | None
    """The word by which the text may come back to it."""
    rule: str
    confidence: float


def find_products(
    setting: Setting, discourse: Discourse, uptakes: Sequence[Uptake]
) -> list[Product]:
    """The outcomes that the answers tell: one for each kind a clause names, in order."""
    taken = {(id(uptake.statement), uptake.start) for uptake in uptakes}
    return [
        product
        for statement in setting.answered
        for start, end in statement.clauses
        if (id(statement), start) not in taken
        for product in _products(setting, discourse, statement, start, end)
    ]


def _products(
    setting: Setting, discourse: Discourse, statement: Statement, start: int, end: int
) -> Iterator[Product]:
    tie = discourse.of(statement).tie
    for hit in table("outcome_frames").hits(statement.atoms, start, end):
        confidence = hit.frame.confidence
        if tie < Tie.NAMED:
            confidence = min(confidence, 0.7 if tie is Tie.CARRIED else 0.5)
        kinds: list[tuple[OutcomeKind, str | None]] = list(_kinds(statement, hit))
        if not _is_needed(setting, statement, hit, tie, kinds):
            continue
        fallback = OutcomeKind(hit.frame.value or OutcomeKind.RESULT)
        for kind, noun in kinds or [(fallback, None)]:
            yield Product(
                statement=statement,
                start=start,
                end=end,
                kind=kind,
                noun=noun,
                rule=hit.frame.rule,
                confidence=min(confidence, 0.5) if kind is OutcomeKind.PLAN else confidence,
            )
        return


def _kinds(statement: Statement, hit: Hit) -> Iterator[tuple[OutcomeKind, str]]:
    """The kinds that the nouns of the zone name, up to the first word that opens a complement."""
    if hit.match.zone is None:
        return
    start, end = hit.match.zone
    stop = next((i for i in range(start + 1, end) if "{stop_zone}" in statement.atoms[i]), end)
    seen: set[OutcomeKind] = set()
    for frame, match in table("outcome_nouns").hits(statement.atoms, start, end):
        kind = OutcomeKind(frame.value)
        if match.start < stop and kind not in seen:
            seen.add(kind)
            yield kind, statement.words[match.end - 1]


def _is_needed(
    setting: Setting,
    statement: Statement,
    hit: Hit,
    tie: Tie,
    kinds: Sequence[tuple[OutcomeKind, str | None]],
) -> bool:
    match hit.frame.needs:
        case "pilot":
            return tie >= Tie.CARRIED
        case "noun":
            wanted = {OutcomeKind.METHOD, OutcomeKind.PLAN}
            return any(kind in wanted for kind, _ in kinds)
        case "cooperation":
            return any(kind is OutcomeKind.COOPERATION for kind, _ in kinds)
        case "figure":
            asked = statement.section in setting.asked_for_results
            return _has_figure(statement) and (tie is Tie.NAMED or asked)
        case _:
            return True


def _has_figure(statement: Statement) -> bool:
    return statement.has("number", "measured") or any(word[0].isdigit() for word in statement.words)
