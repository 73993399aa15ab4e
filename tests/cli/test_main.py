"""The program as a whole, and as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import inburgering_model as im
from inburgering_model.cli import main

if TYPE_CHECKING:
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


def streams(tmp_path: Path, before: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of which some streams were changed before it began."""
    path = tmp_path / "vraag.txt"
    path.write_text("Haltes\n\n1. Hoeveel haltes zijn er?\n", encoding="utf-8")
    run = f"os.execv(sys.executable, [sys.executable, '-c', {RUN!r}, *sys.argv[1:]])"
    started = f"import os, sys; {before}; {run}"
    return process(*(str(path) if word == "FILE" else word for word in arguments), code=started)


needs_posix = pytest.mark.skipif(os.name != "posix", reason="the streams of POSIX")
FULL = Path("/dev/full")
ONTO_A_FULL_DISK = f"os.dup2(os.open('{FULL}', os.O_WRONLY), 1)"


@pytest.mark.skipif(not FULL.is_char_device(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", [("read", "FILE"), ("read", "FILE", "--json"), ("--version",), ("read", "--help")]
)
def test_a_disk_that_is_full_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = streams(tmp_path, ONTO_A_FULL_DISK, *arguments)
    said = b"inburgering-model: cannot write to standard output: no space left on device\n"
    assert (result.returncode, result.stderr) == (2, said)


@pytest.mark.skipif(not FULL.is_char_device(), reason="needs a device that is always full")
def test_a_complaint_that_cannot_be_written_leaves_the_exit_code(tmp_path: Path) -> None:
    onto = f"os.dup2(os.open('{FULL}', os.O_WRONLY), 2)"
    assert streams(tmp_path, onto, "read", "weg.txt").returncode == 2


@needs_posix
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_standard_output_that_is_closed_is_one_line(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    result = streams(tmp_path, "os.close(1)", "read", "FILE", *options)
    said = b"inburgering-model: cannot write to standard output: it is closed\n"
    assert (result.returncode, result.stderr) == (2, said)


@needs_posix
@pytest.mark.parametrize("command", ["read", "check"])
def test_standard_input_that_is_closed_is_one_line(tmp_path: Path, command: str) -> None:
    result = streams(tmp_path, "os.close(0)", command, "-")
    said = b"inburgering-model: cannot read standard input: it is closed\n"
    assert (result.returncode, result.stderr) == (2, said)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="needs a link to standard output")
def test_a_link_to_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    plain = streams(tmp_path, "pass", "read", "FILE", "--json")
    linked = streams(tmp_path, "pass", "read", "FILE", "--json", "--output", "/dev/stdout")
    assert (linked.returncode, linked.stderr) == (0, b"")
    assert linked.stdout == plain.stdout
