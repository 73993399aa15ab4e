"""Spellings that extraction is known to spoil, and what they were: a listed table, no guessing.

The table is ``data/spelling.csv``: the spoiled beginning of a word, what it was, and an example.
A spoiled beginning is replaced wherever a word starts with it, in lower case, with a capital, or
all in capitals.
"""

from __future__ import annotations

import re
from functools import cache

from inburgering_model.reference import tables

__all__ = ["AGENCY", "BEGINNING", "CAPITALS", "CAPITAL_I", "DOUBTFUL", "ONES", "restored", "table"]


@cache
def table() -> dict[str, str]:
    """Spoiled beginnings in lower case, and what each was."""
    table = tables.rows("spelling.csv", "inburgering_model.parsing.text")
    return {row["spoiled"]: row["restored"] for row in table}


# AgII, the agency, with the letters that optical recognition takes for each other.
AGENCY = re.compile(r"Ag(?<!\w..)[Il1|]{2,3}(?![A-Za-z0-9])")


# An l where Dutch has none: at a beginning but before no vowel, or among capitals. Without it, none
# was taken for another sign: one look spares three.
DOUBTFUL = re.compile(r"l(?:(?<![A-Za-zÀ-ÿ]l)(?![aeiouyà-ÿ'’])|(?<=[A-ZÀ-Þ]l)(?![a-zà-ÿ]))")
# A word in capitals in which an I was taken for an l: "VERWlJZEND".
CAPITALS = re.compile(r"(?<!\w)(?=l?[A-ZÀ-Þ])(?=[A-ZÀ-Þ]*l)[A-ZÀ-Þl]{3,30}[A-ZÀ-Þ]{2}(?!\w)")

# A figure in which a 1 was taken for an l: "20l0", "l6 april", "l,2", "van l mei", and the
# label "l." at the start of a line. One at the end may be a litre, but not in "nr. 9l".
_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|april|mei|juni|juli|aug(?:ustus)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
ONES = re.compile(
    rf"(?<![^\W_])(?:(?=\d*l)[\dl]{{1,8}}\d(?![^\W_])|l(?=,\d)|l(?=\s{_MONTH})"
    rf"|\dl(?=\s{_MONTH}))|(?<=nr\.\s)[\dl]{{0,4}}l(?![^\W_])|^[ \t]*l(?=\.[ \t]+[A-ZÀ-Þ])",
    re.MULTILINE,
)
# A word that begins with an l before a consonant, as none does: "lntegratie"; addresses do.
CAPITAL_I = re.compile(r"(?<![\w@./-])l(?=[bdgmnrstv][a-zà-ÿ]{3})(?!\S{0,80}[@/])")


def _tree(words: list[str]) -> str:
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    branches: list[str] = []
    for letter, rests in by_letter.items():
        # The shortest beginning wins: what follows it is replaced by nothing else.
        rest = "" if "" in rests else _tree(rests)
        branches.append(re.escape(letter) + rest)
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def restored(word: str) -> str:
    """What a spoiled beginning of a word was; the word itself when it is not listed.

    >>> restored("geintegreer"), restored("Coordin"), restored("GECOORDIN"), restored("geluk")
    ('geïntegreer', 'Coördin', 'GECOÖRDIN', 'geluk')
    """
    found = table().get(word.lower(), word)
    if word.isupper():
        return found.upper()
    return found[0].upper() + found[1:] if word[0].isupper() else found


# The beginnings as a tree of letters, so that a word is looked up in one pass.
BEGINNING = re.compile(rf"\b{_tree(sorted(table()))}")
"""Finds a spoiled beginning of a word, in text in lower case."""
