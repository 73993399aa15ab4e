"""Paths, bytes and open files; encodings, and what is no text at all."""

import io
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inburgering_model as im

TEXT = "Cafés - Onderhoud\r\n\r\n1. Hoeveel cafés zijn er?\r\n"


def codes(reading: im.Reading) -> list[str]:
    return [issue.code for issue in reading.issues]


def test_a_path_bytes_and_open_files_give_the_same_dossier(tmp_path: Path) -> None:
    path = tmp_path / "vraag.txt"
    path.write_bytes(TEXT.encode())
    with path.open("rb") as binary, path.open(encoding="utf-8", newline="") as text:
        readings = [
            im.read(path),
            im.read(str(path)),
            im.read(TEXT.encode()),
            im.read(binary),
            im.read(text),
            im.read(io.BytesIO(TEXT.encode())),
            im.read(io.StringIO(TEXT, newline="")),
        ]
    assert {reading.dossier for reading in readings} == {im.parse(TEXT).dossier}
    names = [reading.dossier.sources[0].name for reading in readings]
    assert names == ["vraag.txt", "vraag.txt", None, "vraag.txt", "vraag.txt", None, None]


def test_line_ends_and_byte_order_mark_stay_in_the_raw_text() -> None:
    reading = im.read(b"\xef\xbb\xbf" + TEXT.encode())
    assert reading.dossier.sources[0].text == "\ufeff" + TEXT
    assert reading.dossier.question.title == "Cafés - Onderhoud"
    assert reading.dossier.quote(reading.dossier.question.evidence[0].spans[0]) == (
        "Cafés - Onderhoud"
    )


def test_the_hash_is_that_of_the_file() -> None:
    first, second = im.read(TEXT.encode()), im.read(TEXT.encode("utf-16"))
    (one,), (other,) = first.dossier.sources, second.dossier.sources
    assert one.file_sha256 != other.file_sha256
    assert second.dossier == first.dossier


def test_what_is_not_utf_8_is_read_as_windows_1252_with_an_issue() -> None:
    reading = im.read(TEXT.encode("cp1252"))
    assert reading.dossier.question.title == "Cafés - Onderhoud"
    assert codes(reading) == ["text.encoding"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \r\n\x0c", "empty"),
        (b"\x00\x01\x02" * 99, "binary"),
        (b"\xff\xfe1\x00.", "cut off"),
        (b"Zomaar wat tekst.", "neither a question nor an answer"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content: bytes, said: str) -> None:
    with pytest.raises(im.ParseError, match=said):
        im.read(content)


def test_noise_without_zero_bytes_is_refused_as_binary() -> None:
    noise = bytes(byte for byte in random.Random(1).randbytes(5000) if byte)  # noqa: S311 - chance, no secret
    with pytest.raises(im.ParseError, match="binary"):
        im.read(noise)


QUESTION = "Bushaltes\n\n1. Hoeveel haltes zijn er in de gemeente, en waar liggen ze?\n\n2. Wie?\n"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("", []),
        ("\f\v\t\r\n\x85\u2028", []),
        ("\x07", []),  # one in a hundred may be a bullet
        ("\x07\x02\x03", ["text.control-codes"]),
        ("\ufffd\ufffd\x80", ["text.control-codes"]),
    ],
)
def test_control_codes_in_a_text_are_said_when_there_are_more_than_a_few(
    marks: str, expected: list[str]
) -> None:
    text = QUESTION + "Er zijn er twaalf in de stad.\n" + marks
    assert codes(im.read(text.encode())) == expected


def test_what_is_no_file_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="expected a path, bytes or an open file, got int"):
        im.read(75)  # type: ignore[arg-type]


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        im.read(tmp_path / "niets.txt")


@given(st.binary(max_size=200) | st.text().map(lambda text: text.encode("utf-16")))
def test_any_bytes_give_a_reading_or_a_documented_error(content: bytes) -> None:
    try:
        reading = im.read(content)
    except im.ParseError:
        return
    assert im.loads(im.dumps(reading), im.Reading) == reading


def test_an_empty_path_is_no_folder() -> None:
    with pytest.raises(FileNotFoundError, match="expected the path of a file, got an empty one"):
        im.read("")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (None, "expected a path, bytes or an open file, got None$"),
        (bytearray(b"1."), "expected a path, bytes or an open file, got bytearray: pass bytes"),
    ],
)
def test_what_is_given_instead_of_a_file_is_named(file: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        im.read(file)


def test_a_file_that_gives_neither_text_nor_bytes_is_a_type_error() -> None:
    class Odd:
        def read(self, _: int) -> None:
            """Nothing."""

    odd: Any = Odd()
    with pytest.raises(TypeError, match="expected str or bytes from the file's read"):
        im.read(odd)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "got None$"),
        (b"1. Waar?", r"got bytes: read\(\) takes paths, bytes and files$"),
        (Path("vraag.txt"), r"Path: read\(\) takes paths, bytes and files$"),
    ],
)
def test_only_text_is_parsed(text: Any, said: str) -> None:
    with pytest.raises(TypeError, match=f"^expected the text as a str, .*{said}"):
        im.parse(text)
