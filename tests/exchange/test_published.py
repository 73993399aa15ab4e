"""The published layout: how each part of a dossier is printed, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

import inburgering_model as im


def passage(text: str, kind: im.PassageKind = im.PassageKind.PROSE) -> im.Passage:
    return im.Passage(text=text, kind=kind)


def item(text: str, number: int | None = 1, letter: str | None = None) -> im.QuestionItem:
    return im.QuestionItem(number=number, letter=letter, passages=(passage(text),))


MAES = im.Person(name="Leen Maes")
CLAES = im.Addressee(
    person=im.Person(name="Tom Van den Broeck"),
    offices=(
        im.Office(title="Viceminister-president van de Vlaamse Regering"),
        im.Office(title="Vlaams minister van Wonen", portfolios=("Wonen",)),
    ),
    number=75,
)
COLLEAGUE = im.Addressee(person=im.Person(name="Els D'Haese"), number=193)
QUESTION = im.ParliamentaryQuestion(
    title="Wonen - Wachtlijsten",
    author=MAES,
    asked_on=date(2019, 12, 20),
    addressees=(CLAES,),
    items=(item("Hoe lang is de wachtlijst?"),),
)
REPLY = im.QuestionReference(number=75, date=date(2019, 12, 20), author=MAES)
HEAD: dict[str, Any] = {
    "respondent": im.Minister(person=CLAES.person, offices=CLAES.offices),
    "replies_to": REPLY,
}


def published(
    question: im.ParliamentaryQuestion = QUESTION, *answers: im.Answer, **how: Any
) -> str:
    return im.to_published(im.Dossier(question=question, answers=answers), **how)


def body(question: im.ParliamentaryQuestion) -> str:
    return published(question, header=False)


def items(*parts: im.QuestionItem) -> str:
    return body(attrs.evolve(QUESTION, items=parts)).partition("\n\n")[2]


def answered(*parts: im.AnswerItem, **fields: Any) -> str:
    answer = im.OrdinaryAnswer(items=parts, **HEAD, **fields)
    return published(QUESTION, answer).partition("van LEEN MAES\n\n")[2]


def test_the_header_prints_number_author_date_and_addressee() -> None:
    assert published().startswith(
        "SCHRIFTELIJKE VRAAG\n\nnr. 75\nvan LEEN MAES\ndatum: 20 december 2019\n\n"
        "aan TOM VAN DEN BROECK\nVICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING, "
        "VLAAMS MINISTER VAN WONEN\n\n\nWonen - Wachtlijsten\n\n1. Hoe lang"
    )


def test_the_header_can_be_left_out() -> None:
    assert published(header=False) == "Wonen - Wachtlijsten\n\n1. Hoe lang is de wachtlijst?\n"


def test_what_is_not_known_is_not_printed() -> None:
    question = attrs.evolve(QUESTION, author=None, asked_on=None, addressees=())
    assert published(question).startswith("SCHRIFTELIJKE VRAAG\n\n\nWonen")


def test_the_file_is_that_of_the_minister_who_answers() -> None:
    question = attrs.evolve(QUESTION, addressees=(COLLEAGUE, CLAES))
    answer = im.CoordinatedAnswer(items=(im.AnswerItem(passages=(passage("Ja."),)),), **HEAD)
    text = published(question, answer)
    assert "nr. 75\n" in text.partition("aan TOM VAN DEN BROECK\n")[0]
    assert "nr. 193" not in text


def test_without_an_answer_it_is_that_of_the_first_who_was_asked() -> None:
    question = attrs.evolve(QUESTION, addressees=(COLLEAGUE, CLAES))
    assert "nr. 193\nvan LEEN MAES" in published(question)


def test_several_ministers_are_listed_with_their_numbers() -> None:
    question = attrs.evolve(QUESTION, addressees=(CLAES, COLLEAGUE))
    listed = "Deze vraag werd gesteld aan de ministers Tom Van den Broeck (75), Els D'Haese (193)"
    assert body(question).endswith(f"\n\n{listed}\n")


def test_a_minister_without_a_number_is_listed_without() -> None:
    unnumbered = attrs.evolve(COLLEAGUE, number=None)
    question = attrs.evolve(QUESTION, addressees=(attrs.evolve(CLAES, number=None), unnumbered))
    assert body(question).endswith("aan de ministers Tom Van den Broeck, Els D'Haese\n")


def test_subject_and_context_stand_between_title_and_items() -> None:
    question = attrs.evolve(
        QUESTION, subject="Evolutie", context=(passage("Lang is het."), passage("Heel lang."))
    )
    assert body(question).startswith(
        "Wonen - Wachtlijsten\n\nEvolutie\n\nLang is het.\n\nHeel lang.\n\n1. Hoe"
    )


def test_letters_count_on_below_their_number() -> None:
    printed = items(item("Wie?", 1, "a"), item("Wat?", 1, "b"), item("Waar?", 2))
    assert printed == "1. a) Wie?\n\nb) Wat?\n\n2. Waar?\n"


def test_a_letter_below_an_item_of_its_own_number_stands_alone() -> None:
    printed = items(item("Over de lijst:"), item("Wie?", 1, "a"), item("Wat?", 1, "b"))
    assert printed == "1. Over de lijst:\n\na) Wie?\n\nb) Wat?\n"


def test_a_letter_that_skips_one_repeats_its_number() -> None:
    assert items(item("Wie?", 1, "a"), item("Wat?", 1, "c")) == "1. a) Wie?\n\n1.c) Wat?\n"


def test_an_item_without_a_number_has_no_label() -> None:
    assert items(item("Hoe lang?", None)) == "Hoe lang?\n"


@pytest.mark.parametrize(
    ("cls", "stage", "caption"),
    [
        (im.OrdinaryAnswer, im.Stage.FINAL, "ANTWOORD"),
        (im.OrdinaryAnswer, im.Stage.PROVISIONAL, "VOORLOPIG ANTWOORD"),
        (im.OrdinaryAnswer, im.Stage.SUPPLEMENTARY, "AANVULLEND ANTWOORD"),
        (im.CoordinatedAnswer, im.Stage.FINAL, "GECOÖRDINEERD ANTWOORD"),
        (im.CoordinatedAnswer, im.Stage.PROVISIONAL, "VOORLOPIG GECOÖRDINEERD ANTWOORD"),
        (im.ReferringAnswer, im.Stage.FINAL, "VERWIJZEND ANTWOORD"),
    ],
)
def test_the_caption_says_kind_and_stage(
    cls: type[im.Answer], stage: im.Stage, caption: str
) -> None:
    answer = cls(stage=stage, items=(im.AnswerItem(passages=(passage("Ja."),)),), **HEAD)
    text = published(QUESTION, answer)
    assert f"\n\n{caption}\nop vraag nr. 75 van 20 december 2019\nvan LEEN MAES\n\nJa." in text
    (found,) = im.parse(text).dossier.answers
    assert (type(found), found.stage) == (cls, stage)


def test_the_day_of_the_answer_follows_what_it_replies_to() -> None:
    part = im.AnswerItem(passages=(passage("Ja."),))
    text = published(
        QUESTION, im.OrdinaryAnswer(items=(part,), answered_on=date(2020, 1, 28), **HEAD)
    )
    assert text.endswith("\nvan LEEN MAES\ndatum antwoord: 28 januari 2020\n\nJa.\n")


def test_labels_of_answers_are_printed_as_they_were() -> None:
    first = im.AnswerItem(label="1-2.", passages=(passage("Ja."), passage("Zeker.")))
    second = im.AnswerItem(label="Antwoord op vraag 3", passages=(passage("Neen."),))
    assert answered(first, second) == "1-2. Ja.\n\nZeker.\n\nAntwoord op vraag 3 Neen.\n"


def test_an_opening_comes_before_the_first_label() -> None:
    part = im.AnswerItem(label="1.", passages=(passage("Ja."),))
    assert answered(part, opening=(passage("Vooraf dit."),)) == "Vooraf dit.\n\n1. Ja.\n"


def test_a_list_stands_in_one_block_with_bullets() -> None:
    rows = (passage("Gent;", im.PassageKind.LIST_ITEM), passage("Aalst.", im.PassageKind.LIST_ITEM))
    part = im.AnswerItem(label="1.", passages=(passage("Het gaat om:"), *rows))
    assert answered(part) == "1. Het gaat om:\n\n- Gent;\n- Aalst.\n"


def test_a_label_stands_alone_above_a_list() -> None:
    rows = (passage("Gent;", im.PassageKind.LIST_ITEM), passage("Aalst.", im.PassageKind.LIST_ITEM))
    assert answered(im.AnswerItem(label="1.", passages=rows)) == "1.\n- Gent;\n- Aalst.\n"


def test_a_table_keeps_its_columns() -> None:
    rows = "Provincie     2018   2019\nLimburg         12     14"
    table = passage(rows, im.PassageKind.TABLE)
    assert answered(im.AnswerItem(label="1.", passages=(passage("Zie:"), table))) == (
        f"1. Zie:\n\n{rows}\n"
    )


def test_annexes_begin_with_a_line_that_says_so() -> None:
    part = im.AnswerItem(passages=(passage("Ja."),))
    assert answered(part, annexes=(passage("Tabel"),)) == "Ja.\n\nBIJLAGE\n\nTabel\n"
    two = (passage("Tabel"), passage("Kaart"))
    assert answered(part, annexes=two) == "Ja.\n\nBIJLAGEN\n\nTabel\n\nKaart\n"


def test_an_annex_with_a_heading_of_its_own_needs_no_other() -> None:
    heading = passage("BIJLAGE 1", im.PassageKind.HEADING)
    part = im.AnswerItem(passages=(passage("Ja."),))
    assert answered(part, annexes=(heading, passage("Tabel"))) == "Ja.\n\nBIJLAGE 1\n\nTabel\n"


def test_lines_are_no_wider_than_asked() -> None:
    question = attrs.evolve(QUESTION, context=(passage("Wie wacht, wacht lang. " * 9),))
    assert max(map(len, published(question, width=45).splitlines())) <= 45


def test_a_word_that_is_too_long_is_not_broken() -> None:
    question = attrs.evolve(QUESTION, context=(passage("De meerjarenplanaanpassing is er."),))
    assert "\nmeerjarenplanaanpassing\n" in published(question, width=10)


def test_without_a_width_a_paragraph_is_a_line() -> None:
    long = "Wie wacht, wacht lang. " * 20
    assert long.strip() in published(
        attrs.evolve(QUESTION, context=(passage(long),)), width=None
    ).split("\n")


def test_a_dash_opens_no_line() -> None:
    question = attrs.evolve(QUESTION, context=(passage("Lang wachten – heel lang – helpt niet."),))
    for width in range(5, 30):
        assert not any(
            line.startswith("–") for line in published(question, width=width).split("\n")
        )


def test_no_break_spaces_keep_words_together() -> None:
    question = attrs.evolve(QUESTION, context=(passage("Op 20\u00a0december ging het in."),))
    assert "20\u00a0december" in published(question, width=10)


def test_a_width_below_one_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="0 characters wide"):
        published(width=0)


def refused(dossier: im.Dossier) -> list[tuple[str, str]]:
    with pytest.raises(im.DocumentError) as caught:
        im.to_published(dossier)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def question_only(**fields: Any) -> im.Dossier:
    return im.Dossier(question=im.ParliamentaryQuestion(**fields))


def test_a_question_without_title_and_items_is_refused() -> None:
    assert refused(question_only(context=(passage("Lang is het."),))) == [
        ("published.nothing-asked", "/question")
    ]


def test_an_answer_alone_is_written() -> None:
    answer = im.OrdinaryAnswer(items=(im.AnswerItem(passages=(passage("Ja."),)),), **HEAD)
    dossier = im.Dossier(question=im.ParliamentaryQuestion(), answers=(answer,))
    assert im.to_published(dossier, header=False).startswith("TOM VAN DEN BROECK\n")


def test_a_subject_without_a_title_is_refused() -> None:
    assert refused(question_only(subject="Evolutie", items=(item("Wie?"),))) == [
        ("published.subject-alone", "/question/subject")
    ]


def test_an_item_that_says_nothing_is_refused() -> None:
    assert refused(question_only(title="Wonen", items=(im.QuestionItem(number=1),))) == [
        ("published.empty-item", "/question/items/0")
    ]


def test_an_unnumbered_item_among_others_is_refused() -> None:
    assert refused(question_only(title="Wonen", items=(item("Wie?"), item("Wat?", None)))) == [
        ("published.unnumbered-item", "/question/items/1")
    ]


def test_an_occurrence_that_is_not_the_place_in_the_order_is_refused() -> None:
    again = attrs.evolve(item("Wie?"), occurrence=2)
    assert refused(question_only(title="Wonen", items=(again,))) == [
        ("published.occurrence", "/question/items/0/occurrence")
    ]


def test_an_answer_to_a_question_without_a_number_is_refused() -> None:
    answer = im.OrdinaryAnswer(replies_to=im.QuestionReference(author=MAES))
    assert refused(im.Dossier(question=QUESTION, answers=(answer,))) == [
        ("published.reply-without-number", "/answers/0/replies_to")
    ]


def test_an_unlabelled_item_below_an_opening_or_among_others_is_refused() -> None:
    unlabelled = im.AnswerItem(passages=(passage("Ja."),))
    opened = im.OrdinaryAnswer(opening=(passage("Vooraf."),), items=(unlabelled,))
    mixed = im.OrdinaryAnswer(items=(im.AnswerItem(label="1."), unlabelled))
    assert refused(im.Dossier(question=QUESTION, answers=(opened, mixed))) == [
        ("published.unlabelled-item", "/answers/0/items/0"),
        ("published.unlabelled-item", "/answers/1/items/1"),
    ]


def test_every_problem_is_told_at_once() -> None:
    dossier = question_only(subject="Evolutie", items=(im.QuestionItem(number=1),))
    assert [code for code, _ in refused(dossier)] == [
        "published.subject-alone",
        "published.empty-item",
    ]
