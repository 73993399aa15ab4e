"""Municipalities in Dutch prose, and the names that hold theirs without being one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.model.pilot import Municipality
from inburgering_model.parsing.language.places import place_mentions
from inburgering_model.reference.municipalities import names
from tests.growth import grows_in_proportion


def found(text: str, day: date | None = None) -> list[str]:
    return [mention.municipality.name for mention in place_mentions(text, day)]


@pytest.mark.parametrize("name", names())
def test_every_name_of_the_table_is_found_after_a_word_of_place(name: str) -> None:
    text = f"Het project in {name} loopt."
    [mention] = place_mentions(text)
    assert (mention.name, text[mention.start : mention.end]) == (name, name)
    assert mention.municipality.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sint-Pieters-Leeuw telt er drie.", "Sint-Pieters-Leeuw"),
        ("Sint Pieters Leeuw telt er drie.", "Sint-Pieters-Leeuw"),
        ("Sint\u2011Niklaas doet mee.", "Sint-Niklaas"),
        ("St.-Niklaas doet mee.", "Sint-Niklaas"),
        ("In St-Truiden ook.", "Sint-Truiden"),
        ("De Panne doet mee.", "De Panne"),
        ("Ook Heist-op-den-Berg.", "Heist-op-den-Berg"),
        ("Na 2025 heet het Nazareth-De Pinte.", "Nazareth-De Pinte"),
        ("HET PROJECT IN VILVOORDE LOOPT", "Vilvoorde"),
        ("de stad Gent", "Gent"),
        ("Stad Gent", "Gent"),
        ("het Lokaal Bestuur Gent", "Gent"),
        ("het OCMW van Gent", "Gent"),
        ("Werkt Gent mee?", "Gent"),
    ],
)
def test_a_name_is_found_however_it_is_printed(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        # persons
        "Peter Van Halle vroeg het.",
        "DIRK VAN HALLE",
        "mevrouw De Panne",
        "dhr. Lier",
        "minister Van Mechelen",
        "Jan Essen was er.",
        "Brecht Claes kwam.",
        "het voorstel van Sarah Gent",
        # streets, adjectives, compounds
        "de Leuvensesteenweg en de Gentstraat",
        "de Gentse en Antwerpse aanpak",
        "het arrondissement Halle-Vilvoorde",
        "IN-Gent en Gent-Zuid",
        # provinces, schools, clubs
        "de Provincie Antwerpen",
        "de provincies Limburg en Antwerpen",
        "in Antwerpen en Vlaams-Brabant",
        "KU Leuven en UGent",
        "de universiteit van Gent",
        "Club Brugge tegen KV Mechelen",
        "het CAW Antwerpen",
        # addresses
        "www.Gent.be",
        "info@Gent.be",
    ],
)
def test_a_name_inside_another_name_is_no_mention(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Boom groeit sneller.",
        "Dat klopt. Landen doen mee.",
        "Menen zij dat echt?",
        "Mol en das zijn beschermd.",
        "“Schoten” werd gezegd.",
        "de landen, een mol en een boom",
        "DE LANDEN DOEN MEE",
    ],
)
def test_a_common_word_with_the_capital_of_its_sentence_is_no_mention(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Boom groeit het.", ["Boom"]),
        ("Menen, Kortrijk en Ieper doen mee.", ["Menen", "Kortrijk", "Ieper"]),
        ("Mol en Geel doen mee.", ["Mol", "Geel"]),
        ("Deinze, Geel, Halle en Menen.", ["Deinze", "Geel", "Halle", "Menen"]),
        ("de gemeenten Lint en Hove", ["Lint", "Hove"]),
        ("drie steden (Lier, Mol)", ["Lier", "Mol"]),
        ("Halle: 3 projecten", ["Halle"]),
        ("Volgens Essen is dat zo.", ["Essen"]),
    ],
)
def test_a_word_of_place_a_list_or_the_middle_of_a_sentence_makes_it_a_mention(
    text: str, expected: list[str]
) -> None:
    assert found(text) == expected


def test_a_former_name_is_found_and_the_day_picks_the_code() -> None:
    assert found("In Kortessem liep er een.") == ["Kortessem"]
    [before] = place_mentions("In Lokeren.", date(2019, 12, 20))
    [after] = place_mentions("In Lokeren.", date(2025, 6, 1))
    assert before.municipality == Municipality(name="Lokeren", nis="46014")
    assert after.municipality == Municipality(name="Lokeren", nis="46029")


PIECES = st.sampled_from(
    ["Gent", "Halle", "De", "Haan", "Sint-", "Van", "St.", " ", ", ", " en ", "-", ". ", "(", "ı"]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_mentions_are_ordered_apart_and_within_any_text(text: str) -> None:
    mentions = place_mentions(text)
    flat = [offset for mention in mentions for offset in (mention.start, mention.end)]
    assert flat == sorted(flat)
    assert all(text[mention.start : mention.end] == mention.name for mention in mentions)


@pytest.mark.parametrize("piece", ["Gent ", "Mol, ", "Sint-", "De ", "A", "Van Halle ", " ", "St."])
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert grows_in_proportion(place_mentions, piece, 400 * len(piece))


def test_a_municipality_that_merged_in_2019_has_the_code_of_its_day() -> None:
    text = "In Aalter en Nevele liep een project."
    found = place_mentions(text, date(2018, 6, 1)), place_mentions(text, date(2020, 6, 1))
    assert [[m.municipality.nis for m in mentions] for mentions in found] == [
        ["44001", "44049"],
        ["44084", "44049"],
    ]


def test_the_head_of_a_row_is_not_part_of_a_name_in_the_row_above() -> None:
    table = "Gemeente    Bedrag\n   Lommel    61.000 euro\nZele, van 1 mei 2020 tot eind 2021"
    assert [mention.name for mention in place_mentions(table)] == ["Lommel", "Zele"]
