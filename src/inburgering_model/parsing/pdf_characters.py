"""The characters of a page of a PDF file, as PDFium tells them, made into stretches of text."""

from __future__ import annotations

from ctypes import byref, c_double
from statistics import median_low
from typing import TYPE_CHECKING, Any

from inburgering_model.parsing.page_lines import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["stretches"]

_Untyped = Any  # pypdfium2 comes without types

_BREAKS = frozenset({0x0A, 0x0D})
_HYPHEN = 0x02
"""PDFium's mark for a hyphen at the end of a line, hard or soft; it tells no break after it."""
# What would break lines or pages, and is but a glyph here, is a space; no character is U+FFFD.
_PLAIN = {
    _HYPHEN: "-",
    0: "\ufffd",
    **dict.fromkeys((0x09, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), " "),
}
_WIDE_GAP = 1.0
"""From which gap on, in heights of a letter, cells stand apart: words in a full line are closer."""
_NEXT_LINE = 0.3
"""From which step on, in heights of a letter, what follows a hyphen is another line."""
# The axes of a page that is shown turned: x and y as shown, out of x and y in the file.
_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


def stretches(characters: _Untyped, rotation: int, raw: _Untyped) -> Iterator[Stretch]:
    """The stretches of text on a page, in the order of the file.

    ``characters`` is a PdfTextPage, ``rotation`` how the page is turned, ``raw`` PDFium's own
    functions. Breaks are those that PDFium tells, those that it swallows at a hyphen, and the gaps
    between cells, where it tells a space.
    """
    code_at = raw.FPDFText_GetUnicode
    places = _Places(characters, rotation, raw)
    word = _Run(places)
    after_space = after_hyphen = False
    for index in range(characters.count_chars()):
        code = code_at(characters, index)
        if code in _BREAKS:
            yield from word.ended()
            continue
        character = _PLAIN.get(code) or chr(code)
        if character.isspace():
            after_space = True
            continue
        if not word.codes:
            word.begin(index)
        elif after_space or after_hyphen:
            if word.is_apart(index, wide=after_space):
                yield from word.ended()
                word.begin(index)
            elif after_space:
                word.text.append(" ")
        ...
