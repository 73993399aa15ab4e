"""Documents as files: written whole or not at all."""

from __future__ import annotations

import gzip
import io
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

import inburgering_model as im
from inburgering_model.errors import DocumentError
from inburgering_model.serialization.files import dump, load
from inburgering_model.serialization.text import dumps

PERSON = im.Person(name="Bénédicte D’Haene")


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_written_as_utf_8_with_a_new_line_at_the_end(tmp_path: Path, kind: Any) -> None:
    path = tmp_path / "persoon.json"
    dump(PERSON, kind(path))
    assert path.read_bytes() == f"{dumps(PERSON)}\n".encode()
    assert load(kind(path), im.Person) == PERSON
    assert [path.name for path in tmp_path.iterdir()] == ["persoon.json"]


def test_a_file_is_a_dossier_unless_another_class_is_asked_for(tmp_path: Path) -> None:
    dossier = im.Dossier(question=im.ParliamentaryQuestion(title="a"))
    dump(dossier, tmp_path / "a.json", indent=2)
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == f"{dumps(dossier, indent=2)}\n"
    assert load(tmp_path / "a.json") == dossier


def test_open_text_and_binary_files_are_written_and_read() -> None:
    text, binary = io.StringIO(), io.BytesIO()
    dump(PERSON, text)
    dump(PERSON, binary)
    assert binary.getvalue() == text.getvalue().encode()
    text.seek(0)
    binary.seek(0)
    assert load(text, im.Person) == load(binary, im.Person) == PERSON


def test_files_that_only_behave_like_files_are_written_too(tmp_path: Path) -> None:
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8", dir=tmp_path) as temporary:
        dump(PERSON, temporary)
        temporary.seek(0)
        assert load(temporary, im.Person) == PERSON
    with gzip.open(tmp_path / "a.gz", "wb") as packed:
        dump(PERSON, packed)
    with gzip.open(tmp_path / "a.gz", "rb") as packed:
        assert load(packed, im.Person) == PERSON


def test_an_entity_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(DocumentError):
        dump(im.Evidence(of="\ud800"), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk is full"):
        dump(PERSON, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.skipif(os.name != "posix", reason="the rights and links of POSIX")
def test_an_old_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    dump(PERSON, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert load(path, im.Person) == PERSON


@pytest.mark.skipif(os.name != "posix", reason="the links of POSIX")
def test_links_in_a_circle_are_an_os_error_and_stay(tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(OSError, match="symbolic links") as caught:
        dump(PERSON, one)
    assert caught.value.filename == str(one)
    with pytest.raises(OSError, match="symbolic links"):
        im.dump_lines([PERSON], one)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.json", "other.json"]
    assert one.is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="the rights of POSIX")
def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("", encoding="utf-8")
    dump(PERSON, tmp_path / "a.json")
    assert (tmp_path / "a.json").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="needs a device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    dump(PERSON, os.devnull)
    assert Path(os.devnull).is_char_device()


def test_a_path_that_cannot_be_written_or_read_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        dump(PERSON, tmp_path / "no" / "a.json")
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "a.json")
    with pytest.raises(OSError, match="irectory"):
        dump(PERSON, tmp_path)


def test_what_is_wrong_with_a_file_is_a_document_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xff")
    with pytest.raises(DocumentError, match="UTF-8"):
        load(path)
    with path.open(encoding="utf-8") as text, pytest.raises(DocumentError, match="encoding"):
        load(text)
    path.write_text('{"a": 1, "a": 2}', encoding="utf-8")
    with pytest.raises(DocumentError, match="duplicate-key"):
        load(path, duplicates="refuse")
    monkeypatch.setattr("inburgering_model.serialization.files.MAX_SIZE", 4)
    monkeypatch.setattr("inburgering_model.serialization._decoding.MAX_SIZE", 4)
    with pytest.raises(DocumentError, match="size"):
        load(path)


def test_an_error_names_the_path_that_was_given(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "no" / "a.json", tmp_path / "file" / "a.json"):
        with pytest.raises(OSError, match=r"^\[Errno \d+\]") as caught:
            dump(PERSON, path)
        assert (caught.value.filename, caught.value.filename2) == (str(path), None)


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="needs names for open files")
def test_a_link_to_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    link = tmp_path / "pipe"
    link.symlink_to(f"/dev/fd/{writing}")
    dump(PERSON, link)
    os.close(writing)
    with os.fdopen(reading, "rb") as opened:
        assert opened.read().decode() == f"{dumps(PERSON)}\n"
    assert link.is_symlink()


def test_an_empty_path_is_no_folder() -> None:
    with pytest.raises(FileNotFoundError, match="expected the path of a file, got an empty one"):
        load("")
    with pytest.raises(FileNotFoundError, match="expected the path of a file, got an empty one"):
        dump(PERSON, "")


def test_what_is_no_path_and_no_file_is_a_type_error() -> None:
    nothing: Any = None
    with pytest.raises(TypeError, match="expected a path or a file that is open for reading, got"):
        load(nothing)
    with pytest.raises(TypeError, match="expected a path or a file that is open for writing, got"):
        dump(PERSON, nothing)
