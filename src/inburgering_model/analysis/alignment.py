"""Which answer items answer which items of the question, by their labels alone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.analysis.delegation import ends_of
from inburgering_model.errors import must_be
from inburgering_model.model.answer import AnswerItem, ReferringAnswer
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.judgement import Alignment
from inburgering_model.model.references import ItemReference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.question import QuestionItem

__all__ = ["align"]


def align(dossier: Dossier, answer: Answer | None = None) -> Alignment:
    """Pair the items of a question with the answer items that name them.

    Only labels are weighed, never what the text says. Every answer of the dossier is aligned by
    itself, and the pairs are put together. Of a merged dossier, ``answer`` (one of its own) gives
    the alignment of that answer alone.

    What an answer item answers:

    * the items it names: ``1a`` is 1a only, not 1 and not 1b;
    * naming ``1`` without a letter, item 1 and those of its lettered items (1a, 1b …) that the same
      answer does not name elsewhere;
    * naming ``1a`` where the question has no letters, item 1: the parts are the answer's own;
    * of a number that the question prints twice, ``7~2`` is the second; naming ``7``, the second
      too unless the same answer names that elsewhere;
    * naming nothing (it has no label, or a label without a number): the question's item, if it has
      just one, numbered or not; otherwise it is in no pair.

    A referring answer (*verwijzend antwoord*) answers nothing, whatever it holds: by itself it
    refers everything, beside another answer it changes nothing.

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

    Cross references that delegate ("zie het antwoord op vraag 3") are followed within their answer:
    ``delegated`` pairs each item that is sent on with the items at which that ends, of 4 to 3 to 2
    both 4 and 3 with 2. Items that lead into a circle are ``circular``. Both are paired all the
    same.

    Raises TypeError when it is given anything but a dossier, and ValueError when the answer is not
    one of its answers.

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
    given = dossier.answers if answer is None else _own(dossier, answer)
    asked = _Asked.of(dossier.question.items)
    answers = [each for each in given if not isinstance(each, ReferringAnswer)]
    items_of: dict[ItemReference, list[AnswerItem]] = {ref: [] for ref in asked.references}
    duplicated: set[ItemReference] = set()
    delegated: dict[tuple[ItemReference, ItemReference], None] = {}
    circular: set[ItemReference] = set()
    for each in answers:
        found = _items_by_reference(each, asked)
        ends, lost = ends_of(_sent_on(found, asked))
        delegated |= dict.fromkeys((ref, end) for ref, targets in ends.items() for end in targets)
        circular |= lost
        for reference, items in found.items():
            items_of[reference] += items
        duplicated |= {
            reference
            for reference, items in found.items()
            if len(items) > 1 and not asked.is_answered_in_parts(reference, items)
        }
    left = tuple(ref for ref in asked.references if ref in asked.asking and not items_of[ref])
    only_referring = bool(given) and not answers
    some_unlabelled = any(not item.answers for each in answers for item in each.items)
    return Alignment(
        pairs=tuple((reference, item) for reference, items in items_of.items() for item in items),
        unanswered=() if only_referring or some_unlabelled else left,
        unknown=_unknown(answers, asked),
        duplicated=tuple(ref for ref in asked.references if ref in duplicated),
        referred=left if only_referring else (),
        unlabelled=left if some_unlabelled else (),
        delegated=tuple(delegated),
        circular=tuple(ref for ref in asked.references if ref in circular),
    )


def _own(dossier: Dossier, answer: Answer) -> tuple[Answer, ...]:
    if answer not in dossier.answers:
        message = "the answer is not one of the dossier's answers"
        raise ValueError(message)
    return (answer,)


def _sent_on(
    items_of: Mapping[ItemReference, Sequence[AnswerItem]], asked: _Asked
) -> dict[ItemReference, tuple[ItemReference, ...]]:
    """Where the items of one answer send the reader for the items that they are paired with.

    What several items of the question share is no place to be sent to for one of them.
    """
    sent: dict[ItemReference, tuple[ItemReference, ...]] = {}
    for reference, items in items_of.items():
        targets = (
            target
            for item in items
            for cross_reference in item.cross_references
            if cross_reference.delegates
            for target in asked.named_by(cross_reference.target)
            if not any(item is other for other in items_of.get(target, ()))
        )
        found = tuple(dict.fromkeys(targets))
        if found:
            sent[reference] = found
    return sent


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

    def named_by(self, name: ItemReference) -> list[ItemReference]:
        """The items that a name stands for: 3 for 3a and 3b, too."""
        known = self.known_as(name)
        return [ref for ref in self.by_number.get(name.number, ()) if known in _names_of(ref)]

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
