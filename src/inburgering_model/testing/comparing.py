"""Where two entities differ: one line a difference, with the place and both values."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from inburgering_model.errors import must_be
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._forms import base_of_short_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Differing", "differing", "shown"]

_MOST_SHOWN: Final = 20
_LONGEST_VALUE: Final = 200
_CONTEXT: Final = 40


class _Nothing:
    """Stands for an element that a shorter tuple does not have."""

    def __repr__(self) -> str:
        return "(nothing)"


_NOTHING: Final = _Nothing()


class Differing(NamedTuple):
    """One place where two entities differ.

    ``pointer`` is a JSON Pointer into the JSON form of both. A value that only one of them has
    shows itself as ``(nothing)`` in the other.

    >>> print(Differing("/number", 3, 4))
    /number: 3 is not 4
    """

    pointer: str
    actual: object
    expected: object

    def __str__(self) -> str:
        """The place and both values; of long texts, the part where they differ."""
        actual, expected = _excerpts(self.actual, self.expected)
        return f"{self.pointer or '(the whole)'}: {actual} is not {expected}"


def differing(
    actual: Entity, expected: Entity, *, everything: bool = False
) -> tuple[Differing, ...]:
    """Where two entities differ, in document order; empty when they are equal.

    What equality leaves out (evidence, the pieces of passages, sources) is compared too with
    ``everything``. Tuples are compared place by place. Raises TypeError when one is no entity.

    >>> from inburgering_model.model.pilot import Municipality
    >>> for one in differing(Municipality(name="Dilbeek"), Municipality(name="Ternat")):
    ...     print(one)
    /name: 'Dilbeek' is not 'Ternat'
    """
    for value in (actual, expected):
        must_be(Entity, value, "an entity")
    return tuple(_differing(actual, expected, "", everything=everything))


def _differing(
    actual: object, expected: object, pointer: str, *, everything: bool
) -> Iterator[Differing]:
    if actual.__class__ is not expected.__class__:
        yield Differing(pointer, actual, expected)
    elif isinstance(actual, Entity) and base_of_short_form(actual.__class__) is None:
        for field in field_table(actual.__class__):
            if everything or field.compared:
                yield from _differing(
                    getattr(actual, field.name),
                    getattr(expected, field.name),
                    f"{pointer}/{field.name}",
                    everything=everything,
                )
    elif isinstance(actual, tuple):
        pairs = zip_longest(
            cast("tuple[object, ...]", actual),
            cast("tuple[object, ...]", expected),
            fillvalue=_NOTHING,
        )
        for index, (one, other) in enumerate(pairs):
            yield from _differing(one, other, f"{pointer}/{index}", everything=everything)
    elif actual != expected:
        yield Differing(pointer, actual, expected)


def shown(found: Iterable[object]) -> list[str]:
    """A line for each finding; of many, the first, and how many more there are."""
    lines = [str(one) for one in found]
    if len(lines) > _MOST_SHOWN:
        return [*lines[:_MOST_SHOWN], f"and {len(lines) - _MOST_SHOWN} more"]
    return lines


def _excerpts(actual: object, expected: object) -> tuple[str, str]:
    if not (isinstance(actual, str) and isinstance(expected, str)):
        return _cut(repr(actual)), _cut(repr(expected))
    if max(len(actual), len(expected)) <= _LONGEST_VALUE:
        return repr(str(actual)), repr(str(expected))
    # Long texts mostly begin alike: what stands around the first difference tells.
    pairs = enumerate(zip(actual, expected, strict=False))
    first = next(
        (index for index, (one, other) in pairs if one != other), min(len(actual), len(expected))
    )
    start, end = max(first - _CONTEXT, 0), first + _CONTEXT
    return _part(actual, start, end), _part(expected, start, end)


def _part(text: str, start: int, end: int) -> str:
    return f"{'…' if start else ''}{text[start:end]!r}{'…' if end < len(text) else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
