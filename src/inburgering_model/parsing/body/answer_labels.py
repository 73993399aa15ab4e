"""Which lines of an answer are labels of items, by what was asked and what came before."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from inburgering_model.parsing.body.items import (
    Candidate,
    bare_candidates,
    candidates,
    capital_candidates,
    lettered_candidates,
    rare_candidates,
)
from inburgering_model.parsing.text.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.model.question import QuestionItem
    from inburgering_model.model.references import ItemReference
    from inburgering_model.parsing.text.account import Account
    from inburgering_model.parsing.text.lines import Line

__all__ = ["answer_labels"]


def answer_labels(
    account: Account, lines: Sequence[Line], asked: Sequence[QuestionItem]
) -> list[Candidate]:
    """The labels of an answer to the items that were asked, each with the items it names."""
    return (
        _lettered(lines, asked)
        or _in_words(lines, asked)
        or _numbered(account, lines, asked)
        or _rare(lines, asked)
        or _bare(lines, asked)
    )


def _in_words(lines: Sequence[Line], asked: Sequence[QuestionItem]) -> list[Candidate]:
    """Labels in words ("Vraag één"), where they name all that was asked, in its order."""
    worded = [candidate for candidate in rare_candidates(lines) if candidate.label.worded]
    named = [reference for candidate in worded for reference in candidate.label.references]
    return worded if named and named == [item.reference for item in asked] else []


def _rare(lines: Sequence[Line], asked: Sequence[QuestionItem]) -> list[Candidate]:
    """Labels of the rarer sorts: they count up, and most of the answer stands below them.

    Notes stand at the end; the members of a list go on in lower case.
    """
    names = {item.reference for item in asked if item.number}
    last = 0
    accepted: list[Candidate] = []
    for candidate in rare_candidates(lines) if names else ():
        text = lines[candidate.index].text[candidate.label.end :]
        fits = candidate.number > last and names.issuperset(candidate.label.references)
        if candidate.strong and fits and not text[:1].islower():
            accepted.append(candidate)
            last = candidate.label.references[-1].number
    return accepted if accepted and _leads(lines, accepted[0]) else []


def _bare(lines: Sequence[Line], asked: Sequence[QuestionItem]) -> list[Candidate]:
    """Numbers that nothing closes: all that were asked and no other, in order, from the first line.

    Each stands above whole sentences, which the rows of a table are not.
    """
    numbers = list(dict.fromkeys(item.number for item in asked if item.number))
    found = bare_candidates(lines) if len(numbers) > 1 else []
    if not found or found[0].index or not ends_sentence(lines[-1].text):
        return []
    whole = all(ends_sentence(lines[member.index - 1].text) for member in found[1:])
    counts = [member.number for member in found] == numbers == list(range(1, len(numbers) + 1))
    return found if counts and whole else []


def _leads(lines: Sequence[Line], first: Candidate) -> bool:
    """Whether most of the answer stands below its first label, and nothing above points at it."""
    start = lines[first.index].start
    above = (line.text for line in lines[: first.index])
    return (
        first.number == 1
        and start - lines[0].start <= lines[-1].end - start
        and not any(first.label.printed in text for text in above)
    )


def _lettered(lines: Sequence[Line], asked: Sequence[QuestionItem]) -> list[Candidate]:
    """The labels of letters alone, small or capital, where that is what was asked."""
    names = frozenset(item.reference for item in asked if item.letter and not item.number)
    if not names:
        return []
    return _each_once(lettered_candidates(lines), names) or _each_once(
        capital_candidates(lines), names
    )


def _each_once(found: Sequence[Candidate], names: frozenset[ItemReference]) -> list[Candidate]:
    """The candidates that name what was asked and no candidate before them named."""
    accepted: list[Candidate] = []
    for candidate in found:
        if candidate.strong and names.issuperset(candidate.label.references):
            accepted.append(candidate)
            names = names.difference(candidate.label.references)
    return accepted


# "Vraag 9:", "Antwoord op vraag 9:": beyond doubt, whatever was asked.
_CLOSED_WORD = re.compile(r"(?:antwoord|(?:deel)?vra(?:ag|gen))\b[^:]*:", re.IGNORECASE)
# One number, closed: "7.", "7)"; and a range or list of them: "4-7:".
_PLAIN = re.compile(r"\d{1,2}[.)]")
_RANGE = re.compile(r"(?<!\d)(\d{1,2})\s?[-–—‐‑]\s?(\d{1,2})(?!\d)")
_SEVERAL = re.compile(r"\d{1,2}\D[^:]*[.):]")


@define
class _Order:
    """What has been answered so far, and the list inside an item that is being counted."""

    asked: Counter[int]
    """How often each number was asked: a number may be printed twice."""
    seen: Counter[int] = field(factory=Counter[int])
    nested: int = 0
    """The number that goes on with a list inside an item; 0 outside a list."""

    def accepts(self, candidate: Candidate, *, comes_again: bool) -> bool:
        """Whether a candidate is the label of an item, and not of a list inside one."""
        numbers = {reference.number for reference in candidate.label.references}
        number = candidate.number
        if candidate.label.part and self.seen[number]:
            return False
        if _runs_backwards(candidate.label.printed) and not candidate.strong:
            return False
        if candidate.label.worded:
            closed = candidate.strong and _CLOSED_WORD.fullmatch(candidate.label.printed)
            fits = not self.asked or number in self.asked or number <= self._next + 1
            return fits or closed is not None
        if number == self.nested and (
            not self._fits(numbers) or comes_again or not candidate.strong
        ):
            self.nested = number + 1
            return False
        if self._fits(numbers):
            return candidate.strong or number == self._next
        if number == 1 and self.seen:
            self.nested = 2
        return candidate.strong and not self.nested and self._is_odd_but_plain(candidate)

    def _is_odd_but_plain(self, candidate: Candidate) -> bool:
        """Whether a label repeats the last number, or skips one that was not asked."""
        number = candidate.number
        repeated = number == self._next - 1
        return number > 1 and (
            repeated or (candidate.apart and self._next < number <= self._next + 1)
        )

    @property
    def _next(self) -> int:
        return max(self.seen, default=0) + 1

    def _fits(self, numbers: set[int]) -> bool:
        fresh = {n for n in numbers if self.seen[n] < max(self.asked[n], 1)}
        if not fresh:
            return False
        if self.asked and all(n in self.asked for n in fresh):
            return True
        return min(fresh) == self._next or (
            not self.asked and self._next < min(fresh) <= self._next + 2
        )

    def take(self, candidate: Candidate) -> None:
        """Count a label that was accepted."""
        self.nested = 0
        self.seen.update({reference.number for reference in candidate.label.references})


def _numbered(
    account: Account, lines: Sequence[Line], asked: Sequence[QuestionItem]
) -> list[Candidate]:
    """The candidates that are labels of items."""
    order = _Order(
        Counter({item.number: item.occurrence for item in asked if item.number is not None})
    )
    lettered = {item.number for item in asked if item.letter}
    found = candidates(lines)
    accepted: list[Candidate] = []
    seen_items: set[ItemReference] = set()
    last_index = {r.number: c.index for c in found for r in c.label.references}
    for candidate in found if order.asked else _unlisted(lines, found):
        references = set(candidate.label.references)
        comes_again = last_index[candidate.number] > candidate.index
        again = {r for r in references if r.letter and r.number in lettered} - seen_items
        fits = order.accepts(candidate, comes_again=comes_again) or again
        if fits or _is_stray(candidate, found, accepted, lines, order):
            line = lines[candidate.index]
            place = (line.start, line.start + len(candidate.label.printed))
            _note(account, candidate, order, place)
            if fits or candidate.number in order.asked:
                order.take(candidate)
            accepted.append(_with_occurrences(candidate, order))
            seen_items |= references
    return accepted


def _unlisted(lines: Sequence[Line], found: Sequence[Candidate]) -> list[Candidate]:
    """Labels in an answer to what has no numbers: none, when a colon or its letters make a list."""
    first = next((candidate for candidate in found if candidate.number == 1), None)
    if first is None:
        return list(found)
    announced = first.index > 0 and lines[first.index - 1].text.endswith(":")
    small = lines[first.index].text[first.label.end :][:1].islower()
    return [] if announced or small else list(found)


def _is_stray(
    candidate: Candidate,
    found: Sequence[Candidate],
    accepted: Sequence[Candidate],
    lines: Sequence[Line],
    order: _Order,
) -> bool:
    """Whether a label that does not fit is an error of numbering, and not part of the text.

    It begins a paragraph that is no member of a list, and looks as the labels around it do.
    """
    index, label = candidate.index, candidate.label
    text = lines[index].text[label.end :].lstrip("“\"'‘(")
    if not order.asked or not candidate.strong or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    if index and lines[index - 1].text.endswith((":", ";")):
        return False
    if len(label.references) > 1:
        known = any(reference.number in order.asked for reference in label.references)
        several = _SEVERAL.fullmatch(label.printed) is not None
        return several and (index == 0 or (candidate.apart and known))
    below = [other for other in found if other.index > index]
    in_list = order.nested > 1 and candidate.number != 1
    begins_list = candidate.number == 1 and any(
        other.number == candidate.number + 1 for other in below
    )
    if in_list or begins_list or not _PLAIN.fullmatch(label.printed):
        return False
    above = any(_alike(other, candidate) for other in accepted)
    goes_on = any(
        _alike(other, candidate) and other.strong and other.number in order.asked
        for other in below
        if not order.seen[other.number]
    )
    return index == 0 or (above and (candidate.apart or goes_on))


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two labels are closed by the same sign, and neither has a word."""
    worded = one.label.worded or other.label.worded
    return not worded and one.label.printed[-1] == other.label.printed[-1]


def _with_occurrences(candidate: Candidate, order: _Order) -> Candidate:
    """Say which of two items with the same number a label names: each in its turn."""
    references = tuple(
        evolve(reference, occurrence=order.seen[reference.number])
        if reference.letter is None
        and 1 < order.seen[reference.number] <= order.asked[reference.number]
        else reference
        for reference in candidate.label.references
    )
    return evolve(candidate, label=evolve(candidate.label, references=references))


def _runs_backwards(printed: str) -> bool:
    ends = _RANGE.search(printed)
    return ends is not None and int(ends.group(1)) > int(ends.group(2))


def _note(account: Account, candidate: Candidate, order: _Order, place: tuple[int, int]) -> None:
    numbers = [reference.number for reference in candidate.label.references]
    unknown = [number for number in numbers if order.asked and number not in order.asked]
    again = [n for n in numbers if order.seen[n] and order.seen[n] >= order.asked[n]]
    if _runs_backwards(candidate.label.printed):
        label = candidate.label.printed
        account.issue("label.order", f"the range in label {label!r} runs backwards", place)
    if unknown:
        names = ", ".join(map(str, unknown))
        account.issue("label.unknown", f"answers item {names}, which was not asked", place)
    elif again and not any(reference.letter for reference in candidate.label.references):
        label = candidate.label.printed
        account.issue("label.repeated", f"label {label!r} was printed before", place)
    elif min(numbers) < max(order.seen, default=0) and not candidate.label.references[0].letter:
        label = candidate.label.printed
        account.issue("label.order", f"label {label!r} comes after a higher number", place)
