"""What a line break meant: a space, nothing, or a hyphen that stays.

The commonest fault of extraction tools is to delete every hyphen at the end of a line. A hyphen is
only a break mark between two lower-case halves of one word; before a capital, after figures or
capitals, in a suspended compound, and where the spelling asks for one, it is part of the text.
"""

from __future__ import annotations

import re
from itertools import takewhile

from attrs import frozen

from inburgering_model.model.reading import CorrectionKind
from inburgering_model.parsing.text import spelling

__all__ = ["DROPPED", "Join", "join"]


@frozen
class Join:
    """How two lines are joined.

    ``replacement`` takes the place of the break, of ``drop_before`` characters before it and of
    ``take_after`` characters after it.
    """

    replacement: str
    rule: str
    kind: CorrectionKind = CorrectionKind.LINE_BREAK
    drop_before: int = 0
    take_after: int = 0


_SPACE = Join(" ", "line.join")
_SLASH = Join("", "line.slash")
_KEPT = Join("", "hyphen.kept", CorrectionKind.HYPHEN)
_SUSPENDED = Join(" ", "hyphen.suspended", CorrectionKind.HYPHEN)
DROPPED = Join("", "hyphen.dropped", CorrectionKind.HYPHEN, drop_before=1)

_HYPHENS = ("-", "\u2010", "\u2011")
# The word before the hyphen, and the one after the break.
_LAST_WORD = re.compile(r"([^\W_]+)[-\u2010\u2011]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
# The start of a web address, printed with its scheme, its "www." or its domain and a path.
_ADDRESS = re.compile(r"[(<\[“\"']?(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+/)", re.IGNORECASE)

# After a suspended compound ("bestuurs- of regeringsdocumenten") comes one of these words.
_AFTER_SUSPENDED = frozenset(
    [
        "en",
        "of",
        "dan",
        "tot",
        "als",
        "noch",
        "maar",
        "respectievelijk",
        "resp",
        "evenals",
        "versus",
    ]
)
# First halves that keep their hyphen by the rules of Dutch spelling (Taalunie, Leidraad 6).
_KEEPING = frozenset({"niet", "adjunct", "kandidaat", "sint"})
# And first halves that keep it before some words only: "ex-minister" and "expert".
_ROLES = frozenset(
    {"minister", "ministers", "voorzitter", "burgemeester", "leerling", "leerlingen", "student"}
    | {"studenten", "werknemer", "werknemers", "gedetineerde", "gedetineerden", "partner"}
    | {"directeur", "schepen", "mijnwerker", "mijnwerkers", "strijder", "strijders"}
)
_KEEPING_BEFORE = {
    "ex": _ROLES,
    "oud": _ROLES,
    "non": frozenset({"profit", "profitsector", "discriminatie", "conformiteit", "fictie"}),
}
# Vowels that would run together keep the hyphen: "auto-ongeval", "zee-egel", "ski-uitrusting".
_CLASHES = frozenset(
    ["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"]
)
# Prefixes that do not: there the break itself replaced a diaeresis ("ge-ïntegreerd").
_PREFIXES = frozenset({"ge", "be", "re", "co", "her", "ont", "ver", "over", "voor"})


def join(before: str, after: str) -> Join:
    """How the line ``before`` and the line ``after`` are joined.

    >>> join("voor de gemeen-", "ten van").rule, join("in Sint-Pieters-", "Leeuw").rule
    ('hyphen.dropped', 'hyphen.kept')
    >>> join("de bestuurs-", "of regeringsdocumenten").rule, join("het NT2-", "aanbod").rule
    ('hyphen.suspended', 'hyphen.kept')
    """
    if before.endswith(_HYPHENS) and len(before) > 1 and not before[-2].isspace():
        # Nobody hyphenates an address: its hyphens are its own.
        is_address = _ADDRESS.match(before.rsplit(None, 1)[-1]) is not None
        return _KEPT if is_address else _join_hyphen(before, after)
    if before.endswith("/") and before[-2:-1].isalpha():
        return _SLASH
    return _SPACE


def _join_hyphen(before: str, after: str) -> Join:
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    first, last = (right.group() if right else ""), (left.group(1) if left else "")
    if first.lower() in _AFTER_SUSPENDED:
        return _SUSPENDED
    if not last or not first[:1].islower():
        return _KEPT
    if len(last) == 1 or not last[1:].islower() or _is_kept_before(last.lower(), first):
        return _KEPT
    if last in _PREFIXES:
        return _dropped(last, first)
    if last[-1] + first[0] in _CLASHES and len(last) > 2:  # noqa: PLR2004 - a prefix is no compound
        return _KEPT
    return _dropped(last, first)


def _is_kept_before(last: str, first: str) -> bool:
    return last in _KEEPING or first in _KEEPING_BEFORE.get(last, ())


def _dropped(last: str, first: str) -> Join:
    """Drop the hyphen, and restore the spelling of the word when it is listed as spoiled.

    After a prefix, the break itself stood for a diaeresis: "ge-" and "integreerd".
    """
    found = spelling.BEGINNING.match((last + first).lower())
    if found is None or found.end() <= len(last):
        return DROPPED
    spoiled = (last + first)[: found.end()]
    restored = spelling.restored(spoiled)
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, restored, strict=False))
    )
    return Join(
        restored[same:],
        "hyphen.spelling",
        CorrectionKind.HYPHEN,
        drop_before=len(last) - same + 1,
        take_after=found.end() - len(last),
    )
