"""The types that the public face promises, as mypy and pyright see them.

Both look from where a user stands: at an environment that holds the package and what its core
needs, and no stubs of untyped packages.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

FACE = Path(__file__).with_name("public_face.py")
CORE = [
    *("inburgering_model", "attr", "attrs", "cattr", "cattrs"),
    *("dateutil", "six", "typing_extensions"),
]

needs_mypy = pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is not installed")
needs_pyright = pytest.mark.skipif(find_spec("pyright") is None, reason="pyright is not installed")


@pytest.fixture(scope="session")
def user_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the package and what its core needs, and nothing else."""
    folder = tmp_path_factory.mktemp("user")
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    for name in CORE:
        found = find_spec(name)
        if found is not None and found.origin is not None:
            origin = Path(found.origin)
            module = origin.parent if origin.name == "__init__.py" else origin
            (site / module.name).symlink_to(module)
    return folder / "bin" / "python"


def _run(*command: str, python: Path) -> tuple[int, str]:
    """Run a module of ours; pyright finds the Python that it asks by the path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        check=False,
        env=environment | {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"},
    )
    return done.returncode, done.stdout + done.stderr


@needs_mypy
def test_mypy_agrees(tmp_path: Path, user_python: Path) -> None:
    options = ["--strict", "--warn-unused-ignores", "--warn-unreachable", "--config-file="]
    folders = [f"--cache-dir={tmp_path}", f"--python-executable={user_python}"]
    code, said = _run("mypy", *options, *folders, str(FACE), python=user_python)
    assert code == 0, said


@needs_pyright
def test_pyright_agrees(tmp_path: Path, user_python: Path) -> None:
    project = {
        "include": [FACE.name],
        "typeCheckingMode": "strict",
        "enableTypeIgnoreComments": False,
        "reportUnnecessaryTypeIgnoreComment": "error",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(project), encoding="utf-8")
    shutil.copy(FACE, tmp_path)  # pyright looks below its project only
    options = [f"--project={tmp_path}", f"--pythonpath={user_python}", "--outputjson"]
    _, said = _run("pyright", *options, python=user_python)
    found = json.loads(said)
    assert found["summary"]["filesAnalyzed"] == 1
    lines = [_line(one) for one in found["generalDiagnostics"]]
    assert not lines, "\n".join(lines)


def _line(diagnostic: dict[str, Any]) -> str:
    return f"{diagnostic['range']['start']['line'] + 1}: {diagnostic['message']}"


@needs_pyright
def test_every_public_type_is_known(user_python: Path) -> None:
    options = ["--verifytypes", "inburgering_model", "--ignoreexternal", "--outputjson"]
    _, said = _run("pyright", *options, python=user_python)
    symbols: list[dict[str, Any]] = json.loads(said)["typeCompleteness"]["symbols"]
    ours = [symbol for symbol in symbols if symbol["isExported"] and _is_public(symbol["name"])]
    unknown = [
        symbol["name"] for symbol in ours if symbol["isTypeAmbiguous"] or not symbol["isTypeKnown"]
    ]
    assert len(ours) > 500
    assert unknown == []


def _is_public(name: str) -> bool:
    """Whether a name is one of the package itself, or of a module that holds what it names."""
    module = name.split(".")[1]
    return name.count(".") == 1 or module in {"errors", "model", "serialization", "validation"}
