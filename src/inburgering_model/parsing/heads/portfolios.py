"""What a line in capitals holds below a name: portfolios of an office, or another name."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from inburgering_model.parsing.heads.elements import CAPITAL_NAME
from inburgering_model.parsing.language.names import OFFICE_HEAD
from inburgering_model.reference import ministers

__all__ = ["NameBeside", "is_name", "is_portfolio", "name_beside"]

_WORD = re.compile(r"[^\W\d_]+")
_OLDER = ("leefmilieu", "volkshuisvesting", "tewerkstelling", "gemeenschapsontwikkeling", "vervoer")
"""Words of portfolios from before the government's own list of ministers begins."""
# "En" before another addressee.
_AND = re.compile(r"en\s+(?:aan\s+)?", re.IGNORECASE)
_NO_GIVEN_NAMES = frozenset({"DE", "HET", "VAN", "VOOR", "EN"})


@cache
def _words() -> frozenset[str]:
    """The words of the portfolios that ministers have held, with "en", "van" and "de"."""
    titles = ((record.title or "").casefold() for record in ministers.records())
    return frozenset({"en", "van", "de", *_OLDER}.union(*map(_WORD.findall, titles)))


def is_portfolio(text: str) -> bool:
    """Whether a text holds nothing but words of portfolios."""
    words = _WORD.findall(text.casefold())
    return bool(words) and _words().issuperset(words)


def is_name(text: str) -> bool:
    """Whether a text in capitals has the form of one person's name, and is no portfolio."""
    words = text.split()
    return (
        CAPITAL_NAME.fullmatch(text) is not None
        and "EN" not in words
        and words[0] not in _NO_GIVEN_NAMES
        and not is_portfolio(text)
    )


@frozen
class NameBeside:
    """Where a name stands in a line, and where the office beside it starts."""

    start: int
    end: int
    office: int


def name_beside(text: str) -> NameBeside | None:
    """The name before an office on one line, after "en" or not; None when there is none."""
    office = OFFICE_HEAD.search(text)
    if office is None:
        return None
    joined = _AND.match(text)
    start = joined.end() if joined else 0
    name = text[start : office.start()].rstrip(" ,-–")
    return NameBeside(start, start + len(name), office.start()) if is_name(name) else None
