"""Partners that no table knows: bodies that a text names where it tells of working together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.language.places import place_mentions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["NamedPartner", "partners_named_in"]


class NamedPartner(NamedTuple):
    """The name of a body, at offsets of the passage."""

    name: str
    start: int
    end: int


# A name: words with capitals, with small words inside it ("Instituut voor de Logistiek").
_WORD = r"[A-ZÀ-Þ][\w&’'-]{1,40}"
_NAME = rf"{_WORD}(?:\s(?:(?:voor|van|der?|en|in|op)\s(?:(?:de|het)\s)?)?{_WORD}){{0,4}}"
_BEFORE = (
    r"(?:(?:de|het|een)\s)?(?:(?:vzw|firma|co[oö]peratie|organisatie|stichting|vereniging)\s)?"
)
# What names come after: together with them, or by them.
_WITH = re.compile(
    r"(?:\b(?:samenwerking|samen|partnerschap|overleg)\smet|\bi\.s\.m\.|\bmet\s(?:de\s)?steun\svan"
    r"|\b(?:begeleid|ondersteund|meegewerkt|getrokken|geco[oö]rdineerd|uitgevoerd|opgezet)\sdoor)\s"
    rf"{_BEFORE}(?P<first>{_NAME}|[a-z]{{3,19}}[^ns\W](?=[,.]|\sen\s))"
)
# The next name of a list.
_NEXT = re.compile(rf"(?:,|,?\sen)\s(?:met\s)?{_BEFORE}(?P<next>{_NAME})")
# A name that does what a partner does, or that is called one.
_DOES = re.compile(
    rf"(?P<first>{_NAME})(?:\s\([A-Z][\w-]{{1,12}}\))?\s"
    r"(?:begeleidde|begeleidt|ondersteunde|ondersteunt|co[oö]rdineerde|co[oö]rdineert|leverde|trad\s(?:\w+\s){0,6}op|(?:was|is|waren|zijn)\s(?:[\w-]+\s){0,6}partner)"
)
# A partner after its verb: "trad X als partner op".
_ACTS = re.compile(
    rf"\b(?:trad|treedt|traden|treden|fungeerde|fungeert)\s{_BEFORE}(?P<first>{_NAME})"
    r"\s(?:\w+\s){0,3}als\spartner"
)
_FUNCTION_WORDS = frozenset(
    word
    for row in (
        "Alle Beide Bij Binnen Bovendien Daar Daarnaast Dat De Deze Die Dit Een Elk Elke Er Het",
        "Hierbij Hij Ik In Men Met Na Ook Op Sinds Te Tijdens Van Vanaf Verder Voor Wij Ze Zij Zo",
    )
    for word in row.split()
)


def partners_named_in(statement: Statement) -> Iterator[NamedPartner]:
    """The names of bodies that a sentence about working together gives; places are none."""
    text = statement.passage.text
    places = sorted(mention.start + statement.start for mention in place_mentions(statement.text))
    for pattern in (_WITH, _DOES, _ACTS):
        for match in pattern.finditer(text, statement.start, statement.end):
            group: re.Match[str] | None = match
            name = "first"
            while group is not None:
                start, end = _without_place(text, *group.span(name), places)
                if start < end and _names_body(text[start:end]):
                    yield NamedPartner(text[start:end], start, end)
                group, name = _NEXT.match(text, end, statement.end), "next"


# What stands between a body and its place: "Natuurpunt in Lier".
_AT = re.compile(r"\s(?:in|van|te)\s$")


def _without_place(text: str, start: int, end: int, places: Sequence[int]) -> tuple[int, int]:
    """A name up to the place where it acts; nothing of a name that is a place."""
    for place in places:
        if place == start:
            return start, start
        at = _AT.search(text, start, place) if start < place < end else None
        if at is not None:
            return start, at.start()
    return start, end


def _names_body(name: str) -> bool:
    return name.split(None, 1)[0] not in _FUNCTION_WORDS
