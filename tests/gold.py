"""Compare a reading with what a careful reader wrote down about the same document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import inburgering_model as im

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parent / "corpus"
JUDGED = Path(__file__).parent / "analysis" / "coverage" / "gold"
"""Documents of which only the coverage was judged by hand."""

FACTS = {
    "programmes": "name",
    "pilots": "municipalities",
    "outcomes": "begins",
    "recommendations": "begins",
    "follow_ups": "begins",
}
"""The kinds of fact, and what a fact is recognised by."""


@dataclass(frozen=True)
class Comparison:
    """One value of a careful reading, and what was read."""

    field: str
    expected: object
    found: object

    @property
    def agrees(self) -> bool:
        return self.expected == self.found


@dataclass(frozen=True)
class Judgement:
    """What a careful reader says became of a sub-question, and the finding about it, if any."""

    sub_question: str
    expected: str
    finding: im.CoverageFinding | None

    @property
    def found(self) -> str:
        return "(none)" if self.finding is None else self.finding.status.value

    @property
    def agrees(self) -> bool:
        return self.expected == self.found


class Tally(NamedTuple):
    """How many facts of a kind both readings have, the careful one has, and were read."""

    both: int
    expected: int
    found: int


def documents(folder: Path = CORPUS) -> list[Path]:
    """The texts that have a careful reading beside them."""
    return sorted(
        path.with_suffix("").with_suffix(".txt") for path in folder.glob("*.expected.json")
    )


def expected_of(document: Path) -> dict[str, Any]:
    """The careful reading of a document."""
    loaded: dict[str, Any] = json.loads(document.with_suffix(".expected.json").read_text("utf-8"))
    return loaded


def compare(reading: im.Reading, expected: dict[str, Any]) -> Iterator[Comparison]:
    """Every value that the careful reading lists, beside what was read."""
    found = as_gold(reading)
    for key, value in expected.items():
        if key not in ("about", "traps", "coverage"):
            yield from _compare(key, value, found.get(key))


def judgements(dossier: im.Dossier, expected: dict[str, Any]) -> Iterator[Judgement]:
    """The sub-questions that a careful reader judged, each with the finding about it."""
    findings = {finding.sub_question: finding for finding in im.coverage(dossier)}
    for row in expected.get("coverage", ()):
        if row.get("status") is not None:
            name = row["sub_question"]
            yield Judgement(name, row["status"], findings.get(name))


def tallies(reading: im.Reading, expected: dict[str, Any]) -> dict[str, Tally]:
    """By kind of fact that a careful reading lists, how many of them were read.

    A fact is read when it is recognised, whatever else is said of it: that is compared elsewhere.
    """
    found = as_gold(reading)
    return {
        kind: _tally(expected[kind], found[kind], key)
        for kind, key in FACTS.items()
        if kind in expected
    }


def _tally(expected: list[dict[str, Any]], found: list[dict[str, Any]], key: str) -> Tally:
    left = [_recognised_by(row.get(key)) for row in found]
    begins = key == "begins"
    both = 0
    for row in expected:
        wanted = _recognised_by(row.get(key))
        for read in left:
            if (read[: len(wanted)] if begins else read) == wanted:
                left.remove(read)
                both += 1
                break
    return Tally(both, len(expected), len(found))


def _recognised_by(value: Any) -> str:
    """Text with single spaces; of a list, its elements in the order of the alphabet."""
    listed: list[str] = value if isinstance(value, list) else [value or ""]
    return "\n".join(" ".join(each.split()) for each in sorted(listed))


def _compare(path: str, expected: Any, found: Any) -> Iterator[Comparison]:
    if path.endswith("begins") and isinstance(expected, str) and isinstance(found, str):
        yield Comparison(path, expected, found[: len(expected)])
    elif path.endswith((".number", ".amount")):
        as_text = [None if value is None else str(value) for value in (expected, found)]
        yield Comparison(path, *as_text)
    elif path.endswith((".partners", ".by")) and isinstance(found, list):
        names = [expected] if isinstance(expected, str) else expected
        yield Comparison(path, names, _as_named(names, found))
    elif isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from _compare(f"{path}.{key}", value, found.get(key))
    elif (
        isinstance(expected, list)
        and isinstance(found, list)
        and len(expected) == len(found)
        and all(isinstance(value, dict) for value in expected)
    ):
        for wanted, got in zip(expected, found, strict=True):
            yield from _compare(path, wanted, got)
    else:
        yield Comparison(path, expected, found)


def _as_named(names: list[str], parties: list[im.Party]) -> list[str]:
    """The names of parties; a body may be named by its abbreviation."""
    return [
        party.identifier if party.identifier and party.identifier in names else party.name
        for party in parties
    ]


def as_gold(reading: im.Reading) -> dict[str, Any]:
    """A reading in the form of a careful reading."""
    dossier = reading.dossier
    question = dossier.question
    return {
        "title": question.title,
        "subject": question.subject,
        "author": question.author and question.author.name,
        "asked_on": _iso(question.asked_on),
        "addressees": [
            {"name": addressee.person.name, "number": addressee.number}
            for addressee in question.addressees
        ],
        "context": len(question.context),
        "items": [
            {
                "item": item.key,
                "sub_questions": [
                    {
                        "begins": sub.passage.text,
                        "form": sub.form.value,
                        "cue": sub.condition and sub.condition.cue,
                    }
                    for sub in item.sub_questions
                ],
            }
            for item in question.items
        ],
        "answers": [_answer(answer) for answer in dossier.answers],
        "programmes": [
            {
                "name": programme.name,
                "partners": list(programme.partners),
                "period": programme.period and str(programme.period),
                "one_off": programme.one_off,
            }
            for programme in dossier.programmes
        ],
        "pilots": [
            {
                "municipalities": [place.name for place in pilot.municipalities],
                "period": pilot.period and str(pilot.period),
                "status": pilot.status.value,
                "one_off": pilot.one_off,
                "partners": list(pilot.partners),
                "budget": pilot.budget
                and {"amount": pilot.budget.amount, "currency": pilot.budget.currency},
            }
            for pilot in dossier.pilots
        ],
        "outcomes": [
            {"kind": outcome.kind.value, "begins": outcome.passage.text}
            for outcome in dossier.outcomes
        ],
        "recommendations": [
            {"kind": lesson.kind.value, "begins": lesson.passage.text}
            for lesson in dossier.recommendations
        ],
        "follow_ups": [
            {
                "destination": follow_up.destination.value,
                "status": follow_up.status.value,
                "begins": follow_up.passage.text,
                "by": list(follow_up.by),
                "condition": follow_up.condition,
            }
            for follow_up in dossier.follow_ups
        ],
    }


def _answer(answer: im.Answer) -> dict[str, Any]:
    reply, respondent = answer.replies_to, answer.respondent
    refers_to = answer.refers_to if isinstance(answer, im.ReferringAnswer) else None
    on_behalf_of = answer.on_behalf_of if isinstance(answer, im.CoordinatedAnswer) else ()
    return {
        "kind": answer.kind,
        "stage": answer.stage.value,
        "respondent": respondent and respondent.person.name,
        "offices": [office.title for office in respondent.offices] if respondent else [],
        "on_behalf_of": [addressee.person.name for addressee in on_behalf_of],
        "number": reply and reply.number,
        "date": reply and _iso(reply.date),
        "author": reply and reply.author and reply.author.name,
        "answered_on": _iso(answer.answered_on),
        "refers_to": refers_to
        and {
            "minister": refers_to.minister and refers_to.minister.name,
            "number": refers_to.number,
            "date": _iso(refers_to.date),
        },
        "opening": len(answer.opening),
        "annexes": len(answer.annexes),
        "items": [
            {
                "label": item.label,
                "answers": [str(reference) for reference in item.answers],
                "begins": item.passages[0].text if item.passages else "",
                "paragraphs": len(item.passages),
                "cross_references": [str(cross.target) for cross in item.cross_references],
            }
            for item in answer.items
        ],
    }


def _iso(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())
