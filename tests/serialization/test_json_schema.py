"""The JSON Schema accepts what is read, and refuses nothing else than what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

import inburgering_model as im
from inburgering_model.errors import DocumentError, Problem
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization.json_schema import SCHEMA_FILE, schema_of_all
from tests.strategies import change, entities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model._entity import Entity

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "json-schema.md"
DOCUMENTS = Path(__file__).parent / "documents" / im.SCHEMA_VERSION

each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
few = settings(max_examples=5, suppress_health_check=list(HealthCheck))


def _pattern(_v: Any, pattern: str, instance: object, _s: Any) -> Iterator[ValidationError]:
    """As ECMA 262 has it: a ``$`` is the end, and nothing before it."""
    ecma = re.sub(r"\$(?=$|\))", r"\\Z", pattern)
    if isinstance(instance, str) and not re.search(ecma, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


Validator: Any = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call] # as jsonschema has it


VALIDATORS: dict[type, Any] = {cls: Validator(im.json_schema(cls)) for cls in ENTITIES.values()}
VALIDATOR_OF_ALL: Any = Validator(json.loads(SCHEMA_FILE.read_text("utf-8")))


def validator(cls: type[Entity]) -> Any:
    return VALIDATORS.get(cls) or Validator(im.json_schema(cls))


def document(cls: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"schema_version": im.SCHEMA_VERSION, "type": cls, **body}


# -------------------------------------------------------------------------------------- the schema


@each_class
def test_it_is_a_schema_of_2020_12_that_stands_on_its_own(cls: type[Entity]) -> None:
    schema = im.json_schema(cls)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    text = json.dumps(schema)
    assert all(
        reference in schema["$defs"] for reference in re.findall(r'"#/\$defs/([^"]*)"', text)
    )
    assert all(definition.get("description") for definition in schema["$defs"].values())
    assert "``" not in text
    assert ":class:" not in text


def test_the_file_that_is_shipped_is_current() -> None:
    assert SCHEMA_FILE.read_text("utf-8") == schema_of_all(), "write it anew: nox -s schema"
    Draft202012Validator.check_schema(json.loads(SCHEMA_FILE.read_text("utf-8")))


def test_patterns_are_of_what_python_and_ecma_read_alike() -> None:
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema_of_all())
    assert len(patterns) > 20
    for pattern in map(json.loads, patterns):
        re.compile(pattern)
        assert not re.search(r"\\[AZdDwWsSbB]|\(\?P|\(\?[aiLmsux]|[*+?}][+]|\(\?<", pattern), (
            pattern
        )


def test_examples_and_defaults_are_of_their_own_schema() -> None:
    whole = json.loads(SCHEMA_FILE.read_text("utf-8"))
    count = 0
    for schema in _schemas(whole):
        values = [
            *schema.get("examples", ()),
            *([schema["default"]] if "default" in schema else ()),
        ]
        for value in values:
            Validator({**schema, "$defs": whole["$defs"]}).validate(value)
            count += 1
    assert count > 100


def _schemas(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _schemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _schemas(value)


def test_only_classes_of_entities_have_one() -> None:
    wrong: Any = dict
    with pytest.raises(TypeError, match="expected a class of entities"):
        im.json_schema(wrong)


def test_what_is_done_to_a_schema_changes_no_other() -> None:
    before = json.dumps(im.json_schema(im.Pilot))
    spoilt = im.json_schema(im.Pilot)
    for schema in list(_schemas(spoilt)):
        schema["not"] = {}
    assert json.dumps(im.json_schema(im.Pilot)) == before


# ---------------------------------------------------------------- what is read and what is refused


@pytest.mark.parametrize("file", sorted(DOCUMENTS.glob("*.json")), ids=lambda file: file.stem)
def test_documents_of_this_version_are_accepted(file: Path) -> None:
    found = json.loads(file.read_text("utf-8"))
    validator(ENTITIES[found["type"]]).validate(found)
    VALIDATOR_OF_ALL.validate(found)


@each_class
@few
@given(data=st.data())
def test_what_is_written_is_accepted(cls: type[Entity], data: st.DataObject) -> None:
    found = im.to_dict(data.draw(entities(cls)))
    validator(cls).validate(found)
    assert VALIDATOR_OF_ALL.is_valid(found)
    Draft202012Validator(im.json_schema(cls), format_checker=FormatChecker()).validate(found)


@each_class
@settings(few, max_examples=20)
@given(data=st.data())
def test_what_is_read_is_accepted_and_what_is_not_is_refused_but_for_what_the_page_lists(
    cls: type[Entity], data: st.DataObject
) -> None:
    found = im.to_dict(data.draw(entities(cls)))
    for _ in range(data.draw(st.integers(1, 2))):
        change(found, data)
    accepted = validator(cls).is_valid(found)
    problems: tuple[Problem, ...] = ()
    try:
        im.from_dict(found, cls)
    except DocumentError as error:
        problems = error.problems
    if not problems:
        assert accepted
    elif accepted:
        assert all(_is_listed(problem, found) for problem in problems), problems


def _is_listed(problem: Problem, found: Any) -> bool:
    """Whether a problem is one of those that the page says a schema cannot see."""
    if problem.code == "inconsistent":
        return True
    for token in problem.pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        found = found[int(key) if isinstance(found, list) else key]
    if problem.code == "type":
        return isinstance(found, float) and found.is_integer() and "whole number" in problem.message
    calendar = isinstance(found, str) and re.fullmatch(r"[0-9X~?%./\[\]-]+", found)
    return problem.code == "value" and (bool(calendar) or "surrogate" in problem.message)


def _rows() -> list[tuple[str, str, str]]:
    row = re.compile(r"^\| (\w+) \| `(\{.*\})` \| ([\w-]+) \| ", re.MULTILINE)
    return [(cls, body, code) for cls, body, code in row.findall(PAGE.read_text("utf-8"))]


def test_the_page_has_its_rows() -> None:
    assert len(_rows()) == 11


@pytest.mark.parametrize(("cls", "body", "code"), _rows())
def test_each_row_of_the_page_is_accepted_by_the_schema_and_not_read(
    cls: str, body: str, code: str
) -> None:
    long = body.replace("0.00…00", f"0.{'0' * 998}")
    found = document(cls, json.loads(long))
    validator(ENTITIES[cls]).validate(found)
    with pytest.raises(DocumentError) as caught:
        im.from_dict(found, ENTITIES[cls])
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("cls", "body"),
    [
        ("Person", {"name": "\ufeff"}),
        ("Person", {"name": "a\n"}),
        ("Budget", {"amount": "-0.00"}),
        ("Budget", {"amount": "9" * 998}),
        ("Pilot", {"id": "p1", "status_on": "2020-02-29"}),
        ("Period", {"value": "[2018-05..2018-08]/.."}),
        ("Source", {"id": "s01010101", "length": 2**53 - 1, "sha256": "01" * 32}),
    ],
)
def test_odd_values_that_are_read_are_accepted(cls: str, body: dict[str, Any]) -> None:
    im.from_dict(document(cls, body), ENTITIES[cls])
    validator(ENTITIES[cls]).validate(document(cls, body))


@pytest.mark.parametrize(
    ("cls", "body"),
    [
        ("Person", {"name": "\x85\u3000\x1c"}),
        ("Person", {"name": "a", "nick": "b"}),
        ("Person", {}),
        ("Pilot", {"id": "p1\n"}),
        ("Pilot", {"id": "p١"}),
        ("Pilot", {"id": "p1", "status_on": "2018-01-01\n"}),
        ("Pilot", {"id": "p1", "status_on": "2018-00-01"}),
        ("Pilot", {"id": "p1", "status_on": "0000-01-01"}),
        ("Pilot", {"id": "p1", "one_off": 1}),
        ("Pilot", {"id": "p1", "status": "Ended"}),
        ("Period", {"value": "/"}),
        ("Period", {"value": "2018"}),
        ("Period", {"value": "2018/2019\n"}),
        ("Budget", {"amount": "-1"}),
        ("Budget", {"amount": "1e3"}),
        ("Budget", {"amount": "9" * 1001}),
        ("Addressee", {"person": {"name": "a"}, "number": True}),
        ("Addressee", {"person": {"name": "a"}, "number": 2**53}),
        ("Evidence", {"confidence": True}),
        ("Evidence", {"spans": [["s0123abcd", 1]]}),
        ("Evidence", {"spans": [["s0123abcd", 1, 2, 3]]}),
        ("OrdinaryAnswer", {"kind": "referring"}),
        ("Dossier", {"question": {}, "answers": [{"kind": "ordinary", "on_behalf_of": []}]}),
    ],
)
def test_what_the_schema_refuses_is_not_read(cls: str, body: dict[str, Any]) -> None:
    assert not validator(ENTITIES[cls]).is_valid(document(cls, body))
    with pytest.raises(DocumentError):
        im.from_dict(document(cls, body), ENTITIES[cls])


@pytest.mark.parametrize("header", [{}, {"schema_version": "1.1"}, {"type": "Pilot"}, {"type": 5}])
def test_the_header_is_part_of_the_schema(header: dict[str, Any]) -> None:
    found = document("Person", {"name": "a"}) | header
    assert validator(im.Person).is_valid(found) == (not header)
    del found["type"]
    assert not validator(im.Person).is_valid(found)


# ------------------------------------------------------------------------------- classes of others


@attrs.frozen(kw_only=True)
class Weighed(im.Pilot):
    """A pilot with a weight."""

    weight: float = 0.5
    count: int = 0
    boundary: im.PartialDate | im.Boundary = im.UNKNOWN
    days: tuple[str | None, ...] = ()
    follows: Weighed | None = None


def test_a_class_with_fields_of_its_own_has_a_schema_too() -> None:
    weighed = Weighed(id="p1", follows=Weighed(id="p2", boundary=im.OPEN), days=("a", None))
    found = im.to_dict(weighed)
    assert im.from_dict(found, Weighed) == weighed
    validator(Weighed).validate(found)
    changes: list[dict[str, Any]] = [
        {"weight": "1"},
        {"count": 2**63},
        {"boundary": "..."},
        {"follows": {}},
    ]
    for added in changes:
        assert not validator(Weighed).is_valid(found | added)
