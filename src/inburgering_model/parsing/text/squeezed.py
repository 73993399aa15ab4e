"""Text whose line structure is lost: where its lines must have begun.

Some extracts squeeze all white space to single spaces. Fixed words, capitals and labels show where
a line began; only long lines that hold a head, or that are all there is, are looked at. Elsewhere,
a line of item 1 may hold the items after it, when none of them has a line.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from inburgering_model.parsing.language.labels import Label, read_label, read_letter
from inburgering_model.parsing.language.names import NATURAL_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["with_lost_breaks"]

_LONGEST_UNBROKEN = 300
_SHORTEST = 150
"""A shorter line that holds a head element is a head that runs together, unless it stands alone."""
_FEWEST_LINES = 3
# What only a head holds: in the middle of a long line, it shows that line breaks were lost.
_HEAD_MARK = re.compile(
    r"\b(?:SCHRIFTELIJKE VRAAG|ANTWOORD op |Deze vraag werd gesteld aan |datum ?: ?\d)"
)


def with_lost_breaks(text: str, ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges of lines, with those that hold several lines cut up."""
    lines = sum(not text[start:end].isspace() for start, end in ranges)
    counting = _counting(text, ranges)
    missing = _missing(text, ranges)
    for start, end in ranges:
        holds_head = (lines == 1 or end - start > _SHORTEST) and _HEAD_MARK.search(
            text, start + (lines > 1), end
        )
        if holds_head or (lines <= _FEWEST_LINES and end - start > _LONGEST_UNBROKEN):
            yield from pairwise([start, *_lost_breaks(text, start, end), end])
        elif start in counting:
            yield from pairwise([start, *_counted(text, start, end), end])
        elif opening := _FIRST_LETTER.match(text, start, end):
            yield from pairwise([start, *_further_letters(text, opening.end(), end), end])
        elif start in missing:
            yield from pairwise([start, missing[start], end])
        else:
            yield start, end


# The label of a first or second item at the start of a line.
_OPENING_LABEL = re.compile(r"\s*([12])[.)]\s")


def _counting(text: str, ranges: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The starts of the lines with item 1 that no line with item 2 comes after."""
    found: set[int] = set()
    following = None
    for start, end in reversed(ranges):
        opening = _OPENING_LABEL.match(text, start, end)
        if opening is None:
            continue
        if opening.group(1) == "1" and following != "2":
            found.add(start)
        following = opening.group(1)
    return frozenset(found)


# The label of a further item in running text: after a sentence, and before the next one.
_FURTHER = re.compile(r"(?<=[.?!;]\s)(\d{1,2})[.)]\s+(?=[A-ZÀ-Þ])")


def _counted(text: str, start: int, end: int) -> Iterator[int]:
    """Where the items 2, 3 … begin on the line of item 1."""
    expected = 2
    for match in _FURTHER.finditer(text, start, end):
        before = text[max(match.start() - _LONGEST_ABBREVIATION, start) : match.start()]
        if int(match.group(1)) == expected and not _ABBREVIATION.search(before):
            expected += 1
            yield match.start()


# The first letter of an item at the start of a line, and a further one on the same line: after a
# sentence, or a wide space.
_FIRST_LETTER = re.compile(r"\s*(?:(?:\d{1,2}|[IVX]{1,5})[.)]?\s{0,9})?\(?[aA]\)\s+(?=[A-ZÀ-Þ])")
_FURTHER_LETTER = re.compile(r"(?:(?<=[.?!;]\s)|(?<=\s\s)|(?<=\t))\(?([b-zB-H])\)\s+(?=[A-ZÀ-Þ])")


def _further_letters(text: str, start: int, end: int) -> Iterator[int]:
    """Where the letters b, c … begin on the line of letter a."""
    expected = "b"
    for match in _FURTHER_LETTER.finditer(text, start, end):
        if match.group(1).lower() == expected:
            yield match.start()
            expected = chr(ord(expected) + 1)


# A label at the start of a line, with its word; and one in running text, after a sentence.
_OPENING_ITEM = re.compile(r"\s*((?:Ad|Vraag|Punt)\s+)?(\d{1,2})([.):])\s")
_INNER_ITEM = re.compile(r"(?<=[.?!;]\s)((?:Ad|Vraag|Punt)\s+)(\d{1,2})([.):])\s+(?=[A-ZÀ-Þ])")


def _missing(text: str, ranges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The starts of lines in which an item begins whose number is missing, and where it does.

    Its label looks as those of the item that the line is of and of the one two further, which opens
    a line below: "Ad 2. … Ad 3. …", then "Ad 4.".
    """
    found: dict[int, int] = {}
    opened: tuple[str, int, str] | None = None
    inner: list[tuple[int, int]] = []
    for start, end in ranges:
        label = _item_of(_OPENING_ITEM.match(text, start, end))
        if label is not None:
            if opened is not None and label[1] == opened[1] + 2 and len(inner) == 1:
                found.update(inner)
            opened, inner = label, []
        if opened is not None and opened[0]:
            sought = (opened[0], opened[1] + 1, opened[2])
            inner += [
                (start, match.start())
                for match in _INNER_ITEM.finditer(text, start, end)
                if _item_of(match) == sought
            ]
    return found


def _item_of(match: re.Match[str] | None) -> tuple[str, int, str] | None:
    """The word, the number and the end of a label."""
    return match and ((match.group(1) or "").strip(), int(match.group(2)), match.group(3))


# Each alternative begins after a space, at a fixed word or before a name in capitals.
_FIXED = re.compile(
    r"(?<=\s)(?:"
    r"(?=nr\.? ?\d+ van [A-ZÀ-Þ]{2})"
    r"|(?=[av]an (?:de heer |mevrouw )?[A-ZÀ-Þ][A-ZÀ-Þ'’-]+ [A-ZÀ-Þ'’])"
    r"|(?=(?:[Dd]atum(?: van het)?(?: antwoord)? ?:|[Bb]eantwoord op) ?\d)"
    r"|(?=Deze vraag werd )"
    r"|(?=op vraag nr\.? ?\d)"
    r"|(?=BIJLAGEN?\b)|(?<=BIJLAGE )(?=[A-ZÀ-Þ][a-zà-ÿ])|(?<=BIJLAGEN )(?=[A-ZÀ-Þ0-9])"
    r")"
)
# A date with its word, after which something else begins: a title, or the text of an answer.
_DATED = re.compile(
    r"(?:[Dd]atum(?:(?: van het)? antwoord)? ?: ?|[Bb]eantwoord op )\d{1,2} [a-z]{3,9} \d{4}\s"
)
# A caption with its adjectives, found whole.
_CAPTION = re.compile(
    r"\b(?:(?:GECO[OÖ]RDINEERD|VERWIJZEND|VOORLOPIG|AANVULLEND|BIJKOMEND|DEFINITIEF)\s){0,3}"
    r"ANTWOORD\b"
)
# Capitals that end before running text begins; the end of a head when two words are in capitals.
_END_OF_CAPITALS = re.compile(
    r"(?<=[A-ZÀ-Þ]{2})\s(?=[A-ZÀ-Þ][a-zà-ÿ]|[A-Z]\s[a-zà-ÿ]|\d{1,2}(?!\d))"
)
_TWO_CAPITAL_WORDS = re.compile(r"(?<![A-ZÀ-Þ'’-])[A-ZÀ-Þ'’-]{2,},?\s[A-ZÀ-Þ'’-]{2,}$")
_LONGEST_TWO_WORDS = 60
# The hyphen of a word that was broken at the end of a line: "gemeen- ten".
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_][-\u2010\u2011])\s(?=[^\W\d_])")
# The head of an answer: a name and an office in capitals, after running text.
_HEAD = re.compile(
    r"(?:(?<=[a-zà-ÿ)?.!]\s)|(?<=\d\svan\s\d\s)|(?<=\d\svan\s\d\d\s)|(?<=-\s\d\s-\s))(?<!\b[va]an\s)(?<!\bheer\s)(?<!\bmevrouw\s)"
    r"(?=[A-ZÀ-Þ][A-ZÀ-Þ'’-]+ [A-ZÀ-Þ'’-]{2})"
)
# A caption by itself, after a sentence and before the first label.
_LONE_CAPTION = re.compile(r"(?<=[.?!]\s)(?:Antwoord|ANTWOORD)\s(?=(?:Ad\s)?1[.)]\s)")
# The same, with the minister above it; and with the minister after it.
_MINISTER_ABOVE = re.compile(
    rf"(?<=[.?!]\s)(?=({NATURAL_NAME.pattern})\s((?:(?:Vlaamse?\s|Vice-?)minister|Minister)[^.?!]{{3,200}}?)"
    r"\s(Antwoord)\s((?:Ad\s)?1[.)])\s)"
)
_MINISTER_AFTER = re.compile(
    r"(?<=[.?!]\s)(?:ANTWOORD|Antwoord)\svan\s[^.?!]{3,200}?\s(?=(?:Ad\s)?1[.)]\s)"
)
_OFFICE = re.compile(r"(?<=[A-ZÀ-Þ]\s)(?=(?:VICE-?)?(?:MINISTER-PRESIDENT|VLAAMS MINISTER)\b)")
# A title in running text: it ends, without a mark, where a word that opens a sentence follows, or
# the first label.
_OPENING = re.compile(
    r"(?<=[a-zà-ÿ)”\"]\s)(?<!\b[Aa]d\s)(?<!raag\s)(?<!\d\)\s)(?=(?:De|Het|Een|In|Op|Sinds|Deze|Dit|Er|Voor|Bij|Met|Volgens|Tijdens|Vorige?|"
    r"Uit|Onlangs|Eind|Begin|Heel|Veel|Steeds|Elke?|Alle|Wie|Wat|Hoe|Om|Naar|Tot|Zoals|Via|Door|Als|"
    r"Ook|Momenteel|Recent|Jaarlijks|Enkele|Verschillende|Sommige|Ik|We|Wij|Lokale|Vlaanderen|Steden|"
    r"Hoeveel|Welke?|Waarom|Waar|Wanneer|Kan|Heeft|Graag)"
    r"\s[a-zà-ÿ\d]|1[.)]\s[A-ZÀ-Þ])"
)
# Otherwise, a noun with a capital and what goes on about it: "Gezinnen die …", "Bussen rijden …".
_SUBJECT = re.compile(
    r"(?<=[a-zà-ÿ)”\"]\s)(?=[A-ZÀ-Þ][a-zà-ÿ]+\s(?:die|dat|is|zijn|was|waren|wordt|worden|werd|werden|"
    r"heeft|hebben|had|hadden|kan|kunnen|mag|mogen|moet|moeten|krijgt|krijgen|blijft|blijven)\s)"
)
# Below a minister at the top stands the number, and no title yet.
_NUMBERED = re.compile(r"(?:Vraag\s)?[Nn]r\b")
_SENTENCE_MARK = re.compile(r"[.?!]\s")


def _lost_breaks(text: str, start: int, end: int) -> list[int]:
    cuts = {
        match.start()
        for pattern in (_FIXED, _CAPTION, _HEAD, _BROKEN_WORD)
        for match in pattern.finditer(text, start, end)
    }
    after_capitals = [
        match.end()
        for match in _END_OF_CAPITALS.finditer(text, start, end)
        if _TWO_CAPITAL_WORDS.search(
            text[max(match.start() - _LONGEST_TWO_WORDS, 0) : match.start()]
        )
    ]
    after_dates = [match.end() for match in _DATED.finditer(text, start, end)]
    below_head = frozenset((*after_capitals, *after_dates))
    cuts.update(below_head, _labels(text, start, end, below_head))
    cuts.update(
        *(m.span() for p in (_LONE_CAPTION, _MINISTER_AFTER) for m in p.finditer(text, start, end))
    )
    for match in _MINISTER_ABOVE.finditer(text, start, end):
        cuts.update(match.start(group) for group in (1, 2, 3, 4))
    cuts |= {
        match.start()
        for match in _OFFICE.finditer(text, start, end)
        if not text[: match.start()].endswith((", ", " EN "))
    }
    title_start = next(
        (cut for cut in after_capitals or after_dates if not _NUMBERED.match(text, cut)), start
    )
    opening = _OPENING.search(text, title_start, end)
    if not opening or _SENTENCE_MARK.search(text, title_start, opening.start()):
        opening = _SUBJECT.search(text, title_start, end)
    if opening and not _SENTENCE_MARK.search(text, title_start, opening.start()):
        cuts.add(opening.start())
    return sorted(cut for cut in cuts if start < cut < end)


# Where a label may begin: after a sentence, at a figure, a letter or the word of a label.
_LABEL_START = re.compile(
    r"(?<=[.?!:)”\"]\s)(?=\d|\(?[a-z]\)|(?:Deelvraag|Vra(?:ag|gen)|Antwoord(?:en)?|Ad|Punt)\s)"
)
# Abbreviations that end in a full stop and are followed by a number.
_ABBREVIATION = re.compile(r"(?:\b(?:nrs?|art|blz|p|ca|afd|par)|e\.m|[a-z]\.[a-z])\.\s$")
# The number that a letter belongs to: "1. a)" is one label.
_NUMBER = re.compile(r"(?<!\d)\d{1,2}[.)]\s$")
_LONGEST_LABEL = 60
_LONGEST_ABBREVIATION = 8


# The label of an item where nothing before it tells that one may begin: below a table, a heading.
_UNMARKED = re.compile(r"(?<=\s)((?:Ad|Vraag|Punt)\s)?(\d{1,2})([.):])\s+(?=[A-ZÀ-Þ“\"])")
_WIDEST_GAP = 4


def _labels(text: str, start: int, end: int, below_head: frozenset[int]) -> Iterator[int]:
    """Where labels begin: after a sentence, or else where a number is missing between two.

    ``below_head`` is where running text may begin below a head, perhaps with a label.
    """
    found: dict[int, Label] = {}
    heads = ((at, read_label(text[at : at + _LONGEST_LABEL])) for at in below_head)
    for position, label in chain(_marked(text, start, end), heads):
        if position not in below_head:
            yield position
        if label is not None and not any(reference.letter for reference in label.references):
            found[position] = label
    for (one, before), (other, after) in pairwise(sorted(found.items())):
        first, last = before.references[-1].number + 1, after.references[0].number
        if first < last <= first + _WIDEST_GAP:
            between = list(_UNMARKED.finditer(text, one, other))
            for number in range(first, last):
                fitting = [m for m in between if int(m[2]) == number and _like(m, before)]
                if len(fitting) == 1:
                    yield fitting[0].start()


def _like(match: re.Match[str], label: Label) -> bool:
    """Whether a label has the word, or none, and the end of another."""
    word = (match[1] or "").strip()
    return label.printed.startswith(word or tuple("123456789")) and label.printed[-1] == match[3]


def _marked(text: str, start: int, end: int) -> Iterator[tuple[int, Label | None]]:
    """The labels that stand where a sentence has ended; None for a letter."""
    for match in _LABEL_START.finditer(text, start, end):
        position = match.start()
        before = text[max(position - _LONGEST_ABBREVIATION, 0) : position]
        rest = text[position : position + _LONGEST_LABEL]
        if _ABBREVIATION.search(before):
            continue
        label = read_label(rest)
        if label is not None or (read_letter(rest) and not _NUMBER.search(before)):
            yield position, label
