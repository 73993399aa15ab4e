"""Bodies that act or are acted for, named in Dutch prose: agencies, services, local authorities.

Known bodies come from the reference table, by name, abbreviation or misread abbreviation; others by
the way in which bodies are named (*Agentschap X en Y*, *Departement X*, *stad Gent*). A body has
one :class:`~inburgering_model.model.people.Party`, however it is printed. Offsets are Unicode code
points, half-open.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from attrs import frozen

from inburgering_model.model.people import Party, PartyKind
from inburgering_model.parsing.language._kernels import kernels
from inburgering_model.parsing.language._name_words import opens_sentence
from inburgering_model.parsing.language._ways_of_naming import WAYS
from inburgering_model.parsing.language.places import LIST_JOINT, PlaceMention, place_mentions
from inburgering_model.reference.agencies import AgencyRecord, records

__all__ = ["PartyMention", "party_mentions"]


@frozen(weakref_slot=False)
class PartyMention:
    """A body named in a text: where, and which one it is."""

    start: int
    end: int
    party: Party


def party_mentions(text: str, day: date | None = None) -> list[PartyMention]:
    """Return the bodies named in a text: in order, never overlapping, the longest ones.

    ``day`` picks the NIS code of a local authority, which is its identifier; that of an agency is
    its abbreviation. Time is linear in the text.

    >>> found = party_mentions("het Agentschap Integratie en Inburgering (Agll) en de stad Gent")
    >>> [(mention.party.name, mention.party.identifier) for mention in found]
    [('Agentschap Integratie en Inburgering', 'AgII'), ('Gent', '44021')]
    """
    places = place_mentions(text, day)
    found = [*_known(text), *_local_authorities(text, places), *_services_of(text, places)]
    found += _named(text)
    return list(_apart(found))


class _Found(NamedTuple):
    """A possible mention. Where two begin at the same character, the lower rank goes first."""

    start: int
    rank: int
    end: int
    party: Party


_KNOWN, _BY_PATTERN = 0, 1


def _apart(found: list[_Found]) -> Iterator[PartyMention]:
    done = 0
    for start, _, end, party in sorted(found, key=lambda one: (one.start, one.rank, -one.end)):
        if start >= done:
            yield PartyMention(start, end, party)
            done = end


# --- bodies of the reference table


class _Spelling(NamedTuple):
    rest: re.Pattern[str]  # what comes after the first word
    first: frozenset[str]  # how the first word can be printed
    ambiguous: bool
    record: AgencyRecord


# A word that can begin a name: with a capital, or one that names a sort of body.
_FIRST_WORD: Final = re.compile(
    r"(?<![\w'’‐‑-])(?:[A-Z]\w*+|(?:agentschap|departement|federale|provinciebestu|vzw|ocmw|het)\w*+)"
)
_WORD: Final = re.compile(r"\w+")
_END: Final = r"(?!\w|[-‐‑]\w|[.@/][a-z])"
# The other name in brackets: (AgII), (hierna: AgII), (het AgII).
_BRACKET: Final = re.compile(r"\s?\((?:(?:hierna:?|afgekort|kortweg|of|het|de|voortaan)\s){0,2}")


@cache
def _spellings() -> Mapping[str, tuple[_Spelling, ...]]:
    """Every spelling in the table by its first word in small letters; the longer ones first."""
    rows = [
        (spelling, record)
        for record in records()
        for name in record.spellings
        for spelling in _printed(name)
    ]
    found: dict[str, list[_Spelling]] = {}
    for spelling, record in sorted(rows, key=lambda row: -len(row[0])):
        match = _WORD.match(spelling)
        if match is not None:
            word, rest = match[0], spelling[match.end() :]
            pattern = r"\s{1,3}".join(re.escape(part) for part in rest.split(" "))
            small = {word[0].lower() + word[1:]} if " " in rest and word.istitle() else set[str]()
            found.setdefault(word.lower(), []).append(
                _Spelling(
                    re.compile(pattern + _END),
                    frozenset({word} | small),
                    record.ambiguous and " " not in spelling,
                    record,
                )
            )
    return {word: tuple(spellings) for word, spellings in found.items()}


def _printed(name: str) -> set[str]:
    """A name as it is spelled and, when it cannot be mistaken, in capitals and in small letters."""
    if " " not in name:
        return {name}
    return {name, name.upper(), name.lower() if name.startswith("Agentschap ") else name}


@cache
def _party(record: AgencyRecord) -> Party:
    return Party(name=record.name, kind=record.kind, identifier=record.abbreviation)


def _known(text: str) -> Iterator[_Found]:
    done = 0
    for word in _FIRST_WORD.finditer(text):
        if word.start() < done:
            continue
        found = _spelled(text, word)
        if found is None:
            continue
        end, spelling = found
        if spelling.ambiguous and opens_sentence(text, word.start()):
            continue
        done = _with_bracket(text, end, spelling.record)
        yield _Found(word.start(), _KNOWN, done, _party(spelling.record))


def _spelled(text: str, word: re.Match[str]) -> tuple[int, _Spelling] | None:
    for spelling in _spellings().get(word[0].lower(), ()):
        rest = spelling.rest.match(text, word.end())
        if rest is not None and word[0] in spelling.first:
            return rest.end(), spelling
    return None


def _with_bracket(text: str, end: int, record: AgencyRecord) -> int:
    """Where a mention ends that gives the body's other name in brackets after the first."""
    bracket = _BRACKET.match(text, end)
    word = _FIRST_WORD.match(text, bracket.end()) if bracket is not None else None
    other = _spelled(text, word) if word is not None else None
    if other is None or other[1].record is not record or text[other[0] : other[0] + 1] != ")":
        return end
    return other[0] + 1


# --- bodies with the name of a place


# What makes a local authority of the municipality after it; plural words are the heads of a list.
_AUTHORITY: Final = re.compile(
    r"(?<![\w-])(?i:stad|gemeente|steden|gemeenten|(?:lokaal|lokale|plaatselijke?)\s(?:bestuur|besturen)"
    r"|(?:stads|gemeente)bestu(?:ur|ren)|centrumstad|(?:stads|gemeente)diensten)\s(?:van\s)?"
    r"(?:de\s)?(?:(?:stad|gemeente|steden|gemeenten)\s)?\Z"
)
# A local service that bears the municipality's name.
_SERVICE: Final = re.compile(r"(?<![\w-])(?P<name>OCMW|Huis van het Kind)\s(?:van\s)?\Z")
_WINDOW: Final = 56


def _local_authorities(text: str, places: list[PlaceMention]) -> Iterator[_Found]:
    last: PlaceMention | None = None  # the member of the list before
    for place in places:
        start = max(0, place.start - _WINDOW)
        cue = _AUTHORITY.search(text, start, place.start)
        if cue is not None:
            yield _authority(cue.start(), place)
            last = place
        elif last is not None and LIST_JOINT.fullmatch(text, last.end, place.start):
            yield _authority(place.start, place)
            last = place
        else:
            last = None


def _authority(start: int, place: PlaceMention) -> _Found:
    municipality = place.municipality
    party = Party(
        name=municipality.name, kind=PartyKind.LOCAL_AUTHORITY, identifier=municipality.nis
    )
    return _Found(start, _KNOWN, place.end, party)


def _services_of(text: str, places: list[PlaceMention]) -> Iterator[_Found]:
    for place in places:
        match = _SERVICE.search(text, max(0, place.start - _WINDOW), place.start)
        if match is not None:
            name = f"{match['name']} {place.municipality.name}"
            party = Party(name=name, kind=PartyKind.SERVICE)
            yield _Found(match.start(), _KNOWN, place.end, party)


# --- bodies known by the way in which they are named


_BEFORE_KERNEL: Final = 32  # longer than what comes before a kernel in a match
_AFTER_KERNEL: Final = 240
_KERNELS: Final = frozenset(word for way in WAYS for word in way.kernels)


def _named(text: str) -> Iterator[_Found]:
    present = {word for word in _KERNELS if word in text}
    for way in WAYS if present else ():
        if present.isdisjoint(way.kernels):
            continue
        done = 0
        for kernel in sorted(kernels(way.kernels, text)):
            if kernel < done:
                continue
            first, last = max(done, kernel - _BEFORE_KERNEL), kernel + _AFTER_KERNEL
            match = way.pattern.search(text, first, last)
            if match is not None:
                done = match.end()
                name = " ".join(match["name"].split()) if way.pattern.groups else ""
                party = Party(name=way.name.format(name), kind=way.kind)
                rank = _KNOWN if way.goes_before else _BY_PATTERN
                yield _Found(match.start(), rank, done, party)
