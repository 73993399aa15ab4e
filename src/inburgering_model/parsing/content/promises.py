"""What a text announces of pilots and makes good further on: a number of places, or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from inburgering_model.parsing.content.numbers import NUMBERS

if TYPE_CHECKING:
    from inburgering_model.parsing.content.setting import Setting
    from inburgering_model.parsing.content.statements import Statement

__all__ = ["Promises"]


@define(eq=False)
class Promises:
    """What a text has announced and not yet given: a number of places, or a list of them."""

    section: int = -1
    places: int = 0
    list_in: int | None = None

    def keep_in(self, section: int) -> None:
        """A promise of places holds within its section."""
        if section != self.section:
            self.section, self.places = section, 0

    def note(self, setting: Setting, statement: Statement, *, named: bool) -> None:
        """Take up what a statement announces; another list's head ends the promise of a list."""
        about = setting.is_about_pilots(statement)
        if about and not named:
            self.places = _announced(statement) or self.places
        if about and _introduces(statement):
            self.list_in = statement.section
        elif statement.text.endswith(":"):
            self.list_in = None


def _announced(statement: Statement) -> int:
    """How many places a sentence such as "het liep in twee steden" announces."""
    if not statement.has("towns"):
        return 0
    for index, word in enumerate(statement.words[:-1]):
        number = NUMBERS.get(word)
        if number is not None and statement.has_in(index + 1, index + 3, "towns"):
            return number
    return 0


def _introduces(statement: Statement) -> bool:
    """Whether a list may follow that is one of pilots."""
    return statement.text.endswith(":") or statement.has("towns", "list")
