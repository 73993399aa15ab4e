"""Figures in prose, by the unit that follows: amounts, shares, durations, surfaces, counts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.analysis.coverage.wording import PACKAGE
from inburgering_model.reference.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Figure", "figures_in"]

_WORDS = (
    "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|"
    "zestien|twintig|dertig|veertig|vijftig|honderd|tientallen|honderden|duizenden|"
    "geen enkele|geen enkel|tweede helft van|de helft"
)
_MULTIPLES = "miljoen|miljard|duizend|honderd"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Words before a number that is a name and not a count.
_NAMING = re.compile(
    r"(?:nrs?\.?|artikel|art\.?|punt|vra(?:ag|gen)|titel|stuk)\s{0,2}\Z", re.IGNORECASE
)
_NAMED_LENGTH = 10


class Figure(NamedTuple):
    """A figure: what it counts, and where it stands."""

    kind: str
    start: int
    end: int


@cache
def _units() -> dict[str, str]:
    return {
        unit: row["kind"] for row in rows("units.csv", PACKAGE) for unit in row["units"].split("|")
    }


@cache
def _figure() -> re.Pattern[str]:
    # Digits with separators or a number word, what multiplies it, and a unit; each part bounded.
    # "Acht ik" is what I think, and not eight.
    units = "|".join(sorted(map(re.escape, _units()), key=len, reverse=True))
    return re.compile(
        r"(?<![\w.,/-])(?!acht\s(?:ik|hij|zij|men|we|wij|het|de\sminister)(?!\w))"
        rf"(?P<sign>€\s?)?(?P<figure>\d(?:[\d.,]{{0,18}}\d)?|(?:{_WORDS}))(?!\w)"
        rf"(?:\s(?:{_MULTIPLES})(?!\w))?(?:[\s-]?(?P<unit>{units})(?!\w))?",
        re.IGNORECASE,
    )


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a text that count something; years, days and numbers of articles do not.

    >>> [figure.kind for figure in figures_in("In 2020 kregen 12 scholen 4,2 miljoen euro.")]
    ['number', 'amount']
    """
    for match in _figure().finditer(text):
        unit = (match["unit"] or "").casefold()
        kind = "amount" if match["sign"] else _units().get(unit, "number")
        if text[max(0, match.start() - 1) : match.end() + 1] == f"({match[0]})":
            continue  # the mark of a footnote
        if kind == "day" or (kind == "number" and _is_a_name(text, match)):
            continue
        yield Figure(kind, match.start(), match.end())


def _is_a_name(text: str, match: re.Match[str]) -> bool:
    figure = match["figure"]
    if figure.isdigit() and len(figure) == len("2020"):
        return _FIRST_YEAR <= int(figure) <= _LAST_YEAR
    before = text[max(0, match.start() - _NAMED_LENGTH) : match.start()]
    return _NAMING.search(before) is not None
