"""From published text to a reading: the one parser."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from inburgering_model.errors import ParseError, must_be
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.provenance import Source
from inburgering_model.model.reading import Reading, RegionKind
from inburgering_model.parsing.answer import for_colleagues, read_answer
from inburgering_model.parsing.content.content import read_content
from inburgering_model.parsing.heads.people import People
from inburgering_model.parsing.layout import plan
from inburgering_model.parsing.question import completed_question, read_question
from inburgering_model.parsing.text.account import Account
from inburgering_model.parsing.text.clean import clean
from inburgering_model.parsing.text.furniture import page_furniture, without
from inburgering_model.parsing.text.lines import split_lines
from inburgering_model.parsing.text.margins import line_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = ["parse", "parse_source"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_HINTS: dict[str, str] = dict.fromkeys(
    ("bytes", "PosixPath", "WindowsPath", "TextIOWrapper"), "read() takes paths, bytes and files"
)


def parse(text: str, *, name: str | None = None) -> Reading:
    r"""Read a published question, its answer, or both.

    ``name`` is what the source is called, for instance its file name. Offsets in the reading are
    Unicode code points of ``text``. A lone surrogate becomes U+FFFD, one for one, with an issue.

    Raises ParseError when the text holds neither a question nor an answer, and TypeError when it is
    not a str; :func:`~inburgering_model.read` takes paths, bytes and files.

    >>> reading = parse("Bushaltes\n\n1. Hoeveel haltes zijn er? Graag per provincie.")
    >>> [sub_question.id for sub_question in reading.dossier.question.sub_questions]
    ['1.1', '1.2']
    """
    must_be(str, text, "the text as a str", _HINTS)
    return parse_source(text, name=name)


def parse_source(  # noqa: PLR0913 - keywords, one for each thing that is known
    text: str,
    *,
    name: str | None = None,
    media_type: str = "text/plain",
    extractor: str | None = None,
    extractor_version: str | None = None,
    file_sha256: str | None = None,
    margins: Sequence[tuple[int, int]] = (),
) -> Reading:
    """Read a text of which more is known than the text.

    ``margins`` are the half-open ranges of it that are known to stand in the margin of a page.
    """
    raw, surrogates = _SURROGATE.subn("\ufffd", text)
    source = Source.of_text(
        raw,
        name=name,
        media_type=media_type,
        extractor=extractor,
        extractor_version=extractor_version,
        file_sha256=file_sha256,
    )
    account = Account(source=source, clean=clean(raw))
    if surrogates:
        account.issue(
            "text.surrogate",
            f"{surrogates} lone surrogates were read as U+FFFD; was the file decoded rightly?",
        )
    return _read(account, margins)


def _read(account: Account, margins: Sequence[tuple[int, int]]) -> Reading:
    all_lines = split_lines(account.clean.text)
    if not all_lines:
        raise ParseError("an empty text: it holds neither a question nor an answer")
    ends_with_page_break = account.clean.text.rstrip(" \t\r\n").endswith("\f")
    furniture = page_furniture(all_lines, ends_with_page_break=ends_with_page_break)
    furniture |= _in_margins(account, all_lines, margins)
    for index in furniture:
        line = all_lines[index]
        account.region(RegionKind.PAGE_FURNITURE, line.start, line.end)
    lines = without(all_lines, furniture)
    width, people, layout = line_width(lines), People(account), plan(lines)
    question = read_question(account, people, layout, width)
    answers = tuple(read_answer(account, people, part, question, width) for part in layout.answers)
    question = completed_question(account, people, question, answers, layout)
    if not question.items and not answers:
        if not layout.head_lines and not (question.title and question.context):
            raise ParseError(
                "the text holds neither a question nor an answer: nothing in it is asked, it has "
                "no title with text below it, and no head of an answer"
            )
        account.issue("question.nothing-asked", "no question or request was found")
    answers = tuple(for_colleagues(answer, question) for answer in answers)
    content = read_content(question, answers)
    dossier = Dossier(
        question=question,
        answers=answers,
        programmes=content.programmes,
        pilots=content.pilots,
        outcomes=content.outcomes,
        recommendations=content.recommendations,
        follow_ups=content.follow_ups,
        sources=(account.source,),
    )
    return Reading(
        dossier=dossier,
        regions=account.regions(),
        issues=(*account.issues, *content.issues),
        corrections=account.all_corrections(),
    )


def _in_margins(
    account: Account, lines: Sequence[Line], margins: Sequence[tuple[int, int]]
) -> frozenset[int]:
    """The indexes of the lines that begin in one of the ranges, which are in order."""
    starts = [start for start, _ in margins]
    found: set[int] = set()
    for index, line in enumerate(lines if margins else ()):
        raw = account.clean.raw_start(line.start)
        at = bisect_right(starts, raw) - 1
        if at >= 0 and raw < margins[at][1]:
            found.add(index)
    return frozenset(found)
