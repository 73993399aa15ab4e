"""The table of rules, and :func:`validate`, which runs them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import must_be
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.reading import Reading
from inburgering_model.validation import (
    alignment,
    colleagues,
    dates,
    identifiers,
    people,
    pilots,
    places,
    provenance,
    question,
    readings,
    replies,
    wording,
)
from inburgering_model.validation.indexed import IndexedDossier

if TYPE_CHECKING:
    from inburgering_model.errors import Problem
    from inburgering_model.validation.rule import Rule

__all__ = ["RULES", "validate"]

RULES: tuple[Rule, ...] = (
    *identifiers.RULES,
    *question.RULES,
    *people.RULES,
    *replies.RULES,
    *colleagues.RULES,
    *alignment.RULES,
    *pilots.RULES,
    *dates.RULES,
    *places.RULES,
    *provenance.RULES,
    *wording.RULES,
    *readings.RULES,
)
"""Every rule, in the order in which problems are listed."""


def validate(checked: Dossier | Reading, /) -> tuple[Problem, ...]:
    """Every problem of a dossier: first by rule, in the order of :data:`RULES`, then by place.

    Each has the rule's code and severity, and a JSON Pointer into the dossier's JSON form. Only
    what the dossier as a whole can know is checked: a single object checks itself when it is made.
    Nothing depends on the day it is run, no dossier makes it raise, and its time grows linearly
    with the dossier.

    Of a reading, its regions, issues and corrections are checked as well; the pointers are then
    into the reading's JSON form, where those of the dossier begin with ``/dossier``.

    Raises TypeError when it is given anything else.

    >>> from inburgering_model.model.dossier import Dossier
    >>> from inburgering_model.model.pilot import Pilot
    >>> from inburgering_model.model.question import ParliamentaryQuestion
    >>> pilot = Pilot(id="p1", programme="g1")
    >>> for problem in validate(Dossier(question=ParliamentaryQuestion(), pilots=(pilot,))):
    ...     print(problem)
    /pilots/0/programme: there is no programme g1 [id.programme-unresolved]
    """
    if isinstance(checked, Reading):
        indexed = IndexedDossier(checked.dossier, checked)
    else:
        must_be(Dossier, checked, "a Dossier or a Reading")
        indexed = IndexedDossier(checked)
    return tuple(problem for rule in RULES for problem in rule.problems(indexed))
