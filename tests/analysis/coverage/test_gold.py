"""How often the judgements are right, on documents that were judged by hand beforehand.

The documents in ``gold/`` are invented. Their judgements were written down before the rules were
run on them; those whose names begin with ``tweede-`` when most of the rules were there.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import inburgering_model as im

GOLD = Path(__file__).parent / "gold"
DOCUMENTS = sorted(GOLD.glob("*.txt"))


@cache
def judgements() -> tuple[tuple[str, str, float], ...]:
    """What a reader said, what was found, and how sure the finding is."""
    found: list[tuple[str, str, float]] = []
    for document in DOCUMENTS:
        gold = json.loads(document.with_suffix(".json").read_text("utf-8"))
        found += [
            (gold[each.sub_question], each.status.value, each.confidence)
            for each in im.coverage(im.parse(document.read_text("utf-8")).dossier)
        ]
    return tuple(found)


def report() -> str:
    """Recall and precision by status, and the confusion table."""
    confusion = Counter((said, found) for said, found, _ in judgements())
    lines = []
    for status in map(str, im.CoverageStatus):
        said = sum(count for (gold, _), count in confusion.items() if gold == status)
        found = sum(count for (_, rule), count in confusion.items() if rule == status)
        right = confusion[status, status]
        row = {other: n for (gold, other), n in sorted(confusion.items()) if gold == status}
        lines.append(f"{status}: {right} of {said} found, {right} of {found} right; {row}")
    return "\n".join(lines)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_sub_question_has_one_finding(document: Path) -> None:
    dossier = im.parse(document.read_text("utf-8")).dossier
    gold = json.loads(document.with_suffix(".json").read_text("utf-8"))
    assert [found.sub_question for found in im.coverage(dossier)] == list(gold)


def test_what_is_found_for_sure_is_right_nineteen_times_in_twenty() -> None:
    sure = [said == found for said, found, confidence in judgements() if confidence == 0.9]
    assert len(sure) >= 60
    assert sum(sure) >= 0.95 * len(sure)


def test_a_surer_finding_is_right_at_least_as_often() -> None:
    shares = []
    for step in im.CONFIDENCES:
        right = [said == found for said, found, confidence in judgements() if confidence == step]
        shares.append(sum(right) / len(right))
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("status", list(im.CoverageStatus))
def test_every_status_is_found_and_is_right(status: im.CoverageStatus) -> None:
    said = [(gold, found) for gold, found, _ in judgements() if status in (gold, found)]
    right = sum(gold == found for gold, found in said)
    assert right >= 0.8 * sum(gold == status for gold, _ in said), report()
    assert right >= 0.8 * sum(found == status for _, found in said), report()
