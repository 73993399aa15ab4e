"""JSON text to plain values: with what cannot be read told as a problem, never as an exception."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Literal

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.serialization._limits import MAX_DEPTH, MAX_SIZE, containers, too_deep
from inburgering_model.serialization._problems import INT_LIMIT, excerpt, first, refusal, token

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Decoded",
    "Duplicates",
    "RepeatedKeys",
    "duplicate_key",
    "integer",
    "read_json",
    "size_checked",
    "text_of",
]

_BYTE_ORDER_MARK: Final = "\ufeff"
_DIGITS_OF_64_BITS: Final = 20  # with a sign
# The decoder calls itself for each level, which takes the stack of a small thread before Python
# stops it. What is only a little too deep is decoded, so that its place can be told.
_DEEPEST_DECODED: Final = 2 * MAX_DEPTH
# A string that holds brackets, without its other characters; one that does not end takes the rest.
_STRING: Final = re.compile(rb'"[^"]*+"?')
_OF_NO_MATTER: Final = bytes(set(range(256)) - set(b'"[]{}'))
# What holds nothing is taken away so often before the rest is counted, one by one. That lets pass a
# few levels more than are too many: those are told afterwards, with their place.
_INNERMOST: Final = 4
# Whether a bracket, as a byte, opens or closes.
_STEPS: Final = {**dict.fromkeys(b"[{", 1), **dict.fromkeys(b"]}", -1)}

Duplicates = Literal["last", "refuse"]
"""What to do when a key stands twice in an object: let the last count, or refuse the document."""
Decoded = tuple[object, list[Problem]]
"""A value, and what is wrong with how it was written."""
Pairs = list[tuple[str, object]]


def size_checked(data: str | bytes) -> None:
    """Refuse what is too large to be read."""
    if len(data) > MAX_SIZE:
        raise refusal("size", f"expected at most {MAX_SIZE} bytes, got {len(data)}")


def text_of(data: str | bytes) -> str:
    """The text of a document: strict UTF-8, without the byte order mark it may begin with."""
    size_checked(data)
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        message = f"expected UTF-8, got the byte 0x{data[error.start]:02x} at offset {error.start}"
    else:
        return text.removeprefix(_BYTE_ORDER_MARK)
    raise refusal("encoding", message)


def read_json(data: str | bytes, duplicates: Duplicates, *, first_line: int = 1) -> Decoded:
    """The value of a JSON text, and a problem for each key that stands twice, when asked."""
    text = text_of(data)
    if _far_too_deep(text):
        raise DocumentError([too_deep()])
    if duplicates == "last":
        return _decode(text, None, first_line), []
    repeated = RepeatedKeys()
    document = _decode(text, repeated.note, first_line)
    return document, repeated.problems(document)


def _far_too_deep(text: str) -> bool:
    """Whether a text has more levels than the decoder may be given; takes linear time.

    Bytes are looked at, which are stripped of what is of no matter ten times as fast as a text is.
    """
    data = text.encode("utf-8", "surrogatepass")
    if b"\\" in data:
        data = data.replace(rb"\\", b"").replace(rb"\"", b"")
    brackets = _STRING.sub(b"", data.translate(None, _OF_NO_MATTER).replace(b'""', b""))
    for _ in range(_INNERMOST):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    depths = accumulate(map(_STEPS.__getitem__, brackets))
    return max(depths, default=0) > _DEEPEST_DECODED


class RepeatedKeys:
    """The keys that stand twice in an object, as a decoder finds them."""

    def __init__(self) -> None:
        self._found: list[tuple[object, list[str]]] = []

    def note(self, pairs: Pairs) -> dict[str, object]:
        """Make an object of its pairs: what a decoder takes as its hook."""
        members = dict(pairs)
        if len(members) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            self._found.append((members, [key for key, count in counts.items() if count > 1]))
        return members

    def problems(self, document: object) -> list[Problem]:
        """A problem for each, by its place in the whole document."""
        if not self._found:
            return []
        keys_of = {id(members): keys for members, keys in self._found}
        return first(
            duplicate_key(key, pointer)
            for pointer, _, container in containers(document)
            for key in keys_of.get(id(container), ())
        )


def duplicate_key(key: str, pointer: str) -> Problem:
    """The problem of a key that stands twice in the object at a pointer."""
    message = f"the key {excerpt(key)} stands more than once"
    return Problem(code="duplicate-key", message=message, pointer=pointer + token(key))


def _decode(text: str, pairs_hook: Callable[[Pairs], object] | None, first_line: int) -> object:
    try:
        try:
            return json.loads(text, object_pairs_hook=pairs_hook)
        except json.JSONDecodeError:
            raise
        except ValueError:  # Python reads no integer of thousands of digits
            return json.loads(text, object_pairs_hook=pairs_hook, parse_int=integer)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        message = f"no JSON at line {line}, column {error.colno}: {error.msg}"
        problem = Problem(code="syntax", message=message)
    except RecursionError:
        problem = too_deep()
    raise DocumentError([problem])


def integer(digits: str) -> int:
    """An integer; one that is far too large becomes one that is just too large, in no time."""
    return int(digits) if len(digits) <= _DIGITS_OF_64_BITS else INT_LIMIT
