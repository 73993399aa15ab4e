"""How a refusal is put: pointers, what was found, and what may have been meant.

Hooks refuse by raising :class:`~inburgering_model.DocumentError` with pointers that start at the
value they were given; whoever called them puts its own key in front.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

import attrs

from inburgering_model.errors import DocumentError, FieldError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

__all__ = [
    "INT_LIMIT",
    "MAX_PROBLEMS",
    "at_most",
    "below",
    "described",
    "excerpt",
    "first",
    "is_enough",
    "listed",
    "reason",
    "refusal",
    "suggestion",
    "token",
]

MAX_PROBLEMS: Final = 100
"""The most problems of a document that are listed; a last one then says that there are more."""

INT_LIMIT: Final = 2**63
"""Integers lie from ``-INT_LIMIT`` to ``INT_LIMIT - 1``: what fits 64 bits everywhere."""

_SHOWN_CHARACTERS: Final = 40
_LONGEST_COMPARED: Final = 40  # difflib takes quadratic time


def refusal(code: str, message: str, pointer: str = "") -> DocumentError:
    """The error for one problem."""
    return DocumentError((Problem(code=code, message=message, pointer=pointer),))


def token(key: object) -> str:
    """A key or an index as a step of a JSON Pointer (RFC 6901), with its slash.

    >>> token("a/b~c")
    '/a~1b~0c'
    """
    text = str(key).replace("~", "~0").replace("/", "~1")
    return f"/{text.encode('utf-8', 'backslashreplace').decode('utf-8')}"


_LIMIT: Final = ContextVar("_LIMIT", default=MAX_PROBLEMS)


@contextmanager
def at_most(count: int) -> Generator[None, None, None]:
    """Look for so many problems meanwhile."""
    before = _LIMIT.set(count)
    try:
        yield
    finally:
        _LIMIT.reset(before)


def is_enough(problems: Sequence[Problem]) -> bool:
    """Whether there are more problems than are listed, so that none need be looked for."""
    return len(problems) > _LIMIT.get()


def first(problems: Iterable[Problem]) -> list[Problem]:
    """Those that are listed, and one that shows that there are more."""
    return list(islice(problems, _LIMIT.get() + 1))


def listed(problems: Sequence[Problem]) -> Sequence[Problem]:
    """The problems of a document as they are told."""
    if not is_enough(problems):
        return problems
    count = _LIMIT.get()
    message = f"only the first {count} problems are listed; there are more"
    return [*problems[:count], Problem(code="more", message=message)]


def below(key: object, error: DocumentError) -> Iterable[Problem]:
    """The problems of a value, seen from the object or list that holds it."""
    step = token(key)
    return [attrs.evolve(p, pointer=step + p.pointer) for p in first(error.problems)]


def described(value: object) -> str:
    """What was found, in the words of JSON, and never long.

    >>> [described(value) for value in (None, True, 75, 1.5, "Ja.", [1, 2], {})]
    ['null', 'true', 'the number 75', 'the number 1.5', "the text 'Ja.'", 'a list of 2', 'an object']
    """  # noqa: E501 - what the example prints
    describe = _DESCRIPTIONS.get(type(value))
    return f"a Python {type(value).__name__}" if describe is None else describe(value)


def _described_int(value: int) -> str:
    # Python refuses to write integers of thousands of digits.
    in_range = -INT_LIMIT <= value < INT_LIMIT
    return f"the number {value}" if in_range else "a number of more than 64 bits"


_DESCRIPTIONS: Final[dict[type, Callable[[Any], str]]] = {
    NoneType: lambda _: "null",
    bool: lambda value: str(value).lower(),
    str: lambda value: f"the text {excerpt(value)}",
    int: _described_int,
    float: lambda value: f"the number {value}",
    list: lambda value: f"a list of {len(value)}",
    dict: lambda _: "an object",
    bytes: lambda value: f"{len(value)} bytes",
}


def excerpt(text: str) -> str:
    """The beginning of a text, quoted, with whatever cannot be printed escaped."""
    quoted = repr(text[:_SHOWN_CHARACTERS])
    return quoted if len(text) <= _SHOWN_CHARACTERS else f"{quoted}…"


def reason(error: Exception) -> str:
    """What an exception of the model, or of a validator, says is wrong."""
    if isinstance(error, FieldError):
        return error.detail
    return str(error.args[0]) if error.args else "is not accepted"


@lru_cache(maxsize=1024)
def suggestion(word: str, candidates: tuple[str, ...]) -> str:
    """The candidate that may have been meant, as the end of a message; often nothing.

    Case and the signs between words do not count.

    >>> suggestion("tittle", ("title", "author")), suggestion("askedOn", ("asked_on",))
    ("; did you mean 'title'?", "; did you mean 'asked_on'?")
    """
    if len(word) > _LONGEST_COMPARED:
        return ""
    candidate_of = {_folded(candidate): candidate for candidate in candidates}
    close = get_close_matches(_folded(word), candidate_of, n=1)
    return f"; did you mean {candidate_of[close[0]]!r}?" if close else ""


def _folded(word: str) -> str:
    return word.casefold().translate(_BETWEEN_WORDS)


_BETWEEN_WORDS: Final = str.maketrans("", "", "_- ")
