"""Cutting passages: a clause or a sentence that still knows its raw characters."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.provenance import Span

if TYPE_CHECKING:
    from inburgering_model.model.passage import Passage

__all__ = ["slice_passage"]


def slice_passage(passage: Passage, start: int, end: int) -> Passage:
    """The passage that holds exactly ``passage.text[start:end]``, with its pieces.

    Offsets are Unicode code points of the passage's text, half-open. A cut through a replacement
    keeps the raw span of the whole replacement, so that locating within the part finds what
    locating within the whole does; what was dropped at the very edge stays outside.

    Raises ``ValueError`` unless ``0 <= start < end <= len(text)``, and ``FieldValueError`` for a
    stretch of white space only, since no passage holds that.

    >>> from inburgering_model.model.passage import Passage
    >>> raw = Span(source="s0123abcd", start=10, end=20)
    >>> part = slice_passage(Passage(text="Ja. Morgen", pieces=((raw, 10),)), 4, 10)
    >>> part.text, part.spans
    ('Morgen', (Span(source='s0123abcd', start=14, end=20),))
    """
    if not 0 <= start < end <= len(passage.text):
        message = f"no part {start} to {end} in a text of {len(passage.text)}"
        raise ValueError(message)
    pieces: list[tuple[Span, int]] = []
    ends = accumulate(length for _, length in passage.pieces)
    for (span, length), piece_end in zip(passage.pieces, ends, strict=True):
        offset = piece_end - length
        if offset < end and piece_end > start:
            first, last = max(start - offset, 0), min(end - offset, length)
            pieces.extend(_cut(span, length, first, last))
    return evolve(passage, text=passage.text[start:end], pieces=tuple(pieces))


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
