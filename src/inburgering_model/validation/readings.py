"""The account that a reading gives of its text: regions, corrections and issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model.provenance import Span
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _spans(indexed: IndexedDossier) -> Iterator[tuple[str, Span]]:
    """Every span of a reading outside its dossier, with its pointer."""
    reading = indexed.reading
    if reading is None:
        return
    for index, region in enumerate(reading.regions):
        yield f"/regions/{index}/span", region.span
    for index, issue in enumerate(reading.issues):
        for place, span in enumerate(issue.spans):
            yield f"/issues/{index}/spans/{place}", span
    for index, correction in enumerate(reading.corrections):
        yield f"/corrections/{index}/span", correction.span


def _spans_of_no_source(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, span in _spans(indexed):
        source = indexed.sources.get(span.source)
        if source is None:
            yield pointer, f"there is no source {span.source}"
        elif span.end > source.length:
            yield pointer, f"ends at {span.end}, but {source.id} at {source.length}"


def _regions_that_leave_gaps(indexed: IndexedDossier) -> Iterator[Finding]:
    reading = indexed.reading
    if reading is None:
        return
    # Where the next region of a source has to begin.
    ends = dict.fromkeys(indexed.sources, 0)
    for index, region in enumerate(reading.regions):
        span, end = region.span, ends.get(region.span.source, 0)
        if span.start != end:
            yield f"/regions/{index}/span", f"begins at {span.start}, expected {end}"
        elif not span.length:
            yield f"/regions/{index}/span", "covers no character"
        ends[span.source] = span.end
    for identifier, end in ends.items():
        source = indexed.sources.get(identifier)
        if source is not None and end < source.length:
            message = f"the regions of {identifier} end at {end}, its text at {source.length}"
            yield "/regions", message


def _corrections_out_of_order(indexed: IndexedDossier) -> Iterator[Finding]:
    corrections = () if indexed.reading is None else indexed.reading.corrections
    ends: dict[str, int] = {}
    for index, span in enumerate(correction.span for correction in corrections):
        end = ends.get(span.source, 0)
        if span.start < end:
            message = f"begins at {span.start}, before {end} where another ended"
            yield f"/corrections/{index}/span", message
        ends[span.source] = max(end, span.end)


# What the parser notes when dates that are told of one pilot cannot all be true.
_CONTRADICTIONS = frozenset(("pilot.period-contradiction", "pilot.period-reversed"))


def _contradictions(indexed: IndexedDossier) -> Iterator[Finding]:
    issues = () if indexed.reading is None else indexed.reading.issues
    for index, issue in enumerate(issues):
        if issue.code in _CONTRADICTIONS:
            yield f"/issues/{index}", issue.message


RULES = (
    Rule(
        code="reading.span",
        text="The spans of regions, issues and corrections lie within a source of the dossier.",
        severity=Severity.ERROR,
        check=_spans_of_no_source,
        of_reading=True,
    ),
    Rule(
        code="reading.regions",
        text="The regions of a reading follow one another and cover its text from end to end.",
        severity=Severity.ERROR,
        check=_regions_that_leave_gaps,
        of_reading=True,
    ),
    Rule(
        code="reading.corrections",
        text="Corrections follow one another in the raw text.",
        severity=Severity.ERROR,
        check=_corrections_out_of_order,
        of_reading=True,
    ),
    Rule(
        code="reading.contradiction",
        text="Dates that the text tells of one pilot can all be true.",
        severity=Severity.WARNING,
        check=_contradictions,
        of_reading=True,
    ),
)
