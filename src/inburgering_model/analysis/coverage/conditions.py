"""Sub-questions that hang on others: "Zo ja", "Indien …", and "deze middelen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.asking import LOOSELY_ASKED, parts_of
from inburgering_model.analysis.coverage.cues import Cue, Polarity, has_cue
from inburgering_model.analysis.coverage.verdicts import HINT, LIKELY, PLAUSIBLE, Verdict, lower
from inburgering_model.analysis.coverage.wording import event_nouns, is_content, stem, stems_of
from inburgering_model.model.judgement import CoverageStatus
from inburgering_model.model.people import fold
from inburgering_model.model.question import ConditionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inburgering_model.model.question import Condition, SubQuestion

__all__ = [
    "failed_condition",
    "moot_antecedent",
    "moot_ellipsis",
    "pending",
    "said_with_condition",
]

# A pointing word and the words after it, the first of which can be an adjective.
_POINTING = re.compile(r"(?<!\w)(?:deze|die|dit|dat)\s(\w{3,40})(?:\s(\w{3,40}))?", re.IGNORECASE)
# Questions whether something is there at all.
_EXISTENCE = re.compile(
    r"(?<!\w)(?:(?:is|zijn|was|waren|werd|werden|wordt|worden|komt|komen|bestaat|bestaan)\s(?:er|hier|"
    r"hierover|daar|daarover)|bestaa[tn]n?|heeft|hebben)(?!\w)",
    re.IGNORECASE,
)
_ELLIPSIS = "coverage.ellipsis"
_FEW = 6  # words of a question that leaves out what the one before it said
_FAR = 8  # sub-questions to look back
_PENDING = (CoverageStatus.REFERRED, CoverageStatus.POSTPONED, CoverageStatus.DECLINED)


def failed_condition(condition: Condition, verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """Moot, when what a sub-question supposes is not so; None when it is, or nobody says."""
    on = verdicts.get(condition.on or "")
    if on is None:
        return None
    if on.status is CoverageStatus.MOOT:
        return _moot(on, "coverage.condition", lower(on.confidence))
    if on.polarity is None:
        return _fulfilled_otherwise(condition, on)
    supposed = {ConditionKind.IF_YES: Polarity.YES, ConditionKind.IF_NO: Polarity.NO}.get(
        condition.kind
    )
    if supposed is None:
        negated = has_cue(condition.cue, Cue.NEGATION)
        supposed = Polarity.NO if negated else Polarity.YES
        if on.polarity is supposed:
            return None
        return _moot(on, "coverage.condition", PLAUSIBLE)
    return None if on.polarity is supposed else _moot(on, "coverage.condition", on.confidence)


def _fulfilled_otherwise(condition: Condition, on: Verdict) -> Verdict | None:
    """Moot, as "indien er nog geen cijfers zijn" is when the figures were given."""
    if condition.kind is ConditionKind.IF_YES or on.status is not CoverageStatus.ANSWERED:
        return None
    if condition.kind is ConditionKind.IF and not has_cue(condition.cue, Cue.NEGATION):
        return None
    return _moot(on, "coverage.condition", PLAUSIBLE)


def pending(condition: Condition, verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """What became of the sub-question a condition hangs on, when that is still open."""
    on = verdicts.get(condition.on or "")
    if on is None or on.status not in _PENDING:
        return None
    return Verdict(on.status, "coverage.condition", PLAUSIBLE, on.spans)


def _moot(on: Verdict, rule: str, confidence: float) -> Verdict:
    return Verdict(CoverageStatus.MOOT, rule, confidence, on.spans)


def moot_antecedent(
    asked: SubQuestion, before: Sequence[SubQuestion], verdicts: Mapping[str, Verdict]
) -> Verdict | None:
    """Moot, when what "deze keuze" points at is moot or is not there.

    ``before`` are the sub-questions of the same item that come before it.
    """
    for match in _POINTING.finditer(asked.passage.text):
        nouns = [stem(w) for g in match.groups() if g for w in [fold(g)] if is_content(w)]
        antecedent = _antecedent(nouns, before[-_FAR:])
        if antecedent is None:
            continue
        verdict = verdicts[antecedent.id]
        if verdict.status is CoverageStatus.MOOT:
            return _moot(verdict, "coverage.anaphora", PLAUSIBLE)
        if verdict.polarity is Polarity.NO and _EXISTENCE.match(antecedent.passage.text):
            return _moot(verdict, "coverage.anaphora", min(LIKELY, verdict.confidence))
    return None


def moot_ellipsis(asked: SubQuestion, before: Verdict | None) -> Verdict | None:
    """Moot, when a few words after a question that was answered with no are left open.

    "Werden er middelen teruggevorderd? Bij welke besturen?": after a no, the second asks nothing.
    """
    if before is None or asked.condition is not None or not _is_elliptic(asked.passage.text):
        return None
    if before.polarity is Polarity.NO or before.rule == _ELLIPSIS:
        return _moot(before, _ELLIPSIS, PLAUSIBLE)
    return None


def said_with_condition(asked: SubQuestion, verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """A hint: what says that there is one can say which one, too ("Zo ja, welke?")."""
    on = verdicts.get(asked.condition.on or "") if asked.condition else None
    if on is None or on.status is not CoverageStatus.ANSWERED or on.rule == "coverage.yes":
        return None
    if any(part.kind not in LOOSELY_ASKED for part in parts_of(asked)):
        return None
    return Verdict(CoverageStatus.ANSWERED, "coverage.with-condition", HINT, on.spans)


def _is_elliptic(text: str) -> bool:
    words = fold(text).split()
    return len(words) <= _FEW and "waarom" not in words and "reden" not in words


def _antecedent(nouns: Sequence[str], before: Sequence[SubQuestion]) -> SubQuestion | None:
    """The last sub-question that holds the noun; of a noun for what happens, the last one."""
    for asked in reversed(before):
        if not stems_of(asked.passage.text).isdisjoint(nouns):
            return asked
    return before[-1] if before and not event_nouns().isdisjoint(nouns) else None
