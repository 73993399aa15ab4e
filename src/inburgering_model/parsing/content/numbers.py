"""The numbers in which places and pilots are announced, in words and in digits."""

from __future__ import annotations

__all__ = ["NUMBERS"]

_WORDS = ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]

NUMBERS = {
    **{str(number): number for number in range(2, 13)},
    **{word: number for number, word in enumerate(_WORDS, start=2)},
    "beide": 2,
}
"""From two to twelve."""
