"""What a heading says of the rows below it: "De belangrijkste lessen zijn:" (the main lessons are).

The nouns and verbs that make a heading one are in ``data/list_frames.csv``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from inburgering_model.parsing.content.lexicon import Hit
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["announced"]


def announced(statements: Sequence[Statement]) -> Mapping[int, Hit | None]:
    """What each row is announced as, by the identity of its first sentence; a heading is None.

    A heading ends with a colon and has rows right below it. The rows end where no row comes.
    Within a paragraph, "Ten eerste …" (firstly) begins a row.
    """
    return dict(_announced(statements)) | dict(_counted(statements))


def _counted(statements: Sequence[Statement]) -> Iterator[tuple[int, Hit]]:
    """The sentences of a paragraph that count what its heading names: "Ten eerste …"."""
    said: Hit | None = None
    for before, statement in pairwise(statements):
        if statement.paragraph != before.paragraph:
            said = None
        if not _counts(statement):
            continue
        if not _counts(before) and statement.paragraph == before.paragraph:
            heads = before.has("count", "list") or before.text.endswith(":")
            hits = before.hits("list_frames", 0, len(before.words)) if heads else iter(())
            said = next(hits, None)
        if said is not None:
            yield id(statement), said


def _counts(statement: Statement) -> bool:
    words = statement.words
    return words[0] == "ten" and words[1:2] != () and words[1] in _ORDINALS


_ORDINALS = frozenset(("eerste", "tweede", "derde", "vierde", "vijfde", "slotte"))


def _announced(statements: Sequence[Statement]) -> Iterator[tuple[int, Hit | None]]:
    said: Hit | None = None
    for before, statement in pairwise(statements):
        if statement.paragraph == before.paragraph:
            continue
        if not statement.in_row or statement.section != before.section:
            said = None
            continue
        if not before.in_row:
            heads = before.text.endswith(":")
            hits = before.hits("list_frames", 0, len(before.words)) if heads else iter(())
            said = next(hits, None)
            if said is not None:
                yield id(before), None
        if said is not None:
            yield id(statement), said
