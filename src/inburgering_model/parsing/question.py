"""A whole question: its head, its title, its body, and to whom it was put."""

from __future__ import annotations

import re
from operator import is_
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.passage import PassageKind
from inburgering_model.model.people import Addressee, fold
from inburgering_model.model.question import ParliamentaryQuestion
from inburgering_model.model.reading import RegionKind
from inburgering_model.parsing.body.question_body import read_body
from inburgering_model.parsing.text.joining import passage_of
from inburgering_model.parsing.text.lines import extent
from inburgering_model.parsing.text.paragraphs import Paragraph

if TYPE_CHECKING:
    from inburgering_model.model.answer import Answer
    from inburgering_model.model.people import Minister
    from inburgering_model.model.provenance import Evidence
    from inburgering_model.model.references import QuestionReference
    from inburgering_model.parsing.heads.people import People
    from inburgering_model.parsing.layout import Plan
    from inburgering_model.parsing.text.account import Account
    from inburgering_model.parsing.text.lines import Line, Place

__all__ = ["completed_question", "read_question"]


def read_question(
    account: Account, people: People, layout: Plan, width: int | None
) -> ParliamentaryQuestion:
    """Read what stands above the answers."""
    head = layout.head
    if layout.head_lines:
        account.head(RegionKind.HEADER, layout.head_lines, head.unknown)
    title, title_evidence = _heading(account, layout.title, "title", RegionKind.TITLE)
    subject, subject_evidence = _heading(account, layout.subject, "subject", RegionKind.SUBJECT)
    body = read_body(account, layout.body, width)
    if layout.annex:
        account.region(RegionKind.ANNEX, *extent(layout.annex))
    evidence = [*title_evidence, *subject_evidence]
    author = None
    if head.author is not None:
        author = people.person(head.author, "head.author")
        evidence += [account.field_evidence("head.author", head.author, "author")]
    asked_on = None
    if head.day is not None:
        asked_on = account.day(head.day)
        evidence += [account.field_evidence("head.date", head.day, "asked_on")]
    return ParliamentaryQuestion(
        title=title,
        subject=subject,
        author=author,
        asked_on=asked_on,
        addressees=_addressees(account, people, layout),
        context=body.context,
        items=body.items,
        evidence=tuple(evidence),
    )


# The word that older publications print before a title.
_TITLE_WORD = re.compile(r"(?:Betreft|Betreffende|Onderwerp|Titel)\s?:\s+(?=\S)")


def _heading(
    account: Account, lines: tuple[Line, ...], field: str, kind: RegionKind
) -> tuple[str | None, tuple[Evidence, ...]]:
    if not lines:
        return None, ()
    start, end = extent(lines)
    account.region(kind, start, end)
    word = _TITLE_WORD.match(lines[0].text)
    at = start + word.end() if word else None
    passage = passage_of(account, Paragraph(lines, PassageKind.HEADING), at)
    return passage.text, (account.evidence(f"{field}.first-lines", start, end, of=field),)


def _addressees(account: Account, people: People, layout: Plan) -> tuple[Addressee, ...]:
    """Those of the head and of the list of ministers, nobody twice."""
    headed = layout.head.addressees or []
    number = layout.head.number
    listed: tuple[Addressee, ...] = ()
    if layout.addressees:
        start, end = extent(layout.addressees)
        account.region(RegionKind.ADDRESSEES, start, end)
        listed = people.listed(start, end)
    numbers = {addressee.person.key: addressee.number for addressee in listed}
    if not headed and layout.head.unnamed:
        headed = [(name, layout.head.unnamed) for name in _answering_with(account, layout)]
    found = [
        people.headed(place, lines, number if index == 0 else None, numbers)
        for index, (place, lines) in enumerate(headed)
    ]
    if not listed:
        return tuple(found)
    return _merged(account, found, listed)


def _answering_with(account: Account, layout: Plan) -> list[Place]:
    """The name of the minister who answers with the offices that the head prints without a name."""
    text = account.clean.text
    wanted = fold(text[layout.head.unnamed[0].start : layout.head.unnamed[-1].end])
    heads = (plan.head for plan in layout.answers)
    return [
        head.name
        for head in heads
        if head.name is not None
        and head.offices is not None
        and fold(text[head.offices.start : head.offices.end]) == wanted
    ][:1]


def _merged(
    account: Account, headed: list[Addressee], listed: tuple[Addressee, ...]
) -> tuple[Addressee, ...]:
    by_key = {addressee.person.key: addressee for addressee in headed}
    merged: list[Addressee] = []
    for addressee in listed:
        other = by_key.pop(addressee.person.key, None)
        if other is None:
            merged.append(addressee)
            continue
        if None not in (other.number, addressee.number) and other.number != addressee.number:
            account.issue(
                "number.contradicts",
                f"{addressee.person.name} has number {other.number} in the head and "
                f"{addressee.number} in the list of ministers",
            )
        merged.append(
            evolve(
                addressee,
                offices=other.offices or addressee.offices,
                number=addressee.number or other.number,
                evidence=(*addressee.evidence, *other.evidence),
            )
        )
    return (*by_key.values(), *merged)


def completed_question(
    account: Account,
    people: People,
    question: ParliamentaryQuestion,
    answers: tuple[Answer, ...],
    layout: Plan,
) -> ParliamentaryQuestion:
    """Take from the heads of the answers what the question itself does not print."""
    evidence = list(question.evidence)
    for part, answer in zip(layout.answers, answers, strict=True):
        reply, head = answer.replies_to, part.head
        if reply is None:
            continue
        if question.author is None and reply.author is not None and head.author:
            question = evolve(question, author=reply.author)
            evidence.append(account.field_evidence("answer-head.author", head.author, "author"))
        if question.asked_on is None and reply.date is not None and head.day:
            question = evolve(question, asked_on=reply.date)
            evidence.append(account.field_evidence("answer-head.reply", head.day, "asked_on"))
        elif reply.date is not None and reply.date != question.asked_on and head.day:
            account.issue(
                "date.contradicts",
                f"the answer replies to a question of {reply.date}, the question is of "
                f"{question.asked_on}",
                (head.day.start, head.day.end),
            )
        if not question.addressees and answer.respondent is not None and head.name:
            addressee = Addressee(
                person=answer.respondent.person,
                offices=answer.respondent.offices,
                number=reply.number,
                evidence=(
                    account.evidence(
                        "addressee.respondent", head.name.start, head.name.end, confidence=0.9
                    ),
                ),
            )
            question = evolve(question, addressees=(addressee,))
        else:
            question = _numbered(question, answer)
    if layout.head.number is not None and not question.addressees:
        question = _addressed(account, people, question, answers, layout.head.number)
    if layout.head.number is not None and not question.addressees:
        place = (layout.head.number.start, layout.head.number.end)
        account.issue(
            "number.without-addressee", "the number is printed, but no minister is", place
        )
    if len(evidence) == len(question.evidence):
        return question
    return evolve(question, evidence=tuple(evidence))


def _addressed(
    account: Account,
    people: People,
    question: ParliamentaryQuestion,
    answers: tuple[Answer, ...],
    number: Place,
) -> ParliamentaryQuestion:
    """Take the only minister who answers for the one whose number is printed above the question."""
    respondents = [answer.respondent for answer in answers if answer.respondent is not None]
    if len(respondents) != 1 or len(answers) != 1:
        return question
    (respondent,) = respondents
    value, place = people.own_number(number, None)
    evidence = (
        *(evolve(e, rule="addressee.respondent", confidence=0.9) for e in respondent.evidence),
        account.evidence("head.number", place.start, place.end, of="number"),
    )
    addressee = Addressee(
        person=respondent.person, offices=respondent.offices, number=value, evidence=evidence
    )
    return evolve(question, addressees=(addressee,))


def _numbered(question: ParliamentaryQuestion, answer: Answer) -> ParliamentaryQuestion:
    """Give the addressee who answers what only the head of the answer prints."""
    if answer.respondent is None:
        return question
    key = answer.respondent.person.key
    addressees = tuple(
        _from_answer(addressee, answer.respondent, answer.replies_to)
        if addressee.person.key == key
        else addressee
        for addressee in question.addressees
    )
    if all(map(is_, addressees, question.addressees)):
        return question
    return evolve(question, addressees=addressees)


def _from_answer(
    addressee: Addressee, respondent: Minister, reply: QuestionReference | None
) -> Addressee:
    evidence = list(addressee.evidence)
    number, offices = addressee.number, addressee.offices
    if number is None and reply is not None and reply.number is not None:
        number = reply.number
        evidence += (evolve(e, of="number") for e in reply.evidence)
    if not offices and respondent.offices:
        offices = respondent.offices
        evidence += (evolve(e, of="offices") for e in respondent.evidence)
    if number == addressee.number and offices is addressee.offices:
        return addressee
    return evolve(addressee, number=number, offices=offices, evidence=tuple(evidence))
