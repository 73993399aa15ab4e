"""How entities are written as JSON values: one writer for each class, made from its field table."""

from __future__ import annotations

from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.model._shape import Shape, field_table
from inburgering_model.model.provenance import Span
from inburgering_model.serialization._forms import KIND, base_of_short_form, tag_of
from inburgering_model.serialization._hook import WritingHook
from inburgering_model.serialization._leaves import LEAF_WRITERS, Writer, is_enum, write_enum
from inburgering_model.serialization._problems import below, is_enough
from inburgering_model.serialization._quick_writing import (
    quick_array_writer,
    quick_object_writer,
    quick_text_writer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import cattrs

__all__ = ["NoJsonFormError", "unstructure_hook_of_entity"]

_edtf: Writer = attrgetter("edtf")


class NoJsonFormError(TypeError):
    """JSON has no form for a class that is not ours, and the converter gives it none."""


def unstructure_hook_of_entity(cls: type, converter: cattrs.Converter) -> WritingHook:
    """The unstructure hook of an entity class."""

    def writer_of(shape: Shape) -> Writer:
        return _quick_writer(shape, converter)

    base = base_of_short_form(cls)
    if base is Span:
        make_quick, thorough = quick_array_writer, _array_writer(cls, converter)
    elif base is None:
        make_quick, thorough = quick_object_writer, _object_writer(cls, converter)
    else:
        make_quick, thorough = quick_text_writer, _edtf

    def write(entity: object) -> object:
        # An entity is written as what it is, not as what was declared: nothing of it is lost.
        return thorough(entity) if entity.__class__ is cls else converter.unstructure(entity)

    return WritingHook(lambda: make_quick(cls, writer_of, converter.unstructure), write)


def _quick_writer(shape: Shape, converter: cattrs.Converter) -> Writer:
    """How to write a value quickly where there is an entity in it."""
    if len(shape.classes) == 1:
        hook = converter.get_unstructure_hook(shape.classes[0])
        if isinstance(hook, WritingHook):
            return hook.quick_function()
    return _writer(shape, converter)


def _object_writer(cls: type, converter: cattrs.Converter) -> Writer:
    # The rows are made when the first object is written: a class may hold its own kind.
    table: tuple[tuple[str, Writer], ...] | None = None
    tag = tag_of(cls)
    start: dict[str, object] = {} if tag is None else {KIND: tag}

    def write(entity: object) -> dict[str, object]:
        nonlocal table
        if table is None:
            table = _rows(cls, converter)
        written = start.copy()
        problems: list[Problem] = []
        for name, write_field in table:
            value = getattr(entity, name)
            if value is None:
                written[name] = None
                continue
            try:
                written[name] = write_field(value)
            except DocumentError as error:
                problems += below(name, error)
            except NoJsonFormError as error:
                message = f"{cls.__name__}.{name} has no JSON form: {error}"
                raise TypeError(message) from None
        if problems:
            raise DocumentError(problems)
        return written

    return write


def _array_writer(cls: type, converter: cattrs.Converter) -> Writer:
    """For an entity that is the list of its fields' values."""
    rows = _rows(cls, converter)
    writers = [write_field for _, write_field in rows]
    values = attrgetter(*(name for name, _ in rows))
    return lambda entity: _write_each(values(entity), writers)


def _rows(cls: type, converter: cattrs.Converter) -> tuple[tuple[str, Writer], ...]:
    return tuple((field.name, _writer(field.shape, converter)) for field in field_table(cls))


def _writer(shape: Shape, converter: cattrs.Converter) -> Writer:
    """How to write a value of a shape (when it is not None)."""
    if shape.each is not None:
        each = repeat(_writer(shape.each, converter))
        return lambda values: _write_each(cast("tuple[object, ...]", values), each)
    if shape.elements:
        writers = [_writer(element, converter) for element in shape.elements]
        return lambda values: _write_each(cast("tuple[object, ...]", values), writers)
    cls = shape.classes[0]
    if len(shape.classes) > 1:
        return converter.unstructure
    if is_enum(cls):
        return write_enum
    return LEAF_WRITERS.get(cls, converter.unstructure)


def _write_each(values: Iterable[object], writers: Iterable[Writer]) -> list[object]:
    written: list[object] = []
    problems: list[Problem] = []
    for value, write in zip(values, writers, strict=False):
        try:
            written.append(None if value is None else write(value))
        except DocumentError as error:
            problems += below(len(written), error)
            written.append(None)
            if is_enough(problems):
                break
    if problems:
        raise DocumentError(problems)
    return written
