"""The programme: its name from the noun phrase of the pilots, its funding and partners."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]
PILOTS = "De proefprojecten in Gent en Aalst zijn afgerond."


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Armoede - Proefprojecten rond energiescans", "Proefprojecten rond energiescans"),
        ("Zorg - Living labs met senioren", "Living labs met senioren"),
        ("Basisonderwijs - Proefproject Samen Lezen", "Proefproject Samen Lezen"),
        ("Proeftuinen rond water: stand van zaken", "Proeftuinen rond water"),
        ("Warmtenetten - Pilootprojecten", "Warmtenetten - Pilootprojecten"),
    ],
)
def test_the_name_is_the_pilot_noun_with_its_complement_or_the_whole_title(
    title: str, name: str, read: Reader
) -> None:
    (programme,) = read(PILOTS, title=title).programmes
    assert programme.name == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ('Het programma "Plek voor Tieners" liep in 2020.', "Plek voor Tieners"),
        ("Het programma Eerst een Woning liep in 2020.", "Eerst een Woning"),
        ("Het experiment 'Dag en Dauw' liep in 2020 in Gent en Aalst.", "Dag en Dauw"),
        ("Onder de noemer ‘Taal in de Ploeg’ liepen er proefprojecten.", "Taal in de Ploeg"),
        ("De testfase, die de werktitel 'In de Klas' kreeg, begon in 2020.", "In de Klas"),
        ("De dienst zette het programma Stille Straat op, in Gent.", "Stille Straat"),
        ("'Samen aan de Praat' was een proefproject dat in 2020 liep.", "Samen aan de Praat"),
        (
            "Er liepen proefprojecten rond taaloefenkansen in Gent en Aalst.",
            "proefprojecten rond taaloefenkansen",
        ),
    ],
)
def test_the_name_may_stand_in_the_text(said: str, name: str, read: Reader) -> None:
    (programme,) = read(PILOTS, said).programmes
    assert programme.name == name


def test_a_name_points_at_its_characters(read: Reader) -> None:
    title = "Armoede - Proefprojecten rond energiescans"
    (programme,) = read(PILOTS, title=title).programmes
    (span,) = next(e for e in programme.evidence if e.of == "name").spans
    assert title[span.start : span.end] == programme.name


def test_pilots_belong_to_the_programme(read: Reader) -> None:
    content = read(PILOTS, title="Proefprojecten rond energiescans")
    assert {pilot.programme for pilot in content.pilots} == {content.programmes[0].id}


def test_a_single_pilot_without_a_name_is_no_programme(read: Reader) -> None:
    content = read("In 2019 liep in Gent een proefproject.")
    assert content.programmes == ()
    assert content.pilots[0].programme is None


def test_the_term_in_which_money_was_given_dates_the_funding_not_the_pilots(read: Reader) -> None:
    content = read(
        "De proefprojecten in Gent en Aalst kenden succes.",
        title="Proefprojecten rond energiescans",
        context=["Tijdens de vorige legislatuur werden middelen vrijgemaakt voor proefprojecten."],
    )
    funding = content.programmes[0].funding
    assert funding is not None
    assert str(funding.period) == "2014/2019"
    assert [pilot.period for pilot in content.pilots] == [None, None]


def test_a_title_that_asks_for_pilots_nobody_has_names_no_programme(read: Reader) -> None:
    content = read(
        "Er zijn geen proefprojecten gepland.",
        title="Deelfietsen - Proefprojecten rond veiligheid",
        asked=["Komen er proefprojecten?"],
    )
    assert content == Content()


@pytest.mark.parametrize(
    "title", ["Ouderen - Programma Buren voor Buren", "Ouderen - Project “Buren voor Buren”"]
)
def test_a_named_programme_whose_results_are_asked_needs_no_pilots(
    title: str, read: Reader
) -> None:
    content = read(
        "Het programma loopt van 2021 tot en met 2023, in samenwerking met Mediawijs. "
        "Het bereikte 900 mensen.",
        title=title,
        asked=["Wat zijn de resultaten van het programma?"],
    )
    (programme,) = content.programmes
    assert (programme.name, str(programme.period)) == ("Buren voor Buren", "2021/2023")
    assert [party.name for party in programme.partners] == ["Mediawijs"]
    assert [outcome.kind for outcome in content.outcomes] == ["result"]


def test_a_named_programme_that_nobody_asks_results_of_gives_nothing(read: Reader) -> None:
    content = read(
        "Het programma loopt sinds 2021.",
        title="Ouderen - Programma Buren voor Buren",
        asked=["Hoeveel bedraagt de subsidie?"],
    )
    assert content == Content()


def test_the_place_of_a_programme_is_no_part_of_its_name(read: Reader) -> None:
    asked = ["Wat zijn de resultaten van het project Tweede Start in Limburg?"]
    (programme,) = read("Het project loopt sinds 2021.", asked=asked).programmes
    assert programme.name == "Tweede Start"


def test_a_title_that_speaks_of_a_single_pilot_names_no_programme(read: Reader) -> None:
    content = read("Het proefproject in Gent liep tot 2020.", title="Sluizen - Proefproject")
    assert (content.programmes, len(content.pilots)) == ((), 1)


def test_a_project_that_the_context_gives_a_name_in_quotes_is_a_programme(read: Reader) -> None:
    content = read(
        "Het project ‘Koele Plekken’ liep van mei 2020 tot september 2021 in Genk en Wetteren.",
        context=("In het project ‘Koele Plekken’ werd nagegaan hoe ouderen bereikt worden.",),
        asked=("In welke gemeenten liep het project?", "Wat zijn de bevindingen?"),
    )
    assert [programme.name for programme in content.programmes] == ["Koele Plekken"]
    assert [p.municipalities[0].name for p in content.pilots] == ["Genk", "Wetteren"]


def test_a_name_in_quotes_of_something_else_makes_no_programme(read: Reader) -> None:
    content = read(
        "Het boek ‘Koele Plekken’ werd in Genk voorgesteld.",
        context=("In het boek ‘Koele Plekken’ staat hoe ouderen bereikt worden.",),
        asked=("Wat zijn de bevindingen?",),
    )
    assert (content.programmes, content.pilots) == ((), ())


@pytest.mark.parametrize(
    "said",
    [
        "Het proefproject 'Buurtmobiel' liep in Gent, het proefproject 'Rijhulp' in Aalst.",
        "De proefprojecten liepen goed. De deelnemers zeggen: 'Het helpt ons vooruit.'",
        "De krant 'Het Volk' schreef over de proefprojecten in Gent en Aalst.",
    ],
)
def test_names_of_single_pilots_and_what_others_say_name_no_programme(
    said: str, read: Reader
) -> None:
    assert read(PILOTS, said).programmes == ()


def test_a_title_that_goes_on_with_something_else_is_no_name(read: Reader) -> None:
    assert read(PILOTS, title="Steps - Proefprojecten en ongevallen").programmes == ()
