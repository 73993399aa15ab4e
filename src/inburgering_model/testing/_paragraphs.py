"""The paragraphs of a wrapped text, seen from its lines alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["changed_paragraphs", "longest_line"]

_BULLETS = ("- ", "• ", "* ", "o ")


def longest_line(text: str) -> int:
    """The length of the longest line, in Unicode code points."""
    return max(map(len, text.split("\n")))


def changed_paragraphs(
    text: str, change: Callable[[str], list[str]], width: int | None = None
) -> str:
    """A text in which each paragraph is printed on other lines.

    Two lines are of one paragraph when the first word of the second had no room on the first,
    in lines of ``width``: by default the longest line. Lines with columns and lines in capitals
    stay as they are.
    """
    widest = longest_line(text) if width is None else width
    lines: list[str] = []
    paragraph: list[str] = []
    for line in [*text.split("\n"), ""]:
        if paragraph and not _goes_on(paragraph[-1], line, widest):
            lines += change(" ".join(paragraph))
            paragraph = []
        if _is_prose(line):
            paragraph.append(line)
        else:
            lines.append(line)
    return "\n".join(lines[:-1])


def _is_prose(line: str) -> bool:
    return bool(line) and not line.isupper() and "  " not in line


def _goes_on(before: str, line: str, width: int) -> bool:
    if not _is_prose(line) or line.startswith(_BULLETS):
        return False
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width
