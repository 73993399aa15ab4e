"""Cutting passages: a clause or a sentence that still knows its raw characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.provenance import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.passage import Passage

__all__ = ["Locator", "slice_passage"]


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
        return evolve(self.passage, text=text[start:end], pieces=tuple(self._pieces(start, end)))

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The raw spans of ``text[start:end]``, joined where they touch.

        >>> from inburgering_model.model.passage import Passage
        >>> raw = Span(source="s0123abcd", start=10, end=20)
        >>> Locator(Passage(text="Ja. Morgen", pieces=((raw, 10),))).spans(4, 10)
        (Span(source='s0123abcd', start=14, end=20),)
        """
        joined: list[Span] = []
        for span, _ in self._pieces(start, end):
            last = joined[-1] if joined else None
            if last is not None and last.source == span.source and last.end == span.start:
                joined[-1] = Span(source=last.source, start=last.start, end=span.end)
            else:
                joined.append(span)
        return tuple(joined)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[Span, int]]:
        """The pieces of ``text[start:end]``; what was dropped at its edges is left out."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._ends, end, lo=first)
        for index in range(first, min(last + 1, len(self._ends))):
            span, length = self.passage.pieces[index]
            offset = self._ends[index] - length
            if offset < end:
                yield from _cut(span, length, max(start - offset, 0), min(end - offset, length))


def _cut(span: Span, length: int, first: int, last: int) -> tuple[tuple[Span, int], ...]:
    """The pieces for the characters ``first`` to ``last`` of one piece."""
    kept = last - first
    if length == span.length:
        verbatim = Span(source=span.source, start=span.start + first, end=span.start + last)
        return ((verbatim, kept),)
    if kept == span.length > 1:
        # As long as its span by accident, it would read as verbatim: an empty span takes one
        # character, so that what is left of the replacement stays one.
        nothing = Span(source=span.source, start=span.end, end=span.end)
        return (span, kept - 1), (nothing, 1)
    return ((span, kept),)
