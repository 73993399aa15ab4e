"""The sub-questions of many dossiers that nobody answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inburgering_model.analysis.across.dossiers import each_dossier
from inburgering_model.analysis.coverage.judging import coverage
from inburgering_model.model.answer import ReferringAnswer
from inburgering_model.model.judgement import CoverageStatus, UnansweredSubQuestion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from inburgering_model.model.dossier import Dossier

__all__ = ["unanswered_sub_questions"]

_UNANSWERED = frozenset((CoverageStatus.UNANSWERED,))


def unanswered_sub_questions(
    dossiers: Iterable[Dossier], *, statuses: Collection[CoverageStatus] = _UNANSWERED
) -> Iterator[UnansweredSubQuestion]:
    r"""The sub-questions without an answer, as :func:`~inburgering_model.coverage` judges them.

    Dossier by dossier, as they come. With other ``statuses``, such as ``declined``, those.

    Raises TypeError when one of the dossiers is none.

    >>> from inburgering_model import parse
    >>> dossier = parse(
    ...     "Wegen\n\n1. Hoeveel bussen rijden er? Wie beheert de haltes?\n\n"
    ...     "JAN CLAES\nVLAAMS MINISTER VAN WERK\n\nANTWOORD\n"
    ...     "op vraag nr. 3 van 4 mei 2020\nvan AN PEETERS\n\n1. Er rijden 12 bussen.\n"
    ... ).dossier
    >>> for row in unanswered_sub_questions([dossier]):
    ...     print(row.citation, row.ministers, row.finding.sub_question, row.text)
    SV nr. 3 (2019-2020) ('Jan Claes',) 1.2 Wie beheert de haltes?
    """
    for dossier in each_dossier(dossiers):
        found = [each for each in coverage(dossier) if each.status in statuses]
        asked = dossier.question.sub_questions if found else ()
        texts = {sub_question.id: sub_question.passage.text for sub_question in reversed(asked)}
        for finding in found:
            yield UnansweredSubQuestion(
                text=texts[finding.sub_question],
                finding=finding,
                citation=dossier.citation,
                ministers=_ministers(dossier),
            )


def _ministers(dossier: Dossier) -> tuple[str, ...]:
    """Who answered, and not only referred; when nobody did, all who were asked."""
    people = [
        answer.respondent.person
        for answer in dossier.answers
        if answer.respondent is not None and not isinstance(answer, ReferringAnswer)
    ] or [addressee.person for addressee in dossier.question.addressees]
    return tuple({person.key: person.name for person in reversed(people)}.values())[::-1]
