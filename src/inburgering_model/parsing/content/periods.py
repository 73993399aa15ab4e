"""When pilots ran: what each sentence says of their beginning and end, and how it agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.partial_date import Order, PartialDate
from inburgering_model.model.period import OPEN, UNKNOWN, Boundary, Period
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.reading import Issue
from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.language.dated import DatedPhrase

__all__ = ["Bound", "bounds_of", "is_over", "period_of", "role_of"]

_ROLES = {
    "starts": ("starts",),
    "ends": ("ends",),
    "stops": ("stops",),
    "prolongs": ("prolongs",),
    "runs": ("runs",),
    "funds": ("funding", "grants"),
}
"""The classes of words that make a date one of a pilot's period, or one of its money."""

_ELEMENTS = tuple((role, f"{{{name}}}") for role, names in _ROLES.items() for name in names)
_REACH = 30
_PARTED = 4
"""How many words further away a word counts that stands behind a comma."""


@frozen(kw_only=True, eq=False)
class Bound:
    """A beginning or an end, and where it is said."""

    is_end: bool
    value: PartialDate | Boundary
    revises: bool
    """Whether it changes what was planned: a prolongation, or a stop."""
    is_own: bool
    """Whether it is said of this pilot, and not of all of them together."""
    evidence: Evidence


def role_of(statement: Statement, phrase: DatedPhrase) -> str | None:
    """What the nearest telling word makes of a dated phrase: *starts*, *ends*, *runs*.

    None when no such word stands near, in its clause: a date alone is no period. Offsets are the
    passage's.
    """
    first, last = statement.words_within(phrase.start, phrase.end)
    nearest = _REACH + 1, ""
    begin, end = statement.clause_of(first, last)
    for index in range(max(first - _REACH, begin), min(last + _REACH, end)):
        if first <= index < last:
            continue
        distance = first - index if index < first else index - last + 1
        if _is_parted(statement, min(index + 1, last), max(index, first)):
            distance += _PARTED
        if distance < nearest[0]:
            role = next((r for r, element in _ELEMENTS if element in statement.atoms[index]), None)
            nearest = nearest if role is None else (distance, role)
    return nearest[1] or None


def _is_parted(statement: Statement, first: int, last: int) -> bool:
    """Whether a comma or *en* parts a word from a date: "gestart op 1 mei, loopt tot …".

    The words between them are a range.
    """
    between = statement.passage.text[statement.places[first - 1][1] : statement.places[last][0]]
    return "," in between or "en" in statement.words[first:last]


def bounds_of(
    statement: Statement, phrase: DatedPhrase, role: str | None, *, is_own: bool
) -> Iterator[Bound]:
    """What a dated phrase says of a pilot's period in its role; a range needs none."""
    value = phrase.value
    if isinstance(value, PartialDate):
        sides = _sides_of_date(value, role)
    elif value is not None:
        sides = tuple(_sides_of_period(value, role))
    else:
        sides = ()
    for is_end, boundary, confidence in sides:
        yield Bound(
            is_end=is_end,
            value=boundary,
            is_own=is_own,
            revises=role in ("prolongs", "stops"),
            evidence=statement.evidence(
                "pilot.period.end" if is_end else "pilot.period.start",
                confidence if statement.voice is Voice.ANSWERED else min(confidence, 0.7),
                of="period",
                start=phrase.start,
                end=phrase.end,
            ),
        )


_Side = tuple[bool, PartialDate | Boundary, float]


def _sides_of_date(value: PartialDate, role: str | None) -> tuple[_Side, ...]:
    if role == "starts":
        return ((False, value, 0.9),)
    if role == "runs":
        return (False, value, 0.7), (True, value, 0.7)
    return ((True, value, 0.9),) if role in ("ends", "stops", "prolongs") else ()


def _sides_of_period(value: Period, role: str | None) -> Iterator[_Side]:
    is_range = isinstance(value.start, PartialDate) and isinstance(value.end, PartialDate)
    if role == "funds" or (role is None and not is_range):
        return
    confidence = 0.9 if role is not None else 0.7
    if value.start is not UNKNOWN and (is_range or role not in ("ends", "stops")):
        yield False, value.start, confidence
    if value.end is not UNKNOWN and not (value.end is OPEN and role == "starts"):
        yield True, value.end, confidence


def period_of(bounds: Sequence[Bound]) -> tuple[Period | None, tuple[Evidence, ...], list[Issue]]:
    """The period that bounds agree on, what it was read from, and an issue for each disagreement.

    Agreeing dates are narrowed to the more precise; of dates that contradict each other the first
    counts, unless the period was prolonged or cut short; an open end gives way to any date. What is
    said of the pilot itself goes before what is said of all.
    """
    evidence: list[Evidence] = []
    issues: list[Issue] = []
    ordered = sorted(bounds, key=lambda bound: not bound.is_own)
    start = _agreed([b for b in ordered if not b.is_end], evidence, issues)
    end = _agreed([b for b in ordered if b.is_end], evidence, issues)
    if not isinstance(start, PartialDate) and not isinstance(end, PartialDate):
        return None, (), issues
    if (
        isinstance(start, PartialDate)
        and isinstance(end, PartialDate)
        and end.compare(start) is Order.BEFORE
    ):
        spans = tuple(span for item in evidence for span in item.spans)
        message = f"a pilot's end {end} is said to lie before its start {start}"
        issues.append(Issue(code="pilot.period-reversed", message=message, spans=spans))
        return None, (), issues
    return Period(start=start, end=end), tuple(evidence), issues


def _agreed(
    bounds: Sequence[Bound], evidence: list[Evidence], issues: list[Issue]
) -> PartialDate | Boundary:
    value: PartialDate | Boundary = UNKNOWN
    kept: Evidence | None = None
    revised = any(bound.revises for bound in bounds)
    for bound in bounds:
        if not isinstance(value, PartialDate) or (bound.revises and value != bound.value):
            replaced = isinstance(bound.value, PartialDate) or value is UNKNOWN
            value, kept = (bound.value, bound.evidence) if replaced else (value, kept)
        elif not isinstance(bound.value, PartialDate):
            continue
        elif _agree(value, bound.value):
            value = _narrower(value, bound.value)
        elif not revised:
            first = kept.spans if kept is not None else ()
            side = "end" if bound.is_end else "start"
            message = f"a pilot's {side} is said to be {value} and {bound.value}"
            issues.append(
                Issue(
                    code="pilot.period-contradiction",
                    message=message,
                    spans=(*first, *bound.evidence.spans),
                )
            )
            continue
        else:
            continue
        evidence.append(bound.evidence)
    return value


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return one.compare(other) in (Order.MAYBE, Order.EQUAL)


def _narrower(one: PartialDate, other: PartialDate) -> PartialDate:
    return other if _width(other) < _width(one) else one


def _width(value: PartialDate) -> int:
    return (value.latest - value.earliest).days


def is_over(period: Period, day: date) -> bool:
    """Whether a period certainly ended before a day."""
    return period.latest is not None and period.latest < day
