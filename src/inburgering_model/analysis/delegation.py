"""Where items send the reader, followed to the end."""

from __future__ import annotations

from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inburgering_model.model.references import ItemReference

__all__ = ["ends_of"]


def ends_of(
    sent: Mapping[ItemReference, Sequence[ItemReference]],
) -> tuple[dict[ItemReference, tuple[ItemReference, ...]], frozenset[ItemReference]]:
    """The ends that each item is sent on to, and the items that lead into a circle.

    Of the latter, an end is known when they are sent straight to it or to what leads to it.

    >>> from inburgering_model.model.references import ItemReference
    >>> one, two, three, four = (ItemReference(number=number) for number in range(1, 5))
    >>> ends, circular = ends_of({four: [three], three: [two], one: [one]})
    >>> ends == {four: (two,), three: (two,), one: ()}, circular == {one}
    (True, True)
    """
    sorter = TopologicalSorter(sent)
    with suppress(CycleError):  # what leads into no circle can be had all the same
        sorter.prepare()
    ends: dict[ItemReference, tuple[ItemReference, ...]] = {}
    while ready := sorter.get_ready():
        for reference in ready:
            targets = sent.get(reference)
            ends[reference] = _joined(targets, ends) if targets else (reference,)
        sorter.done(*ready)
    circular = frozenset(reference for reference in sent if reference not in ends)
    found = {
        reference: _joined(targets, ends) if reference in circular else ends[reference]
        for reference, targets in sent.items()
        if targets
    }
    return found, circular


def _joined(
    targets: Sequence[ItemReference], ends: Mapping[ItemReference, tuple[ItemReference, ...]]
) -> tuple[ItemReference, ...]:
    """The ends of all targets, each once; one target's are shared, and not copied."""
    if len(targets) == 1:
        return ends.get(targets[0], ())
    return tuple(dict.fromkeys(end for target in targets for end in ends.get(target, ())))
