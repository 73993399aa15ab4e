"""A register of dossiers: what a project on top of inburgering_model looks like."""

from pilot_register.followed import FollowedDossier, FundedPilot
from pilot_register.register import Register, UnknownDossierError

__all__ = ["FollowedDossier", "FundedPilot", "Register", "UnknownDossierError"]
