"""One verdict from those on the parts of a sub-question, or from an answer and a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.statuses import verdict_of_line
from inburgering_model.analysis.coverage.verdicts import LIKELY, PLAUSIBLE, Verdict
from inburgering_model.model.judgement import CoverageStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.analysis.coverage.asking import Part
    from inburgering_model.analysis.coverage.looking import Line

__all__ = ["join", "rest_declined", "with_rest_declined"]


def join(found: Sequence[Verdict | None]) -> Verdict | None:
    """The verdict on all parts together."""
    given = [verdict for verdict in found if verdict is not None]
    if not given:
        return None
    if len(found) == 1:
        return given[0]
    spans = tuple(dict.fromkeys(span for verdict in given for span in verdict.spans))
    confidence = min(verdict.confidence for verdict in given)
    overlap = max(verdict.overlap for verdict in given)
    if len(given) == len(found) and all(v.status is CoverageStatus.ANSWERED for v in given):
        rule = given[0].rule
        return Verdict(CoverageStatus.ANSWERED, rule, confidence, spans, overlap=overlap)
    return Verdict(
        CoverageStatus.PARTIAL, "coverage.part", min(confidence, LIKELY), spans, overlap=overlap
    )


def with_rest_declined(found: Verdict, status: Line, parts: Sequence[Part]) -> Verdict:
    """Something was found, and a line that is about the same refuses, refers or puts off."""
    stems = frozenset[str]().union(*(part.stems for part in parts))
    weak = found.confidence <= PLAUSIBLE
    if len(parts) == 1 and (weak or status.overlap(stems) > found.overlap):
        return verdict_of_line(status, (), LIKELY)
    return rest_declined(found, status)


def rest_declined(found: Verdict, status: Line) -> Verdict:
    """A part was found, and a line refuses, refers or puts off for the rest."""
    spans = (*found.spans, *status.sentence.spans)
    return Verdict(CoverageStatus.PARTIAL, "coverage.rest-declined", PLAUSIBLE, spans)
