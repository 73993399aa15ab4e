"""The commands: ``read`` a document for a person, ``check`` one that was written before."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

import inburgering_model as im
from inburgering_model.cli.files import (
    STANDARD,
    Failure,
    NothingFound,
    discard_output,
    named,
    read_bytes,
    saying_why,
    write,
    write_file,
)
from inburgering_model.cli.layout import render
from inburgering_model.cli.problems import as_json, problem_list
from inburgering_model.cli.reading import view
from inburgering_model.cli.text import escape_json, one_line
from inburgering_model.cli.words import SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

__all__ = ["program"]

_NAME: Final = "inburgering-model"
_FINE, _PROBLEMS, _UNUSABLE, _INTERRUPTED = 0, 1, 2, 130
_EXIT_CODES: Final = """\b
Exit codes:
  0    fine
  1    the document has problems, or the text holds no question or answer
  2    wrong usage, or a file that cannot be read or written
  130  interrupted"""
_SURE: Final = ", ".join(f"“({word})” for {step}" for step, word in SURENESS.items())


class Program(click.Group):
    """A group of commands of which every failure is one line on standard error."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as click declares it
        """Run, and end the process with the exit code."""
        sys.exit(self.run(*args, **extra))

    def run(self, args: Sequence[str] | None = None, **extra: Any) -> int:  # noqa: ANN401 - click's
        """Run, and return the exit code. The arguments are the process's by default."""
        extra = {"prog_name": _NAME, **extra, "standalone_mode": False}
        try:
            code: object = super().main(None if args is None else list(args), **extra)
        except click.UsageError as error:
            path = error.ctx.command_path if error.ctx else _NAME
            return _complain(f"{error.format_message()} See '{path} --help'.", _UNUSABLE)
        except click.ClickException as error:
            return _complain(error.format_message(), error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            return _INTERRUPTED
        except OSError as error:  # the help or the version: commands say themselves what failed
            discard_output(sys.stdout)
            why = (error.strerror or str(error)).lower()
            return _complain(f"cannot write to standard output: {why}", _UNUSABLE)
        return code if isinstance(code, int) else _FINE


def _complain(message: str, code: int) -> int:
    try:
        click.echo(f"{_NAME}: {one_line(message)}", err=True)
    except OSError:  # nobody hears it: the exit code says it
        discard_output(sys.stderr)
    return code


_FILE = click.argument("file", metavar="FILE")


@click.group(
    name=_NAME,
    cls=Program,
    epilog=_EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
)
@click.version_option(im.__version__, prog_name=_NAME, message="%(prog)s %(version)s")
def program() -> None:
    """Read and check Flemish written questions (schriftelijke vragen) and their answers."""


@program.command(
    epilog=_EXIT_CODES,
    help=f"""Show what a published question and answer says.

    FILE is a text as it was published, or - for standard input.

    Each sub-question stands beside the answer item with its label. A value that is not plainly
    said carries a word in brackets: {_SURE}. The words are steps, not chances: likely is surer
    than plausible, and whoever quotes it looks at the text first. What has no word is printed in
    the text or follows from a phrase that says just this.
    """,
)
@_FILE
@click.option("--corrections", is_flag=True, help="List every correction made to the text.")
@click.option("--json", "as_reading", is_flag=True, help="Write the reading as JSON.")
@click.option("--dossier", "as_dossier", is_flag=True, help="Write the dossier alone as JSON.")
@click.option("--output", metavar="FILE", help="Write to a file, as a whole or not at all.")
def read(
    file: str, *, corrections: bool, as_reading: bool, as_dossier: bool, output: str | None
) -> int:
    """Show one document (its help stands in the decorator, for it names the words)."""
    if as_reading and as_dossier:
        raise click.UsageError("--json and --dossier exclude each other: choose one.")
    if corrections and (as_reading or as_dossier):
        raise click.UsageError("--corrections is for people: --json holds every correction.")
    reading = _reading(file)
    if as_reading or as_dossier:
        text = im.dumps(reading if as_reading else reading.dossier)
        _deliver_json(text if text.endswith("\n") else f"{text}\n", output)
    else:
        _deliver(view(reading, corrections=corrections), output)
    return _FINE


def _reading(file: str) -> im.Reading:
    source = read_bytes(STANDARD) if file == STANDARD else file
    try:
        with saying_why(f"cannot read {named(file)}"):
            return im.read(source)
    except im.ParseError as error:
        if _is_empty(source):
            raise NothingFound(f"{named(file)} is empty: there is nothing to read") from error
        raise NothingFound(f"nothing read from {named(file)}: {error}") from error
    except im.InburgeringModelError as error:
        raise Failure(f"cannot read {named(file)}: {error}") from error


def _is_empty(source: bytes | str) -> bool:
    if isinstance(source, bytes):
        return not source
    path = Path(source)
    return path.is_file() and not path.stat().st_size  # a pipe has no size to tell by


def _deliver(shown: Iterable[RenderableType], output: str | None) -> None:
    if output is None or output == STANDARD:
        write(render(shown, sys.stdout))
    else:
        write_file(output, render(shown, io.StringIO()))


def _deliver_json(text: str, output: str | None) -> None:
    safe = escape_json(text)
    if output is None or output == STANDARD:
        write(safe, encoding="utf-8")
    else:
        write_file(output, safe)


@program.command(epilog=_EXIT_CODES)
@_FILE
@click.option("--strict", is_flag=True, help="Let notes (severity info) count as problems too.")
@click.option("--json", "for_machines", is_flag=True, help="Write the problems as JSON.")
def check(file: str, *, strict: bool, for_machines: bool) -> int:
    """Tell everything that is wrong with a dossier or a reading in JSON.

    FILE is what 'read --json' or 'read --dossier' wrote, or - for standard input. A key that
    stands twice in one object is a problem.

    The exit code is 1 when there is an error or a warning; notes alone leave it at 0, unless
    --strict is given.
    """
    data = read_bytes(file)
    kind = _type_of(data)
    problems = _problems(data, kind)
    if for_machines:
        _deliver_json(as_json(problems, file, kind), None)
    else:
        about = named(file) + (f" ({kind})" if kind else "")
        _deliver(problem_list(problems, about), None)
    counts = [p for p in problems if strict or p.severity is not im.Severity.INFO]
    return _PROBLEMS if counts else _FINE


def _type_of(data: bytes) -> str | None:
    """The type that a document says it is; what is wrong with the document is not told here."""
    try:
        document: object = json.loads(data)
    except (ValueError, RecursionError):
        return None
    kind = cast("dict[str, object]", document).get("type") if type(document) is dict else None
    return kind if isinstance(kind, str) else None


def _problems(data: bytes, kind: str | None) -> list[im.Problem]:
    try:
        if kind == im.Reading.__name__:
            return list(im.validate(im.loads(data, im.Reading, duplicates="refuse")))
        return list(im.validate(im.loads(data, duplicates="refuse")))
    except im.DocumentError as error:
        return list(error.problems)
