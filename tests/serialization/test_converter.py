"""Our entities in somebody else's converter and classes, and somebody else's fields in ours."""

import copy
import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from enum import Enum, Flag, IntEnum
from pathlib import Path
from threading import Barrier
from typing import Annotated, Any, Literal, NewType
from uuid import UUID

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter as make_json_converter
from cattrs.preconf.msgpack import make_converter as make_msgpack_converter
from cattrs.preconf.pyyaml import make_converter as make_yaml_converter
from cattrs.strategies import configure_tagged_union

import inburgering_model as im
from inburgering_model.errors import DocumentError
from inburgering_model.model._entity import Entity
from inburgering_model.serialization._hook import ReadingHook
from inburgering_model.serialization.converter import configure_converter, make_converter
from inburgering_model.serialization.document import from_dict, to_dict
from inburgering_model.serialization.text import dumps, loads


@attrs.frozen
class Visit:
    pilot: im.Pilot
    hosts: list[im.Party]
    period: im.Period | None = None
    answers: dict[str, im.Answer] = attrs.field(factory=dict)


@attrs.frozen
class Unions:
    plain: im.OrdinaryAnswer | im.ReferringAnswer
    either: im.OrdinaryAnswer | im.ReferringAnswer | None
    any_answer: im.Answer | None
    end: im.PartialDate | im.Boundary
    start: im.PartialDate | im.Boundary | None
    none: im.OrdinaryAnswer | im.ReferringAnswer | None = None


UNIONS = Unions(
    plain=im.ReferringAnswer(),
    either=im.OrdinaryAnswer(),
    any_answer=im.CoordinatedAnswer(),
    end=im.OPEN,
    start=im.PartialDate("2018"),
)
VISIT = Visit(
    pilot=im.Pilot(id="p1"),
    hosts=[im.Party(name="AgII", kind=im.PartyKind.AGENCY)],
    period=im.Period.from_edtf("2018/.."),
    answers={"a": im.ReferringAnswer()},
)


@pytest.mark.parametrize(
    "make",
    [cattrs.Converter, make_json_converter, make_msgpack_converter, make_yaml_converter],
)
@pytest.mark.parametrize("detailed", [True, False])
def test_a_converter_of_ones_own_holds_our_entities(make: Any, detailed: bool) -> None:  # noqa: FBT001 - makes a converter
    converter = make(detailed_validation=detailed)
    configure_converter(converter)
    written = converter.unstructure(VISIT)
    assert written["period"] == "2018/.."
    assert written["answers"]["a"]["kind"] == "referring"
    assert converter.structure(written, Visit) == VISIT
    assert converter.structure(converter.unstructure(UNIONS), Unions) == UNIONS


def test_our_entities_stay_strict_in_a_converter_that_is_not() -> None:
    converter = cattrs.Converter(detailed_validation=False)
    configure_converter(converter)
    assert converter.structure("75", int) == 75
    with pytest.raises(DocumentError) as caught:
        converter.structure({"pilot": {"id": "p1", "name": 75, "x": 1}, "hosts": []}, Visit)
    assert [(p.code, p.pointer) for p in caught.value.problems] == [
        ("unknown-key", "/x"),
        ("type", "/name"),
    ]


def test_a_hook_of_ones_own_takes_precedence_for_nested_entities() -> None:
    converter = make_converter()
    converter.register_structure_hook(im.Person, lambda value, _: im.Person(name=value.upper()))
    converter.register_unstructure_hook(im.Person, lambda person: person.name.lower())
    minister = converter.structure({"person": "ben"}, im.Minister)
    assert minister.person.name == "BEN"
    assert converter.unstructure(minister)["person"] == "ben"


def test_a_union_of_ours_is_read_strictly_too() -> None:
    converter = cattrs.Converter(detailed_validation=False)
    configure_converter(converter)
    written = converter.unstructure(UNIONS)
    with pytest.raises(DocumentError, match="expected 'ordinary' or 'referring'"):
        converter.structure(written | {"plain": {"kind": "coordinated"}}, Unions)


def test_a_copy_of_a_converter_knows_our_entities_too() -> None:
    copied = make_converter().copy()
    assert copied.structure(copied.unstructure(VISIT.pilot), im.Pilot) == VISIT.pilot


def test_threads_may_share_a_converter_that_was_never_used() -> None:
    dossier = im.example().dossier
    written = make_converter().unstructure(dossier)
    converter, threads = make_converter(), 8
    together = Barrier(threads)

    def read_and_write(_: int) -> tuple[object, object]:
        together.wait()
        read = converter.structure(written, im.Dossier)
        return read, converter.unstructure(read)

    with ThreadPoolExecutor(threads) as pool:
        done = list(pool.map(read_and_write, range(threads)))
    assert all(read == dossier and again == written for read, again in done)
    hook = converter.get_structure_hook(im.Dossier)
    assert isinstance(hook, ReadingHook)
    assert hook.quick(written) == dossier


def pickled(entity: Any) -> Any:
    return pickle.loads(pickle.dumps(entity))  # noqa: S301 - our own


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_what_was_read_is_copied_and_pickled_like_what_was_made(copied: Any) -> None:
    dossier = im.example().dossier
    read = loads(dumps(dossier))
    again = copied(read)
    assert type(again) is im.Dossier
    assert hash(again) == hash(read) == hash(dossier)
    assert dumps(again) == dumps(dossier)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        read.question = read.question  # type: ignore[misc]


def test_an_enumeration_is_read_from_its_value_and_not_from_a_member() -> None:
    document = to_dict(im.Passage(text="Ja."))
    with pytest.raises(DocumentError):
        from_dict(document | {"kind": im.PassageKind.PROSE}, im.Passage)


# ------------------------------------------------------------------------ classes with added fields


class Colour(Enum):
    RED = 1
    BLUE = 2


class Level(IntEnum):
    LOW = 1


@attrs.frozen(kw_only=True)
class Detailed(im.Pilot):
    """A pilot with all sorts of fields of its own."""

    weight: float = 0.5
    count: int = 0
    colour: Colour = Colour.RED
    level: Level = Level.LOW
    boundary: im.PartialDate | im.Boundary = im.UNKNOWN
    days: tuple[date | None, ...] = ()
    answer: im.Answer | None = None
    follows: "Detailed | None" = None


DETAILED = Detailed(
    id="p1",
    weight=1.0,
    colour=Colour.BLUE,
    boundary=im.OPEN,
    days=(date(2018, 1, 1), None),
    answer=im.OrdinaryAnswer(),
    follows=Detailed(id="p2", boundary=im.PartialDate("2018")),
)


def test_a_class_with_fields_of_its_own_is_written_and_read() -> None:
    written = to_dict(DETAILED)
    assert written["type"] == "Detailed"
    assert written["colour"] == 2
    assert written["boundary"] == ".."
    assert written["days"] == ["2018-01-01", None]
    assert loads(dumps(DETAILED), Detailed) == DETAILED


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("weight", "1", "type"),
        ("weight", True, "type"),
        ("weight", 2**53 + 1, "value"),
        ("weight", 10**400, "value"),
        ("weight", float("nan"), "value"),
        ("count", 2**63, "value"),
        ("count", -(2**63) - 1, "value"),
        ("colour", "RED", "type"),
        ("colour", 3, "value"),
        ("colour", True, "type"),
        ("colour", 1.0, "type"),
        ("level", True, "type"),
        ("boundary", "...", "value"),
        ("boundary", None, "type"),
        ("days", ["2018-01-01", 5], "type"),
        ("follows", {"id": "p3", "count": "1"}, "type"),
    ],
)
def test_added_fields_are_as_strict_as_ours(key: str, value: object, code: str) -> None:
    document = to_dict(DETAILED) | {key: value}
    with pytest.raises(DocumentError) as caught:
        from_dict(document, Detailed)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.pointer.startswith(f"/{key}")


def test_a_whole_number_is_a_number_too() -> None:
    read = from_dict(to_dict(DETAILED) | {"weight": 3}, Detailed)
    assert (type(read.weight), read.weight) == (float, 3.0)
    assert loads(json.dumps(to_dict(DETAILED) | {"weight": 3}), Detailed) == read


def test_a_rule_between_fields_is_told_beside_an_unknown_key() -> None:
    header = {"schema_version": im.SCHEMA_VERSION, "type": "AnswerTerm"}
    document = {**header, "start": "2020-01-28", "due": "2020-01-02", "x": 1}
    with pytest.raises(DocumentError) as caught:
        from_dict(document, im.AnswerTerm)
    assert [(p.code, p.pointer) for p in caught.value.problems] == [
        ("unknown-key", "/x"),
        ("inconsistent", "/due"),
    ]


def test_a_class_that_holds_its_own_kind_is_limited_in_depth() -> None:
    document = to_dict(Detailed(id="p1"))
    inner: dict[str, Any] = document
    for _ in range(5_000):
        inner["follows"] = {"id": "p1"}
        inner = inner["follows"]
    with pytest.raises(DocumentError) as caught:
        from_dict(document, Detailed)
    assert [problem.code for problem in caught.value.problems] == ["depth"]


def test_a_derived_class_is_not_written_where_ours_would_be_read() -> None:
    dossier = im.Dossier(question=im.ParliamentaryQuestion(), pilots=(Detailed(id="p1"),))
    with pytest.raises(DocumentError, match="expected Pilot, got Detailed") as caught:
        dumps(dossier)
    assert [problem.pointer for problem in caught.value.problems] == ["/pilots/0"]

    @attrs.frozen(kw_only=True)
    class DetailedDossier(im.Dossier):
        pilots: tuple[Detailed, ...] = ()

    own = DetailedDossier(question=im.ParliamentaryQuestion(), pilots=(Detailed(id="p1"),))
    assert loads(dumps(own), DetailedDossier) == own


@attrs.frozen(kw_only=True)
class NotedSpan(im.Span):
    note: str


@attrs.frozen(kw_only=True)
class SameSpan(im.Span):
    """Nothing new."""


@attrs.frozen(kw_only=True)
class NotedPeriod(im.Period):
    note: str


def test_a_short_form_is_kept_until_fields_are_added() -> None:
    same = SameSpan(source="s0123abcd", start=1, end=2)
    assert to_dict(same)["value"] == ["s0123abcd", 1, 2]
    assert loads(dumps(same), SameSpan) == same
    noted = NotedSpan(source="s0123abcd", start=1, end=2, note="a")
    assert to_dict(noted)["start"] == 1
    assert loads(dumps(noted), NotedSpan) == noted
    period = NotedPeriod(start=im.PartialDate("2018"), end=im.OPEN, note="b")
    assert (to_dict(period)["start"], to_dict(period)["end"]) == ("2018", "..")
    assert loads(dumps(period), NotedPeriod) == period


@attrs.frozen(kw_only=True)
class Foreign:
    number: float


@attrs.frozen(kw_only=True)
class WithStrangers(im.Person):
    foreign: Foreign | None = None


def test_a_class_that_is_not_ours_is_left_to_the_converter() -> None:
    entity = WithStrangers(name="a", foreign=Foreign(number=1.5))
    written = to_dict(entity)
    assert written["foreign"] == {"number": 1.5}
    assert from_dict(written, WithStrangers) == entity


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({"foreign": {}}, "/foreign"),
        ({"foreign": {"number": "x"}}, "/foreign"),
        ({"foreign": {"number": float("nan")}}, "/foreign/number"),
        ({"foreign": {"number": 2**70}}, "/foreign/number"),
        ({"foreign": {"number": 1.5, "x": ["\ud800"]}}, "/foreign/x/0"),
    ],
)
def test_what_a_stranger_refuses_is_a_problem_like_any_other(
    values: dict[str, object], pointer: str
) -> None:
    document = to_dict(WithStrangers(name="a")) | values
    with pytest.raises(DocumentError) as caught:
        from_dict(document, WithStrangers)
    (problem,) = caught.value.problems
    assert (problem.code, problem.pointer) == ("value", pointer)


@attrs.frozen(kw_only=True)
class Validated(im.Person):
    age: int = attrs.field(default=0, validator=attrs.validators.lt(150))


def test_a_validator_of_a_derived_class_is_told_as_a_problem() -> None:
    document = to_dict(Validated(name="a")) | {"age": 200}
    with pytest.raises(DocumentError) as caught:
        from_dict(document, Validated)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("value", "'age' must be < 150: 200")


@attrs.frozen(kw_only=True)
class Measured(im.Person):
    """A person with two numbers that have bounds."""

    n: int = attrs.field(default=0, validator=attrs.validators.lt(5))
    m: int = attrs.field(default=0, validator=attrs.validators.lt(5))


def test_each_validator_is_told_with_its_place() -> None:
    with pytest.raises(DocumentError) as caught:
        from_dict(to_dict(Measured(name="a")) | {"n": 7, "m": 8}, Measured)
    assert [problem.pointer for problem in caught.value.problems] == ["/n", "/m"]


@attrs.frozen(kw_only=True)
class Renamed(im.Person):
    """A person with fields that are given by another name."""

    extra: int = attrs.field(default=1, alias="more")
    _private: int = 2


def test_a_field_with_an_alias_is_known_by_its_own_name_in_documents() -> None:
    entity = Renamed(name="a", more=5, private=7)
    written = to_dict(entity)
    assert (written["extra"], written["_private"]) == (5, 7)
    assert loads(dumps(entity), Renamed) == entity
    assert {"extra", "_private"} < set(im.json_schema(Renamed)["properties"])
    del written["extra"]
    assert from_dict(written, Renamed) == Renamed(name="a", private=7)


def with_field(annotation: Any, **options: Any) -> Any:
    """A class derived from ours with one field more."""
    field = attrs.field(type=annotation, **options)
    return attrs.make_class("Own", {"f": field}, bases=(im.Person,), frozen=True, kw_only=True)


def test_a_field_that_cannot_be_given_is_refused_when_the_class_is_used() -> None:
    with pytest.raises(TypeError, match=r"Own\.f is a field with init=False"):
        with_field(int, init=False, default=2)(name="a")


@pytest.mark.parametrize(
    "annotation",
    [
        *(Any, object, list, bytes, dict[str, int], list[int], list[int] | None),
        *(Literal["a"], tuple[int, ...] | str),
    ],
)
def test_a_field_that_an_entity_cannot_have_is_refused_by_name(annotation: object) -> None:
    with pytest.raises(TypeError, match=r"Own\.f cannot be .*: the fields of an entity are"):
        with_field(annotation)(name="a", f=None)


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (Path, Path("a/b")),
        (Annotated[int, "a remark"], 3),
        (NewType("Number", int), 3),
    ],
)
def test_other_fields_are_written_and_read(annotation: object, value: object) -> None:
    own = with_field(annotation)
    assert loads(dumps(own(name="a", f=value)), own).f == value


@attrs.frozen(kw_only=True)
class WithTime(im.Person):
    at: datetime | None = None


@attrs.frozen(kw_only=True)
class WithEither(im.Person):
    number: int | str = 0


@pytest.mark.parametrize(
    ("cls", "values", "said"),
    [
        (WithTime, {"at": "2018-01-01T00:00"}, "no hook for datetime"),
        (WithEither, {"number": 1}, "WithEither.number has no JSON form"),
    ],
)
def test_a_field_that_json_has_no_form_for_is_an_error_of_the_programmer(
    cls: Any,
    values: dict[str, object],
    said: str,
) -> None:
    document = {"schema_version": "1.0", "type": cls.__name__, "name": "a", **values}
    with pytest.raises(TypeError, match=said):
        from_dict(document, cls)


@attrs.frozen
class Moment:
    at: object


@pytest.mark.parametrize("value", [datetime(2018, 1, 1), UUID(int=1), b"a"])  # noqa: DTZ001 - any will do
def test_what_json_does_not_have_is_refused_by_name_when_it_is_written(value: object) -> None:
    own = with_field(Moment)
    with pytest.raises(TypeError, match=rf"Own\.f has no JSON form: .*{type(value).__name__}"):
        dumps(own(name="a", f=Moment(value)))
    if not isinstance(value, bytes):
        own = with_field(type(value))
        with pytest.raises(TypeError, match=r"Own\.f has no JSON form"):
            dumps(own_addressee(own(name="a", f=value)))


def own_addressee(of: im.Person) -> im.Addressee:
    """An addressee of a class that may hold such a person."""
    kind: Any = type(of)

    @attrs.frozen(kw_only=True)
    class Own(im.Addressee):
        person: kind

    return Own(person=of)


def test_a_converter_of_ones_own_may_have_a_form_for_them() -> None:
    converter = make_json_converter()
    configure_converter(converter)
    own = with_field(datetime)
    entity = own(name="a", f=datetime(2018, 1, 1))  # noqa: DTZ001 - any will do
    assert converter.loads(converter.dumps(entity), own) == entity


@attrs.frozen
class Visited:
    by: im.Person
    number: int = 0


@attrs.frozen(kw_only=True)
class VisitedPilot(im.Pilot):
    visits: tuple[Visited, ...] = ()


def test_what_is_wrong_with_ours_in_a_class_that_is_not_is_told_with_its_place() -> None:
    document = to_dict(VisitedPilot(id="p1")) | {"visits": [{"by": {"name": "a", "nmae": "b"}}]}
    with pytest.raises(DocumentError) as caught:
        from_dict(document, VisitedPilot)
    (problem,) = caught.value.problems
    assert (problem.code, problem.pointer) == ("unknown-key", "/visits/0/by/nmae")
    document["visits"] = [{"by": {}, "number": "many"}]
    with pytest.raises(DocumentError) as caught:
        from_dict(document, VisitedPilot)
    pointers = {problem.pointer for problem in caught.value.problems}
    assert pointers == {"/visits/0/by/name", "/visits/0/number"}


class Rights(Flag):
    READ = 1
    WRITE = 2


class Pairs(Enum):
    A = (1, 2)


class Large(Enum):
    A = 2**70


class Answered(Enum):
    YES = True
    NO = False


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (im.Pilot | im.Programme | None, None),
        (int | str, 1),
        (Rights, Rights.READ),
        (Pairs, Pairs.A),
        (Large, Large.A),
        (Entity | None, None),
        (tuple[im.Answer | im.OrdinaryAnswer, ...], ()),
    ],
)
@pytest.mark.parametrize("use", [to_dict, dumps, lambda entity: im.json_schema(type(entity))])
def test_what_could_not_be_read_again_is_not_written_either(
    annotation: Any, value: object, use: Any
) -> None:
    with pytest.raises(TypeError, match=r"Own\.f has no JSON form"):
        use(with_field(annotation)(name="a", f=value))


def test_an_enumeration_may_have_values_that_are_no_text() -> None:
    own = with_field(Answered)
    assert loads(dumps(own(name="a", f=Answered.NO)), own) == own(name="a", f=Answered.NO)


def test_a_mapping_that_holds_itself_twice_is_refused_at_once() -> None:
    document: dict[str, object] = {"schema_version": "1.0", "type": "Person", "name": "a"}
    document["b"] = document["c"] = document
    with pytest.raises(DocumentError, match="at most 100"):
        from_dict(document, im.Person)


def test_a_remark_that_cannot_be_hashed_is_a_remark() -> None:
    own = with_field(Annotated[str, {"unit": "km"}], default="a")
    assert loads(dumps(own(name="b")), own) == own(name="b")


def test_an_entity_that_is_too_deep_is_neither_written_nor_read() -> None:
    deep = Detailed(id="p1")
    for _ in range(120):
        deep = Detailed(id="p1", follows=deep)
    with pytest.raises(DocumentError) as caught:
        dumps(deep)
    assert [problem.code for problem in caught.value.problems] == ["depth"]
    document: Any = to_dict(Detailed(id="p1"))
    body = {key: value for key, value in document.items() if key not in ("schema_version", "type")}
    for _ in range(120):
        document = document | {"follows": body}
        body = body | {"follows": body}
    with pytest.raises(DocumentError, match="at most 100"):
        from_dict(document, Detailed)


def test_tagged_unions_of_cattrs_work_where_keys_are_refused() -> None:
    converter = cattrs.Converter(forbid_extra_keys=True)
    configure_converter(converter)
    configure_tagged_union(im.Pilot | im.Programme, converter)
    told: list[Any] = [im.Programme(id="g1"), im.Pilot(id="p1")]
    kind = list[im.Pilot | im.Programme]
    assert converter.structure(converter.unstructure(told, kind), kind) == told


def test_the_name_of_a_class_does_not_matter_to_what_is_written() -> None:
    own = attrs.make_class("Pilot_v2", {}, bases=(im.Pilot,), frozen=True, kw_only=True, slots=True)
    fields = {"own": attrs.field(type=tuple[own, ...], default=())}  # type: ignore[valid-type] # made above
    holder: Any = attrs.make_class("Own", fields, bases=(im.Person,), frozen=True, kw_only=True)
    hook: Any = make_converter().get_unstructure_hook(holder)
    assert hook.quick(holder(name="a", own=(own(id="p1"),)))["own"][0]["id"] == "p1"
