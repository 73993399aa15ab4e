"""Pages: running heads, page numbers and form feeds in the middle of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

__all__ = ["page_furniture"]

# The head of an answer, up to the line that names the author; each line ends where the next begins.
_HEAD = re.compile(r"^(?:[^a-z\n]*\n){1,12}op vraag nr[^\n]*\n(?:van [^\n]*\n)?", re.MULTILINE)


def page_furniture(text: str, random: Random) -> str:
    """Pages have a running head, a number and a form feed, in the middle of sentences too.

    A running head can be told only when it comes back: a text of two pages has none. No page ends
    inside the head of an answer, between two sentences of a paragraph or before a figure: there,
    nobody can tell whether the next page begins a new paragraph or item.
    """
    height = random.randint(_LOWEST_PAGE, _HIGHEST_PAGE)
    foot = random.choice(("{}", "- {} -", "pagina {} van {}", "{}/{}"))
    pages = [*_pages(text, height)]
    head = f"{random.choice(_RUNNING_HEADS)}\n\n" if len(pages) > 2 else ""  # noqa: PLR2004
    return "".join(
        f"{head if number > 1 else ''}{page}\n{foot.format(number, len(pages))}\n\f"
        for number, page in enumerate(pages, 1)
    )


def _pages(text: str, height: int) -> Iterator[str]:
    """Cut a text into pages of a number of lines, less where a page cannot end."""
    lines = text.splitlines(keepends=True)
    heads = [
        range(text.count("\n", 0, match.start()) + 1, text.count("\n", 0, match.end()))
        for match in _HEAD.finditer(text)
    ]
    start = 0
    while start < len(lines):
        ends = range(min(start + height, len(lines)), start, -1)
        end = next((end for end in ends if _can_end(lines, end, heads)), ends[0])
        yield "".join(lines[start:end])
        start = end


def _can_end(lines: list[str], end: int, heads: list[range]) -> bool:
    """Whether a page can end before a line: not in a head, nor where a paragraph could end too."""
    if end == len(lines):
        return True
    before, after = lines[end - 1].rstrip(), lines[end].strip()
    ambiguous = after and (before.endswith((".", "?", ":", ";")) or after[0].isdecimal())
    return not ambiguous and not any(end in head for head in heads)


_LOWEST_PAGE, _HIGHEST_PAGE = 12, 50
_RUNNING_HEADS = (
    "Vlaams Parlement - Schriftelijke vragen en antwoorden",
    "VLAAMS PARLEMENT",
)
