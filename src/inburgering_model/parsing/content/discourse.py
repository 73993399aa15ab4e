"""Which pilots each statement is about: those it names, those spoken of before, or all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import field, frozen

from inburgering_model.parsing.content.numbers import NUMBERS
from inburgering_model.parsing.content.pilots import is_about_all, is_about_both
from inburgering_model.parsing.content.setting import sets_apart
from inburgering_model.parsing.content.trials import Trial

if TYPE_CHECKING:
    from inburgering_model.parsing.content.groups import Gazetteer, PlaceGroup
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Discourse", "Focus", "Tie", "discourse_of"]


class Tie(IntEnum):
    """How a statement is tied to pilots; more is stronger."""

    NONE = 0
    SECTION = 1
    """It stands in a section about pilots."""
    CARRIED = 2
    """The statement before it, in its paragraph, is tied to pilots."""
    NAMED = 3
    """It names pilots, a project, one of their places, or what was learned."""


@frozen(kw_only=True, eq=False)
class Focus:
    """What a statement is about: a tie, and the pilots (by index); all of them when ``whole``."""

    tie: Tie
    trials: tuple[int, ...]
    whole: bool
    places: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """The offset of each group of places that are pilots, with these pilots."""

    def at(self, offset: int) -> tuple[int, ...]:
        """The pilots that something at an offset of the passage is said of.

        Where a sentence names several places apart, it is said of the last one before it; what
        comes before the first is said of all.
        """
        index = bisect_right(self.places, offset, key=itemgetter(0))
        return self.places[index - 1][1] if index else self.trials


_BOTH = 2
_NOTHING = Focus(tie=Tie.NONE, trials=(), whole=False)


@frozen(kw_only=True, eq=False)
class Discourse:
    """The focus of every statement that tells something."""

    trials: Sequence[Trial]
    _focus: Mapping[int, Focus] = field(alias="focus", repr=False)

    def of(self, statement: Statement) -> Focus:
        """The focus of a statement."""
        return self._focus.get(id(statement), _NOTHING)


def discourse_of(setting: Setting, gazetteer: Gazetteer, trials: Sequence[Trial]) -> Discourse:
    """Follow the talk about pilots from statement to statement."""
    where = _whereabouts(trials)
    everything = tuple(range(len(trials)))
    focus: dict[int, Focus] = {}
    before, paragraph = _NOTHING, -1
    recent: dict[int, None] = {}
    for statement in setting.told:
        if sets_apart(statement):
            before = _NOTHING
            continue
        if statement.paragraph != paragraph:
            recent = {}
        places = _places(statement, gazetteer, where)
        elsewhere = not places and bool(gazetteer.groups(statement))
        carried = before if statement.paragraph == paragraph and not elsewhere else _NOTHING
        named = (
            setting.is_about_pilots(statement)
            or statement.has("learned")
            or (bool(everything) and is_about_all(statement))
        )
        pointed = _pointed_at(statement, places, before, tuple(recent), everything)
        if pointed:
            whole = len(pointed) == len(everything)
            before = Focus(tie=Tie.NAMED, trials=pointed, whole=whole, places=places)
            recent |= dict.fromkeys(pointed) if places else {}
        elif elsewhere and not is_about_all(statement):
            before = Focus(tie=Tie.NAMED if named else Tie.SECTION, trials=(), whole=False)
        elif named and (is_about_all(statement) or carried.tie < Tie.CARRIED or carried.whole):
            before = Focus(tie=Tie.NAMED, trials=everything, whole=True)
        elif named:
            before = Focus(tie=Tie.NAMED, trials=carried.trials, whole=carried.whole)
        elif carried.tie >= Tie.CARRIED:
            before = Focus(tie=Tie.CARRIED, trials=carried.trials, whole=carried.whole)
        else:
            before = Focus(tie=Tie.SECTION, trials=(), whole=False)
        focus[id(statement)] = before
        paragraph = statement.paragraph
    return Discourse(trials=trials, focus=focus)


def _pointed_at(
    statement: Statement,
    places: Sequence[tuple[int, tuple[int, ...]]],
    before: Focus,
    recent: tuple[int, ...],
    everything: tuple[int, ...],
) -> tuple[int, ...]:
    """The pilots that a statement points at: by place, as *the others*, *both* or *the three*."""
    if places:
        return tuple(dict.fromkeys(index for _, indexes in places for index in indexes))
    if others := _others(statement, everything, before):
        return others
    if len(recent) == _BOTH and is_about_both(statement):
        return recent
    return everything if _counts(statement, len(everything)) else ()


def _others(statement: Statement, everything: tuple[int, ...], before: Focus) -> tuple[int, ...]:
    """The pilots that a statement calls the others: all but those just spoken of."""
    if before.whole or not before.trials:
        return ()
    words = statement.words
    named = any(
        word in _OTHER
        and words[index - 1] in _DEFINITE
        and statement.has_in(index + 1, index + 3, "pilot", "project", "town")
        for index, word in enumerate(words)
        if index > 0
    )
    return tuple(index for index in everything if index not in before.trials) if named else ()


_OTHER = frozenset(("andere", "overige", "resterende"))
_DEFINITE = frozenset(("de", "beide", "alle", *NUMBERS))


def _counts(statement: Statement, number: int) -> bool:
    """Whether a statement speaks of as many towns or projects as there are: "de drie steden"."""
    if number <= 1 or NUMBERS.keys().isdisjoint(statement.words):
        return False
    return any(
        NUMBERS.get(word) == number
        and statement.words[index - 1] in ("de", "deze", "alle")
        and statement.has_in(index + 1, index + 3, "town", "pilot", "project")
        for index, word in enumerate(statement.words)
        if index > 0
    )


@frozen
class _Whereabouts:
    """How a text points at each pilot: by its places, or by a word that turns to it."""

    of_key: Mapping[str, tuple[int, ...]]
    heads: Mapping[int, Sequence[tuple[int, tuple[int, ...]]]]
    in_regions: bool


def _whereabouts(trials: Sequence[Trial]) -> _Whereabouts:
    of_key: dict[str, tuple[int, ...]] = {}
    heads: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    for index, trial in enumerate(trials):
        for key in trial.places:
            of_key[key] = (*of_key.get(key, ()), index)
        for statement, offset in trial.heads:
            heads.setdefault(statement, []).append((offset, (index,)))
    in_regions = any(place is None for trial in trials for place, _ in trial.places.values())
    return _Whereabouts(of_key, heads, in_regions)


def _remarks(
    text: str,
    group: PlaceGroup,
    each: Sequence[tuple[int, ...]],
    together: tuple[int, ...],
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What stands in brackets after one of several places is said of that place alone."""
    for mention, known in zip(group.mentions, each, strict=True):
        close = text.find(")", mention.end) if text.startswith(" (", mention.end) else -1
        if known and len(each) > 1 and close >= 0:
            yield mention.end, known
            yield close, together


def _places(
    statement: Statement, gazetteer: Gazetteer, where: _Whereabouts
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    found = list(where.heads.get(id(statement), ()))
    groups = gazetteer.regions(statement) if where.in_regions else gazetteer.groups(statement)
    for group in groups:
        each = [where.of_key.get(key, ()) for key in group.keys]
        indexes = tuple(dict.fromkeys(index for known in each for index in known))
        if indexes:
            found.append((group.mentions[0].start, indexes))
            found += _remarks(statement.passage.text, group, each, indexes)
    return tuple(sorted([*found, *_turns(statement, found, where)]))


def _turns(
    statement: Statement,
    found: Sequence[tuple[int, tuple[int, ...]]],
    where: _Whereabouts,
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Where a sentence that named places turns to all of these, or to the other pilots."""
    everything = sorted({index for indexes in where.of_key.values() for index in indexes})
    for index in range(1, len(statement.words) - 1):
        word, place = statement.words[index], statement.places[index][0]
        named = {one for offset, indexes in found if offset < place for one in indexes}
        if not named or not statement.has_in(index + 1, index + 3, "pilot", "project"):
            continue
        if word == "beide":
            yield place, tuple(sorted(named))
        elif word in _OTHER and statement.words[index - 1] in _DEFINITE:
            yield place, tuple(one for one in everything if one not in named)
