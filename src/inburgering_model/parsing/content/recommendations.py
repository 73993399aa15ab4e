"""What was learned: lessons, findings, needs and recommendations (*aanbevelingen*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.model.outcome import RecommendationKind
from inburgering_model.parsing.content.discourse import Tie
from inburgering_model.parsing.content.lexicon import Hit
from inburgering_model.parsing.content.listed import announced
from inburgering_model.parsing.content.modality import REPORTED, is_denied, is_reported
from inburgering_model.parsing.content.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.content.discourse import Discourse
    from inburgering_model.parsing.content.outcomes import Product
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.uptakes import Uptake

__all__ = ["NEED_LED_TO", "Teaching", "find_teachings"]

NEED_LED_TO = "recommendation.need-led-to"
"""The rule that reads a need and its follow-up from one clause."""


@frozen(kw_only=True, eq=False)
class Teaching:
    """A recommendation in the making: its clause, as a range of words, and its kind."""

    statement: Statement
    start: int
    end: int
    kind: RecommendationKind
    hit: Hit
    confidence: float


def find_teachings(
    setting: Setting,
    discourse: Discourse,
    uptakes: Sequence[Uptake],
    products: Sequence[Product],
) -> list[Teaching]:
    """The lessons, findings, needs and recommendations that the answers tell, in order.

    A clause that tells where something went, or what was produced, tells nothing here; except
    that a need which led to something is both.
    """
    taken = {(id(u.statement), u.start) for u in uptakes} | {
        (id(p.statement), p.start) for p in products
    }
    led = {(id(u.statement), u.start) for u in uptakes}
    found: list[Teaching] = []
    rows = announced(setting.answered)
    for statement in setting.answered:
        row = rows.get(id(statement))
        tie = discourse.of(statement).tie
        if row is not None and (id(statement), 0) not in taken:
            found.append(_listed(statement, row, tie))
        if id(statement) in rows:
            continue
        for start, end in statement.clauses:
            follows = bool(found) and _follows(found[-1].statement, statement)
            asked = statement.section in setting.asked_for_results
            scene = _Scene(tie, follows=follows, asked=asked)
            teaching = _teaching(statement, start, end, scene)
            if teaching is None:
                continue
            if start > 0 and statement.words[start : start + 2] in _POINTING_BACK:
                teaching = evolve(teaching, start=_clause_before(statement, start))
            place = id(statement), start
            if place in taken and not (teaching.hit.frame.rule == NEED_LED_TO and place in led):
                continue
            found.append(teaching)
    return found


_POINTING_BACK = frozenset((("dat", "is"), ("dit", "is"), ("dat", "was"), ("dit", "was")))
"""What opens a clause that calls the one before it a lesson: "…; dat is de belangrijkste les"."""


def _clause_before(statement: Statement, start: int) -> int:
    """Where the clause before the one that begins at a word begins."""
    return next((first for first, end in statement.clauses if end == start), start)


def _listed(statement: Statement, hit: Hit, tie: Tie) -> Teaching:
    """A row that its heading says to be a lesson, a finding or a need, or that says it itself."""
    start, end = statement.after_label, len(statement.words)
    own = next(statement.hits("recommendation_frames", start, end), None)
    if own is not None and own.frame.value in _OF_ITS_OWN:
        hit = own
    return Teaching(
        statement=statement,
        start=start,
        end=end,
        kind=RecommendationKind(hit.frame.value),
        hit=hit,
        confidence=hit.frame.confidence if tie > Tie.NONE else 0.5,
    )


_OF_ITS_OWN = frozenset((RecommendationKind.RECOMMENDATION, RecommendationKind.NEED))
"""The kinds that a row says to be itself, whatever its heading says."""


def _follows(before: Statement, statement: Statement) -> bool:
    """Whether a statement goes on about what was learned: in the paragraph, or the next one."""
    return before.section == statement.section and statement.paragraph - before.paragraph <= 1


@frozen
class _Scene:
    """Where a clause stands: its tie to pilots, and what was said or asked before it."""

    tie: Tie
    follows: bool
    asked: bool


def _teaching(statement: Statement, start: int, end: int, scene: _Scene) -> Teaching | None:
    for hit in statement.hits("recommendation_frames", start, end):
        if not _is_needed(hit, scene) or _is_denied(statement, hit) or _is_idle(statement, hit):
            continue
        confidence = hit.frame.confidence
        if is_reported(statement, hit.match.start, hit.match.end):
            confidence = REPORTED
        return Teaching(
            statement=statement,
            start=start,
            end=end,
            kind=RecommendationKind(hit.frame.value),
            hit=hit,
            confidence=min(confidence, _SURE_BY_TIE[scene.tie]),
        )
    return None


_SURE_BY_TIE = {Tie.NAMED: 0.9, Tie.CARRIED: 0.7, Tie.SECTION: 0.5, Tie.NONE: 0.3}
"""How sure at most what is told by a frame is, by how it is tied to pilots."""


def _is_needed(hit: Hit, scene: _Scene) -> bool:
    tie, follows = scene.tie, scene.follows
    asked = scene.asked and tie > Tie.NONE
    match hit.frame.needs:
        case "explicit":
            return tie is Tie.NAMED
        case "follows":
            return tie is Tie.NAMED or follows
        case "shown":
            return tie > Tie.NONE
        case "chain":
            return tie >= Tie.CARRIED or follows or asked
        case "asked":
            return asked
        case _:
            return tie > Tie.NONE


def _is_idle(statement: Statement, hit: Hit) -> bool:
    """Whether the verb of a finding tells what somebody lets show or confirms himself.

    "Liet zijn belangstelling blijken", "kan ik bevestigen".
    """
    if hit.frame.value != RecommendationKind.FINDING:
        return False
    before = statement.words[: hit.match.start]
    lets = statement.words[hit.match.start] == "blijken" and not _LETTING.isdisjoint(before)
    return lets or before[-1:] == ("ik",)


_LETTING = frozenset(("laten", "liet", "lieten", "laat"))


def _is_denied(statement: Statement, hit: Hit) -> bool:
    """Whether a need is denied ("er is geen nood aan"), or that anything was learned.

    Some frames take in what was learned, and so its negation: "de premie blijkt niet te werken".
    """
    if hit.frame.value != RecommendationKind.NEED:
        said = hit.frame.more["negation"] == "said"
        return not said and is_denied(statement, hit.match.start, hit.match.end, hit)
    return statement.has_in(hit.match.start, hit.match.end, "negation") and statement.has_in(
        hit.match.start, hit.match.end, "need"
    )
