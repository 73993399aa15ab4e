"""Text from documents, made fit for a terminal.

A document can hold anything: escape sequences that recolour or retitle a terminal, characters that
turn the direction of what follows. None of it reaches the terminal as it is.
"""

from __future__ import annotations

import re

__all__ = ["escape_json", "one_line", "safe_lines", "shorten"]

# Control characters (C0, DEL, C1), marks that turn the direction of text, line separators of
# Unicode, halves of surrogate pairs.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_PICTURES_OF_CONTROLS, _DELETE, _PICTURE_OF_DELETE = 0x2400, 0x7F, "\u2421"
_REPLACEMENT = "\ufffd"
_TAB = 4


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_PICTURES_OF_CONTROLS + code)
    return _PICTURE_OF_DELETE if code == _DELETE else _REPLACEMENT


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[0] in "\n\r\t" else f"\\u{ord(match[0]):04x}"


def visible(text: str) -> str:
    r"""The text with every unsafe character shown by a sign that does nothing.

    >>> visible("rood \x1b[31m")
    'rood ␛[31m'
    """
    return _UNSAFE.sub(_shown, text)


def one_line(text: str) -> str:
    """The text on one line: white space of any sort becomes one space.

    >>> one_line("een  twee" + chr(10) + "drie")
    'een twee drie'
    """
    return visible(" ".join(text.split()))


def safe_lines(text: str) -> str:
    """The text with its lines and its spaces, for what is laid out in columns."""
    return "\n".join(visible(line.expandtabs(_TAB)) for line in text.splitlines())


def shorten(text: str, limit: int) -> str:
    """The text on one line, cut before a word to at most ``limit`` characters.

    >>> shorten("een zin die te lang is", 12)
    'een zin die …'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    head, space, _ = line[:limit].rpartition(" ")
    return f"{head if space else line[: limit - 1]} …"


def escape_json(text: str) -> str:
    """JSON text with unsafe characters written as escapes, which means the same to any reader."""
    return _UNSAFE.sub(_escaped, text)
