"""How the values of a field are read from JSON, by the field's shape."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, cast

from cattrs import AttributeValidationNote, IterableValidationNote
from cattrs.errors import StructureHandlerNotFoundError

from inburgering_model.errors import DocumentError, Problem
from inburgering_model.model._shape import Shape, field_table
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Boundary
from inburgering_model.serialization._forms import KIND, form_problem, is_entity, members
from inburgering_model.serialization._hook import ReadingHook
from inburgering_model.serialization._leaves import (
    LEAF_READERS,
    Reader,
    enum_reader,
    is_enum,
    list_of,
    object_of,
    read_boundary,
)
from inburgering_model.serialization._problems import (
    below,
    described,
    excerpt,
    is_enough,
    refusal,
    suggestion,
    token,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import cattrs

    from inburgering_model.serialization._hook import Quick

__all__ = [
    "Row",
    "quick_reader_of_shape",
    "quick_union_reader",
    "reader_of_shape",
    "rows",
    "union_reader",
    "unknown_kind",
]


class Row(NamedTuple):
    """What reading one field takes."""

    name: str
    read: Reader
    target: object
    optional: bool
    required: bool


def rows(cls: type, converter: cattrs.Converter) -> tuple[Row, ...]:
    """A row for each field; raises TypeError for a field that has no JSON form."""
    found: list[Row] = []
    for field in field_table(cls):
        try:
            read, target = _reader(field.shape, converter)
        except TypeError as error:
            message = f"{cls.__name__}.{field.name} has no JSON form: {error}"
            raise TypeError(message) from None
        found.append(Row(field.name, read, target, field.shape.optional, field.required))
    return tuple(found)


def _reader(shape: Shape, converter: cattrs.Converter) -> tuple[Reader, object]:
    """How to read a shape (when the value is not None), and the class to ask it for."""
    if shape.each is not None:
        return _list_reader(shape.each, converter), tuple
    if shape.elements:
        return _fixed_list_reader(shape.elements, converter), tuple
    problem = form_problem(shape)
    if problem is not None:
        raise TypeError(problem)
    classes = shape.classes
    if len(classes) == 1:
        return _reader_of_class(classes[0], converter), classes[0]
    if set(classes) == {PartialDate, Boundary}:
        return read_boundary, PartialDate
    return union_reader(members(classes), converter), object


def _reader_of_class(cls: type, converter: cattrs.Converter) -> Reader:
    leaf = LEAF_READERS.get(cls)
    if leaf is not None:
        return leaf
    if is_entity(cls):
        return _thorough(_hook(cls, converter))
    return enum_reader(cls) if is_enum(cls) else _foreign_reader(cls, _hook(cls, converter))


def quick_reader_of_shape(shape: Shape, converter: cattrs.Converter) -> tuple[Quick, bool]:
    """The same for a quick reader, and whether it gives nothing but what the shape allows.

    It does not when it is somebody else's.
    """
    union = members(shape.classes)
    if union:
        hooks = [_hook(cls, converter) for cls in union.values()]
        return quick_union_reader(union, converter), all(isinstance(h, ReadingHook) for h in hooks)
    cls = shape.classes[0]
    if len(shape.classes) == 1 and is_entity(cls):
        hook = _hook(cls, converter)
        return _quick(hook, cls), isinstance(hook, ReadingHook)
    read, target = _reader(shape, converter)
    ours = len(shape.classes) > 1 or cls in LEAF_READERS or is_enum(cls)
    return (lambda value: read(value, target)), ours


def _hook(cls: type, converter: cattrs.Converter) -> Reader:
    try:
        return cast("Reader", converter.get_structure_hook(cls))
    except StructureHandlerNotFoundError:
        pass
    raise _no_hook(cls)


def _no_hook(cls: type) -> TypeError:
    name = cls.__name__
    message = f"the converter has no hook for {name}; hold it as text, or use your own converter"
    return TypeError(message)


def _thorough(hook: Reader) -> Reader:
    return hook.thorough if isinstance(hook, ReadingHook) else hook


def _quick(hook: Reader, cls: type) -> Quick:
    if isinstance(hook, ReadingHook):
        return hook.quick_function()
    return lambda value: hook(value, cls)


def reader_of_shape(shape: Shape, converter: cattrs.Converter) -> tuple[Reader, object]:
    """How to read a value that may be None, and the class to ask it for."""
    read, target = _reader(shape, converter)
    if not shape.optional:
        return read, target
    return (lambda value, cls: None if value is None else read(value, cls)), target


def _list_reader(shape: Shape, converter: cattrs.Converter) -> Reader:
    read_element, target = reader_of_shape(shape, converter)
    readers, targets = repeat(read_element), repeat(target)

    def read(value: object, _: object) -> tuple[object, ...]:
        elements = list_of(value, "a list")
        return _read_each(zip(elements, readers, targets, strict=False))

    return read


def _fixed_list_reader(shapes: Sequence[Shape], converter: cattrs.Converter) -> Reader:
    readers = [reader_of_shape(shape, converter) for shape in shapes]

    def read(value: object, _: object) -> tuple[object, ...]:
        elements = list_of(value, f"a list of {len(readers)}", len(readers))
        return _read_each((e, *reader) for e, reader in zip(elements, readers, strict=True))

    return read


def _read_each(elements: Iterable[tuple[object, Reader, object]]) -> tuple[object, ...]:
    done: list[object] = []
    problems: list[Problem] = []
    for element, read, target in elements:
        try:
            done.append(read(element, target))
        except DocumentError as error:
            problems += below(len(done), error)
            done.append(None)
            if is_enough(problems):
                break
    if problems:
        raise DocumentError(problems)
    return tuple(done)


def union_reader(union: dict[str, type], converter: cattrs.Converter) -> Reader:
    """How to read an object whose ``kind`` says which class it is."""
    readers = {kind: (_thorough(_hook(cls, converter)), cls) for kind, cls in union.items()}
    kinds = tuple(union)

    def read(value: object, _: object) -> object:
        kind = object_of(value, "an object").get(KIND, ...)
        found = readers.get(kind) if isinstance(kind, str) else None
        if found is None:
            raise unknown_kind(kind, kinds)
        return found[0](value, found[1])

    return read


def quick_union_reader(union: dict[str, type], converter: cattrs.Converter) -> Quick:
    """The same for a quick reader."""
    readers = {kind: _quick(_hook(cls, converter), cls) for kind, cls in union.items()}
    return lambda value: readers[value[KIND]](value)


def unknown_kind(kind: object, kinds: tuple[str, ...]) -> DocumentError:
    """The refusal of a ``kind``; Ellipsis stands for none at all."""
    wanted = " or ".join(map(repr, kinds))
    if kind is ...:
        return refusal("missing", f"the key {KIND!r} is required: {wanted}", token(KIND))
    if not isinstance(kind, str):
        return refusal("type", f"expected {wanted}, got {described(kind)}", token(KIND))
    message = f"expected {wanted}, got {excerpt(kind)}{suggestion(kind, kinds)}"
    return refusal("unknown-kind", message, token(KIND))


def _foreign_reader(cls: type, hook: Reader) -> Reader:
    """For a class that is not ours, in a field that a subclass adds: the converter's own hook."""

    def read(value: object, target: object) -> object:
        _check_leaves(value)
        try:
            return hook(value, target)
        except DocumentError:
            raise
        except StructureHandlerNotFoundError:  # older releases of cattrs tell it only now
            raise _no_hook(cls) from None
        except Exception as error:  # noqa: BLE001 - whatever a stranger's hook raises is a refusal
            problems = list(_problems_within(error))
            if any(problem.message != _NOT_OURS for problem in problems):
                raise DocumentError(problems) from None
            message = f"expected what {cls.__name__} is made from, got {described(value)}"
            raise refusal("value", message) from None

    return read


def _problems_within(error: Exception) -> Iterator[Problem]:
    """What was refused in a class that is not ours, with the way to it by the notes of cattrs."""
    within = getattr(error, "exceptions", ())
    if isinstance(error, DocumentError):
        yield from error.problems
    elif not within:
        yield Problem(code="value", message=_NOT_OURS)
    for inner in within:
        notes = getattr(inner, "__notes__", ())
        way = next((note for note in notes if isinstance(note, _NOTES)), None)
        problems = list(_problems_within(inner))
        if problems and way is not None:
            step = way.name if isinstance(way, AttributeValidationNote) else way.index
            yield from below(step, DocumentError(problems))
        else:
            yield from problems


_NOT_OURS = "expected what its class is made from, got something else"
_NOTES = (AttributeValidationNote, IterableValidationNote)


def _check_leaves(value: object) -> None:
    """Refuse what no document may hold, wherever it stands in a value."""
    if value.__class__ is list:
        _read_each((element, _checked, None) for element in cast("list[object]", value))
    elif value.__class__ is dict:
        for key, member in cast("dict[object, object]", value).items():
            try:
                _check_leaves(key)
                _check_leaves(member)
            except DocumentError as error:
                raise DocumentError(below(key, error)) from None
    elif type(value) in (str, int, float):
        LEAF_READERS[type(value)](value, None)


def _checked(value: object, _: object) -> None:
    _check_leaves(value)
