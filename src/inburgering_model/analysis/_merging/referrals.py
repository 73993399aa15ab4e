"""Which coordinated answer a referring one refers to, and for whom that one is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.analysis._merging.likeness import person_key
from inburgering_model.model.answer import Answer, CoordinatedAnswer, ReferringAnswer, Stage
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.references import QuestionReference, parliamentary_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inburgering_model.analysis._merging.files import Files
    from inburgering_model.model.people import Person
    from inburgering_model.model.provenance import Span
    from inburgering_model.model.question import ParliamentaryQuestion

__all__ = ["agree", "joined_up", "number_of", "respondent_key"]

_REFERRING_RULE = "merge.referring-answer"
_REFERRED_RULE = "merge.coordinated-answer"
_NAMED, _ONLY_ONE = 0.9, 0.7  # confidences: the reference names it, or there is no other


def respondent_key(answer: Answer) -> str | None:
    """The key of who answers; None when that is not known."""
    return None if answer.respondent is None else person_key(answer.respondent.person)


def agree(value: object, other: object) -> bool:
    """Whether two values are the same as far as they are known."""
    return value is None or other is None or value == other


def number_of(question: ParliamentaryQuestion, key: str | None) -> int | None:
    """The number a question has with a minister."""
    addressees = (a for a in question.addressees if person_key(a.person) == key)
    return next((a.number for a in addressees), None)


def joined_up(
    answers: Sequence[Answer], question: ParliamentaryQuestion, files: Files
) -> tuple[Answer, ...]:
    """Tie referring answers to the coordinated ones, and these to those they are given for."""
    targets = [
        _Target.of(index, answer, question)
        for index, answer in enumerate(answers)
        if isinstance(answer, CoordinatedAnswer)
    ]
    found: list[Answer] = list(answers)
    referring: dict[int, list[tuple[ReferringAnswer, float]]] = {}
    for index, answer in enumerate(answers):
        if not isinstance(answer, ReferringAnswer):
            continue
        fitting, confidence = _fitting(answer, targets)
        if len({target.key for target in fitting}) == 1:
            found[index] = evolve(answer, refers_to=_filled(answer, fitting[0], confidence, files))
        for target in fitting:
            referring.setdefault(target.index, []).append((answer, confidence))
    for target in targets:
        answer = answers[target.index]
        if isinstance(answer, CoordinatedAnswer):
            who = referring.get(target.index, [])
            found[target.index] = _for_colleagues(answer, who, answers, question, files)
    return tuple(found)


@frozen
class _Target:
    """A coordinated answer, and how others can refer to it."""

    index: int
    key: str | None
    reference: QuestionReference

    @classmethod
    def of(cls, index: int, answer: CoordinatedAnswer, question: ParliamentaryQuestion) -> _Target:
        """What the answer replies to, completed by what the question says."""
        reply, key = answer.replies_to or QuestionReference(), respondent_key(answer)
        minister = answer.respondent.person if answer.respondent else None
        day = reply.date or question.asked_on
        reference = QuestionReference(
            number=reply.number or (number_of(question, key) if key else None),
            date=day,
            parliamentary_year=reply.parliamentary_year
            or (parliamentary_year(day) if day else None),
            minister=minister or reply.minister,
            author=reply.author or question.author,
            evidence=reply.evidence,
        )
        return cls(index, key, reference)

    def fits(self, reference: QuestionReference) -> bool:
        """Whether a reference can be to this answer, as far as it says anything."""
        minister, own = reference.minister, self.reference
        return (
            agree(reference.number, own.number)
            and agree(reference.date, own.date)
            and agree(reference.parliamentary_year, own.parliamentary_year)
            and agree(minister and person_key(minister), self.key)
        )


def _fitting(answer: ReferringAnswer, targets: Iterable[_Target]) -> tuple[list[_Target], float]:
    """The coordinated answers that one refers to, and how sure that is.

    Those that its reference names; if it names none, all by the only minister who gives any.
    """
    key, reference = respondent_key(answer), answer.refers_to
    others = [target for target in targets if target.key is None or target.key != key]
    if reference is not None and (reference.number or reference.minister):
        return [target for target in others if target.fits(reference)], _NAMED
    fitting = [target for target in others if reference is None or target.fits(reference)]
    return (fitting if len({target.key for target in fitting}) == 1 else []), _ONLY_ONE


def _filled(
    answer: ReferringAnswer, target: _Target, confidence: float, files: Files
) -> QuestionReference:
    """What an answer refers to, completed by what is known of that; with evidence, if it was."""
    printed, known = answer.refers_to or QuestionReference(), target.reference
    filled = QuestionReference(
        number=printed.number or known.number,
        date=printed.date or known.date,
        parliamentary_year=printed.parliamentary_year or known.parliamentary_year,
        minister=printed.minister or _without_evidence(known.minister),
        author=printed.author or _without_evidence(known.author),
        evidence=printed.evidence,
    )
    before = any(each.rule == _REFERRED_RULE for each in printed.evidence)
    if filled == printed and not before:
        return filled
    added = _by_source(known.evidence, "", _REFERRED_RULE, confidence)
    return evolve(filled, evidence=files.in_order((*printed.evidence, *added)))


def _without_evidence(person: Person | None) -> Person | None:
    """A person who is known from elsewhere: the evidence of the whole reference says whence."""
    return None if person is None else evolve(person, evidence=())


def _for_colleagues(
    answer: CoordinatedAnswer,
    referring: Sequence[tuple[ReferringAnswer, float]],
    answers: Sequence[Answer],
    question: ParliamentaryQuestion,
    files: Files,
) -> CoordinatedAnswer:
    """Say for whom a coordinated answer is given: also for those who refer to it.

    When it was only derived for whom, it is not for those who answer themselves.
    """
    own = respondent_key(answer)
    keys = {person_key(addressee.person) for addressee in answer.on_behalf_of}
    keys |= {key for key in (respondent_key(each) for each, _ in referring) if key is not None}
    if any(each.of == "on_behalf_of" and each.rule is not None for each in answer.evidence):
        keys -= {
            respondent_key(each)
            for each in answers
            if not isinstance(each, ReferringAnswer) and each.stage is not Stage.PROVISIONAL
        }
    known = {person_key(a.person): a for a in (*answer.on_behalf_of, *question.addressees)}
    others = sorted(
        (known[key] for key in keys - {own} if key in known),
        key=lambda addressee: (files.place_of(addressee.person), addressee.person.name),
    )
    evidence = [*answer.evidence]
    for each, confidence in referring:
        if each.respondent is not None:
            said = each.respondent.person.evidence
            evidence += _by_source(said, "on_behalf_of", _REFERRING_RULE, confidence)
    if not others:  # all of them answer themselves
        evidence = [each for each in evidence if each.of != "on_behalf_of"]
    return evolve(
        answer,
        on_behalf_of=tuple(others),
        evidence=files.in_order(evidence),
    )


def _by_source(
    evidence: Iterable[Evidence], field: str, rule: str, confidence: float
) -> Iterable[Evidence]:
    """Evidence for a field from that for something else: one for each source."""
    by_source: dict[str, list[Span]] = {}
    for each in evidence:
        for span in each.spans:
            by_source.setdefault(span.source, []).append(span)
    for spans in by_source.values():
        yield Evidence(of=field, spans=tuple(spans), rule=rule, confidence=confidence)
