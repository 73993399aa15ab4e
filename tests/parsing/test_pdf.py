"""Reading PDF files: what is printed is read as from text, and what cannot be read is told."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.parsing.pdf import extraction
from inburgering_model.parsing.pdf.page_lines import Page, Stretch, laid_out
from inburgering_model.testing import example_text
from tests.gold import CORPUS, as_gold
from tests.pdfs import Layout, publish

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_Untyped = Any  # reportlab and pypdfium2 come without types

NEEDED = ("pypdfium2", "reportlab")
MISSING = [name for name in NEEDED if find_spec(name) is None]
with_pdf = pytest.mark.skipif(
    bool(MISSING),
    reason=f"not installed: {', '.join(MISSING)}; pip install 'inburgering-model[test]'",
)

DOCUMENTS = (
    "bestuur-kop-op-een-regel",
    "bestuurszaken-telewerk-negen-ministers",
    "cultuur-verwijzend",
    "jeugd-tienerplekken",
    "landbouw-korte-keten-tabellen",
    "landbouw-voorlopig",
    "mobiliteit-schoolstraten",
    "omgeving-letters",
    "onderwijs-brugfiguren-opsommingen",
    "onderwijs-leesbegeleiding",
    "zorg-dementie-pilootgemeenten",
    "zorg-tussenkopjes",
)
LAYOUTS = {
    "one page": Layout(),
    "pages": Layout(font="Times-Roman", size=12, leading=18, paragraph_gap=12),
    "head and foot last": Layout(furniture_last=True, leading=20),
    "hanging labels": Layout(hanging_labels=True, paragraph_gap=4),
    "justified": Layout(justify=True, leading=16),
    "no head, no foot": Layout(running_head=None, footer=None),
}


def corpus(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_text("utf-8")


def flat(value: object) -> object:
    """A reading without the widths of the gaps between cells, which a PDF file does not have."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: flat(inner) for key, inner in value.items()}
    return [flat(inner) for inner in value] if isinstance(value, list) else value


def gist(reading: im.Reading) -> object:
    """A reading with the whole text of each item, in one: lines broken anew are other lines."""
    found = as_gold(reading)
    for answer, read in zip(found["answers"], reading.dossier.answers, strict=True):
        for item, answered in zip(answer["items"], read.items, strict=True):
            del item["paragraphs"]
            item["begins"] = " ".join(passage.text for passage in answered.passages)
    return flat(found)


def drawn(draw: Callable[[_Untyped], object], **options: object) -> bytes:
    """A PDF file of one page or more, drawn by hand."""
    stream = BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(stream, pagesize=(595, 842), **options)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def lines_at(lines: list[tuple[float, float, str]], size: float = 11) -> bytes:
    """A PDF file with texts at places."""

    def draw(canvas: _Untyped) -> None:
        canvas.setFont("Helvetica", size)
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return drawn(draw)


QUESTION = "Bushaltes\n\n1. Hoeveel haltes zijn er in Sint-Pieters-Leeuw?\n\n2. Wat kosten ze?"


@with_pdf
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_published_file_is_read_as_its_text_is(name: str, layout: str) -> None:
    text = corpus(name)
    from_text, from_pdf = im.parse(text), im.read(publish(text, LAYOUTS[layout]).content)
    assert gist(from_pdf) == gist(from_text)


@with_pdf
@pytest.mark.parametrize("name", DOCUMENTS)
def test_spans_quote_the_text_that_was_taken_from_the_file(name: str) -> None:
    reading = im.read(publish(corpus(name), LAYOUTS["pages"]).content)
    dossier = reading.dossier
    (source,) = dossier.sources
    assert source.text is not None
    for sub_question in dossier.question.sub_questions:
        spans = sub_question.passage.locate(0, len(sub_question.passage.text))
        quoted = " ".join("".join(dossier.quote(span) or "" for span in spans).split())
        assert quoted.split()[0] == sub_question.passage.text.split()[0]
    ends = [region.span.end for region in reading.regions]
    assert ends[-1] == source.length


@with_pdf
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_text_has_the_lines_and_paragraphs_of_the_page(name: str) -> None:
    published = publish(corpus(name), Layout(running_head=None, footer=None, leading=15))
    text = extraction.extract(published.content).text
    found = [page.strip().split("\n") for page in text.split("\f")]
    assert found == ["\n".join(page).strip().split("\n") for page in published.pages]


@with_pdf
def test_the_source_tells_the_file_and_what_read_it(tmp_path: Path) -> None:
    file = tmp_path / "SV-75.PDF"
    file.write_bytes(publish(QUESTION).content)
    (source,) = im.read(file).dossier.sources
    assert (source.name, source.media_type) == ("SV-75.PDF", "application/pdf")
    assert source.extractor == "pypdfium2"
    assert "pdfium." in (source.extractor_version or "")
    assert source.file_sha256 not in (None, source.sha256)
    assert (source.text or "").splitlines()[:3] == [Layout().running_head, "", "Bushaltes"]


@with_pdf
def test_a_path_bytes_and_an_open_file_give_one_reading(tmp_path: Path) -> None:
    content = publish(QUESTION).content
    file = tmp_path / "vraag"
    file.write_bytes(content)
    with file.open("rb") as opened:
        assert im.read(file).dossier == im.read(content).dossier == im.read(opened).dossier


@with_pdf
def test_a_file_is_known_as_pdf_by_its_content_after_other_bytes() -> None:
    content = b"\xef\xbb\xbf\n  " + publish(QUESTION).content
    assert im.read(content).dossier.sources[0].media_type == "application/pdf"


@with_pdf
def test_pages_are_set_apart_by_form_feeds_and_a_page_without_text_counts() -> None:
    def draw(canvas: _Untyped) -> None:
        for text in ("Titel", None, "1. Hoeveel haltes zijn er?"):
            if text:
                canvas.drawString(72, 700, text)
            canvas.showPage()

    content = drawn(draw)
    assert extraction.extract(content).text == "Titel\n\f\f1. Hoeveel haltes zijn er?\n"
    (issue,) = im.read(content).issues
    assert (issue.code, issue.severity) == ("pdf.page-without-text", im.Severity.WARNING)
    assert "page(s) 2" in issue.message


@with_pdf
@pytest.mark.parametrize("layout", ["one page", "pages", "head and foot last"])
def test_head_and_foot_are_page_furniture(layout: str) -> None:
    reading = im.read(publish(corpus("mobiliteit-schoolstraten"), LAYOUTS[layout]).content)
    furniture = [
        reading.dossier.quote(region.span)
        for region in reading.regions
        if region.kind is im.RegionKind.PAGE_FURNITURE
    ]
    assert (furniture[0] or "").strip() == Layout().running_head
    assert (furniture[-1] or "").startswith("www.vlaamsparlement.be ")
    texts = str(flat(as_gold(reading)))
    assert "www." not in texts
    assert "Zittingsjaar 2022-2023" not in texts


@with_pdf
def test_what_a_tagged_file_marks_as_artifact_is_page_furniture() -> None:
    def draw(canvas: _Untyped) -> None:
        canvas.addLiteral("/Artifact <</Type /Pagination>> BDC")
        canvas.drawString(72, 720, "Vlaams Parlement")
        canvas.addLiteral("EMC")
        canvas.drawString(72, 700, "Bushaltes")
        canvas.drawString(72, 670, "1. Hoeveel haltes zijn er?")

    reading = im.read(drawn(draw))
    assert reading.dossier.question.title == "Bushaltes"
    assert reading.regions[0].kind is im.RegionKind.PAGE_FURNITURE


@with_pdf
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("in Sint-Pieters-", "Leeuw"),
        ("de bestuurs-", "of beleidsovereenkomst"),
        ("de gemeen-", "ten"),
        ("het NT2-", "aanbod"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_and_the_break_after_it_stay(first: str, second: str) -> None:
    content = lines_at([(72, 700, first), (72, 687, second), (72, 674, "en zo verder.")])
    assert extraction.extract(content).text == f"{first}\n{second}\nen zo verder.\n"


@with_pdf
def test_no_character_of_pdfium_itself_is_left_in_the_text() -> None:
    layout = Layout(columns=2, size=10, leading=12, hyphenate="-", justify=True)
    for name in DOCUMENTS:
        published = publish(corpus(name), layout)
        text = extraction.extract(published.content).text
        assert not set(text) & {"\x02", "\ufffe", "\uffff", "\r", "\x00"}
        broken = sum(line.endswith("-") for page in published.pages for line in page)
        assert sum(line.endswith("-") for line in text.splitlines()) == broken


@with_pdf
def test_columns_are_read_one_after_the_other() -> None:
    left = [(72, 700 - 13 * n, f"links {n}") for n in range(5)]
    right = [(320, 700 - 13 * n, f"rechts {n}") for n in range(5)]
    text = extraction.extract(lines_at([*left, *right])).text
    assert text == "".join([f"links {n}\n" for n in range(5)]) + "\n" + "".join(
        f"rechts {n}\n" for n in range(5)
    )


@with_pdf
def test_cells_of_a_table_stand_two_spaces_apart() -> None:
    rows = [("Gemeente", "2021", "2022"), ("Sint-Niklaas", "12", "7"), ("Aalst", "3", "5")]
    places = [
        (72 + 110 * column, 700 - 14 * row, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    assert extraction.extract(
        lines_at([(float(x), float(y), cell) for x, y, cell in places])
    ).text == ("Gemeente  2021  2022\nSint-Niklaas  12  7\nAalst  3  5\n")


@with_pdf
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(rotation: int) -> None:
    def draw(canvas: _Untyped) -> None:
        canvas.setPageRotation(rotation)
        turn: dict[int, tuple[int, int, int]] = {
            0: (0, 0, 0),
            90: (90, 595, 0),
            180: (180, 595, 842),
            270: (-90, 0, 842),
        }
        angle, x, y = turn[rotation]
        canvas.translate(x, y)
        canvas.rotate(angle)
        for height, text in ((400, "een"), (387, "twee"), (374, "drie"), (350, "vier")):
            canvas.drawString(72, height, text)

    assert extraction.extract(drawn(draw)).text == "een\ntwee\ndrie\n\nvier\n"


@with_pdf
def test_a_scale_changes_nothing() -> None:
    def draw(canvas: _Untyped, scale: float) -> None:
        canvas.scale(scale, scale)
        canvas.setFont("Helvetica", 11 / scale)
        for height, text in ((400, "een"), (387, "twee"), (374, "drie"), (350, "vier")):
            canvas.drawString(72 / scale, height / scale, text)
            canvas.drawString(150 / scale, height / scale, "x")
            canvas.drawString(250 / scale, height / scale, "y")

    wanted = "een  x  y\ntwee  x  y\ndrie  x  y\n\nvier  x  y\n"
    for scale in (1.0, 0.24, 12.0):
        assert extraction.extract(drawn(partial(draw, scale=scale))).text == wanted


@with_pdf
def test_threads_wait_for_one_another() -> None:
    contents = [publish(corpus(name)).content for name in DOCUMENTS[:4]] * 4
    with ThreadPoolExecutor(8) as executor:
        texts = [found.text for found in executor.map(extraction.extract, contents)]
    assert texts == [extraction.extract(content).text for content in contents]


# What cannot be read.


def told(content: bytes) -> str:
    with pytest.raises(im.ParseError) as caught:
        im.read(content)
    return str(caught.value)


def test_an_empty_file_is_told() -> None:
    assert "empty" in told(b"")


def test_a_file_that_is_only_called_pdf_is_told(tmp_path: Path) -> None:
    file = tmp_path / "sv-75.pdf"
    file.write_text("<html><title>Niet gevonden</title><p>Bestaat de pagina nog?</p></html>")
    with pytest.raises(im.ParseError, match="called a PDF file, but"):
        im.read(file)


def test_a_pdf_file_opened_as_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "sv-75.pdf"
    file.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    for encoding in ("utf-8", "latin-1"):
        with file.open(encoding=encoding) as opened, pytest.raises(im.ParseError, match="'rb'"):
            im.read(opened)


@with_pdf
def test_a_password_is_told() -> None:
    assert "password" in told(publish(QUESTION, encrypt="geheim").content)


@with_pdf
def test_a_file_that_opens_without_password_is_read_though_it_may_not_be_changed() -> None:
    options = import_module("reportlab.lib.pdfencrypt").StandardEncryption("", ownerPassword="x")
    content = publish(QUESTION, encrypt=options).content
    assert im.read(content).dossier.question.title == "Bushaltes"


@with_pdf
def test_damage_is_told() -> None:
    content = publish(QUESTION).content
    assert "damaged" in told(content[:20] + b"%%EOF\n")
    assert "damaged" in told(b"%PDF-1.7\nniets dan tekst\n%%EOF\n")


@with_pdf
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_off_is_told(share: float) -> None:
    content = publish(corpus("mobiliteit-schoolstraten")).content
    assert "cut off" in told(content[: int(len(content) * share)])


@with_pdf
def test_a_file_that_tells_its_own_length_and_is_shorter_is_cut_off() -> None:
    head = b"%PDF-1.4\n1 0 obj\n<</Linearized 1/L 99999/H[ 1 2 ]>>\nendobj\n%%EOF\n"
    assert "cut off" in told(head)


@with_pdf
def test_a_file_without_pages_is_told() -> None:
    head = b"%PDF-1.4\n"
    catalog = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    pages = b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    places = (len(head), len(head + catalog))
    table = b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n" % places
    end = b"trailer\n<</Root 1 0 R/Size 3>>\nstartxref\n%d\n" % len(head + catalog + pages)
    content = head + catalog + pages + table + end + b"%%EOF\n"
    assert "no pages" in told(content)


@with_pdf
def test_a_scan_is_told_and_what_to_do_about_it() -> None:
    image = import_module("PIL.Image").new("L", (60, 80), 128)

    def draw(canvas: _Untyped) -> None:
        canvas.drawInlineImage(image, 0, 0, 595, 842)
        canvas.showPage()
        canvas.drawInlineImage(image, 0, 0, 595, 842)

    message = told(drawn(draw))
    assert "scan" in message
    assert "OCR" in message
    assert "2 page(s)" in message


@with_pdf
def test_too_many_pages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MOST_PAGES", 1)
    assert "2 pages" in told(
        drawn(lambda canvas: [canvas.showPage(), canvas.drawString(9, 9, "b")])
    )


@with_pdf
def test_too_many_characters_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MOST_CHARACTERS", 20)
    assert "20 characters" in told(publish(QUESTION).content)


@with_pdf
def test_text_of_something_else_is_no_question() -> None:
    assert "neither a question nor an answer" in told(lines_at([(72, 700, "Boodschappen.")]))


@with_pdf
def test_what_was_opened_is_closed_though_reading_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    pypdfium2 = import_module("pypdfium2")

    def watched(name: str, close: Callable[[object], None]) -> Callable[[object], None]:
        def closing(opened: object) -> None:
            closed.append(name)
            close(opened)

        return closing

    for name in ("PdfDocument", "PdfPage", "PdfTextPage"):
        opened = getattr(pypdfium2, name)
        monkeypatch.setattr(opened, "close", watched(name, opened.close))
    monkeypatch.setattr(extraction, "MOST_CHARACTERS", 20)
    told(publish(QUESTION).content)
    assert closed[:3] == ["PdfTextPage", "PdfPage", "PdfDocument"]


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(im.MissingExtraError, match=r"pip install 'inburgering-model\[pdf\]'"):
        im.read(b"%PDF-1.7\n%%EOF\n")


@with_pdf
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, 2500), st.binary(max_size=6)), min_size=1, max_size=4),
)
def test_a_file_with_any_damage_is_read_or_told(changes: list[tuple[int, bytes]]) -> None:
    content = bytearray(b"%PDF-" + publish(QUESTION).content)
    for place, changed in changes:
        content[place : place + len(changed)] = changed
    try:
        reading = im.read(b"%PDF-" + bytes(content))
    except im.ParseError:
        return
    assert reading.regions


# How places become lines, without a file.


def stretch(text: str, left: float, baseline: float, *, size: float = 10) -> Stretch:
    return Stretch(text, left, left + 0.5 * size * len(text), baseline, size)


def text_of(*stretches: Stretch) -> str:
    return laid_out([Page(stretches, 842, 0)]).text


PROSE = [stretch(f"regel {n} van een alinea", 72, 700 - 12 * n) for n in range(4)]


def test_a_wider_step_sets_a_paragraph_apart() -> None:
    assert text_of(*PROSE, stretch("Nieuw", 72, 700 - 36 - 15)).endswith("alinea\n\nNieuw\n")


def test_wide_lines_are_no_paragraphs() -> None:
    double = [stretch(f"regel {n}", 72, 700 - 18 * n) for n in range(3)]
    assert "\n\n" not in text_of(*double)


def test_single_lines_that_are_far_apart_are_paragraphs() -> None:
    apart = [stretch(f"{n}. Waarom?", 72, 700 - 30 * n) for n in range(3)]
    assert text_of(*apart).count("\n\n") == 2


def test_a_raised_figure_stays_on_its_line() -> None:
    assert text_of(stretch("dienst", 72, 700), stretch("2", 102, 702.5, size=6)) == "dienst 2\n"


def test_a_hanging_label_is_no_cell() -> None:
    for label in ("1.", "1-2.", "a)", "•", "iv."):
        beside = text_of(stretch(label, 72, 700), stretch("Ja.", 100, 700))
        assert beside == f"{label} Ja.\n"


def test_two_columns_of_cells_are_known_by_what_stands_above() -> None:
    cells = [
        stretch("Lier", 72, 700),
        stretch("12", 200, 700),
        stretch("Geel", 72, 688),
        stretch("7", 200, 688),
    ]
    assert text_of(*cells) == "Lier  12\nGeel  7\n"
    assert text_of(stretch("www.example.org", 72, 700), stretch("7", 400, 700)) == (
        "www.example.org 7\n"
    )


def test_foot_and_head_go_to_their_place_whatever_their_place_in_the_file() -> None:
    head, foot = stretch("Kop", 72, 806), stretch("Voet", 72, 36)
    wanted = text_of(head, *PROSE, foot)
    assert wanted.startswith("Kop\n\nregel 0")
    assert wanted.endswith("alinea\n\nVoet\n")
    for order in ([foot, head, *PROSE], [*PROSE, head, foot], [*PROSE, foot, head]):
        assert text_of(*order) == wanted


def marginal(*pages: list[Stretch]) -> list[str]:
    found = laid_out([Page(tuple(stretches), 842, 0) for stretches in pages])
    return [found.text[start:end] for start, end in found.margins]


def test_only_what_stands_apart_in_the_margin_is_in_the_margin() -> None:
    assert marginal([*PROSE, stretch("3", 300, 36)]) == ["3"]
    assert marginal([*PROSE, stretch("1 Zie de bijlage.", 72, 90, size=8)]) == []
    numbered = stretch("Parlement", 72, 90)
    assert marginal([*PROSE, numbered, stretch("1", 400, 90)]) == ["Parlement 1"]
    assert marginal([*PROSE, numbered, stretch("2", 400, 90)]) == []
    full = [stretch(f"regel {n}", 72, 800 - 12 * n) for n in range(64)]
    assert marginal(full) == []


def test_what_stands_in_the_margin_is_furniture_if_it_comes_back_but_for_its_figures() -> None:
    def page(*margin: str) -> list[Stretch]:
        lines = [stretch(text, 72, 818 - 12 * n) for n, text in enumerate(margin)]
        return [*lines, *PROSE]

    assert marginal(page("Dossier 7"), page("Dossier 8")) == ["Dossier 7", "Dossier 8"]
    assert marginal(page("Dossier 7"), page("Brief 8"), page("Nota")) == []
    heads = page("Kop 1", "Inburgering in Aalst"), page("Kop 2", "sportdienst."), page("Kop 3")
    assert marginal(*heads) == ["Kop 1", "Kop 2", "Kop 3"]
    assert marginal(page("1. Ja."), page("2. Ja.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "pagina 1 van 3",
        "3 maart 2021",
        "03/03/2021",
        "www.vlaamsparlement.be",
        "www.vlaamsparlement.be – info@vlaamsparlement.be 2",
        "Leuvenseweg 86, 1011 Brussel - tel. 02 552 11 11",
        "Vlaams Parlement – Vragen en Antwoorden – Zittingsjaar 2021-2022",
    ],
)
def test_numbers_days_addresses_and_bulletins_in_the_margin_are_furniture(text: str) -> None:
    assert marginal([stretch(text, 72, 806), *PROSE]) == [text]
    assert marginal([*PROSE, stretch(text, 72, 36)]) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Inburgering in Aalst",
        "Inburgering in 2021",
        "sportdienst.",
        "www.inburgering.be.",
        "zie www.inburgering.be",
        "op 3 maart 2021",
        "Dit kost in totaal 1",
    ],
)
def test_anything_else_that_stands_once_in_the_margin_is_text(text: str) -> None:
    assert marginal([stretch(text, 72, 806), *PROSE]) == []
    assert marginal([*PROSE, stretch(text, 72, 36)]) == []


@with_pdf
@pytest.mark.parametrize("head", ["Vraag 112 pagina {}/9", "Vlaams Parlement {}", "Dossier {}"])
@pytest.mark.parametrize("lines_a_page", [20, 25, 33, 45])
def test_no_line_below_a_running_head_is_lost(head: str, lines_a_page: int) -> None:
    text = example_text()
    lines = text.split("\n")

    def draw(canvas: _Untyped) -> None:
        for number, first in enumerate(range(0, len(lines), lines_a_page), 1):
            canvas.setFont("Helvetica", 9)
            for row, line in enumerate([head.format(number), *lines[first : first + lines_a_page]]):
                canvas.drawString(60, 800 - 12 * row, line)
            canvas.showPage()

    reading = im.read(drawn(draw))
    found = [reading.dossier.quote(region.span) or "" for region in reading.regions]
    furniture = [
        quoted.strip()
        for quoted, region in zip(found, reading.regions, strict=True)
        if region.kind is im.RegionKind.PAGE_FURNITURE
    ]
    pages = range(1, -(-len(lines) // lines_a_page) + 1)
    assert furniture == [head.format(number) for number in pages]
    assert gist(reading) == gist(im.parse(text))


@given(
    st.lists(
        st.builds(
            stretch,
            st.text("abc 1.", min_size=1, max_size=5).filter(str.strip),
            st.floats(0, 600),
            st.floats(-900, 900),
            size=st.floats(0, 30),
        ),
        max_size=30,
    )
)
def test_every_stretch_comes_out_once(stretches: list[Stretch]) -> None:
    found = laid_out([Page(tuple(stretches), 842, 0)])
    words = [word for part in stretches for word in part.text.split()]
    assert sorted(found.text.split()) == sorted(words)
    assert list(found.margins) == sorted(found.margins)
