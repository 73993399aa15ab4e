"""The base of every entity: what it checks when it is made, and how it shows itself.

The check of a class is generated once from its field table, on the first object made. It is one
flat expression, which costs about half of what a validator per field costs; only when it fails
does :func:`_diagnose` walk the shapes to say what is wrong.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from inburgering_model.errors import FieldTypeError, FieldValueError
from inburgering_model.model._generated import Function
from inburgering_model.model._shape import Shape, field_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from inburgering_model.model._shape import Bind

__all__ = ["Entity", "agreement", "draft_of"]

_SHOWN_CHARACTERS = 60

_checks: dict[type, Callable[[Any], None]] = {}


class Entity:
    """Base of all entities: frozen, slotted, keyword-only, hashable; valid once made.

    Raises :class:`~inburgering_model.FieldTypeError` or
    :class:`~inburgering_model.FieldValueError` when it is made with something else than its
    fields hold.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        cls: type = self.__class__
        check = _checks.get(cls)
        if check is None:
            check = _checks[cls] = _generate_check(cls)
        check(self)

    def _inconsistency(self) -> tuple[str, str] | None:
        """The field and what is wrong with it, for what no single field can know.

        Beside it a class may say when it is None, in ``_agreement``: an expression for generated
        functions, with ``{0}`` before the names of fields. To call the method costs as much as to
        check two fields, which is worth it for spans alone.
        """
        return None

    def __repr__(self) -> str:
        """The fields that are content and say something: not those left at their default."""
        shown = [
            f"{field.name}={_shorten(value)}"
            for field in field_table(self.__class__)
            if field.compared
            and ((value := getattr(self, field.name)) != field.default or field.required)
        ]
        return f"{self.__class__.__name__}({', '.join(shown)})"


def _shorten(value: object) -> str:
    text = repr(value)
    if isinstance(value, str) and len(value) > _SHOWN_CHARACTERS:
        return f"{value[:_SHOWN_CHARACTERS]!r}…"
    return text


def value_problem(shape: Shape, value: Any) -> tuple[str, str] | None:
    """What is wrong with a value of a shape: ("type" or "value", message); None when nothing is."""
    if value is None and shape.optional:
        return None
    if shape.each is not None or shape.elements:
        problem = _tuple_problem(shape, value)
    elif not _is_one_of(shape.classes, value):
        problem = ("type", f"expected {shape}, got {_name(value)}")
    else:
        problem = None
    if problem is not None:
        return problem
    for constraint in shape.constraints:
        message = constraint.problem(value)
        if message is not None:
            return "value", message
    return None


def _tuple_problem(shape: Shape, value: Any) -> tuple[str, str] | None:
    if value.__class__ is not tuple:
        return "type", f"expected {shape}, got {_name(value)}"
    if shape.elements and len(value) != len(shape.elements):
        return "type", f"expected {shape}, got {len(value)} elements"
    shapes = shape.elements if shape.each is None else (shape.each,) * len(value)
    for index, (inner, element) in enumerate(zip(shapes, value, strict=True)):
        problem = value_problem(inner, element)
        if problem is not None:
            return problem[0], f"[{index}] {problem[1]}"
    return None


def _is_one_of(classes: tuple[type, ...], value: object) -> bool:
    return any(
        value.__class__ is cls if cls in _EXACT else isinstance(value, cls) for cls in classes
    )


_EXACT = frozenset((str, int, float, bool, date, Decimal))
"""Of the plain types only the type itself counts; entities and other classes may be subclassed.

A bool is an int and a datetime is a date to Python, but not to a reader of the document.
"""


def _name(value: object) -> str:
    return "None" if value is None else f"{value.__class__.__name__} {repr(value)[:40]}"


def _diagnose(entity: Entity) -> None:
    """Raise for the first field that does not hold what it must."""
    name = entity.__class__.__name__
    for field in field_table(entity.__class__):
        problem = value_problem(field.shape, getattr(entity, field.name))
        if problem is not None:
            error = FieldTypeError if problem[0] == "type" else FieldValueError
            raise error(name, field.name, problem[1])


def _generate_check(cls: type) -> Callable[[Any], None]:
    """Compile the check of one class from its field table."""
    function = Function(f"check_{cls.__name__}", "self", diagnose=_diagnose)
    tests: list[str] = []
    lists: list[tuple[str, str]] = []
    for field in field_table(cls):
        value, shape = f"self.{field.name}", field.shape
        if shape.each is None or shape.optional or shape.constraints:
            tests.append(_test(shape, value, function.bind))
        else:
            tests.append(f"{value}.__class__ is tuple")
            lists.append((value, _test(shape.each, "element", function.bind)))
    if tests:
        function.write(f"if not ({' and '.join(tests)}): diagnose(self)")
    for value, test in lists:  # a loop costs half of a comprehension, which is a call
        function.write(f"for element in {value}:", f"    if not {test}: diagnose(self)")
    if (agree := agreement(cls, "self.", "self")) is not None:
        function.write(f"if not ({agree}): {function.bind(_raise_inconsistency)}(self)")
    function.write("return None")
    return function.compiled()


def agreement(cls: type, prefix: str, entity: str) -> str | None:
    """The expression that is true when the fields agree; None when the class does not ask.

    ``prefix`` stands before the name of a field, ``entity`` is a variable that holds the object.
    """
    asked = next(base for base in cls.__mro__ if "_inconsistency" in base.__dict__)
    if asked is Entity:
        return None
    agree: str | None = asked.__dict__.get("_agreement")
    return f"{entity}._inconsistency() is None" if agree is None else agree.format(prefix)


@cache
def draft_of(cls: type[Any]) -> type:
    """A class whose objects are given their values one by one, and then the class itself.

    Whoever makes an entity so has checked the values before. That takes a tenth of making it in the
    ordinary way, where each value goes through ``object.__setattr__``: 0.1 µs for a span, not 1.1.
    """
    members = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(f"DraftOf{cls.__name__}", (cls,), {"__slots__": (), **members})


def _test(shape: Shape, value: str, bind: Bind) -> str:
    """The shape as an expression over a variable."""
    if len(shape.classes) > 1:
        # A rare form shares the interpreted walk.
        return f"{bind(value_problem)}({bind(shape)}, {value}) is None"
    if shape.each is not None:
        inner = _test(shape.each, "e", bind)
        test = f"{value}.__class__ is tuple and (not {value} or all([{inner} for e in {value}]))"
    elif shape.elements:
        inner = " and ".join(_test(s, f"{value}[{i}]", bind) for i, s in enumerate(shape.elements))
        length = len(shape.elements)
        test = f"{value}.__class__ is tuple and len({value}) == {length} and {inner}"
    else:
        cls = next(iter(shape.classes))
        bound = bind(cls)
        plain = f"{value}.__class__ is {bound}"
        subclassed = f"({plain} or isinstance({value}, {bound}))"
        test = plain if cls in _EXACT else subclassed
    tests = [test, *(constraint.source(shape, value, bind) for constraint in shape.constraints)]
    test = " and ".join(tests)
    return f"({value} is None or {test})" if shape.optional else f"({test})"


def _raise_inconsistency(entity: Any) -> None:
    field, message = entity._inconsistency()  # noqa: SLF001 - of the base in this module
    raise FieldValueError(entity.__class__.__name__, field, message)
