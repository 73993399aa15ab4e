"""What is wrong with a document, for people and for machines."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from inburgering_model.cli.layout import BLANK, FAINT, STRONG
from inburgering_model.cli.remarks import SEVERITY_STYLES
from inburgering_model.cli.text import one_line
from inburgering_model.cli.words import SEVERITIES, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from inburgering_model.errors import Problem

__all__ = ["as_json", "problem_list"]


def problem_list(problems: Sequence[Problem], about: str) -> Iterator[RenderableType]:
    """Every problem with its severity, pointer, message and code; and how many there are.

    ``about`` says what was checked.
    """
    if not problems:
        yield Text(f"No problems in {one_line(about)}.")
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for problem in problems:
        table.add_row(
            Text(SEVERITIES[problem.severity][0], SEVERITY_STYLES[problem.severity]),
            Text.assemble(
                (one_line(problem.pointer) or "(document)", STRONG),
                f": {one_line(problem.message)}",
                (f" [{one_line(problem.code)}]", FAINT),
            ),
        )
    yield table
    yield BLANK
    yield Text(f"{_tally(problems)} in {one_line(about)}.")


def _tally(problems: Sequence[Problem]) -> str:
    count = Counter(problem.severity for problem in problems)
    return ", ".join(counted(count[key], words) for key, words in SEVERITIES.items() if count[key])


def as_json(problems: Sequence[Problem], file: str, kind: str | None) -> str:
    """The same for machines: file, type of document (null when it does not say), and problems."""
    document = {
        "file": file,
        "type": kind,
        "problems": [
            {
                "severity": problem.severity.value,
                "pointer": problem.pointer,
                "message": problem.message,
                "code": problem.code,
            }
            for problem in problems
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
