"""Provinces and regions named in a text: where a pilot ran that has no municipality."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RegionMention", "are_enumerated", "is_province", "region_mentions"]


class RegionMention(NamedTuple):
    """A province or region in a text: where, and the name as printed."""

    start: int
    end: int
    name: str

    @property
    def key(self) -> str:
        """What tells it apart from other regions and from municipalities."""
        return f"region:{self.name.rpartition(' ')[2].lower()}"


# What makes a region of the name after it; a region of transport or care may bear any name.
_CUE = r"(?:(?:provincies?|regio|streek|vervoerregio|vervoersregio|eerstelijnszone|zorgregio)\s)"
_JOINT = re.compile(r"(?:,\s|\sen\s)(?:in\s)?")


@cache
def _pattern() -> re.Pattern[str]:
    names = [row for row in rows("regions") if row["kind"] != "province-only"]
    known = "|".join(re.escape(row["name"]) for row in names)
    # A cue with a capitalised name after it, or a name that is known as a region.
    return re.compile(
        rf"\b(?:(?:de|het)\s)?(?P<name>{_CUE}[A-ZÀ-Þ][\w-]{{2,40}}|(?:{known})(?![\w-]))"
    )


def region_mentions(text: str) -> Iterator[RegionMention]:
    """The provinces and regions of a text, in order. Time is linear.

    >>> [mention.name for mention in region_mentions("in de provincie Antwerpen en in Limburg")]
    ['provincie Antwerpen', 'Limburg']
    """
    for match in _pattern().finditer(text):
        yield RegionMention(match.start(), match.end(), match["name"])


def are_enumerated(text: str, start: int, end: int) -> bool:
    """Whether nothing but a comma or *en* stands between two regions."""
    return _JOINT.fullmatch(text, start, end) is not None


def is_province(name: str) -> bool:
    """Whether a province has a name: *Antwerpen* is a city as well."""
    return name in _provinces()


@cache
def _provinces() -> frozenset[str]:
    return frozenset(row["name"] for row in rows("regions") if row["kind"].startswith("province"))
