"""Lines of running text, no longer than a width."""

from __future__ import annotations

import re

__all__ = ["words_of", "wrapped"]

# White space between words; a no-break space is part of what it keeps together.
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
# What opens no line: there it would be read as the bullet of a list.
_BULLETS = frozenset("-–—•·▪◦●○■□*»>")


def words_of(text: str) -> list[str]:
    """The words of a text: what stands between its white space."""
    return [word for word in _BLANKS.split(text) if word]


def wrapped(text: str, width: int | None) -> list[str]:
    """The words of a text, as many on a line as there is room for; None: all on one line.

    A dash between words goes with the word before it, since at the start of a line it would be a
    bullet.

    >>> wrapped("Vlaamse Rand - Proeftuinen", 13)
    ['Vlaamse Rand -', 'Proeftuinen']
    """
    lines: list[str] = []
    line: list[str] = []
    length = 0
    for word in words_of(text):
        fits = width is None or length + len(word) <= width or word in _BULLETS
        if line and not fits:
            lines.append(" ".join(line))
            line, length = [], 0
        line.append(word)
        length += len(word) + 1
    return [*lines, " ".join(line)] if line else []
