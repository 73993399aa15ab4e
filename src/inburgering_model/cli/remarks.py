"""What the reader of a text noted: issues, what it did not recognise, what it corrected."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from inburgering_model.cli.layout import FAINT, STRONG, WARN, section
from inburgering_model.cli.text import one_line, shorten, visible
from inburgering_model.cli.words import CORRECTION_KINDS, SEVERITIES, counted
from inburgering_model.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.provenance import Source, Span
    from inburgering_model.model.reading import Correction, Issue, Reading, Region

__all__ = ["SEVERITY_STYLES", "Places", "remarks"]

SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: WARN, Severity.INFO: FAINT}
_QUOTED = 120
_LINE_ENDS = str.maketrans({"\n": "⏎", "\r": "␍", "\t": "⇥", "\N{NO-BREAK SPACE}": "⍽"})


class Places:
    """Where spans stand, in lines of the raw text, counted from 1.

    A line ends at a line feed, as it does for an editor. Where the text was left out, the place is
    told in characters.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._breaks = {s.id: _line_breaks(s) for s in dossier.sources}
        self._several = len(dossier.sources) > 1

    def of(self, spans: Iterable[Span]) -> str:
        """The places of several spans; empty without any."""
        return ", ".join(dict.fromkeys(map(self._place, spans)))

    def raw(self, span: Span) -> str | None:
        """The raw characters; None where they were left out."""
        try:
            return self._dossier.quote(span)
        except LookupError:
            return None

    def _place(self, span: Span) -> str:
        source = f" of {span.source}" if self._several else ""
        breaks = self._breaks.get(span.source)
        if breaks is None:
            return f"characters {span.start}-{span.end}{source}"
        first = bisect_left(breaks, span.start) + 1
        last = bisect_left(breaks, max(span.end - 1, span.start)) + 1
        lines = f"line {first}" if first == last else f"lines {first}-{last}"
        return lines + source


def _line_breaks(source: Source) -> list[int] | None:
    """The offsets of the line feeds."""
    if source.text is None:
        return None
    return [offset for offset, character in enumerate(source.text) if character == "\n"]


def remarks(reading: Reading, *, corrections: bool) -> Iterator[RenderableType]:
    """Issues, unrecognised stretches, and corrections: all of them, or how many."""
    places = Places(reading.dossier)
    noted = [*_issues(reading.issues, places), *_unparsed(reading.unparsed, places)]
    title = f"Issues: {_counts(reading)}"
    yield from section(title, noted or [Text("Every line has its place.", FAINT)])
    total = len(reading.corrections)
    if not corrections or not total:
        said = _tally(reading.corrections) if total else "nothing"
        hint = " (--corrections lists them)" if total else ""
        yield Text.assemble(f"Corrected while reading: {said}", (hint, FAINT))
        return
    title = f"Corrections: {_tally(reading.corrections)}"
    yield from section(title, [_correction_table(reading.corrections, places)])


def _counts(reading: Reading) -> str:
    count = Counter(issue.severity for issue in reading.issues)
    said = [counted(count[key], words) for key, words in SEVERITIES.items() if count[key]]
    if reading.unparsed:
        words = ("stretch not recognised", "stretches not recognised")
        said.append(counted(len(reading.unparsed), words))
    return ", ".join(said) or "none"


def _issues(issues: Iterable[Issue], places: Places) -> Iterator[RenderableType]:
    table = _grid(2)
    for issue in issues:
        style = SEVERITY_STYLES[issue.severity]
        said = Text.assemble(one_line(issue.message), (f" [{issue.code}]", FAINT))
        where = places.of(issue.spans)
        if where:
            said = Text.assemble((f"{where}: ", STRONG), said)
        table.add_row(Text(SEVERITIES[issue.severity][0], style), said)
    if table.row_count:
        yield table


def _unparsed(regions: Iterable[Region], places: Places) -> Iterator[RenderableType]:
    for region in regions:
        raw = places.raw(region.span)
        said = f"“{shorten(raw, _QUOTED)}”" if raw else "(the text was left out)"
        where = places.of([region.span])
        yield Text.assemble((f"not recognised, {where}: ", WARN), said)


def _tally(corrections: Iterable[Correction]) -> str:
    count = Counter(correction.kind for correction in corrections)
    kinds = (counted(count[key], words) for key, words in CORRECTION_KINDS.items() if count[key])
    return ", ".join(kinds)


def _correction_table(corrections: Iterable[Correction], places: Places) -> Table:
    table = _grid(2)
    for correction in corrections:
        raw = places.raw(correction.span)
        before = "(left out)" if raw is None else _exactly(raw)
        change = Text(f"{before} → {_exactly(correction.replacement)}")
        change.append(f"  {correction.kind.value}, {correction.rule}", FAINT)
        table.add_row(Text(places.of([correction.span]), STRONG), change)
    return table


def _exactly(raw: str) -> str:
    """Characters in quotes, with signs for the white space that matters."""
    return f"‘{visible(raw.translate(_LINE_ENDS))}’" if raw else "(nothing)"


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(columns - 1):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    return table
