"""A question with everything that was said in reply to it."""

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model.answer import Answer
from inburgering_model.model.outcome import FollowUp, Outcome, Recommendation
from inburgering_model.model.people import Addressee
from inburgering_model.model.pilot import Pilot, Programme
from inburgering_model.model.provenance import Evidence, Source, Span
from inburgering_model.model.question import ParliamentaryQuestion, SubQuestion

__all__ = ["Dossier"]


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Dossier(Entity):
    """A written question, its answers, and what they tell about pilots and recommendations.

    Equality is about content: ``sources`` do not take part.
    """

    question: ParliamentaryQuestion
    answers: tuple[Answer, ...] = ()
    programmes: tuple[Programme, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    sources: tuple[Source, ...] = field(default=(), eq=False)
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    def quote(self, span: Span) -> str:
        """The raw characters of a span.

        Raises LookupError when the span's source is not one of ours, keeps no text, or is shorter.
        """
        source = next((s for s in self.sources if s.id == span.source), None)
        if source is None:
            message = f"no source {span.source!r} in this dossier"
            raise LookupError(message)
        if source.text is None:
            message = f"source {source.id!r} keeps no text"
            raise LookupError(message)
        if span.end > source.length:
            message = f"{span!r} reaches past the end of its source ({source.length})"
            raise LookupError(message)
        return source.text[span.start : span.end]

    def sub_question(self, identifier: str) -> SubQuestion:
        """The sub-question with an id such as ``"3.2"``; raises LookupError when there is none."""
        for sub_question in self.question.sub_questions:
            if sub_question.id == identifier:
                return sub_question
        message = f"no sub-question {identifier!r} in this dossier"
        raise LookupError(message)

    def addressee_of(self, answer: Answer) -> Addressee | None:
        """The addressee who gave an answer, by folded name; None when it is none of them."""
        if answer.respondent is None:
            return None
        key = answer.respondent.person.key
        return next((a for a in self.question.addressees if a.person.key == key), None)

    @property
    def citation(self) -> str | None:
        """How it is cited: ``SV nr. 75 (2019-2020)``; None without a number.

        Of a question put to several ministers, the number is that of the answer, and without an
        answer that of the first addressee.
        """
        replies = (answer.replies_to for answer in self.answers if answer.replies_to is not None)
        for reference in (*replies, *self.question.references):
            if reference.citation is not None:
                return reference.citation
        return None
