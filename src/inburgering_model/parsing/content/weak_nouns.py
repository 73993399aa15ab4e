"""The plain words *proef* and *proeven*, which are pilots in some documents and exams in others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from inburgering_model.parsing.content.lexicon import vocabulary
from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["with_trials"]

_WORDS = frozenset(("proef", "proeven"))
_ONE = "proef"


def with_trials(statements: list[Statement]) -> list[Statement]:
    """The statements, with *proef* as a word for pilots where the document means one.

    It does when the question speaks of it, a frame of ``data/trial_frames.csv`` tells that it is
    set up or runs, and nothing in the question is about exams.
    """
    spoken = [s for s in statements if not _WORDS.isdisjoint(s.words)]
    if not spoken or not _means_pilots(statements, spoken):
        return statements
    return [_as_pilot(s) if not _WORDS.isdisjoint(s.words) else s for s in statements]


def _means_pilots(statements: Sequence[Statement], spoken: Sequence[Statement]) -> bool:
    if all(s.voice in (Voice.ANSWERED, Voice.ANNEX) for s in spoken):
        return False
    if any(s.has("exam") for s in statements if s.voice is not Voice.ANSWERED):
        return False
    return any(next(s.hits("trial_frames", 0, len(s.words)), None) is not None for s in spoken)


def _as_pilot(statement: Statement) -> Statement:
    pilot = vocabulary().of_class("pilot")
    one = pilot | vocabulary().of_class("pilotone")
    atoms = tuple(
        found | (one if word == _ONE else pilot) if word in _WORDS else found
        for word, found in zip(statement.words, statement.atoms, strict=True)
    )
    return evolve(statement, atoms=atoms, present=vocabulary().present(atoms))
