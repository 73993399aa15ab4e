"""Layouts of the published genre, one odd thing a test, named after what is odd."""

from datetime import date

import pytest

import inburgering_model as im
from inburgering_model.parsing.parse import parse

HEAD = """SCHRIFTELIJKE VRAAG
nr. 147
van KURT DE LOOR
datum: 26 februari 2024
aan GWENDOLYN RUTTEN
VLAAMS MINISTER VAN BINNENLANDS BESTUUR

Bushaltes - Onderhoud

De haltes zijn oud.

"""
ANSWER = """

GWENDOLYN RUTTEN
VLAAMS MINISTER VAN BINNENLANDS BESTUUR

ANTWOORD
op vraag nr. 147 van 26 februari 2024
van KURT DE LOOR

"""


def question(text: str) -> im.ParliamentaryQuestion:
    return parse(text).dossier.question


def answer(text: str) -> im.Answer:
    (found,) = parse(text).dossier.answers
    return found


def items(text: str) -> list[str]:
    return [item.key for item in question(text).items]


def labels(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (item.label, [str(reference) for reference in item.answers]) for item in answer(text).items
    ]


def test_a_head_gives_number_author_date_and_addressee() -> None:
    read = question(HEAD + "1. Hoeveel?")
    assert read.author == im.Person(name="Kurt De Loor")
    assert read.asked_on == date(2024, 2, 26)
    assert [(a.person.name, a.number) for a in read.addressees] == [("Gwendolyn Rutten", 147)]
    assert read.title == "Bushaltes - Onderhoud"
    assert len(read.context) == 1


def test_a_head_may_run_together_on_one_line() -> None:
    read = question(
        "nr. 147 van KURT DE LOOR datum: 26-02-2024\n\nBushaltes\n\nDe haltes zijn oud.\n\n"
        "1. Hoeveel?"
    )
    assert (read.author, read.asked_on) == (im.Person(name="Kurt De Loor"), date(2024, 2, 26))


def test_without_aan_the_name_in_capitals_is_the_addressee() -> None:
    read = question(HEAD.replace("aan GWENDOLYN", "GWENDOLYN") + "1. Hoeveel?")
    assert [a.person.name for a in read.addressees] == ["Gwendolyn Rutten"]


def test_a_question_without_head_or_answer_is_read() -> None:
    read = question("Bushaltes\n\nDe haltes zijn oud.\n\n1. Hoeveel?\n2. Waarom?")
    assert (read.title, read.author, items("Bushaltes\n\n1. Hoeveel?\n2. Waarom?")) == (
        "Bushaltes",
        None,
        ["1", "2"],
    )


def test_an_answer_alone_gives_what_its_head_says_of_the_question() -> None:
    read = question(ANSWER.strip() + "\n\n1. Twee.\n\n2. Morgen.")
    assert (read.author, read.asked_on) == (im.Person(name="Kurt De Loor"), date(2024, 2, 26))
    assert [(a.person.name, a.number) for a in read.addressees] == [("Gwendolyn Rutten", 147)]
    assert read.items == ()


def test_a_day_that_is_none_is_an_issue_and_no_date() -> None:
    reading = parse(HEAD.replace("26 februari", "31 februari") + "1. Hoeveel?")
    assert reading.dossier.question.asked_on is None
    assert "date.impossible" in {issue.code for issue in reading.issues}


def test_an_unnumbered_question_is_the_last_paragraph_that_asks() -> None:
    read = question(HEAD + "Er komen klachten.\n\nHoeveel waren dat er in 2023? Graag per jaar.")
    assert [item.key for item in read.items] == ["0"]
    assert [sub.id for sub in read.sub_questions] == ["0.1", "0.2"]
    assert len(read.context) == 2


def test_lettered_items_stand_below_their_number() -> None:
    assert items(HEAD + "1. Over de haltes:\na) Hoeveel?\nb) Waar?\n2. Waarom?") == [
        "1",
        "1a",
        "1b",
        "2",
    ]
    assert items(HEAD + "1. a) Hoeveel?\nb) Waar?") == ["1a", "1b"]


def test_a_number_printed_twice_is_kept_twice_with_an_issue() -> None:
    text = HEAD + "1. Hoeveel?\n\n2. Waar?\n\n2. Waarom?\n\n3. Wie?"
    assert items(text) == ["1", "2", "2~2", "3"]
    assert [issue.code for issue in parse(text).issues] == ["number.repeated"]


def test_a_missing_number_is_an_issue() -> None:
    text = HEAD + "1. Hoeveel?\n\n2. Waar?\n\n4. Wie?"
    assert items(text) == ["1", "2", "4"]
    assert [issue.code for issue in parse(text).issues] == ["number.missing"]


def test_a_list_in_the_context_is_no_item() -> None:
    text = HEAD + "Het plan heeft pijlers:\n1. haltes;\n2. lijnen.\n\n1. Hoeveel?\n\n2. Waarom?"
    read = question(text)
    assert [sub.passage.text for sub in read.sub_questions] == ["Hoeveel?", "Waarom?"]
    assert [item.key for item in read.items] == ["1", "2"]


@pytest.mark.parametrize(
    "line", ["2018. In dat jaar was er", "3.500 euro ging naar", "1 januari 2020 en"]
)
def test_a_line_that_begins_with_a_figure_is_no_item(line: str) -> None:
    assert items(f"{HEAD}1. Dat was zo in\n{line} niets. Hoeveel?\n\n2. Waarom?") == ["1", "2"]


def test_an_article_wrapped_over_the_line_is_no_item() -> None:
    assert items(HEAD + "1. Wat zegt artikel\n2. De tekst is oud. Klopt dat?\n\n2. Hoe?") == [
        "1",
        "2",
    ]


def test_the_list_of_ministers_gives_the_numbers() -> None:
    read = question(
        HEAD + "1. Hoeveel?\n\nDeze vraag werd gesteld aan de ministers Gwendolyn Rutten (147),\n"
        "Jo Van de Velde (3) en Zuhal Demir (1256)"
    )
    assert [(a.person.name, a.number) for a in read.addressees] == [
        ("Gwendolyn Rutten", 147),
        ("Jo Van de Velde", 3),
        ("Zuhal Demir", 1256),
    ]
    assert read.addressees[0].offices


ASKED = HEAD + "1. Hoeveel?\n\n2. Waar?\n\n3. Wie?\n\n4. Waarom?" + ANSWER


def test_labels_align_whatever_their_order() -> None:
    assert labels(ASKED + "1 en 4. Twee.\n\n3. Wij.\n\n2. Hier.") == [
        ("1 en 4.", ["1", "4"]),
        ("3.", ["3"]),
        ("2.", ["2"]),
    ]


def test_an_answer_without_labels_is_one_unlabelled_item() -> None:
    assert labels(ASKED + "Dat weten we niet.\n\nWe zoeken het op.") == [(None, [])]


def test_a_list_inside_an_answer_is_no_label() -> None:
    text = ASKED + (
        "1. De stappen zijn:\n1. meten;\n2. wegen;\n3. kiezen.\n\n2. Hier.\n\n3. Wij.\n\n4. Daarom."
    )
    assert [label for label, _ in labels(text)] == ["1.", "2.", "3.", "4."]
    assert [p.text for p in answer(text).items[1].passages] == ["Hier."]


def test_a_label_that_was_never_asked_is_kept_with_an_issue() -> None:
    text = ASKED + "1. Twee.\n\n2. Hier.\n\n3. Wij.\n\n4. Daarom.\n\n5. Nog iets."
    assert labels(text)[-1] == ("5.", ["5"])
    assert [issue.code for issue in parse(text).issues] == ["label.unknown"]


def test_a_trailing_paragraph_belongs_to_the_item_before_it() -> None:
    found = answer(ASKED + "1. Twee.\n\n2. Hier.\n\nEn daar ook.\n\n3-4. Wij.")
    assert [len(item.passages) for item in found.items] == [1, 2, 1]


def test_an_opening_comes_before_the_first_label() -> None:
    found = answer(ASKED + "Ik dank u voor de vraag.\n\n1-4. Neen.")
    assert ([p.text for p in found.opening], len(found.items)) == (["Ik dank u voor de vraag."], 1)


def test_an_annex_ends_the_last_item() -> None:
    found = answer(ASKED + "1-4. Zie bijlage.\n\nBIJLAGE\n\nEen tabel.")
    assert len(found.items) == 1
    assert found.annexes[-1].text == "Een tabel."


@pytest.mark.parametrize(
    ("caption", "kind", "stage"),
    [
        ("ANTWOORD", "ordinary", "final"),
        ("GECOÖRDINEERD ANTWOORD", "coordinated", "final"),
        ("GECOORDINEERD ANTWOORD", "coordinated", "final"),
        ("GECOO\u0308RDINEERD ANTWOORD", "coordinated", "final"),
        ("G E C O Ö R D I N E E R D   A N T W O O R D", "coordinated", "final"),
        ("VERWIJZEND ANTWOORD", "referring", "final"),
        ("VOORLOPIG ANTWOORD", "ordinary", "provisional"),
        ("AANVULLEND ANTWOORD", "ordinary", "supplementary"),
        ("VOORLOPIG GECOÖRDINEERD ANTWOORD", "coordinated", "provisional"),
    ],
)
def test_the_caption_tells_the_kind_and_the_stage(caption: str, kind: str, stage: str) -> None:
    found = answer(ASKED.replace("\nANTWOORD\n", f"\n{caption}\n") + "1. Neen.")
    assert (found.kind, found.stage.value) == (kind, stage)


def test_a_coordinated_answer_is_for_the_other_addressees_by_a_named_rule() -> None:
    ministers = "Deze vraag werd gesteld aan de ministers Gwendolyn Rutten (147), Jo Claes (3)"
    text = ASKED.replace(ANSWER, f"\n\n{ministers}{ANSWER}")
    found = answer(text.replace("\nANTWOORD\n", "\nGECOÖRDINEERD ANTWOORD\n") + "1. Neen.")
    assert isinstance(found, im.CoordinatedAnswer)
    assert [a.person.name for a in found.on_behalf_of] == ["Jo Claes"]
    rules = {e.rule for e in found.evidence if e.of == "on_behalf_of"}
    assert rules == {"answer.other-addressees"}


def test_a_referring_answer_keeps_what_it_refers_to() -> None:
    found = answer(
        ASKED + "Ik verwijs naar het gecoördineerd antwoord van minister Jo Van de Velde op "
        "vraag nr. 3 van 26 februari 2024."
    )
    assert isinstance(found, im.ReferringAnswer)
    assert found.refers_to == im.QuestionReference(
        number=3, date=date(2024, 2, 26), minister=im.Person(name="Jo Van de Velde")
    )


def test_two_answers_in_one_file_are_both_read() -> None:
    first = ANSWER.replace("ANTWOORD", "VOORLOPIG ANTWOORD")
    dossier = parse(ASKED.replace(ANSWER, first) + "1-4. Later." + ANSWER + "1-4. Nu.").dossier
    assert [a.stage.value for a in dossier.answers] == ["provisional", "final"]


def test_cross_references_delegate_or_lean() -> None:
    found = answer(
        ASKED + "1. Twee.\n\n2. Zie antwoord op vraag 1.\n\n3. Zoals gesteld onder 2 en in het "
        "antwoord op vraag 1.\n\n4. Zie mijn antwoord op schriftelijke vraag nr. 3 van 2019."
    )
    assert [
        [(str(c.target), c.delegates) for c in item.cross_references] for item in found.items
    ] == [
        [],
        [("1", True)],
        [("2", False), ("1", False)],
        [],
    ]


@pytest.mark.parametrize("text", ["", "   \n\n ", "Zomaar wat tekst zonder meer.", "x", "?"])
def test_what_is_neither_question_nor_answer_is_refused(text: str) -> None:
    if text == "?":
        return
    with pytest.raises(im.ParseError, match="neither a question nor an answer"):
        parse(text)


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    reading = parse(HEAD + "1. Hoeveel \ud800?")
    assert reading.dossier.sources[0].text == HEAD + "1. Hoeveel \ufffd?"
    assert [issue.code for issue in reading.issues] == ["text.surrogate"]


def test_a_label_may_end_in_a_slash() -> None:
    assert items(HEAD + "1/ Hoeveel?\n\n2/ Waar?") == ["1", "2"]


def test_parts_numbered_below_an_item_are_its_sub_questions() -> None:
    read = question(HEAD + "1.1. Hoeveel?\n1.2. Waar?\n2. Wie?")
    assert [sub.id for sub in read.sub_questions] == ["1.1", "1.2", "2.1"]


def test_an_office_in_lower_case_may_run_over_lines() -> None:
    text = HEAD.replace(
        "aan GWENDOLYN RUTTEN\nVLAAMS MINISTER VAN BINNENLANDS BESTUUR",
        "aan Gwendolyn Rutten, viceminister-president van de Vlaamse Regering, Vlaams minister "
        "van\nBinnenlands Bestuur en Inburgering",
    )
    read = question(text + "1. Hoeveel?")
    assert [office.title for office in read.addressees[0].offices] == [
        "Viceminister-president van de Vlaamse Regering",
        "Vlaams minister van Binnenlands Bestuur en Inburgering",
    ]
    assert read.title == "Bushaltes - Onderhoud"


def test_a_reply_to_several_numbers_is_one_answer() -> None:
    found = answer(ASKED.replace("nr. 147 van 26", "nr. 147, 256 en 321 van 26") + "1-4. Neen.")
    assert found.replies_to is not None
    assert (found.replies_to.number, found.replies_to.date) == (147, date(2024, 2, 26))


def test_a_short_line_before_a_sentence_is_a_heading() -> None:
    found = answer(ASKED + "Vraag 1\n\nStand van zaken\nDe haltes zijn bijna allemaal vernieuwd.")
    assert [(p.kind.value, p.text) for p in found.items[0].passages] == [
        ("heading", "Stand van zaken"),
        ("prose", "De haltes zijn bijna allemaal vernieuwd."),
    ]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_label() -> None:
    assert [
        label for label, _ in labels(ASKED + "1. Er zijn in totaal\n2. haltes.\n\n2. Hier.")
    ] == [
        "1.",
        "2.",
    ]


def test_an_answer_may_stand_under_a_plain_caption_without_a_minister() -> None:
    found = answer(
        "Vraag nr. 97\nvan 12 februari 1998\nvan mevrouw AN MAES\n\nBushaltes\n\n"
        "1. Hoeveel haltes zijn er?\n\nAntwoord\n\n1. Twee."
    )
    assert (found.respondent, [item.label for item in found.items]) == (None, ["1."])


def test_the_minister_above_an_answer_may_be_in_lower_case() -> None:
    found = answer(
        "Bushaltes\n\n1. Hoeveel haltes zijn er?\n\nAn Maes\nVlaams minister van Wonen\n\n"
        "Antwoord\n\n1. Twee."
    )
    assert found.respondent is not None
    assert found.respondent.person == im.Person(name="An Maes")


def test_the_date_of_an_answer_is_read_from_its_head() -> None:
    found = answer(
        ASKED.replace("van KURT DE LOOR\n\n1", "van KURT DE LOOR\n\n1").rstrip()
        + "\ndatum antwoord: 14 april 2024\n\n1. Neen."
    )
    assert found.answered_on == date(2024, 4, 14)


def test_an_addressee_without_a_number_of_the_head_gets_that_of_the_answer() -> None:
    read = question(ASKED.replace("nr. 147\nvan KURT", "van KURT") + "1. Neen.")
    assert [a.number for a in read.addressees] == [147]


def test_an_office_broken_inside_its_first_words_is_one_office() -> None:
    text = ASKED.replace(
        "\nVLAAMS MINISTER VAN BINNENLANDS BESTUUR\n\nANTWOORD",
        "\nVICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS\nMINISTER VAN WONEN\n\nANTWOORD",
    )
    found = answer(text + "1. Neen.")
    assert found.respondent is not None
    assert [office.title for office in found.respondent.offices] == [
        "Viceminister-president van de Vlaamse Regering",
        "Vlaams minister van Wonen",
    ]


def test_a_long_line_is_one_paragraph_whatever_it_holds() -> None:
    body = (
        "De bus rijdt samen met CAW Oost-Vlaanderen, het OCMW Gent en de VDAB In Vlaanderen. " * 5
    )
    found = answer(ASKED + "1 t.e.m. 2: " + body)
    assert [(item.label, [p.text for p in item.passages]) for item in found.items] == [
        ("1 t.e.m. 2:", [body.strip()])
    ]


def test_a_cross_reference_at_the_start_of_a_line_is_no_label() -> None:
    found = answer(
        ASKED + "1. Dat zijn er 71.\n\n3. De nota is klaar en houdt rekening met de cijfers, zie\n"
        "2) en met de raming."
    )
    assert [item.label for item in found.items] == ["1.", "3."]


@pytest.mark.parametrize(
    "context",
    [
        "Wij slaan stroom op. De Regering nam drie stappen:\n\nDaarna bleef het stil.",
        "Steeds meer reizigers nemen een fiets. Sinds 2019 staan er\n\ndaarom fietsen klaar.",
    ],
)
def test_running_text_below_the_title_is_no_subject(context: str) -> None:
    read = question(f"Deelfietsen - Gebruik\n\n{context}\n\n1. Hoeveel?")
    assert (read.title, read.subject) == ("Deelfietsen - Gebruik", None)


def test_the_addressee_who_answers_has_the_offices_of_the_answer() -> None:
    text = ASKED.replace("aan GWENDOLYN RUTTEN\nVLAAMS MINISTER VAN BINNENLANDS BESTUUR\n", "")
    read = question(
        text.replace(
            ANSWER,
            "\n\nDeze vraag werd gesteld aan de ministers Gwendolyn Rutten (147), Jo Claes (3)"
            + ANSWER,
        )
        + "1. Neen."
    )
    assert [bool(addressee.offices) for addressee in read.addressees] == [True, False]


def test_an_answer_without_labels_answers_the_only_item() -> None:
    text = HEAD + "Hoeveel haltes zijn er?" + ANSWER + "Er zijn er twaalf."
    assert labels(text) == [(None, ["0"])]


def test_an_answer_that_says_so_answers_all_items_together() -> None:
    assert labels(ASKED + "Omdat de vragen samenhangen, beantwoord ik ze samen. Neen.") == [
        (None, ["1", "2", "3", "4"])
    ]


def test_the_line_that_says_that_annexes_begin_is_none_of_them() -> None:
    found = answer(ASKED + "1-4. Zie bijlagen.\n\nBIJLAGEN\n\n1. Een tabel.\n\n2. Een kaart.")
    assert [passage.text for passage in found.annexes] == ["1. Een tabel.", "2. Een kaart."]


def test_wide_space_after_a_label_or_a_sentence_makes_no_table() -> None:
    found = answer(
        ASKED + "1.   In 2019 waren er twaalf haltes.  In 2020 kwamen er drie bij, vooral\n"
        "in de dorpen.\n\n2.   Hier."
    )
    assert [(p.kind.value, p.text) for item in found.items for p in item.passages] == [
        (
            "prose",
            "In 2019 waren er twaalf haltes. In 2020 kwamen er drie bij, vooral in de dorpen.",
        ),
        ("prose", "Hier."),
    ]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Dit antwoord wordt mede verstrekt namens mijn collega, minister An Maes.", "coordinated"),
        ("Dit antwoord geldt ook voor de collega's An Maes en Jan Mol.", "coordinated"),
        ("Ik antwoord ook in naam van minister An Maes.", "coordinated"),
        ("In overleg met mijn collega An Maes werden haltes vernieuwd.", "ordinary"),
        ("De premie geldt ook voor de gemeenten.", "ordinary"),
    ],
)
def test_who_answers_for_colleagues_says_so(said: str, kind: str) -> None:
    assert answer(f"{HEAD}1. Hoeveel?{ANSWER}{said}\n\n1. Tien haltes.").kind == kind


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["an empty line", "no empty line"])
def test_a_subject_may_stand_right_below_the_title(gap: str) -> None:
    head = HEAD.partition("\nDe haltes")[0].rstrip()
    prose = (
        "Op vele plaatsen in het land staan de bushaltes er al dertig jaar zonder onderhoud bij."
    )
    read = question(f"{head}\nWachthuisjes en banken{gap}{prose}\n{prose}\n\n1. Hoeveel?")
    assert (read.title, read.subject) == ("Bushaltes - Onderhoud", "Wachthuisjes en banken")


def test_a_question_on_a_line_of_its_own_is_no_part_of_the_paragraph_above_it() -> None:
    read = question(HEAD + "Er staan tien haltes.\nHoeveel daarvan worden er hersteld?")
    assert [passage.text for passage in read.context][-1] == "Er staan tien haltes."
    assert [item.passages[0].text for item in read.items] == ["Hoeveel daarvan worden er hersteld?"]


def test_an_answer_that_sends_the_reader_to_itself_is_an_issue() -> None:
    reading = parse(ASKED + "1. Twee.\n\n2. Zie het antwoord op vraag 2.\n\n3-4. Wij.")
    (issue,) = reading.issues
    assert issue.code == "cross-reference.itself"
    assert [reading.dossier.quote(span) for span in issue.spans] == ["Zie het antwoord op vraag 2"]
    assert [item.cross_references for item in reading.dossier.answers[0].items] == [(), (), ()]


def test_an_answer_that_mentions_its_own_question_refers_to_nothing() -> None:
    reading = parse(
        ASKED + "1. Twee.\n\n2. Wat vraag 2 betreft, zoals in dit antwoord (vraag 2) staat: hier."
        "\n\n3-4. Wij."
    )
    assert reading.issues == ()
    assert reading.dossier.answers[0].items[1].cross_references == ()


def test_a_subject_below_a_title_that_fills_its_line_is_read() -> None:
    head = HEAD.partition("\nBushaltes")[0]
    prose = "Steeds meer steden en gemeenten doen een\nberoep op deelfietsen."
    read = question(
        f"{head}\nDeelfietsen aan haltes - Gebruik en kostprijs\n\nGevolgen voor de lokale besturen"
        f"\n\n{prose}\n\n{prose}\n\n1. Hoeveel?"
    )
    assert read.subject == "Gevolgen voor de lokale besturen"


def test_a_label_without_text_counts_no_occurrence() -> None:
    text = HEAD + "1. Hoeveel?\n1.\n2. Waar?\n\n1. Hoeveel nu?\n\n2. Waar nu?"
    assert items(text) == ["1", "2", "1~2", "2~2"]


def test_see_also_with_a_number_that_ends_its_clause_leans_on_an_item() -> None:
    found = answer(ASKED + "1. Twee.\n\n2. Zie ook 1. Meer niet.\n\n3. Zie ook 4 haltes in Gent.")
    crossed = [[(str(c.target), c.delegates) for c in i.cross_references] for i in found.items]
    assert crossed == [[], [("1", False)], []]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1 Hier is er een.\n2 Twee.\n3 Wij.\n4 Daarom.", ["1", "2", "3", "4"]),
        ("1 Gent\n2 Aalst\n3 Brugge\n4 Genk", [None]),
        ("1 Hier is er een.\n2 Twee.\n4 Daarom.", [None]),
        ("We tellen:\n1 Gent.\n2 Aalst.\n3 Brugge.\n4 Genk.", [None]),
    ],
)
def test_bare_numbers_are_labels_when_they_count_all_that_was_asked(
    said: str, expected: list[str | None]
) -> None:
    assert [label for label, _ in labels(ASKED + said)] == expected


@pytest.mark.parametrize(
    ("said", "expected", "codes"),
    [
        ("1. A.\n\n2. B.\n\n7. C.\n\n4. D.", ["1.", "2.", "7.", "4."], ["unknown"]),
        ("1. A.\n2. B.\n7. C.\n4. D.", ["1.", "2.", "7.", "4."], ["unknown"]),
        ("1-2. A.\n\n5. B.\n\n1. C.", ["1-2.", "5.", "1."], ["unknown", "repeated"]),
        ("2-3. A.\n\n9. B.", ["2-3.", "9."], ["unknown"]),
        ("9. A.", ["9."], ["unknown"]),
        ("1. A.\n\n2. B.\n\n3. C.\n\n2. D.", ["1.", "2.", "3.", "2."], ["repeated"]),
        ("1. A.\n\nAntwoord op vraag 9: B.", ["1.", "Antwoord op vraag 9:"], ["unknown"]),
        ("1. A.\n\nVraag 9: B.", ["1.", "Vraag 9:"], ["unknown"]),
        ("4-7: A.", ["4-7:"], ["unknown"]),
        ("3-1. A.", ["3-1."], ["order"]),
    ],
)
def test_a_label_that_does_not_fit_is_kept_with_an_issue(
    said: str, expected: list[str], codes: list[str]
) -> None:
    assert [label for label, _ in labels(ASKED + said)] == expected
    assert [issue.code for issue in parse(ASKED + said).issues] == [f"label.{c}" for c in codes]


@pytest.mark.parametrize(
    "inside",
    [
        "De stappen:\n\n1. Meten.\n\n2. Wegen.\n\n3. Kiezen.\n\n6. Delen.",
        "Het artikel luidt:\n\n7. De haltes zijn vrij.",
        "Dat was zo.\n\n7. mei was een feestdag.",
        "Dat was zo.\n\n7.500 euro ging naar Gent.",
        "Dat was zo.\n\n2018. In dat jaar was er niets.",
        "Dat zegt artikel\n7. De haltes zijn vrij.",
        "Dat was zo.\n\n7) De haltes zijn vrij.",
        "Dat was zo.\n\nVraag 9 van vorig jaar ging hierover.",
        "Dat was zo.\n\n10-12 haltes zijn vrij.",
        "Het werd\n3-1. De ploeg won.",
    ],
)
def test_what_only_looks_like_a_label_that_does_not_fit_stays_text(inside: str) -> None:
    text = f"{ASKED}1. Twee.\n\n2. {inside}\n\n3. Wij.\n\n4. Daarom."
    assert [label for label, _ in labels(text)] == ["1.", "2.", "3.", "4."]
