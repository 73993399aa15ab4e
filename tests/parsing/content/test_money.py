"""Amounts of money as Belgian texts print them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.parsing.content.money import amounts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50.000 euro", "50000"),
        ("€ 1,2 miljoen", "1200000"),
        ("120.000 EUR per jaar", "120000"),
        ("€48.250", "48250"),
        ("EUR 35.000", "35000"),
        ("75 000 euro", "75000"),
        ("40.000,00 euro", "40000"),
        ("12,50 euro", "12.50"),
        ("90 duizend euro", "90000"),
        ("0,265 miljoen euro", "265000"),
        ("2 mln. euro", "2000000"),
        ("een half miljoen euro", "500000"),
        ("anderhalf miljoen euro", "1500000"),
        ("1.234.567 euro", "1234567"),
    ],
)
def test_an_amount_is_read_exactly(text: str, value: str) -> None:
    assert [amount.value for amount in amounts(text)] == [Decimal(value)]
    assert "E" not in str(next(amounts(text)).value)


@pytest.mark.parametrize(
    "text", ["50.000 woningen", "in 2018", "3 miljoen inwoners", "artikel 4", "de euro", "€"]
)
def test_a_number_that_is_no_money_is_no_amount(text: str) -> None:
    assert list(amounts(text)) == []


def test_the_place_of_an_amount_holds_number_scale_and_currency() -> None:
    text = "Er ging € 1,2 miljoen naar Gent."
    (amount,) = amounts(text)
    assert text[amount.start : amount.end] == "€ 1,2 miljoen"


@given(st.text(alphabet="0123456789., €euroEURmiljn\n", max_size=60))
def test_any_text_gives_amounts_that_are_finite_and_lie_in_order(text: str) -> None:
    found = list(amounts(text))
    assert all(amount.value.is_finite() for amount in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
