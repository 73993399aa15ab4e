"""JSON both ways against the json module alone: ``python -m benchmarks.round_trip``."""

from __future__ import annotations

import json
from functools import partial

import inburgering_model as im
from benchmarks._timing import best_seconds, print_ratios


def main() -> None:
    """Print the ratios."""
    reading = im.example()
    for title, entity in (("dossier", reading.dossier), ("reading", reading)):
        text = im.dumps(entity)
        plain = json.loads(text)
        print_ratios(
            f"Loading the {title}: {len(text):,} characters",
            best_seconds(
                {
                    "json.loads": partial(json.loads, text),
                    "loads": partial(im.loads, text, type(entity)),
                }
            ),
        )
        print_ratios(
            f"Writing the {title}",
            best_seconds(
                {
                    "json.dumps": partial(json.dumps, plain, ensure_ascii=False),
                    "dumps": partial(im.dumps, entity),
                }
            ),
        )


if __name__ == "__main__":
    main()
