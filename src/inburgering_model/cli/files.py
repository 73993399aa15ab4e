"""Files and streams: what is read, what is written, and what is said when that fails."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from inburgering_model.cli.text import one_line
from inburgering_model.serialization.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = [
    "STANDARD",
    "Failure",
    "NothingFound",
    "discard_output",
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
            return _opened(sys.stdin).buffer.read()
        return _path(file).read_bytes()


def _opened(stream: TextIO | None) -> TextIO:
    if stream is None:  # what Python makes of a stream that was closed before it began
        raise OSError(errno.EBADF, "it is closed")
    return stream


def _path(file: str) -> Path:
    if not file:  # to pathlib, an empty path is the folder we are in
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return Path(file)


def write(text: str, *, encoding: str | None = None) -> None:
    """Write to standard output, in its own encoding unless one is given.

    Characters that the stream's encoding does not have become question marks. A reader that closes
    the pipe early is no failure.
    """
    try:
        with saying_why("cannot write to standard output"):
            stdout = _opened(sys.stdout)
            if encoding is None:
                own = stdout.encoding or "utf-8"
                click.echo(text.encode(own, "replace").decode(own), stdout, nl=False)
            else:
                stdout.flush()
                stdout.buffer.write(text.encode(encoding))
                stdout.buffer.flush()
    except BrokenPipeError:
        discard_output(sys.stdout)
    except Failure:
        discard_output(sys.stdout)
        raise


def discard_output(stream: TextIO | None) -> None:
    """Let a stream that cannot be written to lead nowhere.

    What is still buffered must go somewhere when Python shuts down, or that fails once more.
    """
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        descriptor = stream.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def write_file(file: str, text: str) -> None:
    """Write a file whole or not at all, in UTF-8: nobody ever sees half of it.

    What is no regular file is written to as it is; a reader that closes it early is no failure.
    """
    with contextlib.suppress(BrokenPipeError), saying_why(f"cannot write '{file}'"):
        write_whole(_path(file), text.encode("utf-8"))
