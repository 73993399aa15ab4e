"""What is written is read back the same, for every class of entities."""

from __future__ import annotations

import io
import json
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgpack
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model
from inburgering_model.errors import DocumentError
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._hook import ReadingHook, WritingHook
from inburgering_model.serialization._yaml import write_yaml
from inburgering_model.serialization.codes import PROBLEM_CODES
from inburgering_model.serialization.converter import make_converter
from inburgering_model.serialization.document import from_dict, to_dict
from inburgering_model.serialization.lines import load_lines
from inburgering_model.serialization.text import dumps, loads
from tests.strategies import change, entities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
many = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_the_table_of_entities_has_every_class_of_the_package() -> None:
    modules = pkgutil.walk_packages(inburgering_model.__path__, "inburgering_model.")
    found = {
        cls
        for module in modules
        if not module.name.endswith("__main__")
        for cls in vars(import_module(module.name)).values()
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
    assert hash(again) == hash(entity)
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
        change(document, data, beyond_json=True)
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
        change(holder, data, beyond_json=True)
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


def _outcome(read: Callable[[], Entity]) -> object:
    """What comes of reading: the document of what was read, or all problems but for their lines."""
    try:
        return to_dict(read())
    except DocumentError as error:
        return [(problem.code, problem.pointer, problem.message) for problem in error.problems]


def _only(entities_of_lines: Iterator[Entity]) -> Entity:
    (entity,) = entities_of_lines
    return entity


def _read_thoroughly(document: dict[str, Any], cls: type[Entity]) -> Entity:
    def unsure(*_: object) -> object:
        raise LookupError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadingHook, "quick", unsure)
        return from_dict(document, cls)


@each_class
@many
@given(data=st.data())
def test_every_way_in_judges_a_changed_document_as_the_thorough_reader_does(
    cls: type[Entity], data: st.DataObject
) -> None:
    document = to_dict(data.draw(entities(cls)))
    if data.draw(st.booleans()):
        change(document, data)
    try:
        text = json.dumps(document, allow_nan=False)
        packed = msgpack.packb(document)
        yaml = write_yaml(document, None)
    except (ValueError, OverflowError):  # half a character or a number of more than 64 bits
        return
    expected = _outcome(lambda: _read_thoroughly(document, cls))
    assert _outcome(lambda: from_dict(document, cls)) == expected
    assert _outcome(lambda: loads(text, cls)) == expected
    assert _outcome(lambda: _only(load_lines(io.StringIO(text), cls))) == expected
    assert _outcome(lambda: loads(packed, cls, format="msgpack")) == expected
    assert _outcome(lambda: loads(yaml, cls, format="yaml")) == expected
    if document.get("schema_version") == "1.0":
        older = document | {"schema_version": "0.1"}
        assert _outcome(lambda: from_dict(older, cls)) == expected


def _resolves(document: Any, pointer: str) -> bool:
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        try:
            document = document[int(key) if isinstance(document, list) else key]
        except (KeyError, IndexError, ValueError):
            return False
    return isinstance(document, dict | list) or document is None
