"""The classes that this project adds to the model."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pilot_register import FollowedDossier, FundedPilot

import inburgering_model as im
from inburgering_model.testing import assert_round_trip, assert_same

if TYPE_CHECKING:
    from datetime import date


@given(st.from_type(FundedPilot))
def test_a_derived_class_has_documents_of_its_own(pilot: FundedPilot) -> None:
    assert_round_trip(pilot)
    assert im.to_dict(pilot)["type"] == "FundedPilot"


@given(st.from_type(im.Pilot), st.dates())
def test_a_pilot_keeps_everything_when_its_funding_is_added(pilot: im.Pilot, day: date) -> None:
    funded = FundedPilot.of(pilot, decided_on=day, file_numbers=("A-12",))
    assert isinstance(funded, im.Pilot)
    assert funded.decided_on == day
    assert all(getattr(funded, f.name) == getattr(pilot, f.name) for f in attrs.fields(im.Pilot))
    assert hash(funded) == hash(pickle.loads(pickle.dumps(funded)))  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"decided_on": "2020-01-14"}, "decided_on"),
        ({"file_numbers": ["A-12"]}, "file_numbers"),
        ({"status": "ended"}, "status"),
    ],
)
def test_a_derived_class_checks_its_fields_when_it_is_made(
    values: dict[str, Any], field: str
) -> None:
    with pytest.raises(im.FieldTypeError) as caught:
        FundedPilot(id="p1", **values)
    assert (caught.value.entity, caught.value.field) == ("FundedPilot", field)


def test_a_document_of_a_pilot_is_none_of_a_funded_one() -> None:
    with pytest.raises(im.DocumentError, match="/type"):
        im.from_dict(im.to_dict(im.Pilot(id="p1")), FundedPilot)


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.builds(FollowedDossier))
def test_a_class_that_holds_entities_comes_back_from_its_json(followed: FollowedDossier) -> None:
    again = FollowedDossier.from_dict(followed.to_dict())
    assert_same(again.dossier, followed.dossier, everything=True)
    assert again == followed
