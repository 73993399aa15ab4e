"""Every row of a table has an example, and the example is read as the row says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inburgering_model.model.outcome import Destination
from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.parsing.content.content import Content
from inburgering_model.parsing.content.lexicon import rows
from inburgering_model.parsing.content.regions import region_mentions
from inburgering_model.parsing.content.statements import Voice, statements_of

Reader = Callable[..., Content]

BACKGROUND = "De proefprojecten in Gent en Aalst liepen in 2020."
TITLE = "Mobiliteit - Proefprojecten"
ASKED = ("Wat zijn de resultaten van de proefprojecten?",)


def _rows(name: str) -> list[dict[str, str]]:
    return list(rows(name))


def _named(row: dict[str, str]) -> str:
    return row.get("rule") or row.get("class") or row["cue"]


@pytest.mark.parametrize("row", _rows("word_classes"), ids=_named)
def test_an_example_of_a_class_holds_a_word_of_it(row: dict[str, str]) -> None:
    passage = Passage(text=row["example"])
    (statement,) = statements_of((passage,), Voice.ANSWERED, section=0, first_paragraph=0)
    assert statement.has(row["class"])


@pytest.mark.parametrize("row", _rows("outcome_frames"), ids=_named)
def test_an_example_of_an_outcome_frame_is_read_by_it(row: dict[str, str], read: Reader) -> None:
    outcomes = read(BACKGROUND, row["example"], title=TITLE, asked=ASKED).outcomes
    assert row["rule"] in {outcome.evidence[0].rule for outcome in outcomes}
    if row["value"]:
        assert row["value"] in {outcome.kind for outcome in outcomes}


@pytest.mark.parametrize("row", _rows("outcome_nouns"), ids=_named)
def test_an_example_of_an_outcome_noun_gives_its_kind(row: dict[str, str], read: Reader) -> None:
    outcomes = read(BACKGROUND, row["example"], title=TITLE, asked=ASKED).outcomes
    assert row["value"] in {outcome.kind for outcome in outcomes}


@pytest.mark.parametrize("row", _rows("recommendation_frames"), ids=_named)
def test_an_example_of_a_recommendation_frame_is_read_by_it(
    row: dict[str, str], read: Reader
) -> None:
    recommendations = read(BACKGROUND, row["example"], title=TITLE, asked=ASKED).recommendations
    assert (row["rule"], row["value"]) in {(r.evidence[0].rule, r.kind) for r in recommendations}


@pytest.mark.parametrize("row", _rows("list_frames"), ids=_named)
def test_an_example_of_a_heading_says_what_its_rows_are(row: dict[str, str], read: Reader) -> None:
    item = Passage(text="een vast loket helpt;", kind=PassageKind.LIST_ITEM)
    recommendations = read(BACKGROUND, row["example"], item, title=TITLE, asked=ASKED)
    assert [(r.kind, r.passage.text) for r in recommendations.recommendations] == [
        (row["value"], item.text)
    ]


@pytest.mark.parametrize("row", _rows("follow_up_frames"), ids=_named)
def test_an_example_of_a_follow_up_frame_is_read_by_it(row: dict[str, str], read: Reader) -> None:
    follow_ups = read(BACKGROUND, row["example"], title=TITLE).follow_ups
    assert [f.evidence[0].rule for f in follow_ups] == [row["rule"]]
    if row["value"]:
        assert follow_ups[0].destination == row["value"]
    if row["status"]:
        assert follow_ups[0].status == row["status"]


@pytest.mark.parametrize("row", _rows("destinations"), ids=_named)
def test_an_example_of_a_destination_leads_there(row: dict[str, str], read: Reader) -> None:
    follow_ups = read(BACKGROUND, row["example"], title=TITLE).follow_ups
    assert [f.destination for f in follow_ups] == [Destination(row["value"])]


@pytest.mark.parametrize("row", _rows("conditions"), ids=_named)
def test_an_example_of_a_condition_is_read(row: dict[str, str], read: Reader) -> None:
    follow_ups = read(BACKGROUND, row["example"], title=TITLE).follow_ups
    assert [(f.condition or "").lower().startswith(row["cue"]) for f in follow_ups] == [True]


@pytest.mark.parametrize("row", _rows("status_frames"), ids=_named)
def test_an_example_of_a_status_gives_it(row: dict[str, str], read: Reader) -> None:
    pilots = read(row["example"]).pilots
    assert [pilot.status for pilot in pilots] == [row["value"]]


@pytest.mark.parametrize("row", _rows("partner_frames"), ids=_named)
def test_an_example_of_a_partner_gives_one(row: dict[str, str], read: Reader) -> None:
    pilots = read(BACKGROUND, row["example"], title=TITLE).pilots
    assert all(pilot.partners for pilot in pilots)


@pytest.mark.parametrize("row", _rows("pilot_frames"), ids=_named)
def test_an_example_of_a_pilot_frame_finds_pilots_or_refuses_them(
    row: dict[str, str], read: Reader
) -> None:
    answered = [] if row["asked"] == "yes" and "?" in row["example"] else [row["example"]]
    asked = () if answered else (row["example"],)
    pilots = read(*answered, title=TITLE, asked=asked).pilots
    assert bool(pilots) == (row["value"] != "no")
    if pilots:
        assert row["rule"] in {e.rule for pilot in pilots for e in pilot.evidence}


@pytest.mark.parametrize("row", _rows("regions"), ids=lambda row: row["name"])
def test_an_example_of_a_region_names_it(row: dict[str, str]) -> None:
    (mention,) = region_mentions(row["example"])
    assert mention.name.endswith(row["name"])
