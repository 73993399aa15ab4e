"""A pilot that a text tells of without any place: one, when it says when or how it ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.parsing.content.statements import Voice
from inburgering_model.parsing.content.trials import Trial
from inburgering_model.parsing.language.dated import dated_phrases

if TYPE_CHECKING:
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["unplaced"]

_ARTICLES = frozenset(("het", "de", "dit", "deze", "een", "één", "ons"))
_TELLS = ("runs", "starts", "ends", "stops", "prolongs")
_DENIES = ("negation", "modal", "study", "pending", "abroad")


def unplaced(setting: Setting) -> list[Trial]:
    """The pilot that the answers tell of: a single one, said to run in some time."""
    trial = Trial()
    for statement in setting.told:
        if statement.voice is Voice.ANSWERED and _tells_of_one(statement, setting):
            trial.note(statement, "pilot.without-place", 0.5)
    return [trial] if trial.evidence else []


def _tells_of_one(statement: Statement, setting: Setting) -> bool:
    if not statement.has("pilotone") or not statement.has(*_TELLS) or statement.has(*_DENIES):
        return False
    single = any(
        "{pilotone}" in atoms
        and not _ARTICLES.isdisjoint(statement.words[max(index - 3, 0) : index])
        for index, atoms in enumerate(statement.atoms)
    )
    return single and bool(dated_phrases(statement.text, setting.asked_on))
