"""How messages quote a text: short, whatever it holds."""

from __future__ import annotations

__all__ = ["quoted"]

_SHOWN_CHARACTERS = 60


def quoted(text: str) -> str:
    """A text between quotes, cut off when it is long."""
    if len(text) > _SHOWN_CHARACTERS:
        return f"{text[:_SHOWN_CHARACTERS]!r}…"
    return repr(text)
