"""What holds of the reading of any text at all."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import attrs

import inburgering_model as im

__all__ = ["assert_accounted_for", "check_any_text", "passages_in"]


def check_any_text(text: str) -> None:
    """A text is refused with the documented error, or read, accounted for and kept in JSON."""
    try:
        reading = im.parse(text)
    except im.ParseError:
        return
    assert_accounted_for(reading)
    assert im.loads(im.dumps(reading), im.Reading) == reading


def assert_accounted_for(reading: im.Reading) -> None:
    """Regions partition the raw text, and corrections replay to the text of each passage."""
    raw = reading.dossier.sources[0].text
    assert raw is not None
    spans = [region.span for region in reading.regions]
    assert (spans[0].start, spans[-1].end) == (0, len(raw))
    assert all(one.end == other.start for one, other in pairwise(spans))
    for passage in passages_in(reading.dossier):
        assert _replayed(raw, passage, reading.corrections) == passage.text


def passages_in(value: Any) -> list[im.Passage]:
    """Every passage anywhere in an entity."""
    if isinstance(value, im.Passage):
        return [value]
    if isinstance(value, tuple):
        return [passage for element in value for passage in passages_in(element)]
    if isinstance(value, (im.Evidence, im.Source)) or not attrs.has(type(value)):
        return []
    fields = attrs.fields(type(value))
    return [passage for field in fields for passage in passages_in(getattr(value, field.name))]


def _replayed(raw: str, passage: im.Passage, corrections: tuple[im.Correction, ...]) -> str:
    """The raw characters of a passage with the listed corrections applied."""
    parts: list[str] = []
    for span in passage.spans:
        position = span.start
        for correction in corrections:
            if span.covers(correction.span):
                parts += raw[position : correction.span.start], correction.replacement
                position = correction.span.end
        parts.append(raw[position : span.end])
    return "".join(parts)
