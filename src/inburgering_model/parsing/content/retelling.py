"""What a sentence says of the one before it: "Het ging om een proefproject", or about none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["disowns", "retells", "retells_of_both"]


def retells(statement: Statement, before: Statement) -> bool:
    """Whether a sentence says that what the one before told of is a pilot: "Het ging om …"."""
    return _is_about(statement, before) and not statement.has("negation")


def retells_of_both(statement: Statement, before: Statement) -> bool:
    """Whether it says so of the two places before: "In beide steden liep het experiment goed"."""
    words = statement.words
    return (
        statement.paragraph == before.paragraph
        and words[:2] == ("in", "beide")
        and statement.has_in(2, 3, "town", "towns")
        and statement.has("pilot")
        and not statement.has("negation")
    )


def disowns(statement: Statement, before: Statement) -> bool:
    """Whether it says that this was none: "Het gaat dus niet om een proeftuin"."""
    return _is_about(statement, before) and statement.has("negation")


def _is_about(statement: Statement, before: Statement) -> bool:
    return (
        statement.paragraph == before.paragraph
        and statement.voice is not Voice.ASKED
        and statement.words[:2] in _RETELLING
        and statement.has_in(2, _NEAR_ITS_HEAD, "pilot")
    )


_RETELLING = frozenset(
    (first, verb)
    for first in ("het", "dit", "dat")
    for verb in ("ging", "gaat", "betrof", "betreft", "was", "is", "waren", "zijn")
)
_NEAR_ITS_HEAD = 7
