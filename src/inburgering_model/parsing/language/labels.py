"""The label grammar: how a question or an answer says which item comes.

``1.`` ``1)`` ``1-2.`` ``1-2.Het`` ``1 en 2.`` ``1, 2 en 4.`` ``2 t.e.m. 5`` ``2 t/m 6`` ``1./2.``
``3 tot en met 6`` ``1 & 2`` ``4-7:`` ``Vraag 1:`` ``Vragen 2-3`` ``Antwoord op vraag 3`` ``Ad 1.``
``Antwoorden 5 en 6`` ``1.a)`` ``1a.``: a label is an optional word, a list of numbers with letters,
and an end. What only looks like one is refused here when its own characters tell (years, amounts,
dates, ordinals); whether the numbers fit the order of the text is for the reader of the items to
say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.references import ItemReference

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Label",
    "read_capital_label",
    "read_label",
    "read_letter",
    "read_lettered_label",
    "read_references",
]

_LONGEST_RANGE = 40


@frozen
class Label:
    """A label at the start of a line."""

    end: int
    """Where the text of the item begins, counted in the line."""
    printed: str
    """As it stands there."""
    references: tuple[ItemReference, ...]
    """The items it names."""
    worded: bool
    """Whether a word such as "Vraag" makes it a label beyond doubt."""
    part: bool = False
    """Whether it numbers a part of the item it names: "1.2."."""


# The word before the numbers.
_WORD = re.compile(
    r"(?:antwoord(?:en)?\s*(?:op|bij|aan)?\s*(?:de\s*)?(?:deel)?(?:vra(?:ag|gen)|punt(?:en)?)?"
    r"|(?:wat\s+|voor\s+wat\s+)?(?:betreft\s+)?(?:deel)?vra(?:ag|gen)|ad|punt(?:en)?|v(?=\d)"
    # A sentence can begin so too: only before a colon.
    r"|(?-i:Op|Inzake|Voor|Betreffende|Aangaande|Ten\s+aanzien\s+van|Met\s+betrekking\s+tot"
    r"|M\.b\.t\.|I\.v\.m\.|In\s+verband\s+met)\s+(?:de\s+)?(?:deel)?vra(?:ag|gen)"
    r"(?=[^:]{1,30}:)|questions?(?=\s))"
    r"\s*(?:nrs?\.?|nummers?)?\s*(?=\d|\(?[a-z](?![\w'’]))",
    re.IGNORECASE,
)
# A number of one or two digits that is not the start of an amount, a date or an ordinal.
_NUMBER = re.compile(r"(\d{1,2})(?![\d%°€])")
# A letter apart from its number: "1.a)", "1 a)", "1 (a)", "1) a.", "1.   a)"; not the start of a
# word. A capital may be the initial of a name: it is glued to the number, or has a bracket.
_LETTER = re.compile(
    r"\s?[.,)]?\s{0,9}(?:\(([a-zA-H])\)|([a-zA-H])(?=\)))"
    r"|[.)]\s{0,9}([a-h])(?=\.(?:\s|$))"
    r"|[.)]?([A-H])(?=[.:](?:\s|$)|\s?[-–]\s?[A-H][.:])"
)
_GLUED_LETTER = re.compile(r"([a-z])(?![\w'’])")
# Between two numbers: a range or a list. A full stop or bracket may close the first ("1./2.").
_RANGE = re.compile(
    # "Tot" with a capital opens the text: "2. a) Tot en met 15 maart".
    r"[.)]?\s*(?:[tT]\.?\s?[eE]\.?\s?[mM]\.?|[tT]/[mM]|tot\s+en\s+met|TOT\s+EN\s+MET|tot|[-–—‐‑])\s*"
    r"(?:[Vv]ra(?:ag|gen)\s+)?"
)
# A range that its reader refused since it runs backwards: "3-1."; it names its first item.
_BACKWARDS = re.compile(r"\s?[-–—‐‑]\s?[1-9]\d?(?=[.):](?!\d))")
_LIST = re.compile(
    r"[.)]?\s*(?:,\s*(?:en\s+|alsook\s+)?|(?:en|of|alsook)\s+|/|&|\+|;)\s*(?:(?:deel)?vra(?:ag|gen)\s+)?",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s?(?:[.)]?\s?[:)]|\.(?!\d)(?:-(?=\s))?|\s[-–—](?=\s)|/(?=\s)|[-–—](?=\s+[A-ZÀ-Þ“\"]))\s*"
)
_CONCERNS = re.compile(r"\s+(?:betreft|aangaat)(?=\s?:)")
# A part of an item, numbered below it: "1.2." is part of item 1.
_PART = re.compile(
    r"([1-9]\d?)\.[1-9]\d?(?:[.):](?:\s+(?=\S)|(?=[A-ZÀ-Þ]))|\s+(?=[A-ZÀ-Þ][a-zà-ÿ]))"
)
_LETTER_LIST = re.compile(r"\s*(?:,|-|–|en|/|&)\s*([a-z]|[A-H](?=[.):]))(?![\w'’])")
# The same with each letter closed: "1.a)-b)", "1. a) en b)", "1 (a) en (b)".
_CLOSED_LETTER_LIST = re.compile(r"[.)]?\s*(?:,(?:\s*en)?|-|–|en|/|&)\s*\(?([a-z])(?=[.):])")


def read_label(line: str) -> Label | None:
    """The label that a line begins with; None when it begins with none.

    >>> label = read_label("1-2.Het project liep")
    >>> label.printed, [str(r) for r in label.references], label.end
    ('1-2.', ['1', '2'], 4)
    >>> [str(r) for r in read_label("Vragen 2, 3a en 5 t.e.m. 7: Neen.").references]
    ['2', '3a', '5', '6', '7']
    >>> read_label("3.500 euro"), read_label("1 januari 2020"), read_label("2018. In dat jaar")
    (None, None, None)
    """
    # Most lines begin with a letter, and with none of the words of a label.
    if line[:1].isalpha() and _WORD.match(line) is None:
        return None
    part = _PART.match(line)
    if part:
        reference = ItemReference(number=int(part.group(1)))
        return Label(part.end(), part.group().strip(), (reference,), worded=False, part=True)
    return _label(line, _read_item)


def read_lettered_label(line: str) -> Label | None:
    """The label of letters without a number, which some questions and their answers have.

    >>> [str(r) for r in read_lettered_label("a) en c): Neen.").references]
    ['a', 'c']
    >>> read_lettered_label("o.a. in Gent"), read_lettered_label("u vraagt")
    (None, None)
    """
    label = _label(line, _read_lone_letter)
    if label and line[: label.end].endswith(".") and line[label.end : label.end + 1].isalnum():
        return None
    return label


def read_capital_label(line: str) -> Label | None:
    """The same label in capitals; the initials of a name look so too.

    >>> [str(r) for r in read_capital_label("B. Hoeveel?").references]
    ['b']
    >>> read_capital_label("C.V.O. Lethas"), read_capital_label("a) Neen.")
    (None, None)
    """
    label = _label(line, _read_lone_capital)
    return label if label and line[label.end - 1].isspace() else None


_Item = tuple[list[ItemReference], int]


def _label(line: str, read_item: Callable[[str, int], _Item | None]) -> Label | None:
    word = _WORD.match(line)
    start = word.end() if word else 0
    found = _read_list(line, start, read_item)
    if found is None:
        return None
    references, position = found
    if backwards := _BACKWARDS.match(line, position):
        position = backwards.end()
    if word and (concerns := _CONCERNS.match(line, position)):
        position = concerns.end()
    end = _END.match(line, position)
    if end is None:
        # Without an end, "2, 3 en 4" alone on a line may point at footnotes.
        marked = word or _RANGE.search(line, start, position)
        alone = position == len(line) and marked
        if not alone and not ((marked or len(references) > 1) and _is_new_text(line, position)):
            return None
    stop = end.end() if end else position
    return Label(
        end=stop + len(line[stop:]) - len(line[stop:].lstrip()),
        printed=line[:stop].strip(),
        references=references,
        worded=word is not None,
    )


def _is_new_text(line: str, position: int) -> bool:
    """Whether a sentence begins after a worded label that nothing closes."""
    rest = line[position:]
    return rest[:1] == " " and rest.lstrip()[:1].isupper()


def read_references(text: str, start: int) -> tuple[tuple[ItemReference, ...], int] | None:
    """The items named at a place in running text, and where the naming ends.

    >>> references, end = read_references("vraag 2 en 3 volgt", 6)
    >>> [str(r) for r in references], end
    (['2', '3'], 12)
    """
    return _read_list(text, start, _read_item)


def _read_list(
    line: str, start: int, read_item: Callable[[str, int], _Item | None]
) -> tuple[tuple[ItemReference, ...], int] | None:
    first = read_item(line, start)
    if first is None:
        return None
    references, position = list(first[0]), first[1]
    while len(references) <= _LONGEST_RANGE:
        between = _RANGE.match(line, position)
        is_range = between is not None
        if between is None:
            between = _LIST.match(line, position)
        if between is None or between.end() == position:
            break
        following = read_item(line, between.end())
        if following is None:
            break
        items, end = following
        if is_range:
            filled = _fill(references[-1], items[0])
            if filled is None:
                break
            references += filled
        references += items
        position = end
    return tuple(dict.fromkeys(references)), position


def _fill(first: ItemReference, last: ItemReference) -> list[ItemReference] | None:
    """The items between the ends of a range; None when it is no range."""
    if first.number == last.number and first.letter and last.letter:
        letters = range(ord(first.letter) + 1, ord(last.letter))
        return [ItemReference(number=first.number, letter=chr(code)) for code in letters]
    if not 0 < last.number - first.number <= _LONGEST_RANGE:
        return None
    return [ItemReference(number=number) for number in range(first.number + 1, last.number)]


# A letter by itself: "a)", "(a)".
_LONE_LETTER = re.compile(r"\(?([a-z])(?![\w'’])")


def _read_lone_letter(line: str, start: int) -> _Item | None:
    match = _LONE_LETTER.match(line, start)
    return ([ItemReference(number=0, letter=match.group(1))], match.end()) if match else None


_LONE_CAPITAL = re.compile(r"\(?([A-Z])(?![\w'’])")


def _read_lone_capital(line: str, start: int) -> _Item | None:
    match = _LONE_CAPITAL.match(line, start)
    if match is None:
        return None
    return [ItemReference(number=0, letter=match.group(1).lower())], match.end()


def _read_item(line: str, start: int) -> _Item | None:
    match = _NUMBER.match(line, start)
    if match is None or int(match.group(1)) == 0:
        return None
    number, position = int(match.group(1)), match.end()
    letter = _read_letter_after(line, position)
    if letter is None:
        return [ItemReference(number=number)], position
    references = [ItemReference(number=number, letter=letter[0])]
    position = letter[1]
    while more := (_LETTER_LIST.match(line, position) or _CLOSED_LETTER_LIST.match(line, position)):
        reference = ItemReference(number=number, letter=more.group(1).lower())
        if "-" in more.group() or "–" in more.group():
            references += _fill(references[-1], reference) or []
        references.append(reference)
        position = more.end()
    return references, position


def _read_letter_after(line: str, position: int) -> tuple[str, int] | None:
    glued = _GLUED_LETTER.match(line, position)
    if glued:
        return glued.group(1), glued.end()
    spaced = _LETTER.match(line, position)
    if spaced is None:
        return None
    # A letter apart from its number must be closed: "1. a)", "1) a.", "1 (a)", not "2. u vraagt".
    return spaced.group(spaced.lastindex or 0).lower(), spaced.end()


# A letter with its end, at the start of a line: "a)", "(a)", "a.", "a:".
_LETTERED = re.compile(r"(?:\(([a-z])\)|([a-z])[.):°]\)?)\s*(?=\S|$)")


def read_letter(line: str) -> tuple[str, int] | None:
    """The letter that a line begins with as a label, and where its text begins.

    >>> read_letter("b) Hoeveel?"), read_letter("o.a. in Gent"), read_letter("a. Hoeveel?")
    (('b', 3), None, ('a', 3))
    """
    match = _LETTERED.match(line)
    if match is None:
        return None
    rest = line[match.end(match.lastindex or 0) + 1 :]
    if rest[:1].isalnum() and line[match.end(match.lastindex or 0)] == ".":
        return None
    return (match.group(1) or match.group(2)), match.end()
