"""Versions of the JSON form: which are read, and how older documents become new ones.

Within one major version, a minor version only adds keys that may be left out, and classes of
entities. Everything else is a new major version, with a migration from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from attrs import frozen

from inburgering_model.errors import Problem, SchemaVersionError
from inburgering_model.serialization._problems import described, token

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = [
    "MIGRATIONS",
    "SCHEMA_VERSION",
    "VERSION_KEY",
    "Migration",
    "brought_up_to_date",
    "version_problem",
    "without",
]

SCHEMA_VERSION: Final = "1.0"
"""The version of the JSON form that this release writes."""
VERSION_KEY: Final = "schema_version"

Document: TypeAlias = dict[object, object]

# Two short numbers and a point, without leading zeros.
_VERSION_FORM: Final = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")


@frozen(kw_only=True)
class Migration:
    """One step from an older version to a newer one.

    ``migrate`` makes a new document of an old one and leaves the old one as it was. It sees
    documents before they are checked: what it does not recognise it leaves for the check.
    """

    before: str
    after: str
    changed: str
    """What is another way in the newer version, in a sentence."""
    migrate: Callable[[Document], Document]


MIGRATIONS: Final[tuple[Migration, ...]] = (
    Migration(
        before="0.1",
        after="1.0",
        changed="Nothing but the number: the form is promised to stay.",
        migrate=dict,
    ),
)
"""Each step, the oldest version first."""


def brought_up_to_date(
    document: Document, *, allow_newer: bool, migrations: Iterable[Migration] = MIGRATIONS
) -> tuple[Document, str | None]:
    """The document in the version of this release; and its own version when that is newer.

    A document without a version, or with something else in its place, is given back as it is.
    Raises :class:`~inburgering_model.SchemaVersionError` for a version that is not read.
    """
    version = document.get(VERSION_KEY)
    if version == SCHEMA_VERSION or not isinstance(version, str):
        return document, None
    numbers = _numbers(version)
    if numbers is None:
        return document, None
    ours = cast("tuple[int, int]", _numbers(SCHEMA_VERSION))
    if numbers > ours:
        if numbers[0] == ours[0] and allow_newer:
            return document | {VERSION_KEY: SCHEMA_VERSION}, version
        raise _refused(version, _ADVICE_NEWER_MINOR if numbers[0] == ours[0] else _ADVICE_NEWER)
    for step in migrations:
        if step.before == version:
            document = step.migrate(document) | {VERSION_KEY: step.after}
            version = step.after
    if version != SCHEMA_VERSION:
        raise _refused(version, _ADVICE_NEVER)
    return document, None


_ADVICE_NEWER: Final = "it was written by a newer release: update inburgering-model"
_ADVICE_NEWER_MINOR: Final = (
    f"{_ADVICE_NEWER}, or pass allow_newer=True to leave out what this release does not know"
)
_ADVICE_NEVER: Final = "no release wrote that version"


def _numbers(version: str) -> tuple[int, int] | None:
    parts = _VERSION_FORM.fullmatch(version)
    return None if parts is None else (int(parts[1]), int(parts[2]))


def _refused(version: object, advice: str) -> SchemaVersionError:
    message = f"expected {SCHEMA_VERSION!r}, got {described(version)}; {advice}"
    return SchemaVersionError(
        [Problem(code="version", message=message, pointer=token(VERSION_KEY))]
    )


def version_problem(version: object) -> Problem | None:
    """What is wrong with what stands in the place of a version, when it is none that is read."""
    if version == SCHEMA_VERSION:
        return None
    code = "value" if isinstance(version, str) else "type"
    message = f"expected {SCHEMA_VERSION!r}, got {described(version)}"
    return Problem(code=code, message=message, pointer=token(VERSION_KEY))


def without(value: object, pointers: Collection[str], here: str = "") -> object:
    """A copy of a JSON value that lacks the members at the pointers.

    >>> without({"a": [{"b": 1, "c": 2}]}, {"/a/0/b"})
    {'a': [{'c': 2}]}
    """
    if isinstance(value, dict):
        members = cast("dict[object, object]", value).items()
        places = ((key, member, here + token(key)) for key, member in members)
        return {k: without(member, pointers, p) for k, member, p in places if p not in pointers}
    if isinstance(value, list):
        elements = enumerate(cast("list[object]", value))
        return [without(element, pointers, f"{here}/{index}") for index, element in elements]
    return value
