"""Short documents, judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import inburgering_model as im

Written = Callable[..., im.Dossier]
Judged = Callable[..., list[tuple[str, str, str, float]]]

HEAD = "SCHRIFTELIJKE VRAAG\nnr. 3\nvan AN PEETERS\ndatum: 4 mei 2020\n\n\nWegen\n\n"
ANSWER = (
    "JAN CLAES\nVLAAMS MINISTER VAN WERK\n\n{}\nop vraag nr. 3 van 4 mei 2020\nvan AN PEETERS\n\n"
)


def document(asked: str, answered: str | None, caption: str = "ANTWOORD") -> im.Dossier:
    text = HEAD + asked + "\n\n\n"
    if answered is not None:
        text += ANSWER.format(caption) + answered + "\n"
    return im.parse(text).dossier


@pytest.fixture
def written() -> Written:
    """A dossier in which "1. Wat kost dat?" is answered by "1. Twee euro."."""
    return document


@pytest.fixture
def judged() -> Judged:
    """Judge "1. Wat kost dat?" and "1. Twee euro.": (id, status, rule, confidence) of each."""

    def judge(
        asked: str, answered: str | None = None, caption: str = "ANTWOORD"
    ) -> list[tuple[str, str, str, float]]:
        dossier = document(asked, answered, caption)
        return [
            (found.sub_question, found.status.value, found.rule, found.confidence)
            for found in im.coverage(dossier)
        ]

    return judge
