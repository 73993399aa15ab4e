"""How entities are written as JSON values: one writer for each class, made from its field table."""

from __future__ import annotations

from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Final, cast

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.model._shape import Shape, field_table
from inburgering_model.model.provenance import Span
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._forms import (
    KIND,
    alternatives,
    base_of_short_form,
    is_entity,
    tag_of,
)
from inburgering_model.serialization._hook import WritingHook
from inburgering_model.serialization._leaves import LEAF_WRITERS, Writer, is_enum, write_enum
from inburgering_model.serialization._problems import below, is_enough, refusal
from inburgering_model.serialization._quick_writing import (
    nothing_as_is,
    quick_array_writer,
    quick_object_writer,
    quick_text_writer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import cattrs

__all__ = ["NoJsonFormError", "layer_writer", "unstructure_hook_of_entity"]

_edtf: Writer = attrgetter("edtf")


class NoJsonFormError(TypeError):
    """JSON has no form for a class that is not ours, and the converter gives it none."""


def unstructure_hook_of_entity(cls: type, converter: cattrs.Converter) -> WritingHook:
    """The unstructure hook of an entity class."""
    base = base_of_short_form(cls)
    if base is Span:
        thorough = _array_writer(cls, converter)
    else:
        thorough = _object_writer(cls, converter) if base is None else _edtf
    write_other = _writer_of_one_of(alternatives(cls), converter)

    def write(entity: object) -> object:
        return thorough(entity) if entity.__class__ is cls else write_other(entity)

    return WritingHook(lambda: _make_quick(cls, converter, write_other, nothing_as_is), write)


def layer_writer(cls: type, converter: cattrs.Converter) -> Writer:
    """What writes objects of just a class, and leaves the entities in them to an encoder."""
    return _make_quick(cls, converter, None, _is_left_to_encoder)


def _make_quick(
    cls: type,
    converter: cattrs.Converter,
    otherwise: Writer | None,
    as_is: Callable[[Shape], bool],
) -> Writer:
    def writer_of(shape: Shape) -> Writer:
        return _quick_writer(shape, converter)

    base = base_of_short_form(cls)
    if base is None:
        make = quick_object_writer
    else:
        make = quick_array_writer if base is Span else quick_text_writer
    return make(cls, writer_of, otherwise, as_is)


def _is_left_to_encoder(shape: Shape) -> bool:
    parts = shape.elements if shape.each is None else (shape.each,)
    if parts:
        return all(map(_is_left_to_encoder, parts))
    return all(cls in (str, bool) or cls in _WITHOUT_DERIVED for cls in shape.classes) or any(
        constraint.safe for constraint in shape.constraints
    )


def _has_derived(cls: type) -> bool:
    """Whether one of our classes is derived from a class, and is not an alternative to it."""
    others = set(ENTITIES.values()) - {cls, *alternatives(cls)}
    return any(issubclass(other, cls) for other in others)


# An encoder asks what to make of an object by its class, whatever was declared.
_WITHOUT_DERIVED: Final = frozenset(cls for cls in ENTITIES.values() if not _has_derived(cls))


def _writer_of_one_of(classes: tuple[type, ...], converter: cattrs.Converter) -> Writer:
    """How to write an object of one of these classes, but of none that is derived from them.

    From where it stands it would be read as what was declared, or refused for what it adds.
    """
    expected = " or ".join(cls.__name__ for cls in classes)

    def write(value: object) -> object:
        if value.__class__ in classes:
            return converter.unstructure(value)
        name = value.__class__.__name__
        message = (
            f"expected {expected}, got {name}, which would not be read back; derive the class that "
            f"holds it too, with a field of {name}"
        )
        raise refusal("type", message)

    return write


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
        classes = tuple(each for member in shape.classes for each in alternatives(member))
        return _writer_of_one_of(classes, converter)
    if is_enum(cls):
        return write_enum
    return (
        _thorough_hook(cls, converter)
        if is_entity(cls)
        else LEAF_WRITERS.get(cls, converter.unstructure)
    )


def _thorough_hook(cls: type, converter: cattrs.Converter) -> Writer:
    hook = converter.get_unstructure_hook(cls)
    return hook.thorough if isinstance(hook, WritingHook) else hook


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
