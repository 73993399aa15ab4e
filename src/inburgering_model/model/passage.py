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

__all__ = ["Passage", "PassageKind"]


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
        return _joined(span for span, _ in self.pieces)

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """The raw spans of ``text[start:end]``.

        A cut through a replacement takes the whole replacement. A passage without pieces has no
        spans. Raises ValueError unless ``0 <= start <= end <= len(text)``.
        """
        if not 0 <= start <= end <= len(self.text):
            message = f"no characters {start} to {end} in a text of {len(self.text)}"
            raise ValueError(message)
        ends = list(accumulate(length for _, length in self.pieces))
        found: list[Span] = []
        for index in range(bisect_right(ends, start), len(self.pieces)):
            span, length = self.pieces[index]
            offset = ends[index] - length
            if offset >= end:
                break
            if length == span.length:
                first, last = max(start - offset, 0), min(end - offset, length)
                span = Span(source=span.source, start=span.start + first, end=span.start + last)
            found.append(span)
        return _joined(found)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join the spans that touch."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and last.source == span.source and last.end == span.start:
            joined[-1] = Span(source=last.source, start=last.start, end=span.end)
        else:
            joined.append(span)
    return tuple(joined)
