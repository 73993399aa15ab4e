"""The programme that pilots are part of: its name, from the noun phrase that names pilots."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from inburgering_model.model.provenance import Evidence
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["WHOLE_TITLE", "ProgrammeName", "denies_any", "is_established", "name_of"]

WHOLE_TITLE = "programme.name.title"
"""The rule that takes a whole title that names pilots for the name of their programme."""

# What parts a title: a dash with spaces, a colon, a bracket or a full stop.
_PARTS = re.compile(r"\s[-–—]\s|[:;()]\s?|\.\s")
# What ends a complement in prose: punctuation.
_STOP = re.compile(r"[,;:.()?!]")
# Quoted text of at most 80 characters.
_QUOTED = re.compile(r"[\"“'‘«]([^\"“”'‘’«»]{2,80})[\"”'’»]")
# A name in quotation marks begins with a capital or a figure, and is no sentence.
_QUOTED_NAME = re.compile(
    r"(?<!\w)[\"“'‘«„](?P<name>[A-ZÀ-Þ0-9][^\"“”'‘’«»„]{1,60}(?<![.?!,;]))[\"”'’»](?!\w)"
)
_LONGEST_NAME = 10


class ProgrammeName(NamedTuple):
    """A name, and what it was read from."""

    name: str
    evidence: Evidence


def is_established(setting: Setting) -> bool:
    """Whether a text tells that pilots exist: something is said of them that is no denial.

    A title or a question alone may ask for pilots that nobody ever planned; an answer alone may
    use the word in passing.
    """
    asked = any(s.has("pilot") and s.voice is not Voice.ANSWERED for s in setting.statements)
    if (not asked and setting.topic is None) or any(map(denies_any, setting.answered)):
        return False
    return any(
        _is_about(setting, statement) and not _is_denied(statement) and _is_asserted(statement)
        for statement in setting.told
    )


def denies_any(statement: Statement) -> bool:
    """Whether an answer says that there was no pilot at all: "nooit een proefproject opgezet"."""
    return statement.has("pilot") and not _NEVER.isdisjoint(statement.words)


_NEVER = frozenset(("nooit", "nimmer"))


def _is_about(setting: Setting, statement: Statement) -> bool:
    named = setting.topic is not None and statement.has("project")
    return _speaks_of_pilots(statement) or (named and statement.voice is Voice.ANSWERED)


def _speaks_of_pilots(statement: Statement) -> bool:
    """Whether a word for pilots stands in it, not just in the name of a book or an exhibition."""
    if not statement.has("pilot"):
        return False
    names = [
        statement.words_within(*quoted.span("name"))
        for quoted in _QUOTED_NAME.finditer(statement.passage.text, statement.start, statement.end)
    ]
    return any(
        "{pilot}" in atoms and not any(first <= index < last for first, last in names)
        for index, atoms in enumerate(statement.atoms)
    )


def _is_denied(statement: Statement) -> bool:
    return statement.has("negation", "pending", "study", "modal", "future", "abroad")


def _is_asserted(statement: Statement) -> bool:
    return statement.has("exists", "runs", "starts", "ends", "prolongs")


def name_of(setting: Setting) -> ProgrammeName | None:
    """The programme's name: one in quotation marks, or a pilot noun with its complement.

    Without either the whole title is taken, when it names pilots. Pilots that have
    each a name of their own in quotation marks give none.
    """
    return next(_names(setting), None)


def _names(setting: Setting) -> Iterator[ProgrammeName]:
    """The names that may be that of the programme, the surest first."""
    titles = [s for s in setting.statements if s.voice is Voice.TITLE]
    yield from _each(_of_programme, setting.told)
    if setting.topic is not None:
        _, statement, start, end = setting.topic
        yield _named(statement, start, end, 0.7)
    in_quotes = list(_each(_in_quotes, (*titles, *setting.told)))
    if len({name.name for name in in_quotes}) == 1:
        yield in_quotes[0]
    yield from _each(_in_title, titles)
    yield from _each(_in_prose, setting.told)
    yield from _each(_whole_title, titles)


def _each(
    names: Callable[[Statement], Iterator[ProgrammeName]], statements: Iterable[Statement]
) -> Iterator[ProgrammeName]:
    return (name for statement in statements for name in names(statement))


def _whole_title(statement: Statement) -> Iterator[ProgrammeName]:
    """A title with a word for pilots, unless it goes on with what else, or says what is asked."""
    at = next((i for i, atoms in enumerate(statement.atoms) if "{pilot}" in atoms), None)
    asks = not _ASKED_OF_PILOTS.isdisjoint(statement.words)
    if at is not None and not asks and _GOING_ON.isdisjoint(statement.words[at + 1 : at + 2]):
        whole = statement.passage.text
        evidence = statement.evidence(WHOLE_TITLE, 0.5, of="name", start=0, end=len(whole))
        yield ProgrammeName(whole, evidence)


_GOING_ON = frozenset(("en", "of"))
_ASKED_OF_PILOTS = frozenset(
    (
        "stand",
        "stavaza",
        "evaluatie",
        "resultaat",
        "resultaten",
        "opvolging",
        "overzicht",
        "vervolg",
    )
)


def _of_programme(statement: Statement) -> Iterator[ProgrammeName]:
    """What stands after the word *programma*: a quoted name, or one with a capital."""
    if not statement.has("programme"):
        return
    text = statement.passage.text
    for index, atoms in enumerate(statement.atoms[:-1]):
        if "{programme}" not in atoms:
            continue
        start = statement.places[index + 1][0]
        quoted = _QUOTED.match(text, statement.places[index][1] + 1, statement.end)
        if quoted is not None:
            yield _named(statement, *quoted.span(1), 0.9)
        elif text[start].isupper():
            end = _complement_end(statement, index + 2)
            yield _named(statement, start, _end_of_last_capital(statement, index + 1, end), 0.7)


def _end_of_last_capital(statement: Statement, first: int, end: int) -> int:
    """Where the last word with a capital or a figure ends: "het programma Stille Straat op"."""
    text = statement.passage.text
    ends = [
        word_end
        for start, word_end in statement.places[first:]
        if word_end <= end and not text[start].islower()
    ]
    return ends[-1] if ends else end


def _in_quotes(statement: Statement) -> Iterator[ProgrammeName]:
    """The names in quotation marks that a sentence gives to pilots or a project."""
    text = statement.passage.text
    for quoted in _QUOTED_NAME.finditer(text, statement.start, statement.end):
        first, last = statement.words_within(*quoted.span("name"))
        if last - first <= _LONGEST_NAME and _names_pilots(statement, first, last):
            yield _named(statement, *quoted.span("name"), 0.9)


def _names_pilots(statement: Statement, first: int, last: int) -> bool:
    """Whether what stands in quotation marks is the name of pilots.

    A noun for pilots stands before it ("het proefproject 'X'"), a word for naming does ("onder de
    noemer 'X'"), or it is said to be a pilot ("'X' was een proefproject").
    """
    if statement.has_in(max(first - 1, 0), first, *_NOUNS):
        return True
    if statement.has_in(max(first - 3, 0), first, "naming") or (
        statement.has_in(last, last + 2, "naming")
    ):
        return statement.has(*_NOUNS)
    return statement.has_in(last, last + 2, "being") and statement.has_in(last, last + 7, "pilot")


_NOUNS = ("pilot", "programme", "project")


def _in_title(statement: Statement) -> Iterator[ProgrammeName]:
    """The part of a title that has a pilot noun with something after it."""
    text = statement.passage.text
    for index, atoms in enumerate(statement.atoms[:-1]):
        if "{pilot}" not in atoms:
            continue
        start, noun_end = statement.places[index]
        stop = _PARTS.search(text, noun_end, statement.end)
        end = stop.start() if stop is not None else statement.end
        complement = text[noun_end:end].strip()
        if complement and _opens_name(statement, index + 1, complement):
            name = text[start:end].strip().rstrip(".")
            evidence = statement.evidence(
                "programme.name.title-phrase", 0.9, of="name", start=start, end=start + len(name)
            )
            yield ProgrammeName(name, evidence)


def _opens_name(statement: Statement, index: int, complement: str) -> bool:
    """Whether what follows a pilot noun is a complement or a proper name."""
    return (
        "{complement}" in statement.atoms[index]
        or complement[0].isupper()
        or complement[0] in "\"'“‘«"
    )


def _in_prose(statement: Statement) -> Iterator[ProgrammeName]:
    """A pilot noun with a complement of some words."""
    for index, atoms in enumerate(statement.atoms[:-1]):
        if "{pilot}" not in atoms:
            continue
        start, _ = statement.places[index]
        if "{complement}" in statement.atoms[index + 1] and statement.words[index + 1] in _ABOUT:
            yield _named(statement, start, _complement_end(statement, index + 2), 0.5)


_ABOUT = frozenset(("rond", "rondom", "omtrent", "inzake", "betreffende"))


def _named(statement: Statement, start: int, end: int, confidence: float) -> ProgrammeName:
    name = statement.passage.text[start:end].strip()
    evidence = statement.evidence(
        "programme.name.phrase", confidence, of="name", start=start, end=end
    )
    return ProgrammeName(name, evidence)


_NAME_STOPS = frozenset(("in", "te", "die", "dat", "waar", "wil", "wilde", "wilden", "wou"))


def _complement_end(statement: Statement, index: int) -> int:
    """Where a complement ends: at punctuation, a verb, or *in* before a place."""
    text = statement.passage.text
    end = statement.places[index - 1][1]
    for position in range(index, min(index + _LONGEST_NAME, len(statement.words))):
        atoms = statement.atoms[position]
        if (
            _STOP.search(text, end, statement.places[position][0])
            or any(
                f"{{{name}}}" in atoms for name in ("exists", "runs", "starts", "ends", "auxiliary")
            )
            or statement.words[position] in _NAME_STOPS
        ):
            break
        end = statement.places[position][1]
    return end
