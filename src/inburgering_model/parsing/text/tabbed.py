"""Words by which a line shows that it is part of a sentence, also when tabs set its words apart."""

from __future__ import annotations

import re

__all__ = ["OPEN_END", "is_tabbed_prose"]

# What no sentence or cell ends with: something must follow.
OPEN_END = re.compile(
    r"(?:[-,/(–]|\b(?:de|het|een|van|en|of|in|op|te|met|voor|aan|door|bij|om|dat|die|als|tot|uit|naar|"
    r"over|onder|tussen|deze|dit|zijn|hun|haar|per|niet|ook))$",
    re.IGNORECASE,
)


_FEWEST_WORDS = 5


def is_tabbed_prose(text: str) -> bool:
    """Whether every blank of a line is one tab, and what it sets apart are words of a sentence.

    Cells do not hold an article or a preposition alone, and end no sentence or part of one; and a
    row of five cells does not hold small letters in most of them.
    """
    if " " in text or "\t\t" in text:
        return False
    words = text.split("\t")
    return (
        words[-1][-1] in ".?!"
        or any(word[-1] in ",;?" or (word.isalpha() and OPEN_END.fullmatch(word)) for word in words)
        or (len(words) >= _FEWEST_WORDS and sum(map(str.islower, words)) * 2 > len(words))
    )
