"""Natural Dutch out of sentence frames: the tables, and how the slots of a frame are filled."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.reference import tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

__all__ = ["Frame", "Topic", "day_in_words", "filled", "frames", "names", "topics"]

_DATA = "inburgering_model.testing"
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@frozen
class Topic:
    """What a document is about: its title, what is counted, and which body is in charge."""

    title: str
    plural: str
    body: str


@frozen
class Frame:
    """A sentence with slots, and what it says: the words of a condition, the status of a pilot."""

    text: str
    says: str

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, in the order in which they stand, so that chance repeats."""
        return _slots(self.text)


@cache
def _slots(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(text) if name))


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    return tuple(tables.rows(name, _DATA))


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic."""
    return tuple(Topic(**row) for row in _rows("topics.csv"))


@cache
def frames(kind: str) -> tuple[Frame, ...]:
    """The frames of a kind."""
    return tuple(
        Frame(row["text"], row["says"]) for row in _rows("frames.csv") if row["kind"] == kind
    )


@cache
def names(kind: str) -> tuple[str, ...]:
    """The names of a kind: given and family names, places, portfolios."""
    return tuple(row["name"] for row in _rows("names.csv") if row["kind"] == kind)


def day_in_words(day: date) -> str:
    """A day as running text and heads print it.

    >>> day_in_words(date(2019, 12, 20))
    '20 december 2019'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def filled(frame: Frame, topic: Topic, random: Random, given: Mapping[str, object]) -> str:
    """A frame with its slots filled: with what is given, and else at random."""
    if not frame.slots:
        return frame.text
    return frame.text.format_map({slot: _value(slot, topic, random, given) for slot in frame.slots})


def _value(slot: str, topic: Topic, random: Random, given: Mapping[str, object]) -> object:
    if slot in given:
        return given[slot]
    if slot == "Body":
        return topic.body[0].upper() + topic.body[1:]
    if slot in ("plural", "body"):
        return getattr(topic, slot)
    return _DRAWN[slot.rstrip("2")](random)


def _year(random: Random) -> int:
    return random.randint(2005, 2023)


def _small(random: Random) -> int:
    return random.randint(2, 12)


def _number(random: Random) -> str:
    return f"{random.choice((random.randint(13, 999), random.randint(1000, 99_999))):,}".replace(
        ",", "."
    )


def _amount(random: Random) -> str:
    if random.random() < 0.5:  # noqa: PLR2004 - as often in figures as in words
        return f"{_number(random)} euro"
    return f"{random.randint(1, 99)},{random.randint(1, 9)} miljoen euro"


def _percent(random: Random) -> str:
    return f"{random.randint(1, 99)},{random.randint(1, 9)}"


def _day(random: Random) -> str:
    return day_in_words(date(2005, 1, 1) + timedelta(random.randrange(6900)))


def _place(random: Random) -> str:
    return random.choice(names("place"))


_DRAWN = {
    "year": _year,
    "small": _small,
    "number": _number,
    "amount": _amount,
    "percent": _percent,
    "date": _day,
    "place": _place,
}
