"""The single expressions of time in Dutch prose, as a table: what is written, and the EDTF it says.

The named groups of a row's pattern are translated by the vocabularies and fill its template.
:mod:`~inburgering_model.parsing.language.dated` puts expressions together and decides which of
them count.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.parsing.language._date_words import (
    SCHOOL_YEARS,
    Words,
    nearest_day,
    nearest_month,
    school_year,
    shift,
    shifted_month,
    shifted_quarter,
    shifted_school_year,
    shifted_season,
    shifted_term,
    translated,
)
from inburgering_model.parsing.language._kernels import kernels

__all__ = ["DAY", "IMPOSSIBLE", "MONTH", "Expression", "expressions", "valued"]

IMPOSSIBLE: Final = "date.impossible"
_Template = str | Callable[[Words, date], str | None]  # a function counts from a known day


class Expression(NamedTuple):
    """An expression of time: its half-open offsets, what it says, and how it was read."""

    start: int
    end: int
    rule: str
    value: PartialDate | Period | None
    words: Mapping[str, str]

    @property
    def is_bare(self) -> bool:
        """Whether it is a mere number that only its company makes a year."""
        return self.rule == "date.year"


def valued(edtf: str) -> PartialDate | Period:
    """The date or the period of an EDTF text; ValueError when it cannot be."""
    return Period.from_edtf(edtf) if "/" in edtf else PartialDate(edtf)


_S: Final = r"\s{1,3}"
_Y: Final = r"(?:1[89]|20)[0-9][0-9]"
_YEAR: Final = rf"(?P<year>{_Y})(?![0-9]|[.,][0-9])"
# A year in figures or by its distance, with what comes before it: 2018, van het jaar 2018.
_OF_YEAR: Final = (
    rf"\s{{0,3}}(?:van{_S})?(?:het{_S})?(?:(?:kalender)?jaar{_S})?"
    rf"(?:{_YEAR}|(?P<shift>vorige?|verleden|dit|volgende?|komende?){_S}jaar\b)"
)
_RANGE: Final = (
    rf"(?P<year>{_Y})\s?[-–—/]\s?(?:(?P<second>{_Y})|['’]?(?P<short>[0-9][0-9]))"
    r"(?![0-9]|[-/.,][0-9])"
)
_MONTH_WORD: Final = (
    r"(?:jan(?:uari|\.)?|febr?(?:uari|\.)?|maart|mrt\.?|apr(?:il|\.)?|mei|juni?\.?|juli?\.?"
    r"|aug(?:ustus|\.)?|sept?(?:ember|\.)?|o[kc]t(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
MONTH: Final = rf"(?P<month>{_MONTH_WORD})"
DAY: Final = r"(?P<day>(?<![0-9])(?<![0-9][.,/])[0-9]{1,2})(?:\s?(?:ste|de|e)\b)?\.?"
_WEEKDAY: Final = rf"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?{_S}(?:de{_S})?)?"
_LAST: Final = r"(?P<last>jl\b\.?|j\.l\.|jongstleden\b|ll\b\.?|l\.l\.|laatstleden\b)"
_NEXT: Final = r"(?P<next>e\.k\.|a\.s\.|aanstaande?\b|eerstkomende?\b)"
_PART: Final = (
    r"(?P<part>begin|aanvang|medio|midden|half|halfweg|halverwege|einde?|jaareinde|eindejaar"
    rf"|in{_S}de{_S}loop)(?:{_S}van)?"
)
_ORDINAL: Final = r"eerste|tweede|derde|vierde|laatste|[1-4](?:ste|de|e)|i{1,3}|iv"
_QUARTER: Final = r"(?:kwartaal|trimester)"
_TERM: Final = r"(?:legislatuur|zittingsperiode|regeerperiode|regeringsperiode)"
_SCHOOL_YEAR: Final = rf"(?P<kind>{'|'.join(SCHOOL_YEARS)})"
_DISTANCE: Final = (
    r"(?P<distance>vorige?|afgelopen|voorbije?|dit|deze|huidige?|lopende?|volgende?|komende?)"
)
_SEASON: Final = r"(?P<season>lente|voorjaar|zomer|herfst|najaar|winter)"
_ISO_DAY: Final = "{year}-{month}-{day}"
_ISO_MONTH: Final = "{year}-{month}"
_YEARS: Final = "{year}/{second}"
_FIGURES: Final = (
    r"(?<![0-9.,/-])(?P<day>0?[1-9]|[12][0-9]|3[01])\s?{0}\s?(?P<figure>0?[1-9]|1[0-2])\s?{0}\s?"
)


class _Row(NamedTuple):
    """A kind of expression; its pattern begins where a word or a number does."""

    rule: str
    pattern: str
    template: _Template


# Where two rows begin at the same character, the first that fits counts: the longer comes first.
_ROWS: Final = (
    _Row(
        "date.day",
        rf"(?<![0-9-])(?P<year>{_Y})-(?P<figure>[0-9][0-9])-(?P<day>[0-9][0-9])(?![0-9])",
        _ISO_DAY,
    ),
    *(
        _Row("date.day", _FIGURES.format(separator) + _YEAR, _ISO_DAY)
        for separator in ("/", r"\.", "-")
    ),
    _Row("date.day", rf"{_WEEKDAY}{DAY}\s{{0,3}}{MONTH}{_OF_YEAR}(?:{_S}{_LAST})?", _ISO_DAY),
    _Row("date.day", rf"{_WEEKDAY}{DAY}\s{{0,3}}{MONTH}{_OF_YEAR}", _ISO_DAY),
    _Row("date.nearest-day", rf"{_WEEKDAY}{DAY}\s{{0,3}}{MONTH}{_S}{_LAST}", nearest_day),
    _Row("date.nearest-day", rf"{_WEEKDAY}{DAY}\s{{0,3}}{MONTH}{_S}{_NEXT}", nearest_day),
    _Row(
        "date.nearest-day",
        rf"(?:(?P<next>aanstaande|eerstkomende|komende)|afgelopen|voorbije){_S}"
        rf"{_WEEKDAY}{DAY}{_S}{MONTH}(?!\w|{_S}[0-9])",
        nearest_day,
    ),
    _Row(
        "date.month",
        rf"(?<![0-9./-])(?<!nr\.\s)(?<!nr\s)(?P<figure>0[1-9]|1[0-2])/{_YEAR}",
        _ISO_MONTH,
    ),
    _Row("date.part-of-month", rf"{_PART}(?:{_S}de{_S}maand)?{_S}{MONTH}{_OF_YEAR}", _ISO_MONTH),
    _Row(
        "date.part-of-month",
        rf"(?:eerste|tweede|laatste){_S}(?:helft|week|weken|dagen){_S}van{_S}{MONTH}{_OF_YEAR}",
        _ISO_MONTH,
    ),
    _Row("date.month", rf"{MONTH}{_OF_YEAR}", _ISO_MONTH),
    _Row("date.nearest-month", rf"{MONTH}{_S}{_LAST}", nearest_month),
    _Row("date.nearest-month", rf"{MONTH}{_S}{_NEXT}", nearest_month),
    _Row(
        "date.nearest-month",
        rf"(?:(?P<next>aanstaande|komende)|afgelopen|voorbije){_S}{MONTH}(?!\w|\.|{_S}[0-9])",
        nearest_month,
    ),
    _Row("date.{part}-of-year", rf"{_PART}{_OF_YEAR}", "{part}"),
    _Row("date.season", rf"(?P<season>winter)(?:{_S}van)?{_S}{_RANGE}", "{year}-{season}"),
    _Row("date.season", rf"{_SEASON}{_OF_YEAR}", "{year}-{season}"),
    _Row("date.relative-season", rf"{_DISTANCE}{_S}{_SEASON}\b(?!-)", shifted_season),
    _Row("date.quarter", rf"(?P<quarter>{_ORDINAL}){_S}{_QUARTER}{_OF_YEAR}", "{year}-{quarter}"),
    _Row("date.quarter", rf"{_QUARTER}{_S}(?P<quarter>[1-4]){_OF_YEAR}", "{year}-{quarter}"),
    _Row("date.quarter", rf"[qk](?P<quarter>[1-4])[\s/-]?(?:van{_S})?{_YEAR}", "{year}-{quarter}"),
    _Row("date.quarter", rf"(?P<year>{_Y})[\s-]?[qk](?P<quarter>[1-4])\b", "{year}-{quarter}"),
    _Row("date.relative-quarter", rf"{_DISTANCE}{_S}{_QUARTER}\b", shifted_quarter),
    _Row(
        "date.half",
        rf"(?P<half>eerste|tweede|laatste|[12](?:ste|de|e)){_S}(?:(?:jaar)?helft|semester){_OF_YEAR}",
        "{year}-{half}",
    ),
    _Row("date.school-year", rf"{_SCHOOL_YEAR}{_S}{_RANGE}", "{kind}"),
    _Row("date.school-year", rf"{_DISTANCE}{_S}{_SCHOOL_YEAR}\b", shifted_school_year),
    _Row("date.term", rf"{_TERM}{_S}(?:van{_S})?{_RANGE}", _YEARS),
    _Row(
        "date.term",
        rf"{_DISTANCE}{_S}(?:vlaamse{_S}|(?P<local>lokale|gemeentelijke){_S})?{_TERM}\b",
        shifted_term,
    ),
    _Row("date.decade", r"jaren\s['’]?(?P<decade>[3-9])0\b", "19{decade}X"),
    _Row(
        "date.decade",
        r"jaren\s(?P<decade>(?:19|20)[0-9])0\b(?!\s?(?:,|en\b|of\b|tot\b|t[./]|[-–—&]))",
        "{decade}X",
    ),
    _Row("date.relative-year", r"(?P<shift>vorige?|verleden|dit|volgende?)\sjaar\b", "{year}"),
    _Row("date.relative-month", rf"{_DISTANCE}{_S}maand\b", shifted_month),
    _Row("date.years", rf"(?<![\w./,-])(?<!nr\.\s)(?<!nr\s){_RANGE}", _YEARS),
    _Row("date.year", rf"(?<![\w.,/€$+-]){_YEAR}(?![\w%‰°/]|-[0-9])", "{year}"),
)
_COMPILED: Final = tuple((row, re.compile(row.pattern)) for row in _ROWS)
# Any row, where a word or number begins. Without groups, a branch is left at its first character;
# the empty group at its end tells which row it is.
_ANY: Final = re.compile(
    r"(?:(?<!\w)(?=[a-z])|(?=[0-9]))(?:"
    + "|".join(re.sub(r"\((?:\?P<\w+>)?(?!\?)", "(?:", row.pattern) + "()" for row in _ROWS)
    + ")"
)
# Every expression holds a year, or one of these.
_YEAR_KERNEL: Final = re.compile(_Y)
_CENTURIES: Final = ("18", "19", "20")
_KERNELS: Final = (
    *(" jl", " ll", " l.l.", " j.l.", "e.k.", "a.s.", "jongstleden", "laatstleden", "aanstaand"),
    *("eerstkomend", "komende ", "afgelopen ", "voorbije ", "jaren "),
)
# The end of what makes a relative expression of a year or term: vorige Vlaamse, huidige school.
_DISTANT: Final = re.compile(
    r"(?:vorige?|verleden|afgelopen|voorbije?|dit|deze|huidige?|lopende?|volgende?|komende?)\s{1,3}"
    r"(?:vlaamse\s{1,3}|lokale\s{1,3}|gemeentelijke\s{1,3}|school|academie|zittings|regeer"
    r"|regerings)?\Z"
)
_DISTANT_KERNELS: Final = (
    *("jaar", "maand", "legislatuur", "periode", "kwartaal", "trimester"),
    *("voorjaar", "najaar", "lente", "zomer", "herfst", "winter"),
)
_LONGEST_DISTANCE: Final = 32
_BEFORE_KERNEL: Final = 72  # longer than what can stand on either side of it in one expression
_AFTER_KERNEL: Final = 48


def expressions(text: str, anchor: date | None, policy: Mapping[str, str]) -> Iterator[Expression]:
    """Yield the expressions of time in a text of small letters, in order; bare numbers as well."""
    for first, last in _stretches(text):
        for found in _ANY.finditer(text, first, last):
            row, pattern = _COMPILED[(found.lastindex or 1) - 1]
            match = pattern.match(text, found.start(), last)
            if match is not None:
                yield _expression(row, match, anchor, policy)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text that can hold an expression."""
    first, last = 0, -1
    for kernel in _kernels(text):
        if kernel - _BEFORE_KERNEL > last:
            if last >= 0:
                yield first, last
            first = max(kernel - _BEFORE_KERNEL, 0)
        last = kernel + _AFTER_KERNEL
    if last >= 0:
        yield first, last


def _kernels(text: str) -> list[int]:
    # Most sentences hold no year: three looks for fixed strings spare the scan.
    may_hold = any(century in text for century in _CENTURIES)
    years = [match.start() for match in _YEAR_KERNEL.finditer(text)] if may_hold else []
    distant = [
        offset
        for offset in kernels(_DISTANT_KERNELS, text)
        if _DISTANT.search(text, max(offset - _LONGEST_DISTANCE, 0), offset)
    ]
    return sorted([*years, *kernels(_KERNELS, text), *distant])


def _expression(
    row: _Row, match: re.Match[str], anchor: date | None, policy: Mapping[str, str]
) -> Expression:
    words = _translated_words(match.groupdict(), anchor)
    rule = row.rule.format_map(words) if "{" in row.rule else row.rule
    value: PartialDate | Period | None = None
    try:
        edtf = _edtf(row.template, words, anchor, policy)
        value = None if edtf is None else valued(edtf)
    except ValueError:
        rule = IMPOSSIBLE
    return Expression(match.start(), match.end(), rule, value, words)


def _translated_words(groups: Mapping[str, str | None], anchor: date | None) -> Words:
    words = {name: translated(name, word) for name, word in groups.items() if word is not None}
    if "shift" in words and anchor is not None:
        words["year"] = f"{anchor.year + shift(words['shift']):04}"
    if "short" in words:
        words["second"] = words["year"][:2] + words["short"]
    if "figure" in words:
        words["month"] = words["figure"].zfill(2)
    if "day" in words:
        words["day"] = words["day"].zfill(2)
    return words


def _edtf(
    template: _Template, words: Words, anchor: date | None, policy: Mapping[str, str]
) -> str | None:
    if not isinstance(template, str):
        return None if anchor is None else template(words, anchor)
    if "shift" in words and anchor is None:
        return None
    if template == "{part}":
        template = policy[words["part"]]
    elif template == "{kind}":
        return school_year(words)
    return template.format_map(words)
