"""Stretches of text on pages made into lines: what stands beside, below and apart from what.

A PDF file holds no lines and no paragraphs, only characters at places. Here the places become line
breaks, two spaces between the cells of a table, blank lines where paragraphs are set apart, and
form feeds between pages. All measures are in points, and heights grow upwards, as in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from attrs import field, frozen

from inburgering_model.parsing.text.furniture import margin_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["LaidOut", "Page", "Stretch", "laid_out"]


@frozen
class Stretch:
    """Characters that stand side by side without a wide gap."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """The size of the font, as it is shown."""
    artifact: bool = False
    """Whether the file says that it belongs to the page and not to the text."""


@frozen
class Page:
    """The stretches of a page in the order of the file, and the heights of its edges."""

    stretches: tuple[Stretch, ...]
    top: float
    bottom: float


@frozen
class LaidOut:
    """The text of pages, and the half-open ranges in it of heads, feet and page numbers."""

    text: str
    margins: tuple[tuple[int, int], ...]


@frozen
class _Row:
    """The stretches on one baseline that follow one another in the file."""

    cells: list[Stretch] = field(factory=list[Stretch])

    @property
    def baseline(self) -> float:
        return self.cells[0].baseline

    @property
    def size(self) -> float:
        return max(cell.size for cell in self.cells)


def laid_out(pages: Sequence[Page]) -> LaidOut:
    r"""Lay out pages: lines, blank lines, gaps between cells, a form feed between pages.

    >>> first = [Stretch("Titel", 72, 99, 720, 12), Stretch("Een", 72, 92, 700, 12)]
    >>> first += [Stretch("zin.", 72, 92, 687, 12), Stretch("Nog een.", 72, 92, 674, 12)]
    >>> second = [Stretch("Slot", 72, 99, 720, 12), Stretch("2", 300, 306, 36, 8)]
    >>> laid_out([Page(first, 842, 0), Page(second, 842, 0)])
    LaidOut(text='Titel\n\nEen\nzin.\nNog een.\n\x0cSlot\n\n2\n', margins=((32, 33),))
    """
    rows = [_in_place(_rows(page.stretches)) for page in pages]
    apart = _paragraph_pitch(rows)
    texts = [
        [_row_text(row, page[max(0, index - 1) : index + 2]) for index, row in enumerate(page)]
        for page in rows
    ]
    furniture = _furniture(pages, rows, texts, apart)
    parts: list[str] = []
    margins: list[tuple[int, int]] = []
    length = 0
    for number, in_order in enumerate(rows):
        if number:
            parts.append("\f")
            length += 1
        for index, (row, text) in enumerate(zip(in_order, texts[number], strict=True)):
            if index and _is_apart(in_order[index - 1], row, apart):
                parts.append("\n")
                length += 1
            if index in furniture[number]:
                margins.append((length, length + len(text)))
            parts += text, "\n"
            length += len(text) + 1
    return LaidOut("".join(parts), tuple(margins))


_SAME_LINE = 0.35
"""How far, in sizes of the font, baselines on one line may differ: marks of notes are raised."""


def _rows(stretches: Sequence[Stretch]) -> list[_Row]:
    rows: list[_Row] = []
    for stretch in stretches:
        if rows and _is_beside(rows[-1].cells[-1], stretch):
            rows[-1].cells.append(stretch)
        else:
            rows.append(_Row([stretch]))
    return rows


def _is_beside(before: Stretch, stretch: Stretch) -> bool:
    shift = abs(before.baseline - stretch.baseline)
    size = max(before.size, stretch.size)
    return shift <= _SAME_LINE * size and stretch.left >= before.right - _SAME_LINE * size


def _in_place(rows: list[_Row]) -> list[_Row]:
    """Put what stands above or below all the rest first or last, whatever its place in the file.

    Programs write the head and the foot of a page before or after its text. What is left, the
    columns of a page for instance, keeps the order of the file.
    """
    above: list[_Row] = []
    below: list[_Row] = []
    by_height = sorted(range(len(rows)), key=lambda index: rows[index].baseline)
    first, last, lowest, highest = 0, len(rows) - 1, 0, len(rows) - 1
    while first < last:
        top, bottom = by_height[highest], by_height[lowest]
        if top in (first, last) and _is_above(rows, top, by_height[highest - 1]):
            above.append(rows[top])
            taken, highest = top, highest - 1
        elif bottom in (first, last) and _is_above(rows, by_height[lowest + 1], bottom):
            below.append(rows[bottom])
            taken, lowest = bottom, lowest + 1
        else:
            break
        first, last = (first + 1, last) if taken == first else (first, last - 1)
    return [*above, *rows[first : last + 1], *reversed(below)]


def _is_above(rows: list[_Row], upper: int, lower: int) -> bool:
    apart = rows[upper].baseline - rows[lower].baseline
    return apart > _SAME_LINE * max(rows[upper].size, rows[lower].size)


_OFTEN = 4
_WIDEST_PITCH = 1.8
_APART = 1.2
"""How much wider than the pitch of lines the step to a new paragraph is: 3 points after a line of
14. A blank line too many does no harm inside a sentence; one too few joins two paragraphs."""


def _paragraph_pitch(pages: Sequence[Sequence[_Row]]) -> float:
    """From which step on, in sizes of the font, a line begins a paragraph.

    The pitch of lines is the smallest step that is common: seen a quarter as often as the most
    common one. Steps to and from rows of tables are left out, since tables have a pitch of their
    own.
    """
    steps = Counter(
        round(step, 2)
        for above, below in chain.from_iterable(map(pairwise, pages))
        if len(above.cells) == len(below.cells) == 1 and (step := _step(above, below)) > _SAME_LINE
    )
    if not steps:
        return _WIDEST_PITCH * _APART
    most = max(steps.values())
    pitch = min(step for step, count in steps.items() if count * _OFTEN >= most)
    return min(pitch, _WIDEST_PITCH) * _APART


def _step(above: _Row, below: _Row) -> float:
    return (above.baseline - below.baseline) / max(above.size, below.size, 1.0)


def _is_apart(above: _Row, below: _Row, apart: float) -> bool:
    """Whether a blank line stands between two rows; a step upwards leads to the next column."""
    return not -_SAME_LINE <= _step(above, below) <= apart


_MARGIN = 1 / 14
"""The part of a page's height that is a margin: 21 mm of A4. Text and notes end before it."""
_WIDE_MARGIN = 1 / 8
"""Where a line that ends with the number of the page is its foot."""
_MOST_MARGIN_ROWS = 3
_FAR_APART = 1.25
_VERY_FAR_APART = 1.8


def _furniture(
    pages: Sequence[Page],
    rows: Sequence[Sequence[_Row]],
    texts: Sequence[Sequence[str]],
    apart: float,
) -> list[frozenset[int]]:
    """The rows that belong to the page: head, foot, number.

    Those that the file marks so (ISO 32000-1, 14.8.2.2: artifacts); the number of the page, apart
    at its foot; and what stands in a margin, if what it says, or that it comes back, agrees.
    """
    marked: list[frozenset[int]] = []
    marginal: list[set[int]] = []
    for number, (page, in_order) in enumerate(zip(pages, rows, strict=True), 1):
        artifacts = {
            index for index, row in enumerate(in_order) if all(cell.artifact for cell in row.cells)
        }
        marginal.append(_in_margin(in_order, page, apart))
        if _ends_with_number(in_order, page, number, apart):
            last = len(in_order) - 1
            marginal[-1].add(last)
            if len(in_order[last].cells) > 1 and in_order[last].cells[-1].text == str(number):
                artifacts.add(last)
        marked.append(frozenset(artifacts))
    found = margin_furniture(texts, marginal)
    return [one | other for one, other in zip(marked, found, strict=True)]


def _ends_with_number(rows: Sequence[_Row], page: Page, number: int, apart: float) -> bool:
    """Whether the last line ends with the number of the page, far below the text."""
    return (
        len(rows) > 1
        and rows[-1].cells[-1].text.split()[-1:] == [str(number)]
        and rows[-1].baseline - page.bottom < (page.top - page.bottom) * _WIDE_MARGIN
        and _step(rows[-2], rows[-1]) > apart * _VERY_FAR_APART
    )


def _in_margin(rows: Sequence[_Row], page: Page, apart: float) -> set[int]:
    """The rows in the margin above or below the text, apart from it."""
    found: set[int] = set()
    height = page.top - page.bottom
    for edge, indexes in (
        (page.top, range(len(rows) - 1)),
        (page.bottom, range(len(rows) - 1, 0, -1)),
    ):
        taken: set[int] = set()
        for index in indexes[:_MOST_MARGIN_ROWS]:
            if abs(edge - rows[index].baseline) > height * _MARGIN:
                break
            taken.add(index)
            upper = index if indexes.step > 0 else index - 1
            if _step(rows[upper], rows[upper + 1]) > apart * _FAR_APART:
                found |= taken
    return found


# What stands before the text of an item with a hanging indent: a bullet, a figure, a letter.
_MARK = re.compile(r"\W{1,2}|o|(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})[.)]|\d{1,2}-\d{1,2}\.")
_ALIGNED = 3.0
_EQUAL = 0.5
_BETWEEN_CELLS = "  "


def _row_text(row: _Row, neighbours: Sequence[_Row]) -> str:
    """The cells of a table apart by two spaces, anything else by one.

    Two gaps make a row of a table, unless they are equal; so does one, and so do equal ones, if a
    row above or below has a cell just there.
    """
    texts = [cell.text for cell in row.cells]
    has_mark = len(texts) > 1 and _MARK.fullmatch(texts[0]) is not None
    gaps = len(texts) - 1 - has_mark
    if gaps > 1 and not _is_stretched(row):
        return _BETWEEN_CELLS.join(texts)
    if gaps and _has_aligned_cell(row, neighbours):
        mark = f"{texts.pop(0)} " if has_mark else ""
        return mark + _BETWEEN_CELLS.join(texts)
    return " ".join(texts)


def _is_stretched(row: _Row) -> bool:
    """Whether all gaps are equally wide: those of a line that was stretched to both margins."""
    gaps = [after.left - before.right for before, after in pairwise(row.cells)]
    return max(gaps) - min(gaps) < _EQUAL


def _has_aligned_cell(row: _Row, neighbours: Sequence[_Row]) -> bool:
    last = row.cells[-1]
    return any(
        abs(last.left - cell.left) < _ALIGNED or abs(last.right - cell.right) < _ALIGNED
        for neighbour in neighbours
        if neighbour is not row
        for cell in neighbour.cells[1:]
    )
