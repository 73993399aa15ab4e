"""A whole answer: its head, its kind, its body, and what it replies to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.answer import Answer, CoordinatedAnswer, ReferringAnswer
from inburgering_model.model.people import Minister
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.reading import RegionKind
from inburgering_model.model.references import QuestionReference
from inburgering_model.parsing.body.answer_body import read_answer_body
from inburgering_model.parsing.body.answer_kinds import answer_kind
from inburgering_model.parsing.body.signature import Signature, signature_of
from inburgering_model.parsing.text.lines import extent

if TYPE_CHECKING:
    from inburgering_model.model.question import ParliamentaryQuestion
    from inburgering_model.parsing.heads.people import People
    from inburgering_model.parsing.layout import AnswerPlan
    from inburgering_model.parsing.text.account import Account

__all__ = ["for_colleagues", "read_answer"]


def read_answer(
    account: Account,
    people: People,
    part: AnswerPlan,
    question: ParliamentaryQuestion,
    width: int | None,
) -> Answer:
    """Read one answer to the items that were asked."""
    head = part.head
    account.head(RegionKind.ANSWER_HEADER, part.head_lines, head.unknown)
    if not part.head_lines:
        account.issue(
            "answer.without-head",
            "an answer was taken to begin where the numbers of the items start again; check it",
            (part.body[0].start, part.body[0].end),
        )
    evidence: list[Evidence] = []
    answered_on = None
    if head.answered is not None:
        answered_on = account.day(head.answered)
        evidence.append(account.field_evidence("answer-head.date", head.answered, "answered_on"))
    lines, signature = part.body, signature_of(part.body)
    if signature is not None:
        signed = lines[signature.first : signature.end]
        account.region(RegionKind.SIGNATURE, *extent(signed))
        lines = (*lines[: signature.first], *lines[signature.end :])
        if answered_on is None and signature.day is not None:
            answered_on = account.day(signature.day)
            evidence.append(
                account.field_evidence("answer.signature", signature.day, "answered_on")
            )
    respondent = _respondent(people, part, signature, question)
    body = read_answer_body(account, lines, width, question.items)
    kind = answer_kind(account, head, part.head_lines, body)
    answer = kind.answer(
        respondent=respondent,
        replies_to=_reply(account, people, part, respondent, question),
        answered_on=answered_on,
        stage=kind.stage,
        opening=body.opening,
        items=body.items,
        annexes=body.annexes,
        evidence=(*evidence, *kind.evidence),
    )
    if isinstance(answer, ReferringAnswer):
        return evolve(answer, refers_to=kind.refers_to)
    return answer


def _respondent(
    people: People,
    part: AnswerPlan,
    signature: Signature | None,
    question: ParliamentaryQuestion,
) -> Minister | None:
    """Who answers: as the head names him, or the signature, or else the top of the bulletin."""
    head = part.head
    if head.name is not None:
        return people.minister(head.name, head.offices, "answer-head")
    if signature is not None and signature.name is not None:
        return people.minister(signature.name, signature.offices, "answer-signature")
    if not part.by_addressee or not question.addressees:
        return None
    addressee = question.addressees[0]
    evidence = tuple(
        evolve(found, rule="answer.minister-above-question", confidence=0.9)
        for found in addressee.evidence
        if not found.of
    )
    return Minister(person=addressee.person, offices=addressee.offices, evidence=evidence)


def _reply(
    account: Account,
    people: People,
    part: AnswerPlan,
    respondent: Minister | None,
    question: ParliamentaryQuestion,
) -> QuestionReference | None:
    head = part.head
    minister = respondent.person if respondent else None
    key = minister.key if minister else None
    known = next((a.number for a in question.addressees if a.person.key == key), None)
    if head.number is None and head.day is None and head.author is None:
        return None
    number, place = people.own_number(head.number, known) if head.number else (None, None)
    places = [place for place in (place, head.day, head.author) if place is not None]
    evidence = account.evidence(
        "answer-head.reply",
        min(place.start for place in places),
        max(place.end for place in places),
    )
    return QuestionReference(
        number=number,
        date=account.day(head.day) if head.day else None,
        minister=minister,
        author=people.person(head.author, "answer-head.author") if head.author else None,
        evidence=(evidence,),
    )


def for_colleagues(answer: Answer, question: ParliamentaryQuestion) -> Answer:
    """Say for whom a coordinated answer is given: the other addressees."""
    if not isinstance(answer, CoordinatedAnswer) or answer.respondent is None:
        return answer
    key = answer.respondent.person.key
    others = tuple(a for a in question.addressees if a.person.key != key)
    if not others:
        return answer
    spans = tuple(span for a in others for e in a.evidence if not e.of for span in e.spans)
    evidence = Evidence(
        of="on_behalf_of", spans=spans, rule="answer.other-addressees", confidence=0.9
    )
    return evolve(answer, on_behalf_of=others, evidence=(*answer.evidence, evidence))
