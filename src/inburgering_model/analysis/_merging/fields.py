"""What is special about some fields, when one of several readings is taken: tables."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from inburgering_model.model.answer import AnswerItem, CrossReference
from inburgering_model.model.outcome import FollowUp, Recommendation, Scope
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Office, Party, fold
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget, Municipality, PilotStatus
from inburgering_model.model.question import Condition, QuestionItem, SubQuestion
from inburgering_model.model.references import ItemReference, QuestionReference

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from inburgering_model.model._entity import Entity

__all__ = ["LONGER_FIRST", "WHOLE", "key_of", "keys_of", "leaders_of", "states"]

# Values that say that nothing is known: any other one wins over them.
_NOTHING = (PilotStatus.UNKNOWN, Scope.UNSTATED)

# One value each, however many fields they have.
WHOLE = (Period, PartialDate, ItemReference)

# Fields that only make sense beside the value of another: they are taken from the files that have
# the value which was taken for that one.
_LEADERS: Mapping[type[Entity], Mapping[str, str]] = {
    AnswerItem: {"answers": "label", "cross_references": "passages"},
    Budget: {"currency": "amount", "period": "amount"},
    Condition: {"kind": "cue", "on": "cue"},
    CrossReference: {"delegates": "target"},
    FollowUp: {"condition": "passage", "instruments": "passage", "concerns": "scope"},
    Municipality: {"name": "nis"},
    Office: {"portfolios": "title"},
    QuestionItem: {"sub_questions": "passages"},
    QuestionReference: {"parliamentary_year": "date"},
    Recommendation: {"addressed_to": "passage", "target_groups": "passage"},
}

_NO_LEADERS: Mapping[str, str] = {}

# What elements of a list are recognised by. Lists with the same keys are merged element by element;
# of lists with other keys one is taken as it is.
_KEYS: Mapping[type, Callable[[Any], Hashable]] = {
    AnswerItem: attrgetter("answers"),
    CrossReference: attrgetter("target"),
    Municipality: lambda place: place.nis or fold(place.name),
    Office: lambda _: None,
    Party: lambda party: (party.kind, fold(party.name)),
    Passage: attrgetter("text"),
    QuestionItem: lambda item: (item.reference, tuple(sub.id for sub in item.sub_questions)),
    SubQuestion: attrgetter("id"),
}

# Of lists that equally many files have, the longer is taken: the other lost something.
LONGER_FIRST = (QuestionItem, AnswerItem)


def states(value: object) -> bool:
    """Whether a value says anything."""
    # By identity: an enum of strings equals the plain string.
    return value is not None and value != () and not any(value is each for each in _NOTHING)


def leaders_of(cls: type[Entity]) -> Mapping[str, str]:
    """The leader of each field that has one."""
    return next((_LEADERS[base] for base in cls.__mro__ if base in _LEADERS), _NO_LEADERS)


def key_of(element: object) -> Hashable:
    """What an element of a list is recognised by."""
    key = next((_KEYS[base] for base in type(element).__mro__ if base in _KEYS), None)
    return element if key is None else key(element)


def keys_of(elements: tuple[object, ...]) -> Hashable:
    """What a list is recognised by."""
    return tuple(map(key_of, elements))
