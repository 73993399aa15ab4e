"""What type checkers make of reading and writing: checked by ``test_typing``, never run.

Each line with an ignore comment is a misuse, which must be an error: the checkers are told to
complain about a comment that is not needed, and pyright to look at its own comments only.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import cattrs

import inburgering_model as im
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


def check(pilot: Pilot) -> None:
    """Uses that are right, and misuses."""
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

    bool(PartialDate("2018") < PartialDate("2019"))  # type: ignore[operator] # pyright: ignore[reportOperatorIssue]
    bool(Person(name="A") < Person(name="B"))  # type: ignore[operator] # pyright: ignore[reportOperatorIssue]
    repr(im.nope)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    loads(3)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]
    loads("{}", pilot)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]
    loads("{}", int)  # type: ignore[type-var] # pyright: ignore[reportCallIssue, reportArgumentType]
    loads("{}", duplicates="first")  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]
    load_lines("pilots.jsonl", on_error="ignore")  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]
    dumps({"id": "p1"})  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]
    dump(pilot, 1)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    Person("Ben Weyts")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    pilot.id = "p2"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    versions.SCHEMA_VERSION = "9"  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
