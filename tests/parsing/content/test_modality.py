"""What is denied, supposed or only claimed is not told as a fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inburgering_model.model.passage import Passage
from inburgering_model.parsing.content.content import Content
from inburgering_model.parsing.content.modality import (
    REPORTED,
    denials,
    is_denied,
    is_not_yet,
    is_reported,
)
from inburgering_model.parsing.content.statements import Statement, Voice, statements_of

Reader = Callable[..., Content]
TITLE = "Mobiliteit - Proefprojecten rond water"
STARTED = "De proefprojecten in Gent en Aalst startten in 2019."
ASKED = ("Wat leverden de proefprojecten op? Welk gevolg krijgen zij?",)


def _statement(text: str) -> Statement:
    (statement,) = statements_of(
        (Passage(text=text),), Voice.ANSWERED, section=0, first_paragraph=0
    )
    return statement


def _pilots(content: Content) -> set[tuple[str, str]]:
    return {(str(pilot.period), pilot.status.value) for pilot in content.pilots}


@pytest.mark.parametrize(
    ("said", "period", "status"),
    [
        ("De proefprojecten zijn niet afgelopen in 2021.", "2019/", "unknown"),
        ("De proefprojecten liepen niet tot eind 2021.", "2019/", "unknown"),
        ("De proefprojecten lopen niet meer.", "2019/", "unknown"),
        ("Het klopt niet dat de proefprojecten stopgezet zijn.", "2019/", "unknown"),
        ("Als de proefprojecten afgelopen zijn, volgt een evaluatie.", "2019/", "unknown"),
        ("Er volgt een evaluatie, als de proefprojecten afgelopen zijn.", "2019/", "unknown"),
        ("Als er geen middelen zijn, worden de proefprojecten stopgezet.", "2019/", "unknown"),
        ("De proefprojecten eindigden niet in 2020 maar in 2021.", "2019/2021", "ended"),
        ("De proefprojecten liepen niet langer dan tot eind 2021.", "2019/2021-36", "ended"),
        (
            "De proefprojecten zijn afgelopen in 2021 omdat er geen middelen meer waren.",
            "2019/2021",
            "ended",
        ),
        ("Zonder veel ophef eindigden de proefprojecten in 2021.", "2019/2021", "ended"),
        ("De proefprojecten zijn nog niet afgerond.", "2019/..", "running"),
        ("Wanneer de proefprojecten in 2021 eindigden, werd er gemeten.", "2019/2021", "ended"),
        ("Als eerste eindigden de proefprojecten rond water in 2021.", "2019/2021", "ended"),
    ],
)
def test_a_pilot_has_no_end_that_is_denied_or_supposed(
    said: str, period: str, status: str, read: Reader
) -> None:
    assert _pilots(read(STARTED, said, title=TITLE, asked=ASKED)) == {(period, status)}


def test_an_end_that_is_foretold_is_still_to_come(read: Reader) -> None:
    content = read(STARTED, "De proefprojecten zullen in 2025 afgerond zijn.", title=TITLE)
    assert _pilots(content) == {("2019/2025", "running")}


@pytest.mark.parametrize(
    "said",
    [
        "De oppositie beweert dat de proefprojecten stopgezet zijn.",
        "Volgens de oppositie werden de proefprojecten stopgezet.",
        "De proefprojecten werden naar verluidt stopgezet.",
    ],
)
def test_what_others_claim_is_hardly_sure(said: str, read: Reader) -> None:
    for pilot in read(STARTED, said, title=TITLE).pilots:
        assert {e.confidence for e in pilot.evidence if e.of == "status"} <= {REPORTED}


@pytest.mark.parametrize(
    "said",
    [
        "De evaluatie beveelt niet aan om uit te breiden.",
        "De proefprojecten leverden geen nieuwe inzichten op.",
        "De proefprojecten hebben niet tot een betere samenwerking geleid.",
        "Er werd niet geleerd dat bewoners meer begeleiding vragen.",
        "Er werd niet vastgesteld dat de drempel te hoog is.",
    ],
)
def test_what_is_denied_was_neither_produced_nor_learned(said: str, read: Reader) -> None:
    content = read(STARTED, said, title=TITLE, asked=ASKED)
    assert (content.outcomes, content.recommendations) == ((), ())


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Uit de proefprojecten blijkt dat een premie niet volstaat.", "finding"),
        ("Uit de proefprojecten werd niet alleen geleerd dat bewoners tijd missen.", "lesson"),
        ("Uit de proefprojecten werd geleerd dat geen enkele premie volstaat.", "lesson"),
        ("De premie blijkt in de proefprojecten niet te werken.", "finding"),
    ],
)
def test_a_negation_in_what_was_learned_leaves_it_learned(
    said: str, kind: str, read: Reader
) -> None:
    content = read(STARTED, said, title=TITLE, asked=ASKED)
    assert [one.kind for one in content.recommendations] == [kind]


@pytest.mark.parametrize(
    ("said", "status", "condition", "confidence"),
    [
        (
            "De aanbevelingen werden nog niet opgenomen in het reguliere aanbod.",
            "under_study",
            None,
            0.5,
        ),
        ("De aanbevelingen werden niet opgenomen in een handleiding.", "rejected", None, 0.9),
        (
            (
                "Zodra de proefprojecten zijn afgelopen, worden de aanbevelingen opgenomen in een "
                "handleiding."
            ),
            "planned",
            "Zodra de proefprojecten zijn afgelopen",
            0.9,
        ),
        (
            (
                "Mocht het budget het toelaten, dan worden de aanbevelingen opgenomen in een "
                "handleiding."
            ),
            "planned",
            "Mocht het budget het toelaten",
            0.9,
        ),
        (
            "Als er geen bezwaren zijn, worden de aanbevelingen opgenomen in een handleiding.",
            "planned",
            "Als er geen bezwaren zijn",
            0.9,
        ),
        (
            (
                "De aanbevelingen werden niet alleen opgenomen in een handleiding maar ook in het "
                "reguliere aanbod."
            ),
            "done",
            None,
            0.9,
        ),
        (
            "De oppositie beweert dat de aanbevelingen werden opgenomen in een handleiding.",
            "done",
            None,
            REPORTED,
        ),
    ],
)
def test_not_yet_is_no_refusal_and_a_condition_no_fact(
    said: str, status: str, condition: str | None, confidence: float, read: Reader
) -> None:
    (follow_up,) = read(STARTED, said, title=TITLE, asked=ASKED).follow_ups
    assert (follow_up.status, follow_up.condition) == (status, condition)
    assert follow_up.evidence[0].confidence == confidence


def test_a_programme_does_not_end_with_one_of_its_pilots(read: Reader) -> None:
    said = "Gent loopt nog, Aalst is op 31 december 2021 gestopt."
    content = read(STARTED, said, title=TITLE)
    assert [str(pilot.period) for pilot in content.pilots] == ["2019/..", "2019/2021-12-31"]
    assert [str(programme.period) for programme in content.programmes] == ["2019/"]


def test_a_programme_ends_with_all_of_its_pilots(read: Reader) -> None:
    content = read(STARTED, "Gent en Aalst zijn op 31 december 2021 gestopt.", title=TITLE)
    assert [str(programme.period) for programme in content.programmes] == ["2019/2021-12-31"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat is niet gebeurd.", ["niet"]),
        ("Dat is niet alleen gebeurd.", []),
        ("Dat duurt niet langer dan een jaar.", []),
        ("Het project Rij Zonder Stuur eindigde.", []),
        ("Het project eindigde zonder ophef.", []),
        ("Het project eindigde zonder iets op te leveren.", ["zonder"]),
    ],
)
def test_not_every_negation_denies(text: str, words: list[str]) -> None:
    statement = _statement(text)
    found = denials(statement, 0, len(statement.words))
    assert [statement.words[index] for index in found] == words


def test_a_denial_stays_in_its_clause() -> None:
    statement = _statement("De proef liep af, maar de evaluatie is niet klaar.")
    assert not is_denied(statement, 2, 4)
    klaar = statement.words.index("klaar")
    assert is_denied(statement, klaar, klaar + 1)


def test_not_yet_is_known_by_the_word_before() -> None:
    statement = _statement("Dat is nog steeds niet klaar en niet goed.")
    assert [is_not_yet(statement, i) for i in denials(statement, 0, 9)] == [True, False]


def test_a_claim_needs_a_clause_of_its_own() -> None:
    claimed = _statement("Sommigen vrezen dat de proef mislukt.")
    feared = _statement("Wie vreest te stoppen, stopt.")
    assert is_reported(claimed, 5, 6)
    assert not is_reported(feared, 4, 5)
