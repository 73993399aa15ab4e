"""JSON Lines: one document on each line, read and written one at a time."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.errors import DocumentError, SchemaVersionError, SchemaVersionWarning
from inburgering_model.serialization._limits import MAX_DEPTH
from tests.strategies import entities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PEOPLE = [im.Person(name="Bénédicte\u2028D’Haene"), im.Person(name="a\nb"), im.Person(name="c")]
TEXT = "".join(f"{im.dumps(person)}\n" for person in PEOPLE)
GOOD = im.dumps(PEOPLE[2])


def problems_of(text: str, **options: Any) -> list[tuple[int | None, str, str]]:
    """Line, code and pointer of every problem of every line."""
    found: list[DocumentError] = []
    list(im.load_lines(io.StringIO(text), im.Person, on_error=found.append, **options))
    return [(p.line, p.code, p.pointer) for error in found for p in error.problems]


def test_a_path_and_open_files_are_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "personen.jsonl"
    im.dump_lines(PEOPLE, path)
    assert path.read_bytes() == TEXT.encode()
    text, binary = io.StringIO(), io.BytesIO()
    im.dump_lines(iter(PEOPLE), text)
    im.dump_lines(iter(PEOPLE), binary)
    assert (text.getvalue(), binary.getvalue()) == (TEXT, TEXT.encode())
    for file in (path, str(path), io.StringIO(TEXT), io.BytesIO(TEXT.encode())):
        assert list(im.load_lines(file, im.Person)) == PEOPLE


def test_packed_files_are_read_through_the_module_that_opens_them(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.gz", "wb") as packed:
        im.dump_lines(PEOPLE, packed)
    with gzip.open(tmp_path / "a.gz", "rb") as packed:
        assert list(im.load_lines(packed, im.Person)) == PEOPLE


def test_a_line_is_a_dossier_unless_another_class_is_asked_for() -> None:
    dossier = im.Dossier(question=im.ParliamentaryQuestion(title="a"))
    file = io.StringIO()
    im.dump_lines([dossier, dossier], file)
    file.seek(0)
    assert list(im.load_lines(file)) == [dossier, dossier]


@given(st.lists(entities(im.Pilot), max_size=4))
def test_what_was_written_is_read_back(pilots: list[im.Pilot]) -> None:
    file = io.BytesIO()
    im.dump_lines(pilots, file)
    file.seek(0)
    assert list(map(im.to_dict, im.load_lines(file, im.Pilot))) == list(map(im.to_dict, pilots))


@pytest.mark.parametrize(
    "text",
    [
        f"\n{GOOD}\n\n \t\r\n{GOOD}",
        f"{GOOD}\r\n{GOOD}\r\n",
        f"\ufeff{GOOD}\n{GOOD}\n",
        f"\ufeff\n{GOOD}\n{GOOD}\n\n\n",
    ],
)
def test_blank_lines_line_ends_and_a_byte_order_mark_are_passed_over(text: str) -> None:
    assert list(im.load_lines(io.StringIO(text), im.Person)) == [PEOPLE[2]] * 2
    assert list(im.load_lines(io.BytesIO(text.encode()), im.Person)) == [PEOPLE[2]] * 2


def test_an_empty_file_holds_nothing() -> None:
    assert list(im.load_lines(io.StringIO(""))) == []
    assert list(im.load_lines(io.StringIO("\n \n"))) == []


# ------------------------------------------------------------------------------ lines that are bad

BAD = f'{GOOD}\n\n{{"name"\n{GOOD}\n{{"schema_version": "1.0", "type": "Person", "nmae": 5}}\n[]\n'


def test_a_bad_line_raises_with_its_number_after_the_good_ones_before_it() -> None:
    lines = im.load_lines(io.StringIO(BAD), im.Person)
    assert next(lines) == PEOPLE[2]
    with pytest.raises(DocumentError) as caught:
        next(lines)
    (problem,) = caught.value.problems
    assert (problem.line, problem.code, problem.pointer) == (3, "syntax", "")
    assert problem.message.startswith("no JSON at line 3, column 8")
    assert str(problem).startswith("line 3, (document): no JSON")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    assert next(lines, None) is None


def test_bad_lines_are_skipped_or_handed_over_when_asked() -> None:
    good = [PEOPLE[2]] * 2
    assert list(im.load_lines(io.StringIO(BAD), im.Person, on_error="skip")) == good
    found: list[DocumentError] = []
    assert list(im.load_lines(io.StringIO(BAD), im.Person, on_error=found.append)) == good
    assert problems_of(BAD) == [
        (3, "syntax", ""),
        (5, "unknown-key", "/nmae"),
        (5, "missing", "/name"),
        (6, "type", ""),
    ]
    assert len(found) == 3


def test_what_the_function_that_is_handed_a_bad_line_raises_is_raised() -> None:
    def give_up(error: DocumentError) -> None:
        message = f"line {error.problems[0].line}"
        raise LookupError(message)

    with pytest.raises(LookupError, match=r"^line 3$"):
        list(im.load_lines(io.StringIO(BAD), im.Person, on_error=give_up))


def test_options_and_limits_are_those_of_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    double = '{"schema_version": "1.0", "type": "Person", "name": "a", "name": "b"}'
    assert problems_of(f"{double}\n") == []
    assert problems_of(f"\n{double}\n", duplicates="refuse") == [(2, "duplicate-key", "/name")]
    deep = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    assert problems_of(f'{{"name": {deep}}}\n')[0][:2] == (1, "depth")
    for module in ("lines", "_decoding"):
        monkeypatch.setattr(f"inburgering_model.serialization.{module}.MAX_SIZE", 20)
    long = "x" * 20
    assert problems_of(f"{long}xx\n{long}\n{long * 5}\n\n{long}x") == [
        (1, "size", ""),
        (2, "syntax", ""),
        (3, "size", ""),
        (5, "size", ""),
    ]


def test_each_line_has_a_version_of_its_own() -> None:
    def line(version: str) -> str:
        return json.dumps({"schema_version": version, "type": "Person", "name": "c", "x": 1}) + "\n"

    text = line("0.1").replace(', "x": 1', "") + GOOD + "\n"
    assert list(im.load_lines(io.StringIO(text), im.Person)) == [PEOPLE[2]] * 2
    with pytest.raises(SchemaVersionError) as caught:
        list(im.load_lines(io.StringIO(text + line("1.1")), im.Person))
    assert caught.value.problems[0].line == 3
    with pytest.warns(SchemaVersionWarning, match="left out: /x;"):
        assert len(list(im.load_lines(io.StringIO(line("1.1")), im.Person, allow_newer=True))) == 1


def test_bytes_that_are_no_utf_8_spoil_their_own_line_only(tmp_path: Path) -> None:
    content = GOOD.encode() + b'\n{"name": "\xff"}\n' + GOOD.encode()
    found: list[DocumentError] = []
    people = list(im.load_lines(io.BytesIO(content), im.Person, on_error=found.append))
    assert people == [PEOPLE[2]] * 2
    assert [(p.line, p.code) for error in found for p in error.problems] == [(2, "encoding")]
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with path.open(encoding="utf-8") as text:
        assert list(im.load_lines(text, im.Person, on_error=found.append)) == people
    assert found[1].problems == found[0].problems


def test_an_open_text_file_is_read_from_the_place_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"één kop\n{GOOD}\n", encoding="utf-8")
    with path.open(encoding="utf-8") as text:
        assert text.readline() == "één kop\n"
        assert list(im.load_lines(text, im.Person)) == [PEOPLE[2]]
    with path.open(encoding="utf-8") as text:
        for _ in text:  # a loop: the file cannot tell its place any more
            assert list(im.load_lines(text, im.Person)) == [PEOPLE[2]]


def test_what_another_text_file_cannot_decode_has_no_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD.encode() + b"\n\xff\n")
    with path.open(encoding="ascii") as text, pytest.raises(DocumentError) as caught:
        list(im.load_lines(text, im.Person, on_error="skip"))
    (problem,) = caught.value.problems
    assert (problem.line, problem.code) == (None, "encoding")
    with path.open(encoding="latin-1") as text:
        assert len(list(im.load_lines(text, im.Person, on_error="skip"))) == 1


def test_only_files_and_classes_of_entities_are_taken() -> None:
    wrong: Any = 5
    with pytest.raises(TypeError, match="expected a path or a file that is open for reading"):
        im.load_lines(wrong)
    with pytest.raises(TypeError, match="expected a class of entities"):
        im.load_lines(io.StringIO(), wrong)
    with pytest.raises(TypeError, match="expected a path or a file that is open for writing"):
        im.dump_lines(PEOPLE, wrong)
    with pytest.raises(TypeError, match="expected an entity, got int"):
        im.dump_lines([wrong], io.StringIO())
    with pytest.raises(ValueError, match="on_error: expected 'raise' or 'skip', got 5"):
        im.load_lines(io.StringIO(), on_error=wrong)
    with pytest.raises(ValueError, match="duplicates: expected 'last' or 'refuse', got 5"):
        im.load_lines(io.StringIO(), duplicates=wrong)


# ------------------------------------------------------------------------------------- whole or not


def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old", encoding="utf-8")

    def breaking() -> Iterator[im.Person]:
        yield from PEOPLE
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        im.dump_lines(breaking(), path)
    with pytest.raises(DocumentError):
        im.dump_lines([PEOPLE[0], im.Evidence(of="\ud800")], path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.jsonl"]


def test_memory_does_not_grow_with_the_number_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    person = im.Person(name="x" * 1000)

    def peak(count: int) -> int:
        tracemalloc.start()
        im.dump_lines(itertools.repeat(person, count), path)
        assert sum(1 for _ in im.load_lines(path, im.Person)) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(2000) < 2 * peak(100) < path.stat().st_size


def test_a_path_is_opened_when_the_first_document_is_asked_for(tmp_path: Path) -> None:
    lines = im.load_lines(tmp_path / "none.jsonl")
    with pytest.raises(FileNotFoundError):
        next(lines)
