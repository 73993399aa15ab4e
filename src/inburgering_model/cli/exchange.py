"""What was asked beside what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inburgering_model.cli.layout import (
    BLANK,
    FAINT,
    STRONG,
    WARN,
    indented,
    mark,
    paragraphs,
    section,
)
from inburgering_model.cli.pairing import Outcome, Placed, Row, pair_up
from inburgering_model.cli.question import answer_name
from inburgering_model.cli.text import one_line
from inburgering_model.cli.words import CONDITIONS, FORMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

    from inburgering_model.model.answer import CrossReference
    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.judgement import Alignment
    from inburgering_model.model.question import Condition, QuestionItem, SubQuestion
    from inburgering_model.model.references import ItemReference

__all__ = ["exchange"]

_WIDE_ENOUGH_FOR_TWO_COLUMNS = 80
_SAID = {
    Outcome.UNANSWERED: "Not answered",
    Outcome.REFERRED: "Not answered here: the answer refers to a colleague's",
    Outcome.UNLABELLED: "The answer has no label for this; it may be in the part without a label",
}


def exchange(dossier: Dossier, alignment: Alignment) -> Iterator[RenderableType]:
    """Each sub-question beside the answer item that answers it, and whatever is left over."""
    rows, rest = pair_up(dossier, alignment)
    shown = [(_asked(row.items), _answered(row, dossier)) for row in rows]
    remarks = list(_remarks(alignment))
    if shown:
        yield from section("Asked and answered", [_Beside(rows=tuple(shown)), *remarks])
    leftover = [part for placed in rest for part in (*_answer_item(placed, dossier), BLANK)]
    title = "Answers to what was not asked, or under no label"
    yield from section(title if shown else "Answered", leftover[:-1])


@frozen(kw_only=True)
class _Beside:
    """Pairs in two columns, or below one another where there is no room for two."""

    rows: tuple[tuple[RenderableType, RenderableType], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= _WIDE_ENOUGH_FOR_TWO_COLUMNS:
            yield self._in_columns()
            return
        for index, (left, right) in enumerate(self.rows):
            if index:
                yield BLANK
            yield left
            yield indented([right])

    def _in_columns(self) -> Table:
        table = Table(
            box=box.HORIZONTALS, show_header=False, show_edge=False, show_lines=True, expand=True
        )
        table.add_column(ratio=2, overflow="fold")
        table.add_column(ratio=3, overflow="fold")
        for left, right in self.rows:
            table.add_row(left, right)
        return table


def _asked(items: Iterable[QuestionItem]) -> RenderableType:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, style=STRONG)
    table.add_column(overflow="fold", ratio=1)
    for item in items:
        if not item.sub_questions:
            table.add_row(Text(item.key), Group(*paragraphs(item.passages)))
        for sub_question in item.sub_questions:
            table.add_row(Text(sub_question.id), _sub_question(sub_question))
    return table


def _sub_question(sub_question: SubQuestion) -> Text:
    asked = Text.assemble(one_line(sub_question.passage.text), mark(sub_question.evidence))
    notes = [FORMS[sub_question.form]]
    if sub_question.condition is not None:
        notes.append(_condition(sub_question.condition))
    said = "; ".join(note for note in notes if note)
    if said:
        asked.append(f"\n↳ {said}", FAINT)
    if sub_question.condition is not None:
        asked.append_text(mark(sub_question.condition.evidence, "", "kind", "on"))
    return asked


def _condition(condition: Condition) -> str:
    cue = one_line(condition.cue)
    on = condition.on or "what comes before"
    return CONDITIONS[condition.kind].format(on=on, cue=f"“{cue}”")


def _answered(row: Row, dossier: Dossier) -> RenderableType:
    if row.outcome is Outcome.HEADING:
        return Text("(a heading: it asks nothing itself)", FAINT)
    if row.outcome is Outcome.ANSWERED:
        parts: list[RenderableType] = []
    else:
        parts = [Text(_SAID[row.outcome] + (":" if row.answered_by else "."), WARN)]
    if row.shown_before:
        return Group(*parts, Text(_as_above(row, dossier), FAINT))
    for placed in row.answered_by:
        if parts:
            parts.append(BLANK)
        parts += _answer_item(placed, dossier)
    return Group(*parts)


def _as_above(row: Row, dossier: Dossier) -> str:
    several = len(dossier.answers) > 1
    names = (
        one_line(placed.item.label or "the part without a label")
        + (f" in {answer_name(dossier, placed.answer)}" if several else "")
        for placed in row.answered_by
    )
    return f"See above: {', '.join(names)}"


def _answer_item(placed: Placed, dossier: Dossier) -> list[RenderableType]:
    """Label, text and cross references; with several answers, which of them it is."""
    item = placed.item
    label = Text(one_line(item.label), STRONG) if item.label else None
    shown: list[RenderableType] = []
    if len(dossier.answers) > 1:
        shown.append(Text(answer_name(dossier, placed.answer), FAINT))
    shown += paragraphs(item.passages, label=label)
    if not item.passages:
        shown.append(Text("(no text)", FAINT))
    doubt = mark(item.evidence, "", "answers", "label")
    if doubt:
        shown.append(Text.assemble("↳ whether this label is one:", doubt, style=FAINT))
    shown += [_cross_reference(reference) for reference in item.cross_references]
    return shown


def _cross_reference(reference: CrossReference) -> Text:
    said = "the answer stands under" if reference.delegates else "refers to the answer to"
    return Text.assemble(f"→ {said} {reference.target}", mark(reference.evidence), style=FAINT)


def _remarks(alignment: Alignment) -> Iterator[RenderableType]:
    for said, references in (
        ("Answered under several labels", alignment.duplicated),
        ("Answered but never asked", alignment.unknown),
    ):
        if references:
            yield Text(f"{said}: {_listed(references)}.", WARN)


def _listed(references: Iterable[ItemReference]) -> str:
    return ", ".join(map(str, references))
