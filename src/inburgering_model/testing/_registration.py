"""What Hypothesis is told when it is imported: how to draw each class of entities.

The package names :func:`register` as an entry point of Hypothesis. It imports the model, and
nothing else; the strategies are made when a class is first drawn.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from inburgering_model.serialization._entities import ENTITIES

if TYPE_CHECKING:
    from inburgering_model.model._entity import Entity

__all__ = ["register"]


def register() -> None:
    """Make ``st.from_type`` draw valid entities of any class of the model."""
    for cls in ENTITIES.values():
        st.register_type_strategy(cls, _strategy)


def _strategy(cls: type[Entity]) -> st.SearchStrategy[Any]:
    strategies = import_module("inburgering_model.testing.strategies")
    found: st.SearchStrategy[Any] = strategies.entities(cls)
    return found
