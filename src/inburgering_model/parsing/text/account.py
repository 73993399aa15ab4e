"""The account of a reading: what each character is, what was changed, what was odd.

The steps of the parser share one :class:`Account`. They work on clean text; the account keeps
everything in offsets of the raw text.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from attrs import define, field

from inburgering_model.errors import Severity
from inburgering_model.model.provenance import Evidence, Source, Span
from inburgering_model.model.reading import Correction, CorrectionKind, Issue, Region, RegionKind
from inburgering_model.parsing.text.clean import CleanText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from inburgering_model.parsing.language.days import Day
    from inburgering_model.parsing.text.lines import Line, Place

__all__ = ["Account"]


@define
class Account:
    """Collects regions, corrections and issues while a text is read."""

    source: Source
    clean: CleanText
    corrections: list[Correction] = field(factory=list[Correction])
    issues: list[Issue] = field(factory=list[Issue])
    _regions: list[tuple[int, int, RegionKind]] = field(factory=list[tuple[int, int, RegionKind]])

    def span(self, start: int, end: int) -> Span:
        """The raw span of a stretch of clean text."""
        first, last = self.clean.raw_range(start, end)
        return Span(source=self.source.id, start=first, end=last)

    def evidence(
        self,
        rule: str,
        start: int,
        end: int,
        *,
        of: str = "",
        confidence: float | None = None,
    ) -> Evidence:
        """Evidence for a field, read from a stretch of clean text."""
        return Evidence(of=of, spans=(self.span(start, end),), rule=rule, confidence=confidence)

    def field_evidence(self, rule: str, place: Place | Day, field: str) -> Evidence:
        """Evidence for a field that is plainly printed at a place."""
        return self.evidence(rule, place.start, place.end, of=field)

    def day(self, day: Day) -> date | None:
        """The value of a printed day, with an issue when the calendar has no such day."""
        if day.value is None:
            printed = self.clean.text[day.start : day.end]
            self.issue(
                "date.impossible",
                f"{printed!r} is no day of the calendar",
                (day.start, day.end),
                severity=Severity.ERROR,
            )
        return day.value

    def correct(
        self, kind: CorrectionKind, start: int, end: int, replacement: str, rule: str
    ) -> None:
        """List a change to a stretch of clean text, unless it changes nothing."""
        if self.clean.text[start:end] != replacement:
            span = self.span(start, end)
            self.corrections.append(
                Correction(kind=kind, span=span, replacement=replacement, rule=rule)
            )

    def all_corrections(self) -> tuple[Correction, ...]:
        """Every change, in order; of two that overlap, the wider one says it all."""
        source = self.source.id
        changes = self.corrections + [
            Correction(
                kind=edit.kind,
                span=Span(source=source, start=edit.start, end=edit.end),
                replacement=edit.replacement,
                rule=edit.rule,
            )
            for edit in self.clean.edits
        ]
        changes.sort(key=lambda change: (change.span.start, -change.span.end))
        kept: list[Correction] = []
        for change in changes:
            if (
                not kept
                or change.span.end > kept[-1].span.end
                or change.span.start >= kept[-1].span.end
            ):
                kept.append(change)
        return tuple(kept)

    def issue(
        self,
        code: str,
        message: str,
        *places: tuple[int, int],
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note something odd, with the stretches of clean text where it stands."""
        spans = tuple(self.span(start, end) for start, end in places)
        self.note(code, message, *spans, severity=severity)

    def note(
        self, code: str, message: str, *spans: Span, severity: Severity = Severity.WARNING
    ) -> None:
        """The same, with stretches of raw text."""
        self.issues.append(Issue(code=code, message=message, severity=severity, spans=spans))

    def head(self, kind: RegionKind, lines: Sequence[Line], unknown: Sequence[Line]) -> None:
        """Say what the lines of a head are; those that are not understood are unparsed."""
        for line in lines:
            self.region(RegionKind.UNPARSED if line in unknown else kind, line.start, line.end)
        for line in unknown:
            self.issue(
                "head.not-understood",
                f"a line of the head is not understood: {line.text!r}",
                (line.start, line.end),
            )

    def text_without_furniture(self) -> str:
        """The clean text, as long as it is, with spaces where page furniture stands."""
        text, position = self.clean.text, 0
        parts: list[str] = []
        for start, end, kind in sorted(self._regions):
            if kind is RegionKind.PAGE_FURNITURE:
                parts += text[position:start], " " * (end - start)
                position = end
        return "".join([*parts, text[position:]]) if parts else text

    def region(self, kind: RegionKind, start: int, end: int) -> None:
        """Say what a stretch of clean text is."""
        if start < end:
            self._regions.append((start, end, kind))

    def regions(self) -> tuple[Region, ...]:
        """The partition of the raw text: what was said, and what stands between.

        White space with no empty line in it belongs to what comes before it. What nobody
        recognised is unparsed.
        """
        text = self.clean.text
        pieces: list[tuple[int, RegionKind]] = []
        position = 0
        for start, end, kind in self._cut_by_furniture():
            if start > position:
                self._add_gap(pieces, position, start)
            if end > position:
                pieces.append((max(start, position), kind))
                position = end
        if position < len(text):
            self._add_gap(pieces, position, len(text))
        return self._as_regions(pieces)

    def _cut_by_furniture(self) -> Iterator[tuple[int, int, RegionKind]]:
        """The stretches in order; page furniture cuts through what it stands in."""
        furniture = deque(sorted(r for r in self._regions if r[2] is RegionKind.PAGE_FURNITURE))
        others = (r for r in self._regions if r[2] is not RegionKind.PAGE_FURNITURE)
        for start, end, kind in sorted(others):
            position = start
            while furniture and furniture[0][0] < end:
                first, last, _ = cut = furniture.popleft()
                if position < first:
                    yield position, first, kind
                yield cut
                position = max(position, last)
            if position < end:
                yield position, end, kind
        yield from furniture

    def _add_gap(self, pieces: list[tuple[int, RegionKind]], start: int, end: int) -> None:
        gap = self.clean.text[start:end]
        if not gap.isspace():
            pieces.append((start, RegionKind.UNPARSED))
        elif not pieces or gap.count("\n") + gap.count("\f") > 1 or "\f" in gap:
            pieces.append((start, RegionKind.BLANK))

    def _as_regions(self, pieces: list[tuple[int, RegionKind]]) -> tuple[Region, ...]:
        merged = [
            piece
            for index, piece in enumerate(pieces)
            if not (index and piece[1] is pieces[index - 1][1] and piece[1] in _CONTINUOUS)
        ]
        starts = [self.clean.raw_start(start) for start, _ in merged]
        if starts:
            starts[0] = 0
        ends = [*starts[1:], len(self.clean.raw)]
        return tuple(
            Region(kind=kind, span=Span(source=self.source.id, start=start, end=end))
            for (_, kind), start, end in zip(merged, starts, ends, strict=True)
            if start < end
        )


_CONTINUOUS = frozenset(
    {RegionKind.HEADER, RegionKind.ANSWER_HEADER, RegionKind.BLANK, RegionKind.UNPARSED}
)
"""Kinds of which two in a row are one region."""
