"""What holds of the reading of any text at all."""

from __future__ import annotations

import inburgering_model as im
from inburgering_model.testing import assert_quotes

__all__ = ["check_any_text"]


def check_any_text(text: str) -> None:
    """A text is refused with the documented error, or read, accounted for and kept in JSON."""
    try:
        reading = im.parse(text)
    except im.ParseError:
        return
    assert_quotes(reading)
    assert im.loads(im.dumps(reading), im.Reading) == reading
