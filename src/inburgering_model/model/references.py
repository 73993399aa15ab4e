"""References: to a whole question, to one of its items; and the parliamentary year."""

import datetime
from typing import Annotated

from attrs import Factory, field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import at_least, matching
from inburgering_model.model.people import Person
from inburgering_model.model.provenance import Evidence

__all__ = [
    "ItemReference",
    "Letter",
    "ParliamentaryYear",
    "QuestionReference",
    "parliamentary_year",
]

ParliamentaryYear = Annotated[
    str, matching(r"[0-9]{4}-[0-9]{4,5}", "a parliamentary year such as '2019-2020'")
]
Letter = Annotated[str, matching(r"[a-z]", "a letter from a to z")]

_MONDAY, _SEPTEMBER, _DAYS_OF_THREE_WEEKS = 0, 9, 21


def parliamentary_year(day: datetime.date) -> str:
    """The parliamentary year (*zittingsjaar*) of a day.

    It opens on the fourth Monday of September (checked against the openings of 2016, 2018, 2019
    and 2023).

    >>> parliamentary_year(datetime.date(2019, 12, 20))
    '2019-2020'
    """
    first = datetime.date(day.year, _SEPTEMBER, 1)
    opening = first + datetime.timedelta((_MONDAY - first.weekday()) % 7 + _DAYS_OF_THREE_WEEKS)
    start = day.year if day >= opening else day.year - 1
    return f"{start:04}-{start + 1:04}"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class ItemReference(Entity):
    """An item of a question: its number, and its letter if it has one.

    The number is 0 when none is printed: 0 alone is a question without labels, 0 with a letter an
    item that has only a letter. ``occurrence`` is 2 for the second item with the same number and
    letter, and so on: published questions do print a number twice.

    >>> str(ItemReference(number=3, letter="b")), str(ItemReference(number=7, occurrence=2))
    ('3b', '7~2')
    >>> str(ItemReference(number=0, letter="b")), str(ItemReference(number=0))
    ('b', '0')
    """

    number: Annotated[int, at_least(0)]
    letter: Letter | None = None
    occurrence: Annotated[int, at_least(1)] = 1

    def __str__(self) -> str:
        """What the ids of the item's sub-questions begin with: ``3``, ``3b``, ``b`` or ``7~2``."""
        again = f"~{self.occurrence}" if self.occurrence > 1 else ""
        number = "" if self.letter and not self.number else self.number
        return f"{number}{self.letter or ''}{again}"


def _year_of_date(reference: "QuestionReference") -> str | None:
    return None if reference.date is None else parliamentary_year(reference.date)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class QuestionReference(Entity):
    """A written question, as far as it is named.

    Numbers are a minister's own and start again each parliamentary year: only year, minister and
    number together name one question. ``parliamentary_year`` is derived from ``date`` unless it is
    given.

    >>> reference = QuestionReference(number=75, date=datetime.date(2019, 12, 20))
    >>> reference.parliamentary_year, reference.citation
    ('2019-2020', 'SV nr. 75 (2019-2020)')
    """

    number: Annotated[int, at_least(1)] | None = None
    date: datetime.date | None = None
    parliamentary_year: ParliamentaryYear | None = Factory(_year_of_date, takes_self=True)
    minister: Person | None = None
    author: Person | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    def _inconsistency(self) -> tuple[str, str] | None:
        year = self.parliamentary_year
        if year is not None and int(year[5:]) != int(year[:4]) + 1:
            return "parliamentary_year", f"{year} does not span two consecutive years"
        return None

    @property
    def citation(self) -> str | None:
        """The usual short form; None without a number."""
        if self.number is None:
            return None
        year = self.parliamentary_year
        return f"SV nr. {self.number}" + (f" ({year})" if year else "")
