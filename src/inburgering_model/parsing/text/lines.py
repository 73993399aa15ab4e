"""Lines: the smallest things the layout is made of.

A line is a stretch of clean text without its white space at the ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from inburgering_model.parsing.text.squeezed import with_lost_breaks

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Line", "Place", "extent", "is_capitals", "split_lines"]


@frozen
class Place:
    """A stretch of clean text."""

    start: int
    end: int


class Line(NamedTuple):
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


_CAPTIONS = frozenset({"Antwoord", "ANTWOORD"})


def split_lines(text: str) -> list[Line]:
    """The lines of a clean text that hold something."""
    lines: list[Line] = []
    previous = 0
    ranges = [match.span() for match in _LINE.finditer(text)]
    for start, end in with_lost_breaks(text, ranges):
        stripped = text[start:end].strip()
        if not stripped:
            continue
        first = text.index(stripped, start)
        between = text[previous:first]
        breaks = between.count("\n") or between.count("\r")
        # Where no break is left at all, a caption that was found stands apart all the same.
        caption = not breaks and stripped in _CAPTIONS
        lines.append(
            Line(
                start=first,
                end=first + len(stripped),
                text=stripped,
                blank_before=not lines or breaks > 1 or "\f" in between or caption,
                page_before="\f" in between,
            )
        )
        previous = first + len(stripped)
    return lines


def is_capitals(text: str) -> bool:
    """Whether a text is printed in capitals, as the names and offices in a head are."""
    return text.isupper() or (
        # A lower-case particle between capitals: "JAN d'HONDT", "KARIN Mc DONALD".
        sum(map(str.islower, text)) <= 2 < sum(map(str.isupper, text)) - 2  # noqa: PLR2004
    )


def extent(lines: Sequence[Line]) -> tuple[int, int]:
    """Where a stretch of lines starts and ends in the clean text."""
    return lines[0].start, lines[-1].end
