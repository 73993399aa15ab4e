"""Paragraphs: which lines belong together.

Extraction breaks a paragraph in two ways: at the margin, and by empty lines that were never there.
Both are undone by what the lines say, never by their number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.passage import PassageKind
from inburgering_model.parsing.text.lines import Line
from inburgering_model.parsing.text.tabbed import OPEN_END, is_tabbed_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Paragraph",
    "after_bullet",
    "begins_with_number",
    "ends_sentence",
    "group",
    "has_bullet",
    "is_broken_at_margin",
    "is_row",
]

# A bullet and the space after it.
_BULLETS = frozenset("-–—•·▪◦●○■□*»>o\uf0b7\uf0a7")
_BULLET = re.compile(rf"[{re.escape(''.join(sorted(_BULLETS)))}]\s+(?=\S)")
# Columns are set apart by two spaces and more, or by tabs.
_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
# A label and the space after it.
_LABEL_SPACE = re.compile(r"(?:\(?\w{1,3}[.):/]+(?:\s?[a-z][.)])?|[-–—•])[ \t]+")
# What a sentence ends with, and the brackets and quotes that may close after it.
_SENTENCE_END = re.compile(r"[.?!:;…][)\]”\"’'»]*(?:\d{1,2})?$")
# Abbreviations that something must follow: "op vraag nr." ends no sentence.
_OPEN_ABBREVIATION = re.compile(
    r"\b(?:nrs?|arts?|blz|par|ca|bv|bijv|dhr|mevr|prof|dr|ir|resp|[a-z]\.(?:[a-z]\.)?[a-z])\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 8
_CELL_FIGURE = re.compile(r"\d")


@frozen
class Paragraph:
    """Lines that make one passage, and its kind."""

    lines: tuple[Line, ...]
    kind: PassageKind

    @property
    def start(self) -> int:
        """Where it starts in the clean text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends in the clean text."""
        return self.lines[-1].end


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence does."""
    if text[-1:].isalpha() or _SENTENCE_END.search(text) is None:
        return False
    return _OPEN_ABBREVIATION.search(text, max(len(text) - _LONGEST_ABBREVIATION, 0)) is None


def group(lines: Sequence[Line], width: int | None) -> list[Paragraph]:
    """Group the lines of one part of a text into paragraphs."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _with_kinds(groups)


def has_bullet(text: str) -> bool:
    """Whether a line begins with a bullet."""
    return text[0] in _BULLETS and _BULLET.match(text) is not None


def after_bullet(text: str) -> int:
    """Where the text of a line begins after its bullet; 0 when it has none."""
    bullet = _BULLET.match(text)
    return bullet.end() if bullet else 0


def _begins(before: list[Line], line: Line, width: int | None) -> bool:
    """Whether a line begins a new paragraph after the lines before it."""
    last = before[-1]
    if has_bullet(line.text) or is_row(line) != is_row(last) or _is_counted(before, line):
        return True
    if is_row(line):
        return False
    ended = ends_sentence(last.text)
    if line.blank_before:
        return ended or begins_with_number(line.text) or not _goes_on(last, line, width)
    if width is None or _is_past_margin(last, width):
        first = line.text[0]
        return ended or not (first.islower() or first.isdigit() or OPEN_END.search(last.text))
    # The next word would still have fitted on the line: the break was made on purpose.
    if ended:
        return not is_broken_at_margin(last, line, width)
    # A short line that ends no sentence, before one that begins one, is a heading.
    return (
        last.end - last.start <= width * _HALF
        and line.text[0].isupper()
        and not OPEN_END.search(last.text)
    )


# The first member of a list, below a colon.
_LISTED = re.compile(r"(?:1|a)\)\s")
_PAST_WIDTH = 1.2


def _is_past_margin(line: Line, width: int) -> bool:
    """Whether a line is longer than those that are wrapped, and so is not wrapped itself."""
    return line.end - line.start > width * _PAST_WIDTH


def is_broken_at_margin(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line before it."""
    return last.end - last.start + 1 + len(line.text.split(None, 1)[0]) > width


# A number at the start of a line, and the start of a sentence or title after it.
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+[A-ZÀ-Þ]")


def begins_with_number(text: str) -> bool:
    """Whether a line begins with a number, and a sentence or title after it."""
    return _NUMBERED.match(text) is not None


def _is_counted(before: list[Line], line: Line) -> bool:
    """Whether a line has the next number of a list that it stands in, or below a colon a first."""
    if before[-1].text.endswith(":") and _LISTED.match(line.text):
        return True
    first = before[0]
    match = _NUMBERED.match(line.text) if line.text[0].isdigit() else None
    number = _NUMBERED.match(first.text) if match else None
    return bool(match and number and int(match.group(1)) == int(number.group(1)) + 1)


_LETTERED = re.compile(r"[a-z][.)](?:\s|$)")
_NEARLY_FULL = 0.75
_HALF = 0.5


def _goes_on(last: Line, line: Line, width: int | None) -> bool:
    """Whether a sentence that has not ended runs on over an empty line."""
    if line.text[0].islower():
        return not _LETTERED.match(line.text)
    if width is not None and not _is_past_margin(last, width):
        nearly_full = last.end - last.start >= width * _NEARLY_FULL
        if nearly_full or is_broken_at_margin(last, line, width):
            return True
    return OPEN_END.search(last.text) is not None


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table: cells set apart, of which at least one is a figure.

    The space after a label, and two spaces between sentences, set nothing apart.
    """
    text = line.text
    if "  " not in text and ("\t" not in text or is_tabbed_prose(text)):
        return False
    label = _LABEL_SPACE.match(text)
    gaps = [
        gap.end() - gap.start()
        for gap in _GAP.finditer(text, label.end() if label else 0)
        if gap.end() - gap.start() > len("  ") or text[gap.start() - 1] not in ".?!:;,"
    ]
    return len(gaps) > 1 or (len(gaps) == 1 and _CELL_FIGURE.search(text) is not None)


def _with_kinds(groups: list[list[Line]]) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    for index, lines in enumerate(groups):
        follows = index + 1 < len(groups)
        paragraphs.append(Paragraph(tuple(lines), _kind(lines, follows=follows)))
    return paragraphs


_LONGEST_HEADING = 70


def _kind(lines: list[Line], *, follows: bool) -> PassageKind:
    first = lines[0].text
    if has_bullet(first):
        return PassageKind.LIST_ITEM
    if is_row(lines[0]) and len(lines) > 1:
        return PassageKind.TABLE
    if (
        follows
        and len(lines) == 1
        and len(first) <= _LONGEST_HEADING
        and not ends_sentence(first)
        and first[-1] not in ",-"
        and not first[0].islower()
    ):
        return PassageKind.HEADING
    return PassageKind.PROSE
