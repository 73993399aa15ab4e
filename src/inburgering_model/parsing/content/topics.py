"""A named programme (*programma*) or project of which a question asks the results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from inburgering_model.parsing.content.regions import region_mentions
from inburgering_model.parsing.content.statements import Voice
from inburgering_model.parsing.language.places import place_mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Topic", "may_name_programme", "topic_of"]

_CAPITALISED = r"[A-ZÀ-Þ][\w'’-]{1,40}"
_SMALL = r"(?:(?:en|van|voor|de|het|in|op|met|aan|naar|is|per|tot|&)\s){0,2}"
# A programme or project with a quoted or capitalised name of at most eight long words.
_NAMED = re.compile(
    r"(?<!\w)(?:[Pp]rogramma|[a-z]{3,20}programma|[A-Z][a-z]{2,20}programma|[Pp]roject|[a-z]{4,20}project|[Ii]nitiatief)\s"
    rf"(?:[\"“‘'«](?P<quoted>[^\"“”‘’'«»]{{2,80}})[\"”’'»]"
    rf"|(?P<plain>{_CAPITALISED}(?:\s{_SMALL}(?:{_CAPITALISED}|\d{{1,4}}(?!\w))){{0,7}}))"
)
_ASKING = ("asks_results", "asks_follow_up")


# Where something is: "in Limburg".
_WHERE = re.compile(r"\sin\s(?:de\s|het\s)?(?=[A-ZÀ-Þ])")


class Topic(NamedTuple):
    """The name of what a document is about, and where it is printed: offsets of the passage."""

    name: str
    statement: Statement
    start: int
    end: int

    def is_named_in(self, statement: Statement) -> bool:
        """Whether a statement names it."""
        return self.name in statement.text


def _without_place(name: str) -> str:
    """The name without the place where it runs."""
    where = _WHERE.search(name)
    if where is None:
        return name
    rest = name[where.end() :]
    place = next((m.end for m in region_mentions(rest) if m.start == 0), 0) or next(
        (m.end for m in place_mentions(f"in {rest}") if m.start == len("in ")), 0
    )
    return name[: where.start()] if place else name


def may_name_programme(passages: Iterable[str]) -> bool:
    """Whether a text names a programme: a quick look that lets ordinary documents pass by."""
    return any(_NAMED.search(text) is not None for text in passages)


def topic_of(statements: Sequence[Statement]) -> Topic | None:
    """The programme that title or questions name, where they ask what came or will come of it."""
    asked = [s for s in statements if s.voice is Voice.ASKED]
    if not any(s.has(*_ASKING) for s in asked):
        return None
    for voices in ((Voice.TITLE, Voice.ASKED), (Voice.CONTEXT,)):
        for statement in (s for s in statements if s.voice in voices):
            match = _NAMED.search(statement.passage.text, statement.start, statement.end)
            # In the context, only quotation marks say that it is a name.
            if match is not None and (match["quoted"] or statement.voice is not Voice.CONTEXT):
                group = "quoted" if match["quoted"] is not None else "plain"
                start = match.start(group)
                name = _without_place(match[group])
                return Topic(name, statement, start, start + len(name))
    return None
