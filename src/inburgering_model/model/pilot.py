"""Programmes and their pilots (*proeftuinen*): where, with whom, until when, with what money."""

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, Constraint, matching
from inburgering_model.model.people import Party
from inburgering_model.model.period import Period
from inburgering_model.model.provenance import Evidence

__all__ = [
    "LONGEST_AMOUNT",
    "Budget",
    "Municipality",
    "NisCode",
    "Pilot",
    "PilotId",
    "PilotStatus",
    "Programme",
    "ProgrammeId",
]

ProgrammeId = Annotated[str, matching(r"g[1-9][0-9]*", "a programme's id such as 'g1'")]
PilotId = Annotated[str, matching(r"p[1-9][0-9]*", "a pilot's id such as 'p1'")]
NisCode = Annotated[str, matching(r"[0-9]{5}", "a NIS code of five digits")]


LONGEST_AMOUNT: Final = 1000
"""The most characters of an amount in plain notation, as in JSON."""


def _amount_problem(value: Decimal) -> str | None:
    if not value.is_finite():
        return f"expected a finite amount, got {value}"
    if value < 0:
        return f"expected 0 or more, got {value}"
    _, digits, exponent = value.as_tuple()
    # Two more than these: a leading zero and a point.
    if isinstance(exponent, int) and len(digits) + abs(exponent) > LONGEST_AMOUNT - 2:
        return f"expected at most {LONGEST_AMOUNT - 2} digits in plain notation, got more"
    return None


Amount = Annotated[
    Decimal,
    # A minus sign may stand before zero only.
    Constraint(problem=_amount_problem, schema={"not": {"pattern": "^-.*[1-9]"}}),
]


class PilotStatus(StrEnum):
    """How a pilot stood when the answer was given."""

    PLANNED = "planned"
    RUNNING = "running"
    EXTENDED = "extended"
    ENDED = "ended"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Budget(Entity):
    """Money: how much, in which currency, for which period; each as far as it is stated.

    An amount takes at most 1000 characters in plain notation.

    >>> Budget(amount=Decimal("50000"), period=Period.from_edtf("2018/2018")).year
    2018
    """

    amount: Amount | None = None
    currency: Annotated[str, matching(r"[A-Z]{3}", "a currency of ISO 4217 such as 'EUR'")] = "EUR"
    period: Period | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    @property
    def year(self) -> int | None:
        """The one calendar year it is for; None when it is for none, or for several."""
        if self.period is None or self.period.earliest is None or self.period.latest is None:
            return None
        first, last = self.period.earliest.year, self.period.latest.year
        return first if first == last else None


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Municipality(Entity):
    """A municipality by its printed name, with its NIS code when it is known.

    >>> Municipality(name="Dilbeek", nis="23016").nis
    '23016'
    """

    name: Annotated[str, NOT_EMPTY]
    nis: NisCode | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Programme(Entity):
    """What pilots have in common: the project or call they were part of.

    ``one_off`` is None when the text does not say.
    """

    id: ProgrammeId
    name: Annotated[str, NOT_EMPTY] | None = None
    partners: tuple[Party, ...] = ()
    funding: Budget | None = None
    period: Period | None = None
    one_off: bool | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Pilot(Entity):
    """One pilot, in one municipality or in several that share it.

    Across dossiers a pilot is known by its programme and NIS codes, never by its id.
    ``status_on`` is the day the status was given for, usually the answer's.

    >>> Pilot(id="p1", municipalities=(Municipality(name="Dilbeek", nis="23016"),)).nis_codes
    frozenset({'23016'})
    """

    id: PilotId
    name: Annotated[str, NOT_EMPTY] | None = None
    programme: ProgrammeId | None = None
    municipalities: tuple[Municipality, ...] = ()
    partners: tuple[Party, ...] = ()
    period: Period | None = None
    status: PilotStatus = PilotStatus.UNKNOWN
    status_on: datetime.date | None = None
    one_off: bool | None = None
    budget: Budget | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    @property
    def nis_codes(self) -> frozenset[str]:
        """The NIS codes of its municipalities, as far as they are known."""
        return frozenset(m.nis for m in self.municipalities if m.nis is not None)
