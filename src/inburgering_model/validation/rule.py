"""A rule that a dossier must satisfy."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import frozen

from inburgering_model.errors import Problem, Severity
from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["Finding", "Rule"]

Finding: TypeAlias = tuple[str, str]
"""Where (a JSON Pointer into the dossier's JSON form) and what."""


@frozen(kw_only=True, weakref_slot=False)
class Rule:
    """One rule: its code, what it asks in one sentence, how bad it is, and how it is checked.

    ``check`` yields what breaks the rule, in document order.
    """

    code: str
    text: str
    severity: Severity
    check: Callable[[IndexedDossier], Iterator[Finding]]

    def problems(self, indexed: IndexedDossier) -> Iterator[Problem]:
        """Everything in a dossier that breaks the rule, in document order."""
        for pointer, message in self.check(indexed):
            yield Problem(code=self.code, message=message, pointer=pointer, severity=self.severity)
