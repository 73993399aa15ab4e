"""Hypothesis strategies for every class of entities, made from its field table.

A strategy draws each field by its shape and constraints. What only the class can know (that a span
does not end before it starts, that a hash is the hash of the text …) is mended afterwards, by the
table of repairs: a repair changes drawn values as little as it can.
"""

from __future__ import annotations

import hashlib
import re
from collections import ChainMap
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, Constraint, Shape, field_table
from inburgering_model.model.answer import (
    Answer,
    AnswerItem,
    CoordinatedAnswer,
    OrdinaryAnswer,
    ReferringAnswer,
)
from inburgering_model.model.judgement import AnswerTerm
from inburgering_model.model.outcome import FollowUp, Scope
from inburgering_model.model.partial_date import Order, PartialDate
from inburgering_model.model.passage import Passage
from inburgering_model.model.period import OPEN, UNKNOWN, Period
from inburgering_model.model.provenance import Source, Span
from inburgering_model.model.question import SubQuestion
from inburgering_model.model.references import QuestionReference
from inburgering_model.reference._days_of_year import EACH_YEAR, day_in, manner
from inburgering_model.reference.term_rules import Suspension, TermRules
from inburgering_model.serialization._forms import is_entity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["entities"]

EntityT = TypeVar("EntityT", bound=Entity)
Values = dict[str, Any]

_LONGEST_LIST = 2
_SOME_YEAR = 2001
_MOST = 2**53 - 1  # the largest whole number that every JSON reader keeps exactly

_texts = st.text(st.characters(codec="utf-8"), max_size=20)
"""Any text that can be written as UTF-8."""


def entities(cls: type[EntityT]) -> st.SearchStrategy[EntityT]:
    """Valid entities of a class; of the base of answers, any of the three kinds.

    Each field is drawn from what its annotation allows, so that the values are as odd as the class
    lets them be: any text, any date, ids that resolve nowhere. For dossiers that could have been
    published, see :func:`published_dossiers`.

    Of a class that you derived, fields of classes that are not ours are drawn by what Hypothesis
    knows of them (``st.from_type``), and values that a validator refuses are drawn again. Raises
    TypeError when the class is not one of entities.

    >>> from inburgering_model.model.people import Person
    >>> isinstance(entities(Person).example(), Person)  # doctest: +SKIP
    True
    """
    if not is_entity(cls):
        message = f"expected a class of entities, got {cls!r}"
        raise TypeError(message)
    return cast("st.SearchStrategy[EntityT]", _entities(cast("type", cls)))


@cache
def _entities(cls: type) -> st.SearchStrategy[Any]:
    if cls is Answer:
        return st.one_of(*map(_entities, (OrdinaryAnswer, CoordinatedAnswer, ReferringAnswer)))
    fields = field_table(cls)
    of_fields = {
        field.name: _of_shape(field.shape, 1 if field.name == "evidence" else _LONGEST_LIST)
        for field in fields
    }
    if PartialDate in cls.__mro__:
        of_fields["edtf"] = _edtf_dates
    drawn = st.fixed_dictionaries(of_fields)
    repair = next((_REPAIRS[base] for base in cls.__mro__ if base in _REPAIRS), dict)
    make = cast("Callable[..., Entity]", cls)

    def made(values: Values) -> Entity:
        repaired = repair(values)
        return make(**{field.alias: repaired[field.name] for field in fields})

    validated = any(attribute.validator is not None for attribute in attrs.fields(cls))
    return drawn.map(partial(_or_again, made)) if validated else drawn.map(made)


def _or_again(made: Callable[[Values], Entity], values: Values) -> Entity:
    """What is made of values, unless a validator of a derived class refuses them."""
    try:
        return made(values)
    except (TypeError, ValueError):
        reject()


def _of_shape(shape: Shape, longest: int = _LONGEST_LIST) -> st.SearchStrategy[Any]:
    if shape.each is not None:
        strategy: st.SearchStrategy[Any] = st.lists(_of_shape(shape.each), max_size=longest).map(
            tuple
        )
    elif shape.elements:
        strategy = st.tuples(*map(_of_shape, shape.elements))
    else:
        strategy = st.one_of(*(_of_class(cls, shape.constraints) for cls in shape.classes))
    return st.none() | strategy if shape.optional else strategy


def _of_class(cls: type[Any], constraints: tuple[Constraint, ...]) -> st.SearchStrategy[Any]:
    if issubclass(cls, Entity):
        return st.deferred(lambda: _entities(cast("type", cls)))  # it may hold its own kind
    if issubclass(cls, Enum):
        return st.sampled_from(cls)
    if NOT_EMPTY in constraints:
        return _texts.filter(lambda text: bool(text.strip()))
    drawn = _of_plain_class(cls, ChainMap(*(dict(c.schema) for c in constraints)))
    unsaid = [c.problem for c in constraints if not c.schema]  # the calendar's: hardly ever wrong
    return drawn.filter(lambda value: not any(problem(value) for problem in unsaid))


def _of_plain_class(cls: type, schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "minimum" in schema:
        return st.integers(schema["minimum"], schema["maximum"])
    if "pattern" in schema:
        return _matching(schema["pattern"])
    if cls in _OF_CLASSES:
        return _OF_CLASSES[cls]
    return st.from_type(cast("type[object]", cls))


def _matching(pattern: str) -> st.SearchStrategy[str]:
    bare = pattern.removeprefix("^").removesuffix("$")
    return st.from_regex(re.compile(bare, re.ASCII), fullmatch=True)


_OF_CLASSES: dict[type, st.SearchStrategy[Any]] = {
    str: _texts,
    int: st.integers(-_MOST - 1, _MOST),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    Decimal: st.decimals(0, 10**15, allow_nan=False, allow_infinity=False),
}


def _one_of_range(first: date, last: date) -> str:
    return f"[{min(first, last)}..{max(first, last)}]"


_parts_of_years = st.builds(
    "{:04}-{}".format,
    st.integers(1, 9999),
    st.sampled_from(["01", "12", "21", "24", "33", "36", "40", "41"]),
)
_edtf_dates = st.one_of(
    st.dates().map(date.isoformat),
    st.integers(1, 9999).map("{:04}".format),
    _parts_of_years,
    st.builds("{}{}".format, _parts_of_years, st.sampled_from("~?%")),
    st.sampled_from(["201X", "20XX-12", "2019-XX", "156X-12-25", "2004-06~-11"]),
    st.builds(_one_of_range, st.dates(), st.dates()),
)


def _in_order(values: Values) -> Values:
    start, end = sorted((values["start"], values["end"]))
    return values | {"start": start, "end": end}


def _pieces_that_cover(values: Values) -> Values:
    spans = [span for span, _ in values["pieces"]]
    if not spans:
        return values
    length = len(values["text"])
    cuts = sorted(abs(drawn) % (length + 1) for _, drawn in values["pieces"][1:])
    lengths = [end - start for start, end in pairwise([0, *cuts, length])]
    return values | {"pieces": tuple(zip(spans, lengths, strict=True))}


def _hash_of_text(values: Values) -> Values:
    text = values["text"]
    if text is None:
        return values | {"id": f"s{values['sha256'][:8]}"}
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return values | {"id": f"s{sha256[:8]}", "length": len(text), "sha256": sha256}


def _known_and_in_order(values: Values) -> Values:
    start, end = values["start"], values["end"]
    if start is UNKNOWN and end is UNKNOWN:
        return values | {"start": OPEN, "end": end}
    if isinstance(start, PartialDate) and isinstance(end, PartialDate):
        reversed_ = end.compare(start) is Order.BEFORE
        return values | {"start": end, "end": start} if reversed_ else values
    return values


def _listed_when_concerned(values: Values) -> Values:
    if values["concerns"]:
        return values | {"scope": Scope.LISTED}
    return values | {"scope": Scope.UNSTATED} if values["scope"] is Scope.LISTED else values


def _answers_by_label(values: Values) -> Values:
    return values | {"answers": ()} if values["label"] is None else values


def _consecutive_years(values: Values) -> Values:
    if values["parliamentary_year"] is None:
        return values
    year = min(int(values["parliamentary_year"][:4]), 9998)
    return values | {"parliamentary_year": f"{year:04}-{year + 1:04}"}


def _counted_forward(values: Values) -> Values:
    start, due = sorted((values["start"], values["due"]))
    late = None if values["answered_on"] is None else values["working_days_late"]
    return values | {"start": start, "due": due, "working_days_late": late}


def _hanging_on_another(values: Values) -> Values:
    condition = values["condition"]
    itself = condition is not None and condition.on == values["id"]
    return values | {"condition": None} if itself else values


def _suspended_forward(values: Values) -> Values:
    start, end = values["start"], values["end"]
    same = manner(start) == manner(end)
    backwards = same and day_in(end, _SOME_YEAR) < day_in(start, _SOME_YEAR)
    if same and not (backwards and manner(start) != EACH_YEAR):
        return values
    return values | ({"start": end, "end": start} if backwards else {"end": start})


def _each_rule_once(values: Values) -> Values:
    once = {
        name: tuple({rule.id: rule for rule in values[name]}.values())
        for name in ("suspensions", "holidays")
    }
    return values | once


_REPAIRS: dict[type, Callable[[Values], Values]] = {
    Span: _in_order,
    Passage: _pieces_that_cover,
    Source: _hash_of_text,
    Period: _known_and_in_order,
    FollowUp: _listed_when_concerned,
    AnswerItem: _answers_by_label,
    SubQuestion: _hanging_on_another,
    AnswerTerm: _counted_forward,
    QuestionReference: _consecutive_years,
    Suspension: _suspended_forward,
    TermRules: _each_rule_once,
}
