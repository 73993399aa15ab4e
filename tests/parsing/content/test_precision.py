"""Ordinary answers on ordinary policy tell nothing about pilots."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]

_ORDINARY = {
    "Wachtlijsten - Gent": """
De gemeenten moeten zelf een plan opmaken. Uit de cijfers blijkt dat het aantal kinderen met 12
procent steeg. De resultaten werden opgenomen in het decreet van 2019. In Gent kwamen er in 2020
drie opvangplaatsen bij. Er is nood aan meer begeleiders.""",
    "Luchthavens - Personeel": """
De piloten in Oostende staakten. De luchthaven wordt uitgebreid naar 20 vluchten. Het contract liep
tot eind 2018 en werd verlengd.""",
    "Drinkwater - Kwaliteit": """
Het laboratorium in Gent test elke maand 300 stalen. De testen in Aalst liepen vertraging op. Een
belangrijke les is dat de leidingen oud zijn.""",
    "Onderwijs - Lerarentekort": """
De lessen starten in september. Leerkrachten krijgen een opleiding van 40 uur.""",
    "Fietspaden - Subsidies": """
Antwerpen ontving 50.000 euro, Leuven 20.000 euro. De middelen zijn ingeschreven in de begroting.
Er komt een nieuwe oproep in 2023.""",
}

_NO_PILOTS = {
    "Deelfietsen - Stand van zaken": "Ik plan geen proefprojecten.",
    "Deelsteps - Proefprojecten": "Er zijn momenteel geen proefprojecten gepland.",
    "Autodelen - Vraag": "De stad Gent vraagt om een proefproject. Ik bestudeer die vraag.",
    "Autodelen": "Een experiment in Nederland kan nuttig zijn. In Gent rijden 12 deelauto's.",
    "Wachttijden": "Een pilot is volgens mij niet nodig. In Gent bedraagt de wachttijd 3 maanden.",
}


@pytest.mark.parametrize("title", _ORDINARY)
def test_a_document_that_never_names_a_pilot_gives_nothing(title: str, read: Reader) -> None:
    asked = ["Wat is de stand van zaken?", "Welke resultaten en lessen zijn er?"]
    assert read(_ORDINARY[title].replace("\n", " ").strip(), title=title, asked=asked) == Content()


@pytest.mark.parametrize("title", _NO_PILOTS)
def test_a_document_in_which_nobody_has_a_pilot_gives_nothing(title: str, read: Reader) -> None:
    asked = ["Komen er proefprojecten?"]
    assert read(_NO_PILOTS[title], title=title, asked=asked) == Content()


def test_a_pilot_in_passing_leaves_the_rest_of_the_answer_alone(read: Reader) -> None:
    content = read(
        "In 2019 liep in Antwerpen een proefproject. 300 scholen in Gent kregen 50.000 euro.",
        "De subsidies werden opgenomen in het decreet.",
        title="Scholenbouw - Subsidies",
    )
    (pilot,) = content.pilots
    assert (pilot.municipalities[0].name, pilot.budget) == ("Antwerpen", None)
    assert (content.programmes, content.outcomes, content.recommendations) == ((), (), ())


def test_a_question_is_never_read_as_an_answer(read: Reader) -> None:
    content = read(
        "Ja.",
        title="Proefprojecten rond water",
        context=["De proefprojecten in Gent en Aalst zijn afgerond."],
        asked=[
            "Werd uit de proefprojecten geleerd dat meer begeleiding nodig is?",
            "Werden de resultaten opgenomen in het reguliere aanbod?",
        ],
    )
    assert len(content.pilots) == 2
    assert (content.outcomes, content.recommendations, content.follow_ups) == ((), (), ())
