"""Random answers: their kinds, their labels, what they say and where they refer to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.answer import (
    Answer,
    AnswerItem,
    CoordinatedAnswer,
    CrossReference,
    OrdinaryAnswer,
    ReferringAnswer,
    Stage,
)
from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.people import Minister
from inburgering_model.model.references import ItemReference, QuestionReference
from inburgering_model.testing._drawing import Drawing, prose
from inburgering_model.testing._prose import day_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from inburgering_model.model.people import Addressee
    from inburgering_model.model.question import ParliamentaryQuestion

__all__ = ["KINDS", "KINDS_ALONE", "draw_answers"]

KINDS_ALONE = ("ordinary", "ordinary", "none", "provisional", "supplementary")
"""How a question can be answered that was put to one minister; *none* comes with no answer."""
KINDS = ("ordinary", "coordinated", "coordinated", "referring", "none", "provisional")
"""How one can be answered that was put to several."""


def draw_answers(
    drawing: Drawing, question: ParliamentaryQuestion, own: int, kind: str, *, lists: bool
) -> tuple[Answer, ...]:
    """The answers of one kind that one of the addressees gives."""
    if kind == "none":
        return ()
    addressee = question.addressees[own]
    others = (*question.addressees[:own], *question.addressees[own + 1 :])
    head = OrdinaryAnswer(
        respondent=Minister(person=addressee.person, offices=addressee.offices),
        replies_to=QuestionReference(
            number=addressee.number,
            date=question.asked_on,
            minister=addressee.person,
            author=question.author,
        ),
        answered_on=_answered_on(drawing, question),
    )
    if kind == "referring":
        return (_referring(drawing, head, question, drawing.one_of(*others)),)
    if kind == "provisional":
        return (_provisional(drawing, head, question),)
    body = _with_body(drawing, head, question, lists=lists)
    if kind == "supplementary":
        return _provisional(drawing, head, question), evolve(body, stage=Stage.SUPPLEMENTARY)
    if kind == "coordinated":
        return (_coordinated(body, others),)
    return (body,)


def _answered_on(drawing: Drawing, question: ParliamentaryQuestion) -> date | None:
    """The day of the answer, where the head prints it: one time in five."""
    if question.asked_on is None or not drawing.seldom():
        return None
    return question.asked_on + timedelta(drawing.number(1, _LONGEST_WAIT))


_LONGEST_WAIT = 120


def _coordinated(body: OrdinaryAnswer, others: tuple[Addressee, ...]) -> CoordinatedAnswer:
    return CoordinatedAnswer(
        respondent=body.respondent,
        replies_to=body.replies_to,
        answered_on=body.answered_on,
        opening=body.opening,
        items=body.items,
        annexes=body.annexes,
        on_behalf_of=others,
    )


def _unlabelled(question: ParliamentaryQuestion, passages: tuple[Passage, ...]) -> AnswerItem:
    """An item without a label: it answers the only item that was asked, if there is one only."""
    asked = tuple(item.reference for item in question.items)
    return AnswerItem(answers=asked if len(asked) == 1 else (), passages=passages)


def _provisional(drawing: Drawing, head: OrdinaryAnswer, question: ParliamentaryQuestion) -> Answer:
    said = prose(drawing.sentences("provisional", most=2))
    return evolve(head, stage=Stage.PROVISIONAL, items=(_unlabelled(question, (said,)),))


def _referring(
    drawing: Drawing, head: OrdinaryAnswer, question: ParliamentaryQuestion, colleague: Addressee
) -> Answer:
    asked_on = question.asked_on
    said = drawing.sentence(
        "referral",
        minister=colleague.person.name,
        colleague=colleague.number,
        asked=asked_on and day_in_words(asked_on),
    )
    return ReferringAnswer(
        respondent=head.respondent,
        replies_to=head.replies_to,
        answered_on=head.answered_on,
        items=(_unlabelled(question, (prose([said]),)),),
        refers_to=QuestionReference(
            number=colleague.number, date=asked_on, minister=colleague.person
        ),
    )


def _with_body(
    drawing: Drawing, head: OrdinaryAnswer, question: ParliamentaryQuestion, *, lists: bool
) -> OrdinaryAnswer:
    numbers = [*dict.fromkeys(item.number for item in question.items if item.number)]
    annexes: tuple[Passage, ...] = ()
    if drawing.seldom():
        annexes = (Passage(text=drawing.sentence("annex")),)
    alone = [item.letter for item in question.items if item.letter and not item.number]
    if alone and not drawing.seldom():
        return evolve(head, items=tuple(_lettered(drawing, 0, alone, (), lists=lists)))
    if not numbers or drawing.seldom():
        item = _unlabelled(question, _passages(drawing, lists=lists))
        return evolve(head, items=(item,), annexes=annexes)
    opening = (prose([drawing.sentence("opening")]),) if drawing.seldom() else ()
    style = drawing.one_of(*_STYLES)
    items: list[AnswerItem] = []
    twice = {item.number for item in question.items if item.occurrence > 1}
    for group in _groups(drawing, numbers, twice):
        letters = [
            item.letter for item in question.items if item.number == group[0] and item.letter
        ]
        if len(group) == 1 and letters and not drawing.seldom():
            items += _lettered(drawing, group[0], letters, numbers, lists=lists)
            continue
        for occurrence in (1, 2) if group[0] in twice else (1,):
            references = tuple(ItemReference(number=n, occurrence=occurrence) for n in group)
            items.append(_item(drawing, _label(style, group), references, numbers, lists=lists))
    return evolve(head, opening=opening, items=tuple(items), annexes=annexes)


def _groups(drawing: Drawing, numbers: Sequence[int], twice: set[int | None]) -> list[list[int]]:
    """The numbers that are answered together; seldom 1 and 3 before 2, or a number left out."""
    if not twice and len(numbers) > 2 and drawing.seldom():  # noqa: PLR2004 - 1 and 3, then 2
        first, second, third, *others = numbers
        return [[first, third], [second], *([number] for number in others)]
    groups: list[list[int]] = []
    for number in numbers:
        if groups and not {number, groups[-1][-1]} & twice and drawing.seldom():
            groups[-1].append(number)
        else:
            groups.append([number])
    if len(groups) > 1 and drawing.seldom():
        groups.pop(drawing.number(0, len(groups) - 1))
    return groups


_STYLES: tuple[tuple[str, str, str], ...] = (
    ("{}.", "{}-{}.", "{} en {}."),
    ("{})", "{}-{})", "{} en {})"),
    ("{}.", "{} t.e.m. {}.", "{} & {}."),
    ("{}.", "{} tot en met {}.", "{}./{}."),
    ("Vraag {}:", "Vragen {}-{}:", "Vragen {} en {}:"),
    ("Antwoord op vraag {}", "Antwoord op vragen {} t.e.m. {}", "Antwoord op vragen {} en {}"),
    ("{}:", "{}-{}:", "{} en {}:"),
    ("Ad {}.", "Ad {}-{}.", "Ad {} en {}."),
)
"""How an answer prints its labels: for one item, for a range, and for a list of items."""


def _label(style: tuple[str, str, str], numbers: Sequence[int]) -> str:
    one, in_range, in_list = style
    if len(numbers) == 1:
        return one.format(numbers[0])
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return in_range.format(numbers[0], numbers[-1])
    *before, last = numbers
    return in_list.format(", ".join(map(str, before)), last)


def _lettered(
    drawing: Drawing, number: int, letters: Sequence[str], numbers: Sequence[int], *, lists: bool
) -> list[AnswerItem]:
    return [
        _item(
            drawing,
            f"{letter})" if index or not number else f"{number}. {letter})",
            (ItemReference(number=number, letter=letter),),
            numbers,
            lists=lists,
        )
        for index, letter in enumerate(letters)
    ]


def _item(
    drawing: Drawing,
    label: str,
    references: tuple[ItemReference, ...],
    numbers: Sequence[int],
    *,
    lists: bool,
) -> AnswerItem:
    passages = _passages(drawing, lists=lists)
    others = [n for n in numbers if n not in {reference.number for reference in references}]
    crossed: tuple[CrossReference, ...] = ()
    if others and drawing.seldom():
        kind, target = drawing.one_of("delegates", "leans"), drawing.one_of(*others)
        crossed = (
            CrossReference(target=ItemReference(number=target), delegates=kind == "delegates"),
        )
        passages = (*passages, prose([drawing.sentence(kind, target=target)]))
    return AnswerItem(label=label, answers=references, passages=passages, cross_references=crossed)


def _passages(drawing: Drawing, *, lists: bool) -> tuple[Passage, ...]:
    said = [drawing.sentence("short")] if drawing.seldom() else []
    passages = [prose([*said, *drawing.sentences("answer")])]
    if drawing.seldom():
        passages.append(prose(drawing.sentences("answer")))
    if lists and drawing.seldom():
        passages += _list(drawing)
    if lists and drawing.seldom():
        heading = Passage(text=drawing.sentence("heading"), kind=PassageKind.HEADING)
        passages += [heading, prose(drawing.sentences("answer"))]
    return tuple(passages)


def _list(drawing: Drawing) -> list[Passage]:
    rows = [drawing.sentence("row") for _ in range(drawing.number(2, 4))]
    ends = [*(";" for _ in rows[1:]), "."]
    return [
        prose([drawing.sentence("list")]),
        *(
            Passage(text=row + end, kind=PassageKind.LIST_ITEM)
            for row, end in zip(rows, ends, strict=True)
        ),
    ]
