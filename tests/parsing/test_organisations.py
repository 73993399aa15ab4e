"""Bodies named in Dutch prose, one party for each however it is printed; and what is no body."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.model.people import Party, PartyKind
from inburgering_model.parsing.language.organisations import party_mentions
from inburgering_model.reference.agencies import AgencyRecord, find, records
from tests.growth import grows_in_proportion

AGII = Party(name="Agentschap Integratie en Inburgering", kind=PartyKind.AGENCY, identifier="AgII")


def quotes(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in party_mentions(text)]


def parties(text: str) -> list[Party]:
    return [mention.party for mention in party_mentions(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "Agentschap Integratie en Inburgering",
        "agentschap Integratie en Inburgering",
        "agentschap integratie en inburgering",
        "AGENTSCHAP INTEGRATIE EN INBURGERING",
        "Agentschap Integratie en Inburgering (AgII)",
        "Agentschap Integratie en Inburgering (Agll)",
        "Agentschap Integratie en Inburgering (hierna: AgII)",
        "AgII (Agentschap Integratie en Inburgering)",
        "AgII",
        "Agll",
        "AglI",
        "AgIl",
        "AglII",
    ],
)
def test_an_agency_is_one_party_however_it_is_printed(printed: str) -> None:
    text = f"Het werk van het {printed} loopt."
    assert (quotes(text), parties(text)) == ([printed], [AGII])


@pytest.mark.parametrize("record", records(), ids=lambda record: record.name)
def test_every_spelling_of_the_table_is_read_as_its_record(record: AgencyRecord) -> None:
    expected = Party(name=record.name, kind=record.kind, identifier=record.abbreviation)
    for spelling in record.spellings:
        assert parties(f"Ook {spelling} werkt mee.") == [expected]


def test_the_table_gives_each_spelling_to_one_record_and_grades_it() -> None:
    spellings = [spelling for record in records() for spelling in record.spellings]
    assert len(spellings) == len(set(spellings))
    assert {record.grade for record in records()} <= set("VDSU")
    assert all(record.source for record in records())
    assert find("Niemand") is None


def test_a_record_is_valid_from_its_first_day_to_its_last() -> None:
    record = find("AgII")
    assert record is not None
    assert record.valid_on(date(2019, 12, 20))
    assert not record.valid_on(date(2014, 12, 31))


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("het departement Zaken en Dingen zegt", "departement Zaken en Dingen", None),
        ("het Departement Zaken en Dingen (ZD) zegt", "Departement Zaken en Dingen (ZD)", None),
        ("het Agentschap voor Dit en Dat is", "Agentschap voor Dit en Dat", None),
        ("de Bertenhogeschool werkt", "Bertenhogeschool", "Bertenhogeschool"),
        ("een OCMW van Gent is", "OCMW van Gent", "OCMW Gent"),
        ("de OCMW's zijn", "OCMW's", "OCMW"),
        ("het Steunpunt Zus en Zo is", "Steunpunt Zus en Zo", None),
        ("het Vlaams Expertisecentrum Dit is", "Vlaams Expertisecentrum Dit", None),
        ("de Hogeschool Zus is", "Hogeschool Zus", None),
        ("het CAW Oost-Vlaanderen is", "CAW Oost-Vlaanderen", None),
        ("door vzw De Brug en", "vzw De Brug", "vzw De Brug"),
        ("met Zus en Zo Brug vzw is", "Zo Brug vzw", None),
        ("de Stichting Zus is", "Stichting Zus", None),
        ("het Regionaal Landschap Zus is", "Regionaal Landschap Zus", None),
    ],
)
def test_other_bodies_are_known_by_the_way_they_are_named(
    text: str, quote: str, name: str | None
) -> None:
    expected = name or f"{quote[0].upper()}{quote[1:]}".removesuffix(" (ZD)")
    assert (quotes(text), [party.name for party in parties(text)]) == ([quote], [expected])


def test_local_authorities_in_general_are_one_party() -> None:
    text = "De lokale besturen, elk lokaal bestuur, de gemeentebesturen, steden en gemeenten."
    assert set(parties(text)) == {Party(name="lokale besturen", kind=PartyKind.LOCAL_AUTHORITY)}
    assert len(parties(text)) == 4


@pytest.mark.parametrize(
    "printed",
    ["stad Gent", "stadsbestuur van Gent", "lokaal bestuur Gent", "lokale besturen van Gent"],
)
def test_a_local_authority_is_its_municipality(printed: str) -> None:
    expected = Party(name="Gent", kind=PartyKind.LOCAL_AUTHORITY, identifier="44021")
    assert (quotes(f"de {printed} is"), parties(f"de {printed} is")) == ([printed], [expected])


def test_a_list_of_places_after_a_word_of_authority_is_one_of_authorities() -> None:
    text = "De steden Gent, Brugge en Aalst betalen, in Leuven niet."
    assert [party.name for party in parties(text)] == ["Gent", "Brugge", "Aalst"]


def test_the_day_picks_the_code_of_a_local_authority() -> None:
    [mention] = party_mentions("de stad Lokeren", date(2019, 12, 20))
    assert mention.party.identifier == "46014"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vraagt de minister dat", "minister"),
        ("zegt minister Bart Somers dat", "minister Bart Somers"),
        ("de Vlaamse minister van Zus en Zo zegt", "Vlaamse minister van Zus en Zo"),
        ("de viceminister-president zegt", "minister-president"),
    ],
)
def test_a_minister_is_a_party(text: str, name: str) -> None:
    assert parties(text) == [Party(name=name, kind=PartyKind.MINISTER)]


@pytest.mark.parametrize(
    "text",
    [
        "De lijn is lang en het kind en gezin ook.",
        "Opgroeien in armoede is zwaar.",
        "Een atlas en een logo.",
        "De OCMW-voorzitter en een AgII-consulent.",
        "www.VDAB.be",
        "het ministerie en de ministeriële omzendbrief",
        "een departement, een agentschap en een hogeschool",
        "In Gent loopt een project.",
        "de stad en de gemeente",
        "DE MINISTERS",
    ],
)
def test_common_words_compounds_and_places_are_no_bodies(text: str) -> None:
    assert parties(text) == []


PIECES = st.sampled_from(
    [
        *(
            "Agentschap ",
            "AgII",
            "(",
            ")",
            "Integratie",
            " en ",
            "minister ",
            "van ",
            "Gent",
            "De ",
        ),
        *("stad ", "lokaal ", "bestuur", ", ", "Vlaamse ", "overheid", "-", "'s", "OCMW ", "ſ"),
    ]
)


@given(st.text() | st.lists(PIECES).map("".join))
def test_mentions_are_ordered_apart_and_within_any_text(text: str) -> None:
    mentions = party_mentions(text)
    flat = [offset for mention in mentions for offset in (mention.start, mention.end)]
    assert flat == sorted(flat)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)


@pytest.mark.parametrize(
    "piece",
    [
        "Agentschap ",
        "agentschap A en ",
        "minister ",
        "lokaal bestuur Gent, ",
        "A",
        " ",
        "AgII (",
        "estu",
    ],
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert grows_in_proportion(party_mentions, piece, 400 * len(piece))
