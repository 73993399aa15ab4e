"""``inburgering-model read``."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

import inburgering_model as im

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Terminal


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "vraag.txt"
    path.write_text("1. Waar?", encoding="utf-8")
    return str(path)


def test_a_file_is_shown(terminal: Terminal, reading: im.Reading, file: str) -> None:
    given = terminal.reads(reading)
    result = terminal.run("read", file)
    assert result.exit_code == 0
    assert result.stdout.startswith("SV nr. 412 (2022-2023)\n")
    assert result.stderr == ""
    assert list(map(str, given)) == [file]


def test_standard_input_is_read_as_bytes(terminal: Terminal, reading: im.Reading) -> None:
    given = terminal.reads(reading)
    assert terminal.run("read", "-", stdin=b"1. Waar?\xe9").exit_code == 0
    assert given == [b"1. Waar?\xe9"]


def test_corrections_are_counted_unless_they_are_asked_for(
    terminal: Terminal, reading: im.Reading, file: str
) -> None:
    terminal.reads(reading)
    rule = reading.corrections[1].rule
    assert rule not in terminal.run("read", file).stdout
    assert rule in terminal.run("read", file, "--corrections").stdout


def test_json_is_the_reading_and_nothing_else(
    terminal: Terminal, reading: im.Reading, file: str
) -> None:
    terminal.reads(reading)
    result = terminal.run("read", file, "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert im.loads(result.stdout_bytes, im.Reading) == reading
    assert result.stdout.endswith("}\n")


def test_dossier_is_the_dossier_alone(terminal: Terminal, reading: im.Reading, file: str) -> None:
    terminal.reads(reading)
    assert im.loads(terminal.run("read", file, "--dossier").stdout_bytes) == reading.dossier


def test_output_writes_what_would_be_shown(
    terminal: Terminal, reading: im.Reading, file: str, tmp_path: Path
) -> None:
    terminal.reads(reading)
    target = tmp_path / "uit.txt"
    result = terminal.run("read", file, "--output", str(target))
    assert (result.exit_code, result.output) == (0, "")
    assert target.read_text(encoding="utf-8") == terminal.run("read", file).stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["uit.txt", "vraag.txt"]


def test_output_leaves_an_old_file_as_it_was_when_reading_fails(
    terminal: Terminal, file: str, tmp_path: Path
) -> None:
    terminal.reads(im.ParseError("no question"))
    target = tmp_path / "uit.json"
    target.write_text("oud", encoding="utf-8")
    assert terminal.run("read", file, "--json", "--output", str(target)).exit_code == 1
    assert target.read_text(encoding="utf-8") == "oud"


def test_output_keeps_the_permissions_and_the_link_of_an_old_file(
    terminal: Terminal, reading: im.Reading, file: str, tmp_path: Path
) -> None:
    terminal.reads(reading)
    target, link = tmp_path / "uit.json", tmp_path / "link.json"
    target.touch()
    target.chmod(0o640)
    link.symlink_to(target)
    assert terminal.run("read", file, "--json", "--output", str(link)).exit_code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert json.loads(target.read_bytes())["type"] == "Reading"


def test_output_to_standard_output_is_the_same_as_none(
    terminal: Terminal, reading: im.Reading, file: str
) -> None:
    terminal.reads(reading)
    assert "SV nr. 412" in terminal.run("read", file, "--output", "-").stdout


@pytest.mark.parametrize("width", [60, 100])
def test_text_is_wrapped_to_the_width(
    terminal: Terminal, reading: im.Reading, file: str, width: int
) -> None:
    terminal.reads(reading)
    lines = terminal.run("read", file, columns=width).stdout.splitlines()
    assert max(map(len, lines)) == width


# What goes wrong


def complaint(terminal: Terminal, *arguments: str, stdin: bytes | None = None) -> tuple[int, str]:
    """The exit code and the one line on standard error."""
    result = terminal.run(*arguments, stdin=stdin)
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("inburgering-model: ")
    return result.exit_code, result.stderr


def test_a_text_without_question_or_answer(terminal: Terminal, file: str) -> None:
    terminal.reads(im.ParseError("no numbered item\nand no header"))
    code, line = complaint(terminal, "read", file)
    assert code == 1
    assert f"nothing read from '{file}': no numbered item and no header" in line


def test_an_empty_file(terminal: Terminal, tmp_path: Path) -> None:
    terminal.reads(im.ParseError("nothing"))
    empty = tmp_path / "leeg.txt"
    empty.touch()
    code, line = complaint(terminal, "read", str(empty))
    assert code == 1
    assert "is empty" in line


def test_empty_standard_input(terminal: Terminal) -> None:
    terminal.reads(im.ParseError("nothing"))
    code, line = complaint(terminal, "read", "-", stdin=b"")
    assert code == 1
    assert "standard input is empty" in line


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(2, "No such file or directory"), "no such file or directory; check"),
        (IsADirectoryError(21, "Is a directory"), "is a directory; name a file"),
        (PermissionError(13, "Permission denied"), "permission denied; check its permissions"),
        (OSError("odd"), "odd"),
    ],
)
def test_a_file_that_cannot_be_read(
    terminal: Terminal, file: str, error: OSError, said: str
) -> None:
    terminal.reads(error)
    code, line = complaint(terminal, "read", file)
    assert code == 2
    assert f"cannot read '{file}': {said}" in line


def test_an_extra_that_is_missing(terminal: Terminal, file: str) -> None:
    terminal.reads(im.MissingExtraError("pdf", "reading PDF files"))
    code, line = complaint(terminal, "read", file)
    assert code == 2
    assert "pip install 'inburgering-model[pdf]'" in line


def test_a_file_that_cannot_be_written(
    terminal: Terminal, reading: im.Reading, file: str, tmp_path: Path
) -> None:
    terminal.reads(reading)
    code, line = complaint(terminal, "read", file, "--output", str(tmp_path / "weg" / "uit.txt"))
    assert code == 2
    assert "cannot write" in line
    code, line = complaint(terminal, "read", file, "--output", str(tmp_path))
    assert code == 2
    assert "name a file" in line


def test_a_name_cannot_steer_the_terminal(terminal: Terminal) -> None:
    terminal.reads(FileNotFoundError(2, "No such file or directory"))
    assert "\x1b" not in complaint(terminal, "read", "weg\x1b[2J\n.txt")[1]


@pytest.mark.parametrize(
    "options", [("--json", "--dossier"), ("--json", "--corrections"), ("--onbekend",)]
)
def test_options_that_do_not_go(terminal: Terminal, file: str, options: tuple[str, ...]) -> None:
    code, line = complaint(terminal, "read", file, *options)
    assert code == 2
    assert "See 'inburgering-model read --help'." in line


def test_an_interruption_says_nothing(terminal: Terminal, file: str) -> None:
    terminal.reads(KeyboardInterrupt())
    result = terminal.run("read", file)
    assert (result.exit_code, result.output.strip()) == (130, "")


def test_help_tells_the_words_of_sureness_and_the_exit_codes(terminal: Terminal) -> None:
    text = terminal.run("read", "--help").stdout
    for said in ("likely", "plausible", "only a hint", "Exit codes:", "130"):
        assert said in text


@pytest.mark.parametrize("options", [("",), ("FILE", "--output", "")])
def test_an_empty_name_is_no_folder(
    terminal: Terminal, file: str, options: tuple[str, ...]
) -> None:
    code, line = complaint(
        terminal, "read", *(file if word == "FILE" else word for word in options)
    )
    assert code == 2
    assert "''" in line
    assert "folder" not in line
    assert "directory; name a file" not in line
