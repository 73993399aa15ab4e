"""JSON Lines: many documents in one file, one on each line (https://jsonlines.org).

One document at a time is held, so that a file may be larger than memory.
"""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias, cast, overload

import attrs

from inburgering_model.errors import DocumentError, Problem, SchemaVersionError, wrong_type
from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._decoding import read_json
from inburgering_model.serialization._forms import must_have_documents
from inburgering_model.serialization._limits import MAX_SIZE
from inburgering_model.serialization._problems import refusal
from inburgering_model.serialization.document import (
    EntityT,
    read_document,
    read_document_quickly,
)
from inburgering_model.serialization.files import AnyPath, path_of, replacing, write_open
from inburgering_model.serialization.text import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from typing import TextIO

    from inburgering_model.model._entity import Entity
    from inburgering_model.serialization._decoding import Duplicates
    from inburgering_model.serialization.files import WritableFile

__all__ = ["OnError", "dump_lines", "load_lines"]

OnError: TypeAlias = Literal["raise", "skip"] | Callable[[DocumentError], object]
"""What to do with a line that is refused: raise, skip it, or call this with the error and go on."""

# White space of JSON; a line that has nothing else is blank.
_BLANK: Final = " \t\r\n"
_BYTE_ORDER_MARK: Final = "\ufeff"


class LineFile(Protocol):
    """A file that is open for reading by lines, as text or as bytes."""

    def readline(self, size: int, /) -> str | bytes:
        """The rest of the line, or so many of its characters or bytes."""
        ...


@overload
def load_lines(
    file: AnyPath | LineFile,
    *,
    on_error: OnError = "raise",
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Iterator[Dossier]: ...
@overload
def load_lines(
    file: AnyPath | LineFile,
    cls: type[EntityT],
    *,
    on_error: OnError = "raise",
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Iterator[EntityT]: ...
def load_lines(
    file: AnyPath | LineFile,
    cls: type[Entity] = Dossier,
    *,
    on_error: OnError = "raise",
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Iterator[Entity]:
    r"""Read the documents of a file that has one on each line, one after the other.

    Blank lines are passed over. A path is opened when the first document is asked for. Each line is
    judged as :func:`~inburgering_model.loads` judges a document; every problem has its ``line``.
    ``on_error`` says what to do with a line that is refused: ``"raise"`` its error, ``"skip"`` it,
    or a function that is called with the error before the next line is read.

    Raises what :func:`~inburgering_model.loads` raises, while the documents are taken; OSError when
    the file cannot be read, and TypeError for what is no path and no file. Of a file that is open
    as UTF-8 text the bytes below are read, where it can tell its place in them; what another text
    file cannot decode is raised without a line, whatever ``on_error`` says, for nobody can tell
    where it stands and where the next line begins.

    >>> import io
    >>> from inburgering_model import Person
    >>> lines = io.StringIO('{"schema_version":"1.0","type":"Person","name":"Ben"}\n{"name"}\n')
    >>> for person in load_lines(lines, Person, on_error=print):
    ...     person.name
    'Ben'
    1 problem:
      line 2, (document): no JSON at line 2, column 8: Expecting ':' delimiter [syntax]
    """
    must_have_documents(cls)
    if not isinstance(file, str | os.PathLike) and not hasattr(file, "readline"):
        raise wrong_type("a path or a file that is open for reading", file)
    for name, given, allowed in (
        ("on_error", on_error, ("raise", "skip")),
        ("duplicates", duplicates, ("last", "refuse")),
    ):
        if given not in allowed and not (name == "on_error" and callable(given)):
            message = f"{name}: expected {' or '.join(map(repr, allowed))}, got {given!r}"
            raise ValueError(message)

    def read(number: int, line: str | bytes) -> Entity:
        if duplicates == "last":
            entity = read_document_quickly(line, cls)
            if entity is not None:
                return entity
        document, problems = read_json(_without_end(line), duplicates, first_line=number)
        return read_document(document, cls, problems, allow_newer=allow_newer, line=number)

    return _entities(file, read, on_error)


def _entities(
    file: AnyPath | LineFile, read: Callable[[int, str | bytes], EntityT], on_error: OnError
) -> Iterator[EntityT]:
    with _opened(file) as source:
        for number, line in _numbered(source):
            try:
                entity = read(number, line)
            except DocumentError as error:
                refused = _at_line(number, error)
            else:
                yield entity
                continue
            if on_error == "raise":
                raise refused
            if on_error != "skip":
                on_error(refused)


def _opened(file: AnyPath | LineFile) -> AbstractContextManager[LineFile]:
    if isinstance(file, str | os.PathLike):
        return path_of(file).open("rb")
    return nullcontext(_bytes_below(file))


def _bytes_below(file: LineFile) -> LineFile:
    """The bytes of an open text file of UTF-8, from the place where it is; or else the file itself.

    A text file decodes many lines at once, and gives none of them when one is bad.
    """
    if not isinstance(file, io.TextIOWrapper):
        return file
    text = cast("TextIO", file)
    if text.errors != "strict" or codecs.lookup(text.encoding).name != "utf-8":
        return text
    try:
        place = text.tell()
        if place >= _FIRST_PLACE_WITH_STATE:
            return text
        text.seek(place)  # the bytes were read ahead of the text
    except OSError:  # a pipe, or a file that is read by a loop around us
        return text
    return text.buffer


# Above its 64 bits for the offset, a place in a text file has the state of the decoder.
_FIRST_PLACE_WITH_STATE: Final = 2**64


def _numbered(source: LineFile) -> Iterator[tuple[int, str | bytes]]:
    """Each line that is not blank, with its number; of one that is too long, the beginning."""
    number = 0
    while line := _next_line(source):
        number += 1
        start = line
        while len(line) > MAX_SIZE and not _ends(line):
            line = _next_line(source)
        if not _is_blank(start, first=number == 1):
            yield number, start


def _next_line(source: LineFile) -> str | bytes:
    try:
        return source.readline(MAX_SIZE + 1)
    except UnicodeDecodeError as error:
        message = f"expected {error.encoding}, got other bytes at offset {error.start}"
    raise refusal("encoding", message)


def _ends(line: str | bytes) -> bool:
    return line.endswith("\n") if isinstance(line, str) else line.endswith(b"\n")


def _without_end(line: str | bytes) -> str | bytes:
    return line.removesuffix("\n") if isinstance(line, str) else line.removesuffix(b"\n")


def _is_blank(line: str | bytes, *, first: bool) -> bool:
    if isinstance(line, str):
        return not (line.removeprefix(_BYTE_ORDER_MARK) if first else line).strip(_BLANK)
    bare = line.removeprefix(_BYTE_ORDER_MARK.encode()) if first else line
    return not bare.strip(_BLANK.encode())


def _at_line(number: int, error: DocumentError) -> DocumentError:
    problems: list[Problem] = [attrs.evolve(p, line=number) for p in error.problems]
    kind = SchemaVersionError if isinstance(error, SchemaVersionError) else DocumentError
    return kind(problems)


def dump_lines(entities: Iterable[Entity], file: AnyPath | WritableFile) -> None:
    """Write the documents of entities to a path or an open file, one on each line, in JSON.

    The entities are taken one at a time, as they are written. A path is written whole or not at
    all, as by :func:`~inburgering_model.dump`: an entity that cannot be written, or an error of
    whatever gives the entities, leaves an old file as it was.

    Raises what :func:`~inburgering_model.dump` raises.

    >>> import sys
    >>> from inburgering_model import PartialDate
    >>> dump_lines([PartialDate("2018"), PartialDate("2019-21")], sys.stdout)
    {"schema_version":"1.0","type":"PartialDate","value":"2018"}
    {"schema_version":"1.0","type":"PartialDate","value":"2019-21"}
    """
    if isinstance(file, str | os.PathLike):
        with replacing(path_of(file)) as opened:
            _write_lines(entities, cast("WritableFile", opened))
    else:
        _write_lines(entities, file)


def _write_lines(entities: Iterable[Entity], file: WritableFile) -> None:
    for entity in entities:
        write_open(file, f"{dumps(entity)}\n")
