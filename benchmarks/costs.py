"""What each public function costs as its input grows: ``python -m benchmarks.costs [FILE]``.

Each function is given an input of one size, and one ten times as large. The ratio of the times is
that of the least time of each, taken in turns; the ratio of the memory is that of the peaks that
``tracemalloc`` sees while the function runs, its result included. With a file, the table between
the two marks in that file is written anew.
"""

from __future__ import annotations

import gc
import io
import sys
import tempfile
import tracemalloc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import inburgering_model as im
from benchmarks._timing import best_seconds
from inburgering_model.testing import differing, make_dossier
from inburgering_model.testing.assertions import assert_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SMALL: Final = 20
_LARGE: Final = 10 * _SMALL
_START, _END = "<!-- costs: begin -->", "<!-- costs: end -->"


_ACROSS: Final = (
    im.pilot_timeline,
    im.pilot_differences,
    im.follow_ups_by_destination,
    im.answer_terms_by_minister,
    im.unanswered_sub_questions,
)


class Inputs:
    """A dossier of a number of items, in each of the forms that functions take."""

    def __init__(self, items: int) -> None:
        self.made = make_dossier(items=items, addressees=2, pilots=2)
        self.other = make_dossier(items=items, addressees=2, pilots=2, seed=1)
        self.text = im.to_published(self.made)
        self.file = self.text.encode()
        self.reading = im.parse(self.text)
        self.dossier = self.reading.dossier
        self.mapping = im.to_dict(self.dossier)
        self.json = im.dumps(self.dossier)
        self.many = [im.example().dossier] * max(items // 4, 1)
        self.lines = "".join(f"{im.dumps(dossier)}\n" for dossier in self.many)

    def calls(self, folder: Path) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Each public function: its name, what grows, and a call of it."""
        stored = folder / f"{len(self.text)}.json"
        im.dump(self.dossier, stored)
        yield "parse", "the text", partial(im.parse, self.text)
        yield "read", "the bytes of a text file", partial(im.read, self.file)
        yield "to_published", "the dossier", partial(im.to_published, self.made)
        yield "validate", "the dossier", partial(im.validate, self.dossier)
        yield "validate", "the reading", partial(im.validate, self.reading)
        yield "align", "the dossier", partial(im.align, self.dossier)
        yield "coverage", "the dossier", partial(im.coverage, self.dossier)
        yield "answer_term", "the dossier", partial(im.answer_term, self.dossier)
        yield "merge", "the dossiers", partial(im.merge, [self.dossier, self.made])
        yield "to_dict", "the dossier", partial(im.to_dict, self.dossier)
        yield "from_dict", "the mapping", partial(im.from_dict, self.mapping)
        yield "dumps", "the dossier", partial(im.dumps, self.dossier)
        yield "loads", "the JSON text", partial(im.loads, self.json)
        yield "dump", "the dossier", lambda: im.dump(self.dossier, io.StringIO())
        yield "load", "the file", partial(im.load, stored)
        yield "dump_lines", "the dossiers", lambda: im.dump_lines(self.many, io.StringIO())
        yield "load_lines", "the lines", lambda: list(im.load_lines(io.StringIO(self.lines)))
        for function in _ACROSS:
            yield function.__name__, "the dossiers", partial(self._all_rows, function)
        yield "Dossier.citation", "the dossier", lambda: self.dossier.citation
        yield "Dossier.quote", "the dossier", self._quote
        yield "Dossier.sub_question", "the dossier", self._last_sub_question
        yield "Passage.locate", "the passage", self._locate()
        yield "testing.differing", "the dossiers", partial(differing, self.made, self.other)
        yield "testing.assert_quotes", "the reading", partial(assert_quotes, self.reading)

    def _all_rows(self, function: Callable[[Iterable[im.Dossier]], Iterable[object]]) -> object:
        return list(function(self.many))

    def _quote(self) -> object:
        span = self.dossier.question.items[-1].passages[-1].spans[0]
        return self.dossier.quote(span)

    def _last_sub_question(self) -> object:
        return self.dossier.sub_question(self.dossier.question.sub_questions[-1].id)

    def _locate(self) -> Callable[[], object]:
        pieces = tuple(
            piece
            for item in self.dossier.question.items
            for passage in item.passages
            for piece in passage.pieces
        )
        text = "".join(p.text for item in self.dossier.question.items for p in item.passages)
        return partial(im.Passage(text=text, pieces=pieces).locate, 0, len(text))


def rows(*, rounds: int = 5) -> Iterator[tuple[str, str, float, float, float]]:
    """Function, what grows, its milliseconds on the small input, and both ratios."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = zip(
            Inputs(_SMALL).calls(Path(folder)), Inputs(_LARGE).calls(Path(folder)), strict=True
        )
        for (name, grows, small), (_, _, large) in pairs:
            best = best_seconds({"small": small, "large": large}, rounds=rounds, seconds=0.02)
            peaks = [_peak(call) for call in (small, large)]
            milliseconds = best["small"] * 1e3
            yield name, grows, milliseconds, best["large"] / best["small"], peaks[1] / peaks[0]


def _peak(call: Callable[[], object]) -> int:
    """The most memory that a call holds at one moment, after a first call has filled caches."""
    call()
    gc.collect()
    tracemalloc.start()
    try:
        result = call()  # noqa: F841 - kept, so that it is counted
        return max(tracemalloc.get_traced_memory()[1], 1)
    finally:
        tracemalloc.stop()


def table(measured: Iterable[tuple[str, str, float, float, float]]) -> str:
    """The table in Markdown."""
    lines = [
        f"| function | what grows tenfold | time, {_SMALL} items | time grows | memory grows |",
        "|---|---|--:|--:|--:|",
        *(
            f"| `{name}` | {grows} | {_shown(milliseconds)} | {time:.1f} × | {memory:.1f} × |"
            for name, grows, milliseconds, time, memory in measured
        ),
    ]
    return "\n".join(lines)


def _shown(milliseconds: float) -> str:
    return f"{milliseconds:.1f} ms" if milliseconds >= 1 else f"{milliseconds * 1e3:.1f} µs"


def written_into(page: str, new: str) -> str:
    """A page with the table between its marks replaced."""
    before, start, rest = page.partition(_START)
    _, end, after = rest.partition(_END)
    if not (start and end):
        message = f"the page has no {_START} and {_END}"
        raise ValueError(message)
    return f"{before}{start}\n\n{new}\n\n{end}{after}"


def main() -> None:
    """Print the table; write it into a file when one is given."""
    new = table(rows())
    print(new)
    for name in sys.argv[1:]:
        page = Path(name)
        page.write_text(written_into(page.read_text("utf-8"), new), encoding="utf-8")


if __name__ == "__main__":
    main()
