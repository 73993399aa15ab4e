"""The public names: what Python loads, what type checkers see and what is documented agree."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import inburgering_model as im
from inburgering_model import testing

ROOT = Path(__file__).parent.parent
INIT = Path(im.__file__)


def _static_imports() -> dict[str, str]:
    """The module of each name that type checkers see."""
    (block,) = [
        statement
        for statement in ast.parse(INIT.read_text("utf-8")).body
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"
    ]
    found: dict[str, str] = {}
    for statement in block.body:
        assert isinstance(statement, ast.ImportFrom)
        for name in statement.names:
            assert name.asname == name.name, f"{name.name} is not re-exported to type checkers"
            assert name.name not in found, f"{name.name} is imported twice"
            found[name.name] = statement.module or ""
    return found


STATIC = _static_imports()


def test_type_checkers_see_the_names_that_python_loads() -> None:
    assert sorted(STATIC) == im.__all__


@pytest.mark.parametrize("name", im.__all__)
def test_a_public_name_is_what_its_module_holds(name: str) -> None:
    module = import_module(STATIC[name])
    assert getattr(im, name) is getattr(module, name)
    assert name in module.__all__


@pytest.mark.parametrize("name", im.__all__)
def test_a_public_name_is_documented(name: str) -> None:
    value = getattr(im, name)
    assert not isinstance(value, ModuleType)
    if callable(value):
        assert value.__doc__


def test_every_public_name_has_a_place_in_the_reference() -> None:
    pages = "\n".join(
        page.read_text("utf-8") for page in (ROOT / "docs" / "reference").glob("*.md")
    )
    lines = set(pages.splitlines())
    missing = [
        name
        for name in im.__all__
        if not any(
            line.strip().endswith(f" inburgering_model.{name}") or line.strip() == name
            for line in lines
        )
    ]
    assert missing == []


def test_dir_lists_the_public_names() -> None:
    assert set(dir(im)) == {*im.__all__, "__version__"}
    assert dir(testing) == sorted(testing.__all__)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = im.nothing  # type: ignore[attr-defined]
