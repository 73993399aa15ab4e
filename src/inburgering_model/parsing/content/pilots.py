"""Which pilots (*proeftuinen*, *proefprojecten*) there are: one for each municipality.

A municipality that is only mentioned is no pilot: a frame of ``data/pilot_frames.csv`` must tie it
to a pilot, an announcement ("in twee steden") must be made good by the sentences that follow, or it
must head a row of a list about pilots. What the question and the answers say of one municipality is
one pilot, with all of it as evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field

from inburgering_model.model.passage import PassageKind
from inburgering_model.model.provenance import Evidence
from inburgering_model.parsing.content.groups import condensed, key_of
from inburgering_model.parsing.content.lexicon import table
from inburgering_model.parsing.content.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.model.pilot import Municipality
    from inburgering_model.parsing.content.groups import Gazetteer, PlaceGroup
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.places import PlaceMention

__all__ = ["Trial", "find_trials", "is_about_all"]

_NUMBERS = {
    **{str(number): number for number in range(2, 13)},
    **{
        word: number
        for number, word in enumerate(
            [
                "twee",
                "drie",
                "vier",
                "vijf",
                "zes",
                "zeven",
                "acht",
                "negen",
                "tien",
                "elf",
                "twaalf",
            ],
            start=2,
        )
    },
    "beide": 2,
}
_WORDS_BEFORE_HEAD = 3
_LONGEST_LABEL = 24
_ROWS = frozenset((PassageKind.LIST_ITEM, PassageKind.TABLE))


@define(eq=False, kw_only=True)
class Trial:
    """A pilot in the making: its municipalities, and where each was named as such."""

    municipalities: dict[str, Municipality]
    evidence: list[Evidence] = field(factory=list[Evidence])

    @property
    def keys(self) -> frozenset[str]:
        """The NIS codes."""
        return frozenset(self.municipalities)


def find_trials(setting: Setting, gazetteer: Gazetteer) -> list[Trial]:
    """The pilots of a document, in the order in which they are first mentioned."""
    trials: dict[str, Trial] = {}
    for statement, group, rule, confidence in _found(setting, gazetteer):
        shared = statement.has("shared") and len(group.mentions) > 1
        trial: Trial | None = None
        for mention in group.mentions:
            trial = trial if shared and trial is not None else _trial_of(mention, trials)
            _note(trial, mention, statement, rule, confidence)
            trials[key_of(mention)] = trial
    return list({id(trial): trial for trial in trials.values()}.values())


def is_about_all(statement: Statement) -> bool:
    """Whether a statement speaks of the pilots together: the projects, both towns, each town."""
    if statement.has("pilotwhole"):
        return True
    return statement.has("town") and any(
        "{each}" in statement.atoms[index] or statement.words[index] == "beide"
        for index in range(len(statement.words) - 1)
        if statement.has_in(index + 1, index + 3, "town")
    )


def _trial_of(mention: PlaceMention, trials: dict[str, Trial]) -> Trial:
    return trials.get(key_of(mention)) or Trial(municipalities={})


def _note(
    trial: Trial, mention: PlaceMention, statement: Statement, rule: str, confidence: float
) -> None:
    """Add a mention to a pilot: the place to its municipality, the sentence to the whole."""
    key = key_of(mention)
    known = trial.municipalities.get(key)
    place = statement.evidence(rule, confidence, start=mention.start, end=mention.end)
    before = () if known is None else known.evidence
    trial.municipalities[key] = evolve(mention.municipality, evidence=(*before, place))
    trial.evidence.append(statement.evidence(rule, confidence))


_Found = tuple["Statement", "PlaceGroup", str, float]


def _found(setting: Setting, gazetteer: Gazetteer) -> Iterator[_Found]:
    """Every group of places that is one of pilots, with the rule that says so."""
    promises = _Promises()
    for statement in setting.statements:
        if statement.voice is Voice.TITLE:
            continue
        groups = gazetteer.groups(statement)
        if statement.passage.kind in _ROWS and promises.list_in == statement.section:
            for group in _heads(statement, groups):
                yield statement, group, "pilot.row", 0.7
            continue
        promises.keep_in(statement.section)
        for group in groups:
            framed = _framed(setting, statement, group)
            if framed is not None:
                yield statement, group, *framed
            elif promises.places > 0 and _opens(statement, group):
                promises.places -= len(group.mentions)
                yield statement, group, "pilot.announced", 0.7
        if statement.voice is not Voice.ASKED:
            promises.note(setting, statement, named=bool(groups))


@define(eq=False)
class _Promises:
    """What a text has announced and not yet given: a number of places, or a list of them."""

    section: int = -1
    places: int = 0
    list_in: int | None = None

    def keep_in(self, section: int) -> None:
        """A promise of places holds within its section."""
        if section != self.section:
            self.section, self.places = section, 0

    def note(self, setting: Setting, statement: Statement, *, named: bool) -> None:
        """Take up what a statement announces; another list's head ends the promise of a list."""
        about = setting.is_about_pilots(statement)
        if about and not named:
            self.places = _announced(statement) or self.places
        if about and _introduces(statement):
            self.list_in = statement.section
        elif statement.text.endswith(":"):
            self.list_in = None


def _framed(setting: Setting, statement: Statement, group: PlaceGroup) -> tuple[str, float] | None:
    """The rule and the confidence with which a frame makes a group the places of pilots."""
    asked = statement.voice is Voice.ASKED or statement.interrogative
    atoms = condensed(statement, group)
    best: tuple[str, float] | None = None
    for frame, _ in table("pilot_frames").hits(atoms, 0, len(atoms)):
        if frame.value == "no":
            return None
        if asked and frame.more["asked"] != "yes":
            continue
        if frame.needs == "topic" and statement.section not in setting.topical:
            continue
        if best is None or frame.confidence > best[1]:
            best = frame.rule, frame.confidence
    return best


def _announced(statement: Statement) -> int:
    """How many places a sentence such as "het liep in twee steden" announces."""
    for index, word in enumerate(statement.words[:-1]):
        number = _NUMBERS.get(word)
        if number is not None and statement.has_in(index + 1, index + 3, "towns"):
            return number
    return 0


def _opens(statement: Statement, group: PlaceGroup) -> bool:
    """Whether a group stands at the head of its clause, after *in* or *te*."""
    head, _ = statement.clause_of(group.start, group.end)
    before = statement.words[head : group.start]
    return len(before) <= _WORDS_BEFORE_HEAD and bool({"in", "te"} & set(before))


def _introduces(statement: Statement) -> bool:
    """Whether a list may follow that is one of pilots."""
    return statement.text.endswith(":") or statement.has("towns", "list")


def _heads(statement: Statement, groups: Sequence[PlaceGroup]) -> Iterator[PlaceGroup]:
    """The groups that head a row: the first words of the statement, or of a line of it."""
    text = statement.passage.text
    for group in groups:
        start = statement.places[group.start][0]
        before = max(statement.start, start - _LONGEST_LABEL)
        line = text.rfind("\n", before, start)
        if line < 0 and before > statement.start:
            continue
        first, _ = statement.words_within(max(line, before), start + 1)
        if group.start - first < _WORDS_BEFORE_HEAD:
            yield group
