"""Names and offices printed in capitals, in their natural form.

Flemish surnames write the first particle with a capital and the inner ones without ("Van den
Bossche"), and glue an elided one to the name ("D'Haese"). A name that is also printed in its
natural form somewhere in the same text is taken from there instead.
"""

from __future__ import annotations

import re

from attrs import evolve, frozen

from inburgering_model.model.people import Office, fold

__all__ = [
    "NATURAL_NAME",
    "OFFICE_HEAD",
    "in_capitals",
    "natural_name",
    "natural_names_in",
    "natural_office",
    "split_offices",
]

_INNER_PARTICLES = frozenset({"de", "den", "der", "het", "ten", "ter", "t", "'t", "’t"})
_LEADING = frozenset({"van", "in", "op", "uit", "aan", "von"})
# A word of a name, or what stands between words.
_WORD = re.compile(r"['’][tT]\b|[^\W\d_]+|(?:(?!['’][tT]\b)[\W\d_])+")


def natural_name(name: str) -> str:
    """A name in capitals as its bearer writes it, as far as the rules of Flemish names tell.

    >>> natural_name("FREYA VAN DEN BOSSCHE"), natural_name("JOS D'HAESE")
    ('Freya Van den Bossche', "Jos D'Haese")
    >>> natural_name("JEAN-JACQUES DE GUCHT"), natural_name("INGE VANDE WALLE")
    ('Jean-Jacques De Gucht', 'Inge Vande Walle')
    """
    words: list[str] = []
    previous = ""
    for match in _WORD.finditer(name):
        word = match.group()
        lower = word.lower()
        if word[0].isalpha() or lower[1:] == "t":
            inner = lower[1:] == "t" or (lower in _INNER_PARTICLES and previous in _LEADING)
            words.append(lower if inner else _capitalised(lower))
            previous = lower
        else:
            words.append(word)
    return "".join(words)


def _capitalised(word: str) -> str:
    return "IJ" + word[2:] if word.startswith("ij") else word[:1].upper() + word[1:]


# A name in running text: words with a capital, with the particles that stand between them.
NATURAL_NAME = re.compile(
    r"[A-ZÀ-Þ](?<![\w'’-].)[\w'’-]++"
    r"(?:\s(?:(?:de|den|der|het|ten|ter|te|['’]t|van\sden?|van\sder)\s){0,2}[A-ZÀ-Þ][\w'’-]*+){1,5}"
)


# A hyphen at the end of a line, inside a name.
_BROKEN = re.compile(r"- ")


def natural_names_in(text: str) -> dict[str, str]:
    """Folded keys of the names printed in natural form in a text, and that form.

    >>> natural_names_in("aan de ministers Leen Van der Auwera (12), Bart Claes (3)")
    {'leen van der auwera': 'Leen Van der Auwera', 'bart claes': 'Bart Claes'}
    """
    return {
        fold(name): _BROKEN.sub("-", " ".join(name.split()))
        for name in NATURAL_NAME.findall(text)
        if not name.isupper() and not in_capitals(name)
    }


def in_capitals(name: str) -> bool:
    """Whether a name is printed in capitals, all of it or the family name: "Kurt DE LOOR"."""
    return any(len(word) > 2 and word.isupper() for word in name.split())  # noqa: PLR2004 - "An LI"


# The word an office begins with, in capitals or in lower case.
OFFICE_HEAD = re.compile(
    r"\b(?:vice-?(?:minister-)?president|minister-president|vlaamse?\s+minister|"
    r"viceminister-president|minister|staatssecretaris|gemeenschapsminister)\b",
    re.IGNORECASE,
)
# Between two offices: a comma or "en" before the word that begins one.
_BETWEEN = re.compile(
    r"\s*(?:,\s*(?:en\s+)?|\s+en\s+)(?=(?:vlaamse?\s+|vice-?)?(?:minis(?:-\s+)?ter|staatssecretaris)\b)",
    re.IGNORECASE,
)
# The hyphen of a word of an office that is broken over two lines; "vice-" keeps its own.
_BROKEN_WORD = re.compile(
    r"(?<=[^\W\d_])(?<!\bvice)(?<!minister)-\s*\n\s*(?=[^\W\d_])(?!en\b|of\b)", re.IGNORECASE
)
_SMALL_WORDS = frozenset(
    [
        "van",
        "de",
        "het",
        "der",
        "den",
        "en",
        "voor",
        "met",
        "in",
        "op",
        "tot",
        "aan",
        "bij",
        "'s",
        "'t",
        "te",
        "ten",
        "ter",
        "inzake",
        "over",
        "minister",
        "minister-president",
        "viceminister-president",
        "vice-minister-president",
        "president",
        "vice-president",
        "staatssecretaris",
        "bevoegd",
        "belast",
    ]
)
_ACRONYMS = frozenset({"ict", "eu", "kmo", "kmo's", "oso"})
_TOKEN = re.compile(r"[^\s,;()/]+")
# What comes before the portfolios in the title of an office.
_PORTFOLIOS = re.compile(
    r"\b(?:minister|staatssecretaris)\s+(?:van|voor|bevoegd voor|belast met)\s+", re.IGNORECASE
)
_PORTFOLIO_BETWEEN = re.compile(r"\s*,\s*(?:en\s+)?|\s+en\s+")
_ARTICLE = re.compile(r"(?:de|het)\s+")


@frozen
class OfficeRange:
    """An office and where it stands in the text it was read from."""

    start: int
    end: int
    office: Office


def split_offices(text: str) -> list[OfficeRange]:
    """The offices in a string of titles, each in natural case, with its place.

    >>> [part.office.title for part in split_offices(
    ...     "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN WONEN EN ENERGIE")]
    ['Viceminister-president van de Vlaamse Regering', 'Vlaams minister van Wonen en Energie']
    """
    cuts = [match.span() for match in _BETWEEN.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [
        OfficeRange(start, end, natural_office(text[start:end]))
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip(" ,;")
    ]


def natural_office(title: str) -> Office:
    """One office in natural case, with the portfolios its title names."""
    title = " ".join(_BROKEN_WORD.sub("", title).split()).strip(" ,;.")
    words = _TOKEN.sub(_office_word, title) if title.isupper() else title
    words = words[:1].upper() + words[1:]
    office = Office(title=words)
    match = _PORTFOLIOS.search(words)
    if match is None:
        return office
    names = _PORTFOLIO_BETWEEN.split(words[match.end() :])
    portfolios = (_ARTICLE.sub("", name, count=1) for name in names)
    return evolve(office, portfolios=tuple(name for name in portfolios if name.strip()))


def _office_word(match: re.Match[str]) -> str:
    lower = match.group().lower()
    if lower in _SMALL_WORDS:
        return lower
    if lower in _ACRONYMS:
        return lower.upper()
    return "-".join(_capitalised(part) for part in lower.split("-"))
