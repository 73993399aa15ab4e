"""What an answer says about the question it replies to, against the question itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.references import QuestionReference, parliamentary_year
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.answer import Answer
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _replies(indexed: IndexedDossier) -> Iterator[tuple[str, Answer, QuestionReference]]:
    for index, answer in enumerate(indexed.dossier.answers):
        if answer.replies_to is not None:
            yield f"/answers/{index}/replies_to", answer, answer.replies_to


def _contradicted_numbers(indexed: IndexedDossier) -> Iterator[Finding]:
    addressees = indexed.dossier.question.addressees
    numbers_of: dict[str, set[int | None]] = {}
    for addressee in addressees:
        numbers_of.setdefault(addressee.person.key, set()).add(addressee.number)
    all_numbers = {addressee.number for addressee in addressees}
    for pointer, answer, reply in _replies(indexed):
        key = None if answer.respondent is None else answer.respondent.person.key
        numbers = numbers_of.get(key, all_numbers) if key is not None else all_numbers
        # A number that is not printed leaves it open which one it was.
        if reply.number is None or not numbers or None in numbers or reply.number in numbers:
            continue
        given = ", ".join(str(number) for number in sorted(n for n in numbers if n is not None))
        yield f"{pointer}/number", f"{reply.number} is not the question's number ({given})"


def _contradicted_dates(indexed: IndexedDossier) -> Iterator[Finding]:
    asked_on = indexed.dossier.question.asked_on
    for pointer, _, reply in _replies(indexed):
        if None not in (reply.date, asked_on) and reply.date != asked_on:
            yield f"{pointer}/date", f"{reply.date} is not the question's date {asked_on}"


def _contradicted_authors(indexed: IndexedDossier) -> Iterator[Finding]:
    author = indexed.dossier.question.author
    for pointer, _, reply in _replies(indexed):
        if reply.author is not None and author is not None and reply.author.key != author.key:
            message = f"{quoted(reply.author.name)} is not the author {quoted(author.name)}"
            yield f"{pointer}/author", message


def _contradicted_years(indexed: IndexedDossier) -> Iterator[Finding]:
    asked_on = indexed.dossier.question.asked_on
    for pointer, _, reply in _replies(indexed):
        # With a date of its own, the date is compared with the question's and the year with it.
        if reply.parliamentary_year is None or reply.date is not None or asked_on is None:
            continue
        year = parliamentary_year(asked_on)
        if reply.parliamentary_year != year:
            message = f"{reply.parliamentary_year} is not the question's year {year}"
            yield f"{pointer}/parliamentary_year", message


def _contradicted_ministers(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, answer, reply in _replies(indexed):
        if reply.minister is None or answer.respondent is None:
            continue
        respondent = answer.respondent.person
        if reply.minister.key != respondent.key:
            message = f"{quoted(reply.minister.name)} is not who answers, {quoted(respondent.name)}"
            yield f"{pointer}/minister", message


def _years_that_contradict_dates(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, reference, _ in indexed.every(QuestionReference):
        if reference.date is None or reference.parliamentary_year is None:
            continue
        year = parliamentary_year(reference.date)
        if reference.parliamentary_year != year:
            message = f"{reference.date} is in {year}, not in {reference.parliamentary_year}"
            yield f"{pointer}/parliamentary_year", message


RULES = (
    Rule(
        code="reply.number",
        text="The number that an answer replies to is the one its respondent's question got.",
        severity=Severity.ERROR,
        check=_contradicted_numbers,
    ),
    Rule(
        code="reply.date",
        text="The date that an answer replies to is the question's.",
        severity=Severity.ERROR,
        check=_contradicted_dates,
    ),
    Rule(
        code="reply.author",
        text="The author that an answer replies to is the question's.",
        severity=Severity.ERROR,
        check=_contradicted_authors,
    ),
    Rule(
        code="reply.year",
        text="The parliamentary year that an answer replies to is the question's.",
        severity=Severity.ERROR,
        check=_contradicted_years,
    ),
    Rule(
        code="reply.minister",
        text="The minister whose question an answer replies to is the respondent.",
        severity=Severity.WARNING,
        check=_contradicted_ministers,
    ),
    Rule(
        code="reference.year",
        text="The parliamentary year of a reference is that of its date.",
        severity=Severity.ERROR,
        check=_years_that_contradict_dates,
    ),
)
