"""Published questions as PDF files: the texts of the corpus, set as they are published.

A4, a proportional font, a running head, a footer with the page number, paragraphs wrapped anew,
paragraphs set apart by space and not by empty lines, tables in columns, lists with a hanging
indent. What stands on each page is told beside the file, so that extractors can be measured.
"""

from __future__ import annotations

import re
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

_Untyped = Any  # reportlab comes without types

__all__ = ["Layout", "Published", "blocks_of", "publish"]

# What begins a line of its own: a bullet, with the white space around it.
_BULLET = re.compile(r"\s*(?:[-–•*]|o)\s+(?=\S)")
_LABEL = re.compile(r"(?:\d{1,2}(?:-\d{1,2})?[.)]|[a-z]\))\s+(?=\S)")
_GAP = re.compile(r" {2,}")
# Where a line may be broken: after a space, and after a hyphen between two halves of a word.
_PIECE = re.compile(r"\S+?(?:-(?=\w)|(?=\s)|$)\s*")
# Where a word may be broken off: between two consonants, with three letters before and after.
_SYLLABLE = re.compile(r"(?<=[a-z]{3}[bcdfgklmnprst])(?=[bdfgklmnprstvz][aeiou][a-z]{2})")


@frozen(kw_only=True)
class Layout:
    """How a document is set; all measures in points."""

    font: str = "Helvetica"
    size: float = 11
    leading: float = 13.2
    paragraph_gap: float = 8
    margin: float = 72
    columns: int = 1
    column_gap: float = 24
    running_head: str | None = "Vlaams Parlement – Vragen en Antwoorden – Zittingsjaar 2022-2023"
    footer: str | None = "www.vlaamsparlement.be"
    furniture_last: bool = False
    """Whether head and footer come after the text in the file, as some programs write them."""
    hanging_labels: bool = False
    """Whether the label of an item stands in the margin of its text, after a tab."""
    hyphenate: str | None = None
    """The hyphen that words are broken with: '-', a soft hyphen, or None for no broken words."""
    justify: bool = False


@frozen
class Published:
    """A PDF file, and the lines of each page as a reader sees them, without head and footer.

    An empty line stands for the space between paragraphs; two spaces stand between cells.
    """

    content: bytes
    pages: tuple[tuple[str, ...], ...]


A4 = (595.28, 841.89)
_FOOT = 36.0


def blocks_of(text: str) -> list[list[str]]:
    """The paragraphs of a text, each with its lines before they were wrapped."""
    blocks: list[list[str]] = []
    for block in re.split(
        r"\n[ \t]*\n\s*?(?=\S| +\S)", text.replace("\r\n", "\n").strip("\ufeff\n")
    ):
        lines = [line.rstrip() for line in block.split("\n") if line.strip()]
        joined: list[str] = []
        for line, before in zip(lines, ["", *lines], strict=False):
            if before and _is_wrapped(before, line):
                joined[-1] += ("" if before.endswith("-") else " ") + line.strip()
            else:
                joined.append(line)
        if joined:
            blocks.append(joined)
    return blocks


_WIDTH = 80


def _is_wrapped(before: str, line: str) -> bool:
    if _BULLET.match(line) or _GAP.search(line.strip()) or _GAP.search(before.strip()):
        return False
    if _indent(line) > _indent(before):
        return True
    return len(before) + 1 + len(line.split(None, 1)[0]) > _WIDTH


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def publish(text: str, layout: Layout | None = None, **canvas_options: _Untyped) -> Published:
    """Set a text; ``canvas_options`` go to reportlab's canvas, ``encrypt`` for instance."""
    layout = layout or Layout()
    stream = BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(stream, pagesize=A4, **canvas_options)
    setter = _Setter(canvas, layout)
    for block in blocks_of(text):
        for line in block:
            setter.line(line)
        setter.gap()
    setter.end_page()
    canvas.save()
    return Published(stream.getvalue(), tuple(tuple(page) for page in setter.pages))


class _Setter:
    """Sets lines on pages, from the top of the first column to the foot of the last."""

    def __init__(self, canvas: _Untyped, layout: Layout) -> None:
        self.canvas = canvas
        self.layout = layout
        self.pages: list[list[str]] = []
        self.width = (
            A4[0] - 2 * layout.margin - (layout.columns - 1) * layout.column_gap
        ) / layout.columns
        self.begin_page()

    def begin_page(self) -> None:
        self.pages.append([])
        self.column = 0
        self.height = A4[1] - self.layout.margin
        if not self.layout.furniture_last:
            self.furniture()
        self.canvas.setFont(self.layout.font, self.layout.size)

    def furniture(self) -> None:
        self.canvas.setFont(self.layout.font, 8)
        if self.layout.running_head:
            self.canvas.drawString(self.layout.margin, A4[1] - _FOOT, self.layout.running_head)
        if self.layout.footer:
            self.canvas.drawString(self.layout.margin, _FOOT, self.layout.footer)
            self.canvas.drawRightString(A4[0] - self.layout.margin, _FOOT, str(len(self.pages)))

    def end_page(self) -> None:
        if self.layout.furniture_last:
            self.furniture()
        self.canvas.showPage()

    def gap(self) -> None:
        self.height -= self.layout.paragraph_gap
        if self.pages[-1]:
            self.pages[-1].append("")

    def line(self, text: str) -> None:
        """Set a line, wrapped to as many as it needs."""
        bullet = _BULLET.match(text)
        label = _LABEL.match(text) if self.layout.hanging_labels else None
        if bullet:
            indent = 18.0 + 3 * (len(text) - len(text.lstrip()))
            self.wrapped(text[bullet.end() :], indent, bullet.group().strip())
        elif label:
            self.wrapped(text[label.end() :], 18.0, label.group().strip())
        elif _GAP.search(text):
            self.row(text)
        else:
            self.wrapped(text.strip(), 0, "")

    def row(self, text: str) -> None:
        x, y = self.place()
        cells = [(match.start(), match.group()) for match in re.finditer(r"\S+(?: \S+)*", text)]
        for column, cell in cells:
            self.canvas.drawString(x + 6 * column, y, cell)
        self.pages[-1].append("  ".join(cell for _, cell in cells))

    def wrapped(self, text: str, indent: float, mark: str) -> None:
        lines = list(self.wrap(text, self.width - indent))
        for number, line in enumerate(lines):
            x, y = self.place()
            if mark and not number:
                self.canvas.drawString(x + indent - 16, y, mark)
            if self.layout.justify and number < len(lines) - 1:
                spare = self.width - indent - self.measure(line)
                self.canvas.drawString(
                    x + indent, y, line, wordSpace=spare / max(1, line.count(" "))
                )
            else:
                self.canvas.drawString(x + indent, y, line)
            self.pages[-1].append(f"{mark} {line}" if mark and not number else line)

    def place(self) -> tuple[float, float]:
        """Where the next line goes; a new column or page when this one is full."""
        self.height -= self.layout.leading
        if self.height < self.layout.margin:
            self.column += 1
            if self.column == self.layout.columns:
                self.end_page()
                self.begin_page()
            self.height = A4[1] - self.layout.margin - self.layout.leading
        x = self.layout.margin + self.column * (self.width + self.layout.column_gap)
        return x, self.height

    def measure(self, text: str) -> float:
        width: float = self.canvas.stringWidth(text, self.layout.font, self.layout.size)
        return width

    def wrap(self, text: str, width: float) -> Iterator[str]:
        line = ""
        for match in _PIECE.finditer(text):
            piece = match.group()
            if line and self.measure(line + piece.rstrip()) > width:
                head, tail = self.broken(line, piece, width)
                yield (line + head).rstrip()
                line = tail
            else:
                line += piece
        if line:
            yield line.rstrip()

    def broken(self, line: str, word: str, width: float) -> tuple[str, str]:
        """The part of a word that still fits, with a hyphen, and the part that does not."""
        if self.layout.hyphenate:
            for match in reversed(list(_SYLLABLE.finditer(word))):
                head = word[: match.start()] + self.layout.hyphenate
                if self.measure(line + head) <= width:
                    return head, word[match.start() :]
        return "", word
