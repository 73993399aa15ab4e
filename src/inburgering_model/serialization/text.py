"""Documents as JSON text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal, overload

from inburgering_model.errors import must_be
from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._decoding import decode, decode_noting_duplicates, text_of
from inburgering_model.serialization._speed import written_quickly
from inburgering_model.serialization.document import (
    EntityT,
    read_document,
    read_document_quickly,
    to_dict,
)

if TYPE_CHECKING:
    from inburgering_model.model._entity import Entity

__all__ = ["Duplicates", "dumps", "loads"]

Duplicates = Literal["last", "refuse"]
"""What to do when a key stands twice in an object: let the last count, or refuse the document."""

_HINTS: Final[dict[str, str]] = {
    **dict.fromkeys(("bytearray", "memoryview"), "pass bytes(...) of it"),
    **dict.fromkeys(("PosixPath", "WindowsPath", "TextIOWrapper"), "load() takes paths and files"),
    "dict": "from_dict() takes mappings",
}
_DUPLICATES: Final = {"last": decode, "refuse": decode_noting_duplicates}


def dumps(entity: Entity, *, indent: int | None = None) -> str:
    """The document of an entity as JSON text: the same text for the same entity, always.

    Text that is not ASCII is written as it is. Without ``indent`` there is no white space. Raises
    :class:`~inburgering_model.DocumentError` as :func:`~inburgering_model.to_dict` does.

    >>> from inburgering_model import Municipality
    >>> dumps(Municipality(name="Dilbeek"))
    '{"schema_version":"0.1","type":"Municipality","name":"Dilbeek","nis":null,"evidence":[]}'
    """
    document = to_dict(entity)
    text = written_quickly(document, type(entity)) if indent is None else None
    return text or json.dumps(
        document,
        ensure_ascii=False,
        allow_nan=False,
        check_circular=False,
        indent=indent,
        separators=(",", ":") if indent is None else (",", ": "),
    )


@overload
def loads(data: str | bytes, *, duplicates: Duplicates = "last") -> Dossier: ...
@overload
def loads(data: str | bytes, cls: type[EntityT], *, duplicates: Duplicates = "last") -> EntityT: ...
def loads(
    data: str | bytes, cls: type[Entity] = Dossier, *, duplicates: Duplicates = "last"
) -> Entity:
    """Read a document: a dossier, or an entity of the class that is given.

    Nothing is converted or guessed: what is not exactly the JSON form is refused, with every
    problem at once. Bytes are UTF-8; a byte order mark at the start is passed over, as RFC 8259
    allows. A document has at most :data:`MAX_SIZE <inburgering_model.serialization.text.MAX_SIZE>`
    bytes (or characters) and 100 objects and lists within one another.

    Raises:
        DocumentError: ``problems`` lists all that is wrong, each with a JSON Pointer and a code of
            :data:`~inburgering_model.serialization.codes.PROBLEM_CODES`.
        SchemaVersionError: The document has a schema version that this release does not read.
        TypeError: The data is neither str nor bytes, or the class is not one of entities.
        ValueError: ``duplicates`` is another word.

    >>> from inburgering_model import Municipality
    >>> loads('{"schema_version": "0.1", "type": "Municipality", "nmae": "Dilbeek"}', Municipality)
    Traceback (most recent call last):
    ...
    inburgering_model.errors.DocumentError: 2 problems:
      /nmae: a Municipality has no key 'nmae'; did you mean 'name'? [unknown-key]
      /name: the key 'name' of a Municipality is required [missing]
    """
    must_be((str, bytes), data, "str or bytes", _HINTS)
    policy = _DUPLICATES.get(duplicates)
    if policy is None:
        message = f"duplicates: expected 'last' or 'refuse', got {duplicates!r}"
        raise ValueError(message)
    if duplicates == "last" and (entity := read_document_quickly(data, cls)) is not None:
        return entity
    document, problems = policy(text_of(data))
    return read_document(document, cls, problems)
