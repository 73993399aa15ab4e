"""Whatever stands in a text, reading it gives valid entities, and nothing is pointed at wrongly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inburgering_model.model.answer import AnswerItem, OrdinaryAnswer
from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.provenance import CONFIDENCES, Evidence, Span
from inburgering_model.model.question import ParliamentaryQuestion, QuestionItem
from inburgering_model.model.references import ItemReference
from inburgering_model.parsing.content.content import Content, read_content
from inburgering_model.parsing.content.lexicon import rows

Reader = Callable[..., Content]

_TABLES = [
    *("destinations", "follow_up_frames", "outcome_frames", "outcome_nouns", "partner_frames"),
    *(
        "pilot_frames",
        "recommendation_frames",
        "status_frames",
        "word_classes",
        "conditions",
        "regions",
    ),
]
_EXAMPLES = [row["example"] for name in _TABLES for row in rows(name)]
_WORDS = sorted({word for example in _EXAMPLES for word in example.split()})
_MORE = [
    *("Gent", "Aalst", "Sint-Pieters-Leeuw", "Menen en Wervik,", "(Genk)", "2018", "2021-2022"),
    *("januari 2019", "tot", "sinds", "vorige legislatuur", "50.000 euro", "€ 1,2 miljoen", "geen"),
    *(";", ":", "?", "!", "-", "•", "“Samen”", "zal", "niet", "als"),
]

_words = st.lists(st.sampled_from([*_WORDS, *_MORE]), min_size=1, max_size=40).map(" ".join)
_sentences = st.lists(st.sampled_from(_EXAMPLES) | _words, min_size=1, max_size=6).map(" ".join)
_passages = st.lists(st.tuples(_sentences, st.sampled_from(PassageKind)), min_size=0, max_size=4)


def _all_evidence(content: Content) -> list[Evidence]:
    entities = [
        *content.programmes,
        *content.pilots,
        *content.outcomes,
        *content.recommendations,
        *content.follow_ups,
    ]
    places = [place for pilot in content.pilots for place in pilot.municipalities]
    return [e for one in (*entities, *places) for e in one.evidence]  # type: ignore[attr-defined]


@settings(max_examples=150, deadline=None)
@given(_sentences, _passages, _sentences, _passages)
def test_any_text_gives_valid_entities_with_evidence_inside_the_text(
    title: str,
    context: list[tuple[str, PassageKind]],
    asked: str,
    answered: list[tuple[str, PassageKind]],
) -> None:
    end = 0

    def passage(text: str, kind: PassageKind = PassageKind.PROSE) -> Passage:
        nonlocal end
        start, end = end, end + len(text)
        span = Span(source="s01234567", start=start, end=end)
        return Passage(text=text, kind=kind, pieces=((span, len(text)),))

    question = ParliamentaryQuestion(
        title=title,
        context=tuple(passage(*pair) for pair in context),
        items=(QuestionItem(number=1, passages=(passage(asked),)),),
    )
    item = AnswerItem(
        label="1.",
        answers=(ItemReference(number=1),),
        passages=tuple(passage(*pair) for pair in answered),
    )
    content = read_content(question, (OrdinaryAnswer(items=(item,)),))
    for evidence in _all_evidence(content):
        assert evidence.rule is not None
        assert evidence.confidence in CONFIDENCES
        assert all(0 <= span.start < span.end <= end for span in evidence.spans)
    for name, letter in (("programmes", "g"), ("pilots", "p"), ("outcomes", "o")):
        ids = [entity.id for entity in getattr(content, name)]
        assert ids == [f"{letter}{number}" for number in range(1, len(ids) + 1)]


@given(_passages)
def test_a_question_alone_never_tells_what_came_of_it(
    context: list[tuple[str, PassageKind]],
) -> None:
    passages = tuple(Passage(text=text, kind=kind) for text, kind in context)
    items = (QuestionItem(number=1, passages=passages),)
    content = read_content(ParliamentaryQuestion(context=passages, items=items), ())
    assert (content.outcomes, content.recommendations, content.follow_ups) == ((), (), ())


@pytest.mark.parametrize(
    "unit",
    [
        "werd ",
        "proefproject ",
        "De proefprojecten in Gent, Aalst en Ronse ",
        "proefproject in Gent liep tot 2018 en werd opgenomen in het decreet ",
        "proefproject 120.000 ",
        "het proefproject van 2018 tot 2019; ",
    ],
)
def test_one_endless_sentence_is_read(unit: str, read: Reader) -> None:
    pilots = read("Het proefproject: " + unit * 2000).pilots
    assert {p.name for pilot in pilots for p in pilot.municipalities} <= {"Gent", "Aalst", "Ronse"}
    assert len(pilots) <= len(("Gent", "Aalst", "Ronse"))


def test_nothing_to_read_gives_nothing() -> None:
    assert read_content(ParliamentaryQuestion(), ()) == Content()
