"""The passage that a paragraph makes: its lines joined, each change listed.

Extraction breaks a paragraph at the margin and at the end of a page; both are undone here.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.provenance import Span
from inburgering_model.model.reading import CorrectionKind
from inburgering_model.parsing.text import hyphens
from inburgering_model.parsing.text.paragraphs import after_bullet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.text.account import Account
    from inburgering_model.parsing.text.lines import Line
    from inburgering_model.parsing.text.paragraphs import Paragraph

__all__ = ["passage_of"]

# White space inside a line that is not one plain space.
_ODD_SPACE = re.compile(r"(?: |\t){2,}|\t")


def passage_of(account: Account, paragraph: Paragraph, start: int | None = None) -> Passage:
    """Make the passage of a paragraph, from ``start`` on if given, and list its changes."""
    builder = _Builder(account)
    position = paragraph.start if start is None else start
    if paragraph.kind is PassageKind.TABLE:
        builder.table(position, paragraph.lines)
        return builder.passage(paragraph.kind)
    if start is None and paragraph.kind is PassageKind.LIST_ITEM:
        position += after_bullet(paragraph.lines[0].text)
    previous: Line | None = None
    for line in paragraph.lines:
        if line.end <= position:
            continue
        if previous is not None:
            position = builder.join(previous, line)
        builder.prose(max(position, line.start), line.end)
        previous = line
    return builder.passage(paragraph.kind)


class _Builder:
    """Puts a passage together out of clean text and replacements."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.parts: list[str] = []
        self.pieces: list[tuple[int, int, int]] = []

    def verbatim(self, start: int, end: int) -> None:
        """Take a stretch of clean text as it is."""
        if start < end:
            self.parts.append(self.account.clean.text[start:end])
            for piece in self.account.clean.segments(start, end):
                self._add(*piece)

    def table(self, position: int, lines: Sequence[Line]) -> None:
        """Take rows as they are, with their line breaks, but not the page furniture between."""
        text = self.account.clean.text
        for line, following in pairwise(lines):
            self.verbatim(position, line.end)
            position = line.end
            if not text[line.end : following.start].isspace():
                position = following.start
                self.replace(CorrectionKind.FURNITURE, line.end, position, "\n", "line.page-break")
        self.verbatim(position, lines[-1].end)

    def prose(self, start: int, end: int) -> None:
        """Take a stretch of a line, with single spaces."""
        text = self.account.clean.text
        # Most lines hold no odd space: two looks for a fixed string spare the scan.
        odd = text.find("  ", start, end) >= 0 or text.find("\t", start, end) >= 0
        for match in _ODD_SPACE.finditer(text, start, end) if odd else ():
            self.verbatim(start, match.start())
            self.replace(
                CorrectionKind.WHITE_SPACE, match.start(), match.end(), " ", "space.single"
            )
            start = match.end()
        self.verbatim(start, end)

    def join(self, before: Line, line: Line) -> int:
        """Undo the break between two lines; gives where the next line goes on."""
        text = self.account.clean.text
        join = hyphens.join(before.text, line.text)
        if join.drop_before > 1:
            first, last = self.account.clean.raw_range(before.end - join.drop_before, before.end)
            if last - first != join.drop_before:
                # What would be replaced was cleaned already: only the hyphen goes.
                join = hyphens.DROPPED
        furniture = not text[before.end : line.start].isspace()
        if join.drop_before:
            kept = self.parts.pop()
            self.parts.append(kept[: -join.drop_before])
            self._shorten(join.drop_before)
        start = before.end - join.drop_before
        end = line.start + join.take_after
        rule = "line.page-break" if furniture else join.rule
        kind = CorrectionKind.FURNITURE if furniture else join.kind
        self.replace(kind, start, end, join.replacement, rule)
        return end

    def replace(
        self, kind: CorrectionKind, start: int, end: int, replacement: str, rule: str
    ) -> None:
        """Take a replacement instead of a stretch of clean text."""
        self.account.correct(kind, start, end, replacement, rule)
        self.parts.append(replacement)
        first, last = self.account.clean.raw_range(start, end)
        self._add(first, last, len(replacement))

    def _add(self, start: int, end: int, length: int) -> None:
        if self.pieces:
            before_start, before_end, before_length = self.pieces[-1]
            one_to_one = before_end - before_start == before_length and end - start == length
            if before_end == start and one_to_one:
                self.pieces[-1] = (before_start, end, before_length + length)
                return
        self.pieces.append((start, end, length))

    def _shorten(self, count: int) -> None:
        """Take back the last characters, which a replacement will cover."""
        while count:
            start, end, length = self.pieces.pop()
            taken = min(count, length)
            count -= taken
            if length > taken:
                self.pieces.append((start, end - taken, length - taken))

    def passage(self, kind: PassageKind) -> Passage:
        """The passage that was put together."""
        source = self.account.source.id
        pieces = tuple(
            (Span(source=source, start=start, end=end), length)
            for start, end, length in self.pieces
        )
        return Passage(text="".join(self.parts), kind=kind, pieces=pieces)
