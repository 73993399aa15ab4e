"""What this project adds to the model: a class derived from one, and a class that holds others."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

import attrs

import inburgering_model as im


@attrs.frozen(kw_only=True)
class FundedPilot(im.Pilot):
    """A pilot, with the decision that funds it."""

    decided_on: date | None = None
    file_numbers: tuple[str, ...] = ()

    @classmethod
    def of(cls, pilot: im.Pilot, **added: Any) -> Self:
        """A pilot with what is added to it."""
        fields = {name: getattr(pilot, name) for name in attrs.fields_dict(im.Pilot)}
        return cls(**fields, **added)


@attrs.frozen(kw_only=True)
class FollowedDossier:
    """A dossier that somebody follows, with notes and what is known of the funding."""

    dossier: im.Dossier
    notes: tuple[str, ...] = ()
    funded: tuple[FundedPilot, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The JSON form: that of each entity is its own document."""
        return {
            "dossier": im.to_dict(self.dossier),
            "notes": list(self.notes),
            "funded": [im.to_dict(pilot) for pilot in self.funded],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read the JSON form; what is wrong with an entity is a DocumentError of the model."""
        return cls(
            dossier=im.from_dict(data["dossier"]),
            notes=tuple(data["notes"]),
            funded=tuple(im.from_dict(pilot, FundedPilot) for pilot in data["funded"]),
        )
