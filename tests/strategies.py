"""Hypothesis strategies that the tests share."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from inburgering_model.testing.strategies import entities

__all__ = ["change", "entities", "json_values"]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)
"""Any value that a JSON parser can give."""


def change(container: Any, data: st.DataObject, *, beyond_json: bool = False) -> None:
    """Replace, add or take away something somewhere in a JSON value.

    Beyond JSON, a value may become one that no JSON text holds: a text of another class, a tuple.
    """
    while True:
        inner = [value for value in _members(container) if isinstance(value, dict | list) and value]
        if not inner or data.draw(st.integers(0, 2)) == 0:
            break
        container = data.draw(st.sampled_from(inner))
    keys = list(container) if isinstance(container, dict) else list(range(len(container)))
    action = data.draw(st.sampled_from(["replace", "add", "remove"]))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    alike = _likenesses if beyond_json else _like
    if action == "remove":
        del container[key]
    elif action == "replace":
        container[key] = data.draw(json_values | st.sampled_from(alike(container[key])))
    elif isinstance(container, dict):
        container[data.draw(st.text(max_size=5))] = data.draw(json_values)
    else:
        container.append(data.draw(json_values))


def _members(container: Any) -> list[Any]:
    return list(container.values()) if isinstance(container, dict) else list(container)


def _like(value: object) -> tuple[object, ...]:
    """The same in another type, which a converter that coerces would take."""
    same: dict[type, object] = {
        str: [value],
        int: str(value),
        float: str(value),
        bool: int(value is True),
    }
    return (same.get(type(value), "2018"),)


class _Text(str):
    __slots__ = ()


class _List(list[object]):
    pass


class _Object(dict[object, object]):
    pass


class _Colour(StrEnum):
    RED = "red"


_ODD_TEXTS = (
    *("", " ", "\ud800", "a\udc00", "x" * 100, "é", "red", "kind", "2018-02-30", "2018-W01-1"),
    *("2020/2019", "../..", "/", "s0123ABCD", "p0", "p1\n", "00.1", "NaN"),
)
_ODD_NUMBERS = (-1, 0, 1, 2**53 - 1, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 10**400)
_ODD_FLOATS = (0.9, 1.0, -0.0, 1e300, float("nan"), float("inf"))


def _likenesses(value: object) -> tuple[object, ...]:
    """Nearly the same: in another type, or another value of the type."""
    if isinstance(value, str):
        return [value], _Text(value), value.encode("utf-8", "replace"), _Colour.RED, *_ODD_TEXTS
    if isinstance(value, bool | int | float):
        same = [str(value), bool(value)]
        with suppress(ValueError, OverflowError):  # what is not finite, or too large for the other
            same += int(value), float(value)
        return *same, *_ODD_NUMBERS, *_ODD_FLOATS
    if isinstance(value, list):
        return tuple(value), _List(value), [*value, None], {"0": value}, value * 2
    if isinstance(value, dict):
        texts = {_Text(key): member for key, member in value.items()}
        return _Object(value), texts, list(value.items()), {**value, "": None}
    return False, 0, "", [], {}, "2018", date(2018, 1, 1), Decimal(1)
