"""What a dossier tells when it is weighed: results of analysis are entities too."""

import datetime
from enum import StrEnum
from typing import Annotated

from attrs import frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, at_least
from inburgering_model.model.answer import AnswerItem
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.outcome import Destination, FollowUpStatus
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget, NisCode, PilotStatus
from inburgering_model.model.provenance import Confidence, RuleId, Span
from inburgering_model.model.question import SubQuestionId
from inburgering_model.model.references import ItemReference, ParliamentaryYear

__all__ = [
    "Alignment",
    "AnswerTerm",
    "CoverageFinding",
    "CoverageStatus",
    "Difference",
    "FollowUpMention",
    "Merge",
    "PilotDifference",
    "PilotMention",
    "TermCount",
    "TermStatus",
    "UnansweredSubQuestion",
]

_Text = Annotated[str, NOT_EMPTY]


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Alignment(Entity):
    """Which answer items answer which items of the question, by their labels.

    ``unanswered`` items have no answer item, ``unknown`` ones were answered but never asked,
    ``duplicated`` ones are answered under several labels, ``referred`` ones by a referring answer,
    and ``unlabelled`` ones only by answer items without a label.

    ``delegated`` pairs an item whose answer sends the reader on ("zie het antwoord op vraag 3")
    with each item at which that ends; ``circular`` items are sent on to items that never end.
    """

    pairs: tuple[tuple[ItemReference, AnswerItem], ...] = ()
    unanswered: tuple[ItemReference, ...] = ()
    unknown: tuple[ItemReference, ...] = ()
    duplicated: tuple[ItemReference, ...] = ()
    referred: tuple[ItemReference, ...] = ()
    unlabelled: tuple[ItemReference, ...] = ()
    delegated: tuple[tuple[ItemReference, ItemReference], ...] = ()
    circular: tuple[ItemReference, ...] = ()


class CoverageStatus(StrEnum):
    """What became of a sub-question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    MOOT = "moot"
    REFERRED = "referred"
    DECLINED = "declined"
    POSTPONED = "postponed"
    UNANSWERED = "unanswered"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class CoverageFinding(Entity):
    """A judgement on one sub-question: the rule that made it, its spans, and how sure it is."""

    sub_question: SubQuestionId
    status: CoverageStatus
    rule: RuleId
    confidence: Confidence
    spans: tuple[Span, ...] = ()


class TermStatus(StrEnum):
    """Whether an answer came within its term; unknown when the day of the answer is."""

    IN_TIME = "in_time"
    LATE = "late"
    UNKNOWN = "unknown"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class AnswerTerm(Entity):
    """When an answer was due: the term, what suspended it, and the rules it was counted by.

    ``start`` is the first of the ``working_days`` on which the term runs, and ``due`` the last: an
    answer of that day is in time. ``suspensions`` are whole, also where the term starts or ends
    within one. ``received_on`` is the day from which the term was counted.

    When ``answered_on`` is known, ``working_days_late`` counts the days after ``due``, up to and
    with that day, on which the term would still have run.

    >>> term = AnswerTerm(start=datetime.date(2019, 12, 23), due=datetime.date(2020, 1, 28))
    >>> term.in_time(datetime.date(2020, 1, 28)), term.late_by(datetime.date(2020, 2, 3))
    (True, 6)
    """

    start: datetime.date
    due: datetime.date
    suspensions: tuple[Period, ...] = ()
    working_days: Annotated[int, at_least(1)] = 20
    rules: tuple[RuleId, ...] = ()
    received_on: datetime.date | None = None
    answered_on: datetime.date | None = None
    working_days_late: Annotated[int, at_least(0)] | None = None

    def _inconsistency(self) -> tuple[str, str] | None:
        if self.due < self.start:
            return "due", f"{self.due} is before the start {self.start}"
        if self.working_days_late is not None and self.answered_on is None:
            return "working_days_late", "is known only with the day of the answer"
        return None

    def in_time(self, day: datetime.date) -> bool:
        """Whether an answer of a day is in time."""
        return day <= self.due

    def late_by(self, day: datetime.date) -> int:
        """How many calendar days an answer of a day is late; 0 when it is in time."""
        return max(0, (day - self.due).days)

    @property
    def days_late(self) -> int | None:
        """How many calendar days the answer was late; None when its day is not known."""
        return None if self.answered_on is None else self.late_by(self.answered_on)

    @property
    def status(self) -> TermStatus:
        """Whether the answer was in time."""
        if self.answered_on is None:
            return TermStatus.UNKNOWN
        return TermStatus.IN_TIME if self.in_time(self.answered_on) else TermStatus.LATE


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Difference(Entity):
    """Where the files of one question differ.

    ``pointer`` is the JSON Pointer of the field in the merged dossier, ``chosen`` the text that it
    has there. ``readings`` pair the id of a source with the text that it gives: one pair for each
    source that gives any; the id is empty for a dossier without sources. Dates and numbers are
    texts too, as in JSON.
    """

    pointer: str
    chosen: str
    readings: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Merge(Entity):
    """The per-minister files of one question as one dossier, and where they differed."""

    dossier: Dossier
    differences: tuple[Difference, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class PilotMention(Entity):
    """What one dossier says of a pilot: a row of :func:`~inburgering_model.pilot_timeline`.

    ``pilot`` is what it is known by across dossiers: equal in all rows about one pilot, and
    readable, but for people and not to be taken apart. ``stated_on`` is the day its status was
    given for, else that of the answer; None when neither is known.
    """

    pilot: _Text
    citation: _Text | None = None
    asked_on: datetime.date | None = None
    stated_on: datetime.date | None = None
    programme: _Text | None = None
    name: _Text | None = None
    municipalities: tuple[_Text, ...] = ()
    nis_codes: tuple[NisCode, ...] = ()
    period: Period | None = None
    status: PilotStatus = PilotStatus.UNKNOWN
    one_off: bool | None = None
    budget: Budget | None = None
    spans: tuple[Span, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class PilotDifference(Entity):
    """What two dossiers say differently about a pilot, in one field.

    ``pilot`` is as in :class:`PilotMention`. Values are texts, as in JSON; ``spans`` are what the
    value was read from, and ``citation`` and ``stated_on`` say in which dossier. What begins with
    ``other_`` is of the dossier that came later.
    """

    pilot: _Text
    field: _Text
    value: str
    other_value: str
    citation: _Text | None = None
    other_citation: _Text | None = None
    stated_on: datetime.date | None = None
    other_stated_on: datetime.date | None = None
    spans: tuple[Span, ...] = ()
    other_spans: tuple[Span, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class FollowUpMention(Entity):
    """A follow-up and the dossier that tells of it.

    A row of :func:`~inburgering_model.follow_ups_by_destination`. ``by`` are the names of those who
    act; ``answered_on`` is the day of the last answer.
    """

    destination: Destination
    status: FollowUpStatus
    text: str
    citation: _Text | None = None
    answered_on: datetime.date | None = None
    condition: _Text | None = None
    by: tuple[_Text, ...] = ()
    instruments: tuple[_Text, ...] = ()
    spans: tuple[Span, ...] = ()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class TermCount(Entity):
    """How many questions a minister answered in time in a parliamentary year, and how many not.

    A row of :func:`~inburgering_model.answer_terms_by_minister`. ``asked`` is the sum of
    ``in_time``, ``late`` and ``unknown``. ``median_days_late`` is of the late answers alone, in
    calendar days; of an even number of them the lower middle one.
    """

    minister: _Text | None
    parliamentary_year: ParliamentaryYear | None
    asked: Annotated[int, at_least(0)] = 0
    in_time: Annotated[int, at_least(0)] = 0
    late: Annotated[int, at_least(0)] = 0
    unknown: Annotated[int, at_least(0)] = 0
    median_days_late: Annotated[int, at_least(1)] | None = None


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class UnansweredSubQuestion(Entity):
    """A sub-question without an answer, with the finding that says so.

    A row of :func:`~inburgering_model.unanswered_sub_questions`. ``ministers`` are those who
    answered the rest; when nobody answered, all to whom the question was put.
    """

    text: str
    finding: CoverageFinding
    citation: _Text | None = None
    ministers: tuple[_Text, ...] = ()
