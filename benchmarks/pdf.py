"""Taking the text from PDF files, with PDFium and with pypdf: ``python -m benchmarks.pdf``.

The files are the documents of the corpus in several layouts, so that it is known what stands on
each page; those with a character that the fonts lack are left out. Needs the extra ``test``; what
is measured with pypdf needs pypdf as well.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import inburgering_model as im
from benchmarks._timing import best_seconds, print_ratios
from tests.gold import as_gold, documents
from tests.pdfs import Layout, Published, publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

LAYOUTS = {
    "Helvetica, 11 on 13.2": Layout(),
    "Times, 12 on 18, hanging labels": Layout(
        font="Times-Roman", size=12, leading=18, paragraph_gap=12, hanging_labels=True
    ),
    "justified, hyphenated": Layout(justify=True, hyphenate="-", leading=16),
    "two columns, hyphenated": Layout(columns=2, size=10, leading=14, hyphenate="-"),
}


def ours(content: bytes) -> str:
    """As `read` does it."""
    from inburgering_model.parsing.pdf.extraction import extract  # noqa: PLC0415 - an extra

    return extract(content).text


def pdfium_alone(content: bytes) -> str:
    """What PDFium gives by itself."""
    document = import_module("pypdfium2").PdfDocument(content)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "\f".join(pages).replace("\r\n", "\n")


def pypdf(content: bytes, mode: str) -> str:
    """What pypdf gives in one of its modes."""
    reader = import_module("pypdf").PdfReader(BytesIO(content))
    return "\f".join(page.extract_text(extraction_mode=mode) for page in reader.pages)


def extractors() -> Mapping[str, Callable[[bytes], str]]:
    """The ways that can be measured here."""
    found: dict[str, Callable[[bytes], str]] = {"read": ours, "PDFium alone": pdfium_alone}
    if find_spec("pypdf"):
        found["pypdf, plain"] = partial(pypdf, mode="plain")
        found["pypdf, layout"] = partial(pypdf, mode="layout")
    else:
        print("pypdf is not installed, and not measured")
    return found


def _kept(wanted: Sequence[str], found: Sequence[str]) -> int:
    """How many of the wanted lines were found, each as often as it was wanted."""
    return (Counter(wanted) & Counter(found)).total()


def _paragraph_ends(lines: Sequence[str]) -> list[str]:
    """The lines that an empty line comes after."""
    return [line for line, after in pairwise(lines) if line and not after]


def counts(published: Published, text: str) -> Iterator[tuple[str, int, int]]:
    """What was kept of a file, and of how much: lines, paragraph ends, hyphens, rows, order."""
    wanted = [line for page in published.pages for line in page]
    # The widths of gaps and the indents of lines are not compared, but that there is a gap is.
    found = ["  ".join(filter(None, map(str.strip, line.split("  ")))) for line in text.split("\n")]
    found = [line.replace("\f", "") for line in found]
    lines = [line for line in wanted if line]
    yield "lines", _kept(lines, found), len(lines)
    ends = _paragraph_ends(wanted)
    yield "paragraph ends", _kept(ends, _paragraph_ends(found)), len(ends)
    inside = [line for page in published.pages for line in page[:-1] if line and line not in ends]
    gaps = len(inside) - _kept(inside, _paragraph_ends(found))
    yield "lines inside paragraphs without a gap", gaps, len(inside)
    hyphens = [line for line in lines if line.endswith("-")]
    yield "hyphens at line ends", _kept(hyphens, found), len(hyphens)
    rows = [line for line in lines if "  " in line]
    yield "rows of tables", _kept(rows, found), len(rows)
    places = [found.index(line) for line in dict.fromkeys(lines) if found.count(line) == 1]
    in_order = sum(a < b for a, b in pairwise(places))
    yield "lines in order", in_order, max(len(places) - 1, 0)


def is_equal(text: str, read: Callable[[], im.Reading]) -> bool:
    """Whether the same is read: all fields, white space aside."""
    try:
        return _flat(im.parse(text)) == _flat(read())
    except im.ParseError:
        return False


def _has_only_common_characters(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _flat(reading: im.Reading) -> list[str]:
    return repr(as_gold(reading)).replace("\\n", " ").split()


def main() -> None:
    """Print what each way keeps, and how long it takes."""
    missing = [name for name in ("pypdfium2", "reportlab") if not find_spec(name)]
    if missing:
        print(f"not measured, for want of {', '.join(missing)}: pip install '.[test]'")
        return
    ways = extractors()
    texts = {path.stem: path.read_text("utf-8") for path in documents()}
    texts = {name: text for name, text in texts.items() if _has_only_common_characters(text)}
    for title, layout in LAYOUTS.items():
        files = {name: publish(text, layout) for name, text in texts.items()}
        pages = sum(len(file.pages) for file in files.values())
        print(f"{title}: {len(files)} documents, {pages} pages")
        for way, extract in ways.items():
            kept: Counter[str] = Counter()
            of: Counter[str] = Counter()
            for name, file in files.items():
                text = extract(file.content)
                for what, number, all_of_them in counts(file, text):
                    kept[what] += number
                    of[what] += all_of_them
                # The ranges in margins that come with our own text count too.
                read = partial(im.read, file.content) if way == "read" else partial(im.parse, text)
                kept["documents read alike"] += is_equal(texts[name], read)
                of["documents read alike"] += 1
            shown = ", ".join(f"{what} {kept[what]} of {of[what]}" for what in of)
            print(f"  {way:<14} {shown}")
    file = publish(texts["mobiliteit-schoolstraten"], LAYOUTS["Times, 12 on 18, hanging labels"])
    times = {way: partial(extract, file.content) for way, extract in ways.items()}
    text = ours(file.content)
    print_ratios(
        f"A file of {len(file.pages)} pages and {len(text):,} characters",
        best_seconds({"parse its text": partial(im.parse, text), **times}, rounds=7),
    )


if __name__ == "__main__":
    main()
