"""JSON text, quickly; more so with the package orjson, where it is installed (extra ``speed``).

orjson does only what it does exactly as :mod:`json` does. It reads nothing but a whole document of
one of our own classes that the quick reader is sure of: whatever is odd (a number that is not
finite or over 64 bits, a lone surrogate, a byte order mark, a key left out, another version) is
left to the ordinary way, which says what is wrong. It writes nothing but our own classes, whose
only floating-point numbers are written alike by both.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._hook import ReadingHook
from inburgering_model.serialization._limits import MAX_SIZE
from inburgering_model.serialization._writing import layer_writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    import cattrs

    from inburgering_model.model._entity import Entity
    from inburgering_model.serialization._leaves import Writer

__all__ = ["QuickEncoder", "read_quickly"]

_OURS: Final[frozenset[type]] = frozenset(ENTITIES.values())
_Untyped = Any  # orjson is optional, and has types only where it is installed


def read_quickly(
    data: object, cls: object, header: Mapping[str, str], converter: cattrs.Converter
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
    if not isinstance(data, str | bytes):  # orjson takes a bytearray too
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


class QuickEncoder:
    """Writes documents of our own classes as compact JSON text, with orjson or :mod:`json`.

    The encoder asks for each entity when it comes to it, and lets go of what it was given at once.
    To make dicts of a large dossier first takes half as long again, in the garbage collector.

    >>> from inburgering_model.model.people import Person
    >>> from inburgering_model.serialization.converter import make_converter
    >>> QuickEncoder(make_converter()).text(Person(name="Zoë"), {"type": "Person"}, "value")
    '{"type":"Person","name":"Zoë","evidence":[]}'
    """

    def __init__(self, converter: cattrs.Converter) -> None:
        layers = _Layers(converter)
        self._layer: Writer = lambda entity: layers[entity.__class__](entity)
        self._json = json.JSONEncoder(
            ensure_ascii=False,
            allow_nan=False,
            check_circular=False,
            separators=(",", ":"),
            default=self._layer,
        )

    def text(self, entity: Entity, header: Mapping[str, str], key: str) -> str | None:
        """The document of an entity; None when the ordinary way is to decide.

        What is no object stands under a key.
        """
        try:
            value = self._layer(entity)
            body = cast("dict[str, object]", value if isinstance(value, dict) else {key: value})
            return self._encoded({**header, **body})
        except Exception:  # noqa: BLE001 - whatever it is, the ordinary way says it better
            return None

    def _encoded(self, document: dict[str, object]) -> str:
        orjson = _orjson()
        if orjson is None:
            text = self._json.encode(document)
            if not text.isascii():
                text.encode()  # raises for a lone surrogate
            return text
        # What json refuses, such as a datetime, is left to it.
        options = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS
        data: bytes = orjson.dumps(
            document, self._layer, options | orjson.OPT_PASSTHROUGH_DATACLASS
        )
        return data.decode()


class _Layers(dict[type, "Writer"]):
    """For each of our own classes what makes an entity's value, with the entities in it as is."""

    def __init__(self, converter: cattrs.Converter) -> None:
        super().__init__()
        self._converter = converter

    def __missing__(self, cls: type) -> Writer:
        """Make it when it is first asked for; raises KeyError for any other class."""
        if cls not in _OURS:
            raise KeyError(cls)
        writer = self[cls] = layer_writer(cls, self._converter)
        return writer


@cache
def _orjson() -> _Untyped:
    """The package, or None."""
    try:
        return import_module("orjson")
    except ImportError:
        return None
