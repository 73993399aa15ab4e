"""The text of a PDF file, read with PDFium through the optional package pypdfium2.

PDFium gives the characters and their places; :mod:`~inburgering_model.parsing.pdf.page_lines`
makes the lines. It is loaded when the first PDF file is read, and used by one thread at a time,
since it is not made for more: threads wait for one another here, processes do not.
"""

from __future__ import annotations

import re
from contextlib import closing
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any

from attrs import frozen

from inburgering_model.errors import MissingExtraError, ParseError
from inburgering_model.parsing.pdf.characters import read_page
from inburgering_model.parsing.pdf.page_lines import laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inburgering_model.parsing.pdf.page_lines import Page

__all__ = ["MOST_CHARACTERS", "MOST_PAGES", "PdfText", "extract"]

MOST_PAGES = 1000
"""The most pages that are read: published questions have fewer than a hundred."""
MOST_CHARACTERS = 5_000_000
"""The most characters that are read from one file, of all its pages together."""


@frozen
class PdfText:
    """What was taken from a PDF file, and with what.

    Pages are set apart by form feeds: the page of an offset is one more than the form feeds before
    it. ``margins`` are the ranges of the text that stand in the margin of a page, ``empty_pages``
    the numbers of pages without text, from 1 on.
    """

    text: str
    margins: tuple[tuple[int, int], ...]
    extractor: str
    extractor_version: str
    empty_pages: tuple[int, ...]


_ONE_AT_A_TIME = Lock()
_Untyped = Any  # pypdfium2 comes without types


def extract(content: bytes) -> PdfText:
    """Take the text from a PDF file.

    Raises MissingExtraError when pypdfium2 is not installed, and ParseError when the file is
    protected with a password, damaged, cut off, without pages or without text, or when it has more
    than ``MOST_PAGES`` or ``MOST_CHARACTERS``.
    """
    with _ONE_AT_A_TIME:
        pdfium = _pdfium()
        if _is_cut_off(content):
            raise _refused(
                "it is cut off, for its end is missing", "get it again and read that copy"
            )
        document = _opened(content, pdfium)
        with closing(document):
            pages = list(_pages(document, pdfium))
        versions = f"{pdfium.PYPDFIUM_INFO.version}+pdfium.{pdfium.PDFIUM_INFO.build}"
    empty = tuple(number for number, page in enumerate(pages, 1) if not page.stretches)
    if len(empty) == len(pages):
        raise _refused(
            f"no text on its {len(pages)} page(s), so it is a scan or holds pictures only",
            "recognise the text first (OCR, for instance with ocrmypdf) and read the result",
        )
    laid = laid_out(pages)
    return PdfText(laid.text, laid.margins, "pypdfium2", versions, empty)


def _refused(why: str, what_to_do: str) -> ParseError:
    return ParseError(f"cannot read the PDF file: {why}; {what_to_do}")


def _pdfium() -> _Untyped:
    try:
        return import_module("pypdfium2")
    except ImportError as error:
        raise MissingExtraError("pdf", "reading PDF files") from error


# What FPDF_GetLastError tells: the reason, and what the reader can do.
_REASONS = {
    4: ("it is protected with a password", "save a copy without password and read that"),
    5: ("it is encrypted in a way that is not known", "save a copy without and read that"),
}
_DAMAGED = "it is damaged", "get it again, or save it anew with a PDF program, and read that copy"


def _opened(content: bytes, pdfium: _Untyped) -> _Untyped:
    """The document. The content must outlive it: PDFium reads from it in place.

    PDFium's own function is called, since the helper of pypdfium2 tells a file without pages by
    the last error, which may be that of an earlier file.
    """
    raw = pdfium.raw
    handle = raw.FPDF_LoadMemDocument64(content, len(content), None)
    if not handle:
        raise _refused(*_REASONS.get(raw.FPDF_GetLastError(), _DAMAGED))
    document = pdfium.PdfDocument(handle)
    if len(document) == 0:
        document.close()
        raise _refused("it has no pages", "check that it is the right file")
    return document


_FIRST_OBJECT_WITHIN = 2048
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s{0,8}(\d{1,12})")


def _is_cut_off(content: bytes) -> bool:
    """Whether the end of the file is missing: what is left may well open, but it is not all.

    A file ends with an end mark, and no object comes after the last one. A file made for reading
    over a network has an end mark near its beginning too, but tells its own length.
    """
    end = content.rfind(b"%%EOF")
    if end < 0 or content.find(b"endobj", end) >= 0:
        return True
    told = _LINEARIZED.search(content[:_FIRST_OBJECT_WITHIN])
    return told is not None and len(content) < int(told.group(1))


def _pages(document: _Untyped, pdfium: _Untyped) -> Iterator[Page]:
    count = len(document)
    if count > MOST_PAGES:
        raise _refused(
            f"{count} pages are more than the {MOST_PAGES} that are read",
            "split it and read a part",
        )
    left = MOST_CHARACTERS
    for index in range(count):
        try:
            with (
                closing(document[index]) as page,
                closing(page.get_textpage()) as characters,
            ):
                left -= characters.count_chars()
                if left < 0:
                    raise _refused(
                        f"more than the {MOST_CHARACTERS} characters that are read",
                        "split it and read a part",
                    )
                yield read_page(page, characters, pdfium.raw)
        except pdfium.PdfiumError as error:
            why, what_to_do = _DAMAGED
            raise _refused(f"{why} at page {index + 1}", what_to_do) from error
