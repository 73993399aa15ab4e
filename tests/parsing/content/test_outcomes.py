"""What pilots produced, told by the answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import inburgering_model as im
from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]
TITLE = "Mobiliteit - Proefprojecten"
PILOTS = "De proefprojecten in Gent en Aalst zijn afgerond."
ASKED = ("Wat hebben de proefprojecten opgeleverd?",)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("De pilots leverden inzichten en methodieken op voor andere diensten.", "insight method"),
        ("Het project leverde een rekenmodel op waarmee steden kunnen plannen.", "method"),
        (
            "De proefprojecten hebben geleid tot een nauwere samenwerking tussen diensten.",
            "cooperation",
        ),
        ("In Gent leidde het proefproject tot een vast overleg met de scholen.", "cooperation"),
        ("Het project resulteerde in minder sluipverkeer.", "result"),
        ("Elke pilootgemeente stelde een lokaal actieplan op.", "plan"),
        ("In Aalst nam het aantal fietsers met een vijfde toe.", "result"),
        ("Uit de evaluatie blijkt dat 40 procent van de deelnemers werk vond.", "result"),
        ("In Gent zijn inmiddels 180 woningen aangesloten.", "result"),
        ("In Aalst vonden 410 nieuwkomers een club.", "result"),
        ("Sindsdien werken de diensten nauwer samen.", "cooperation"),
    ],
)
def test_the_noun_or_the_frame_gives_the_kind(said: str, kinds: str, read: Reader) -> None:
    content = read(PILOTS, said, title=TITLE, asked=ASKED)
    assert " ".join(outcome.kind for outcome in content.outcomes) == kinds


@pytest.mark.parametrize(
    "said",
    [
        "Het bedrijf dat de warmte zou leveren, sloot de deuren.",
        "De proefprojecten kregen 20.000 euro.",
        "Er liepen twee proefprojecten.",
        "De resultaten worden in 2023 verwacht.",
        "De diensten werken samen in hetzelfde gebouw.",
        "Wat leverden de proefprojecten op?",
    ],
)
def test_what_was_not_produced_is_no_outcome(said: str, read: Reader) -> None:
    assert read(PILOTS, said, title=TITLE, asked=ASKED).outcomes == ()


def test_a_drawn_up_plan_is_less_sure_than_other_outcomes(read: Reader) -> None:
    (outcome,) = read(PILOTS, "Elke proefstad stelde een actieplan op.", title=TITLE).outcomes
    assert outcome.evidence[0].confidence == 0.5


def test_an_outcome_concerns_the_pilot_whose_place_it_names_or_else_the_programme(
    read: Reader,
) -> None:
    content = read(
        PILOTS,
        "In Aalst leidde het proefproject tot minder verkeer.",
        "De proefprojecten leverden nieuwe inzichten op.",
        title=TITLE,
    )
    assert [outcome.concerns for outcome in content.outcomes] == [("p2",), ("g1",)]


def test_the_passage_is_the_clause_and_knows_its_characters(read: Reader) -> None:
    said = "De proefprojecten leverden nieuwe inzichten op."
    (outcome,) = read(PILOTS, f"Dat is zo. {said}", title=TITLE).outcomes
    assert outcome.passage.text == said
    (span,) = outcome.passage.spans
    assert span.length == len(said)


def test_the_figures_of_a_table_are_no_results(read: Reader) -> None:
    table = Passage(text="Gent    184    61\nAalst   227   102", kind=PassageKind.TABLE)
    content = read(
        "De proefprojecten in Gent en Aalst bereikten 411 gezinnen.",
        table,
        asked=("Hoeveel gezinnen bereikten de proefprojecten?",),
    )
    assert len(content.outcomes) == 1


def test_an_answer_about_results_that_names_the_towns_of_pilots_is_about_them() -> None:
    reading = im.parse(
        "Opstapplaatsen\n\n1. Waar liepen de proefprojecten?\n\n"
        "2. Hoeveel tijd wonnen de leerlingen?\n\n3. Hoeveel bussen rijden er in Gent?\n\n"
        "ANTWOORD\nop vraag nr. 5 van 5 mei 2022\n\n"
        "1. De proefprojecten liepen in Gent en Aalst.\n\n"
        "2. De reistijd daalde in Gent met 24 minuten en in Aalst met 17 minuten.\n\n"
        "3. Het aantal bussen daalde in Gent van 30 naar 28.\n"
    )
    (outcome,) = reading.dossier.outcomes
    assert (outcome.kind, outcome.passage.text[:12]) == ("result", "De reistijd ")


def test_what_is_said_apart_from_the_pilots_is_not_about_them(read: Reader) -> None:
    said = "Los van de proeftuinen raad ik iedereen aan om water te sparen."
    assert read("De proeftuinen in Gent en Aalst zijn afgerond.", said).recommendations == ()


def test_the_pages_of_a_report_are_no_result(read: Reader) -> None:
    said = "Het eindrapport van het proefproject telt 84 bladzijden."
    assert read(said, asked=("Wat zijn de resultaten van het proefproject?",)).outcomes == ()
