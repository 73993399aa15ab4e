"""Lines that refer, put off or decline, and the sub-questions that they do so for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from inburgering_model.analysis.coverage.asking import YES_OR_NO, parts_of
from inburgering_model.analysis.coverage.cues import Cue, Polarity, not_done, polarity_said
from inburgering_model.analysis.coverage.verdicts import FOR_SURE, LIKELY, Verdict
from inburgering_model.analysis.coverage.wording import stems_of
from inburgering_model.model.judgement import CoverageStatus
from inburgering_model.model.people import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.analysis.coverage.asking import Part
    from inburgering_model.analysis.coverage.looking import AnswerText, Line
    from inburgering_model.model.question import QuestionItem, SubQuestion

__all__ = [
    "Statuses",
    "answered_all_the_same",
    "opens_with_yes_or_no",
    "verdict_of_line",
    "verdict_of_sending",
]

_STATUS_OF_CUE = {
    Cue.REFERRED: CoverageStatus.REFERRED,
    Cue.POSTPONED: CoverageStatus.POSTPONED,
    Cue.DECLINED: CoverageStatus.DECLINED,
}


# What speaks of everything that was asked: "De gevraagde cijfers worden nog opgevraagd."
_OF_ALL_ASKED: Final = re.compile(
    r"\b[Gg]evraagde (?:cijfer|gegeven|informatie|aantal|bedrag|opsplitsing|overzicht)"
)


# An opening that points at what was asked.
_POINTING: Final = re.compile(r"(?:Daarover|Hierover|Daaromtrent|Hieromtrent|Daarop|Hierop)\b")


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
            if _OF_ALL_ASKED.search(line.sentence.text) is not None:
                continue
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

    def is_of_whole(self, item: QuestionItem, lines: Sequence[Line]) -> bool:
        """Whether an answer to one sub-question opens with what becomes of it: "Daarover …"."""
        if not lines or lines[0].status is None or not self.is_alone(item):
            return False
        return _POINTING.match(lines[0].sentence.text) is not None

    def is_about(self, line: Line, asked: SubQuestion) -> bool:
        """Whether no other sub-question shares more words with a line."""
        return asked.id in self._best.get(id(line), (0, ()))[1]

    def is_about_none_but(self, line: Line, asked: SubQuestion) -> bool:
        """Whether it is about a sub-question, or about nothing that was asked."""
        return id(line) not in self._best or self.is_about(line, asked)

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


def verdict_of_sending(lines: Sequence[Line], sent_to: Sequence[Line]) -> Verdict | None:
    """What became of the item that "Zie vraag 1" sends to, when that refers, puts off or declines.

    None when the answer says anything by itself, or the lines it sends to do.
    """
    if len(lines) != 1 or lines[0].shown or len(lines[0].sentence.stems) > 1:
        return None
    weighty = [line for line in sent_to if line.status is not None]
    only = all(line.status is not None or line.is_bare for line in sent_to)
    if not weighty or not only or polarity_said(lines[0].sentence.text) is not None:
        return None
    return verdict_of_line(weighty[0], sent_to, LIKELY)


def opens_with_yes_or_no(asked: SubQuestion, lines: Sequence[Line]) -> bool:
    """Whether a bare yes or no opens the answer to a question that asks for it."""
    if asked.condition is not None or [part.kind for part in parts_of(asked)] != [YES_OR_NO]:
        return False
    return lines[0].is_bare and polarity_said(lines[0].sentence.text) is not None


def answered_all_the_same(parts: Sequence[Part], lines: Sequence[Line]) -> Verdict | None:
    """What a line that refuses or puts off does answer.

    No, to "Werd dat gemeten?", by "werd niet gemeten"; and when, to "Wanneer zijn de cijfers
    beschikbaar?", by "De cijfers zijn pas in juni beschikbaar".
    """
    if len(parts) > 1:
        return None
    (part,) = parts
    for line in (line for line in lines if line.status is not None):
        spans = line.sentence.spans
        if part.kind == YES_OR_NO and line.status is Cue.DECLINED:
            done = not_done(line.sentence.text)
            if done is not None and fold(done) in fold(part.text).split():
                return Verdict(CoverageStatus.ANSWERED, "coverage.no", FOR_SURE, spans, Polarity.NO)
        shows_when = part.kind == "date" and "date" in line.shown
        if shows_when and line.status is Cue.POSTPONED and line.overlap(part.stems) > 1:
            return Verdict(CoverageStatus.ANSWERED, "coverage.date", LIKELY, spans)
    return None
