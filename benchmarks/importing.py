"""Importing the package against importing attrs: ``python -m benchmarks.importing``.

A module is imported once a process, so each round starts an interpreter and measures in there; the
imports take turns, as everywhere.
"""

from __future__ import annotations

import subprocess
import sys

from benchmarks._timing import print_ratios

_ROUNDS = 15
_STATEMENTS = {
    "import attrs": "import attrs",
    "import inburgering_model": "import inburgering_model",
    "the model": "import inburgering_model; inburgering_model.Dossier",
    "the parser": "import inburgering_model; inburgering_model.parse",
    "the JSON converter": "import inburgering_model; inburgering_model.loads",
}
_PROGRAM = """
from time import perf_counter
start = perf_counter()
{}
print(perf_counter() - start)
"""


def seconds(statement: str) -> float:
    """How long a statement takes in a new interpreter."""
    command = [sys.executable, "-c", _PROGRAM.format(statement)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return float(done.stdout)


def main() -> None:
    """Print the ratios."""
    best = dict.fromkeys(_STATEMENTS, float("inf"))
    for _ in range(_ROUNDS):
        for name, statement in _STATEMENTS.items():
            best[name] = min(best[name], seconds(statement))
    print_ratios("Importing", best)


if __name__ == "__main__":
    main()
