"""The layouts of older bulletins, and those that answers had before the present form.

Each rule stands beside what is printed nearly so, and is something else.
"""

from __future__ import annotations

from datetime import date

import pytest

import inburgering_model as im

TEXT = (
    "Veerdiensten - Uurregeling\n\nDe veerman vertrekt vroeg.\n\n"
    "1. Hoeveel overtochten zijn er ?\n\n2. Wie betaalt ze ?\n\n3. Waar meert de boot aan ?\n\n"
)
MINISTER = "Rik Deprez\nVlaams minister van Vervoer"
ANSWERED = TEXT + "Antwoord\n\n1-3. Negen."


def question(text: str) -> im.ParliamentaryQuestion:
    return im.parse(text).dossier.question


def answer(text: str) -> im.Answer:
    (found,) = im.parse(text).dossier.answers
    return found


def respondent(text: str) -> tuple[str, tuple[str, ...]] | None:
    found = answer(text).respondent
    if found is None:
        return None
    return found.person.name, tuple(office.title for office in found.offices)


def regions(text: str, kind: im.RegionKind) -> list[str]:
    reading = im.parse(text)
    return [reading.dossier.quote(r.span).strip() for r in reading.regions if r.kind is kind]


HEADS = [
    "Vraag nr. 55\nvan 21 januari 2002\nvan de heer JOS MAES\n\n",
    "VRAAG NR. 55\nvan 21 januari 2002\nvan de heer JOS MAES\n\n",
    "Vraag nr. 55 van 21 januari 2002 van de heer JOS MAES\n\n",
    "Vraag nr. 55 van 21 januari 2002 van de heer Jos Maes\n\n",
    "Vraag nr. 55 van 21 januari 2002 van de heer Jos\nMaes\n\n",
    "Vraag nr. 55 van 21 januari 2002 van de heer JOS\nMAES\n\n",
    "SCHRIFTELIJKE VRAAG\nnr. 55\nvan JOS MAES\ndatum: 21 januari 2002\n\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "above",
    [
        "",
        "RIK DEPREZ\nVLAAMS MINISTER VAN VERVOER\n\n",
        "RIK DEPREZ, VLAAMS MINISTER VAN VERVOER\n\n",
        MINISTER + "\n\n",
    ],
)
def test_the_head_of_a_question_in_a_bulletin(head: str, above: str) -> None:
    reading = im.parse(above + head + ANSWERED)
    found = reading.dossier.question
    assert found.title == "Veerdiensten - Uurregeling"
    assert found.author == im.Person(name="Jos Maes")
    assert found.asked_on == date(2002, 1, 21)
    expected = [("Rik Deprez", 55)] if above else []
    assert [(a.person.name, a.number) for a in found.addressees] == expected
    assert not reading.unparsed


@pytest.mark.parametrize("name", ["Jos Van\nden Bossche", "JOS VAN\nDEN BOSSCHE"])
def test_a_name_may_be_broken_at_a_particle(name: str) -> None:
    head = f"Vraag nr. 55 van 21 januari 2002 van de heer {name}\n\n"
    assert question(head + ANSWERED).author == im.Person(name="Jos Van den Bossche")


def test_a_title_in_capitals_below_such_a_head_is_no_office() -> None:
    above = "RIK DEPREZ\nVLAAMS MINISTER VAN VERVOER\n\n"
    found = question(above + HEADS[0] + ANSWERED.replace("Veerdiensten", "VEERDIENSTEN", 1))
    assert found.title == "VEERDIENSTEN - Uurregeling"
    found = question(above + HEADS[0] + "VEERDIENSTEN\n\n" + ANSWERED)
    assert found.title == "VEERDIENSTEN"


@pytest.mark.parametrize(
    "office",
    [
        "Vlaams minister van Vervoer,\nToerisme en Vis",
        "Vlaams minister van Vervoer, Toerisme en\nVis",
        "Vlaams minister van\nVervoer, Toerisme en Vis",
    ],
)
def test_an_office_in_lower_case_may_go_on_below(office: str) -> None:
    title = " ".join(office.split())
    assert respondent(TEXT + f"Rik Deprez\n{office}\n\nAntwoord\n\n1-3. Negen.") == (
        "Rik Deprez",
        (title,),
    )
    item = question(TEXT + f"Rik Deprez\n{office}\n\nAntwoord\n\n1-3. Negen.").items[-1]
    assert [p.text for p in item.passages] == ["Waar meert de boot aan ?"]


def test_the_minister_above_a_question_answers_when_nobody_else_is_named() -> None:
    above = "RIK DEPREZ\nVLAAMS MINISTER VAN VERVOER\n\n" + HEADS[0]
    found = answer(above + ANSWERED)
    assert found.respondent is not None
    assert found.respondent.person == im.Person(name="Rik Deprez")
    assert [e.rule for e in found.respondent.evidence] == ["answer.minister-above-question"]
    other = "AN CLAES\nVLAAMS MINISTER VAN VIS\n\n"
    assert respondent(above + TEXT + other + "ANTWOORD\n\n1-3. Negen.") == (
        "An Claes",
        ("Vlaams minister van Vis",),
    )
    assert respondent(above + ANSWERED + "\n\nAn Claes\nVlaams minister van Vis") == (
        "An Claes",
        ("Vlaams minister van Vis",),
    )


def test_an_addressee_does_not_answer_by_himself() -> None:
    head = "SCHRIFTELIJKE VRAAG\nnr. 7\nvan JOS MAES\ndatum: 6 mei 2004\naan RIK DEPREZ\n"
    assert respondent(head + "VLAAMS MINISTER VAN VERVOER\n\n" + ANSWERED) is None


def test_the_one_who_answers_has_the_number_above_the_question() -> None:
    found = question(HEADS[0] + ANSWERED + "\n\n" + MINISTER)
    assert [(a.person.name, a.number) for a in found.addressees] == [("Rik Deprez", 55)]
    (addressee,) = found.addressees
    assert {e.rule for e in addressee.evidence} == {"addressee.respondent", "head.number"}


@pytest.mark.parametrize(
    "text",
    [
        # a person above a title is no minister
        "Rik Deprez\n\n" + TEXT,
        # an office of a minister who is only written about
        "De haven\n\nDe Vlaams minister van Vervoer zweeg.\n\n1. Hoeveel boten zijn er?",
    ],
)
def test_a_name_above_a_question_without_a_number_is_no_addressee(text: str) -> None:
    assert question(text).addressees == ()


@pytest.mark.parametrize("caption", ["Antwoord", "ANTWOORD", "Antwoord:"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_caption_alone_opens_the_answer(caption: str, gap: str) -> None:
    found = answer(f"{TEXT}{caption}{gap}1. Negen.\n\n2. Wij.\n\n3. Hier.")
    assert [item.label for item in found.items] == ["1.", "2.", "3."]


def test_a_caption_below_a_question_needs_no_empty_line() -> None:
    text = TEXT.rstrip() + "\nAntwoord\nNegen boten varen er."
    assert [p.text for p in answer(text).items[0].passages] == ["Negen boten varen er."]
    # when more is asked below it, it is a heading inside the question
    assert im.parse(text + "\n\nEn nu ?").dossier.answers == ()


@pytest.mark.parametrize(
    "line",
    [
        "Antwoord geven op deze vragen is belangrijk.",
        "Antwoord van de heer Maes op een oudere vraag.",
        "Antwoorden",
    ],
)
def test_a_word_in_the_text_opens_no_answer(line: str) -> None:
    text = f"Titel\n\nDe boot vaart.\n{line}\nMeer is er niet.\n\n1. Hoeveel boten zijn er?"
    assert im.parse(text).dossier.answers == ()


@pytest.mark.parametrize(
    "named",
    [
        "ANTWOORD\nvan de heer RIK DEPREZ,\nVlaams minister van Vervoer",
        "Antwoord\nvan de heer Rik Deprez,\nVlaams minister van Vervoer",
        "Antwoord van de heer RIK DEPREZ, Vlaams minister van Vervoer",
        "Antwoord\nvan mevrouw RIK DEPREZ, Vlaams minister\nvan Vervoer",
    ],
)
def test_a_caption_may_name_who_answers(named: str) -> None:
    text = HEADS[0] + TEXT + named + "\n\n1. Negen.\n\n2-3. Hier."
    assert respondent(text) == ("Rik Deprez", ("Vlaams minister van Vervoer",))
    assert question(text).author == im.Person(name="Jos Maes")
    assert [item.label for item in answer(text).items] == ["1.", "2-3."]


@pytest.mark.parametrize(
    ("named", "name", "day"),
    [
        ("Antwoord van minister Rik Deprez", "Rik Deprez", None),
        ("Antwoord van Vlaams minister RIK DEPREZ:", "Rik Deprez", None),
        ("ANTWOORD VAN MINISTER DEPREZ", "Deprez", None),
        ("Antwoord door minister-president Rik Deprez (3 juni 2004)", "Rik Deprez", "2004-06-03"),
        ("Antwoord van minister Rik Van den Pré op 3 juni 2004", "Rik Van den Pré", "2004-06-03"),
        ("Voorlopig antwoord van de minister, 3/6/2004", None, "2004-06-03"),
        ("Antwoord van de minister", None, None),
    ],
)
@pytest.mark.parametrize("blank", ["\n", ""])
def test_a_caption_may_name_the_minister_by_office(
    named: str, name: str | None, day: str | None, blank: str
) -> None:
    text = HEADS[0] + TEXT.rstrip() + "\n" + blank + named + "\n\n1. Negen.\n\n2-3. Hier."
    found = answer(text)
    assert (found.respondent and found.respondent.person.name) == name
    assert (found.answered_on and found.answered_on.isoformat()) == day
    assert [item.label for item in found.items] == ["1.", "2-3."]


@pytest.mark.parametrize(
    "line",
    [
        "Antwoord van minister Deprez was er niet.",
        "Antwoord van minister Deprez:",  # quoted above what is asked
        "Antwoord van de minister",
        "Antwoord van de dienst",
    ],
)
def test_an_answer_told_of_in_the_context_opens_none(line: str) -> None:
    text = f"Titel\n\nDe boot vaart.\n\n{line}\n\nMeer is er niet.\n\n1. Hoeveel boten zijn er?"
    assert im.parse(text).dossier.answers == ()


def test_the_one_who_asked_may_stand_below_a_caption() -> None:
    text = TEXT + "ANTWOORD\nop vraag nr. 7 van 6 mei 2004\nvan de heer JOS MAES\n\n1-3. Negen."
    assert respondent(text) is None
    assert question(text).author == im.Person(name="Jos Maes")


SQUEEZED = (
    "Vraag nr. 55 van 21 januari 2002 van de heer JOS MAES Veerdiensten - Oude boten Boten die "
    "lang varen, kosten veel geld aan onderhoud en aan verf. De veerman vertrekt elke dag vroeg en "
    "komt elke dag laat terug, ook op zondag. 1. Hoeveel overtochten zijn er ? Hoeveel daarvan op "
    "zondag ? 2. Wie betaalt de overtochten ? Antwoord 1. Negen, waarvan twee op zondag. 2. Het "
    "Gewest, zie het antwoord op vraag nr. 3 van 5 mei 2001 van de heer Piet Claes (Bulletin van "
    "Vragen en Antwoorden nr. 8, blz. 12)."
)


def test_a_bulletin_may_be_squeezed_on_one_line() -> None:
    found, reply = question(SQUEEZED), answer(SQUEEZED)
    assert found.title == "Veerdiensten - Oude boten"
    assert found.author == im.Person(name="Jos Maes")
    assert [item.key for item in found.items] == ["1", "2"]
    assert [item.label for item in reply.items] == ["1.", "2."]
    assert [item.cross_references for item in reply.items] == [(), ()]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("ANTWOORD", None),
        ("ANTWOORD van de heer RIK DEPREZ, Vlaams minister van Vervoer", "Rik Deprez"),
        ("Antwoord van de heer Rik Deprez, Vlaams minister van Vervoer", "Rik Deprez"),
        ("Antwoord van Rik Deprez, Vlaams minister van Vervoer", "Rik Deprez"),
        ("Rik Deprez Vlaams minister van Vervoer Antwoord", "Rik Deprez"),
    ],
)
def test_who_answers_may_stand_in_the_same_line(printed: str, found: str | None) -> None:
    text = SQUEEZED.replace("Antwoord 1.", f"{printed} 1.")
    expected = found and (found, ("Vlaams minister van Vervoer",))
    assert respondent(text) == expected
    assert [item.label for item in answer(text).items] == ["1.", "2."]


def test_the_minister_in_the_same_line_may_be_named_by_office() -> None:
    reply = answer(SQUEEZED.replace("Antwoord 1.", "Antwoord van minister Rik Deprez 1."))
    assert reply.respondent == im.Minister(person=im.Person(name="Rik Deprez"))
    assert [item.label for item in reply.items] == ["1.", "2."]


def test_a_minister_may_stand_above_the_number_in_the_same_line() -> None:
    text = "RIK DEPREZ VLAAMS MINISTER VAN VERVOER EN VIS " + SQUEEZED
    assert [(a.person.name, a.number) for a in question(text).addressees] == [("Rik Deprez", 55)]
    assert question(text).title == "Veerdiensten - Oude boten"


def test_an_answer_that_is_only_spoken_of_does_not_open_one() -> None:
    text = SQUEEZED.replace("Antwoord 1. Negen", "Antwoord kwam er niet. Negen")
    assert im.parse(text).dossier.answers == ()


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Antwoord op de deelvragen 1 tot en met 3", "1 2 3"),
        ("Antwoord op deelvraag 1", "1"),
        ("Antwoord op de vragen 1, 2 en 3", "1 2 3"),
        ("Antwoorden op de deelvragen 1 en 2", "1 2"),
    ],
)
def test_a_heading_says_which_items_are_answered(heading: str, items: str) -> None:
    found = answer(TEXT + f"Antwoord\n\n{heading}\n\nNegen.\n\nElke dag.")
    assert found.opening == ()
    assert [" ".join(map(str, item.answers)) for item in found.items] == [items]
    assert len(found.items[0].passages) == 2


SIGNED = [
    MINISTER,
    "Rik Deprez, Vlaams minister van Vervoer",
    "De Vlaams minister van Vervoer,\nRik Deprez",
    "Brussel, 14 januari 2009\n\nDe Vlaams minister van Vervoer,\n\nRik Deprez",
    "RIK DEPREZ\nVLAAMS MINISTER VAN VERVOER",
    "Brussel, 14 januari 2009\n\n" + MINISTER,
    MINISTER + "\n\nBrussel, 14 januari 2009",
]


@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("below", ["", "\n\nBIJLAGE\n\nEen tabel."])
def test_a_signature_names_who_answers(signed: str, below: str) -> None:
    text = f"{ANSWERED}\n\n{signed}{below}"
    assert respondent(text) == ("Rik Deprez", ("Vlaams minister van Vervoer",))
    found = answer(text)
    assert [p.text for p in found.items[0].passages] == ["Negen."]
    assert found.answered_on == (date(2009, 1, 14) if "2009" in signed else None)
    assert regions(text, im.RegionKind.SIGNATURE) == [signed]


@pytest.mark.parametrize(
    "signed",
    ["Rik Deprez            Brussel, 14 januari 2009", "Brussel, 14 januari 2009      Rik Deprez"],
)
def test_a_name_may_stand_beside_the_day_it_was_signed(signed: str) -> None:
    text = f"{ANSWERED}\n\n{signed}"
    assert respondent(text) == ("Rik Deprez", ())
    assert answer(text).answered_on == date(2009, 1, 14)


def test_a_signature_may_give_two_offices() -> None:
    office = "Vice-minister-president van de Vlaamse Regering\nen Vlaams minister van Vervoer"
    assert respondent(f"{ANSWERED}\n\nRik Deprez\n{office}") == (
        "Rik Deprez",
        ("Vice-minister-president van de Vlaamse Regering", "Vlaams minister van Vervoer"),
    )


def test_the_head_of_an_answer_names_who_answers_before_the_signature_does() -> None:
    text = TEXT + "AN CLAES\nVLAAMS MINISTER VAN VIS\n\nANTWOORD\n\n1-3. Negen.\n\n" + MINISTER
    assert respondent(text) == ("An Claes", ("Vlaams minister van Vis",))
    assert regions(text, im.RegionKind.SIGNATURE) == [MINISTER]


@pytest.mark.parametrize(
    "last",
    [
        # a name without an office
        "Rik Deprez",
        # an office in the middle of text
        "Rik Deprez\nVlaams minister van Vervoer\n\nDat was in 1999.",
        # the end of a sentence
        "De brief gaat naar\n\nRik Deprez\nVlaams minister van Vervoer",
        # a sentence about a minister
        "Rik Deprez\nVlaams minister van Vervoer, zei dat.",
    ],
)
def test_what_looks_like_a_signature_stays_in_the_text(last: str) -> None:
    text = f"{ANSWERED}\n\n{last}"
    assert respondent(text) is None
    assert regions(text, im.RegionKind.SIGNATURE) == []


RUNNING = [
    "-1204-                    Vlaams Parlement\n      Vragen en Antwoorden – Nr. 9 – 8 maart 2002",
    "Vlaams Parlement – Vragen en Antwoorden – Nr. 9 – 8 maart 2002      –1204–",
    "Vragen en Antwoorden - Nr. 9 - 8 maart 2002          1204",
    "Vlaams Parlement       -1204-",
]


@pytest.mark.parametrize("running", RUNNING)
def test_the_running_head_of_a_bulletin_is_page_furniture(running: str) -> None:
    text = f"{running}\n\n{HEADS[0]}{TEXT}\f{running}\n\nAntwoord\n\n1-3. Negen.\n\n{running}"
    reading = im.parse(text)
    assert reading.dossier.question.title == "Veerdiensten - Uurregeling"
    assert reading.dossier.question.author == im.Person(name="Jos Maes")
    assert [p.text for p in answer(text).items[0].passages] == ["Negen."]
    once = im.parse(f"{running}\n\n{HEADS[0]}{TEXT}").dossier.question
    assert once.title == "Veerdiensten - Uurregeling"


@pytest.mark.parametrize(
    "line",
    [
        "Vlaams Parlement",
        "Vlaams Parlement – 8 maart 2002",
        "Bron: Vragen en Antwoorden – Nr. 9 – 8 maart 2002",
        "Vragen en Antwoorden van 8 maart 2002 gaan hierover.",
    ],
)
def test_a_line_about_parliament_is_text(line: str) -> None:
    text = f"{TEXT}Antwoord\n\n1-3. Negen.\n\n{line}"
    assert regions(text, im.RegionKind.PAGE_FURNITURE) == []
    assert [p.text for p in answer(text).items[0].passages] == ["Negen.", line]


def labels(said: str) -> list[str | None]:
    return [item.label for item in answer(f"{TEXT}4. Waarom ?\n\nAntwoord\n\n{said}").items]


@pytest.mark.parametrize("word", ["Ad ", "Vraag ", "Punt "])
def test_a_label_that_is_missing_may_stand_after_the_sentence_before_it(word: str) -> None:
    said = f"{word}1. Negen.\n{word}2. Wij. {word}3. Hier.\n{word}4. Daarom."
    assert labels(said) == [f"{word}{n}." for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    "said",
    [
        # it is not missing
        "Ad 1. Negen.\nAd 2. Wij. Ad 3. Zie verder.\nAd 3. Hier.\nAd 4. Daarom.",
        # another word
        "Ad 1. Negen.\nAd 2. Wij. Punt 3. Van het plan.\nAd 3. Hier.\nAd 4. Daarom.",
        # no sentence has ended
        "Ad 1. Negen.\nAd 2. Wij, zie ad 3. Ook zij.\nAd 3. Hier.\nAd 4. Daarom.",
    ],
)
def test_what_is_spoken_of_is_no_label(said: str) -> None:
    assert labels(said) == ["Ad 1.", "Ad 2.", "Ad 3.", "Ad 4."]
    without = said.replace("\nAd 3. Hier.", "")
    assert labels(without)[:2] == ["Ad 1.", "Ad 2."]


QUOTED = 'De veerman vroeg zich af : "Waarom ligt de boot stil ?"'


@pytest.mark.parametrize(
    "quoted",
    [
        QUOTED,
        "De veerman zei: «Waarom ligt de boot stil?»",
        "“Waarom ligt de boot stil?”, vroeg de veerman.",
    ],
)
def test_a_quoted_question_is_not_asked_when_another_is(quoted: str) -> None:
    found = question(f"Veerdiensten\n\nDe boot is oud.\n\n{quoted}\n\nWordt de boot hersteld ?")
    (item,) = found.items
    assert [p.text for p in found.context] == ["De boot is oud.", quoted]
    assert [sub.passage.text for sub in item.sub_questions] == ["Wordt de boot hersteld ?"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"De boot is oud.\n\n{QUOTED}", 1),
        (f"De boot is oud.\n\n{QUOTED} Deelt de minister die vraag ?", 2),
        ("De boot is oud.\n\nIk vraag : is er geld ?\n\nWordt de boot hersteld ?", 2),
    ],
)
def test_what_is_asked_beside_a_quotation_is_asked(text: str, asked: int) -> None:
    (item,) = question(f"Veerdiensten\n\n{text}").items
    assert len(item.sub_questions) == asked


NOTES = (
    "______________\n(1) Zie artikel 17 van het decreet.\n"
    "(2) Zie ook de vragen 1 en 2 van 28 januari 1999 (blz. 1102)."
)


def test_notes_at_the_foot_are_no_labels_and_point_at_no_item() -> None:
    found = answer(f"{TEXT}Antwoord\n\n1. Negen (1).\n\n2. Wij (2).\n\n3. Hier.\n\n{NOTES}")
    assert [item.label for item in found.items] == ["1.", "2.", "3."]
    assert [item.cross_references for item in found.items] == [(), (), ()]


@pytest.mark.parametrize(
    ("said", "targets"),
    [
        ("Zie het antwoord op vraag 1.", ["1"]),
        ("Zie vraag 1 van 28 januari 1999.", []),
        ("Zie vraag 1 van het geachte lid.", ["1"]),
        ("Zie punt I.", ["1"]),
        ("Zie ook punt II; dat geldt hier.", ["2"]),
        ("Zie punt I van het decreet.", []),
        ("Zie Ivo.", []),
    ],
)
def test_a_reference_points_at_an_item_of_this_question(said: str, targets: list[str]) -> None:
    found = answer(f"{TEXT}Antwoord\n\n1. Negen.\n\n2. Wij.\n\n3. {said}")
    crosses = found.items[-1].cross_references
    assert [str(cross.target) for cross in crosses] == targets


def test_a_letter_may_follow_a_roman_figure() -> None:
    asked = "I. Hoeveel boten ?\n\nII. a) Wie vaart ?\n\nb) Wie betaalt ?\n\nIII. Waar ?\n\n"
    said = "I. Negen.\n\nII. a) Rik.\n\nb) Het Gewest.\n\nOok de stad.\n\nIII. Hier."
    text = f"Veerdiensten\n\nDe boot is oud.\n\n{asked}Antwoord\n\n{said}"
    assert [item.key for item in question(text).items] == ["1", "2a", "2b", "3"]
    assert [(i.label, str(i.answers[0]), len(i.passages)) for i in answer(text).items] == [
        ("I.", "1", 1),
        ("II. a)", "2a", 1),
        ("b)", "2b", 2),
        ("III.", "3", 1),
    ]


def wrapped(joined: str) -> str:
    line = "de boot vaart elke dag van de ene oever naar de andere en keert dan\n"
    return (
        f"1. Negen boten, want {line}{line * 5}terug. Dat kost 62 euro en het gaat om {joined}"
        f"\nSint-Amands. Dan\n{line * 3}terug.\n\n2-3. Hier."
    )


@pytest.mark.parametrize("word", ["vereniging", "ver\u00ad\neniging, en niet om een dienst met"])
def test_a_line_joined_at_a_soft_hyphen_does_not_hide_the_width(word: str) -> None:
    said = wrapped("een boot aan").replace(
        "terug.\n\n2-3.",
        f"die om een {'lange en oude ' * 4}{word} {'lange tijd ' * 6}ligt.\n\n2-3.",
    )
    found = answer(f"{TEXT}Antwoord\n\n{said}")
    assert [len(item.passages) for item in found.items] == [1, 1]


def test_lines_that_are_not_wrapped_are_each_a_paragraph() -> None:
    long = "De veerman vaart " + "elke dag van de ene oever naar de andere " * 5 + "."
    found = answer(f"{TEXT}Antwoord\n\n1-3. {long}\nNegen dus.\nMeer is er niet.")
    assert len(found.items[0].passages) == 3


def test_the_name_of_an_addressee_may_run_on_with_his_office() -> None:
    head = "Vraag nr. 55\nvan 21 januari 2002\nvan de heer JOS MAES\naan mevrouw ANNA\nVAN DEN BERG"
    text = f"{head}, Vlaams minister van Leefmilieu en Tewerk-\nstelling\n\nBetreft : {TEXT}"
    found = question(text)
    (addressee,) = found.addressees
    assert addressee.person == im.Person(name="Anna Van den Berg")
    assert addressee.offices[0].title == "Vlaams minister van Leefmilieu en Tewerkstelling"
    assert found.title == "Veerdiensten - Uurregeling"


def test_an_office_in_lower_case_ends_where_running_text_begins() -> None:
    head = "Vraag nr. 55 van 21 januari 2002 van de heer JOS MAES\naan de heer RIK DEPREZ, "
    text = f"{head}VLAAMS MINISTER VAN VERVOER\nVeerdiensten - Uurregeling\nDe boot vaart.\n1. Hoe?"
    found = question(text)
    assert [item.key for item in found.items] == ["1"]
    assert found.addressees[0].offices[0].title == "Vlaams minister van Vervoer"


def test_colleagues_who_were_asked_too_may_be_named_with_their_offices() -> None:
    note = (
        "N.B. : Deze vraag werd eveneens gesteld aan mevrouw Hilde Baeyens, Vlaams minister van\n"
        "Cultuur en Jeugd, en de heer Luc Claes.\n\n"
    )
    found = question(MINISTER + "\n\n" + HEADS[0] + TEXT + note + "Antwoord\n\n1-3. Negen.")
    assert [(a.person.name, [o.title for o in a.offices], a.number) for a in found.addressees] == [
        ("Rik Deprez", ["Vlaams minister van Vervoer"], 55),
        ("Hilde Baeyens", ["Vlaams minister van Cultuur en Jeugd"], None),
        ("Luc Claes", [], None),
    ]


@pytest.mark.parametrize(
    "named",
    ["van Rik Deprez, Vlaams minister van Vervoer", "van minister Rik Deprez"],
)
def test_below_who_answers_may_stand_what_is_replied_to(named: str) -> None:
    reply = "op schriftelijke vraag nr. 55 van 21 januari 2002 van Jos Maes"
    text = HEADS[0] + TEXT + f"Antwoord {named}\n{reply}\n\n1-3. Negen."
    found = answer(text)
    assert found.respondent is not None
    assert found.respondent.person.name == "Rik Deprez"
    assert found.replies_to is not None
    assert (found.replies_to.number, found.replies_to.author) == (55, im.Person(name="Jos Maes"))
    assert [item.label for item in found.items] == ["1-3."]


def test_an_answer_without_a_head_begins_where_the_numbers_start_again() -> None:
    reading = im.parse(TEXT + "1. Negen.\n\n2-3. Hier.")
    assert [item.label for item in reading.dossier.answers[0].items] == ["1.", "2-3."]
    assert len(reading.dossier.question.items) == len(("1", "2", "3"))
    assert [issue.code for issue in reading.issues] == ["answer.without-head"]


@pytest.mark.parametrize(
    "below",
    [
        # a list in the last item, in words of its own, of another length, or after a colon
        "Graag per jaar:\n\n1. het aantal;\n\n2. de prijs.",
        "Er zijn soorten.\n\n1. Boten.\n\n2. Veren.",
        "Graag, en wel:\n\n1. Negen.\n\n2. Hier.\n\n3. Daar.",
    ],
)
def test_a_list_below_what_is_asked_is_no_answer(below: str) -> None:
    assert im.parse(TEXT + below).dossier.answers == ()


@pytest.mark.parametrize(
    "to", ["alle collega's", "de Vlaamse Regering", "mevrouw de minister van Cultuur", "de heer"]
)
def test_a_list_of_ministers_that_names_nobody_names_nobody(to: str) -> None:
    text = f"{HEADS[0]}{TEXT}Deze vraag werd eveneens gesteld aan {to}.\n\nAntwoord\n\n1-3. Negen."
    assert question(text).addressees == ()
    assert answer(text).items[0].label == "1-3."
