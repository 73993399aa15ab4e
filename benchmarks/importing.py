"""Importing the package against importing attrs: ``python -m benchmarks.importing``.

A module is imported once a process, so each round starts an interpreter and measures in there, as
time of the processor; the imports take turns, as everywhere. The first round compiles, to a folder
of its own, and does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

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
from time import process_time
start = process_time()
{}
print(process_time() - start)
"""


def seconds(statement: str, cache: str) -> float:
    """How long a statement takes in a new interpreter, which keeps compiled modules in a folder."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", _PROGRAM.format(statement)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - ours
    return float(done.stdout)


def main() -> None:
    """Print the ratios."""
    print(f"Python {sys.version.split()[0]}")
    best = dict.fromkeys(_STATEMENTS, float("inf"))
    with TemporaryDirectory() as cache:
        for statement in _STATEMENTS.values():
            seconds(statement, cache)
        for _ in range(_ROUNDS):
            for name, statement in _STATEMENTS.items():
                best[name] = min(best[name], seconds(statement, cache))
    print_ratios("Importing", best)


if __name__ == "__main__":
    main()
