"""The characters of a page of a PDF file, as PDFium tells them, made into stretches of text."""

from __future__ import annotations

import re
from ctypes import byref, c_double, c_ulong, c_ushort, sizeof
from statistics import median_low
from typing import TYPE_CHECKING, Any, NamedTuple

from inburgering_model.parsing.page_lines import Page, Stretch

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
_WIDE_GAP = 1.0
"""From which gap on, in heights of a letter, cells stand apart: words in a full line are closer."""
_NEXT_LINE = 0.3
"""From which step on, in heights of a letter, what follows a hyphen is another line."""
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
    for match in _WORD.finditer(text):
        word = _Word(match.group(), match.end(), *places.origin(match.start()))
        if words and _is_elsewhere(words[-1], word, text[words[-1].end : match.start()], places):
            yield _stretch(words, places)
            words = []
        words.append(word)
    if words:
        yield _stretch(words, places)


class _Word(NamedTuple):
    """Characters without a space; ``end`` is the index after the last."""

    text: str
    end: int
    left: float
    baseline: float


def _is_elsewhere(before: _Word, word: _Word, between: str, places: _Places) -> bool:
    """Whether a word stands on another line or in another cell than the word before it."""
    if "\n" in between or "\r" in between:
        return True
    right, height = places.edge(before.end - 1)
    if between and not -height < word.left - right < height * _WIDE_GAP:
        return True
    return (
        before.text.endswith(_HYPHEN) and abs(word.baseline - before.baseline) > height * _NEXT_LINE
    )


def _stretch(words: list[_Word], places: _Places) -> Stretch:
    """Words side by side; where PDFium tells a space, one space stands."""
    parts: list[str] = []
    for word in words:
        apart = parts and not parts[-1].endswith(_HYPHEN)
        parts.append(f" {word.text}" if apart else word.text)
    right, height = places.edge(words[-1].end - 1)
    return Stretch(
        _plain("".join(parts)),
        words[0].left,
        right,
        median_low([word.baseline for word in words]),
        height,
        places.is_artifact(words[0].end - 1),
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
        self.x, self.y, self.box = c_double(), c_double(), raw.FS_RECTF()

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A place in the file as a place on the page."""
        xx, xy, yx, yy = self.turn
        return xx * x + xy * y, yx * x + yy * y

    def origin(self, index: int) -> tuple[float, float]:
        """The left end of a character's baseline."""
        self.origin_at(self.handle, index, byref(self.x), byref(self.y))
        return self.shown(self.x.value, self.y.value)

    def edge(self, index: int) -> tuple[float, float]:
        """The right edge of a character, and how high its font is."""
        self.box_at(self.handle, index, byref(self.box))
        x_1, y_1 = self.shown(self.box.left, self.box.bottom)
        x_2, y_2 = self.shown(self.box.right, self.box.top)
        return max(x_1, x_2), abs(y_2 - y_1)

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
