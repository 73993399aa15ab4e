"""What is written is read back the same, for every class of entities."""

from __future__ import annotations

import pkgutil
from datetime import date
from decimal import Decimal
from enum import StrEnum
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model.model
from inburgering_model.errors import DocumentError
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._hook import ReadingHook, WritingHook
from inburgering_model.serialization.codes import PROBLEM_CODES
from inburgering_model.serialization.converter import make_converter
from inburgering_model.serialization.document import from_dict, to_dict
from inburgering_model.serialization.text import dumps, loads
from tests.strategies import entities, json_values

each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
many = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_the_table_of_entities_has_every_class_of_the_model() -> None:
    modules = pkgutil.iter_modules(inburgering_model.model.__path__)
    found = {
        cls
        for module in modules
        for cls in vars(import_module(f"inburgering_model.model.{module.name}")).values()
        if isinstance(cls, type) and issubclass(cls, Entity) and cls is not Entity
    }
    assert found == set(ENTITIES.values())


@each_class
@many
@given(data=st.data())
def test_reading_what_was_written_gives_the_same(cls: type[Entity], data: st.DataObject) -> None:
    entity = data.draw(entities(cls))
    again = loads(dumps(entity), cls)
    assert type(again) is type(entity)
    assert again == entity
    assert to_dict(again) == to_dict(entity)  # what equality leaves out: evidence, pieces, sources
    assert dumps(again) == dumps(entity)
    assert to_dict(from_dict(to_dict(entity), cls)) == to_dict(entity)


@each_class
@many
@given(data=st.data())
def test_nothing_but_a_value_or_a_document_error_comes_of_a_changed_document(
    cls: type[Entity], data: st.DataObject
) -> None:
    document = to_dict(data.draw(entities(cls)))
    for _ in range(data.draw(st.integers(1, 3))):
        _change(document, data)
    try:
        entity = from_dict(document, cls)
    except DocumentError as error:
        problems = error.problems
    else:
        assert from_dict(to_dict(entity), cls) == entity
        return
    assert problems
    assert all(problem.code in PROBLEM_CODES for problem in problems)
    assert all(_resolves(document, problem.pointer.rpartition("/")[0]) for problem in problems)


@each_class
@many
@given(data=st.data())
def test_what_is_read_quickly_is_read_the_same_thoroughly(
    cls: type[Entity], data: st.DataObject
) -> None:
    converter = make_converter()
    hook = converter.get_structure_hook(cls)
    assert isinstance(hook, ReadingHook)
    holder: dict[str, Any] = {"value": converter.unstructure(data.draw(entities(cls)))}
    # As it was written, the quick reader is never unsure of it.
    assert _exactly(hook.quick(holder["value"])) == _exactly(hook.thorough(holder["value"], cls))
    for _ in range(data.draw(st.integers(1, 2))):
        _change(holder, data)
    if "value" not in holder:
        return
    try:
        quick = hook.quick(holder["value"])
    except Exception:  # noqa: BLE001 - any exception says that it is not sure
        return
    assert _exactly(hook.thorough(holder["value"], cls)) == _exactly(quick)


@each_class
@many
@given(data=st.data())
def test_what_is_written_quickly_is_written_the_same_thoroughly(
    cls: type[Entity], data: st.DataObject
) -> None:
    entity = data.draw(entities(cls))
    hook = make_converter().get_unstructure_hook(type(entity))
    assert isinstance(hook, WritingHook)
    assert _exactly(hook.quick(entity)) == _exactly(hook.thorough(entity))


def _exactly(value: Any) -> object:
    """A value with the class of everything in it, and with what equality leaves out."""
    if isinstance(value, Entity):
        names = [field.name for field in field_table(type(value))]
        return type(value), [_exactly(getattr(value, name)) for name in names]
    if isinstance(value, list | tuple):
        return type(value), [_exactly(element) for element in value]
    if isinstance(value, dict):
        return dict, [(key, _exactly(member)) for key, member in value.items()]
    return type(value), repr(value)


def _change(container: Any, data: st.DataObject) -> None:
    """Replace, add or take away something somewhere in a JSON value."""
    while True:
        inner = [value for value in _members(container) if isinstance(value, dict | list) and value]
        if not inner or data.draw(st.integers(0, 2)) == 0:
            break
        container = data.draw(st.sampled_from(inner))
    keys = list(container) if isinstance(container, dict) else list(range(len(container)))
    action = data.draw(st.sampled_from(["replace", "add", "remove"]))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    if action == "remove":
        del container[key]
    elif action == "replace":
        container[key] = data.draw(json_values | st.sampled_from(_likenesses(container[key])))
    elif isinstance(container, dict):
        container[data.draw(st.text(max_size=5))] = data.draw(json_values)
    else:
        container.append(data.draw(json_values))


def _members(container: Any) -> list[Any]:
    return list(container.values()) if isinstance(container, dict) else list(container)


class _Text(str):
    __slots__ = ()


class _List(list[object]):
    pass


class _Object(dict[object, object]):
    pass


class _Colour(StrEnum):
    RED = "red"


_ODD_TEXTS = (
    *("", " ", "\ud800", "a\udc00", "x" * 100, "é", "red", "kind", "2018-02-30", "2018-W01-1"),
    *("2020/2019", "../..", "/", "s0123ABCD", "p0", "p1\n", "00.1", "NaN"),
)
_ODD_NUMBERS = (-1, 0, 1, 2**53 - 1, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 10**400)
_ODD_FLOATS = (0.9, 1.0, -0.0, 1e300, float("nan"), float("inf"))


def _likenesses(value: object) -> tuple[object, ...]:
    """Nearly the same: in another type, or another value of the type."""
    if isinstance(value, str):
        return [value], _Text(value), value.encode("utf-8", "replace"), _Colour.RED, *_ODD_TEXTS
    if isinstance(value, bool | int | float):
        return str(value), bool(value), int(value), float(value), *_ODD_NUMBERS, *_ODD_FLOATS
    if isinstance(value, list):
        return tuple(value), _List(value), [*value, None], {"0": value}, value * 2
    if isinstance(value, dict):
        texts = {_Text(key): member for key, member in value.items()}
        return _Object(value), texts, list(value.items()), {**value, "": None}
    return False, 0, "", [], {}, "2018", date(2018, 1, 1), Decimal(1)


def _resolves(document: Any, pointer: str) -> bool:
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        try:
            document = document[int(key) if isinstance(document, list) else key]
        except (KeyError, IndexError, ValueError):
            return False
    return isinstance(document, dict | list) or document is None
