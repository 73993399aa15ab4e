"""The tables of words and frames in ``data/``, compiled once.

The notation of patterns is described in :mod:`.phrases`. Every row has an example, which is run as
a test. The tables hold the everyday Dutch of parliamentary answers; they were made by hand for
this library.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from inburgering_model.parsing.content.phrases import Match, Phrase, Vocabulary, phrases_of
from inburgering_model.reference import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["PLACES", "Frame", "Hit", "Table", "rows", "table", "vocabulary"]

PLACES = "places"
"""The class of a place name, or of several joined by commas and *en*; no word is one by itself."""

_FRAME_TABLES = (
    "destinations",
    "follow_up_frames",
    "list_frames",
    "outcome_frames",
    "outcome_nouns",
    "partner_frames",
    "pilot_frames",
    "recommendation_frames",
    "status_frames",
    "trial_frames",
)


@frozen(kw_only=True)
class Frame:
    """A row of a table: what a pattern means, when it counts, and how surely."""

    rule: str
    value: str
    """What it means: a kind, status or destination; empty when the words around it tell."""
    phrases: tuple[Phrase, ...]
    needs: str
    confidence: float
    more: Mapping[str, str]
    """The table's other columns."""


class Hit(NamedTuple):
    """A frame, and where it was found."""

    frame: Frame
    match: Match
    negative: bool
    """Whether the pattern itself asks for a negation: "niet weerhouden"."""


_Entry = tuple[int, int, int, Phrase, bool]
"""Row and number of a pattern, which no other has, what it needs, it, and whether it denies."""


@frozen
class Table:
    """Frames, indexed by a word without which they cannot be found."""

    frames: tuple[Frame, ...]
    _by_anchor: Mapping[int, tuple[_Entry, ...]]
    """By the bit of the word."""
    _anchors: int

    def hits(
        self, atoms: Sequence[frozenset[str]], start: int, end: int, present: int
    ) -> Iterator[Hit]:
        """Every frame found in ``atoms[start:end]``, in the order of the table and its patterns.

        A frame is given once for each of its patterns that is found. ``present`` holds everything
        in ``atoms[start:end]`` (see :meth:`Vocabulary.present`), and may hold more: only what it
        has is looked for.
        """
        # Most sentences hold no anchor of a table, and most anchors stand without the rest of
        # their pattern: nine patterns in ten are never walked.
        anchors = self._anchors & present
        candidates: list[_Entry] = []
        while anchors:
            anchor = anchors & -anchors
            anchors ^= anchor
            candidates += [
                entry for entry in self._by_anchor[anchor] if entry[2] & present == entry[2]
            ]
        candidates.sort()
        for row, _, _, phrase, is_negative in candidates:
            match = phrase.find(atoms, start, end)
            if match is not None:
                yield Hit(self.frames[row], match, is_negative)


def _is_negative(phrase: Phrase) -> bool:
    return any(not _negations().isdisjoint(element.split("|")) for element in phrase.required)


@cache
def _negations() -> frozenset[str]:
    words = (row["words"].split("|") for row in rows("word_classes") if row["class"] == "negation")
    return frozenset(("{negation}",)).union(*words)


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``data/NAME.csv``, by column."""
    return tables.rows(f"{name}.csv", "inburgering_model.parsing.content")


def table(name: str) -> Table:
    """One of the frame tables, by the name of its file."""
    return _tables()[1][name]


def vocabulary() -> Vocabulary:
    """The words of all tables."""
    return _tables()[0]


@cache
def _tables() -> tuple[Vocabulary, Mapping[str, Table]]:
    classes = [(row["class"], row["words"]) for row in rows("word_classes")]
    words = Vocabulary([*classes, (PLACES, "")])
    return words, {name: _compiled(name, words) for name in _FRAME_TABLES}


def _compiled(name: str, words: Vocabulary) -> Table:
    frames: list[Frame] = []
    by_anchor: dict[int, list[_Entry]] = {}
    for index, row in enumerate(rows(name)):
        phrases = phrases_of(row["pattern"], words)
        frames.append(
            Frame(
                rule=row["rule"],
                value=row["value"],
                phrases=phrases,
                needs=row.get("needs", ""),
                confidence=float(row.get("confidence") or 0.7),
                more=row,
            )
        )
        for number, phrase in enumerate(phrases):
            # An element is as common as the commonest word for it, and short words are common.
            anchor = max(
                phrase.required, key=lambda e: (words.shortest(e), -e.count("|"), len(e), e)
            )
            needed = words.present((phrase.required,))
            entry = (index, number, needed, phrase, _is_negative(phrase))
            by_anchor.setdefault(words.present((frozenset((anchor,)),)), []).append(entry)
    return Table(
        tuple(frames),
        {anchor: tuple(entries) for anchor, entries in by_anchor.items()},
        sum(by_anchor),
    )
