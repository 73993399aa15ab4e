"""What the reference promises of refused documents: each row of its tables is tried."""

from __future__ import annotations

import io
import json
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import msgpack
import pytest

import inburgering_model as im
from inburgering_model.errors import DocumentError, Problem
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._yaml import write_yaml
from inburgering_model.serialization.codes import PROBLEM_CODES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "refused-documents.md"
# What is wrong | class | document | code | pointer | message
ROW = re.compile(r"^\| ([^|]+) \| (\w+) \| `` (.*) `` \| ([\w-]+) \| `` (.*) `` \| `` (.*) `` \|$")

Told = list[tuple[str, str, str]]
Case = tuple[str, str, Told]


def _cases(section: str) -> list[Case]:
    """Class, document and problems of each document in a table of the page."""
    text = PAGE.read_text("utf-8").partition(f"## {section}\n")[2].partition("\n## ")[0]
    rows = [found.groups() for line in text.splitlines() if (found := ROW.match(line))]
    assert len(rows) == sum(line.startswith("| ") for line in text.splitlines()) - 1
    return [
        (cls, body, [(r[3], r[4].replace("(document)", ""), r[5]) for r in group])
        for (cls, body), group in groupby(rows, key=lambda row: (row[1], row[2]))
    ]


def _inside() -> list[Case]:
    def document(cls: str, body: str) -> str:
        return json.dumps({"schema_version": im.SCHEMA_VERSION, "type": cls, **json.loads(body)})

    return [(cls, document(cls, body), told) for cls, body, told in _cases("Inside an entity")]


INSIDE, WHOLE = _inside(), _cases("The document as a whole")


def _told(problems: tuple[Problem, ...]) -> Told:
    return [(problem.code, problem.pointer, problem.message) for problem in problems]


def _problems(read: Any, *arguments: Any, **options: Any) -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as caught:
        read(*arguments, **options)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value.problems


@pytest.mark.parametrize(("cls", "text", "told"), [*INSIDE, *WHOLE])
def test_a_refused_document_is_told_what_the_reference_says(
    cls: str, text: str, told: Told
) -> None:
    found = _told(_problems(im.loads, text, ENTITIES[cls]))
    if told[0][0] == "syntax":  # versions of Python differ in words and by a column
        assert [problem[:2] for problem in found] == [("syntax", "")]
        assert found[0][2].startswith("no JSON at line 1, column ")
    else:
        assert found == told


@pytest.mark.parametrize(("cls", "text", "told"), INSIDE)
def test_every_way_in_says_the_same(cls: str, text: str, told: Told) -> None:
    entity = ENTITIES[cls]
    document = json.loads(text)
    assert _told(_problems(im.from_dict, document, entity)) == told
    assert _told(_problems(im.load, io.StringIO(text), entity)) == told
    lines = _problems(lambda: list(im.load_lines(io.StringIO(f"\n{text}\n"), entity)))
    assert _told(lines) == told
    assert {problem.line for problem in lines} == {2}
    if "\\ud800" in text or "9223372036854775808" in text:
        return  # neither can be written in the other formats in this way
    assert _told(_problems(im.loads, write_yaml(document, None), entity, format="yaml")) == told
    assert _told(_problems(im.loads, msgpack.packb(document), entity, format="msgpack")) == told


def test_the_tables_and_the_examples_below_them_have_every_code() -> None:
    shown = {code for _, _, told in [*INSIDE, *WHOLE] for code, _, _ in told}
    examples = set(re.findall(r"\[([a-z-]+)\]$", PAGE.read_text("utf-8"), re.MULTILINE))
    assert shown | examples == set(PROBLEM_CODES)
    assert len(INSIDE) + len(WHOLE) > 50
