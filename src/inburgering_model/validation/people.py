"""People: who asks, who is asked, who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.answer import Stage
from inburgering_model.reference import ministers
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.people import Person
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _respondents(indexed: IndexedDossier) -> Iterator[tuple[str, Answer, Person]]:
    for index, answer in enumerate(indexed.dossier.answers):
        if answer.respondent is not None:
            yield f"/answers/{index}", answer, answer.respondent.person


def _repeated_addressees(indexed: IndexedDossier) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, addressee in enumerate(indexed.dossier.question.addressees):
        key = addressee.person.key
        if key in seen:
            where = f"/question/addressees/{index}/person"
            yield where, f"the question is put to {quoted(addressee.person.name)} already"
        seen.add(key)


def _author_asked(indexed: IndexedDossier) -> Iterator[Finding]:
    author = indexed.dossier.question.author
    if author is not None and author.key in indexed.addressees:
        yield "/question/author", f"the question is put to its author {quoted(author.name)}"


def _author_answering(indexed: IndexedDossier) -> Iterator[Finding]:
    author = indexed.dossier.question.author
    for pointer, _, person in _respondents(indexed):
        if author is not None and person.key == author.key:
            yield f"{pointer}/respondent", f"{quoted(person.name)} answers an own question"


def _respondents_not_asked(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, _, person in _respondents(indexed):
        if indexed.addressees and person.key not in indexed.addressees:
            yield f"{pointer}/respondent", f"the question is not put to {quoted(person.name)}"


def _repeated_answers(indexed: IndexedDossier) -> Iterator[Finding]:
    seen: set[tuple[str, Stage]] = set()
    for pointer, answer, person in _respondents(indexed):
        key = (person.key, answer.stage)
        if key in seen:
            message = f"there is a {answer.stage.value} answer by {quoted(person.name)} already"
            yield pointer, message
        seen.add(key)


def _answers_out_of_stage(indexed: IndexedDossier) -> Iterator[Finding]:
    finals: dict[str, date] = {}
    for _, answer, person in _respondents(indexed):
        if answer.stage is Stage.FINAL and answer.answered_on is not None:
            finals[person.key] = min(answer.answered_on, finals.get(person.key, answer.answered_on))
    for pointer, answer, person in _respondents(indexed):
        final = finals.get(person.key)
        if final is None or answer.answered_on is None:
            continue
        if answer.stage is Stage.PROVISIONAL and answer.answered_on > final:
            yield f"{pointer}/stage", f"the final answer is of {final} already"
        elif answer.stage is Stage.SUPPLEMENTARY and answer.answered_on < final:
            yield f"{pointer}/stage", f"the final answer is of {final} only"


def _people_not_in_office(indexed: IndexedDossier) -> Iterator[Finding]:
    question = indexed.dossier.question
    asked = (
        (f"/question/addressees/{index}/person", addressee.person, question.asked_on)
        for index, addressee in enumerate(question.addressees)
    )
    answered = (
        (f"{pointer}/respondent/person", person, answer.answered_on)
        for pointer, answer, person in _respondents(indexed)
    )
    for people in (asked, answered):
        for pointer, person, day in people:
            if day is None or not ministers.covers(day) or ministers.offices_on(person.name, day):
                continue
            yield pointer, f"no office of {quoted(person.name)} on {day} is known"


RULES = (
    Rule(
        code="addressee.repeated",
        text="A question is put to a person once.",
        severity=Severity.ERROR,
        check=_repeated_addressees,
    ),
    Rule(
        code="addressee.author",
        text="A question is put to somebody else than its author.",
        severity=Severity.WARNING,
        check=_author_asked,
    ),
    Rule(
        code="respondent.author",
        text="A question is answered by somebody else than its author.",
        severity=Severity.WARNING,
        check=_author_answering,
    ),
    Rule(
        code="respondent.not-asked",
        text="Who answers is one of those whom the question was put to.",
        severity=Severity.WARNING,
        check=_respondents_not_asked,
    ),
    Rule(
        code="respondent.repeated",
        text="A person gives one answer of each stage.",
        severity=Severity.WARNING,
        check=_repeated_answers,
    ),
    Rule(
        code="respondent.stage",
        text="Of one person, provisional answers come before the final one, supplementary after.",
        severity=Severity.WARNING,
        check=_answers_out_of_stage,
    ),
    Rule(
        code="minister.not-in-office",
        text=(
            "Addressees on the day of the question, and respondents on the day of the answer, hold "
            "an office in the table of ministers, as far as it reaches."
        ),
        severity=Severity.INFO,
        check=_people_not_in_office,
    ),
)
