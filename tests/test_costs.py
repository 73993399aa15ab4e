"""The table of costs: it has every public function, and what wrote it can write it again."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import inburgering_model as im
from benchmarks.costs import Inputs, table, written_into

PAGE = (Path(__file__).parents[1] / "docs" / "explanation" / "costs.md").read_text("utf-8")
# The name in the first cell of a row.
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)
# They take no input that could grow.
OF_NO_INPUT = {
    "configure_converter",
    "make_converter",
    "example",
    "json_schema",
    "parliamentary_year",
}


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    calls = list(Inputs(2).calls(tmp_path_factory.mktemp("costs")))
    for _, _, call in calls:
        call()
    return [name for name, _, _ in calls]


def test_every_public_function_is_measured(measured: list[str]) -> None:
    functions = {name for name in im.__all__ if inspect.isfunction(getattr(im, name))}
    assert functions - OF_NO_INPUT <= set(measured)


def test_the_page_has_every_function_that_is_measured(measured: list[str]) -> None:
    assert ROW.findall(PAGE) == measured


def test_the_table_is_written_between_its_marks() -> None:
    new = table([("parse", "the text", 3.25, 9.96, 10.0), ("quote", "the dossier", 0.01, 1.0, 1.0)])
    page = written_into(PAGE, new)
    assert "| `parse` | the text | 3.2 ms | 10.0 × | 10.0 × |" in page
    assert "| `quote` | the dossier | 10.0 µs | 1.0 × | 1.0 × |" in page
    assert written_into(page, new) == page
    with pytest.raises(ValueError, match="the page has no"):
        written_into("nothing", new)
