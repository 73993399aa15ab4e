"""A stretch of cleaned text that remembers which raw characters it came from."""

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate
from typing import Annotated

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY
from inburgering_model.model.provenance import Span

__all__ = ["Passage", "PassageKind", "joined"]


class PassageKind(StrEnum):
    """The form in which a passage is printed."""

    PROSE = "prose"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Passage(Entity):
    """A paragraph, heading, list item or table, as the author wrote it.

    ``pieces`` pair a span of the raw text with the number of characters of ``text`` it became. A
    piece as long as its span stands character for character; another length is a replacement.
    Passages written by hand have no pieces. Pieces do not take part in equality.

    >>> span = Span(source="s0123abcd", start=10, end=13)
    >>> passage = Passage(text="Ja.", pieces=((span, 3),))
    >>> passage == Passage(text="Ja."), passage.locate(0, 2)
    (True, (Span(source='s0123abcd', start=10, end=12),))
    """

    text: Annotated[str, NOT_EMPTY]
    kind: PassageKind = PassageKind.PROSE
    pieces: tuple[tuple[Span, int], ...] = field(default=(), eq=False)

    def _inconsistency(self) -> tuple[str, str] | None:
        covered = 0
        for _, length in self.pieces:
            if length < 0:
                return "pieces", "a piece has a negative length"
            covered += length
        if self.pieces and covered != len(self.text):
            return "pieces", f"cover {covered} of the text's {len(self.text)} characters"
        return None

    @property
    def spans(self) -> tuple[Span, ...]:
        """The raw text of the whole passage: one span, or several where something stood between."""
        return joined((span.source, span.start, span.end) for span, _ in self.pieces)

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """The raw spans of ``text[start:end]``.

        A cut through a replacement takes the whole replacement. A passage without pieces has no
        spans. Raises ValueError unless ``0 <= start <= end <= len(text)``.
        """
        if not 0 <= start <= end <= len(self.text):
            message = f"no characters {start} to {end} in a text of {len(self.text)}"
            raise ValueError(message)
        ends = list(accumulate(length for _, length in self.pieces))
        found: list[tuple[str, int, int]] = []
        for index in range(bisect_right(ends, start), len(self.pieces)):
            span, length = self.pieces[index]
            offset = ends[index] - length
            if offset >= end:
                break
            first, last = span.start, span.end
            if length == span.length:
                first, last = first + max(start - offset, 0), first + min(end - offset, length)
            found.append((span.source, first, last))
        return joined(found)


def joined(stretches: Iterable[tuple[str, int, int]]) -> tuple[Span, ...]:
    """The spans of stretches of sources (source, start, end), as one where they touch.

    >>> joined([("s0123abcd", 3, 5), ("s0123abcd", 5, 9)])
    (Span(source='s0123abcd', start=3, end=9),)
    """
    # Spans are made last: a passage of many lines has many pieces, and mostly one span.
    kept: list[tuple[str, int, int]] = []
    for source, start, end in stretches:
        if kept and kept[-1][2] == start and kept[-1][0] == source:
            kept[-1] = (source, kept[-1][1], end)
        else:
            kept.append((source, start, end))
    return tuple([Span(source=source, start=start, end=end) for source, start, end in kept])
