"""A document as statements in the order of the text, and which stretches are about pilots."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Span
from inburgering_model.parsing.content.statements import Statement, Voice, statements_of
from inburgering_model.parsing.content.topics import Topic, may_name_programme, topic_of
from inburgering_model.parsing.content.weak_nouns import with_trials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.question import ParliamentaryQuestion
    from inburgering_model.model.references import ItemReference

__all__ = ["Setting", "mentions_pilots", "setting_of"]

TITLE_SECTION = 0
CONTEXT_SECTION = 1
_LONG_WORD = 6
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


@frozen(kw_only=True, slots=False, eq=False)
class Setting:
    """Everything said in a document, and where the talk is about pilots."""

    statements: tuple[Statement, ...] = field(repr=False)
    topic: Topic | None
    """The programme that it is about, if it has a name."""
    topical: frozenset[int]
    """The sections that are about pilots."""
    asked_where: frozenset[int]
    """The sections of answers to items about pilots that ask where these are."""
    asked_to_count: frozenset[int]
    """The sections of answers to items that ask how much, or how often."""
    asked_for_results: frozenset[int]
    """The sections of answers to items that ask what came of it."""
    asked_for_follow_up: frozenset[int]
    """The sections of answers to items that ask what happens next."""
    asked_on: date | None
    answered_on: date | None

    @cached_property
    def answered(self) -> tuple[Statement, ...]:
        """What the answers say, in sections about pilots; not what they ask."""
        return tuple(
            s
            for s in self.statements
            if s.voice is Voice.ANSWERED and s.section in self.topical and not s.interrogative
        )

    @cached_property
    def told(self) -> tuple[Statement, ...]:
        """What the question's context and the answers tell, in sections about pilots."""
        return tuple(
            s
            for s in self.statements
            if s.voice in (Voice.CONTEXT, Voice.ANSWERED, Voice.ANNEX)
            and s.section in self.topical
            and not s.interrogative
        )

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The long words of the title: what the document is about."""
        return frozenset(
            word
            for statement in self.statements
            if statement.voice is Voice.TITLE
            for word in statement.words
            if len(word) >= _LONG_WORD
        )

    def is_about_pilots(self, statement: Statement) -> bool:
        """Whether a statement names pilots, or in a section about them a project."""
        return statement.has("pilot") or (
            statement.section in self.topical and statement.has("project")
        )


def mentions_pilots(passages: Iterable[str]) -> bool:
    """Whether any text may name a pilot: a quick look that lets ordinary documents pass by."""
    stems = ("proef", "pilo", "test", "experiment", "living", "lab")
    return any(stem in text for text in map(str.lower, passages) for stem in stems)


def setting_of(question: ParliamentaryQuestion, answers: Sequence[Answer]) -> Setting | None:
    """The statements of a document in order; None when no word in it names a pilot."""
    stretches = list(_stretches(question, answers))
    if not mentions_pilots(p.text for _, passages, _ in stretches for p in passages) and not (
        may_name_programme(
            p.text for voice, passages, _ in stretches if voice in _NAMING for p in passages
        )
    ):
        return None
    statements: list[Statement] = []
    paragraph = 0
    for section, (voice, passages, _) in enumerate(stretches):
        statements += statements_of(passages, voice, section, paragraph)
        paragraph += len(passages)
    statements = with_trials(statements)
    topic = topic_of(statements)
    if topic is None and not any(s.has("pilot") and not _is_literal(s) for s in statements):
        return None
    if any(
        s.voice is Voice.TITLE and s.has("laboratory") and not s.has("pilot") for s in statements
    ):
        return None
    references = [items for _, _, items in stretches]
    answered_on = next((a.answered_on for a in answers if a.answered_on is not None), None)
    topical = _topical(statements, references, topic)
    where = _asking_where(statements, topical)
    return Setting(
        statements=tuple(statements),
        topic=topic,
        topical=topical,
        asked_where=topical & _answering(statements, references, where),
        asked_to_count=_answering(statements, references, _asking_to_count(statements)),
        asked_for_results=_answering(statements, references, _asking_results(statements)),
        asked_for_follow_up=_answering(
            statements, references, _asking(statements, "asks_follow_up")
        ),
        asked_on=question.asked_on,
        answered_on=answered_on,
    )


def _is_literal(statement: Statement) -> bool:
    """Whether a word for pilots has its plain meaning: the garden of a school, a time of trial."""
    hits = statement.hits("pilot_frames", 0, len(statement.words))
    return any(hit.frame.rule == _LITERAL for hit in hits)


_LITERAL = "pilot.literal"
_NAMING = (Voice.TITLE, Voice.ASKED)


def _stretches(
    question: ParliamentaryQuestion, answers: Sequence[Answer]
) -> Iterable[tuple[Voice, Sequence[Passage], tuple[ItemReference, ...]]]:
    """Voice, passages, and the items asked or answered, of each stretch of the document."""
    yield Voice.TITLE, _headings(question), ()
    yield Voice.CONTEXT, question.context, ()
    for item in question.items:
        yield Voice.ASKED, item.passages, (item.reference,)
    for answer in answers:
        yield Voice.ANSWERED, answer.opening, ()
        for answered in answer.items:
            yield Voice.ANSWERED, answered.passages, answered.answers
        yield Voice.ANNEX, answer.annexes, ()


def _headings(question: ParliamentaryQuestion) -> list[Passage]:
    """Title and subject as passages; their raw spans stand in the question's evidence."""
    headings: list[Passage] = []
    for name, text in (("title", question.title), ("subject", question.subject)):
        if text is None:
            continue
        spans = next((e.spans for e in question.evidence if e.of == name), ())
        pieces: tuple[tuple[Span, int], ...] = ()
        if spans:
            printed = Span(source=spans[0].source, start=spans[0].start, end=spans[-1].end)
            pieces = ((printed, len(text)),)
        headings.append(Passage(text=text, pieces=pieces))
    return headings


def _topical(
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
    if TITLE_SECTION in named:
        return frozenset(range(len(references)))
    asked = [s for s in statements if s.voice is Voice.ASKED]
    if not asked and named:
        return frozenset(range(min(named), len(references)))
    told_of = _answering_to(statements, references, named)
    named |= {s.section for s in asked if s.section in told_of and s.has("project")}
    if CONTEXT_SECTION in named:
        named |= {s.section for s in asked if s.has("project")}
    named |= _going_on(asked, named | told_of)
    named |= _sharing_words(asked, named | told_of)
    asking = {s.section for s in asked} & named
    return _with_letters(frozenset(named) | _answering(statements, references, asking), references)


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
    throughout = CONTEXT_SECTION in named or first in named
    found: set[int] = set()
    if CONTEXT_SECTION in named and _asks_how_it_stands(asked[0]):
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


def _asking(statements: Sequence[Statement], name: str) -> set[int]:
    return {s.section for s in statements if s.voice is Voice.ASKED and s.has(name)}


def _asking_where(statements: Sequence[Statement], topical: AbstractSet[int]) -> Iterable[int]:
    """The items about pilots that ask where: *in welke gemeenten*, *waar*."""
    for s in statements:
        if s.voice is Voice.ASKED and s.section in topical and s.has("pilot", "project"):
            places = any(
                word in ("welke", "welk") and s.has_in(index + 1, index + 3, "town", "towns")
                for index, word in enumerate(s.words)
            )
            if places or "waar" in s.words[:2]:
                yield s.section


def _asking_results(statements: Sequence[Statement]) -> set[int]:
    """The items that ask what came of it, or how many people it reached."""
    told = _asking(statements, "asks_results") | _asking(statements, "change")
    return told | _asking_to_count(statements)


def _asking_to_count(statements: Sequence[Statement]) -> set[int]:
    """The items that ask how much or how often; not how much money, or how many pilots."""
    return {
        s.section
        for s in statements
        if s.voice is Voice.ASKED
        and not _HOW_MUCH.isdisjoint(s.words)
        and (s.has("people") or not s.has("money_noun", "town", "pilot", "project", "funding"))
    }


def _answering(
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
