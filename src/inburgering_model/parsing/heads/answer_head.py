"""The block above an answer: the minister, the caption, and what is replied to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from inburgering_model.parsing.heads.elements import (
    element,
    is_labelled,
    name_goes_on,
    past_separator,
)
from inburgering_model.parsing.heads.respondents import is_natural_office, respondent_above
from inburgering_model.parsing.heads.signatories import minister_after, signatory_after
from inburgering_model.parsing.language.days import Day, find_day
from inburgering_model.parsing.text.lines import Line, Place, is_capitals
from inburgering_model.parsing.text.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.heads.signatories import NamedMinister

__all__ = ["AnswerHead", "answer_heads"]


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
    unknown: list[Line] = field(factory=list[Line])
    """Lines of the head that are not understood."""


# The caption of an answer: adjectives, then "antwoord", alone or with what it replies to.
_ADJECTIVES = "geco[oö]rdineerd|verwijzend|voorlopig|aanvullend|bijkomend|definitief|gezamenlijk"
_ANSWER_CAPTION = re.compile(
    rf"((?:(?:{_ADJECTIVES})\s*(?:en\s+)?)*antwoord(?:en)?)\s*"
    r"(?::?$|(?=op\s*(?:de\s+)?(?:schriftelijke\s+)?vra|(?:van|door)\s))",
    re.IGNORECASE,
)
# A caption in capitals whose adjective extraction has spoiled.
_SPOILED_CAPTION = re.compile(r"((?:[A-ZÀ-Þ]{5,20}\s+){0,2}ANTWOORD)$")
_REPLY = re.compile(
    r"(?:in\s+)?(?:antwoord\s+)?op\s*(?:de\s+|uw\s+)?(?:schriftelijke\s+|parlementaire\s+)*"
    r"vra(?:ag|gen)\s*(?=(?:nr|nummer)s?\.?\s*:?\s*\d"
    # Without "nr.", the date or author that follows tells a question's number from an item's.
    r"|(?:\d{1,5}\b(?:\s*(?:,|en|&)\s*\d{1,5}\b){0,9}\s+)?van\s+\d{1,2}[\s/.-]"
    r"|\d{1,5}\s+van\s+(?-i:[A-ZÀ-Þ]{2}))",
    re.IGNORECASE,
)
_REPLY_STARTS = frozenset("iaoIAO")
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
    caption = None
    if line.text[0].isupper():
        caption = _ANSWER_CAPTION.match(line.text) or _SPOILED_CAPTION.match(line.text)
    if caption is not None:
        head = _captioned(lines, index, floor, caption)
        if head is None or head.name is not None:
            return head
    elif _replies(line.text, 0) and (index == 0 or is_capitals(lines[index - 1].text)):
        head = AnswerHead(first=index, end=index + 1)
        _read_reply(head, lines, index, 0)
    else:
        return None
    respondent = respondent_above(lines, index, floor)
    if respondent is not None:
        head.first = respondent.first
        head.name, head.offices = respondent.name, respondent.offices
        _pass_over_colleagues(head, lines, floor)
    return head


def _captioned(
    lines: Sequence[Line], index: int, floor: int, caption: re.Match[str]
) -> AnswerHead | None:
    """The head that a caption opens, and what stands beside and below it."""
    line, rest = lines[index], caption.end()
    head = AnswerHead(first=index, end=index + 1, caption=caption.group(1))
    named = signatory_after(lines, index, rest)
    minister = None if named else _minister_beside(lines, index, floor, rest)
    above_reply = named.end if named else head.end
    below = _reply_below(lines, above_reply)
    replies = _replies(line.text, rest)
    alone = rest == len(line.text) and _stands_alone(lines, index, floor)
    if not (
        head.caption.isupper()
        or line.blank_before
        or alone
        or is_natural_office(lines, index - 1, floor)
        or ((named or minister) and index > 0 and ends_sentence(lines[index - 1].text))
    ):
        return None
    if named is not None:
        head.name, head.offices, head.end = named.name, named.offices, named.end
    elif minister is not None:
        head.name, head.answered = minister.name, minister.day
    if replies:
        _read_reply(head, lines, index, rest)
    elif below is not None:
        _read_between(head, lines[above_reply:below])
        _read_reply(head, lines, below, 0)
    elif named is None and minister is None:
        if not alone:
            return None
        _read_day_alone(head, lines, index + 1)
    return head


def _minister_beside(
    lines: Sequence[Line], index: int, floor: int, position: int
) -> NamedMinister | None:
    """The minister beside a caption, by name or office only, once something was asked above."""
    minister = minister_after(lines[index], position)
    if minister is None or not any(line.text.endswith("?") for line in lines[floor:index]):
        return None
    # A heading inside the question: what is numbered comes only below it, and asks.
    numbered = any(_FIRST_ITEM.match(line.text) for line in lines[floor:index])
    asks = any(line.text.endswith("?") and _FIRST_ITEM.match(line.text) for line in lines[index:])
    return minister if numbered or not asks else None


def _read_day_alone(head: AnswerHead, lines: Sequence[Line], index: int) -> None:
    """Read the day of an answer that has a line of its own below a caption."""
    text = lines[index].text if index < len(lines) else ""
    match = _ANSWERED.match(text)
    day = find_day(text, match.end()) if match else None
    if match and day and (day.start, day.end) == (match.end(), len(text)):
        start = lines[index].start
        head.answered = Day(start + day.start, start + day.end, day.value)
        head.end = index + 1


# What may stand between a caption and what it replies to.
_BETWEEN = re.compile(
    r"(?:datum|(?:uw\s+|ons\s+)?(?:referentie|kenmerk|ref\.)|bijlagen?|contact)\b", re.IGNORECASE
)
_MOST_BETWEEN = 2


def _reply_below(lines: Sequence[Line], index: int) -> int | None:
    """The line from here on that says what is replied to: the first, but for a day or reference.

    None when there is no such line.
    """
    for below in range(index, min(index + 1 + _MOST_BETWEEN, len(lines))):
        text = lines[below].text
        if _replies(text, 0):
            return below
        if not (_BETWEEN.match(text) and len(text) <= _LONGEST_BETWEEN):
            break
    return None


_LONGEST_BETWEEN = 60


def _read_between(head: AnswerHead, lines: Sequence[Line]) -> None:
    """Read the day of an answer from the lines right below its caption."""
    for line in lines:
        match = _ANSWERED.match(line.text)
        day = find_day(line.text, match.end()) if match else None
        if match and day and day.start == match.end() and head.answered is None:
            head.answered = Day(line.start + day.start, line.start + day.end, day.value)
        else:
            head.unknown.append(line)


def _pass_over_colleagues(head: AnswerHead, lines: Sequence[Line], floor: int) -> None:
    """Leave out of the text above what names other ministers, of whom an answer has no place."""
    while head.name is not None and head.first > floor and lines[head.first].blank_before:
        colleague = respondent_above(lines, head.first, floor)
        if colleague is None or colleague.name is None or colleague.offices is None:
            return
        head.unknown = [*lines[colleague.first : head.first], *head.unknown]
        head.first = colleague.first


# The label of a first item.
_FIRST_ITEM = re.compile(r"(?:(?:Ad|Vraag|Vragen|Punt)\s+)?1\b(?:[.):]|\s(?:en|tot)\s|-)")


def _stands_alone(lines: Sequence[Line], index: int, floor: int) -> bool:
    """Whether a caption that names no question is one: below a minister, or apart from the text.

    It is not set apart when the line above asks, and the first item begins below or nothing more is
    asked. Apart from the text, only the first is: below that, "Antwoord" may head an item.
    """
    above = index - 1
    if above < floor:
        return index == 0
    if is_capitals(lines[above].text) or is_natural_office(lines, above, floor):
        return True
    if floor or index + 1 == len(lines) or not ends_sentence(lines[above].text):
        return False
    below = lines[index + 1]
    first = _FIRST_ITEM.match(below.text) is not None
    if lines[index].blank_before and (first or below.blank_before):
        return True
    asked = lines[above].text.endswith("?")
    return asked and (first or not any(line.text.endswith("?") for line in lines[index + 1 :]))


def _replies(text: str, position: int) -> bool:
    # Most lines do not even begin so.
    return (
        text[position : position + 1] in _REPLY_STARTS and _REPLY.match(text, position) is not None
    )


def _read_reply(head: AnswerHead, lines: Sequence[Line], index: int, position: int) -> None:
    """Read "op vraag nr. N van DATE van NAME", over as many lines as it takes."""
    for at in range(index, min(index + 7, len(lines))):
        line = lines[at]
        position = position if at == index else 0
        if at > index and _author_goes_on(head, lines, at):
            head.end = at + 1
            continue
        if at > index and not _replies(line.text, 0) and not _continues_reply(head, line):
            if head.author is not None or line.blank_before or not is_labelled(line):
                break
            head.unknown.append(line)
        while position < len(line.text):
            end = _reply_element(head, line, position)
            if end is None:
                break
            position = past_separator(line.text, end)
        head.end = at + 1


def _author_goes_on(head: AnswerHead, lines: Sequence[Line], index: int) -> bool:
    before = lines[index - 1]
    if head.author is None or head.author.end != before.end:
        return False
    if not name_goes_on(before.text, lines[index]):
        return False
    head.author = Place(head.author.start, lines[index].end)
    return True


def _continues_reply(head: AnswerHead, line: Line) -> bool:
    """Whether a line holds nothing but elements, and one that was still missing."""
    probe = evolve(head)
    position = 0
    while position < len(line.text):
        end = _reply_element(probe, line, position)
        if end is None:
            return False
        position = past_separator(line.text, end)
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
    read = element(line, position)
    if read is None or read[0] in ("caption", "addressee"):
        return None
    name, value, end = read
    if getattr(head, name) is None:
        setattr(head, name, value)
    return end
