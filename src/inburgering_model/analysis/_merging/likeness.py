"""When two names are the same name, and two texts the same text, however they were printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from inburgering_model.model.people import fold

if TYPE_CHECKING:
    from inburgering_model.model.people import Person

__all__ = ["LEAST_LIKENESS", "are_alike", "bare", "likeness", "person_key"]

LEAST_LIKENESS = 0.75
"""Texts of which fewer trigrams are shared are different texts.

One wrong letter breaks three trigrams: a question of thirty letters may have two, one of three
hundred some twenty-five. Written questions about different things share less than half, and long
Dutch texts some 0.6.
"""

_LENGTH = 3

# What extraction from print takes for one another: single characters, then pairs for one.
_LOOK_ALIKE = str.maketrans("l1|0", "iiio")
_PAIRS = (("rn", "m"), ("vv", "w"))


def bare(text: str) -> str:
    """A text's letters and digits alone, without case and accents, look-alikes made alike.

    >>> bare("Wonen en l0 gezinnen") == bare("WONEN  EN 10 GEZINNEN")
    True
    """
    # Before folding, which takes "|" for punctuation.
    folded = fold(text.replace("|", "l")).replace(" ", "").translate(_LOOK_ALIKE)
    for pair, single in _PAIRS:
        folded = folded.replace(pair, single)
    return folded


def person_key(person: Person) -> str:
    """What people are recognised by across files; a name without letters is its own key.

    >>> from inburgering_model.model.people import Person
    >>> person_key(Person(name="BART S0MERS")) == person_key(Person(name="Bart Somers"))
    True
    """
    return bare(person.name) or person.name


def are_alike(text: str, other: str) -> bool:
    """Whether two bare texts are the same text, give or take some errors of print.

    >>> are_alike(bare("Hoeveel haltes zijn er?"), bare("Hoeveel halten zijn er?"))
    True
    >>> are_alike(bare("Hoeveel haltes zijn er?"), bare("Hoeveel bussen rijden er?"))
    False
    """
    return text == other or likeness(text, other) >= LEAST_LIKENESS


def likeness(text: str, other: str) -> float:
    """The share of trigrams that two texts have in common, counted as often as they occur.

    The Sørensen-Dice coefficient of their multisets. Time is linear in the length of both.

    >>> likeness("antwoord", "antwoord"), likeness("antwoord", "vraag")
    (1.0, 0.0)
    """
    if min(len(text), len(other)) < _LENGTH:
        return float(text == other)
    ours, theirs = _trigrams(text), _trigrams(other)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def _trigrams(text: str) -> Counter[str]:
    return Counter(text[start : start + _LENGTH] for start in range(len(text) - _LENGTH + 1))
