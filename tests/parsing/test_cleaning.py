"""Cleaned text reads as the author wrote it, and every change to it is listed."""

from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.parsing.parse import parse
from inburgering_model.parsing.text.clean import clean
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


def passages_in(value: Any) -> list[im.Passage]:
    """Every passage anywhere in an entity."""
    if isinstance(value, im.Passage):
        return [value]
    if isinstance(value, tuple):
        return [passage for element in value for passage in passages_in(element)]
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return [passage for field in fields for passage in passages_in(getattr(value, field.name))]
    return []


def replayed(raw: str, passage: im.Passage, corrections: tuple[im.Correction, ...]) -> str:
    """The raw characters of a passage with the listed corrections applied."""
    parts: list[str] = []
    for span in passage.spans:
        position = span.start
        for correction in corrections:
            if span.covers(correction.span):
                parts += raw[position : correction.span.start], correction.replacement
                position = correction.span.end
        parts.append(raw[position : span.end])
    return "".join(parts)


def check_account(text: str) -> None:
    """Regions partition the raw text, and corrections replay to the text of each passage."""
    try:
        reading = parse(text)
    except im.ParseError:
        return
    raw = reading.dossier.sources[0].text
    assert raw is not None
    spans = [region.span for region in reading.regions]
    assert (spans[0].start, spans[-1].end) == (0, len(raw))
    assert all(one.end == other.start for one, other in pairwise(spans))
    for passage in passages_in(reading.dossier):
        assert replayed(raw, passage, reading.corrections) == passage.text


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
def test_nothing_of_a_document_is_lost(document: Any) -> None:
    check_account(document.read_bytes().decode("utf-8"))


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
    check_account(text)


@given(st.text())
def test_any_text_gives_a_reading_or_a_documented_error(text: str) -> None:
    check_account(text)
