"""Hypothesis strategies that the tests share."""

from __future__ import annotations

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


def change(container: Any, data: st.DataObject) -> None:
    """Replace, add or take away something somewhere in a JSON value."""
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
    if action == "remove":
        del container[key]
    elif action == "replace":
        container[key] = data.draw(json_values | st.sampled_from([_like(container[key])]))
    elif isinstance(container, dict):
        container[data.draw(st.text(max_size=5))] = data.draw(json_values)
    else:
        container.append(data.draw(json_values))


def _members(container: Any) -> list[Any]:
    return list(container.values()) if isinstance(container, dict) else list(container)


def _like(value: object) -> object:
    """The same in another type, which a converter that coerces would take."""
    return {str: [value], int: str(value), float: str(value), bool: int(value is True)}.get(
        type(value), "2018"
    )
