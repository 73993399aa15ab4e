"""The published document that the library is accepted on, fact by fact.

Its text stays outside the repository: the environment variable ``INBURGERING_MODEL_ACCEPTANCE``
names the file. Without it, these tests are skipped, and say so.
"""

import os
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import inburgering_model as im

VARIABLE = "INBURGERING_MODEL_ACCEPTANCE"


@pytest.fixture(scope="module")
def reading() -> im.Reading:
    file = os.environ.get(VARIABLE)
    if not file:
        pytest.skip(f"{VARIABLE} does not name the acceptance document")
    return im.read(Path(file))


@pytest.fixture
def dossier(reading: im.Reading) -> im.Dossier:
    return reading.dossier


def quotes(dossier: im.Dossier, evidence: Iterable[im.Evidence], of: str = "") -> list[str]:
    """What the evidence for a field quotes, with single spaces."""
    return [
        " ".join(dossier.quote(span).split())
        for found in evidence
        if found.of == of
        for span in found.spans
    ]


def test_the_question_is_identified(dossier: im.Dossier) -> None:
    question = dossier.question
    assert question.title == "Vlaamse Rand - Proeftuinen rond integratie en inburgering"
    assert question.author == im.Person(name="Peter Van Rompuy")
    assert (question.asked_on, question.parliamentary_year) == (date(2019, 12, 20), "2019-2020")
    assert dossier.citation == "SV nr. 75 (2019-2020)"
    assert [(a.person.name, a.number) for a in question.addressees] == [
        ("Bart Somers", 75),
        ("Ben Weyts", 193),
    ]
    assert quotes(dossier, question.evidence, "author") == ["PETER VAN ROMPUY"]
    assert quotes(dossier, question.evidence, "asked_on") == ["20 december 2019"]
    assert quotes(dossier, question.evidence, "title") == [question.title]


def test_context_items_and_sub_questions_are_read(dossier: im.Dossier) -> None:
    question = dossier.question
    assert len(question.context) == 3
    assert [(item.key, len(item.sub_questions)) for item in question.items] == [
        ("1", 2),
        ("2", 2),
        ("3", 3),
        ("4", 3),
    ]
    conditions = {sub.id: sub.condition for sub in question.sub_questions if sub.condition}
    assert {key: (c.cue, c.kind.value, c.on) for key, c in conditions.items()} == {
        "3.2": ("Zo ja", "if_yes", "3.1"),
        "4.2": ("Zo ja", "if_yes", "4.1"),
    }


def test_the_coordinated_answer_is_read(dossier: im.Dossier) -> None:
    (answer,) = dossier.answers
    assert isinstance(answer, im.CoordinatedAnswer)
    assert answer.respondent is not None
    assert answer.respondent.person == im.Person(name="Bart Somers")
    assert ", ".join(office.title for office in answer.respondent.offices) == (
        "Viceminister-president van de Vlaamse Regering, Vlaams minister van Binnenlands Bestuur, "
        "Bestuurszaken, Inburgering en Gelijke Kansen"
    )
    assert sum(len(office.portfolios) for office in answer.respondent.offices) == 4
    assert [addressee.person.name for addressee in answer.on_behalf_of] == ["Ben Weyts"]
    assert answer.replies_to == im.QuestionReference(
        number=75,
        date=date(2019, 12, 20),
        minister=im.Person(name="Bart Somers"),
        author=im.Person(name="Peter Van Rompuy"),
    )
    assert (answer.answered_on, answer.stage) == (None, im.Stage.FINAL)
    assert [(i.label, [str(r) for r in i.answers], len(i.passages)) for i in answer.items] in (
        [("1-2.", ["1", "2"], 3), ("3.", ["3"], 1), ("4.", ["4"], 3)],
        [("1-2.", ["1", "2"], 4), ("3.", ["3"], 1), ("4.", ["4"], 3)],
    )
    (cross_reference,) = answer.items[2].cross_references
    assert (str(cross_reference.target), cross_reference.delegates) == ("3", False)


def test_the_programme_and_its_three_pilots_are_read(dossier: im.Dossier) -> None:
    (programme,) = dossier.programmes
    assert programme.name == "Proeftuinen rond integratie en inburgering"
    assert [(party.identifier, party.kind.value) for party in programme.partners] == [
        ("AgII", "agency"),
        (None, "local_authority"),
    ]
    assert programme.funding is not None
    assert str(programme.funding.period) == "2014/2019"
    assert sorted((p.municipalities[0].name, p.municipalities[0].nis) for p in dossier.pilots) == [
        ("Dilbeek", "23016"),
        ("Sint-Pieters-Leeuw", "23077"),
        ("Vilvoorde", "23088"),
    ]
    for pilot in dossier.pilots:
        assert str(pilot.period) == "/2018-36"
        assert pilot.status is im.PilotStatus.ENDED
        assert (pilot.one_off, pilot.programme) == (True, programme.id)
        assert "tot eind 2018" in quotes(dossier, pilot.evidence, "period")


def test_lessons_and_outcomes_are_read(dossier: im.Dossier) -> None:
    kinds = {outcome.kind.value for outcome in dossier.outcomes}
    assert {"insight", "method", "cooperation"} <= kinds
    needed = ("sensibilisering nodig", "werd geleerd", "ook geleerd", "De nood aan")
    assert len(dossier.recommendations) == len(needed)
    for lesson, words in zip(dossier.recommendations, needed, strict=True):
        assert words in lesson.passage.text


def test_where_everything_went_is_read(dossier: im.Dossier) -> None:
    found = [
        (
            follow_up.destination.value,
            follow_up.status.value,
            [party.identifier for party in follow_up.by],
            follow_up.condition,
        )
        for follow_up in dossier.follow_ups
    ]
    assert found == [
        ("training", "done", [], None),
        ("regular_offer", "done", ["AgII"], None),
        ("training", "ongoing", ["AgII"], None),
        ("regular_offer", "done", ["AgII"], None),
        ("new_pilots", "rejected", [], None),
        ("multi_year_plan", "done", [], None),
        ("cooperation_agreement", "ongoing", ["AgII"], "Op vraag van het lokaal bestuur"),
    ]
    instruments = dossier.follow_ups[1].instruments
    assert len(instruments) == 2
    assert instruments[0] == "leertraject Horizontaal Integratiebeleid"


def test_silent_corrections_are_listed(reading: im.Reading) -> None:
    changed = {
        (reading.dossier.quote(correction.span), correction.replacement)
        for correction in reading.corrections
    }
    assert {("Agll", "AgII"), ("AglII", "AgII"), ("Wallonié", "Wallonië")} <= changed
    assert {("GECOORDIN", "GECOÖRDIN"), ("geintegreer", "geïntegreer")} <= changed
    kept = [c for c in reading.corrections if c.rule == "hyphen.kept"]
    assert [correction.replacement for correction in kept] == [""]


def test_nothing_is_unparsed_or_wrong(reading: im.Reading) -> None:
    assert reading.ok
    spans = [region.span for region in reading.regions]
    assert all(one.end == other.start for one, other in pairwise(spans))
    assert (spans[0].start, spans[-1].end) == (0, reading.dossier.sources[0].length)
    assert im.validate(reading.dossier) == ()


def test_it_survives_json(reading: im.Reading) -> None:
    again = im.loads(im.dumps(reading), im.Reading)
    assert again == reading
    assert im.to_dict(again) == im.to_dict(reading)
