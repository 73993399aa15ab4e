"""The body of a question: context, numbered items, and what each of them asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.question import (
    Condition,
    ConditionKind,
    Form,
    QuestionItem,
    SubQuestion,
)
from inburgering_model.model.reading import RegionKind
from inburgering_model.parsing.body.items import Candidate, candidates, letters_between, runs
from inburgering_model.parsing.language.asking import (
    Asked,
    asked_in,
    asks,
    asks_with_word,
    condition_of,
)
from inburgering_model.parsing.text.lines import Line
from inburgering_model.parsing.text.paragraphs import group, passage_of
from inburgering_model.parsing.text.passages import slice_passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.text.account import Account

__all__ = ["Body", "read_body"]


@frozen
class Body:
    """What a question says below its title."""

    context: tuple[Passage, ...]
    items: tuple[QuestionItem, ...]


@frozen
class _Part:
    """The lines of one item, its number and letter, and where its text begins."""

    lines: tuple[Line, ...]
    number: int | None
    letter: str | None
    text_start: int
    label_start: int


def read_body(account: Account, lines: Sequence[Line], width: int | None) -> Body:
    """Read the lines of a question below its title."""
    run = _items_run(lines)
    if run:
        first = run[0].index
        context = _passages(account, lines[:first], width, RegionKind.CONTEXT)
        parts = _parts(lines, run)
        _note_numbering(account, lines, run)
    else:
        context, parts = _unnumbered(account, lines, width)
    return Body(context, _read_items(account, parts, width))


def _items_run(lines: Sequence[Line]) -> list[Candidate]:
    """The labels of the items: the run that asks, not a list in the context or in an item."""
    split = runs(candidates(lines))
    chosen: list[Candidate] = []
    for position, run in enumerate(split):
        end = split[position + 1][0].index if position + 1 < len(split) else len(lines)
        asks = _asks(lines, run, end)
        if asks == len(run) and chosen:
            chosen = [*chosen, *run]
        elif asks and (not chosen or asks * 2 >= len(run)):
            chosen = run if not chosen else [*chosen, *run]
    return chosen or (split[-1] if split else [])


def _asks(lines: Sequence[Line], run: Sequence[Candidate], end: int) -> int:
    """How many items of a run ask something."""
    ends = [*(member.index for member in run[1:]), end]
    return sum(
        asks(" ".join([line.text for line in lines[member.index : stop]])[member.label.end :])
        for member, stop in zip(run, ends, strict=True)
    )


def _note_numbering(account: Account, lines: Sequence[Line], run: Sequence[Candidate]) -> None:
    """Say what is odd about the numbers, so that nothing is aligned wrongly in silence."""
    seen: set[tuple[int, str | None]] = set()
    last = 0
    for member in run:
        line = lines[member.index]
        place = (line.start, line.start + len(member.label.printed))
        reference = member.label.references[0]
        key = (reference.number, reference.letter)
        if key in seen:
            account.issue("number.repeated", f"item {reference} is printed again", place)
        elif reference.number < last:
            account.issue("number.order", f"item {reference} comes after item {last}", place)
        elif reference.number > last + 1:
            missing = ", ".join(map(str, range(last + 1, reference.number)))
            account.issue("number.missing", f"no item {missing} before item {reference}", place)
        seen.add(key)
        last = max(last, reference.number)


def _parts(lines: Sequence[Line], run: Sequence[Candidate]) -> list[_Part]:
    parts: list[_Part] = []
    ends = [*(member.index for member in run[1:]), len(lines)]
    for member, end in zip(run, ends, strict=True):
        reference = member.label.references[0]
        letters = letters_between(lines, member.index + 1, end, reference.letter)
        inner = member.label.end
        line = lines[member.index]
        cuts = [(member.index, reference.letter, line.start + inner)]
        cuts += [(index, letter, lines[index].start + at) for index, letter, at in letters]
        stops = [*(index for index, _, _ in cuts[1:]), end]
        for (index, letter, text_start), stop in zip(cuts, stops, strict=True):
            parts.append(
                _Part(
                    tuple(lines[index:stop]),
                    reference.number,
                    letter,
                    text_start,
                    lines[index].start,
                )
            )
    return parts


def _unnumbered(
    account: Account, lines: Sequence[Line], width: int | None
) -> tuple[tuple[Passage, ...], list[_Part]]:
    """Without labels, the last paragraphs that ask are the one item."""
    paragraphs = group(lines, width)
    asking = [
        asks(" ".join(line.text for line in paragraph.lines), item=False)
        for paragraph in paragraphs
    ]
    if not any(asking):
        return _passages(account, lines, width, RegionKind.CONTEXT), []
    last = len(asking) - 1 - asking[::-1].index(True)
    first = last
    while first and asking[first - 1]:
        first -= 1
    before = [line for paragraph in paragraphs[:first] for line in paragraph.lines]
    item = tuple(line for paragraph in paragraphs[first:] for line in paragraph.lines)
    context = _passages(account, before, width, RegionKind.CONTEXT)
    return context, [_Part(item, None, None, item[0].start, item[0].start)]


def _passages(
    account: Account, lines: Sequence[Line], width: int | None, kind: RegionKind
) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for paragraph in group(lines, width):
        account.region(kind, paragraph.start, paragraph.end)
        passages.append(passage_of(account, paragraph))
    return tuple(passages)


@define
class _Anchor:
    """The last sub-question that stands on no condition: what "Zo ja" hangs on."""

    last: SubQuestion | None = None
    """Of any form."""
    last_yes_no: SubQuestion | None = None
    """One that can be answered with yes or no."""
    number: int | None = None
    """The item that these stand in."""

    def enter(self, item: QuestionItem) -> None:
        """Go on to an item: one that begins with a condition hangs on the item before it."""
        if item.number != self.number or item.number is None:
            self.number = item.number
            self.last = None


def _read_items(
    account: Account, parts: Sequence[_Part], width: int | None
) -> tuple[QuestionItem, ...]:
    items: list[QuestionItem] = []
    counts: dict[tuple[int | None, str | None], int] = {}
    anchor = _Anchor()
    for part in parts:
        key = (part.number, part.letter)
        counts[key] = counts.get(key, 0) + 1
        account.region(RegionKind.ITEM_LABEL, part.label_start, part.text_start)
        passages: list[Passage] = []
        for paragraph in group(part.lines, width):
            start = max(part.text_start, paragraph.start)
            if start >= paragraph.end:
                continue
            account.region(RegionKind.ITEM, start, paragraph.end)
            at = start if start != paragraph.start else None
            passages.append(passage_of(account, paragraph, at))
        evidence = account.evidence(
            "item.label" if part.number is not None else "item.asking-paragraph",
            part.label_start,
            part.lines[-1].end,
        )
        item = QuestionItem(
            number=part.number,
            letter=part.letter,
            occurrence=counts[key],
            passages=tuple(passages),
            evidence=(evidence,),
        )
        items.append(evolve(item, sub_questions=_sub_questions(item, anchor)))
    return tuple(item for item in items if item.passages)


def _sub_questions(item: QuestionItem, anchor: _Anchor) -> tuple[SubQuestion, ...]:
    found: list[SubQuestion] = []
    anchor.enter(item)
    for passage, asked in _asked(item.passages):
        identifier = f"{item.key}.{len(found) + 1}"
        part = slice_passage(passage, asked.start, asked.end)
        sub_question = SubQuestion(
            id=identifier,
            passage=part,
            form=asked.form,
            condition=_condition(part, anchor),
            evidence=(_evidence(part, asked.rule),),
        )
        found.append(sub_question)
        if sub_question.condition is None and asked.form is not Form.PROCEDURAL:
            if anchor.last is None:
                anchor.last_yes_no = None
            anchor.last = sub_question
            if asked.form is Form.INTERROGATIVE and not asks_with_word(part.text):
                anchor.last_yes_no = sub_question
    return tuple(found)


def _asked(passages: Sequence[Passage]) -> list[tuple[Passage, Asked]]:
    found = [(passage, asked) for passage in passages for asked in asked_in(passage.text)]
    if not found and passages:
        # An item that shows no form of asking still asks: "3. De kostprijs per gemeente."
        last = passages[-1]
        found = [(last, Asked(0, len(last.text), Form.REQUEST, "asked.item"))]
    return found


def _condition(part: Passage, anchor: _Anchor) -> Condition | None:
    cue = condition_of(part.text)
    if cue is None:
        return None
    on = anchor.last or anchor.last_yes_no
    rule = "condition.last-asked"
    if cue.kind is not ConditionKind.IF:
        on, rule = anchor.last_yes_no, "condition.last-yes-no"
    words = slice_passage(part, cue.start, cue.end)
    evidence = [_evidence(words, cue.rule)]
    if on is not None:
        evidence.append(Evidence(of="on", spans=on.passage.spans, rule=rule, confidence=0.9))
    return Condition(
        cue=words.text, kind=cue.kind, on=on.id if on else None, evidence=tuple(evidence)
    )


def _evidence(passage: Passage, rule: str) -> Evidence:
    return Evidence(spans=passage.spans, rule=rule)
