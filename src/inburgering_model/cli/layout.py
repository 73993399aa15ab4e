"""The few forms that everything is shown in: sections, facts, paragraphs, marks of sureness.

What these functions return is built of :class:`rich.text.Text`, never of strings, so that nothing
in a document is read as rich's markup; see :mod:`.text` for what is done to the characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from attrs import frozen
from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from inburgering_model.cli.text import one_line, safe_lines
from inburgering_model.cli.words import SURENESS
from inburgering_model.model.passage import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import ConsoleOptions, RenderableType, RenderResult

    from inburgering_model.model.passage import Passage
    from inburgering_model.model.provenance import Evidence

__all__ = [
    "BLANK",
    "FAINT",
    "STRONG",
    "WARN",
    "confidence",
    "facts",
    "indented",
    "joined",
    "least",
    "mark",
    "paragraphs",
    "render",
    "section",
    "titled",
]

STRONG, FAINT, WARN = "bold", "dim", "bold yellow"
BLANK = Text("")
_NARROWEST = 20
_INDENT = 4
_SHORTEST_LINE = 2  # with the space before it


def render(shown: Iterable[RenderableType], stream: TextIO) -> str:
    """Everything as text for a stream: in its width, with colours only when it is a terminal.

    No line ends in white space. A stream that is narrower than any sensible terminal gets lines of
    20 columns.
    """
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    console.width = max(console.width, _NARROWEST)
    with console.capture() as capture:
        for renderable in shown:
            console.print(renderable)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def section(title: str, shown: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """A heading with what stands below it; nothing at all when nothing does."""
    body = list(shown)
    if body:
        yield BLANK
        yield _Heading(title=title)
        yield from body


@frozen(kw_only=True)
class _Heading:
    """A title with a line after it, or below it where there is no room for one."""

    title: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        title = Text(self.title, STRONG)
        if title.cell_len + _SHORTEST_LINE <= options.max_width:
            yield Rule(title, align="left", style=FAINT)
        else:
            yield title
            yield Rule(style=FAINT)


def titled(*parts: Text) -> Text:
    """The line above an entry: what is given, with two spaces between."""
    return Text("  ").join(part for part in parts if part)


def facts(rows: Iterable[tuple[str, RenderableType | None]]) -> Iterator[RenderableType]:
    """Names and values below one another; a row without a value (None) is left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style=FAINT)
    table.add_column(overflow="fold", ratio=1)
    for name, value in rows:
        if value is not None:
            table.add_row(Text(name), value)
    if table.row_count:
        yield table


def indented(shown: Iterable[RenderableType]) -> RenderableType:
    """The same, moved to the right."""
    return Padding(Group(*shown), (0, 0, 0, _INDENT))


def joined(parts: Iterable[Text], separator: str = ", ") -> Text | None:
    """Several values in one; None when there are none."""
    found = list(parts)
    return Text(separator).join(found) if found else None


def confidence(evidence: tuple[Evidence, ...], *of: str) -> float | None:
    """How sure the value of a field is; None when that is not told.

    ``of`` are the names of the fields; without one, the whole entity. The least sure counts.
    """
    wanted = of or ("",)
    return least(*(e.confidence for e in evidence if e.of in wanted))


def least(*confidences: float | None) -> float | None:
    """The least sure of several; None when none is told."""
    return min((told for told in confidences if told is not None), default=None)


def mark(evidence: tuple[Evidence, ...], *of: str, within: float | None = None) -> Text:
    """How sure the value of a field is, in brackets; nothing when it is plainly said.

    ``of`` is as for :func:`confidence`. ``within`` is how sure the field is that holds the value: a
    value has one mark, for the least sure of the two.
    """
    sure = least(confidence(evidence, *of), within)
    said = None if sure is None else SURENESS.get(sure)
    return Text(f" ({said})", "italic") if said else Text("")


def paragraphs(passages: Iterable[Passage], *, label: Text | None = None) -> list[RenderableType]:
    """Passages with a blank line between, unless both are items of a list.

    The label stands before the first words.
    """
    shown: list[RenderableType] = []
    before: PassageKind | None = None
    for passage in passages:
        if shown and not before is passage.kind is PassageKind.LIST_ITEM:
            shown.append(BLANK)
        shown.append(_paragraph(passage))
        before = passage.kind
    if label is None:
        return shown
    if shown and isinstance(first := shown[0], Text):
        return [Text("  ").join((label, first)), *shown[1:]]
    return [label, *shown]


def _paragraph(passage: Passage) -> Text:
    match passage.kind:
        case PassageKind.TABLE:
            return Text(safe_lines(passage.text), overflow="fold")
        case PassageKind.HEADING:
            return Text(one_line(passage.text), STRONG)
        case PassageKind.LIST_ITEM:
            return Text(f"• {one_line(passage.text)}")
        case PassageKind.PROSE:
            return Text(one_line(passage.text))
