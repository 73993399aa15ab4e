"""How often the judgements are right, on documents that were judged by hand beforehand.

The documents in ``gold/``, and those of the corpus that have judgements, are invented. Their
judgements were written down before the rules were run on them; those whose names begin with
``tweede-`` when most of the rules were there.
``python -m benchmarks.recall tests/analysis/coverage/gold`` prints the whole account.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import inburgering_model as im
from tests.gold import JUDGED, Judgement, documents, expected_of, judgements

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = [*documents(JUDGED), *(each for each in documents() if "coverage" in expected_of(each))]


@cache
def judged() -> tuple[Judgement, ...]:
    """What a reader said, and what was found."""
    return tuple(
        judgement
        for document in DOCUMENTS
        for judgement in judgements(
            im.parse(document.read_bytes().decode("utf-8")).dossier, expected_of(document)
        )
    )


def right_at(step: float) -> list[bool]:
    """Of the findings that are so sure, whether each is right."""
    return [each.agrees for each in judged() if each.finding and each.finding.confidence == step]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_sub_question_has_one_finding(document: Path) -> None:
    dossier = im.parse(document.read_bytes().decode("utf-8")).dossier
    rows = expected_of(document)["coverage"]
    assert [found.sub_question for found in im.coverage(dossier)] == [
        row["sub_question"] for row in rows
    ]


def test_what_is_found_for_sure_is_right_nineteen_times_in_twenty() -> None:
    sure = right_at(0.9)
    assert len(sure) >= 60
    assert sum(sure) >= 0.95 * len(sure)


def test_a_surer_finding_is_right_at_least_as_often() -> None:
    shares = [sum(right) / len(right) for right in map(right_at, im.CONFIDENCES)]
    assert shares == sorted(shares, reverse=True)


LEAST = {im.CoverageStatus.UNANSWERED: 0.55, im.CoverageStatus.PARTIAL: 0.55}
"""Silence is the hardest to see: a sentence nearby often looks like an answer, or all of it."""


@pytest.mark.parametrize("status", list(im.CoverageStatus))
def test_every_status_is_found_and_is_right(status: im.CoverageStatus) -> None:
    either = [each for each in judged() if status in (each.expected, each.found)]
    right = sum(each.agrees for each in either)
    least = LEAST.get(status, 0.8)
    assert right >= least * sum(each.expected == status for each in either)
    assert right >= least * sum(each.found == status for each in either)
