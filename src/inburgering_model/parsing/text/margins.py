"""The margin of a text: how wide its lines can be."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import neg
from typing import TYPE_CHECKING

from inburgering_model.parsing.text.paragraphs import (
    begins_with_number,
    ends_sentence,
    has_bullet,
    is_row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = ["line_width"]

_SURELY_SHORT = 0.92
_WRAPPED_WIDTH = 130
"""A text with longer lines than this is not wrapped, unless its lines run on at a margin."""
_FEWEST_RUNNING_ON, _NARROWEST = 3, 30
_NEAR_MARGIN, _PAST_MARGIN, _FAR_PAST_MARGIN = 0.85, 1.1, 1.15


def line_width(lines: Sequence[Line]) -> int | None:
    """The width below which a line is surely short; None when lines are not wrapped.

    Letters are not equally wide: a line that is nearly as long as the longest may be full. A few
    lines that are far longer than the margin at which most run on say nothing: addresses, or
    paragraphs that are not wrapped.
    """
    prose = [line for line in lines if not line.text.isupper() and not is_row(line)]
    lengths = sorted((line.end - line.start for line in prose), reverse=True)
    if not lengths:
        return 0
    longest = lengths[0]
    margin = _margin(lengths, _running_on(lines))
    if margin is not None and longest > min(margin * _FAR_PAST_MARGIN, _WRAPPED_WIDTH):
        return int(margin * _SURELY_SHORT)
    if longest > _WRAPPED_WIDTH:
        return None
    return int(longest * _SURELY_SHORT)


def _running_on(lines: Sequence[Line]) -> list[int]:
    """The lengths of the lines that end inside a sentence which goes on right below, in order."""
    return sorted(
        line.end - line.start
        for line, below in pairwise(lines)
        if not (below.blank_before or line.text.isupper() or below.text.isupper())
        and not (has_bullet(below.text) or begins_with_number(below.text))
        and not (is_row(line) or is_row(below) or ends_sentence(line.text))
    )


def _margin(lengths: Sequence[int], running_on: Sequence[int]) -> int | None:
    """The greatest length that several lines nearly have which run on, and few lines exceed."""
    for length in dict.fromkeys(lengths):
        if length < _NARROWEST:
            break
        last = bisect_right(running_on, length)
        near = last - bisect_left(running_on, length * _NEAR_MARGIN)
        longer = bisect_left(lengths, -length * _PAST_MARGIN, key=neg)
        if near >= _FEWEST_RUNNING_ON and longer < near:
            return length
    return None
