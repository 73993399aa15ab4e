"""Cutting passages: a clause or a sentence that still knows its raw characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from inburgering_model.model.passage import Passage, joined
from inburgering_model.model.provenance import Span

__all__ = ["Locator", "slice_passage"]

_Piece = tuple[str, int, int, int]
"""Source, start and end of a raw stretch, and the number of characters that it became."""


def slice_passage(passage: Passage, start: int, end: int) -> Passage:
    """The passage that holds exactly ``passage.text[start:end]``, with its pieces.

    Offsets are Unicode code points of the passage's text, half-open. A cut through a replacement
    keeps the raw span of the whole replacement, so that locating within the part finds what
    locating within the whole does; what was dropped at the very edge stays outside. To cut many
    parts of one passage, make a :class:`Locator` of it once.

    Raises ``ValueError`` unless ``0 <= start < end <= len(text)``, and ``FieldValueError`` for a
    stretch of white space only, since no passage holds that.

    >>> from inburgering_model.model.passage import Passage
    >>> raw = Span(source="s0123abcd", start=10, end=20)
    >>> part = slice_passage(Passage(text="Ja. Morgen", pieces=((raw, 10),)), 4, 10)
    >>> part.text, part.spans
    ('Morgen', (Span(source='s0123abcd', start=14, end=20),))
    """
    return Locator(passage).part(start, end)


class Locator:
    """Where the parts of one passage stand in the raw text.

    It reads the passage's pieces once; each question then costs only the pieces it touches.
    """

    __slots__ = ("_ends", "passage")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._ends = list(accumulate(length for _, length in passage.pieces))

    def part(self, start: int, end: int) -> Passage:
        """The passage that holds exactly ``text[start:end]``; see :func:`slice_passage`."""
        text = self.passage.text
        if not 0 <= start < end <= len(text):
            message = f"no part {start} to {end} in a text of {len(text)}"
            raise ValueError(message)
        pieces = [
            (Span(source=source, start=first, end=last), length)
            for source, first, last, length in self._pieces(start, end)
        ]
        return Passage(text=text[start:end], kind=self.passage.kind, pieces=tuple(pieces))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The raw spans of ``text[start:end]``, joined where they touch.

        >>> from inburgering_model.model.passage import Passage
        >>> raw = Span(source="s0123abcd", start=10, end=20)
        >>> Locator(Passage(text="Ja. Morgen", pieces=((raw, 10),))).spans(4, 10)
        (Span(source='s0123abcd', start=14, end=20),)
        """
        return joined([piece[:3] for piece in self._pieces(start, end)])

    def _pieces(self, start: int, end: int) -> list[_Piece]:
        """The pieces of ``text[start:end]``; what was dropped at its edges is left out."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._ends, end, lo=first)
        found: list[_Piece] = []
        for (span, length), stop in zip(
            self.passage.pieces[first : last + 1], self._ends[first : last + 1], strict=True
        ):
            offset = stop - length
            if offset < end:
                skipped = start - offset if start > offset else 0
                found += _cut(span, length, skipped, end - offset if end < stop else length)
        return found


def _cut(span: Span, length: int, first: int, last: int) -> tuple[_Piece, ...]:
    """The pieces for the characters ``first`` to ``last`` of one piece."""
    kept = last - first
    source, start, end = span.source, span.start, span.end
    if length == end - start:
        return ((source, start + first, start + last, kept),)
    if kept == end - start > 1:
        # As long as its span by accident, it would read as verbatim: an empty span takes one
        # character, so that what is left of the replacement stays one.
        return (source, start, end, kept - 1), (source, end, end, 1)
    return ((source, start, end, kept),)
