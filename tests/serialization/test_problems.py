"""What is wrong with a document: each with its code and its place, and all of them at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

import inburgering_model as im
from inburgering_model.errors import DocumentError, Problem, SchemaVersionWarning
from inburgering_model.model._entity import Entity  # noqa: TC001 - the table of a test
from inburgering_model.serialization._problems import MAX_PROBLEMS
from inburgering_model.serialization.codes import PROBLEM_CODES
from inburgering_model.serialization.document import from_dict
from inburgering_model.serialization.text import loads

SHA = "01" * 32
PASSAGE = {"text": "Ja."}


def problems_of(cls: type[Entity], body: dict[str, Any]) -> tuple[Problem, ...]:
    document = {"schema_version": "1.0", "type": cls.__name__, **body}
    with pytest.raises(DocumentError) as caught:
        loads(json.dumps(document), cls)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    assert {problem.code for problem in caught.value.problems} <= set(PROBLEM_CODES)
    with pytest.raises(DocumentError) as again:
        from_dict(json.loads(json.dumps(document)), cls)
    assert again.value.problems == caught.value.problems
    return caught.value.problems


BAD_INPUTS: list[tuple[type[Entity], dict[str, Any], str, str]] = [
    # nothing is converted
    (im.Addressee, {"person": {"name": "a"}, "number": "75"}, "type", "/number"),
    (im.Addressee, {"person": {"name": "a"}, "number": 75.0}, "type", "/number"),
    (im.Addressee, {"person": {"name": "a"}, "number": True}, "type", "/number"),
    (im.Addressee, {"person": {"name": "a"}, "number": [75]}, "type", "/number"),
    (im.Person, {"name": 75}, "type", "/name"),
    (im.Person, {"name": None}, "type", "/name"),
    (im.Person, {"name": ["Ben"]}, "type", "/name"),
    (im.Minister, {"person": "Ben Weyts"}, "type", "/person"),
    (im.Minister, {"person": [["name", "Ben Weyts"]]}, "type", "/person"),
    (im.Office, {"title": "a", "portfolios": "abc"}, "type", "/portfolios"),
    (im.Office, {"title": "a", "portfolios": {"a": "b"}}, "type", "/portfolios"),
    (im.Office, {"title": "a", "portfolios": None}, "type", "/portfolios"),
    (im.Office, {"title": "a", "portfolios": ["b", None]}, "type", "/portfolios/1"),
    (im.Pilot, {"id": "p1", "one_off": 1}, "type", "/one_off"),
    (im.Pilot, {"id": "p1", "one_off": "true"}, "type", "/one_off"),
    (im.Pilot, {"id": "p1", "status": None}, "type", "/status"),
    (im.Pilot, {"id": "p1", "status": ["ended"]}, "type", "/status"),
    (im.Pilot, {"id": "p1", "period": {"start": "2018"}}, "type", "/period"),
    (im.Pilot, {"id": "p1", "status_on": 20180101}, "type", "/status_on"),
    (im.Budget, {"amount": 50000}, "type", "/amount"),
    (im.Budget, {"amount": 50000.5}, "type", "/amount"),
    (im.Evidence, {"confidence": 1}, "value", "/confidence"),
    (im.Evidence, {"confidence": "0.9"}, "type", "/confidence"),
    (im.Evidence, {"spans": [{"source": "s0123abcd"}]}, "type", "/spans/0"),
    (im.Evidence, {"spans": [["s0123abcd", 1]]}, "type", "/spans/0"),
    (im.Evidence, {"spans": [["s0123abcd", 1, 2, 3]]}, "type", "/spans/0"),
    (im.Evidence, {"spans": [["s0123abcd", 1, 2.0]]}, "type", "/spans/0/2"),
    (im.Evidence, {"spans": ["s01"]}, "type", "/spans/0"),
    (im.Passage, {"text": "a", "pieces": [[["s0123abcd", 0, 1]]]}, "type", "/pieces/0"),
    (im.Passage, {"text": "a", "pieces": [[["s0123abcd", 0, 1], "1"]]}, "type", "/pieces/0/1"),
    (im.Difference, {"pointer": "", "chosen": "", "readings": ["ab"]}, "type", "/readings/0"),
    # values
    (im.Person, {"name": ""}, "value", "/name"),
    (im.Person, {"name": "\n"}, "value", "/name"),
    (im.Person, {"name": "a\ud800"}, "value", "/name"),
    (im.Office, {"title": "a", "portfolios": ["b", " "]}, "value", "/portfolios/1"),
    (im.Addressee, {"person": {"name": "a"}, "number": 0}, "value", "/number"),
    (im.Addressee, {"person": {"name": "a"}, "number": 2**63}, "value", "/number"),
    (im.Addressee, {"person": {"name": "a"}, "number": 10**4000}, "value", "/number"),
    (im.Pilot, {"id": "p01"}, "value", "/id"),
    (im.Pilot, {"id": "p1\n"}, "value", "/id"),
    (im.Pilot, {"id": "p1", "status": "Ended"}, "value", "/status"),
    (im.Pilot, {"id": "p1", "period": "2018"}, "value", "/period"),
    (im.Pilot, {"id": "p1", "period": "2019/2018"}, "value", "/period"),
    (im.Pilot, {"id": "p1", "period": "/"}, "value", "/period"),
    (im.Pilot, {"id": "p1", "period": ""}, "value", "/period"),
    (im.Pilot, {"id": "p1", "status_on": "2018-W01-1"}, "value", "/status_on"),
    (im.Pilot, {"id": "p1", "status_on": "20180101"}, "value", "/status_on"),
    (im.Pilot, {"id": "p1", "status_on": "2018-01"}, "value", "/status_on"),
    (im.Pilot, {"id": "p1", "status_on": "2018-02-30"}, "value", "/status_on"),
    (im.Pilot, {"id": "p1", "status_on": "2018-01-01\n"}, "value", "/status_on"),
    (im.Pilot, {"id": "p1", "status_on": "٢٠١٨-01-01"}, "value", "/status_on"),
    (im.Pilot, {"id": "p1", "status_on": "2018-01-01T00:00"}, "value", "/status_on"),
    (im.Budget, {"amount": "50.000,00"}, "value", "/amount"),
    (im.Budget, {"amount": "5E4"}, "value", "/amount"),
    (im.Budget, {"amount": "050"}, "value", "/amount"),
    (im.Budget, {"amount": "+50"}, "value", "/amount"),
    (im.Budget, {"amount": "50."}, "value", "/amount"),
    (im.Budget, {"amount": " 50"}, "value", "/amount"),
    (im.Budget, {"amount": "1_000"}, "value", "/amount"),
    (im.Budget, {"amount": "NaN"}, "value", "/amount"),
    (im.Budget, {"amount": "٥"}, "value", "/amount"),
    (im.Budget, {"amount": "9" * 1001}, "value", "/amount"),
    (im.Budget, {"amount": "-1"}, "value", "/amount"),
    (im.Budget, {"currency": "eur"}, "value", "/currency"),
    (im.Evidence, {"confidence": 0.8}, "value", "/confidence"),
    (im.Evidence, {"confidence": float("nan")}, "value", "/confidence"),
    (im.Evidence, {"confidence": float("inf")}, "value", "/confidence"),
    (im.Evidence, {"spans": [["s01", 1, 2]]}, "value", "/spans/0/0"),
    (im.Evidence, {"spans": [["s0123abcd", -1, 2]]}, "value", "/spans/0/1"),
    (im.PartialDate, {"value": "2018-13"}, "value", "/value"),
    (im.PartialDate, {"value": "2018/2019"}, "value", "/value"),
    (im.Period, {"value": "2018"}, "value", "/value"),
    (im.Span, {"value": ["s01", 1, 2]}, "value", "/value/0"),
    # keys
    (im.Person, {}, "missing", "/name"),
    (im.Minister, {"person": {}}, "missing", "/person/name"),
    (im.PartialDate, {}, "missing", "/value"),
    (im.Person, {"name": "a", "nick": "b"}, "unknown-key", "/nick"),
    (im.Person, {"name": "a", "a/b~c": "b"}, "unknown-key", "/a~1b~0c"),
    (im.Person, {"name": "a", "": 1}, "unknown-key", "/"),
    (im.Minister, {"person": {"name": "a", "type": "Person"}}, "unknown-key", "/person/type"),
    (im.PartialDate, {"value": "2018", "edtf": "2018"}, "unknown-key", "/edtf"),
    (im.Pilot, {"id": "p1", "kind": "ordinary"}, "unknown-key", "/kind"),
    # kinds of answers
    (im.Dossier, {"question": {}, "answers": [{}]}, "missing", "/answers/0/kind"),
    (im.Dossier, {"question": {}, "answers": [{"kind": 1}]}, "type", "/answers/0/kind"),
    (im.Dossier, {"question": {}, "answers": [{"kind": "x"}]}, "unknown-kind", "/answers/0/kind"),
    (im.Dossier, {"question": {}, "answers": ["ordinary"]}, "type", "/answers/0"),
    (im.OrdinaryAnswer, {}, "missing", "/kind"),
    (im.OrdinaryAnswer, {"kind": "referring"}, "unknown-kind", "/kind"),
    (im.OrdinaryAnswer, {"kind": None}, "type", "/kind"),
    (
        im.Dossier,
        {"question": {}, "answers": [{"kind": "ordinary", "on_behalf_of": []}]},
        "unknown-key",
        "/answers/0/on_behalf_of",
    ),
    # fields that contradict each other
    (im.Span, {"value": ["s0123abcd", 3, 2]}, "inconsistent", "/value/2"),
    (im.Evidence, {"spans": [["s0123abcd", 3, 2]]}, "inconsistent", "/spans/0/2"),
    (
        im.Passage,
        {"text": "Ja.", "pieces": [[["s0123abcd", 0, 1], 1]]},
        "inconsistent",
        "/pieces",
    ),
    (
        im.QuestionReference,
        {"parliamentary_year": "2019-2021"},
        "inconsistent",
        "/parliamentary_year",
    ),
    (
        im.FollowUp,
        {
            "id": "f1",
            "destination": "guide",
            "status": "done",
            "passage": PASSAGE,
            "scope": "listed",
        },
        "inconsistent",
        "/concerns",
    ),
    (
        im.Dossier,
        {"question": {}, "sources": [{"id": "s01010101", "length": 2, "sha256": SHA, "text": "a"}]},
        "inconsistent",
        "/sources/0/length",
    ),
]


@pytest.mark.parametrize(("cls", "body", "code", "pointer"), BAD_INPUTS)
def test_what_is_wrong_is_said_with_its_place(
    cls: type[Entity], body: dict[str, Any], code: str, pointer: str
) -> None:
    problems = problems_of(cls, body)
    assert [(problem.code, problem.pointer) for problem in problems] == [(code, pointer)]


@pytest.mark.parametrize(("cls", "body", "code", "pointer"), BAD_INPUTS)
def test_a_message_is_short_printable_and_says_nothing_of_the_inside(
    cls: type[Entity], body: dict[str, Any], code: str, pointer: str
) -> None:
    del code, pointer
    for problem in problems_of(cls, body):
        assert 10 < len(problem.message) < 400
        assert problem.message.isprintable()
        assert "attrs" not in problem.message
        assert "attribute" not in problem.message
        assert "Traceback" not in problem.message


def test_every_problem_is_told_at_once() -> None:
    document = {
        "question": {
            "title": 5,
            "asked_on": "20 december 2019",
            "autor": None,
            "addressees": [{"person": {"name": "a"}, "number": 0}, {"number": "2"}],
            "items": [{"letter": "a", "passages": [{"text": ""}]}],
        },
        "answers": [{"kind": "ordinair"}, {"kind": "ordinary", "stage": "fnal", "items": {}}],
        "pilots": [{"id": "x", "budget": {"amount": 5, "currency": "euro"}}],
        "sources": [{"id": "s1", "length": -1, "sha256": "x", "text": None}],
        "extra": 1,
    }
    found = {(problem.code, problem.pointer) for problem in problems_of(im.Dossier, document)}
    assert found == {
        ("type", "/question/title"),
        ("value", "/question/asked_on"),
        ("unknown-key", "/question/autor"),
        ("value", "/question/addressees/0/number"),
        ("missing", "/question/addressees/1/person"),
        ("type", "/question/addressees/1/number"),
        ("value", "/question/items/0/passages/0/text"),
        ("unknown-kind", "/answers/0/kind"),
        ("value", "/answers/1/stage"),
        ("type", "/answers/1/items"),
        ("value", "/pilots/0/id"),
        ("type", "/pilots/0/budget/amount"),
        ("value", "/pilots/0/budget/currency"),
        ("value", "/sources/0/id"),
        ("value", "/sources/0/length"),
        ("value", "/sources/0/sha256"),
        ("unknown-key", "/extra"),
    }


def test_each_problem_is_told_once() -> None:
    problems = problems_of(im.Office, {"title": "", "portfolios": ["", 1, "b", ""]})
    assert [problem.pointer for problem in problems] == [
        "/portfolios/1",
        "/title",
    ]


@pytest.mark.parametrize(
    ("cls", "body", "said"),
    [
        (im.Person, {"nmae": "a"}, "did you mean 'name'?"),
        (im.Person, {}, "the key 'name' of a Person is required"),
        (im.Pilot, {"id": "p1", "status": "runing"}, "did you mean 'running'?"),
        (im.Pilot, {"id": "p1", "status": "x"}, "expected one of 'planned', 'running'"),
        (im.Pilot, {"id": "p1", "one_off": "ja"}, "expected true or false, got the text 'ja'"),
        (im.Pilot, {"id": "p1", "name": 5}, "expected a string, got the number 5"),
        (im.Pilot, {"id": "p1", "name": {}}, "expected a string, got an object"),
        (im.Pilot, {"id": "p1", "partners": "a"}, "expected a list, got the text 'a'"),
        (im.Pilot, {"id": "p1", "period": "2018"}, "an interval has exactly one slash"),
        (im.Pilot, {"id": "p1", "budget": 5}, "expected an object (Budget), got the number 5"),
        (im.Budget, {"amount": 5}, 'such as "50000.00", got the number 5'),
        (im.Evidence, {"spans": [5]}, "expected a list [source, start, end], got the number 5"),
        (im.Dossier, {"question": {}, "answers": [{"kind": "refering"}]}, "mean 'referring'?"),
    ],
)
def test_a_message_says_what_was_expected_what_was_found_and_what_may_be_meant(
    cls: type[Entity], body: dict[str, Any], said: str
) -> None:
    messages = [problem.message for problem in problems_of(cls, body)]
    assert any(said in message for message in messages), messages


def test_a_long_value_is_not_repeated_whole() -> None:
    (problem,) = problems_of(im.Pilot, {"id": "x" * 10_000})
    assert len(problem.message) < 200


def test_many_misspelt_keys_are_all_named() -> None:
    problems = problems_of(im.Person, {"name": "a"} | {f"name{n}": 1 for n in range(90)})
    assert len(problems) == 90


# -------------------------------------------------------------------------------- very many of them

MANY_BAD: list[tuple[type[Entity], dict[str, Any]]] = [
    (im.Pilot, {"id": "p1", "partners": [5] * 100_000}),
    (im.Pilot, {"id": "p1", "partners": [""] * 100_000}),
    (im.Person, {"name": "a", **{f"k{number}": 1 for number in range(10_000)}}),
    (im.Pilot, {"id": "p1", "evidence": [{"spans": [5] * 1000}] * 100}),
    (im.PartialDate, {"value": "2018", **{f"k{number}": 1 for number in range(10_000)}}),
]


@pytest.mark.parametrize(("cls", "body"), MANY_BAD)
def test_of_very_many_problems_the_first_are_listed(
    cls: type[Entity], body: dict[str, Any]
) -> None:
    problems = problems_of(cls, body)
    assert len(problems) == MAX_PROBLEMS + 1
    assert [problem.code for problem in problems].index("more") == MAX_PROBLEMS
    assert str(problems[-1]) == (
        "(document): only the first 100 problems are listed; there are more [more]"
    )


def test_as_many_problems_as_are_listed_are_all_there_are() -> None:
    problems = problems_of(im.Pilot, {"id": "p1", "partners": [5] * MAX_PROBLEMS})
    assert [problem.code for problem in problems] == ["type"] * MAX_PROBLEMS


def test_of_very_much_that_cannot_be_written_the_first_is_listed() -> None:
    with pytest.raises(DocumentError) as caught:
        im.dumps(im.Person(name="a", evidence=(im.Evidence(of="\ud800"),) * 1000))
    assert len(caught.value.problems) == MAX_PROBLEMS + 1


def test_the_text_of_an_error_is_bounded() -> None:
    long = Problem(code="type", message="a", pointer="/a" * 1000)
    text = str(DocumentError([long] * 1000))
    assert text.startswith("1000 problems:\n  /a/a")
    assert text.endswith("… [type]\n  and 899 more".replace("…", "…: a"))
    assert len(text) < 40_000


def test_a_newer_document_may_have_more_unknown_keys_than_are_listed() -> None:
    keys = {f"k{number}": 1 for number in range(5 * MAX_PROBLEMS)}
    newer = {"schema_version": "1.9", "type": "Person", "name": "a", **keys}
    with pytest.warns(SchemaVersionWarning, match=r"left out: /k0, .* /k9 and 490 more;") as caught:
        assert from_dict(newer, im.Person, allow_newer=True) == im.Person(name="a")
    assert isinstance(caught[0].message, SchemaVersionWarning)
    assert len(caught[0].message.pointers) == len(keys)
    with pytest.raises(DocumentError) as refused:
        from_dict(newer | {"evidence": [5] * 1000}, im.Person, allow_newer=True)
    assert len(refused.value.problems) == MAX_PROBLEMS + 1
