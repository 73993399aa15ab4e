"""YAML and MessagePack: the same documents, as strictly."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import msgpack
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.errors import DocumentError, MissingExtraError
from inburgering_model.model._entity import Entity  # noqa: TC001 - the table of a test
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization._limits import MAX_DEPTH
from inburgering_model.serialization._yaml import write_yaml
from tests.strategies import entities, json_values

if TYPE_CHECKING:
    from pathlib import Path

    from inburgering_model.serialization.formats import Format

FORMATS: tuple[Format, ...] = ("json", "yaml", "msgpack")
each_format = pytest.mark.parametrize("name", FORMATS)
others = pytest.mark.parametrize("name", FORMATS[1:])

PERSON = im.Person(name="Bénédicte D’Haene")
HEAD = "schema_version: '1.0'\ntype: Person\n"


def written(document: Any, name: str) -> Any:
    """A JSON value in a format, by the package itself."""
    dumps: dict[str, Any] = {
        "json": json.dumps,
        "yaml": lambda value: write_yaml(value, None),
        "msgpack": msgpack.packb,
    }
    return dumps[name](document)


def refused(data: str | bytes, name: Format, **options: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(DocumentError) as caught:
        im.loads(data, im.Person, format=name, **options)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return [(p.code, p.pointer, p.message) for p in caught.value.problems]


# --------------------------------------------------------------------------------------- both ways


@each_format
@pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_written_is_read_back(cls: type[Entity], name: Any, data: st.DataObject) -> None:
    entity = data.draw(entities(cls))
    content = im.dumps(entity, format=name)
    again = im.loads(content, cls, format=name)
    assert im.to_dict(again) == im.to_dict(entity)
    assert im.dumps(again, format=name) == content


@others
@given(json_values)
def test_a_format_refuses_what_json_refuses_and_says_the_same(name: Format, value: object) -> None:
    document = {"schema_version": "1.0", "type": "Person", "name": value, "evidence": value}
    try:
        json.dumps(value, allow_nan=False)  # YAML writes infinity as the word .inf
        content = written(document, name)
    except (OverflowError, ValueError):  # an integer or a text that the package cannot write
        return
    expected: tuple[im.Problem, ...] = ()
    try:
        person = im.from_dict(document, im.Person)
    except DocumentError as error:
        expected = error.problems
    if expected:
        assert refused(content, name) == [(p.code, p.pointer, p.message) for p in expected]
    else:
        assert im.loads(content, im.Person, format=name) == person


def test_yaml_is_for_people_and_message_pack_for_machines() -> None:
    party = im.Party(name="no", kind=im.PartyKind.AGENCY, identifier="2018-12-20")
    assert im.dumps(party, format="yaml") == (
        "schema_version: '1.0'\n"
        "type: Party\n"
        "name: 'no'\n"
        "kind: agency\n"
        "identifier: '2018-12-20'\n"
        "evidence: []\n"
    )
    packed = im.dumps(party, format="msgpack")
    assert isinstance(packed, bytes)
    assert msgpack.unpackb(packed) == im.to_dict(party)
    assert im.dumps(party, format="yaml", indent=4) == im.dumps(party, format="yaml")
    with pytest.raises(ValueError, match="MessagePack has no lines to indent"):
        im.dumps(party, format="msgpack", indent=2)  # type: ignore[call-overload]
    for name in ("json", "yaml", "msgpack"):
        with pytest.raises(TypeError, match="expected an indent of so many spaces, or None, got"):
            im.dumps(party, format=name, indent="x")  # type: ignore[call-overload]


@given(
    st.from_regex(r"[-+]?[0-9.]{1,4}([eE_:-][-+]?[0-9]{1,3})?|0[ox][0-7a-f]{1,3}", fullmatch=True)
)
def test_a_string_that_looks_like_a_number_stays_one_for_every_reader(text: str) -> None:
    content = im.dumps(im.Evidence(of=text), format="yaml")
    assert im.loads(content, im.Evidence, format="yaml").of == text
    assert yaml.safe_load(content)["of"] == text


@pytest.mark.parametrize(
    "text", ["no", "Yes", "ON", "2018-12-20", "1e3", "0o17", "~", "null", "012"]
)
def test_strings_that_yaml_1_1_or_1_2_reads_otherwise_are_quoted(text: str) -> None:
    content = im.dumps(im.Person(name=text), format="yaml")
    assert f"name: '{text}'\n" in content


# ------------------------------------------------------------------------------------ reading YAML


@pytest.mark.parametrize(
    "name", ["no", "Yes", "off", "2018-12-20", "NULL", "012", "0x1F", "<<", "1:30"]
)
def test_a_plain_word_is_a_string(name: str) -> None:
    assert im.loads(f"{HEAD}name: {name}\n", im.Person, format="yaml").name == name


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ("75", "the number 75"),
        ("-1.5", "the number -1.5"),
        ("1e3", "the number 1000.0"),
        ("true", "true"),
        ("null", "null"),
        ("~", "null"),
        ("", "null"),
        ("[a, b]", "a list of 2"),
        ("{a: b}", "an object"),
        ("9" * 5000, "a number of more than 64 bits"),
    ],
)
def test_nothing_is_converted(plain: str, found: str) -> None:
    (problem,) = refused(f"{HEAD}name: {plain}\n", "yaml")
    assert problem == ("type", "/name", f"expected a string, got {found}")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: b: c", "line 1, column 5", "mapping values are not allowed"),
        ("a:\n  - b\n c: 1", "line 3, column 2", "expected <block end>"),
        ("a: 'b", "line 1, column 6", "unexpected end of stream"),
        ("a: \t\x00", "", "special characters are not allowed"),
        ("", "line 1, column 1", "there is no document"),
        ("# only a remark", "line 1, column 1", "there is no document"),
        ("a: 1\n---\nb: 2", "line 2, column 1", "a second document begins"),
        ("a: &x 1\nb: *x", "line 1, column 4", "anchors and aliases are not read"),
        ("b: *x", "line 1, column 4", "anchors and aliases are not read"),
        ("a: &x [1]", "line 1, column 4", "anchors and aliases are not read"),
        ("a: !!python/name:os.system ''", "line 1, column 4", "tags are not read"),
        ("a: !!str 5", "line 1, column 4", "tags are not read"),
        ("!!map {a: 1}", "line 1, column 1", "tags are not read"),
        ("? [a, b]\n: c", "line 1, column 3", "a key is a string"),
        ("%YAML 3.0\n---\na: 1", "line 1, column 1", "incompatible YAML document"),
    ],
)
def test_what_is_no_yaml_of_a_document_is_refused_with_line_and_column(
    text: str, place: str, said: str
) -> None:
    ((code, pointer, message),) = refused(text, "yaml")
    assert (code, pointer) == ("syntax", "")
    assert message.startswith("no YAML")
    assert place in message
    assert said in message


def test_a_key_that_stands_twice_is_refused_when_asked() -> None:
    text = f"{HEAD}name: a\nevidence:\n- rule: a\n  rule: b\nname: c\n"
    assert im.loads(text, im.Person, format="yaml").name == "c"
    found = refused(text, "yaml", duplicates="refuse")
    assert [problem[:2] for problem in found] == [
        ("duplicate-key", "/evidence/0/rule"),
        ("duplicate-key", "/name"),
    ]


@pytest.mark.parametrize("levels", [MAX_DEPTH, 5_000])
def test_yaml_that_is_nested_too_deeply_is_refused(levels: int) -> None:
    ((code, pointer, message),) = refused(f"{HEAD}name: {'[' * levels}{']' * levels}", "yaml")
    assert code == "depth"
    assert pointer.startswith("/name/0/0")
    assert str(MAX_DEPTH) in message


@given(st.text() | st.binary())
def test_any_text_is_read_as_yaml_or_gives_a_document_error(data: str | bytes) -> None:
    assert refused(data, "yaml")


@given(st.text("ab:- \n\t[]{},'\"|>#&*!%@0.", max_size=30))
def test_any_text_of_the_signs_of_yaml_gives_a_document_error(data: str) -> None:
    assert refused(data, "yaml")


# ------------------------------------------------------------------------------ reading MessagePack


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "syntax", "no MessagePack: "),
        (b"\xc1", "syntax", "a byte that means nothing"),
        (b"\x82\xa1a", "syntax", "it ends too early"),
        (b"\x80\x80", "syntax", "more follows after its end"),
        (b"\x81\xa1\xff\x01", "encoding", "expected UTF-8 in strings"),
        (b"\x81\x01\x01", "syntax", "a key is a string"),
        (b"\x91" * 2000 + b"\x01", "depth", str(MAX_DEPTH)),
        (b"\x91" * (MAX_DEPTH + 1) + b"\x01", "type", "expected an object"),
        (b"\xdd\xff\xff\xff\xff", "syntax", "it ends too early"),
        (b"\x81", "syntax", "it ends too early"),
        (b'{"schema_version": "1.0"}', "syntax", 'JSON is read with format="json"'),
    ],
)
def test_what_is_no_message_pack_is_refused(data: bytes, code: str, said: str) -> None:
    found = refused(data, "msgpack")
    assert found[0][0] in {code, "depth"}
    assert said in found[0][2] or found[0][0] == "depth"


def test_bytes_and_moments_are_no_values_of_a_document() -> None:
    document = im.to_dict(PERSON)
    for value in (b"abc", msgpack.Timestamp(1), msgpack.ExtType(5, b"a")):
        ((code, pointer, _),) = refused(msgpack.packb(document | {"name": value}), "msgpack")
        assert (code, pointer) == ("type", "/name")


def test_message_pack_with_a_key_twice_is_refused_when_asked() -> None:
    head = msgpack.packb({"schema_version": "1.0", "type": "Person"})
    data = b"\x84" + head[1:] + msgpack.packb("name") * 2 + msgpack.packb("name") + b"\xa1b"
    assert im.loads(data, im.Person, format="msgpack").name == "b"
    found = refused(data, "msgpack", duplicates="refuse")
    assert [problem[:2] for problem in found] == [("duplicate-key", "/name")]


@given(st.binary())
def test_any_bytes_are_read_as_message_pack_or_give_a_document_error(data: bytes) -> None:
    assert refused(data, "msgpack")


def test_message_pack_is_no_text() -> None:
    with pytest.raises(TypeError, match="expected bytes, got str: MessagePack is no text"):
        im.loads("a", format="msgpack")


# --------------------------------------------------------------------------------------- the choice


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.json", "json"),
        ("a.YAML", "yaml"),
        ("a.yml", "yaml"),
        ("a.msgpack", "msgpack"),
        ("a", "json"),
    ],
)
def test_the_suffix_of_a_path_tells_the_format(tmp_path: Path, file: str, name: Format) -> None:
    im.dump(PERSON, tmp_path / file)
    content = (tmp_path / file).read_bytes()
    assert im.loads(content, im.Person, format=name) == PERSON
    assert im.load(str(tmp_path / file), im.Person) == PERSON
    assert content.endswith(b"\n") or name == "msgpack"


@each_format
def test_a_format_that_is_given_counts_more_than_a_suffix(tmp_path: Path, name: Format) -> None:
    path = tmp_path / "a.yaml"
    im.dump(PERSON, path, format=name)
    assert im.loads(path.read_bytes(), im.Person, format=name) == PERSON
    assert im.load(path, im.Person, format=name) == PERSON


@each_format
def test_an_open_file_is_json_unless_a_format_is_given(name: Format) -> None:
    file = io.BytesIO()
    im.dump(PERSON, file, format=name)
    file.seek(0)
    assert im.load(file, im.Person, format=name) == PERSON


def test_message_pack_is_not_written_to_a_text_file() -> None:
    with pytest.raises(TypeError, match="a file that is open for bytes"):
        im.dump(PERSON, io.StringIO(), format="msgpack")


def test_another_format_is_refused() -> None:
    wrong: Any = "toml"
    for call in (
        lambda: im.dumps(PERSON, format=wrong),
        lambda: im.loads("{}", format=wrong),
        lambda: im.dump(PERSON, io.StringIO(), format=wrong),
        lambda: im.load(io.StringIO(), format=wrong),
    ):
        with pytest.raises(ValueError, match="format: expected 'json' or 'yaml' or 'msgpack', got"):
            call()


@others
def test_a_missing_extra_is_named(name: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError) as caught:
        im.loads(b"", im.Person, format=name)
    assert caught.value.extra == name
    assert f"pip install 'inburgering-model[{name}]'" in str(caught.value)
    with pytest.raises(MissingExtraError):
        im.dumps(PERSON, format=name)
