"""Whether what is quoted says what it is quoted for: passages and plainly printed values."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model._shape import field_table
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Person
from inburgering_model.model.provenance import Evidence
from inburgering_model.validation._likeness import comes_from, is_cut_word, stands_for
from inburgering_model.validation._words import quoted
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.model._entity import Entity
    from inburgering_model.model.provenance import Span
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]


def _raw(indexed: IndexedDossier, span: Span) -> str | None:
    """The raw text of a span; None when it cannot be looked at."""
    source = indexed.sources.get(span.source)
    if source is None or source.text is None or span.end > len(source.text):
        return None
    return source.text[span.start : span.end]


def _pieces_that_say_something_else(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, passage, _ in indexed.every(Passage):
        for index, raw, text, same in _compared(indexed, passage):
            if not same:
                message = f"the raw text has {quoted(raw)}, the passage {quoted(text)}"
                yield f"{pointer}/pieces/{index}", message


def _compared(indexed: IndexedDossier, passage: Passage) -> Iterator[tuple[int, str, str, bool]]:
    """Place, raw text and text of each piece, and whether they are the same.

    Pieces of no raw text belong to the replacement before them, of which they are a part.
    """
    pieces = passage.pieces
    ends = list(accumulate(length for _, length in pieces))
    index = 0
    while index < len(pieces):
        first, (span, length) = index, pieces[index]
        index += 1
        if length != span.length:
            while index < len(pieces) and not pieces[index][0].length and pieces[index][1]:
                index += 1
        raw = _raw(indexed, span)
        text = passage.text[ends[first] - length : ends[index - 1]]
        if raw is None or raw == text:
            continue
        if len(raw) == len(text) > 1 and index == first + 1:
            yield first, raw, text, stands_for(raw, text)
        else:
            cut = first == 0 or index == len(pieces)
            same = len(raw) == len(text) == 1 and stands_for(raw, text)
            yield first, raw, text, same or comes_from(raw, text, cut=cut)


def _pieces_that_part_words(indexed: IndexedDossier) -> Iterator[Finding]:
    for pointer, passage, _ in indexed.every(Passage):
        ends = accumulate(length for _, length in passage.pieces)
        for index, (end, pair) in enumerate(zip(ends, pairwise(passage.pieces), strict=False)):
            (left, _), (right, _) = pair
            if left.source == right.source and left.end == right.start:
                continue
            if is_cut_word(passage.text, end) and any(
                _is_cut(indexed, span, position)
                for span, position in ((left, left.end), (right, right.start))
            ):
                message = "makes one word with the piece before it, from parts of other words"
                yield f"{pointer}/pieces/{index + 1}", message


def _is_cut(indexed: IndexedDossier, span: Span, position: int) -> bool:
    source = indexed.sources.get(span.source)
    return source is not None and source.text is not None and is_cut_word(source.text, position)


def _values_that_are_not_quoted(indexed: IndexedDossier) -> Iterator[Finding]:
    # A merged value has evidence in several files, of which one has its spelling.
    vouched: set[tuple[int, str]] = set()
    found: list[tuple[tuple[int, str], Finding]] = []
    for pointer, evidence, owner in indexed.every(Evidence):
        value = _printed_value(evidence, owner)
        parts = [_raw(indexed, span) for span in evidence.spans]
        if value is None or not parts or None in parts:
            continue
        raw = "\n".join(part for part in parts if part is not None)
        key = (id(owner), evidence.of)
        if comes_from(raw, value, cut=True):
            vouched.add(key)
        else:
            message = f"the raw text has {quoted(raw)}, the value is {quoted(value)}"
            found.append((key, (f"{pointer}/spans", message)))
    yield from (finding for key, finding in found if key not in vouched)


def _printed_value(evidence: Evidence, owner: Entity) -> str | None:
    """The text of a value that is said to be plainly printed; None for what is no text."""
    if evidence.confidence is not None:
        return None
    value: object = owner
    if evidence.of:
        names = {field.name for field in field_table(owner.__class__)}
        value = getattr(owner, evidence.of) if evidence.of in names else None
    if isinstance(value, Person):
        return value.name
    # A StrEnum names a sort: it is not what is printed.
    return value if type(value) is str else None


RULES = (
    Rule(
        code="piece.text",
        text=(
            "A piece gives the raw text: character for character when it is as long as its span, "
            "and otherwise its letters and digits, but for page furniture. Capitals, accents, "
            "white space, hyphens, quotes and, outside figures, look-alike characters may differ; "
            "in a figure an l of the raw text may be a 1."
        ),
        severity=Severity.ERROR,
        check=_pieces_that_say_something_else,
    ),
    Rule(
        code="piece.word",
        text="A word is not put together from parts of words that stand apart.",
        severity=Severity.ERROR,
        check=_pieces_that_part_words,
    ),
    Rule(
        code="evidence.text",
        text="A text or name that is plainly printed stands where its evidence says.",
        severity=Severity.ERROR,
        check=_values_that_are_not_quoted,
    ),
)
