"""How much of a careful reading is read, and judged alike: ``python -m benchmarks.recall FOLDER``.

The folder holds documents with their careful readings, as ``tests/corpus`` does. ``--errors``
lists every judgement that differs, too.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import inburgering_model as im
from tests.gold import (
    CORPUS,
    FACTS,
    JUDGED,
    Judgement,
    Tally,
    compare,
    documents,
    expected_of,
    judgements,
    tallies,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_FIELD = 28


def main(arguments: Sequence[str]) -> None:
    """Print the account of each folder; without one, of those that are tests."""
    named = [Path(argument) for argument in arguments if not argument.startswith("-")]
    for folder in named or (CORPUS, JUDGED):
        _print_folder(folder, errors="--errors" in arguments)


def _print_folder(folder: Path, *, errors: bool) -> None:
    judged: list[tuple[str, Judgement]] = []
    facts = {kind: Tally(0, 0, 0) for kind in FACTS}
    values: Counter[tuple[str, bool]] = Counter()
    found_here = documents(folder)
    for document in found_here:
        expected = expected_of(document)
        reading = im.read(document)
        judged += [(document.stem, each) for each in judgements(reading.dossier, expected)]
        for kind, tally in tallies(reading, expected).items():
            facts[kind] = Tally(*map(sum, zip(facts[kind], tally, strict=True)))
        for value in compare(reading, expected):
            values[value.field.partition(".")[0], value.agrees] += 1
    print(f"{folder}: {len(found_here)} documents")
    _print_values(values)
    _print_facts(facts)
    if judged:
        _print_coverage([each for _, each in judged])
    for document_name, each in judged if errors else ():
        if not each.agrees:
            rule = each.finding and f"{each.finding.rule} {each.finding.confidence}"
            print(f"  {document_name} {each.sub_question}: {each.expected}, {each.found} ({rule})")


def _print_values(values: Counter[tuple[str, bool]]) -> None:
    if values:
        print("Values that are as the careful reader wrote them")
    for field in dict.fromkeys(field for field, _ in values):
        _print_share(field, values[field, True], values[field, True] + values[field, False])


def _print_facts(facts: dict[str, Tally]) -> None:
    if any(map(any, facts.values())):
        print(f"{'Facts':<{_FIELD + 2}}{'recall':<18}precision")
    for kind, (both, expected, found) in facts.items():
        if expected or found:
            print(f"  {kind:<{_FIELD}}{_share(both, expected):<18}{_share(both, found)}")


def _print_coverage(judged: Sequence[Judgement]) -> None:
    print("Coverage: what the careful reader says (rows), what is found (columns)")
    statuses = [*im.CoverageStatus, "(none)"]
    counts = Counter((each.expected, each.found) for each in judged)
    columns = [status for status in statuses if any(f == status for _, f in counts)]
    print(f"  {'':<12}" + "".join(f"{column[:11]:>12}" for column in columns))
    for status in [row for row in statuses if any(e == row for e, _ in counts)]:
        cells = "".join(f"{counts[status, column] or '.':>12}" for column in columns)
        print(f"  {status:<12}{cells}")
    _print_share("right", sum(each.agrees for each in judged), len(judged))
    print("Right, by confidence")
    _print_groups(judged, lambda each: str(each.finding and each.finding.confidence))
    print("Right, by rule")
    _print_groups(judged, lambda each: each.finding.rule if each.finding else "(none)")


def _print_groups(judged: Iterable[Judgement], key: Callable[[Judgement], str]) -> None:
    counts = Counter((key(each), each.agrees) for each in judged)
    for group in sorted({group for group, _ in counts}, reverse=True):
        _print_share(group, counts[group, True], counts[group, True] + counts[group, False])


def _print_share(name: str, right: int, of: int) -> None:
    print(f"  {name:<{_FIELD}}{_share(right, of)}")


def _share(right: int, of: int) -> str:
    return f"{right} of {of}" + (f" ({right / of:.0%})" if of else "")


if __name__ == "__main__":
    main(sys.argv[1:])
