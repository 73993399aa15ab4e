"""Heads: the block that opens a question, and the one that opens an answer.

Both are made of the same elements (a number, an author, a date, names and offices in capitals),
printed on lines of their own or run together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from inburgering_model.parsing.days import Day, find_day
from inburgering_model.parsing.lines import is_capitals
from inburgering_model.parsing.names import NATURAL_NAME, OFFICE_HEAD
from inburgering_model.parsing.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.lines import Line

__all__ = ["AnswerHead", "Place", "QuestionHead", "answer_heads", "question_head"]


@frozen
class Place:
    """A stretch of clean text."""

    start: int
    end: int


@define
class QuestionHead:
    """What the block above a question says, and how many lines it takes."""

    lines: int = 0
    number: Place | None = None
    author: Place | None = None
    day: Day | None = None
    addressees: list[tuple[Place, list[Place]]] | None = None
    """Each name, and where its offices stand."""


@define
class AnswerHead:
    """What the block above an answer says; ``first`` and ``end`` are line indexes, half-open."""

    first: int
    end: int
    caption: str = ""
    name: Place | None = None
    offices: Place | None = None
    number: Place | None = None
    author: Place | None = None
    day: Day | None = None
    answered: Day | None = None


_TITLES = r"(?:(?:de\s+heer|mevrouw|mevr\.?|dhr\.?|juffrouw|volksvertegenwoordiger)\s+)?"
# Elements of a head; each is tried where the one before it ended.
_CAPTION = re.compile(r"(?:SCHRIFTELIJKE|PARLEMENTAIRE)\s+VRA(?:AG|GEN)\b", re.IGNORECASE)
# Of several numbers ("nr. 142, 256 en 147") the first is taken.
_NUMBER = re.compile(
    r"(?:schriftelijke\s+)?(?:vraag\s+)?(?:nr|nummer)s?\.?\s*:?\s*(\d{1,5})\b(?![./-]\d)"
    r"(?:\s*(?:,|en|&)\s*(?:nrs?\.?\s*)?\d{1,5}\b(?![./-]\d)){0,9}(?:\s*\(\d{4}-\d{4}\))?",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:datum|d\.d\.|van|gesteld\s+op)\s*:?\s*(?=\d)", re.IGNORECASE)
_BY = re.compile(rf"van\s*:?\s+{_TITLES}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_TO = re.compile(rf"(?:gericht\s+)?aan\s*:?\s+(?:minister\s+)?{_TITLES}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s,;–-]*")
# A name in capitals, as far as it goes on a line.
_CAPITAL_NAME = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:\s+(?:[A-ZÀ-Þ'’][A-ZÀ-Þ.'’-]*|d['’][A-ZÀ-Þ-]+)){1,7}"
)
_MOST_HEAD_LINES = 40


def question_head(lines: Sequence[Line]) -> QuestionHead:
    """Read the block above a question; it may be missing altogether."""
    head = QuestionHead()
    addressed = False
    for index, line in enumerate(lines[:_MOST_HEAD_LINES]):
        if head.addressees and line.text.startswith("VAN ") and is_capitals(line.text):
            # An office goes on; the "van" before an author is in lower case, or comes before this.
            _add_office(head, line)
            head.lines = index + 1
        elif _read_elements(head, line):
            head.lines = index + 1
            addressed = bool(head.addressees)
        elif head.lines == index and _continues_office(head, line, lines[index - 1]):
            _add_office(head, line)
            head.lines = index + 1
        elif head.lines == index and head.lines and is_capitals(line.text):
            # Below "aan NAME", or without an "aan": names, and the offices below each.
            _read_capitals(head, line, addressed=addressed)
            addressed = True
            head.lines = index + 1
        else:
            break
    if head.number is None and head.author is None and head.day is None:
        return (
            QuestionHead(lines=head.lines if _CAPTION.match(lines[0].text) else 0)
            if lines
            else head
        )
    return head


def _continues_office(head: QuestionHead, line: Line, before: Line) -> bool:
    """Whether an office printed in lower case, beside or below a name, goes on here."""
    if not head.addressees or is_capitals(line.text):
        return False
    offices = head.addressees[-1][1]
    if not offices:
        return OFFICE_HEAD.match(line.text) is not None
    return not line.blank_before and not is_capitals(before.text)


def _add_office(head: QuestionHead, line: Line) -> None:
    if head.addressees:
        head.addressees[-1][1].append(Place(line.start, line.end))


def _read_elements(head: QuestionHead, line: Line) -> bool:
    """Read a line that holds nothing but elements; False when it holds something else."""
    text, position = line.text, 0
    found: list[tuple[str, object]] = []
    while position < len(text):
        element = _element(line, position)
        if element is None:
            return False
        found.append(element[:2])
        separator = _SEPARATOR.match(text, element[2])
        position = separator.end() if separator else element[2]
        if element[0] == "addressee" and OFFICE_HEAD.match(text, position):
            found.append(("office", Place(line.start + position, line.end)))
            break
    for name, value in found:
        if name == "addressee" and isinstance(value, Place):
            head.addressees = [*(head.addressees or []), (value, [])]
        elif name == "office" and isinstance(value, Place):
            if head.addressees:
                head.addressees[-1][1].append(value)
        elif name != "caption" and getattr(head, name) is None:
            setattr(head, name, value)
    return bool(found)


def _element(line: Line, position: int) -> tuple[str, object, int] | None:
    """The element at a position of a line: its name, its value, and where it ends."""
    text = line.text
    if match := _CAPTION.match(text, position):
        return "caption", None, match.end()
    if match := _NUMBER.match(text, position):
        place = Place(line.start + match.start(1), line.start + match.end(1))
        return "number", place, match.end()
    if match := _DATE.match(text, position):
        day = find_day(text, match.end())
        if day is not None and day.start == match.end():
            return "day", Day(line.start + day.start, line.start + day.end, day.value), day.end
    for name, pattern in (("author", _BY), ("addressee", _TO)):
        if match := pattern.match(text, position):
            end = _name_end(text, match.end())
            if end is not None:
                return name, Place(line.start + match.end(), line.start + end), end
    return None


def _name_end(text: str, start: int) -> int | None:
    match = _CAPITAL_NAME.match(text, start) or NATURAL_NAME.match(text, start)
    if match is None:
        return None
    office = OFFICE_HEAD.search(text, start, match.end())
    end = office.start() if office else match.end()
    return start + len(text[start:end].rstrip(" ,"))


def _read_capitals(head: QuestionHead, line: Line, *, addressed: bool) -> None:
    """A line in capitals below the elements: another addressee's name, or an office."""
    addressees = head.addressees if head.addressees is not None else []
    head.addressees = addressees
    is_office = OFFICE_HEAD.search(line.text) is not None
    continues = bool(addressees and addressees[-1][1]) and not line.blank_before
    if addressees and (is_office or continues):
        addressees[-1][1].append(Place(line.start, line.end))
    elif _CAPITAL_NAME.fullmatch(line.text) and (not addressed or not is_office):
        addressees.append((Place(line.start, line.end), []))
    elif addressees:
        addressees[-1][1].append(Place(line.start, line.end))


# The caption of an answer: adjectives, then "antwoord", alone or with what it replies to.
_ADJECTIVES = "geco[oö]rdineerd|verwijzend|voorlopig|aanvullend|bijkomend|definitief|gezamenlijk"
_ANSWER_CAPTION = re.compile(
    rf"((?:(?:{_ADJECTIVES})\s*(?:en\s+)?)*antwoord(?:en)?)\s*(?:$|(?=op\s*(?:de\s+)?(?:schriftelijke\s+)?vra))",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"(?:in\s+)?(?:antwoord\s+)?op\s*(?:de\s+|uw\s+)?(?:schriftelijke\s+|parlementaire\s+)*"
    r"vra(?:ag|gen)\s*(?=(?:nr|nummer)s?\.?\s*:?\s*\d)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"(?:datum(?:\s+(?:van\s+het\s+)?antwoord)?|antwoorddatum|beantwoord\s+op|antwoord\s+van)\s*:?\s*(?=\d)",
    re.IGNORECASE,
)


def answer_heads(lines: Sequence[Line]) -> list[AnswerHead]:
    """The heads of all answers in a text."""
    heads: list[AnswerHead] = []
    index = 0
    while index < len(lines):
        head = _answer_head_at(lines, index, heads[-1].end if heads else 0)
        if head is not None:
            heads.append(head)
            index = head.end
        else:
            index += 1
    return heads


def _answer_head_at(lines: Sequence[Line], index: int, floor: int) -> AnswerHead | None:
    line = lines[index]
    caption = _ANSWER_CAPTION.match(line.text) if line.text[0].isupper() else None
    if caption is not None:
        rest = caption.end()
        in_capitals = caption.group(1).isupper()
        if not in_capitals and not (
            line.blank_before or _is_natural_office(lines, index - 1, floor)
        ):
            return None
        replies = _replies(line.text, rest) or (
            index + 1 < len(lines) and _replies(lines[index + 1].text, 0)
        )
        if rest < len(line.text) and not replies:
            return None
        if not replies and not _stands_alone(lines, index, floor):
            return None
        head = AnswerHead(first=index, end=index + 1, caption=caption.group(1))
        _read_reply(head, lines, index, rest)
    elif _replies(line.text, 0) and (index == 0 or is_capitals(lines[index - 1].text)):
        head = AnswerHead(first=index, end=index + 1)
        _read_reply(head, lines, index, 0)
    else:
        return None
    _read_respondent(head, lines, index, floor)
    return head


def _stands_alone(lines: Sequence[Line], index: int, floor: int) -> bool:
    """Whether a caption that names no question is one: below a minister, or apart from all text.

    Apart from all text, only the first is: below that, "Antwoord" may head an item.
    """
    above = index - 1
    if above < floor:
        return index == 0
    if is_capitals(lines[above].text) or _is_natural_office(lines, above, floor):
        return True
    below = index + 1
    return (
        not floor
        and lines[index].blank_before
        and below < len(lines)
        and lines[below].blank_before
        and ends_sentence(lines[above].text)
    )


def _replies(text: str, position: int) -> bool:
    return _REPLY.match(text, position) is not None


def _read_reply(head: AnswerHead, lines: Sequence[Line], index: int, position: int) -> None:
    """Read "op vraag nr. N van DATE van NAME", over as many lines as it takes."""
    for at in range(index, min(index + 7, len(lines))):
        line = lines[at]
        position = position if at == index else 0
        if at > index and not _replies(line.text, 0) and not _continues_reply(head, line):
            break
        while position < len(line.text):
            end = _reply_element(head, line, position)
            if end is None:
                break
            separator = _SEPARATOR.match(line.text, end)
            position = separator.end() if separator else end
        head.end = at + 1


def _continues_reply(head: AnswerHead, line: Line) -> bool:
    """Whether a line holds nothing but elements, and one that was still missing."""
    probe = evolve(head)
    position = 0
    while position < len(line.text):
        end = _reply_element(probe, line, position)
        if end is None:
            return False
        separator = _SEPARATOR.match(line.text, end)
        position = separator.end() if separator else end
    return probe != head


def _reply_element(head: AnswerHead, line: Line, position: int) -> int | None:
    text = line.text
    if match := _REPLY.match(text, position):
        return match.end()
    if head.author is not None or head.day is not None:
        match = _ANSWERED.match(text, position)
        day = find_day(text, match.end()) if match else None
        if match and day and day.start == match.end():
            head.answered = Day(line.start + day.start, line.start + day.end, day.value)
            return day.end
    element = _element(line, position)
    if element is None or element[0] in ("caption", "addressee"):
        return None
    name, value, end = element
    if getattr(head, name) is None:
        setattr(head, name, value)
    return end


_MOST_OFFICE_LINES = 8


def _read_respondent(head: AnswerHead, lines: Sequence[Line], index: int, floor: int) -> None:
    """The name and the offices above the caption."""
    first = index
    while first > floor and index - first < _MOST_OFFICE_LINES:
        line = lines[first - 1]
        if not is_capitals(line.text) and not _is_natural_office(lines, first - 1, floor):
            break
        first -= 1
        starts_office = OFFICE_HEAD.match(line.text) is not None
        if line.blank_before and not starts_office:
            break
    if first == index:
        return
    start, end = lines[first].start, lines[index - 1].end
    head.first = first
    name_end = lines[first].end
    offices_start = lines[first + 1].start if first + 1 < index else end
    office = OFFICE_HEAD.search(lines[first].text)
    if office is not None:
        before = lines[first].text[: office.start()].rstrip(" ,-–:")
        name_end = start + len(before)
        offices_start = start + office.start()
    if name_end > start:
        head.name = Place(start, name_end)
    if offices_start < end:
        head.offices = Place(offices_start, end)


def _is_natural_office(lines: Sequence[Line], index: int, floor: int) -> bool:
    """Whether a line in lower case is the office below a name, or the name above an office."""
    text = lines[index].text
    if OFFICE_HEAD.match(text):
        return index > floor and NATURAL_NAME.fullmatch(lines[index - 1].text) is not None
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return NATURAL_NAME.fullmatch(text) is not None and OFFICE_HEAD.match(below) is not None
