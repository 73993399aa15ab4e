"""What is asked in a passage: its questions and requests, and the conditions they are printed with.

The words that open a request and a condition are rows of ``data/asking.csv``, each with an example.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.question import ConditionKind, Form
from inburgering_model.parsing.language.sentences import sentences
from inburgering_model.reference import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Asked", "Cue", "asked_in", "asks", "asks_with_word", "condition_of", "rows"]


@frozen
class Asked:
    """A question or request, and where it stands in its passage."""

    start: int
    end: int
    form: Form
    rule: str


@frozen
class Cue:
    """A condition: its words as printed, where they end, and what it supposes."""

    start: int
    end: int
    kind: ConditionKind
    rule: str


@cache
def rows() -> tuple[dict[str, str], ...]:
    """The table: what a row recognises, its kind, the pattern, and an example."""
    return tuple(tables.rows("asking.csv", "inburgering_model.parsing.language"))


def _alternatives(kind: str) -> str:
    return "|".join(row["pattern"] for row in rows() if row["kind"] == kind)


# Words before the opening that change nothing: "En graag …", "Verder …".
_LEAD = r"(?:(?:en|maar|daarnaast|verder|tot slot|ook|voorts|bovendien|eventueel)[, ]\s*)?"
_REQUEST = re.compile(rf"{_LEAD}(?:{_alternatives('request')})\b", re.IGNORECASE)
# Of a sentence in small letters, so that each alternative is left at its first letter.
_PROCEDURAL = re.compile(rf"(?:{_alternatives('procedural')})")
_ASKING_WORD = re.compile(rf"{_LEAD}(?:{_alternatives('interrogative')})\b", re.IGNORECASE)
_QUESTION_MARK = re.compile(r"\?[)\]”\"’'»\s.]*$")


def asked_in(text: str, *, item: bool = True) -> list[Asked]:
    """The questions and requests in a passage.

    Inside a numbered item, a sentence that opens with a question word asks even when its mark was
    forgotten.

    >>> [asked.form.value for asked in asked_in("Hoeveel? Dat is veel. Graag een overzicht.")]
    ['interrogative', 'request']
    """
    return list(_asked(text, item=item))


def asks(text: str, *, item: bool = True) -> bool:
    """Whether a passage asks anything; see :func:`asked_in`.

    >>> asks("Dat is veel. Graag een overzicht."), asks("Dat is veel.")
    (True, False)
    """
    return any(True for _ in _asked(text, item=item))


def _asked(text: str, *, item: bool) -> Iterator[Asked]:
    for start, end in sentences(text):
        form = _form(text[start:end], item=item)
        if form is not None:
            yield Asked(start, end, *form)


def _form(sentence: str, *, item: bool) -> tuple[Form, str] | None:
    condition = condition_of(sentence)
    opening = sentence[condition.end :].lstrip(" ,:") if condition else sentence
    is_request = _REQUEST.match(opening) is not None
    has_mark = "?" in sentence and _QUESTION_MARK.search(sentence) is not None
    if (is_request or has_mark) and _PROCEDURAL.search(sentence.lower()):
        return Form.PROCEDURAL, "asked.procedural"
    if has_mark:
        return Form.INTERROGATIVE, "asked.question-mark"
    if is_request:
        return Form.REQUEST, "asked.request"
    if item and _ASKING_WORD.match(opening):
        return Form.INTERROGATIVE, "asked.question-word"
    return None


def asks_with_word(sentence: str) -> bool:
    """Whether a question opens with a question word, so that no yes or no can answer it.

    >>> asks_with_word("Waarom wel of niet?"), asks_with_word("Wordt dit voortgezet?")
    (True, False)
    """
    return _ASKING_WORD.match(sentence) is not None


_FIXED: tuple[tuple[ConditionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"{_LEAD}({_alternatives(kind.value)})(?=[\s,:;?.]|$)", re.IGNORECASE))
    for kind in (ConditionKind.IF_NO, ConditionKind.IF_YES)
)
_LONGEST_CLAUSE = 160
# A clause of any other condition, up to its comma.
_CLAUSE = re.compile(
    rf"{_LEAD}((?:{_alternatives('if')})\s[^,?.;:]{{3,{_LONGEST_CLAUSE}}}),", re.IGNORECASE
)


def condition_of(sentence: str) -> Cue | None:
    """The condition that a sentence opens with.

    >>> condition_of("Zo nee, waarom niet?").kind.value
    'if_no'
    >>> cue = condition_of("Indien er cijfers zijn, graag per provincie.")
    >>> cue.kind.value, cue.end
    ('if', 22)
    """
    for kind, pattern in _FIXED:
        if match := pattern.match(sentence):
            rule = "condition." + kind.value.replace("_", "-")
            return Cue(match.start(1), match.end(1), kind, rule)
    if match := _CLAUSE.match(sentence):
        return Cue(match.start(1), match.end(1), ConditionKind.IF, "condition.clause")
    return None
