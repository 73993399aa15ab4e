"""How messages write numbers, items and texts: short, and whatever they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inburgering_model.model.references import ItemReference

__all__ = ["count", "item_name", "quoted"]

_SHOWN_CHARACTERS = 60
_LARGEST_SHOWN = 10**18  # Python refuses to write out integers of thousands of digits


def count(number: int) -> str:
    """A number in digits; of a very large one only that it is."""
    return str(number) if number < _LARGEST_SHOWN else "(more than 18 digits)"


def item_name(reference: ItemReference) -> str:
    """An item as its sub-questions' ids begin: ``3``, ``3b`` or ``7~2``."""
    again = f"~{count(reference.occurrence)}" if reference.occurrence > 1 else ""
    return f"{count(reference.number)}{reference.letter or ''}{again}"


def quoted(text: str) -> str:
    """A text between quotes, cut off when it is long."""
    if len(text) > _SHOWN_CHARACTERS:
        return f"{text[:_SHOWN_CHARACTERS]!r}…"
    return repr(text)
