"""What can go wrong: one root exception, and :class:`Problem`, one finding about a document.

This module stands below everything else and imports nothing of ours.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "DocumentError",
    "FieldError",
    "FieldTypeError",
    "FieldValueError",
    "InburgeringModelError",
    "MergeError",
    "MissingExtraError",
    "ParseError",
    "Problem",
    "SchemaVersionError",
    "SchemaVersionWarning",
    "Severity",
]


class Severity(StrEnum):
    """How bad a problem or an issue is.

    An *error* means that something stated is wrong or was lost; a *warning* that a careful editor
    would look at it; *info* that something odd was seen and understood.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True, weakref_slot=False, order=False)
class Problem:
    """One thing wrong with a document, and where.

    ``pointer`` is a JSON Pointer (RFC 6901) into the document's JSON form; the empty pointer is the
    whole document. ``line`` is the document's line, from 1 on, in a file with one on each line;
    otherwise None.

    >>> print(Problem(code="type", message="expected a string", pointer="/question/title"))
    /question/title: expected a string [type]
    """

    code: str
    message: str
    pointer: str = ""
    severity: Severity = Severity.ERROR
    line: int | None = None

    def __str__(self) -> str:
        """Where, what, and the code to look up."""
        line = "" if self.line is None else f"line {self.line}, "
        return f"{line}{_beginning(self.pointer) or '(document)'}: {self.message} [{self.code}]"


_SHOWN_OF_POINTER = 300


def _beginning(pointer: str) -> str:
    return pointer if len(pointer) <= _SHOWN_OF_POINTER else f"{pointer[:_SHOWN_OF_POINTER]}…"


class InburgeringModelError(Exception):
    """What every exception has in common that tells of the documents and values it was given.

    Misuse of a function has Python's own exceptions: TypeError for an argument of another type,
    ValueError for offsets outside a passage, LookupError for what a dossier does not hold.
    """


class FieldError(InburgeringModelError):
    """An object was not made, because one of its fields does not hold what it must.

    ``entity`` is the class's name, ``field`` the field's; ``detail`` says what is wrong.
    """

    def __init__(self, entity: str, field: str, detail: str) -> None:
        super().__init__(entity, field, detail)
        self.entity = entity
        self.field = field
        self.detail = detail

    def __str__(self) -> str:
        """``Class.field: what is wrong``."""
        return f"{self.entity}.{self.field}: {self.detail}"


class FieldTypeError(FieldError, TypeError):
    """A field was given a value of another type than it holds."""


class FieldValueError(FieldError, ValueError):
    """A field was given a value of the right type that it cannot hold."""


class ParseError(InburgeringModelError, ValueError):
    """A text holds neither a question nor an answer."""


class MergeError(InburgeringModelError, ValueError):
    """Dossiers were not merged, because they are not of one question.

    ``field`` names what differs (``asked_on``, ``parliamentary_year``, ``author``, ``items``,
    ``number``, ``sources``; ``dossiers`` when there are none), ``values`` are the values that do.
    """

    def __init__(self, field: str, values: Iterable[object], detail: str) -> None:
        self.field = field
        self.values: tuple[object, ...] = tuple(values)
        self.detail = detail
        super().__init__(field, self.values, detail)

    def __str__(self) -> str:
        """The field, what is wrong, and the values, each cut off when it is long."""
        shown = ", ".join(_excerpt(value) for value in self.values)
        return f"{self.field}: {self.detail}" + (f": {shown}" if shown else "")


_SHOWN_CHARACTERS = 60


def _excerpt(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"


class DocumentError(InburgeringModelError, ValueError):
    """A serialized document was refused; ``problems`` lists everything that is wrong with it.

    Of a document with more than 100 problems, the first 100 are listed, and one with the code
    ``more`` says so.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """The problems, each on a line of its own; of very many, the first."""
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        lines = [f"{head}:", *(f"  {problem}" for problem in self.problems[:_SHOWN_PROBLEMS])]
        if count > _SHOWN_PROBLEMS:
            lines.append(f"  and {count - _SHOWN_PROBLEMS} more")
        return "\n".join(lines)


_SHOWN_PROBLEMS = 101  # the most of a document that was read, and one that tells of more


class SchemaVersionError(DocumentError):
    """A document's ``schema_version`` is one that this release does not read."""


class SchemaVersionWarning(UserWarning):
    """A document of a newer minor version was read without what this release does not know.

    ``version`` is the document's, ``pointers`` are the JSON Pointers of what was left out; without
    any, everything was understood. ``line`` is that of a file with a document on each line.
    """

    def __init__(self, version: str, pointers: Iterable[str], line: int | None = None) -> None:
        self.version: str = version
        self.pointers: tuple[str, ...] = tuple(pointers)
        self.line: int | None = line
        super().__init__(version, self.pointers, line)

    def __str__(self) -> str:
        """The version, what was left out, and what to do about it."""
        where = "the document" if self.line is None else f"the document of line {self.line}"
        if not self.pointers:
            return f"{where} has the newer schema version {self.version}; all was understood"
        shown = ", ".join(_beginning(pointer) for pointer in self.pointers[:_SHOWN_POINTERS])
        if len(self.pointers) > _SHOWN_POINTERS:
            shown += f" and {len(self.pointers) - _SHOWN_POINTERS} more"
        return (
            f"{where} has the newer schema version {self.version}; not understood and left "
            f"out: {shown}; update inburgering-model to keep it"
        )


_SHOWN_POINTERS = 10


class MissingExtraError(InburgeringModelError, ImportError):
    """Something was asked for that needs an optional dependency which is not installed."""

    def __init__(self, extra: str, needed_for: str) -> None:
        super().__init__(extra, needed_for)
        self.extra = extra
        self.needed_for = needed_for

    def __str__(self) -> str:
        """What is missing, and the command that installs it."""
        return (
            f"{self.needed_for} needs the extra [{self.extra}]: "
            f"pip install 'inburgering-model[{self.extra}]'"
        )


def wrong_type(expected: str, value: object, hints: Mapping[str, str] | None = None) -> TypeError:
    """The error for an argument of another type than was expected.

    ``hints`` says for the name of a type what whoever passed one probably wants.

    >>> str(wrong_type("a Dossier", 75)), str(wrong_type("text", b"a", {"bytes": "decode it"}))
    ('expected a Dossier, got int', 'expected text, got bytes: decode it')
    """
    name = type(value).__name__
    hint = (hints or {}).get(name, "")
    given = "None" if value is None else name
    return TypeError(f"expected {expected}, got {given}" + (f": {hint}" if hint else ""))


def must_be(
    kinds: type | tuple[type, ...],
    value: object,
    expected: str,
    hints: Mapping[str, str] | None = None,
) -> None:
    """Raise TypeError unless an argument is of a type that was expected; see :func:`wrong_type`."""
    if not isinstance(value, kinds):
        raise wrong_type(expected, value, hints)
