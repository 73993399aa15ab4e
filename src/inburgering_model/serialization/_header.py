"""The header of a document: which class it is of, and which schema version it has."""

from __future__ import annotations

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._forms import KIND, TYPE_KEY, alternatives
from inburgering_model.serialization._problems import (
    described,
    excerpt,
    refusal,
    suggestion,
    token,
)
from inburgering_model.serialization.versions import SCHEMA_VERSION, VERSION_KEY, version_problem

__all__ = ["header_of", "read_header"]


def header_of(cls: type) -> dict[str, str]:
    """What the documents of a class begin with."""
    return {VERSION_KEY: SCHEMA_VERSION, TYPE_KEY: getattr(cls, "__name__", "")}


def read_header(data: dict[object, object], cls: type) -> tuple[type, list[Problem]]:
    """The class the document is of, and what is wrong with the header.

    Raises when the rest cannot be judged, because the document is of another class.
    """
    if VERSION_KEY in data:
        problem_of_version = version_problem(data[VERSION_KEY])
    else:
        problem_of_version = _missing(VERSION_KEY, f"expected {SCHEMA_VERSION!r}", data, cls)
    problems = [] if problem_of_version is None else [problem_of_version]
    accepted = {member.__name__: member for member in alternatives(cls)}
    name = data.get(TYPE_KEY, ...)
    if isinstance(name, str) and name in accepted:
        return accepted[name], problems
    expected = f"expected {' or '.join(map(repr, accepted))}"
    if name is ...:
        problems.append(_missing(TYPE_KEY, expected, data, cls))
    elif not isinstance(name, str):
        problems += refusal("type", f"{expected}, got {described(name)}", token(TYPE_KEY)).problems
    elif name in ENTITIES and alternatives(ENTITIES[name]) == (ENTITIES[name],):
        message = f"{expected}, but the document is a {name}; load it with loads(data, {name})"
        raise DocumentError([*problems, _problem_of_type(message)])
    else:
        hint = suggestion(name, tuple(ENTITIES)) or "; the class it is of has to be given"
        if name in ENTITIES:  # a union: a document is of one of its members
            kinds = alternatives(ENTITIES[name])
            hint = f", which is {' or '.join(kind.__name__ for kind in kinds)}"
        message = f"{expected}, got {excerpt(name)}{hint}"
        raise DocumentError([*problems, _problem_of_type(message)])
    return cls, problems


def _missing(key: str, wanted: str, data: dict[object, object], cls: type) -> Problem:
    """The problem of a key of the header that is not there, but perhaps misspelt."""
    known = {field.name for field in field_table(cls)} | {TYPE_KEY, VERSION_KEY, KIND}
    unknown = [word for word in data if isinstance(word, str) and word not in known]
    meant = next((word for word in unknown if suggestion(word, (key,))), None)
    hint = "" if meant is None else f"; is {excerpt(meant)} meant for it?"
    message = f"the key {key!r} is required: {wanted}{hint}"
    return Problem(code="missing", message=message, pointer=token(key))


def _problem_of_type(message: str) -> Problem:
    return Problem(code="document-type", message=message, pointer=token(TYPE_KEY))
