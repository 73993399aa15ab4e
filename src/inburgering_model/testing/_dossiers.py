"""Random dossiers of the genre: what is asked, of whom, and how it is answered."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, TypeVar

from attrs import define, evolve, field
from hypothesis import strategies as st

from inburgering_model.model.answer import (
    Answer,
    AnswerItem,
    CoordinatedAnswer,
    CrossReference,
    OrdinaryAnswer,
    ReferringAnswer,
    Stage,
)
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.people import Addressee, Minister, Office, Person
from inburgering_model.model.question import (
    Condition,
    ConditionKind,
    Form,
    ParliamentaryQuestion,
    QuestionItem,
    SubQuestion,
)
from inburgering_model.model.references import ItemReference, QuestionReference
from inburgering_model.testing._prose import day_in_words, filled, frames, names, topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from inburgering_model.testing._prose import Frame, Topic

__all__ = ["dossiers"]

T = TypeVar("T")

_MOST_ADDRESSEES = 9
_MOST_ITEMS = 6


@define
class _Draw:
    """Draws what a document is made of; everything is about one topic."""

    draw: st.DrawFn
    topic: Topic

    def one_of(self, *choices: T) -> T:
        """One of some values; the first is the simplest."""
        return self.draw(st.sampled_from(choices))

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.draw(st.integers(least, most))

    def seldom(self) -> bool:
        """True once in a while."""
        return self.number(0, 4) == 4  # noqa: PLR2004 - one time in five

    def frame(self, kind: str) -> Frame:
        """A frame of a kind."""
        return self.one_of(*frames(kind))

    def fill(self, frame: Frame, **given: object) -> str:
        """The sentence of a frame."""
        return filled(frame, self.topic, Random(self.number(0, 2**16)), given)  # noqa: S311 - words

    def sentence(self, *kinds: str, **given: object) -> str:
        """A sentence of one of some kinds."""
        return self.fill(self.frame(self.one_of(*kinds)), **given)

    def paragraph(self, *kinds: str, most: int = 4) -> Passage:
        """A paragraph of one to some sentences."""
        return _prose(self.sentence(*kinds) for _ in range(self.number(1, most)))

    def people(self, count: int) -> list[Person]:
        """People of whom no two have a family name in common."""
        families = self.draw(
            st.lists(st.sampled_from(names("family")), min_size=count, max_size=count, unique=True)
        )
        return [Person(name=f"{self.one_of(*names('given'))} {family}") for family in families]

    def offices(self) -> tuple[Office, ...]:
        """The offices of a minister."""
        portfolios = self.draw(
            st.lists(st.sampled_from(names("portfolio")), min_size=1, max_size=4, unique=True)
        )
        *before, last = portfolios
        listed = f"{', '.join(before)} en {last}" if before else last
        own = Office(title=f"Vlaams minister van {listed}", portfolios=tuple(portfolios))
        first = self.one_of(None, "Viceminister-president", "Minister-president")
        if first is None:
            return (own,)
        return Office(title=f"{first} van de Vlaamse Regering"), own


def _prose(sentences: Iterable[str]) -> Passage:
    return Passage(text=" ".join(sentences))


@st.composite
def dossiers(draw: st.DrawFn, *, lists: bool) -> Dossier:
    """A dossier that the published layout can say."""
    drawn = _Draw(draw, draw(st.sampled_from(topics())))
    count = drawn.one_of(1, 1, 2, drawn.number(2, _MOST_ADDRESSEES))
    author, *ministers = drawn.people(count + 1)
    asked_on = draw(st.dates(_date(2009, 7, 1), _date(2024, 6, 1)))
    own = drawn.number(0, count - 1)
    answer_kind = drawn.one_of(*(_KINDS if count > 1 else _KINDS_ALONE))
    if answer_kind == "none":
        own = 0
    addressees = tuple(
        Addressee(
            person=person,
            offices=drawn.offices() if index == own else (),
            number=drawn.number(1, 1500),
        )
        for index, person in enumerate(ministers)
    )
    question = ParliamentaryQuestion(
        title=drawn.topic.title,
        subject=drawn.sentence("subject") if drawn.seldom() else None,
        author=author,
        asked_on=asked_on,
        addressees=addressees,
        context=tuple(drawn.paragraph("context", "background") for _ in range(drawn.number(1, 3))),
        items=_items(drawn),
    )
    return Dossier(question=question, answers=_answers(drawn, question, own, answer_kind, lists))
