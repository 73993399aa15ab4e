"""Weigh what the lines of an answer say about one part of a sub-question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from inburgering_model.analysis.coverage.asking import OPEN, REQUEST, YES_OR_NO
from inburgering_model.analysis.coverage.cues import Cue, Polarity, has_cue, opposes, polarity_said
from inburgering_model.analysis.coverage.doubts import (
    counts_something_else,
    gives_total_of_each,
    most_sure,
)
from inburgering_model.analysis.coverage.looking import Line
from inburgering_model.analysis.coverage.verdicts import (
    FOR_SURE,
    HINT,
    LIKELY,
    PLAUSIBLE,
    Verdict,
)
from inburgering_model.model.judgement import CoverageStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inburgering_model.analysis.coverage.asking import Part

__all__ = ["Question", "weigh"]

_MANY = 2  # shared content words that do not come by chance
_OWN_WORDS, _MORE_OWN_WORDS = 3, 4
_LESSON = "lesson"
_LOOSE = frozenset(("results", "status", "where", "lesson", "means"))
"""Kinds that words alone can answer too."""


@frozen
class Question:
    """What is known about a sub-question when a part of it is weighed."""

    lines: Sequence[Line]
    alone: bool
    """Whether it is the only one of its item that stands on no condition."""
    conditional: bool
    further: bool = False
    """Whether another of its item comes before it."""


def weigh(part: Part, question: Question) -> Verdict | None:
    """The verdict on a part by the lines that are aligned with it; None when they do not say."""
    if part.kind == YES_OR_NO:
        return _yes_or_no(part, question)
    if part.kind in (OPEN, REQUEST):
        return _open(part, question)
    if part.kind == "assessment":
        return _assessment(part, question)
    return _shown(part, question)


def _best(
    lines: Iterable[Line], part: Part, accept: Callable[[Line], bool] = lambda _: True
) -> tuple[Line, int] | None:
    """The line that shares most content words; of those a fresh one, and then the first."""
    best: tuple[Line, int] | None = None
    for line in lines:
        overlap = line.overlap(part.stems)
        if best is not None and (overlap, not line.is_taken) <= (best[1], not best[0].is_taken):
            continue
        if accept(line):
            best = line, overlap
    return best


def _answered(
    line: Line,
    kind: str,
    confidence: float,
    polarity: Polarity | None = None,
    *,
    overlap: int = 0,
) -> Verdict:
    """Answered by a line, which is then taken for a kind of evidence."""
    line.take(kind)
    return _verdict(line, kind, confidence, polarity, overlap=overlap)


def _verdict(
    line: Line,
    kind: str,
    confidence: float,
    polarity: Polarity | None = None,
    *,
    overlap: int = 0,
) -> Verdict:
    rule = f"coverage.{kind.replace('_', '-')}"
    spans = line.sentence.spans
    return Verdict(CoverageStatus.ANSWERED, rule, confidence, spans, polarity, overlap)


def _saying(question: Question) -> list[Line]:
    """The lines that say something about the matter, and not only that there is nothing to say."""
    return [line for line in question.lines if line.status is None and not line.is_bare]


def _stating(question: Question) -> list[Line]:
    """The lines but for questions and what answers those: "Neen? Dat klopt niet"."""
    asks = [line.sentence.text.endswith("?") for line in question.lines]
    before = [False, *asks]
    return [
        line for line, *either in zip(question.lines, asks, before, strict=False) if not any(either)
    ]


def _yes_or_no(part: Part, question: Question) -> Verdict | None:
    return (
        (None if question.conditional else _opening_cue(question))
        or _framed(part, question)
        or _opposed(part, question)
        or _by_words(part, question)
        or _by_label(part, question, own=_OWN_WORDS)
    )


def _opening_cue(question: Question) -> Verdict | None:
    """The line that opens with yes or no, unless another sub-question had it."""
    for line in _stating(question):
        if has_cue(line.sentence.text, Cue.BOTH):
            return _answered(line, Cue.BOTH.value, PLAUSIBLE)
        said = polarity_said(line.sentence.text)
        if said is None or not said[1] or line.status is not None:
            continue
        if line.is_free_for("yes") and line.is_free_for("no"):
            return _answered(line, said[0].value, FOR_SURE, said[0])
    return None


def _framed(part: Part, question: Question) -> Verdict | None:
    """A frame such as "is niet aan de orde" anywhere in a line."""
    best = _best(
        _stating(question),
        part,
        lambda line: (
            line.status is None
            and polarity_said(line.sentence.text) is not None
            and line.is_free_for("yes")
            and line.is_free_for("no")
        ),
    )
    if best is None:
        return None
    line, overlap = best
    opens = question.alone or line.sentence.first
    if not overlap and (question.conditional or not opens):
        return None
    said = polarity_said(line.sentence.text)
    if said is None:
        return None
    sure = question.alone or overlap >= _MANY
    return _answered(line, said[0].value, FOR_SURE if sure else LIKELY, said[0])


def _opposed(part: Part, question: Question) -> Verdict | None:
    for line in question.lines:
        if opposes(part.text, line.sentence.text):
            return _answered(line, "opposite", LIKELY, Polarity.NO)
    return None


def _by_words(part: Part, question: Question) -> Verdict | None:
    """A line about the same, with or without a negation."""
    best = _best(_saying(question), part)
    if best is None or not best[1]:
        return None
    line, overlap = best
    denied = has_cue(line.sentence.text, Cue.NEGATION) and not has_cue(part.text, Cue.NEGATION)
    polarity = Polarity.NO if denied else Polarity.YES
    confidence = LIKELY if overlap >= _MANY else PLAUSIBLE
    return _answered(line, "shared-words", confidence, polarity, overlap=overlap)


def _any_free(question: Question, rule: str, confidence: float) -> Verdict | None:
    """A line that nothing else was read from: the label alone says that it belongs here."""
    for line in _saying(question):
        if not line.is_taken:
            return _answered(line, rule, confidence)
    return None


def _by_label(part: Part, question: Question, *, own: int | None) -> Verdict | None:
    """A line that nothing else was read from, by the label; None where it is of something else.

    A question that has so many content words of its own, none of which the answer shares, is not
    answered by standing beside another.
    """
    if own is not None and not (question.alone or question.conditional):
        shared = any(line.overlap(part.stems) for line in question.lines)
        if len(part.stems) >= own and not shared:
            return None
    return _any_free(question, "label", PLAUSIBLE if question.alone else HINT)


def _open(part: Part, question: Question) -> Verdict | None:
    lines = _saying(question)
    for kind in part.shows if part.kind == REQUEST else ():
        best = _best([line for line in lines if kind in line.shown], part)
        if best is not None:
            return _answered(best[0], kind, LIKELY, overlap=best[1])
    best = _best(lines, part, lambda line: not line.is_taken) or _best(lines, part)
    if best is not None and best[1]:
        line, overlap = best
        sure = question.alone or overlap >= _MANY
        if not line.is_taken:
            return _answered(line, "shared-words", LIKELY if sure else PLAUSIBLE, overlap=overlap)
        if overlap >= _MANY:
            return _answered(line, "shared-words", PLAUSIBLE, overlap=overlap)
    return _by_label(part, question, own=_MORE_OWN_WORDS if question.further else None)


def _assessment(part: Part, question: Question) -> Verdict | None:
    """A view by the minister, or else only findings: part of what was asked."""
    lines = _saying(question)
    best = _best(lines, part, lambda line: "assessment" in line.shown)
    if best is not None:
        return _answered(best[0], "assessment", LIKELY)
    best = _best(lines, part, lambda line: _LESSON in line.shown)
    if best is None:
        return None
    return Verdict(
        CoverageStatus.PARTIAL, "coverage.findings-only", PLAUSIBLE, best[0].sentence.spans
    )


def _shown(part: Part, question: Question) -> Verdict | None:
    for kind in part.shows:
        showing = [line for line in question.lines if kind in line.shown and line.status is None]
        free = [line for line in showing if line.is_free_for(kind)]
        fitting = [line for line in free if not counts_something_else(part, line, kind)]
        best = _best(fitting or free, part)
        if best is not None:
            line, overlap = best
            most = most_sure(part, line, kind, alone=question.alone)
            if part.kind in _LOOSE and _is_about_more(part, question, overlap):
                break
            sure = min(most, _sureness(question, overlap, len(showing)))
            if sure <= HINT and not overlap:  # a figure of something else
                break
            found = _verdict(line, kind, sure, overlap=overlap)
            if len(showing) == 1 and gives_total_of_each(part, line, kind):
                found = evolve(found, status=CoverageStatus.PARTIAL, rule="coverage.total")
            if fitting or question.alone:  # else left to who asks for what it counts
                line.take(kind)
            return found
        best = _best(showing, part)
        if best is not None and best[1] >= _MANY:
            return _answered(best[0], kind, PLAUSIBLE)
    if part.kind == "reason":
        return _any_free(question, "label", PLAUSIBLE if question.conditional else HINT)
    if part.kind in _LOOSE:
        return _none_there(part, question) or _open(part, question)
    return _none_there(part, question) or _about(part, question)


def _about(part: Part, question: Question) -> Verdict | None:
    """A fresh line about the same, though nothing of the kind that is asked for shows."""
    best = _best(_saying(question), part, lambda line: not line.is_taken)
    if best is None or best[1] < (1 if question.alone else _MANY):
        return None
    return _answered(best[0], "shared-words", HINT, overlap=best[1])


def _sureness(question: Question, overlap: int, rivals: int) -> float:
    if overlap >= _MANY or (question.alone and overlap):
        return FOR_SURE
    return PLAUSIBLE if rivals > 1 and not overlap else LIKELY


def _is_about_more(part: Part, question: Question, overlap: int) -> bool:
    """Whether another line shares clearly more words than the one that shows something."""
    best = _best(_saying(question), part)
    return best is not None and best[1] > overlap + 1


def _none_there(part: Part, question: Question) -> Verdict | None:
    """That there is none answers which, where and when, too."""
    best = _best(
        question.lines,
        part,
        lambda line: (
            (said := polarity_said(line.sentence.text)) is not None
            and said[0] is Polarity.NO
            and line.status is None
        ),
    )
    if best is None or not best[1]:
        return None
    return _answered(best[0], "no", PLAUSIBLE)
