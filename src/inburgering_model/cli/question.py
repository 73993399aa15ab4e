"""Who asked whom what and when, and who answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from inburgering_model.cli import people
from inburgering_model.cli.dates import day_in_words
from inburgering_model.cli.layout import (
    STRONG,
    confidence,
    facts,
    mark,
    paragraphs,
    section,
)
from inburgering_model.cli.text import one_line, shorten
from inburgering_model.cli.words import ANSWER_KINDS, STAGES, counted
from inburgering_model.model.answer import CoordinatedAnswer, ReferringAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.passage import Passage
    from inburgering_model.model.question import ParliamentaryQuestion

__all__ = ["answer_heads", "answer_name", "head", "question_head"]

_BRIEF = 280
_NOT_STATED = "not stated"


def head(dossier: Dossier) -> Iterator[RenderableType]:
    """Citation, title and subject."""
    question = dossier.question
    yield Text(one_line(dossier.citation or "A written question without a number"), STRONG)
    if question.title:
        yield Text.assemble((one_line(question.title), STRONG), mark(question.evidence, "title"))
    if question.subject:
        yield Text.assemble(one_line(question.subject), mark(question.evidence, "subject"))


def question_head(question: ParliamentaryQuestion) -> Iterator[RenderableType]:
    """Who asked, when, whom, and briefly why."""
    asked_on = day_in_words(question.asked_on) if question.asked_on else _NOT_STATED
    evidence = question.evidence
    author, sure = question.author, confidence(evidence, "author")
    asked = people.addressees(question.addressees, within=confidence(evidence, "addressees"))
    rows = (
        ("Asked by", people.person(author, within=sure) if author else Text(_NOT_STATED)),
        ("Asked on", Text.assemble(asked_on, mark(evidence, "asked_on"))),
        ("Put to", asked or Text(_NOT_STATED)),
        ("Context", _brief(question.context)),
    )
    yield from section("Question", facts(rows))


def _brief(passages: tuple[Passage, ...], limit: int = _BRIEF) -> Text | None:
    """The beginning of the first passage, and how many there are."""
    if not passages:
        return None
    begins = shorten(passages[0].text, limit)
    cut = len(passages) > 1 or begins.endswith("…")
    count = f" [{counted(len(passages), ('paragraph', 'paragraphs'))}]" if cut else ""
    return Text.assemble(begins, (count, "dim"))


def answer_heads(dossier: Dossier) -> Iterator[RenderableType]:
    """For each answer who gave it, on whose behalf, of what kind, to which question."""
    if not dossier.answers:
        yield from section("Answer", [Text("There is no answer in this document.")])
    for index, answer in enumerate(dossier.answers):
        title = "Answer" if len(dossier.answers) == 1 else f"Answer {index + 1}"
        yield from section(title, facts(_answer_facts(answer)))


def answer_name(dossier: Dossier, index: int) -> str:
    """What an answer is called beside others."""
    respondent = dossier.answers[index].respondent
    by = f" ({one_line(respondent.person.name)})" if respondent else ""
    return f"Answer {index + 1}{by}"


def _answer_facts(answer: Answer) -> Iterator[tuple[str, RenderableType | None]]:
    evidence = answer.evidence
    kind = f"{ANSWER_KINDS[answer.kind]}, {STAGES[answer.stage]}"
    answered_on = day_in_words(answer.answered_on) if answer.answered_on else _NOT_STATED
    by, sure = answer.respondent, confidence(evidence, "respondent")
    yield "Kind", Text.assemble(kind, mark(evidence, "", "kind", "stage"))
    yield "Answered by", people.minister(by, within=sure) if by else Text(_NOT_STATED)
    if isinstance(answer, CoordinatedAnswer):
        sure = confidence(evidence, "on_behalf_of")
        behalf = people.addressees(answer.on_behalf_of, within=sure)
        yield "On behalf of", behalf or Text("colleagues that are not named")
    if isinstance(answer, ReferringAnswer):
        yield "Refers to", _target(answer)
    if answer.replies_to:
        sure = confidence(evidence, "replies_to")
        yield "In reply to", people.question_reference(answer.replies_to, within=sure)
    yield "Answered on", Text.assemble(answered_on, mark(evidence, "answered_on"))
    if answer.opening:
        yield "Opening", Text("\n").join(_texts(answer.opening))
    if answer.annexes:
        yield "Annexes", _brief(answer.annexes)


def _target(answer: ReferringAnswer) -> Text:
    if answer.refers_to is None:
        return Text("a colleague's answer that is not named")
    sure = confidence(answer.evidence, "refers_to")
    return people.question_reference(answer.refers_to, within=sure)


def _texts(passages: tuple[Passage, ...]) -> list[Text]:
    return [shown for shown in paragraphs(passages) if isinstance(shown, Text)]
