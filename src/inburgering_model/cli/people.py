"""Who: people, ministers, addressees, parties; and which question.

Everywhere, ``within`` is how sure the field is that holds them; see :func:`.layout.mark`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from inburgering_model.cli.dates import day_in_words
from inburgering_model.cli.layout import FAINT, STRONG, confidence, joined, least, mark
from inburgering_model.cli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inburgering_model.model.people import Addressee, Minister, Office, Party, Person
    from inburgering_model.model.references import QuestionReference

__all__ = ["addressees", "minister", "parties", "person", "question_reference"]


def person(who: Person, number: str = "", *, within: float | None = None) -> Text:
    """A name, and perhaps a number."""
    return Text.assemble((one_line(who.name), STRONG), number, mark(who.evidence, within=within))


def minister(who: Minister, *, within: float | None = None) -> Text:
    """A name with the offices below it, a little to the right."""
    within = least(within, confidence(who.evidence))
    return _with_offices(person(who.person, within=within), who.offices)


def addressees(asked: Iterable[Addressee], *, within: float | None = None) -> Text | None:
    """One below the other: name, number, offices."""
    return joined((_addressee(who, within) for who in asked), "\n")


def _addressee(who: Addressee, within: float | None) -> Text:
    number = f" (nr. {who.number})" if who.number is not None else ""
    within = least(within, confidence(who.evidence, "", "number"))
    return _with_offices(person(who.person, number, within=within), who.offices)


def _with_offices(name: Text, offices: Iterable[Office]) -> Text:
    titles = [Text.assemble(("  " + one_line(o.title), FAINT), mark(o.evidence)) for o in offices]
    return Text("\n").join((name, *titles))


def parties(named: Iterable[Party], *, within: float | None = None) -> Text | None:
    """Bodies, services and groups, each with what it is known by elsewhere."""
    return joined(_party(party, within) for party in named)


def _party(party: Party, within: float | None) -> Text:
    known_as = f" ({one_line(party.identifier)})" if party.identifier else ""
    return Text.assemble(one_line(party.name), known_as, mark(party.evidence, within=within))


def question_reference(reference: QuestionReference, *, within: float | None = None) -> Text:
    """A question as far as it is named."""
    parts = (
        reference.citation,
        f"of {day_in_words(reference.date)}" if reference.date else None,
        f"by {one_line(reference.author.name)}" if reference.author else None,
        f"put to {one_line(reference.minister.name)}" if reference.minister else None,
    )
    said = ", ".join(part for part in parts if part) or "a question that is not named"
    return Text.assemble(said, mark(reference.evidence, within=within))
