"""Ready dossiers: valid, of the size that was asked for, and published so that they read back."""

from __future__ import annotations

from typing import Any

import pytest

import inburgering_model as im
from inburgering_model.testing import (
    assert_same,
    assert_valid,
    large_dossier,
    make_dossier,
    small_dossier,
)

SIZES: list[dict[str, Any]] = [
    {},
    {"items": 1},
    {"items": 40, "addressees": 9, "pilots": 5},
    {"items": 3, "addressees": 25, "answered": False},
    {"items": 2, "pilots": 13},
]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_made_dossier_is_valid_and_reads_back_from_its_published_form(
    size: dict[str, Any], seed: int
) -> None:
    dossier = make_dossier(**size, seed=seed)
    assert_valid(dossier, least=im.Severity.WARNING)
    read = im.parse(im.to_published(dossier)).dossier
    assert_same(read.question, dossier.question)
    assert read.answers == dossier.answers
    assert read.pilots == dossier.pilots


def test_a_dossier_has_the_size_that_was_asked_for() -> None:
    dossier = make_dossier(items=7, addressees=3, pilots=2)
    assert len(dossier.question.items) == len(dossier.question.sub_questions) == 7
    assert len(dossier.question.addressees) == 3
    assert len(dossier.pilots) == 2
    assert isinstance(dossier.answers[0], im.CoordinatedAnswer)


def test_the_same_arguments_give_the_same_dossier_and_another_seed_another() -> None:
    assert make_dossier(items=3, seed=5) == make_dossier(items=3, seed=5)
    assert make_dossier(items=3, seed=5) != make_dossier(items=3, seed=6)


def test_nothing_is_unanswered_and_without_an_answer_everything_is() -> None:
    assert im.align(make_dossier(items=5)).unanswered == ()
    assert len(im.align(make_dossier(items=5, answered=False)).unanswered) == 5


def test_the_small_and_the_large_dossier_are_shared() -> None:
    assert small_dossier() is small_dossier()
    assert large_dossier() is large_dossier()
    assert len(small_dossier().question.items) == 1
    assert len(large_dossier().question.items) == 200


@pytest.mark.parametrize(
    ("size", "complaint"),
    [
        ({"items": 0}, "items is 0: expected 1 to 10000"),
        ({"addressees": 26}, "addressees is 26: expected 1 to 25"),
        ({"pilots": -1}, "pilots is -1: expected 0 to 13"),
        ({"pilots": 1, "answered": False}, "told of in an answer"),
    ],
)
def test_a_size_that_cannot_be_made_is_refused(size: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        make_dossier(**size)
