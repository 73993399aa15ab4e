"""How entities are read from JSON: one reader for each class, made from its field table.

These readers are thorough: they look at every key and every field, so that all problems are told
together. Whether the fields agree is asked of the class itself, by making the object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import attrs

from inburgering_model.errors import DocumentError, FieldError, FieldTypeError, Problem
from inburgering_model.model._entity import draft_of
from inburgering_model.model._shape import Shape, field_table
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.model.provenance import Span
from inburgering_model.serialization._forms import KIND, base_of_short_form, members, tag_of
from inburgering_model.serialization._hook import ReadingHook
from inburgering_model.serialization._leaves import (
    Reader,
    list_of,
    object_of,
    partial_date_reader,
    period_reader,
)
from inburgering_model.serialization._problems import (
    below,
    excerpt,
    first,
    reason,
    suggestion,
    token,
)
from inburgering_model.serialization._quick import quick_array_reader, quick_object_reader
from inburgering_model.serialization._shapes import (
    Row,
    quick_reader_of_shape,
    quick_union_reader,
    rows,
    union_reader,
    unknown_kind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import cattrs

    from inburgering_model.serialization._hook import Quick

__all__ = ["structure_hook_of_entity"]

_SUGGESTIONS: Final = 20  # for the first unknown keys of an object; the others are only named


def structure_hook_of_entity(cls: type, converter: cattrs.Converter) -> Reader:
    """The structure hook of an entity class."""

    def reader_of(shape: Shape) -> tuple[Quick, bool]:
        return quick_reader_of_shape(shape, converter)

    base = base_of_short_form(cls)
    if base is PartialDate:
        return _hook_of_text(cls, partial_date_reader(cls))
    if base is Period:
        return _hook_of_text(cls, period_reader(cls))
    thorough = _object_reader(cls, converter)
    if base is Span:
        return ReadingHook(lambda: quick_array_reader(cls, reader_of), _array_reader(cls, thorough))
    if tag_of(cls) is None and (union := members((cls,))):
        return ReadingHook(
            lambda: quick_union_reader(union, converter), union_reader(union, converter)
        )
    return ReadingHook(lambda: quick_object_reader(cls, reader_of), thorough)


def _hook_of_text(cls: type, read: Reader) -> ReadingHook:
    return ReadingHook(lambda: lambda value: read(value, cls), read)


def _object_reader(cls: type, converter: cattrs.Converter) -> Reader:
    # The rows are made when the first object is read: a class may hold its own kind.
    table: tuple[Row, ...] | None = None
    aliases: dict[str, str] = {}
    make = cast("Callable[..., object]", cls)
    expected = f"an object ({cls.__name__})"

    def read(value: object, _: object) -> object:
        nonlocal table
        if table is None:
            aliases.update((field.name, field.alias) for field in field_table(cls))
            table = rows(cls, converter)
        data = object_of(value, expected)
        values, problems = _read_fields(cls, table, data)
        of_keys = first(_problems_of_keys(cls, data))
        problems += _broken_constraints(cls, values)
        if not problems and all(problem.code == "unknown-key" for problem in of_keys):
            try:
                entity = make(**{aliases[name]: value for name, value in values.items()})
            except (TypeError, ValueError) as error:
                problems = _why_refused(cls, error, values)
            else:
                if not of_keys:
                    return entity
        raise DocumentError([*of_keys, *problems])

    return read


def _read_fields(
    cls: type, table: tuple[Row, ...], data: dict[object, object]
) -> tuple[dict[str, object], list[Problem]]:
    """The values that could be read, by field, and what is wrong with the others."""
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, read, target, optional, required in table:
        found = data.get(name, ...)
        if found is ...:
            if required:
                message = f"the key {name!r} of {_named(cls)} is required"
                problems.append(Problem(code="missing", message=message, pointer=token(name)))
        elif found is None and optional:
            values[name] = None
        else:
            try:
                values[name] = read(found, target)
            except DocumentError as error:
                problems += below(name, error)
    return values, problems


def _array_reader(cls: type, read_object: Reader) -> Reader:
    """For an entity that is the list of its fields' values."""
    names = [field.name for field in field_table(cls)]
    expected = f"a list [{', '.join(names)}]"

    def read(value: object, target: object) -> object:
        elements = list_of(value, expected, len(names))
        try:
            return read_object(dict(zip(names, elements, strict=True)), target)
        except DocumentError as error:
            problems = [_in_array(problem, names) for problem in error.problems]
        raise DocumentError(problems)

    return read


def _in_array(problem: Problem, names: list[str]) -> Problem:
    """The same problem where the fields stand by their place instead of their name."""
    _, name, *rest = problem.pointer.split("/")
    return attrs.evolve(problem, pointer="/".join(["", str(names.index(name)), *rest]))


def _problems_of_keys(cls: type, data: Mapping[object, object]) -> Iterator[Problem]:
    """A ``kind`` that is not the class's, and keys that it does not have."""
    tag = tag_of(cls)
    if tag is not None and data.get(KIND) != tag:
        yield from unknown_kind(data.get(KIND, ...), (tag,)).problems
    names = {field.name for field in field_table(cls)}
    if tag is not None:
        names.add(KIND)
    unknown = [key for key in data if key not in names]
    absent = tuple(sorted(name for name in names if name not in data))
    for place, key in enumerate(unknown):
        hint = suggestion(str(key), absent) if place < _SUGGESTIONS else ""
        message = f"{_named(cls)} has no key {excerpt(str(key))}{hint}"
        yield Problem(code="unknown-key", message=message, pointer=token(key))


def _why_refused(cls: type, error: Exception, values: Mapping[str, object]) -> list[Problem]:
    if not isinstance(error, FieldError):
        return _invalid(cast("type[attrs.AttrsInstance]", cls), values) or [
            Problem(code="value", message=reason(error))
        ]
    code = "type" if isinstance(error, FieldTypeError) else "inconsistent"
    return [Problem(code=code, message=error.detail, pointer=token(error.field))]


def _invalid(cls: type[attrs.AttrsInstance], values: Mapping[str, object]) -> list[Problem]:
    """What the validators of a class that is derived from ours refuse, each by itself."""
    draft = draft_of(cls)()
    for name, value in values.items():
        setattr(draft, name, value)
    problems: list[Problem] = []
    for attribute in attrs.fields(cls):
        if attribute.validator is None or attribute.name not in values:
            continue
        try:
            attribute.validator(draft, attribute, values[attribute.name])
        except AttributeError:  # it asks for a field that was left out
            continue
        except (TypeError, ValueError) as error:
            message, pointer = reason(error), token(attribute.name)
            problems.append(Problem(code="value", message=message, pointer=pointer))
    return problems


def _broken_constraints(cls: type, values: Mapping[str, object]) -> list[Problem]:
    return first(
        Problem(code="value", message=message, pointer=token(field.name) + pointer)
        for field in field_table(cls)
        if field.name in values
        for pointer, message in _broken(field.shape, values[field.name])
    )


def _broken(shape: Shape, value: object) -> Iterator[tuple[str, str]]:
    """The constraints that a value of the right type breaks, with pointers."""
    if value is None:
        return
    for constraint in shape.constraints:
        message = constraint.problem(value)
        if message is not None:
            yield "", message
    if isinstance(value, tuple):
        elements = cast("tuple[object, ...]", value)
        shapes = shape.elements if shape.each is None else (shape.each,) * len(elements)
        for index, (inner, element) in enumerate(zip(shapes, elements, strict=True)):
            for pointer, message in _broken(inner, element):
                yield token(index) + pointer, message


def _named(cls: type) -> str:
    """A class with its article, for messages."""
    return f"{'an' if cls.__name__[0] in 'AEIOU' else 'a'} {cls.__name__}"
