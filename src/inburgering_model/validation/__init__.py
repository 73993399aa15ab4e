"""What a dossier must satisfy: a table of rules, and :func:`validate`, which runs them all."""

from inburgering_model.validation.rule import Finding, Rule
from inburgering_model.validation.table import RULES, validate

__all__ = ["RULES", "Finding", "Rule", "validate"]
