"""The block above a question; it may be missing altogether."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, field

from inburgering_model.parsing.heads.elements import (
    CAPITAL_NAME,
    CAPTION,
    element,
    is_labelled,
    name_goes_on,
    name_rest,
    past_separator,
)
from inburgering_model.parsing.heads.portfolios import (
    NameBeside,
    is_name,
    is_portfolio,
    name_beside,
)
from inburgering_model.parsing.heads.signatories import NO_OFFICE_END, Signatory, signatory_at
from inburgering_model.parsing.language.days import Day, find_day
from inburgering_model.parsing.language.names import OFFICE_HEAD
from inburgering_model.parsing.text.lines import Line, Place, is_capitals

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["QuestionHead", "question_head"]


@define
class QuestionHead:
    """What the block above a question says, and how many lines it takes."""

    lines: int = 0
    number: Place | None = None
    author: Place | None = None
    day: Day | None = None
    addressees: list[tuple[Place, list[Place]]] | None = None
    """Each name, and where its offices stand."""
    unnamed: list[Place] = field(factory=list[Place])
    """Where the offices of an addressee stand whose name is not printed."""
    minister_first: bool = False
    """Whether the minister who answers stands above the number, as bulletins have it."""
    unknown: list[Line] = field(factory=list[Line])
    """Lines of the head that are not understood."""


_MOST_HEAD_LINES = 40


def _minister_above(lines: Sequence[Line]) -> Signatory | None:
    """The minister that a bulletin prints above the number of a question."""
    above = signatory_at(lines, 0)
    if above is None or above.end >= len(lines):
        return None
    below = element(lines[above.end], 0)
    return above if below is not None and below[0] in ("number", "caption") else None


def question_head(lines: Sequence[Line]) -> QuestionHead:
    """Read the block above a question; it may be missing altogether."""
    above = _minister_above(lines)
    if above is not None:
        found = _question_head(lines, QuestionHead(lines=above.end, minister_first=True))
        if found.number is not None and not found.addressees:
            found.addressees = [(above.name, [above.offices])]
            return found
    return _question_head(lines, QuestionHead(lines=_caption_end(lines)))


def _question_head(lines: Sequence[Line], head: QuestionHead) -> QuestionHead:
    """Read on below the lines that are taken already."""
    addressed = False
    for index in range(head.lines, min(len(lines), _MOST_HEAD_LINES)):
        line = lines[index]
        if _read_bare(head, lines, index):
            pass
        elif head.addressees and line.text.startswith("VAN ") and is_capitals(line.text):
            # An office goes on; the "van" before an author is in lower case, or comes before this.
            _add_office(head, line)
        elif _read_elements(head, line) or (index and _name_goes_on(head, lines, index)):
            addressed = bool(head.addressees)
        elif _continues_office(head, line, lines[index - 1]):
            _add_office(head, line)
        elif index and _goes_on_in_capitals(head, lines, index):
            # Below "aan NAME", or without an "aan": names, and the offices below each.
            _read_capitals(head, lines, index, addressed=addressed)
            addressed = True
        elif index and is_labelled(line):
            head.unknown.append(line)
        else:
            break
        head.lines = index + 1
    if head.number is None and head.author is None and head.day is None and not head.unknown:
        return QuestionHead(lines=_caption_end(lines))
    return head


def _name_goes_on(head: QuestionHead, lines: Sequence[Line], index: int) -> bool:
    return _author_goes_on(head, lines, index) or _addressee_goes_on(head, lines, index)


# A number without "nr.", alone on its line.
_BARE_NUMBER = re.compile(r"\d{1,5}")
_BY = re.compile(r"van\s+[A-ZÀ-Þ]|datum\b")


def _read_bare(head: QuestionHead, lines: Sequence[Line], index: int) -> bool:
    """Take a number, or below something else a day, that stands alone on a line."""
    line = lines[index]
    if head.number is None and _is_bare_number(lines, index):
        head.number = Place(line.start, line.end)
        return True
    below = index > 0 and not line.blank_before
    day = find_day(line.text) if below and head.day is None else None
    if day is None or (day.start, day.end) != (0, len(line.text)):
        return False
    head.day = Day(line.start, line.end, day.value)
    return True


def _is_bare_number(lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on a line is that of the question: the author or date is below."""
    return (
        _BARE_NUMBER.fullmatch(lines[index].text) is not None
        and index + 1 < len(lines)
        and _BY.match(lines[index + 1].text) is not None
    )


def _author_goes_on(head: QuestionHead, lines: Sequence[Line], index: int) -> bool:
    """Take the rest of the author's name from a line, when the line before it ends inside it."""
    before = lines[index - 1]
    if head.author is None or head.author.end != before.end:
        return False
    if not name_goes_on(before.text, lines[index]):
        return False
    head.author = Place(head.author.start, lines[index].end)
    return True


def _addressee_goes_on(head: QuestionHead, lines: Sequence[Line], index: int) -> bool:
    """Take the rest of the last addressee's name from a line, and the offices behind it."""
    line, before = lines[index], lines[index - 1]
    if not head.addressees or head.addressees[-1][0].end != before.end:
        return False
    end = name_rest(before.text, line)
    position = past_separator(line.text, end)
    office = OFFICE_HEAD.match(line.text, position)
    if not end or (position < len(line.text) and office is None):
        return False
    name = Place(head.addressees[-1][0].start, line.start + end)
    offices = [Place(line.start + position, line.end)] if office else []
    head.addressees[-1] = (name, offices)
    return True


_MOST_LINES_ABOVE = 6


def _caption_end(lines: Sequence[Line]) -> int:
    """The lines down to the caption, which nothing but the head of the page can come before."""
    for index, line in enumerate(lines[:_MOST_LINES_ABOVE]):
        if CAPTION.fullmatch(line.text) and line.text.isupper():
            return index + 1
    return 0


def _continues_office(head: QuestionHead, line: Line, before: Line) -> bool:
    """Whether an office printed in lower case, beside or below a name, goes on here."""
    if not head.addressees or is_capitals(line.text):
        return False
    offices = head.addressees[-1][1]
    if not offices:
        return OFFICE_HEAD.match(line.text) is not None
    office = before.text[max(offices[-1].start - before.start, 0) :]
    return not (line.blank_before or is_capitals(office) or line.text[-1] in NO_OFFICE_END)


# An office that goes on below.
_OPEN_OFFICE = re.compile(r"(?:,|\b(?:EN|VAN|DE|HET|VOOR|MINISTER|VLAAMS))$")


def _goes_on_in_capitals(head: QuestionHead, lines: Sequence[Line], index: int) -> bool:
    """Whether a line is in capitals, and not a title, which stands apart below and above no office.

    Below an office that has ended, a name is one of another addressee, and has an office below it.
    """
    if head.minister_first:
        return False
    line, below = lines[index], lines[index + 1 : index + 2]
    may_be_title = line.blank_before and bool(head.addressees and head.addressees[-1][1])
    return is_capitals(line.text) and (
        not may_be_title
        or OFFICE_HEAD.search(line.text) is not None
        or _OPEN_OFFICE.search(lines[index - 1].text) is not None
        or any(OFFICE_HEAD.match(following.text) for following in below)
        or (is_portfolio(line.text) and any(map(_is_title_with_field, below)))
    )


# A title that tells its field first: "Honden - Bijtpreventie".
_FIELD = re.compile(r"[\w)]\s[-–]\s\w")


def _is_title_with_field(line: Line) -> bool:
    """Whether a line that stands apart is a title for sure, so that none stands above it."""
    return line.blank_before and not is_capitals(line.text) and _FIELD.search(line.text) is not None


def _add_office(head: QuestionHead, line: Line) -> None:
    if head.addressees:
        head.addressees[-1][1].append(Place(line.start, line.end))


# Capitals after a wide space.
_IN_NEXT_COLUMN = re.compile(r"(?<=\s{4})\s(?=[A-ZÀ-Þ]{2}[^a-zà-ÿ]*$)")


def _read_elements(head: QuestionHead, line: Line) -> bool:
    """Read a line that holds nothing but elements; False when it holds something else."""
    found = _elements_of(line, has_addressee=bool(head.addressees))
    for name, value in found:
        if name == "addressee" and isinstance(value, Place):
            head.addressees = [*(head.addressees or []), (value, [])]
        elif name == "unnamed" and isinstance(value, Place):
            head.unnamed.append(value)
        elif name == "office" and isinstance(value, Place):
            if head.addressees:
                head.addressees[-1][1].append(value)
        elif name != "caption" and getattr(head, name) is None:
            setattr(head, name, value)
    return bool(found)


def _elements_of(line: Line, *, has_addressee: bool) -> list[tuple[str, object]]:
    """The elements of a line; none when it holds anything else.

    An office may stand behind the name of an addressee, or in a column of its own.
    """
    text, position = line.text, 0
    found: list[tuple[str, object]] = []
    while position < len(text):
        read = element(line, position)
        if read is None:
            beside = found and has_addressee and _IN_NEXT_COLUMN.match(text, position - 1)
            return [*found, ("office", Place(line.start + position, line.end))] if beside else []
        found.append(read[:2])
        position = past_separator(text, read[2])
        if read[0] == "addressee" and OFFICE_HEAD.match(text, position):
            return [*found, ("office", Place(line.start + position, line.end))]
    return found


def _read_capitals(
    head: QuestionHead, lines: Sequence[Line], index: int, *, addressed: bool
) -> None:
    """A line in capitals below the elements: another addressee's name, or an office."""
    line = lines[index]
    addressees = head.addressees if head.addressees is not None else []
    head.addressees = addressees
    is_office = OFFICE_HEAD.search(line.text) is not None
    if not addressees and (head.unnamed or OFFICE_HEAD.match(line.text)):
        head.unnamed.append(Place(line.start, line.end))
    elif addressees and addressees[-1][1] and (beside := _next_beside(lines, index)) is not None:
        name = Place(line.start + beside.start, line.start + beside.end)
        addressees.append((name, [Place(line.start + beside.office, line.end)]))
    elif addressees and (is_office or _continues_in_capitals(addressees[-1][1], lines, index)):
        addressees[-1][1].append(Place(line.start, line.end))
    elif CAPITAL_NAME.fullmatch(line.text) and (not addressed or not is_office):
        addressees.append((Place(line.start, line.end), []))
    elif addressees:
        addressees[-1][1].append(Place(line.start, line.end))


def _next_beside(lines: Sequence[Line], index: int) -> NameBeside | None:
    """The next addressee's name on a line with the office beside it, below an office that ended."""
    text = lines[index].text
    goes_on = _OPEN_OFFICE.search(lines[index - 1].text) and not text.startswith("en ")
    return None if goes_on else name_beside(text)


def _continues_in_capitals(offices: Sequence[Place], lines: Sequence[Line], index: int) -> bool:
    """Whether a line in capitals goes on with the offices above it, and names nobody."""
    line, before = lines[index], lines[index - 1]
    if not offices:
        return False
    if _OPEN_OFFICE.search(before.text) is not None:
        return not line.blank_before or not _is_above_office(lines, index)
    if line.blank_before:
        return is_portfolio(line.text)
    return not _is_above_office(lines, index)


def _is_above_office(lines: Sequence[Line], index: int) -> bool:
    """Whether a line holds a name in capitals, and an office begins right below it."""
    below = lines[index + 1 : index + 2]
    return is_name(lines[index].text) and any(OFFICE_HEAD.match(line.text) for line in below)
