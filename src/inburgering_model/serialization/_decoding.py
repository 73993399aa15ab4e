"""JSON text to plain values: with what cannot be read told as a problem, never as an exception."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.serialization._limits import MAX_SIZE, containers, too_deep
from inburgering_model.serialization._problems import INT_LIMIT, excerpt, refusal, token

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decode", "decode_noting_duplicates", "text_of"]

_BYTE_ORDER_MARK: Final = "\ufeff"
_DIGITS_OF_64_BITS: Final = 20  # with a sign

Pairs = list[tuple[str, object]]


def text_of(data: object) -> str:
    """The text of a document: strict UTF-8, without the byte order mark it may begin with."""
    if not isinstance(data, str | bytes):
        message = f"expected str or bytes, got {type(data).__name__}"
        raise TypeError(message)
    if len(data) > MAX_SIZE:
        raise refusal("size", f"expected at most {MAX_SIZE} bytes, got {len(data)}")
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        message = f"expected UTF-8, got the byte 0x{data[error.start]:02x} at offset {error.start}"
    else:
        return text.removeprefix(_BYTE_ORDER_MARK)
    raise refusal("encoding", message)


def decode(text: str) -> tuple[object, list[Problem]]:
    """The value of a JSON text; of keys that stand twice the last counts."""
    return _decode(text, None), []


def decode_noting_duplicates(text: str) -> tuple[object, list[Problem]]:
    """The value of a JSON text, and a problem for each key that stands twice in an object."""
    repeated: list[tuple[object, list[str]]] = []

    def note(pairs: Pairs) -> dict[str, object]:
        members = dict(pairs)
        if len(members) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            repeated.append((members, [key for key, count in counts.items() if count > 1]))
        return members

    document = _decode(text, note)
    keys_of = {id(members): keys for members, keys in repeated}
    return document, [
        Problem(
            code="duplicate-key",
            message=f"the key {excerpt(key)} stands more than once",
            pointer=pointer + token(key),
        )
        for pointer, _, container in (containers(document) if repeated else ())
        for key in keys_of.get(id(container), ())
    ]


def _decode(text: str, pairs_hook: Callable[[Pairs], object] | None) -> object:
    try:
        try:
            return json.loads(text, object_pairs_hook=pairs_hook)
        except json.JSONDecodeError:
            raise
        except ValueError:  # Python reads no integer of thousands of digits
            return json.loads(text, object_pairs_hook=pairs_hook, parse_int=_int)
    except json.JSONDecodeError as error:
        message = f"no JSON at line {error.lineno}, column {error.colno}: {error.msg}"
        problem = Problem(code="syntax", message=message)
    except RecursionError:
        problem = too_deep()
    raise DocumentError([problem])


def _int(digits: str) -> int:
    """An integer; one that is far too large becomes one that is just too large, in no time."""
    return int(digits) if len(digits) <= _DIGITS_OF_64_BITS else INT_LIMIT
