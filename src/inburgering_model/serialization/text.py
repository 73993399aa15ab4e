"""Documents as text or bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._decoding import Duplicates
from inburgering_model.serialization.document import (
    EntityT,
    read_document,
    read_document_quickly,
    to_dict,
    write_document_quickly,
)
from inburgering_model.serialization.formats import (
    BinaryFormat,
    Format,
    TextFormat,
    decoded,
    encoded,
)

if TYPE_CHECKING:
    from inburgering_model.model._entity import Entity

__all__ = ["Duplicates", "dumps", "loads", "written"]


@overload
def dumps(entity: Entity, *, format: TextFormat = "json", indent: int | None = None) -> str: ...
@overload
def dumps(entity: Entity, *, format: BinaryFormat, indent: None = None) -> bytes: ...
def dumps(
    entity: Entity,
    *,
    format: Format = "json",  # noqa: A002 - the word that users look for
    indent: int | None = None,
) -> str | bytes:
    """The document of an entity as text, or bytes: the same for the same entity, always.

    ``format`` is ``"json"``, ``"yaml"`` (with the extra of that name) or ``"msgpack"`` (the same;
    this gives bytes). Text that is not ASCII is written as it is. Without ``indent`` JSON has no
    white space. Raises :class:`~inburgering_model.DocumentError` as
    :func:`~inburgering_model.to_dict` does, and :class:`~inburgering_model.MissingExtraError` when
    the extra is not installed; ValueError for another format.

    >>> from inburgering_model import Municipality
    >>> dumps(Municipality(name="Dilbeek"))
    '{"schema_version":"1.0","type":"Municipality","name":"Dilbeek","nis":null,"evidence":[]}'
    """
    return written(entity, format, indent)


def written(entity: Entity, name: Format, indent: int | None) -> str | bytes:
    """The document of an entity in a format."""
    if name == "json" and indent is None:
        text = write_document_quickly(entity)
        if text is not None:
            return text
    return encoded(to_dict(entity), name, indent)


@overload
def loads(
    data: str | bytes,
    *,
    format: Format = "json",
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Dossier: ...
@overload
def loads(
    data: str | bytes,
    cls: type[EntityT],
    *,
    format: Format = "json",
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> EntityT: ...
def loads(
    data: str | bytes,
    cls: type[Entity] = Dossier,
    *,
    format: Format = "json",  # noqa: A002 - the word that users look for
    duplicates: Duplicates = "last",
    allow_newer: bool = False,
) -> Entity:
    """Read a document: a dossier, or an entity of the class that is given.

    Nothing is converted or guessed: what is not exactly the JSON form is refused, with every
    problem at once. Bytes are UTF-8; a byte order mark at the start is passed over, as RFC 8259
    allows. A document has at most :data:`MAX_SIZE <inburgering_model.serialization.text.MAX_SIZE>`
    bytes (or characters) and 100 objects and lists within one another.

    Documents of every released schema version are read. One of a newer minor version is refused
    unless ``allow_newer``: then keys that this release does not know are left out, and a
    :class:`~inburgering_model.SchemaVersionWarning` names them.

    ``format`` is as in :func:`~inburgering_model.dumps`. In YAML a plain word is a string: ``no``
    is no boolean, and ``2018-12-20`` is no date object; tags, anchors and aliases are refused.

    Raises:
        DocumentError: ``problems`` lists all that is wrong, each with a JSON Pointer and a code of
            :data:`~inburgering_model.serialization.codes.PROBLEM_CODES`; of very much, the first
            :data:`MAX_PROBLEMS <inburgering_model.serialization.text.MAX_PROBLEMS>`.
        SchemaVersionError: The document has a schema version that this release does not read.
        MissingExtraError: The format needs an extra that is not installed.
        TypeError: The data is neither str nor bytes, or the class is not one of entities, or it
            has a field with the name of a key of the header.
        ValueError: ``duplicates`` or ``format`` is another word.

    >>> from inburgering_model import Municipality
    >>> loads('{"schema_version": "1.0", "type": "Municipality", "nmae": "Dilbeek"}', Municipality)
    Traceback (most recent call last):
    ...
    inburgering_model.errors.DocumentError: 2 problems:
      /nmae: a Municipality has no key 'nmae'; did you mean 'name'? [unknown-key]
      /name: the key 'name' of a Municipality is required [missing]
    """
    if format == "json" and duplicates == "last":
        entity = read_document_quickly(data, cls)
        if entity is not None:
            return entity
    document, problems = decoded(data, format, duplicates)
    return read_document(document, cls, problems, allow_newer=allow_newer)
