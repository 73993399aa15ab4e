"""Which answer items answer which items of the question, by their labels alone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.errors import must_be
from inburgering_model.model.answer import AnswerItem, ReferringAnswer
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.judgement import Alignment
from inburgering_model.model.references import ItemReference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.question import QuestionItem

__all__ = ["align"]


def align(dossier: Dossier) -> Alignment:
    """Pair the items of a question with the answer items that name them.

    Only labels are weighed, never what the text says. Every answer of the dossier is aligned by
    itself, and the pairs are put together.

    What an answer item answers:

    * the items it names: ``1a`` is 1a only, not 1 and not 1b;
    * naming ``1`` without a letter, item 1 and those of its lettered items (1a, 1b …) that the same
      answer does not name elsewhere;
    * naming ``1a`` where the question has no letters, item 1: the parts are the answer's own;
    * of a number that the question prints twice, ``7~2`` is the second; naming ``7``, the second
      too unless the same answer names that elsewhere;
    * naming nothing (it has no label, or a label without a number): the question's item, if it has
      just one, numbered or not; otherwise it is in no pair.

    A referring answer (*verwijzend antwoord*) answers nothing, whatever it holds.

    Where an item that was asked ends up. It is in exactly one of these:

    ``pairs``
        An answer item answers it. Pairs come in the order of the question, then of the answers.
    ``referred``
        Nothing but referring answers was given.
    ``unlabelled``
        No answer item names it, but there are answer items that name nothing: it may be in there.
    ``unanswered``
        None of these; so is everything as long as there is no answer.

    On top of that, ``duplicated`` lists the paired items that two or more items of one answer pair
    with (a provisional and a final answer to the same item are no duplicates), and ``unknown`` what
    answers name and the dossier's question does not hold, in the order they name it. A number is
    known when one of its lettered items is.

    An item without sub-questions above lettered items of its own ("3. Over de kosten: a) …? b) …?")
    is a heading: it asks nothing, so it is paired when it is named and otherwise in no list.

    Raises TypeError when it is given anything but a dossier.

    >>> from inburgering_model import Dossier, OrdinaryAnswer, ParliamentaryQuestion, QuestionItem
    >>> one, two, three = (ItemReference(number=number) for number in (1, 2, 3))
    >>> question = ParliamentaryQuestion(items=(QuestionItem(number=1), QuestionItem(number=2)))
    >>> answer = OrdinaryAnswer(items=(AnswerItem(label="1 en 3.", answers=(one, three)),))
    >>> alignment = align(Dossier(question=question, answers=(answer,)))
    >>> [(str(asked), item.label) for asked, item in alignment.pairs]
    [('1', '1 en 3.')]
    >>> alignment.unanswered == (two,), alignment.unknown == (three,)
    (True, True)
    """
    must_be(Dossier, dossier, "a Dossier", {"Reading": "pass reading.dossier"})
    asked = _Asked.of(dossier.question.items)
    answers = [answer for answer in dossier.answers if not isinstance(answer, ReferringAnswer)]
    items_of: dict[ItemReference, list[AnswerItem]] = {ref: [] for ref in asked.references}
    duplicated: set[ItemReference] = set()
    for answer in answers:
        found = _items_by_reference(answer, asked)
        for reference, items in found.items():
            items_of[reference] += items
        duplicated |= {
            reference
            for reference, items in found.items()
            if len(items) > 1 and not asked.is_answered_in_parts(reference, items)
        }
    left = tuple(ref for ref in asked.references if ref in asked.asking and not items_of[ref])
    only_referring = bool(dossier.answers) and not answers
    some_unlabelled = any(not item.answers for answer in answers for item in answer.items)
    return Alignment(
        pairs=tuple((reference, item) for reference, items in items_of.items() for item in items),
        unanswered=() if only_referring or some_unlabelled else left,
        unknown=_unknown(answers, asked),
        duplicated=tuple(ref for ref in asked.references if ref in duplicated),
        referred=left if only_referring else (),
        unlabelled=left if some_unlabelled else (),
    )


def _names_of(asked: ItemReference) -> tuple[ItemReference, ...]:
    """What an answer can call an item, the closest name first; only the closest it uses counts.

    >>> [str(name) for name in _names_of(ItemReference(number=7, letter="a", occurrence=2))]
    ['7a~2', '7~2', '7a', '7']
    """
    again = asked.occurrence
    return tuple(
        ItemReference(number=asked.number, letter=letter, occurrence=occurrence)
        for occurrence in ((again, 1) if again > 1 else (again,))
        for letter in ((asked.letter, None) if asked.letter else (None,))
    )


@frozen
class _Asked:
    """The references of a question's items, in order and looked up."""

    references: tuple[ItemReference, ...]
    asking: frozenset[ItemReference]
    """All but the headings."""
    by_number: dict[int, list[ItemReference]]
    names: frozenset[ItemReference]
    """Whatever an answer can call any of them."""

    @classmethod
    def of(cls, items: Sequence[QuestionItem]) -> _Asked:
        references = tuple(dict.fromkeys(item.reference for item in items))
        lettered = {reference.number for reference in references if reference.letter}
        by_number: dict[int, list[ItemReference]] = {}
        for reference in references:
            by_number.setdefault(reference.number, []).append(reference)
        return cls(
            references=references,
            asking=frozenset(
                item.reference
                for item in items
                if item.sub_questions or item.letter or item.reference.number not in lettered
            ),
            by_number=by_number,
            names=frozenset(chain.from_iterable(map(_names_of, references))),
        )

    def known_as(self, named: ItemReference) -> ItemReference:
        """What the question calls what an answer names: 1a is 1 where 1 has no letters."""
        asked = self.by_number.get(named.number)
        if named.letter is None or not asked or any(reference.letter for reference in asked):
            return named
        return evolve(named, letter=None)

    def is_answered_in_parts(self, reference: ItemReference, items: Sequence[AnswerItem]) -> bool:
        """Whether several answer items are parts of one answer: "1a." and "1b." to an item 1."""
        letters = [
            named.letter
            for item in items
            for named in item.answers
            if named.number == reference.number
        ]
        return reference.letter is None and None not in letters and len(set(letters)) > 1


def _items_by_reference(answer: Answer, asked: _Asked) -> dict[ItemReference, list[AnswerItem]]:
    """The items of one answer, under each reference they pair with."""
    naming: dict[ItemReference, list[AnswerItem]] = {}
    for item in answer.items:
        for named in dict.fromkeys(map(asked.known_as, item.answers)):
            naming.setdefault(named, []).append(item)
    found: dict[ItemReference, list[AnswerItem]] = {}
    for number in dict.fromkeys(named.number for named in naming):
        for reference in asked.by_number.get(number, ()):
            name = next((name for name in _names_of(reference) if name in naming), None)
            if name is not None:
                found[reference] = naming[name]
    nameless = [item for item in answer.items if not item.answers]
    if nameless and len(asked.asking) == 1:
        only = next(iter(asked.asking))
        found[only] = _in_order(answer, [*found.get(only, ()), *nameless])
    return found


def _in_order(answer: Answer, items: Iterable[AnswerItem]) -> list[AnswerItem]:
    """Some items of an answer as the answer has them."""
    wanted = set(map(id, items))
    return [item for item in answer.items if id(item) in wanted]


def _unknown(answers: Iterable[Answer], asked: _Asked) -> tuple[ItemReference, ...]:
    """What was answered but never asked, each once, in the order of mention."""
    items = chain.from_iterable(answer.items for answer in answers)
    named = dict.fromkeys(chain.from_iterable(item.answers for item in items))
    return tuple(reference for reference in named if asked.known_as(reference) not in asked.names)
