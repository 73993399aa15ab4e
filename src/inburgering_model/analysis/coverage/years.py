"""Several years that are asked about, and those that an answer leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["leaves_out_years", "tells_of_other_years"]

# A year, or a school year as one: 2021-2022.
_YEAR = r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?(?![\d-])"
_YEARS = re.compile(rf"(?<![\d-]){_YEAR}")
# A year, also one of two with a dash between them.
_ONE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Years one by one: "2019, 2020 en 2021", "in 2022 en in 2023"; at most ten.
_ENUMERATED = re.compile(
    rf"(?<![\d-]){_YEAR}(?:(?:,\s?|,?\sen\s)(?:in\s|voor\s)?{_YEAR}){{1,9}}", re.IGNORECASE
)
# What makes a period of two years.
_BETWEEN = re.compile(r"\btussen\s\Z", re.IGNORECASE)
_LENGTH_OF_BETWEEN = 8


def leaves_out_years(asked: str, said: Iterable[str]) -> bool:
    """Whether an answer tells of some of the years that are asked about, and not of all.

    >>> leaves_out_years("Hoeveel bussen reden er in 2019 en 2020?", ["In 2020 reden er 12."])
    True
    >>> leaves_out_years("Hoeveel bussen reden er in 2019 en 2020?", ["Er reden er telkens 12."])
    False
    """
    wanted = {
        year
        for match in _ENUMERATED.finditer(asked)
        if not _BETWEEN.search(asked[max(0, match.start() - _LENGTH_OF_BETWEEN) : match.start()])
        for year in _YEARS.findall(match[0])
    }
    if not wanted:
        return False
    told = {year for text in said for year in _YEARS.findall(text)}
    return bool(wanted & told) and not wanted <= told


def tells_of_other_years(asked: str, said: str) -> bool:
    """Whether a sentence names a year, and not the one year that is asked about.

    >>> tells_of_other_years("Hoeveel bussen reden er in 2020?", "In 2019 reden er 12.")
    True
    >>> tells_of_other_years("Hoeveel bussen reden er in 2020?", "Er reden er 12.")
    False
    """
    wanted, told = set(_ONE_YEAR.findall(asked)), set(_ONE_YEAR.findall(said))
    return len(wanted) == 1 and bool(told) and wanted.isdisjoint(told)
