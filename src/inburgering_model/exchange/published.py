"""A dossier as it would be published: the layout that :func:`~inburgering_model.parse` reads.

The layout is that of the published files of written questions (*schriftelijke vragen*): one file
for one minister, with a block of names and offices in capitals above the question, and another
above each answer.
"""

from __future__ import annotations

import re
from collections import Counter
from string import ascii_lowercase
from typing import TYPE_CHECKING

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.exchange._wrapping import wrapped
from inburgering_model.model.answer import Answer, CoordinatedAnswer, ReferringAnswer, Stage
from inburgering_model.model.passage import Passage, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.people import Addressee, Office
    from inburgering_model.model.question import ParliamentaryQuestion, QuestionItem

__all__ = ["to_published"]

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_STAGES = {Stage.PROVISIONAL: "VOORLOPIG", Stage.SUPPLEMENTARY: "AANVULLEND"}
_KINDS: tuple[tuple[type[Answer], str], ...] = (
    (CoordinatedAnswer, "GECOÖRDINEERD"),
    (ReferringAnswer, "VERWIJZEND"),
)
_BULLET = "- "
# What the heading of a single annex begins with.
_ANNEX = re.compile(r"bijlage", re.IGNORECASE)

Block = list[str]
"""Lines that stand together; an empty line stands between two blocks."""


def to_published(dossier: Dossier, *, width: int | None = 88, header: bool = True) -> str:
    """Write a question and its answers in the layout in which they are published.

    It is the way back from :func:`~inburgering_model.parse`: reading the text gives an equal
    question and equal answers, as far as the layout has a place for them. ``width`` is the longest
    line, in Unicode code points; None writes each paragraph on one line. No word is hyphenated: one
    that is longer stands on a line of its own. ``header=False`` leaves out the block above the
    title, as some extracts do.

    The layout has no place for evidence and sources, for the offices of colleagues who were asked
    the same, and for what is read from the sentences (sub-questions, cross references, pilots,
    recommendations …): that stands in the passages, or it is not written. Names and offices in
    capitals do not tell *Van De Velde* from *Van de Velde*. White space in prose is printed as one
    space; a heading that is wider than ``width`` is read as prose. Annexes begin with a line that
    says so.

    Raises ValueError for a width below 1, and DocumentError, with every problem, when the layout
    cannot say what the dossier holds.

    >>> from inburgering_model.testing import example
    >>> text = to_published(example().dossier)
    >>> text.splitlines()[:4]
    ['SCHRIFTELIJKE VRAAG', '', 'nr. 112', 'van HANNE VERSTREKEN']
    >>> from inburgering_model.parsing.parse import parse
    >>> parse(text).dossier == example().dossier
    True
    """
    if width is not None and width < 1:
        message = f"no line is {width} characters wide; write at least 1, or None for no wrapping"
        raise ValueError(message)
    if problems := [*_question_problems(dossier), *_answer_problems(dossier)]:
        raise DocumentError(problems)
    question = dossier.question
    parts = [
        [*(_header(question, _headed(dossier), width) if header else ())],
        [*_question(question, width)],
        *([*_answer_head(answer, width), *_answer(answer, width)] for answer in dossier.answers),
    ]
    return "\n\n\n".join("\n\n".join(map("\n".join, part)) for part in parts if part) + "\n"


def _headed(dossier: Dossier) -> tuple[Addressee, ...]:
    """Whom the head names: who is asked here, and those whose offices stand nowhere else."""
    own = _own_addressee(dossier)
    answering = {a.respondent.person.key for a in dossier.answers if a.respondent is not None}
    others = (
        addressee
        for addressee in dossier.question.addressees
        if addressee is not own and addressee.offices and addressee.person.key not in answering
    )
    return () if own is None else (own, *others)


def _own_addressee(dossier: Dossier) -> Addressee | None:
    """The minister whose file it is: the one who answers, or else the first who was asked."""
    answering = (dossier.addressee_of(answer) for answer in dossier.answers)
    found = next((addressee for addressee in answering if addressee is not None), None)
    return found or next(iter(dossier.question.addressees), None)


def _header(
    question: ParliamentaryQuestion, addressees: Sequence[Addressee], width: int | None
) -> Iterator[Block]:
    number = addressees[0].number if addressees else None
    yield ["SCHRIFTELIJKE VRAAG"]
    if lines := _elements(
        ("nr. ", number),
        ("van ", question.author and question.author.name.upper()),
        ("datum: ", question.asked_on and _day(question.asked_on)),
    ):
        yield lines
    for addressee in addressees:
        yield [f"aan {addressee.person.name.upper()}", *_offices(addressee.offices, width)]


def _elements(*elements: tuple[str, object]) -> Block:
    """A line for each element that there is."""
    return [f"{words}{value}" for words, value in elements if value is not None]


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"


def _offices(offices: Sequence[Office], width: int | None) -> Block:
    return wrapped(", ".join(office.title for office in offices).upper(), width)


def _question(question: ParliamentaryQuestion, width: int | None) -> Iterator[Block]:
    for heading in (question.title, question.subject):
        if heading is not None:
            yield wrapped(heading, width)
    yield from _passages(question.context, width)
    before: QuestionItem | None = None
    for item in question.items:
        yield from _passages(item.passages, width, _item_label(item, before))
        before = item
    if len(question.addressees) > 1:
        names = ", ".join(
            addressee.person.name + (f" ({addressee.number})" if addressee.number else "")
            for addressee in question.addressees
        )
        yield wrapped(f"Deze vraag werd gesteld aan de ministers {names}", width)


def _item_label(item: QuestionItem, before: QuestionItem | None) -> str | None:
    """How an item is announced: its letter alone when it counts on below the same number."""
    if item.number is None:
        return None if item.letter is None else f"{item.letter})"
    if item.letter is None:
        return f"{item.number}."
    if before is None or before.number != item.number:
        return f"{item.number}. {item.letter})"
    counts_on = ord(item.letter) == ord(before.letter or "`") + 1
    return f"{item.letter})" if counts_on else f"{item.number}.{item.letter})"


def _answer_head(answer: Answer, width: int | None) -> Iterator[Block]:
    respondent, reply = answer.respondent, answer.replies_to
    if respondent is not None:
        yield [respondent.person.name.upper(), *_offices(respondent.offices, width)]
    kind = next((word for cls, word in _KINDS if isinstance(answer, cls)), None)
    caption = " ".join(word for word in (_STAGES.get(answer.stage), kind, "ANTWOORD") if word)
    lines = [caption]
    if reply is not None and reply.number is not None:
        on = f" van {_day(reply.date)}" if reply.date else ""
        lines.append(f"op vraag nr. {reply.number}{on}")
        lines += _elements(("van ", reply.author and reply.author.name.upper()))
    lines += _elements(("datum antwoord: ", answer.answered_on and _day(answer.answered_on)))
    yield lines


def _answer(answer: Answer, width: int | None) -> Iterator[Block]:
    yield from _passages(answer.opening, width)
    for item in answer.items:
        yield from _passages(item.passages, width, item.label)
    if answer.annexes:
        first = answer.annexes[0]
        if first.kind is not PassageKind.HEADING or not _ANNEX.match(first.text):
            yield ["BIJLAGE" if len(answer.annexes) == 1 else "BIJLAGEN"]
        yield from _passages(answer.annexes, width)


def _passages(
    passages: Sequence[Passage], width: int | None, label: str | None = None
) -> Iterator[Block]:
    """A block for each passage, the items of a list in one; the label opens the first block."""
    block: Block = [label] if label and not passages else []
    before: Passage | None = None
    for passage in passages:
        is_row = passage.kind is PassageKind.LIST_ITEM
        if block and not (is_row and before is not None and before.kind is passage.kind):
            yield block
            block = []
        if label and before is None and passage.kind in (PassageKind.LIST_ITEM, PassageKind.TABLE):
            block.append(label)
            label = None
        block += _printed(passage, width, label if before is None else None)
        before = passage
    if block:
        yield block


def _printed(passage: Passage, width: int | None, label: str | None) -> Block:
    if passage.kind is PassageKind.TABLE:
        return passage.text.split("\n")
    if passage.kind is PassageKind.LIST_ITEM:
        return wrapped(_BULLET + passage.text, width)
    return wrapped(f"{label} {passage.text}" if label else passage.text, width)


def _question_problems(dossier: Dossier) -> Iterator[Problem]:
    question = dossier.question
    answered_only = dossier.answers and not (question.context or question.subject)
    if question.title is None:
        if not question.items and not answered_only:
            yield _refused(
                "published.nothing-asked",
                "has neither a title nor an item, so that nothing is asked",
            )
        if question.subject is not None:
            yield _refused(
                "published.subject-alone", "would be read as the title", "question", "subject"
            )
    counts: Counter[tuple[int | None, str | None]] = Counter()
    lettered = _are_lettered(question.items)
    for index, item in enumerate(question.items):
        where = ("question", "items", index)
        counts[item.number, item.letter] += 1
        if not item.passages:
            yield _refused("published.empty-item", "asks nothing: it has no passages", *where)
        alone = len(question.items) == 1 and item.letter is None
        if item.number is None and not (alone or lettered):
            yield _refused("published.unnumbered-item", "has no number to be told by", *where)
        if item.occurrence != (times := counts[item.number, item.letter]):
            message = (
                f"is printed for the {times}. time, and says it is occurrence {item.occurrence}"
            )
            yield _refused("published.occurrence", message, *where, "occurrence")


def _are_lettered(items: Sequence[QuestionItem]) -> bool:
    """Whether items have letters only, which tell them apart when they count up from a."""
    letters = [item.letter for item in items if item.number is None and item.occurrence == 1]
    return len(items) > 1 and letters == [*ascii_lowercase[: len(items)]]


def _answer_problems(dossier: Dossier) -> Iterator[Problem]:
    for index, answer in enumerate(dossier.answers):
        where = ("answers", index)
        reply = answer.replies_to
        if reply is not None and reply.number is None and (reply.date or reply.author):
            yield _refused(
                "published.reply-without-number",
                "names a question without a number, which the head of an answer prints",
                *where,
                "replies_to",
            )
        alone = len(answer.items) == 1 and not answer.opening
        for position, item in enumerate(answer.items):
            if item.label is None and not (alone and item.passages):
                yield _refused(
                    "published.unlabelled-item",
                    "has no label to be told by from what stands before it",
                    *where,
                    "items",
                    position,
                )


def _refused(code: str, message: str, *where: str | int) -> Problem:
    """A problem at a place of the dossier; the question itself when no place is given."""
    pointer = "".join(f"/{step}" for step in where or ("question",))
    return Problem(code=code, message=message, pointer=pointer)
