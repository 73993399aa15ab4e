"""What holds for any dossier: validate returns, its pointers lead somewhere, its order is fixed."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.errors import Problem
from inburgering_model.model.answer import (
    Answer,
    AnswerItem,
    CoordinatedAnswer,
    CrossReference,
    OrdinaryAnswer,
    ReferringAnswer,
    Stage,
)
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.outcome import (
    Destination,
    FollowUp,
    FollowUpStatus,
    Outcome,
    Recommendation,
    RecommendationKind,
    Scope,
)
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Addressee, Minister, Party, PartyKind, Person
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget, Municipality, Pilot, PilotStatus, Programme
from inburgering_model.model.provenance import Evidence, Source, Span
from inburgering_model.model.question import (
    Condition,
    ConditionKind,
    Form,
    ParliamentaryQuestion,
    QuestionItem,
    SubQuestion,
)
from inburgering_model.model.reading import (
    Correction,
    CorrectionKind,
    Issue,
    Reading,
    Region,
    RegionKind,
)
from inburgering_model.model.references import ItemReference, QuestionReference
from inburgering_model.validation import RULES, validate

T = TypeVar("T")

# ------------------------------------------------------------------------- dossiers full of faults

# Few values for each sort of thing, so that ids, names, numbers and days meet by accident.
SOURCES = [
    Source.of_text("1. Ja. 2. Neen, nog niet."),
    attrs.evolve(Source.of_text("Kort."), text=None),
]
NAMES = ["Bart Somers", "BEN WEYTS", "Ben Weyts", "Iemand Anders", "!", "∅"]
DAYS = [date.min, date(2018, 12, 31), date(2019, 12, 20), date(2025, 6, 1), date.max]
PERIODS = ["/2018-36", "2014/2019", "2018-06/[2018-01..2018-06]", "2016/..", "../..", "2030/"]
ENORMOUS = 2**53 - 1


def some(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=3).map(tuple)


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


def ids(letters: str) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, st.sampled_from(letters), st.integers(1, 3))


offsets = st.integers(0, 30) | st.just(ENORMOUS)
numbers = st.integers(0, 4) | st.just(ENORMOUS)
positive = st.integers(1, 3) | st.just(ENORMOUS)
days = st.sampled_from(DAYS)
letters = st.sampled_from("abz")
spans = st.builds(
    lambda source, a, b: Span(source=source, start=min(a, b), end=max(a, b)),
    st.sampled_from([SOURCES[0].id, SOURCES[1].id, "sffffffff"]),
    offsets,
    offsets,
)
evidence = some(
    st.builds(
        Evidence,
        of=st.sampled_from(["", "title", "id", "kind", "references", "evidence", "∅"]),
        spans=some(spans),
    )
)
texts = st.text(max_size=8).map(".{}".format) | st.just("Neen, nog")


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(texts)
    cuts = draw(st.sampled_from([(), (0, len(text)), (0, len(text) // 2, len(text))]))
    pieces = tuple(
        (draw(spans | st.just(Span(source=SOURCES[0].id, start=0, end=end - start))), end - start)
        for start, end in pairwise(cuts)
    )
    return Passage(text=text, pieces=pieces)


people = st.builds(Person, name=st.sampled_from(NAMES))
ministers = st.builds(Minister, person=people, evidence=evidence)
addressees = st.builds(Addressee, person=people, number=maybe(positive))
parties = st.builds(
    Party,
    name=st.just("Dilbeek"),
    kind=st.sampled_from(PartyKind),
    identifier=st.sampled_from([None, "99999", "23016", "²³⁰¹⁶"]),
)
references = st.builds(
    QuestionReference,
    number=maybe(positive),
    date=maybe(days),
    parliamentary_year=st.sampled_from([None, "2019-2020"]),
    minister=maybe(people),
    author=maybe(people),
    evidence=evidence,
)
item_references = st.builds(
    ItemReference, number=numbers, letter=maybe(letters), occurrence=positive
)
sub_question_ids = st.sampled_from(["0.1", "1.1", "1.2", "1a.1", "2~2.1"])
conditions = st.builds(
    Condition,
    cue=st.just("Zo ja"),
    kind=st.sampled_from(ConditionKind),
    on=maybe(sub_question_ids),
)


@st.composite
def asked(draw: st.DrawFn) -> SubQuestion:
    identifier, condition = draw(sub_question_ids), draw(maybe(conditions))
    hangs_on_itself = condition is not None and condition.on == identifier
    return SubQuestion(
        id=identifier,
        passage=draw(passages()),
        form=draw(st.sampled_from(Form)),
        condition=None if hangs_on_itself else condition,
    )


sub_questions = asked()
items = st.builds(
    QuestionItem,
    number=maybe(numbers),
    letter=maybe(letters),
    occurrence=positive,
    passages=some(passages()),
    sub_questions=some(sub_questions),
)
answer_items = st.builds(
    AnswerItem,
    label=st.just("1."),
    answers=some(item_references),
    passages=some(passages()),
    cross_references=some(
        st.builds(CrossReference, target=item_references, delegates=st.booleans())
    ),
)
said: dict[str, st.SearchStrategy[Any]] = {
    "respondent": maybe(ministers),
    "replies_to": maybe(references),
    "answered_on": maybe(days),
    "stage": st.sampled_from(Stage),
    "items": some(answer_items),
    "annexes": some(passages()),
    "evidence": evidence,
}
answers: st.SearchStrategy[Answer] = st.one_of(
    st.builds(OrdinaryAnswer, **said),
    st.builds(CoordinatedAnswer, on_behalf_of=some(addressees), **said),
    st.builds(ReferringAnswer, refers_to=maybe(references), **said),
)
periods = st.sampled_from(PERIODS).map(Period.from_edtf)
budgets = st.builds(
    Budget,
    amount=maybe(st.sampled_from([Decimal(0), Decimal("1E+900"), Decimal("1E-900")])),
    period=maybe(periods),
    evidence=evidence,
)
municipalities = st.builds(
    Municipality,
    name=st.sampled_from(["Dilbeek", "Lokeren", "Elders"]),
    nis=st.sampled_from([None, "23016", "46029", "11003", "99999"]),
    evidence=evidence,
)
SUB_QUESTION = SubQuestion(id="1.1", passage=Passage(text="…?"))
SPAN = Span(source=SOURCES[0].id, start=0, end=1)
dossiers = st.builds(
    Dossier,
    question=st.builds(
        ParliamentaryQuestion,
        title=st.none(),
        author=maybe(people),
        asked_on=maybe(days),
        addressees=some(addressees),
        context=some(passages()),
        items=some(items),
        evidence=evidence,
    ),
    answers=some(answers),
    programmes=some(
        st.builds(
            Programme,
            id=ids("g"),
            partners=some(parties),
            funding=maybe(budgets),
            period=maybe(periods),
            one_off=maybe(st.booleans()),
        )
    ),
    pilots=some(
        st.builds(
            Pilot,
            id=ids("p"),
            programme=maybe(ids("g")),
            municipalities=some(municipalities),
            period=maybe(periods),
            status=st.sampled_from(PilotStatus),
            status_on=maybe(days),
            one_off=maybe(st.booleans()),
            budget=maybe(budgets),
            evidence=evidence,
        )
    ),
    outcomes=some(st.builds(Outcome, id=ids("o"), passage=passages(), concerns=some(ids("gp")))),
    recommendations=some(
        st.builds(
            Recommendation,
            id=ids("r"),
            kind=st.just(RecommendationKind.NEED),
            passage=passages(),
            addressed_to=some(parties),
            concerns=some(ids("gpor")),
        )
    ),
    follow_ups=some(
        st.builds(
            lambda concerns, scope, **rest: FollowUp(
                concerns=concerns, scope=Scope.LISTED if concerns else scope, **rest
            ),
            some(ids("gpor")),
            st.sampled_from([scope for scope in Scope if scope is not Scope.LISTED]),
            id=ids("f"),
            destination=st.sampled_from(Destination),
            status=st.sampled_from(FollowUpStatus),
            passage=passages(),
        )
    ),
    sources=some(st.sampled_from(SOURCES)),
)

readings = st.builds(
    Reading,
    dossier=dossiers,
    regions=some(st.builds(Region, kind=st.sampled_from(RegionKind), span=spans)),
    issues=some(st.builds(Issue, code=st.just("odd"), message=st.just("Odd."), spans=some(spans))),
    corrections=some(
        st.builds(
            Correction,
            kind=st.just(CorrectionKind.CASE),
            span=spans,
            replacement=st.just("x"),
            rule=st.just("case"),
        )
    ),
)

# --------------------------------------------------------------------------------- a tiny JSON form

LEAVES = (Period, PartialDate)  # one string each


def json_form(value: object) -> object:
    """Objects, arrays and leaves, as pointers see them."""
    if isinstance(value, tuple):
        return [json_form(element) for element in value]
    if isinstance(value, Span):
        return [value.source, value.start, value.end]
    cls = type(value)
    if attrs.has(cls) and not isinstance(value, LEAVES):
        return {field.name: json_form(getattr(value, field.name)) for field in attrs.fields(cls)}
    return None


def resolve(document: Any, pointer: str) -> None:
    """Follow an RFC 6901 pointer; raises when it leads nowhere."""
    if not pointer:
        return
    first, *tokens = pointer.split("/")
    assert not first
    for token in tokens:
        document = document[int(token)] if isinstance(document, list) else document[token]


# --------------------------------------------------------------------------------------- properties


@given(dossiers | readings)
def test_every_pointer_leads_somewhere(checked: Dossier | Reading) -> None:
    document = json_form(checked)
    for problem in validate(checked):
        resolve(document, problem.pointer)


@given(readings)
def test_a_reading_has_the_problems_of_its_dossier_and_those_of_its_own(reading: Reading) -> None:
    of_reading = {rule.code for rule in RULES if rule.of_reading}
    inside = [p for p in validate(reading) if p.code not in of_reading]
    alone = validate(reading.dossier)
    assert [attrs.evolve(p, pointer=f"/dossier{p.pointer}") for p in alone] == inside


@given(dossiers)
def test_every_problem_is_of_a_rule_and_says_something(dossier: Dossier) -> None:
    severities = {rule.code: rule.severity for rule in RULES}
    for problem in validate(dossier):
        assert problem.severity is severities[problem.code]
        assert problem.message
        assert str(problem).startswith("/")


@given(dossiers)
def test_problems_come_in_the_order_of_the_rules_and_the_same_each_time(dossier: Dossier) -> None:
    problems = validate(dossier)
    order = [rule.code for rule in RULES]
    places = [order.index(problem.code) for problem in problems]
    assert places == sorted(places)
    assert validate(dossier) == problems
    assert len(set(problems)) == len(problems)


def test_an_empty_dossier_has_no_problems() -> None:
    assert validate(Dossier(question=ParliamentaryQuestion())) == ()


def test_a_message_stays_short_whatever_the_dossier_holds() -> None:
    author = Person(name="Lang " * 1000)
    question = ParliamentaryQuestion(author=author, addressees=(Addressee(person=author),))
    (problem,) = validate(Dossier(question=question))
    assert len(problem.message) < 120


def test_the_table_of_rules_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        RULES[0].code = "other"  # type: ignore[misc]


def test_a_problem_of_a_rule_can_be_printed() -> None:
    problem = Problem(code="item.gap", message="there is no item 2", pointer="/question/items/1")
    assert str(problem) == "/question/items/1: there is no item 2 [item.gap]"


def test_only_a_dossier_or_a_reading_is_validated() -> None:
    question: Any = ParliamentaryQuestion()
    with pytest.raises(
        TypeError, match=r"^expected a Dossier or a Reading, got ParliamentaryQuestion$"
    ):
        validate(question)
