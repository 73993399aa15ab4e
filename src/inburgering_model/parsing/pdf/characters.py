"""The characters of a page of a PDF file, as PDFium tells them, made into stretches of text."""

from __future__ import annotations

import re
from ctypes import byref, c_double, c_ulong, c_ushort, sizeof
from math import hypot
from statistics import median_low
from typing import TYPE_CHECKING, Any, NamedTuple

from inburgering_model.parsing.pdf.page_lines import Page, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_page"]

_Untyped = Any  # pypdfium2 comes without types

_HYPHEN = "\x02"
"""PDFium's mark for a hyphen at the end of a line, hard or soft; it tells no break after it."""
_NO_CHARACTER = "\x00"
# A glyph that would be a tab or break lines or pages is a space; only these two are real breaks.
_SPACES = " \t\v\f\x1c-\x1e\x85\u2028\u2029"
_BREAKS = "\r\n"
# A word, up to and with such a hyphen.
_WORD = re.compile(f"[^{_SPACES}{_BREAKS}{_HYPHEN}]+{_HYPHEN}?|{_HYPHEN}")
_WIDE_GAP = 1.15
"""From which gap on, in sizes of the font, cells stand apart: words in a full line are closer."""
_NEXT_LINE = 0.35
"""From which step on, in sizes of the font, what follows a hyphen is another line."""
_MOST_MARKS = 16
_LONGEST_NAME = 32
# The axes of a page, by the quarter turns it is shown with: x and y as shown, out of the file's.
_TURNS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))


def read_page(page: _Untyped, characters: _Untyped, raw: _Untyped) -> Page:
    """Read the characters of a page.

    ``page`` is a PdfPage, ``characters`` its PdfTextPage, ``raw`` PDFium's own functions.
    """
    places = _Places(characters, raw.FPDFPage_GetRotation(page), raw)
    left, bottom, right, top = page.get_bbox()
    edges = places.shown(left, bottom)[1], places.shown(right, top)[1]
    return Page(tuple(_stretches(characters, places, raw)), max(edges), min(edges))


def _stretches(characters: _Untyped, places: _Places, raw: _Untyped) -> Iterator[Stretch]:
    """The stretches of text, in the order of the file.

    A stretch ends where PDFium tells a break, where it swallows one after a hyphen, and at the gap
    between two cells, for which it tells no more than a space.
    """
    handle, code_at = characters.raw, raw.FPDFText_GetUnicode
    text = "".join([chr(code_at(handle, index)) for index in range(characters.count_chars())])
    words: list[_Word] = []
    size = 0.0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = _Word(match.group(), end, *places.origin(start))
        if words and _is_elsewhere(words[-1], word, text[words[-1].end : start], size, places):
            yield _stretch(words, size, places)
            words = []
        if not words:
            size = places.size(start)
        words.append(word)
    if words:
        yield _stretch(words, size, places)


class _Word(NamedTuple):
    """Characters without a space; ``end`` is the index after the last."""

    text: str
    end: int
    left: float
    baseline: float


def _is_elsewhere(before: _Word, word: _Word, between: str, size: float, places: _Places) -> bool:
    """Whether a word stands on another line or in another cell than the word before it."""
    if "\n" in between or "\r" in between:
        return True
    if not between:
        return abs(word.baseline - before.baseline) > size * _NEXT_LINE
    gap = word.left - places.right(before.end - 1)
    return not -size < gap < size * _WIDE_GAP


def _stretch(words: list[_Word], size: float, places: _Places) -> Stretch:
    """Words side by side; where PDFium tells a space, one space stands."""
    parts: list[str] = []
    for word in words:
        apart = parts and not parts[-1].endswith(_HYPHEN)
        parts.append(f" {word.text}" if apart else word.text)
    last = words[-1].end - 1
    return Stretch(
        text=_plain("".join(parts)),
        left=words[0].left,
        right=places.right(last),
        baseline=median_low([word.baseline for word in words]),
        size=size,
        artifact=places.is_artifact(last),
    )


def _plain(text: str) -> str:
    text = text.replace(_HYPHEN, "-").replace(_NO_CHARACTER, "\ufffd")
    # Two halves of one character, where PDFium tells them so, become one.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class _Places:
    """Where characters stand on the page as it is shown."""

    def __init__(self, characters: _Untyped, turns: int, raw: _Untyped) -> None:
        self.handle, self.raw = characters.raw, raw
        self.turn = _TURNS[turns % 4]
        self.origin_at = raw.FPDFText_GetCharOrigin
        self.box_at = raw.FPDFText_GetLooseCharBox
        self.x, self.y = c_double(), c_double()
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A place in the file as a place on the page."""
        xx, xy, yx, yy = self.turn
        return xx * x + xy * y, yx * x + yy * y

    def origin(self, index: int) -> tuple[float, float]:
        """The left end of a character's baseline."""
        self.origin_at(self.handle, index, byref(self.x), byref(self.y))
        return self.shown(self.x.value, self.y.value)

    def right(self, index: int) -> float:
        """The right edge of a character."""
        self.box_at(self.handle, index, byref(self.box))
        corners = (self.box.left, self.box.bottom), (self.box.right, self.box.top)
        return max(self.shown(*corner)[0] for corner in corners)

    def size(self, index: int) -> float:
        """The size of a character's font as it is shown.

        Not the height of its box, which is that of the font or of the letter, as the font has it.
        """
        self.raw.FPDFText_GetMatrix(self.handle, index, byref(self.matrix))
        size: float = self.raw.FPDFText_GetFontSize(self.handle, index)
        return size * hypot(self.matrix.c, self.matrix.d)

    def is_artifact(self, index: int) -> bool:
        """Whether the file marks a character as an artifact, as tagged files do."""
        drawn = self.raw.FPDFText_GetTextObject(self.handle, index)
        marks = self.raw.FPDFPageObj_CountMarks(drawn) if drawn else 0
        return any(
            self.mark_name(self.raw.FPDFPageObj_GetMark(drawn, mark)) == "Artifact"
            for mark in range(min(marks, _MOST_MARKS))
        )

    def mark_name(self, mark: _Untyped) -> str:
        """The name of a mark; empty when it is longer than the names that matter."""
        length, name = c_ulong(), (c_ushort * _LONGEST_NAME)()
        self.raw.FPDFPageObjMark_GetName(mark, name, sizeof(name), byref(length))
        return bytes(name)[: length.value].decode("utf-16-le", "replace").rstrip("\0")
