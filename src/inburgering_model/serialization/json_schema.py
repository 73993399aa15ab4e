"""JSON Schema (2020-12) of documents, made from the field tables of the classes.

Whatever :func:`~inburgering_model.loads` accepts, the schema accepts. The schema accepts a little
more: what takes a calendar or two fields to know (see the reference).
"""

from __future__ import annotations

import inspect
import json
import re
from copy import deepcopy
from datetime import date
from decimal import Decimal
from enum import Enum
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from inburgering_model.model._edtf import DATE_PATTERN, LONGEST_TEXT
from inburgering_model.model._shape import NOT_EMPTY, Field, Shape, field_table
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import LONGEST_AMOUNT
from inburgering_model.model.provenance import Span
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._forms import (
    KIND,
    TYPE_KEY,
    alternatives,
    base_of_short_form,
    is_entity,
    must_have_documents,
    tag_of,
)
from inburgering_model.serialization._leaves import is_enum
from inburgering_model.serialization._problems import INT_LIMIT
from inburgering_model.serialization.versions import SCHEMA_VERSION, VERSION_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

    from inburgering_model.model._entity import Entity

__all__ = ["SCHEMA_FILE", "json_schema", "schema_of_all"]

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FILE: Final[Traversable] = files("inburgering_model.serialization") / "data" / "schema.json"
"""The schema of all documents, as it is shipped."""

# Patterns are of the part that ECMA 262 and Python read alike.
_DATE: Final = "^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_DECIMAL: Final = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$"
_SIDE: Final = rf"(?:{DATE_PATTERN}|\.\.)?"
_INTERVAL: Final = rf"^(?!/$){_SIDE}/{_SIDE}$"

_LEAVES: Final[Mapping[type, Schema]] = MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer", "minimum": -INT_LIMIT, "maximum": INT_LIMIT - 1},
        float: {"type": "number"},
        bool: {"type": "boolean"},
        date: {
            "type": "string",
            "format": "date",
            "pattern": _DATE,
            "examples": ["2019-12-20"],
        },
        Decimal: {
            "type": "string",
            "maxLength": LONGEST_AMOUNT,
            "pattern": _DECIMAL,
            "examples": ["50000.00"],
        },
    }
)
_EXAMPLES: Final[Mapping[type, list[object]]] = MappingProxyType(
    {
        PartialDate: ["2018", "2018-36", "2018-12~", "[2018-05..2018-08]"],
        Period: ["2017/2018-36", "2016/..", "/2018-36"],
        Span: [["s0123abcd", 3, 6]],
    }
)


def json_schema(entity: type[Entity] = Dossier) -> dict[str, Any]:
    """The JSON Schema of the documents of a class of entities, ours or derived from ours.

    It is of draft 2020-12, describes the schema version that this release writes, and stands on its
    own. A new dict is made each time. Raises TypeError when the class is not one of entities, or
    has a field with the name of a key of the header.

    >>> from inburgering_model import PartialDate
    >>> schema = json_schema(PartialDate)
    >>> schema["properties"]["type"], schema["properties"]["value"]
    ({'const': 'PartialDate'}, {'$ref': '#/$defs/PartialDate'})
    """
    must_have_documents(entity)
    definitions = _Definitions()
    documents = [definitions.document(cls) for cls in alternatives(entity)]
    schema = {
        "$schema": _DIALECT,
        "title": f"{entity.__name__}, schema version {SCHEMA_VERSION}",
        **(documents[0] if len(documents) == 1 else {"anyOf": documents}),
        "$defs": definitions.found,
    }
    return deepcopy(schema)  # parts of it belong to the constraints and the tables


def schema_of_all() -> str:
    """The JSON Schema of the documents of every class of ours: the text of :data:`SCHEMA_FILE`.

    >>> schema_of_all() == SCHEMA_FILE.read_text("utf-8")
    True
    """
    definitions = _Definitions()
    concrete = [cls for cls in ENTITIES.values() if alternatives(cls) == (cls,)]
    documents = {f"{cls.__name__} document": definitions.document(cls) for cls in concrete}
    schema = {
        "$schema": _DIALECT,
        "title": f"Documents of inburgering-model, schema version {SCHEMA_VERSION}",
        "anyOf": [{"$ref": f"#/$defs/{name}".replace(" ", "%20")} for name in documents],
        "$defs": documents | definitions.found,
    }
    return json.dumps(schema, ensure_ascii=True, indent=1) + "\n"


class _Definitions:
    """What stands under ``$defs``, while it is collected."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}
        self._names: dict[type, str] = {}

    def document(self, cls: type) -> Schema:
        """The schema of a document: the object with its header."""
        header = {VERSION_KEY: {"const": SCHEMA_VERSION}, TYPE_KEY: {"const": cls.__name__}}
        if base_of_short_form(cls) is None:
            body = self._object(cls)
        else:
            body = _closed({"value": self._reference(cls)}, ["value"])
        return {
            **_description(cls),
            **_closed(header | body["properties"], [*header, *body["required"]]),
        }

    def _reference(self, cls: type) -> Schema:
        name = self._names.get(cls)
        if name is None:
            name = cls.__name__
            while name in self.found:  # a derived class may have the name of ours
                name += "_"
            self._names[cls] = name
            self.found[name] = {}  # a class may hold its own kind
            self.found[name] = {**_description(cls), **self._definition(cls)}
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, cls: type) -> Schema:
        if is_enum(cls):
            return {"enum": [member.value for member in cls]}
        base = base_of_short_form(cls)
        examples = {} if base is None else {"examples": _EXAMPLES[base]}
        if base is PartialDate:
            (field,) = field_table(cls)
            return {**self._of_shape(field.shape), **examples}
        if base is Period:
            form = {"type": "string", "maxLength": LONGEST_TEXT, "pattern": _INTERVAL}
            return {**form, **examples}
        if base is Span:
            return {**self._array(field.shape for field in field_table(cls)), **examples}
        classes = alternatives(cls)
        return self._object(cls) if classes == (cls,) else self._any_of(classes)

    def _object(self, cls: type) -> Schema:
        properties: dict[str, Schema] = {}
        tag = tag_of(cls)
        if tag is not None:
            properties[KIND] = {"const": tag}
        required = list(properties)
        for field in field_table(cls):
            properties[field.name] = {**self._of_shape(field.shape), **_default(field)}
            if field.required:
                required.append(field.name)
        return _closed(properties, required)

    def _array(self, shapes: Iterable[Shape]) -> Schema:
        elements = [self._of_shape(shape) for shape in shapes]
        return {
            "type": "array",
            "prefixItems": elements,
            "minItems": len(elements),
            "items": False,
        }

    def _of_shape(self, shape: Shape) -> Schema:
        present = _constrained(self._of_present(shape), shape)
        return {"anyOf": [present, {"type": "null"}]} if shape.optional else present

    def _of_present(self, shape: Shape) -> Schema:
        if shape.each is not None:
            return {"type": "array", "items": self._of_shape(shape.each)}
        if shape.elements:
            return self._array(shape.elements)
        return self._any_of(shape.classes)

    def _any_of(self, classes: tuple[type, ...]) -> Schema:
        schemas = [self._of_class(cls) for cls in classes]
        return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}

    def _of_class(self, cls: type) -> Schema:
        if cls in _LEAVES:
            return dict(_LEAVES[cls])
        if is_entity(cls) or is_enum(cls):
            return self._reference(cls)
        return {}  # a class that is not ours: its converter decides


def _constrained(schema: Schema, shape: Shape) -> Schema:
    for constraint in shape.constraints:
        if shape.classes:
            schema |= constraint.schema
        elif constraint is NOT_EMPTY:
            schema["minItems"] = 1
    return schema


def _closed(properties: dict[str, Schema], required: list[str]) -> Schema:
    """An object with just these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _default(field: Field) -> Schema:
    """What a key that is left out stands for, when that is one plain value."""
    default = field.default
    if field.required or isinstance(default, attrs.Factory):  # type: ignore[arg-type] # attrs types it as a function
        return {}
    if isinstance(default, Enum):
        return {"default": default.value}
    if default == ():
        return {"default": []}
    plain = default is None or isinstance(default, str | int | float)
    return {"default": default} if plain else {}


# Markup of the docstrings: a role with its target, or a literal.
_MARKUP: Final = re.compile(r"(?::[a-z]+:`~?([^`]*)`)|``([^`]*)``")


def _description(cls: type) -> Schema:
    """The first paragraph of the docstring, without markup."""
    text = inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
    bare = _MARKUP.sub(lambda found: cast("str", found[1] or found[2]), text)
    return {"description": bare} if bare else {}
