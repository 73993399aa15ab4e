"""The codes of the problems that reading a document can have. They are stable."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PROBLEM_CODES"]

PROBLEM_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "type": "A value of another JSON type than belongs there; nothing is converted.",
        "value": "A value of the right type that the field cannot hold.",
        "missing": "A required key is not there.",
        "unknown-key": "A key that the object does not have.",
        "unknown-kind": "The 'kind' of an answer is none of those that belong there.",
        "duplicate-key": "A key stands more than once in an object (with duplicates='refuse').",
        "inconsistent": "Fields that are right by themselves contradict each other.",
        "document-type": "The document holds an entity of another class than was asked for.",
        "version": "The document has a schema version that this release does not read.",
        "syntax": "The text is not JSON.",
        "encoding": "The bytes are not UTF-8.",
        "depth": "The document is nested too deeply.",
        "size": "The document is too large.",
        "more": "There are more problems than are listed.",
    }
)
"""What each :attr:`~inburgering_model.Problem.code` of a ``DocumentError`` means."""
