"""The notation of the tables, and the words that two sentences can share.

A phrase in a table is plain Dutch. ``(a|b)`` is a choice, in which an empty one means that nothing
stands there; ``…`` stands for at most six words and ``……`` for twelve; ``*`` for the rest of a
word; ``#`` for a digit; ``^`` at its beginning for the beginning of the sentence. Case does not
matter.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from inburgering_model.model.people import fold
from inburgering_model.reference.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PACKAGE", "event_nouns", "is_content", "phrase_pattern", "stem", "stems_of"]

PACKAGE = "inburgering_model.analysis.coverage"

_SHORTEST_CONTENT = 4
_LONGEST_STEM = 7
# What the notation sets apart: spaces around a gap, spaces, and its signs.
_SIGNS = re.compile(r"(\s*…+\s*|\s+|[()|*#^])")
_MEANING = {"(": "(?:", ")": ")", "|": "|", "*": r"\w{0,30}", "#": r"\d", "^": ""}
# So many words of at most forty characters, none of which ends a clause; a comma at most first.
_GAP = r",?(?:\s{{1,2}}[^\s.;:?!]{{1,40}}){{0,{most}}}?\s{{1,2}}"
_WORDS_IN_A_GAP = 6
# A gap at the end needs one word at least.
_LAST_GAP = r"\s{1,2}[^\s.;:?!]{1,40}"
# Endings of inflected Dutch words, the longest first.
_ENDING = re.compile(r"(?:ingen|ende|ing|eren|eerd|eert|den|ten|en|de|te|t|d|s|e)\Z")
# A letter written twice: aanvraag against aanvragen, kerk and kerken have none.
_DOUBLE = re.compile(r"([a-z])\1")


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile the phrases of a table row into one pattern.

    >>> pattern = phrase_pattern(["kan … niet (meedelen|zeggen)"])
    >>> pattern.search("Dat kan ik helaas niet meedelen.")[0]
    'kan ik helaas niet meedelen'
    """
    return re.compile("|".join(map(_one_pattern, phrases)), re.IGNORECASE)


def _one_pattern(phrase: str) -> str:
    text = phrase.strip()
    written = "".join(
        _meaning(piece, at_end=not any(pieces[index + 1 :]))
        for pieces in [_SIGNS.split(text)]
        for index, piece in enumerate(pieces)
        if piece
    )
    begins = r"\A\W{0,3}" if text.startswith("^") else r"(?<!\w)"
    return rf"{begins}{written}(?!\w)"


def _meaning(piece: str, *, at_end: bool) -> str:
    if "…" in piece:
        return _LAST_GAP if at_end else _GAP.format(most=_WORDS_IN_A_GAP * piece.count("…"))
    if piece.isspace():
        return r"\s{0,2}"
    return _MEANING.get(piece) or (re.escape(piece) if piece not in _MEANING else "")


@cache
def _words_of(kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(dict.fromkeys(fold(row["words"]).split()))
        for row in rows("words.csv", PACKAGE)
        if row["kind"] == kind
    )


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for words in _words_of("stop") for word in words)


@cache
def _families() -> dict[str, str]:
    """The first word of a family stands for all of them."""
    return {word: f"={words[0]}" for words in _words_of("family") for word in words}


@cache
def event_nouns() -> frozenset[str]:
    """Stems of nouns that can name what the sentence before them is about: *deze keuze*."""
    return frozenset(stem(word) for words in _words_of("event") for word in words)


def is_content(word: str) -> bool:
    """Whether a folded word says what a sentence is about."""
    return len(word) >= _SHORTEST_CONTENT and not word.isdigit() and word not in _stop_words()


@cache
def _stem_of_known(word: str) -> str | None:
    return _families().get(word)


def stem(word: str) -> str:
    """A folded word without its inflection, or what stands for its family.

    >>> stem("aanvragen") == stem("aanvraag"), stem("evalueren") == stem("evaluatie")
    (True, True)
    """
    known = _families().get(word)
    if known is not None:
        return known
    bare = _DOUBLE.sub(r"\1", word)
    if bare.startswith("ge") and len(bare) > _LONGEST_STEM + 1:
        bare = bare[2:]
    cut = _ENDING.sub("", bare)
    return (cut if len(cut) >= _SHORTEST_CONTENT - 1 else bare)[:_LONGEST_STEM]


def stems_of(text: str) -> frozenset[str]:
    """The stems of the content words of a text.

    >>> sorted(stems_of("Hoeveel aanvragen werden er geweigerd?"))
    ['anvrag', 'weiger']
    """
    return frozenset(stem(word) for word in fold(text).split() if is_content(word))
