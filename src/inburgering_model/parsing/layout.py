"""The plan of a document: which lines are head, title, body, addressees, answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.parsing.body.answer_body import annex_start
from inburgering_model.parsing.body.headless import headless_answer
from inburgering_model.parsing.heads.answer_head import AnswerHead, answer_heads
from inburgering_model.parsing.heads.question_head import QuestionHead, question_head
from inburgering_model.parsing.language.labels import read_label, read_letter
from inburgering_model.parsing.text.lines import Line
from inburgering_model.parsing.text.margins import line_width
from inburgering_model.parsing.text.paragraphs import (
    ends_sentence,
    is_broken_at_margin,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


__all__ = ["AnswerPlan", "Plan", "plan"]


@frozen
class AnswerPlan:
    """The head of an answer, and the lines of its head and of its body."""

    head: AnswerHead
    head_lines: tuple[Line, ...]
    body: tuple[Line, ...]
    by_addressee: bool = False
    """Whether the minister above the question answers, where the answer names nobody."""


@frozen
class Plan:
    """The lines of a document, by what they are."""

    head: QuestionHead
    head_lines: tuple[Line, ...]
    title: tuple[Line, ...]
    subject: tuple[Line, ...]
    body: tuple[Line, ...]
    addressees: tuple[Line, ...]
    annex: tuple[Line, ...]
    answers: tuple[AnswerPlan, ...]


_ADDRESSEES = re.compile(
    r"(?:N\.?B\.?\s*:?\s*)?Deze\s+(?:schriftelijke\s+)?vra(?:ag|gen)\s+(?:werd(?:en)?|is|zijn|wordt|worden)\s+"
    r"(?:(?:ook|eveneens|tevens|tegelijk|gelijktijdig)\s+)*(?:gesteld|gericht)\s+aan\b",
    re.IGNORECASE,
)


def plan(lines: Sequence[Line]) -> Plan:
    """Lay out the lines of a document."""
    heads = answer_heads(lines) or _without_head(lines)
    question_end = heads[0].first if heads else len(lines)
    question = lines[:question_end]
    head = question_head(question)
    rest = question[head.lines :]
    rest, addressees = _without_addressees(rest)
    cut = annex_start(rest)
    title, subject = _title_and_subject(rest[:cut])
    body = rest[len(title) + len(subject) : cut]
    ends = [*(following.first for following in heads[1:]), len(lines)][: len(heads)]
    return Plan(
        head=head,
        head_lines=tuple(question[: head.lines]),
        title=title,
        subject=subject,
        body=tuple(body),
        addressees=addressees,
        annex=tuple(rest[cut:]),
        answers=tuple(
            AnswerPlan(
                answer,
                tuple(lines[answer.first : answer.end]),
                tuple(lines[answer.end : end]),
                by_addressee=head.minister_first,
            )
            for answer, end in zip(heads, ends, strict=True)
        ),
    )


def _without_head(lines: Sequence[Line]) -> list[AnswerHead]:
    """The empty head of an answer that has none."""
    first = headless_answer(lines)
    return [] if first is None else [AnswerHead(first=first, end=first)]


def _without_addressees(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Line, ...]]:
    """Take out the sentence that says to whom the question was put."""
    for index, line in enumerate(lines):
        if _ADDRESSEES.match(line.text):
            end = index + 1
            while end < len(lines) and not _ends_list(lines, end):
                end += 1
            return [*lines[:index], *lines[end:]], tuple(lines[index:end])
    return lines, ()


# The list of ministers ends after a number in brackets, without a comma or "en".
_LIST_END = re.compile(r"\)\.?$")
# A name goes on to its number on the next line.
_LISTED_NUMBER = re.compile(r"^[^.?!]{0,80}\(\d{1,5}\)")
_LONGEST_LIST_LINE = 150


def _ends_list(lines: Sequence[Line], index: int) -> bool:
    before = lines[index - 1].text
    if _LIST_END.search(before):
        return not lines[index].text[:1].islower()
    if _LISTED_NUMBER.search(lines[index].text) and len(lines[index].text) <= _LONGEST_LIST_LINE:
        return False
    return lines[index].blank_before and not lines[index - 1].text.endswith((",", " en"))


# The end of one sentence and the start of another: no title holds that.
_INNER_END = re.compile(r"[\w)%]{2}[.?!]\s+[A-ZÀ-Þ]")
_LONGEST_TITLE = 250
_TITLE_LINES = 4
_TITLE_OPEN = re.compile(
    r"(?:[-–,:/(]|\b(?:van|de|het|een|en|in|voor|met|op|aan|bij|of|over|tot|door|te|der|den))$"
)


def _title_and_subject(
    lines: Sequence[Line],
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    title = _heading(lines)
    if not title:
        return (), ()
    rest = lines[len(title) :]
    subject = _heading(rest)
    # Text follows a subject, and it is a paragraph by itself.
    if subject and len(rest) > len(subject):
        width, below = line_width(lines), rest[len(subject)]
        # Only a line that is nearly full can run on over an empty line.
        full = max(len(line.text) for line in lines) * _NEARLY_FULL
        runs_on = (
            width is not None
            and len(subject[-1].text) >= full
            and is_broken_at_margin(subject[-1], below, width)
        )
        if rest[0].blank_before and below.blank_before and not runs_on:
            return title, subject
        if width is not None and _stands_below(title, subject, below, width):
            return title, subject
    return title, ()


# A title that tells its field first: "Honden - Bijtpreventie".
_FIELD = re.compile(r"[\w)]\s[-–]\s\w")
_SHORT_LINE = 0.7
_NEARLY_FULL = 0.75


def _stands_below(title: Sequence[Line], subject: Sequence[Line], below: Line, width: int) -> bool:
    """Whether a short line right below a whole title is its subject: text comes after it.

    Without empty lines, text is told by a line that is longer than any subject.
    """
    short = _SHORT_LINE * width
    whole = len(title) == 1 and _FIELD.search(title[0].text) is not None
    apart = below.blank_before or (len(below.text) > short and read_label(below.text) is None)
    alone = len(subject) == 1 and len(subject[0].text) < short
    return whole and apart and alone


def _heading(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a title at the top: no sentence, no label, not too long."""
    if not lines or _is_sentence(lines, 0) or _is_labelled(lines[0]):
        return ()
    end = 1
    width = line_width(lines)
    while end < min(len(lines), _TITLE_LINES):
        line, before = lines[end], lines[end - 1]
        if read_letter(line.text) is not None:
            break
        runs_on = (
            line.text[0].islower()
            or (line.text.isupper() and before.text.isupper())
            or _TITLE_OPEN.search(before.text)
            or (
                width is not None
                and is_broken_at_margin(before, line, width)
                and not ends_sentence(line.text)
            )
        )
        if line.blank_before and not line.text[0].islower():
            break
        if not line.blank_before and not runs_on:
            break
        if _INNER_END.search(line.text):
            return () if line.text[0].islower() else tuple(lines[:end])
        end += 1
    if end > 1 and ends_sentence(lines[end - 1].text) and not lines[end - 1].text.endswith("?"):
        return ()
    return tuple(lines[:end])


def _is_labelled(line: Line) -> bool:
    return read_label(line.text) is not None or read_letter(line.text) is not None


def _is_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether running text begins on a line: it ends a sentence, or fills the line and goes on."""
    text = lines[index].text
    if len(text) > _LONGEST_TITLE or text[0].islower() or _INNER_END.search(text):
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.blank_before:
        return ends_sentence(text) and not text.endswith(("?", ":"))
    if not _runs_on(lines, index):
        return ends_sentence(text)
    return True


def _runs_on(lines: Sequence[Line], index: int) -> bool:
    """Whether the block of lines here ends as prose does."""
    end = index + 1
    while end < len(lines) and not lines[end].blank_before:
        end += 1
    block = lines[index:end]
    first_goes_on = block[1].text[0].islower() if len(block) > 1 else False
    return first_goes_on and ends_sentence(block[-1].text)
