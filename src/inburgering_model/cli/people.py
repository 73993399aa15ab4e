"""Who: people, ministers, addressees, parties; and which question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from inburgering_model.cli.dates import day_in_words
from inburgering_model.cli.layout import FAINT, STRONG, joined, mark
from inburgering_model.cli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inburgering_model.model.people import Addressee, Minister, Office, Party, Person
    from inburgering_model.model.references import QuestionReference

__all__ = ["addressees", "minister", "parties", "person", "question_reference"]


def person(who: Person) -> Text:
    """A name."""
    return Text.assemble((one_line(who.name), STRONG), mark(who.evidence))


def minister(who: Minister) -> Text:
    """A name with the offices below it, a little to the right."""
    return _with_offices(Text.assemble(person(who.person), mark(who.evidence)), who.offices)


def addressees(asked: Iterable[Addressee]) -> Text | None:
    """One below the other: name, number, offices."""
    return joined((_addressee(who) for who in asked), "\n")


def _addressee(who: Addressee) -> Text:
    number = f" (nr. {who.number})" if who.number is not None else ""
    name = Text.assemble(person(who.person), number, mark(who.evidence, "", "number"))
    return _with_offices(name, who.offices)


def _with_offices(name: Text, offices: Iterable[Office]) -> Text:
    titles = [Text.assemble(("  " + one_line(o.title), FAINT), mark(o.evidence)) for o in offices]
    return Text("\n").join((name, *titles))


def parties(named: Iterable[Party]) -> Text | None:
    """Bodies, services and groups, each with what it is known by elsewhere."""
    return joined(map(_party, named))


def _party(party: Party) -> Text:
    known_as = f" ({one_line(party.identifier)})" if party.identifier else ""
    return Text.assemble(one_line(party.name), known_as, mark(party.evidence))


def question_reference(reference: QuestionReference) -> Text:
    """A question as far as it is named."""
    parts = (
        reference.citation,
        f"of {day_in_words(reference.date)}" if reference.date else None,
        f"by {one_line(reference.author.name)}" if reference.author else None,
        f"put to {one_line(reference.minister.name)}" if reference.minister else None,
    )
    said = ", ".join(part for part in parts if part) or "a question that is not named"
    return Text.assemble(said, mark(reference.evidence))
