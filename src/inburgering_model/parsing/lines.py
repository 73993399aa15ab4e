"""Lines: the smallest things the layout is made of, and which of them belong to the page.

A line is a stretch of clean text without its white space at the ends. A text whose line structure
is lost gets its lines back where the grammar of the genre shows that one begins.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Line", "extent", "is_capitals", "page_furniture", "split_lines", "without"]


@frozen
class Line:
    """A line that holds something, and what stands between it and the line before."""

    start: int
    end: int
    text: str
    blank_before: bool
    """Whether an empty line (or the start of the text) comes before it."""
    page_before: bool
    """Whether a form feed comes before it."""


# Every character that ends a line, as str.splitlines has it, less what clean-up took away.
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")

_LONGEST_UNBROKEN = 300
_FEWEST_LINES = 3
# What only a head holds: in the middle of a long line, it shows that line breaks were lost.
_HEAD_MARK = re.compile(
    r"\b(?:SCHRIFTELIJKE VRAAG|ANTWOORD op |Deze vraag werd gesteld aan |datum ?: ?\d)"
)


def split_lines(text: str) -> list[Line]:
    """The lines of a clean text that hold something."""
    lines: list[Line] = []
    previous = 0
    for start, end in _line_ranges(text):
        stripped = text[start:end].strip()
        if not stripped:
            continue
        first = text.index(stripped, start)
        between = text[previous:first]
        breaks = between.count("\n") or between.count("\r")
        lines.append(
            Line(
                start=first,
                end=first + len(stripped),
                text=stripped,
                blank_before=not lines or breaks > 1 or "\f" in between,
                page_before="\f" in between,
            )
        )
        previous = first + len(stripped)
    return lines


def _line_ranges(text: str) -> Iterable[tuple[int, int]]:
    ranges = [match.span() for match in _LINE.finditer(text)]
    alone = sum(not text[start:end].isspace() for start, end in ranges) <= _FEWEST_LINES
    for start, end in ranges:
        if end - start <= _LONGEST_UNBROKEN or not (alone or _HEAD_MARK.search(text, start, end)):
            yield start, end
            continue
        yield from pairwise([start, *_lost_breaks(text, start, end), end])


# Where a line must have begun, when white space was squeezed. Each alternative starts after one
# white-space character and is anchored by a fixed word or a label after the end of a sentence.
_LOST_BREAK = re.compile(
    r"(?<=\s)(?:"
    r"(?=nr\.? ?\d+ van [A-ZÀ-Þ]{2})"
    r"|(?=van [A-ZÀ-Þ][A-ZÀ-Þ'’-]+ [A-ZÀ-Þ])"
    r"|(?=datum ?: ?\d)"
    r"|(?=aan [A-ZÀ-Þ][A-ZÀ-Þ'’-]+ [A-ZÀ-Þ])"
    r"|(?=Deze vraag werd )"
    r"|(?=(?:GECO[OÖ]RDINEERD |VERWIJZEND |VOORLOPIG |AANVULLEND )?ANTWOORD\b)"
    r"|(?=op vraag nr\.? ?\d)"
    r"|(?=BIJLAGEN?\b)"
    r"|(?<=[.?!:)”\"]\s)(?<!e\.m\.\s)(?<!nr\.\s)(?<!rt\.\s)(?<!lz\.\s)"
    r"(?=(?:\d{1,2}(?: ?(?:-|,|en|t\.e\.m\.|&) ?\d{1,2}){0,4} ?[.):]|[a-z]\))"
    r" ?[A-ZÀ-Þ‘“'\"])"
    r")"
)
# Capitals that end before running text begins; the end of a head when two words are in capitals.
_END_OF_CAPITALS = re.compile(r"(?<=[A-ZÀ-Þ]{2})\s(?=[A-ZÀ-Þ][a-zà-ÿ]|\d{1,2}[.)])")
_TWO_CAPITAL_WORDS = re.compile(r"(?<![A-ZÀ-Þ'’-])[A-ZÀ-Þ'’-]{2,},?\s[A-ZÀ-Þ'’-]{2,}$")
_LONGEST_TWO_WORDS = 60
# The head of an answer: a name and an office in capitals, after running text.
_HEAD = re.compile(r"(?<=[a-zà-ÿ)?.!]\s)(?<!\b[va]an\s)(?=[A-ZÀ-Þ][A-ZÀ-Þ'’-]+ [A-ZÀ-Þ'’-]{2})")
# A title in running text: it ends, without a mark, where a word that opens a sentence follows.
_OPENING = re.compile(
    r"(?<=[a-zà-ÿ)”\"]\s)(?=(?:De|Het|Een|In|Op|Sinds|Deze|Dit|Er|Voor|Bij|Met|Volgens|Tijdens|Vorige?|"
    r"Uit|Onlangs|Eind|Begin|Heel|Veel|Steeds|Elke?|Alle|Wie|Wat|Hoe|Om|Naar|Tot|Zoals|Via|Door|Als|"
    r"Ook|Momenteel|Recent|Jaarlijks|Enkele|Verschillende|Sommige|Ik|We|Wij|Lokale|Vlaanderen|Steden)\s[a-zà-ÿ])"
)
_SENTENCE_MARK = re.compile(r"[.?!]\s")
_OFFICE = re.compile(r"(?<=[A-ZÀ-Þ]\s)(?=(?:VICE-?)?(?:MINISTER-PRESIDENT|VLAAMS MINISTER)\b)")


def _lost_breaks(text: str, start: int, end: int) -> list[int]:
    cuts = {
        match.start()
        for pattern in (_LOST_BREAK, _HEAD)
        for match in pattern.finditer(text, start, end)
    }
    after_capitals = [
        match.end()
        for match in _END_OF_CAPITALS.finditer(text, start, end)
        if _TWO_CAPITAL_WORDS.search(
            text[max(match.start() - _LONGEST_TWO_WORDS, 0) : match.start()]
        )
    ]
    cuts.update(after_capitals)
    cuts |= {
        match.start()
        for match in _OFFICE.finditer(text, start, end)
        if text[match.start() - 2] not in ",N"
    }
    title_start = after_capitals[0] if after_capitals else start
    opening = _OPENING.search(text, title_start, end)
    if opening and not _SENTENCE_MARK.search(text, title_start, opening.start()):
        cuts.add(opening.start())
    return sorted(cut for cut in cuts if start < cut < end)


def is_capitals(text: str) -> bool:
    """Whether a text is printed in capitals, as the names and offices in a head are."""
    return text.isupper() or (
        # A lower-case particle between capitals: "JAN d'HONDT", "KARIN Mc DONALD".
        sum(map(str.islower, text)) <= 2 < sum(map(str.isupper, text)) - 2  # noqa: PLR2004
    )


# A page number with its word or its dashes, alone on a line.
_PAGE_NUMBER = re.compile(
    r"(?:[-–—] ?\d{1,4} ?[-–—]|(?:pagina|pag\.?|blz\.?|p\.) ?\d{1,4}(?: ?(?:/|van|-) ?\d{1,4})?"
    r"|\d{1,4} ?/ ?\d{1,4})",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LONGEST_FURNITURE = 120


def page_furniture(lines: list[Line]) -> frozenset[int]:
    """The indexes of running heads, footers and page numbers.

    They are known by what they say ("pagina 3 van 5"), or by repetition: the same line but for
    its figures, next to a page break, on several pages.
    """
    edges = _page_edges(lines)
    pages = sum(line.page_before for line in lines)
    repeated = Counter(_shape(lines[index]) for index in edges)
    found = {index for index, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)}
    for index in edges:
        line = lines[index]
        if line.text.isdecimal() or (
            pages and repeated[_shape(line)] > 1 and len(line.text) <= _LONGEST_FURNITURE
        ):
            found.add(index)
    return frozenset(found)


_EDGE_DEPTH = 3


def _page_edges(lines: list[Line]) -> list[int]:
    """The first and last lines of each page; none when there are no page breaks."""
    breaks = [index for index, line in enumerate(lines) if line.page_before and index]
    if not breaks:
        return []
    edges: set[int] = set()
    for first, end in zip([0, *breaks], [*breaks, len(lines)], strict=True):
        edges.update(range(first, min(first + _EDGE_DEPTH, end)))
        edges.update(range(max(first, end - _EDGE_DEPTH), end))
    return sorted(edges)


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def without(lines: list[Line], furniture: frozenset[int]) -> list[Line]:
    """Leave out the furniture; the line after it stands apart from the line before it."""
    kept: list[Line] = []
    broken = False
    for index, line in enumerate(lines):
        if index in furniture:
            broken = True
            continue
        kept.append(evolve(line, blank_before=True) if broken else line)
        broken = False
    return kept


def extent(lines: Sequence[Line]) -> tuple[int, int]:
    """Where a stretch of lines starts and ends in the clean text."""
    return lines[0].start, lines[-1].end
