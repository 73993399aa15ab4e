"""The pytest plugin, each time in a pytest of its own; and what it costs to load it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from typing import Any

import pytest

from inburgering_model.testing import plugin

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
REFERENCE = (ROOT / "docs" / "reference" / "testing.md").read_text("utf-8")
FIXTURES = [name for name in plugin.__all__ if name.startswith("inburgering_")]
HEAVY = ["attrs", "cattrs", "hypothesis", "inburgering_model.model", "inburgering_model.parsing"]


def run_pytest(folder: Path, tests: str, *options: str) -> str:
    """What pytest says of some tests, with this plugin only."""
    (folder / "test_it.py").write_text(tests, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", plugin.__name__, "-p", "no:cacheprovider"]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, "-q", *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
    )
    return done.stdout + done.stderr


def test_the_fixtures_do_what_they_say(tmp_path: Path) -> None:
    tests = """
import inburgering_model as im

def test_example(inburgering_text, inburgering_reading, inburgering_dossier):
    assert inburgering_reading == im.parse(inburgering_text)
    assert inburgering_reading.dossier is inburgering_dossier

def test_factory(inburgering_make):
    assert len(inburgering_make(items=4).question.items) == 4

def test_written_and_read(inburgering_make, inburgering_publish, inburgering_read, tmp_path):
    dossier = inburgering_make(items=4, addressees=2)
    path = inburgering_publish(dossier, "vragen/vier.txt", artefacts=["hyphenated"], seed=3)
    assert path == tmp_path / "vragen" / "vier.txt"
    assert inburgering_read(path).dossier.question == dossier.question
    assert inburgering_read(path.read_text("utf-8")).dossier == inburgering_read(path).dossier

def test_written_as_it_is(inburgering_publish, inburgering_text):
    assert inburgering_publish().read_text("utf-8") == inburgering_text
    assert inburgering_publish("1. Waarom?\\r\\n", "b.txt").read_bytes() == b"1. Waarom?\\r\\n"

def test_nothing_is_written_over(inburgering_publish):
    paths = [inburgering_publish(text, "a.b.txt") for text in "123"]
    assert [path.name for path in paths] == ["a.b.txt", "a.b-2.txt", "a.b-3.txt"]
    assert [path.read_text() for path in paths] == ["1", "2", "3"]
"""
    assert "5 passed" in run_pytest(tmp_path, tests)


def test_no_fixture_is_used_by_itself(tmp_path: Path) -> None:
    said = run_pytest(tmp_path, "def test_nothing(): pass\n", "--setup-show")
    assert "1 passed" in said
    assert "inburgering" not in said


def test_loading_it_loads_nothing_heavy(tmp_path: Path) -> None:
    tests = f"import sys\ndef test_bare(): assert not set({HEAVY!r}) & set(sys.modules)\n"
    assert "1 passed" in run_pytest(tmp_path, tests)


def test_entities_that_are_not_equal_are_told_apart_by_field(tmp_path: Path) -> None:
    tests = """
import inburgering_model as im

def test_it():
    assert im.Municipality(name="Dilbeek", nis="23016") == im.Municipality(name="Dilbeek")

def test_others():
    assert im.Person(name="A") == "A"
"""
    said = run_pytest(tmp_path, tests)
    assert "Municipality == Municipality: they differ" in said
    assert "/nis: '23016' is not None" in said
    assert "2 failed" in said


def test_a_failing_test_that_never_met_an_entity_is_told_as_ever(tmp_path: Path) -> None:
    assert "assert 1 == 2" in run_pytest(tmp_path, "def test_it(): assert 1 == 2\n")


@pytest.mark.parametrize("group", ["pytest11", "hypothesis"])
def test_an_entry_point_leads_to_something(group: str) -> None:
    (target,) = PYPROJECT["project"]["entry-points"][group].values()
    module, _, name = target.partition(":")
    assert getattr(import_module(module), name) if name else import_module(module)


def _documented(heading: str) -> dict[str, str]:
    """The rows of the table under a heading of the reference: the first cell, and the rest."""
    section = REFERENCE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|", 1) for line in section.splitlines() if line[:2] == "| "]
    return {first.strip().strip("`"): rest.strip() for first, rest in rows[1:]}


def test_the_reference_lists_every_fixture_with_its_first_sentence() -> None:
    table = _documented("Fixtures")
    assert sorted(table) == sorted(FIXTURES)
    for name in FIXTURES:
        fixture: Any = getattr(plugin, name)
        first = (getdoc(fixture) or "").partition("\n")[0].replace("``", "`")
        assert table[name].rpartition("|")[2].strip() == first


def test_the_reference_lists_every_assertion() -> None:
    testing = import_module("inburgering_model.testing")
    assertions = [name for name in testing.__all__ if name.startswith("assert_")]
    assert sorted(_documented("Assertions")) == sorted(assertions)


@pytest.mark.parametrize("name", import_module("inburgering_model.testing").__all__)
def test_the_reference_has_every_name_for_tests(name: str) -> None:
    assert f" inburgering_model.testing.{name}\n" in REFERENCE or f".{name}\n" in REFERENCE


def test_from_type_draws_valid_entities_of_every_class() -> None:
    program = """
from hypothesis import given, settings, strategies as st
from inburgering_model.testing._registration import register
register()  # what Hypothesis does by itself where the package is installed
import sys
assert "inburgering_model.testing.strategies" not in sys.modules
import inburgering_model as im
from inburgering_model.serialization._entities import ENTITIES

for cls in ENTITIES.values():
    @settings(max_examples=3, database=None, deadline=None)
    @given(st.from_type(cls))
    def check(entity):
        assert isinstance(entity, cls)
        assert im.loads(im.dumps(entity), cls) == entity
    check()

@settings(max_examples=3, database=None, deadline=None)
@given(...)
def by_annotation(pilot: im.Pilot):
    assert pilot.id
by_annotation()
print(len(ENTITIES))
"""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
