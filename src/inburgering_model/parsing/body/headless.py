"""An answer without a head: below all that is asked, the numbers of the items start again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.parsing.body.items import candidates
from inburgering_model.parsing.language.asking import asks
from inburgering_model.parsing.text.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = ["headless_answer"]


def headless_answer(lines: Sequence[Line]) -> int | None:
    """The index of the line an answer without a head begins with; None when there is none.

    All numbers of the question come again, so that a list in its last item is no answer; nothing
    stands between what is asked and these, and none of them asks.
    """
    asking = [index for index, line in enumerate(lines) if line.text.endswith("?")]
    found = candidates(lines) if asking else []
    asked = [candidate for candidate in found if candidate.index <= asking[-1]]
    again = [candidate for candidate in found if candidate.index > asking[-1]]
    first = next((candidate for candidate in again if candidate.number == 1), None)
    if first is None or not first.apart:
        return None
    before = again[: again.index(first)]
    labelled = {candidate.index for candidate in before}
    apart = any(
        lines[index].blank_before and index not in labelled
        for index in range(asking[-1] + 1, first.index)
    )
    last = lines[first.index - 1].text
    if apart or last.endswith(":") or not ends_sentence(last) or not ends_sentence(lines[-1].text):
        return None
    below = again[again.index(first) :]
    items = {candidate.number for candidate in [*asked, *before]}
    names = {reference.number for candidate in below for reference in candidate.label.references}
    requests = any(asks(lines[each.index].text[each.label.end :]) for each in below)
    return first.index if len(items) > 1 and items == names and not requests else None
