"""Measure several things side by side, in one process, and print how they compare."""

from __future__ import annotations

import gc
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["best_seconds", "print_ratios"]


def best_seconds(
    functions: Mapping[str, Callable[[], object]], *, rounds: int = 15, seconds: float = 0.05
) -> dict[str, float]:
    """The least time one call of each takes: they take turns, so that a busy moment hits all.

    It is the time of the processor: what other processes take of it does not count.
    """
    repeats = {name: _repeats(function, seconds) for name, function in functions.items()}
    best = dict.fromkeys(functions, float("inf"))
    for _ in range(rounds):
        for name, function in functions.items():
            gc.collect()
            start = process_time()
            for _ in range(repeats[name]):
                function()
            best[name] = min(best[name], (process_time() - start) / repeats[name])
    return best


def _repeats(function: Callable[[], object], seconds: float) -> int:
    """How often to call a function for a round to last; the first call warms up."""
    function()
    start = process_time()
    function()
    return max(1, round(seconds / max(process_time() - start, 1e-9)))


def print_ratios(title: str, best: Mapping[str, float]) -> None:
    """Each time, and its ratio to the first."""
    base = next(iter(best.values()))
    width = max(map(len, best))
    print(title)
    for name, time in best.items():
        print(f"  {name:<{width}}  {time * 1e6:>12,.1f} µs  {time / base:>8.2f} x")
