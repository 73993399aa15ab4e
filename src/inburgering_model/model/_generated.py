"""Functions whose source text is written from a field table, and compiled when first needed.

A table that is walked for every object costs five to ten times as much as the function that a
careful programmer would write for each class; so that function is written here, from the table. The
text holds nothing but the names of our own fields: every other object is given a name by
:meth:`Function.bind`. Python shows the text in tracebacks and debuggers.
"""

from __future__ import annotations

import linecache
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

__all__ = ["Function"]


class Function:
    """A function of one argument while its source text is written, line by line.

    Keywords are objects that the text calls by these names.
    """

    def __init__(self, name: str, argument: str, **names: object) -> None:
        self._name = name
        self._lines = [f"def {name}({argument}):"]
        self._indentation = "    "
        self._names: dict[str, Any] = names

    def bind(self, value: object) -> str:
        """A name for an object: what it is called, if it is called something, and a number."""
        for name, bound in self._names.items():
            if bound is value:
                return name
        called = str(getattr(value, "__name__", type(value).__name__)).strip("_<>")
        name = f"{called if called.isidentifier() else ''}_{len(self._names)}"
        self._names[name] = value
        return name

    def write(self, *lines: str) -> None:
        """Add lines to the body."""
        self._lines += (self._indentation + line for line in lines)

    @contextmanager
    def block(self, head: str) -> Generator[None]:
        """What is written within is the block of a statement."""
        self.write(head)
        outer = self._indentation
        self._indentation = f"{outer}    "
        yield
        self._indentation = outer

    def compiled(self) -> Callable[[Any], Any]:
        """The function."""
        text = "\n".join([*self._lines, ""])
        # One name for one text: those who make many converters do not fill the cache.
        file = f"<inburgering_model {self._name} {hash(text):x}>"
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
        exec(compile(text, file, "exec"), self._names)  # noqa: S102 - only our own names
        function: Callable[[Any], Any] = self._names[self._name]
        return function
