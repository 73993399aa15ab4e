"""How a difference shows the value of a field: as a text."""

from __future__ import annotations

from datetime import date
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from inburgering_model.model.answer import AnswerItem
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Office
from inburgering_model.model.question import QuestionItem, SubQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["shown"]

_AS_TEXT: Mapping[type, Callable[[Any], object]] = {
    AnswerItem: lambda item: (*((item.label,) if item.label else ()), *item.passages),
    Enum: attrgetter("value"),
    Office: attrgetter("title"),
    Passage: attrgetter("text"),
    QuestionItem: lambda item: item.passages or str(item.reference),
    SubQuestion: attrgetter("passage"),
    bool: lambda value: "true" if value else "false",
    date: date.isoformat,
}
_BETWEEN_PASSAGES, _BETWEEN_VALUES = "\n\n", "; "
_MULTI_LINE = (AnswerItem, Passage, QuestionItem, SubQuestion)


def shown(value: Any) -> str:  # noqa: ANN401 - of any field
    """The text of a value: of a passage its own, of a person or place the name, of None nothing.

    >>> shown(date(2019, 12, 20)), shown(True), shown(("Wonen", "Energie"))
    ('2019-12-20', 'true', 'Wonen; Energie')
    """
    if value is None:
        return ""
    if value.__class__ is tuple:
        many_lines = any(isinstance(element, _MULTI_LINE) for element in value)
        return (_BETWEEN_PASSAGES if many_lines else _BETWEEN_VALUES).join(map(shown, value))
    as_text = next((_AS_TEXT[base] for base in type(value).__mro__ if base in _AS_TEXT), None)
    if as_text is not None:
        return shown(as_text(value))
    return value if isinstance(value, str) else str(getattr(value, "name", value))
