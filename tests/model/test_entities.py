"""What holds for every class of entities."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inburgering_model.errors import FieldError, FieldTypeError
from inburgering_model.model._shape import field_table
from inburgering_model.model.answer import Answer
from inburgering_model.model.judgement import AnswerTerm
from inburgering_model.model.outcome import Outcome
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Person
from inburgering_model.model.pilot import Budget, Pilot, PilotStatus
from inburgering_model.model.provenance import Evidence, Source, Span
from inburgering_model.model.question import Condition, ConditionKind, SubQuestion
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.serialization.text import dumps, loads
from tests.strategies import entities

if TYPE_CHECKING:
    from inburgering_model.model._entity import Entity

DAY = date(2020, 1, 28)
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)
each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
some = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _values(entity: Entity) -> dict[str, object]:
    return {field.name: getattr(entity, field.name) for field in field_table(type(entity))}


@each_class
@some
@given(data=st.data())
def test_a_copy_is_equal_and_has_the_same_hash(cls: type[Entity], data: st.DataObject) -> None:
    entity: Any = data.draw(entities(cls))
    for again in (
        copy.copy(entity),
        copy.deepcopy(entity),
        attrs.evolve(entity),
        *(pickle.loads(pickle.dumps(entity, n)) for n in PROTOCOLS),  # noqa: S301 - our own
    ):
        assert again == entity
        assert hash(again) == hash(entity)
        assert type(again) is type(entity)
        assert _values(again) == _values(entity)


@each_class
@some
@given(data=st.data())
def test_an_entity_cannot_be_changed(cls: type[Entity], data: st.DataObject) -> None:
    entity = data.draw(entities(cls))
    for name in _values(entity):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(entity, name, None)
    with pytest.raises((AttributeError, TypeError)):
        entity.something_new = 1  # type: ignore[attr-defined]
    assert not hasattr(entity, "__dict__")


@each_class
@some
@given(data=st.data())
def test_an_entity_is_not_ordered_and_not_equal_to_its_values(
    cls: type[Entity], data: st.DataObject
) -> None:
    entity: Any = data.draw(entities(cls))
    assert entity != tuple(_values(entity).values())
    with pytest.raises(TypeError):
        assert entity < entity  # noqa: PLR0124 - that there is no order


@each_class
@some
@given(data=st.data())
def test_what_an_entity_shows_is_one_line_without_evidence(
    cls: type[Entity], data: st.DataObject
) -> None:
    entity = data.draw(entities(cls))
    shown = repr(entity)
    assert shown.startswith(cls.__name__) or cls is Answer
    assert "\n" not in shown
    assert "evidence=" not in shown


@each_class
@some
@given(data=st.data())
def test_evolving_into_another_type_is_refused(cls: type[Entity], data: st.DataObject) -> None:
    entity: Any = data.draw(entities(cls))
    for field in field_table(type(entity)):
        with pytest.raises(FieldTypeError) as caught:
            attrs.evolve(entity, **{field.name: object()})
        assert caught.value.field == field.name
        assert caught.value.entity == type(entity).__name__


@each_class
@some
@given(data=st.data())
def test_evolving_gives_a_valid_entity_or_an_error_that_names_the_class(
    cls: type[Entity], data: st.DataObject
) -> None:
    entity, other = data.draw(entities(cls)), data.draw(entities(cls))
    for name, value in _values(other).items():
        if hasattr(entity, name):
            evolved = _evolved_or_error(entity, {name: value})
            if isinstance(evolved, FieldError):
                assert evolved.entity == type(entity).__name__
            else:
                assert attrs.evolve(evolved) == evolved  # made again from all its values


def _evolved_or_error(entity: Any, values: dict[str, object]) -> Any:
    try:
        return attrs.evolve(entity, **values)
    except FieldError as error:
        return error


@pytest.mark.parametrize("value", [[], ["x"], "x", {}, {1}, iter(())])
def test_a_field_of_many_takes_a_tuple_and_nothing_else(value: Any) -> None:
    with pytest.raises(FieldTypeError, match="tuple"):
        Person(name="Ben Weyts", evidence=value)


@pytest.mark.parametrize(
    ("cls", "values", "field"),
    [
        (Span, {"source": "s0123abcd", "start": True, "end": 3}, "start"),
        (Span, {"source": "s0123abcd", "start": 1.0, "end": 3}, "start"),
        (Span, {"source": b"s0123abcd", "start": 1, "end": 3}, "source"),
        (Evidence, {"confidence": 1}, "confidence"),
        (Pilot, {"id": "p1", "status": "ended"}, "status"),
        (Pilot, {"id": "p1", "one_off": 1}, "one_off"),
        (Pilot, {"id": 1}, "id"),
        (Passage, {"text": "a", "pieces": (("s", 1),)}, "pieces"),
        (Passage, {"text": "a", "pieces": ((1,),)}, "pieces"),
    ],
)
def test_nothing_is_converted(cls: Any, values: dict[str, Any], field: str) -> None:
    with pytest.raises(FieldTypeError) as caught:
        cls(**values)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("cls", "values", "field"),
    [
        (Person, {"name": ""}, "name"),
        (Person, {"name": " \t"}, "name"),
        (Pilot, {"id": "g1"}, "id"),
        (Pilot, {"id": "p0"}, "id"),
        (Pilot, {"id": "p1\n"}, "id"),
        (Pilot, {"id": "p١"}, "id"),
        (Evidence, {"confidence": 0.8}, "confidence"),
        (Evidence, {"rule": "Label"}, "rule"),
        (Span, {"source": "s0123abcd", "start": -1, "end": 3}, "start"),
        (Span, {"source": "s0123abcd", "start": 4, "end": 3}, "end"),
        (Person, {"name": "a\ud800"}, "name"),
        (Passage, {"text": "\udfff?"}, "text"),
        (AnswerTerm, {"start": DAY, "due": DAY - timedelta(1)}, "due"),
        (AnswerTerm, {"start": DAY, "due": DAY, "working_days_late": 0}, "working_days_late"),
        (Outcome, {"id": "o1", "passage": Passage(text="x"), "concerns": ("o2",)}, "concerns"),
        *(
            (SubQuestion, {"id": identifier, "passage": Passage(text="x")}, "id")
            for identifier in ("01.1", "1.0", "1.01", "1~1.1", "1~02.1", "1")
        ),
        (
            SubQuestion,
            {
                "id": "1.1",
                "passage": Passage(text="x"),
                "condition": Condition(cue="Zo ja", kind=ConditionKind.IF_YES, on="1.1"),
            },
            "condition",
        ),
        (Budget, {"amount": Decimal("1E+998")}, "amount"),
        (Budget, {"amount": Decimal("1E-998")}, "amount"),
        (Budget, {"amount": Decimal("1E+999999")}, "amount"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(cls: Any, values: dict[str, Any], field: str) -> None:
    with pytest.raises(FieldError) as caught:
        cls(**values)
    assert isinstance(caught.value, ValueError)
    assert (caught.value.entity, caught.value.field) == (cls.__name__, field)


def test_equality_is_about_content_and_not_about_evidence() -> None:
    read = Person(name="Ben Weyts", evidence=(Evidence(of="name", rule="header.author"),))
    assert read == Person(name="Ben Weyts")
    assert hash(read) == hash(Person(name="Ben Weyts"))


def test_a_member_of_an_enumeration_is_not_its_value_to_a_field() -> None:
    assert Pilot(id="p1", status=PilotStatus.ENDED).status is PilotStatus.ENDED


@pytest.mark.parametrize(
    ("other", "hint"),
    [
        ("2019", "str: make a PartialDate of it"),
        (datetime(2019, 1, 1, tzinfo=UTC), r"datetime: pass its date\(\)"),
        (None, "None"),
    ],
)
def test_a_partial_date_is_compared_with_dates_only(other: Any, hint: str) -> None:
    with pytest.raises(TypeError, match=f"^expected a PartialDate or a date, got {hint}$"):
        PartialDate("2019").compare(other)


def test_a_source_is_of_text() -> None:
    wrong: Any = b"a"
    with pytest.raises(TypeError, match="expected the text as a str, got bytes: decode it first"):
        Source.of_text(wrong)


def test_the_largest_and_the_smallest_amount_can_be_written() -> None:
    for text in ("1E+997", "1E-997"):
        budget = Budget(amount=Decimal(text))
        assert loads(dumps(budget), Budget) == budget


@pytest.mark.parametrize("identifier", ["0.1", "1.2", "7a.1", "a.1", "7~2.1", "10b~12.10"])
def test_an_id_of_a_sub_question_has_no_leading_zeros(identifier: str) -> None:
    assert SubQuestion(id=identifier, passage=Passage(text="x")).id == identifier


def test_people_without_letters_in_their_names_are_told_apart() -> None:
    assert Person(name="…").key != Person(name="?").key
