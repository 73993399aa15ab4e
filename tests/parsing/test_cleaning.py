"""Cleaned text reads as the author wrote it, and every change to it is listed."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.parsing.text.clean import clean
from tests.accounting import check_any_text
from tests.gold import documents


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("de ge\u00adbruikers", "de gebruikers"),
        ("de ge\u00ad\nbruikers", "de gebruikers"),
        ("50\u00a0euro", "50 euro"),
        ("e\ufb03cie\u0308nt", "efficiënt"),
        ("A N T W O O R D", "ANTWOORD"),
        ("\ufeffTitel", "Titel"),
        ("a\u200bb\x07c", "abc"),
        ("geintegreerde diensten", "geïntegreerde diensten"),
        ("GECOORDINEERD", "GECOÖRDINEERD"),
        ("Wallonié en Belgie", "Wallonië en België"),
        ("het Agll en het AglII", "het AgII en het AgII"),
        ("SCHRlFTELIJKE MlNlSTER en GENT|AALST", "SCHRIFTELIJKE MINISTER en GENT|AALST"),
        ("lnes@lnbo.be, www.lnbo.be en 5 l augurken", "lnes@lnbo.be, www.lnbo.be en 5 l augurken"),
        ("M V    M V", "M V    M V"),
        ("GECOORDlNEERD", "GECOORDINEERD"),
        ("A4l, TL en XlX", "A4l, TL en XlX"),
        ("lNBURGERlNG", "INBURGERING"),
        ("nr. 4l2 van l6 april 20l8 tot 3l mei", "nr. 412 van 16 april 2018 tot 31 mei"),
        ("nr. 9l van 9l melk", "nr. 91 van 9l melk"),
        ("van l september, l,2 miljoen, 5l melk", "van 1 september, 1,2 miljoen, 5l melk"),
        ("l. Hoeveel?\n2. Waar, zie l. Dat", "1. Hoeveel?\n2. Waar, zie l. Dat"),
        ("de lntegratie in Lhasa", "de Integratie in Lhasa"),
        ("H I L D E   D E   B O E", "HILDE DE BOE"),
        ("de cliënten", "de cliënten"),
        ("een studieniveau, servies en Coopman", "een studieniveau, servies en Coopman"),
    ],
)
def test_characters_are_cleaned_by_listed_rules(raw: str, text: str) -> None:
    assert clean(raw).text == text


@given(st.text(alphabet="ab \u00ad\u00a0\n\ufb01e\u0308A\ufeff-"))
def test_every_clean_stretch_finds_its_raw_characters(raw: str) -> None:
    cleaned = clean(raw)
    for position in range(len(cleaned.text)):
        start, end = cleaned.raw_range(position, position + 1)
        assert 0 <= start <= end <= len(raw)
    pieces = list(cleaned.segments(0, len(cleaned.text)))
    assert sum(length for _, _, length in pieces) == len(cleaned.text)
    assert all(one[1] == other[0] for one, other in pairwise(pieces))


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
def test_nothing_of_a_document_is_lost(document: Any) -> None:
    check_any_text(document.read_bytes().decode("utf-8"))


ARTEFACTS = (
    *(
        "\n",
        "\n\n",
        "\f",
        "-\n",
        "\u00ad",
        "\u00a0",
        "\ufeff",
        "fi\u0308",
        "\ufb01",
        "\r\n",
        "   ",
        "\t",
    ),
    *(
        "1. ",
        "2) ",
        "a) ",
        "?",
        "ANTWOORD\n",
        "SCHRIFTELIJKE VRAAG\n",
        "BIJLAGE\n",
        "\x00",
        "\u2028",
    ),
    *(
        "op vraag nr. 3 van 31 februari 2020\n",
        "Agll",
        "geintegreerd",
        "van JAN D'HONDT\n",
        "12",
        "( ",
    ),
)


@given(
    document=st.sampled_from(documents()),
    edits=st.lists(
        st.tuples(st.integers(0, 10_000), st.integers(0, 300), st.sampled_from(ARTEFACTS)),
        max_size=6,
    ),
)
def test_nothing_is_lost_in_damaged_documents(
    document: Any, edits: list[tuple[int, int, str]]
) -> None:
    text = document.read_bytes().decode("utf-8")
    for place, removed, artefact in edits:
        start = place % (len(text) + 1)
        text = text[:start] + artefact + text[start + removed :]
    check_any_text(text)


_LINES = st.tuples(
    st.sampled_from(["cut", "double", "swap"]), st.integers(0, 999), st.integers(0, 9)
)


@given(document=st.sampled_from(documents()), edits=st.lists(_LINES, min_size=1, max_size=6))
def test_nothing_is_lost_when_lines_are_cut_doubled_or_swapped(
    document: Any, edits: list[tuple[str, int, int]]
) -> None:
    lines = document.read_bytes().decode("utf-8").splitlines(keepends=True)
    for edit, place, count in edits:
        start = place % (len(lines) + 1)
        end = start + count
        before, inside, after = lines[:start], lines[start:end], lines[end:]
        changed = {"cut": [], "double": [*inside, *inside], "swap": inside[::-1]}
        lines = [*before, *changed[edit], *after]
    check_any_text("".join(lines))


@given(st.text())
def test_any_text_gives_a_reading_or_a_documented_error(text: str) -> None:
    check_any_text(text)
