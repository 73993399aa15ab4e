"""Which municipalities had a pilot, and which were only mentioned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]
TITLE = "Mobiliteit - Proefprojecten"


def _places(content: Content) -> list[list[str]]:
    return [[place.name for place in pilot.municipalities] for pilot in content.pilots]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Er waren drie pilots, met name in Gent, Aalst en Ronse.", "Gent Aalst Ronse"),
        ("Het project liep in twee proeftuinen, namelijk Genk en Ronse.", "Genk Ronse"),
        ("De proefprojecten in Gent en Aalst zijn afgerond.", "Gent Aalst"),
        ("In Halle loopt sinds 2020 een proefproject met deelsteps.", "Halle"),
        ("Sinds 2020 loopt in Halle een proefproject.", "Halle"),
        ("In Temse zal in 2023 een pilootproject starten.", "Temse"),
        ("Drie pilootgemeenten werden gekozen: Lier, Geel en Balen.", "Lier Geel Balen"),
        ("De pilootgemeenten Lier en Geel kregen begeleiding.", "Lier Geel"),
        ("Gent, Aalst en Ronse nemen deel aan het experiment.", "Gent Aalst Ronse"),
        ("De proeftuin Brugge is het verst gevorderd.", "Brugge"),
        ("Het living lab in Kortrijk is afgerond.", "Kortrijk"),
        ("In Genk werd bij wijze van proef een fietsstraat ingevoerd.", "Genk"),
        ("Het proefproject rond slimme lichten in Leuven loopt nog.", "Leuven"),
        ("De proefprojecten in Gent (2018) en Aalst (2019) liepen goed.", "Gent Aalst"),
    ],
)
def test_a_frame_ties_places_to_pilots(text: str, places: str, read: Reader) -> None:
    assert _places(read(text)) == [[place] for place in places.split()]


@pytest.mark.parametrize(
    "text",
    [
        "De stad Gent vraagt om een proefproject.",
        "Gemeenten zoals Lier en Geel wachten op de proefprojecten.",
        "In Lier komt er geen proefproject.",
        "De kandidatuur van Lier voor een proefproject werd niet weerhouden.",
        "Ook Brasschaat diende een voorstel voor een proefproject in, maar werd niet geselecteerd.",
        "Aalst overweegt een proefproject.",
        "De proefprojecten werden voorgesteld. Later bezocht ik Gent.",
    ],
)
def test_a_municipality_that_is_only_mentioned_is_no_pilot(text: str, read: Reader) -> None:
    assert _places(read(text, title=TITLE)) == []


def test_question_and_answer_give_one_pilot_with_both_as_evidence(read: Reader) -> None:
    content = read(
        "Het project liep in twee proeftuinen, namelijk Gent en Aalst.",
        context=["In 2019 liepen er proeftuinen in Aalst en Gent."],
    )
    assert _places(content) == [["Aalst"], ["Gent"]]
    for pilot in content.pilots:
        (place,) = pilot.municipalities
        assert len(place.evidence) == 2
        assert len([e for e in pilot.evidence if e.of == ""]) == 2


def test_pilots_are_numbered_in_the_order_of_first_mention(read: Reader) -> None:
    content = read("De proefprojecten in Ronse, Aalst en Gent lopen.")
    assert [(p.id, p.municipalities[0].name) for p in content.pilots] == [
        ("p1", "Ronse"),
        ("p2", "Aalst"),
        ("p3", "Gent"),
    ]


def test_a_place_has_its_nis_code(read: Reader) -> None:
    (pilot,) = read("Het proefproject in Dilbeek is afgelopen.").pilots
    assert pilot.nis_codes == {"23016"}


@pytest.mark.parametrize(
    "text",
    [
        "Een gezamenlijk proefproject in Aalst en Ninove liep tot 2018.",
        "Aalst en Ninove delen één proefproject.",
        "Aalst en Ninove hadden samen één proefproject.",
        "Aalst en Ninove voeren samen één experiment uit.",
    ],
)
def test_municipalities_that_share_a_pilot_have_one(text: str, read: Reader) -> None:
    assert _places(read(text)) == [["Aalst", "Ninove"]]


def test_pilots_named_apart_are_one_when_they_turn_out_to_be_shared(read: Reader) -> None:
    content = read(
        "De proeftuinen in Ham en Tessenderlo liepen.", "Ham en Tessenderlo deelden één proeftuin."
    )
    assert _places(content) == [["Ham", "Tessenderlo"]]


def test_a_number_of_towns_is_made_good_by_the_sentences_that_follow(read: Reader) -> None:
    content = read(
        "Het proefproject liep in twee steden. In Mechelen waren er schoolstraten. "
        "In Aalst was er een fietszone. In Gent was er niets."
    )
    assert _places(content) == [["Mechelen"], ["Aalst"]]


def test_the_rows_of_a_list_about_pilots_are_pilots(read: Reader) -> None:
    content = read(
        "De volgende gemeenten nemen deel aan het pilootproject:",
        Passage(text="Gent: 50.000 euro", kind=PassageKind.LIST_ITEM),
        Passage(text="Aalst, samen met Ninove: 20.000 euro", kind=PassageKind.LIST_ITEM),
    )
    assert [places[0] for places in _places(content)] == ["Gent", "Aalst"]


def test_the_rows_of_a_table_about_pilots_are_pilots_with_their_own_facts(read: Reader) -> None:
    table = (
        "Stad     Periode                      Bedrag         Stand van zaken\n"
        "Genk     1 maart 2019 - 31 mei 2020   € 210.000      afgelopen\n"
        "Leuven   september 2020 - juni 2022   185.000 EUR    vroegtijdig stopgezet\n"
    )
    genk, leuven = read(
        "Onderstaande tabel geeft een overzicht van de proefprojecten.",
        Passage(text=table, kind=PassageKind.TABLE),
    ).pilots
    assert (str(genk.period), str(leuven.period)) == ("2019-03-01/2020-05-31", "2020-09/2022-06")
    assert (genk.status, leuven.status) == ("ended", "stopped")


def test_a_list_about_something_else_gives_no_pilots(read: Reader) -> None:
    content = read(
        "Het proefproject in Ronse liep in 2019.",
        "Deze gemeenten krijgen een structurele subsidie:",
        Passage(text="Menen", kind=PassageKind.LIST_ITEM),
    )
    assert _places(content) == [["Ronse"]]


def test_a_question_presupposes_a_pilot_only_with_an_article(read: Reader) -> None:
    asked = ["Wat is de stand van zaken van het proefproject in Gent?"]
    assert _places(read("Het project loopt nog.", asked=asked)) == [["Gent"]]
    asked = ["Komt er een proefproject in Gent?"]
    assert _places(read("Ik onderzoek dat.", asked=asked)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Het experiment liep tot 2020 in de provincie Antwerpen.", ["provincie Antwerpen"]),
        ("In het Meetjesland loopt sinds 2020 een proefproject.", ["Meetjesland"]),
        ("In de provincies Limburg en West-Vlaanderen liep een proefproject.", None),
    ],
)
def test_a_province_or_region_with_a_pilot_is_its_name_and_no_municipality(
    text: str, names: list[str] | None, read: Reader
) -> None:
    pilots = read(text).pilots
    assert {place for pilot in pilots for place in pilot.municipalities} == set()
    assert [pilot.name for pilot in pilots] == (names or ["provincies Limburg", "West-Vlaanderen"])


def test_a_region_is_no_pilot_where_its_municipalities_have_theirs(read: Reader) -> None:
    content = read("In de Vlaamse Rand lopen twee proefprojecten, met name in Halle en Dilbeek.")
    assert _places(content) == [["Halle"], ["Dilbeek"]]


def test_a_pilot_may_have_no_place_at_all_when_its_time_is_told(read: Reader) -> None:
    title = "Daken - Proefproject"
    (pilot,) = read("Het proefproject liep van 2019 tot 2020.", title=title).pilots
    assert (pilot.municipalities, str(pilot.period)) == ((), "2019/2020")
    assert read("Het proefproject kreeg aandacht.", title=title).pilots == ()


def test_the_title_may_be_the_only_one_to_name_the_place(read: Reader) -> None:
    content = read("Het experiment liep tot 2018.", title="Jeugd - Experiment in Kortrijk")
    assert _places(content) == [["Kortrijk"]]


def test_several_pilots_in_one_municipality_have_their_own_facts_and_themes(read: Reader) -> None:
    first, second = read(
        "In Mechelen liepen twee proefprojecten. Het eerste, met huiswerkcoaches, liep in 2020 en "
        "kreeg 45.000 euro. Het tweede was een taalbad, van juli 2021 tot augustus 2021."
    ).pilots
    assert first.municipalities == second.municipalities
    assert (first.name, second.name) == ("huiswerkcoaches", "taalbad")
    assert (str(first.period), str(second.period)) == ("2020/2020", "2021-07/2021-08")
    assert first.budget is not None
    assert second.budget is None


def test_a_number_of_pilots_that_are_not_told_apart_stays_one(read: Reader) -> None:
    assert _places(read("In Mechelen liepen twee proefprojecten tot 2020.")) == [["Mechelen"]]


@pytest.mark.parametrize(
    "text",
    [
        "Op de gronden van de vroegere proeftuin in Roeselare staan huizen.",
        "Van de oude proeftuin zelf in Lier bleef niets over.",
        "De werknemers in Genk hebben een proefperiode.",
    ],
)
def test_a_garden_or_a_time_of_trial_at_work_is_no_pilot(text: str, read: Reader) -> None:
    assert read(text) == Content()


def test_a_plain_trial_is_a_pilot_where_the_question_speaks_of_one(read: Reader) -> None:
    said = "De proef in Gent begon in 2022. Die in Aalst is afgerond."
    assert _places(read(said, asked=["Hoever staan de proeven met statiegeld?"])) == [
        ["Gent"],
        ["Aalst"],
    ]
    assert read(said, asked=["Hoeveel kandidaten legden de proef af?"]) == Content()
    assert read(said, asked=["Hoeveel statiegeld werd er betaald?"]) == Content()


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("Van de tien dossiers werden er twee weerhouden: Bree en Peer.", ["Bree", "Peer"]),
        ("De eerste proefopstelling wordt gebouwd in Zwijndrecht.", ["Zwijndrecht"]),
        ("De lopende projecten (Tienen, Landen) eindigen in 2023.", ["Tienen", "Landen"]),
        ("In Peer, waar het proefproject in 2019 begon, kwam er geen tweede fase.", ["Peer"]),
        ("In Lier konden lezers 's nachts binnen. Het ging om een pilootproject.", ["Lier"]),
        ("In Lier kan dat niet. Het gaat niet om een pilootproject.", []),
        ("Drie scholen nemen deel, in Bree, Halle en Peer.", ["Bree", "Halle", "Peer"]),
        ("Ook in Lier wordt belangstellend naar de proefprojecten gekeken.", []),
        ("Een nieuw proefproject in Lier is dus niet aan de orde.", []),
        ("Veurne doet niet mee aan het proefproject.", []),
        ("Genk en Kortrijk hadden zich aangemeld, maar werden niet geselecteerd.", []),
        ("In Oostende is het project nooit van de grond gekomen.", []),
        ("In Antwerpen gaf de stad zelf al les, buiten de proefprojecten om.", []),
        ("Voor een derde project, in Houthalen-Helchteren, werd de aanvraag ingetrokken.", []),
    ],
)
def test_places_are_those_of_pilots_where_a_frame_says_so(
    said: str, places: list[str], read: Reader
) -> None:
    content = read(said, title="Mobiliteit - Proefprojecten", asked=("Hoe loopt het?",))
    assert [place.name for pilot in content.pilots for place in pilot.municipalities] == places


def test_an_item_that_asks_in_which_towns_the_pilots_are_is_answered_with_places(
    read: Reader,
) -> None:
    content = read(
        "In Limburg werkt Maaseik sinds 2020 met opstapplaatsen.",
        "Alleen in Bree werd niets geplaatst.",
        title="Leerlingenvervoer - Proefprojecten",
        asked=("In welke gemeenten loopt het proefproject?",),
    )
    assert [p.municipalities[0].name for p in content.pilots] == ["Maaseik"]


def test_a_row_that_begins_with_a_province_lists_the_pilots_in_it(read: Reader) -> None:
    rows = [
        Passage(text=text, kind=PassageKind.LIST_ITEM)
        for text in ("Limburg: As en Peer;", "Oost-Vlaanderen: Zele.")
    ]
    content = read("Het gaat om de volgende pilootgemeenten:", *rows, title="Proefprojecten")
    assert [p.municipalities[0].name for p in content.pilots] == ["As", "Peer", "Zele"]


def test_experiments_on_animals_are_no_pilots(read: Reader) -> None:
    content = read(
        "In Diepenbeek werd een experiment in 2021 stopgezet.",
        title="Dierproeven - Controles",
        asked=("Hoe vaak werden de experimenten gecontroleerd?",),
    )
    assert content.pilots == ()


def test_who_takes_part_may_be_asked_without_a_word_for_pilots(read: Reader) -> None:
    content = read(
        "Deinze startte op 1 maart 2020. Ook het vroegere Nevele wordt er bediend. "
        "Pelt en Hamont-Achel delen één loket.",
        context=("Er loopt een proefproject met mobiele loketten.",),
        asked=("Welke gemeenten doen mee?", "Wat zijn de resultaten?"),
    )
    assert _places(content) == [["Deinze"], ["Pelt", "Hamont-Achel"]]


def test_gardens_that_are_no_projects_are_none_throughout(read: Reader) -> None:
    content = read(
        "In de twee proeftuinen werken 41 personen. De proeftuin in Lier blijft open.",
        title="Tuinbouw - Proeftuinen",
        context=("De proeftuinen in Lier en Zele zijn vaste percelen.",),
        asked=("Hoeveel personen werken in de proeftuinen?",),
    )
    assert (content.pilots, content.outcomes) == ((), ())


def test_the_name_of_an_exhibition_is_no_pilot(read: Reader) -> None:
    content = read(
        "Er zijn 112 leerlingen ingeschreven.",
        context=("De tentoonstelling “Het grote experiment” was lang te zien.",),
        asked=("Hoeveel leerlingen zijn er?",),
    )
    assert content == Content()


def test_a_title_names_the_place_of_a_pilot_that_is_told_of(read: Reader) -> None:
    content = read(
        "Dankzij de proef werd opvang gevonden.",
        title="Opvang - Proefproject in Lier",
        context=("Het proefproject liep tijdens het schooljaar 2018-2019.",),
    )
    assert _places(content) == [["Lier"]]


def test_a_row_of_a_table_is_one_pilot_however_many_towns_head_it(read: Reader) -> None:
    table = Passage(
        text=(
            "Gemeenten       Looptijd                   Bedrag\n\n"
            "   Lommel       maart 2020 - juni 2021     10.000 euro\n"
            "   Mol, Balen en Dessel     januari 2020 - juni 2021     20.000 euro"
        ),
        kind=PassageKind.TABLE,
    )
    content = read("Er liepen twee proefprojecten:", table)
    assert _places(content) == [["Lommel"], ["Mol", "Balen", "Dessel"]]


def test_what_is_said_to_be_no_pilot_is_none_and_nothing_of_it_is_told(read: Reader) -> None:
    said = "De cursus in Mechelen is opgenomen in het reguliere aanbod."
    content = read(
        f"Het proefproject in Ronse is afgerond. {said} Het gaat dus niet om een proefproject.",
        asked=("In welke gemeenten liepen proefprojecten?",),
    )
    assert _places(content) == [["Ronse"]]
    assert content.follow_ups == ()


@pytest.mark.parametrize(
    ("said", "places"),
    [
        (
            "Drie proeftuinen, met name Ronse, Peer en de gezamenlijke proeftuin van Bree en As.",
            [["Ronse"], ["Peer"], ["Bree", "As"]],
        ),
        (
            "Het experiment vond plaats in een kerk in Lier en in een kapel in Geel.",
            [["Lier"], ["Geel"]],
        ),
        (
            "Er werd een proefproject opgezet: het atheneum van Lier, en het college in Geel.",
            [["Lier"], ["Geel"]],
        ),
        (
            "Het proefproject in Lier loopt. Geel keek toe, zonder zelf een proefproject te doen.",
            [["Lier"]],
        ),
        (
            "Het proefproject liep in Landen en Linter, die als één gebied optraden.",
            [["Landen", "Linter"]],
        ),
        (
            "De musea van Dendermonde en Halle openden, bij wijze van proefproject, een hoek.",
            [["Dendermonde"], ["Halle"]],
        ),
    ],
)
def test_places_are_taken_together_or_left_out_as_the_sentence_says(
    said: str, places: list[list[str]], read: Reader
) -> None:
    asked = ("Wat is de stand van zaken van de proefprojecten?",)
    assert _places(read(said, title=TITLE, asked=asked)) == places


def test_plans_elsewhere_do_not_make_good_what_was_announced(read: Reader) -> None:
    content = read(
        "In Zonhoven liep een proefproject.",
        title=TITLE,
        context=(
            "Er startten twee proefprojecten.",
            "In Ronse en Avelgem zijn er plannen, maar die zijn nog niet rond.",
        ),
    )
    assert _places(content) == [["Zonhoven"]]


def test_an_answer_that_there_never_was_a_pilot_tells_nothing_of_one(read: Reader) -> None:
    content = read(
        "In Lier is nooit een proefproject opgezet.",
        "Aan de cursus namen 214 werknemers deel.",
        context=("Volgens de krant loopt er een proefproject in Lier.",),
        asked=("Hoeveel werknemers namen deel?",),
    )
    assert (content.pilots, content.outcomes) == ((), ())


def test_both_towns_of_which_the_experiment_is_told_have_it(read: Reader) -> None:
    said = "De studio's bevinden zich in Kortrijk en in Lokeren."
    content = read(
        f"{said} In beide steden ging het experiment in 2018 van start.", asked=("Waar?",)
    )
    assert _places(content) == [["Kortrijk"], ["Lokeren"]]
