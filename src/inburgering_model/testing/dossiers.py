"""Ready dossiers of any size: what is asked and answered, in sentences that are always the same.

They are made, not read: they have no sources and no evidence. Written with
:func:`~inburgering_model.to_published` and read with :func:`~inburgering_model.parse` their
question and answers come back equal. They need nothing but the package itself.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

from inburgering_model.model.answer import AnswerItem, CoordinatedAnswer, OrdinaryAnswer
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Addressee, Minister, Office, Person
from inburgering_model.model.pilot import Municipality, Pilot, PilotStatus
from inburgering_model.model.question import ParliamentaryQuestion, QuestionItem, SubQuestion
from inburgering_model.model.references import ItemReference
from inburgering_model.reference import municipalities
from inburgering_model.testing._prose import Topic, filled, frames, names, topics

if TYPE_CHECKING:
    from inburgering_model.model.answer import Answer

__all__ = ["large_dossier", "make_dossier", "small_dossier"]

_ASKED_ON: Final = date(2020, 1, 14)
_FIRST_NUMBER: Final = 112
_LIMITS: Final = {"items": 10_000, "addressees": 25, "pilots": 13}
"""The most of each that the tables have names for, or that is still a written question."""


def make_dossier(
    *, items: int = 2, addressees: int = 1, pilots: int = 0, answered: bool = True, seed: int = 0
) -> Dossier:
    """Make a dossier of a size: the same arguments give the same dossier.

    Args:
        items: how many numbered items are asked, each with one sub-question; 1 to 10,000.
        addressees: how many ministers are asked, 1 to 25. The first answers, for all.
        pilots: how many pilots the answer to the last item tells of, 0 to 13.
        answered: whether there is an answer, with an item for each that was asked.
        seed: another number gives another topic, other names and other sentences.

    Raises:
        ValueError: when a number is outside its bounds, or pilots are told of without an answer.

    >>> dossier = make_dossier(items=3, addressees=2, pilots=1)
    >>> dossier.citation, len(dossier.question.items), len(dossier.pilots)
    ('SV nr. 112 (2019-2020)', 3, 1)
    """
    _check(answered=answered, items=items, addressees=addressees, pilots=pilots)
    random = Random(seed)  # noqa: S311 - only words
    topic = topics()[seed % len(topics())]
    question = _question(random, topic, items, addressees)
    if not answered:
        return Dossier(question=question)
    told = _pilots(random, pilots)
    answer = _answer(random, topic, question, [sentence for sentence, _ in told])
    return Dossier(question=question, answers=(answer,), pilots=tuple(pilot for _, pilot in told))


@cache
def small_dossier() -> Dossier:
    """The smallest complete dossier: one item, asked of one minister, who answers.

    >>> [item.number for item in small_dossier().question.items]
    [1]
    """
    return make_dossier(items=1)


@cache
def large_dossier() -> Dossier:
    """A dossier larger than any that is likely: 200 items, asked of nine ministers, ten pilots.

    >>> len(large_dossier().question.items), len(large_dossier().question.addressees)
    (200, 9)
    """
    return make_dossier(items=200, addressees=9, pilots=10)


def _check(*, answered: bool, **sizes: int) -> None:
    for name, size in sizes.items():
        least = 0 if name == "pilots" else 1
        if not least <= size <= _LIMITS[name]:
            message = f"{name} is {size}: expected {least} to {_LIMITS[name]}"
            raise ValueError(message)
    if sizes["pilots"] and not answered:
        message = "pilots are told of in an answer: leave them out, or answered=False"
        raise ValueError(message)


def _question(random: Random, topic: Topic, items: int, addressees: int) -> ParliamentaryQuestion:
    author, *ministers = _people(random, addressees + 1)
    return ParliamentaryQuestion(
        title=topic.title,
        author=author,
        asked_on=_ASKED_ON,
        addressees=tuple(
            Addressee(
                person=minister,
                offices=() if index else (_office(random),),
                number=_FIRST_NUMBER + index,
            )
            for index, minister in enumerate(ministers)
        ),
        context=(Passage(text=_sentence(random, topic, "context")),),
        items=tuple(_item(random, topic, number) for number in range(1, items + 1)),
    )


def _people(random: Random, count: int) -> list[Person]:
    families = random.sample(names("family"), count)
    return [Person(name=f"{random.choice(names('given'))} {family}") for family in families]


def _office(random: Random) -> Office:
    portfolio = random.choice(names("portfolio"))
    return Office(title=f"Vlaams minister van {portfolio}", portfolios=(portfolio,))


def _item(random: Random, topic: Topic, number: int) -> QuestionItem:
    asked = Passage(text=_sentence(random, topic, "question"))
    return QuestionItem(
        number=number,
        passages=(asked,),
        sub_questions=(SubQuestion(id=f"{number}.1", passage=asked),),
    )


def _pilots(random: Random, count: int) -> list[tuple[str, Pilot]]:
    """Pilots, each with the sentence that tells of it."""
    told: list[tuple[str, Pilot]] = []
    for number, place in enumerate(random.sample(names("place"), count), 1):
        frame = random.choice([frame for frame in frames("pilot") if frame.slots == ("place",)])
        known = municipalities.find(place)
        where = Municipality(name=place, nis=known.nis if known else None)
        status = PilotStatus(frame.says)
        pilot = Pilot(id=f"p{number}", municipalities=(where,), status=status)
        told.append((frame.text.format(place=place), pilot))
    return told


def _answer(
    random: Random, topic: Topic, question: ParliamentaryQuestion, told: list[str]
) -> Answer:
    own, *others = question.addressees
    answer = OrdinaryAnswer(
        respondent=Minister(person=own.person, offices=own.offices),
        replies_to=question.references[0],
        items=tuple(
            AnswerItem(
                label=f"{item.number}.",
                answers=(ItemReference(number=item.number or 0),),
                passages=_said(random, topic, told if item is question.items[-1] else []),
            )
            for item in question.items
        ),
    )
    if not others:
        return answer
    return CoordinatedAnswer(
        respondent=answer.respondent,
        replies_to=answer.replies_to,
        items=answer.items,
        on_behalf_of=tuple(others),
    )


def _said(random: Random, topic: Topic, told: list[str]) -> tuple[Passage, ...]:
    said = Passage(text=_sentence(random, topic, "answer"))
    return (said, Passage(text=" ".join(told))) if told else (said,)


def _sentence(random: Random, topic: Topic, kind: str) -> str:
    return filled(random.choice(frames(kind)), topic, random, {})
