"""The answers of all files: each once, in order, and who answers for whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inburgering_model.analysis._merging.likeness import are_alike, bare, person_key
from inburgering_model.analysis._merging.matching import Kept, Reading, matched
from inburgering_model.analysis._merging.referrals import (
    agree,
    joined_up,
    number_of,
    respondent_key,
)
from inburgering_model.analysis._merging.shown import shown
from inburgering_model.model.answer import Answer, CoordinatedAnswer, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from inburgering_model.analysis._merging.choosing import Chooser
    from inburgering_model.analysis._merging.files import Files, Rank
    from inburgering_model.model.question import ParliamentaryQuestion
    from inburgering_model.model.references import QuestionReference

__all__ = ["joint_answers"]

_STAGES = (Stage.PROVISIONAL, Stage.FINAL, Stage.SUPPLEMENTARY)


def joint_answers(chooser: Chooser, question: ParliamentaryQuestion) -> tuple[Answer, ...]:
    """Merge the answers of all files to a question that is merged already.

    They come in the order of the addressees; those of one minister by stage, then by day.
    """
    files = chooser.files
    groups = matched(
        [(file, file.dossier.answers) for file in files.files],
        [_respondent_kind_and_text],
        _are_one,
    )
    groups.sort(key=lambda group: min(_position(kept, question, files) for kept in group))
    answers = tuple(_merged(chooser, group, index) for index, group in enumerate(groups))
    _note_contradictions(chooser, question, answers, groups)
    return joined_up(answers, question, files)


def _text(answer: Answer) -> str:
    items = (passage for item in answer.items for passage in item.passages)
    return bare(" ".join(p.text for p in (*answer.opening, *items, *answer.annexes)))


def _respondent_kind_and_text(answer: Answer) -> Iterable[Hashable]:
    reply = answer.replies_to
    number = None if answer.respondent or reply is None else reply.number
    return ((respondent_key(answer), number, answer.kind, answer.stage, _text(answer)),)


def _are_one(answer: Answer, other: Answer) -> bool:
    """Whether two files print one answer: of one minister and stage, with nearly the same text."""
    keys = {respondent_key(answer), respondent_key(other)}
    if answer.stage is not other.stage or len(keys - {None}) > 1:
        return False
    if None in keys and not agree(_reply_number(answer), _reply_number(other)):
        return False
    return are_alike(_text(answer), _text(other))


def _reply_number(answer: Answer) -> int | None:
    return None if answer.replies_to is None else answer.replies_to.number


def _position(
    kept: Kept[Answer], question: ParliamentaryQuestion, files: Files
) -> tuple[int, int, date, str, Rank, int]:
    answer = kept.value
    place = len(question.addressees)
    if answer.respondent is not None:
        place = files.place_of(answer.respondent.person)
    elif _reply_number(answer) is not None:
        numbers = [addressee.number for addressee in question.addressees]
        number = _reply_number(answer)
        place = numbers.index(number) if number in numbers else place
    stage, day = _STAGES.index(answer.stage), answer.answered_on or date.max
    return place, stage, day, answer.kind, kept.file.rank, kept.place


def _merged(chooser: Chooser, group: list[Kept[Answer]], index: int) -> Answer:
    """One answer; for whom it is given is looked at when all are known."""
    on_behalf_of = {
        person_key(addressee.person): addressee
        for kept in reversed(group)
        if isinstance(kept.value, CoordinatedAnswer)
        for addressee in kept.value.on_behalf_of
    }
    readings = [kept.reading for kept in group]
    given = {"on_behalf_of": tuple(on_behalf_of.values())}
    return chooser.entity(readings, f"/answers/{index}", given)


# What the head of an answer says again of the question: the field of the reference, what it says,
# and what a question says of it to a respondent.
_SAID_TWICE: tuple[
    tuple[
        str,
        Callable[[QuestionReference], object],
        Callable[[ParliamentaryQuestion, str | None], object],
    ],
    ...,
] = (
    ("date", lambda reply: reply.date, lambda question, _: question.asked_on),
    (
        "author/name",
        lambda reply: reply.author and reply.author.name,
        lambda question, _: question.author and question.author.name,
    ),
    ("number", lambda reply: reply.number, number_of),
)


def _note_contradictions(
    chooser: Chooser,
    question: ParliamentaryQuestion,
    answers: Sequence[Answer],
    groups: Sequence[list[Kept[Answer]]],
) -> None:
    """Note what the head of an answer says of the question, and other files say otherwise.

    The answer keeps what is printed there.
    """
    noted = {difference.pointer for difference in chooser.differences}
    for index, (answer, group) in enumerate(zip(answers, groups, strict=True)):
        key = respondent_key(answer)
        for field, said, asked in _SAID_TWICE:
            pointer = f"/answers/{index}/replies_to/{field}"
            value = answer.replies_to and said(answer.replies_to)
            having = {id(kept.file) for kept in group}
            others = [
                Reading(file, asked(file.dossier.question, key))
                for file in chooser.files.files
                if id(file) not in having and asked(file.dossier.question, key) is not None
            ]
            if value in (None, asked(question, key)) or pointer in noted or not others:
                continue
            own = [Reading(kept.file, value) for kept in group]
            chooser.differ(pointer, shown(value), [*own, *others])
