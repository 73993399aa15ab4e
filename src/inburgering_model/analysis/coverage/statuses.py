"""Lines that refer, put off or decline, and the sub-questions that they do so for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.asking import YES_OR_NO
from inburgering_model.analysis.coverage.cues import Cue, Polarity, not_done
from inburgering_model.analysis.coverage.verdicts import FOR_SURE, Verdict
from inburgering_model.analysis.coverage.wording import stems_of
from inburgering_model.model.judgement import CoverageStatus
from inburgering_model.model.people import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.analysis.coverage.asking import Part
    from inburgering_model.analysis.coverage.looking import AnswerText, Line
    from inburgering_model.model.question import QuestionItem, SubQuestion

__all__ = ["Statuses", "verdict_of_denial", "verdict_of_line"]

_STATUS_OF_CUE = {
    Cue.REFERRED: CoverageStatus.REFERRED,
    Cue.POSTPONED: CoverageStatus.POSTPONED,
    Cue.DECLINED: CoverageStatus.DECLINED,
}


class Statuses:
    """Which lines refer, put off or decline for which sub-questions, by the words they share."""

    def __init__(self, items: Sequence[QuestionItem], text: AnswerText) -> None:
        """Compare every such line with the sub-questions of all items that it answers."""
        self._best: dict[int, tuple[int, set[str]]] = {}
        self._asked: dict[int, int] = {}  # how many sub-questions a first line answers
        self._first: dict[str, int] = {}
        for item in items:
            lines = text.of(item.reference)
            if lines:
                self._first[item.key] = id(lines[0])
                asked = sum(each.condition is None for each in item.sub_questions)
                self._asked[id(lines[0])] = self._asked.get(id(lines[0]), 0) + asked
            weighty = [line for line in lines if line.status is not None]
            for asked_one in item.sub_questions if weighty else ():
                self._compare(asked_one, weighty)

    def _compare(self, asked: SubQuestion, lines: Sequence[Line]) -> None:
        stems = stems_of(asked.passage.text)
        for line in lines:
            overlap = line.overlap(stems)
            most, whose = self._best.get(id(line), (0, set[str]()))
            if overlap > most:
                self._best[id(line)] = overlap, {asked.id}
            elif overlap and overlap == most:
                whose.add(asked.id)

    def is_alone(self, item: QuestionItem) -> bool:
        """Whether its answer answers one sub-question only, apart from those on a condition."""
        first = self._first.get(item.key)
        return first is not None and self._asked[first] == 1

    def is_about(self, line: Line, asked: SubQuestion) -> bool:
        """Whether no other sub-question shares more words with a line."""
        return asked.id in self._best.get(id(line), (0, ()))[1]

    def for_one(self, asked: SubQuestion, lines: Sequence[Line]) -> Line | None:
        """The line that refers, puts off or declines for a sub-question."""
        weighty = [line for line in lines if line.status is not None]
        about = [line for line in weighty if self.is_about(line, asked)]
        nobodys = [line for line in weighty if id(line) not in self._best]
        return next(iter(about or nobodys), None)


def verdict_of_line(line: Line, lines: Sequence[Line], confidence: float) -> Verdict:
    """What a line does, as a verdict; a refusal refers when one of ``lines`` does."""
    if line.status is Cue.DECLINED:
        line = next((each for each in lines if each.status is Cue.REFERRED), line)
    cue = line.status or Cue.DECLINED
    return Verdict(_STATUS_OF_CUE[cue], f"coverage.{cue.value}", confidence, line.sentence.spans)


def verdict_of_denial(parts: Sequence[Part], lines: Sequence[Line]) -> Verdict | None:
    """No, to "Werd dat gemeten?" by "werd niet gemeten", which refuses any other question."""
    if len(parts) > 1 or parts[0].kind != YES_OR_NO:
        return None
    for line in (line for line in lines if line.status is Cue.DECLINED):
        done = not_done(line.sentence.text)
        if done is not None and fold(done) in fold(parts[0].text).split():
            spans = line.sentence.spans
            return Verdict(CoverageStatus.ANSWERED, "coverage.no", FOR_SURE, spans, Polarity.NO)
    return None
