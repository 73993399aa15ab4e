"""What became of each sub-question of a dossier."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.analysis.coverage.asking import LOOSELY_ASKED, parts_of
from inburgering_model.analysis.coverage.conditions import (
    failed_condition,
    moot_antecedent,
    moot_ellipsis,
    pending,
    said_with_condition,
)
from inburgering_model.analysis.coverage.cues import Cue
from inburgering_model.analysis.coverage.joining import join, rest_declined, with_rest_declined
from inburgering_model.analysis.coverage.letters import LeadIns
from inburgering_model.analysis.coverage.looking import AnswerText
from inburgering_model.analysis.coverage.sides import leaves_out_a_side
from inburgering_model.analysis.coverage.statuses import (
    Statuses,
    answered_all_the_same,
    opens_with_yes_or_no,
    verdict_of_line,
    verdict_of_sending,
)
from inburgering_model.analysis.coverage.verdicts import (
    FOR_SURE,
    HINT,
    LIKELY,
    PLAUSIBLE,
    Verdict,
    lower,
)
from inburgering_model.analysis.coverage.weighing import Question, weigh
from inburgering_model.analysis.coverage.years import leaves_out_years
from inburgering_model.model.judgement import CoverageFinding, CoverageStatus
from inburgering_model.model.question import ConditionKind, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.analysis.coverage.asking import Part
    from inburgering_model.analysis.coverage.looking import Line
    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.question import QuestionItem, SubQuestion

__all__ = ["coverage"]

_MANY = 2  # shared content words that do not come by chance
_ELSEWHERE = ("date", "amount", "number", "place", "follow_up")
_LABEL_RULE = "coverage.label"
_FIGURE_RULES = frozenset(("coverage.number", "coverage.amount", "coverage.share"))
_NOT_GIVEN = (Cue.DECLINED, Cue.POSTPONED)
# What opens a sentence about those that the sentence before it leaves out.
_OF_THE_REST = re.compile(r"(?:Voor|Van|Hoeveel dat)\s")


def coverage(dossier: Dossier) -> tuple[CoverageFinding, ...]:
    r"""Judge what became of each sub-question, in the order of the question.

    A finding is a judgement: it names the rule that made it, the spans it rests on (those of the
    sub-question itself when nothing was found), and a step of
    :data:`~inburgering_model.CONFIDENCES`. Whether an answer is true or good is not judged.

    Rules are tried in this order; the first that says something decides:

    1. A procedural sub-question asks nothing of the matter: moot (``coverage.procedural``).
    2. Labels, as :func:`~inburgering_model.align` reads them: no answer at all
       (``coverage.no-answer``), nothing but a referring answer (``coverage.referring-answer``;
       where it names the items it refers for, the others are weighed by what else it says),
       only a provisional one that does not go into the item (``coverage.provisional``; less surely
       when it has the label, and does not say it).
    3. Conditions: what "Zo ja" supposes was denied (``coverage.condition``), or what "deze keuze"
       points at is moot or is not there (``coverage.anaphora``).
    4. Cues, in the answer items that are aligned: yes and no (``coverage.yes``, ``coverage.no``,
       ``coverage.opposite``), a referral, a promise, a refusal (``coverage.referred``,
       ``coverage.postponed``, ``coverage.declined``).
    5. What the question word asks for: ``coverage.date``, ``coverage.amount``, ``coverage.number``
       and so on; looked for in the aligned items, in those that these send the reader to, and, for
       a few kinds, in all others (``coverage.elsewhere.date`` …). One figure answers one question,
       less surely when it counts others than were asked for, is of another year or is denied.
    6. Shared content words (``coverage.shared-words``), and the label alone (``coverage.label``):
       not for a question beside others that has several words of its own.

    What stands above lettered items and is answered nowhere itself is looked for in the answers to
    its letters, and is never found for sure; a letter that asks more of the same ("Met wie?")
    answers it, too (``coverage.letters``).

    A sub-question with several question words is partially answered when only some were found
    (``coverage.part``), one about several years when some of them are left out
    (``coverage.years``), one by two measures when one does not show (``coverage.sides``), and one
    about each of several when there is one figure for all
    (``coverage.total``). When nothing was found it is unanswered (``coverage.not-found``).

    Of a merged dossier, a supplementary answer goes before the one that it adds to, a provisional
    one counts only without another, and a referring one only refers.

    Time is linear in the text: of one item, the first 200 sentences of its answer are weighed.

    >>> from inburgering_model import parse
    >>> dossier = parse(
    ...     "Wegen\n\n1. Komen er nieuwe fietspaden? Zo ja, waar?\n\n2. Wat kost dat?\n\n"
    ...     "ANTWOORD\nop vraag nr. 3 van 4 mei 2020\nvan AN PEETERS\n\n1. Neen.\n\n"
    ...     "2. Daarover beschik ik niet over cijfers.\n"
    ... ).dossier
    >>> for finding in coverage(dossier):
    ...     print(finding.sub_question, finding.status.value, finding.rule, finding.confidence)
    1.1 answered coverage.no 0.9
    1.2 moot coverage.condition 0.9
    2.1 declined coverage.declined 0.9
    """
    judge = _Judge(dossier)
    for item in dossier.question.items:
        judge.judge(item)
    for item in dossier.question.items:
        judge.look_below(item)
    return tuple(
        CoverageFinding(
            sub_question=asked.id,
            status=verdict.status,
            rule=verdict.rule,
            confidence=verdict.confidence,
            spans=verdict.spans,
        )
        for item in dossier.question.items
        for asked in item.sub_questions
        for verdict in (judge.verdicts[asked.id],)
    )


class _Judge:
    """The verdicts so far, by the id of the sub-question."""

    def __init__(self, dossier: Dossier) -> None:
        self._text = AnswerText(dossier)
        self._statuses = Statuses(dossier.question.items, self._text)
        self.verdicts: dict[str, Verdict] = {}
        self._lead_ins = LeadIns(dossier.question.items, self._text)

    def judge(self, item: QuestionItem) -> None:
        """Judge the sub-questions of an item, in order: later ones can hang on earlier ones."""
        lines = self._text.of(item.reference)
        for index, asked in enumerate(item.sub_questions):
            verdict = (
                _procedural(asked)
                or self._without_answer(item, asked, lines)
                or self._supposed(item, index)
                or self._below(item, asked)
                or self._weighed(item, index, lines)
            )
            self.verdicts[asked.id] = verdict

    def look_below(self, item: QuestionItem) -> None:
        """Judge again what stands above letters and was not found, now that these are judged."""
        if not self._lead_ins.is_answered_below(item):
            return
        for asked in item.sub_questions:
            if self.verdicts[asked.id].status is CoverageStatus.UNANSWERED:
                implied = self._lead_ins.implied(item, asked, self.verdicts)
                self.verdicts[asked.id] = implied or self.verdicts[asked.id]

    def _without_answer(
        self, item: QuestionItem, asked: SubQuestion, lines: Sequence[Line]
    ) -> Verdict | None:
        text, own = self._text, asked.passage.spans
        if not text.answers:
            return Verdict(CoverageStatus.UNANSWERED, "coverage.no-answer", FOR_SURE, own)
        if text.is_referred(item.reference):
            spans = text.referring[0].sentence.spans if text.referring else own
            return Verdict(CoverageStatus.REFERRED, "coverage.referring-answer", FOR_SURE, spans)
        if text.is_provisional(item.reference) and not text.is_labelled(item.reference):
            promise = next((line for line in lines if line.status is Cue.POSTPONED), None)
            spans = (promise or lines[0]).sentence.spans if lines else own
            return Verdict(CoverageStatus.POSTPONED, "coverage.provisional", FOR_SURE, spans)
        return None

    def _below(self, item: QuestionItem, asked: SubQuestion) -> Verdict | None:
        """What the answers to its letters say; not found there, it is still not surely absent."""
        if not self._lead_ins.is_answered_below(item):
            return None
        found = self._lead_ins.found(item, asked)
        return found or evolve(_not_found(asked, ()), confidence=PLAUSIBLE)

    def _supposed(self, item: QuestionItem, index: int) -> Verdict | None:
        """Moot, by a yes or no that was not said or by what a pointing word surely points at."""
        asked = item.sub_questions[index]
        if asked.condition is not None:
            failed = failed_condition(asked.condition, self.verdicts)
            if failed is not None and asked.condition.kind is not ConditionKind.IF:
                return failed
        pointing = moot_antecedent(asked, item.sub_questions[:index], self.verdicts)
        return pointing if pointing is not None and pointing.confidence > PLAUSIBLE else None

    def _weighed(self, item: QuestionItem, index: int, lines: tuple[Line, ...]) -> Verdict:
        asked = item.sub_questions[index]
        found = answered_all_the_same(parts_of(asked), lines) or self._found(item, index, lines)
        failed = failed_condition(asked.condition, self.verdicts) if asked.condition else None
        pointing = moot_antecedent(asked, item.sub_questions[:index], self.verdicts)
        for moot in (failed, pointing):
            if moot is not None and (found is None or found.confidence <= moot.confidence):
                return moot
        if found is None and asked.condition is not None:
            found = pending(asked.condition, self.verdicts)
        if found is None:
            before = item.sub_questions[index - 1] if index else None
            on = self.verdicts[before.id] if before is not None else None
            return (
                moot_ellipsis(asked, on)
                or said_with_condition(asked, self.verdicts)
                or self._put_off(item, asked, lines)
                or _not_found(asked, lines)
            )
        labelled = self._text.is_labelled(item.reference)
        return found if labelled or len(self._text.alignment.unlabelled) == 1 else _lowered(found)

    def _put_off(
        self, item: QuestionItem, asked: SubQuestion, lines: Sequence[Line]
    ) -> Verdict | None:
        """What a provisional answer leaves to the final one."""
        if not self._text.is_provisional(item.reference):
            return None
        promise = next((line for line in lines if line.status is Cue.POSTPONED), None)
        spans = asked.passage.spans if promise is None else promise.sentence.spans
        return Verdict(CoverageStatus.POSTPONED, "coverage.provisional", PLAUSIBLE, spans)

    def _found(self, item: QuestionItem, index: int, lines: tuple[Line, ...]) -> Verdict | None:
        asked = item.sub_questions[index]
        status = self._statuses.for_one(asked, lines)
        weighty = [line for line in lines if line.status is not None]
        only = weighty and all(line.status is not None or line.is_bare for line in lines)
        if only and not opens_with_yes_or_no(asked, lines):
            line = status or weighty[0]
            return verdict_of_line(line, lines, FOR_SURE if status is not None else LIKELY)
        sent_to = self._text.sent_to(item.reference)
        of_whole = self._statuses.is_of_whole(item, lines)
        whole = verdict_of_line(lines[0], lines, LIKELY) if of_whole else None
        if (shared := whole or verdict_of_sending(lines, sent_to)) is not None:
            return shared
        parts = parts_of(asked)
        alone = self._statuses.is_alone(item)
        question = Question(lines, alone, asked.condition is not None, further=index > 0)
        found = [weigh(part, question) for part in parts]
        if not any(found):
            there = Question(sent_to, alone, conditional=True)
            sent = [weigh(part, there) for part in parts] if there.lines else found
            found = [_lowered(verdict) if verdict else None for verdict in sent]
        if status is not None and not self._statuses.is_about(status, asked):
            status = None if any(part.kind == "reason" for part in parts) else status
        some_years = _leaves_out_years(parts, lines)
        if status is not None and all(map(_is_weak, found)) and not some_years:
            about = self._statuses.is_about(status, asked)
            return verdict_of_line(status, (), LIKELY if about else PLAUSIBLE)
        found = [
            verdict or self._elsewhere(part, lines)
            for part, verdict in zip(parts, found, strict=True)
        ]
        joined = join(found)
        if some_years and joined is None and status is not None:
            joined = verdict_of_line(status, (), PLAUSIBLE)
        if joined is not None and (
            left_out := _left_out(joined, parts, lines, some_years=some_years)
        ):
            return _partial(joined, left_out)
        if joined is None or status is None or not self._statuses.is_about(status, asked):
            return joined and (self._without_the_rest(asked, joined, lines) or joined)
        return with_rest_declined(joined, status, parts)

    def _without_the_rest(
        self, asked: SubQuestion, found: Verdict, lines: Sequence[Line]
    ) -> Verdict | None:
        """A part, where the next sentence gives no more: "Voor Geel zijn er geen cijfers"."""
        for line, following in pairwise(lines):
            is_found = line.sentence.spans == found.spans and found.rule in _FIGURE_RULES
            if not (is_found and following.status in _NOT_GIVEN):
                continue
            if _OF_THE_REST.match(following.sentence.text) is None:
                continue
            if self._statuses.is_about_none_but(following, asked):
                return rest_declined(found, following)
        return None

    def _elsewhere(self, part: Part, lines: tuple[Line, ...]) -> Verdict | None:
        for kind in part.shows:
            if kind not in _ELSEWHERE:
                continue
            for line in self._text.elsewhere(kind, lines):
                if kind == "follow_up" or line.overlap(part.stems) >= _MANY:
                    confidence = LIKELY if kind == "follow_up" else HINT
                    rule = f"coverage.elsewhere.{kind.replace('_', '-')}"
                    return Verdict(CoverageStatus.ANSWERED, rule, confidence, line.sentence.spans)
        return None


def _procedural(asked: SubQuestion) -> Verdict | None:
    if asked.form is not Form.PROCEDURAL:
        return None
    return Verdict(CoverageStatus.MOOT, "coverage.procedural", FOR_SURE, asked.passage.spans)


def _leaves_out_years(parts: Sequence[Part], lines: Sequence[Line]) -> bool:
    """Whether lines tell of some of the years that are asked about, and send to no table."""
    if any("annex" in line.shown for line in lines):
        return False
    asked = " ".join(part.text for part in parts)
    return leaves_out_years(asked, (line.sentence.text for line in lines if line.status is None))


def _left_out(
    found: Verdict, parts: Sequence[Part], lines: Sequence[Line], *, some_years: bool
) -> str | None:
    """The rule by which a part of what was asked is left out."""
    if found.polarity is not None:
        return None
    if some_years:
        return "coverage.years"
    sides = any(leaves_out_a_side(part.text, lines) for part in parts)
    return "coverage.sides" if sides else None


def _partial(found: Verdict, rule: str) -> Verdict:
    """Answered for some of what was asked: some years, one of two sides."""
    confidence = min(found.confidence, LIKELY)
    return evolve(found, status=CoverageStatus.PARTIAL, rule=rule, confidence=confidence)


def _is_weak(verdict: Verdict | None) -> bool:
    """Whether a line that refuses, refers or puts off says more."""
    return verdict is None or verdict.rule == _LABEL_RULE or verdict.confidence <= HINT


def _not_found(asked: SubQuestion, lines: Sequence[Line]) -> Verdict:
    """Nothing says it; surer when what was asked for would show, such as a date."""
    loose = any(part.kind in LOOSELY_ASKED for part in parts_of(asked))
    vague = loose or asked.condition is not None
    sure = FOR_SURE if not lines else HINT if vague else PLAUSIBLE
    return Verdict(CoverageStatus.UNANSWERED, "coverage.not-found", sure, asked.passage.spans)


def _lowered(verdict: Verdict) -> Verdict:
    return evolve(verdict, confidence=lower(verdict.confidence))
