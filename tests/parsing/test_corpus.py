"""Whole documents against their careful readings."""

from pathlib import Path

import pytest

import inburgering_model as im
from tests.gold import compare, documents, expected_of

STRUCTURE = (
    *("title", "subject", "author", "asked_on", "addressees", "context", "items", "answers"),
)


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
def test_the_structure_is_read_as_a_careful_reader_does(document: Path) -> None:
    reading = im.parse(document.read_bytes().decode("utf-8"))
    expected = {key: value for key, value in expected_of(document).items() if key in STRUCTURE}
    wrong = [
        f"{found.field}: expected {found.expected!r}, read {found.found!r}"
        for found in compare(reading, expected)
        if not found.agrees
    ]
    assert wrong == []
