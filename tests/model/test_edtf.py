"""What an EDTF expression means, as a specification.

The tables hold the examples of the Library of Congress specification
(https://www.loc.gov/standards/datetime/), level by level: those that are supported with the days
they can mean, the others with the word by which they are refused.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from time import struct_time
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from inburgering_model.errors import FieldValueError
from inburgering_model.model._edtf import bounds, qualifiers, split_interval
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period

# ------------------------------------------------------------------ the specification's examples

LEVEL_0_DATES = {
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "1985": ("1985-01-01", "1985-12-31"),
}
LEVEL_0_INTERVALS = {
    "1964/2008": ("1964", "2008"),
    "2004-06/2006-08": ("2004-06", "2006-08"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2005-02"),
    "2004-02-01/2005": ("2004-02-01", "2005"),
    "2005/2006-02": ("2005", "2006-02"),
}
LEVEL_0_REFUSED = {
    "1985-04-12T23:20:30": "times",
    "1985-04-12T23:20:30Z": "times",
    "1985-04-12T23:20:30-04": "times",
    "1985-04-12T23:20:30+04:30": "times",
}

LEVEL_1_DATES = {
    "2001-21": ("2001-03-01", "2001-05-31"),
    "2001-22": ("2001-06-01", "2001-08-31"),
    "2001-23": ("2001-09-01", "2001-11-30"),
    "2001-24": ("2001-12-01", "2002-02-28"),
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06~": ("2004-06-01", "2004-06-30"),
    "2004-06-11%": ("2004-06-11", "2004-06-11"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
}
LEVEL_1_INTERVALS = {
    "1985-04-12/..": ("1985-04-12", ".."),
    "1985-04/..": ("1985-04", ".."),
    "1985/..": ("1985", ".."),
    "../1985-04-12": ("..", "1985-04-12"),
    "../1985-04": ("..", "1985-04"),
    "../1985": ("..", "1985"),
    "1985-04-12/": ("1985-04-12", ""),
    "1985-04/": ("1985-04", ""),
    "1985/": ("1985", ""),
    "/1985-04-12": ("", "1985-04-12"),
    "/1985-04": ("", "1985-04"),
    "/1985": ("", "1985"),
    "1984~/2004-06": ("1984~", "2004-06"),
    "1984/2004-06~": ("1984", "2004-06~"),
    "1984?/2004%": ("1984?", "2004%"),
}
LEVEL_1_REFUSED = {
    "Y170000002": "Y-prefixed years",
    "Y-170000002": "Y-prefixed years",
    "-1985": "negative years",
}

LEVEL_2_DATES = {
    "2001-33": ("2001-01-01", "2001-03-31"),
    "2001-34": ("2001-04-01", "2001-06-30"),
    "2001-35": ("2001-07-01", "2001-09-30"),
    "2001-36": ("2001-10-01", "2001-12-31"),
    "2001-40": ("2001-01-01", "2001-06-30"),
    "2001-41": ("2001-07-01", "2001-12-31"),
    "2004-06~-11": ("2004-06-11", "2004-06-11"),
    "2004?-06-11": ("2004-06-11", "2004-06-11"),
    "?2004-06-~11": ("2004-06-11", "2004-06-11"),
    "2004-%06-11": ("2004-06-11", "2004-06-11"),
    "156X-12-25": ("1560-12-25", "1569-12-25"),
    "15XX-12-25": ("1500-12-25", "1599-12-25"),
    "XXXX-12-XX": ("0001-12-01", "9999-12-31"),
    "1XXX-XX": ("1000-01-01", "1999-12-31"),
    "1XXX-12": ("1000-12-01", "1999-12-31"),
    "1984-1X": ("1984-10-01", "1984-12-31"),
    "[1670..1672]": ("1670-01-01", "1672-12-31"),
}
LEVEL_2_INTERVALS = {
    "2004-06-~01/2004-06-~20": ("2004-06-~01", "2004-06-~20"),
    "2004-06-XX/2004-07-03": ("2004-06-XX", "2004-07-03"),
}
LEVEL_2_REFUSED = {
    "Y-17E7": "exponential years",
    "1950S2": "significant digits",
    "Y171010000S3": "significant digits",
    "Y3388E2S3": "significant digits",
    "2001-25": "seasons by hemisphere",
    "2001-32": "seasons by hemisphere",
    "2001-37": "trimesters",
    "2001-39": "trimesters",
    "[1667,1668,1670..1672]": "one-of lists",
    "[1667,1760-12]": "one-of lists",
    "[1760-01,1760-02,1760-12..]": "one-of lists",
    "[..1760-12-03]": "open one-of ranges",
    "[1760-12..]": "open one-of ranges",
    "[..1984]": "open one-of ranges",
    "{1667,1668,1670..1672}": "all-of sets",
    "{1960,1961-12}": "all-of sets",
    "{..1984}": "all-of sets",
}

OTHER_DATES = {
    # phrases as they occur in Dutch prose: medio, eind, voorjaar, winter, tweede helft 2018
    "[2018-05..2018-08]": ("2018-05-01", "2018-08-31"),
    "2018-36~": ("2018-10-01", "2018-12-31"),
    "2018-21": ("2018-03-01", "2018-05-31"),
    "2018-24": ("2018-12-01", "2019-02-28"),
    "2019-24": ("2019-12-01", "2020-02-29"),
    "2018-41": ("2018-07-01", "2018-12-31"),
    # the calendar
    "2019-02": ("2019-02-01", "2019-02-28"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "1900-02-28": ("1900-02-28", "1900-02-28"),
    "2000-02-29": ("2000-02-29", "2000-02-29"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999": ("9999-01-01", "9999-12-31"),
    "9998-24": ("9998-12-01", "9999-02-28"),
    "9999-24": ("9999-12-01", "9999-12-31"),
    # X stands only for digits that give a day of the calendar
    "19XX-02-29": ("1904-02-29", "1996-02-29"),
    "XXXX-02-29": ("0004-02-29", "9996-02-29"),
    "2019-02-2X": ("2019-02-20", "2019-02-28"),
    "2019-XX-31": ("2019-01-31", "2019-12-31"),
    "2019-X2-31": ("2019-12-31", "2019-12-31"),
    "2019-04-3X": ("2019-04-30", "2019-04-30"),
    "2019-0X": ("2019-01-01", "2019-09-30"),
    "2019-XX-XX~": ("2019-01-01", "2019-12-31"),
    "000X": ("0001-01-01", "0009-12-31"),
    "XXXX": ("0001-01-01", "9999-12-31"),
    # one-of ranges of unequal precision, in order on both sides
    "[2018..2018-12]": ("2018-01-01", "2018-12-31"),
    "[2018-11-30..2019]": ("2018-11-30", "2019-12-31"),
    "[2018..2018]": ("2018-01-01", "2018-12-31"),
    # more than one qualifier, each at its own component
    "2004~-06?": ("2004-06-01", "2004-06-30"),
    "2004~-~06": ("2004-06-01", "2004-06-30"),
    "%2018-21": ("2018-03-01", "2018-05-31"),
}

OTHER_INTERVALS = {
    "2016/..": ("2016", ".."),
    "/2018-36": ("", "2018-36"),
    "2021-09-01/2022-08-31": ("2021-09-01", "2022-08-31"),
    "[2018-05..2018-08]/2019-33": ("[2018-05..2018-08]", "2019-33"),
    "[2018-05-01..2018-08-31]/[2019-05-01..2019-08-31]": (
        "[2018-05-01..2018-08-31]",
        "[2019-05-01..2019-08-31]",
    ),
    "../..": ("..", ".."),
    "../": ("..", ""),
    "/..": ("", ".."),
    "2018-24/2018-12": ("2018-24", "2018-12"),
    "2019-12/2019": ("2019-12", "2019"),
    "2019/2019-01-01": ("2019", "2019-01-01"),
}

OTHER_REFUSED = {
    "": "empty",
    " 2019": "white space",
    "2019 ": "white space",
    "2019\n": "white space",
    "2019-12-20\n": "white space",
    "[2018..2019]\n": "white space",
    "2019\N{NO-BREAK SPACE}": "white space",
    "\u0662\u0660\u0661\u0669": "ASCII",  # Arabic-Indic digits
    "\uff12\uff10\uff11\uff19": "ASCII",  # full-width digits
    "2019\N{EN DASH}12": "ASCII",
    "2019\ud800": "ASCII",
    "0000": "year 0000",
    "0000-01-01": "year 0000",
    "[0000..0001]": "year 0000",
    "2019-00": "no such month",
    "2019-13": "no such month",
    "2019-20": "no such month",
    "2019-42": "no such month",
    "2019-99": "no such month",
    "2019-2X": "no such month",
    "2019-12-00": "no day 00",
    "2019-12-32": "no day 32",
    "2019-06-31": "no day 31",
    "2019-XX-32": "no day 32",
    "2019-02-3X": "no day 3X",
    "XXXX-02-3X": "no day 3X",
    "2019-02-29": "29 February",
    "1900-02-29": "29 February",
    "XXX1-02-29": "29 February",
    "[2019-02-29..2020]": "29 February",
    "2001-21-04": "has no day",
    "2001-21-XX": "has no day",
    "201X-21": "whole year",
    "2019-25-01": "seasons by hemisphere",
    "2019-2": "YYYY-MM",
    "2019-02-3": "YYYY-MM-DD",
    "2019-": "YYYY",
    "2019-12-20-01": "YYYY",
    "12019": "YYYY",
    "20/12/2019": "interval",
    "2018/2019": "interval",
    "2018/..": "interval",
    "..": "not a date",
    "2018..2019": "one-of range",
    "[2018]": "two plain dates",
    "[2018..2019": "two plain dates",
    "[2018~..2019]": "two plain dates",
    "[201X..2019]": "two plain dates",
    "[2018-21..2018-22]": "two plain dates",
    "[[2018..2019]..2020]": "two plain dates",
    "[2018..2019]~": "two plain dates",
    "[2018-08..2018-05]": "in order",
    "[2018..2018-05]": "in order",
    "[2018-05..2018]": "in order",
    "2019-12-20T10": "times",
    "10:30": "times",
    "20191220": "basic format",
    "201912": "basic format",
    "2019-354": "ordinal dates",
    "2019-W51": "week dates",
    "2019-W51-5": "week dates",
    "201": "decade",
    "20": "century",
    "201x": "capital X",
    "201u": "capital X",
    "2019-xx": "capital X",
    "2004??": "qualifier",
    "2004?~": "qualifier",
    "?2004?": "qualifier",
    "20~04": "qualifier",
    "~": "qualifier",
    "2004-~": "qualifier",
    "open": "not an EDTF date",
    "unknown": "not an EDTF date",
    "augustus 2018": "white space",
    "P1Y": "not an EDTF date",
    "2001-21^north": "not an EDTF date",
    "9" * 65: "too long",
    "X" * 1_000_000: "too long",
}

INTERVALS_REFUSED = {
    "": "exactly one slash",
    "2019": "exactly one slash",
    "2018/2019/2020": "exactly one slash",
    "//": "exactly one slash",
    "/": "neither end is known",
    "2020/2019": "reversed",
    "2020-01-01/2019-12-31": "reversed",
    "2019-24/2019-11": "reversed",
    "[2018-05..2018-08]/2018-04": "reversed",
    "2019-02-29/..": "29 February",
    "../2019-13": "no such month",
    "2018/ 2019": "white space",
    "2018/2019\n": "white space",
    ".../2019": "not a date",
    "2018/P1Y": "not an EDTF date",
    "2018-01-01T10:00/2019": "times",
    "2018/" + "9" * 64: "too long",
}

DATES = LEVEL_0_DATES | LEVEL_1_DATES | LEVEL_2_DATES | OTHER_DATES
DATES_REFUSED = LEVEL_0_REFUSED | LEVEL_1_REFUSED | LEVEL_2_REFUSED | OTHER_REFUSED
INTERVALS = LEVEL_0_INTERVALS | LEVEL_1_INTERVALS | LEVEL_2_INTERVALS | OTHER_INTERVALS


def short_id(value: object) -> str:
    return ascii(value)[:40]


def printed_bounds(text: str) -> tuple[str, str]:
    earliest, latest = bounds(text)
    return earliest.isoformat(), latest.isoformat()


@pytest.mark.parametrize(("text", "days"), DATES.items(), ids=short_id)
def test_a_date_has_the_bounds_of_the_specification(text: str, days: tuple[str, str]) -> None:
    assert printed_bounds(text) == days


@pytest.mark.parametrize(("text", "word"), DATES_REFUSED.items(), ids=short_id)
def test_anything_else_is_refused_by_name(text: str, word: str) -> None:
    with pytest.raises(ValueError, match=re.escape(word)):
        bounds(text)


@pytest.mark.parametrize(("text", "sides"), INTERVALS.items(), ids=short_id)
def test_an_interval_has_two_sides(text: str, sides: tuple[str, str]) -> None:
    assert split_interval(text) == sides
    assert str(Period.from_edtf(text)) == text


@pytest.mark.parametrize(("text", "word"), INTERVALS_REFUSED.items(), ids=short_id)
def test_a_wrong_interval_is_refused_by_name(text: str, word: str) -> None:
    with pytest.raises(FieldValueError, match=re.escape(word)) as caught:
        Period.from_edtf(text)
    assert caught.value.entity == "Period"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("2019", "start"),
        ("2019-13/..", "start"),
        ("../2019-13", "end"),
        ("2020/2019", "end"),
        ("/", "end"),
    ],
)
def test_the_refusal_of_an_interval_names_the_side(text: str, side: str) -> None:
    with pytest.raises(FieldValueError) as caught:
        Period.from_edtf(text)
    assert caught.value.field == side


def test_a_reversed_interval_is_refused_as_its_two_dates_are() -> None:
    with pytest.raises(FieldValueError) as written:
        Period.from_edtf("2020/2019")
    with pytest.raises(FieldValueError) as made:
        Period(start=PartialDate("2020"), end=PartialDate("2019"))
    assert str(written.value) == str(made.value)


@pytest.mark.parametrize("month", [0, *range(13, 21), *range(42, 100)])
def test_a_number_that_is_no_month_and_no_part_of_a_year_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="no such month"):
        bounds(f"2019-{month:02}")


@pytest.mark.parametrize("read", [bounds, split_interval, qualifiers])
@pytest.mark.parametrize(
    "value", [None, 2019, 2019.0, True, b"2019", date(2019, 1, 1), ["2019"], ("2019", "2020")]
)
def test_what_is_not_text_is_a_type_error(read: Callable[[Any], object], value: object) -> None:
    with pytest.raises(TypeError):
        read(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004-06-11", ""),
        ("1984?", "?"),
        ("2004-06~", "~"),
        ("2004-06-11%", "%"),
        ("?2004-06-~11", "?~"),
        ("~2004-~06-~11", "~"),
        ("%2004-06?-~11", "%?~"),
        ("201X~", "~"),
        ("[2018-05..2018-08]", ""),
    ],
)
def test_the_qualifiers_of_all_components_are_told(text: str, expected: str) -> None:
    assert qualifiers(text) == frozenset(expected)


@pytest.mark.parametrize("text", ["why?", "2019-02-29?", "2018~/2019", "2004??", ""])
def test_a_text_that_is_no_date_has_no_qualifiers_to_tell(text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        qualifiers(text)


# ------------------------------------------------------------------------------- the properties

DAYS = st.dates()
YEARS = st.integers(min_value=1, max_value=9998)
QUALIFIERS = st.sampled_from(["~", "?", "%"])
PARTS_OF_YEAR = st.sampled_from(["21", "22", "23", "24", "33", "34", "35", "36", "40", "41"])
EDTF_LIKE = st.text(alphabet="0123456789X-~?%/[]{}.,:TYESWxu \n", max_size=70)


def with_unspecified_digits(text: str, positions: set[int]) -> str:
    return "".join(
        "X" if position in positions and character.isdigit() else character
        for position, character in enumerate(text)
    )


POSITIONS = st.sets(st.integers(min_value=0, max_value=9))
PLAIN_DATES = st.builds(
    lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10])
)
DATES_WITH_X = st.builds(with_unspecified_digits, PLAIN_DATES, POSITIONS)
PARTS = st.builds(lambda year, part: f"{year:04}-{part}", YEARS, PARTS_OF_YEAR)
QUALIFIED = st.builds(lambda text, qualifier: text + qualifier, DATES_WITH_X | PARTS, QUALIFIERS)
ONE_OF_RANGES = st.builds(
    lambda days, length: "[{}..{}]".format(*(day.isoformat()[:length] for day in sorted(days))),
    st.tuples(DAYS, DAYS),
    st.sampled_from([4, 7, 10]),
)
EXPRESSIONS = DATES_WITH_X | PARTS | QUALIFIED | ONE_OF_RANGES


@given(EXPRESSIONS)
def test_the_earliest_day_is_never_after_the_latest(text: str) -> None:
    earliest, latest = bounds(text)
    assert earliest <= latest


@given(DAYS)
def test_a_full_date_is_that_day(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)


@given(YEARS, st.integers(min_value=1, max_value=12))
def test_a_month_runs_from_its_first_day_to_its_last(year: int, month: int) -> None:
    last_day = calendar.monthrange(year, month)[1]
    assert bounds(f"{year:04}-{month:02}") == (date(year, month, 1), date(year, month, last_day))


@given(PLAIN_DATES, POSITIONS)
def test_an_unspecified_digit_only_widens(text: str, positions: set[int]) -> None:
    earliest, latest = bounds(text)
    widened_earliest, widened_latest = bounds(with_unspecified_digits(text, positions))
    assert widened_earliest <= earliest <= latest <= widened_latest


DAYS_OF_THE_CENTURY = "\n".join(
    (date(2000, 1, 1) + timedelta(days=number)).isoformat() for number in range(36_525)
)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sets(st.integers(2, 9)))
def test_the_bounds_are_the_first_and_last_day_that_match(day: date, positions: set[int]) -> None:
    pattern = with_unspecified_digits(day.isoformat(), positions)
    matches = re.findall(pattern.replace("X", "[0-9]"), DAYS_OF_THE_CENTURY)
    assert printed_bounds(pattern) == (matches[0], matches[-1])


@given(st.from_regex(r"20[0-9X]{2}-[0-3X][0-9X]-[0-9X]{2}", fullmatch=True))
def test_a_date_without_a_match_in_the_calendar_is_refused(pattern: str) -> None:
    assume(pattern[5:7] not in {"24", *map(str, range(21, 42))})  # parts of a year
    matches = re.findall(pattern.replace("X", "[0-9]"), DAYS_OF_THE_CENTURY)
    assert outcome(pattern) == ((matches[0], matches[-1]) if matches else REFUSED)


@pytest.mark.parametrize(
    "codes", [("33", "34", "35", "36"), ("40", "41"), ("21", "22", "23", "24")], ids=str
)
@given(year=YEARS)
def test_the_parts_of_a_year_follow_one_another(year: int, codes: tuple[str, ...]) -> None:
    parts = [bounds(f"{year:04}-{code}") for code in codes]
    assert all(
        following[0] - previous[1] == timedelta(days=1) for previous, following in pairwise(parts)
    )
    first_month = parts[0][0].month
    day_after = parts[-1][1] + timedelta(days=1) if parts[-1][1] < date.max else None
    assert day_after is None or (day_after.month, day_after.day) == (first_month, 1)


@given(DATES_WITH_X | PARTS, QUALIFIERS)
def test_a_qualifier_does_not_change_the_bounds(text: str, qualifier: str) -> None:
    assert bounds(text + qualifier) == bounds(qualifier + text) == bounds(text)
    assert qualifiers(text + qualifier) == {qualifier}


@given(ONE_OF_RANGES)
def test_a_one_of_range_runs_from_its_first_date_to_its_last(text: str) -> None:
    first, last = text[1:-1].split("..")
    assert bounds(text) == (bounds(first)[0], bounds(last)[1])


@given(EXPRESSIONS, EXPRESSIONS)
def test_an_interval_is_refused_only_if_its_end_is_certainly_before_its_start(
    start: str, end: str
) -> None:
    text = f"{start}/{end}"
    if bounds(end)[1] < bounds(start)[0]:
        with pytest.raises(FieldValueError, match="reversed"):
            Period.from_edtf(text)
    else:
        assert str(Period.from_edtf(text)) == text


@given(EXPRESSIONS, st.sampled_from(["..", ""]))
def test_any_date_can_be_a_side_of_an_open_interval(text: str, other: str) -> None:
    assert split_interval(f"{text}/{other}") == (text, other)
    assert split_interval(f"{other}/{text}") == (other, text)


def refusal(read: Callable[[str], object], text: str) -> str | None:
    try:
        read(text)
    except ValueError as error:
        return str(error)
    return None


@given(st.text() | EDTF_LIKE | st.builds(lambda a, b: a + b, EXPRESSIONS, EDTF_LIKE))
@example("2019\x00")
@example("\ud800")
@example("2019-12-20\u2028")
def test_any_text_has_bounds_or_is_refused_with_a_message(text: str) -> None:
    for read in (bounds, split_interval, qualifiers):
        message = refusal(read, text)
        assert message is None or "; write " in message


# ------------------------------------------------------- another implementation: the package edtf

REFUSED = ("refused", "refused")
OPEN, UNKNOWN = "open", "unknown"


Bounds = tuple[str, str]


def refused(theirs: Bounds) -> bool:
    return theirs == REFUSED


def begins_in_year_0(theirs: Bounds) -> bool:
    return theirs[0].startswith("0000-")


def no_day_of_the_calendar(theirs: Bounds) -> bool:
    return any(re.search("-02-(29|30|31)|-(04|06|09|11)-31", day) for day in theirs)


def reversed_bounds(theirs: Bounds) -> bool:
    return theirs[0] > theirs[1]


def other_bounds(theirs: Bounds) -> bool:
    return theirs != REFUSED


class Fault(NamedTuple):
    """Where the package ``edtf`` differs from us, in what way, and why we do not follow it."""

    pattern: str
    difference: Callable[[Bounds], bool]
    example: str
    ours: Bounds
    reason: str

    def explains(self, text: str, theirs: Bounds) -> bool:
        return re.fullmatch(self.pattern, text) is not None and self.difference(theirs)


# Found in edtf 5.0.2. "Fails": with another exception than the one for a refused text.
FAULTS = (
    Fault(
        r"[0-9]{4}-02-29.?|\[.*-02-29.*\]|.*/.*-02-29.*|.*-02-29.*/.*",
        no_day_of_the_calendar,
        "2019-02-29",
        REFUSED,
        "accepts 29 February in every year",
    ),
    Fault(
        r"[0-9X]*X[0-9X]*-[0-9X]{2}-(29|30|31)",
        no_day_of_the_calendar,
        "19XX-02-29",
        ("1904-02-29", "1996-02-29"),
        "with X in the year, accepts every day up to 31 in every month",
    ),
    Fault(
        r"[0-9]{4}-24|.*/[0-9]{4}-24",
        other_bounds,
        "2018-24",
        ("2018-12-01", "2019-02-28"),
        "reads winter as December only, so that January and February belong to no season",
    ),
    Fault(
        r"[0X]{4}.*",
        begins_in_year_0,
        "000X",
        ("0001-01-01", "0009-12-31"),
        "begins at year 0, which no date here has",
    ),
    Fault(
        r"[0-9X]{4}-([01]X|X[0-9])(-.*)?",
        refused,
        "1984-1X",
        ("1984-10-01", "1984-12-31"),
        "fails on a month with one unspecified digit, which is an example of level 2",
    ),
    Fault(
        r"[0-9X]{4}-..-([0-3]X|X[0-9])",
        refused,
        "2019-02-2X",
        ("2019-02-20", "2019-02-28"),
        "fails on a day with one unspecified digit",
    ),
    Fault(
        r"[0-9]{4}-[234][0-9][~?%]|[0-9]{4}[~?%]-[234][0-9]|[0-9]{4}-[~?%][234][0-9]",
        refused,
        "2018-36~",
        ("2018-10-01", "2018-12-31"),
        "refuses a qualifier at a season, quarter or half, though it takes one in an interval",
    ),
    Fault(
        r"(?=.*X).*[~?%].*",
        refused,
        "156X-12-25~",
        ("1560-12-25", "1569-12-25"),
        "refuses a qualifier with unspecified digits outside the few forms of level 1",
    ),
    Fault(
        r"[~?%].*[0-9][~?%].*|.*[0-9][~?%].*[0-9][~?%].*|.*[0-9][~?%]-[~?%][0-9]{2}",
        refused,
        "?2004-06~",
        ("2004-06-01", "2004-06-30"),
        "refuses most combinations of group and individual qualification",
    ),
    Fault(
        r"\[[0-9]{4}\.\.[0-9-]{7,10}\]|\[[0-9-]{7,10}\.\.[0-9]{4}\]",
        refused,
        "[2018..2019-05]",
        ("2018-01-01", "2019-05-31"),
        "refuses a one-of range of two precisions",
    ),
    Fault(
        r"\[.+\.\..+\]",
        reversed_bounds,
        "[2018-08..2018-05]",
        REFUSED,
        "accepts a one-of range out of order, with an earliest day after the latest",
    ),
    Fault(
        r".+/.+",
        reversed_bounds,
        "2020/2019",
        REFUSED,
        "accepts a reversed interval, with an earliest day after the latest",
    ),
    Fault(
        r"(.*/)?[0-9]{4}-(3[3-6]|4[01])(/.*)?",
        refused,
        "/2018-36",
        (UNKNOWN, "2018-12-31"),
        "refuses a quarter or half in an interval",
    ),
    Fault(
        r".*[~?%][0-9].*/.*|.*/.*[~?%][0-9].*",
        refused,
        "~2019/..",
        ("2019-01-01", OPEN),
        "refuses a qualifier before a component in an interval, if the other side is of level 1",
    ),
    Fault(
        r"/.+|.+/",
        other_bounds,
        "2018/",
        ("2018-01-01", UNKNOWN),
        "invents ten years for an unknown side",
    ),
    Fault(
        r"/\.\.|\.\./",
        refused,
        "/..",
        (UNKNOWN, OPEN),
        "fails on an interval of an unknown and an open side",
    ),
    Fault(
        r"(.*/)?[0-9]{4}(-[0-9]{2})?-XX(/.*)?|.*/.*X|.*X.*/.*",
        refused,
        "2018-XX/2019",
        ("2018-01-01", "2019-12-31"),
        "fails on unspecified digits in some intervals",
    ),
    Fault(
        r"\[.*\]/.*|.*/\[.*\]",
        refused,
        "[2018-05..2018-08]/2019",
        ("2018-05-01", "2019-12-31"),
        "refuses a one-of range as a side of an interval: the specification has no example",
    ),
    Fault(
        r"\s.*|.*\s",
        other_bounds,
        " 2019",
        REFUSED,
        "strips white space, so that two texts are one date",
    ),
)


def outcome(text: str) -> Bounds:
    """What we make of a date or an interval, in a form that the other package can give as well."""
    try:
        if "/" not in text:
            return printed_bounds(text)
        start, end = split_interval(str(Period.from_edtf(text)))
    except ValueError:
        return REFUSED
    unlimited = {"..": OPEN, "": UNKNOWN}
    return (
        unlimited[start] if start in unlimited else printed_bounds(start)[0],
        unlimited[end] if end in unlimited else printed_bounds(end)[1],
    )


@pytest.fixture(name="their_outcome", scope="module")
def fixture_their_outcome() -> Callable[[str], Bounds]:
    edtf = pytest.importorskip("edtf")

    def printed(moment: struct_time | float) -> str:
        return OPEN if isinstance(moment, float) else "{:04}-{:02}-{:02}".format(*moment[:3])

    def their_outcome(text: str) -> Bounds:
        try:
            parsed = edtf.parse_edtf(text)
            return printed(parsed.lower_strict()), printed(parsed.upper_strict())
        except Exception:  # noqa: BLE001 - it raises many kinds; each means that it gave no date
            return REFUSED

    return their_outcome


ORACLE_YEARS = ("0001", "1900", "2019", "2020", "9999", "201X", "XXXX", "2X20")
ORACLE_MONTHS = ("01", "02", "04", "12", "XX", "1X", "00", "13")
ORACLE_PARTS = ("21", "22", "23", "24", "33", "34", "35", "36", "40", "41")
ORACLE_DAYS = ("01", "28", "29", "30", "31", "XX", "2X", "00", "32")
ORACLE_SIDES = (
    *("..", "", "2018", "2019-06", "2019-06-15", "2020~", "2018-06?", "201X", "2019-XX"),
    *("2019-21", "2018-24", "2018-33", "[2018-05..2018-08]", "~2019", "2019-06-~15", "2019-13"),
)


def dates_of_year(year: str) -> Iterator[str]:
    """Dates of all precisions, with and without qualifiers, valid and not."""
    months = [f"{year}-{month}" for month in ORACLE_MONTHS]
    parts = [f"{year}-{part}" for part in ORACLE_PARTS if "X" not in year]
    days = [f"{month}-{day}" for month, day in product(months, ORACLE_DAYS)]
    yield from (year, *months, *parts, *days)
    yield from (f"{text}~" for text in (year, *months[:6], *parts[::3], *days[::8]))
    yield from (f"?{year}", f"{year}%-04", f"{year}-%04", f"{year}-04~-30", f"?{year}-04-~30")
    yield from (f"[{year}..9999]", f"[{year}-04..9999-12]", f"[{year}-04-30..2020-01-01]")


def unexplained_differences(
    texts: Iterable[str], their_outcome: Callable[[str], Bounds]
) -> dict[str, tuple[Bounds, Bounds]]:
    outcomes = {text: (outcome(text), their_outcome(text)) for text in texts}
    return {
        text: (ours, theirs)
        for text, (ours, theirs) in outcomes.items()
        if ours != theirs and not any(fault.explains(text, theirs) for fault in FAULTS)
    }


@pytest.mark.parametrize("year", ORACLE_YEARS)
def test_dates_mean_the_same_to_the_package_edtf_except_for_its_faults(
    year: str, their_outcome: Callable[[str], Bounds]
) -> None:
    assert unexplained_differences(dates_of_year(year), their_outcome) == {}


@pytest.mark.parametrize("start", ORACLE_SIDES)
def test_intervals_mean_the_same_to_the_package_edtf_except_for_its_faults(
    start: str, their_outcome: Callable[[str], Bounds]
) -> None:
    intervals = (f"{start}/{end}" for end in ORACLE_SIDES)
    assert unexplained_differences(intervals, their_outcome) == {}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.example)
def test_a_known_fault_of_the_package_edtf_is_not_ours(
    fault: Fault, their_outcome: Callable[[str], Bounds]
) -> None:
    theirs = their_outcome(fault.example)
    assert outcome(fault.example) == fault.ours
    if theirs == fault.ours:
        pytest.skip(f"no longer a fault, can leave the table: {fault.reason}")
    assert fault.explains(fault.example, theirs)
