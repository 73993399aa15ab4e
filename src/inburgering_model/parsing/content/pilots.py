"""Which pilots (*proeftuinen*, *proefprojecten*) there are: one for each municipality.

A municipality that is only mentioned is no pilot: a frame of ``data/pilot_frames.csv`` must tie it
to a pilot, an announcement ("in twee steden") must be made good by the sentences that follow, or it
must head a row of a list about pilots. What the question and the answers say of one municipality is
one pilot, with all of it as evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.model.passage import PassageKind
from inburgering_model.parsing.content.framing import Framing, framed, is_vetoed
from inburgering_model.parsing.content.groups import key_of
from inburgering_model.parsing.content.programmes import denies_any, is_established
from inburgering_model.parsing.content.promises import Promises
from inburgering_model.parsing.content.regions import is_province
from inburgering_model.parsing.content.retelling import retells, retells_of_both
from inburgering_model.parsing.content.several import parted
from inburgering_model.parsing.content.statements import Voice
from inburgering_model.parsing.content.trials import Trial
from inburgering_model.parsing.content.unplaced import unplaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.parsing.content.groups import Gazetteer, PlaceGroup
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["find_trials", "is_about_all", "is_about_both"]

_WORDS_BEFORE_HEAD = 3
_LONGEST_LABEL = 24


def find_trials(setting: Setting, gazetteer: Gazetteer) -> list[Trial]:
    """The pilots of a document, in the order in which they are first mentioned.

    Where no municipality has one, a province or region may; where none has, the text may still
    tell of one.
    """
    found = _collected(_undenied(setting, gazetteer))
    if found:
        return parted(setting, gazetteer, found)
    found = _collected(_found_in_regions(setting, gazetteer)) or unplaced(setting)
    if not (found or is_established(setting)):
        return []
    return _collected(_found_in_titles(setting, gazetteer)) or found


def _undenied(setting: Setting, gazetteer: Gazetteer) -> Iterator[_Found]:
    """The groups of pilots, but for those that only the question has and the answer denies."""
    denied = {
        key
        for statement in setting.answered
        if denies_any(statement)
        for group in gazetteer.groups(statement)
        for key in group.keys
    }
    for statement, group, framing in _found(setting, gazetteer):
        if statement.voice is Voice.ANSWERED or not denied.issuperset(group.keys):
            yield statement, group, framing


def _collected(found: Iterator[_Found]) -> list[Trial]:
    trials: dict[str, Trial] = {}
    for statement, group, framing in found:
        trial: Trial | None = None
        for mention in group.mentions:
            known = trials.get(key_of(mention)) or Trial()
            if not framing.shared or trial is None:
                trial = known
            elif known is not trial:
                trial.absorb(known)
            trial.add(mention, statement, framing.rule, framing.confidence)
            if framing.shared:
                trials |= dict.fromkeys(trial.places, trial)
            else:
                trials[key_of(mention)] = trial
    return list({id(trial): trial for trial in trials.values()}.values())


def is_about_all(statement: Statement) -> bool:
    """Whether a statement speaks of the pilots together: the projects, each town, both towns."""
    if statement.has("pilotwhole"):
        return True
    return is_about_both(statement) or _quantifies(statement, "each", _FAR)


def is_about_both(statement: Statement) -> bool:
    """Whether a statement speaks of two pilots together: both projects, both towns."""
    return "beide" in statement.words and _quantifies(statement, "both", _NEAR)


def _quantifies(statement: Statement, quantifier: str, reach: int) -> bool:
    return statement.has(quantifier) and any(
        statement.has_in(index + 1, index + 1 + reach, "town", "pilot", "project")
        for index, atoms in enumerate(statement.atoms)
        if f"{{{quantifier}}}" in atoms
    )


_NEAR, _FAR = 2, 5


_Found = tuple["Statement", "PlaceGroup", Framing]


def _found(setting: Setting, gazetteer: Gazetteer) -> Iterator[_Found]:
    """Every group of places that is one of pilots, with the rule that says so."""
    promises = Promises()
    before: _Told | None = None
    for statement in setting.statements:
        if statement.voice is Voice.TITLE or id(statement) in setting.disowned:
            continue
        groups = gazetteer.groups(statement)
        if before is not None and before.is_retold_by(statement):
            for group in before.groups:
                if not is_vetoed(before.statement, group):
                    yield before.statement, group, Framing("pilot.retold", 0.7)
        before = _Told(statement, groups)
        if statement.in_row and promises.list_in == statement.section:
            for group in _heads(statement, groups):
                framing = framed(setting, statement, group)
                # A row of a table is of one thing.
                in_table = statement.passage.kind is PassageKind.TABLE
                shared = in_table or (framing is not None and framing.shared)
                promises.places -= len(group.mentions)
                yield statement, group, Framing("pilot.row", 0.7, shared)
            continue
        promises.keep_in(statement.section)
        yield from _found_in_prose(setting, statement, groups, promises)
        if statement.voice is not Voice.ASKED:
            promises.note(setting, statement, named=bool(groups))


class _Told(NamedTuple):
    """A sentence, and the places in it."""

    statement: Statement
    groups: Sequence[PlaceGroup]

    def is_retold_by(self, statement: Statement) -> bool:
        """Whether the next sentence says that its places are those of pilots."""
        two = sum(len(group.mentions) for group in self.groups) == _BOTH
        both = two and retells_of_both(statement, self.statement)
        return both or retells(statement, self.statement)


_BOTH = 2


def _found_in_prose(
    setting: Setting, statement: Statement, groups: Sequence[PlaceGroup], promises: Promises
) -> Iterator[_Found]:
    """The groups of a sentence: by a frame, by a list they go on, as promised, or as asked."""
    before: Framing | None = None
    for group in groups:
        framing = framed(setting, statement, group)
        if framing is None and before is not None and _goes_on(statement, group):
            framing = Framing("pilot.joined", 0.5)
        promised = promises.places > 0 and _opens(statement, group)
        if framing is None and promised and not is_vetoed(statement, group):
            promises.places -= len(group.mentions)
            framing = Framing("pilot.announced", 0.7)
        if framing is None and _answers_where(setting, statement, group):
            framing = Framing("pilot.asked-where", 0.5)
        if framing is not None:
            yield statement, group, framing
        before = framing


def _answers_where(setting: Setting, statement: Statement, group: PlaceGroup) -> bool:
    """Whether places answer an item that asks where the pilots are: "In welke gemeenten?"."""
    asked = statement.section in setting.asked_where and statement.voice is Voice.ANSWERED
    return asked and not statement.has("negation", "only") and not is_vetoed(statement, group)


def _goes_on(statement: Statement, group: PlaceGroup) -> bool:
    """Whether a group goes on a list of places that are pilots: "…, en te Izegem"."""
    index = _before_building(statement, group.start - 1)
    if index < 1 or statement.words[index] not in ("in", "te"):
        return False
    between = statement.passage.text[statement.places[index - 1][1] : statement.places[index][0]]
    vetoed = is_vetoed(statement, group)
    return (statement.words[index - 1] == "en" or between.strip() in (",", ";")) and not vetoed


def _before_building(statement: Statement, index: int) -> int:
    """The word before "een kapel in", for "…, en in een kapel in Bree"; else the same word."""
    found = statement.words[max(index - 2, 0) : index + 1]
    stands_in = len(found) > _NEAR and found[0] in ("een", "het", "de") and found[2] in ("in", "te")
    return index - len(found) if stands_in else index


def _found_in_regions(setting: Setting, gazetteer: Gazetteer) -> Iterator[_Found]:
    """Every group of regions that is one of pilots."""
    for statement in setting.statements:
        for group in gazetteer.regions(statement) if statement.voice is not Voice.TITLE else ():
            framing = framed(setting, statement, group)
            if framing is not None:
                yield statement, group, framing


def _found_in_titles(setting: Setting, gazetteer: Gazetteer) -> Iterator[_Found]:
    """The places of a title that names a pilot in them: a text need not say them again."""
    for statement in setting.statements:
        for group in gazetteer.groups(statement) if statement.voice is Voice.TITLE else ():
            framing = framed(setting, statement, group)
            if framing is not None:
                yield statement, group, Framing("pilot.title", 0.5, framing.shared)


def _opens(statement: Statement, group: PlaceGroup) -> bool:
    """Whether a group stands at the head of its clause, after *in* or *te*."""
    head, _ = statement.clause_of(group.start, group.end)
    before = statement.words[head : group.start]
    return len(before) <= _WORDS_BEFORE_HEAD and bool({"in", "te"} & set(before))


def _names_province(group: PlaceGroup) -> bool:
    """Whether a name may be that of a province, before the places in it: "Antwerpen: Lier"."""
    return len(group.mentions) == 1 and is_province(group.mentions[0].name)


def _heads(statement: Statement, groups: Sequence[PlaceGroup]) -> Iterator[PlaceGroup]:
    """The groups that head a row: the first words of the statement, or of a line of it."""
    text = statement.passage.text
    label = len(groups) > 1 and text.startswith(":", groups[0].mentions[-1].end)
    for group in groups[1:] if label and _names_province(groups[0]) else groups:
        start = statement.places[group.start][0]
        before = max(statement.start, start - _LONGEST_LABEL)
        line = text.rfind("\n", before, start)
        if line < 0 and before > statement.start:
            continue
        first, _ = statement.words_within(max(line, before), start + 1)
        if group.start - first < _WORDS_BEFORE_HEAD:
            yield group
