"""What extraction leaves in a text: the same document, after it has been through a PDF.

Each artefact is a pure function from text to text with a source of chance, so that a test can be
repeated. They are made for the published layout (see :func:`~inburgering_model.to_published`): what
they need to know of it, they see in the text. :data:`ARTEFACTS` lists them all, in the order in
which :func:`damaged` applies several, and says of each what no reader can recover.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.exchange._wrapping import wrapped
from inburgering_model.parsing.text import spelling
from inburgering_model.testing._hyphenation import hyphenated_lines
from inburgering_model.testing._pages import page_furniture
from inburgering_model.testing._paragraphs import changed_paragraphs, longest_line

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ARTEFACTS", "Artefact", "damaged"]


@frozen(kw_only=True)
class Artefact:
    """One thing that extraction does to a text.

    ``loses`` says what no reader can recover: ``header`` (what only the block above the title
    says), ``labels`` (how the labels of items were printed; which items they name stays),
    ``paragraphs`` (where a paragraph begins and whether it was a list item or a heading) and
    ``title`` (where title and subject end, and the context begins).
    """

    name: str
    apply: Callable[[str, Random], str]
    loses: frozenset[str] = frozenset()

    @property
    def about(self) -> str:
        """What it does, in a sentence."""
        return (self.apply.__doc__ or "").partition("\n")[0]


def damaged(text: str, names: Iterable[str], seed: int = 0) -> str:
    """A text with some artefacts, in the order of :data:`ARTEFACTS` and not of ``names``.

    The same seed gives the same text. Raises ValueError for a name that is not in the table.

    >>> damaged("De officiële coördinatie.", ["lost-diaereses", "ligatures"], seed=1)
    'De oﬃciele coordinatie.'
    """
    wanted = tuple(names)
    for name in wanted:
        if name not in ARTEFACTS:
            message = f"expected artefacts of {', '.join(ARTEFACTS)}; got {name!r}"
            raise ValueError(message)
    random = Random(seed)  # noqa: S311 - only chance, no secret
    for name, artefact in ARTEFACTS.items():
        if name in wanted:
            text = artefact.apply(text, random)
    return text


def _rewrapped(text: str, random: Random) -> str:
    """The lines of running text end elsewhere."""
    width = random.randint(_NARROWEST, _WIDEST)
    return changed_paragraphs(text, lambda paragraph: wrapped(paragraph, width))


_NARROWEST, _WIDEST = 55, 120


def _hyphenated(text: str, random: Random) -> str:
    """Words are broken at the end of a line, by the rules of Dutch.

    A hyphen is added only inside a lower-case word. A hyphen that was there ends a line only before
    a capital or after capitals and figures (*Sint-Pieters-Leeuw*, *NT2-aanbod*): elsewhere nobody
    can tell it from one that was added.
    """
    width = longest_line(text)
    return changed_paragraphs(text, lambda paragraph: hyphenated_lines(paragraph, width, random))


# The end of a line of running text, in the middle of a sentence, and what follows it.
_INSIDE_SENTENCE = re.compile(r"(?<=[a-z,])\n(?=[a-z])")


def _blank_lines(text: str, random: Random) -> str:
    """Empty lines stand inside sentences, as above the foot of a page."""
    return _INSIDE_SENTENCE.sub(lambda _: "\n\n" if random.random() < _OFTEN else "\n", text)


_SELDOM, _OFTEN = 0.1, 0.4


def _lost_diaereses(text: str, random: Random) -> str:
    """Diaereses are gone, from words whose spelling can be restored.

    Only beginnings of words in the parser's table are touched: elsewhere a lost diaeresis cannot
    come back, since nobody can tell it from a word that has none.
    """
    return _RESTORED.sub(
        lambda match: _like(match.group(), random.choice(_SPOILED[match.group().lower()])), text
    )


def _like(printed: str, word: str) -> str:
    """A word in the capitals of another."""
    if printed.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if printed[0].isupper() else word


def _spoiled() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for spoiled, restored in spelling.table().items():
        found.setdefault(restored, []).append(spoiled)
    return found


_SPOILED = _spoiled()
# A beginning of a word that the table knows how to restore; longer ones first.
_RESTORED = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(_SPOILED, key=len, reverse=True)))})", re.IGNORECASE
)


def _agency(text: str, random: Random) -> str:
    """The capitals of AgII, the agency, are taken for other letters."""
    return re.sub(r"\bAgII\b", lambda _: random.choice(("AglI", "Agll", "AglII", "AgIl")), text)


def _decomposed(text: str, _: Random) -> str:
    """A letter and its accent are two characters."""
    return unicodedata.normalize("NFD", text)


_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ij": "ĳ"}
_LIGATURE = re.compile("ffi|ffl|ff|fi|fl|ij")


def _ligatures(text: str, _: Random) -> str:
    """Letters that are printed as one are one character."""
    return _LIGATURE.sub(lambda match: _LIGATURES[match.group()], text)


def _no_break_spaces(text: str, random: Random) -> str:
    """Some spaces are no-break spaces."""
    return re.sub(" ", lambda _: "\u00a0" if random.random() < _SELDOM else " ", text)


# Inside a word of lower-case letters, with three on each side.
_INSIDE_WORD = re.compile(r"(?<=[a-z]{3})(?=[a-z]{3})")


def _soft_hyphens(text: str, random: Random) -> str:
    """Words hold soft hyphens, some of them with the end of a line behind."""
    return _INSIDE_WORD.sub(
        lambda _: random.choice(("\u00ad", "\u00ad\n")) if random.random() < _RARE else "", text
    )


_RARE = 0.02
# A caption in capitals, alone on its line.
_CAPTION = re.compile(r"^(?:SCHRIFTELIJKE VRAAG|BIJLAGEN?|(?:[A-ZÖ]+ )*ANTWOORD)$", re.MULTILINE)


def _letter_spaced(text: str, _: Random) -> str:
    """The capitals of captions have a space between them, and two between words."""
    return _CAPTION.sub(lambda match: "  ".join(map(" ".join, match.group().split())), text)


def _dropped_header(text: str, _: Random) -> str:
    """The block above the title is missing."""
    header, gap, rest = text.partition("\n\n\n")
    return rest if gap and header.startswith("SCHRIFTELIJKE VRAAG") else text


# The label of one item, or of a range, at the start of a paragraph that begins with a capital.
_LABEL = re.compile(r"(\d{1,2})(-\d{1,2})?\.(?= [A-ZÀ-Þ‘“\"])")
_CAPTION_OF_ANSWER = re.compile(r"^(?:[A-ZÖ]+ )*ANTWOORD$", re.MULTILINE)


def _label_variants(text: str, random: Random) -> str:
    """Labels are printed in another way, above and below the head of an answer."""
    caption = _CAPTION_OF_ANSWER.search(text)
    cut = caption.start() if caption else len(text)
    asked, answered = random.choice(_ASKED_LABELS), random.choice(_ANSWERED_LABELS)
    width = longest_line(text)
    if width > _LONGEST_WRAPPED:  # each paragraph is one line, and stays so
        width = len(text)
    return _relabelled(text[:cut], asked, width) + _relabelled(text[cut:], answered, width)


_LONGEST_WRAPPED = 130
_ASKED_LABELS = ("{})", "{}.-", "Vraag {}:")
_ANSWERED_LABELS = (*_ASKED_LABELS, "Antwoord op vraag {}", "Ad {}.")


def _relabelled(text: str, label: str, width: int) -> str:
    def relabel(paragraph: str) -> list[str]:
        found = _LABEL.match(paragraph)
        if found is None:
            return wrapped(paragraph, width)
        words = label.replace("raag", "ragen") if found.group(2) else label
        printed = words.format(found.group(1) + (found.group(2) or ""))
        return wrapped(printed + paragraph[found.end() :], width)

    return changed_paragraphs(text, relabel, width)


# A label that is closed, and the space after it.
_CLOSED_LABEL = re.compile(r"(?<=\n\n)(\d{1,2}(?:-\d{1,2})?[.)]) (?=[A-ZÀ-Þ])")


def _lost_spaces(text: str, random: Random) -> str:
    """The space after a label is gone."""
    return _CLOSED_LABEL.sub(
        lambda match: match.group(1) + ("" if random.random() < _OFTEN else " "), text
    )


def _squeezed(text: str, _: Random) -> str:
    """All white space is single spaces: the text is one line.

    The numbers of items are found again, as long as no sentence ends with a figure that looks like
    one. A question without numbers has no edges any more.
    """
    return " ".join(text.split())


def _crlf(text: str, _: Random) -> str:
    """Lines end as they do on Windows."""
    return text.replace("\n", "\r\n")


def _byte_order_mark(text: str, _: Random) -> str:
    """A byte order mark stands before the text."""
    return "\ufeff" + text


ARTEFACTS: dict[str, Artefact] = {
    name: Artefact(name=name, apply=apply, loses=frozenset(loses.split()))
    for name, apply, loses in (
        ("dropped-header", _dropped_header, "header"),
        ("label-variants", _label_variants, "labels"),
        ("lost-spaces", _lost_spaces, ""),
        ("rewrapped", _rewrapped, ""),
        ("lost-diaereses", _lost_diaereses, ""),
        ("agency", _agency, ""),
        ("hyphenated", _hyphenated, ""),
        ("blank-lines", _blank_lines, ""),
        ("page-furniture", page_furniture, ""),
        ("letter-spaced", _letter_spaced, ""),
        ("squeezed", _squeezed, "paragraphs title"),
        ("soft-hyphens", _soft_hyphens, ""),
        ("ligatures", _ligatures, ""),
        ("no-break-spaces", _no_break_spaces, ""),
        ("decomposed", _decomposed, ""),
        ("crlf", _crlf, ""),
        ("byte-order-mark", _byte_order_mark, ""),
    )
}
"""Every artefact by name, in the order in which they come about."""
