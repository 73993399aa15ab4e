"""Hypothesis strategies, for the property tests of other projects (extra ``testing``).

:func:`entities` makes valid entities of any class, with values as odd as the class allows.
:func:`published_dossiers` makes dossiers as they are published: natural Dutch, in the shapes that
the genre has. With :func:`~inburgering_model.to_published` and
:mod:`inburgering_model.testing.artefacts` they make documents of which you know what is to be read.
"""

from __future__ import annotations

from inburgering_model.errors import MissingExtraError

try:
    from hypothesis import strategies as st
except ImportError as _missing:
    raise MissingExtraError("testing", "inburgering_model.testing.strategies") from _missing

from inburgering_model.model.dossier import Dossier
from inburgering_model.testing._answers import KINDS, KINDS_ALONE, draw_answers
from inburgering_model.testing._drawing import Drawing
from inburgering_model.testing._entities import entities
from inburgering_model.testing._pilots import draw_told, telling
from inburgering_model.testing._prose import topics
from inburgering_model.testing._questions import draw_question

__all__ = ["entities", "published_dossiers"]

_MOST_ADDRESSEES = 9
_WITH_BODY = frozenset({"ordinary", "coordinated", "supplementary"})


def published_dossiers(*, lists: bool = True, pilots: bool = True) -> st.SearchStrategy[Dossier]:
    """Dossiers as they are published, with nothing in them that the published layout cannot say.

    Questions put to one to nine ministers, by people with every kind of Flemish name; up to six
    items, some with letters, some printed twice, or one without a number; conditional questions
    and requests; ordinary, coordinated, referring, provisional and supplementary answers, or none;
    labels of many forms, for one item, a range or a list; cross references, headings, lists and
    annexes. The sentences are natural Dutch about many policies, full of what misleads a reader:
    abbreviations, figures, dates, quotes, names, suspended hyphens.

    Everything of the question and the answers is there as it is to be read, evidence aside. Where
    an answer tells of pilots and of what was done with them, ``pilots`` holds the municipality and
    the status of each, ``follow_ups`` the destination, the status and the sentence; their other
    fields are left at their defaults.

    Args:
        lists: whether answers have bulleted lists and headings. White space that is squeezed
            (:data:`~inburgering_model.testing.artefacts.ARTEFACTS`) takes those away.
        pilots: whether answers tell of pilots.
    """
    return _published_dossiers(lists=lists, pilots=pilots)


@st.composite
def _published_dossiers(draw: st.DrawFn, *, lists: bool, pilots: bool) -> Dossier:
    drawing = Drawing(draw, draw(st.sampled_from(topics())))
    count = drawing.one_of(1, 1, 2, drawing.number(2, _MOST_ADDRESSEES))
    author, *ministers = drawing.people(count + 1)
    kind = drawing.one_of(*(KINDS_ALONE if count == 1 else KINDS))
    own = 0 if kind == "none" else drawing.number(0, count - 1)
    question = draw_question(drawing, author, ministers, own)
    answers = draw_answers(drawing, question, own, kind, lists=lists)
    if not (pilots and kind in _WITH_BODY and drawing.seldom()):
        return Dossier(question=question, answers=answers)
    told = draw_told(drawing)
    return Dossier(
        question=question,
        answers=(*answers[:-1], telling(answers[-1], told)),
        pilots=told.pilots,
        follow_ups=told.follow_ups,
    )
