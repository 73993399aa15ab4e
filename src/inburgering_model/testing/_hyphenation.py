"""Words broken at the end of a line, where the rules of Dutch allow it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.exchange._wrapping import words_of
from inburgering_model.parsing.text import spelling

if TYPE_CHECKING:
    from random import Random

__all__ = ["breaks", "hyphenated_lines"]

_OFTEN = 0.7
# Inside a word: after a vowel and perhaps a consonant, before a consonant with a vowel behind it.
_SYLLABLE = re.compile(
    r"(?<=[aeiouy])(?=[b-df-hj-np-tvwxz][aeiou])|(?<=[aeiouy][lmnrst])(?=[bdfgklmnprstvwz][aeiou])"
)
_LOWER_WORD = re.compile(r"[a-z]{6,}(?=[.,;:?]?$)")
# A hyphen that was there, before a capital or after capitals and figures.
_KEPT = re.compile(r"(?<=[a-z]-)(?=[A-Z])|(?<=[A-Z0-9]-)(?=[A-Za-z])")
# A diaeresis after a prefix: where the word is broken there, it is not printed.
_TREMA = re.compile(r"^(ge|be|re|co)(?=[ëïöü])", re.IGNORECASE)
_PLAIN = str.maketrans("ëïöü", "eiou")


def breaks(word: str) -> list[tuple[str, str]]:
    """How a word can end one line and open the next.

    >>> breaks("gemeenten")[0], breaks("Sint-Pieters-Leeuw")
    (('ge-', 'meenten'), [('Sint-', 'Pieters-Leeuw'), ('Sint-Pieters-', 'Leeuw')])
    >>> breaks("geïntegreerde")
    [('ge-', 'integreerde')]
    """
    if trema := _TREMA.match(word):
        spoiled = (
            word[: trema.end()] + word[trema.end()].translate(_PLAIN) + word[trema.end() + 1 :]
        )
        known = spelling.BEGINNING.match(spoiled) is not None
        return [(spoiled[: trema.end()] + "-", spoiled[trema.end() :])] if known else []
    if _LOWER_WORD.match(word):
        cuts = [match.start() for match in _SYLLABLE.finditer(word)]
        return [(f"{word[:cut]}-", word[cut:]) for cut in cuts if cut > 1]
    return [(word[: match.start()], word[match.start() :]) for match in _KEPT.finditer(word)]


def hyphenated_lines(text: str, width: int, random: Random) -> list[str]:
    """The words of a text on lines, with a word broken where it fits; capitals are left whole."""
    lines: list[str] = []
    line = ""
    for word in words_of(text):
        joined = f"{line} {word}" if line else word
        if len(joined) <= width:
            line = joined
            continue
        room = width - len(line) - 1
        fitting = [parts for parts in breaks(word) if len(parts[0]) <= room]
        if line and fitting and random.random() < _OFTEN:
            first, rest = random.choice(fitting)
            lines.append(f"{line} {first}")
            line = rest
        else:
            lines += [line] if line else []
            line = word
    return [*lines, line] if line else lines
