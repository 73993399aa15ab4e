"""The formats that a document can be written in: all hold the same values."""

from __future__ import annotations

import json
import os
from pathlib import PurePath
from types import NoneType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from inburgering_model.errors import must_be
from inburgering_model.serialization._decoding import Decoded, Duplicates, read_json
from inburgering_model.serialization._msgpack import read_msgpack, write_msgpack
from inburgering_model.serialization._yaml import read_yaml, write_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BinaryFormat", "Format", "TextFormat", "decoded", "encoded", "format_of_path"]

TextFormat = Literal["json", "yaml"]
BinaryFormat = Literal["msgpack"]
Format = TextFormat | BinaryFormat
"""The name of a format; YAML and MessagePack each need the extra of that name."""


class _Notation(NamedTuple):
    write: Callable[[dict[str, object], int | None], str | bytes]
    read: Callable[[str | bytes, Duplicates], Decoded]


_HINTS: Final[dict[str, str]] = {
    **dict.fromkeys(("bytearray", "memoryview"), "pass bytes(...) of it"),
    **dict.fromkeys(("PosixPath", "WindowsPath", "TextIOWrapper"), "load() takes paths and files"),
    "dict": "from_dict() takes mappings",
}


def _write_json(document: dict[str, object], indent: int | None) -> str:
    return json.dumps(
        document,
        ensure_ascii=False,
        allow_nan=False,
        check_circular=False,
        indent=indent,
        separators=(",", ":") if indent is None else (",", ": "),
    )


def _write_msgpack(document: dict[str, object], indent: int | None) -> bytes:
    if indent is not None:
        message = "indent: MessagePack has no lines to indent"
        raise ValueError(message)
    return write_msgpack(document)


def _read_msgpack(data: str | bytes, duplicates: Duplicates) -> Decoded:
    must_be(bytes, data, "bytes", {"str": "MessagePack is no text", **_HINTS})
    return read_msgpack(data if isinstance(data, bytes) else b"", duplicates)


_NOTATIONS: Final[dict[str, _Notation]] = {
    "json": _Notation(_write_json, read_json),
    "yaml": _Notation(write_yaml, read_yaml),
    "msgpack": _Notation(_write_msgpack, _read_msgpack),
}
_FORMAT_OF_SUFFIX: Final[dict[str, Format]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".msgpack": "msgpack",
}


def format_of_path(path: str | os.PathLike[str]) -> Format:
    """The format that a file's name promises: JSON, unless its suffix says otherwise.

    >>> format_of_path("dossier.YML"), format_of_path("dossier.txt")
    ('yaml', 'json')
    """
    return _FORMAT_OF_SUFFIX.get(PurePath(os.fspath(path)).suffix.lower(), "json")


def encoded(document: dict[str, object], name: Format, indent: int | None) -> str | bytes:
    """A document in a format."""
    must_be((int, NoneType), indent, "an indent of so many spaces, or None")
    return _notation(name).write(document, indent)


def decoded(data: str | bytes, name: Format, duplicates: Duplicates) -> Decoded:
    """The value of a text or of bytes in a format, and what is wrong with how it is written."""
    notation = _notation(name)
    must_be((str, bytes), data, "str or bytes", _HINTS)
    if duplicates not in ("last", "refuse"):
        message = f"duplicates: expected 'last' or 'refuse', got {duplicates!r}"
        raise ValueError(message)
    return notation.read(data, duplicates)


def _notation(name: str) -> _Notation:
    notation = _NOTATIONS.get(name)
    if notation is None:
        message = f"format: expected {' or '.join(map(repr, _NOTATIONS))}, got {name!r}"
        raise ValueError(message)
    return notation
