"""Dossiers in a folder: a JSON file for each, found by how it is cited."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import inburgering_model as im
from pilot_register.followed import FollowedDossier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

# Whatever cannot stand in the name of a file everywhere.
_ODD = re.compile(r"[^A-Za-z0-9]+")


class UnknownDossierError(LookupError):
    """The register does not hold a dossier that is cited so."""


@attrs.frozen
class Register:
    """A folder of followed dossiers."""

    folder: Path

    def add(self, followed: FollowedDossier) -> Path:
        """Store a dossier; one that is not valid, or cannot be cited, is refused."""
        dossier = followed.dossier
        errors = [p for p in im.validate(dossier) if p.severity is im.Severity.ERROR]
        if errors:
            raise im.DocumentError(errors)
        if dossier.citation is None:
            message = "a dossier without a number cannot be cited"
            raise ValueError(message)
        path = self._path(dossier.citation)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(followed.to_dict(), ensure_ascii=False, indent=2)
        path.write_text(text, encoding="utf-8")
        return path

    def read_and_add(self, published: Path, *notes: str) -> FollowedDossier:
        """Read a published file and store what it holds."""
        followed = FollowedDossier(dossier=im.read(published).dossier, notes=notes)
        self.add(followed)
        return followed

    def get(self, citation: str) -> FollowedDossier:
        """The dossier that is cited so."""
        path = self._path(citation)
        if not path.exists():
            raise UnknownDossierError(citation)
        return FollowedDossier.from_dict(json.loads(path.read_text("utf-8")))

    def __iter__(self) -> Iterator[FollowedDossier]:
        """Every dossier, by name of file."""
        for path in sorted(self.folder.glob("*.json")):
            yield FollowedDossier.from_dict(json.loads(path.read_text("utf-8")))

    def pilots_in(self, nis: str) -> Iterator[tuple[str, im.Pilot]]:
        """The pilots in a municipality, each with the citation of its dossier."""
        for followed in self:
            for pilot in followed.dossier.pilots:
                if any(municipality.nis == nis for municipality in pilot.municipalities):
                    yield followed.dossier.citation or "", pilot

    def running_on(self, day: date) -> Iterator[im.Pilot]:
        """The pilots that may have been running on a day, as far as their periods tell."""
        for followed in self:
            for pilot in followed.dossier.pilots:
                if _may_cover(pilot.period, day):
                    yield pilot

    def _path(self, citation: str) -> Path:
        return self.folder / f"{_ODD.sub('-', citation).strip('-').lower()}.json"


def _may_cover(period: im.Period | None, day: date) -> bool:
    if period is None:
        return True
    start, end = period.start, period.end
    begun = not isinstance(start, im.PartialDate) or start.compare(day) is not im.Order.AFTER
    ended = isinstance(end, im.PartialDate) and end.compare(day) is im.Order.BEFORE
    return begun and not ended
