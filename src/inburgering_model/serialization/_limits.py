"""How large and how deep a document may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from inburgering_model.errors import Problem
from inburgering_model.serialization._problems import token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["MAX_DEPTH", "MAX_SIZE", "containers", "depth_problem", "too_deep"]

MAX_SIZE: Final = 64 * 1024 * 1024
"""The most bytes of a document (characters, of a ``str``): far more than any dossier takes."""
MAX_DEPTH: Final = 100
"""The most objects and lists within one another; those of a reading are about ten deep."""


def containers(document: object) -> Iterator[tuple[str, int, object]]:
    """Each object and list with its pointer and depth, down to one level more than is allowed."""
    waiting: list[tuple[str, int, object]] = [("", 1, document)]
    while waiting:
        pointer, depth, value = waiting.pop()
        members: Iterable[tuple[object, object]]
        if isinstance(value, dict):
            members = cast("dict[object, object]", value).items()
        elif isinstance(value, list):
            members = enumerate(cast("list[object]", value))
        else:
            continue
        yield pointer, depth, cast("object", value)
        if depth <= MAX_DEPTH:
            inner = [
                (pointer + token(key), depth + 1, cast("object", member))
                for key, member in members
                if isinstance(member, dict | list)
            ]
            waiting += reversed(inner)


def _is_deep(document: object) -> bool:
    """Whether there is such a place: to name each place on the way costs five times as much."""
    waiting = [(document, 1)]
    while waiting:
        value, depth = waiting.pop()
        inner = _within(value)
        if inner and depth == MAX_DEPTH:
            return True
        waiting += [(each, depth + 1) for each in inner]
    return False


def _within(value: object) -> list[object]:
    """The objects and lists in one."""
    if isinstance(value, dict):
        members: Iterable[object] = cast("dict[object, object]", value).values()
    else:
        members = cast("list[object]", value) if isinstance(value, list) else ()
    return [cast("object", member) for member in members if isinstance(member, dict | list)]


def depth_problem(document: object) -> Problem | None:
    """The first place that is nested too deeply; None when there is none."""
    if not _is_deep(document):
        return None
    for pointer, depth, _ in containers(document):
        if depth > MAX_DEPTH:
            return too_deep(pointer)
    return None


def too_deep(pointer: str = "") -> Problem:
    """The problem of a document with more levels than are allowed."""
    message = f"expected at most {MAX_DEPTH} objects and lists within one another, got more"
    return Problem(code="depth", message=message, pointer=pointer)
