"""What the reference takes from the code itself: fields of entities, rules, codes of problems."""

from __future__ import annotations

import inspect
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs
from docutils import nodes
from sphinx.ext.napoleon import Config, GoogleDocstring
from sphinx.util.docutils import SphinxDirective

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import field_table
from inburgering_model.serialization.codes import PROBLEM_CODES
from inburgering_model.serialization.versions import MIGRATIONS
from inburgering_model.validation import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.application import Sphinx


def read_sections(app: Sphinx, what: str, *details: Any) -> None:  # noqa: ANN401 - as Sphinx calls it
    """Turn the sections of a Google docstring into fields.

    Not those of a property: what comes before its first colon is not its type.
    """
    *about, lines = details
    if what != "property":
        lines[:] = GoogleDocstring(lines, Config(), app, what, *about).lines()


def list_fields(
    _app: Sphinx, what: str, _name: str, obj: object, _options: object, lines: list[str]
) -> None:
    """Add the fields of an entity to its docstring: what each holds, and its default."""
    if what != "class" or not inspect.isclass(obj) or not issubclass(obj, Entity):
        return
    if not attrs.has(obj):
        return
    lines += ["", ""]
    for field in field_table(obj):
        compared = "" if field.compared else "; not compared"
        holds = f"{field.shape}{_default(field.required, field.default)}{compared}"
        lines += [f":param {field.name}: {holds}"]


def _default(required: bool, default: object) -> str:  # noqa: FBT001 - a row of the field table
    if required:
        return ""
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type] # attrs types it as a function
        return "; derived by default"
    shown = str(default.value) if isinstance(default, Enum) else repr(default)
    return f"; by default ``{shown or '(empty)'}``"


class TableDirective(SphinxDirective):
    """A table of texts."""

    head: Sequence[str] = ()
    widths: Sequence[int] = ()

    def rows(self) -> Iterable[Sequence[str]]:
        """The rows below the head; the first cell of each is a code."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        group = nodes.tgroup(cols=len(self.head))
        group += [nodes.colspec(colwidth=width) for width in self.widths]
        group += nodes.thead("", _row(self.head, nodes.Text))
        body = nodes.tbody()
        for first, *others in self.rows():
            row = _row(others, nodes.Text)
            row.insert(0, nodes.entry("", nodes.paragraph("", "", nodes.literal("", first))))
            body += row
        group += body
        return [nodes.table("", group)]


def _row(cells: Iterable[str], make: Callable[[str], nodes.Text]) -> nodes.row:
    return nodes.row("", *[nodes.entry("", nodes.paragraph("", "", make(cell))) for cell in cells])


class RuleTable(TableDirective):
    """Every rule that a dossier must satisfy."""

    head = ("Code", "What it asks", "Severity")
    widths = (30, 60, 10)

    def rows(self) -> Iterable[Sequence[str]]:
        """One row a rule, in the order in which problems are listed."""
        return [(rule.code, rule.text, rule.severity.value) for rule in RULES]


class CodeTable(TableDirective):
    """Every code of a problem that reading a JSON document can have."""

    head = ("Code", "What it means")
    widths = (20, 80)

    def rows(self) -> Iterable[Sequence[str]]:
        """One row a code."""
        return list(PROBLEM_CODES.items())


class MigrationTable(TableDirective):
    """Every step from one version of the JSON form to the next."""

    head = ("From", "To", "What changed")
    widths = (10, 10, 80)

    def rows(self) -> Iterable[Sequence[str]]:
        """One row a step, the oldest first."""
        return [(step.before, step.after, step.changed) for step in MIGRATIONS]


def setup(app: Sphinx) -> dict[str, object]:
    """Tell Sphinx."""
    app.connect("autodoc-process-docstring", read_sections)
    app.connect("autodoc-process-docstring", list_fields)
    app.add_directive("rule-table", RuleTable)
    app.add_directive("problem-code-table", CodeTable)
    app.add_directive("migration-table", MigrationTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
