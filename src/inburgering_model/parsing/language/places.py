"""Flemish municipalities named in Dutch prose.

A name in capitals or capitalised is looked up in the reference table. It is no mention where it is
part of another name (a person, a street, a province, a club) and, for a name that is a common word
as well (*Boom*, *Mol*), where nothing but the beginning of a sentence gives it its capital.
Adjectives (*Gentse*) are left out. Offsets are Unicode code points, half-open.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from attrs import frozen

from inburgering_model.model.pilot import Municipality
from inburgering_model.parsing.language._name_words import (
    AMBIGUOUS_PLACES,
    BODIES,
    GIVEN_NAMES,
    PLACE_CUES,
    PROVINCES,
    SENTENCE_ENDS,
    TITLES,
    WELCOMING,
)
from inburgering_model.reference.municipalities import find, names

__all__ = ["LIST_JOINT", "PlaceMention", "place_mentions"]


@frozen(weakref_slot=False)
class PlaceMention:
    """A municipality named in a text: where, the name as printed, and which one it is."""

    start: int
    end: int
    name: str
    municipality: Municipality


def place_mentions(text: str, day: date | None = None) -> list[PlaceMention]:
    """Return the municipalities named in a text, in order.

    ``day`` picks the NIS code of a municipality that changed it; without one it is the latest.
    Time is linear in the text.

    >>> [(m.name, m.municipality.nis) for m in place_mentions("In Halle en in Sint-Pieters-Leeuw")]
    [('Halle', '23027'), ('Sint-Pieters-Leeuw', '23077')]
    """
    return [
        PlaceMention(found.start, found.end, text[found.start : found.end], municipality)
        for found in _accepted(text, list(_candidates(text)))
        if (municipality := _municipality(found.name, day)) is not None
    ]


def _municipality(name: str, day: date | None) -> Municipality | None:
    record = find(name, day)
    return None if record is None else Municipality(name=record.name, nis=record.nis)


class _Name(NamedTuple):
    """A name that begins with a certain word: what may follow that word in a text."""

    rest: re.Pattern[str]
    letters: str  # of the name as it is spelled
    name: str


class _Candidate(NamedTuple):
    start: int
    end: int
    name: str


class _Verdict(Enum):
    NO = "part of another name"
    DOUBT = "only in a list with other municipalities"
    YES = "a mention"


# A capital begins a word that is no later part of a compound.
_WORD: Final = re.compile(r"[A-Z](?<![\w'’‐‑-].)[A-Za-z]*+")
_FIRST: Final = re.compile(r"[A-Za-z]+\.?")
_NO_LETTERS: Final = re.compile(r"[^A-Za-z]+")
_HYPHEN: Final = r"[-‐‑\s]\s?"
_NOTHING_MORE: Final = (
    r"(?!\w|[-‐‑]\w|[./@][a-z])"  # neither a longer word nor a compound or an address
)
# What stands between the members of a list.
LIST_JOINT: Final = re.compile(r"\s?(?:[,;/&]|,?\s?(?:en|of|EN|OF)(?=\s))\s?(?:(?:in|te|IN|TE)\s)?")
_LONGEST_JOINT: Final = 12
_WINDOW: Final = 80
_OPENERS: Final = "([\"'“‘«"
_QUOTES: Final = "\"'“‘«"
_CLOSERS: Final = ",;:)]"


@cache
def _names() -> Mapping[str, tuple[_Name, ...]]:
    """The names in the table by their first word in small letters; the longer ones first."""
    found: dict[str, list[_Name]] = {}
    for name in sorted(names(), key=len, reverse=True):
        spellings = [name]
        if name.startswith("Sint-"):
            spellings += [f"St.{name[4:]}", f"St{name[4:]}"]
        for spelling in spellings:
            first = _FIRST.match(spelling)
            if first is not None:
                key = first[0].rstrip(".").lower()
                found.setdefault(key, []).append(_name(name, spelling, len(key)))
    return {key: tuple(entries) for key, entries in found.items()}


def _name(name: str, spelling: str, first: int) -> _Name:
    rest = "".join(
        _HYPHEN if character in "- " else rf"(?i:{re.escape(character)})"
        for character in spelling[first:]
    )
    return _Name(re.compile(rest + _NOTHING_MORE), _letters(spelling), name)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _candidates(text: str) -> Iterator[_Candidate]:
    """Every place where a name of the table stands, in its own capitals or in nothing else."""
    table = _names()
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        for entry in table.get(word[0].lower(), ()):
            rest = entry.rest.match(text, word.end())
            if rest is None:
                continue
            printed = _letters(text[word.start() : rest.end()])
            if printed in (entry.letters, entry.letters.upper()):
                yield _Candidate(word.start(), rest.end(), entry.name)
                done = rest.end()
                break


def _accepted(text: str, candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The candidates that are mentions: by their own context, or as a member of a list."""
    if not candidates:
        return
    verdicts = [_verdict(text, candidate) for candidate in candidates]
    forwards = range(1, len(candidates))
    for one, other in [(i - 1, i) for i in forwards] + [(i, i - 1) for i in reversed(forwards)]:
        if (
            verdicts[one] is _Verdict.YES
            and verdicts[other] is _Verdict.DOUBT
            and _in_one_list(text, *sorted((candidates[one], candidates[other])))
        ):
            verdicts[other] = _Verdict.YES
    for candidate, verdict in zip(candidates, verdicts, strict=True):
        if verdict is _Verdict.YES:
            yield candidate


def _in_one_list(text: str, first: _Candidate, second: _Candidate) -> bool:
    return (
        second.start - first.end <= _LONGEST_JOINT
        and LIST_JOINT.fullmatch(text, first.end, second.start) is not None
    )


class _Before(NamedTuple):
    """What stands before a candidate, in the same sentence or row."""

    word: str = ""  # the word right before, without the full stop of an abbreviation
    earlier: str = ""
    word_opens: bool = False  # that word is the first of its sentence
    opens: bool = False  # the candidate is

    @property
    def key(self) -> str:
        return self.word.lower()


def _before(text: str, start: int) -> _Before:
    words = text[_line_start(text, start) : start].split()
    if not words or text[start - 1] in _QUOTES:
        return _Before(opens=True)
    if text[start - 1].isspace() and _ends_sentence(words[-1]):
        return _Before(opens=True)
    if not text[start - 1].isspace() or words[-1][-1] in _CLOSERS:
        return _Before()
    alone = len(words) == 1 or _ends_sentence(words[-2])
    return _Before(
        word=words[-1].strip(_OPENERS).rstrip("."),
        earlier="" if alone else words[-2].strip(_OPENERS).rstrip("."),
        word_opens=alone,
    )


def _ends_sentence(word: str) -> bool:
    return word.endswith(SENTENCE_ENDS) and word.strip(_OPENERS).rstrip(".").lower() not in TITLES


def _verdict(text: str, candidate: _Candidate) -> _Verdict:
    before = _before(text, candidate.start)
    heads = before.opens and _heads_row(text, candidate)
    if _is_of_a_body(before) or _is_of_a_person(text, candidate, before):
        return _Verdict.NO
    if candidate.name == "Antwerpen" and _is_among_provinces(text, candidate):
        return _Verdict.NO
    cued = before.key in PLACE_CUES or _is_below_province(text, candidate)
    if candidate.name not in AMBIGUOUS_PLACES or cued:
        return _Verdict.YES
    shouts = text[candidate.start : candidate.end].isupper()
    can_be_a_word = before.opens or shouts or candidate.name.lower() in GIVEN_NAMES
    stands_apart = heads or _STANDS_APART.match(text, candidate.end) is not None
    return _Verdict.DOUBT if can_be_a_word and not stands_apart else _Verdict.YES


# What ends the first cell of a row: wide space, or a sign between cells.
_CELL_END: Final = re.compile(r"[ ]{2}|\s?[\t|;]")


def _heads_row(text: str, candidate: _Candidate) -> bool:
    """Whether a name is the first cell of a row."""
    begin = _line_start(text, candidate.start)
    heads = text[begin : begin + 1] == "\n" and text[begin : candidate.start].isspace()
    return heads and _CELL_END.match(text, candidate.end) is not None


def _line_start(text: str, position: int) -> int:
    """Where the row that a position stands in begins, or else so much before it as is looked at."""
    first = max(0, position - _WINDOW)
    return max(first, text.rfind("\n", first, position))


def _is_of_a_body(before: _Before) -> bool:
    """Whether the name ends that of a body or region: *provincie Antwerpen*, *KV Mechelen*."""
    return before.key in BODIES or (before.key == "van" and before.earlier.lower() in BODIES)


def _is_of_a_person(text: str, candidate: _Candidate, before: _Before) -> bool:
    """Whether the name is a family name, or a given one."""
    if candidate.name.lower() in GIVEN_NAMES and _CAPITAL_FOLLOWS.match(text, candidate.end):
        return True
    if before.key in TITLES or before.key in GIVEN_NAMES:
        return True
    if before.key in _PARTICLES:
        return before.earlier.lower() in GIVEN_NAMES or (
            before.word.istitle()
            and (before.earlier[:1].isupper() or before.earlier.lower() in TITLES)
        )
    if not before.word[:1].isupper() or before.key in WELCOMING:
        return False
    shouts = before.word.isupper() and len(before.word) > 1
    if before.word_opens:  # a verb or an adverb, or the abbreviation of a body
        return shouts and not text[candidate.start : candidate.end].isupper()
    return not (shouts and text[candidate.start : candidate.end].isupper())


_PARTICLES: Final = frozenset({"van", "de", "den", "der", "ten", "ter", "vande", "vanden"})
_CAPITAL_FOLLOWS: Final = re.compile(r"\s(?:[A-Z][a-z]|(?:van|de)\s)")
# A name that is all there is, or the head of what follows: Halle: 3 projecten, Mol (12), Zele, van
# 1 mei 2020.
_STANDS_APART: Final = re.compile(r"\s?(?:[:)|]|\([0-9]|,\s(?:van(?:af)?|sinds|tot)\s[0-9]|\Z)")
_PROVINCE_BEFORE: Final = re.compile(
    rf"(?i:provincies?\s|(?:{'|'.join(PROVINCES)})(?:,?\s(?:en|of)|,)\s)\Z"
)
_PROVINCE_AFTER: Final = re.compile(rf"(?i:(?:,|,?\s(?:en|of))\s(?:{'|'.join(PROVINCES)})\b)")


# The label of a row: "Limburg: Peer".
_PROVINCE_LABEL: Final = re.compile(rf"(?i:(?:{'|'.join(PROVINCES)}|antwerpen)\s?:\s)\Z")


def _is_below_province(text: str, candidate: _Candidate) -> bool:
    first = max(0, candidate.start - _WINDOW)
    return _PROVINCE_LABEL.search(text, first, candidate.start) is not None


def _is_among_provinces(text: str, candidate: _Candidate) -> bool:
    first = max(0, candidate.start - _WINDOW)
    return (
        _PROVINCE_BEFORE.search(text, first, candidate.start) is not None
        or _PROVINCE_AFTER.match(text, candidate.end) is not None
    )
