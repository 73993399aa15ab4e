"""Dates, periods and amounts in words say what is known and no more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inburgering_model import PartialDate, Period
from inburgering_model.cli.dates import amount_in_words, date_in_words, period_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-12-20", "20 December 2019"),
        ("2019-12", "December 2019"),
        ("2019", "2019"),
        ("0988", "988"),
        ("2018-21", "the spring of 2018"),
        ("2018-24", "the winter of 2018-2019"),
        ("2018-33", "the first quarter of 2018"),
        ("2018-36", "the last quarter of 2018"),
        ("2018-41", "the second half of 2018"),
        ("2018-05~", "about May 2018"),
        ("2018?", "perhaps 2018"),
        ("2018-36%", "perhaps about the last quarter of 2018"),
        ("201X", "some time between 1 January 2010 and 31 December 2019"),
        ("2018-XX", "some time between 1 January and 31 December 2018"),
        ("[2018-05..2018-08]", "some time between 1 May and 31 August 2018"),
    ],
)
def test_a_partial_date_in_words(edtf: str, words: str) -> None:
    assert date_in_words(PartialDate(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018/2018", "2018"),
        ("2020-09-01/2022-08-31", "1 September 2020 to 31 August 2022"),
        ("/2018-36", "until the last quarter of 2018 (start not stated)"),
        ("../2018", "until 2018 (with no set start)"),
        ("2016/..", "from 2016 (with no set end)"),
        ("2016/", "from 2016 (end not stated)"),
        ("../..", "with no set start, with no set end"),
        ("../", "with no set start, end not stated"),
    ],
)
def test_a_period_in_words(edtf: str, words: str) -> None:
    assert period_in_words(Period.from_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("50000", "EUR 50 000"),
        ("50000.00", "EUR 50 000.00"),
        ("5E+4", "EUR 50 000"),
        ("0.5", "EUR 0.5"),
        ("1E+9999", "EUR 1E+9999"),
        ("1E-9999", "EUR 1E-9999"),
    ],
)
def test_an_amount_has_no_comma_that_could_be_taken_for_a_decimal_one(
    amount: str, words: str
) -> None:
    assert amount_in_words(Decimal(amount), "EUR").replace("\u00a0", " ") == words
