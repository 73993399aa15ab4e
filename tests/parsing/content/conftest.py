"""Documents in a line: a title, a context, questions and answers as plain text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from inburgering_model.model.answer import AnswerItem, OrdinaryAnswer
from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Evidence, Source, Span
from inburgering_model.model.question import ParliamentaryQuestion, QuestionItem
from inburgering_model.model.references import ItemReference
from inburgering_model.parsing.content.content import Content, read_content

if TYPE_CHECKING:
    from collections.abc import Sequence


class Reader(Protocol):
    """Reads content from a document made of plain text."""

    def __call__(
        self,
        *answered: str | Passage,
        title: str | None = None,
        context: Sequence[str] = (),
        asked: Sequence[str] = (),
        asked_on: date | None = date(2022, 3, 1),
        answered_on: date | None = None,
    ) -> Content:
        """Every answered string is a paragraph of the one answer to all that is asked."""
        ...


class Document:
    """Raw text that grows while passages are cut from it."""

    def __init__(self) -> None:
        self.text = ""

    def passage(self, text: str) -> Passage:
        start = len(self.text)
        self.text += text + "\n"
        span = Span(source=Source.of_text("").id, start=start, end=start + len(text))
        return Passage(text=text, pieces=((span, len(text)),))


@pytest.fixture
def read() -> Reader:
    """Paragraphs of one answer item in, content out."""

    def reader(
        *answered: str | Passage,
        title: str | None = None,
        context: Sequence[str] = (),
        asked: Sequence[str] = (),
        asked_on: date | None = date(2022, 3, 1),
        answered_on: date | None = None,
    ) -> Content:
        document = Document()
        evidence = (
            () if title is None else (Evidence(of="title", spans=document.passage(title).spans),)
        )
        question = ParliamentaryQuestion(
            title=title,
            asked_on=asked_on,
            context=tuple(map(document.passage, context)),
            items=tuple(
                QuestionItem(number=number, passages=(document.passage(text),))
                for number, text in enumerate(asked, 1)
            ),
            evidence=evidence,
        )
        passages = tuple(
            text if isinstance(text, Passage) else document.passage(text) for text in answered
        )
        references = tuple(ItemReference(number=number) for number in range(1, len(asked) + 1))
        item = AnswerItem(label="1." if references else None, answers=references, passages=passages)
        answers = (OrdinaryAnswer(answered_on=answered_on, items=(item,)),) if passages else ()
        return read_content(question, answers)

    return reader
