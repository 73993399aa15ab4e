"""The body of an answer: its labelled items, what they refer to, and its annexes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.model.answer import AnswerItem
from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.reading import RegionKind
from inburgering_model.model.references import ItemReference
from inburgering_model.parsing.body.answer_labels import answer_labels
from inburgering_model.parsing.body.items import letters_between
from inburgering_model.parsing.language.cross_references import cross_references
from inburgering_model.parsing.text.joining import passage_of
from inburgering_model.parsing.text.paragraphs import group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.model.question import QuestionItem
    from inburgering_model.parsing.body.items import Candidate
    from inburgering_model.parsing.text.account import Account
    from inburgering_model.parsing.text.lines import Line

__all__ = ["AnswerBody", "annex_start", "read_answer_body"]


@frozen
class AnswerBody:
    """What an answer says below its head."""

    opening: tuple[Passage, ...]
    items: tuple[AnswerItem, ...]
    annexes: tuple[Passage, ...]


# The line an annex begins with.
_ANNEX = re.compile(
    r"(?:BIJLAGEN?|Bijlagen?)(?:\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4}))?\s*(?:[:.–-].{0,90})?$"
)


_BARE_ANNEX = re.compile(r"bijlagen?\s*:?", re.IGNORECASE)


def annex_start(lines: Sequence[Line]) -> int:
    """The index of the first line of the annexes; the number of lines when there are none."""
    return next(
        (index for index, line in enumerate(lines) if index and _is_annex(line)), len(lines)
    )


def _is_annex(line: Line) -> bool:
    return (line.blank_before or line.text.isupper()) and _ANNEX.match(line.text) is not None


def read_answer_body(
    account: Account,
    lines: Sequence[Line],
    width: int | None,
    asked: Sequence[QuestionItem],
) -> AnswerBody:
    """Read the lines below the head of an answer to the items that were asked."""
    cut = annex_start(lines)
    annexes = _annexes(account, lines[cut:], width)
    lines = lines[:cut]
    accepted = answer_labels(account, lines, asked)
    if not accepted:
        passages = _passages(account, lines, width, RegionKind.ANSWER_ITEM)
        unlabelled = (_whole(account, passages, lines, asked),) if passages else ()
        return AnswerBody((), unlabelled, annexes)
    first = accepted[0].index
    opening = _passages(account, lines[:first], width, RegionKind.ANSWER_OPENING)
    items = _items(account, lines, accepted, width, asked)
    return AnswerBody(opening, items, annexes)


def _passages(
    account: Account, lines: Sequence[Line], width: int | None, kind: RegionKind
) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for paragraph in group(lines, width):
        account.region(kind, paragraph.start, paragraph.end)
        passages.append(passage_of(account, paragraph))
    return tuple(passages)


def _annexes(account: Account, lines: Sequence[Line], width: int | None) -> tuple[Passage, ...]:
    """The annexes, without the line that only says that they begin."""
    if lines and _BARE_ANNEX.fullmatch(lines[0].text):
        account.region(RegionKind.ANNEX, lines[0].start, lines[0].end)
        lines = lines[1:]
    starts = [0, *(index for index, line in enumerate(lines) if index and _is_annex(line))]
    return tuple(
        passage
        for start, end in pairwise([*starts, len(lines)])
        for passage in _passages(account, lines[start:end], width, RegionKind.ANNEX)
    )


# What says that all items are answered together.
_TOGETHER = re.compile(
    r"\b(?:beantwoord|behandel|antwoord)\w*\b[^.?!]{0,80}?\b(?:samen|gezamenlijk|gebundeld|globaal|"
    r"tegelijk|in (?:zijn|hun) geheel|in één (?:antwoord|keer))\b"
    r"|\b(?:samen|gezamenlijk|gebundeld|globaal)\b[^.?!]{0,40}?\bbeantwoord",
    re.IGNORECASE,
)


def _whole(
    account: Account,
    passages: tuple[Passage, ...],
    lines: Sequence[Line],
    asked: Sequence[QuestionItem],
) -> AnswerItem:
    """An answer without labels: to the only item, or to all of them when it says so."""
    item = _item(account, None, (), passages, lines)
    together = _TOGETHER.search(passages[0].text)
    if len(asked) == 1:
        evidence = Evidence(of="answers", spans=item.evidence[0].spans, rule="answer.only-item")
    elif together and asked:
        spans = passages[0].locate(*together.span())
        evidence = Evidence(of="answers", spans=spans, rule="answer.together", confidence=0.9)
    else:
        return item
    references = tuple(question_item.reference for question_item in asked)
    return evolve(item, answers=references, evidence=(*item.evidence, evidence))


def _items(
    account: Account,
    lines: Sequence[Line],
    accepted: Sequence[Candidate],
    width: int | None,
    asked: Sequence[QuestionItem],
) -> tuple[AnswerItem, ...]:
    items: list[AnswerItem] = []
    lettered = {item.number for item in asked if item.letter}
    ends = [*(candidate.index for candidate in accepted[1:]), len(lines)]
    for candidate, end in zip(accepted, ends, strict=True):
        line = lines[candidate.index]
        label = candidate.label
        last = label.references[-1]
        printed = " ".join(label.printed.split())
        cuts = [(candidate.index, printed, label.references, line.start + label.end)]
        if len({r.number for r in label.references}) == 1 and (
            last.number in lettered or last.letter
        ):
            found = letters_between(lines, candidate.index + 1, end, last.letter, several=True)
            cuts += [
                (
                    index,
                    " ".join(lines[index].text[:at].split()),
                    tuple(ItemReference(number=last.number, letter=letter) for letter in letters),
                    lines[index].start + at,
                )
                for index, letters, at in found
            ]
        stops = [*(cut[0] for cut in cuts[1:]), end]
        for (index, printed, references, text_start), stop in zip(cuts, stops, strict=True):
            account.region(RegionKind.ANSWER_LABEL, lines[index].start, text_start)
            passages = _item_passages(account, lines[index:stop], width, text_start)
            if passages or len(cuts) == 1:
                item = _item(account, printed, references, passages, lines[index:stop])
                items.append(_pointing_elsewhere(account, item))
    return tuple(items)


def _item_passages(
    account: Account, lines: Sequence[Line], width: int | None, text_start: int
) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    if text_start >= lines[0].end:
        lines = lines[1:]
    for paragraph in group(lines, width):
        start = max(text_start, paragraph.start)
        account.region(RegionKind.ANSWER_ITEM, start, paragraph.end)
        at = start if start != paragraph.start else None
        passages.append(passage_of(account, paragraph, at))
    return tuple(passages)


def _item(
    account: Account,
    label: str | None,
    references: tuple[ItemReference, ...],
    passages: tuple[Passage, ...],
    lines: Sequence[Line],
) -> AnswerItem:
    rule = "answer.unlabelled" if label is None else "answer.label"
    return AnswerItem(
        label=label,
        answers=references,
        passages=passages,
        cross_references=cross_references(passages),
        evidence=(account.evidence(rule, lines[0].start, lines[-1].end),),
    )


def _pointing_elsewhere(account: Account, item: AnswerItem) -> AnswerItem:
    """Leave out what points at the item itself; when its answer should stand there, say so.

    "Wat vraag 2 betreft" in the answer to item 2 is a way of speaking.
    """
    own = [cross for cross in item.cross_references if cross.target in item.answers]
    for cross in own:
        if cross.delegates:
            account.note(
                "cross-reference.itself",
                f"the answer to item {cross.target} refers to itself",
                *(span for found in cross.evidence for span in found.spans),
            )
    others = tuple(cross for cross in item.cross_references if cross not in own)
    return evolve(item, cross_references=others) if own else item
