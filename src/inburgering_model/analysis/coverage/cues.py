"""Cues: what a sentence of an answer does, by how it is worded."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.analysis.coverage.wording import PACKAGE, phrase_pattern
from inburgering_model.reference.tables import rows

if TYPE_CHECKING:
    from inburgering_model.analysis.coverage.sentences import Sentence

__all__ = ["Cue", "Polarity", "has_cue", "not_done", "opposes", "polarity_said", "status_cue"]


class Cue(StrEnum):
    """What a cue says."""

    YES = "yes"
    NO = "no"
    REFERRED = "referred"
    POSTPONED = "postponed"
    DECLINED = "declined"
    ANNEX = "annex"
    NEGATION = "negation"
    BOTH = "both"
    OTHERS = "others"


class Polarity(StrEnum):
    """Whether something was answered with yes or with no."""

    YES = "yes"
    NO = "no"


@cache
def _patterns() -> dict[Cue, re.Pattern[str]]:
    phrases: dict[Cue, list[str]] = {}
    for row in rows("cues.csv", PACKAGE):
        phrases.setdefault(Cue(row["kind"]), []).append(row["phrase"])
    return {kind: phrase_pattern(found) for kind, found in phrases.items()}


def has_cue(text: str, kind: Cue) -> bool:
    """Whether a sentence holds a cue of a kind.

    >>> has_cue("Die cijfers worden niet bijgehouden.", Cue.DECLINED)
    True
    """
    return _patterns()[kind].search(text) is not None


# "Wordt niet centraal geregistreerd": what is not done, at the end.
_NOT_DONE = re.compile(r"(?:word|werd)\w{0,3}\sniet\s.{0,200}?(\w{1,40})\Z", re.IGNORECASE)


def not_done(text: str) -> str | None:
    """The participle of what a refusal says is not done; None when it says something else.

    >>> not_done("De tevredenheid werd niet gemeten."), not_done("Dat kan ik niet meedelen.")
    ('gemeten', None)
    """
    cue = _patterns()[Cue.DECLINED].search(text)
    done = _NOT_DONE.match(cue[0]) if cue is not None else None
    return done[1] if done is not None else None


def status_cue(sentence: Sentence) -> Cue | None:
    """Whether a sentence refers, puts off or declines; "not yet available" puts off."""
    return next(
        (
            kind
            for kind in (Cue.REFERRED, Cue.POSTPONED, Cue.DECLINED)
            if not sentence.in_rows and has_cue(sentence.text, kind)
        ),
        None,
    )


def polarity_said(text: str) -> tuple[Polarity, bool] | None:
    """Whether a sentence says yes or no, and whether it does so in its first words.

    >>> polarity_said("Dat klopt niet.")
    (<Polarity.NO: 'no'>, True)
    >>> polarity_said("Een uitbreiding is niet aan de orde.")
    (<Polarity.NO: 'no'>, False)
    """
    for kind, polarity in ((Cue.NO, Polarity.NO), (Cue.YES, Polarity.YES)):
        match = _patterns()[kind].search(text)
        if match is not None:
            return polarity, match.start() == 0
    return None


@frozen
class _Opposition:
    asked: re.Pattern[str]
    says: re.Pattern[str]


@cache
def _oppositions() -> tuple[_Opposition, ...]:
    return tuple(
        _Opposition(phrase_pattern([row["asked"]]), phrase_pattern([row["says"]]))
        for row in rows("opposites.csv", PACKAGE)
    )


def opposes(asked: str, said: str) -> bool:
    """Whether a sentence says the opposite of what is asked, without a negation.

    >>> opposes("Worden de projecten voortgezet?", "De opzet was eenmalig.")
    True
    """
    return any(
        opposition.says.search(said) is not None
        for opposition in _oppositions()
        if opposition.asked.search(asked) is not None
    )
