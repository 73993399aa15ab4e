"""Municipalities in a sentence, taken together where they are enumerated."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from inburgering_model.parsing.content.lexicon import PLACES, vocabulary
from inburgering_model.parsing.content.regions import RegionMention, are_enumerated, region_mentions
from inburgering_model.parsing.language.places import PlaceMention, place_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Gazetteer", "Mention", "PlaceGroup", "condensed", "key_of"]

Mention = PlaceMention | RegionMention
"""A municipality, province or region in a text."""

# What may stand between two places of one enumeration: signs and small words, after remarks in
# brackets are taken out.
_BETWEEN = re.compile(
    r"[\s,;/&)]{0,4}(?:(?:en|of|alsook|evenals)\s)?(?:(?:in|te)\s)?(?:de\s(?:stad|gemeente)\s)?\s?"
)
_REMARK = re.compile(r"\([^()]{0,80}\)")
_LONGEST_BETWEEN = 100
_WINDOW = 40


@frozen(kw_only=True, eq=False)
class PlaceGroup:
    """Municipalities that a sentence names in one breath.

    ``start`` and ``end`` are the range of the sentence's words that name them, half-open.
    """

    mentions: tuple[Mention, ...]
    start: int
    end: int

    @property
    def keys(self) -> tuple[str, ...]:
        """What tells its municipalities apart."""
        return tuple(map(key_of, self.mentions))


def key_of(mention: Mention) -> str:
    """What tells a place from others: a municipality's NIS code, or the name."""
    if isinstance(mention, RegionMention):
        return mention.key
    return mention.municipality.nis or mention.municipality.name


@define(eq=False)
class Gazetteer:
    """The municipalities named in each statement; every passage is looked through once."""

    day: date | None
    _mentions: dict[int, list[PlaceMention]] = field(
        factory=dict[int, list[PlaceMention]], init=False
    )
    _groups: dict[int, list[PlaceGroup]] = field(factory=dict[int, list[PlaceGroup]], init=False)
    _regions: dict[int, list[PlaceGroup]] = field(factory=dict[int, list[PlaceGroup]], init=False)

    def groups(self, statement: Statement) -> list[PlaceGroup]:
        """The groups of municipalities in a statement, in order."""
        known = self._groups.get(id(statement))
        if known is None:
            known = [_group(statement, places) for places in self._enumerations(statement)]
            self._groups[id(statement)] = known
        return known

    def regions(self, statement: Statement) -> list[PlaceGroup]:
        """The provinces and regions in a statement, taken together where they are enumerated."""
        known = self._regions.get(id(statement))
        if known is None:
            found: list[list[RegionMention]] = []
            text = statement.passage.text
            for place in region_mentions(statement.text):
                start, end = place.start + statement.start, place.end + statement.start
                mention = RegionMention(start, end, place.name)
                if found and are_enumerated(text, found[-1][-1].end, start):
                    found[-1].append(mention)
                else:
                    found.append([mention])
            known = [_group(statement, mentions) for mentions in found]
            self._regions[id(statement)] = known
        return known

    def _enumerations(self, statement: Statement) -> list[list[PlaceMention]]:
        passage = statement.passage
        mentions = self._mentions.get(id(passage))
        if mentions is None:
            mentions = self._mentions[id(passage)] = place_mentions(passage.text, self.day)
        found: list[list[PlaceMention]] = []
        index = bisect_left(mentions, statement.start, key=lambda m: m.start)
        while index < len(mentions) and mentions[index].start < statement.end:
            mention = mentions[index]
            if found and _is_enumerated(passage.text, found[-1][-1].end, mention.start):
                found[-1].append(mention)
            else:
                found.append([mention])
            index += 1
        return found


def _group(statement: Statement, mentions: Sequence[Mention]) -> PlaceGroup:
    first, last = statement.words_within(mentions[0].start, mentions[-1].end)
    return PlaceGroup(mentions=tuple(mentions), start=first, end=last)


def _is_enumerated(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_BETWEEN:
        return False
    return _BETWEEN.fullmatch(_REMARK.sub("", text[start:end])) is not None


def condensed(statement: Statement, group: PlaceGroup) -> tuple[Sequence[frozenset[str]], int]:
    """The statement's words around a group, with the group itself as one word; and all they have.

    Only a window of words is kept, so that a sentence with many groups stays linear. A colon
    before the group counts as a word that introduces a list.
    """
    start = group.start - _is_remark(statement, group)
    before = statement.atoms[max(start - _WINDOW, 0) : start]
    after = statement.atoms[group.end : group.end + _WINDOW]
    places, listing = vocabulary().of_class(PLACES), vocabulary().of_class("listing")
    present = statement.present | vocabulary().present((places, listing))
    if _is_introduced(statement, group):
        return (*before, listing, places, *after), present
    return (*before, places, *after), present


def _is_remark(statement: Statement, group: PlaceGroup) -> bool:
    """Whether a group opens a bracket after a capitalised name: "in Merksem (Antwerpen)"."""
    text = statement.passage.text
    start = statement.places[group.start][0]
    if group.start == 0 or text[start - 1] != "(":
        return False
    first, last = statement.places[group.start - 1]
    return text[first].isupper() and text[last : start - 1] == " "


def _is_introduced(statement: Statement, group: PlaceGroup) -> bool:
    if group.start == 0:
        return False
    first, last = statement.places[group.start - 1][1], statement.places[group.start][0]
    return ":" in statement.passage.text[first:last]
