"""Sentences with their words, their place, and who says them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from enum import Enum, auto
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from attrs import field, frozen

from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.provenance import Evidence
from inburgering_model.parsing.content.lexicon import Hit, table, vocabulary
from inburgering_model.parsing.language.letters import in_small_letters
from inburgering_model.parsing.language.sentences import sentences
from inburgering_model.parsing.text.passages import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inburgering_model.parsing.content.phrases import Vocabulary

__all__ = ["Statement", "Voice", "statements_of"]

# A word: letters and digits, with hyphens, apostrophes and full stops inside.
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_start, _end = itemgetter(0), itemgetter(1)
# A line that is not empty.
_ROW = re.compile(r"[^\n]+")
# The letter or number of a row: "a)", "(2)", "3°".
_LETTERED = re.compile(r"(?:\(?(?:[a-z]|\d{1,2})\)|\d{1,2}°)\s")
_ROWS = frozenset((PassageKind.LIST_ITEM, PassageKind.TABLE))
_Place = tuple[int, int]
_LINKS = frozenset(("en", "maar", "doch", "waarna"))
_REASONS = frozenset(("aangezien", "want", "vermits", "terwijl"))
_PARTING = _LINKS | _REASONS
_OPENERS = "(["
_CLOSERS = ")]"
# Whatever opens or closes an aside: what is inside parts nothing.
_BRACKET = re.compile(r"[()\[\]]")


class Voice(Enum):
    """Who says it, and where."""

    TITLE = auto()
    CONTEXT = auto()
    ASKED = auto()
    ANSWERED = auto()
    ANNEX = auto()


@frozen(kw_only=True, eq=False)
class Statement:
    """A sentence of a passage.

    ``section`` counts the stretches of a document (the title, the context, each item);
    ``paragraph`` counts the passages in all.
    """

    ground: Locator = field(repr=False)
    start: int
    end: int
    voice: Voice
    section: int
    paragraph: int
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    """Where each word stands, in offsets of the passage's text."""
    atoms: tuple[frozenset[str], ...] = field(repr=False)
    present: int = field(repr=False)
    """Everything in its atoms, as :meth:`Vocabulary.present` gives it."""
    clauses: tuple[tuple[int, int], ...] = ()
    """Ranges of words: the sentence's coordinated main clauses."""

    @property
    def passage(self) -> Passage:
        """The passage it stands in."""
        return self.ground.passage

    @property
    def text(self) -> str:
        """The sentence."""
        return self.passage.text[self.start : self.end]

    @property
    def in_row(self) -> bool:
        """Whether it stands in a row of a list or a table: a bullet, or a letter with a bracket."""
        passage = self.passage
        return passage.kind in _ROWS or _LETTERED.match(passage.text) is not None

    @property
    def after_label(self) -> int:
        """Its first word that is not the letter or number of a row."""
        return int(self.start == 0 and _LETTERED.match(self.passage.text) is not None)

    @property
    def interrogative(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text.rstrip('"”’)» ').endswith("?")

    def has(self, *classes: str) -> bool:
        """Whether a word of one of the classes stands in it."""
        return self.present & _any_of(*classes) != 0

    def has_in(self, start: int, end: int, *classes: str) -> bool:
        """Whether a word of one of the classes stands in a range of its words."""
        if not self.present & _any_of(*classes):
            return False
        return not all(map(_elements(*classes).isdisjoint, self.atoms[start:end]))

    def hits(self, name: str, start: int, end: int) -> Iterator[Hit]:
        """The frames of a table that are found in a range of its words."""
        return table(name).hits(self.atoms, start, end, self.present)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the passage of a range of words."""
        if start >= end:
            return self.start, self.start
        return self.places[start][0], self.places[end - 1][1]

    def said(self, start: int, end: int) -> str:
        """The text of a range of words."""
        first, last = self.offsets(start, end)
        return self.passage.text[first:last]

    def clause_of(self, start: int, end: int) -> tuple[int, int]:
        """The range of words of the smallest run of clauses that holds a range of words."""
        first = self.clauses[max(bisect_right(self.clauses, start, key=_start) - 1, 0)]
        last = self.clauses[min(bisect_left(self.clauses, end, key=_end), len(self.clauses) - 1)]
        return first[0], last[1]

    def clause_passage(self, start: int, end: int) -> Passage:
        """The passage of a run of clauses, with the sentence's own beginning and end."""
        first = self.start if start == 0 else self.places[start][0]
        last = self.end if end == len(self.words) else self._clause_end(end)
        return self.ground.part(first, last)

    def _clause_end(self, end: int) -> int:
        last = end - 1
        while last > 0 and self.words[last] in _LINKS:
            last -= 1
        return self.places[last][1]

    def words_within(self, start: int, end: int) -> tuple[int, int]:
        """The range of words that offsets of the passage touch."""
        first = bisect_right(self.places, start, key=_end)
        return first, max(first, bisect_left(self.places, end, key=_start))

    def evidence(
        self,
        rule: str,
        confidence: float,
        *,
        of: str = "",
        start: int | None = None,
        end: int | None = None,
    ) -> Evidence:
        """Evidence from offsets of the passage; from the whole sentence when none are given."""
        first = self.start if start is None else start
        last = self.end if end is None else end
        spans = self.ground.spans(first, last)
        return Evidence(of=of, spans=spans, rule=rule, confidence=confidence)


@cache
def _any_of(*classes: str) -> int:
    return vocabulary().present((_elements(*classes),))


@cache
def _elements(*classes: str) -> frozenset[str]:
    """How classes stand among the atoms of a word."""
    return frozenset(f"{{{name}}}" for name in classes)


def statements_of(
    passages: Iterable[Passage], voice: Voice, section: int, first_paragraph: int
) -> Iterator[Statement]:
    """The sentences of passages that stand together."""
    known = vocabulary()
    for paragraph, passage in enumerate(passages, first_paragraph):
        ground = Locator(passage)
        small = in_small_letters(passage.text)
        for start, end in _sentences(passage):
            places, words = _words(known, small, start, end)
            if not words:
                continue
            atoms = known.atoms(words)
            yield Statement(
                ground=ground,
                start=start,
                end=end,
                voice=voice,
                section=section,
                paragraph=paragraph,
                words=words,
                places=places,
                atoms=atoms,
                present=known.present(atoms),
                clauses=tuple(_clauses(passage.text, words, places, atoms)),
            )


def _sentences(passage: Passage) -> Iterable[tuple[int, int]]:
    """The sentences of a passage; the rows of a table."""
    if passage.kind is not PassageKind.TABLE:
        return sentences(passage.text)
    return [match.span() for match in _ROW.finditer(passage.text)]


def _words(
    known: Vocabulary, small: str, start: int, end: int
) -> tuple[tuple[_Place, ...], tuple[str, ...]]:
    """The words of a stretch and where they stand; a compound term ("living lab") is one word."""
    places: list[_Place] = [match.span() for match in _WORD.finditer(small, start, end)]
    words = [small[a:b] for a, b in places]
    for first, last in reversed(known.terms_in(words)):
        places[first:last] = [(places[first][0], places[last - 1][1])]
        words[first:last] = [" ".join(words[first:last])]
    return tuple(places), tuple(words)


def _may_part(text: str, words: tuple[str, ...], places: tuple[_Place, ...]) -> Iterable[int]:
    """The words before which clauses can part: mostly none, or the few at a word that links."""
    first, last = places[0][0], places[-1][1]
    has_links = not _PARTING.isdisjoint(words)
    if text.find(";", first, last) >= 0 or (has_links and _BRACKET.search(text, first, last)):
        return range(1, len(words))
    if not has_links:
        return ()
    found = (i + (word in _LINKS) for i, word in enumerate(words) if word in _PARTING)
    return [index for index in found if 0 < index < len(words)]


def _clauses(
    text: str,
    words: tuple[str, ...],
    places: tuple[tuple[int, int], ...],
    atoms: tuple[frozenset[str], ...],
) -> Iterator[tuple[int, int]]:
    """Where coordinated main clauses begin and end.

    A clause begins at a finite auxiliary after *en*, *maar* … ("en werden de resultaten …"), after
    such a word and a comma, and after a semicolon; never inside brackets.
    """
    begin = depth = 0
    for index in _may_part(text, words, places):
        between = text[places[index - 1][1] : places[index][0]]
        if len(between) > 1:
            depth += sum(map(between.count, _OPENERS)) - sum(map(between.count, _CLOSERS))
        if depth > 0 or index <= begin:
            continue
        linked = words[index - 1] in _LINKS and index - 1 > begin
        reason = words[index] in _REASONS and "," in between
        # "En krijgen geen vervolg" has no subject of its own.
        whole = "{auxiliary}" in atoms[index] and words[index + 1 : index + 2] != ("geen",)
        if ";" in between or reason or (linked and whole):
            yield begin, index
            begin = index
    yield begin, len(words)
