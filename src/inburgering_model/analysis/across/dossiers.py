"""The dossiers of a question of many: checked one by one, and when they were answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import must_be
from inburgering_model.model.dossier import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inburgering_model.model.provenance import Evidence, Span

__all__ = ["each_dossier", "last_answered", "spans_of"]


def each_dossier(dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
    """The dossiers, in order; raises TypeError when one is none."""
    if isinstance(dossiers, Dossier):
        message = "expected dossiers, got one Dossier: put it in a list"
        raise TypeError(message)
    for dossier in dossiers:
        must_be(Dossier, dossier, "a Dossier", {"Reading": "pass reading.dossier"})
        yield dossier


def last_answered(dossier: Dossier) -> date | None:
    """The day of the last answer of any stage that has one."""
    days = (answer.answered_on for answer in dossier.answers)
    return max((day for day in days if day is not None), default=None)


def spans_of(evidence: Iterable[Evidence], field: str = "") -> tuple[Span, ...]:
    """What a field was read from; what the whole entity was, when that is all that is known."""
    found = tuple(evidence)
    own = [each for each in found if each.of == field] or [each for each in found if not each.of]
    return tuple(dict.fromkeys(span for each in own for span in each.spans))
