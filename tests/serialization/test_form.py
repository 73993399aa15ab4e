"""The JSON form: what each entity and each sort of value looks like."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

import inburgering_model as im
from inburgering_model.errors import DocumentError
from inburgering_model.model._entity import Entity
from inburgering_model.serialization.document import from_dict, to_dict
from inburgering_model.serialization.text import dumps, loads
from inburgering_model.serialization.versions import SCHEMA_VERSION

SPAN = im.Span(source="s0123abcd", start=3, end=6)

LAST = "/readings/1/1"


@attrs.frozen(kw_only=True)
class Counted(im.Pilot):
    """A pilot with whole numbers that the model sets no bounds to."""

    counts: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Weighed(im.Pilot):
    """A pilot with a number that the model sets no bounds to."""

    weight: Decimal


def body(entity: Entity) -> dict[str, Any]:
    """The document without its header."""
    document = to_dict(entity)
    assert list(document)[:2] == ["schema_version", "type"]
    assert document.pop("schema_version") == SCHEMA_VERSION == "1.0"
    assert document.pop("type") == type(entity).__name__
    return document


def test_an_object_has_all_fields_in_order_with_nulls_and_empty_lists() -> None:
    assert list(body(im.Party(name="AgII", kind=im.PartyKind.AGENCY)).items()) == [
        ("name", "AgII"),
        ("kind", "agency"),
        ("identifier", None),
        ("evidence", []),
    ]


def test_a_nested_object_has_no_header() -> None:
    minister = im.Minister(person=im.Person(name="Ben Weyts"))
    assert body(minister)["person"] == {"name": "Ben Weyts", "evidence": []}


def test_a_span_is_a_list_and_pieces_are_pairs() -> None:
    passage = im.Passage(text="Ja.", pieces=((SPAN, 3),))
    assert body(passage)["pieces"] == [[["s0123abcd", 3, 6], 3]]
    assert loads(dumps(passage), im.Passage).pieces == passage.pieces


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        (SPAN, ["s0123abcd", 3, 6]),
        (im.PartialDate("2018-36"), "2018-36"),
        (im.Period.from_edtf("/2018-36"), "/2018-36"),
        (im.Period(start=im.OPEN, end=im.OPEN), "../.."),
    ],
)
def test_an_entity_with_a_short_form_is_wrapped_when_it_is_the_document(
    entity: Entity, value: object
) -> None:
    assert body(entity) == {"value": value}
    assert from_dict(to_dict(entity), type(entity)) == entity


@pytest.mark.parametrize("kind", [im.OrdinaryAnswer, im.CoordinatedAnswer, im.ReferringAnswer])
def test_an_answer_begins_with_its_kind(kind: type[im.Answer]) -> None:
    document = to_dict(kind(answered_on=date(2020, 1, 28)))
    assert list(document)[:4] == ["schema_version", "type", "kind", "respondent"]
    assert document["kind"] == kind.kind
    assert document["answered_on"] == "2020-01-28"
    assert from_dict(document, im.Answer) == from_dict(document, kind)


def test_the_answers_of_a_dossier_keep_their_class() -> None:
    answers = (im.ReferringAnswer(), im.OrdinaryAnswer(), im.CoordinatedAnswer())
    dossier = im.Dossier(question=im.ParliamentaryQuestion(), answers=answers)
    assert [type(answer) for answer in loads(dumps(dossier)).answers] == list(map(type, answers))


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("50000.00", "50000.00"),
        ("50000", "50000"),
        ("0", "0"),
        ("0.10", "0.10"),
        ("5E+4", "50000"),
        ("1E-7", "0.0000001"),
        ("-0", "-0"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
    ],
)
def test_an_amount_is_its_plain_digits_in_a_string(amount: str, written: str) -> None:
    budget = im.Budget(amount=Decimal(amount))
    assert body(budget)["amount"] == written
    again = loads(dumps(budget), im.Budget)
    assert again == budget
    assert body(again)["amount"] == written


def test_an_optional_key_may_be_left_out() -> None:
    document = {"schema_version": "1.0", "type": "Pilot", "id": "p1"}
    assert from_dict(document, im.Pilot) == im.Pilot(id="p1")


def test_the_order_of_keys_does_not_matter() -> None:
    document = dict(reversed(to_dict(im.Pilot(id="p1")).items()))
    assert from_dict(document, im.Pilot) == im.Pilot(id="p1")


def test_text_is_compact_unless_it_is_indented() -> None:
    office = im.Office(title="Vlaams minister")
    assert dumps(office) == (
        '{"schema_version":"1.0","type":"Office","title":"Vlaams minister",'
        '"portfolios":[],"evidence":[]}'
    )
    assert dumps(office, indent=2).startswith('{\n  "schema_version": "1.0",\n  "type": "Office",')
    assert json.loads(dumps(office, indent=2)) == json.loads(dumps(office))


def test_text_that_is_not_ascii_is_written_as_itself() -> None:
    name = "Bénédicte D’Haene 𝄞 \u2028 \x00"
    text = dumps(im.Person(name=name))
    assert "Bénédicte D’Haene 𝄞" in text
    assert loads(text, im.Person).name == name


def test_the_same_entity_gives_the_same_text() -> None:
    def make() -> im.Pilot:
        return im.Pilot(id="p1", municipalities=(im.Municipality(name="Dilbeek", nis="23016"),))

    assert dumps(make()) == dumps(make()) == dumps(loads(dumps(make()), im.Pilot))


@pytest.mark.parametrize(
    ("entity", "pointer"),
    [
        (im.Evidence(of="a\ud800"), "/of"),
        (im.Difference(pointer="/a", chosen="a", readings=(("", "b"), ("", "\udfff"))), LAST),
        (Counted(id="p1", counts=(5, 2**63)), "/counts/1"),
        (Counted(id="p1", counts=(-(2**63) - 1,)), "/counts/0"),
        (Weighed(id="p1", weight=Decimal("1E+1000000")), "/weight"),
        (Weighed(id="p1", weight=Decimal("NaN")), "/weight"),
    ],
)
def test_what_no_document_can_hold_is_not_written(entity: Entity, pointer: str) -> None:
    with pytest.raises(DocumentError) as caught:
        dumps(entity)
    assert [(p.code, p.pointer) for p in caught.value.problems] == [("value", pointer)]


def test_only_entities_are_written_and_read() -> None:
    wrong: Any = {"id": "p1"}
    with pytest.raises(TypeError, match="expected an entity, got dict"):
        dumps(wrong)
    with pytest.raises(TypeError, match="expected a class of entities"):
        loads("{}", dict)  # type: ignore[type-var]
