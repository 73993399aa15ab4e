"""Flemish written questions and their answers as typed, traceable entities.

Everything public is a name of this package. Names are loaded when they are first used, so that
``import inburgering_model`` costs next to nothing.

>>> import inburgering_model as im
>>> im.Person(name="Peter Van Rompuy")
Person(name='Peter Van Rompuy')
"""

from importlib import import_module

# Type checkers take it for True. Importing it from typing would cost ten times all that is here.
TYPE_CHECKING = False

# The static imports tell type checkers the names, the table tells Python; a test holds them equal.
if TYPE_CHECKING:
    from inburgering_model.analysis.across.follow_ups import (
        follow_ups_by_destination as follow_ups_by_destination,
    )
    from inburgering_model.analysis.across.pilots import pilot_differences as pilot_differences
    from inburgering_model.analysis.across.pilots import pilot_timeline as pilot_timeline
    from inburgering_model.analysis.across.terms import (
        answer_terms_by_minister as answer_terms_by_minister,
    )
    from inburgering_model.analysis.across.unanswered import (
        unanswered_sub_questions as unanswered_sub_questions,
    )
    from inburgering_model.analysis.alignment import align as align
    from inburgering_model.analysis.answer_term import answer_term as answer_term
    from inburgering_model.analysis.coverage.judging import coverage as coverage
    from inburgering_model.analysis.merge import merge as merge
    from inburgering_model.errors import DocumentError as DocumentError
    from inburgering_model.errors import FieldError as FieldError
    from inburgering_model.errors import FieldTypeError as FieldTypeError
    from inburgering_model.errors import FieldValueError as FieldValueError
    from inburgering_model.errors import InburgeringModelError as InburgeringModelError
    from inburgering_model.errors import MergeError as MergeError
    from inburgering_model.errors import MissingExtraError as MissingExtraError
    from inburgering_model.errors import ParseError as ParseError
    from inburgering_model.errors import Problem as Problem
    from inburgering_model.errors import SchemaVersionError as SchemaVersionError
    from inburgering_model.errors import SchemaVersionWarning as SchemaVersionWarning
    from inburgering_model.errors import Severity as Severity
    from inburgering_model.exchange.published import to_published as to_published
    from inburgering_model.model.answer import Answer as Answer
    from inburgering_model.model.answer import AnswerItem as AnswerItem
    from inburgering_model.model.answer import CoordinatedAnswer as CoordinatedAnswer
    from inburgering_model.model.answer import CrossReference as CrossReference
    from inburgering_model.model.answer import OrdinaryAnswer as OrdinaryAnswer
    from inburgering_model.model.answer import ReferringAnswer as ReferringAnswer
    from inburgering_model.model.answer import Stage as Stage
    from inburgering_model.model.dossier import Dossier as Dossier
    from inburgering_model.model.judgement import Alignment as Alignment
    from inburgering_model.model.judgement import AnswerTerm as AnswerTerm
    from inburgering_model.model.judgement import CoverageFinding as CoverageFinding
    from inburgering_model.model.judgement import CoverageStatus as CoverageStatus
    from inburgering_model.model.judgement import Difference as Difference
    from inburgering_model.model.judgement import FollowUpMention as FollowUpMention
    from inburgering_model.model.judgement import Merge as Merge
    from inburgering_model.model.judgement import PilotDifference as PilotDifference
    from inburgering_model.model.judgement import PilotMention as PilotMention
    from inburgering_model.model.judgement import TermCount as TermCount
    from inburgering_model.model.judgement import TermStatus as TermStatus
    from inburgering_model.model.judgement import UnansweredSubQuestion as UnansweredSubQuestion
    from inburgering_model.model.outcome import Destination as Destination
    from inburgering_model.model.outcome import FollowUp as FollowUp
    from inburgering_model.model.outcome import FollowUpStatus as FollowUpStatus
    from inburgering_model.model.outcome import Outcome as Outcome
    from inburgering_model.model.outcome import OutcomeKind as OutcomeKind
    from inburgering_model.model.outcome import Recommendation as Recommendation
    from inburgering_model.model.outcome import RecommendationKind as RecommendationKind
    from inburgering_model.model.outcome import Scope as Scope
    from inburgering_model.model.partial_date import Order as Order
    from inburgering_model.model.partial_date import PartialDate as PartialDate
    from inburgering_model.model.passage import Passage as Passage
    from inburgering_model.model.passage import PassageKind as PassageKind
    from inburgering_model.model.people import Addressee as Addressee
    from inburgering_model.model.people import Minister as Minister
    from inburgering_model.model.people import Office as Office
    from inburgering_model.model.people import Party as Party
    from inburgering_model.model.people import PartyKind as PartyKind
    from inburgering_model.model.people import Person as Person
    from inburgering_model.model.period import OPEN as OPEN
    from inburgering_model.model.period import UNKNOWN as UNKNOWN
    from inburgering_model.model.period import Boundary as Boundary
    from inburgering_model.model.period import Period as Period
    from inburgering_model.model.pilot import Budget as Budget
    from inburgering_model.model.pilot import Municipality as Municipality
    from inburgering_model.model.pilot import Pilot as Pilot
    from inburgering_model.model.pilot import PilotStatus as PilotStatus
    from inburgering_model.model.pilot import Programme as Programme
    from inburgering_model.model.provenance import CONFIDENCES as CONFIDENCES
    from inburgering_model.model.provenance import Evidence as Evidence
    from inburgering_model.model.provenance import Source as Source
    from inburgering_model.model.provenance import Span as Span
    from inburgering_model.model.question import Condition as Condition
    from inburgering_model.model.question import ConditionKind as ConditionKind
    from inburgering_model.model.question import Form as Form
    from inburgering_model.model.question import ParliamentaryQuestion as ParliamentaryQuestion
    from inburgering_model.model.question import QuestionItem as QuestionItem
    from inburgering_model.model.question import SubQuestion as SubQuestion
    from inburgering_model.model.reading import Correction as Correction
    from inburgering_model.model.reading import CorrectionKind as CorrectionKind
    from inburgering_model.model.reading import Issue as Issue
    from inburgering_model.model.reading import Reading as Reading
    from inburgering_model.model.reading import Region as Region
    from inburgering_model.model.reading import RegionKind as RegionKind
    from inburgering_model.model.references import ItemReference as ItemReference
    from inburgering_model.model.references import QuestionReference as QuestionReference
    from inburgering_model.model.references import parliamentary_year as parliamentary_year
    from inburgering_model.parsing.files import read as read
    from inburgering_model.parsing.parse import parse as parse
    from inburgering_model.reference.term_rules import Holiday as Holiday
    from inburgering_model.reference.term_rules import Suspension as Suspension
    from inburgering_model.reference.term_rules import TermLength as TermLength
    from inburgering_model.reference.term_rules import TermRule as TermRule
    from inburgering_model.reference.term_rules import TermRules as TermRules
    from inburgering_model.reference.term_rules import TermStart as TermStart
    from inburgering_model.serialization.converter import configure_converter as configure_converter
    from inburgering_model.serialization.converter import make_converter as make_converter
    from inburgering_model.serialization.document import from_dict as from_dict
    from inburgering_model.serialization.document import to_dict as to_dict
    from inburgering_model.serialization.files import dump as dump
    from inburgering_model.serialization.files import load as load
    from inburgering_model.serialization.json_schema import json_schema as json_schema
    from inburgering_model.serialization.lines import dump_lines as dump_lines
    from inburgering_model.serialization.lines import load_lines as load_lines
    from inburgering_model.serialization.text import dumps as dumps
    from inburgering_model.serialization.text import loads as loads
    from inburgering_model.serialization.versions import SCHEMA_VERSION as SCHEMA_VERSION
    from inburgering_model.testing.examples import example as example
    from inburgering_model.validation import RULES as RULES
    from inburgering_model.validation import Rule as Rule
    from inburgering_model.validation import validate as validate

_NAMES_OF_MODULES = {
    "analysis.across.follow_ups": "follow_ups_by_destination",
    "analysis.across.pilots": "pilot_differences pilot_timeline",
    "analysis.across.terms": "answer_terms_by_minister",
    "analysis.across.unanswered": "unanswered_sub_questions",
    "analysis.alignment": "align",
    "analysis.answer_term": "answer_term",
    "analysis.coverage.judging": "coverage",
    "analysis.merge": "merge",
    "errors": (
        "DocumentError FieldError FieldTypeError FieldValueError InburgeringModelError "
        "MergeError MissingExtraError ParseError Problem SchemaVersionError "
        "SchemaVersionWarning Severity"
    ),
    "exchange.published": "to_published",
    "model.answer": (
        "Answer AnswerItem CoordinatedAnswer CrossReference OrdinaryAnswer ReferringAnswer Stage"
    ),
    "model.dossier": "Dossier",
    "model.judgement": (
        "Alignment AnswerTerm CoverageFinding CoverageStatus Difference FollowUpMention Merge "
        "PilotDifference PilotMention TermCount TermStatus UnansweredSubQuestion"
    ),
    "model.outcome": (
        "Destination FollowUp FollowUpStatus Outcome OutcomeKind Recommendation "
        "RecommendationKind Scope"
    ),
    "model.partial_date": "Order PartialDate",
    "model.passage": "Passage PassageKind",
    "model.people": "Addressee Minister Office Party PartyKind Person",
    "model.period": "OPEN UNKNOWN Boundary Period",
    "model.pilot": "Budget Municipality Pilot PilotStatus Programme",
    "model.provenance": "CONFIDENCES Evidence Source Span",
    "model.question": "Condition ConditionKind Form ParliamentaryQuestion QuestionItem SubQuestion",
    "model.reading": "Correction CorrectionKind Issue Reading Region RegionKind",
    "model.references": "ItemReference QuestionReference parliamentary_year",
    "parsing.files": "read",
    "parsing.parse": "parse",
    "reference.term_rules": "Holiday Suspension TermLength TermRule TermRules TermStart",
    "serialization.converter": "configure_converter make_converter",
    "serialization.document": "from_dict to_dict",
    "serialization.files": "dump load",
    "serialization.json_schema": "json_schema",
    "serialization.lines": "dump_lines load_lines",
    "serialization.text": "dumps loads",
    "serialization.versions": "SCHEMA_VERSION",
    "testing.examples": "example",
    "validation": "RULES Rule validate",
}
_MODULE_OF_NAME = {
    name: f"{__name__}.{module}"
    for module, names in _NAMES_OF_MODULES.items()
    for name in names.split()
}

__version__ = "0.1.0"
__all__ = sorted(_MODULE_OF_NAME)  # noqa: PLE0605 # pyright: ignore[reportUnsupportedDunderAll]


# Hidden from type checkers, to which a module with ``__getattr__`` has every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        module = _MODULE_OF_NAME.get(name)
        if module is None:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=None)
        value: object = getattr(import_module(module), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return [*__all__, "__version__"]
