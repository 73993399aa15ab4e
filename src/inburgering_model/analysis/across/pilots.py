"""One pilot in several dossiers: what it is known by, when, and what is said differently."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from inburgering_model.analysis.across.dossiers import each_dossier, last_answered, spans_of
from inburgering_model.analysis.periods import agreed
from inburgering_model.model.judgement import PilotDifference, PilotMention
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.people import fold
from inburgering_model.model.pilot import PilotStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.period import Period
    from inburgering_model.model.pilot import Budget, Pilot

__all__ = ["pilot_differences", "pilot_timeline"]


def pilot_timeline(
    dossiers: Iterable[Dossier], *, one_subject: bool = False
) -> tuple[PilotMention, ...]:
    """What dossiers say of pilots (*proeftuinen*), pilot by pilot: the earliest one first.

    Across dossiers a pilot is known by the name of its programme and the NIS codes of its
    municipalities (of a municipality without a code, by its name). A pilot without a programme is
    known by its own name and its places; one without either only in its own dossier, since two
    pilots in one town are seldom the same. When all dossiers are about ``one_subject``, its places
    are enough.

    Rows about one pilot stand together, in the order of the days on which they were stated. Pilots
    stand in the order of the earliest date that any of their periods names: that of the start, and
    without one that of the end. Those without a period come last.

    Raises TypeError when one of the dossiers is none.

    >>> from inburgering_model import example
    >>> for row in pilot_timeline([example().dossier])[:2]:
    ...     print(row.municipalities, row.period, row.status.value, row.citation)
    ('Sint-Pieters-Leeuw',) /2018-36 ended SV nr. 112 (2019-2020)
    ('Dilbeek',) /2018-36 ended SV nr. 112 (2019-2020)
    """
    rows = [row for row, _ in _mentions(dossiers, one_subject=one_subject)]
    earliest: dict[str, date] = {}
    for row in rows:
        earliest[row.pilot] = min(_first_day(row.period), earliest.get(row.pilot, date.max))
    rows.sort(key=lambda row: row.stated_on or row.asked_on or date.max)
    first = {pilot: place for place, pilot in enumerate(dict.fromkeys(r.pilot for r in rows))}
    return tuple(sorted(rows, key=lambda row: (earliest[row.pilot], first[row.pilot])))


def pilot_differences(
    dossiers: Iterable[Dossier], *, one_subject: bool = False
) -> Iterator[PilotDifference]:
    """What two dossiers say differently about the same pilot, as soon as the second one says it.

    Pilots are the same as in :func:`pilot_timeline`. Each value is set against every other one
    that an earlier dossier gave, with the first dossier that gave it:

    * ``period``, when the two cannot both be true: "2018" and "the end of 2018" agree (so do an
      unknown end and any other), an open end and a date do not;
    * ``status`` and ``one_off``, when they are not the same. A status can have changed since:
      ``stated_on`` and ``other_stated_on`` tell the days;
    * ``budget``, when amount or currency is another and both can be for the same time.

    Raises TypeError when one of the dossiers is none.

    >>> from inburgering_model import Municipality, ParliamentaryQuestion, Pilot, Programme, Dossier
    >>> places = (Municipality(name="Dilbeek", nis="23016"),)
    >>> told = [
    ...     Dossier(
    ...         question=ParliamentaryQuestion(),
    ...         programmes=(Programme(id="g1", name="Samen"),),
    ...         pilots=(Pilot(id="p1", programme="g1", municipalities=places, status=status),),
    ...     )
    ...     for status in (PilotStatus.RUNNING, PilotStatus.ENDED)
    ... ]
    >>> [(row.field, row.value, row.other_value) for row in pilot_differences(told)]
    [('status', 'running', 'ended')]
    """
    said: defaultdict[tuple[str, str], dict[Any, _Said]] = defaultdict(dict)
    for row, statement in _mentions(dossiers, one_subject=one_subject):
        for field, differ in _DIFFER.items():
            value = getattr(row, field)
            if value is None or value is PilotStatus.UNKNOWN:
                continue
            earlier = said[row.pilot, field]
            new = _Said(value, row, statement)
            yield from (
                _difference(field, old, new)
                for old in earlier.values()
                if value not in earlier
                and old.statement.dossier != statement.dossier
                and differ(old.value, value)
            )
            earlier.setdefault(value, new)


class _Statement(NamedTuple):
    """A pilot and the place of its dossier."""

    dossier: int
    pilot: Pilot


class _Said(NamedTuple):
    """A value, and where it was said first."""

    value: Any
    row: PilotMention
    statement: _Statement


def _mentions(
    dossiers: Iterable[Dossier], *, one_subject: bool
) -> Iterator[tuple[PilotMention, _Statement]]:
    for place, dossier in enumerate(each_dossier(dossiers)):
        names = {programme.id: programme.name for programme in dossier.programmes}
        answered_on = last_answered(dossier)
        for pilot in dossier.pilots:
            programme = names.get(pilot.programme or "")
            known_as = _known_as(pilot, programme, one_subject=one_subject)
            yield (
                PilotMention(
                    pilot=known_as or f"{dossier.citation or f'dossier {place + 1}'} {pilot.id}",
                    citation=dossier.citation,
                    asked_on=dossier.question.asked_on,
                    stated_on=pilot.status_on or answered_on,
                    programme=programme,
                    name=pilot.name,
                    municipalities=tuple(place.name for place in pilot.municipalities),
                    nis_codes=tuple(sorted(pilot.nis_codes)),
                    period=pilot.period,
                    status=pilot.status,
                    one_off=pilot.one_off,
                    budget=pilot.budget,
                    spans=spans_of(pilot.evidence),
                ),
                _Statement(place, pilot),
            )


def _known_as(pilot: Pilot, programme: str | None, *, one_subject: bool) -> str | None:
    """What a pilot is known by across dossiers; None when that is nothing."""
    places = sorted({each.nis or fold(each.name) or each.name for each in pilot.municipalities})
    name = programme or pilot.name
    if name is None and not (one_subject and places):
        return None
    if programme is not None and not places:
        if pilot.name is None:
            return None
        name = f"{programme} {pilot.name}"
    return f"{fold(name or '') or name or ''} [{', '.join(places)}]".strip()


def _first_day(period: Period | None) -> date:
    bounds = () if period is None else (period.start, period.end)
    return next((b.earliest for b in bounds if isinstance(b, PartialDate)), date.max)


def _difference(field: str, old: _Said, new: _Said) -> PilotDifference:
    return PilotDifference(
        pilot=new.row.pilot,
        field=field,
        value=_shown(old.value),
        other_value=_shown(new.value),
        citation=old.row.citation,
        other_citation=new.row.citation,
        stated_on=old.row.stated_on,
        other_stated_on=new.row.stated_on,
        spans=spans_of(old.statement.pilot.evidence, field),
        other_spans=spans_of(new.statement.pilot.evidence, field),
    )


def _shown(value: Any) -> str:  # noqa: ANN401 - of any field
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if not hasattr(value, "amount") else f"{value.amount:f} {value.currency}"


def _periods_differ(one: Period, other: Period) -> bool:
    return agreed((one, other)) is None


def _budgets_differ(one: Budget, other: Budget) -> bool:
    if one.amount is None or other.amount is None:
        return False
    years = {budget.year for budget in (one, other)} - {None}
    return len(years) < 2 and (one.amount, one.currency) != (other.amount, other.currency)  # noqa: PLR2004 - two years are not one


def _are_unequal(one: object, other: object) -> bool:
    return one != other


_DIFFER: Mapping[str, Callable[[Any, Any], bool]] = {
    "period": _periods_differ,
    "status": _are_unequal,
    "one_off": _are_unequal,
    "budget": _budgets_differ,
}
"""The fields that are compared, and when two of their values say something else."""
