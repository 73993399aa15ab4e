"""Phrases that tell when: dates and periods in Dutch prose, exactly as precise as the words.

What stands in the text decides. A year in figures counts only in the company of a word that makes
it one (*in 2018*, *het jaar 2018*); words that count from the present need an anchor, the day on
which they were written; nothing is ever filled in from today. Offsets are Unicode code points,
half-open. The words that shape the value belong to the phrase (*tot eind 2018*), those that only
go before it do not (*in* 2018).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.parsing.language._date_expressions import (
    DAY,
    IMPOSSIBLE,
    MONTH,
    Expression,
    expressions,
    valued,
)
from inburgering_model.parsing.language._date_words import (
    PARTS_OF_YEAR,
    UNITS,
    YEAR_CUES,
    school_year,
    translated,
)
from inburgering_model.parsing.language.letters import in_small_letters

__all__ = ["PARTS_OF_YEAR", "DatedPhrase", "dated_phrases"]


@frozen(weakref_slot=False)
class DatedPhrase:
    """A phrase of a text that tells a date or a period, and the rule that read it.

    ``value`` is None when the phrase counts from a day that is not known, and when no calendar has
    the day it names (``date.impossible``) or its end comes before its beginning
    (``period.reversed``).
    """

    start: int
    end: int
    value: PartialDate | Period | None
    rule: str


def dated_phrases(
    text: str, anchor: date | None = None, *, policy: Mapping[str, str] = PARTS_OF_YEAR
) -> list[DatedPhrase]:
    """Return the phrases of a text that tell a time: in order, never overlapping, the longest ones.

    ``anchor`` is the day that *vorig jaar* and *13 november jl.* count from; ``policy`` says what
    the parts of a year mean. Time is linear in the text.

    >>> [(str(p.value), p.rule) for p in dated_phrases("Het liep tot eind 2018, en in 2020 weer.")]
    [('/2018-36', 'period.until'), ('2020', 'date.year')]
    """
    small = in_small_letters(text)
    found = list(expressions(small, anchor, policy))
    if not found:
        return []
    named = list(_with_unnamed_years(small, found))
    return list(_phrases(small, list(_with_kinds(small, named))))


_S: Final = r"\s{1,3}"
_FILLERS: Final = (
    r"(?:(?:op|in|het|de|den|dit|die|dat|jaar|jaren|\w{4,12}jaar|maand|maanden|periode|van|tijdens"
    r"|vroege|late)\s{1,3}){0,4}"
)
_UNTIL: Final = rf"(?:tot(?:{_S}(?:en{_S}met|aan))?|t\.?e\.?m\.?|t/m)"
# The word before an expression that says how it counts; the kind of it is the group's name.
_LEAD: Final = re.compile(
    rf"(?<!\w)(?:(?P<since>vanaf|sinds|sedert|met{_S}ingang{_S}van)"
    rf"|(?P<until>{_UNTIL})"
    r"|(?P<between>tussen)"
    r"|(?P<around>rond|omstreeks|circa|ca\.|ongeveer)"
    rf"|(?P<at>{'|'.join(YEAR_CUES)}|\w{{0,12}}jaar|\w{{0,14}}(?:begroting|oproep|periode)))"
    rf"\s{{1,3}}{_FILLERS}\Z",
)
_SHAPING: Final = frozenset({"since", "until", "around"})  # kinds that change what a date says
# The word that opens a period, at the head of what comes before a date.
_OPENER: Final = re.compile(r"\bvan\b")
# What stands between the two ends of a period, and between the members of a list.
_TO: Final = re.compile(rf"\s?(?:(?:en\s)?{_UNTIL}\s{{1,3}}{_FILLERS}|[-–—]\s?)")
_AND: Final = re.compile(rf"\s?(?:,(?:\sen\s)?|en\s|of\s|&|/)\s?{_FILLERS}")
# The present as the end of a period.
_TO_PRESENT: Final = re.compile(
    rf"\s?(?:[-–—]|tot(?:{_S}en{_S}met)?)\s?(?:op{_S})?(?:de{_S}dag{_S}van{_S})?"
    rf"(?:heden|vandaag|nu(?:{_S}toe)?)\b",
)
_JOINT: Final = rf"\s?(?:(?:{_UNTIL}|en|of)\s(?:op\s)?|[-–—,]\s?)\Z"
# A day or month that takes its year, or its month and year, from the expression that follows it.
_UNNAMED: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    "date.day": (
        re.compile(rf"{DAY}\s{{1,3}}{MONTH}{_JOINT}"),
        re.compile(rf"(?:(?<=van\s)|(?<=tussen\s)|(?<=op\s)){DAY}{_JOINT}"),
    ),
    "date.month": (re.compile(rf"\b{MONTH}{_JOINT}"),),
}
# What makes a number after "in" or "tot" a quantity: 2000 inwoners, 2000 tot 2500 euro.
_UNIT: Final = re.compile(
    r"(?:\s?(?:tot|à|en|of|[-–])\s?[0-9.]{1,9})?\s{0,3}"
    rf"(?:[€%]|(?:{'|'.join(map(re.escape, UNITS))})(?!\w))"
)
_WINDOW: Final = 72  # longer than what can stand before an expression and belong to it
_LONGEST_GAP: Final = 48
_FIRST_LIKELY_YEAR: Final = "1990"  # of a period of two bare numbers: 2018 tot 2020


def _with_unnamed_years(text: str, found: Sequence[Expression]) -> Iterator[Expression]:
    """Add the days and months before an expression that share its year: *1 tot 15 maart 2020*."""
    done = 0
    for expression in found:
        heads: list[Expression] = []
        head = expression
        while (earlier := _unnamed(text, done, head, expression)) is not None:
            heads.append(earlier)
            head = earlier
        yield from reversed(heads)
        yield expression
        done = expression.end


def _unnamed(text: str, done: int, head: Expression, named: Expression) -> Expression | None:
    first = max(done, head.start - _LONGEST_GAP)
    for pattern in _UNNAMED.get(named.rule, ()):
        match = pattern.search(text, first, head.start)
        if match is not None:
            printed = {name: word for name, word in match.groupdict().items() if word is not None}
            words = {**named.words, **{name: translated(name, printed[name]) for name in printed}}
            end = max(match.end(name) for name in printed)
            return _dated(named.rule, match.start(), end, words)
    return None


def _dated(rule: str, start: int, end: int, words: Mapping[str, str]) -> Expression:
    """The day or month of these words; no value without a year."""
    parts = [words[name].zfill(2) for name in ("year", "month", "day") if name in words]
    try:
        value = PartialDate("-".join(parts)) if "year" in words else None
    except ValueError:
        rule, value = IMPOSSIBLE, None
    return Expression(start, end, rule, value, words)


def _with_kinds(text: str, found: Sequence[Expression]) -> Iterator[Expression]:
    """Make the later years of *schooljaren 2019-2020 en 2020-2021* school years as well."""
    last: Expression | None = None
    for expression in found:
        current = expression
        if (
            last is not None
            and "kind" in last.words
            and expression.rule == "date.years"
            and (_joined(_AND, text, last, expression) or _joined(_TO, text, last, expression))
        ):
            words = {**expression.words, "kind": last.words["kind"]}
            value = None if expression.value is None else valued(school_year(words))
            current = expression._replace(rule=last.rule, value=value, words=words)
        yield current
        last = current


def _phrases(text: str, found: Sequence[Expression]) -> Iterator[DatedPhrase]:
    done = index = 0
    listed = False  # whether a number would go on with a list that is known to be of years
    while index < len(found):
        expression = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        lead = _LEAD.search(text, max(done, expression.start - _WINDOW), expression.start)
        phrase = _period(text, lead, expression, following)
        if phrase is None and (lead or listed or not _needs_company(text, expression)):
            phrase = _single(text, lead, expression)
        index += 1
        if phrase is not None:
            yield phrase
            done = phrase.end
            index += following is not None and following.start < done
        listed = (
            phrase is not None
            and index < len(found)
            and _joined(_AND, text, found[index - 1], found[index])
        )


def _joined(joint: re.Pattern[str], text: str, first: Expression, second: Expression) -> bool:
    """Whether nothing but such a joint stands between two expressions."""
    return (
        second.start - first.end <= _LONGEST_GAP
        and joint.fullmatch(text, first.end, second.start) is not None
    )


def _needs_company(text: str, expression: Expression) -> bool:
    """Whether it may be something else than a time: 2018, 2018/2019, 2018-19."""
    return expression.is_bare or (
        expression.rule == "date.years"
        and ("short" in expression.words or "/" in text[expression.start : expression.end])
    )


def _is_quantity(text: str, expression: Expression) -> bool:
    """Whether a unit comes after figures that could be a number."""
    return expression.rule in ("date.year", "date.years") and (
        _UNIT.match(text, expression.end) is not None
    )


def _period(
    text: str, lead: re.Match[str] | None, first: Expression, second: Expression | None
) -> DatedPhrase | None:
    """The period from one expression to the next, or to the present."""
    kind = lead.lastgroup if lead is not None else None
    if kind == "until":
        return None
    start = _opening(lead, first.start)
    present = _TO_PRESENT.match(text, first.end)
    if present is not None:
        return _between("period.since", start, present.end(), first, "..")
    joint, rule = (_AND, "period.between") if kind == "between" else (_TO, "period.from-to")
    if (
        second is None
        or not _joined(joint, text, first, second)
        or _is_quantity(text, second)
        or not (lead is not None or _likely(first, second))
    ):
        return None
    return _between(rule, start, second.end, first, second)


def _opening(lead: re.Match[str] | None, otherwise: int) -> int:
    """Where the words that open a period begin: *vanaf*, *tussen*, or the last *van*."""
    if lead is None:
        return otherwise
    if lead.lastgroup in ("since", "between"):
        return lead.start()
    opener = _OPENER.search(lead[0])
    return otherwise if opener is None else lead.start() + opener.start()


def _likely(first: Expression, second: Expression) -> bool:
    """Whether two expressions are the ends of a period when no word before them says so."""
    if not (first.is_bare and second.is_bare):
        return True
    return _FIRST_LIKELY_YEAR <= first.words["year"] < second.words["year"]


def _between(
    rule: str, start: int, end: int, first: Expression | str, second: Expression | str
) -> DatedPhrase:
    """The period between the beginning of one time and the end of the other."""
    sides = [side for side in (first, second) if isinstance(side, Expression)]
    if any(side.rule == IMPOSSIBLE for side in sides):
        return DatedPhrase(start, end, None, IMPOSSIBLE)
    if any(side.value is None for side in sides):
        return DatedPhrase(start, end, None, rule)
    earliest = first if isinstance(first, str) else str(first.value).split("/")[0]
    latest = second if isinstance(second, str) else str(second.value).split("/")[-1]
    try:
        return DatedPhrase(start, end, Period.from_edtf(f"{earliest}/{latest}"), rule)
    except ValueError:
        return DatedPhrase(start, end, None, "period.reversed")


def _single(text: str, lead: re.Match[str] | None, expression: Expression) -> DatedPhrase | None:
    """One expression with the word before it; None when it turns out to be a quantity."""
    if _is_quantity(text, expression) or (
        expression.rule == IMPOSSIBLE and "second" in expression.words
    ):
        return None
    kind = lead.lastgroup if lead is not None else None
    start = lead.start() if lead is not None and kind in _SHAPING else expression.start
    if kind == "since":
        return _between("period.since", start, expression.end, expression, "..")
    if kind == "until":
        return _between("period.until", start, expression.end, "", expression)
    value, rule = expression.value, expression.rule
    if kind == "around" and isinstance(value, PartialDate) and value.edtf[-1].isdigit():
        value, rule = PartialDate(f"{value}~"), "date.around"
    return DatedPhrase(start, expression.end, value, rule)
