"""What kind of answer it is: by its caption, or else by what it says."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.answer import (
    CoordinatedAnswer,
    OrdinaryAnswer,
    ReferringAnswer,
    Stage,
)
from inburgering_model.model.people import Person, fold
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.references import QuestionReference
from inburgering_model.parsing.language.days import find_day
from inburgering_model.parsing.language.names import NATURAL_NAME

if TYPE_CHECKING:
    from inburgering_model.model.passage import Passage
    from inburgering_model.parsing.body.answer_body import AnswerBody
    from inburgering_model.parsing.heads.answer_head import AnswerHead
    from inburgering_model.parsing.text.account import Account
    from inburgering_model.parsing.text.lines import Line

__all__ = ["AnswerKind", "answer_kind"]


@frozen
class AnswerKind:
    """The class of an answer, its stage, and what a referring one refers to."""

    answer: type[OrdinaryAnswer | CoordinatedAnswer | ReferringAnswer]
    stage: Stage
    refers_to: QuestionReference | None
    evidence: tuple[Evidence, ...]


_KINDS: tuple[tuple[str, type[OrdinaryAnswer | CoordinatedAnswer | ReferringAnswer]], ...] = (
    ("gecoordineerd", CoordinatedAnswer),
    ("gezamenlijk", CoordinatedAnswer),
    ("verwijzend", ReferringAnswer),
)
_STAGES = (
    ("voorlopig", Stage.PROVISIONAL),
    ("aanvullend", Stage.SUPPLEMENTARY),
    ("bijkomend", Stage.SUPPLEMENTARY),
)

# Without a caption that says so: the sentence that refers to a colleague's answer.
_REFERS = re.compile(
    r"\bverwijs(?:t)?\b[^.?!]{0,80}\b(?:antwoord|beantwoording)\b[^.?!]{0,120}\b(?:minister|collega|viceminister)",
    re.IGNORECASE,
)
_PROVISIONAL = re.compile(
    r"\bvoorlopig antwoord\b|\b(?:aanvullend|definitief|volledig) antwoord (?:volgt|zal|wordt)\b",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(
    r"\b(?:mede|ook|tevens|eveneens) (?:\w{1,20} ){0,2}(?:namens|in naam van)\b"
    r"|\bnamens (?:mijn |de )?collega"
    r"|\bgeldt (?:\w{1,20} )?(?:ook|tevens|eveneens) voor (?:mijn |de )?(?:collega|minister)"
    r"|\bgeco[oö]rdineerd antwoord (?:wordt|werd|geef)",
    re.IGNORECASE,
)
_LONGEST_REFERRAL = 700
# What a referral prints of the question it refers to.
_MINISTER = re.compile(
    r"\b(?:minister(?:-president)?|viceminister-president|collega(?:\s+minister)?)\s+(?=[A-ZÀ-Þ])"
)
_NUMBER = re.compile(r"\b(?:nr|nummer)s?\.?\s*(\d{1,5})\b", re.IGNORECASE)


def answer_kind(
    account: Account, head: AnswerHead, lines: tuple[Line, ...], body: AnswerBody
) -> AnswerKind:
    """Tell the kind and the stage of an answer."""
    caption = _known_words(fold(head.caption))
    answer = next((kind for word, kind in _KINDS if word in caption), None)
    stage = next((stage for word, stage in _STAGES if word in caption), None)
    evidence: list[Evidence] = []
    if caption:
        line = next(line for line in lines if line.text.startswith(head.caption))
        end = line.start + len(head.caption)
        evidence.append(account.evidence("answer-head.caption", line.start, end, of="kind"))
    passages = [*body.opening, *(p for item in body.items for p in item.passages)]
    if answer is None:
        answer, found = _by_text(passages, body)
        evidence += found
    if stage is None:
        stage, found = _stage_by_text(passages)
        evidence += found
    refers_to = _referral(passages) if answer is ReferringAnswer else None
    return AnswerKind(answer, stage, refers_to, tuple(evidence))


_CAPTION_WORDS = [*(word for word, _ in (*_KINDS, *_STAGES)), "antwoord", "definitief"]


def _known_words(caption: str) -> str:
    """The words of a caption, each as the word it is nearly the same as."""
    return " ".join(
        word
        if word in _CAPTION_WORDS
        else (get_close_matches(word, _CAPTION_WORDS, 1, 0.8) or [word])[0]
        for word in caption.split()
    )


def _by_text(
    passages: list[Passage], body: AnswerBody
) -> tuple[type[OrdinaryAnswer | CoordinatedAnswer | ReferringAnswer], list[Evidence]]:
    if sum(len(passage.text) for passage in passages) <= _LONGEST_REFERRAL and not any(
        item.answers for item in body.items
    ):
        found = _first(_REFERS, passages, "kind", "answer.refers")
        if found:
            return ReferringAnswer, found
    found = _first(_ON_BEHALF, body.opening or tuple(passages[:1]), "kind", "answer.on-behalf")
    return (CoordinatedAnswer, found) if found else (OrdinaryAnswer, [])


def _stage_by_text(passages: list[Passage]) -> tuple[Stage, list[Evidence]]:
    found = _first(_PROVISIONAL, passages[:2], "stage", "answer.provisional")
    return (Stage.PROVISIONAL, found) if found else (Stage.FINAL, [])


def _first(
    pattern: re.Pattern[str], passages: tuple[Passage, ...] | list[Passage], field: str, rule: str
) -> list[Evidence]:
    for passage in passages:
        if match := pattern.search(passage.text):
            spans = passage.locate(*match.span())
            return [Evidence(of=field, spans=spans, rule=rule, confidence=0.7)]
    return []


def _referral(passages: list[Passage]) -> QuestionReference | None:
    """What the text prints of the question whose answer it refers to."""
    for passage in passages:
        text = passage.text
        title, number = _MINISTER.search(text), _NUMBER.search(text)
        minister = NATURAL_NAME.match(text, title.end()) if title else None
        day = find_day(text)
        if not (minister or number):
            continue
        places = [minister.span()] if minister else []
        places += [number.span(1)] if number else []
        places += [(day.start, day.end)] if day else []
        spans = passage.locate(min(s for s, _ in places), max(e for _, e in places))
        evidence = Evidence(spans=spans, rule="answer.refers-to", confidence=0.9)
        person = (
            Person(
                name=minister.group(),
                evidence=(
                    Evidence(spans=passage.locate(*minister.span()), rule="answer.refers-to"),
                ),
            )
            if minister
            else None
        )
        return QuestionReference(
            number=int(number.group(1)) or None if number else None,
            date=day.value if day else None,
            minister=person,
            evidence=(evidence,),
        )
    return None
