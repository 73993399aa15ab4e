"""Whether a text is what stands in the raw text, but for what a correction may change."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile

from inburgering_model.model.people import fold

__all__ = ["comes_from", "is_cut_word", "stands_for"]

_HYPHENS = frozenset("-\N{SOFT HYPHEN}")
_QUOTES = frozenset("\"'`´‚„")
_LOST = "\N{REPLACEMENT CHARACTER}"
# Characters that extraction from print takes for one another.
_LOOK_ALIKE = str.maketrans("l1|0", "iiio")
# A figure: digits with no letter beside them. In those, nothing is taken for a letter.
_FIGURE = re.compile(r"(?<![^\W_])[0-9]++(?![^\W_])")
# A figure as recognition may print it, with an l for a 1: "3l december", "van l mei".
_PRINTED_FIGURE = re.compile(r"(?<![^\W_])(?:(?=l*+[0-9])[0-9l]++|l)(?![^\W_])")
# Stand-ins for the digits of figures that would look like a letter.
_ONE, _ZERO = "\N{ARABIC-INDIC DIGIT ONE}", "\N{ARABIC-INDIC DIGIT ZERO}"
_STAND_INS = str.maketrans({"1": _ONE, "0": _ZERO})
_PRINTED_STAND_INS = _STAND_INS | str.maketrans({"l": _ONE})
_BREAK = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
# What tells apart the letters of AgII may be one too many or one too few.
_FEW = 2
_MARGIN = 256


@lru_cache(maxsize=4096)
def _shape(character: str) -> str:
    """What is left of a character when all is put aside that a correction may change.

    Capitals, diaereses and accents; the kind of white space, hyphen and quote; and which of the
    look-alikes ``I l i 1 |`` and ``O o 0`` it is. All else has to stand as in the raw text.
    """
    category = unicodedata.category(character)
    if character in _HYPHENS or category == "Pd":
        return "-"
    if character in _QUOTES or category in {"Pi", "Pf"}:
        return "'"
    if character.isspace() or category in {"Cc", "Cf"}:
        return " "
    return (fold(character) or character).translate(_LOOK_ALIKE)


def _marked(text: str) -> str:
    """The text, as long as it is, with stand-ins in its figures."""
    return _FIGURE.sub(lambda figure: figure.group().translate(_STAND_INS), text)


def _marked_as_printed(raw: str) -> str:
    """The same of a raw text, in which an l may stand for a 1."""
    return _PRINTED_FIGURE.sub(lambda figure: figure.group().translate(_PRINTED_STAND_INS), raw)


def stands_for(raw: str, text: str) -> bool:
    r"""Whether a text of the same length is the raw text, character for character.

    >>> stands_for("coördinatie\nin", "COORDINATIE in"), stands_for("in 2018", "in 2Ol8")
    (True, False)
    """
    printed = _marked_as_printed(raw)
    return raw == text or all(
        a in (b, _LOST) or _shape(d) in (_shape(c), _shape(e))
        for a, b, c, d, e in zip(raw, text, _marked(raw), _marked(text), printed, strict=True)
    )


def comes_from(raw: str, text: str, *, cut: bool = False) -> bool:
    r"""Whether the letters and digits of a text are those of the raw text, in order.

    What a page left between two lines may be missing: one stretch that holds a line break. A text
    that is ``cut`` from a longer one may also begin later or end earlier. Only the beginning and
    the end of a raw text that is far longer are looked at.

    >>> comes_from("gemeen-\n3/14\nten", "gemeenten"), comes_from("gemeenten", "geen")
    (True, False)
    """
    window = 4 * len(text) + _MARGIN
    if len(raw) > 2 * window:
        raw = f"{raw[:window]}\n{raw[-window:]}"
    broken = _BREAK.search(raw) is not None
    return any(
        _is_part(fold_all(marked), fold_all(figures), broken=broken, cut=cut)
        for marked, figures, fold_all in (
            (raw, text, _letters),
            (_marked(raw), _marked(text), _like_letters),
            (_marked_as_printed(raw), _marked(text), _like_letters),
        )
    )


def _letters(text: str) -> str:
    # What is not seen stands within words; fold would part them there, and so parts all.
    return fold(text).replace(" ", "")


def _like_letters(text: str) -> str:
    return _letters(text.replace("|", "l")).translate(_LOOK_ALIKE)


def _is_part(raw: str, text: str, *, broken: bool, cut: bool) -> bool:
    if not text or raw == text:
        return True
    if text in raw and cut:
        return True
    if not broken and not 0 < len(raw) - len(text) <= _FEW:
        return False
    before = _same_at_the_start(raw, text)
    after = _same_at_the_start(raw[::-1], text[::-1])
    if before + after >= len(text):
        return len(raw) > len(text)
    if not cut:
        return False
    return text[: len(text) - after] in raw[: len(raw) - after] or text[before:] in raw[before:]


def _same_at_the_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def is_cut_word(raw: str, position: int) -> bool:
    """Whether a position lies within a word: a letter or digit before it, and one after it."""
    return 0 < position < len(raw) and raw[position - 1].isalnum() and raw[position].isalnum()
