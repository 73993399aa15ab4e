"""Documents as files."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, overload

from inburgering_model.errors import wrong_type
from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._limits import MAX_SIZE
from inburgering_model.serialization._problems import refusal
from inburgering_model.serialization.formats import Format, format_of_path
from inburgering_model.serialization.text import loads, written

if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import BinaryIO

    from inburgering_model.model._entity import Entity
    from inburgering_model.serialization._decoding import Duplicates
    from inburgering_model.serialization.document import EntityT

__all__ = ["AnyPath", "dump", "load", "path_of", "replacing", "write_open", "write_whole"]


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


def dump(
    entity: Entity,
    file: AnyPath | WritableFile,
    *,
    format: Format | None = None,  # noqa: A002 - the word that users look for
    indent: int | None = None,
) -> None:
    """Write the document of an entity to a path, or to a text or binary file that is open.

    ``format`` is as in :func:`~inburgering_model.dumps`; when it is not given, the suffix of a path
    tells it (``.yaml`` and ``.yml``, ``.msgpack``), and everything else is JSON. Text is UTF-8 and
    ends in a new line. A path is written whole or not at all: the text goes to a new file beside it
    that then takes its place, so that an error leaves an old file as it was. The folder has to be
    writable, therefore, and not only the file.

    Raises what :func:`~inburgering_model.dumps` raises, and OSError when the file cannot be
    written; TypeError for what is no entity, no path and no file, or a text file for MessagePack.
    """
    content = written(entity, _format(file, format), indent)
    if isinstance(content, str) and not content.endswith("\n"):
        content += "\n"
    if isinstance(file, str | os.PathLike):
        write_whole(path_of(file), _bytes(content))
    else:
        write_open(file, content)


def write_open(file: WritableFile, content: str | bytes) -> None:
    """Write to a text or binary file that is open."""
    if not hasattr(file, "write"):
        raise wrong_type("a path or a file that is open for writing", file)
    if not hasattr(file, "encoding"):  # only text files have one
        file.write(_bytes(content))
    elif isinstance(content, str):
        file.write(content)
    else:
        raise wrong_type("a path or a file that is open for bytes", file)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _format(file: AnyPath | ReadableFile | WritableFile, given: Format | None) -> Format:
    if given is not None:
        return given
    return format_of_path(file) if isinstance(file, str | os.PathLike) else "json"


@overload
def load(
    file: AnyPath | ReadableFile,
    *,
    format: Format | None = None,
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Dossier: ...
@overload
def load(
    file: AnyPath | ReadableFile,
    cls: type[EntityT],
    *,
    format: Format | None = None,
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> EntityT: ...
def load(
    file: AnyPath | ReadableFile,
    cls: type[Entity] = Dossier,
    *,
    format: Format | None = None,  # noqa: A002 - the word that users look for
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Entity:
    """Read a document from a path, or from a text or binary file that is open.

    ``format`` is told by the suffix of a path as in :func:`~inburgering_model.dump`; the rest is as
    in :func:`~inburgering_model.loads`.

    Raises what :func:`~inburgering_model.loads` raises, OSError when there is nothing to read, and
    TypeError for what is no path and no file.
    """
    return loads(
        _content(file),
        cls,
        format=_format(file, format),
        duplicates=duplicates,
        allow_newer=allow_newer,
    )


def _content(file: AnyPath | ReadableFile) -> str | bytes:
    if isinstance(file, str | os.PathLike):
        with path_of(file).open("rb") as opened:
            # A pipe has no size. What is asked for is set aside at once.
            size = os.fstat(opened.fileno()).st_size or MAX_SIZE
            return opened.read(min(size, MAX_SIZE) + 1)
    if not hasattr(file, "read"):
        raise wrong_type("a path or a file that is open for reading", file)
    try:
        return file.read(MAX_SIZE + 1)
    except UnicodeDecodeError as error:
        message = f"expected {error.encoding}, got other bytes at offset {error.start}"
    raise refusal("encoding", message)


def path_of(file: AnyPath) -> Path:
    """The path that was given; raises FileNotFoundError for an empty one."""
    if not os.fspath(file):  # to pathlib, an empty path is the folder we are in
        raise FileNotFoundError(errno.ENOENT, "expected the path of a file, got an empty one", "")
    return Path(file)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; see :func:`replacing`."""
    with replacing(path) as opened, _naming(path):
        opened.write(data)


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO, None, None]:
    """A new file that takes the place of a path when all went well, and is thrown away otherwise.

    It gets the rights of the file it takes the place of. What is no regular file (a terminal, a
    pipe) is written to as it is. Raises OSError, which names the path that was given.
    """
    # Asked of the path itself: a link such as /dev/stdout may lead to a pipe, which has no path.
    with _naming(path), suppress(FileNotFoundError):
        path.stat()  # of links in a circle not every Python says so below
    if path.exists() and not path.is_file():
        with path.open("wb") as opened:  # a device or a pipe cannot be replaced
            yield opened
        return
    target = path.resolve()  # a link stays a link
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    with _naming(path):
        opened = temporary.open("xb")
    try:
        with opened:
            yield opened
            with _naming(path):
                opened.flush()
                os.fsync(opened.fileno())
        with _naming(path):
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _naming(path: Path) -> Generator[None, None, None]:
    """Let an error of the operating system name the path that was given."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error
