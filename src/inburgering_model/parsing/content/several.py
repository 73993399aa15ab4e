"""Several pilots in one municipality, told apart by "het eerste … het tweede …" or by theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.parsing.content.evidence import for_field
from inburgering_model.parsing.content.numbers import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from inburgering_model.parsing.content.groups import Gazetteer
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.content.trials import Trial

__all__ = ["parted"]

_ORDINALS = {"eerste": 0, "ene": 0, "tweede": 1, "andere": 1, "derde": 2, "vierde": 3, "vijfde": 4}
_DETERMINERS = frozenset(("het", "de", "een"))
_ONE = frozenset(("een", "één", "eentje"))
_FAR = 12
_FEWEST = 2
_LONGEST_THEME = 10
# What ends the theme of a pilot: a sign.
_SIGN = re.compile(r"[,;:.()?!]")
_BEFORE_THEME = frozenset(
    [
        "met",
        "rond",
        "over",
        "was",
        "is",
        "gaat",
        "draait",
        "betreft",
        "om",
        "test",
        "rondom",
        "van",
        "de",
        "het",
        "een",
        "voor",
        "richt",
        "zich",
        "op",
        "in",
        "werkt",
        "onderzoekt",
        "omvat",
        "liep",
        "loopt",
        "proefproject",
        "project",
        "pilootproject",
        "proef",
        "experiment",
    ]
)
_AFTER_THEME = ("{auxiliary}", "{exists}", "{runs}", "{starts}", "{ends}")

_Head = tuple["Statement", int, int]
"""A statement, the word at which it turns to a pilot, and the number of that pilot."""


def parted(setting: Setting, gazetteer: Gazetteer, trials: Sequence[Trial]) -> list[Trial]:
    """The pilots, with those of one municipality told apart where the text does so."""
    told = setting.told
    alone = {next(iter(trial.places)): trial for trial in trials if len(trial.places) == 1}
    parts: dict[int, list[Trial]] = {}
    for index, statement in enumerate(told):
        trial = _announced(statement, gazetteer, alone)
        if trial is None or id(trial) in parts:
            continue
        heads = list(_heads(told[index : index + _FAR], statement))
        numbers = sorted({number for _, _, number in heads})
        if numbers != list(range(len(numbers))) or len(numbers) < _FEWEST:
            continue
        parts[id(trial)] = [trial, *(trial.part() for _ in numbers[1:])]
        for said, word, number in heads:
            _turn(parts[id(trial)][number], said, word)
    return [part for trial in trials for part in parts.get(id(trial), (trial,))]


def _announced(
    statement: Statement, gazetteer: Gazetteer, alone: Mapping[str, Trial]
) -> Trial | None:
    """The pilot of the one place of which a statement says that it has several."""
    several = not NUMBERS.keys().isdisjoint(statement.words) and any(
        word in NUMBERS and statement.has_in(index + 1, index + 3, "pilot")
        for index, word in enumerate(statement.words)
    )
    groups = gazetteer.groups(statement) if several else []
    if len(groups) != 1 or len(groups[0].keys) != 1:
        return None
    return alone.get(groups[0].keys[0])


def _heads(told: Sequence[Statement], first: Statement) -> Iterator[_Head]:
    for statement in told:
        if statement.section != first.section:
            return
        colon = statement.text.find(":") if statement is first else -1
        if statement is first and colon < 0:
            continue
        count = 0
        for index, word in enumerate(statement.words[:-1]):
            start = statement.places[index][0]
            if start < statement.start + colon or not _opens(statement, index):
                continue
            number = _ORDINALS.get(statement.words[index + 1])
            if word in _DETERMINERS and number is not None:
                yield statement, index + 1, number
            elif colon >= 0 and word in _ONE and "{complement}" in statement.atoms[index + 1]:
                yield statement, index, count
                count += 1


def _opens(statement: Statement, index: int) -> bool:
    """Whether a word opens a sentence or a clause, or follows *en*."""
    if index == 0 or statement.words[index - 1] in ("en", "terwijl"):
        return True
    between = statement.passage.text[statement.places[index - 1][1] : statement.places[index][0]]
    return not between.isspace()


def _turn(trial: Trial, statement: Statement, word: int) -> None:
    """A statement turns to a pilot at a word; what follows that word is its theme."""
    trial.heads.append((id(statement), statement.places[word][0]))
    trial.note(statement, "pilot.one-of-several", 0.7)
    begin = word + 1
    while begin < len(statement.words) and statement.words[begin] in _BEFORE_THEME:
        begin += 1
    end = begin
    while end < min(len(statement.words), begin + _LONGEST_THEME) and not _ends(
        statement, begin, end
    ):
        end += 1
    if end > begin:
        start, stop = statement.offsets(begin, end)
        evidence = statement.evidence("pilot.theme", 0.5, start=start, end=stop)
        trial.call(statement.passage.text[start:stop], for_field(evidence, "name"))


def _ends(statement: Statement, begin: int, index: int) -> bool:
    atoms = statement.atoms[index]
    if statement.words[index] in ("en", "die", "dat") or any(e in atoms for e in _AFTER_THEME):
        return True
    if index == begin:
        return False
    before = statement.places[index - 1][1]
    return _SIGN.search(statement.passage.text, before, statement.places[index][0]) is not None
