"""Ids: each is there once, and what is named by id is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.errors import Severity
from inburgering_model.model.outcome import Scope
from inburgering_model.validation.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.outcome import FollowUp, Outcome, Recommendation
    from inburgering_model.model.pilot import Pilot, Programme
    from inburgering_model.validation.indexed import IndexedDossier

__all__ = ["RULES"]

# What the ids in ``concerns`` may name, by the letter that ids of a sort begin with.
_CAN_CONCERN = {"outcomes": "gp", "recommendations": "gpo", "follow_ups": "gpor"}
_SORTS = {"g": "programme", "p": "pilot", "o": "outcome", "r": "recommendation"}


def _repeated(ids: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Of pairs of pointer and id, those whose id came before."""
    seen: set[str] = set()
    for pointer, identifier in ids:
        if identifier in seen:
            yield pointer, f"{identifier} is the id of another one already"
        seen.add(identifier)


def _repeated_ids(indexed: IndexedDossier) -> Iterator[Finding]:
    dossier = indexed.dossier
    sorts: tuple[
        tuple[str, Sequence[Programme | Pilot | Outcome | Recommendation | FollowUp]], ...
    ] = (
        ("programmes", dossier.programmes),
        ("pilots", dossier.pilots),
        ("outcomes", dossier.outcomes),
        ("recommendations", dossier.recommendations),
        ("follow_ups", dossier.follow_ups),
    )
    for name, things in sorts:
        yield from _repeated(
            (f"/{name}/{index}/id", thing.id) for index, thing in enumerate(things)
        )


def _repeated_sources(indexed: IndexedDossier) -> Iterator[Finding]:
    yield from _repeated(
        (f"/sources/{index}/id", source.id) for index, source in enumerate(indexed.dossier.sources)
    )


def _unresolved_programmes(indexed: IndexedDossier) -> Iterator[Finding]:
    for index, pilot in enumerate(indexed.dossier.pilots):
        if pilot.programme is not None and pilot.programme not in indexed.ids:
            yield f"/pilots/{index}/programme", f"there is no programme {pilot.programme}"


def _concerns(dossier: Dossier) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Whose, pointer and ids of every ``concerns``."""
    sorts: tuple[tuple[str, Sequence[Outcome | Recommendation | FollowUp]], ...] = (
        ("outcomes", dossier.outcomes),
        ("recommendations", dossier.recommendations),
        ("follow_ups", dossier.follow_ups),
    )
    for name, things in sorts:
        for index, thing in enumerate(things):
            yield name, f"/{name}/{index}/concerns", thing.concerns


def _unresolved_concerns(indexed: IndexedDossier) -> Iterator[Finding]:
    for _, pointer, ids in _concerns(indexed.dossier):
        for index, identifier in enumerate(ids):
            if identifier not in indexed.ids:
                yield f"{pointer}/{index}", f"there is no {_SORTS[identifier[0]]} {identifier}"


def _concerns_of_the_wrong_kind(indexed: IndexedDossier) -> Iterator[Finding]:
    for name, pointer, ids in _concerns(indexed.dossier):
        for index, identifier in enumerate(ids):
            if identifier[0] not in _CAN_CONCERN[name]:
                sorts = " or ".join(_SORTS[letter] for letter in _CAN_CONCERN[name])
                yield f"{pointer}/{index}", f"{identifier} should be the id of a {sorts}"


def _repeated_concerns(indexed: IndexedDossier) -> Iterator[Finding]:
    for _, pointer, ids in _concerns(indexed.dossier):
        seen: set[str] = set()
        for index, identifier in enumerate(ids):
            if identifier in seen:
                yield f"{pointer}/{index}", f"{identifier} is listed already"
            seen.add(identifier)


def _follow_ups_about_nothing(indexed: IndexedDossier) -> Iterator[Finding]:
    dossier = indexed.dossier
    for index, follow_up in enumerate(dossier.follow_ups):
        if follow_up.scope is Scope.ALL_RECOMMENDATIONS and not dossier.recommendations:
            yield f"/follow_ups/{index}/scope", "there are no recommendations"
        elif follow_up.scope is Scope.ALL_RESULTS and not dossier.outcomes:
            yield f"/follow_ups/{index}/scope", "there are no outcomes"
        elif follow_up.scope is Scope.LISTED and indexed.ids.isdisjoint(follow_up.concerns):
            yield f"/follow_ups/{index}/concerns", "nothing that is listed is in the dossier"


RULES = (
    Rule(
        code="id.repeated",
        text="Programmes, pilots, outcomes, recommendations and follow-ups each have an own id.",
        severity=Severity.ERROR,
        check=_repeated_ids,
    ),
    Rule(
        code="id.source-repeated",
        text="Each source is in the dossier once.",
        severity=Severity.ERROR,
        check=_repeated_sources,
    ),
    Rule(
        code="id.programme-unresolved",
        text="The programme that a pilot names is in the dossier.",
        severity=Severity.ERROR,
        check=_unresolved_programmes,
    ),
    Rule(
        code="id.concerns-unresolved",
        text="Everything that an outcome, recommendation or follow-up concerns is in the dossier.",
        severity=Severity.ERROR,
        check=_unresolved_concerns,
    ),
    Rule(
        code="id.concerns-kind",
        text=(
            "Outcomes concern pilots and programmes; recommendations these and outcomes; "
            "follow-ups these and recommendations."
        ),
        severity=Severity.ERROR,
        check=_concerns_of_the_wrong_kind,
    ),
    Rule(
        code="id.concerns-repeated",
        text="What something concerns is listed once.",
        severity=Severity.WARNING,
        check=_repeated_concerns,
    ),
    Rule(
        code="follow-up.about-nothing",
        text="What a follow-up is about by its scope is in the dossier.",
        severity=Severity.WARNING,
        check=_follow_ups_about_nothing,
    ),
)
