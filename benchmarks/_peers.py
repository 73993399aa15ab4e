"""The shape of a dossier in other libraries, to compare with: classes made from our field tables.

Each peer refuses unknown keys and does not convert, as far as the library can. All do less than we
do: to them a span is a plain tuple, a partial date or period is text, an amount is text, and nobody
asks whether fields agree with one another. pydantic and msgspec check patterns and bounds as well;
mashumaro, adaptix and cattrs check neither, and mashumaro hardly looks at types.
"""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from importlib import import_module
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union

from inburgering_model import Answer, Dossier, PartialDate, Period, Span
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._forms import members, tag_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from inburgering_model.model._shape import Shape

__all__ = ["PEERS", "Peer", "peers"]

_TEXTS = (PartialDate, Period, Decimal)
_PLAIN = frozenset({str, int, float, bool})
_HEADER = {"schema_version": str, "type": str}


class Peer(NamedTuple):
    """How a library reads and writes a dossier."""

    load: Callable[[str], Any]
    dump: Callable[[Any], object]


class _Library(NamedTuple):
    """What a library makes of a class, of a constraint and of a union."""

    make: Callable[[type, dict[str, Any]], type]
    constrain: Callable[[Any, Mapping[str, Any]], Any] = lambda annotation, _: annotation
    union: Callable[[Any], Any] = lambda union: union


def peers() -> Iterator[tuple[str, Peer]]:
    """Each library that is installed; of the others it is said that they are left out."""
    for name, make in PEERS.items():
        try:
            yield name, make()
        except ImportError as error:
            print(f"  {name} is left out: {error}")


def _dossier(library: _Library) -> Any:
    """The class that stands for a dossier, with its document's header."""
    return _Classes(library).of(Dossier)


class _Classes:
    """The classes of a library while they are made."""

    def __init__(self, library: _Library) -> None:
        self._library = library
        self._made: dict[type, type] = {}

    def of(self, cls: type) -> type:
        """The class that stands for one of ours."""
        if cls not in self._made:
            header: dict[str, Any] = _HEADER if cls is Dossier else {}
            fields = {field.name: self._annotation(field.shape) for field in field_table(cls)}
            self._made[cls] = self._library.make(cls, header | fields)
        return self._made[cls]

    def _annotation(self, shape: Shape) -> Any:
        if shape.each is not None:
            found: Any = GenericAlias(tuple, (self._annotation(shape.each), ...))
        elif shape.elements:
            found = self._fixed(shape.elements)
        else:
            found = self._of_class(shape.classes[0])
        for constraint in shape.constraints:
            found = self._library.constrain(found, constraint.schema)
        return found | None if shape.optional else found

    def _of_class(self, cls: type) -> Any:
        if cls is Span:
            return self._fixed([field.shape for field in field_table(Span)])
        if cls is Answer:
            union = tuple(self.of(member) for member in members((Answer,)).values())
            return self._library.union(Union[union])  # noqa: UP007 - made of a tuple
        if cls in _TEXTS:
            return str
        return self.of(cls) if issubclass(cls, Entity) else cls

    def _fixed(self, shapes: Iterable[Shape]) -> Any:
        return GenericAlias(tuple, tuple(map(self._annotation, shapes)))


def _pydantic() -> Peer:
    pydantic = import_module("pydantic")
    config = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True)
    names = {"minimum": "ge", "maximum": "le", "pattern": "pattern", "minLength": "min_length"}

    def make(cls: type, fields: dict[str, Any]) -> Any:
        tag = {} if tag_of(cls) is None else {"kind": Literal[tag_of(cls)]}
        required = {name: (annotation, ...) for name, annotation in (tag | fields).items()}
        return pydantic.create_model(cls.__name__, __config__=config, **required)

    def constrain(annotation: Any, schema: Mapping[str, Any]) -> Any:
        known = {names[key]: value for key, value in schema.items() if key in names}
        return Annotated[annotation, pydantic.Field(**known)] if known else annotation

    def union(classes: Any) -> Any:
        return Annotated[classes, pydantic.Field(discriminator="kind")]

    model = _dossier(_Library(make, constrain, union))
    return Peer(model.model_validate_json, model.model_dump_json)


def _msgspec() -> Peer:
    msgspec = import_module("msgspec")
    names = {"minimum": "ge", "maximum": "le", "pattern": "pattern", "minLength": "min_length"}

    def make(cls: type, fields: dict[str, Any]) -> Any:
        tag = {} if tag_of(cls) is None else {"tag_field": "kind", "tag": tag_of(cls)}
        return msgspec.defstruct(
            cls.__name__, fields.items(), frozen=True, forbid_unknown_fields=True, **tag
        )

    def constrain(annotation: Any, schema: Mapping[str, Any]) -> Any:
        known = {names[key]: value for key, value in schema.items() if key in names}
        return Annotated[annotation, msgspec.Meta(**known)] if known else annotation

    decoder = msgspec.json.Decoder(_dossier(_Library(make, constrain)))
    encoder = msgspec.json.Encoder()
    return Peer(decoder.decode, lambda entity: encoder.encode(entity).decode())


def _make_dataclass(cls: type, fields: dict[str, Any]) -> type:
    tag = {} if tag_of(cls) is None else {"kind": Literal[tag_of(cls)]}
    every = (tag | fields).items()
    return dataclasses.make_dataclass(cls.__name__, every, frozen=True, kw_only=True, slots=True)


def _mashumaro() -> Peer:
    codecs = import_module("mashumaro.codecs.orjson")
    model = _dossier(_Library(_make_dataclass))
    decoder, encoder = codecs.ORJSONDecoder(model), codecs.ORJSONEncoder(model)
    return Peer(decoder.decode, lambda entity: encoder.encode(entity).decode())


def _adaptix() -> Peer:
    adaptix, orjson = import_module("adaptix"), import_module("orjson")
    model = _dossier(_Library(_make_dataclass))
    retort = adaptix.Retort(
        strict_coercion=True, recipe=[adaptix.name_mapping(extra_in=adaptix.ExtraForbid())]
    )
    load, dump = retort.get_loader(model), retort.get_dumper(model)
    return Peer(
        lambda text: load(orjson.loads(text)), lambda entity: orjson.dumps(dump(entity)).decode()
    )


def _cattrs() -> Peer:
    preconf = import_module("cattrs.preconf.orjson")
    model = _dossier(_Library(_make_dataclass))
    converter = preconf.make_converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(_PLAIN.__contains__, _exactly)
    return Peer(
        lambda text: converter.loads(text, model), lambda entity: converter.dumps(entity).decode()
    )


def _exactly(value: Any, cls: type) -> Any:
    if type(value) is not cls:
        message = f"expected {cls.__name__}"
        raise TypeError(message)
    return value


def _json() -> Peer:
    return Peer(json.loads, lambda plain: json.dumps(plain, ensure_ascii=False))


PEERS: dict[str, Callable[[], Peer]] = {
    "json": _json,
    "msgspec": _msgspec,
    "pydantic, strict": _pydantic,
    "mashumaro, orjson": _mashumaro,
    "adaptix, orjson": _adaptix,
    "cattrs, orjson": _cattrs,
}
"""How each is made; ImportError when it is not installed."""
