"""Page furniture: running heads, footers and page numbers are of the page, not of the text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from inburgering_model.parsing.language.names import OFFICE_HEAD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = ["margin_furniture", "page_furniture", "without"]

# A page number with its word or its dashes, alone on a line.
_PAGE_NUMBER = re.compile(
    r"(?:[-–—] ?\d{1,4} ?[-–—]|(?:pagina|pag\.?|blz\.?|p\.) ?\d{1,4}(?: ?(?:/|van|-) ?\d{1,4})?"
    r"|\d{1,4} ?/ ?\d{1,4})",
    re.IGNORECASE,
)
# The running head of a bulletin: its names, number, day and page, in any order, and nothing else.
_BULLETIN_PART = (
    r"(?:Vlaams Parlement|Vlaamse Raad|(?:Bulletin van )?Vragen en Antwoorden|Nr\. ?\d{1,3}"
    r"|Zittingsjaar \d{4}-\d{4}"
    r"|\d{1,2} [a-z]{3,9} \d{4}|[-–—] ?\d{1,4} ?[-–—]|\d{1,4})"
)
_BULLETIN = re.compile(rf"{_BULLETIN_PART}(?:\s+(?:[-–—]\s+)?{_BULLETIN_PART}){{1,6}}")
# The house alone, on the line above or below the rest of a running head.
_HOUSE = re.compile(r"Vlaams Parlement|Vlaamse Raad", re.IGNORECASE)
# One of the parts that only a bulletin prints.
_OF_BULLETIN = re.compile(r"Vragen en Antwoorden|[-–—] ?\d{1,4} ?[-–—]")
# A day alone, in words or figures.
_DAY = re.compile(r"\d{1,2} [a-z]{3,9} \d{4}|\d{1,2}([-/.])\d{1,2}\1\d{4}")
# What an address at the foot of a page is made of: of a website, for mail, of a house, telephone.
_ADDRESS_PART = (
    r"(?:(?:https?://|www\.)[\w./-]*\w/?|[\w.-]+@[\w-]+(?:\.\w+)+"
    r"|(?:[A-Z][\w'-]* ){1,4}\d{1,4}(?: bus \d{1,4})?,? (?:[-–—] )?\d{4} [A-Z][\w-]+"
    r"|(?:[Tt]el\.?|[Ff]ax|[Tt]) ?:? ?[+(]?\d[\d ()/.]{5,18}\d)"
)
# The same, or what alone might be something else: a house, a postcode, a number of telephone.
_ADDRESS_PIECE = (
    rf"(?:{_ADDRESS_PART}|Vlaams Parlement|\d{{4}} [A-Z][\w-]+"
    r"|\d{2,3}/\d{2,3}(?:[. ]\d{2}){2,3})"
)
# At least one part, other pieces, the number of the page, and nothing else; short lines only.
_ADDRESS = re.compile(
    rf"(?=.*?{_ADDRESS_PART}){_ADDRESS_PIECE}(?:,?\s+(?:[-–—|•·]\s+)?{_ADDRESS_PIECE}){{0,4}}"
    r"(?:\s+\d{1,4})?"
)
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
    found |= {
        beside
        for index in found
        if _OF_BULLETIN.match(lines[index].text)
        for beside in (index - 1, index + 1)
        if 0 <= beside < len(lines) and _HOUSE.fullmatch(lines[beside].text)
    }
    breaks = [index for index, line in enumerate(lines) if line.page_before and index]
    if not lines or not (breaks or ends_with_page_break):
        return frozenset(found)
    pages = list(zip([0, *breaks], [*breaks, len(lines)], strict=True))
    counts = Counter(
        (place, _shape(lines[index].text)) for page in pages for place, index in _edges(*page)
    )
    enough = max(_FEWEST_TIMES, len(pages) / 2)
    closed: set[tuple[int, bool]] = set()
    for number, page in enumerate(pages):
        for place, index in _edges(*page):
            # From the edge inwards, until the first line of the text.
            side = number, place > 0
            text = lines[index].text
            below = lines[index + 1].text if index + 1 < len(lines) else ""
            is_furniture = (
                index in found
                or text.isdecimal()
                or (len(text) <= _LONGEST_FURNITURE and _ADDRESS.fullmatch(text) is not None)
                or (counts[place, _shape(text)] >= enough and _can_repeat(text, below))
            )
            if side in closed:
                continue
            if is_furniture:
                found.add(index)
            else:
                closed.add(side)
    return frozenset(found)


def margin_furniture(
    pages: Sequence[Sequence[str]], marginal: Sequence[Collection[int]]
) -> list[frozenset[int]]:
    """Of the lines in the margins of pages, by their indexes, those that are of the page.

    A place in the margin is not enough, for a title and the end of a sentence may stand there too:
    the line comes back on half of the pages and at least twice, but for its figures, or it is a
    page number, a running head of a bulletin, a day or an address by its form.
    """
    shapes = [
        {
            index: _shape(lines[index])
            for index in indexes
            if _can_repeat(lines[index], lines[index + 1] if index + 1 < len(lines) else "")
        }
        for lines, indexes in zip(pages, marginal, strict=True)
    ]
    times = Counter(shape for page in shapes for shape in set(page.values()))
    enough = max(_FEWEST_TIMES, sum(map(bool, pages)) / 2)
    return [
        frozenset(
            index
            for index in indexes
            if _is_of_page(lines[index]) or times[page.get(index, "")] >= enough
        )
        for lines, indexes, page in zip(pages, marginal, shapes, strict=True)
    ]


def _is_of_page(text: str) -> bool:
    """Whether a line in a margin is of the page by its form."""
    if len(text) > _LONGEST_FURNITURE:
        return False
    return (
        text.isdecimal()
        or _says_page(text)
        or _DAY.fullmatch(text) is not None
        or _ADDRESS.fullmatch(text) is not None
    )


# A line that names the document or the house: "Schriftelijke vraag nr. 88", "Vlaams Parlement".
_OF_DOCUMENT = re.compile(
    r"(?:(?:Vlaams Parlement|Vlaamse Raad)(?: ?[-–—|] ?)?)?"
    r"(?:(?:Schriftelijke|Parlementaire) vra(?:ag|gen)(?: en antwoord(?:en)?)?)?"
    r"(?: ?[-–—|,]? ?nr\.? ?\d{1,5})?(?: ?\(\d{4}-\d{4}\))?",
    re.IGNORECASE,
)
# The number of the page at its end.
_PAGE_AT_END = re.compile(r"[\s|–—-]*(?:pagina|pag\.|blz\.|p\.) ?\d{1,4}(?: ?(?:/|van) ?\d{1,4})?$")
# The number of the page before a name that has the number of the question.
_PAGE_BEFORE = re.compile(r"\d{1,4}[\s|–—-]+(?=[SPVspv].*nr\. ?\d)")
_TIMES_WITHOUT_PAGES = 3
_TOP_LINES = 3
"""A line so near the top is the head of the question itself."""


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """The lines that name the document again and again, alike but for the number of the page."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        text = line.text
        if line.blank_before and (name := _document_named(text)):
            places.setdefault(name, []).append(index)
    return {
        index
        for found in places.values()
        if len(found) >= _TIMES_WITHOUT_PAGES
        for index in found
        if index >= _TOP_LINES
    }


def _document_named(text: str) -> str:
    """What a line calls the document, when it does nothing else; empty otherwise."""
    if len(text) > _LONGEST_FURNITURE or not (text[0] in "SPVspv" or text[0].isdecimal()):
        return ""
    before = _PAGE_BEFORE.match(text)
    name = _PAGE_AT_END.sub("", text) if before is None else text[before.end() :]
    return name if _OF_DOCUMENT.fullmatch(name) else ""


def _says_page(text: str) -> bool:
    """Whether a line says that it is of the page: its number, or the document that it is of."""
    if not text[-1].isalpha() and _PAGE_NUMBER.fullmatch(text):
        return True
    if _document_named(text) not in ("", text):
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


def _can_repeat(text: str, below: str) -> bool:
    """Whether a line is none of those that come back because they open an answer, or end one."""
    if any(line.isupper() and OFFICE_HEAD.match(line) for line in (text, below)):
        return False
    return (
        len(text) <= _LONGEST_FURNITURE
        and text[-1] not in ".?!;:,"
        and _HEAD_LINE.match(text) is None
        and (not text[0].islower() or "." in text[:-1])
    )


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


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
