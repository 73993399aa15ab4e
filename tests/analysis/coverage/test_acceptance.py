"""The careful reading of the published document, sub-question by sub-question.

Its text stays outside the repository: ``INBURGERING_MODEL_ACCEPTANCE`` names the file.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import inburgering_model as im

VARIABLE = "INBURGERING_MODEL_ACCEPTANCE"
STATUSES = {
    "1.1": "answered",
    "1.2": "answered",
    "2.1": "answered",
    "2.2": "partial",
    "3.1": "answered",
    "3.2": "moot",
    "3.3": "moot",
    "4.1": "answered",
    "4.2": "moot",
    "4.3": "moot",
}
TO_REVIEW = {"2.2", "3.3", "4.3"}


@pytest.fixture(scope="module")
def findings() -> tuple[im.CoverageFinding, ...]:
    file = os.environ.get(VARIABLE)
    if not file:
        pytest.skip(f"{VARIABLE} does not name the acceptance document")
    return im.coverage(im.read(Path(file)).dossier)


def test_every_sub_question_is_judged_as_the_careful_reader_does(
    findings: tuple[im.CoverageFinding, ...],
) -> None:
    assert {found.sub_question: found.status.value for found in findings} == STATUSES


def test_what_another_reader_could_judge_otherwise_is_less_sure(
    findings: tuple[im.CoverageFinding, ...],
) -> None:
    doubtful = [f.confidence for f in findings if f.sub_question in TO_REVIEW]
    others = [f.confidence for f in findings if f.sub_question not in TO_REVIEW]
    assert max(doubtful) < min(others)
