"""Evidence that holds for more than one field."""

from __future__ import annotations

from inburgering_model.model.provenance import Evidence

__all__ = ["for_field"]


def for_field(evidence: Evidence, name: str) -> Evidence:
    """The same evidence, for the field ``name``; for the whole entity when it is empty."""
    return Evidence(
        of=name, spans=evidence.spans, rule=evidence.rule, confidence=evidence.confidence
    )
