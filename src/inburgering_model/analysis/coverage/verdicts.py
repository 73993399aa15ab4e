"""A verdict on one sub-question while the others are still being judged."""

from __future__ import annotations

from attrs import frozen

from inburgering_model.analysis.coverage.cues import Polarity
from inburgering_model.model.judgement import CoverageStatus
from inburgering_model.model.provenance import Span

__all__ = ["FOR_SURE", "HINT", "LIKELY", "PLAUSIBLE", "Verdict", "lower"]

FOR_SURE, LIKELY, PLAUSIBLE, HINT = 0.9, 0.7, 0.5, 0.3


@frozen
class Verdict:
    """A status with its rule and evidence; yes or no, and how many words were shared."""

    status: CoverageStatus
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()
    polarity: Polarity | None = None
    overlap: int = 0


def lower(confidence: float) -> float:
    """The next step down; a hint stays a hint.

    >>> lower(0.9), lower(0.3)
    (0.7, 0.3)
    """
    return {FOR_SURE: LIKELY, LIKELY: PLAUSIBLE}.get(confidence, HINT)
