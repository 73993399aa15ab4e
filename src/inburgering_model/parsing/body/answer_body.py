"""The body of an answer: its labelled items, what they refer to, and its annexes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from inburgering_model.model.answer import AnswerItem
from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.reading import RegionKind
from inburgering_model.model.references import ItemReference
from inburgering_model.parsing.body.items import (
    Candidate,
    candidates,
    lettered_candidates,
    letters_between,
)
from inburgering_model.parsing.language.cross_references import cross_references
from inburgering_model.parsing.text.paragraphs import group, passage_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.model.question import QuestionItem
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
    for index, line in enumerate(lines):
        if index and (line.blank_before or line.text.isupper()) and _ANNEX.match(line.text):
            return index
    return len(lines)


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
    accepted = _lettered(lines, asked) or _labels(account, lines, asked)
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
    return _passages(account, lines, width, RegionKind.ANNEX)


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


@define
class _Order:
    """What has been answered so far, and the list inside an item that is being counted."""

    asked: Counter[int]
    """How often each number was asked: a number may be printed twice."""
    seen: Counter[int] = field(factory=Counter[int])
    nested: int = 0
    """The number that goes on with a list inside an item; 0 outside a list."""

    def accepts(self, candidate: Candidate, *, comes_again: bool) -> bool:
        """Whether a candidate is the label of an item, and not of a list inside one."""
        numbers = {reference.number for reference in candidate.label.references}
        number = candidate.number
        if candidate.label.part and self.seen[number]:
            return False
        if candidate.label.worded:
            return not self.asked or number in self.asked or number <= self._next + 1
        if number == self.nested and (
            not self._fits(numbers) or comes_again or not candidate.strong
        ):
            self.nested = number + 1
            return False
        if self._fits(numbers):
            return candidate.strong or number == self._next
        if number == 1 and self.seen:
            self.nested = 2
        return candidate.strong and not self.nested and self._is_odd_but_plain(candidate)

    def _is_odd_but_plain(self, candidate: Candidate) -> bool:
        """Whether a label repeats the last number, or skips one that was not asked."""
        number = candidate.number
        repeated = number == self._next - 1
        return number > 1 and (
            repeated or (candidate.apart and self._next < number <= self._next + 1)
        )

    @property
    def _next(self) -> int:
        return max(self.seen, default=0) + 1

    def _fits(self, numbers: set[int]) -> bool:
        fresh = {n for n in numbers if self.seen[n] < max(self.asked[n], 1)}
        if not fresh:
            return False
        if self.asked and all(n in self.asked for n in fresh):
            return True
        return min(fresh) == self._next or (
            not self.asked and self._next < min(fresh) <= self._next + 2
        )

    def take(self, candidate: Candidate) -> None:
        """Count a label that was accepted."""
        self.nested = 0
        self.seen.update({reference.number for reference in candidate.label.references})


def _labels(
    account: Account, lines: Sequence[Line], asked: Sequence[QuestionItem]
) -> list[Candidate]:
    """The candidates that are labels of items."""
    order = _Order(
        Counter({item.number: item.occurrence for item in asked if item.number is not None})
    )
    lettered = {item.number for item in asked if item.letter}
    found = candidates(lines)
    accepted: list[Candidate] = []
    seen_items: set[ItemReference] = set()
    last_index = {r.number: c.index for c in found for r in c.label.references}
    for candidate in found:
        references = set(candidate.label.references)
        comes_again = last_index[candidate.number] > candidate.index
        again = {r for r in references if r.letter and r.number in lettered} - seen_items
        if order.accepts(candidate, comes_again=comes_again) or again:
            line = lines[candidate.index]
            place = (line.start, line.start + len(candidate.label.printed))
            _note(account, candidate, order, place)
            order.take(candidate)
            accepted.append(_with_occurrences(candidate, order))
            seen_items |= references
    return accepted


def _lettered(lines: Sequence[Line], asked: Sequence[QuestionItem]) -> list[Candidate]:
    """The labels of letters alone, where that is what was asked: each letter once."""
    names = {item.reference for item in asked if item.letter and not item.number}
    accepted: list[Candidate] = []
    for candidate in lettered_candidates(lines) if names else ():
        if candidate.strong and names.issuperset(candidate.label.references):
            accepted.append(candidate)
            names.difference_update(candidate.label.references)
    return accepted


def _with_occurrences(candidate: Candidate, order: _Order) -> Candidate:
    """Say which of two items with the same number a label names: each in its turn."""
    references = tuple(
        evolve(reference, occurrence=order.seen[reference.number])
        if reference.letter is None
        and 1 < order.seen[reference.number] <= order.asked[reference.number]
        else reference
        for reference in candidate.label.references
    )
    return evolve(candidate, label=evolve(candidate.label, references=references))


def _note(account: Account, candidate: Candidate, order: _Order, place: tuple[int, int]) -> None:
    numbers = [reference.number for reference in candidate.label.references]
    unknown = [number for number in numbers if order.asked and number not in order.asked]
    again = [n for n in numbers if order.seen[n] and order.seen[n] >= order.asked[n]]
    if unknown:
        names = ", ".join(map(str, unknown))
        account.issue("label.unknown", f"answers item {names}, which was not asked", place)
    elif again and not any(reference.letter for reference in candidate.label.references):
        label = candidate.label.printed
        account.issue("label.repeated", f"label {label!r} was printed before", place)
    elif min(numbers) < max(order.seen, default=0) and not candidate.label.references[0].letter:
        label = candidate.label.printed
        account.issue("label.order", f"label {label!r} comes after a higher number", place)


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
        cuts = [(candidate.index, label.printed, label.references, line.start + label.end)]
        if len({r.number for r in label.references}) == 1 and (
            last.number in lettered or last.letter
        ):
            found = letters_between(lines, candidate.index + 1, end, last.letter)
            cuts += [
                (
                    index,
                    lines[index].text[:at].strip(),
                    (ItemReference(number=last.number, letter=letter),),
                    lines[index].start + at,
                )
                for index, letter, at in found
            ]
        stops = [*(cut[0] for cut in cuts[1:]), end]
        for (index, printed, references, text_start), stop in zip(cuts, stops, strict=True):
            account.region(RegionKind.ANSWER_LABEL, lines[index].start, text_start)
            passages = _item_passages(account, lines[index:stop], width, text_start)
            if passages or len(cuts) == 1:
                items.append(_item(account, printed, references, passages, lines[index:stop]))
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
        cross_references=cross_references(passages, references),
        evidence=(account.evidence(rule, lines[0].start, lines[-1].end),),
    )
