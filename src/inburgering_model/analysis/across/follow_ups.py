"""Where what was learned went, in many dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.analysis.across.dossiers import each_dossier, last_answered, spans_of
from inburgering_model.model.judgement import FollowUpMention
from inburgering_model.model.outcome import Destination, FollowUpStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inburgering_model.model.dossier import Dossier

__all__ = ["follow_ups_by_destination"]

_DESTINATIONS, _STATUSES = list(Destination), list(FollowUpStatus)


def follow_ups_by_destination(dossiers: Iterable[Dossier]) -> tuple[FollowUpMention, ...]:
    """Every follow-up: by destination, then by status, then in the order of the dossiers.

    Destinations and statuses are in the order of :class:`~inburgering_model.Destination` and
    :class:`~inburgering_model.FollowUpStatus`, so that ``itertools.groupby`` can group the rows.

    Raises TypeError when one of the dossiers is none.

    >>> from collections import Counter
    >>> from inburgering_model import example
    >>> rows = follow_ups_by_destination([example().dossier])
    >>> Counter((row.destination.value, row.status.value) for row in rows).most_common(1)
    [(('regular_offer', 'done'), 1)]
    """
    rows = [
        FollowUpMention(
            destination=follow_up.destination,
            status=follow_up.status,
            text=follow_up.passage.text,
            citation=dossier.citation,
            answered_on=last_answered(dossier),
            condition=follow_up.condition,
            by=tuple(party.name for party in follow_up.by),
            instruments=follow_up.instruments,
            spans=spans_of(follow_up.evidence) or follow_up.passage.spans,
        )
        for dossier in each_dossier(dossiers)
        for follow_up in dossier.follow_ups
    ]
    places = (
        (_DESTINATIONS.index(row.destination), _STATUSES.index(row.status), place)
        for place, row in enumerate(rows)
    )
    return tuple(rows[place] for *_, place in sorted(places))
