"""What was gathered about pilots, and which of them a fact is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from inburgering_model.model.people import Party
from inburgering_model.model.pilot import Budget, PilotStatus
from inburgering_model.model.provenance import Evidence
from inburgering_model.parsing.content.discourse import Tie
from inburgering_model.parsing.content.periods import Bound
from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from inburgering_model.parsing.content.said import Said

__all__ = ["Facts", "about", "lowered", "respectively"]

_PartyKey = tuple[str, str | None]


@define(eq=False, kw_only=True)
class Facts:
    """What was gathered about one pilot, or about all of them together."""

    bounds: list[Bound] = field(factory=list[Bound])
    statuses: list[tuple[PilotStatus, Evidence]] = field(factory=list[tuple[PilotStatus, Evidence]])
    one_off: list[tuple[bool, Evidence]] = field(factory=list[tuple[bool, Evidence]])
    budgets: list[Budget] = field(factory=list[Budget])
    partners: dict[_PartyKey, tuple[Party, Evidence]] = field(
        factory=dict[_PartyKey, tuple[Party, Evidence]]
    )
    funding: list[Budget] = field(factory=list[Budget])


def about(said: Said, offset: int, each: Sequence[Facts], together: Facts) -> Iterator[Facts]:
    """The facts to which something at an offset of the passage is added."""
    if said.of_programme:
        yield together
        return
    trials = said.focus.at(offset)
    for index in trials:
        yield each[index]
    if said.focus.whole and len(trials) == len(each):
        yield together


def lowered(confidence: float, said: Said) -> float:
    """What the question's context says, or what is only carried over, is less sure."""
    plain = said.statement.voice is Voice.ANSWERED and said.focus.tie is Tie.NAMED
    return confidence if plain else min(confidence, 0.7)


def respectively(said: Said, offsets: Sequence[int]) -> Mapping[int, int]:
    """Which pilot each of as many offsets is said of: "respectievelijk in 2019 en in 2020"."""
    trials = said.focus.trials
    if "respectievelijk" not in said.statement.words or len(trials) != len(offsets):
        return {}
    return dict(zip(offsets, trials, strict=True))
