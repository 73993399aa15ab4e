"""What an installed package does, with its extras and without: a script that needs nothing else."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import inburgering_model as im
from inburgering_model.cli import main
from inburgering_model.testing import assert_quotes

if TYPE_CHECKING:
    from collections.abc import Callable


def run() -> None:
    """Read the example, write it, read it back, and ask for what each extra brings."""
    assert version("inburgering-model") == im.__version__
    assert "site-packages" in Path(im.__path__[0]).parts, "the tree, not the wheel, was imported"
    dossier = im.example().dossier
    assert len(dossier.pilots) == 3, dossier.pilots
    written = im.dumps(dossier)
    assert im.dumps(im.loads(written)) == written
    assert not [problem for problem in im.validate(dossier) if problem.severity == "error"]
    present = [extra for extra, check in EXTRAS.items() if check()]
    print(f"Python {sys.version.split()[0]}: read, written, read back; extras: {present}")  # noqa: T201 - for the log


def cli() -> bool:
    """Whether the extra is there; without it the command names it, with it the command works."""
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        code = main(["--help"])
    if find_spec("click") is None or find_spec("rich") is None:
        assert code == 2
        assert "pip install 'inburgering-model[cli]'" in said.getvalue()
        return False
    assert code == 0
    assert "Usage" in said.getvalue()
    return True


def pdf() -> bool:
    """Whether the extra is there; without it reading a PDF file names it."""
    error = _error_of(lambda: im.read(b"%PDF-1.4 and nothing else"))
    if find_spec("pypdfium2") is not None:
        assert isinstance(error, im.ParseError), error
        return True
    assert "pip install 'inburgering-model[pdf]'" in str(error)
    return False


def testing() -> bool:
    """Whether the extra is there: Hypothesis knows the entities; without it strategies name it."""
    assert_quotes(im.example())
    error = _error_of(lambda: import_module("inburgering_model.testing.strategies"))
    if find_spec("hypothesis") is not None and find_spec("pytest") is not None:
        assert error is None
        from_type = import_module("hypothesis.strategies").from_type
        assert from_type(im.Pilot) is not None
        return True
    assert "pip install 'inburgering-model[testing]'" in str(error)
    return False


def _error_of(action: Callable[[], object]) -> im.InburgeringModelError | None:
    try:
        action()
    except im.InburgeringModelError as error:
        return error
    return None


EXTRAS = {"cli": cli, "pdf": pdf, "testing": testing}


if __name__ == "__main__":
    run()
