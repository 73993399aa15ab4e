"""Tables as data files: CSV beside the code that uses it."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["day_or_none", "rows"]


def rows(file_name: str, package: str = "inburgering_model.reference") -> Iterator[dict[str, str]]:
    """The rows of a CSV file in the ``data/`` of a package, by column.

    A cell has no white space around it.
    """
    table = files(package).joinpath("data", file_name)
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        yield {column: cell.strip() for column, cell in row.items()}


def day_or_none(cell: str) -> date | None:
    """The day a cell holds; None when it is empty."""
    return date.fromisoformat(cell) if cell else None
