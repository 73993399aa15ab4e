"""Where items begin: the labels in a run of lines, weighed by their order.

A line that begins like a label is one when the layout lets a paragraph begin there and the numbers
fit: they count on, they name what was asked, or a word says so. Lists inside a text count from 1
again; they are told from items by what comes after them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, frozen

from inburgering_model.parsing.language.labels import (
    Label,
    read_capital_label,
    read_label,
    read_letter,
    read_lettered_label,
)
from inburgering_model.parsing.language.rare_labels import read_bare_label, read_rare_label
from inburgering_model.parsing.text.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inburgering_model.parsing.text.lines import Line

__all__ = [
    "Candidate",
    "bare_candidates",
    "candidates",
    "capital_candidates",
    "lettered_candidates",
    "letters_between",
    "rare_candidates",
    "runs",
]

# Words after which a number belongs to the sentence, whatever follows it.
_BOUND = re.compile(
    r"(?:\b(?:artikel(?:en)?|art\.?|nrs?\.?|nummer|punt|paragraaf|hoofdstuk|lid|fase|categorie|bijlage|tabel|"
    r"figuur|pijler|stap|niveau|lijn|zone|graad|leerjaar|klasse|de|het|een|van|in|op|met|tot|en|of|voor|ook|"
    r"dan|om|te|aan|bij|per|vraag|vragen|onder|zie|cfr?\.?|vgl\.?|punten|supra|infra|hierboven|minstens|ongeveer|circa|slechts|zijn|was|waren|is)|[,(/–-])$",
    re.IGNORECASE,
)


# A line that ends with a comma, and yet nothing goes on below it.
_SALUTATION = re.compile(r"(?:Geachte|Beste|Waarde|Mijnheer|Mevrouw|Dames)\b.{0,80},")
_FULL = 0.85
_LONGEST_HEADING = 40


@frozen
class Candidate:
    """A line that begins like a label."""

    index: int
    label: Label
    strong: bool
    """Whether the layout lets a paragraph begin here."""
    apart: bool
    """Whether an empty line comes before it."""

    @property
    def number(self) -> int:
        """The first number it names."""
        return self.label.references[0].number


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """The lines that begin like a label and do not continue a sentence."""
    return _candidates(lines, read_label)


def lettered_candidates(lines: Sequence[Line]) -> list[Candidate]:
    """The same, of letters without numbers."""
    return _candidates(lines, read_lettered_label)


def capital_candidates(lines: Sequence[Line]) -> list[Candidate]:
    """The same, of capitals without numbers."""
    return _candidates(lines, read_capital_label)


def rare_candidates(lines: Sequence[Line]) -> list[Candidate]:
    """The same, of the rarer sorts of labels."""
    return _candidates(lines, read_rare_label)


def bare_candidates(lines: Sequence[Line]) -> list[Candidate]:
    """The same, of numbers that nothing closes."""
    return _candidates(lines, read_bare_label)


def _candidates(lines: Sequence[Line], read: Callable[[str], Label | None]) -> list[Candidate]:
    found: list[Candidate] = []
    longest = max((line.end - line.start for line in lines), default=0)
    for index, line in enumerate(lines):
        if not (line.text[0].isalnum() or line.text[0] == "("):
            continue
        label = read(line.text)
        if label is None:
            continue
        before = lines[index - 1].text if index else ""
        after_label = bool(found and found[-1].index == index - 1) and (
            found[-1].label.end >= len(before)
        )
        ended = ends_sentence(before) or _SALUTATION.fullmatch(before) is not None
        strong = index == 0 or ended or after_label
        text = line.text[label.end :].lstrip("“\"'‘(")
        full = not line.blank_before and len(before) >= max(longest * _FULL, _LONGEST_HEADING)
        if not strong and (_BOUND.search(before) or text[:1].islower() or full):
            continue
        apart = line.blank_before
        found.append(Candidate(index, label, strong or apart, apart))
    return found


@define
class _Run:
    members: list[Candidate]

    @property
    def last(self) -> int:
        return self.members[-1].label.references[-1].number


_WIDEST_GAP = 3


def runs(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """Split the candidates of a question into runs that each count up from their first number.

    A number may be printed twice, and up to two may be missing; a 1 begins a new run.
    """
    split: list[_Run] = []
    for candidate in found:
        first, *others = candidate.label.references
        if others:
            continue
        number, letter = first.number, first.letter
        current = split[-1] if split else None
        if current is not None and candidate.label.part and number == current.last:
            continue
        if current is None or (
            number == 1 and not (current.last == 1 and letter not in (None, "a"))
        ):
            if number == 1 or (current is None and candidate.strong and number <= _WIDEST_GAP):
                split.append(_Run([candidate]))
            continue
        step = number - current.last
        if step == 1 or (
            candidate.strong and (step == 0 or 1 < step <= _WIDEST_GAP or _swapped(current, number))
        ):
            current.members.append(candidate)
    return [run.members for run in split]


def _swapped(run: _Run, number: int) -> bool:
    """Whether a lower number fills a gap that the run has left."""
    seen = {member.number for member in run.members}
    return number > 1 and number not in seen


def letters_between(  # noqa: PLR0913 - keywords, and where to look
    lines: Sequence[Line],
    start: int = 0,
    end: int | None = None,
    first: str | None = None,
    *,
    several: bool = False,
    capitals: bool = True,
) -> list[tuple[int, str, int]]:
    """The lettered lines of an item: line index, letter, and where the text begins in the line.

    ``first`` is the letter that the item's own label names, if it names one. With ``several``, a
    line may name more letters, "b-c)": these stand in the place of the letter, as "bc". Capitals
    are letters where there are no small ones.
    """
    end = len(lines) if end is None else end
    found = _letters_between(lines, start, end, first, _small_letters if several else read_letter)
    if found or not capitals:
        return found
    return _letters_between(lines, start, end, first, _capitals if several else _capital)


_Letters = tuple[str, int]
"""The letters that a line begins with, and where its text begins."""


def _letters_between(
    lines: Sequence[Line],
    start: int,
    end: int,
    first: str | None,
    read: Callable[[str], _Letters | None],
) -> list[tuple[int, str, int]]:
    found: list[tuple[int, str, int]] = []
    expected = chr(ord(first) + 1) if first else "a"
    for index in range(start, end):
        letters = read(lines[index].text)
        if letters is None or letters[0][0] != expected:
            continue
        before = lines[index - 1].text if index > start or first else ""
        if index > start and not lines[index].blank_before and _BOUND.search(before):
            continue
        found.append((index, *letters))
        expected = chr(ord(letters[0][-1]) + 1)
    # One letter alone is no list.
    return found if sum(len(letters) for _, letters, _ in found) > (0 if first else 1) else []


def _small_letters(line: str) -> _Letters | None:
    return _several(read_lettered_label(line)) or read_letter(line)


def _capitals(line: str) -> _Letters | None:
    return _several(read_capital_label(line)) or _capital(line)


def _capital(line: str) -> _Letters | None:
    label = read_capital_label(line)
    if label is None or label.worded:
        return None
    letters = [reference.letter or "" for reference in label.references]
    return (letters[0], label.end) if len(letters) == 1 else None


def _several(label: Label | None) -> _Letters | None:
    """The letters of a label that names more than one."""
    if label is None or label.worded or len(label.references) == 1:
        return None
    return "".join(reference.letter or "" for reference in label.references), label.end
