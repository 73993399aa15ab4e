"""Files and streams: what is read, what is written, and what is said when that fails."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inburgering_model.cli.text import one_line
from inburgering_model.serialization.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = [
    "STANDARD",
    "Failure",
    "NothingFound",
    "named",
    "read_bytes",
    "saying_why",
    "write",
    "write_file",
]

STANDARD = "-"
"""The name of standard input and standard output."""
_ADVICE = (
    (FileNotFoundError, "check the path"),
    (IsADirectoryError, "name a file instead"),
    (NotADirectoryError, "check the path"),
    (PermissionError, "check its permissions"),
)


class Failure(click.ClickException):
    """Something that is told in one line on standard error; the exit code says of what sort."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message))


class NothingFound(Failure):
    """A text that could be read and holds nothing that was looked for."""

    exit_code = 1


def named(file: str) -> str:
    """What a file is called in a message."""
    return "standard input" if file == STANDARD else f"'{file}'"


@contextlib.contextmanager
def saying_why(what: str) -> Generator[None, None, None]:
    """Turn what the operating system refuses into one line: what, why, and what to do."""
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        why = (error.strerror or str(error)).lower()
        advice = next((said for kind, said in _ADVICE if isinstance(error, kind)), "")
        raise Failure(f"{what}: {why}" + (f"; {advice}" if advice else "")) from error


def read_bytes(file: str) -> bytes:
    """The whole of a file, or of standard input."""
    with saying_why(f"cannot read {named(file)}"):
        if file == STANDARD:
            return sys.stdin.buffer.read()
        return Path(file).read_bytes()


def write(text: str, *, encoding: str | None = None) -> None:
    """Write to standard output, in its own encoding unless one is given.

    Characters that the stream's encoding does not have become question marks. A reader that closes
    the pipe early is no failure.
    """
    try:
        if encoding is None:
            own = sys.stdout.encoding or "utf-8"
            click.echo(text.encode(own, "replace").decode(own), nl=False)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode(encoding))
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still buffered must go somewhere when Python shuts down.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_file(file: str, text: str) -> None:
    """Write a file whole or not at all, in UTF-8: nobody ever sees half of it."""
    with saying_why(f"cannot write '{file}'"):
        write_whole(Path(file), text.encode("utf-8"))
