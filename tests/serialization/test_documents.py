"""Documents as text: the header, the encoding, and what is no JSON at all."""

from __future__ import annotations

import io
import json
import threading
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.errors import DocumentError
from inburgering_model.model._entity import Entity
from inburgering_model.serialization import _decoding
from inburgering_model.serialization._limits import MAX_DEPTH, MAX_SIZE
from inburgering_model.serialization.codes import PROBLEM_CODES
from inburgering_model.serialization.document import from_dict, to_dict
from inburgering_model.serialization.text import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable

PERSON = im.Person(name="Bénédicte D’Haene")
TEXT = dumps(PERSON)


def refused(data: str | bytes, cls: Any = im.Person, **options: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(DocumentError) as caught:
        loads(data, cls, **options)
    problems = caught.value.problems
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return [(problem.code, problem.pointer, problem.message) for problem in problems]


def with_header(**header: object) -> str:
    return json.dumps({key: value for key, value in header.items() if value is not ...})


# ------------------------------------------------------------------------------ the schema version


@pytest.mark.parametrize(
    ("version", "code"),
    [
        (..., "missing"),
        (None, "type"),
        (0.1, "type"),
        (1, "type"),
        ("latest", "value"),
        ("", "value"),
        ("01.0", "value"),
        ("1.0\n", "value"),
        ("1.٠", "value"),
    ],
)
def test_a_version_that_is_none_is_one_problem_among_the_others(version: object, code: str) -> None:
    found = refused(with_header(schema_version=version, type="Person", name=5))
    assert [(code, pointer) for code, pointer, _ in found] == [
        (code, "/schema_version"),
        ("type", "/name"),
    ]


# ---------------------------------------------------------------------------------------- the type


def test_a_document_of_another_class_says_how_to_load_it() -> None:
    ((code, pointer, message),) = refused(TEXT, im.Pilot)
    assert (code, pointer) == ("document-type", "/type")
    assert "load it with loads(data, Person)" in message


@pytest.mark.parametrize("cls", [im.Answer, im.Pilot])
def test_the_class_of_all_answers_is_told_to_be_one_of_its_kinds(cls: Any) -> None:
    ((code, _, message),) = refused('{"schema_version": "1.0", "type": "Answer"}', cls)
    assert code == "document-type"
    assert message.endswith(
        "got 'Answer', which is OrdinaryAnswer or CoordinatedAnswer or ReferringAnswer"
    )


@attrs.frozen(kw_only=True)
class Typed(im.Person):
    type: str = "a"


@attrs.frozen(kw_only=True)
class Versioned(im.Person):
    schema_version: str = "a"


@pytest.mark.parametrize("cls", [Typed, Versioned])
def test_a_class_whose_fields_would_overwrite_the_header_has_no_documents(cls: Any) -> None:
    uses: list[Callable[[], object]] = [
        lambda: dumps(cls(name="a")),
        lambda: to_dict(cls(name="a")),
        lambda: loads("{}", cls),
        lambda: im.json_schema(cls),
        lambda: im.load_lines(io.StringIO(), cls),
    ]
    for use in uses:
        with pytest.raises(TypeError, match=r"has no documents: its field '\w+' .* another name"):
            use()


def test_the_class_of_all_entities_has_no_documents() -> None:
    with pytest.raises(TypeError, match="a class of entities with fields, such as Dossier, got"):
        loads("{}", Entity)


def test_a_document_is_a_dossier_unless_another_class_is_asked_for() -> None:
    dossier = im.Dossier(question=im.ParliamentaryQuestion(title="a"))
    assert loads(dumps(dossier)) == dossier
    with pytest.raises(DocumentError, match=r"expected 'Dossier', but the document is a Person"):
        loads(TEXT)


def test_a_misspelt_class_gets_a_suggestion() -> None:
    ((code, _, message),) = refused(with_header(schema_version="1.0", type="Persn", name="a"))
    assert code == "document-type"
    assert "did you mean 'Person'?" in message


def test_an_answer_is_loaded_as_any_of_the_kinds_or_as_its_own() -> None:
    text = dumps(im.CoordinatedAnswer())
    assert type(loads(text, im.Answer)) is im.CoordinatedAnswer
    assert type(loads(text, im.CoordinatedAnswer)) is im.CoordinatedAnswer
    ((code, _, message),) = refused(text, im.OrdinaryAnswer)
    assert code == "document-type"
    assert "loads(data, CoordinatedAnswer)" in message


def test_the_type_and_the_kind_of_an_answer_have_to_agree() -> None:
    text = with_header(schema_version="1.0", type="OrdinaryAnswer", kind="referring")
    found = refused(text, im.Answer)
    assert [(code, pointer) for code, pointer, _ in found] == [("unknown-kind", "/kind")]


@pytest.mark.parametrize(("name", "code"), [(..., "missing"), (None, "type"), (["Person"], "type")])
def test_a_type_that_is_none_is_one_problem_among_the_others(name: object, code: str) -> None:
    found = refused(with_header(schema_version="1.0", type=name, name=5))
    assert [(code, pointer) for code, pointer, _ in found] == [(code, "/type"), ("type", "/name")]


@pytest.mark.parametrize("data", ["[]", "null", "3", '"Person"', "true"])
def test_a_document_is_an_object(data: str) -> None:
    ((code, pointer, message),) = refused(data)
    assert (code, pointer) == ("type", "")
    assert message.startswith("expected an object (Person), got ")


# -------------------------------------------------------------------------------- bytes and syntax


def test_bytes_are_utf_8_and_a_byte_order_mark_is_passed_over() -> None:
    assert loads(TEXT.encode(), im.Person) == PERSON
    assert loads(TEXT.encode("utf-8-sig"), im.Person) == PERSON
    assert loads("\ufeff" + TEXT, im.Person) == PERSON


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "windows-1252"])
def test_other_encodings_are_refused(encoding: str) -> None:
    ((code, pointer, message),) = refused(TEXT.encode(encoding))
    assert (code, pointer) == ("encoding", "")
    assert "expected UTF-8, got the byte 0x" in message


def test_bytes_that_encode_a_surrogate_are_no_utf_8() -> None:
    assert refused(b'{"name": "\xed\xa0\x80"}')[0][0] == "encoding"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "line 1, column 1"),
        ("  ", "line 1, column 3"),
        ('{"name": }', "line 1, column 10"),
        ('{\n  "name": "a"\n  "key": 1}', "line 3, column 3"),
        ("{'name': 1}", "line 1, column 2"),
        ('{"name": "a\nb"}', "line 1, column 12"),
        ('{"name": "\\x"}', "line 1, column 11"),
        ("{} {}", "line 1, column 4"),
        ('{"a": 01}', "line 1, column 8"),
        ("{\u00a0}", "line 1, column 2"),
    ],
)
def test_text_that_is_no_json_is_refused_with_line_and_column(text: str, place: str) -> None:
    ((code, pointer, message),) = refused(text)
    assert (code, pointer) == ("syntax", "")
    # Versions of Python differ by a column in where they see it.
    assert message.startswith(f"no JSON at {place.partition(',')[0]}, column ")


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", "1e400", "-1e400"])
def test_a_number_that_is_not_finite_is_refused_wherever_it_stands(constant: str) -> None:
    head = '{"schema_version": "1.0", "type": "Evidence", '
    assert [f[:2] for f in refused(f'{head}"confidence": {constant}}}', im.Evidence)] == [
        ("value", "/confidence")
    ]
    assert [f[:2] for f in refused(f'{head}"of": {constant}}}', im.Evidence)] == [("type", "/of")]
    assert [f[:2] for f in refused(f'{head}"x": {constant}}}', im.Evidence)] == [
        ("unknown-key", "/x")
    ]


@pytest.mark.parametrize("digits", [19, 20, 21, 4300, 100_000])
def test_an_integer_of_more_than_64_bits_is_refused_however_long(digits: int) -> None:
    text = f'{{"schema_version": "1.0", "type": "QuestionReference", "number": {"9" * digits}}}'
    ((code, pointer, message),) = refused(text, im.QuestionReference)
    assert (code, pointer) == ("value", "/number")
    assert len(message) < 100


def test_an_escaped_pair_of_surrogates_is_a_character_and_a_lone_one_is_refused() -> None:
    head = '{"schema_version": "1.0", "type": "Person", "name": '
    assert loads(f'{head}"\\ud834\\udd1e"}}', im.Person).name == "𝄞"
    assert [f[:2] for f in refused(f'{head}"\\ud834"}}')] == [("value", "/name")]
    assert [f[:2] for f in refused(f'{head}"a", "\\udd1e": 1}}')] == [("unknown-key", "/\\udd1e")]
    assert [f[:2] for f in refused(f'{head}"{chr(0xD834)}"}}')] == [("value", "/name")]


# ------------------------------------------------------------------------------------- duplicates


DUPLICATES = """{
  "schema_version": "1.0", "type": "Minister",
  "person": {"name": "a", "name": "b", "name": "c"},
  "offices": [{"title": "x"}, {"title": "y", "title": "z"}],
  "offices": [{"title": "y", "title": "z"}, {"title": 5}]
}"""


def test_of_keys_that_stand_twice_the_last_counts_unless_they_are_refused() -> None:
    text = '{"schema_version": "1.0", "type": "Person", "name": "a", "name": "b"}'
    assert loads(text, im.Person).name == "b"
    assert loads(text, im.Person, duplicates="last").name == "b"
    assert [f[:2] for f in refused(text, duplicates="refuse")] == [("duplicate-key", "/name")]


def test_every_key_that_stands_twice_is_told_with_the_other_problems() -> None:
    assert [f[:2] for f in refused(DUPLICATES, im.Minister, duplicates="refuse")] == [
        ("duplicate-key", "/offices"),
        ("duplicate-key", "/person/name"),
        ("duplicate-key", "/offices/0/title"),
        ("type", "/offices/1/title"),
    ]


def test_a_document_without_duplicates_is_read_the_same_when_they_are_refused() -> None:
    assert loads(TEXT, im.Person, duplicates="refuse") == PERSON


def test_what_to_do_about_duplicates_is_one_of_two() -> None:
    wrong: Any = "first"
    with pytest.raises(ValueError, match="expected 'last' or 'refuse'"):
        loads(TEXT, im.Person, duplicates=wrong)


# ------------------------------------------------------------------------------------------ limits


def nested(levels: int, brackets: str = "[]") -> str:
    opening = "[" if brackets == "[]" else '{"a":'
    return opening * levels + "1" + brackets[1] * levels


@pytest.mark.parametrize("levels", [MAX_DEPTH, 500, 5_000, 1_000_000])
@pytest.mark.parametrize("brackets", ["[]", "{}"])
@pytest.mark.parametrize("duplicates", ["last", "refuse"])
def test_what_is_nested_too_deeply_is_refused_and_never_a_recursion_error(
    levels: int, brackets: str, duplicates: str
) -> None:
    text = f'{{"schema_version": "1.0", "type": "Person", "name": {nested(levels, brackets)}}}'
    ((code, _, message),) = refused(text, duplicates=duplicates)
    assert code == "depth"
    assert str(MAX_DEPTH) in message


def test_a_thread_with_a_small_stack_survives_what_is_nested_too_deeply() -> None:
    text = f'{{"schema_version": "1.0", "type": "Person", "name": {nested(5_000)}}}'
    found: list[tuple[str, str, str]] = []
    before = threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(target=lambda: found.extend(refused(text)))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    assert [code for code, _, _ in found] == ["depth"]


def test_brackets_in_strings_have_no_depth() -> None:
    name = '["{' * 5_000 + "\\"
    assert loads(dumps(im.Person(name=name), indent=1), im.Person).name == name


def test_what_is_nested_within_the_limit_is_judged_by_what_it_is() -> None:
    text = f'{{"schema_version": "1.0", "type": "Person", "name": {nested(MAX_DEPTH - 1)}}}'
    assert [f[:2] for f in refused(text)] == [("type", "/name")]


def test_a_mapping_that_holds_itself_is_refused() -> None:
    document: dict[str, Any] = to_dict(PERSON)
    document["evidence"] = document
    with pytest.raises(DocumentError) as caught:
        from_dict(document, im.Person)
    assert [problem.code for problem in caught.value.problems] == ["depth"]


def test_what_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_SIZE == 64 * 1024 * 1024
    monkeypatch.setattr(_decoding, "MAX_SIZE", 10)
    for data in ("x" * 11, b"x" * 11):
        ((code, pointer, message),) = refused(data)
        assert (code, pointer) == ("size", "")
        assert message == "expected at most 10 bytes, got 11"
    assert refused("x" * 10)[0][0] == "syntax"


# ------------------------------------------------------------------------------------ anything else


@given(st.text() | st.binary())
def test_any_text_and_any_bytes_give_a_document_error(data: str | bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        loads(data)
    assert {problem.code for problem in caught.value.problems} <= set(PROBLEM_CODES)


@given(st.data())
def test_a_document_cut_or_changed_anywhere_gives_a_value_or_a_document_error(
    data: st.DataObject,
) -> None:
    place = data.draw(st.integers(0, len(TEXT)))
    text = (
        TEXT[:place] + data.draw(st.text(max_size=2)) + TEXT[place + data.draw(st.integers(0, 3)) :]
    )
    try:
        person = loads(text, im.Person)
    except DocumentError:
        return
    assert loads(dumps(person), im.Person) == person


@pytest.mark.parametrize("data", [None, 3, ["{}"], bytearray(b"{}")])
def test_only_text_and_bytes_are_read(data: Any) -> None:
    with pytest.raises(TypeError, match="expected str or bytes"):
        loads(data)


def test_every_code_is_documented_in_a_sentence() -> None:
    assert all(meaning.endswith(".") for meaning in PROBLEM_CODES.values())


def test_other_types_are_told_what_to_call() -> None:
    wrong: Any = bytearray(b"{}")
    with pytest.raises(TypeError, match=r"got bytearray: pass bytes\(\.\.\.\) of it"):
        loads(wrong)
    wrong = {}
    with pytest.raises(TypeError, match=r"got dict: from_dict\(\) takes mappings"):
        loads(wrong)


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "got None$"), ([], "got list$"), ("{}", r"got str: loads\(\) takes JSON text$")],
)
def test_only_mappings_are_read_as_documents(data: Any, said: str) -> None:
    with pytest.raises(TypeError, match=f"^expected a mapping, {said}"):
        from_dict(data)
