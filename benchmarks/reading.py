"""Reading text against splitting its lines, and longer texts: ``python -m benchmarks.reading``."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import inburgering_model as im
from benchmarks._timing import best_seconds, print_ratios
from inburgering_model.testing import example_text

_CORPUS = Path("tests/corpus")
# The least that a reader of this layout does: a line is blank, a label, a head, or text.
_LABEL = re.compile(r"\d{1,2}(?:-\d{1,2})?[.)]")


def line_splitter(text: str) -> list[tuple[str, list[str]]]:
    """A bare state machine over lines: no map to the raw text, no dates, no content."""
    parts: list[tuple[str, list[str]]] = [("head", [])]
    for line in text.splitlines():
        stripped = line.strip()
        if not stripped:
            continue
        if _LABEL.match(stripped):
            parts.append(("item", [stripped]))
        elif stripped.isupper():
            parts.append(("head", [stripped]))
        else:
            parts[-1][1].append(stripped)
    return parts


def longer(text: str, times: int) -> str:
    """A document with an answer of so many times the paragraphs."""
    head, label, answer = text.partition("1-2. ")
    return "\n\n".join([f"{head}{label}{answer.strip()}", *[answer.strip()] * (times - 1)]) + "\n"


def print_many(texts: list[str]) -> None:
    """Print how many documents of a corpus are read in a second: none was read just before."""
    if not texts:
        return
    best = best_seconds(
        {
            "line splitter": lambda: [line_splitter(text) for text in texts],
            "parse": lambda: [im.parse(text) for text in texts],
        },
        rounds=5,
    )
    print_ratios(f"Reading the {len(texts)} documents of the corpus", best)
    print(f"  documents a second: {len(texts) / best['parse']:,.0f}")


def main() -> None:
    """Print the ratios."""
    text = example_text()
    print_ratios(
        f"Reading {len(text):,} characters",
        best_seconds(
            {"line splitter": partial(line_splitter, text), "parse": partial(im.parse, text)}
        ),
    )
    print_many([file.read_text(encoding="utf-8") for file in sorted(_CORPUS.glob("*.txt"))])
    texts = {times: longer(text, times) for times in (1, 2, 10, 20)}
    best = best_seconds(
        {f"{len(longer):,} characters": partial(im.parse, longer) for longer in texts.values()},
        rounds=5,
    )
    print_ratios("Reading longer texts", best)
    per_character = [
        time / len(longer) for time, longer in zip(best.values(), texts.values(), strict=True)
    ]
    shown = ", ".join(f"{value / per_character[0]:.2f}" for value in per_character)
    print(f"  time a character, against the first: {shown}")


if __name__ == "__main__":
    main()
