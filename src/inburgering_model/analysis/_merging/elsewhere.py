"""Evidence for what is not taken: where other files print the same, or something else instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.model.passage import Passage
from inburgering_model.model.provenance import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inburgering_model.model.provenance import Span

__all__ = ["SIBLING_RULE", "evidence_elsewhere", "evidence_within"]

SIBLING_RULE = "merge.sibling"
"""The rule of evidence for where another file prints a passage of its own for the same field."""


def evidence_elsewhere(values: Iterable[object], taken: object, field: str) -> Iterator[Evidence]:
    """Where files print the passages of a field, other than the ones that are taken."""
    passages = _passages(taken)
    if not passages:
        return
    used = {span for passage in passages for span in passage.spans}
    for value in values:
        spans = (span for passage in _passages(value) for span in passage.spans)
        yield from _by_source((span for span in spans if span not in used), field)


def evidence_within(value: object, field: str) -> Iterator[Evidence]:
    """All evidence in a value that is not taken, as evidence for its field."""
    if _passages(value):
        return
    spans: list[Span] = []
    for entity in _entities(value):
        if isinstance(entity, Evidence):
            yield evolve(entity, of=field)
        elif isinstance(entity, Passage):
            spans += entity.spans
    yield from _by_source(spans, field)


def _by_source(spans: Iterable[Span], field: str) -> Iterator[Evidence]:
    by_source: dict[str, list[Span]] = {}
    for span in dict.fromkeys(spans):
        by_source.setdefault(span.source, []).append(span)
    for each in by_source.values():
        yield Evidence(of=field, spans=tuple(each), rule=SIBLING_RULE)


def _passages(value: Any) -> tuple[Passage, ...]:  # noqa: ANN401 - of any field
    """The passages of a field that holds one or several."""
    if isinstance(value, Passage):
        return (value,)
    return value if value.__class__ is tuple and value and isinstance(value[0], Passage) else ()


def _entities(value: Any) -> Iterator[Entity]:  # noqa: ANN401 - of any field
    """Every entity in a value; those in evidence and in passages are left out."""
    if value.__class__ is tuple:
        for element in value:
            yield from _entities(element)
    elif isinstance(value, Entity):
        yield value
        if not isinstance(value, Evidence | Passage):
            for field in field_table(type(value)):
                yield from _entities(getattr(value, field.name))
