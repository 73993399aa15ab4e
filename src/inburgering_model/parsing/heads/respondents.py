"""Who answers, as the lines above the caption of an answer name him: a name, and his offices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.heads.signatories import office_end
from inburgering_model.parsing.language.names import NATURAL_NAME, OFFICE_HEAD
from inburgering_model.parsing.text.lines import Line, Place, is_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Respondent", "is_natural_office", "respondent_above"]


@frozen
class Respondent:
    """The lines above a caption that name who answers; ``first`` is the index of the first."""

    first: int
    name: Place | None
    offices: Place | None


_MOST_OFFICE_LINES, _MOST_LINES_OF_OFFICE = 8, 4
# An office that goes on below, perhaps on the next page.
_OPEN_OFFICE = re.compile(r"(?:,|-|\b(?:EN|VAN|DE|HET|VOOR|MINISTER|VLAAMS))$")


def respondent_above(lines: Sequence[Line], index: int, floor: int) -> Respondent | None:
    """The name and the offices in the lines right above a line, down from ``floor``."""
    first, office_seen = index, False
    while first > floor and index - first < _MOST_OFFICE_LINES:
        line = lines[first - 1]
        if not is_capitals(line.text) and not is_natural_office(lines, first - 1, floor):
            break
        first -= 1
        starts_office = OFFICE_HEAD.match(line.text) is not None
        # The name stands apart from what comes before it; so may a part of its offices.
        goes_on = first > floor and _OPEN_OFFICE.search(lines[first - 1].text)
        if (
            line.blank_before
            and not (starts_office or goes_on)
            and (office_seen or _is_name(line.text))
        ):
            break
        office_seen = office_seen or starts_office
    if first == index:
        return None
    start, end = lines[first].start, lines[index - 1].end
    name_end = lines[first].end
    offices_start = lines[first + 1].start if first + 1 < index else end
    office = OFFICE_HEAD.search(lines[first].text)
    if office is not None:
        before = lines[first].text[: office.start()].rstrip(" ,-–:")
        name_end = start + len(before)
        offices_start = start + office.start()
    named = name_end > start and "," not in lines[first].text[: name_end - start]
    return Respondent(
        first,
        Place(start, name_end) if named else None,
        Place(offices_start, end) if offices_start < end else None,
    )


_LONGEST_NAME = 5


def _is_name(text: str) -> bool:
    """Whether a line in capitals can be a name: short, and no list of portfolios."""
    words = text.split()
    return (
        len(words) <= _LONGEST_NAME
        and "," not in text
        and not {"EN", "VAN"} & {words[0]}
        and ("EN" not in words)
    )


def is_natural_office(lines: Sequence[Line], index: int, floor: int) -> bool:
    """Whether a line in lower case is the office below a name, or the name above an office."""
    text = lines[index].text
    for first in range(index, max(index - _MOST_LINES_OF_OFFICE, floor), -1):
        if office_end(lines, first) > index:
            return NATURAL_NAME.fullmatch(lines[first - 1].text) is not None
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return NATURAL_NAME.fullmatch(text) is not None and OFFICE_HEAD.match(below) is not None
