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

import inspect
import warnings
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, overload

from inburgering_model.errors import (
    DocumentError,
    Problem,
    SchemaVersionWarning,
    must_be,
    wrong_type,
)
from inburgering_model.model._entity import Entity
from inburgering_model.model.dossier import Dossier
from inburgering_model.serialization._forms import (
    TYPE_KEY,
    base_of_short_form,
    is_entity,
    may_be_deep,
    must_have_documents,
)
from inburgering_model.serialization._header import header_of, read_header
from inburgering_model.serialization._leaves import object_of
from inburgering_model.serialization._limits import depth_problem, too_deep
from inburgering_model.serialization._problems import (
    at_most,
    below,
    excerpt,
    first,
    listed,
    suggestion,
    token,
)
from inburgering_model.serialization._speed import QuickEncoder, read_quickly
from inburgering_model.serialization.converter import make_converter
from inburgering_model.serialization.versions import (
    VERSION_KEY,
    brought_up_to_date,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import cattrs

__all__ = [
    "from_dict",
    "read_document",
    "read_document_quickly",
    "to_dict",
    "write_document_quickly",
]

_VALUE: Final = "value"

_HINTS: Final[dict[str, str]] = dict.fromkeys(("str", "bytes"), "loads() takes JSON text")

EntityT = TypeVar("EntityT", bound=Entity)


def to_dict(entity: Entity) -> dict[str, object]:
    """The document of an entity, as dicts, lists and values that JSON has.

    Raises :class:`~inburgering_model.DocumentError` for the little that an entity can hold and a
    document cannot: a lone surrogate, an integer over 64 bits, a decimal of a thousand digits, an
    entity of a class that would not be read back from there, or more than 100 within one another.

    >>> from inburgering_model import Person
    >>> to_dict(Person(name="Ben Weyts"))
    {'schema_version': '1.0', 'type': 'Person', 'name': 'Ben Weyts', 'evidence': []}
    """
    if not is_entity(type(entity)):
        raise wrong_type("an entity", entity)
    must_have_documents(type(entity))
    try:
        value: object = _converter().unstructure(entity)
    except DocumentError as error:
        found = error.problems
        if base_of_short_form(type(entity)) is not None:
            found = tuple(below(_VALUE, error))
    except RecursionError:
        found = (too_deep(),)
    else:
        document = _with_header(entity, value)
        deep = _depth_problem(document, type(entity))
        if deep is None:
            return document
        found = (deep,)
    raise DocumentError(listed(found))


def _depth_problem(document: object, cls: type) -> Problem | None:
    """Where a document is too deep, if its class lets it be."""
    return depth_problem(document) if may_be_deep(cls) else None


def _with_header(entity: Entity, value: object) -> dict[str, object]:
    body = cast("dict[str, object]", value if isinstance(value, dict) else {_VALUE: value})
    return {**header_of(type(entity)), **body}


def write_document_quickly(entity: Entity) -> str | None:
    """The compact JSON text of an entity's document; None when the ordinary way is to write it."""
    return _encoder().text(entity, header_of(type(entity)), _VALUE)


@overload
def from_dict(mapping: Mapping[str, object], *, allow_newer: bool = False) -> Dossier: ...
@overload
def from_dict(
    mapping: Mapping[str, object], cls: type[EntityT], *, allow_newer: bool = False
) -> EntityT: ...
def from_dict(
    mapping: Mapping[str, object], cls: type[Entity] = Dossier, *, allow_newer: bool = False
) -> Entity:
    """Read a document that is a mapping already, such as :func:`to_dict` makes it.

    As strict as :func:`~inburgering_model.loads`: nested objects are dicts, and lists are lists.
    Raises :class:`~inburgering_model.DocumentError` with every problem of the document, and
    :class:`~inburgering_model.SchemaVersionError` for a schema version that is not read; TypeError
    when it is given no mapping.

    >>> from inburgering_model import PartialDate
    >>> document = {"schema_version": "1.0", "type": "PartialDate", "value": "2018-36"}
    >>> from_dict(document, PartialDate)
    PartialDate('2018-36')
    """
    must_be(Mapping, mapping, "a mapping", _HINTS)
    return read_document(dict(mapping), cls, allow_newer=allow_newer)


def read_document(
    document: object,
    cls: type[EntityT],
    found: Iterable[Problem] = (),
    *,
    allow_newer: bool = False,
    line: int | None = None,
) -> EntityT:
    """Read a decoded document, or raise all its problems, after those that were found before.

    ``line`` is that of a file of many documents, for a warning.
    """
    must_have_documents(cls)
    newer: str | None = None
    if isinstance(document, dict):
        data = cast("dict[object, object]", document)
        document, newer = brought_up_to_date(data, allow_newer=allow_newer)
    if newer is None:
        return _read(document, cls, found)
    return _read_newer(document, cls, found, newer, line)


def _read_newer(
    document: object,
    cls: type[EntityT],
    found: Iterable[Problem],
    version: str,
    line: int | None,
) -> EntityT:
    """Read a document of a newer minor version without the keys that are not known here."""
    unknown: Sequence[Problem] = ()
    entity: EntityT | None = None
    try:
        with at_most(_MOST_LEFT_OUT):
            entity = _read(document, cls, found)
    except DocumentError as error:
        unknown = error.problems
    if any(problem.code != "unknown-key" for problem in unknown):
        raise DocumentError(listed(unknown))
    pointers = [problem.pointer for problem in unknown]
    if entity is None:
        entity = _read(without(document, frozenset(pointers)), cls, found)
    warnings.warn(SchemaVersionWarning(version, pointers, line), stacklevel=_level_of_caller())
    return entity


_MOST_LEFT_OUT: Final = 10_000  # keys; a document with more of them is refused


def _level_of_caller() -> int:
    """How many calls above a warning the first line stands that is not in this package."""
    level, frame = 0, inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__", "").startswith(_PACKAGE):
        level, frame = level + 1, frame.f_back
    return level


_PACKAGE: Final = f"{__name__.partition('.')[0]}."


def _read(document: object, cls: type[EntityT], found: Iterable[Problem]) -> EntityT:
    problems = list(found)
    if (too_many := _depth_problem(document, cls)) is not None:
        raise DocumentError([too_many])
    try:
        data = object_of(document, f"an object ({cls.__name__})")
        wanted, problems_of_header = read_header(data, cls)
        problems += problems_of_header
        entity = _read_body(data, wanted)
        if not problems:
            return cast("EntityT", entity)
    except DocumentError as error:
        problems += error.problems
    except RecursionError:
        problems = [too_deep()]
    deep = depth_problem(document)
    raise DocumentError(listed(problems) if deep is None else [deep])


def read_document_quickly(data: str | bytes, cls: type[EntityT]) -> EntityT | None:
    """Read a document's text with orjson; None when that is not installed, or is not sure."""
    return cast("EntityT | None", read_quickly(data, cls, header_of(cls), _converter()))


def _read_body(data: dict[object, object], cls: type) -> object:
    body = {key: value for key, value in data.items() if key not in (VERSION_KEY, TYPE_KEY)}
    if base_of_short_form(cls) is None:
        return _structured(body, cls)
    problems = first(
        Problem(
            code="unknown-key",
            message=f"the document of a {cls.__name__} has no key {excerpt(str(key))}"
            f"{suggestion(str(key), () if _VALUE in body else (_VALUE,))}",
            pointer=token(key),
        )
        for key in body
        if key != _VALUE
    )
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


@cache
def _encoder() -> QuickEncoder:
    return QuickEncoder(_converter())
