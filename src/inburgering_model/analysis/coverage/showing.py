"""What a sentence shows: a date, a number, an amount, places, a reason, a party, a breakdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from inburgering_model.analysis.coverage.cues import Cue, has_cue
from inburgering_model.analysis.coverage.figures import figures_in
from inburgering_model.analysis.coverage.wording import PACKAGE, phrase_pattern
from inburgering_model.model.passage import PassageKind
from inburgering_model.model.people import fold
from inburgering_model.reference import municipalities
from inburgering_model.reference.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inburgering_model.analysis.coverage.sentences import Sentence

__all__ = ["Shown", "rows_of_figures", "shown_in"]

Shown = dict[str, int]
"""How often a sentence shows each kind of thing."""

_FEWEST_IN_A_BREAKDOWN = 2
# A word with a capital that does not begin the sentence.
_NAME = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-ÖØ-Þ][\w’'-]{1,40}")
# Words of letters, for names of places of one to three words.
_PROVINCES = frozenset(
    ("antwerpen", "limburg", "oost vlaanderen", "vlaams brabant", "west vlaanderen", "brussel")
)
_LONGEST_PLACE = 4
# What begins with a name and a colon, as an entry of a list in prose does.
_ENTRY = re.compile(r"[A-ZÀ-ÖØ-Þ][^:.;]{1,40}:\s")
# An act by its day, which is a name and no answer: "het besluit van de Vlaamse Regering van 3 mei".
_ACT = re.compile(
    r"\w{0,20}(?:decreet|besluit|wet|omzendbrief|richtlijn|verordening|ordonnantie)"
    r"(?:\svan\sde\sVlaamse\s[Rr]egering)?\svan\s\d{1,2}\s\w{3,9}(?:\s\d{4})?(?!\w)",
    re.IGNORECASE,
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    phrases: dict[str, list[str]] = {}
    for row in rows("shown.csv", PACKAGE):
        phrases.setdefault(row["kind"], []).append(row["phrase"])
    return {kind: phrase_pattern(found) for kind, found in phrases.items()}


@cache
def _places() -> frozenset[str]:
    return _PROVINCES | frozenset(map(fold, municipalities.names()))


def shown_in(sentence: Sentence) -> Shown:
    """What a sentence shows, with how many of each.

    >>> from inburgering_model.analysis.coverage.sentences import sentences_of
    >>> from inburgering_model.model.passage import Passage
    >>> (sentence,) = sentences_of([Passage(text="In Gent en Aalst werd 12.000 euro besteed.")])
    >>> shown = shown_in(sentence)
    >>> shown["place"], shown["amount"], "date" in shown
    (2, 1, False)
    """
    text = sentence.text
    shown: Shown = {}
    undated = _ACT.sub("", text)
    for kind, pattern in _patterns().items():
        found = sum(1 for _ in pattern.finditer(undated if kind == "date" else text))
        if found:
            shown[kind] = found
    for figure in figures_in(text):
        for kind in (figure.kind, "number") if figure.kind == "frequency" else (figure.kind,):
            shown[kind] = shown.get(kind, 0) + 1
    names = [match[0] for match in _NAME.finditer(text)]
    places = _places_in(text)
    if places:
        shown["place"] = len(places)
    if names:
        shown["name"] = len(names)
        shown["party"] = shown.get("party", 0) + len(names)
    if has_cue(text, Cue.ANNEX):
        shown["annex"] = 1
    if _breaks_down(sentence, shown):
        shown["breakdown"] = 1
    return shown


def rows_of_figures(sentences: Iterable[Sentence]) -> frozenset[Sentence]:
    """The elements of lists, or entries ("Mol: 20"), with a figure each, when there are several.

    >>> from inburgering_model.analysis.coverage.sentences import sentences_of
    >>> from inburgering_model.model.passage import Passage
    >>> rows = [Passage(text=text, kind=PassageKind.LIST_ITEM) for text in ("Peer: 12", "Mol: 20")]
    >>> len(rows_of_figures(sentences_of(rows))), len(rows_of_figures(sentences_of(rows[:1])))
    (2, 0)
    """
    rows = frozenset(
        sentence
        for sentence in sentences
        if (sentence.passage.kind is PassageKind.LIST_ITEM or _ENTRY.match(sentence.text))
        and any(figures_in(sentence.text))
    )
    return rows if len(rows) >= _FEWEST_IN_A_BREAKDOWN else frozenset()


def _places_in(text: str) -> set[str]:
    """Municipalities and provinces, written with a capital."""
    words = text.replace("-", " ").split()
    found: set[str] = set()
    for index, word in enumerate(words):
        if not word.lstrip("(“\"'‘")[:1].isupper():
            continue
        for length in range(1, _LONGEST_PLACE + 1):
            name = fold(" ".join(words[index : index + length]))
            if name in _places():
                found.add(name)
    return found


def _breaks_down(sentence: Sentence, shown: Shown) -> bool:
    if sentence.passage.kind is PassageKind.TABLE or "annex" in shown:
        return True
    figures = sum(shown.get(kind, 0) for kind in ("number", "amount", "share", "duration"))
    return figures > _FEWEST_IN_A_BREAKDOWN or (
        figures >= _FEWEST_IN_A_BREAKDOWN
        and (shown.get("place", 0) >= _FEWEST_IN_A_BREAKDOWN or "waarvan" in sentence.text)
    )
