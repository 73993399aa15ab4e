"""What type checkers make of reading and writing: checked by ``test_typing``, never run.

Each line with an ignore comment is a misuse, which must be an error: the checkers are told to
complain about a comment that is not needed, and pyright to look at its own comments only.
"""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import assert_type

import attrs
import cattrs

import inburgering_model as im
from inburgering_model import testing
from inburgering_model.model.answer import Answer
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.people import Person
from inburgering_model.model.pilot import Pilot
from inburgering_model.serialization import versions
from inburgering_model.serialization.converter import configure_converter, make_converter
from inburgering_model.serialization.document import from_dict, to_dict
from inburgering_model.serialization.files import dump, load
from inburgering_model.serialization.lines import dump_lines, load_lines
from inburgering_model.serialization.text import dumps, loads


class MyPilot(Pilot):
    """A class derived from one of ours."""


def use(pilot: Pilot) -> None:
    """Reading and writing."""
    assert_type(im.validate(Dossier(question=im.ParliamentaryQuestion())), tuple[im.Problem, ...])
    assert_type(im.validate(im.parse("")), tuple[im.Problem, ...])
    assert_type(loads("{}"), Dossier)
    assert_type(loads(b"{}"), Dossier)
    assert_type(loads("{}", duplicates="refuse"), Dossier)
    assert_type(loads("{}", Pilot), Pilot)
    assert_type(loads("{}", Pilot, duplicates="last"), Pilot)
    assert_type(loads("{}", MyPilot), MyPilot)
    assert_type(loads("{}", Answer), Answer)
    assert_type(load("pilot.json"), Dossier)
    assert_type(load(Path("pilot.json"), Pilot), Pilot)
    assert_type(load(io.StringIO(), Pilot), Pilot)
    assert_type(load(io.BytesIO(), Pilot, duplicates="refuse"), Pilot)
    assert_type(dumps(pilot, indent=2), str)
    assert_type(dumps(pilot, format="yaml"), str)
    assert_type(dumps(pilot, format="msgpack"), bytes)
    assert_type(loads(b"", Pilot, format="msgpack", allow_newer=True), Pilot)
    assert_type(load_lines("pilots.jsonl"), Iterator[Dossier])
    assert_type(load_lines("pilots.jsonl", Pilot, on_error="skip"), Iterator[Pilot])
    assert_type(load_lines(io.BytesIO(), Pilot, on_error=repr), Iterator[Pilot])
    dump_lines([pilot], io.BytesIO())
    dump_lines(iter([pilot]), "pilots.jsonl")
    assert_type(to_dict(pilot), dict[str, object])
    assert_type(from_dict({}), Dossier)
    assert_type(from_dict(to_dict(pilot), Pilot), Pilot)
    assert_type(make_converter(), cattrs.Converter)
    configure_converter(cattrs.Converter())
    dump(pilot, "pilot.json")
    dump(pilot, Path("pilot.json"), indent=2)
    dump(pilot, io.StringIO())
    dump(pilot, io.BytesIO())


def use_the_rest(pilot: Pilot, dossier: Dossier, reading: im.Reading) -> None:
    """What can be done with a dossier, and what it holds."""
    assert_type(im.read(b""), im.Reading)
    assert_type(im.parse("").dossier.answers, tuple[im.Answer, ...])
    assert_type(im.align(dossier), im.Alignment)
    assert_type(im.coverage(dossier), tuple[im.CoverageFinding, ...])
    assert_type(im.merge([dossier]).differences, tuple[im.Difference, ...])
    assert_type(im.to_published(dossier, width=None), str)
    assert_type(im.example(), im.Reading)
    assert_type(im.answer_term(date(2019, 12, 20)), im.AnswerTerm)
    assert_type(im.parliamentary_year(date(2019, 12, 20)), str)
    assert_type(pilot.municipalities, tuple[im.Municipality, ...])
    assert_type(pilot.period, im.Period | None)
    assert_type(PartialDate("2018").compare(date(2019, 1, 1)), im.Order)
    assert_type(PartialDate("2018").earliest, date)
    assert_type(attrs.evolve(pilot, id="p2"), Pilot)
    assert_type(dossier.question.author, Person | None)
    assert_type(testing.make_dossier(items=3), im.Dossier)
    assert_type(testing.differing(pilot, pilot), tuple[testing.Differing, ...])
    testing.assert_same(pilot, pilot, everything=True)
    testing.assert_valid(reading, least=im.Severity.WARNING)
    try:
        im.loads("{}")
    except im.DocumentError as error:
        assert_type(error.problems, tuple[im.Problem, ...])


def misuse(pilot: Pilot, dossier: Dossier, reading: im.Reading) -> None:
    """Everything that must be an error."""
    bool(PartialDate("2018") < PartialDate("2019"))  # type: ignore[operator] # pyright: ignore[reportOperatorIssue, reportUnknownArgumentType]
    bool(Person(name="A") < Person(name="B"))  # type: ignore[operator] # pyright: ignore[reportOperatorIssue, reportUnknownArgumentType]
    repr(im.nope)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    loads(3)  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    loads("{}", pilot)  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    loads("{}", int)  # type: ignore[type-var] # pyright: ignore[reportArgumentType]
    loads("{}", duplicates="first")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    load_lines("pilots.jsonl", on_error="ignore")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    dumps({"id": "p1"})  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    dump(pilot, 1)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    Person("Ben Weyts")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    pilot.id = "p2"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    versions.SCHEMA_VERSION = "9"  # type: ignore[misc]
    im.validate(pilot)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    im.align(reading)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    im.parse(b"")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    from_dict("{}")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
    Person(name=3)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    Pilot(id="p1", municipalities=[])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    Pilot(id="p1", status="ended")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    Pilot(id="p1", place="Dilbeek")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    Pilot()  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    attrs.evolve(pilot, status="ended")  # type: ignore[arg-type] # pyright does not look
    PartialDate("2018").compare("2019")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    repr(dossier.question.author.name)  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
    repr(pilot.municipalities.name)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    repr(pilot.period.start)  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
    dossier.answers[0] = im.OrdinaryAnswer()  # type: ignore[index] # pyright: ignore[reportIndexIssue]
    dossier.answers = ()  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    person: Person = loads("{}", Pilot)  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
    testing.assert_valid(pilot)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    if PartialDate("2018").compare(PartialDate("2019")):  # pyright: ignore[reportGeneralTypeIssues]
        repr(person)  # type: ignore[unreachable]
