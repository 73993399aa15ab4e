"""Where the time of reading goes, by floor: ``python -m benchmarks.profile_reading [FILE …]``.

Samples are taken by the clock of the process, so that what is watched is not slowed down where it
makes many small calls. What Python itself does for a floor (matching, sorting) counts as that
floor's. Needs the interval timers of Unix.
"""

from __future__ import annotations

import signal
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import inburgering_model as im
from inburgering_model.testing import example_text

if TYPE_CHECKING:
    from types import FrameType

_CORPUS = Path("tests/corpus")
_ENOUGH_SAMPLES = 4000
_EVERY = 0.0005
"""Seconds of the process between two samples; the clock may be coarser."""
_PACKAGE = "/inburgering_model/"


def floor_of(frame: FrameType | None) -> str:
    """The floor on which a program is: that of the innermost code that is the package's own."""
    while frame is not None:
        file = frame.f_code.co_filename
        if "attrs generated methods inburgering_model.model" in file:
            return "model (making entities)"
        _, found, inside = file.replace("\\", "/").rpartition(_PACKAGE)
        if found:
            floors = inside.split("/")[:-1]
            if floors[:1] == ["model"]:
                return "model (making entities)"
            return ".".join(floors[:2]) or "elsewhere"
        frame = frame.f_back
    return "elsewhere"


def samples(texts: list[str]) -> Counter[str]:
    """How often reading was seen on each floor."""
    seen: Counter[str] = Counter()

    def note(_: int, frame: FrameType | None) -> None:
        seen[floor_of(frame)] += 1

    for text in texts:
        im.parse(text)
    signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        while seen.total() < _ENOUGH_SAMPLES:
            for text in texts:
                im.parse(text)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return seen


def print_shares(title: str, texts: list[str]) -> None:
    """Print the share of each floor."""
    seen = samples(texts)
    print(title)
    for floor, count in seen.most_common():
        print(f"  {floor:<26}  {count / seen.total():>6.1%}")


def main() -> None:
    """Print the shares for the files that are named, or for the example and the corpus."""
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    if texts:
        print_shares(f"{len(texts)} documents", texts)
        return
    print_shares("The example", [example_text()])
    corpus = [file.read_text(encoding="utf-8") for file in sorted(_CORPUS.glob("*.txt"))]
    if corpus:
        print_shares(f"The {len(corpus)} documents of the corpus", corpus)


if __name__ == "__main__":
    main()
