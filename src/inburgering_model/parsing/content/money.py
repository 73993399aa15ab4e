"""Amounts of money in Dutch prose: ``50.000 euro``, ``€ 1,2 miljoen``, ``120 000 EUR``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Amount", "amounts"]

_SCALES = {
    "duizend": Decimal(1_000),
    "miljoen": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "mio": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
    "mld": Decimal(1_000_000_000),
}
# Digits grouped by full stops or spaces, or not grouped, with decimals after a comma.
_NUMBER = (
    r"(?<![\d.,])(?P<{0}>\d{{1,3}}(?:[. ]\d{{3}}){{1,4}}(?!\d)(?:,\d{{1,2}})?"
    r"|\d{{1,12}}(?:,\d{{1,3}})?)(?!\d)"
)
_HALVES = {"half": Decimal("0.5"), "anderhalf": Decimal("1.5")}
_HALF = r"\b(?P<half>half|anderhalf)\s(?P<sh>miljoen|miljard)\s(?:euro\b|EUR\b|€)"
_SCALE = r"(?:\s?(?P<{0}>duizend|miljoen|miljard|mln|mio|mld)\b\.?)?"
_EURO = r"(?:euro\b|EUR\b|€)"
# The currency after the number, or before it.
_AMOUNT = re.compile(
    rf"{_NUMBER.format('n1')}{_SCALE.format('s1')}\s?{_EURO}"
    rf"|{_EURO}\s?{_NUMBER.format('n2')}{_SCALE.format('s2')}"
    rf"|{_HALF}",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """An amount in euro, and where it stands: offsets, half-open."""

    start: int
    end: int
    value: Decimal


def amounts(text: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """The amounts of money in ``text[start:end]``, in order. Time is linear.

    >>> [str(amount.value) for amount in amounts("Eerst 50.000 euro, later € 1,2 miljoen.")]
    ['50000', '1200000']
    """
    part = text[start:end].lower()
    if "€" not in part and "eur" not in part:
        return
    for match in _AMOUNT.finditer(text, start, len(text) if end is None else end):
        scale = match["s1"] or match["s2"] or match["sh"]
        number = match["n1"] or match["n2"]
        if number is None:
            plain = _HALVES[match["half"].lower()]
        else:
            plain = Decimal(number.replace(".", "").replace(" ", "").replace(",", "."))
        value = plain * _SCALES[scale.lower()] if scale else plain
        yield Amount(match.start(), match.end(), _plain(value))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent, and without empty decimals: 1200000, not 1.2E+6 or 1200000.0."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value
