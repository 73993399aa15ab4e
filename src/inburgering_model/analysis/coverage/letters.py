"""The lead-in of lettered items: "Werd dat onderzocht? a) Door wie? b) Wanneer?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.analysis.coverage.asking import YES_OR_NO, parts_of
from inburgering_model.analysis.coverage.cues import polarity_said
from inburgering_model.analysis.coverage.statuses import verdict_of_line
from inburgering_model.analysis.coverage.verdicts import LIKELY, PLAUSIBLE, Verdict
from inburgering_model.analysis.coverage.weighing import Question, weigh
from inburgering_model.model.judgement import CoverageStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inburgering_model.analysis.coverage.looking import AnswerText, Line
    from inburgering_model.model.question import QuestionItem, SubQuestion
    from inburgering_model.model.references import ItemReference

__all__ = ["LeadIns"]

_RULE = "coverage.letters"
_FEW = 3  # words of a letter that asks more of what its lead-in asks: "Om welke reden?"


class LeadIns:
    """The items that stand above lettered ones, and what the answers to those say of them."""

    def __init__(self, items: Sequence[QuestionItem], text: AnswerText) -> None:
        """Find the letters of each item."""
        self._text = text
        above = {item.reference for item in items if item.letter is None}
        self._letters: dict[ItemReference, list[QuestionItem]] = {}
        for item in items:
            parent = evolve(item.reference, letter=None)
            if item.letter is not None and parent in above:
                self._letters.setdefault(parent, []).append(item)

    def is_answered_below(self, item: QuestionItem) -> bool:
        """Whether nothing answers an item itself, and something does answer its letters."""
        letters = self._letters.get(item.reference, ())
        own = self._text.of(item.reference)
        return not own and any(self._text.of(letter.reference) for letter in letters)

    def found(self, item: QuestionItem, asked: SubQuestion) -> Verdict | None:
        """What the answers to the letters say of their lead-in; never more than likely."""
        lines = self._lines(item)
        weighty = [line for line in lines if line.status is not None]
        if weighty and all(line.status is not None or line.is_bare for line in lines):
            return verdict_of_line(weighty[0], lines, PLAUSIBLE)
        question = Question(lines, alone=False, conditional=False)
        found = [weigh(part, question) for part in parts_of(asked)]
        given = [each for each in found if each is not None and not _by_chance(each)]
        if not given or len(given) < len(found):
            return None
        return evolve(given[0], confidence=min(LIKELY, *(each.confidence for each in given)))

    def implied(
        self, item: QuestionItem, asked: SubQuestion, verdicts: Mapping[str, Verdict]
    ) -> Verdict | None:
        """Answered, when a few words that ask more of the same are: with whom says that, too."""
        for letter in self._letters.get(item.reference, ()):
            for below in letter.sub_questions[:1]:
                found = verdicts[below.id]
                hangs = below.condition is not None and below.condition.on == asked.id
                asks_more = hangs or len(below.passage.text.split()) <= _FEW
                if asks_more and found.status is CoverageStatus.ANSWERED:
                    sure = min(PLAUSIBLE, found.confidence)
                    return Verdict(CoverageStatus.ANSWERED, _RULE, sure, found.spans)
        return None

    def _lines(self, item: QuestionItem) -> list[Line]:
        """Lines of the letters as new, so that the letters find theirs untaken.

        A yes or no to a letter that asks for one of its own is left out.
        """
        return [
            line.untaken()
            for letter in self._letters[item.reference]
            for line in self._text.of(letter.reference)
            if not _asks_for_yes_or_no(letter) or polarity_said(line.sentence.text) is None
        ]


def _by_chance(found: Verdict) -> bool:
    """Whether a line was taken for its label, or for one word that it shares."""
    shared = found.rule == "coverage.shared-words" and found.confidence < LIKELY
    return shared or found.rule == "coverage.label"


def _asks_for_yes_or_no(letter: QuestionItem) -> bool:
    return any(
        asked.condition is None and parts_of(asked)[0].kind == YES_OR_NO
        for asked in letter.sub_questions
    )
