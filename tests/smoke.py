"""What an installed wheel does without its extras: a script, run in a bare environment."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr
from importlib.metadata import version
from pathlib import Path

import inburgering_model as im
from inburgering_model.cli import main


def run() -> None:
    """Read the example, write it, read it back, and ask for the command line."""
    assert version("inburgering-model") == im.__version__
    assert "site-packages" in Path(im.__path__[0]).parts, "the tree, not the wheel, was imported"
    dossier = im.example().dossier
    assert len(dossier.pilots) == 3, dossier.pilots
    written = im.dumps(dossier)
    assert im.dumps(im.loads(written)) == written
    assert not [problem for problem in im.validate(dossier) if problem.severity == "error"]
    complaint = io.StringIO()
    with redirect_stderr(complaint):
        code = main(["--help"])
    assert code == 2
    assert "pip install 'inburgering-model[cli]'" in complaint.getvalue()
    print(f"Python {sys.version.split()[0]}: read, written, read back; no extras")  # noqa: T201 - for the log


if __name__ == "__main__":
    run()
