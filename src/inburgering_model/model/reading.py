"""What reading a text gives: the dossier, and an account of every character."""

from enum import StrEnum
from typing import Annotated

from attrs import frozen

from inburgering_model.errors import Severity
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.provenance import RuleId, Span

__all__ = ["Correction", "CorrectionKind", "Issue", "Reading", "Region", "RegionKind"]


class RegionKind(StrEnum):
    """What a stretch of raw text is."""

    HEADER = "header"
    TITLE = "title"
    SUBJECT = "subject"
    CONTEXT = "context"
    ITEM_LABEL = "item_label"
    ITEM = "item"
    ADDRESSEES = "addressees"
    ANSWER_HEADER = "answer_header"
    ANSWER_OPENING = "answer_opening"
    ANSWER_LABEL = "answer_label"
    ANSWER_ITEM = "answer_item"
    SIGNATURE = "signature"
    ANNEX = "annex"
    PAGE_FURNITURE = "page_furniture"
    BLANK = "blank"
    UNPARSED = "unparsed"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Region(Entity):
    """A stretch of raw text and what it is. The regions of a reading partition its text."""

    kind: RegionKind
    span: Span


class CorrectionKind(StrEnum):
    """What a correction changes."""

    LINE_BREAK = "line_break"
    HYPHEN = "hyphen"
    WHITE_SPACE = "white_space"
    CHARACTER = "character"
    SPELLING = "spelling"
    CASE = "case"
    FURNITURE = "furniture"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Correction(Entity):
    """One change made to the raw text: replay them all on a passage's raw text to get its text."""

    kind: CorrectionKind
    span: Span
    replacement: str
    rule: RuleId


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Issue(Entity):
    """Something odd met while reading, with the place."""

    code: RuleId
    message: Annotated[str, NOT_EMPTY]
    severity: Severity = Severity.WARNING
    spans: tuple[Span, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Reading(Entity):
    """A dossier read from text, with regions, issues and corrections."""

    dossier: Dossier
    regions: tuple[Region, ...] = ()
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def unparsed(self) -> tuple[Region, ...]:
        """The stretches that no rule recognised."""
        return tuple(region for region in self.regions if region.kind is RegionKind.UNPARSED)

    @property
    def ok(self) -> bool:
        """Whether everything was recognised and nothing worse than information was noted."""
        return not self.unparsed and all(issue.severity is Severity.INFO for issue in self.issues)
