"""A pilot in the making: its municipalities, its name, and where it was named as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from inburgering_model.model.pilot import Municipality
from inburgering_model.model.provenance import Evidence
from inburgering_model.parsing.content.evidence import for_field
from inburgering_model.parsing.content.groups import key_of
from inburgering_model.parsing.content.regions import RegionMention

if TYPE_CHECKING:
    from inburgering_model.parsing.content.groups import Mention
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Trial"]


@define(eq=False, kw_only=True)
class Trial:
    """What was found of one pilot."""

    places: dict[str, tuple[Municipality | None, list[Evidence]]] = field(
        factory=dict[str, tuple[Municipality | None, list[Evidence]]]
    )
    """Its municipalities by their key; a region has a key and no municipality."""
    evidence: dict[tuple[int, str], Evidence] = field(factory=dict[tuple[int, str], Evidence])
    """One for each sentence and rule."""
    name: str | None = None
    name_evidence: Evidence | None = None
    heads: list[tuple[int, int]] = field(factory=list[tuple[int, int]])
    """Where the text turns to this pilot without its place ("het tweede"): statement, offset."""

    def absorb(self, other: Trial) -> None:
        """Take over what turns out to be the same pilot."""
        self.places |= other.places
        self.evidence |= other.evidence

    def add(self, mention: Mention, statement: Statement, rule: str, confidence: float) -> None:
        """Add a mention: the place to its municipality, the sentence to the whole."""
        place = statement.evidence(rule, confidence, start=mention.start, end=mention.end)
        if isinstance(mention, RegionMention):
            self.places.setdefault(key_of(mention), (None, []))
            self.call(mention.name, for_field(place, "name"))
        else:
            self.places.setdefault(key_of(mention), (mention.municipality, []))[1].append(place)
        self.note(statement, rule, confidence)

    def note(self, statement: Statement, rule: str, confidence: float) -> None:
        """Add a sentence that names the pilot."""
        if (id(statement), rule) not in self.evidence:
            self.evidence[id(statement), rule] = statement.evidence(rule, confidence)

    def call(self, name: str, evidence: Evidence) -> None:
        """Give it a name, unless it has one."""
        if self.name is None:
            self.name, self.name_evidence = name, evidence

    def part(self) -> Trial:
        """Another pilot in the same places, named by the same sentences."""
        return Trial(
            places={key: (place, list(found)) for key, (place, found) in self.places.items()},
            evidence=dict(self.evidence),
        )

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Its municipalities, each with the places where it is named as that of a pilot."""
        return tuple(
            evolve(place, evidence=tuple(found))
            for place, found in self.places.values()
            if place is not None
        )
