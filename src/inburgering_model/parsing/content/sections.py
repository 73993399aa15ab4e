"""Which stretches of a document are about pilots, and what the items ask about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.parsing.content.statements import Statement, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from inburgering_model.model.references import ItemReference
    from inburgering_model.parsing.content.topics import Topic

__all__ = [
    "answering",
    "asking",
    "asking_results",
    "asking_to_count",
    "asking_where",
    "topical_sections",
]

_TITLE = 0
_CONTEXT = 1
_SHORT = 9
_HOW_MUCH = frozenset(("hoeveel", "vaak"))
_GOES_ON = (
    "project",
    "anaphora",
    "asks_results",
    "asks_follow_up",
    "stops",
    "ends",
    "prolongs",
    "each",
)
"""What an item asks that goes on about the pilots of the items before it."""


def topical_sections(
    statements: Sequence[Statement],
    references: Sequence[tuple[ItemReference, ...]],
    topic: Topic | None,
) -> frozenset[int]:
    """The sections about pilots: all when the title is, else those that name them.

    An answer item is about pilots too when an item that it answers is. Once the context has told
    of pilots, an item that asks about "the projects" is about them.
    """
    named = {
        s.section
        for s in statements
        if s.has("pilot") or (topic is not None and topic.is_named_in(s))
    }
    if _TITLE in named:
        return frozenset(range(len(references)))
    asked = [s for s in statements if s.voice is Voice.ASKED]
    if not asked and named:
        return frozenset(range(min(named), len(references)))
    told_of = _answering_to(statements, references, named)
    named |= {s.section for s in asked if s.section in told_of and s.has("project")}
    if _CONTEXT in named:
        named |= {s.section for s in asked if s.has("project") or _asks_who(s)}
        named |= {s.section for s in statements if s.voice is Voice.ANSWERED and _points_back(s)}
    named |= _going_on(asked, named | told_of)
    named |= _sharing_words(asked, named | told_of)
    asking = {s.section for s in asked} & named
    return _with_letters(frozenset(named) | answering(statements, references, asking), references)


def _asks_who(statement: Statement) -> bool:
    """Whether it asks which towns take part: *Welke gemeenten doen mee?*."""
    return statement.has("joins") and statement.has("joined") and statement.has("town", "towns")


def _points_back(statement: Statement) -> bool:
    """Whether it speaks of a project that was told of: "het project in Deinze"."""
    words = statement.words
    return any(
        word in _PROJECTS and words[index - 1] in _DEFINITE
        for index, word in enumerate(words)
        if index > 0
    )


_PROJECTS = frozenset(("project", "projecten", "proef", "proeven"))
_PILOTS = ("pilot", "project")
_DEFINITE = frozenset(("het", "de", "dit", "deze", "beide"))


def _sharing_words(asked: Sequence[Statement], about: AbstractSet[int]) -> set[int]:
    """The items that name the same particular thing as an item about pilots: *buddywerking*."""
    words = frozenset(_particular(s for s in asked if s.section in about))
    return {s.section for s in asked if not words.isdisjoint(s.words)}


def _particular(statements: Iterable[Statement]) -> Iterable[str]:
    """The long words of statements that are of their own subject: no people, place or body."""
    for statement in statements:
        for index, word in enumerate(statement.words):
            place = statement.places[index][0]
            plain = statement.passage.text[place].islower()
            if len(word) >= _PARTICULAR and plain and statement.atoms[index].isdisjoint(_COMMON):
                yield word


_PARTICULAR = 10
_COMMON = frozenset(
    f"{{{name}}}" for name in ("common", "people", "town", "law", "learned", "pilot", "measured")
)


def _with_letters(
    topical: AbstractSet[int], references: Sequence[tuple[ItemReference, ...]]
) -> frozenset[int]:
    """The sections with those of other letters of one number: 1b goes on about what 1a is about."""
    numbers = {
        item.number
        for section in topical
        for item in references[section]
        if item.letter is not None
    }
    return frozenset(topical) | {
        section
        for section, items in enumerate(references)
        if any(item.letter is not None and item.number in numbers for item in items)
    }


def _going_on(asked: Sequence[Statement], named: AbstractSet[int]) -> set[int]:
    """The items that go on about pilots: all that ask it, where pilots are what it is all about.

    Where only a later item names them, just the items right after it.
    """
    if not asked:
        return set()
    first = asked[0].section
    throughout = _CONTEXT in named or first in named
    found: set[int] = set()
    if _CONTEXT in named and _asks_how_it_stands(asked[0]):
        found.add(first)
    for statement in asked:
        section = statement.section
        before = {section, section - 1}
        near = not before.isdisjoint(named) or not before.isdisjoint(found)
        if statement.has(*_GOES_ON) and section > first and (throughout or near):
            found.add(section)
    return found


def _asks_how_it_stands(statement: Statement) -> bool:
    """Whether it asks no more than that: "Wat is de stand van zaken?"."""
    return statement.has("asks_state") and len(statement.words) <= _SHORT


def _answering_to(
    statements: Sequence[Statement],
    references: Sequence[tuple[ItemReference, ...]],
    named: AbstractSet[int],
) -> set[int]:
    """The items whose answers are in some sections."""
    answers = {s.section for s in statements if s.voice is Voice.ANSWERED} & named
    answered = _Named([item for section in answers for item in references[section]])
    return {
        s.section
        for s in statements
        if s.voice is Voice.ASKED and answered.any_of(references[s.section])
    }


def asking(statements: Sequence[Statement], name: str) -> set[int]:
    """The items in which a word of a class stands."""
    return {s.section for s in statements if s.voice is Voice.ASKED and s.has(name)}


def asking_where(statements: Sequence[Statement], topical: AbstractSet[int]) -> Iterable[int]:
    """The items about pilots that ask where: *in welke gemeenten*, *waar*."""
    for s in statements:
        about = s.has(*_PILOTS) or _asks_who(s)
        if s.voice is Voice.ASKED and s.section in topical and about:
            places = any(
                word in ("welke", "welk") and s.has_in(index + 1, index + 3, "town", "towns")
                for index, word in enumerate(s.words)
            )
            if places or "waar" in s.words[:2]:
                yield s.section


def asking_results(statements: Sequence[Statement]) -> set[int]:
    """The items that ask what came of it, or how many people it reached."""
    told = asking(statements, "asks_results") | asking(statements, "change")
    return told | asking_to_count(statements)


def asking_to_count(statements: Sequence[Statement]) -> set[int]:
    """The items that ask how much or how often; not how much money, or how many pilots."""
    return {
        s.section
        for s in statements
        if s.voice is Voice.ASKED
        and not _HOW_MUCH.isdisjoint(s.words)
        and (s.has("people") or not s.has("money_noun", "town", "pilot", "project", "funding"))
    }


def answering(
    statements: Sequence[Statement],
    references: Sequence[tuple[ItemReference, ...]],
    asking: Iterable[int],
) -> frozenset[int]:
    """The sections of answers to the items of some sections.

    An answer without labels answers whatever was asked.
    """
    asking = tuple(asking)
    asked = _Named([item for section in asking for item in references[section]])
    return frozenset(
        section
        for section in {s.section for s in statements if s.voice is Voice.ANSWERED}
        if asked.any_of(references[section]) or (asking and not references[section])
    )


class _Named:
    """Items that a label names: 2 names 2a and 2b as well, and 2a is a part of 2."""

    def __init__(self, items: Iterable[ItemReference]) -> None:
        self._items = {(item.number, item.letter) for item in items}
        self._parted = {number for number, letter in self._items if letter is not None}

    def any_of(self, items: Iterable[ItemReference]) -> bool:
        """Whether one of the items is named."""
        return any(
            (item.number, item.letter) in self._items
            or (item.number, None) in self._items
            or (item.letter is None and item.number in self._parted)
            for item in items
        )
