"""Coverage judges any dossier, the same way each time, in time that grows with the text."""

from __future__ import annotations

import gc
from time import perf_counter

import pytest
from hypothesis import given

import inburgering_model as im
from inburgering_model.testing.strategies import published_dossiers
from tests.gold import documents
from tests.strategies import entities

HOSTILE = {
    "spaces": " ",
    "digits": "1",
    "capitals": "A ",
    "yes": "Ja ",
    "no": "Neen. ",
    "can": "kan ",
    "refusals": "kan niet ",
    "promises": "zal u ",
    "years": "2019, 2020 en ",
    "amounts": "12 euro ",
    "full stops": ". ",
    "letters": "a",
    "pointing": "deze keuze ",
    "questions": "hoeveel en ",
    "places": "In Gent. ",
}
LENGTH, TIMES, QUADRATIC = 1_500, 4, 12


def one_item(asked: str, answered: str, items: int = 1) -> im.Dossier:
    """A dossier in which one answer item answers all items."""
    questions = tuple(
        im.QuestionItem(
            number=number,
            sub_questions=(im.SubQuestion(id=f"{number}.1", passage=im.Passage(text=asked)),),
        )
        for number in range(1, items + 1)
    )
    item = im.AnswerItem(
        answers=tuple(each.reference for each in questions),
        passages=(im.Passage(text=answered),),
    )
    return im.Dossier(
        question=im.ParliamentaryQuestion(items=questions),
        answers=(im.OrdinaryAnswer(items=(item,)),),
    )


def seconds(dossier: im.Dossier) -> float:
    best = float("inf")
    for _ in range(2):
        gc.collect()
        start = perf_counter()
        im.coverage(dossier)
        best = min(best, perf_counter() - start)
    return best


@given(entities(im.Dossier))
def test_any_dossier_has_a_finding_for_each_sub_question(dossier: im.Dossier) -> None:
    asked = [sub_question.id for sub_question in dossier.question.sub_questions]
    assert [found.sub_question for found in im.coverage(dossier)] == asked


@given(published_dossiers())
def test_judging_twice_finds_the_same(dossier: im.Dossier) -> None:
    assert im.coverage(dossier) == im.coverage(dossier)


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.stem)
def test_every_finding_quotes_the_document(document: object) -> None:
    reading = im.read(str(document))
    for found in im.coverage(reading.dossier):
        assert found.spans
        assert all(reading.dossier.quote(span).strip() for span in found.spans)


@pytest.mark.parametrize("place", ["asked", "answered"])
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_takes_nowhere_near_sixteen_times_the_time(
    unit: str, place: str
) -> None:
    def dossier(times: int) -> im.Dossier:
        text = "x" + unit * (times * LENGTH // len(unit))
        return one_item(text, "Ja.") if place == "asked" else one_item("Hoeveel bussen?", text)

    assert any(seconds(dossier(TIMES)) < QUADRATIC * seconds(dossier(1)) for _ in range(4))


def test_many_items_that_share_a_long_answer_take_linear_time() -> None:
    def dossier(times: int) -> im.Dossier:
        answer = "De bussen in Gent rijden tot 2020. " * (times * 25)
        return one_item("Hoeveel bussen rijden er en waar?", answer.strip(), times * 25)

    assert any(seconds(dossier(TIMES)) < QUADRATIC * seconds(dossier(1)) for _ in range(4))
