"""Lessons, findings, needs and recommendations, told by the answers about pilots."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]
TITLE = "Mobiliteit - Proefprojecten"
PILOTS = "De proefprojecten in Gent en Aalst zijn afgerond."


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Uit de pilots werd geleerd dat bewoners vroeg betrokken moeten worden.", "lesson"),
        ("Het experiment leert ons dat losse acties weinig uithalen.", "lesson"),
        ("Een belangrijke les is dat scholen tijd nodig hebben.", "lesson"),
        ("Uit de stopzetting trekken we de les dat één partner te weinig is.", "lesson"),
        ("Uit de evaluatie is gebleken dat meer begeleiding nodig is.", "need"),
        ("Er is in de proefsteden nood aan juridische ondersteuning.", "need"),
        ("Verder blijkt er bij de proefprojecten behoefte te zijn aan overleg.", "need"),
        ("In het eindrapport wordt aanbevolen om vroeger te starten.", "recommendation"),
        ("De onderzoekers bevelen aan om elke dag te meten.", "recommendation"),
        ("Het verdient aanbeveling om de pilots langer te laten lopen.", "recommendation"),
        ("Volgens de evaluatie zouden de diensten meer moeten samenwerken.", "recommendation"),
        ("Uit de evaluatie kwam naar voren dat ouderen het aanbod niet kennen.", "finding"),
        ("Uit de proefprojecten bleek dat de drempel te hoog is.", "finding"),
        ("De onderzoekers van de pilots stelden vast dat de regen de sensoren stoort.", "finding"),
    ],
)
def test_the_frame_gives_the_kind(said: str, kind: str, read: Reader) -> None:
    content = read(PILOTS, said, title=TITLE)
    assert [recommendation.kind for recommendation in content.recommendations] == [kind]


@pytest.mark.parametrize(
    "said",
    [
        "De gemeenten moeten hun plan tegen 2024 indienen.",
        "Er is geen nood aan nieuwe regels.",
        "Wat heeft de minister uit de proefprojecten geleerd?",
        "Het is belangrijk dat iedereen de verkeersregels volgt.",
        "De lessen starten in september.",
        "Ik verwijs naar mijn antwoord op vraag 2.",
    ],
)
def test_an_ordinary_sentence_is_no_recommendation(said: str, read: Reader) -> None:
    assert read(PILOTS, said, title=TITLE).recommendations == ()


def test_a_weak_frame_counts_only_after_something_that_was_learned(read: Reader) -> None:
    ought = "Clubs zouden daarom ook vrouwelijke trainers moeten aantrekken."
    assert read(PILOTS, ought, title=TITLE).recommendations == ()
    lesson = "We hebben geleerd dat vrouwen minder worden bereikt."
    kinds = [r.kind for r in read(PILOTS, f"{lesson} {ought}", title=TITLE).recommendations]
    assert kinds == ["lesson", "recommendation"]


def test_a_frame_without_a_pilot_noun_goes_on_about_what_was_said_before(read: Reader) -> None:
    finding = "Daarnaast is duidelijk gebleken dat meer begeleiding nodig is."
    (apart,) = read(PILOTS, finding, title=TITLE).recommendations
    assert apart.evidence[0].confidence == 0.5
    (need,) = read(f"{PILOTS} {finding}", title=TITLE).recommendations
    assert need.evidence[0].confidence == 0.7
    vague = "Daarnaast bleek dat het weer meeviel."
    assert read(PILOTS, vague, title=TITLE).recommendations == ()


def test_a_need_that_led_to_something_is_a_need_and_a_follow_up_of_it(read: Reader) -> None:
    content = read(
        f"{PILOTS} De nood aan een vlottere werking heeft geleid tot een opleiding.",
        title=TITLE,
    )
    (need,), (follow_up,) = content.recommendations, content.follow_ups
    assert (need.kind, need.passage.text) == ("need", "De nood aan een vlottere werking")
    assert (follow_up.destination, follow_up.scope, follow_up.concerns) == (
        "training",
        "listed",
        (need.id,),
    )


def test_who_has_to_act_is_whom_the_advice_is_given(read: Reader) -> None:
    said = "De onderzoekers raden de lokale besturen aan om vroeg te communiceren."
    (recommendation,) = read(PILOTS, said, title=TITLE).recommendations
    assert [party.kind for party in recommendation.addressed_to] == ["local_authority"]


def test_services_where_something_is_needed_have_to_act(read: Reader) -> None:
    said = "Uit de pilots is gebleken dat vorming nodig is bij alle diensten van de gemeente."
    (recommendation,) = read(PILOTS, said, title=TITLE).recommendations
    assert [party.name for party in recommendation.addressed_to] == [
        "alle diensten van de gemeente"
    ]


def test_the_people_it_is_for_are_named_with_their_adjectives_and_origin(read: Reader) -> None:
    said = (
        "Uit de pilots werd geleerd dat anderstalige nieuwkomers en gezinnen uit Brussel "
        "het aanbod niet kennen."
    )
    (recommendation,) = read(PILOTS, said, title=TITLE).recommendations
    assert [party.name for party in recommendation.target_groups] == [
        "anderstalige nieuwkomers",
        "gezinnen uit Brussel",
    ]


def test_rows_with_letters_are_rows(read: Reader) -> None:
    content = read(
        PILOTS, "De lessen zijn:", "a) begin vroeg;", "b) blijf lang.", "Dat was het.", title=TITLE
    )
    assert [r.passage.text for r in content.recommendations] == ["begin vroeg;", "blijf lang."]


def test_rows_below_a_heading_of_something_else_are_no_lessons(read: Reader) -> None:
    content = read(PILOTS, "Dit waren de partners:", "a) de stad;", "b) de school.", title=TITLE)
    assert content.recommendations == ()


def test_a_row_that_tells_where_something_went_is_a_follow_up(read: Reader) -> None:
    content = read(
        PILOTS,
        "De belangrijkste lessen zijn:",
        "a) de bevindingen uit de proefprojecten werden opgenomen in een draaiboek.",
        title=TITLE,
    )
    assert content.recommendations == ()
    assert [follow_up.destination for follow_up in content.follow_ups] == ["guide"]


def test_what_is_counted_in_a_paragraph_is_what_its_heading_names(read: Reader) -> None:
    content = read(
        PILOTS,
        "De onderzoekers noemen drie leerpunten. Ten eerste helpt een vast loket. Ten tweede is er"
        " nood aan tijd. Ten slotte verdient het aanbeveling om vroeg te beginnen.",
        title=TITLE,
    )
    assert [r.kind for r in content.recommendations] == ["lesson", "need", "recommendation"]


def test_counting_without_a_heading_says_nothing(read: Reader) -> None:
    content = read(PILOTS, "Het weer was goed. Ten eerste scheen de zon.", title=TITLE)
    assert content.recommendations == ()


def test_a_clause_that_points_back_calls_the_one_before_it_a_lesson(read: Reader) -> None:
    said = (
        "Zonder begeleider staat de ruimte leeg; dat is de belangrijkste les van het proefproject."
    )
    (lesson,) = read(f"Het proefproject in Gent is afgerond. {said}").recommendations
    assert (lesson.kind, lesson.passage.text) == ("lesson", said)


def test_what_is_not_unimportant_is_no_denial(read: Reader) -> None:
    said = "Een niet onbelangrijke les uit het proefproject is dat ouders tijd missen."
    (lesson,) = read(f"Het proefproject in Gent is afgerond. {said}").recommendations
    assert lesson.kind == "lesson"


@pytest.mark.parametrize(
    "said",
    [
        "Aalst liet in het proefproject zijn belangstelling blijken.",
        "In het proefproject kan ik bevestigen dat Aalst meedeed.",
    ],
)
def test_what_somebody_shows_or_confirms_is_no_finding(said: str, read: Reader) -> None:
    assert read(f"Het proefproject in Gent is afgerond. {said}").recommendations == ()
