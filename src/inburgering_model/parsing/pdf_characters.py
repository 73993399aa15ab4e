"""The characters of a page of a PDF file, as PDFium tells them, made into stretches of text."""

from __future__ import annotations

from ctypes import byref, c_double
from statistics import median_low
from typing import TYPE_CHECKING, Any

from inburgering_model.parsing.page_lines import Page, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_page"]

_Untyped = Any  # pypdfium2 comes without types

_BREAKS = frozenset({0x0A, 0x0D})
_HYPHEN = 0x02
"""PDFium's mark for a hyphen at the end of a line, hard or soft; it tells no break after it."""
_SPACE = 0x20
# What would break lines, pages or cells, and is but a glyph here.
_SPACES = frozenset({0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029})
_CHARACTERS = {_HYPHEN: "-", 0: "\ufffd"}
_WIDE_GAP = 1.0
"""From which gap on, in heights of a letter, cells stand apart: words in a full line are closer."""
_NEXT_LINE = 0.3
"""From which step on, in heights of a letter, what follows a hyphen is another line."""
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
    code_at = raw.FPDFText_GetUnicode
    run = _Run(places)
    for index in range(characters.count_chars()):
        code = code_at(characters, index)
        if code in _BREAKS:
            yield from run.ended()
        elif code == _SPACE or code in _SPACES:
            run.space = True
        else:
            if run.is_left_at(index):
                yield from run.ended()
            run.add(index, code)
    yield from run.ended()


class _Run:
    """The stretch that is being read."""

    def __init__(self, places: _Places) -> None:
        self.places = places
        self.begin()

    def begin(self) -> None:
        """Begin anew, with nothing read."""
        self.parts: list[str] = []
        self.baselines: list[float] = []
        self.left = 0.0
        self.last = 0
        self.space = self.hyphen = False

    def is_left_at(self, index: int) -> bool:
        """Whether the character at an index stands elsewhere: in another cell, on another line."""
        if not self.parts or not (self.space or self.hyphen):
            return False
        left, baseline = self.places.origin(index)
        right, height = self.places.edge(self.last)
        if self.space and not -height < left - right < height * _WIDE_GAP:
            return True
        return self.hyphen and abs(baseline - self.baselines[-1]) > height * _NEXT_LINE

    def add(self, index: int, code: int) -> None:
        """Add a character."""
        if not self.parts or self.space:
            left, baseline = self.places.origin(index)
            self.baselines.append(baseline)
            if self.parts:
                self.parts.append(" ")
            else:
                self.left = left
        self.parts.append(_CHARACTERS.get(code) or chr(code))
        self.last = index
        self.space, self.hyphen = False, code == _HYPHEN

    def ended(self) -> Iterator[Stretch]:
        """The stretch, if anything was read; and begin anew."""
        if self.parts:
            right, height = self.places.edge(self.last)
            # Two halves of one character, where PDFium tells it so, become one.
            text = "".join(self.parts).encode("utf-16-le", "surrogatepass")
            yield Stretch(
                text.decode("utf-16-le", "replace"),
                self.left,
                right,
                median_low(self.baselines),
                height,
            )
        self.begin()


class _Places:
    """Where characters stand on the page as it is shown."""

    def __init__(self, characters: _Untyped, turns: int, raw: _Untyped) -> None:
        self.characters = characters
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
        self.origin_at(self.characters, index, byref(self.x), byref(self.y))
        return self.shown(self.x.value, self.y.value)

    def edge(self, index: int) -> tuple[float, float]:
        """The right edge of a character, and how high its font is."""
        self.box_at(self.characters, index, byref(self.box))
        x_1, y_1 = self.shown(self.box.left, self.box.bottom)
        x_2, y_2 = self.shown(self.box.right, self.box.top)
        return max(x_1, x_2), abs(y_2 - y_1)
