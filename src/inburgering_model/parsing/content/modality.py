"""How a thing is said: as a fact, denied (*niet*, "not"), supposed (*als*, "if"), or by hearsay.

The words that deny, that open a clause of their own and that report are classes of the table of
word classes; the conditions have a table of their own. What counts is the stretch around a thing:
the words up to a comma, a conjunction or a relative pronoun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.conditions import condition_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.statements import Statement

__all__ = [
    "REPORTED",
    "Supposition",
    "denials",
    "is_denied",
    "is_foretold",
    "is_not_yet",
    "is_reported",
    "suppositions",
]

REPORTED = 0.3
"""How sure at most a thing is that somebody only claims."""

_REACH = 12
"""How many words away a word still bears on a thing: it bounds the time as well."""
_NEAR_AFTER = 3
_BEFORE_THAT = 3
_IF_OR_AS = "als"
_FINITE = ("auxiliary", "ongoing_auxiliary", "exists", "runs", "ends", "modal")

_Range = tuple[int, int]


def denials(statement: Statement, start: int, end: int) -> Iterator[int]:
    """Where a range of words denies.

    "Niet alleen" (not only), "niet langer dan" (no longer than) and "niet onbelangrijk" (not
    unimportant) deny nothing, nor does a word of a name, or *zonder* (without) that opens no
    clause.
    """
    for index in range(start, end) if statement.has("negation") else ():
        if "{negation}" not in statement.atoms[index] or not _may_deny(statement, index):
            continue
        only = statement.has_in(index + 1, index + 2, "only", "understated")
        if not only and statement.words[index + 2 : index + 3] != ("dan",):
            yield index


def _may_deny(statement: Statement, index: int) -> bool:
    place = statement.places[index][0]
    letters = statement.passage.text[place : place + 2]
    if index > 0 and letters[0].isupper() and letters[1:].islower():
        return False
    if "{opens_clause}" in statement.atoms[index]:
        after = statement.words[index + 1 : index + 1 + _REACH]
        return not _CLAUSE_MARKS.isdisjoint(after)
    return True


_CLAUSE_MARKS = frozenset(("dat", "te"))


def is_not_yet(statement: Statement, index: int) -> bool:
    """Whether a negation says *nog niet* (not yet): what it denies may still come."""
    return statement.has_in(max(index - 1, 0), index, "yet")


def is_denied(statement: Statement, start: int, end: int, hit: Hit | None = None) -> bool:
    """Whether what a range of words tells is denied, in its stretch or by the clause above it.

    After the range a negation counts where it stands near, as after a finite verb: "lopen niet
    meer". A frame that was found by its own negation is not denied by it.
    """
    first, last = _stretch(statement, start, end)
    head = _head(statement, start, end)
    if any(True for _ in denials(statement, first, start)) or _is_denied_above(statement, first):
        return True
    if hit is not None and hit.negative:
        return False
    return any(True for _ in denials(statement, start, head)) or (
        head == end and any(True for _ in denials(statement, end, min(last, end + _NEAR_AFTER)))
    )


def is_reported(statement: Statement, start: int, end: int) -> bool:
    """Whether somebody only claims it: "de oppositie beweert dat …", "naar verluidt"."""
    begin = max(start - _REACH, 0)
    if statement.has_in(begin, min(end + 2, len(statement.words)), "hearsay"):
        return True
    claimed = False
    for index in range(begin, start) if statement.has("claims") else ():
        if "{claims}" in statement.atoms[index]:
            claimed = True
        elif claimed and statement.words[index] == "dat":
            return True
    return False


def is_foretold(statement: Statement, start: int, end: int) -> bool:
    """Whether a range of words is about what will be, or is said to be: *zal*, *zou*."""
    first, last = _stretch(statement, start, end)
    return statement.has_in(first, last, "foretells")


class Supposition(NamedTuple):
    """A clause with a condition, and the condition itself, as ranges of words."""

    start: int
    end: int
    condition: _Range


def suppositions(statement: Statement) -> tuple[Supposition, ...]:
    """The clauses of a statement that hang on a condition, in order.

    Only those that suppose something count: "op vraag van" (at the request of) does not, nor *als*
    (as) before a noun, nor *wanneer* (when) before a past.
    """
    found: list[Supposition] = []
    for start, end in statement.clauses:
        condition = condition_of(statement, start, end)
        if condition is None or not condition.makes_planned:
            continue
        first, last = condition.words
        if last < end:
            told = statement.has_in(last, last + 1, *_FINITE) or statement.words[last] == "dan"
            supposes = told and not statement.has_in(last, last + 1, "past")
        else:
            supposes = first > start or statement.words[first] != _IF_OR_AS
        if supposes:
            found.append(Supposition(start, end, condition.words))
    return tuple(found)


def _is_denied_above(statement: Statement, first: int) -> bool:
    """Whether a clause with *dat* is denied by the one above it: "het klopt niet dat …"."""
    if first >= len(statement.words) or statement.words[first] != "dat":
        return False
    return any(True for _ in denials(statement, max(first - _BEFORE_THAT, 0), first))


def _head(statement: Statement, start: int, end: int) -> int:
    """Where the first clause of a range of words ends: "geleerd" of "geleerd dat"."""
    return next((i for i in range(start + 1, end) if _opens_clause(statement, i)), end)


def _stretch(statement: Statement, start: int, end: int) -> _Range:
    """The words around a range up to where another clause, or after it another part, begins."""
    begin, stop = statement.clause_of(start, end)
    first, last = start, end
    while first > max(begin, start - _REACH) and not _opens_clause(statement, first):
        first -= 1
    while last < min(stop, end + _REACH) and not (
        _opens_clause(statement, last) or statement.words[last] in _COORDINATORS
    ):
        last += 1
    return first, last


_COORDINATORS = frozenset(("en", "of"))


def _opens_clause(statement: Statement, index: int) -> bool:
    """Whether another clause begins at a word; a comma in a list of names begins none."""
    if "{opens_clause}" in statement.atoms[index]:
        return True
    if index == 0:
        return False
    text = statement.passage.text
    place = statement.places[index][0]
    between = text[statement.places[index - 1][1] : place]
    return ";" in between or ("," in between and not text[place].isupper())
