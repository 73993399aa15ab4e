"""Which things of several files are one thing."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from inburgering_model.analysis._merging.files import File

__all__ = ["Kept", "Reading", "matched"]

T = TypeVar("T")

_NEARBY = 32
"""How many neighbours on either side something is compared with that has no exact counterpart."""


class Reading(NamedTuple, Generic[T]):
    """What a file has for something."""

    file: File
    value: T


class Kept(NamedTuple, Generic[T]):
    """What a file has for something, and where it stood in that file."""

    file: File
    value: T
    place: int

    @property
    def reading(self) -> Reading[T]:
        """Without the place."""
        return Reading(self.file, self.value)


@define
class _Group(Generic[T]):
    """One thing, as the files have it: at most one of each file."""

    members: list[Kept[T]]


def matched(
    files: Iterable[tuple[File, Sequence[T]]],
    keys: Sequence[Callable[[T], Iterable[Hashable]]],
    alike: Callable[[T, T], bool],
) -> list[list[Kept[T]]]:
    """Group the things of several files, each with at most one of every other file.

    Things are one when they have a key in common; the sorts of keys are tried in turn, the
    strictest first. What is left is one with the first thing nearby that is ``alike``. Nothing is
    grouped within a file: it may well say a thing twice.
    """
    groups: list[_Group[T]] = []
    for file, things in files:
        free = list(groups)
        left = [Kept(file, thing, index) for index, thing in enumerate(things)]
        for key in keys:
            left = _join_by_key(left, free, key)
        left = _join_alike(left, free, alike)
        groups += [_Group([kept]) for kept in left]
    return [group.members for group in groups]


def _join_by_key(
    things: list[Kept[T]], free: list[_Group[T]], keys_of: Callable[[T], Iterable[Hashable]]
) -> list[Kept[T]]:
    """Add each thing to the first free group with a key of its own; give those that found none."""
    if not things or not free:
        return things
    by_key: defaultdict[Hashable, deque[_Group[T]]] = defaultdict(deque)
    for group in free:
        for key in dict.fromkeys(key for kept in group.members for key in keys_of(kept.value)):
            by_key[key].append(group)
    left: list[Kept[T]] = []
    taken: set[int] = set()
    for kept in things:
        groups = (_first_free(by_key[key], taken) for key in keys_of(kept.value) if key in by_key)
        found = next((group for group in groups if group is not None), None)
        if found is None:
            left.append(kept)
        else:
            taken.add(id(found))
            found.members.append(kept)
    free[:] = [group for group in free if id(group) not in taken]
    return left


def _first_free(groups: deque[_Group[T]], taken: set[int]) -> _Group[T] | None:
    while groups and id(groups[0]) in taken:
        groups.popleft()
    return groups[0] if groups else None


def _join_alike(
    things: list[Kept[T]], free: list[_Group[T]], alike: Callable[[T, T], bool]
) -> list[Kept[T]]:
    """Add each thing to the first free group nearby that it is like; give those that found none."""
    left: list[Kept[T]] = []
    for place, kept in enumerate(things):
        middle = place * len(free) // len(things)
        nearby = range(max(0, middle - _NEARBY), min(len(free), middle + _NEARBY))
        found = next((at for at in nearby if alike(free[at].members[0].value, kept.value)), None)
        if found is None:
            left.append(kept)
        else:
            free.pop(found).members.append(kept)
    return left
