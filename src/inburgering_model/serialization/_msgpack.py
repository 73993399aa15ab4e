"""MessagePack both ways, through the optional package msgpack: smaller than JSON, for machines."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from inburgering_model.errors import DocumentError, MissingExtraError, Problem
from inburgering_model.serialization._decoding import (
    Decoded,
    Duplicates,
    RepeatedKeys,
    size_checked,
)
from inburgering_model.serialization._limits import too_deep

# Words of msgpack's own errors, and what they mean to whoever has the bytes.
_MEANINGS: Final = (
    ("strict_map_key", "a key is a string"),
    ("incomplete input", "it ends too early"),
    ("exceeds max_", "it ends too early"),
)

__all__ = ["read_msgpack", "write_msgpack"]

_Untyped = Any  # msgpack comes without types


def write_msgpack(document: dict[str, object]) -> bytes:
    """A document as MessagePack."""
    packed: bytes = _msgpack().packb(document)
    return packed


def read_msgpack(data: bytes, duplicates: Duplicates) -> Decoded:
    """The value of MessagePack, and a problem for each key that stands twice, when asked."""
    msgpack = _msgpack()
    size_checked(data)
    repeated = RepeatedKeys()
    hook = repeated.note if duplicates == "refuse" else None
    try:
        document: object = msgpack.unpackb(data, object_pairs_hook=hook)
    except (msgpack.exceptions.StackError, RecursionError):
        problem = too_deep()
    except UnicodeDecodeError:
        problem = Problem(code="encoding", message="expected UTF-8 in strings, got other bytes")
    except msgpack.exceptions.ExtraData:
        why = "more follows after its end"
        if data.lstrip().startswith(b"{"):
            why = 'it begins as JSON does; JSON is read with format="json"'
        problem = Problem(code="syntax", message=f"no MessagePack: {why}")
    except ValueError as error:
        problem = Problem(code="syntax", message=f"no MessagePack: {_meaning(error)}")
    else:
        return document, repeated.problems(document)
    raise DocumentError([problem])


def _meaning(error: ValueError) -> str:
    said = str(error)
    found = (meaning for words, meaning in _MEANINGS if words in said)
    return next(found, "it has a byte that means nothing")


def _msgpack() -> _Untyped:
    try:
        return import_module("msgpack")
    except ImportError as error:
        raise MissingExtraError("msgpack", "reading and writing MessagePack") from error
