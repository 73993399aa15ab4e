"""The dates and periods that a statement tells, those that belong together as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.model.partial_date import Order, PartialDate
from inburgering_model.model.period import OPEN, Period
from inburgering_model.parsing.language.dated import DatedPhrase, dated_phrases

if TYPE_CHECKING:
    from datetime import date

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["is_open", "moments"]


def is_open(phrase: DatedPhrase) -> bool:
    """Whether a phrase tells since when: what is so since then still is."""
    return isinstance(phrase.value, Period) and phrase.value.end is OPEN


def moments(statement: Statement, anchor: date | None) -> list[DatedPhrase]:
    """The dated phrases of a statement, at offsets of its passage; "2020 en 2021" is one."""
    text = statement.passage.text
    phrases: list[DatedPhrase] = []
    apart = "respectievelijk" in statement.words
    for found in dated_phrases(statement.text, anchor):
        start, end = found.start + statement.start, found.end + statement.start
        phrase = DatedPhrase(start, end, found.value, found.rule)
        before = phrases[-1] if phrases else None
        if before is not None and text[before.end : phrase.start].strip() in ("en", ","):
            joined = None if apart else _joined(before.value, phrase.value)
            together = statement.has("runs") or text.endswith("jaren ", 0, before.start)
            if joined is None and together and not apart:
                joined = _neighbours(before.value, phrase.value)
            if joined is not None:
                phrases[-1] = evolve(before, end=phrase.end, value=joined)
                continue
        phrases.append(phrase)
    return phrases


def _joined(one: object, other: object) -> Period | None:
    """The period from the beginning of one range to the end of the next one."""
    if not (isinstance(one, Period) and isinstance(other, Period)):
        return None
    start, end = one.start, other.end
    if not (isinstance(start, PartialDate) and isinstance(end, PartialDate)):
        return None
    in_order = isinstance(one.end, PartialDate) and isinstance(other.start, PartialDate)
    if not in_order or end.compare(start) is Order.BEFORE:
        return None
    return Period(start=start, end=end)


def _neighbours(one: object, other: object) -> Period | None:
    """The period of two years or months that follow each other: "in 2020 en 2021"."""
    if not (isinstance(one, PartialDate) and isinstance(other, PartialDate)):
        return None
    first, second = str(one), str(other)
    if not (_YEAR_OR_MONTH.fullmatch(first) and _YEAR_OR_MONTH.fullmatch(second)):
        return None
    if len(first) != len(second) or (other.earliest - one.latest).days != 1:
        return None
    return Period(start=one, end=other)


# A year, or a month of one, in EDTF; 01 to 12, for more is a season or a quarter.
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]))?")
