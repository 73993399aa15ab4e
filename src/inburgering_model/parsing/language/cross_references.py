"""Pointers inside an answer to what it answers elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inburgering_model.model.answer import CrossReference
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.references import ItemReference
from inburgering_model.parsing.language.labels import read_references
from inburgering_model.parsing.language.rare_labels import roman_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inburgering_model.model.passage import Passage

__all__ = ["cross_references"]

_ANSWER = r"(?:(?:het|mijn|de|dit)\s*)?(?:antwoord(?:en)?\s*)?(?:op|bij|onder|in|van|naar)?\s*"
_QUESTION = r"(?:(?:de|uw)\s*)?(?:vorige\s+)?(?:deel)?vra(?:ag|gen)\s*"
# Words that send the reader there: the answer stands at the target.
_DELEGATES = re.compile(
    rf"\b(?:(?:ik\s+)?verwijs(?:t|ik)?\s+(?:ik\s+|u\s+|hiervoor\s+|daarvoor\s+|hierbij\s+|graag\s+|verder\s+)*naar\s+"
    rf"|(?:zie|cfr?\.?)\s*(?:(?:hiervoor|daarvoor|verder|hierboven|hieronder|boven|infra|supra)"
    rf"\b,?\s*)?(?:punt(?:en)?\s*)?){_ANSWER}(?P<question>{_QUESTION})?(?:nrs?\.?\s*)?(?=\d)",
    re.IGNORECASE,
)
# Numbers that end their clause, so that they count nothing.
_CLOSED_NUMBERS = (
    r"\d{1,2}[a-z]?(?:\s*(?:,|-|–|en|t/m|t\.e\.m\.)\s*\d{1,2}[a-z]?){0,5}\s*(?:[.,;:)](?!\d)|$)"
)
# Words that lean on what stands there: the answer stands here. Any other mention of a question's
# number does too, whether or not the space before "vraag" was lost.
_LEANS = re.compile(
    rf"\b(?:zie\s+ook\s+{_ANSWER}(?:{_QUESTION}|(?:punt(?:en)?\s*)?(?={_CLOSED_NUMBERS}))|(?:aangegeven|gesteld|vermeld|gezegd|toegelicht|geschetst|"
    rf"aangehaald|beschreven|uiteengezet|opgesomd|gemeld|meegedeeld)\s+"
    rf"(?:in|bij|onder|op)\s+(?:punt(?:en)?\s*)?|onder\s+(?=\d{{1,2}}[a-z]\b)"
    rf"|(?:op|van|bij|onder|in|uit|de|uw)?(?:deel)?vra(?:ag|gen)\s*)(?=\d)",
    re.IGNORECASE,
)
# What follows a number that is no item: the day of another question, a year, a measure.
_NOT_AN_ITEM = re.compile(
    r"\d|\s+van\s+\d{1,2}[\s/.-]{1,2}\w{1,9}[\s/.-]{1,2}\d{4}\b|\s*(?:%|euro\b|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jaar\b)"
)


def cross_references(passages: Sequence[Passage]) -> tuple[CrossReference, ...]:
    """The items that the passages of an answer item refer to; it can be among them itself.

    >>> from inburgering_model.model.passage import Passage
    >>> found = cross_references([Passage(text="Zie het antwoord op vraag 2 en 3.")])
    >>> [(str(reference.target), reference.delegates) for reference in found]
    [('2', True), ('3', True)]
    """
    found: dict[ItemReference, CrossReference] = {}
    for passage in passages:
        for reference in _in_passage(passage):
            found.setdefault(reference.target, reference)
    return tuple(found.values())


# The same of an item with a Roman figure; further on, it is part of a decree.
_ROMAN = re.compile(
    rf"\b(?i:zie|cfr?\.?|verwijs\s+(?:ik\s+)?naar)\s+(?:ook\s+)?(?i:{_ANSWER})"
    r"(?i:punt|vraag|deelvraag)\s+(X{0,2}(?:IX|IV|V?I{0,3}))(?<=[XVI])(?=[.,;)]|\s*$)"
)
# Each pattern needs one of these, and a number: most passages hold none, and a look is cheap.
_HINTS = ("vra", "zie", "Zie", "cf", "Cf", "verwijs", "onder", "bij", "punt")
_DIGIT = re.compile(r"\d")


def _in_passage(passage: Passage) -> Iterator[CrossReference]:
    taken: set[int] = set()
    if not any(hint in passage.text for hint in _HINTS):
        return
    yield from _by_roman_figure(passage)
    if not _DIGIT.search(passage.text):
        return
    for pattern, delegates in ((_DELEGATES, True), (_LEANS, False)):
        for match in pattern.finditer(passage.text):
            read = read_references(passage.text, match.end())
            if read is None or match.end() in taken or _NOT_AN_ITEM.match(passage.text, read[1]):
                continue
            taken.add(match.end())
            spans = passage.locate(match.start(), read[1])
            rule = "cross-reference.delegates" if delegates else "cross-reference.leans"
            for target in read[0]:
                yield CrossReference(
                    target=target,
                    delegates=delegates,
                    evidence=(Evidence(spans=spans, rule=rule),),
                )


def _by_roman_figure(passage: Passage) -> Iterator[CrossReference]:
    for match in _ROMAN.finditer(passage.text):
        spans = passage.locate(*match.span())
        yield CrossReference(
            target=ItemReference(number=roman_value(match.group(1))),
            delegates=True,
            evidence=(Evidence(spans=spans, rule="cross-reference.delegates"),),
        )
