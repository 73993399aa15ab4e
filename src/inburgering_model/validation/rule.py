"""A rule that a dossier, or a reading, must satisfy."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import frozen

from inburgering_model.errors import Problem, Severity
from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["Finding", "Rule"]

Finding: TypeAlias = tuple[str, str]
"""Where (a JSON Pointer into the JSON form of the dossier or reading) and what."""


@frozen(kw_only=True, weakref_slot=False)
class Rule:
    """One rule: its code, what it asks in one sentence, how bad it is, and how it is checked.

    ``check`` yields what breaks the rule, in document order. A rule is of dossiers, unless it is
    ``of_reading``: then it is about what a reading has besides, and its pointers are into that.
    """

    code: str
    text: str
    severity: Severity
    check: Callable[[IndexedDossier], Iterator[Finding]]
    of_reading: bool = False

    def problems(self, indexed: IndexedDossier) -> Iterator[Problem]:
        """Everything that breaks the rule, in document order."""
        root = "" if self.of_reading or indexed.reading is None else "/dossier"
        for pointer, message in self.check(indexed):
            where = root + pointer
            yield Problem(code=self.code, message=message, pointer=where, severity=self.severity)
