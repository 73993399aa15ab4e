"""What a sub-question asks for: the kinds of thing that would answer it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.analysis.coverage.wording import PACKAGE, phrase_pattern, stems_of
from inburgering_model.model.question import Form
from inburgering_model.reference.tables import rows

if TYPE_CHECKING:
    from inburgering_model.model.question import SubQuestion

__all__ = ["LOOSELY_ASKED", "OPEN", "REQUEST", "YES_OR_NO", "Part", "parts_of"]

YES_OR_NO = "yes-or-no"
OPEN = "open"
REQUEST = "request"
LOOSELY_ASKED = frozenset((YES_OR_NO, OPEN, REQUEST, "assessment", "results", "status", "lesson"))
"""Kinds that no single frame of the language shows."""

# A second question word after "en", a comma or "met", as in "wie … en hoeveel …"; no repeats.
_JOINT = re.compile(
    r"(?:,\s(?=(?:hoelang|hoeveel|met wie|voor wie|met welke?)(?!\w))"
    r"|(?:,|\s)\s?(?:en|alsook|evenals|met)\s"
    r"(?=(?:(?:in|op|met|voor|door|aan|bij|tot|tegen|sinds|vanaf|om|de)\s)?"
    r"(?:wat|wie|waar|wanneer|waarom|welke?|hoe|hoeveel|hoelang|reden|redenen)(?!\w)))",
    re.IGNORECASE,
)
# What a question that can be answered with yes or no does not hold.
_QUESTION_WORD = re.compile(
    r"(?<!\w)(?:wat|wie|waar\w{0,8}|wanneer|welke?|hoe|hoeveel|hoelang|hoever|vanwaar)(?!\w)",
    re.IGNORECASE,
)


@frozen
class Part:
    """One thing that is asked: its kind, what shows it, and what it is about."""

    text: str
    kind: str
    shows: tuple[str, ...]
    stems: frozenset[str]


@frozen
class _Row:
    kind: str
    shows: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(row["kind"], tuple(row["shows"].split()), phrase_pattern([row["phrase"]]))
        for row in rows("asked.csv", PACKAGE)
    )


def parts_of(sub_question: SubQuestion) -> tuple[Part, ...]:
    """What a sub-question asks, one part for each question word that is joined to the first.

    >>> from inburgering_model.model.passage import Passage
    >>> from inburgering_model.model.question import SubQuestion
    >>> asked = SubQuestion(id="1.1", passage=Passage(text="Wie betaalt dat en hoeveel kost het?"))
    >>> [part.kind for part in parts_of(asked)]
    ['party', 'amount']
    """
    text = sub_question.passage.text
    if sub_question.condition is not None:
        cue = sub_question.condition.cue
        at = text.find(cue)
        text = text[at + len(cue) :].lstrip(" ,:") if at >= 0 else text
    pieces = _JOINT.split(text)
    asks_in_words = _QUESTION_WORD.search(pieces[0]) is not None
    found = [_part(piece, sub_question, follows=index > 0) for index, piece in enumerate(pieces)]
    if not asks_in_words and sub_question.form is Form.INTERROGATIVE and len(found) > 1:
        found = [_part(text, sub_question, follows=False)]
    return tuple(found)


def _part(text: str, sub_question: SubQuestion, *, follows: bool) -> Part:
    stems = stems_of(text)
    request = sub_question.form is Form.REQUEST
    for row in _rows():
        match = row.pattern.search(text)
        if match is None:
            continue
        if not _leads(text, match.start(), request=request, follows=follows):
            continue
        return Part(text, row.kind, row.shows, stems)
    if request or (_ASKING_FOR.match(text) and _TELLING.search(text)):
        return Part(text, REQUEST, ("annex", "breakdown"), stems)
    return Part(text, YES_OR_NO, (), stems)


# What opens a question that asks to be told or given something, and the verb of telling in it.
_ASKING_FOR = re.compile(r"(?:kan|kunt|mag|zal|wil|weet)(?!\w)", re.IGNORECASE)
# A verb that opens a question to be answered with yes or no.
_VERB_FIRST = re.compile(r"(?:heeft|is|zijn|bestaa[nt]n?|werd|wordt|worden)(?!\w)", re.IGNORECASE)
_TELLING = re.compile(
    r"(?<!\w)(?:meedelen|geven|zeggen|bezorgen|toelichten|ontvangen|opgesplitst|krijgen|bekomen|"
    r"overmaken)(?!\w)",
    re.IGNORECASE,
)
_LEADING = 30  # where the question word of a question stands at the latest


def _leads(text: str, at: int, *, request: bool, follows: bool) -> bool:
    """Whether the question word opens the question: one inside "Is het zo dat …" asks nothing."""
    if request or follows:
        return True
    if _ASKING_FOR.match(text):
        return _TELLING.search(text) is not None
    return at <= _LEADING and _VERB_FIRST.match(text) is None
