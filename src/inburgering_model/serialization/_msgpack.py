"""MessagePack both ways, through the optional package msgpack: smaller than JSON, for machines."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from inburgering_model.errors import DocumentError, MissingExtraError, Problem
from inburgering_model.serialization._decoding import (
    Decoded,
    Duplicates,
    RepeatedKeys,
    size_checked,
)
from inburgering_model.serialization._limits import too_deep

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
        problem = Problem(code="syntax", message="no MessagePack: more follows after its end")
    except ValueError as error:
        why = str(error) or "it has a byte that means nothing"
        problem = Problem(code="syntax", message=f"no MessagePack: {why}")
    else:
        return document, repeated.problems(document)
    raise DocumentError([problem])


def _msgpack() -> _Untyped:
    try:
        return import_module("msgpack")
    except ImportError as error:
        raise MissingExtraError("msgpack", "reading and writing MessagePack") from error
