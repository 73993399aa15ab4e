"""YAML both ways, through the optional package PyYAML: for files that people read and edit.

Read is what a document can hold, and nothing else of YAML: mappings, lists, strings, numbers, true,
false and null. A plain word is a string, so that ``no`` is no boolean and ``2018-12-20`` no date
object (the JSON schema of YAML 1.2, section 10.2). Tags, anchors and aliases are refused: a
document needs none, and they can make a small file a huge one.

The values are made from the parser's events, one after the other; no object of PyYAML's choosing
is ever made.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from inburgering_model.errors import DocumentError, MissingExtraError, Problem
from inburgering_model.serialization._decoding import (
    Decoded,
    Duplicates,
    duplicate_key,
    integer,
    text_of,
)
from inburgering_model.serialization._limits import MAX_DEPTH, too_deep
from inburgering_model.serialization._problems import is_enough, refusal, token

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_yaml", "write_yaml"]

_Untyped = Any  # PyYAML comes without types

_WORDS: Final[dict[str, object]] = {
    **dict.fromkeys(("", "~", "null"), None),
    "true": True,
    "false": False,
}
# A number of JSON; the last group is there when it is no whole one.
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
# What a reader of YAML 1.2 takes for a number, and PyYAML, which writes for readers of 1.1, not.
_NUMBER_FOR_OTHERS: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
)

# A line break of any version of YAML: readers fold them, unless they are written as escapes.
_LINE_BREAK: Final = re.compile("[\n\r\x85\u2028\u2029]")


def write_yaml(document: dict[str, object], indent: int | None) -> str:
    """A document as YAML, in block style, each string on one line."""
    yaml = _yaml()
    written: str = yaml.dump(
        document,
        Dumper=_dumper(),
        allow_unicode=True,
        default_flow_style=False,
        indent=indent,
        sort_keys=False,
        width=sys.maxsize,
    )
    return written


def read_yaml(data: str | bytes, duplicates: Duplicates) -> Decoded:
    """The value of a YAML text, and a problem for each key that stands twice, when asked."""
    yaml = _yaml()
    text = text_of(data)
    builder = _Builder()
    problem: Problem | None = None
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = _syntax(mark, error.problem or error.context)
    except yaml.YAMLError as error:  # a character that no YAML may hold as it is
        before = text[: getattr(error, "position", 0)]
        line, column = before.count(_NEW_LINE) + 1, len(before) - before.rfind(_NEW_LINE)
        why = f"no YAML at line {line}, column {column}: {str(error).splitlines()[0]}"
        problem = Problem(code="syntax", message=why)
    if problem is not None:
        raise DocumentError([problem])
    if builder.document is ...:
        raise refusal("syntax", "no YAML at line 1, column 1: there is no document")
    return builder.document, builder.repeated if duplicates == "refuse" else []


_NEW_LINE: Final = "\n"


def _syntax(mark: _Untyped, why: str) -> Problem:
    place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    return Problem(code="syntax", message=f"no YAML{place}: {why}")


class _Open:
    """A mapping or a list that has begun and not ended."""

    def __init__(self, pointer: str, value: dict[str, object] | list[object]) -> None:
        self.pointer = pointer
        self.value = value
        self.key: str | None = None


class _Builder:
    """A value while its events come in."""

    def __init__(self) -> None:
        self.document: object = ...
        self.repeated: list[Problem] = []
        self._open: list[_Open] = []

    def take(self, event: _Untyped) -> None:
        """Go on with the next event of the parser."""
        take = _TAKING.get(type(event).__name__)
        if take is not None:
            take(self, event)

    def _begin_document(self, event: _Untyped) -> None:
        if self.document is not ...:
            raise DocumentError([_syntax(event.start_mark, "a second document begins")])

    def _alias(self, event: _Untyped) -> None:
        raise DocumentError([_syntax(event.start_mark, _NO_ALIASES)])

    def _scalar(self, event: _Untyped) -> None:
        _refuse_tags(event)
        holder = self._open[-1] if self._open else None
        if holder is not None and isinstance(holder.value, dict) and holder.key is None:
            if event.value in holder.value and not is_enough(self.repeated):
                self.repeated.append(duplicate_key(event.value, holder.pointer))
            holder.key = event.value
        else:
            self._place(_plain_value(event.value) if event.implicit[0] else event.value)

    def _begin_mapping(self, event: _Untyped) -> None:
        self._begin(event, {})

    def _begin_list(self, event: _Untyped) -> None:
        self._begin(event, [])

    def _begin(self, event: _Untyped, value: dict[str, object] | list[object]) -> None:
        _refuse_tags(event)
        holder = self._open[-1] if self._open else None
        if holder is not None and isinstance(holder.value, dict) and holder.key is None:
            raise DocumentError([_syntax(event.start_mark, "a key is a string")])
        pointer = self._pointer()
        if len(self._open) == MAX_DEPTH:
            raise DocumentError([too_deep(pointer)])
        self._place(value)
        self._open.append(_Open(pointer, value))

    def _pointer(self) -> str:
        if not self._open:
            return ""
        holder = self._open[-1]
        step = holder.key if isinstance(holder.value, dict) else len(holder.value)
        return holder.pointer + token(step)

    def _end(self, _: _Untyped) -> None:
        self._open.pop()

    def _place(self, value: object) -> None:
        if not self._open:
            self.document = value
            return
        holder = self._open[-1]
        if isinstance(holder.value, list):
            holder.value.append(value)
        elif holder.key is not None:
            holder.value[holder.key] = value
            holder.key = None

    TAKING: Final[dict[str, Callable[[_Builder, _Untyped], None]]] = {
        "DocumentStartEvent": _begin_document,
        "AliasEvent": _alias,
        "ScalarEvent": _scalar,
        "MappingStartEvent": _begin_mapping,
        "SequenceStartEvent": _begin_list,
        "MappingEndEvent": _end,
        "SequenceEndEvent": _end,
    }


_TAKING: Final = _Builder.TAKING
_NO_ALIASES: Final = "anchors and aliases are not read; write the value out"


def _refuse_tags(event: _Untyped) -> None:
    if event.anchor is not None:
        raise DocumentError([_syntax(event.start_mark, _NO_ALIASES)])
    if event.tag is not None:
        raise DocumentError([_syntax(event.start_mark, "tags are not read; leave them out")])


def _plain_value(text: str) -> object:
    """What a plain word stands for."""
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None:
        return text
    return float(text) if number[1] else integer(text)


def _yaml() -> _Untyped:
    try:
        return import_module("yaml")
    except ImportError as error:
        raise MissingExtraError("yaml", "reading and writing YAML") from error


@cache
def _dumper() -> _Untyped:
    """A dumper that quotes whatever any reader could take for something else than a string."""
    dumper: _Untyped = type("Dumper", (_yaml().SafeDumper,), {"ignore_aliases": _always})

    dumper.add_representer(str, _represented)
    dumper.add_implicit_resolver(
        "tag:yaml.org,2002:float", _NUMBER_FOR_OTHERS, list("-+.0123456789")
    )
    return dumper


def _always(*_: object) -> bool:
    return True


def _represented(dumper: _Untyped, text: str) -> object:
    style = '"' if _LINE_BREAK.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
