"""Page furniture: running heads, footers and page numbers are of the page, not of the text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from inburgering_model.parsing.language.names import OFFICE_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = ["page_furniture", "without"]

# A page number with its word or its dashes, alone on a line.
_PAGE_NUMBER = re.compile(
    r"(?:[-–—] ?\d{1,4} ?[-–—]|(?:pagina|pag\.?|blz\.?|p\.) ?\d{1,4}(?: ?(?:/|van|-) ?\d{1,4})?"
    r"|\d{1,4} ?/ ?\d{1,4})",
    re.IGNORECASE,
)
# The running head of a bulletin: its names, number, day and page, in any order, and nothing else.
_BULLETIN_PART = (
    r"(?:Vlaams Parlement|Vlaamse Raad|(?:Bulletin van )?Vragen en Antwoorden|Nr\. ?\d{1,3}"
    r"|\d{1,2} [a-z]{3,9} \d{4}|[-–—] ?\d{1,4} ?[-–—]|\d{1,4})"
)
_BULLETIN = re.compile(rf"{_BULLETIN_PART}(?:\s+(?:[-–—]\s+)?{_BULLETIN_PART}){{1,6}}")
# One of the parts that only a bulletin prints.
_OF_BULLETIN = re.compile(r"Vragen en Antwoorden|[-–—] ?\d{1,4} ?[-–—]")
# Lines of a head come back in the head of the answer, and are never furniture.
_HEAD_LINE = re.compile(r"(?:van|aan|nr\.?|op\s?vraag|datum)\b|.*\bANTWOORD\b")
_DIGITS = re.compile(r"\d+")
_LONGEST_FURNITURE = 120
_EDGE_DEPTH = 3
_FEWEST_TIMES = 2


def page_furniture(lines: Sequence[Line], *, ends_with_page_break: bool) -> frozenset[int]:
    """The indexes of running heads, footers and page numbers.

    They are known by what they say ("pagina 3 van 5", or a bulletin's name and number), or by
    repetition: the same line but for its figures, at the same place from the edge, on half of the
    pages and at least twice. Without page breaks, a line that names the document, and stands apart
    three times, is one. A figure alone at the edge of a page is its number.
    """
    found = {index for index, line in enumerate(lines) if _says_page(line.text)}
    found |= _running_heads(lines)
    breaks = [index for index, line in enumerate(lines) if line.page_before and index]
    if not lines or not (breaks or ends_with_page_break):
        return frozenset(found)
    pages = list(zip([0, *breaks], [*breaks, len(lines)], strict=True))
    counts = Counter(
        (place, _shape(lines[index])) for page in pages for place, index in _edges(*page)
    )
    enough = max(_FEWEST_TIMES, len(pages) / 2)
    closed: set[tuple[int, bool]] = set()
    for number, page in enumerate(pages):
        for place, index in _edges(*page):
            # From the edge inwards, until the first line of the text.
            side = number, place > 0
            line = lines[index]
            is_furniture = (
                index in found
                or line.text.isdecimal()
                or (counts[place, _shape(line)] >= enough and _can_repeat(lines, index))
            )
            if side in closed:
                continue
            if is_furniture:
                found.add(index)
            else:
                closed.add(side)
    return frozenset(found)


# A line that names the document or the house: "Schriftelijke vraag nr. 88", "Vlaams Parlement".
_OF_DOCUMENT = re.compile(
    r"(?:(?:Vlaams Parlement|Vlaamse Raad)(?: ?[-–—|] ?)?)?"
    r"(?:(?:Schriftelijke|Parlementaire) vra(?:ag|gen)(?: en antwoord(?:en)?)?)?"
    r"(?: ?[-–—|,]? ?nr\.? ?\d{1,5})?(?: ?\(\d{4}-\d{4}\))?",
    re.IGNORECASE,
)
# The number of the page at its end.
_PAGE_AT_END = re.compile(r"[\s|–—-]*(?:pagina|pag\.|blz\.|p\.) ?\d{1,4}(?: ?(?:/|van) ?\d{1,4})?$")
_TIMES_WITHOUT_PAGES = 3
_TOP_LINES = 3
"""A line so near the top is the head of the question itself."""


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """The lines that name the document again and again, alike but for the number of the page."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        text = line.text
        if line.blank_before and text[0] in "SPVspv" and len(text) <= _LONGEST_FURNITURE:
            name = _PAGE_AT_END.sub("", text)
            if _OF_DOCUMENT.fullmatch(name):
                places.setdefault(name, []).append(index)
    return {
        index
        for found in places.values()
        if len(found) >= _TIMES_WITHOUT_PAGES
        for index in found
        if index >= _TOP_LINES
    }


def _says_page(text: str) -> bool:
    """Whether a line says that it is of the page: its number, or the bulletin that it is of."""
    if not text[-1].isalpha() and _PAGE_NUMBER.fullmatch(text):
        return True
    return bool(
        ("Parlement" in text or "Antwoorden" in text or "Raad" in text)
        and _OF_BULLETIN.search(text)
        and _BULLETIN.fullmatch(text)
    )


def _edges(first: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines at the top (1, 2, 3) and bottom (-1, -2, -3) of a page, with their places."""
    for place in range(1, min(_EDGE_DEPTH, end - first) + 1):
        yield place, first + place - 1
        yield -place, end - place


def _can_repeat(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is none of those that come back because they open an answer, or end one."""
    text = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if any(line.isupper() and OFFICE_HEAD.match(line) for line in (text, below)):
        return False
    return (
        len(text) <= _LONGEST_FURNITURE
        and text[-1] not in ".?!;:,"
        and _HEAD_LINE.match(text) is None
        and (not text[0].islower() or "." in text[:-1])
    )


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
        kept.append(line._replace(blank_before=True) if broken else line)
        broken = False
    return kept
