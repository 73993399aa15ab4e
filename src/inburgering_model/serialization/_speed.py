"""JSON text with the package orjson, where it is installed (the extra ``speed``).

What it is faster at is only what it does exactly as :mod:`json` does. It reads nothing but a whole
document of one of our own classes that the quick reader is sure of: whatever is odd (a number that
is not finite or over 64 bits, a lone surrogate, a byte order mark, a key left out, another version)
is left to the ordinary way, which says what is wrong. It writes nothing but our own classes, whose
only floating-point numbers are written alike by both.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._hook import ReadingHook
from inburgering_model.serialization._limits import MAX_SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping

    import cattrs

__all__ = ["read_quickly", "written_quickly"]

_OURS: Final[frozenset[type]] = frozenset(ENTITIES.values())
_Untyped = Any  # orjson is optional, and has types only where it is installed


def read_quickly(
    data: str | bytes, cls: object, header: Mapping[str, str], converter: cattrs.Converter
) -> object:
    """The entity of a document that begins with a header; None when the ordinary way is to decide.

    >>> from inburgering_model.model.people import Person
    >>> from inburgering_model.serialization.converter import make_converter
    >>> read_quickly("{}", Person, {"type": "Person"}, make_converter()) is None
    True
    """
    orjson = _orjson()
    if orjson is None or not isinstance(cls, type) or cls not in _OURS:
        return None
    hook = converter.get_structure_hook(cls)
    try:
        if len(data) > MAX_SIZE:
            return None
        document = cast("dict[str, object]", orjson.loads(data))
        found = {key: document.pop(key) for key in header}
        return hook.quick(document) if found == header and isinstance(hook, ReadingHook) else None
    except Exception:  # noqa: BLE001 - whatever it is, the ordinary way says it better
        return None


def written_quickly(document: dict[str, object], cls: type) -> str | None:
    """The compact JSON text of a document of a class; None when the ordinary way is to write it."""
    orjson = _orjson()
    if orjson is None or cls not in _OURS:
        return None
    # What json refuses, such as a datetime, is left to it.
    options = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS
    try:
        text: str = orjson.dumps(
            document, option=options | orjson.OPT_PASSTHROUGH_DATACLASS
        ).decode()
    except TypeError:
        return None
    return text


@cache
def _orjson() -> _Untyped:
    """The package, or None."""
    try:
        return import_module("orjson")
    except ImportError:
        return None
