"""What single sentences of everyday answers tell, in a table: many tell nothing.

Each row of ``data/sentences.csv`` is one sentence (or two) in a setting that says what the
question is about; the other columns hold everything that it tells. A sentence with empty columns
tells nothing, however much it looks like its neighbours.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from inburgering_model.parsing.content.content import Content

if TYPE_CHECKING:
    from inburgering_model.model.pilot import Pilot

Reader = Callable[..., Content]


class Setting(NamedTuple):
    """What a sentence stands in: a title, a question, and a paragraph before it."""

    title: str | None = None
    asked: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


SETTINGS = {
    "alone": Setting(),
    "water": Setting(
        "Water - Proeftuinen rond infiltratie",
        ("Wat leverden de proeftuinen op? Welk gevolg krijgen zij?",),
        ("De proeftuinen in Gent en Aalst zijn afgerond.",),
    ),
    "bus": Setting(
        "Openbaar vervoer - Experiment met de belbus",
        ("Wat leverde het experiment op? Welk gevolg krijgt het?",),
        ("Het experiment in Ronse liep in 2020.",),
    ),
    "programme": Setting(
        "Ouderen - Programma Buren voor Buren",
        ("Wat leverde het programma op? Welk gevolg krijgt het?",),
        ("Het programma Buren voor Buren liep van 2019 tot 2021.",),
    ),
    "ordinary": Setting(
        "Wachtlijsten - Stand van zaken",
        ("Wat is de stand van zaken? Welke resultaten en lessen zijn er?",),
        ("De wachtlijst telt 300 namen.",),
    ),
}


def _rows() -> list[dict[str, str]]:
    path = Path(__file__).parent / "data" / "sentences.csv"
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _places(pilot: Pilot) -> str:
    return "+".join(place.name for place in pilot.municipalities) or "-"


def _as_told(pilot: Pilot, wanted: str) -> str:
    """A pilot in the words of the table, with as much detail as the table gives."""
    details = [
        str(pilot.period) if "/" in word else pilot.status.value for word in wanted.split()[1:]
    ]
    return " ".join([_places(pilot), *details])


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["said"])
def test_a_sentence_tells_what_its_row_says_and_nothing_else(
    row: dict[str, str], read: Reader
) -> None:
    title, asked, before = SETTINGS[row["context"]]
    known = len(read(*before, title=title, asked=asked).pilots)
    content = read(*before, row["said"], title=title, asked=asked)
    wanted = row["pilots"].split("; ") if row["pilots"] else []
    pilots = content.pilots[known:]
    assert [_places(pilot) for pilot in pilots] == [words.split()[0] for words in wanted]
    assert [_as_told(*pair) for pair in zip(pilots, wanted, strict=True)] == wanted
    assert "; ".join(outcome.kind for outcome in content.outcomes) == row["outcomes"]
    assert "; ".join(one.kind for one in content.recommendations) == row["recommendations"]
    follow_ups = [f"{one.destination} {one.status}" for one in content.follow_ups]
    assert "; ".join(follow_ups) == row["follow_ups"]
    if row["context"] == "ordinary":
        assert content == Content()
