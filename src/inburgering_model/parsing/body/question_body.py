"""The body of a question: context, numbered items, and what each of them asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.model.passage import Passage
from inburgering_model.model.question import (
    QuestionItem,
)
from inburgering_model.model.reading import RegionKind
from inburgering_model.parsing.body.items import (
    Candidate,
    candidates,
    letters_between,
    rare_candidates,
    runs,
)
from inburgering_model.parsing.body.sub_questions import Anchor, sub_questions
from inburgering_model.parsing.language.asking import asked_in, asks
from inburgering_model.parsing.text.joining import passage_of
from inburgering_model.parsing.text.lines import Line
from inburgering_model.parsing.text.paragraphs import ends_sentence, group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    letters = _lettered(lines, run)
    if letters:
        context = _passages(account, lines[: letters[0][0]], width, RegionKind.CONTEXT)
        parts = _lettered_parts(lines, None, letters, len(lines))
    elif run:
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
    if not split:
        return _rare_run(lines)
    chosen: list[Candidate] = []
    for position, run in enumerate(split):
        end = split[position + 1][0].index if position + 1 < len(split) else len(lines)
        asks = _asks(lines, run, end)
        if asks == len(run) and chosen:
            chosen = [*chosen, *run]
        elif asks and (not chosen or asks * 2 >= len(run)):
            chosen = run if not chosen else [*chosen, *run]
    return chosen or (split[-1] if split else [])


def _rare_run(lines: Sequence[Line]) -> list[Candidate]:
    """Labels of the rarer sorts, each of which asks."""
    for run in runs(rare_candidates(lines)):
        if 1 < len(run) == _asks(lines, run, len(lines)):
            return run
    return []


def _asks(lines: Sequence[Line], run: Sequence[Candidate], end: int) -> int:
    """How many items of a run ask something."""
    ends = [*(member.index for member in run[1:]), end]
    return sum(
        asks(" ".join([line.text for line in lines[member.index : stop]])[member.label.end :])
        for member, stop in zip(run, ends, strict=True)
    )


def _lettered(lines: Sequence[Line], run: Sequence[Candidate]) -> list[_Cut]:
    """Where items begin that have letters only: the first and most others ask.

    Of numbers and letters, the outer ones come first: numbers below letters are parts of these.
    Capitals above numbers are headings.
    """
    letters = letters_between(lines, capitals=not run)
    found: list[_Cut] = [(index, letter, lines[index].start + at) for index, letter, at in letters]
    if not found or (run and not found[0][0] < run[0].index < found[-1][0]):
        return []
    parts = _lettered_parts(lines, None, found, len(lines))
    asking = [asks(" ".join(_printed(part))) for part in parts]
    return found if asking[0] and sum(asking) * 2 >= len(asking) else []


def _printed(part: _Part) -> Iterator[str]:
    """The lines of a part without its label."""
    first, *others = part.lines
    yield first.text[part.text_start - first.start :]
    yield from (line.text for line in others)


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
        cuts: list[_Cut] = [(member.index, reference.letter, line.start + inner)]
        cuts += [(index, letter, lines[index].start + at) for index, letter, at in letters]
        parts += _lettered_parts(lines, reference.number, cuts, end)
    return parts


_Cut = tuple[int, str | None, int]
"""Where a part begins: the index of its line, its letter, and the start of its text."""


def _lettered_parts(
    lines: Sequence[Line], number: int | None, cuts: Sequence[_Cut], end: int
) -> list[_Part]:
    """The lines between cuts, as parts of one number."""
    stops = [*(index for index, _, _ in cuts[1:]), end]
    return [
        _Part(tuple(lines[index:stop]), number, letter, text_start, lines[index].start)
        for (index, letter, text_start), stop in zip(cuts, stops, strict=True)
    ]


def _unnumbered(
    account: Account, lines: Sequence[Line], width: int | None
) -> tuple[tuple[Passage, ...], list[_Part]]:
    """Without labels, the last paragraphs that ask are the one item.

    What only quotes a question tells, unless nothing else asks.
    """
    paragraphs = group(lines, width)
    texts = [" ".join(line.text for line in paragraph.lines) for paragraph in paragraphs]
    asking = [asks(text, item=False) and not _only_quotes(text) for text in texts]
    if not any(asking):
        asking = [asks(text, item=False) for text in texts]
    if not any(asking):
        return _passages(account, lines, width, RegionKind.CONTEXT), []
    last = len(asking) - 1 - asking[::-1].index(True)
    first = last
    while first and asking[first - 1]:
        first -= 1
    cut = _told_before(paragraphs[first].lines)
    before = [line for paragraph in paragraphs[:first] for line in paragraph.lines]
    before += paragraphs[first].lines[:cut]
    item = tuple(line for paragraph in paragraphs[first:] for line in paragraph.lines)[cut:]
    context = _passages(account, before, width, RegionKind.CONTEXT)
    return context, [_Part(item, None, None, item[0].start, item[0].start)]


# A question in the words of another: between quotes, after a colon or before "vroeg hij".
_QUOTED = re.compile(
    r":\s*[\"“„‘'«][^\"”’»?]{1,400}\?\s?[\"”’'»]"
    r"|[\"“„«][^\"”»?]{1,400}\?\s?[\"”»],?\s(?:vroeg|vraagt|klonk|klinkt|luidde|luidt|schreef|schrijft)\b"
)


def _only_quotes(text: str) -> bool:
    """Whether all that a text asks is in the words of another."""
    told = _QUOTED.sub(": dat.", text)
    return told != text and not asks(told, item=False)


def _told_before(lines: Sequence[Line]) -> int:
    """How many lines of a paragraph only tell, where its question begins on a line of its own."""
    for index in range(1, len(lines)):
        if ends_sentence(lines[index - 1].text):
            asked = asked_in(" ".join(line.text for line in lines[index:]), item=False)
            if asked and asked[0].start == 0:
                told = " ".join(line.text for line in lines[:index])
                return 0 if asks(told, item=False) else index
    return 0


def _passages(
    account: Account, lines: Sequence[Line], width: int | None, kind: RegionKind
) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for paragraph in group(lines, width):
        account.region(kind, paragraph.start, paragraph.end)
        passages.append(passage_of(account, paragraph))
    return tuple(passages)


def _read_items(
    account: Account, parts: Sequence[_Part], width: int | None
) -> tuple[QuestionItem, ...]:
    items: list[QuestionItem] = []
    counts: dict[tuple[int | None, str | None], int] = {}
    anchor = Anchor()
    for part in parts:
        account.region(RegionKind.ITEM_LABEL, part.label_start, part.text_start)
        passages: list[Passage] = []
        for paragraph in group(part.lines, width):
            start = max(part.text_start, paragraph.start)
            if start >= paragraph.end:
                continue
            account.region(RegionKind.ITEM, start, paragraph.end)
            at = start if start != paragraph.start else None
            passages.append(passage_of(account, paragraph, at))
        if not passages:
            continue
        key = (part.number, part.letter)
        counts[key] = counts.get(key, 0) + 1
        evidence = account.evidence(
            "item.label" if part.number or part.letter else "item.asking-paragraph",
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
        items.append(evolve(item, sub_questions=sub_questions(item, anchor)))
    return tuple(items)
