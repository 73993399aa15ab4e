"""What holds for the package as a whole: its names, its entities, its weight, its metadata."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest

import inburgering_model as im
from inburgering_model import model
from inburgering_model.model._entity import Entity

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# Made from one EDTF string, and so the one entity that takes an argument by position.
BY_POSITION = {im.PartialDate}


def _entities() -> list[type[Any]]:
    """Every class of entities that a module of the model defines."""
    modules = [
        import_module(f"inburgering_model.model.{module.name}")
        for module in pkgutil.iter_modules(model.__path__)
    ]
    return [
        value
        for module in modules
        for _, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, Entity) and value is not Entity and value.__module__ == module.__name__
    ]


ENTITIES = _entities()


def _run(program: str, *options: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", *options, "-c", program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("cls", ENTITIES)
def test_an_entity_is_frozen_and_slotted(cls: type[Any]) -> None:
    assert "__slots__" in vars(cls)
    assert not any({"__dict__", "__weakref__"} & set(vars(base)) for base in cls.__mro__)
    entity = object.__new__(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(entity, attrs.fields(cls)[0].name, None)


@pytest.mark.parametrize("cls", [cls for cls in ENTITIES if cls not in BY_POSITION])
def test_an_entity_is_made_with_keywords_only(cls: type[Any]) -> None:
    assert all(field.kw_only for field in attrs.fields(cls))
    kinds = {parameter.kind for parameter in inspect.signature(cls).parameters.values()}
    assert kinds <= {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("cls", ENTITIES)
def test_an_entity_can_be_hashed_and_has_no_order(cls: type[Any]) -> None:
    assert any("__hash__" in vars(base) for base in cls.__mro__[:-1])
    assert not any("__lt__" in vars(base) for base in cls.__mro__[:-1])


def test_equal_entities_have_one_hash() -> None:
    again = im.parse(im.example().dossier.sources[0].text or "")
    assert again.dossier == im.example().dossier
    assert hash(again.dossier) == hash(im.example().dossier)


@pytest.mark.parametrize("cls", ENTITIES)
def test_every_entity_is_a_public_name(cls: type) -> None:
    assert getattr(im, cls.__name__) is cls


def test_every_module_lists_what_it_exports() -> None:
    package = ROOT / "src" / "inburgering_model"
    without = [
        str(file.relative_to(package))
        for file in sorted(package.rglob("*.py"))
        if file.name not in {"__init__.py", "__main__.py"}
        and not any(
            isinstance(target, ast.Name) and target.id == "__all__"
            for statement in ast.parse(file.read_text("utf-8")).body
            if isinstance(statement, ast.Assign)
            for target in statement.targets
        )
    ]
    assert without == []


def test_importing_the_package_loads_nothing_else() -> None:
    program = "import sys, inburgering_model; print(*sorted(sys.modules))"
    loaded = _run(program).split()
    assert not {"attr", "attrs", "cattrs", "dateutil", "json", "csv"} & set(loaded)
    ours = [name for name in loaded if name.startswith("inburgering_model")]
    assert ours == ["inburgering_model"]


def test_the_package_needs_no_extra() -> None:
    hide = "import sys; sys.modules['click'] = sys.modules['rich'] = None; "
    program = hide + "import inburgering_model as im; print(len(im.example().dossier.pilots))"
    assert _run(program).strip() == "3"


def test_the_command_line_names_the_extra_that_is_missing() -> None:
    program = (
        "import sys; sys.modules['click'] = sys.modules['rich'] = None\n"
        "from inburgering_model.cli import main\n"
        "sys.stderr = sys.stdout\n"
        "print(main(['read', 'a.txt']))"
    )
    printed = _run(program)
    assert "pip install 'inburgering-model[cli]'" in printed
    assert printed.endswith("2\n")


def test_the_core_needs_three_packages_only() -> None:
    needed = [r for r in distribution("inburgering-model").requires or [] if "extra ==" not in r]
    assert sorted(r.partition(">")[0].strip() for r in needed) == [
        "attrs",
        "cattrs",
        "python-dateutil",
    ]


def test_the_version_stands_in_one_place() -> None:
    assert distribution("inburgering-model").version == im.__version__
    assert "version" in PYPROJECT["project"]["dynamic"]


def test_the_command_is_installed() -> None:
    entry_points = distribution("inburgering-model").entry_points
    (command,) = entry_points.select(group="console_scripts")
    assert command.name == "inburgering-model"
    assert callable(command.load())


def test_the_package_says_that_it_is_typed() -> None:
    assert files("inburgering_model").joinpath("py.typed").is_file()


def test_extras_name_no_extra_that_is_not_there() -> None:
    extras = PYPROJECT["project"]["optional-dependencies"]
    named = {
        extra
        for requirements in extras.values()
        for requirement in requirements
        if requirement.startswith("inburgering-model[")
        for extra in requirement.partition("[")[2].rstrip("]").split(",")
    }
    assert named <= set(extras)


def test_a_module_is_short_enough_to_be_read() -> None:
    package = ROOT / "src" / "inburgering_model"
    long = {
        str(file.relative_to(package)): lines
        for file in package.rglob("*.py")
        if (lines := len(file.read_text("utf-8").splitlines())) > 350
    }
    assert long == {}


def test_the_example_is_of_one_piece_with_its_text() -> None:
    testing = import_module("inburgering_model.testing")
    (source,) = im.example().dossier.sources
    assert source.text == testing.example_text()
    assert source.name == "voorbeeld.txt"
