"""With orjson and without it: the same documents are read and refused, the same text is written."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.errors import DocumentError
from inburgering_model.model._shape import field_table
from inburgering_model.serialization import _speed
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization.document import to_dict
from inburgering_model.serialization.text import dumps, loads
from tests.strategies import entities

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inburgering_model.model._entity import Entity
    from inburgering_model.model._shape import Shape

orjson = pytest.importorskip("orjson")
each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
some = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def both_ways(call: Callable[[], Any]) -> tuple[Any, Any]:
    """What a call gives with orjson, and without it."""
    with_orjson = call()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_speed, "_orjson", lambda: None)
        return with_orjson, call()


def outcome(data: str | bytes, cls: type[Entity]) -> Any:
    """The document of what is read, or the problems."""
    try:
        return to_dict(loads(data, cls))
    except DocumentError as error:
        return error.problems


@each_class
@some
@given(data=st.data())
def test_the_same_text_is_written(cls: type[Entity], data: st.DataObject) -> None:
    entity = data.draw(entities(cls))
    with_orjson, without = both_ways(lambda: dumps(entity))
    compact = (",", ":")
    slow = json.dumps(to_dict(entity), ensure_ascii=False, separators=compact)
    assert with_orjson == without == slow
    with_orjson, without = both_ways(lambda: outcome(without, cls))
    assert with_orjson == without == to_dict(entity)


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('\x00\x08\t\n\x0b\x0c\r\x1f\x7f\x80\u2028\ufeff\uffff😀"\\/')
def test_every_character_is_written_the_same(text: str) -> None:
    with_orjson, without = both_ways(lambda: dumps(im.Evidence(of=text)))
    assert with_orjson == without


PLACES = st.integers(0, 10**6)
PIECES = st.sampled_from(
    [
        *("NaN", "Infinity", "-Infinity", "1e400", "1e15", "-0", "-0.0", "0.9000000000000000001"),
        *("9223372036854775808", "18446744073709551616", "1" * 5000, "1.0", "01", "+1", ".5", "1."),
        *(r'"\ud800"', r'"\ud83d\ude00"', '"\ud800"', '"\x00"', r'"\u0000"', r'"\x"', "'a'"),
        *("true", "null", "{}", "[]", "\ufeff", "\u00a0", "\x0c", "//", ",", ":", '"', "[" * 2000),
        *('"of":"a",', '"of":1,', '"kind":"prose",'),
    ]
)


@settings(some, max_examples=150)
@given(PLACES, PIECES, st.booleans(), st.booleans())
def test_a_changed_document_is_read_or_refused_the_same(
    place: int,
    piece: str,
    replace: bool,  # noqa: FBT001 - drawn
    as_bytes: bool,  # noqa: FBT001 - drawn
) -> None:
    place %= len(_TOKENS)
    text = "".join([*_TOKENS[:place], piece, *_TOKENS[place + replace :]])
    data = text.encode("utf-8", "surrogatepass") if as_bytes else text
    with_orjson, without = both_ways(lambda: outcome(data, im.Pilot))
    assert with_orjson == without


def _tokens(text: str) -> list[str]:
    """The strings, words and marks of a compact JSON text that escapes nothing."""
    return re.findall(r'"[^"]*"|[\[\]{}:,]|[^"\[\]{}:,]+', text)


_TOKENS = _tokens(
    dumps(
        im.Pilot(
            id="p1",
            name="Taal op de vloer",
            municipalities=(im.Municipality(name="Dilbeek"),),
            one_off=True,
            budget=im.Budget(),
            evidence=(
                im.Evidence(
                    spans=(im.Span(source="s0123abcd", start=1, end=2),),
                    rule="pilot.named",
                    confidence=0.9,
                ),
            ),
        )
    )
)


def test_bytes_that_are_no_utf_8_are_refused_the_same() -> None:
    data = dumps(im.Person(name="Zoë")).encode("latin-1")
    with_orjson, without = both_ways(lambda: outcome(data, im.Person))
    assert with_orjson == without
    assert with_orjson[0].code == "encoding"


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_other_kinds_of_bytes_are_refused_the_same(kind: Any) -> None:
    def read() -> str:
        with pytest.raises(TypeError) as caught:
            loads(kind(dumps(im.Person(name="a")).encode()), im.Person)
        return str(caught.value)

    with_orjson, without = both_ways(read)
    assert with_orjson == without


def test_a_repeated_key_is_noted_with_orjson_too() -> None:
    text = dumps(im.Person(name="a")).replace('"name"', '"name":"b","name"')
    assert loads(text, im.Person).name == "a"
    with pytest.raises(DocumentError, match="more than once"):
        loads(text, im.Person, duplicates="refuse")


def test_files_are_read_with_orjson_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    im.dump_lines([im.Person(name="a")], path)

    def no_json(*_: object, **__: object) -> None:
        message = "not read with orjson"
        raise AssertionError(message)

    monkeypatch.setattr(json, "loads", no_json)
    assert im.load(path, im.Person) == im.Person(name="a")
    assert list(im.load_lines(path, im.Person)) == [im.Person(name="a")]
    with pytest.raises(AssertionError):
        im.load(path, im.Person, duplicates="refuse")


def test_what_would_not_be_read_back_is_refused_the_same() -> None:
    refused: list[Entity] = [
        im.Evidence(of="\ud800"),
        im.TermRules(receipt=im.TermLength(id="length.own", working_days=3)),
        im.Dossier(question=im.ParliamentaryQuestion(author=Weighed(name="a"))),
    ]
    for entity in refused:
        with_orjson, without = both_ways(partial(refusal, entity))
        assert with_orjson == without
        assert with_orjson


def refusal(entity: Entity) -> tuple[im.Problem, ...]:
    """Why an entity is not written."""
    with pytest.raises(DocumentError) as caught:
        dumps(entity)
    return caught.value.problems


@attrs.frozen(kw_only=True)
class Weighed(im.Person):
    weight: float = 0.0


@pytest.mark.parametrize("weight", [1e16, 1e-7, 1.5])
def test_a_class_of_ones_own_is_written_the_same(weight: float) -> None:
    with_orjson, without = both_ways(lambda: dumps(Weighed(name="a", weight=weight)))
    assert with_orjson == without == json.dumps(json.loads(without), separators=(",", ":"))


@each_class
def test_our_only_floating_point_numbers_are_a_few_that_are_written_alike(cls: type) -> None:
    def numbers(shape: Shape) -> list[Any]:
        inner = [shape.each] if shape.each else list(shape.elements)
        found = [constraint.schema.get("enum") for constraint in shape.constraints]
        return (found if float in shape.classes else []) + [n for s in inner for n in numbers(s)]

    for field in field_table(cls):
        for values in numbers(field.shape):
            assert [orjson.dumps(value).decode() for value in values] == list(map(repr, values))
        assert float not in field.shape.classes or numbers(field.shape)
