"""Assertions about entities, each with a message that says where and what.

They raise AssertionError, so that any test runner takes them for a failed test. They are ordinary
functions: Python's ``-O`` does not switch them off.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from inburgering_model.errors import Problem, Severity
from inburgering_model.model.passage import Passage
from inburgering_model.model.reading import Reading
from inburgering_model.serialization.text import dumps, loads
from inburgering_model.testing.comparing import differing, shown
from inburgering_model.validation import validate
from inburgering_model.validation.indexed import IndexedDossier

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from inburgering_model.model._entity import Entity
    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.provenance import Span
    from inburgering_model.model.reading import Correction

__all__ = ["assert_quotes", "assert_round_trip", "assert_same", "assert_valid"]

_QUOTING: Final = frozenset(
    {
        "span.source",
        "span.outside",
        "piece.order",
        "piece.text",
        "piece.word",
        "evidence.text",
        "reading.span",
        "reading.regions",
        "reading.corrections",
        "source.without-text",
    }
)
"""The rules that ask whether spans quote what they claim, and whether that can be looked at."""


def assert_valid(
    checked: Dossier | Reading,
    *,
    least: Severity = Severity.ERROR,
    allowed: Collection[str] = (),
) -> None:
    """Assert that :func:`~inburgering_model.validate` finds nothing.

    Args:
        checked: a dossier, or a reading with its regions, issues and corrections.
        least: the least severity that counts: with a warning, errors and warnings do.
        allowed: codes of rules that may be broken.

    Raises:
        AssertionError: when there is a problem; it lists them all.

    >>> from inburgering_model.testing import make_dossier
    >>> assert_valid(make_dossier())
    """
    worse = tuple(Severity)[: tuple(Severity).index(least) + 1]
    problems = [
        problem
        for problem in validate(checked)
        if problem.severity in worse and problem.code not in allowed
    ]
    _fail_with(problems, f"the {_kind(checked)} is not valid")


def assert_round_trip(entity: Entity) -> None:
    """Assert that an entity comes back the same from its JSON document: evidence and all.

    Raises:
        AssertionError: when it does not; it says where it differs.

    >>> from inburgering_model.model.people import Person
    >>> assert_round_trip(Person(name="Ben Weyts"))
    """
    written = dumps(entity)
    again = loads(written, entity.__class__)
    _fail_with(
        differing(again, entity, everything=True), f"the {_kind(entity)} was read back otherwise"
    )
    if dumps(again) != written:
        message = f"the {_kind(entity)} was read back the same, but is written otherwise"
        raise AssertionError(message)


def assert_same(actual: Entity, expected: Entity, *, everything: bool = False) -> None:
    """Assert that two entities are equal.

    ``everything`` asks that what equality leaves out is the same too: evidence, the pieces of
    passages, sources.

    Raises:
        AssertionError: when they are not; it has the JSON Pointer of each place where they
            differ, with both values.

    >>> from inburgering_model.model.pilot import Municipality
    >>> assert_same(Municipality(name="Dilbeek", nis="23016"), Municipality(name="Dilbeek"))
    Traceback (most recent call last):
    ...
    AssertionError: the Municipality is not the one that was expected (1 place):
      /nis: '23016' is not None
    """
    _fail_with(
        differing(actual, expected, everything=everything),
        f"the {_kind(actual)} is not the one that was expected",
    )


def assert_quotes(checked: Dossier | Reading) -> None:
    """Assert that every span quotes what it claims.

    The spans lie in sources that the dossier has, with their text; the raw characters of a
    passage's pieces are those of its text, as far as cleaning may change them; a text or name that
    is plainly printed stands where its evidence says. Of a reading, the regions cover the text from
    end to end, and replaying the corrections on the raw characters of each passage gives its text.

    Raises:
        AssertionError: when a span does not, or when there is no source that anything could quote.

    >>> from inburgering_model.testing import example
    >>> assert_quotes(example())
    """
    dossier = checked.dossier if isinstance(checked, Reading) else checked
    if not dossier.sources:
        message = f"the {_kind(checked)} has no source: there is nothing that it could quote"
        raise AssertionError(message)
    problems = [problem for problem in validate(checked) if problem.code in _QUOTING]
    if isinstance(checked, Reading) and not problems:
        problems += _otherwise_replayed(checked)
    _fail_with(problems, f"the {_kind(checked)} quotes what is not there")


def _otherwise_replayed(reading: Reading) -> Iterator[Problem]:
    texts = {source.id: source.text or "" for source in reading.dossier.sources}
    corrections: dict[str, list[Correction]] = {identifier: [] for identifier in texts}
    for correction in reading.corrections:
        corrections[correction.span.source].append(correction)
    for pointer, passage, _ in IndexedDossier(reading.dossier).every(Passage):
        replayed = "".join(
            _replayed(texts[span.source], span, corrections[span.source]) for span in passage.spans
        )
        if passage.pieces and replayed != passage.text:
            yield Problem(
                code="reading.replay",
                message=f"the corrections give {replayed!r}, the passage is {passage.text!r}",
                pointer=f"/dossier{pointer}",
            )


def _replayed(raw: str, span: Span, corrections: list[Correction]) -> str:
    """The raw characters of a span with the corrections that lie in it, which are in order."""
    parts: list[str] = []
    position = span.start
    first = bisect_left(corrections, span.start, key=_start)
    for correction in corrections[first : bisect_left(corrections, span.end + 1, key=_start)]:
        if span.covers(correction.span):
            parts += raw[position : correction.span.start], correction.replacement
            position = correction.span.end
    return "".join([*parts, raw[position : span.end]])


def _start(correction: Correction) -> int:
    return correction.span.start


def _kind(entity: Entity) -> str:
    return entity.__class__.__name__


def _fail_with(found: Iterable[object], what: str) -> None:
    listed = list(found)
    if listed:
        places = "1 place" if len(listed) == 1 else f"{len(listed)} places"
        lines = [f"{what} ({places}):", *shown(listed)]
        raise AssertionError("\n  ".join(lines))
