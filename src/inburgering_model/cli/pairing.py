"""What stands beside what: the items of a question and the answer items that answer them."""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.answer import AnswerItem, ReferringAnswer
from inburgering_model.model.question import QuestionItem

if TYPE_CHECKING:
    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.judgement import Alignment
    from inburgering_model.model.references import ItemReference

__all__ = ["Outcome", "Placed", "Row", "pair_up"]


class Outcome(Enum):
    """What became of the items in a row, by their labels."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    REFERRED = "referred"
    UNLABELLED = "unlabelled"
    HEADING = "heading"


_ALONE = (Outcome.UNANSWERED, Outcome.HEADING)


@frozen(kw_only=True)
class Placed:
    """An answer item, and which answer it belongs to (from 0)."""

    answer: int
    item: AnswerItem


@frozen(kw_only=True)
class Row:
    """Items of the question beside the answer items that answer them."""

    outcome: Outcome
    items: tuple[QuestionItem, ...]
    answered_by: tuple[Placed, ...] = ()
    shown_before: bool = False
    """Whether the same answer items stand beside an earlier row."""


def pair_up(dossier: Dossier, alignment: Alignment) -> tuple[tuple[Row, ...], tuple[Placed, ...]]:
    """The rows in the order of the question, and the answer items that stand beside none.

    Neighbours that the same answer items answer share a row.
    """
    table = _Table(dossier, alignment)
    found: list[Row] = []
    shown: set[tuple[int, ...]] = set()
    for (outcome, numbers), group in groupby(dossier.question.items, table.place):
        answered_by = tuple(table.placed[number] for number in numbers)
        items = tuple(group)
        rows = [(item,) for item in items] if outcome in _ALONE else [items]
        found += [
            Row(
                outcome=outcome,
                items=row,
                answered_by=answered_by,
                shown_before=bool(numbers) and numbers in shown,
            )
            for row in rows
        ]
        shown.add(numbers)
    used = {number for numbers in shown for number in numbers}
    rest = tuple(placed for number, placed in enumerate(table.placed) if number not in used)
    return tuple(found), rest


class _Table:
    """All answer items numbered through, and looked up by what they answer."""

    def __init__(self, dossier: Dossier, alignment: Alignment) -> None:
        self.placed = [
            Placed(answer=index, item=item)
            for index, answer in enumerate(dossier.answers)
            for item in answer.items
        ]
        # By identity: two answers may hold equal items and answer different things with them.
        numbers_of: dict[int, list[int]] = {}
        for number, placed in enumerate(self.placed):
            numbers_of.setdefault(id(placed.item), []).append(number)
        self._answering: dict[ItemReference, list[int]] = {}
        for reference, item in alignment.pairs:
            numbers = self._answering.setdefault(reference, [])
            last = numbers[-1] if numbers else -1
            # Pairs come in the order of the answers, so that one object used twice counts twice.
            numbers.append(next(number for number in numbers_of[id(item)] if number > last))
        referring = {
            index
            for index, answer in enumerate(dossier.answers)
            if isinstance(answer, ReferringAnswer)
        }
        numbered = tuple(enumerate(self.placed))
        self._beside: dict[Outcome, tuple[int, ...]] = {
            Outcome.REFERRED: tuple(n for n, p in numbered if p.answer in referring),
            Outcome.UNLABELLED: tuple(
                n for n, p in numbered if p.answer not in referring and not p.item.answers
            ),
        }
        self._outcomes = {
            **dict.fromkeys(alignment.unanswered, Outcome.UNANSWERED),
            **dict.fromkeys(alignment.referred, Outcome.REFERRED),
            **dict.fromkeys(alignment.unlabelled, Outcome.UNLABELLED),
        }

    def place(self, item: QuestionItem) -> tuple[Outcome, tuple[int, ...]]:
        """What became of an item, and the numbers of the answer items beside it."""
        numbers = self._answering.get(item.reference)
        if numbers is not None:
            return Outcome.ANSWERED, tuple(numbers)
        outcome = self._outcomes.get(item.reference, Outcome.HEADING)
        return outcome, self._beside.get(outcome, ())
