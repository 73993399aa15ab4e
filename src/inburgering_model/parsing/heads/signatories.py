"""A minister and his offices, on lines of their own: the name, and the offices below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.heads.elements import CAPITAL_NAME
from inburgering_model.parsing.language.names import NATURAL_NAME, OFFICE_HEAD
from inburgering_model.parsing.text.lines import Line, Place, is_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Signatory", "is_name", "office_end", "signatory_at"]


@frozen
class Signatory:
    """A name, the offices below it, and the index of the line after them."""

    name: Place
    offices: Place
    end: int


# An office that goes on below.
_OPEN = re.compile(r"(?:,|-|\b(?:en|van|de|het|voor|minister|vlaams|vlaamse))$", re.IGNORECASE)
# The rest of an office, or one more, at the start of a line.
_JOINED = re.compile(r"(?:en|van)\s", re.IGNORECASE)
_MOST_LINES, _LONGEST = 5, 130
_NO_END = ".?!:;"
"""What no office ends in."""


def is_name(text: str) -> bool:
    """Whether a line holds a name and nothing else."""
    return OFFICE_HEAD.search(text) is None and bool(
        NATURAL_NAME.fullmatch(text) or CAPITAL_NAME.fullmatch(text)
    )


def office_end(lines: Sequence[Line], index: int, position: int = 0) -> int:
    """The index after the offices that begin on a line; the index itself when none do."""
    if index >= len(lines) or not OFFICE_HEAD.match(lines[index].text, position):
        return index
    end = index + 1
    while end < min(len(lines), index + _MOST_LINES) and _goes_on(lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on with the offices that the line before it is of."""
    return (
        not line.blank_before
        and len(line.text) <= _LONGEST
        and line.text[-1] not in _NO_END
        and is_capitals(line.text) == is_capitals(before.text)
        and (
            _OPEN.search(before.text) is not None
            or _JOINED.match(line.text) is not None
            or OFFICE_HEAD.match(line.text) is not None
        )
    )


def signatory_at(lines: Sequence[Line], index: int) -> Signatory | None:
    """The minister whose name a line holds, with the offices below it; None without an office."""
    if index >= len(lines) or not is_name(lines[index].text):
        return None
    end = office_end(lines, index + 1)
    if end == index + 1 or lines[index + 1].blank_before or lines[end - 1].text[-1] in _NO_END:
        return None
    return Signatory(
        Place(lines[index].start, lines[index].end),
        Place(lines[index + 1].start, lines[end - 1].end),
        end,
    )
