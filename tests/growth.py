"""How the time of a call grows with its text, without a word of seconds."""

from __future__ import annotations

import gc
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 4
QUADRATIC = 12


def grows_in_proportion(call: Callable[[str], object], unit: str, length: int) -> bool:
    """Whether four times the text takes nowhere near the sixteen times of a quadratic step.

    The text is a unit that is repeated. A busy machine can spoil one comparison; a quadratic step
    spoils them all.
    """
    short = unit * (length // len(unit))
    long = unit * (TIMES * length // len(unit))
    return any(_seconds(call, long) < QUADRATIC * _seconds(call, short) for _ in range(5))


def _seconds(call: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(2):
        gc.collect()
        start = perf_counter()
        call(text)
        best = min(best, perf_counter() - start)
    return best
