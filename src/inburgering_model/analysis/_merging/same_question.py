"""Whether dossiers are of one question; those that are not are refused."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from inburgering_model.analysis._merging.likeness import are_alike, bare, person_key
from inburgering_model.errors import MergeError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from inburgering_model.model.dossier import Dossier
    from inburgering_model.model.people import Person
    from inburgering_model.model.question import ParliamentaryQuestion
    from inburgering_model.model.references import QuestionReference

__all__ = ["check_same_question"]


def check_same_question(dossiers: Sequence[Dossier]) -> None:
    """Raise MergeError for the first field that shows that these are several questions."""
    questions = [dossier.question for dossier in dossiers]
    _agree("asked_on", [(q.asked_on, q.asked_on) for q in questions if q.asked_on])
    years = [year for year in map(_year, dossiers) if year]
    _agree("parliamentary_year", [(year, year) for year in years])
    authors = [question.author for question in questions if question.author]
    _agree("author", [(person_key(author), author.name) for author in authors])
    _check_texts(dossiers)
    _check_numbers(dossiers)


def _agree(field: str, known: Iterable[tuple[Hashable, object]]) -> None:
    """Of pairs of key and value, all keys have to be one."""
    values: dict[Hashable, object] = {}
    for key, value in known:
        values.setdefault(key, value)
    if len(values) > 1:
        raise MergeError(field, values.values(), "these files differ")


def _year(dossier: Dossier) -> str | None:
    """The parliamentary year, as far as it is known: of the question, or as a reply prints it."""
    years = (reply.parliamentary_year for reply in _replies(dossier))
    return dossier.question.parliamentary_year or next((year for year in years if year), None)


def _replies(dossier: Dossier) -> Iterator[QuestionReference]:
    return (answer.replies_to for answer in dossier.answers if answer.replies_to is not None)


def _check_texts(dossiers: Sequence[Dossier]) -> None:
    """All texts are like the one that most files have; who has none shows otherwise it belongs."""
    texts = [_text(dossier.question) for dossier in dossiers]
    known = Counter(bare(text) for text in texts if text)
    if known:
        # Of the most frequent the longest, and of these any, but whatever the order of the files.
        standard = max(known, key=lambda text: (known[text], len(text), text))
        for text in texts:
            if text and not are_alike(bare(text), standard):
                other = next(other for other in texts if bare(other) == standard)
                detail = "the text of the question differs"
                raise MergeError("items", [t for t in texts if t in (text, other)], detail)
    for index, dossier in enumerate(dossiers):
        others = (*dossiers[:index], *dossiers[index + 1 :])
        if not texts[index] and not _shown_otherwise(dossier, others, anyhow=not known):
            detail = (
                "a file without the text of the question has neither title, nor minister and "
                "number in common with another"
            )
            raise MergeError("items", texts, detail)


def _text(question: ParliamentaryQuestion) -> str:
    """What is asked: the text of all items."""
    return "\n\n".join(
        passage.text
        for item in question.items
        for passage in item.passages or tuple(sub.passage for sub in item.sub_questions)
    )


def _shown_otherwise(dossier: Dossier, others: Sequence[Dossier], *, anyhow: bool) -> bool:
    """Whether a title, or a minister with a number, is in another file as well.

    When no file has a text (``anyhow``), an asker and a day in common are enough.
    """
    question = dossier.question
    title = bare(question.title or "")
    if title and any(are_alike(title, bare(other.question.title or "")) for other in others):
        return True
    if anyhow and question.author is not None and question.asked_on is not None:
        return any(other.question.author and other.question.asked_on for other in others)
    numbers = frozenset(_numbers(dossier))
    return not all(numbers.isdisjoint(_numbers(other)) for other in others)


def _numbers(dossier: Dossier) -> Iterator[tuple[str, int]]:
    """Every minister of whom a number of the question is known."""
    for addressee in dossier.question.addressees:
        yield from _numbered(addressee.person, addressee.number)
    for answer in dossier.answers:
        reply, referred = answer.replies_to, getattr(answer, "refers_to", None)
        if reply is not None:
            respondent = answer.respondent
            yield from _numbered(respondent.person if respondent else None, reply.number)
        if referred is not None:
            yield from _numbered(referred.minister, referred.number)


def _numbered(person: Person | None, number: int | None) -> Iterator[tuple[str, int]]:
    if person is not None and number is not None:
        yield person_key(person), number


def _check_numbers(dossiers: Sequence[Dossier]) -> None:
    """A minister's own files have one number.

    What the file of a colleague lists may have an error of print, and is not looked at. Without an
    answer, any minister of a file may be its own.
    """
    numbers: dict[str, dict[int, str]] = {}
    for dossier in dossiers:
        own = {person_key(a.respondent.person) for a in dossier.answers if a.respondent}
        for addressee in dossier.question.addressees:
            key = person_key(addressee.person)
            if addressee.number is not None and (not own or key in own):
                found = numbers.setdefault(key, {})
                found.setdefault(addressee.number, addressee.person.name)
    for found in numbers.values():
        if len(found) > 1:
            name = next(iter(found.values()))
            raise MergeError("number", found, f"{name} has several numbers")
