"""Raw text made readable, with the way back to every raw character.

Characters are cleaned before anything is recognised: invisible ones go, odd spaces become spaces,
ligatures and decomposed letters become letters, letter-spaced capitals become words, and listed
spellings are restored. Line breaks stay: the layout is still to be read.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.reading import CorrectionKind
from inburgering_model.parsing.text import spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["CleanText", "Edit", "clean"]


@frozen
class Edit:
    """One change: raw characters from ``start`` to ``end`` became ``replacement``."""

    start: int
    end: int
    replacement: str
    kind: CorrectionKind
    rule: str


class CleanText:
    """Clean text and the map from its offsets to those of the raw text."""

    __slots__ = ("_clean_ends", "_clean_starts", "_shifts", "edits", "raw", "text")

    def __init__(self, raw: str, edits: tuple[Edit, ...]) -> None:
        self.raw = raw
        self.edits = edits
        parts: list[str] = []
        # Where each replacement starts and ends, and how far the raw text after it lies ahead.
        self._clean_starts: list[int] = []
        self._clean_ends: list[int] = []
        self._shifts: list[int] = []
        position = length = 0
        for edit in edits:
            parts += raw[position : edit.start], edit.replacement
            length += edit.start - position
            self._clean_starts.append(length)
            length += len(edit.replacement)
            position = edit.end
            self._clean_ends.append(length)
            self._shifts.append(position - length)
        self.text = "".join([*parts, raw[position:]]) if edits else raw

    def raw_start(self, position: int) -> int:
        """The raw offset at which the clean character at ``position`` begins.

        A position inside a replacement gives the start of what was replaced; what was deleted
        just before the character stays outside.
        """
        index = bisect_right(self._clean_starts, position) - 1
        if index < 0:
            return position
        if position < self._clean_ends[index]:
            return self.edits[index].start
        return position + self._shifts[index]

    def raw_end(self, position: int) -> int:
        """The raw offset at which the clean character before ``position`` ends."""
        index = bisect_left(self._clean_starts, position) - 1
        if index < 0:
            return position
        if position <= self._clean_ends[index] and self.edits[index].replacement:
            return self.edits[index].end
        return position + self._shifts[index]

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of a stretch of clean text."""
        if not self.edits:
            return start, end
        first = self.raw_start(start)
        return first, max(first, self.raw_end(end))

    def _shifts_within(self, edit: Edit) -> bool:
        """Whether characters of an edit are not those of the raw text at the same place."""
        return (
            len(edit.replacement) > 1
            and _SHIFTING.search(self.raw, edit.start, edit.end) is not None
        )

    def segments(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Raw start, raw end and clean length of each piece of a stretch of clean text.

        Pieces are verbatim stretches and replacements in turn; the inner cuts fall so that the
        raw offsets are contiguous.
        """
        before = bisect_right(self._clean_starts, start)
        shift = self._shifts[before - 1] if before else 0
        if bisect_left(self._clean_starts, end) == before and (
            not before or self._clean_ends[before - 1] <= start
        ):
            # No replacement stands in it, as in most stretches.
            yield start + shift, end + shift, end - start
            return
        first, last = self.raw_range(start, end)
        index = bisect_left(self._clean_starts, start)
        if index and start < self._clean_starts[index - 1] + len(self.edits[index - 1].replacement):
            index -= 1
        position = start
        while index < len(self.edits) and self._clean_starts[index] < end:
            edit, at = self.edits[index], self._clean_starts[index]
            index += 1
            if edit.end <= first or edit.start >= last:
                continue
            if at > position:
                yield first, edit.start, at - position
            stop = min(at + len(edit.replacement), end)
            length = stop - max(at, position)
            if length == edit.end - edit.start and self._shifts_within(edit):
                # As long by chance: a piece as long as its raw text would say that it is the same.
                yield edit.start, edit.end, length - 1
                yield edit.end, edit.end, 1
            else:
                yield edit.start, edit.end, length
            position, first = stop, edit.end
        if position < end:
            yield first, last, end - position


_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u200b-\u200f\u2060\ufeff\u202a-\u202e"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LIGATURES = "\ufb00-\ufb06\u0132\u0133"
_MARKS = "\u0300-\u036f"

# Capitals with a space between each, in a word or in several with wider spaces between: "A N T W",
# "H I L D E   D E   B O E".
_CAPITAL = rf"[A-ZÀ-Þ][{_MARKS}]?"
_SPACED_WORD = rf"{_CAPITAL}(?:[ \u00a0]{_CAPITAL})"
_SPACED = re.compile(
    rf"(?<!\w)(?:{_SPACED_WORD}{{1,30}}(?:[ \u00a0]{{2,4}}{_SPACED_WORD}{{1,30}}){{1,8}}"
    rf"|{_SPACED_WORD}{{3,}})(?!\w)"
)
_SPACED_LONG = len("V A N")
_SPACED_PIECE = re.compile(r"[ \u00a0]{2,}|(?:[^ \u00a0]|[ \u00a0](?![ \u00a0]))+")
# Most texts hold no odd character at all: one look at a set of characters spares the scan below.
_ODD = re.compile(rf"[\u00ad{_MARKS}{_SPACES}{_INVISIBLE}{_CONTROL}{_LIGATURES}]")
# Those of them that are as long as nothing, or as two.
_SHIFTING = re.compile(rf"[\u00ad{_MARKS}{_INVISIBLE}{_CONTROL}{_LIGATURES}]")
# The group that matched says what is odd. Each branch repeats over one set of characters.
_ANOMALY = re.compile(
    rf"(?P<decomposed>[A-Za-z][{_MARKS}]+)"
    rf"|(?P<spaces>[{_SPACES}])"
    r"|(?P<soft>\u00ad(?:[ \t]*(?:\r\n|\n|\r)[ \t]*)?)"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<control>[{_CONTROL}]+)"
    rf"|(?P<ligature>[{_LIGATURES}])"
)


def _nothing(_: str) -> str:
    return ""


def _space(text: str) -> str:
    return " " * len(text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _taken_apart(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


_REPAIRS: dict[str, tuple[CorrectionKind, str, Callable[[str], str]]] = {
    "decomposed": (CorrectionKind.CHARACTER, "character.composed", _composed),
    "spaces": (CorrectionKind.WHITE_SPACE, "space.no-break", _space),
    "soft": (CorrectionKind.HYPHEN, "hyphen.soft", _nothing),
    "invisible": (CorrectionKind.CHARACTER, "character.invisible", _nothing),
    "control": (CorrectionKind.CHARACTER, "character.control", _nothing),
    "ligature": (CorrectionKind.CHARACTER, "character.ligature", _taken_apart),
}


def clean(raw: str) -> CleanText:
    """Clean the characters of a raw text."""
    edits = _apart(_characters(raw))
    composed = CleanText(raw, tuple(edits))
    spellings = _apart(_spellings(composed))
    return CleanText(raw, _joined(edits, spellings)) if spellings else composed


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in order; of two that overlap, the one that begins first, or is longer."""
    apart: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart


def _joined(edits: list[Edit], spellings: list[Edit]) -> tuple[Edit, ...]:
    """All edits in order; a restored word takes the place of the edits inside it."""
    kept = list(spellings)
    position = 0
    for edit in edits:
        while position < len(spellings) and spellings[position].end <= edit.start:
            position += 1
        if position == len(spellings) or edit.end <= spellings[position].start:
            kept.append(edit)
    return tuple(sorted(kept, key=lambda edit: (edit.start, edit.end)))


def _characters(raw: str) -> Iterator[Edit]:
    for match in _SPACED.finditer(raw):
        pieces = list(_SPACED_PIECE.finditer(raw, *match.span()))
        if all(len(piece.group()) < _SPACED_LONG for piece in pieces):
            continue  # the heads of columns: "M V    M V"
        for piece in pieces:
            word = _composed("".join(piece.group().split())) or " "
            yield Edit(*piece.span(), word, CorrectionKind.WHITE_SPACE, "space.letter-spacing")
    for match in _ANOMALY.finditer(raw) if _ODD.search(raw) else ():
        kind, rule, repair = _REPAIRS[match.lastgroup or ""]
        repaired = repair(match.group())
        if repaired != match.group():
            yield Edit(match.start(), match.end(), repaired, kind, rule)


# The rest of a word.
_WORD_REST = re.compile(r"\w*")


# What was taken for an l, by rule.
_OF_AN_L = (
    ("spelling.capitals", spelling.CAPITALS, "I"),
    ("spelling.ones", spelling.ONES, "1"),
    ("spelling.capital-i", spelling.CAPITAL_I, "I"),
)


def _spellings(composed: CleanText) -> Iterator[Edit]:
    """Spoiled spellings in the text as it reads after its characters were cleaned."""
    text = composed.text
    # The one capital that has two characters in lower case would shift all offsets.
    lower = text.replace("\u0130", "I").lower()
    for match in spelling.BEGINNING.finditer(lower):
        start, end = match.span()
        repaired = spelling.restored(text[start:end])
        first, last = composed.raw_range(start, end)
        if last - first != end - start or composed.raw[first:last] != text[start:end]:
            # Other characters of the word were cleaned too: one edit says it all.
            rest = _WORD_REST.match(text, end)
            stop = rest.end() if rest else end
            first, last = composed.raw_range(start, stop)
            repaired += text[end:stop]
        yield Edit(first, last, repaired, CorrectionKind.SPELLING, "spelling.listed")
    for rule, pattern, letter in _OF_AN_L if spelling.DOUBTFUL.search(text) else ():
        for match in pattern.finditer(text):
            repaired = match.group().replace("l", letter)
            yield Edit(*composed.raw_range(*match.span()), repaired, CorrectionKind.SPELLING, rule)
    for match in spelling.AGENCY.finditer(text):
        if match.group() != "AgII":
            first, last = composed.raw_range(*match.span())
            yield Edit(first, last, "AgII", CorrectionKind.SPELLING, "spelling.agency")
