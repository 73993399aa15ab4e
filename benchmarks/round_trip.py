"""JSON both ways, and memory, against other libraries: ``python -m benchmarks.round_trip``.

The shipped example, and a dossier with its parts twenty times over. The peers come with the extra
``bench``; one that is not installed is left out, aloud. See :mod:`benchmarks._peers` for what they
check and what they do not.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING
from unittest.mock import patch

import attrs

import inburgering_model as im
from benchmarks._peers import Peer, peers
from benchmarks._timing import best_seconds, print_ratios
from inburgering_model.serialization import _speed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TIMES = 20
_COPIES = 10


def main() -> None:
    """Print the ratios."""
    print(f"Python {sys.version.split()[0]}")
    others = dict(peers())
    example = im.example().dossier
    for title, dossier in (("the example", example), ("a large dossier", _large(example))):
        text = im.dumps(dossier)
        print(f"{title}: {len(text):,} characters")
        for name in [name for name, peer in others.items() if not _reads(name, peer, text)]:
            del others[name]
        loads = {name: partial(peer.load, text) for name, peer in others.items()}
        dumps = {name: partial(peer.dump, peer.load(text)) for name, peer in others.items()}
        ours_loads = partial(im.loads, text)
        ours_dumps = partial(im.dumps, dossier)
        print_ratios(
            f"Loading {title}",
            best_seconds(
                loads | {"ours": ours_loads, "ours, without orjson": _without_orjson(ours_loads)}
            ),
        )
        print_ratios(
            f"Writing {title}",
            best_seconds(
                dumps | {"ours": ours_dumps, "ours, without orjson": _without_orjson(ours_dumps)}
            ),
        )
        print_memory(title, loads | {"ours": ours_loads})


def print_memory(title: str, loads: Mapping[str, Callable[[], object]]) -> None:
    """How much each loaded object takes, and its ratio to the first."""
    sizes = {name: _size(load) for name, load in loads.items()}
    base = next(iter(sizes.values()))
    print(f"Memory of {title}")
    for name, size in sizes.items():
        print(f"  {name:<20}  {size / 1024:>12,.1f} KiB {size / base:>8.2f} x")


def _size(load: Callable[[], object]) -> float:
    load()
    gc.collect()
    tracemalloc.start()
    kept = [load() for _ in range(_COPIES)]
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / len(kept)


def _without_orjson(function: Callable[[], object]) -> Callable[[], object]:
    def without() -> object:
        with patch.object(_speed, "_orjson", _nothing):
            return function()

    return without


def _nothing() -> None:
    return None


def _reads(name: str, peer: Peer, text: str) -> bool:
    try:
        peer.dump(peer.load(text))
    except Exception as error:  # noqa: BLE001 - of any library
        print(f"  {name} is left out: {type(error).__name__}: {str(error)[:200]}")
        return False
    return True


def _large(dossier: im.Dossier) -> im.Dossier:
    """The dossier with each of its parts many times."""
    question = attrs.evolve(dossier.question, items=dossier.question.items * _TIMES)
    parts = ("answers", "pilots", "outcomes", "recommendations", "follow_ups", "evidence")
    many = {name: getattr(dossier, name) * _TIMES for name in parts}
    return attrs.evolve(dossier, question=question, **many)


if __name__ == "__main__":
    main()
