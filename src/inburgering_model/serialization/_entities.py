"""All classes of entities that can be the top of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from inburgering_model.model import (
    answer,
    dossier,
    judgement,
    outcome,
    partial_date,
    passage,
    people,
    period,
    pilot,
    provenance,
    question,
    reading,
    references,
)
from inburgering_model.model._entity import Entity
from inburgering_model.reference import term_rules

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["ENTITIES"]

_MODULES: Final[tuple[ModuleType, ...]] = (
    answer,
    dossier,
    judgement,
    outcome,
    partial_date,
    passage,
    people,
    period,
    pilot,
    provenance,
    question,
    reading,
    references,
    term_rules,
)


def _entities_of(module: ModuleType) -> dict[str, type[Entity]]:
    values = ((name, getattr(module, name)) for name in module.__all__)
    return {
        name: value
        for name, value in values
        if isinstance(value, type) and issubclass(value, Entity)
    }


ENTITIES: Final[dict[str, type[Entity]]] = {
    name: cls for module in _MODULES for name, cls in _entities_of(module).items()
}
"""Every class by its name."""
