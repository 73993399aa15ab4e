"""Documents of other schema versions: which are read, how, and what is said of the rest."""

from __future__ import annotations

import copy
import io
import json
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

import inburgering_model as im
from inburgering_model.errors import (
    DocumentError,
    Problem,
    SchemaVersionError,
    SchemaVersionWarning,
)
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization.versions import (
    MIGRATIONS,
    SCHEMA_VERSION,
    Migration,
    brought_up_to_date,
)
from tests.strategies import json_values

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS = Path(__file__).parent / "documents"
FILES = sorted(DOCUMENTS.glob("*/*.json"))
RELEASED = ["0.1", "1.0"]

Read = Any


def _loads(document: Any, cls: Any, **options: Any) -> Any:
    return im.loads(json.dumps(document), cls, **options)


def _load(document: Any, cls: Any, **options: Any) -> Any:
    return im.load(io.StringIO(json.dumps(document)), cls, **options)


def _load_lines(document: Any, cls: Any, **options: Any) -> Any:
    (entity,) = im.load_lines(io.StringIO(json.dumps(document)), cls, **options)
    return entity


each_way_in = pytest.mark.parametrize(
    "read", [_loads, _load, _load_lines, im.from_dict], ids=["loads", "load", "lines", "from_dict"]
)

NEWER = {
    "schema_version": "1.4",
    "type": "Minister",
    "person": {"name": "Ben", "gender": "m", "evidence": [{"rule": "a", "a/b": {"x": 1}}]},
    "offices": [{"title": "a"}, {"title": "b", "level": 1}],
    "cabinet": None,
}
LEFT_OUT = ("/cabinet", "/person/gender", "/person/evidence/0/a~1b", "/offices/1/level")


# -------------------------------------------------------------------------------- older documents


def test_documents_of_every_released_version_are_kept() -> None:
    assert sorted(folder.name for folder in DOCUMENTS.iterdir()) == RELEASED
    assert RELEASED[-1] == SCHEMA_VERSION
    assert {file.parent.name for file in FILES} == set(RELEASED)


@each_way_in
@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_document_of_a_released_version_is_read_and_written_in_this_one(
    file: Path, read: Read
) -> None:
    document = json.loads(file.read_text("utf-8"))
    before = copy.deepcopy(document)
    entity = read(document, ENTITIES[document["type"]])
    assert document == before
    current = json.loads((DOCUMENTS / SCHEMA_VERSION / file.name).read_text("utf-8"))
    assert im.to_dict(entity) == current


def test_the_migrations_lead_from_each_released_version_to_this_one() -> None:
    assert [step.before for step in MIGRATIONS] == RELEASED[:-1]
    assert [step.after for step in MIGRATIONS] == RELEASED[1:]
    assert all(step.changed.endswith(".") for step in MIGRATIONS)


@pytest.mark.parametrize("step", MIGRATIONS, ids=lambda step: f"{step.before}-{step.after}")
@given(json_values)
def test_a_migration_raises_nothing_and_leaves_the_old_document(
    step: Migration, value: object
) -> None:
    document: dict[object, object] = {
        "schema_version": step.before,
        "type": "Person",
        "name": value,
    }
    before = copy.deepcopy(document)
    step.migrate(document)
    assert repr(document) == repr(before)


def test_migrations_are_made_in_order() -> None:
    def renaming(before: str, after: str) -> Callable[[dict[object, object]], dict[object, object]]:
        return lambda document: {
            (after if key == before else key): value for key, value in document.items()
        }

    steps = (
        Migration(before="0.1", after="0.2", changed="b.", migrate=renaming("a", "b")),
        Migration(before="0.2", after="1.0", changed="c.", migrate=renaming("b", "c")),
    )
    for version, key in (("0.1", "a"), ("0.2", "b"), ("1.0", "c")):
        document: dict[object, object] = {"schema_version": version, key: 5}
        found = brought_up_to_date(document, allow_newer=False, migrations=steps)
        assert found == ({"schema_version": "1.0", "c": 5}, None)


def test_what_is_wrong_with_an_older_document_is_said_as_usual() -> None:
    with pytest.raises(DocumentError) as caught:
        im.from_dict({"schema_version": "0.1", "type": "Person", "nmae": "a"}, im.Person)
    assert [(p.code, p.pointer) for p in caught.value.problems] == [
        ("unknown-key", "/nmae"),
        ("missing", "/name"),
    ]


# ---------------------------------------------------------------------- versions that are not read


@each_way_in
@pytest.mark.parametrize(
    ("version", "allow_newer", "advice"),
    [
        ("0.0", False, "no release wrote that version"),
        ("0.2", False, "no release wrote that version"),
        ("0.10", True, "no release wrote that version"),
        ("1.1", False, "update inburgering-model, or pass allow_newer=True"),
        ("1.10", False, "update inburgering-model, or pass allow_newer=True"),
        ("2.0", False, "update inburgering-model"),
        ("2.0", True, "update inburgering-model"),
        ("99.12", True, "update inburgering-model"),
    ],
)
def test_another_version_is_refused_with_what_to_do(
    read: Read,
    version: str,
    allow_newer: bool,  # noqa: FBT001 - a column of the table
    advice: str,
) -> None:
    document = {"schema_version": version, "type": "Whatever", "nonsense": 1}
    with pytest.raises(SchemaVersionError) as caught:
        read(document, im.Person, allow_newer=allow_newer)
    (problem,) = caught.value.problems
    assert (problem.code, problem.pointer) == ("version", "/schema_version")
    assert problem.message.startswith(f"expected '1.0', got the text '{version}'; ")
    assert advice in problem.message
    assert ("allow_newer" in problem.message) == (version in {"1.1", "1.10"})


# ----------------------------------------------------------------------------- newer minor versions


@each_way_in
def test_a_newer_minor_version_is_read_when_allowed_and_what_is_left_out_is_named(
    read: Read,
) -> None:
    document = copy.deepcopy(NEWER)
    with pytest.warns(SchemaVersionWarning) as caught:
        minister = read(document, im.Minister, allow_newer=True)
    assert document == NEWER
    assert minister == im.Minister(
        person=im.Person(name="Ben"), offices=(im.Office(title="a"), im.Office(title="b"))
    )
    (warning,) = caught
    assert isinstance(warning.message, SchemaVersionWarning)
    assert warning.message.version == "1.4"
    assert warning.message.pointers == LEFT_OUT
    line = warning.message.line  # where there are lines
    assert str(warning.message) == (
        f"the document{'' if line is None else ' of line 1'} has the newer schema version 1.4; "
        "not understood and left out: "
        f"{', '.join(LEFT_OUT)}; update inburgering-model to keep it"
    )
    assert warning.filename == __file__


def test_a_newer_minor_version_without_anything_new_is_said_to_be_understood() -> None:
    document = {"schema_version": "1.1", "type": "Person", "name": "a"}
    with pytest.warns(SchemaVersionWarning, match=r"schema version 1\.1; all was understood"):
        im.from_dict(document, im.Person, allow_newer=True)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"person": {"name": 5, "x": 1}}, "type"),
        ({"person": {}}, "missing"),
        ({"person": {"name": "a", "evidence": [{"confidence": 0.8}]}}, "value"),
        ({"type": "Ministry"}, "document-type"),
    ],
)
def test_what_is_wrong_with_a_newer_document_is_refused_all_the_same(
    change: dict[str, Any], code: str
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DocumentError) as caught:
            im.from_dict(NEWER | change, im.Minister, allow_newer=True)
    assert code in {problem.code for problem in caught.value.problems}


def test_keys_that_are_not_known_are_refused_in_a_document_of_this_version() -> None:
    with pytest.raises(DocumentError) as caught:
        im.from_dict(NEWER | {"schema_version": "1.0"}, im.Minister, allow_newer=True)
    assert tuple(problem.pointer for problem in caught.value.problems) == LEFT_OUT


def test_a_short_form_that_is_newer_is_read_too() -> None:
    document = {"schema_version": "1.9", "type": "PartialDate", "value": "2018", "calendar": "g"}
    with pytest.warns(SchemaVersionWarning, match="left out: /calendar;"):
        assert im.from_dict(document, im.PartialDate, allow_newer=True) == im.PartialDate("2018")


def test_a_problem_in_a_file_of_lines_says_its_line() -> None:
    problem = Problem(code="type", message="expected a string", pointer="/name", line=3)
    assert str(problem) == "line 3, /name: expected a string [type]"
