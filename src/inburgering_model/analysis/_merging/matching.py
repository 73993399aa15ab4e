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
    keys: Sequence[Callable[[T], Hashable | None]],
    alike: Callable[[T, T], bool],
) -> list[list[Kept[T]]]:
    """Group the things of several files, each with at most one of every other file.

    Things are one when they have the same key; the keys are tried in turn, the strictest first, and
    None is no key. What is left is one with the first thing nearby that is ``alike``. Nothing is
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
    things: list[Kept[T]], free: list[_Group[T]], key: Callable[[T], Hashable | None]
) -> list[Kept[T]]:
    """Add each thing to the first free group with its key; give those that found none."""
    if not things or not free:
        return things
    by_key: defaultdict[Hashable, deque[_Group[T]]] = defaultdict(deque)
    for group in free:
        for each in dict.fromkeys(key(member.value) for member in group.members):
            if each is not None:
                by_key[each].append(group)
    left: list[Kept[T]] = []
    taken: set[int] = set()
    for kept in things:
        found = by_key[key(kept.value)]
        while found and id(found[0]) in taken:
            found.popleft()
        if found:
            taken.add(id(found[0]))
            found.popleft().members.append(kept)
        else:
            left.append(kept)
    free[:] = [group for group in free if id(group) not in taken]
    return left


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
