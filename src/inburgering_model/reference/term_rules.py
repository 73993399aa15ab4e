"""The rules of the answer term, each with its source and how sure it is.

The rules are data: ``data/term_rules.csv``, ``data/holidays.csv`` and ``data/suspensions.csv``.
Which days they are is written as ``2020-05-22`` (once), ``07-21`` (every year), ``easter+39`` or
``easter-recess+7``.

>>> TermRules().length.working_days, TermRules().length.grade
(20, 'V')
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, partial
from types import MappingProxyType
from typing import Annotated, Self, TypeVar

from attrs import Factory, evolve, frozen

from inburgering_model.errors import FieldTypeError
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import Constraint, at_least, field_table, matching
from inburgering_model.model.provenance import RuleId
from inburgering_model.reference._days_of_year import (
    EACH_YEAR,
    EXPECTED,
    NOTATION,
    day_in,
    manner,
    notation_problem,
)
from inburgering_model.reference.tables import rows

__all__ = [
    "DayNotation",
    "Grade",
    "Holiday",
    "Suspension",
    "TermLength",
    "TermRule",
    "TermRules",
    "TermStart",
    "known_rules",
]

_DAYS_OF_WEEK = 7
_SOME_YEAR = 2001

DayNotation = Annotated[str, matching(NOTATION, EXPECTED), Constraint(problem=notation_problem)]
Grade = Annotated[str, matching(r"[VDSU]", "a grade: V, D, S or U")]


@frozen(kw_only=True, weakref_slot=False, repr=False)
class TermRule(Entity):
    """One rule of the answer term: what it says, who says so, and how sure that is.

    ``grade`` is V (verified in an official or primary text), D (seen in documents), S (second-hand)
    or U (unverified). A rule of your own is unverified unless you say otherwise.
    """

    id: RuleId
    text: str = ""
    source: str = ""
    grade: Grade = "U"


@frozen(kw_only=True, weakref_slot=False, repr=False)
class TermLength(TermRule):
    """How many working days the term has."""

    working_days: Annotated[int, at_least(1)]


@frozen(kw_only=True, weakref_slot=False, repr=False)
class TermStart(TermRule):
    """After what the term starts: the ``day`` on which the question arrived, or its ``week``."""

    after: Annotated[str, matching(r"day|week", "'day' or 'week'")]

    def earliest(self, received_on: date) -> date:
        """The day after that day, or the Monday after that week."""
        days = 1 if self.after == "day" else _DAYS_OF_WEEK - received_on.weekday()
        return received_on + timedelta(days)


@frozen(kw_only=True, weakref_slot=False, repr=False)
class Holiday(TermRule):
    """A day that is no working day, such as ``07-11``, ``easter+39`` or ``2020-05-22``.

    >>> Holiday(id="holiday.bridge", day="2020-05-22").grade
    'U'
    """

    day: DayNotation


@frozen(kw_only=True, weakref_slot=False, repr=False)
class Suspension(TermRule):
    """Days on which the term does not run, from ``start`` to ``end``, both included.

    Both are written in the same way; ``12-25`` to ``01-02`` runs into the next year. ``dated_by``
    is the rule that says which days these are, where that is another matter than that they suspend
    the term.

    >>> Suspension(id="suspension.pandemic", start="2020-03-16", end="2020-05-03").end
    '2020-05-03'
    """

    start: DayNotation
    end: DayNotation
    dated_by: TermRule | None = None

    def _inconsistency(self) -> tuple[str, str] | None:
        if manner(self.start) != manner(self.end):
            return "end", f"{self.end!r} is not written in the same way as {self.start!r}"
        backwards = day_in(self.end, _SOME_YEAR) < day_in(self.start, _SOME_YEAR)
        if backwards and manner(self.start) != EACH_YEAR:
            return "end", f"{self.end!r} is before {self.start!r}"
        return None

    def in_year(self, year: int) -> list[tuple[date, date]]:
        """The first and last days of what has days in a year."""
        first, last = day_in(self.start, year), day_in(self.end, year)
        if first <= last:
            return [(first, last)] if first.year <= year <= last.year else []
        return [(day_in(self.start, year - 1), last), (first, day_in(self.end, year + 1))]


RuleT = TypeVar("RuleT", bound=TermRule)


@cache
def known_rules() -> Mapping[str, TermRule]:
    """Every rule of the tables by its id, whether it is in force by default or not."""
    return MappingProxyType({rule.id: rule for rule, _ in _tables()})


@cache
def _tables() -> tuple[tuple[TermRule, bool], ...]:
    """Every rule of the tables, and whether it is in force by default."""
    main = [(_main_rule(row), bool(row["standard"])) for row in rows("term_rules.csv")]
    by_id = {rule.id: rule for rule, _ in main}
    suspensions = [
        (_suspension(row, by_id), bool(row["standard"])) for row in rows("suspensions.csv")
    ]
    holidays = [
        (Holiday(day=row["day"], **_about(row)), bool(row["standard"]))
        for row in rows("holidays.csv")
    ]
    return (*main, *suspensions, *holidays)


def _about(row: Mapping[str, str]) -> dict[str, str]:
    return {column: row[column] for column in ("id", "text", "source", "grade")}


def _main_rule(row: Mapping[str, str]) -> TermRule:
    """A rule that is neither holiday nor suspension; what its value is, its id says."""
    kind = row["id"].partition(".")[0]
    if kind == "length":
        return TermLength(working_days=int(row["value"]), **_about(row))
    if kind == "start":
        return TermStart(after=row["value"], **_about(row))
    return TermRule(**_about(row))


def _suspension(row: Mapping[str, str], main: Mapping[str, TermRule]) -> Suspension:
    dated_by = main[row["dated_by"]] if row["dated_by"] else None
    return Suspension(start=row["start"], end=row["end"], dated_by=dated_by, **_about(row))


def _standard(cls: type[RuleT]) -> tuple[RuleT, ...]:
    """The rules of one class that are in force by default."""
    return tuple(rule for rule, in_force in _tables() if in_force and type(rule) is cls)


def _only(cls: type[RuleT]) -> Callable[[], RuleT]:
    return lambda: _standard(cls)[0]


@frozen(kw_only=True, weakref_slot=False, repr=False, cache_hash=True)
class TermRules(Entity):
    """The rules by which an answer term is counted; ``TermRules()`` has those of the tables.

    The legal holidays are no working days, the three suspensions stop the term, 11 July does
    neither: switch rules with :meth:`with_rules` and :meth:`without`.

    >>> rules = TermRules().with_rules("holiday.flemish-community").without("suspension.summer")
    >>> rules.find("holiday.flemish-community").grade
    'U'
    """

    length: TermLength = Factory(_only(TermLength))
    start: TermStart = Factory(_only(TermStart))
    receipt: TermRule = Factory(_only(TermRule))
    suspensions: tuple[Suspension, ...] = Factory(partial(_standard, Suspension))
    holidays: tuple[Holiday, ...] = Factory(partial(_standard, Holiday))

    def _inconsistency(self) -> tuple[str, str] | None:
        for name in ("suspensions", "holidays"):
            times = Counter(rule.id for rule in getattr(self, name))
            twice = next((identifier for identifier, count in times.items() if count > 1), None)
            if twice is not None:
                return name, f"there are two rules {twice!r}"
        return None

    @property
    def in_force(self) -> tuple[TermRule, ...]:
        """Every rule, also those that date the suspensions."""
        dating = (rule.dated_by for rule in self.suspensions if rule.dated_by is not None)
        main = (self.length, self.start, self.receipt)
        return (*main, *self.suspensions, *dict.fromkeys(dating), *self.holidays)

    def find(self, identifier: str) -> TermRule:
        """The rule with an id; raises LookupError when none such is in force."""
        for rule in self.in_force:
            if rule.id == identifier:
                return rule
        message = f"no rule {identifier!r} is in force"
        raise LookupError(message)

    def with_rules(self, *rules: TermRule | str) -> Self:
        """These rules, and others: your own, or those of the tables by their ids.

        A length or a start takes the place of the present one, a holiday or suspension the place of
        one with the same id. Raises LookupError for an id that the tables do not have.
        """
        changed = self
        for rule in rules:
            changed = changed._with(_known(rule) if isinstance(rule, str) else rule)
        return changed

    def _with(self, rule: TermRule) -> Self:
        if isinstance(rule, TermLength):
            return evolve(self, length=rule)
        if isinstance(rule, TermStart):
            return evolve(self, start=rule)
        if isinstance(rule, Suspension):
            return evolve(self, suspensions=_replaced(self.suspensions, rule))
        if isinstance(rule, Holiday):
            return evolve(self, holidays=_replaced(self.holidays, rule))
        detail = f"expected a length, start, suspension or holiday, got {rule!r}"
        raise FieldTypeError(type(self).__name__, "with_rules", detail)

    def without(self, *identifiers: str) -> Self:
        """These rules without some holidays or suspensions.

        Raises LookupError for an id that none of them has.
        """
        rules = {rule.id for rule in (*self.suspensions, *self.holidays)}
        missing = next((identifier for identifier in identifiers if identifier not in rules), None)
        if missing is not None:
            message = f"no suspension or holiday {missing!r} is in force"
            raise LookupError(message)
        return evolve(
            self,
            suspensions=tuple(rule for rule in self.suspensions if rule.id not in identifiers),
            holidays=tuple(rule for rule in self.holidays if rule.id not in identifiers),
        )

    def __repr__(self) -> str:
        """What is not as in the tables."""
        names = (field.name for field in field_table(type(self)))
        standard = type(self)()
        changed = [
            f"{name}={getattr(self, name)!r}"
            for name in names
            if getattr(self, name) != getattr(standard, name)
        ]
        return f"{type(self).__name__}({', '.join(changed)})"


def _known(identifier: str) -> TermRule:
    rule = known_rules().get(identifier)
    if rule is None:
        message = f"no rule {identifier!r} is known; known are {', '.join(known_rules())}"
        raise LookupError(message)
    return rule


def _replaced(rules: tuple[RuleT, ...], rule: RuleT) -> tuple[RuleT, ...]:
    """The rules with one in the place of that with the same id, or else at the end."""
    return tuple(({old.id: old for old in rules} | {rule.id: rule}).values())
