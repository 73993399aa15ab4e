"""The register, with the fixtures that the package brings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest
from pilot_register import FollowedDossier, FundedPilot, Register, UnknownDossierError

import inburgering_model as im
from inburgering_model.testing import assert_quotes, assert_same, assert_valid, large_dossier

if TYPE_CHECKING:
    from pathlib import Path

    from inburgering_model.testing.plugin import Publish

Make = Callable[..., im.Dossier]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "register")


def test_what_is_stored_is_found(register: Register, inburgering_dossier: im.Dossier) -> None:
    funded = tuple(
        FundedPilot.of(pilot, decided_on=date(2017, 3, 1)) for pilot in inburgering_dossier.pilots
    )
    followed = FollowedDossier(dossier=inburgering_dossier, notes=("Nabellen.",), funded=funded)
    path = register.add(followed)
    assert path.name == "sv-nr-112-2019-2020.json"
    found = register.get("SV nr. 112 (2019-2020)")
    assert found == followed
    assert_same(found.dossier, inburgering_dossier, everything=True)
    assert_quotes(found.dossier)


def test_a_published_file_is_read_and_stored(
    register: Register, inburgering_make: Make, inburgering_publish: Publish
) -> None:
    made = inburgering_make(items=5, addressees=2)
    register.read_and_add(inburgering_publish(made, artefacts=["hyphenated"]), "Nieuw.")
    (followed,) = register
    assert followed.notes == ("Nieuw.",)
    assert followed.dossier.question == made.question
    assert_valid(followed.dossier)


def test_pilots_are_found_by_municipality(
    register: Register, inburgering_dossier: im.Dossier
) -> None:
    register.add(FollowedDossier(dossier=inburgering_dossier))
    (found,) = register.pilots_in("23016")
    citation, pilot = found
    assert citation == inburgering_dossier.citation
    assert pilot.municipalities[0].name == "Dilbeek"


def test_pilots_are_found_by_day(register: Register, inburgering_make: Make) -> None:
    until_summer = im.Pilot(id="p1", period=im.Period.from_edtf("2017/2018-06"))
    since = im.Pilot(id="p2", period=im.Period.from_edtf("2018-36/.."))
    dossier = attrs.evolve(inburgering_make(), pilots=(until_summer, since))
    register.add(FollowedDossier(dossier=dossier))
    assert [pilot.id for pilot in register.running_on(date(2018, 1, 1))] == ["p1"]
    assert [pilot.id for pilot in register.running_on(date(2019, 1, 1))] == ["p2"]


def test_a_large_dossier_is_stored(register: Register) -> None:
    register.add(FollowedDossier(dossier=large_dossier()))
    (followed,) = register
    assert_same(followed.dossier, large_dossier(), everything=True)


def test_a_dossier_that_contradicts_itself_is_refused(
    register: Register, inburgering_make: Make
) -> None:
    dossier = attrs.evolve(inburgering_make(), pilots=(im.Pilot(id="p1", programme="g1"),))
    with pytest.raises(im.DocumentError, match="/pilots/0/programme"):
        register.add(FollowedDossier(dossier=dossier))
    assert list(register) == []


def test_a_dossier_that_is_not_there_is_an_error_of_our_own(register: Register) -> None:
    with pytest.raises(UnknownDossierError):
        register.get("SV nr. 1 (2019-2020)")


def test_a_file_that_somebody_changed_is_refused_with_the_place(
    register: Register, inburgering_make: Make
) -> None:
    path = register.add(FollowedDossier(dossier=inburgering_make()))
    data = json.loads(path.read_text("utf-8"))
    data["dossier"]["question"]["asked_on"] = "14/1/2020"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(im.DocumentError) as caught:
        register.get("SV nr. 112 (2019-2020)")
    assert [problem.pointer for problem in caught.value.problems] == ["/question/asked_on"]
