"""The way back: a dossier is written as it is published, spoiled as extraction does, and read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.testing import assert_quotes
from inburgering_model.testing.artefacts import ARTEFACTS, damaged
from inburgering_model.testing.strategies import entities, published_dossiers
from tests.exchange.comparing import assert_same
from tests.gold import documents

if TYPE_CHECKING:
    from pathlib import Path

# A profile with more examples (--hypothesis-profile) makes all of these search longer.
ENOUGH = settings.default.max_examples if settings.default else 100
THOROUGHLY = settings(
    max_examples=2 * ENOUGH,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
BRIEFLY = settings(THOROUGHLY, max_examples=ENOUGH // 4)

widths = st.none() | st.integers(45, 130)
seeds = st.integers(0, 2**32 - 1)
dossiers = published_dossiers()


def read_back(
    dossier: im.Dossier, names: tuple[str, ...], *, width: int | None = 88, seed: int = 0
) -> im.Reading:
    """Write, spoil and read a dossier; what is left must be the same, and accounted for."""
    text = damaged(im.to_published(dossier, width=width), names, seed)
    reading = im.parse(text)
    assert_same(dossier, reading, {loss for name in names for loss in ARTEFACTS[name].loses})
    assert_quotes(reading)
    return reading


@THOROUGHLY
@given(dossiers, widths)
def test_what_is_written_is_read_again(dossier: im.Dossier, width: int | None) -> None:
    reading = read_back(dossier, (), width=width)
    assert reading.unparsed == ()


@BRIEFLY
@given(dossiers)
def test_what_is_written_twice_is_written_the_same(dossier: im.Dossier) -> None:
    text = im.to_published(dossier)
    assert im.to_published(im.parse(text).dossier) == text


@BRIEFLY
@given(dossiers, widths, seeds)
@pytest.mark.parametrize("name", [name for name in ARTEFACTS if name != "squeezed"])
def test_what_an_artefact_spoils_is_read_again(
    name: str, dossier: im.Dossier, width: int | None, seed: int
) -> None:
    read_back(dossier, (name,), width=width, seed=seed)


# Without lines, "om 3. De" looks like a label, and a question without numbers has no edges.
ENDS_WITH_A_FIGURE = re.compile(r"\d\.(?:\s|$)")
numbered_prose = published_dossiers(lists=False).filter(
    lambda dossier: (
        dossier.question.items[0].number is not None
        and not any(
            ENDS_WITH_A_FIGURE.search(passage.text)
            for answer in dossier.answers
            for item in answer.items
            for passage in item.passages
        )
    )
)


# One line that is shorter than this is not known to be squeezed.
LONGEST_LINE = 320


@BRIEFLY
@given(numbered_prose, seeds)
def test_squeezed_text_is_read_by_its_numbers(dossier: im.Dossier, seed: int) -> None:
    assume(len(im.to_published(dossier)) > LONGEST_LINE)
    read_back(dossier, ("squeezed",), seed=seed)


TOGETHER = sorted(set(ARTEFACTS) - {"squeezed"})


@THOROUGHLY
@given(
    dossiers,
    widths,
    st.lists(st.sampled_from(TOGETHER), min_size=2, max_size=3, unique=True).map(tuple),
    seeds,
)
def test_what_artefacts_spoil_together_is_read_again(
    dossier: im.Dossier, width: int | None, names: tuple[str, ...], seed: int
) -> None:
    read_back(dossier, names, width=width, seed=seed)


@THOROUGHLY
@given(dossiers, widths)
def test_pilots_and_what_became_of_them_are_read_again(
    dossier: im.Dossier, width: int | None
) -> None:
    found = im.parse(im.to_published(dossier, width=width)).dossier
    assert _pilots(found) == _pilots(dossier)
    assert _follow_ups(found) == _follow_ups(dossier)


def _pilots(dossier: im.Dossier) -> list[tuple[list[str], im.PilotStatus]]:
    return [([m.name for m in pilot.municipalities], pilot.status) for pilot in dossier.pilots]


def _follow_ups(dossier: im.Dossier) -> list[tuple[im.Destination, im.FollowUpStatus, str]]:
    return [(f.destination, f.status, f.passage.text) for f in dossier.follow_ups]


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [88, None])
def test_a_document_that_was_read_can_be_written_and_read_again(
    document: Path, width: int | None
) -> None:
    dossier = im.parse(document.read_bytes().decode("utf-8")).dossier
    again = im.parse(im.to_published(dossier, width=width))
    assert_same(dossier, again)
    assert_quotes(again)


@BRIEFLY
@example(im.example().dossier)
@given(entities(im.Dossier))
def test_any_dossier_is_written_or_refused(dossier: im.Dossier) -> None:
    try:
        text = im.to_published(dossier)
    except im.DocumentError as refused:
        codes = {problem.code.partition(".")[0] for problem in refused.problems}
    else:
        im.parse(text)
        codes = {"published"}
    assert codes == {"published"}
