"""Labels that also have other uses: ``(1)``, ``1°``, ``I.``, ``Eerste vraag``, a bare number.

Notes, articles of law and chapters are numbered so too. They are looked for only in a text that has
no label of the plain sorts (:mod:`~inburgering_model.parsing.language.labels`), and whoever reads
them asks for more: that every one of them asks, or that the answer begins with one.
"""

from __future__ import annotations

import re

from attrs import evolve

from inburgering_model.model.references import ItemReference
from inburgering_model.parsing.language.labels import Label, read_lettered_label, read_references

__all__ = ["read_bare_label", "read_rare_label", "roman_value"]

_BRACKETS = re.compile(r"\((?=\d)")
_CLOSED = re.compile(r"\)\s*")
_DEGREE = re.compile(r"([1-9]\d?)°\)?\s+")
_TAB = re.compile(r"([1-9]\d?)\t+(?=[A-ZÀ-Þ“\"])")
_BARE = re.compile(r"([1-9]\d?) +(?=[A-ZÀ-Þ“\"])")
_ROMAN = re.compile(r"(X{0,2}(?:IX|IV|V?I{0,3}))(?<=[XVI])(?:[.):]|\s[-–—](?=\s))\s+")
_ORDINALS = (
    *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste"),
    *("negende", "tiende", "elfde", "twaalfde"),
)
_ORDINAL = "|".join(_ORDINALS)
_CARDINALS = (
    *("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    "twaalf",
)
_CARDINAL = "|".join((*_CARDINALS, "een"))
# "Vraag één", "Antwoord op de vragen drie en vier:", closed or alone on its line.
_COUNTED = re.compile(
    r"(?:antwoord(?:en)?\s+op\s+(?:de\s+)?|ad\s+|op\s+)?(?:deel)?vra(?:ag|gen)\s+"
    rf"((?:{_CARDINAL})(?:(?:\s*,\s*|\s+en\s+)(?:{_CARDINAL})){{0,4}})(?:\s*(?::\s*|\.\s+|[-–—]\s+|$)|\s+(?=(?-i:[A-ZÀ-Þ])))",
    re.IGNORECASE,
)
_EACH_CARDINAL = re.compile(rf"\b(?:{_CARDINAL})\b", re.IGNORECASE)
# "Eerste vraag:", "Antwoord op de tweede en derde vraag", closed or alone on its line.
_IN_WORDS = re.compile(
    r"(?:(?:antwoord(?:en)?\s+)?(?:op|voor)\s+(?:de|uw)\s+|(?:de\s+)?(?=\w))"
    rf"((?:{_ORDINAL})(?:(?:\s*,\s*|\s+en\s+)(?:de\s+)?(?:{_ORDINAL})){{0,4}})"
    r"\s+(?:deel)?vra(?:ag|gen)\s*(?::\s*|\.\s+|[-–—]\s+|$)",
    re.IGNORECASE,
)
_EACH_ORDINAL = re.compile(_ORDINAL, re.IGNORECASE)
_VALUES = {"X": 10, "V": 5, "I": 1}


def read_rare_label(line: str) -> Label | None:
    """The label of a rarer sort that a line begins with; None when it begins with none.

    >>> [str(r) for r in read_rare_label("IV. Hoeveel?").references]
    ['4']
    >>> [str(r) for r in read_rare_label("Antwoord op de tweede en derde vraag: Neen.").references]
    ['2', '3']
    >>> read_rare_label("II. a) Hoeveel?").printed
    'II. a)'
    >>> read_rare_label("De eerste vraag is wie betaalt."), read_rare_label("(12 haltes)")
    (None, None)
    """
    if match := _IN_WORDS.match(line):
        names = [name.lower() for name in _EACH_ORDINAL.findall(match.group(1))]
        return _label(line, match.end(), [_ORDINALS.index(name) + 1 for name in names], worded=True)
    if match := _COUNTED.match(line):
        found = (name.lower() for name in _EACH_CARDINAL.findall(match.group(1)))
        numbers = [1 if name == "een" else _CARDINALS.index(name) + 1 for name in found]
        return _label(line, match.end(), numbers, worded=True)
    if match := _DEGREE.match(line) or _TAB.match(line):
        return _with_letter(line, match.end(), int(match.group(1)))
    if match := _ROMAN.match(line):
        return _with_letter(line, match.end(), roman_value(match.group(1)))
    opening = _BRACKETS.match(line)
    read = read_references(line, opening.end()) if opening else None
    closing = _CLOSED.match(line, read[1]) if read else None
    if read is None or closing is None:
        return None
    return Label(closing.end(), line[: closing.end()].strip(), read[0], worded=False)


def read_bare_label(line: str) -> Label | None:
    """The bare number before a capital that a line begins with, which may as well count something.

    >>> read_bare_label("2 Hier.").printed, read_bare_label("2 haltes")
    ('2', None)
    """
    match = _BARE.match(line)
    return _label(line, match.end(), [int(match.group(1))]) if match else None


def _label(line: str, end: int, numbers: list[int], *, worded: bool = False) -> Label:
    references = tuple(ItemReference(number=number) for number in numbers)
    return Label(end, line[:end].strip(), references, worded=worded)


def _with_letter(line: str, end: int, number: int) -> Label:
    """The label of a number, and of the letters that may come right after it: "II. a) en b)"."""
    label = read_lettered_label(line[end:])
    if label is None or label.worded or label.references[0].letter != "a":
        return _label(line, end, [number])
    end += label.end
    references = tuple(evolve(reference, number=number) for reference in label.references)
    return Label(end, line[:end].strip(), references, worded=False)


def roman_value(figure: str) -> int:
    """The value of a Roman figure; a lower sign before a higher one counts down."""
    values = [_VALUES[sign] for sign in figure]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
