"""What pilots produced: results, insights, methods, plans, cooperation."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.outcome import OutcomeKind
from inburgering_model.model.passage import PassageKind
from inburgering_model.parsing.content.discourse import Tie
from inburgering_model.parsing.content.modality import REPORTED, is_denied, is_reported
from inburgering_model.parsing.content.money import amounts
from inburgering_model.parsing.content.statements import Statement
from inburgering_model.parsing.language.dated import dated_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from inburgering_model.parsing.content.discourse import Discourse
    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.uptakes import Uptake

__all__ = ["Product", "find_counts", "find_products"]

_FOUND = "outcome.measured"


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
    for hit in statement.hits("outcome_frames", start, end):
        confidence = hit.frame.confidence
        if tie < Tie.NAMED:
            confidence = min(confidence, 0.7 if tie is Tie.CARRIED else 0.5)
        kinds: list[tuple[OutcomeKind, str | None]] = list(_kinds(statement, hit))
        asked = statement.section in setting.asked_for_results
        if not _is_needed(hit, tie, kinds, asked=asked) or _is_denied(statement, hit):
            continue
        if hit.frame.needs == "asked" and statement.has_in(start, hit.match.start, "learned"):
            continue
        of_time = hit.frame.rule == _FOUND and not statement.has_in(start, end, "measured")
        if of_time and _is_of_time_alone(statement, start, end):
            continue
        if is_reported(statement, hit.match.start, hit.match.end):
            confidence = min(confidence, REPORTED)
        if hit.frame.needs == "figure" and not (
            (tie is Tie.NAMED or statement.section in setting.asked_for_results)
            and _has_figure(setting, statement, start, end, of_money=True)
        ):
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


def _is_denied(statement: Statement, hit: Hit) -> bool:
    """Whether nothing came of it; a figure is a result even where it tells of no change."""
    if hit.frame.needs == "figure":
        return False
    end = hit.match.end if hit.match.zone is None else max(hit.match.end, hit.match.zone[1])
    return is_denied(statement, hit.match.start, end, hit)


def _kinds(statement: Statement, hit: Hit) -> Iterator[tuple[OutcomeKind, str]]:
    """The kinds that the nouns of the zone name, up to the first word that opens a complement."""
    if hit.match.zone is None:
        return
    start, end = hit.match.zone
    stop = next((i for i in range(start + 1, end) if "{stop_zone}" in statement.atoms[i]), end)
    seen: set[OutcomeKind] = set()
    for frame, match, _ in statement.hits("outcome_nouns", start, end):
        kind = OutcomeKind(frame.value)
        if match.start < stop and kind not in seen:
            seen.add(kind)
            yield kind, statement.words[match.end - 1]


def _is_needed(
    hit: Hit, tie: Tie, kinds: Sequence[tuple[OutcomeKind, str | None]], *, asked: bool
) -> bool:
    match hit.frame.needs:
        case "pilot":
            return tie >= Tie.CARRIED or (asked and tie is Tie.SECTION)
        case "yielded":
            return tie >= Tie.CARRIED and bool(kinds)
        case "noun" | "grown" as needs:
            return any(kind in _WANTED[needs] for kind, _ in kinds)
        case "topic" | "asked" as needs:
            return tie > Tie.NONE and (asked or needs == "topic")
        case _:
            return True


_WANTED = {
    "noun": frozenset((OutcomeKind.METHOD, OutcomeKind.PLAN)),
    "grown": frozenset((OutcomeKind.COOPERATION, OutcomeKind.METHOD, OutcomeKind.PLAN)),
}
"""The kinds that a frame wants, by what it says it needs."""


def find_counts(
    setting: Setting, discourse: Discourse, taken: AbstractSet[tuple[int, int]]
) -> list[Product]:
    """What is counted in an answer about results, in clauses that tell nothing else.

    ``taken`` holds these other clauses, by the identity of their statement and their first word.
    """
    return [
        Product(
            statement=statement,
            start=start,
            end=end,
            kind=OutcomeKind.RESULT,
            noun=None,
            rule="outcome.counted",
            confidence=0.5,
        )
        for statement in setting.answered
        if statement.section in setting.asked_for_results
        and _may_count(setting, statement, discourse.of(statement).tie)
        and not statement.has("modal", "learned", "grants", "future", "money_noun", "paying")
        and not (statement.has("pilot") and statement.has("runs", "starts", "undertakes"))
        and not statement.has("stops", "elsewhere", "advised")
        and statement.passage.kind is not PassageKind.TABLE
        for start, end in statement.clauses
        if (id(statement), start) not in taken and _has_figure(setting, statement, start, end)
    ]


def _may_count(setting: Setting, statement: Statement, tie: Tie) -> bool:
    """Whether a figure of a statement is one of pilots; asked for, it needs no other word."""
    asked = statement.section in setting.asked_to_count or statement.has("measured")
    return tie >= Tie.CARRIED or (tie is Tie.SECTION and asked)


def _is_of_time_alone(statement: Statement, start: int, end: int) -> bool:
    """Whether every number is a length of time: "gebleken dat drie maanden te kort is"."""
    numbers = [i for i in range(start, end) if "{number}" in statement.atoms[i]]
    numbers += [i for i in range(start, end) if statement.words[i][0].isdigit()]
    return all(statement.has_in(i + 1, i + 2, "time_unit") for i in numbers)


def _has_figure(
    setting: Setting, statement: Statement, start: int, end: int, *, of_money: bool = False
) -> bool:
    """Whether something is counted or measured: a number, not of days or pilots.

    One of money only where the verb says that money was won or saved.
    """
    if statement.has_in(start, end, "measured"):
        return True
    numbers = [
        statement.places[index][0]
        for index in range(start, end)
        if (statement.words[index][0].isdigit() or "{number}" in statement.atoms[index])
        and not statement.has_in(index + 1, index + 3, "pilot", "project", "towns", "pages")
        and _NUMBERED.isdisjoint(statement.words[max(index - 1, start) : index])
    ]
    if not numbers:
        return False
    first, last = statement.offsets(start, end)
    text = statement.passage.text[first:last]
    others = [(phrase.start, phrase.end) for phrase in dated_phrases(text, setting.asked_on)]
    if not of_money:
        others += [(amount.start, amount.end) for amount in amounts(text)]
    others.sort()
    return any(not _is_within(place - first, others) for place in numbers)


_NUMBERED = frozenset(
    (
        "bijlage",
        "vraag",
        "vragen",
        "artikel",
        "tabel",
        "figuur",
        "punt",
        "nr",
        "nummer",
        "bladzijde",
    )
)
"""What a number after it only names."""


def _is_within(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(ranges, offset, key=itemgetter(0))
    return index > 0 and offset < ranges[index - 1][1]
