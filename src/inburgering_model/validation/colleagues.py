"""Answers on behalf of colleagues, and answers that refer to a colleague's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.answer import CoordinatedAnswer, OrdinaryAnswer, ReferringAnswer
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.people import Addressee
    from inburgering_model.model.references import QuestionReference
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _coordinated(indexed: IndexedDossier) -> Iterator[tuple[str, CoordinatedAnswer]]:
    for index, answer in enumerate(indexed.dossier.answers):
        if isinstance(answer, CoordinatedAnswer):
            yield f"/answers/{index}/on_behalf_of", answer


def _colleagues(
    indexed: IndexedDossier,
) -> Iterator[tuple[str, CoordinatedAnswer, Addressee]]:
    for pointer, answer in _coordinated(indexed):
        for index, colleague in enumerate(answer.on_behalf_of):
            yield f"{pointer}/{index}", answer, colleague


def _referring(
    indexed: IndexedDossier,
) -> Iterator[tuple[str, ReferringAnswer, QuestionReference]]:
    for index, answer in enumerate(indexed.dossier.answers):
        if isinstance(answer, ReferringAnswer) and answer.refers_to is not None:
            yield f"/answers/{index}/refers_to", answer, answer.refers_to


def _respondent_key(answer: Answer) -> str | None:
    return None if answer.respondent is None else answer.respondent.person.key


def _colleagues_never_asked(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, _, colleague in _colleagues(indexed):
        if indexed.addressees and colleague.person.key not in indexed.addressees:
            yield pointer, f"the question is not put to {quoted(colleague.person.name)}"


def _on_behalf_of_oneself(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, answer, colleague in _colleagues(indexed):
        if colleague.person.key == _respondent_key(answer):
            yield pointer, f"{quoted(colleague.person.name)} answers on no colleague's behalf here"


def _repeated_colleagues(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, answer in _coordinated(indexed):
        seen: set[str] = set()
        for index, colleague in enumerate(answer.on_behalf_of):
            if colleague.person.key in seen:
                yield f"{pointer}/{index}", f"{quoted(colleague.person.name)} is listed already"
            seen.add(colleague.person.key)


def _colleagues_with_another_number(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, _, colleague in _colleagues(indexed):
        addressee = indexed.addressees.get(colleague.person.key)
        if addressee is None or addressee.number is None or colleague.number is None:
            continue
        if colleague.number != addressee.number:
            message = f"the question's number there is {addressee.number}"
            yield f"{pointer}/number", f"{message}, not {colleague.number}"


def _on_behalf_of_nobody(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, answer in _coordinated(indexed):
        if not answer.on_behalf_of:
            yield pointer, "the answer is coordinated, but on nobody's behalf"


def _colleagues_who_answer_too(indexed: IndexedDossier) -> Iterator[Finding]:
    answering = {
        _respondent_key(answer): f"/answers/{index}"
        for index, answer in enumerate(indexed.dossier.answers)
        if isinstance(answer, OrdinaryAnswer) and answer.respondent is not None
    }
    for pointer, _, colleague in _colleagues(indexed):
        if colleague.person.key in answering:
            own = answering[colleague.person.key]
            yield pointer, f"{quoted(colleague.person.name)} gives an own answer ({own})"


def _referring_to_themselves(indexed: IndexedDossier) -> Iterator[Finding]:
    numbers: dict[int | None, int] = {}
    for addressee in indexed.dossier.question.addressees:
        numbers[addressee.number] = numbers.get(addressee.number, 0) + 1
    for pointer, answer, reference in _referring(indexed):
        if reference.minister is not None:
            if reference.minister.key == _respondent_key(answer):
                yield pointer, f"{quoted(reference.minister.name)} refers to an own answer"
        elif _same_question(reference, answer) and numbers.get(reference.number, 0) <= 1:
            yield pointer, "the answer refers to the question that it replies to"


def _same_question(reference: QuestionReference, answer: Answer) -> bool:
    """Whether a reference without minister names, by number and year, what is replied to."""
    reply = answer.replies_to
    if reply is None or reply.number is None or reply.number != reference.number:
        return False
    return (reply.date or reference.date) == (reference.date or reply.date) and (
        reply.parliamentary_year or reference.parliamentary_year
    ) == (reference.parliamentary_year or reply.parliamentary_year)


def _referring_to_nothing(indexed: IndexedDossier) -> Iterator[Finding]:
    for index, answer in enumerate(indexed.dossier.answers):
        if isinstance(answer, ReferringAnswer) and answer.refers_to is None:
            yield f"/answers/{index}/refers_to", "the answer does not say what it refers to"


def _referring_to_another_question(indexed: IndexedDossier) -> Iterator[Finding]:
    asked_on = indexed.dossier.question.asked_on
    for pointer, _, reference in _referring(indexed):
        if None not in (reference.date, asked_on) and reference.date != asked_on:
            yield f"{pointer}/date", f"{reference.date} is not the question's date {asked_on}"
        if reference.minister is None or not indexed.addressees:
            continue
        addressee = indexed.addressees.get(reference.minister.key)
        if addressee is None:
            message = f"the question is not put to {quoted(reference.minister.name)}"
            yield f"{pointer}/minister", message
        elif None not in (addressee.number, reference.number) and (
            addressee.number != reference.number
        ):
            name = quoted(reference.minister.name)
            yield f"{pointer}/number", f"the question has another number with {name}"


def _referring_without_being_covered(indexed: IndexedDossier) -> Iterator[Finding]:
    covered: dict[str | None, set[str | None]] = {}
    for answer in indexed.dossier.answers:
        keys = covered.setdefault(_respondent_key(answer), set())
        if isinstance(answer, CoordinatedAnswer):
            # An answer on nobody's behalf leaves open for whom it is.
            keys.update({c.person.key for c in answer.on_behalf_of} or {None})
    for pointer, answer, reference in _referring(indexed):
        if reference.minister is None or answer.respondent is None:
            continue
        keys = covered.get(reference.minister.key, {None})
        if None not in keys and answer.respondent.person.key not in keys:
            name = quoted(reference.minister.name)
            yield f"{pointer}/minister", f"{name} gives no answer on this colleague's behalf"


RULES = (
    Rule(
        code="coordinated.never-asked",
        text="The colleagues that a coordinated answer is given for were asked.",
        severity=Severity.ERROR,
        check=_colleagues_never_asked,
    ),
    Rule(
        code="coordinated.respondent",
        text="A coordinated answer is given for others than its respondent.",
        severity=Severity.ERROR,
        check=_on_behalf_of_oneself,
    ),
    Rule(
        code="coordinated.repeated",
        text="A coordinated answer lists a colleague once.",
        severity=Severity.WARNING,
        check=_repeated_colleagues,
    ),
    Rule(
        code="coordinated.number",
        text="A colleague that a coordinated answer is given for has the number of the addressee.",
        severity=Severity.ERROR,
        check=_colleagues_with_another_number,
    ),
    Rule(
        code="coordinated.for-nobody",
        text="A coordinated answer says on whose behalf it is given.",
        severity=Severity.INFO,
        check=_on_behalf_of_nobody,
    ),
    Rule(
        code="coordinated.answers-too",
        text="Who is answered for gives no ordinary answer besides.",
        severity=Severity.WARNING,
        check=_colleagues_who_answer_too,
    ),
    Rule(
        code="referring.itself",
        text="A referring answer refers to a colleague's answer, not to its own.",
        severity=Severity.ERROR,
        check=_referring_to_themselves,
    ),
    Rule(
        code="referring.unstated",
        text="A referring answer says what it refers to.",
        severity=Severity.INFO,
        check=_referring_to_nothing,
    ),
    Rule(
        code="referring.question",
        text="A referring answer refers to the same question, as it was put to a colleague.",
        severity=Severity.WARNING,
        check=_referring_to_another_question,
    ),
    Rule(
        code="referring.not-covered",
        text="Who is referred to, if in the dossier, answers on the referring colleague's behalf.",
        severity=Severity.WARNING,
        check=_referring_without_being_covered,
    ),
)
