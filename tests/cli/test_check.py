"""``inburgering-model check``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import inburgering_model as im

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Terminal

CLEAN = im.Dossier(question=im.ParliamentaryQuestion(title="Herstelpunten"))
DANGLING = evolve(CLEAN, pilots=(im.Pilot(id="p1", programme="g7"),))


def written(entity: im.Dossier | im.Reading) -> bytes:
    return im.dumps(entity).encode()


def validates(monkeypatch: pytest.MonkeyPatch, *severities: im.Severity) -> None:
    """Let validating any dossier find a problem of each severity."""
    problems = tuple(
        im.Problem(code="test.rule", message=f"a {s} here", pointer="/question", severity=s)
        for s in severities
    )
    find(monkeypatch, problems)


def find(monkeypatch: pytest.MonkeyPatch, problems: tuple[im.Problem, ...]) -> None:
    def validate(_: im.Dossier) -> tuple[im.Problem, ...]:
        return problems

    monkeypatch.setitem(vars(im), "validate", validate)


def test_a_clean_dossier_says_so(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(written(CLEAN))
    result = terminal.run("check", str(path))
    assert result.exit_code == 0
    assert " ".join(result.stdout.split()).startswith("No problems in ")


def test_a_problem_is_told_with_severity_pointer_message_and_code(terminal: Terminal) -> None:
    result = terminal.run("check", "-", stdin=written(DANGLING))
    assert result.exit_code == 1
    assert result.stdout.startswith("error  /pilots/0/programme: there is no programme g7 [id.")
    assert "1 error in standard input (Dossier)." in result.stdout


def test_a_reading_is_checked_by_its_type_and_points_into_the_reading(terminal: Terminal) -> None:
    result = terminal.run("check", "-", stdin=written(im.Reading(dossier=DANGLING)))
    assert result.exit_code == 1
    assert "/dossier/pilots/0/programme: " in result.stdout


def test_every_problem_of_loading_is_told(terminal: Terminal) -> None:
    document = json.loads(written(CLEAN))
    document["question"]["title"] = 7
    document["extra"] = None
    result = terminal.run("check", "-", stdin=json.dumps(document).encode())
    assert result.exit_code == 1
    assert "/question/title: " in result.stdout
    assert "/extra: " in result.stdout


def test_a_key_that_stands_twice_is_a_problem(terminal: Terminal) -> None:
    data = written(CLEAN).replace(b'"answers":[]', b'"answers":[],"answers":[]')
    result = terminal.run("check", "-", stdin=data)
    assert result.exit_code == 1
    assert "[duplicate-key]" in result.stdout


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe\x1b[2J",
        b"{",
        b"[1]",
        b"[" * 100_000,
        b'{"type": "Pilot"}',
        b'{"type": ["Reading"]}',
        b"9" * 5000,
    ],
    ids=["empty", "rubbish", "cut off", "a list", "deep", "another type", "odd type", "a number"],
)
def test_what_is_no_dossier_is_a_problem_and_no_traceback(terminal: Terminal, data: bytes) -> None:
    result = terminal.run("check", "-", stdin=data)
    assert result.exit_code == 1
    assert "error" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("severities", "code", "strict"),
    [
        ((im.Severity.ERROR,), 1, 1),
        ((im.Severity.WARNING,), 1, 1),
        ((im.Severity.INFO,), 0, 1),
        ((im.Severity.INFO, im.Severity.WARNING), 1, 1),
        ((), 0, 0),
    ],
)
def test_notes_alone_are_fine_unless_the_check_is_strict(
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    severities: tuple[im.Severity, ...],
    code: int,
    strict: int,
) -> None:
    validates(monkeypatch, *severities)
    assert terminal.run("check", "-", stdin=written(CLEAN)).exit_code == code
    assert terminal.run("check", "-", "--strict", stdin=written(CLEAN)).exit_code == strict


def test_json_for_machines(terminal: Terminal) -> None:
    result = terminal.run("check", "-", "--json", stdin=written(DANGLING))
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert (report["file"], report["type"]) == ("-", "Dossier")
    assert [set(problem) for problem in report["problems"]] == [
        {"severity", "pointer", "message", "code"}
    ]
    assert report["problems"][0]["severity"] == "error"


def test_json_of_a_clean_dossier_lists_nothing(terminal: Terminal) -> None:
    result = terminal.run("check", "-", "--json", stdin=written(CLEAN))
    assert (result.exit_code, json.loads(result.stdout)["problems"]) == (0, [])


def test_a_document_cannot_steer_the_terminal_or_write_markup(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = im.Problem(code="x", message="[bold]\x1b[2J", pointer="/a\x9b[red]")
    find(monkeypatch, (problem,))
    text = terminal.run("check", "-", stdin=written(CLEAN)).stdout
    assert "/a\ufffd[red]: [bold]␛[2J [x]" in text


def test_a_missing_file_and_a_directory(terminal: Terminal, tmp_path: Path) -> None:
    for path, said in ((tmp_path / "weg.json", "no such file"), (tmp_path, "name a file")):
        result = terminal.run("check", str(path))
        assert result.exit_code == 2
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
