"""Reading from a path, from bytes, or from an open file."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import re
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from attrs import evolve

from inburgering_model.errors import ParseError, Severity, must_be, wrong_type
from inburgering_model.model.reading import Issue
from inburgering_model.parsing.parse import parse_source

if TYPE_CHECKING:
    from inburgering_model.model.reading import Reading

__all__ = ["LARGEST_FILE", "read"]

LARGEST_FILE = 64 * 1024 * 1024
"""The largest file that is read, in bytes: published questions are a thousand times smaller."""

_NULL_SHARE = 0.01
# Control codes, less white space and the breaks of lines and pages; and what was not decoded.
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_ODD_SHARE, _BINARY_SHARE = 0.01, 0.05
"""Of evenly spread bytes, a tenth are control codes; of what extraction leaves, hardly any."""


def read(file: str | os.PathLike[str] | bytes | IO[bytes] | IO[str]) -> Reading:
    r"""Read a published question and answer from a path, from bytes, or from an open file.

    A PDF file is known by what it begins with, and needs the extra ``pdf``; the raw text is then
    the text that was taken from it, with a form feed between pages. Other bytes are text: with a
    byte order mark as it says, else strict UTF-8, else Windows-1252, with an issue that says so.
    The byte order mark stays in the raw text.

    Raises TypeError when it is given anything else, OSError when a path cannot be read or is empty,
    MissingExtraError when the extra is not installed,
    ParseError when the content is empty, is no such text (a binary file, known by its share of
    control codes; neither question nor answer), is a PDF file that gives no text, or is larger
    than ``LARGEST_FILE``.

    >>> reading = read(b"Bushaltes\n\n1. Hoeveel haltes zijn er?")
    >>> reading.dossier.question.title
    'Bushaltes'
    """
    name: str | None = None
    content: bytes | str
    if isinstance(file, bytes):
        content = file
    elif isinstance(file, str | os.PathLike):
        if not os.fspath(file):  # to pathlib, an empty path is the folder we are in
            raise FileNotFoundError(
                errno.ENOENT, "expected the path of a file, got an empty one", ""
            )
        path = Path(file)
        name = path.name
        with path.open("rb") as opened:
            content = _limited(opened)
    else:
        printed = getattr(file, "name", None)
        name = os.path.basename(printed) if isinstance(printed, str) else None  # noqa: PTH119 - no path
        content = _limited(file)
    if not content:
        raise ParseError("the file is empty: was it downloaded or saved completely?")
    if isinstance(content, str):
        if content.startswith("%PDF-"):
            raise ParseError(_OPENED_AS_TEXT)
        return parse_source(content, name=name)
    return _read_bytes(content, name)


_OPENED_AS_TEXT = "opened as text, but it is a PDF file or in another encoding: open it with 'rb'"


_HINTS: dict[str, str] = dict.fromkeys(("bytearray", "memoryview"), "pass bytes(...) of it")


def _limited(file: IO[Any]) -> Any:  # noqa: ANN401 - text or bytes, as the file is opened
    if not hasattr(file, "read"):
        raise wrong_type("a path, bytes or an open file", file, _HINTS)
    try:
        content = file.read(LARGEST_FILE + 1)
    except UnicodeDecodeError as error:
        raise ParseError(_OPENED_AS_TEXT) from error
    must_be((str, bytes), content, "str or bytes from the file's read()")
    if len(content) > LARGEST_FILE:
        raise ParseError(f"larger than {LARGEST_FILE} bytes: this is no published question")
    return content


_PDF_HEADER = b"%PDF-"
_PDF_HEADER_WITHIN = 1024


def _read_bytes(content: bytes, name: str | None) -> Reading:
    digest = hashlib.sha256(content).hexdigest()
    if _PDF_HEADER in content[:_PDF_HEADER_WITHIN]:
        return _read_pdf(content, name, digest)
    if name is not None and name.lower().endswith(".pdf"):
        raise ParseError(
            "called a PDF file, but its content is something else, perhaps a web page that says "
            "why there is no file: open it to see, and get it again"
        )
    text, guessed = _decoded(content)
    odd = len(_CONTROL.findall(text)) / max(len(text), 1)
    if odd > _BINARY_SHARE or text.count("\0") > len(text) * _NULL_SHARE:
        raise ParseError("a binary file: expected the text of a published question")
    reading = parse_source(text, name=name, file_sha256=digest)
    if odd > _ODD_SHARE:
        issue = Issue(
            code="text.control-codes",
            message=f"{odd:.0%} of the characters are control codes, or were lost when the text "
            "was decoded: is it the text of a question?",
            severity=Severity.WARNING,
        )
        reading = evolve(reading, issues=(issue, *reading.issues))
    if guessed:
        issue = Issue(
            code="text.encoding",
            message="not UTF-8: read as Windows-1252; accents may be wrong",
            severity=Severity.WARNING,
        )
        reading = evolve(reading, issues=(issue, *reading.issues))
    return reading


def _read_pdf(content: bytes, name: str | None, digest: str) -> Reading:
    from inburgering_model.parsing.pdf.extraction import extract  # noqa: PLC0415 - for PDF files only

    pdf = extract(content)
    reading = parse_source(
        pdf.text,
        name=name,
        media_type="application/pdf",
        extractor=pdf.extractor,
        extractor_version=pdf.extractor_version,
        file_sha256=digest,
        margins=pdf.margins,
    )
    if pdf.empty_pages:
        numbers = ", ".join(map(str, pdf.empty_pages))
        issue = Issue(
            code="pdf.page-without-text",
            message=f"no text on page(s) {numbers}: blank, or a scan that was not recognised",
            severity=Severity.WARNING,
        )
        reading = evolve(reading, issues=(issue, *reading.issues))
    return reading


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding was guessed."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding), False
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-16"):
            raise ParseError(
                f"cut off or damaged: {encoding.upper()}, but not to the end"
            ) from error
        # The five bytes that Windows-1252 leaves open are read as the control codes they are.
        return content.decode("cp1252", "surrogateescape").translate(_OPEN_BYTES), True


_OPEN_BYTES = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
