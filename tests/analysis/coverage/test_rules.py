"""Each rule of coverage, with a document that it judges and one that it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import inburgering_model as im

Written = Callable[..., im.Dossier]
Judged = Callable[..., list[tuple[str, str, str, float]]]

# What is asked, what is answered, and for each sub-question its status and rule.
CASES: dict[str, tuple[str, str | None, list[tuple[str, str]]]] = {
    "a procedural request asks nothing of the matter": (
        "1. Hoeveel bussen rijden er?\n\n2. Gelieve elke vraag afzonderlijk te beantwoorden.",
        "1. Er rijden 12 bussen.",
        [("answered", "number"), ("moot", "procedural")],
    ),
    "without an answer everything is unanswered": (
        "1. Hoeveel bussen rijden er? Rijden ze op tijd?",
        None,
        [("unanswered", "no-answer")] * 2,
    ),
    "yes answers a question that begins with its verb": (
        "1. Rijden de bussen elektrisch?",
        "1. Ja, sinds vorig jaar.",
        [("answered", "yes")],
    ),
    "no answers it too": (
        "1. Rijden de bussen elektrisch?",
        "1. Neen.",
        [("answered", "no")],
    ),
    "what means no anywhere in the sentence answers it": (
        "1. Komt er een tweede halte?",
        "1. Een tweede halte is momenteel niet aan de orde.",
        [("answered", "no")],
    ),
    "saying the opposite answers no": (
        "1. Wordt de subsidie verhoogd? Zo ja, met hoeveel?",
        "1. Het krediet blijft ongewijzigd.",
        [("answered", "opposite"), ("moot", "condition")],
    ),
    "a sentence about the same answers it, less surely": (
        "1. Worden de chauffeurs gescreend?",
        "1. Alle chauffeurs worden vooraf gescreend.",
        [("answered", "shared-words")],
    ),
    "beside another, a question in words of its own is not answered by the label": (
        "1. Hoeveel bussen rijden er? Ontvangen de chauffeurs een hogere vergoeding?",
        "1. Er rijden 12 bussen. De reizigers zijn tevreden.",
        [("answered", "number"), ("unanswered", "not-found")],
    ),
    "nor is one that asks how": (
        "1. Hoeveel bussen rijden er? Hoe werden vakbond en scholen bij de opleiding betrokken?",
        "1. Er rijden 12 bussen. De reizigers zijn tevreden.",
        [("answered", "number"), ("unanswered", "not-found")],
    ),
    "in a few words it may be": (
        "1. Hoeveel bussen rijden er? Is dat genoeg?",
        "1. Er rijden 12 bussen. De reizigers zijn tevreden.",
        [("answered", "number"), ("answered", "label")],
    ),
    "one figure for all is a part of what was asked of each": (
        "1. Wat is de kostprijs van elke halte?",
        "1. De haltes kosten samen 390.000 euro.",
        [("partial", "total")],
    ),
    "the same measure in question and answer gives it": (
        "1. Hoeveel reizigers zijn er per halte?",
        "1. Er zijn in totaal 300 reizigers per halte.",
        [("answered", "number")],
    ),
    "every day is no each": (
        "1. Hoeveel mensen rijden elke dag mee?",
        "1. Samen met de fietsers rijden elke dag 300 mensen mee.",
        [("answered", "number")],
    ),
    "of two measures, one that does not show leaves a part": (
        "1. Hoeveel bussen rijden er per jaar en per provincie?",
        "1. In 2019 reden er 12 bussen en in 2020 reden er 15 bussen.",
        [("partial", "sides")],
    ),
    "of two measures that both show nothing is left out": (
        "1. Hoeveel bussen rijden er per jaar en per provincie?",
        "1. In 2019 reden er 12 bussen in Limburg en in 2020 reden er 15 bussen in Antwerpen.",
        [("answered", "number")],
    ),
    "of two things one may be left out": (
        "1. Wat is de kostprijs, zowel van de aankoop als van het onderhoud?",
        "1. De aankoop kostte 4.200 euro.",
        [("partial", "sides")],
    ),
    "what a figure is to be split by must show": (
        "1. Hoeveel chauffeurs zijn er, opgesplitst naar geslacht?",
        "1. Er zijn 12 chauffeurs.",
        [("partial", "sides")],
    ),
    "by what else it is split, figures side by side may show": (
        "1. Hoeveel chauffeurs zijn er, opgesplitst naar herkomst?",
        "1. Er zijn 12 Belgen, 14 Fransen en 3 Polen.",
        [("answered", "breakdown")],
    ),
    "a no is the whole answer for both": (
        "1. Betaalt de minister zowel de aankoop als het onderhoud?",
        "1. Neen, de aankoop wordt niet betaald.",
        [("answered", "no")],
    ),
    "the next sentence may say that there is no more": (
        "1. Hoeveel reizigers waren er?",
        "1. In Aalst waren er 31.412 reizigers. Van Gent heb ik geen cijfers beschikbaar.",
        [("partial", "rest-declined")],
    ),
    "a figure of each is all of it": (
        "1. Wat is de kostprijs van elke halte?",
        "1. De halte in Aalst kost 190.000 euro. Samen kosten de haltes 390.000 euro.",
        [("answered", "amount")],
    ),
    "after no, what supposes yes is moot and what supposes no is not": (
        "1. Komt er een halte? Zo ja, waar? Zo neen, waarom niet?",
        "1. Neen, omdat de straat te smal is.",
        [("answered", "no"), ("moot", "condition"), ("answered", "reason")],
    ),
    "after yes it is the other way round": (
        "1. Komt er een halte? Zo ja, waar? Zo neen, waarom niet?",
        "1. Ja. De halte komt in Aalst.",
        [("answered", "yes"), ("answered", "place"), ("moot", "condition")],
    ),
    "a condition that supposes there is none is moot when there is one": (
        "1. Hoeveel bussen rijden er? Indien er nog geen cijfers zijn, wanneer komen die?",
        "1. Er rijden 12 bussen.",
        [("answered", "number"), ("moot", "condition")],
    ),
    "what is asked on a condition shares the fate of what it hangs on": (
        "1. Komt er een halte? Zo ja, op welke datum?",
        "1. Dat wordt nog onderzocht.",
        [("postponed", "postponed")] * 2,
    ),
    "a pointing word makes moot what points at something moot": (
        "1. Komt er een halte? Zo ja, met welke middelen? Waren deze middelen begroot?",
        "1. Neen.",
        [("answered", "no"), ("moot", "condition"), ("moot", "anaphora")],
    ),
    "a pointing word at something that is there makes nothing moot": (
        "1. Zijn er klachten? Hoeveel van deze klachten waren gegrond?",
        "1. Ja. Er waren 14 klachten gegrond.",
        [("answered", "yes"), ("answered", "number")],
    ),
    "a few words after no ask nothing": (
        "1. Werden er boetes uitgeschreven? In welke gemeenten?",
        "1. Neen.",
        [("answered", "no"), ("moot", "ellipsis")],
    ),
    "but why not is a question after no": (
        "1. Werden er boetes uitgeschreven? Waarom niet?",
        "1. Neen, er werden geen boetes uitgeschreven.",
        [("answered", "no"), ("unanswered", "not-found")],
    ),
    "a refusal declines": (
        "1. Hoeveel bussen rijden er?",
        "1. Die cijfers worden niet bijgehouden.",
        [("declined", "declined")],
    ),
    "a refusal that is about another sub-question declines only that": (
        "1. Hoeveel bussen rijden er? Hoeveel klachten zijn er?",
        "1. Er rijden 12 bussen. Klachten worden niet geregistreerd.",
        [("answered", "number"), ("declined", "declined")],
    ),
    "a refusal of a part leaves the rest answered": (
        "1. Kan de minister meedelen hoeveel bussen er in elke provincie rijden?",
        "1. In totaal rijden er 12 bussen. Een uitsplitsing per provincie is niet beschikbaar.",
        [("partial", "rest-declined")],
    ),
    "what was not done is a no to whether it was done, and a refusal of anything else": (
        "1. Werden de reizigers bevraagd? Zo ja, met welk resultaat?\n\n2. Wat vinden reizigers?",
        "1. De reizigers werden niet bevraagd.\n\n2. De reizigers werden niet bevraagd.",
        [("answered", "no"), ("moot", "condition"), ("declined", "declined")],
    ),
    "a body that lacks something refuses nothing": (
        "1. In welke stations staat een loket?",
        "1. Er staat een loket in Mol. De andere stations beschikken niet over een loket.",
        [("answered", "place")],
    ),
    "a refusal says more than a sentence that happens to share a word": (
        "1. Hoeveel bussen zijn er verkocht?",
        "1. De verkoop van bussen is een zaak van velen. Dat aantal kan niet worden meegedeeld.",
        [("declined", "declined")],
    ),
    "some of the years that are asked for are a part": (
        "1. Hoeveel bussen reden er in 2019 en 2020?\n\n2. Hoeveel trams reden er in 2019 en 2020?",
        "1. In 2020 reden er 12 bussen.\n\n2. In 2019 reden er 4 trams, in 2020 waren het er 5.",
        [("partial", "years"), ("answered", "number")],
    ),
    "the years of a period are not asked one by one": (
        "1. Hoeveel bussen reden er tussen 2019 en 2020?",
        "1. Tot eind 2020 reden er 12 bussen.",
        [("answered", "number")],
    ),
    "what supposes that there is none yet is answered when it is": (
        "1. Hoe worden de haltes onderhouden? Indien er nog geen plan is, wanneer komt dat plan?",
        "1. De haltes worden door de gemeenten onderhouden. Het plan komt er in maart 2021.",
        [("answered", "shared-words"), ("answered", "date")],
    ),
    "since when and until when is how long": (
        "1. Hoelang reed de testbus?",
        "1. De testbus reed van maart 2019 tot mei 2020.",
        [("answered", "date")],
    ),
    "what I think is not eight": (
        "1. Hoeveel reizigers vroegen een halte?",
        "1. Een overkapping acht ik te duur. Het aantal is nog niet bekend.",
        [("postponed", "postponed")],
    ),
    "a colleague's matter is referred": (
        "1. Hoeveel treinen rijden er?",
        "1. Daarvoor verwijs ik naar mijn federale collega.",
        [("referred", "referred")],
    ),
    "another item of the same answer is where to look": (
        "1. Hoeveel bussen rijden er in Gent?\n\n2. Hoeveel bussen zijn er elektrisch?",
        "1. Er rijden 12 bussen in Gent, waarvan 4 elektrisch.\n\n2. Zie het antwoord op vraag 1.",
        [("answered", "number"), ("answered", "number")],
    ),
    "and where that item sends the reader to": (
        "1. Hoeveel bussen rijden er?\n\n2. Hoeveel zijn er groen?\n\n3. Hoeveel zijn er nieuw?",
        "1. Er zijn 12 bussen, 4 groen en 3 nieuw.\n\n2. Zie antwoord 1.\n\n3. Zie antwoord 2.",
        [("answered", "number")] * 3,
    ),
    "a promise postpones": (
        "1. Hoeveel bussen rijden er?",
        "1. Ik zal u de cijfers later bezorgen.",
        [("postponed", "postponed")],
    ),
    "what is brought later is postponed, and what is brought now is not": (
        "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er?",
        "1. De cijfers worden u later bezorgd.\n\n2. Er rijden 5 trams, zoals u werd bezorgd.",
        [("postponed", "postponed"), ("answered", "number")],
    ),
    "what is there only later postpones figures, and answers when": (
        "1. Hoeveel bussen rijden er?\n\n2. Wanneer zijn de cijfers van 2023 beschikbaar?",
        "1-2. De cijfers zijn pas in juni 2024 beschikbaar.",
        [("postponed", "postponed"), ("answered", "date")],
    ),
    "a number that is not known is declined, and the yes before it stands": (
        "1. Zijn er klachten? Zo ja, hoeveel?",
        "1. Ja. Het aantal is niet bekend.",
        [("answered", "yes"), ("declined", "declined")],
    ),
    "who is sent to a refusal is refused": (
        "1. Hoeveel bussen rijden er?\n\n2. Zijn er veel groen?",
        "1. Dat wordt niet bijgehouden.\n\n2. Zie vraag 1.",
        [("declined", "declined"), ("declined", "declined")],
    ),
    "who is told something and then sent to a refusal is not": (
        "1. Hoeveel bussen rijden er?\n\n2. Zijn er veel groen?",
        "1. Dat wordt niet bijgehouden.\n\n2. Ja, zie vraag 1.",
        [("declined", "declined"), ("answered", "yes")],
    ),
    "a list with a figure for each is a breakdown": (
        "1. Graag een overzicht per gemeente.\n\n2. Graag een overzicht per gemeente.",
        "1. De bedragen:\n- Peer: 12.000\n- Mol: 20.000\n\n2. Het bedrag:\n- Peer: 12.000",
        [("answered", "breakdown"), ("unanswered", "not-found")],
    ),
    "entries with a figure each are a breakdown, and one is none": (
        "1. Gelieve de cijfers per beurs te geven.\n\n2. Gelieve de cijfers per beurs te geven.",
        "1. Geel: 310 bezoekers. Mol: 455 bezoekers.\n\n2. Geel: 310 bezoekers.",
        [("answered", "breakdown"), ("unanswered", "not-found")],
    ),
    "an answer to another question by its number is a referral": (
        "1. Hoeveel bussen rijden er?",
        "1. Zie mijn antwoord op vraag nr. 41 van 18 oktober 2019 van de heer Jan Maes.",
        [("referred", "referred")],
    ),
    "the answers to letters answer their lead-in, and conditions hang on it": (
        "1. Werd de lijn geëvalueerd?\na) Zo ja, wat zijn de conclusies?\nb) Zo neen, wanneer?",
        "1. a) Ja, de evaluatie is gebeurd. De conclusies zijn gunstig.",
        [("answered", "yes"), ("answered", "results"), ("moot", "condition")],
    ),
    "a lead-in is answered where it is: with whom says that, too": (
        "1. Heeft de minister al overleg gepleegd?\na) Met wie?\nb) Wanneer?",
        "1. a) Met het Agentschap Wegen en Verkeer.\nb) Op 3 mei 2019.",
        [("answered", "letters"), ("answered", "party"), ("answered", "date")],
    ),
    "letters that ask for something else leave their lead-in unanswered": (
        "1. Rijden er trams in Gent?\na) Hoeveel bussen rijden er?\nb) Zijn die bussen nieuw?",
        "1. a) Er rijden 12 bussen.\nb) Ja.",
        [("unanswered", "not-found"), ("answered", "number"), ("answered", "yes")],
    ),
    "what comes later is no promise when that is what was asked": (
        "1. Wanneer wordt de lijn geopend?",
        "1. De lijn wordt geopend in mei 2021.",
        [("answered", "date")],
    ),
    "when asks for a date": (
        "1. Wanneer werd de lijn geopend? Wie opende de lijn?",
        "1. De lijn werd op 3 mei 2019 geopend.",
        [("answered", "date"), ("unanswered", "not-found")],
    ),
    "how much money asks for an amount": (
        "1. Welk budget is er voor de lijn? Hoeveel bussen zijn er?",
        "1. Voor de lijn is er 40.000 euro.",
        [("answered", "amount"), ("unanswered", "not-found")],
    ),
    "one figure answers one question": (
        "1. Hoeveel bussen rijden er en hoeveel staan er stil?",
        "1. Er rijden 12 bussen.",
        [("partial", "part")],
    ),
    "two figures answer two": (
        "1. Hoeveel bussen rijden er en hoeveel staan er stil?",
        "1. Er rijden 12 bussen, 3 bussen staan er stil.",
        [("answered", "number")],
    ),
    "which municipalities asks for places": (
        "1. In welke gemeenten rijden de bussen?\n\n2. Rijden ze ook op zondag?",
        "1. In Gent, Mol en Lier.\n\n2. Ja.",
        [("answered", "place"), ("answered", "yes")],
    ),
    "why asks for a reason": (
        "1. Waarom rijdt de bus niet?",
        "1. De bus rijdt niet omdat de brug stuk is.",
        [("answered", "reason")],
    ),
    "who asks for somebody": (
        "1. Wie beheert de haltes?",
        "1. Het Agentschap Wegen en Verkeer beheert de haltes.",
        [("answered", "party")],
    ),
    "how long asks for a time": (
        "1. Hoe lang duurt de rit?",
        "1. De rit duurt 25 minuten.",
        [("answered", "duration")],
    ),
    "how often asks how often": (
        "1. Hoe vaak rijdt de bus?",
        "1. De bus rijdt vier keer per dag.",
        [("answered", "frequency")],
    ),
    "how many hectares asks for a surface": (
        "1. Welke oppervlakte heeft de stelplaats?",
        "1. De stelplaats meet 3 hectare.",
        [("answered", "surface")],
    ),
    "what percentage asks for a share": (
        "1. Hoeveel procent van de bussen is elektrisch?",
        "1. Van de bussen is 12 procent elektrisch.",
        [("answered", "share")],
    ),
    "a breakdown is a table or a list of figures": (
        "1. Hoeveel bussen rijden er? Graag een overzicht per provincie.",
        "1. Er rijden 12 bussen: 4 in Antwerpen, 3 in Limburg en 5 in West-Vlaanderen.",
        [("answered", "number"), ("answered", "breakdown")],
    ),
    "one figure is no breakdown": (
        "1. Hoeveel bussen rijden er? Graag een overzicht per provincie.",
        "1. Er rijden 12 bussen.",
        [("answered", "number"), ("unanswered", "not-found")],
    ),
    "an annex serves a request": (
        "1. Kan de minister een lijst bezorgen?",
        "1. U vindt de lijst in bijlage.",
        [("answered", "breakdown")],
    ),
    "a view answers what the minister thinks": (
        "1. Hoe beoordeelt de minister dat plan?",
        "1. Ik vind dat een goed plan.",
        [("answered", "assessment")],
    ),
    "findings are half a view": (
        "1. Hoe analyseert de minister de resultaten?",
        "1. Uit de telling is gebleken dat de lijn succes heeft.",
        [("partial", "findings-only")],
    ),
    "the state of affairs is how a thing stands": (
        "1. Wat is de stand van zaken van de werken?",
        "1. De werken zijn afgelopen.",
        [("answered", "status")],
    ),
    "a result is what came of it": (
        "1. Wat zijn de resultaten van de campagne?",
        "1. De campagne leverde 640 aanmeldingen op.",
        [("answered", "results")],
    ),
    "a lesson is what was learned": (
        "1. Welke lessen trekt de minister uit de campagne?",
        "1. De campagne leerde ons dat radio werkt.",
        [("answered", "lesson")],
    ),
    "what happens afterwards is a follow-up": (
        "1. Wat gebeurt er na de campagne?",
        "1. De campagne wordt vervolgens herhaald.",
        [("answered", "follow-up")],
    ),
    "a date can stand in another item, and is then a hint": (
        "1. Hoeveel bussen rijden er?\n\n2. Wanneer werd de stelplaats van Mol geopend?",
        "1. Er rijden 12 bussen sinds de stelplaats van Mol in mei 2019 is geopend.\n\n2. Ja.",
        [("answered", "number"), ("answered", "elsewhere.date")],
    ),
    "the label alone is a weak answer": (
        "1. Wat is daarvan de aanleiding?",
        "1. Sommige bruggen hebben te lijden onder vrachtwagens.",
        [("answered", "label")],
    ),
    "what says that there is one can say which": (
        "1. Zijn er klachten over de haltes? Zo ja, welke?",
        "1. Reizigers melden over de haltes dat ze vuil zijn.",
        [("answered", "shared-words"), ("answered", "with-condition")],
    ),
    "an item that nothing answers is unanswered": (
        "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er?",
        "1. Er rijden 12 bussen.",
        [("answered", "number"), ("unanswered", "not-found")],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_rule(case: tuple[str, str | None, list[tuple[str, str]]], judged: Judged) -> None:
    asked, answered, expected = case
    found = [
        (status, rule.removeprefix("coverage.")) for _, status, rule, _ in judged(asked, answered)
    ]
    assert found == expected


def test_a_referring_answer_refers_everything(judged: Judged) -> None:
    found = judged(
        "1. Hoeveel bussen rijden er?",
        "Ik verwijs naar het gecoördineerde antwoord van minister Jan Maes op vraag nr. 4.",
        "VERWIJZEND ANTWOORD",
    )
    assert found == [("1.1", "referred", "coverage.referring-answer", 0.9)]


def test_a_provisional_answer_postpones_what_it_does_not_go_into(judged: Judged) -> None:
    asked = "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er?"
    promise = "De gegevens worden verzameld. Ik zal u het antwoord later bezorgen."
    found = judged(asked, promise, "VOORLOPIG ANTWOORD")
    assert found == [(f"{i}.1", "postponed", "coverage.provisional", 0.9) for i in (1, 2)]


def test_a_provisional_answer_answers_what_it_does_go_into(judged: Judged) -> None:
    asked = "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er?"
    answered = "1. Er rijden 12 bussen.\n\n2. Die cijfers zijn nog niet beschikbaar."
    statuses = [status for _, status, _, _ in judged(asked, answered, "VOORLOPIG ANTWOORD")]
    assert statuses == ["answered", "postponed"]


def test_what_speaks_of_all_that_was_asked_is_about_each_of_it(judged: Judged) -> None:
    asked = "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er? Welke gemeenten vragen ze?"
    answered = "1-2. De gevraagde cijfers worden op dit ogenblik opgevraagd."
    statuses = [status for _, status, _, _ in judged(asked, answered)]
    assert statuses == ["postponed"] * 3


def test_what_a_provisional_answer_leaves_out_is_put_off(judged: Judged) -> None:
    asked = "1. Hoeveel bussen rijden er? Welke haltes vervallen er?"
    (_, left_out) = judged(asked, "1. Er rijden 12 bussen.", "VOORLOPIG ANTWOORD")
    assert left_out == ("1.2", "postponed", "coverage.provisional", 0.5)


def test_a_figure_of_something_else_answers_nothing(judged: Judged) -> None:
    asked = "1. Waar liep het project? Hoeveel banen gaan er door de zelfbediening verloren?"
    answered = "1. Het project liep in Lier. Er kwamen 18 bezoekers meer dan vroeger."
    statuses = [status for _, status, _, _ in judged(asked, answered)]
    assert statuses == ["answered", "unanswered"]


def test_an_opening_that_points_at_the_only_question_decides(judged: Judged) -> None:
    asked = "1. Zal de minister de huisbezoeken uitbreiden naar andere gemeenten?"
    answered = (
        "1. Daarover heb ik nog geen beslissing genomen. De huisbezoeken in de gemeenten lopen nog."
    )
    assert judged(asked, answered) == [("1.1", "postponed", "coverage.postponed", 0.7)]


BUSES_AND_TRAMS = "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er?"
NOT_YET = "1. Er rijden 12 bussen.\n\n2. De cijfers van de trams zijn nog niet beschikbaar."
PROMISE = "De cijfers worden verzameld. Ik zal u het antwoord later bezorgen."


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((("VOORLOPIG", PROMISE), ("AANVULLEND", "1. 12 bussen.\n\n2. 5 trams.")), "answered"),
        ((("VOORLOPIG", NOT_YET), ("AANVULLEND", "2. Er rijden 5 trams.")), "answered"),
        ((("VOORLOPIG", NOT_YET), ("AANVULLEND", "Er rijden 5 trams.")), "answered"),
        ((("VOORLOPIG", NOT_YET), ("", "1. 12 bussen.\n\n2. Er rijden 5 trams.")), "answered"),
        (
            (
                ("", NOT_YET),
                ("AANVULLEND", "2. Het aantal trams wordt niet bijgehouden."),
            ),
            "declined",
        ),
    ],
    ids=["a promise", "one item", "without labels", "a final answer", "a refusal"],
)
def test_of_a_merged_dossier_the_later_stage_counts(
    answers: tuple[tuple[str, str], ...], expected: str, written: Written
) -> None:
    files = [
        written(BUSES_AND_TRAMS, answered, f"{stage} ANTWOORD".strip())
        for stage, answered in answers
    ]
    first, second = im.coverage(im.merge(files).dossier)
    assert (first.status, second.status) == ("answered", expected)


def test_a_supplementary_answer_goes_before_what_it_corrects(written: Written) -> None:
    files = [
        written(BUSES_AND_TRAMS, "1. Er rijden 12 bussen.\n\n2. Er rijden 5 trams."),
        written(BUSES_AND_TRAMS, "2. Er rijden 7 trams.", "AANVULLEND ANTWOORD"),
    ]
    merged = im.merge(files).dossier
    assert [merged.quote(span) for span in im.coverage(merged)[1].spans] == ["Er rijden 7 trams."]


def test_of_a_merged_dossier_the_coordinated_answer_answers_and_the_other_refers(
    written: Written,
) -> None:
    told = written(BUSES_AND_TRAMS, "1. Er rijden 12 bussen.", "GECOÖRDINEERD ANTWOORD")
    referring = im.ReferringAnswer(items=(im.AnswerItem(passages=(im.Passage(text="Neen."),)),))
    both = im.Dossier(
        question=told.question, answers=(referring, *told.answers), sources=told.sources
    )
    alone = im.Dossier(question=told.question, answers=(referring,))
    assert im.coverage(both) == im.coverage(told)
    assert [found.status.value for found in im.coverage(alone)] == ["referred"] * 2


def test_nothing_in_an_item_that_no_label_names_is_surer_than_nothing_in_one_that_is_named(
    judged: Judged,
) -> None:
    asked = "1. Hoeveel bussen rijden er?\n\n2. Hoeveel trams rijden er?"
    (_, _, _, unnamed) = judged(asked, "1. Er rijden 12 bussen.")[1]
    (_, _, _, named) = judged(asked, "1. Er rijden 12 bussen.\n\n2. Trams zijn mooi.")[1]
    assert unnamed > named


def test_evidence_quotes_the_answer_and_failing_that_what_was_asked() -> None:
    dossier = im.example().dossier
    for found in im.coverage(dossier):
        assert found.spans
        quoted = " ".join(dossier.quote(span) for span in found.spans)
        asked = dossier.sub_question(found.sub_question).passage.spans
        assert quoted.strip()
        assert (found.spans == asked) == (found.status is im.CoverageStatus.UNANSWERED)


def test_a_dossier_written_by_hand_is_judged_without_spans() -> None:
    one = im.ItemReference(number=1)
    asked = im.SubQuestion(id="1.1", passage=im.Passage(text="Rijden er bussen?"))
    question = im.ParliamentaryQuestion(items=(im.QuestionItem(number=1, sub_questions=(asked,)),))
    item = im.AnswerItem(label="1.", answers=(one,), passages=(im.Passage(text="Ja."),))
    dossier = im.Dossier(question=question, answers=(im.OrdinaryAnswer(items=(item,)),))
    (found,) = im.coverage(dossier)
    assert (found.status, found.confidence, found.spans) == ("answered", 0.9, ())


def test_a_lead_in_is_never_found_for_sure(judged: Judged) -> None:
    asked = "1. Rijden er trams in Gent?\na) Hoeveel?\nb) Zijn de bussen nieuw?"
    for answered in ("1. a) Ja, er rijden 4 trams in Gent.\nb) Ja.", "1. b) Ja, sinds mei 2019."):
        assert judged(asked, answered)[0][3] <= 0.7


# What is asked, what is answered, and how sure the first finding can be at most.
DOUBTS: dict[str, tuple[str, str, float]] = {
    "a year that is not the one asked about": (
        "1. Hoeveel dossiers waren er in 2020?",
        "1. In 2019 waren er 15 dossiers.",
        0.5,
    ),
    "the year asked about": (
        "1. Hoeveel dossiers waren er in 2020?",
        "1. In 2020 waren er 15 dossiers.",
        0.9,
    ),
    "others than those asked about": (
        "1. Hoeveel vrouwen namen deel?",
        "1. Er namen 12 mannen deel.",
        0.5,
    ),
    "those asked about": ("1. Hoeveel vrouwen namen deel?", "1. Er namen 12 vrouwen deel.", 0.9),
    "those pointed at": ("1. Hoeveel vrouwen namen deel?", "1. Er waren er 12.", 0.7),
    "the short word for a long one": (
        "1. Hoeveel tolkuren werden gepresteerd?",
        "1. Er werden 12 uren gepresteerd.",
        0.9,
    ),
    "money of somebody else": (
        "1. Welk bedrag trekt de minister uit?",
        "1. De federale overheid trekt 5 miljoen euro uit.",
        0.7,
    ),
    "money of the minister": (
        "1. Welk bedrag trekt de minister uit?",
        "1. De Vlaamse overheid trekt een bedrag van 5 miljoen euro uit.",
        0.9,
    ),
    "an amount that is denied": (
        "1. Welk bedrag trekt de minister uit?",
        "1. Er wordt geen budget van 3 miljoen euro voorzien.",
        0.5,
    ),
    "yes and no": ("1. Is er overleg?", "1. Ja en nee.", 0.5),
    "yes": ("1. Is er overleg?", "1. Ja, en nu nog meer.", 0.9),
    "a no that is only asked": (
        "1. Is er overleg?",
        "1. Neen? Dat klopt niet. Er is wel overleg.",
        0.5,
    ),
    "the day of a decree": (
        "1. Wanneer wordt het decreet gewijzigd?",
        "1. Het decreet van 3 mei 2013 regelt de subsidies.",
        0.3,
    ),
    "the day of an act of the government": (
        "1. Wanneer wordt het besluit gewijzigd?",
        "1. Het besluit van de Vlaamse Regering van 3 mei 2013 regelt de subsidies.",
        0.3,
    ),
    "the day something happened to a decree": (
        "1. Wanneer werd het decreet goedgekeurd?",
        "1. Het decreet werd op 3 mei 2013 goedgekeurd.",
        0.9,
    ),
}


@pytest.mark.parametrize("case", DOUBTS.values(), ids=DOUBTS)
def test_how_sure_a_finding_is_depends_on_what_it_is_of(
    case: tuple[str, str, float], judged: Judged
) -> None:
    asked, answered, expected = case
    (_, status, rule, confidence) = judged(asked, answered)[0]
    assert (status, confidence) == ("answered", expected)
    assert rule != "coverage.no"


def test_a_figure_under_two_labels_answers_what_it_counts(judged: Judged) -> None:
    asked = "1. Hoeveel kinderen wachten?\n\n2. Hoeveel plaatsen zijn er?"
    children, places = judged(asked, "1-2. Er zijn 500 plaatsen.")
    assert (children[1], places[1]) == ("unanswered", "answered")
    assert places[3] > 0.5
    children, places = judged(asked, "1-2. Er zijn 500 wachtende kinderen.")
    assert (children[1], places[1]) == ("answered", "unanswered")
    assert children[3] > 0.5


REFERRING = (
    "Haltes\n\n1. Hoeveel haltes zijn er?\n\n2. Wie betaalt ze?\n\n3. Liggen er ook in Brussel?\n\n"
    "AN MAES\nVLAAMS MINISTER VAN JEUGD\n\nVERWIJZEND ANTWOORD\nop vraag nr. 7 van 6 mei 2024\n\n"
    "Voor het antwoord op {items} verwijs ik naar het antwoord van minister Jan Claes.\n\n"
    "In Brussel liggen geen haltes.\n"
)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("de vragen 1 en 2", ["referred", "referred", "answered"]),
        ("deze vragen", ["referred", "referred", "referred"]),
    ],
)
def test_a_referring_answer_refers_for_the_items_that_it_names(
    items: str, expected: list[str]
) -> None:
    dossier = im.parse(REFERRING.format(items=items)).dossier
    assert [finding.status for finding in im.coverage(dossier)] == expected


def test_what_was_to_be_answered_later_is_not_when_the_later_answer_leaves_it_out() -> None:
    head = "AN MAES\nVLAAMS MINISTER VAN JEUGD\n\n{} ANTWOORD\nop vraag nr. 7 van 6 mei 2024\n\n"
    text = (
        "Haltes\n\n1. Hoeveel haltes zijn er?\n\n2. Wie betaalt ze?\n\n"
        + head.format("VOORLOPIG")
        + "De gegevens worden opgevraagd. Ik bezorg u later een definitief antwoord.\n\n"
        + head.format("").replace("\n\n ANTWOORD", "\n\nANTWOORD")
        + "1. Er zijn 12 haltes.\n"
    )
    statuses = [finding.status for finding in im.coverage(im.parse(text).dossier)]
    assert statuses == ["answered", "unanswered"]
