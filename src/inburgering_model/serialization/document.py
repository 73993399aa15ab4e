"""Documents: an entity with the header that says which class and which schema version it is.

The JSON form of an entity is the object of its fields, with the names they have in Python; None and
empty tuples are written. At the top, and only there, ``schema_version`` and ``type`` come first.
Values without parts are written so:

==============================  ================================================================
a span                          the list ``[source, start, end]``
the pieces of a passage         lists ``[span, length]``
a partial date, a period        its EDTF string; a period is an interval and has a slash
a date                          ``YYYY-MM-DD``
a decimal number                a string such as ``"50000.00"``, in plain notation
a member of an enumeration      its value
an answer                       the object of its fields, with ``kind`` first
==============================  ================================================================

A span, partial date or period that is a document by itself stands under the key ``value``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, overload

from inburgering_model.errors import (
    DocumentError,
    Problem,
    SchemaVersionError,
    must_be,
    wrong_type,
)
from inburgering_model.model._entity import Entity
from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._forms import base_of_short_form, is_entity, members
from inburgering_model.serialization._leaves import object_of
from inburgering_model.serialization._limits import depth_problem, too_deep
from inburgering_model.serialization._problems import (
    below,
    described,
    excerpt,
    refusal,
    suggestion,
    token,
)
from inburgering_model.serialization._speed import read_quickly
from inburgering_model.serialization.converter import make_converter

if TYPE_CHECKING:
    from collections.abc import Iterable

    import cattrs

__all__ = ["SCHEMA_VERSION", "from_dict", "to_dict"]

SCHEMA_VERSION: Final = "0.1"
"""The version of the JSON form that this release writes and reads.

While it is ``0.n``, any other version is refused; from 1.0 on, a newer major is.
"""

_VERSION, _TYPE, _VALUE = "schema_version", "type", "value"
# Two short numbers and a point.
_VERSION_FORM: Final = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")

_HINTS: Final[dict[str, str]] = dict.fromkeys(("str", "bytes"), "loads() takes JSON text")

EntityT = TypeVar("EntityT", bound=Entity)


def to_dict(entity: Entity) -> dict[str, object]:
    """The document of an entity, as dicts, lists and values that JSON has.

    Raises :class:`~inburgering_model.DocumentError` for the little that an entity can hold and a
    document cannot: a lone surrogate, an integer over 64 bits, a decimal of a thousand digits.

    >>> from inburgering_model import Person
    >>> to_dict(Person(name="Ben Weyts"))
    {'schema_version': '0.1', 'type': 'Person', 'name': 'Ben Weyts', 'evidence': []}
    """
    if not is_entity(type(entity)):
        raise wrong_type("an entity", entity)
    try:
        value: object = _converter().unstructure(entity)
    except DocumentError as error:
        found = error.problems
        if base_of_short_form(type(entity)) is not None:
            found = tuple(below(_VALUE, error))
    else:
        return _with_header(entity, value)
    raise DocumentError(found)


def _with_header(entity: Entity, value: object) -> dict[str, object]:
    header: dict[str, object] = {_VERSION: SCHEMA_VERSION, _TYPE: type(entity).__name__}
    if isinstance(value, dict):
        return header | cast("dict[str, object]", value)
    return header | {_VALUE: value}


@overload
def from_dict(mapping: Mapping[str, object]) -> Dossier: ...
@overload
def from_dict(mapping: Mapping[str, object], cls: type[EntityT]) -> EntityT: ...
def from_dict(mapping: Mapping[str, object], cls: type[Entity] = Dossier) -> Entity:
    """Read a document that is a mapping already, such as :func:`to_dict` makes it.

    As strict as :func:`~inburgering_model.loads`: nested objects are dicts, and lists are lists.
    Raises :class:`~inburgering_model.DocumentError` with every problem of the document, and
    :class:`~inburgering_model.SchemaVersionError` for another schema version; TypeError when it is
    given no mapping.

    >>> from inburgering_model import PartialDate
    >>> document = {"schema_version": "0.1", "type": "PartialDate", "value": "2018-36"}
    >>> from_dict(document, PartialDate)
    PartialDate('2018-36')
    """
    must_be(Mapping, mapping, "a mapping", _HINTS)
    return read_document(dict(mapping), cls)


def read_document(document: object, cls: type[EntityT], found: Iterable[Problem] = ()) -> EntityT:
    """Read a decoded document, or raise all its problems, after those that were found before."""
    if not is_entity(cls):
        message = f"expected a class of entities, got {cls!r}"
        raise TypeError(message)
    problems = list(found)
    try:
        data = object_of(document, f"an object ({cls.__name__})")
        wanted, problems_of_header = _read_header(data, cls)
        problems += problems_of_header
        entity = _read_body(data, wanted)
        if not problems:
            return cast("EntityT", entity)
    except SchemaVersionError:
        raise
    except DocumentError as error:
        problems += error.problems
    except RecursionError:
        problems = [too_deep()]
    deep = depth_problem(document)
    raise DocumentError(problems if deep is None else [deep])


def read_document_quickly(data: str | bytes, cls: type[EntityT]) -> EntityT | None:
    """Read a document's text with orjson; None when that is not installed, or is not sure."""
    header = {_VERSION: SCHEMA_VERSION, _TYPE: getattr(cls, "__name__", "")}
    return cast("EntityT | None", read_quickly(data, cls, header, _converter()))


def _read_header(data: dict[object, object], cls: type) -> tuple[type, list[Problem]]:
    """The class the document is of, and what is wrong with the header.

    Raises when the rest cannot be judged: in another schema version, or of another class.
    """
    problems = _problems_of_version(data.get(_VERSION, ...))
    accepted = {member.__name__: member for member in members((cls,)).values() or (cls,)}
    name = data.get(_TYPE, ...)
    if isinstance(name, str) and name in accepted:
        return accepted[name], problems
    expected = f"expected {' or '.join(map(repr, accepted))}"
    if name is ...:
        message = f"the key {_TYPE!r} is required: {expected}"
        problems.append(Problem(code="missing", message=message, pointer=token(_TYPE)))
    elif not isinstance(name, str):
        problems += refusal("type", f"{expected}, got {described(name)}", token(_TYPE)).problems
    elif name in ENTITIES:
        message = f"{expected}, but the document is a {name}; load it with loads(data, {name})"
        raise DocumentError([*problems, _problem_of_type(message)])
    else:
        hint = suggestion(name, tuple(ENTITIES)) or "; the class it is of has to be given"
        message = f"{expected}, got {excerpt(name)}{hint}"
        raise DocumentError([*problems, _problem_of_type(message)])
    return cls, problems


def _problem_of_type(message: str) -> Problem:
    return Problem(code="document-type", message=message, pointer=token(_TYPE))


def _problems_of_version(version: object) -> list[Problem]:
    if version == SCHEMA_VERSION:
        return []
    pointer = token(_VERSION)
    if version is ...:
        message = f"the key {_VERSION!r} is required: expected {SCHEMA_VERSION!r}"
        return [Problem(code="missing", message=message, pointer=pointer)]
    expected = f"expected {SCHEMA_VERSION!r}, got {described(version)}"
    parts = _VERSION_FORM.fullmatch(version) if isinstance(version, str) else None
    if parts is None:
        code = "value" if isinstance(version, str) else "type"
        return [Problem(code=code, message=expected, pointer=pointer)]
    newer = (int(parts[1]), int(parts[2])) > tuple(map(int, SCHEMA_VERSION.split(".")))
    advice = (
        "it was written by a newer release: update inburgering-model"
        if newer
        else "it was written by an older release: read it with that one, or make it anew"
    )
    message = f"{expected}; {advice}"
    raise SchemaVersionError([Problem(code="version", message=message, pointer=pointer)])


def _read_body(data: dict[object, object], cls: type) -> object:
    body = {key: value for key, value in data.items() if key not in (_VERSION, _TYPE)}
    if base_of_short_form(cls) is None:
        return _structured(body, cls)
    problems = [
        Problem(
            code="unknown-key",
            message=f"the document of a {cls.__name__} has no key {excerpt(str(key))}",
            pointer=token(key),
        )
        for key in body
        if key != _VALUE
    ]
    if _VALUE not in body:
        message = f"the key {_VALUE!r} is required: it holds the {cls.__name__}"
        problems.insert(0, Problem(code="missing", message=message, pointer=token(_VALUE)))
        raise DocumentError(problems)
    try:
        entity = _structured(body[_VALUE], cls)
    except DocumentError as error:
        problems += below(_VALUE, error)
    else:
        if not problems:
            return entity
    raise DocumentError(problems)


def _structured(value: object, cls: type[Any]) -> object:
    entity: object = _converter().structure(value, cls)
    return entity


@cache
def _converter() -> cattrs.Converter:
    return make_converter()
