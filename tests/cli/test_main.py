"""The program as a whole, and as a process."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import inburgering_model as im
from inburgering_model.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Terminal

RUN = "import sys; from inburgering_model.cli import main; sys.exit(main())"


def process(*arguments: str, code: str = RUN) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own Python with our own arguments
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_main_returns_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"inburgering-model {im.__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["lees"], ["read"], ["check", "a", "b"]])
def test_wrong_usage_is_one_line_that_points_to_the_help(
    terminal: Terminal, arguments: list[str]
) -> None:
    result = terminal.run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "--help'." in result.stderr


@pytest.mark.parametrize("command", [(), ("read",), ("check",)])
def test_every_help_tells_the_exit_codes(terminal: Terminal, command: tuple[str, ...]) -> None:
    result = terminal.run(*command, "--help")
    assert result.exit_code == 0
    assert "Exit codes:\n" in result.stdout


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_one_line_names_it(missing: str) -> None:
    without = f"import sys; sys.modules[{missing!r}] = None; {RUN}"
    result = process("--version", code=without)
    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.count(b"\n") == 1
    assert b"pip install 'inburgering-model[cli]'" in result.stderr


def test_a_module_of_ours_that_is_missing_is_not_blamed_on_the_extra() -> None:
    broken = f"import sys; sys.modules['inburgering_model.cli.program'] = None; {RUN}"
    result = process("--version", code=broken)
    assert b"ModuleNotFoundError" in result.stderr


def test_the_package_does_not_import_click_or_rich() -> None:
    code = "import sys, inburgering_model.cli; print({'click', 'rich'} & set(sys.modules))"
    assert process(code=code).stdout.strip() == b"set()"


@pytest.mark.parametrize("option", ["--json", "--strict"])
def test_a_reader_that_closes_the_pipe_changes_nothing(tmp_path: Path, option: str) -> None:
    path = tmp_path / "leeg.json"
    path.write_text("{}", encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - our own Python with our own arguments
        [sys.executable, "-c", RUN, "check", option, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (1, b"")


def test_characters_that_the_terminal_lacks_become_question_marks(tmp_path: Path) -> None:
    path = tmp_path / "één.json"
    path.write_bytes(im.dumps(im.Dossier(question=im.ParliamentaryQuestion())).encode())
    ascii_only = f"import sys; sys.stdout.reconfigure(encoding='ascii'); {RUN}"
    result = process("check", str(path), code=ascii_only)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"??n.json" in result.stdout.replace(b"\n", b"")
