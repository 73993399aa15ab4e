"""A whole reading, as a person would want to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import inburgering_model as im
from inburgering_model.cli.exchange import exchange
from inburgering_model.cli.question import answer_heads, head, question_head
from inburgering_model.cli.remarks import remarks
from inburgering_model.cli.results import results

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from inburgering_model.model.reading import Reading

__all__ = ["view"]


def view(reading: Reading, *, corrections: bool = False) -> Iterator[RenderableType]:
    """Everything in a reading that a person asks for first, as rich renderables.

    ``corrections`` lists every correction instead of counting them.
    """
    dossier = reading.dossier
    yield from head(dossier)
    yield from question_head(dossier.question)
    yield from answer_heads(dossier)
    yield from exchange(dossier, im.align(dossier))
    yield from results(dossier)
    yield from remarks(reading, corrections=corrections)
