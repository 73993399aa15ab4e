"""What extraction does to a text, and what must still be read: page breaks, lost line structure."""

import pytest

import inburgering_model as im

SQUEEZED = (
    "SCHRIFTELIJKE VRAAG nr. 113 van ZOË MAES datum: 7 mei 2020 aan {name} "
    "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN WONEN EN JEUGD "
    "Digitale loketten - Stand van zaken Sinds 1 januari 2021 gelden er nieuwe regels. "
    "1. a) Hoeveel loketten zijn er? b) Waar liggen ze? 2. Hoeveel bedroeg de subsidie in 2016? "
    "3. Welke rol spelen o.a. Gent en Aalst? {name} VICEMINISTER-PRESIDENT VAN DE VLAAMSE "
    "REGERING, VLAAMS MINISTER VAN WONEN EN JEUGD {caption} op vraag nr. 113 van 7 mei 2020 van "
    "ZOË MAES {said}"
)


def squeezed(
    said: str = "1-3. Neen.", name: str = "ILSE CLAES", caption: str = "ANTWOORD"
) -> im.Dossier:
    return im.parse(SQUEEZED.format(said=said, name=name, caption=caption)).dossier


def test_a_document_on_one_line_gets_its_lines_back() -> None:
    question = squeezed().question
    assert question.title == "Digitale loketten - Stand van zaken"
    assert [item.key for item in question.items] == ["1a", "1b", "2", "3"]
    assert [office.title for office in question.addressees[0].offices] == [
        "Viceminister-president van de Vlaamse Regering",
        "Vlaams minister van Wonen en Jeugd",
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ["1. a)", "b)", "2.", "3."],
        ["Vraag 1:", "Vraag 2:", "Vraag 3:"],
        ["Antwoord op vraag 1", "Antwoord op vraag 2", "Antwoord op vraag 3"],
        ["Ad 1.", "Ad 2.", "Ad 3."],
        ["1-2.", "3."],
        ["1 tot en met 2.", "3."],
        ["Vragen 1 en 2:", "Vraag 3:"],
    ],
)
def test_labels_of_every_sort_begin_a_lost_line(labels: list[str]) -> None:
    said = " ".join(f"{label} Van de 789 aanvragen werden er 8 goedgekeurd." for label in labels)
    (answer,) = squeezed(said).answers
    assert [item.label for item in answer.items] == labels


@pytest.mark.parametrize("name", ["MARIE-LOUISE T'SJOEN", "NOËL IN 'T VEN", "JOS D'HAESE"])
def test_a_name_with_an_apostrophe_ends_before_its_office(name: str) -> None:
    (answer,) = squeezed(name=name).answers
    assert answer.respondent is not None
    assert answer.respondent.person.name.upper() == name
    assert len(answer.respondent.offices) == 2


@pytest.mark.parametrize("word", ["VOORLOPIG", "GECOÖRDINEERD", "AANVULLEND", "VERWIJZEND"])
def test_a_caption_keeps_its_adjective(word: str) -> None:
    (answer,) = squeezed(caption=f"{word} ANTWOORD").answers
    assert (answer.kind, answer.stage.value) != ("ordinary", "final")
    assert answer.respondent is not None
    assert answer.respondent.offices[-1].title == "Vlaams minister van Wonen en Jeugd"


PAGES = """Oplaadpunten voor wagens

1. Steeds meer steden vragen naar
hun aantal. Hoeveel stijgt de vraag naar de

1
\fVlaams Parlement - Schriftelijke vragen
oplaadpunten?

ZOË VAN HOVE
VLAAMS MINISTER VAN ENERGIE

ANTWOORD

2
\fVlaams Parlement - Schriftelijke vragen

op vraag nr. 7 van 2 juli 2009
van TOM AERTS

1. Op 20 februari 2007 telde Vlaanderen 40.457
oplaadpunten?

3
\f"""


def test_running_heads_and_page_numbers_are_left_out_of_a_sentence() -> None:
    dossier = im.parse(PAGES).dossier
    assert dossier.question.items[0].passages[0].text.endswith("de vraag naar de oplaadpunten?")
    assert dossier.answers[0].items[0].passages[0].text.endswith("40.457 oplaadpunten?")


def test_page_furniture_has_regions_of_its_own() -> None:
    reading = im.parse(PAGES)
    found = [
        reading.dossier.quote(region.span).strip()
        for region in reading.regions
        if region.kind is im.RegionKind.PAGE_FURNITURE
    ]
    assert found == [
        "1",
        "Vlaams Parlement - Schriftelijke vragen",
        "2",
        "Vlaams Parlement - Schriftelijke vragen",
        "3",
    ]


def test_a_line_of_a_head_that_comes_back_is_no_running_head() -> None:
    dossier = im.parse(
        "SCHRIFTELIJKE VRAAG\n\nnr. 1\nvan JAN VERHAEGEN\ndatum: 7 juli 2009\n\nBushaltes\n\n"
        "1. Hoeveel haltes zijn er?\n\n1\n\f\nAN PEETERS\nVLAAMS MINISTER VAN WONEN\n\nANTWOORD\n"
        "op vraag nr. 1 van 7 juli 2009\nvan JAN VERHAEGEN\n\n1. Twaalf.\n\n2\n\f"
    ).dossier
    assert dossier.question.author == im.Person(name="Jan Verhaegen")


def test_the_list_of_ministers_may_be_broken() -> None:
    question = im.parse(
        "Titel\n\n1. Hoeveel?\n\nDeze vraag werd gesteld aan de ministers Hilde Op\n\n"
        "de Beeck (3), Marie-\nLouise Van Hove (153), Tom Aerts (4)\n"
    ).dossier.question
    assert [(a.person.name, a.number) for a in question.addressees] == [
        ("Hilde Op de Beeck", 3),
        ("Marie-Louise Van Hove", 153),
        ("Tom Aerts", 4),
    ]


@pytest.mark.parametrize(
    "context",
    [
        "Steeds meer steden doen een beroep op\n\ntaaloefengroepen.",
        "Steeds meer steden doen een beroep op\n\n- 1 -\n\ftaaloefengroepen.",
        "De nota van de minister bevat voor dit jaar\n\nm.b.t. deelfietsen geen doelstellingen.",
        "Genk blijft steken op 88,3 % en dat is te weinig. In\n\nSint-Pieters-Leeuw is er vraag.",
    ],
)
def test_a_sentence_broken_by_an_empty_line_is_one_paragraph(context: str) -> None:
    question = im.parse(f"Onthaal\n\n{context}\n\n1. Hoeveel groepen zijn er?\n").dossier.question
    assert (question.subject, len(question.context)) == (None, 1)


def test_what_stands_above_the_caption_is_no_title() -> None:
    question = im.parse(
        "Vlaams Parlement\nVragen en Antwoorden\n\nSCHRIFTELIJKE VRAAG\nnr. 1\nvan JAN MAES\n"
        "datum: 7 juli 2009\n\nBushaltes\n\n1. Hoeveel haltes zijn er?"
    ).dossier.question
    assert (question.title, question.author) == ("Bushaltes", im.Person(name="Jan Maes"))


def test_a_table_over_two_pages_keeps_only_its_rows() -> None:
    first, second = "Gent       12    14\nAalst      23     9", "Diest      34     1\nHalle   4   2"
    rows = f"{first}\n\n1\n\fKop\n{second}"
    dossier = im.parse(
        "Bushaltes\n\n1. Hoeveel haltes zijn er?\n\nANTWOORD\nop vraag nr. 1 van 7 juli 2009\n\n"
        f"1. Zie de tabel.\n\n{rows}\n\n2\n\fKop\n"
    ).dossier
    table = dossier.answers[0].items[0].passages[-1]
    assert table.kind is im.PassageKind.TABLE
    assert [row.split()[0] for row in table.text.splitlines()] == [
        "Gent",
        "Aalst",
        "Diest",
        "Halle",
    ]


def test_an_abbreviation_at_the_end_of_a_line_ends_no_sentence() -> None:
    answer = im.parse(
        "Bushaltes\n\n1. Hoeveel haltes zijn er?\n\nVERWIJZEND ANTWOORD\nop vraag nr. 1 van 7 "
        "juli 2009\n\nIk verwijs naar het antwoord van minister Jo Maes op vraag nr.\n256 van 7 "
        "juli 2009."
    ).dossier.answers[0]
    assert isinstance(answer, im.ReferringAnswer)
    assert answer.refers_to is not None
    assert answer.refers_to.number == 256


def test_a_short_document_on_one_line_gets_its_lines_back_too() -> None:
    dossier = im.parse(
        "Ad 1) Hoeveel km werd geruimd? Ad 2) Wie betaalt dat? NADIA EL AMRANI VLAAMS MINISTER VAN "
        "OMGEVING ANTWOORD op vraag nr. 9 van 3 mei 2018 van LUC DE WIT Ad 1. Er werd 40 km "
        "geruimd. Ad 2. De polders betalen."
    ).dossier
    (answer,) = dossier.answers
    assert answer.respondent is not None
    assert answer.respondent.person == im.Person(name="Nadia El Amrani")
    assert [item.label for item in answer.items] == ["Ad 1.", "Ad 2."]
    assert [item.key for item in dossier.question.items] == ["1", "2"]


HEAD_OVER_PAGES = """Bushaltes

1. Hoeveel haltes zijn er?

JAN DE WIT
VLAAMS MINISTER VAN BINNENLANDS BESTUUR{end}

pagina 2 van 3
\f{rest}

ANTWOORD
op vraag nr. 1 van 1 juli 2009
van JAN AERTS

1. Twaalf.
"""


@pytest.mark.parametrize(
    ("end", "rest", "office"),
    [
        (" EN", "BESTUURSZAKEN", "Binnenlands Bestuur en Bestuurszaken"),
        (",", "WONEN EN\n\nENERGIE", "Binnenlands Bestuur, Wonen en Energie"),
    ],
)
def test_a_page_may_end_inside_the_offices_above_an_answer(
    end: str, rest: str, office: str
) -> None:
    (answer,) = im.parse(HEAD_OVER_PAGES.format(end=end, rest=rest)).dossier.answers
    assert answer.respondent is not None
    assert answer.respondent.person == im.Person(name="Jan De Wit")
    assert [found.title for found in answer.respondent.offices] == [f"Vlaams minister van {office}"]


def test_a_name_after_what_stands_closed_is_the_minister() -> None:
    # Nothing above goes on: the name is not a part of the office over it.
    text = HEAD_OVER_PAGES.format(end="", rest="AN CLAES\nVLAAMS MINISTER VAN WONEN")
    (answer,) = im.parse(text).dossier.answers
    assert answer.respondent is not None
    assert answer.respondent.person == im.Person(name="An Claes")


def test_a_name_in_the_list_of_ministers_may_be_cut_by_a_running_head() -> None:
    question = im.parse(
        "Bushaltes\n\nDe haltes\n\npagina 1 van 3\n\fVlaams Parlement - Schriftelijke vragen en "
        "antwoorden\n\nzijn oud.\n\n1. Hoeveel?\n\nDeze vraag werd gesteld aan de ministers "
        "Hilde\n\npagina 2 van 3\n\fVlaams Parlement - Schriftelijke vragen en antwoorden\n\n"
        "Vande Walle (40), Jan Maes (2)\n\npagina 3 van 3\n\f"
    ).dossier.question
    assert [a.person.name for a in question.addressees] == ["Hilde Vande Walle", "Jan Maes"]


ANNEXED = """Bushaltes

1. Hoeveel haltes zijn er?

AN SMEETS
VLAAMS MINISTER VAN CULTUUR

ANTWOORD
op vraag nr. 75 van 20 december 2019

1. Het overzicht van de goedgekeurde plannen vindt u in bijlage 1.

BIJLAGEN

Overzicht van de goedgekeurde plannen per provincie en een raadsbesluit

{second}

Toestand op 1 september 2022.
"""


def test_each_annex_begins_at_its_own_line() -> None:
    (answer,) = im.parse(ANNEXED.format(second="BIJLAGE 1")).dossier.answers
    assert [passage.text for passage in answer.annexes][1:] == [
        "BIJLAGE 1",
        "Toestand op 1 september 2022.",
    ]


def test_a_mention_of_an_annex_inside_one_begins_none() -> None:
    (answer,) = im.parse(ANNEXED.format(second="zie ook bijlage 1 van het plan.")).dossier.answers
    assert len(answer.annexes) == 2


def test_the_shortest_document_on_one_line_gets_its_lines_back() -> None:
    question = im.parse(
        "SCHRIFTELIJKE VRAAG nr. 1 van AN MAES datum: 1 juli 2009 Bushaltes Hoeveel zijn er?"
    ).dossier.question
    assert question.title == "Bushaltes"
    assert question.author == im.Person(name="An Maes")
    assert [sub.passage.text for sub in question.sub_questions] == ["Hoeveel zijn er?"]


def test_a_title_on_one_line_with_its_first_item_ends_before_it() -> None:
    dossier = im.parse(
        "SCHRIFTELIJKE VRAAG nr. 1 van AN MAES datum: 1 juli 2009 aan JO CLAES Bushaltes in Gent "
        "1. Hoeveel? 2. Waar?"
    ).dossier
    assert dossier.question.title == "Bushaltes in Gent"
    assert [item.key for item in dossier.question.items] == ["1", "2"]


def test_a_short_head_that_runs_together_above_a_text_is_no_document_on_one_line() -> None:
    question = im.parse(
        "nr. 147 van KURT DE LOOR datum: 26-02-2024\n\nDe haltes in Gent\n\n1. Hoeveel?"
    ).dossier.question
    assert (question.title, question.author) == (
        "De haltes in Gent",
        im.Person(name="Kurt De Loor"),
    )


@pytest.mark.parametrize(
    "head",
    ["Schriftelijke vraag nr. 5         pagina 2", "2    Schriftelijke vraag nr. 5 (2021-2022)"],
)
def test_a_footer_and_a_running_head_by_their_form_part_no_sentence(head: str) -> None:
    text = (
        "Steps\n\n1. Wat leverde het op?\n\nANTWOORD\nop vraag nr. 5 van 5 mei 2022\n\n"
        "1. Het proefproject leverde ritten op, waarvan vier op de tien\n\n"
        "Vlaams Parlement - 1011 Brussel - 02/552.11.11 - www.vlaamsparlement.be\n"
        f"\f{head}\n\n"
        "een autorit vervingen.\n"
    )
    (passage,) = im.parse(text).dossier.answers[0].items[0].passages
    assert passage.text.endswith("waarvan vier op de tien een autorit vervingen.")


def test_words_that_were_broken_are_whole_again_on_one_line() -> None:
    said = "1. De gemeen- ten telden bestuurs- en loketten, ook in Sint-Pieters- Leeuw. 2-3. Neen."
    (answer,) = squeezed(said).answers
    assert answer.items[0].passages[0].text == (
        "De gemeenten telden bestuurs- en loketten, ook in Sint-Pieters-Leeuw."
    )


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("1. Zie de tabel. Gent 12 Aalst 15 2. De haltes liggen er al. 3. Neen.", "1. 2. 3."),
        (
            "Ad 1. Zie de tabel. Gent 12 Aalst 15 Ad 2. De haltes liggen er. Ad 3. Neen.",
            "Ad 1. Ad 2. Ad 3.",
        ),
        # twice the missing number, or of another form: nobody can tell
        ("1. In Gent 2. En in Aalst 2. Aan de kust. 3. Neen.", "1. 3."),
        ("1. Zie de tabel. Gent 12 Aalst 2) De haltes liggen er al. 3. Neen.", "1. 3."),
    ],
)
def test_a_label_below_a_table_is_found_where_its_number_is_missing(said: str, labels: str) -> None:
    (answer,) = squeezed(said).answers
    assert " ".join(item.label or "-" for item in answer.items) == labels
