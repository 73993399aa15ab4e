"""Hypothesis strategies that the tests share."""

from __future__ import annotations

from hypothesis import strategies as st

from inburgering_model.testing.strategies import entities

__all__ = ["entities", "json_values"]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)
"""Any value that a JSON parser can give."""
