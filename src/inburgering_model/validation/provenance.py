"""Where values were read: whether spans, pieces and evidence lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model._shape import field_table
from inburgering_model.model.answer import Answer
from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Evidence, Span
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model._entity import Entity
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _spans_without_source(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, span, _ in indexed.every(Span):
        if span.source not in indexed.sources:
            yield pointer, f"there is no source {span.source}"


def _spans_outside_their_source(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, span, _ in indexed.every(Span):
        source = indexed.sources.get(span.source)
        if source is not None and span.end > source.length:
            message = f"ends at {span.end}, but {source.id} at {source.length}"
            yield pointer, message


def _empty_spans(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, evidence, _ in indexed.every(Evidence):
        for index, span in enumerate(evidence.spans):
            if span.start == span.end:
                yield f"{pointer}/spans/{index}", "covers no character"


def _pieces_out_of_order(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, passage, _ in indexed.every(Passage):
        ends: dict[str, int] = {}
        for index, (span, _) in enumerate(passage.pieces):
            end = ends.get(span.source, 0)
            if span.start < end:
                message = f"begins at {span.start}, before {end} where another ended"
                yield f"{pointer}/pieces/{index}/0", message
            ends[span.source] = max(end, span.end)


def _evidence_of_no_field(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, evidence, owner in indexed.every(Evidence):
        if evidence.of and not _has_field(owner, evidence.of):
            message = f"{owner.__class__.__name__} has no field {quoted(evidence.of)}"
            yield f"{pointer}/of", message


def _has_field(owner: Entity, name: str) -> bool:
    """Whether an entity's JSON form has a field; ``kind`` tells the kinds of answer apart there."""
    if name == "kind" and isinstance(owner, Answer):
        return True
    return name != "evidence" and any(field.name == name for field in field_table(owner.__class__))


def _evidence_of_nothing(indexed: IndexedDossier) -> Iterator[Finding]:
    # None may be what came of something printed: a day that the calendar does not have.
    for pointer, evidence, owner in indexed.every(Evidence):
        if _has_field(owner, evidence.of) and getattr(owner, evidence.of) == ():
            yield f"{pointer}/of", f"{owner.__class__.__name__}.{evidence.of} holds nothing"


def _evidence_without_spans(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, evidence, _ in indexed.every(Evidence):
        if not evidence.spans:
            yield f"{pointer}/spans", "does not say where this was read"


def _sources_without_text(indexed: IndexedDossier) -> Iterator[Finding]:
    for index, source in enumerate(indexed.dossier.sources):
        if source.text is None:
            yield f"/sources/{index}/text", f"the text of {source.id} is left out"


RULES = (
    Rule(
        code="span.source",
        text="The source of a span is in the dossier.",
        severity=Severity.ERROR,
        check=_spans_without_source,
    ),
    Rule(
        code="span.outside",
        text="A span lies within its source.",
        severity=Severity.ERROR,
        check=_spans_outside_their_source,
    ),
    Rule(
        code="span.empty",
        text="A span that is evidence covers something.",
        severity=Severity.WARNING,
        check=_empty_spans,
    ),
    Rule(
        code="piece.order",
        text="The pieces of a passage follow one another in the raw text.",
        severity=Severity.WARNING,
        check=_pieces_out_of_order,
    ),
    Rule(
        code="evidence.field",
        text="Evidence is of a field that its entity has.",
        severity=Severity.ERROR,
        check=_evidence_of_no_field,
    ),
    Rule(
        code="evidence.of-nothing",
        text="Evidence is of a field that is no empty list.",
        severity=Severity.WARNING,
        check=_evidence_of_nothing,
    ),
    Rule(
        code="evidence.without-spans",
        text="Evidence says where something was read.",
        severity=Severity.WARNING,
        check=_evidence_without_spans,
    ),
    Rule(
        code="source.without-text",
        text="A source keeps its text.",
        severity=Severity.INFO,
        check=_sources_without_text,
    ),
)
