"""Who acts, and who is meant, in the clause of a recommendation or a follow-up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.people import Party, PartyKind
from inburgering_model.parsing.language.organisations import PartyMention, party_mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["addressed_in", "agents_in", "parties_in", "people_in"]

_BODIES = frozenset(
    (PartyKind.AGENCY, PartyKind.LOCAL_AUTHORITY, PartyKind.SERVICE, PartyKind.MINISTER)
)
# Where those come from whom a noun names: "vanuit Brussel en Wallonië".
_ORIGIN = re.compile(
    r"(?:\s(?:die|dat)\s[\w-]{2,20})?\s(?:vanuit|uit)\s[A-ZÀ-Þ][\w-]{1,40}"
    r"(?:(?:,\s|\sen\s)[A-ZÀ-Þ][\w-]{1,40}){0,3}"
)
# Where services stand or whose they are: "op de eerste lijn van een gemeente".
_WITHIN = re.compile(
    r"(?:\s(?:op|van|in|binnen)\s(?:de|het|een)\s(?:[“\"][\w -]{1,30}[”\"]|[\w-]{1,40})){1,2}"
)


def parties_in(statement: Statement, start: int, end: int) -> list[PartyMention]:
    """The parties named in a range of a statement's words, at offsets of the passage."""
    first, last = statement.offsets(start, end)
    return [
        PartyMention(mention.start + first, mention.end + first, mention.party)
        for mention in party_mentions(statement.passage.text[first:last])
    ]


def _with_evidence(
    statement: Statement, mention: PartyMention, rule: str, confidence: float
) -> Party:
    evidence = statement.evidence(rule, confidence, start=mention.start, end=mention.end)
    return evolve(mention.party, evidence=(evidence,))


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(parties))


def agents_in(
    statement: Statement, start: int, end: int, zone: tuple[int, int] | None
) -> tuple[Party, ...]:
    """Who does it: the subject of an active verb, *door* somebody, or whose offer it is."""
    found: list[Party] = []
    zone_start = None if zone is None else statement.offsets(*zone)[0]
    for mention in parties_in(statement, start, end):
        if mention.party.kind not in _BODIES:
            continue
        before = _word_before(statement, mention.start)
        in_zone = zone_start is not None and mention.start >= zone_start
        owner = in_zone and before == "van" and mention.party.kind is not PartyKind.LOCAL_AUTHORITY
        subject = not in_zone and before in _BEFORE_SUBJECT
        if before == "door" or owner or subject:
            rule = "follow-up.by.owner" if owner else "follow-up.by.agent"
            found.append(_with_evidence(statement, mention, rule, 0.7))
    return _distinct(found)


_DETERMINERS = frozenset(
    ("de", "het", "een", "elk", "elke", "alle", "onze", "ons", "mijn", "deze", "dit")
)
_BEFORE_SUBJECT = frozenset(
    (
        "",
        "neemt",
        "nemen",
        "nam",
        "namen",
        "heeft",
        "hebben",
        "zal",
        "zullen",
        "werkt",
        "werken",
        "ontwikkelt",
        "ontwikkelde",
        "organiseert",
        "biedt",
        "krijgt",
        "krijgen",
        "stelt",
        "bereidt",
    )
)


def _word_before(statement: Statement, offset: int) -> str:
    """The word before an offset of the passage, determiners left out; empty at the beginning."""
    index = statement.words_within(offset, offset)[0] - 1
    while index >= 0 and statement.words[index] in _DETERMINERS:
        index -= 1
    if index < 0 or statement.passage.text[statement.places[index][1]] in ",;:":
        return ""
    return statement.words[index]


def addressed_in(statement: Statement, start: int, end: int) -> tuple[Party, ...]:
    """Who has to act: *raden* somebody *aan*, *aanbevolen aan* somebody, or somebody *moet*."""
    found: list[Party] = []
    for mention in parties_in(statement, start, end):
        if mention.party.kind not in _BODIES:
            continue
        before, after = _word_before(statement, mention.start), _word_after(statement, mention.end)
        advised = before in _AFTER_ADVISED and statement.has("advised")
        if before in _ADVISES or advised or after in _OUGHT:
            found.append(_with_evidence(statement, mention, "recommendation.addressed-to", 0.7))
    found += _advised_towns(statement, start, end)
    return _distinct([*found, *_lacking(statement, start, end)])


def _advised_towns(statement: Statement, start: int, end: int) -> Iterator[Party]:
    """Towns and schools in general, as those who are advised: "aan de gemeenten"."""
    for index in range(start, end):
        if statement.words[index] not in _IN_GENERAL:
            continue
        place = statement.places[index]
        before = _word_before(statement, place[0])
        if before in _ADVISES or (before == "aan" and statement.has("advised")):
            evidence = statement.evidence(
                "recommendation.addressed-to", 0.7, start=place[0], end=place[1]
            )
            name = statement.passage.text[slice(*place)]
            yield Party(name=name, kind=PartyKind.LOCAL_AUTHORITY, evidence=(evidence,))


_IN_GENERAL = frozenset(("gemeenten", "gemeentes", "steden", "centrumsteden", "besturen"))


def _lacking(statement: Statement, start: int, end: int) -> Iterator[Party]:
    """Where something is needed: *nodig bij* alle diensten."""
    text = statement.passage.text
    needed = False
    both = statement.has("need") and statement.has("services")
    for index in range(start, end) if both else ():
        needed = needed or "{need}" in statement.atoms[index]
        if not needed or "{services}" not in statement.atoms[index]:
            continue
        first = index
        while first > start and (
            _is_adjective(statement, first - 1) or statement.words[first - 1] in _DETERMINERS
        ):
            first -= 1
        if first == start or statement.words[first - 1] != "bij":
            continue
        begin, finish = statement.places[first][0], statement.places[index][1]
        within = _WITHIN.match(text, finish, statement.end)
        finish = within.end() if within is not None else finish
        evidence = statement.evidence("recommendation.needed-at", 0.5, start=begin, end=finish)
        yield Party(name=text[begin:finish], kind=PartyKind.SERVICE, evidence=(evidence,))


_ADVISES = frozenset(
    (
        "raad",
        "raadt",
        "raden",
        "raadde",
        "raadden",
        "adviseert",
        "adviseren",
        "adviseer",
        "beveelt",
        "bevelen",
        "beval",
        "bevalen",
        "beveel",
    )
)
_AFTER_ADVISED = frozenset(("aan", "dat"))
_OUGHT = frozenset(("moet", "moeten", "dient", "dienen", "zou", "zouden"))


def _word_after(statement: Statement, offset: int) -> str:
    index = statement.words_within(offset, offset)[1]
    return statement.words[index] if index < len(statement.words) else ""


def people_in(statement: Statement, start: int, end: int) -> tuple[Party, ...]:
    """The groups of people it is for: a noun of people with its adjectives and their origin."""
    return _distinct(list(_people(statement, start, end)))


def _people(statement: Statement, start: int, end: int) -> Iterator[Party]:
    text = statement.passage.text
    for index in range(start, end) if statement.has("people") else ():
        if "{people}" not in statement.atoms[index] or statement.has_in(
            index + 1, min(index + 2, end), "people"
        ):
            continue
        first = index
        while first > start and _is_adjective(statement, first - 1):
            first -= 1
        begin, finish = statement.places[first][0], statement.places[index][1]
        origin = _ORIGIN.match(text, finish, statement.end)
        finish = origin.end() if origin is not None else finish
        evidence = statement.evidence(
            "recommendation.target-group",
            0.7 if origin or first < index else 0.5,
            start=begin,
            end=finish,
        )
        yield Party(name=text[begin:finish], kind=PartyKind.GROUP, evidence=(evidence,))


def _is_adjective(statement: Statement, index: int) -> bool:
    word = statement.words[index]
    joined = statement.passage.text[statement.places[index][1]] == " "
    return (
        joined
        and word.endswith("e")
        and len(word) >= _SHORTEST_ADJECTIVE
        and not statement.atoms[index] & _NO_ADJECTIVE
    )


_SHORTEST_ADJECTIVE = 4
_NO_ADJECTIVE = frozenset(
    ("{determiner}", "{auxiliary}", "{complement}", "{stop_zone}", "{number}")
)
