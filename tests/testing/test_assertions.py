"""The assertions: what they let pass, and what they say of what they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.testing import (
    assert_quotes,
    assert_round_trip,
    assert_same,
    assert_valid,
    differing,
    make_dossier,
)
from tests.strategies import entities

if TYPE_CHECKING:
    from collections.abc import Callable

    from inburgering_model.model._entity import Entity

each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
few = settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
READING = im.example()


def message_of(assertion: Callable[..., None], *arguments: Any, **options: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        assertion(*arguments, **options)
    return str(caught.value)


@each_class
@few
@given(data=st.data())
def test_entities_differ_somewhere_exactly_when_they_are_not_equal(
    cls: type[Entity], data: st.DataObject
) -> None:
    one, other = data.draw(entities(cls)), data.draw(entities(cls))
    assert bool(differing(one, other)) == (one != other)
    assert not differing(one, one, everything=True)


@each_class
@few
@given(data=st.data())
def test_a_pointer_leads_to_the_value_in_the_document(
    cls: type[Entity], data: st.DataObject
) -> None:
    one, other = data.draw(entities(cls)), data.draw(entities(cls))
    document = im.to_dict(one)
    for difference in differing(one, other, everything=True):
        if repr(difference.actual) != "(nothing)":
            assert _resolves(document, difference.pointer)


def _resolves(document: Any, pointer: str) -> bool:
    for token in pointer.split("/")[1:]:
        try:
            document = document[int(token) if isinstance(document, list) else token]
        except (KeyError, IndexError):
            return False
    return True


@each_class
@few
@given(data=st.data())
def test_every_entity_survives_the_round_trip(cls: type[Entity], data: st.DataObject) -> None:
    assert_round_trip(data.draw(entities(cls)))


def test_a_difference_has_its_place_and_both_values() -> None:
    one = make_dossier(items=3)
    question = attrs.evolve(one.question, author=im.Person(name="Iemand Anders"))
    other = attrs.evolve(one, question=question, answers=())
    said = message_of(assert_same, other, one)
    assert said.startswith("the Dossier is not the one that was expected (2 places):\n")
    assert f"/question/author/name: 'Iemand Anders' is not '{_author(one)}'" in said
    assert "/answers/0: (nothing) is not OrdinaryAnswer(" in said


def _author(dossier: im.Dossier) -> str:
    assert dossier.question.author is not None
    return dossier.question.author.name


def test_of_long_texts_the_part_is_shown_where_they_differ() -> None:
    one, other = im.Passage(text="a" * 5000 + "b"), im.Passage(text="a" * 5000 + "c")
    said = message_of(assert_same, one, other)
    assert len(said) < 300
    assert "b' is not …'" in said


def test_of_many_differences_the_first_are_shown() -> None:
    one, other = make_dossier(items=60, seed=1), make_dossier(items=60, seed=2)
    said = message_of(assert_same, one, other)
    assert len(said.splitlines()) == 22
    assert said.splitlines()[-1].startswith("  and ")


def test_evidence_counts_when_everything_does() -> None:
    read = im.Person(name="Ben Weyts", evidence=(im.Evidence(rule="author.printed"),))
    assert_same(read, im.Person(name="Ben Weyts"))
    said = message_of(assert_same, read, im.Person(name="Ben Weyts"), everything=True)
    assert "/evidence/0: Evidence(rule='author.printed') is not (nothing)" in said


def test_another_class_differs_as_a_whole() -> None:
    said = message_of(assert_same, im.OrdinaryAnswer(), im.ReferringAnswer())
    assert "(the whole): OrdinaryAnswer() is not ReferringAnswer()" in said


def test_only_entities_are_compared() -> None:
    with pytest.raises(TypeError, match="expected an entity, got dict"):
        differing({}, READING)  # type: ignore[arg-type]


def test_the_example_is_valid_quotes_rightly_and_survives_the_round_trip() -> None:
    assert_valid(READING)
    assert_quotes(READING)
    assert_quotes(READING.dossier)
    assert_round_trip(READING)


def test_an_error_is_told_and_can_be_allowed() -> None:
    dossier = attrs.evolve(make_dossier(), pilots=(im.Pilot(id="p1", programme="g1"),))
    said = message_of(assert_valid, dossier)
    assert "/pilots/0/programme: there is no programme g1 [id.programme-unresolved]" in said
    assert_valid(dossier, allowed={"id.programme-unresolved"})


def test_a_warning_counts_when_it_is_asked_to() -> None:
    twice = attrs.evolve(make_dossier(answered=False), sources=(im.Source.of_text(""),))
    untold = attrs.evolve(twice, sources=(attrs.evolve(twice.sources[0], text=None),))
    assert_valid(untold, least=im.Severity.WARNING)
    assert "[source.without-text]" in message_of(assert_valid, untold, least=im.Severity.INFO)


def _dossier_quoting(text: str, raw: str) -> im.Dossier:
    source = im.Source.of_text(raw)
    span = im.Span(source=source.id, start=0, end=len(raw))
    passage = im.Passage(text=text, pieces=((span, len(text)),))
    question = im.ParliamentaryQuestion(context=(passage,))
    return im.Dossier(question=question, sources=(source,))


def test_a_passage_that_says_something_else_than_its_raw_text_is_told() -> None:
    assert_quotes(_dossier_quoting("De proeftuin", "De proeftuin"))
    said = message_of(assert_quotes, _dossier_quoting("De proeftuin", "De kostprijs"))
    assert "/question/context/0/pieces/0: the raw text has 'De kostprijs'" in said


def test_a_source_without_its_text_can_quote_nothing() -> None:
    dossier = _dossier_quoting("De proeftuin", "De proeftuin")
    (source,) = dossier.sources
    emptied = attrs.evolve(dossier, sources=(attrs.evolve(source, text=None),))
    assert "[source.without-text]" in message_of(assert_quotes, emptied)
    assert "has no source" in message_of(assert_quotes, attrs.evolve(dossier, sources=()))


def test_a_correction_that_was_not_made_is_told() -> None:
    corrections = tuple(
        attrs.evolve(correction, replacement="?") for correction in READING.corrections
    )
    changed = attrs.evolve(READING, corrections=corrections)
    said = message_of(assert_quotes, changed)
    assert "[reading.replay]" in said
    assert "/dossier/question" in said
