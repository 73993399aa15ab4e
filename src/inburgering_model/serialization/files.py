"""Documents as files."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, overload

from inburgering_model.errors import wrong_type
from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._limits import MAX_SIZE
from inburgering_model.serialization._problems import refusal
from inburgering_model.serialization.text import Duplicates, dumps, loads

if TYPE_CHECKING:
    from inburgering_model.model._entity import Entity
    from inburgering_model.serialization.document import EntityT

__all__ = ["dump", "load", "write_whole"]


class ReadableFile(Protocol):
    """A file that is open for reading, as text or as bytes."""

    def read(self, size: int, /) -> str | bytes:
        """At most so many characters or bytes."""
        ...


class WritableFile(Protocol):
    """A file that is open for writing; a text file has an ``encoding``."""

    def write(self, data: Any, /) -> object:  # noqa: ANN401 - text or bytes
        """Write text or bytes."""
        ...


AnyPath: TypeAlias = str | os.PathLike[str]


def dump(entity: Entity, file: AnyPath | WritableFile, *, indent: int | None = None) -> None:
    """Write the document of an entity to a path, or to a text or binary file that is open.

    A file is UTF-8 and ends in a new line. A path is written whole or not at all: the text goes to
    a new file beside it that then takes its place, so that an error leaves an old file as it was.

    Raises :class:`~inburgering_model.DocumentError` as :func:`~inburgering_model.to_dict` does, and
    OSError when the file cannot be written; TypeError for what is no entity, no path and no file.
    """
    text = f"{dumps(entity, indent=indent)}\n"
    if isinstance(file, str | os.PathLike):
        write_whole(_path(file), text.encode())
    elif not hasattr(file, "write"):
        raise wrong_type("a path or a file that is open for writing", file)
    elif hasattr(file, "encoding"):  # only text files have one
        file.write(text)
    else:
        file.write(text.encode())


@overload
def load(file: AnyPath | ReadableFile, *, duplicates: Duplicates = "last") -> Dossier: ...
@overload
def load(
    file: AnyPath | ReadableFile, cls: type[EntityT], *, duplicates: Duplicates = "last"
) -> EntityT: ...
def load(
    file: AnyPath | ReadableFile, cls: type[Entity] = Dossier, *, duplicates: Duplicates = "last"
) -> Entity:
    """Read a document from a path, or from a text or binary file that is open.

    Raises what :func:`~inburgering_model.loads` raises, OSError when there is nothing to read, and
    TypeError for what is no path and no file.
    """
    return loads(_content(file), cls, duplicates=duplicates)


def _content(file: AnyPath | ReadableFile) -> str | bytes:
    if isinstance(file, str | os.PathLike):
        with _path(file).open("rb") as opened:
            return opened.read(MAX_SIZE + 1)
    if not hasattr(file, "read"):
        raise wrong_type("a path or a file that is open for reading", file)
    try:
        return file.read(MAX_SIZE + 1)
    except UnicodeDecodeError as error:
        message = f"expected {error.encoding}, got other bytes at offset {error.start}"
    raise refusal("encoding", message)


def _path(file: AnyPath) -> Path:
    if not os.fspath(file):  # to pathlib, an empty path is the folder we are in
        raise FileNotFoundError(errno.ENOENT, "expected the path of a file, got an empty one", "")
    return Path(file)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the rights of the file it takes the place of.

    What is no regular file (a terminal, a pipe) is written to as it is. Raises OSError, which names
    the path that was given.
    """
    # Asked of the path itself: a link such as /dev/stdout may lead to a pipe, which has no path.
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or a pipe cannot be replaced
        return
    try:
        _replace(path.resolve(), data)  # a link stays a link
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
