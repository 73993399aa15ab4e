"""The sentences of an answer item, with what they share and where they stand."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.wording import PACKAGE, stems_of
from inburgering_model.model.passage import PassageKind
from inburgering_model.reference.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.model.passage import Passage
    from inburgering_model.model.provenance import Span

__all__ = ["Sentence", "sentences_of"]

# A mark that ends a sentence, and the space before a character that can begin the next one.
_END = re.compile(r"[.!?][\"”’)]{0,2}\s{1,4}(?=[\"“‘(]{0,2}[A-ZÀ-ÖØ-Þ0-9])")
# The last word before the mark.
_LAST_WORD = re.compile(r"[^\s(]{1,20}\Z")
_WINDOW = 20


class Sentence:
    """A sentence of a passage; what can be told of it is worked out once."""

    def __init__(self, passage: Passage, start: int, end: int, *, first: bool) -> None:
        """Take ``passage.text[start:end]``; ``first`` tells the first one of its item."""
        self.passage = passage
        self.start = start
        self.end = end
        self.first = first
        self.text = passage.text[start:end]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return stems_of(self.text)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands in the raw text."""
        return self.passage.locate(self.start, self.end)

    @property
    def in_rows(self) -> bool:
        """Whether it is a table or an element of a list."""
        return self.passage.kind in (PassageKind.TABLE, PassageKind.LIST_ITEM)


def sentences_of(passages: Sequence[Passage]) -> Iterator[Sentence]:
    """Split passages into sentences. A table is one, and so is an element of a list.

    >>> from inburgering_model.model.passage import Passage
    >>> found = sentences_of([Passage(text="Ja. Zie nr. 12 van 3 mei.")])
    >>> [sentence.text for sentence in found]
    ['Ja.', 'Zie nr. 12 van 3 mei.']
    """
    first = True
    for passage in passages:
        for start, end in _stretches(passage):
            yield Sentence(passage, start, end, first=first)
            first = False


def _stretches(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    if passage.kind in (PassageKind.TABLE, PassageKind.LIST_ITEM):
        yield 0, len(text)
        return
    start = 0
    for match in _END.finditer(text):
        if _is_abbreviation(text, start, match.start()):
            continue
        yield start, match.start() + len(match[0].rstrip())
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _is_abbreviation(text: str, start: int, mark: int) -> bool:
    if text[mark] != ".":
        return False
    word = _LAST_WORD.search(text, max(start, mark - _WINDOW), mark)
    return word is not None and (word[0].casefold() in _abbreviations() or len(word[0]) == 1)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(
        word
        for row in rows("words.csv", PACKAGE)
        if row["kind"] == "abbreviation"
        for word in row["words"].split()
    )
