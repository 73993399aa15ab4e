"""Drawing what a random document is made of: sentences, paragraphs, people, offices."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

from attrs import define
from hypothesis import strategies as st

from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Office, Person
from inburgering_model.testing._prose import Topic, filled, frames, names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inburgering_model.testing._prose import Frame

__all__ = ["Drawing", "prose"]

T = TypeVar("T")
_MOST_PORTFOLIOS = 4
_FIRST_OFFICES = (None, "Viceminister-president", "Minister-president")


def prose(sentences: Iterable[str]) -> Passage:
    """The paragraph of some sentences."""
    return Passage(text=" ".join(sentences))


@define
class Drawing:
    """Draws the parts of one document, which are all about one topic."""

    draw: st.DrawFn
    topic: Topic

    def one_of(self, *choices: T) -> T:
        """One of some values; the first is the simplest."""
        return self.draw(st.sampled_from(choices))

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.draw(st.integers(least, most))

    def seldom(self) -> bool:
        """True one time in five."""
        return self.number(0, 4) == 4  # noqa: PLR2004 - the last of five

    def frame(self, *kinds: str) -> Frame:
        """A frame of one of some kinds."""
        return self.one_of(*(frame for kind in kinds for frame in frames(kind)))

    def fill(self, frame: Frame, **given: object) -> str:
        """The sentence of a frame."""
        random = Random(self.number(0, 2**16) if frame.slots else 0)  # noqa: S311 - only words
        return filled(frame, self.topic, random, given)

    def sentence(self, *kinds: str, **given: object) -> str:
        """A sentence of one of some kinds."""
        return self.fill(self.frame(*kinds), **given)

    def sentences(self, *kinds: str, most: int = 4) -> list[str]:
        """One to some sentences."""
        return [self.sentence(*kinds) for _ in range(self.number(1, most))]

    def people(self, count: int) -> list[Person]:
        """People of whom no two have a family name in common."""
        families = self.draw(
            st.lists(st.sampled_from(names("family")), min_size=count, max_size=count, unique=True)
        )
        return [Person(name=f"{self.one_of(*names('given'))} {family}") for family in families]

    def offices(self) -> tuple[Office, ...]:
        """The one or two offices of a minister."""
        portfolios = self.draw(
            st.lists(
                st.sampled_from(names("portfolio")),
                min_size=1,
                max_size=_MOST_PORTFOLIOS,
                unique=True,
            )
        )
        *before, last = portfolios
        listed = f"{', '.join(before)} en {last}" if before else last
        own = Office(title=f"Vlaams minister van {listed}", portfolios=tuple(portfolios))
        first = self.one_of(*_FIRST_OFFICES)
        if first is None:
            return (own,)
        return Office(title=f"{first} van de Vlaamse Regering"), own
