"""Where what was learned went, how far it came, by whom, and on what condition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]
TITLE = "Mobiliteit - Proefprojecten"
PILOTS = "De proefprojecten in Gent en Aalst zijn afgerond."


@pytest.mark.parametrize(
    ("said", "destination", "status"),
    [
        ("De resultaten werden opgenomen in het reguliere aanbod.", "regular_offer", "done"),
        ("De lessen zijn verwerkt in een handleiding.", "guide", "done"),
        ("De lessen zullen worden verwerkt in een draaiboek.", "guide", "planned"),
        ("De aanbevelingen worden vertaald in een leidraad.", "guide", "ongoing"),
        ("De bevindingen werden niet opgenomen in het decreet.", "legislation", "rejected"),
        ("Ik zal de lessen meenemen in het nieuwe decreet.", "legislation", "planned"),
        (
            "Of de lessen in het decreet worden verankerd, wordt nog onderzocht.",
            "legislation",
            "under_study",
        ),
        ("De aanbevelingen werden meegegeven voor de meerjarenplannen.", "multi_year_plan", "done"),
        ("De middelen voor de pilots zijn ingeschreven in de begroting.", "budget", "done"),
        ("De consulenten krijgen een vorming over de aanpak van de pilots.", "training", "ongoing"),
        ("Het proefproject wordt uitgebreid naar alle gemeenten.", "regular_offer", "ongoing"),
        (
            "Vanaf 2030 wordt het proefproject uitgerold over heel Vlaanderen.",
            "regular_offer",
            "planned",
        ),
        ("Er is geen noodzaak om nieuwe proefprojecten op te starten.", "new_pilots", "rejected"),
        ("Er komt in het najaar een nieuwe oproep.", "new_pilots", "planned"),
        ("Of er een vervolgproject komt, wordt nog onderzocht.", "new_pilots", "under_study"),
        ("Er werden vijf nieuwe proefprojecten goedgekeurd.", "new_pilots", "done"),
        ("De aanbeveling om te verlengen werd niet weerhouden.", "none", "rejected"),
        ("De resultaten werden gedeeld met alle steden.", "other", "done"),
    ],
)
def test_the_noun_gives_the_destination_and_the_verb_the_status(
    said: str, destination: str, status: str, read: Reader
) -> None:
    content = read(PILOTS, said, title=TITLE)
    assert [(f.destination, f.status) for f in content.follow_ups] == [(destination, status)]


@pytest.mark.parametrize(
    "said",
    [
        "De aanbevelingen moeten nog worden opgenomen in het decreet.",
        "De fietspaden zijn ingeschreven in de begroting.",
        "De nieuwe proefprojecten zijn gericht op het platteland.",
        "De opleiding voor chauffeurs start in september.",
        "Werden de lessen opgenomen in het decreet?",
        "De resultaten worden in het najaar verwacht.",
    ],
)
def test_a_wish_a_question_or_something_else_is_no_follow_up(said: str, read: Reader) -> None:
    assert read(PILOTS, said, title=TITLE).follow_ups == ()


@pytest.mark.parametrize(
    ("said", "condition", "status"),
    [
        (
            "Op vraag van de stad worden de lessen opgenomen in de samenwerkingsovereenkomst.",
            "Op vraag van de stad",
            "ongoing",
        ),
        (
            "Als er middelen zijn, wordt het project uitgebreid naar alle gemeenten.",
            "Als er middelen zijn",
            "planned",
        ),
        (
            "De lessen worden opgenomen in het decreet, op voorwaarde dat de Raad instemt.",
            "op voorwaarde dat de Raad instemt",
            "planned",
        ),
        ("De lessen zijn opgenomen in het decreet.", None, "done"),
        ("Het project werd als proef opgenomen in het decreet.", None, "done"),
    ],
)
def test_a_condition_is_kept_as_printed(
    said: str, condition: str | None, status: str, read: Reader
) -> None:
    (follow_up,) = read(PILOTS, said, title=TITLE).follow_ups
    assert (follow_up.condition, follow_up.status) == (condition, status)


def test_a_coordinated_clause_is_the_passage(read: Reader) -> None:
    said = "De opzet was eenmalig en werden de resultaten opgenomen in het reguliere aanbod."
    (follow_up,) = read(PILOTS, f"Vermits het proefprojecten waren: {said}", title=TITLE).follow_ups
    assert follow_up.passage.text == "werden de resultaten opgenomen in het reguliere aanbod."


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("De aanbevelingen werden verwerkt in een handleiding.", "all_recommendations"),
        ("De resultaten en bevindingen werden verwerkt in een handleiding.", "all_results"),
        ("Enkele acties uit de pilots werden verwerkt in een handleiding.", "unstated"),
    ],
)
def test_the_subject_gives_the_scope(said: str, scope: str, read: Reader) -> None:
    (follow_up,) = read(PILOTS, said, title=TITLE).follow_ups
    assert follow_up.scope == scope


def test_a_pronoun_takes_the_scope_of_what_went_before(read: Reader) -> None:
    content = read(
        PILOTS,
        "De aanbevelingen zijn verwerkt in een handleiding. Ik zal ze ook meenemen in het decreet.",
        title=TITLE,
    )
    assert [f.scope for f in content.follow_ups] == ["all_recommendations"] * 2


def test_an_outcome_that_is_named_again_is_listed(read: Reader) -> None:
    content = read(
        f"{PILOTS} Het project leverde een rekenmodel op.",
        "Het rekenmodel is beschikbaar in het reguliere aanbod.",
        title=TITLE,
    )
    assert [f.concerns for f in content.follow_ups] == [(content.outcomes[0].id,)]


def test_instruments_are_what_is_listed_or_quoted(read: Reader) -> None:
    listed = (
        "De resultaten werden opgenomen in het reguliere aanbod, met name het leertraject Samen "
        "Rijden en de webinars voor lokale besturen."
    )
    (follow_up,) = read(PILOTS, listed, title=TITLE).follow_ups
    assert follow_up.instruments == ("leertraject Samen Rijden", "webinars voor lokale besturen")
    quoted = 'De lessen zijn verwerkt in de handleiding "Veilig naar school".'
    (follow_up,) = read(PILOTS, quoted, title=TITLE).follow_ups
    assert follow_up.instruments == ("Veilig naar school",)


@pytest.mark.parametrize(
    ("said", "by"),
    [
        ("Het AgII neemt de lessen op in het reguliere aanbod.", "AgII"),
        ("De lessen werden opgenomen in het reguliere aanbod van het AgII.", "AgII"),
        ("De lessen werden door het AgII verwerkt in een handleiding.", "AgII"),
        ("De lessen werden meegegeven voor de meerjarenplannen van de lokale besturen.", None),
    ],
)
def test_by_whom_is_the_agent_or_the_owner_of_the_offer(
    said: str, by: str | None, read: Reader
) -> None:
    (follow_up,) = read(PILOTS, said, title=TITLE).follow_ups
    assert [party.identifier for party in follow_up.by] == ([by] if by else [])


def test_own_staff_is_that_of_the_body_spoken_of_before(read: Reader) -> None:
    content = read(
        PILOTS,
        "De lessen werden opgenomen in het reguliere aanbod van het AgII. De eigen medewerkers "
        "krijgen een vorming.",
        title=TITLE,
    )
    assert [[party.identifier for party in f.by] for f in content.follow_ups] == [["AgII"]] * 2


def test_follow_ups_come_in_the_order_of_the_text(read: Reader) -> None:
    content = read(
        PILOTS,
        "Er komen geen nieuwe proefprojecten. De lessen zijn verwerkt in een handleiding.",
        title=TITLE,
    )
    assert [(f.id, f.destination) for f in content.follow_ups] == [
        ("f1", "new_pilots"),
        ("f2", "guide"),
    ]


def test_a_date_ahead_of_the_question_makes_a_present_tense_planned(read: Reader) -> None:
    said = "Vanaf september 2022 worden de lessen opgenomen in het reguliere aanbod."
    early = read(PILOTS, said, title=TITLE, asked_on=date(2022, 3, 1)).follow_ups[0]
    late = read(PILOTS, said, title=TITLE, asked_on=date(2023, 3, 1)).follow_ups[0]
    assert (early.status, late.status) == ("planned", "ongoing")


def test_one_more_pilot_in_a_place_is_a_pilot_and_no_follow_up(read: Reader) -> None:
    content = read(
        "In Gent loopt een proefproject. Een tweede proefproject zal in Brugge starten.",
        title="Proefprojecten",
    )
    assert content.follow_ups == ()
    assert [(p.municipalities[0].name, p.status) for p in content.pilots] == [
        ("Gent", "running"),
        ("Brugge", "planned"),
    ]


def test_an_offer_from_a_day_that_lies_ahead_is_planned(read: Reader) -> None:
    content = read(
        "Het proefproject in Gent is afgelopen. Vanaf 1 januari 2024 maakt de begeleiding uit het"
        " proefproject deel uit van het reguliere aanbod.",
        title="Proefprojecten",
    )
    assert [(f.destination, f.status) for f in content.follow_ups] == [("regular_offer", "planned")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # a result where results are asked for
        ("Gent ontwikkelde na het proefproject een checklist.", []),
        # a lesson, not a folder that was spread
        ("Uit het proefproject werd geleerd dat de gids via scholen moet worden verspreid.", []),
        # what is long so
        (
            "De cursus in het proefproject maakt sinds jaar en dag deel uit van het gewone aanbod.",
            [],
        ),
        # auxiliaries of a clause that hangs on it say nothing of time
        ("Er start een nieuw proefproject in Lier, dat gericht is op scholen.", ["planned"]),
    ],
)
def test_what_looks_like_a_follow_up_is_weighed_by_the_clause(
    said: str, expected: list[str], read: Reader
) -> None:
    asked = ("Welke resultaten leverden de proefprojecten op?",)
    content = read(f"{PILOTS} {said}", title=TITLE, asked=asked)
    assert [follow_up.status for follow_up in content.follow_ups] == expected


def test_a_verb_before_geen_goes_on_with_the_subject(read: Reader) -> None:
    said = "De proefprojecten waren eenmalig en krijgen geen vervolg."
    (follow_up,) = read(f"{PILOTS} {said}", title=TITLE).follow_ups
    assert follow_up.passage.text == said


def test_a_frame_finds_the_sort_of_place_that_it_wants(read: Reader) -> None:
    said = "In 2023 krijgen de gidsen van het proefproject een opleiding."
    (follow_up,) = read(f"{PILOTS} {said}", title=TITLE).follow_ups
    assert (follow_up.destination, follow_up.status) == ("training", "planned")
