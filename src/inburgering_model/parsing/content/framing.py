"""What makes places those of pilots: the frames of ``data/pilot_frames.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.groups import condensed
from inburgering_model.parsing.content.lexicon import table
from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from inburgering_model.parsing.content.groups import PlaceGroup
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Framing", "framed", "is_vetoed"]


class Framing(NamedTuple):
    """The rule that makes places those of pilots, how surely, and whether they share one."""

    rule: str
    confidence: float
    shared: bool = False


def framed(setting: Setting, statement: Statement, group: PlaceGroup) -> Framing | None:
    """How the surest frame makes a group the places of pilots; None when none does."""
    asked = statement.voice is Voice.ASKED or statement.interrogative
    atoms, present = condensed(statement, group)
    best: Framing | None = None
    for frame, _, _ in table("pilot_frames").hits(atoms, 0, len(atoms), present):
        if frame.value == "no":
            return None
        if asked and frame.more["asked"] != "yes":
            continue
        if frame.needs == "topic" and statement.section not in setting.topical:
            continue
        shared = frame.value == "shared"
        if best is None or frame.confidence > best.confidence or shared:
            best = Framing(frame.rule, frame.confidence, shared)
        if shared:
            break
    return best


def is_vetoed(statement: Statement, group: PlaceGroup) -> bool:
    """Whether a frame says that a group is of no pilots."""
    atoms, present = condensed(statement, group)
    hits = table("pilot_frames").hits(atoms, 0, len(atoms), present)
    return any(hit.frame.value == "no" for hit in hits)
