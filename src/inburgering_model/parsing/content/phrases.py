"""Patterns of words, in a notation that needs no programmer, found in linear time.

A pattern is words with spaces between. ``is|zijn`` is either word, ``(ook)`` may be left out,
``reken*`` begins so, ``*handleiding`` ends so, ``{pilot}`` is any word of that class, ``…`` is any
number of words, ``…3`` at most three, and ``<…>`` any number of words that are wanted: the zone.
``^`` at the head holds the pattern to the beginning, ``$`` at the tail to the end. ``//`` stands
between patterns that say the same. Capitals and punctuation do not count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Match", "Phrase", "Vocabulary", "phrases_of"]

# A gap: any number of words, at most so many, or the zone.
_GAP = re.compile(r"…([0-9]{0,2})|(<…>)")
_UNLIMITED = -1
_SHORTEST_STEM = 3


class Match(NamedTuple):
    """Where a phrase was found: token indexes, half-open, and those of its zone (or None)."""

    start: int
    end: int
    zone: tuple[int, int] | None


class _Part(NamedTuple):
    """Neighbouring elements, and how many words may stand before them."""

    gap: int
    wanted: bool
    elements: tuple[tuple[str, bool], ...]


@frozen
class Phrase:
    """A compiled pattern."""

    parts: tuple[_Part, ...]
    anchored: bool
    closing: bool
    """Whether its last part stands at the end."""
    open_zone: bool
    """Whether everything after the last part is wanted."""
    required: frozenset[str]
    """The elements without which it cannot be found."""

    def find(self, atoms: Sequence[frozenset[str]], start: int, end: int) -> Match | None:
        """The first place in ``atoms[start:end]``, or None.

        Where a part is not found anywhere ahead, no later beginning can help: the search stops,
        so that its time is linear in the number of tokens.
        """
        first = self.parts[0]
        begin = start
        while True:
            found = _seek(first.elements, atoms, begin, start if self.anchored else end, end)
            if found is None:
                return None
            position, zone = found[1], None
            for part in self.parts[1:]:
                limit = end if part.gap == _UNLIMITED else position + part.gap
                begin = position + part.wanted
                if self.closing and part is self.parts[-1]:
                    begin = max(begin, end - len(part.elements))
                next_found = _seek(part.elements, atoms, begin, limit, end)
                if next_found is None:
                    if part.gap == _UNLIMITED or self.anchored:
                        return None
                    break
                if part.wanted:
                    zone = (position, next_found[0])
                position = next_found[1]
            else:
                if not self.open_zone:
                    return Match(found[0], position, zone)
                # Nothing of what is wanted is left: "werd opgenomen in".
                return Match(found[0], position, (position, end)) if position < end else None
            begin = found[0] + 1


def _seek(
    elements: tuple[tuple[str, bool], ...],
    atoms: Sequence[frozenset[str]],
    first: int,
    last: int,
    end: int,
) -> tuple[int, int] | None:
    """The first beginning in ``first … last`` at which neighbouring elements match, and its end."""
    head, may_lack_head = elements[0]
    for begin in range(first, min(last + 1, end)):
        # Nearly every word is passed over here.
        if not may_lack_head and head not in atoms[begin]:
            continue
        position = begin
        for element, optional in elements:
            if position < end and element in atoms[position]:
                position += 1
            elif not optional:
                break
        else:
            if position > begin:
                return begin, position
    return None


def phrases_of(cell: str, vocabulary: Vocabulary) -> tuple[Phrase, ...]:
    """The phrases of a table's cell, their words entered in a vocabulary."""
    return tuple(_compile(pattern.split(), vocabulary) for pattern in cell.split("//"))


def _compile(words: list[str], vocabulary: Vocabulary) -> Phrase:
    anchored, closing = words[:1] == ["^"], words[-1:] == ["$"]
    words = words[anchored : len(words) - closing]
    parts: list[_Part] = []
    gap, wanted = 0, False
    elements: list[tuple[str, bool]] = []
    for word in words:
        limit = _GAP.fullmatch(word)
        if limit is None:
            optional = word.startswith("(")
            element = word.strip("()").lower()
            vocabulary.enter(element)
            elements.append((element, optional))
            continue
        if elements:
            parts.append(_Part(gap, wanted, tuple(elements)))
        gap = int(limit[1]) if limit[1] else _UNLIMITED
        wanted, elements = limit[2] is not None, []
    if elements:
        parts.append(_Part(gap, wanted, tuple(elements)))
    if not parts:
        message = f"a pattern needs a word: {' '.join(words)!r}"
        raise ValueError(message)
    return Phrase(
        parts=tuple(parts),
        anchored=anchored,
        closing=closing,
        open_zone=wanted and not elements,
        required=frozenset(e for part in parts for e, optional in part.elements if not optional),
    )


TERMS = "pilot"
"""The class whose members of several words count as one word: *living lab*."""


class Vocabulary:
    """Which elements of patterns a word satisfies. Fill it first, then ask."""

    def __init__(self, classes: Iterable[tuple[str, str]]) -> None:
        self._members: dict[str, list[str]] = {}
        self._exact: dict[str, set[str]] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._endings: dict[str, set[str]] = {}
        self._known = _Remembered(self._learn)
        self._idioms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._terms: dict[str, list[tuple[str, ...]]] = {}
        self._elements_of_class: dict[str, set[str]] = {}
        self._bits: dict[str, int] = {}
        self._masks = _Remembered(self._mask)
        for name, members in classes:
            self._members.setdefault(name, []).append(members)
        for name in tuple(self._members):
            self.enter(f"{{{name}}}")

    def enter(self, element: str) -> None:
        """Learn an element: alternatives, each a word, a beginning, an ending or a class."""
        if element in self._bits:
            return
        self._bits[element] = 1 << len(self._bits)
        for alternative in element.split("|"):
            if alternative.startswith("{"):
                self._enter_class(alternative[1:-1], element)
            else:
                self._enter_word(alternative, element)

    def _enter_class(self, name: str, element: str) -> None:
        self._elements_of_class.setdefault(name, set()).add(element)
        for members in self._members[name]:
            for member in members.lower().split("|"):
                words = tuple(member.split())
                if name == TERMS and len(words) > 1:
                    self._enter_word(" ".join(words), element)
                    terms = self._terms.setdefault(words[-1], [])
                    if words not in terms:
                        terms.append(words)
                elif len(words) == 1:
                    self._enter_word(member, element)
                elif words:
                    self._enter_word(" ".join(words), element)
                    # Its longest word is its rarest, as a rule.
                    idioms = self._idioms.setdefault(max(words, key=len), [])
                    if (words, name) not in idioms:
                        idioms.append((words, name))

    def _enter_word(self, word: str, element: str) -> None:
        if word.endswith("*"):
            self._beginnings.setdefault(word[:-1], set()).add(element)
        elif word.startswith("*"):
            self._endings.setdefault(word[1:], set()).add(element)
        else:
            self._exact.setdefault(word, set()).add(element)

    def shortest(self, element: str) -> int:
        """The length of the shortest word, beginning or ending that satisfies an element."""
        return min(map(self._shortest, element.split("|")))

    def _shortest(self, alternative: str) -> int:
        if not alternative.startswith("{"):
            return len(alternative.strip("*"))
        members = "|".join(self._members[alternative[1:-1]]).split("|")
        return min(len(member.strip("*")) for member in members)

    def terms_in(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where terms of several words stand, in order, as ranges of words."""
        found: list[tuple[int, int]] = []
        if self._terms.keys().isdisjoint(words):
            return found
        for index, word in enumerate(words):
            for term in self._terms.get(word, ()):
                first, last = max(index + 1 - len(term), 0), index + 1
                if tuple(words[first:last]) == term and (not found or found[-1][1] <= first):
                    found.append((first, last))
        return found

    def of_class(self, name: str) -> frozenset[str]:
        """The elements that a member of a class satisfies."""
        return frozenset(self._elements_of_class[name])

    def present(self, atoms: Iterable[frozenset[str]]) -> int:
        """Everything in some atoms, a bit for each element: what can be asked of all at once."""
        found = 0
        for mask in map(self._masks.__getitem__, atoms):
            found |= mask
        return found

    def _mask(self, atoms: frozenset[str]) -> int:
        return sum(self._bits.get(element, 0) for element in atoms)

    def atoms(self, words: Sequence[str]) -> tuple[frozenset[str], ...]:
        """The elements that each word of a text satisfies; words are in lower case.

        A class may hold idioms of several words: the last of them then satisfies the class.
        """
        found = list(map(self._known.__getitem__, words))
        if self._idioms.keys().isdisjoint(words):
            return tuple(found)
        for index in [index for index, word in enumerate(words) if word in self._idioms]:
            for idiom, name in self._idioms[words[index]]:
                first = max(index - idiom.index(words[index]), 0)
                last = first + len(idiom)
                if tuple(words[first:last]) == idiom:
                    found[last - 1] |= self._elements_of_class[name]
        return tuple(found)

    def _learn(self, word: str) -> frozenset[str]:
        found = set(self._exact.get(word, ()))
        for length in range(_SHORTEST_STEM, min(len(word), _LONGEST_WORD) + 1):
            found |= self._beginnings.get(word[:length], _NONE)
            found |= self._endings.get(word[-length:], _NONE)
        return frozenset(found)


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _Remembered(dict[_Key, _Value]):
    """What a function gave for each thing; it forgets all when it has grown too large."""

    def __init__(self, function: Callable[[_Key], _Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: _Key) -> _Value:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[key] = value = self._function(key)
        return value


_NONE: frozenset[str] = frozenset()
_LONGEST_WORD = 40
_MOST_REMEMBERED = 1 << 15
