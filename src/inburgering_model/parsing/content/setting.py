"""A document as statements in the order of the text, and which stretches are about pilots."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Span
from inburgering_model.parsing.content.retelling import disowns
from inburgering_model.parsing.content.sections import (
    answering,
    asking,
    asking_results,
    asking_to_count,
    asking_where,
    topical_sections,
)
from inburgering_model.parsing.content.statements import Statement, Voice, statements_of
from inburgering_model.parsing.content.topics import Topic, may_name_programme, topic_of
from inburgering_model.parsing.content.weak_nouns import with_trials

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.question import ParliamentaryQuestion
    from inburgering_model.model.references import ItemReference
    from inburgering_model.parsing.content.groups import Gazetteer
    from inburgering_model.parsing.content.trials import Trial

__all__ = ["Setting", "mentions_pilots", "sets_apart", "setting_of", "with_sections_of"]

_LONG_WORD = 6


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
            if s.voice is Voice.ANSWERED
            and s.section in self.topical
            and not s.interrogative
            and id(s) not in self.disowned
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
            and id(s) not in self.disowned
        )

    @cached_property
    def disowned(self) -> frozenset[int]:
        """The sentences of which the next says that they tell of no pilot, by their identity."""
        both = pairwise(self.statements)
        return frozenset(id(before) for before, after in both if disowns(after, before))

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


def sets_apart(statement: Statement) -> bool:
    """Whether it says that it is not about pilots: "los van de proeftuinen"."""
    words = statement.words
    return "los" in words and any(
        words[index : index + 2] == ("los", "van")
        and statement.has_in(index + 2, index + 5, "pilot", "project")
        for index in range(len(words) - 2)
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
    if any(s.has("pilot") and _has_frame(s, _LITERAL_THROUGHOUT) for s in statements):
        return None
    if any(
        s.voice is Voice.TITLE and s.has("laboratory") and not s.has("pilot") for s in statements
    ):
        return None
    references = [items for _, _, items in stretches]
    answered_on = next((a.answered_on for a in answers if a.answered_on is not None), None)
    topical = topical_sections(statements, references, topic)
    where = asking_where(statements, topical)
    return Setting(
        statements=tuple(statements),
        topic=topic,
        topical=topical,
        asked_where=topical & answering(statements, references, where),
        asked_to_count=answering(statements, references, asking_to_count(statements)),
        asked_for_results=answering(statements, references, asking_results(statements)),
        asked_for_follow_up=answering(statements, references, asking(statements, "asks_follow_up")),
        asked_on=question.asked_on,
        answered_on=answered_on,
    )


def with_sections_of(trials: Sequence[Trial], setting: Setting, gazetteer: Gazetteer) -> Setting:
    """The setting, where answers about results that name the towns of pilots are about pilots.

    One town that the questions name may be named for another reason.
    """
    wanted = {key for trial in trials for key in trial.places}
    asked: set[str] = set()
    named: dict[int, set[str]] = {}
    sections = setting.asked_for_results - setting.topical
    for statement in setting.statements:
        answers = statement.voice is Voice.ANSWERED and statement.section in sections
        if not (answers or statement.voice is Voice.ASKED):
            continue
        keys = {key for group in gazetteer.groups(statement) for key in group.keys} & wanted
        (named.setdefault(statement.section, set()) if answers else asked).update(keys)
    enough = min(len(wanted), _SEVERAL)
    found = {
        section
        for section, keys in named.items()
        if keys and (len(keys) >= enough or not keys <= asked)
    }
    return evolve(setting, topical=setting.topical | found) if found else setting


_SEVERAL = 2


def _is_literal(statement: Statement) -> bool:
    """Whether a word for pilots has its plain meaning: the garden of a school, a time of trial."""
    return _has_frame(statement, _LITERAL)


def _has_frame(statement: Statement, rule: str) -> bool:
    hits = statement.hits("pilot_frames", 0, len(statement.words))
    return any(hit.frame.rule == rule for hit in hits)


_LITERAL = "pilot.literal"
_LITERAL_THROUGHOUT = "pilot.literal-throughout"
"""The rule that says of all that is called so that it has its plain meaning."""
_NAMING = (Voice.TITLE, Voice.CONTEXT, Voice.ASKED)


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
