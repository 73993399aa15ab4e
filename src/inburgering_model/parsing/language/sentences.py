"""Where the sentences of a Dutch paragraph begin and end.

Rules from the language: abbreviations, initials, numbers and list labels do not end a sentence;
neither do a colon, a semicolon, or a question that stands in quotes or brackets inside a sentence
that goes on. Offsets are Unicode code points, half-open.
"""

import re
from typing import Final, NamedTuple

__all__ = ["sentences"]


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_NEVER_ENDS: Final = _words(
    "nr nrs art artt par p pp pag blz hfst hfdst afd bijl fig vgl cf cfr tel",
    "bijv bv bvb vb nl resp ca ong zgn zog incl excl max min evtl evt vnl verm verg vml gem",
    "prov gew alg st ste vl parl dd vs dhr mevr mw mej prof dr drs ir ing mr mrs lic",
)
"""Abbreviations after which the sentence goes on, whatever follows."""

_ENDS_BEFORE_CAPITAL: Final = _words(
    "enz etc ed jl ll mln mld mio jr sr vzw nv cvba al",
    "jan feb febr mrt apr jun jul aug sep sept okt nov dec",
)
"""Abbreviations that often stand last in a sentence: a capital after them begins a new one."""

_DOTTED_ENDS_BEFORE_CAPITAL: Final = _words("e.d e.a e.v j.l l.l b.s n.v.t a.u.b v.z.w")
"""The same among abbreviations with full stops inside; all others of those never end one."""

_ACRONYMS: Final = _words("VS MR NV BV NL MIN MAX")
"""Names in capitals that look like an abbreviation and are none."""

_LETTERED: Final = _words(
    "annex bijlage categorie deel fase groep klasse kolom label luik niveau onderdeel optie plan ",
    "punt scenario tabel traject type variant vitamine zone",
)
"""What a single capital names one of: the full stop after ``bijlage A`` is no initial's."""

# Full stops, question and exclamation marks; the quotes and brackets they close; the space after.
_END: Final = re.compile(r"([.!?…][.!?…]*+)([\"'”’»)\]}]*+)(\s*+)")
# Quoted or bracketed text of at most 400 characters; each kind is closed by one character.
_ENCLOSED: Final = re.compile(
    r"\"[^\"]{1,400}+\"|“[^“”]{1,400}+”|«[^«»]{1,400}+»|‘(?<!\w.)[^‘’]{1,400}+’|\([^()]{1,400}+\)"
)
# What numbers an item of a list: 3, 1.2, 4a, b, IV.
_LABEL: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|[A-Za-z]|[IVXLC]{1,6}|[ivx]{1,5}")
# Digits with their separators.
_NUMBER: Final = re.compile(r"\d[\d.,]*+")
# Parts of one or two letters with full stops between, as in m.b.t, Ph.D and J.-P.
_DOTTED: Final = re.compile(r"[^\W\d_]{1,2}(?:\.-?[^\W\d_]{1,2})++")
# The end of a word in lower case, and the beginning of a capitalised one.
_LOWER_WORD_END: Final = re.compile(r"[a-zà-öø-ÿ]{3}\Z")
_CAPITALISED: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ ]")
_VOWEL: Final = re.compile(r"[aeiouyà-æè-öø-ý]", re.IGNORECASE)
# The clipped articles of 's avonds, 't stad and 'n jaar, which stay small before a capital.
_CLIPPED: Final = re.compile(r"['’‘`][snt]\s")
_APOSTROPHES: Final = frozenset("'’‘`")
_SPACE: Final = re.compile(r"\s*+")

_OPENERS: Final = "\"'“‘’„«([{"
_QUOTES: Final = frozenset("\"'”’»")
_BRACKETS: Final = frozenset(")]}")
_CANNOT_BEGIN: Final = frozenset(",;:.!?…)]}»”/%=+*&|>")
_NOT_IN_PROSE: Final = frozenset("/@\\")  # what addresses on the web hold
_WINDOW: Final = 40  # longer than any abbreviation with the word before it
_LONGEST_LABEL: Final = 24
_SHORTEST_WORD: Final = 4  # before lower case, a shorter one is taken for an abbreviation


class _Stop(NamedTuple):
    """A place where a sentence can end."""

    marks: str
    closers: str
    word: str  # what stands before the marks, without opening quotes and brackets
    before: str  # the word before that one
    bare: bool  # the marks follow an opening bracket at once, as in (?) and (…)
    bracketed: bool  # the sentence opens with a bracket
    follows: str  # the first character after the space
    letter: str  # the first one that opens no quote or bracket


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of each sentence, in order, without surrounding white space.

    Together they hold every character that is not white space. Time is linear in the text.

    >>> text = "Zo ja, welke? In 2018 o.a. Gent."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Zo ja, welke?', 'In 2018 o.a. Gent.']
    """
    found: list[tuple[int, int]] = []
    start = content = _skip_space(text, 0)  # content: where the sentence begins after its labels
    protected = _Protected(text)
    for match in _END.finditer(text):
        end, following = match.end(2), match.end()
        if following == len(text):
            break
        if protected.holds(match.start()):
            continue
        if _is_label(text, content, match):
            content = following
        elif _ends_sentence(text, start, match):
            found.append((start, end))
            start = content = following
    last = len(text.rstrip())
    if start < last:
        found.append((start, last))
    return found


class _Protected:
    """The quotes and brackets inside sentences that go on after them; asked about in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._matches = _ENCLOSED.finditer(text)
        self._start, self._end = -1, 0

    def holds(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands inside one."""
        while self._end <= offset:
            match = next(self._matches, None)
            if match is None:
                self._start = self._end = len(self._text) + 1
            elif self._goes_on(match):
                self._start, self._end = match.span()
        return self._start < offset

    def _goes_on(self, match: re.Match[str]) -> bool:
        following = _skip_space(self._text, match.end())
        character = self._text[following : following + 1]
        return (
            character.islower()
            or character == ","
            or (match[0][0] == "(" and character in (".", ";", "?"))
        )


def _skip_space(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _is_label(text: str, content: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to an item's number at the head of the sentence."""
    return (
        match[1] == "."
        and not match[2]
        and match.start() - content <= _LONGEST_LABEL
        and _LABEL.fullmatch(text, content, match.start()) is not None
    )


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    words = text[max(start, match.start() - _WINDOW) : match.start()].split()
    if not match[3]:
        return bool(words) and not match[2] and _space_was_lost(text, words[-1], match.end())
    stop = _stop(text, start, match, words)
    if stop.follows in _CANNOT_BEGIN or (stop.bare and stop.closers):
        return False
    if stop.marks == ".":
        return _full_stop_ends(stop)
    if stop.letter.islower():
        return "?" in stop.marks and not stop.closers
    return not _QUOTES.intersection(stop.closers) or stop.letter.isupper()


def _space_was_lost(text: str, word: str, following: int) -> bool:
    """Whether a lower-case word meets a capitalised one, as ``gelopen.De``, in running prose."""
    return (
        _LOWER_WORD_END.search(word) is not None
        and _CAPITALISED.match(text, following) is not None
        and not _NOT_IN_PROSE.intersection(word)
        and not word.startswith("www")
    )


def _stop(text: str, start: int, match: re.Match[str], words: list[str]) -> _Stop:
    following = match.end()
    clipped = _CLIPPED.match(text, following) if text[following] in _APOSTROPHES else None
    first = clipped.end() if clipped else following
    ahead = text[first : first + _WINDOW].lstrip(_OPENERS)
    return _Stop(
        marks=match[1],
        closers=match[2],
        word=words[-1].lstrip(_OPENERS) if words else "",
        before=words[-2].casefold() if len(words) > 1 else "",
        bare=bool(words) and words[-1].endswith(("(", "[")),
        bracketed=text.startswith(("(", "["), start),
        follows=text[following : following + 1],
        letter=ahead[:1],
    )


def _full_stop_ends(stop: _Stop) -> bool:
    """Whether a single full stop ends a sentence and not an abbreviation, initial or number."""
    upper, lower = stop.letter.isupper(), stop.letter.islower()
    after = _after_abbreviation(stop)
    if after is not None:
        whole = stop.bracketed or not _BRACKETS.intersection(stop.closers)
        return after and upper and whole
    if lower:
        return (
            not stop.closers
            and len(stop.word) >= _SHORTEST_WORD
            and stop.word[-1].isalpha()
            and _VOWEL.search(stop.word) is not None
        )
    if stop.letter.isdigit() and stop.word.isalpha() and stop.word.islower():
        return len(stop.word) >= _SHORTEST_WORD or _VOWEL.search(stop.word) is not None
    return True


def _after_abbreviation(stop: _Stop) -> bool | None:
    """Whether a capital after the word begins a sentence; None when it is no abbreviation."""
    word = stop.word
    if len(word) == 1 and word.isupper():
        return stop.before in _LETTERED
    if _NUMBER.fullmatch(word) or word in _ACRONYMS:
        return None
    key = word.casefold()
    if _DOTTED.fullmatch(key):
        return key in _DOTTED_ENDS_BEFORE_CAPITAL
    if key in _ENDS_BEFORE_CAPITAL:
        return True
    return False if key in _NEVER_ENDS else None
