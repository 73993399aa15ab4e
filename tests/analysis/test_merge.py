"""The files of one question, one for each minister, become one dossier."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.testing import differing
from tests.strategies import entities

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

# --- Files as they are printed ---------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Minister:
    name: str
    office: str
    number: int

    @property
    def capitals(self) -> str:
        return self.name.upper()


@attrs.frozen(kw_only=True)
class Answer:
    respondent: Minister
    body: str
    caption: str = "ANTWOORD"
    day: str = "14 januari 2020"
    answered: str = ""


SOMERS = Minister(name="Wouter Lambrechts", office="VLAAMS MINISTER VAN INBURGERING", number=75)
WEYTS = Minister(name="Els De Wachter", office="VLAAMS MINISTER VAN ONDERWIJS", number=193)
PEETERS = Minister(name="Bénédicte Claes", office="VLAAMS MINISTER VAN MOBILITEIT", number=12)
MINISTERS = (SOMERS, WEYTS, PEETERS)

TITLE = "Onthaal van nieuwe inwoners - Proeftuinen in de Vlaamse Rand"
CONTEXT = (
    "In de Vlaamse Rand liepen proeftuinen in Dilbeek en Vilvoorde. Het agentschap\n"
    "begeleidde ze, samen met de lokale besturen."
)
ITEMS = (
    "Hoever staan de proeftuinen in Dilbeek en Vilvoorde? Op welke datum eindigen zij?",
    "Krijgen de proeftuinen een vervolg? Zo ja, welk bedrag trekt de minister uit?",
)
ANSWERED = (
    "1. De proeftuinen in Dilbeek en Vilvoorde zijn afgelopen. Zij liepen tot eind\n"
    "2018. De proeftuinen leverden een methode op om nieuwe inwoners te begeleiden.\n\n"
    "2. Neen. De aanbevelingen uit de proeftuinen werden opgenomen in het reguliere\n"
    "aanbod van het Agentschap Integratie en Inburgering."
)
REFERS = "Ik verwijs naar het gecoördineerd antwoord van minister {name} op vraag\nnr. {number}."


def coordinated(minister: Minister, body: str = ANSWERED) -> Answer:
    return Answer(respondent=minister, body=body, caption="GECOORDINEERD ANTWOORD")


def referring(minister: Minister, to: Minister, body: str = REFERS) -> Answer:
    said = body.format(name=to.name, number=to.number)
    return Answer(respondent=minister, body=said, caption="VERWIJZEND ANTWOORD")


def printed(  # noqa: PLR0913 - each part of a file can differ
    minister: Minister,
    *answers: Answer,
    listed: Sequence[Minister] = (),
    title: str = TITLE,
    context: str = CONTEXT,
    items: Sequence[str] = ITEMS,
    author: str = "HANNE VERSTREKEN",
    day: str = "14 januari 2020",
) -> str:
    """The file of one minister."""
    blocks = [
        f"SCHRIFTELIJKE VRAAG\n\nnr. {minister.number}\nvan {author}\ndatum: {day}",
        f"aan {minister.capitals}\n{minister.office}",
        title,
        context,
        *(f"{number}. {item}" for number, item in enumerate(items, 1)),
    ]
    if listed:
        names = ", ".join(f"{each.name} ({each.number})" for each in listed)
        blocks.append(f"Deze vraag werd gesteld aan de ministers {names}")
    for answer in answers:
        who = answer.respondent
        blocks += [
            f"{who.capitals}\n{who.office}",
            (
                f"{answer.caption}\nop vraag nr. {who.number} van {answer.day}\nvan {author}"
                f"{answer.answered}"
            ),
            answer.body,
        ]
    return "\n\n".join(blocks) + "\n"


def read(*args: Any, **kwargs: Any) -> im.Dossier:
    return im.parse(printed(*args, **kwargs)).dossier


def file_of(minister: Minister, **kwargs: Any) -> im.Dossier:
    """A file of the coordinated answer, or of one that refers to it."""
    kwargs.setdefault("listed", MINISTERS)
    if minister is SOMERS:
        return read(minister, coordinated(minister), **kwargs)
    return read(minister, referring(minister, SOMERS), **kwargs)


def source_of(dossier: im.Dossier) -> str:
    return dossier.sources[0].id


def differences(merged: im.Merge) -> dict[str, str]:
    return {difference.pointer: difference.chosen for difference in merged.differences}


def walk(entity: Any) -> Iterator[Any]:
    """Every entity in an entity, itself included."""
    if isinstance(entity, tuple):
        for element in entity:
            yield from walk(element)
    elif attrs.has(type(entity)):
        yield entity
        for field in attrs.fields(type(entity)):
            yield from walk(getattr(entity, field.name))


def evidence_of(entity: object) -> set[im.Evidence]:
    return {each for each in walk(entity) if isinstance(each, im.Evidence)}


# --- One dossier ------------------------------------------------------------------------------


def test_nothing_cannot_be_merged() -> None:
    with pytest.raises(im.MergeError) as caught:
        im.merge([])
    assert caught.value.field == "dossiers"
    assert caught.value.values == ()
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, im.InburgeringModelError)


def test_one_dossier_is_the_merged_one() -> None:
    dossier = file_of(WEYTS)
    assert im.merge([dossier]) == im.Merge(dossier=dossier)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(entities(im.Dossier))
def test_a_dossier_merged_with_itself_is_itself(dossier: im.Dossier) -> None:
    again = im.merge([dossier, attrs.evolve(dossier)])
    assert im.to_dict(again) == im.to_dict(im.Merge(dossier=dossier))


def test_only_dossiers_are_merged() -> None:
    readings: Any = [im.example()]
    with pytest.raises(TypeError, match="not Reading; of a Reading, its dossier"):
        im.merge(readings)


# --- The question -----------------------------------------------------------------------------


def test_the_question_has_all_addressees_once_with_number_and_offices() -> None:
    merged = im.merge(file_of(minister) for minister in MINISTERS).dossier
    assert [
        (each.person.name, each.number, each.offices[0].title)
        for each in merged.question.addressees
    ] == [
        ("Wouter Lambrechts", 75, "Vlaams minister van Inburgering"),
        ("Els De Wachter", 193, "Vlaams minister van Onderwijs"),
        ("Bénédicte Claes", 12, "Vlaams minister van Mobiliteit"),
    ]


def test_addressees_come_in_the_order_of_the_printed_list() -> None:
    listed = (PEETERS, WEYTS, SOMERS)
    merged = im.merge(file_of(minister, listed=listed) for minister in MINISTERS).dossier
    assert [a.person.name for a in merged.question.addressees] == [m.name for m in listed]


def test_without_a_list_addressees_come_by_number() -> None:
    merged = im.merge(file_of(minister, listed=()) for minister in MINISTERS).dossier
    assert [addressee.number for addressee in merged.question.addressees] == [12, 75, 193]


def test_who_is_not_in_the_list_follows_it() -> None:
    files = [file_of(minister, listed=(WEYTS, SOMERS)) for minister in (SOMERS, WEYTS)]
    merged = im.merge([file_of(PEETERS, listed=()), *files]).dossier
    assert [addressee.number for addressee in merged.question.addressees] == [193, 75, 12]


def test_a_typo_in_a_title_is_outvoted() -> None:
    astray = file_of(SOMERS, title=TITLE.replace("Onthaal", "Onthual"))
    others = [file_of(WEYTS), file_of(PEETERS)]
    merged = im.merge([astray, *others])
    assert merged.dossier.question.title == TITLE
    (found,) = [each for each in merged.differences if each.pointer == "/question/title"]
    assert found.chosen == TITLE
    assert dict(found.readings) == {
        source_of(astray): TITLE.replace("Onthaal", "Onthual"),
        **{source_of(other): TITLE for other in others},
    }


def test_of_equally_many_the_file_of_the_first_minister_counts() -> None:
    first, second = file_of(SOMERS, title="Proeftuinen"), file_of(WEYTS, title="Proeftuin")
    for files in ([first, second], [second, first]):
        assert im.merge(files).dossier.question.title == "Proeftuinen"


def test_what_only_one_file_has_is_no_difference() -> None:
    bare = file_of(WEYTS)
    bare = attrs.evolve(bare, question=attrs.evolve(bare.question, title=None, context=()))
    merged = im.merge([file_of(SOMERS), bare])
    assert merged.dossier.question.title == TITLE
    assert merged.dossier.question.context
    assert merged.differences == ()


def test_the_wording_of_an_item_is_taken_as_a_whole_from_one_file() -> None:
    items = (ITEMS[0].replace("eindigen", "eindigden"), ITEMS[1])
    merged = im.merge([file_of(SOMERS), file_of(WEYTS, items=items), file_of(PEETERS)])
    item = merged.dossier.question.items[0]
    assert item.passages[0].text == ITEMS[0]
    assert item.sub_questions[1].passage.text == "Op welke datum eindigen zij?"
    assert list(differences(merged)) == ["/question/items/0/passages/0/text"]


def test_an_item_that_a_file_lost_is_taken_from_another() -> None:
    whole = file_of(WEYTS, items=(*ITEMS, "Wat kost dat?"))
    merged = im.merge([whole, file_of(SOMERS)])
    assert [item.number for item in merged.dossier.question.items] == [1, 2, 3]
    assert list(differences(merged)) == ["/question/items"]


def test_a_name_that_is_misread_in_one_file_is_of_the_same_person() -> None:
    astray = file_of(WEYTS, listed=(attrs.evolve(SOMERS, name="Wouter Iambrechts"), WEYTS))
    merged = im.merge([file_of(SOMERS, listed=(SOMERS, WEYTS)), astray, file_of(PEETERS)])
    assert [a.person.name for a in merged.dossier.question.addressees][:1] == ["Wouter Lambrechts"]
    assert differences(merged)["/question/addressees/0/person/name"] == "Wouter Lambrechts"


def test_the_author_may_be_printed_with_or_without_accents() -> None:
    merged = im.merge(
        [file_of(SOMERS, author="HÉLÈNE PEETERS"), file_of(WEYTS, author="HELENE PEETERS")]
    )
    author = merged.dossier.question.author
    assert author is not None
    assert author.name == "Hélène Peeters"
    assert list(differences(merged)) == ["/question/author/name"]


def test_a_number_counts_as_the_ministers_own_file_prints_it() -> None:
    misread = (SOMERS, attrs.evolve(WEYTS, number=198), PEETERS)
    merged = im.merge(
        [file_of(SOMERS, listed=misread), file_of(PEETERS, listed=misread), file_of(WEYTS)]
    )
    assert merged.dossier.question.addressees[1].number == 193
    assert differences(merged) == {"/question/addressees/1/number": "193"}


# --- Answers ----------------------------------------------------------------------------------


def test_every_minister_keeps_the_own_answer() -> None:
    merged = im.merge(
        read(
            minister,
            Answer(respondent=minister, body=f"1. Over {minister.office} niets.\n\n2. Neen."),
            listed=MINISTERS,
        )
        for minister in reversed(MINISTERS)
    )
    answers = merged.dossier.answers
    assert [type(answer) for answer in answers] == [im.OrdinaryAnswer] * 3
    assert [a.respondent and a.respondent.person.name for a in answers] == [
        minister.name for minister in MINISTERS
    ]
    assert [a.replies_to and a.replies_to.number for a in answers] == [75, 193, 12]
    assert merged.differences == ()


def test_an_answer_that_several_files_print_is_there_once() -> None:
    merged = im.merge(
        [
            read(WEYTS, coordinated(SOMERS), referring(WEYTS, SOMERS), listed=MINISTERS),
            read(SOMERS, coordinated(SOMERS), listed=MINISTERS),
        ]
    )
    assert [answer.kind for answer in merged.dossier.answers] == ["coordinated", "referring"]
    assert merged.differences == ()


def test_a_slip_in_one_print_of_an_answer_is_a_difference() -> None:
    slip = ANSWERED.replace("afgelopen", "afgeIopen")
    merged = im.merge(
        [
            read(WEYTS, coordinated(SOMERS, slip), listed=MINISTERS),
            read(SOMERS, coordinated(SOMERS), listed=MINISTERS),
            read(PEETERS, coordinated(SOMERS), listed=MINISTERS),
        ]
    )
    (answer,) = merged.dossier.answers
    assert "zijn afgelopen" in answer.items[0].passages[0].text
    assert "/answers/0/items/0/passages/0/text" in differences(merged)


def test_answers_with_another_text_are_two() -> None:
    merged = im.merge(
        [
            read(WEYTS, coordinated(SOMERS, "1. Dat is nog niet bekend.\n\n2. Neen.")),
            read(SOMERS, coordinated(SOMERS), listed=MINISTERS),
        ]
    )
    assert len(merged.dossier.answers) == 2


def test_a_provisional_answer_stays_beside_the_final_one_and_before_it() -> None:
    final = Answer(respondent=SOMERS, body=ANSWERED)
    provisional = attrs.evolve(final, caption="VOORLOPIG ANTWOORD")
    merged = im.merge([read(SOMERS, final), read(SOMERS, provisional)])
    stages = [answer.stage for answer in merged.dossier.answers]
    assert stages == [im.Stage.PROVISIONAL, im.Stage.FINAL]


def test_a_referring_answer_says_all_of_what_it_refers_to() -> None:
    merged = im.merge([file_of(SOMERS), file_of(WEYTS)]).dossier
    coordinated_answer, answer = merged.answers
    assert isinstance(answer, im.ReferringAnswer)
    assert answer.refers_to == coordinated_answer.replies_to
    assert answer.refers_to is not None
    rules = [evidence.rule for evidence in answer.refers_to.evidence]
    assert sorted(map(str, rules)) == ["answer.refers-to", "merge.coordinated-answer"]


def test_a_referring_answer_that_names_nothing_refers_to_the_only_coordinated_one() -> None:
    unstated = referring(WEYTS, SOMERS, "Ik verwijs naar het gecoördineerd antwoord.")
    merged = im.merge([file_of(SOMERS), read(WEYTS, unstated, listed=MINISTERS)]).dossier
    answer = merged.answers[1]
    assert isinstance(answer, im.ReferringAnswer)
    assert answer.refers_to == merged.answers[0].replies_to
    assert answer.refers_to is not None
    (evidence,) = answer.refers_to.evidence
    assert (evidence.rule, evidence.confidence) == ("merge.coordinated-answer", 0.7)


def test_a_referring_answer_that_fits_none_is_left_alone() -> None:
    astray = referring(WEYTS, attrs.evolve(PEETERS, number=999))
    merged = im.merge([file_of(SOMERS), read(WEYTS, astray, listed=MINISTERS)]).dossier
    answer = merged.answers[1]
    assert isinstance(answer, im.ReferringAnswer)
    assert answer.refers_to is not None
    assert answer.refers_to.number == 999
    assert answer.refers_to.author is None


def test_a_coordinated_answer_is_given_for_all_who_refer_to_it() -> None:
    merged = im.merge(file_of(minister, listed=()) for minister in MINISTERS).dossier
    answer = next(each for each in merged.answers if isinstance(each, im.CoordinatedAnswer))
    assert answer.on_behalf_of == (merged.question.addressees[0], merged.question.addressees[2])
    assert {each.rule for each in answer.evidence if each.of == "on_behalf_of"} == {
        "merge.referring-answer"
    }


def test_a_coordinated_answer_is_not_given_for_who_answers_too() -> None:
    own = read(PEETERS, Answer(respondent=PEETERS, body="1. Ja.\n\n2. Neen."), listed=MINISTERS)
    merged = im.merge([file_of(SOMERS), file_of(WEYTS), own]).dossier
    answer = merged.answers[0]
    assert isinstance(answer, im.CoordinatedAnswer)
    assert [each.person.name for each in answer.on_behalf_of] == ["Els De Wachter"]


def test_when_all_colleagues_answer_too_nothing_tells_for_whom_an_answer_is_coordinated() -> None:
    two = (SOMERS, WEYTS)
    own = read(WEYTS, Answer(respondent=WEYTS, body="1. Ja.\n\n2. Neen."), listed=two)
    alone = read(SOMERS, coordinated(SOMERS), listed=two)
    for files, told in (([alone], True), ([alone, own], False)):
        merged = im.merge(files).dossier
        answer = merged.answers[0]
        assert isinstance(answer, im.CoordinatedAnswer)
        assert bool(answer.on_behalf_of) is told
        assert any(each.of == "on_behalf_of" for each in answer.evidence) is told
        assert "evidence.of-nothing" not in {found.code for found in im.validate(merged)}


def test_a_date_in_the_head_of_an_answer_that_contradicts_is_a_difference() -> None:
    slip = attrs.evolve(referring(WEYTS, SOMERS), day="15 januari 2020")
    astray, right = read(WEYTS, slip, listed=MINISTERS), file_of(SOMERS)
    merged = im.merge([astray, right])
    assert merged.dossier.question.asked_on == date(2020, 1, 14)
    (found,) = merged.differences
    assert found == im.Difference(
        pointer="/answers/1/replies_to/date",
        chosen="2020-01-15",
        readings=((source_of(astray), "2020-01-15"), (source_of(right), "2020-01-14")),
    )


def test_a_day_of_answer_that_files_print_differently_is_a_difference() -> None:
    early, late = (
        attrs.evolve(coordinated(SOMERS), answered=f"\ndatum: {day} februari 2020")
        for day in (3, 13)
    )
    merged = im.merge(
        [read(minister, late) for minister in (WEYTS, SOMERS)] + [read(PEETERS, early)]
    )
    assert merged.dossier.answers[0].answered_on == date(2020, 2, 13)
    assert differences(merged)["/answers/0/answered_on"] == "2020-02-13"


# --- What it tells about pilots -----------------------------------------------------------------


def test_pilots_are_known_by_programme_and_place() -> None:
    merged = im.merge([file_of(WEYTS), file_of(SOMERS)])
    dossier = merged.dossier
    assert [programme.id for programme in dossier.programmes] == ["g1"]
    assert [(p.id, p.programme, p.municipalities[0].name, p.status) for p in dossier.pilots] == [
        ("p1", "g1", "Dilbeek", im.PilotStatus.ENDED),
        ("p2", "g1", "Vilvoorde", im.PilotStatus.ENDED),
    ]
    assert merged.differences == ()


def test_a_pilot_told_of_differently_is_a_difference() -> None:
    said = "1. De proeftuinen in Dilbeek en Vilvoorde liepen tot eind {}.\n\n2. Neen."
    merged = im.merge(
        read(minister, Answer(respondent=minister, body=said.format(year)), listed=MINISTERS)
        for minister, year in zip(MINISTERS, (2018, 2019, 2019), strict=True)
    )
    assert str(merged.dossier.pilots[0].period) == "/2019-36"
    assert differences(merged)["/pilots/0/period"] == "/2019-36"


@pytest.mark.parametrize(
    ("ends", "period"),
    [
        (("in 2019", "eind 2019"), "/2019-36"),
        (("eind 2019", "in december 2019"), "/2019-12"),
        (("in 2019", "eind 2018"), "/2019"),
    ],
)
def test_dates_that_agree_are_the_most_precise_and_others_a_difference(
    ends: tuple[str, str], period: str
) -> None:
    said = "1. De proeftuinen in Dilbeek en Vilvoorde eindigden {}.\n\n2. Neen."
    merged = im.merge(
        read(minister, Answer(respondent=minister, body=said.format(end)), listed=MINISTERS)
        for minister, end in zip(MINISTERS, ends, strict=False)
    )
    pilot = merged.dossier.pilots[0]
    assert str(pilot.period) == period
    agree = "2018" not in ends[1]
    assert ("/pilots/0/period" in differences(merged)) is not agree
    sources = {s.source for e in pilot.evidence if e.of == "period" for s in e.spans}
    assert len(sources) == (2 if agree else len(sources))


def test_ids_follow_the_first_mention_and_what_names_them_follows_along() -> None:
    def told(minister: im.Person, number: int, place: str, nis: str) -> im.Dossier:
        said = im.Passage(text=f"In {place} werd veel geleerd.")
        return im.Dossier(
            question=im.ParliamentaryQuestion(
                title=TITLE, addressees=(im.Addressee(person=minister, number=number),)
            ),
            programmes=(im.Programme(id="g4", name=f"Project {place}"),),
            pilots=(
                im.Pilot(
                    id="p7", programme="g4", municipalities=(im.Municipality(name=place, nis=nis),)
                ),
            ),
            outcomes=(im.Outcome(id="o3", passage=said, concerns=("p7",)),),
            recommendations=(
                im.Recommendation(
                    id="r2",
                    kind=im.RecommendationKind.LESSON,
                    passage=said,
                    concerns=("o3", "p9"),
                ),
            ),
            follow_ups=(
                im.FollowUp(
                    id="f5",
                    destination=im.Destination.GUIDE,
                    status=im.FollowUpStatus.DONE,
                    passage=said,
                    scope=im.Scope.LISTED,
                    concerns=("r2", "g4"),
                ),
            ),
        )

    one = told(im.Person(name="Ben Weyts"), 2, "Dilbeek", "23016")
    other = told(im.Person(name="Bart Somers"), 1, "Vilvoorde", "23088")
    merged = im.merge([one, other]).dossier
    assert [p.name for p in merged.programmes] == ["Project Vilvoorde", "Project Dilbeek"]
    assert [(p.id, p.programme) for p in merged.pilots] == [("p1", "g1"), ("p2", "g2")]
    assert [(o.id, o.concerns) for o in merged.outcomes] == [("o1", ("p1",)), ("o2", ("p2",))]
    # What named nothing still names nothing.
    assert [(r.id, r.concerns) for r in merged.recommendations] == [
        ("r1", ("o1", "p3")),
        ("r2", ("o2", "p4")),
    ]
    assert [(f.id, f.concerns) for f in merged.follow_ups] == [
        ("f1", ("r1", "g1")),
        ("f2", ("r2", "g2")),
    ]


# --- Files that do not belong together ----------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "other", "values"),
    [
        ("asked_on", {"day": "15 januari 2020"}, (date(2020, 1, 14), date(2020, 1, 15))),
        ("author", {"author": "AN PEETERS"}, ("Hanne Verstreken", "An Peeters")),
        (
            "items",
            {"items": ("Hoeveel bussen rijden er?", "Wat kost een rit gemiddeld?")},
            ("\n\n".join(ITEMS), "Hoeveel bussen rijden er?\n\nWat kost een rit gemiddeld?"),
        ),
    ],
)
def test_files_of_several_questions_are_refused(
    field: str, other: dict[str, Any], values: tuple[object, ...]
) -> None:
    answer = Answer(
        respondent=WEYTS, body="1. Ja.\n\n2. Neen.", day=other.get("day", "14 januari 2020")
    )
    with pytest.raises(im.MergeError) as caught:
        im.merge([file_of(SOMERS), read(WEYTS, answer, **other)])
    assert caught.value.field == field
    assert caught.value.values == values
    assert str(caught.value).startswith(f"{field}: ")


def test_a_minister_with_two_numbers_is_refused() -> None:
    with pytest.raises(
        im.MergeError, match="Wouter Lambrechts has several numbers: 75, 76"
    ) as caught:
        im.merge(
            file_of(m, listed=()) if m is SOMERS else read(m, Answer(respondent=m, body=ANSWERED))
            for m in (SOMERS, attrs.evolve(SOMERS, number=76))
        )
    assert (caught.value.field, caught.value.values) == ("number", (75, 76))


def test_files_of_another_parliamentary_year_are_refused() -> None:
    def said(year: str) -> im.Dossier:
        reply = im.QuestionReference(number=3, parliamentary_year=year)
        return im.Dossier(
            question=im.ParliamentaryQuestion(title=TITLE),
            answers=(im.OrdinaryAnswer(replies_to=reply),),
        )

    with pytest.raises(im.MergeError) as caught:
        im.merge([said("2018-2019"), said("2019-2020")])
    assert caught.value.field == "parliamentary_year"


def test_a_file_of_an_answer_alone_belongs_by_minister_and_number() -> None:
    text = printed(WEYTS, referring(WEYTS, SOMERS))
    answer_alone = im.parse(text[text.index("ELS DE WACHTER", 200) :]).dossier
    assert answer_alone.question.items == ()
    merged = im.merge([answer_alone, file_of(SOMERS)]).dossier
    assert [answer.kind for answer in merged.answers] == ["coordinated", "referring"]
    assert len(merged.question.items) == 2


def test_a_file_of_an_answer_alone_that_nothing_ties_is_refused() -> None:
    text = printed(WEYTS, Answer(respondent=WEYTS, body="Neen."))
    answer_alone = im.parse(text[text.index("ELS DE WACHTER", 200) :]).dossier
    with pytest.raises(im.MergeError, match="without the text of the question"):
        im.merge([answer_alone, file_of(SOMERS, listed=())])


# --- Whatever the files are -----------------------------------------------------------------------

NAMES = ("Wouter Lambrechts", "Els De Wachter", "Bénédicte Claes", "Jo Van den Berg", "Leen D'Hont")
OFFICES = ("INBURGERING", "ONDERWIJS EN SPORT", "MOBILITEIT", "WELZIJN", "CULTUUR")
ASKED = (
    "Hoever staan de proeftuinen in Dilbeek en Vilvoorde?",
    "Wat zijn de resultaten van de proeftuinen? Graag een overzicht per gemeente.",
    "Worden de projecten voortgezet? Zo ja, met welke middelen?",
    "Hoeveel nieuwe inwoners namen deel?",
)
SAID = (
    "De proeftuinen in Dilbeek en Vilvoorde liepen tot eind 2018.",
    "Uit de proeftuinen werd geleerd dat één loket beter werkt dan vele.",
    "De proeftuinen leverden een methode op om nieuwe inwoners te begeleiden.",
    "De aanbevelingen werden opgenomen in het reguliere aanbod.",
    "Daarover zijn geen gegevens bekend.",
    "De proeftuin in Machelen loopt nog.",
)


@st.composite
def siblings(draw: st.DrawFn, *, slips: bool = False) -> list[str]:
    """The files of one question; with slips, each with its own errors of print."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
    numbers = draw(
        st.lists(st.integers(1, 999), min_size=len(names), max_size=len(names), unique=True)
    )
    ministers = [
        Minister(name=name, office=f"VLAAMS MINISTER VAN {office}", number=number)
        for name, office, number in zip(names, OFFICES, numbers, strict=False)
    ]
    items = draw(st.lists(st.sampled_from(ASKED), min_size=1, max_size=4, unique=True))
    listed = ministers if draw(st.booleans()) else []
    answers = draw(_answers(ministers, len(items)))
    found: list[str] = []
    for minister in ministers:
        own = [answer for answer in answers if answer.respondent is minister]
        shared = [a for a in answers if a.caption.startswith("GECO") and a not in own]
        given_answers = [*(shared if draw(st.booleans()) else []), *own]
        changes: dict[str, Any] = {}
        if slips:
            changes["title"] = draw(_slipped(TITLE))
            changes["items"] = [draw(_slipped(item)) for item in items]
            given_answers = [
                attrs.evolve(answer, body=draw(_slipped(answer.body))) for answer in given_answers
            ]
        shape = {"items": items, "listed": listed, **changes}
        found.append(printed(minister, *given_answers, **shape))
    return found


@st.composite
def _answers(draw: st.DrawFn, ministers: Sequence[Minister], items: int) -> list[Answer]:
    """None, an own answer of each, or a coordinated one that some refer to."""
    bodies = [
        "\n\n".join(
            f"{number}. "
            + "\n\n".join(draw(st.lists(st.sampled_from(SAID), min_size=1, max_size=3)))
            for number in range(1, items + 1)
        )
        for _ in ministers
    ]
    manner = draw(st.sampled_from(["none", "own", "coordinated"]))
    if manner == "none":
        return []
    first, *others = ministers
    if manner == "coordinated":
        return [coordinated(first, bodies[0])] + [referring(each, first) for each in others]
    return [
        Answer(respondent=each, body=body) for each, body in zip(ministers, bodies, strict=True)
    ]


@st.composite
def _slipped(draw: st.DrawFn, text: str) -> str:
    """A text in which perhaps one small letter is another one."""
    place = draw(st.none() | st.integers(0, len(text) - 1))
    if place is None or not text[place].islower():
        return text
    return text[:place] + draw(st.sampled_from("aeinrtl")) + text[place + 1 :]


def parsed(texts: Sequence[str]) -> list[im.Dossier]:
    return [im.parse(text).dossier for text in texts]


slow = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@slow
@given(siblings(slips=True), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(texts: list[str], chance: random.Random) -> None:
    files = parsed(texts)
    merged = im.to_dict(im.merge(files))
    chance.shuffle(files)
    assert im.to_dict(im.merge(files)) == merged


@slow
@given(siblings(slips=True))
def test_a_merged_dossier_takes_in_nothing_new_from_its_own_files(texts: list[str]) -> None:
    files = parsed(texts)
    merged = im.merge(files).dossier
    for file in files:
        assert im.to_dict(im.merge([merged, file]).dossier) == im.to_dict(merged)


@slow
@given(siblings(), st.randoms(use_true_random=False))
def test_files_that_do_not_differ_can_be_merged_by_parts(
    texts: list[str], chance: random.Random
) -> None:
    files = parsed(texts)
    merged = im.merge(files)
    chance.shuffle(files)
    cut = chance.randint(1, len(files) - 1)
    parts = [im.merge(part).dossier for part in (files[:cut], files[cut:])]
    assert differing(im.merge(parts).dossier, merged.dossier) == ()


@slow
@given(siblings(slips=True))
def test_every_span_gives_the_text_it_was_read_from(texts: list[str]) -> None:
    files = parsed(texts)
    merged = im.merge(files).dossier
    raw = {source.id: source.text or "" for file in files for source in file.sources}
    assert {source.id: source.text for source in merged.sources} == raw
    for span in walk(merged):
        if isinstance(span, im.Span):
            assert merged.quote(span) == raw[span.source][span.start : span.end]
    passages = {
        (p.text, p.pieces) for file in files for p in walk(file) if isinstance(p, im.Passage)
    }
    for passage in walk(merged):
        if isinstance(passage, im.Passage):
            assert (passage.text, passage.pieces) in passages


@slow
@given(siblings())
def test_all_evidence_is_kept(texts: list[str]) -> None:
    files = parsed(texts)
    assert evidence_of(tuple(files)) <= evidence_of(im.merge(files).dossier)


@slow
@given(siblings(slips=True))
def test_every_place_that_something_was_read_from_is_kept(texts: list[str]) -> None:
    files = parsed(texts)
    merged = im.merge(files).dossier
    places = {span for each in evidence_of(merged) for span in each.spans}
    assert {span for each in evidence_of(tuple(files)) for span in each.spans} <= places
    pieces = {span for p in walk(merged) if isinstance(p, im.Passage) for span in p.spans}
    asked = (passage for file in files for item in file.question.items for passage in item.passages)
    assert {span for passage in asked for span in passage.spans} <= places | pieces


@slow
@given(siblings(slips=True))
def test_merging_makes_no_new_problems(texts: list[str]) -> None:
    files = parsed(texts)
    known = {problem.code for file in files for problem in im.validate(file)}
    assert {problem.code for problem in im.validate(im.merge(files).dossier)} <= known


@slow
@given(siblings(slips=True))
def test_a_merge_can_be_written_and_read(texts: list[str]) -> None:
    files = parsed(texts)
    merged = im.merge(files)
    again = im.loads(im.dumps(merged), im.Merge)
    assert again == merged
    assert im.to_dict(again) == im.to_dict(merged)


@slow
@given(siblings(slips=True))
def test_every_difference_points_at_what_was_chosen(texts: list[str]) -> None:
    files = parsed(texts)
    merged = im.merge(files)
    sources = {source_of(file) for file in files}
    for difference in merged.differences:
        value: Any = im.to_dict(merged.dossier)
        for token in difference.pointer.split("/")[1:]:
            value = value[int(token) if isinstance(value, list) else token]
        assert isinstance(value, list | dict) or str(value) == difference.chosen
        assert len({text for _, text in difference.readings}) > 1
        assert {source for source, _ in difference.readings} <= sources


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(entities(im.Dossier), min_size=2, max_size=2))
def test_any_dossiers_of_one_question_can_be_merged(dossiers: list[im.Dossier]) -> None:
    question = attrs.evolve(dossiers[0].question, author=None, asked_on=None, addressees=())
    answers = [
        tuple(attrs.evolve(answer, replies_to=None) for answer in dossier.answers)
        for dossier in dossiers
    ]
    files = [
        attrs.evolve(dossier, question=attrs.evolve(question, title="Titel"), answers=each)
        for dossier, each in zip(dossiers, answers, strict=True)
    ]
    merged = im.merge(files)
    assert isinstance(merged, im.Merge)
    assert im.loads(im.dumps(merged), im.Merge) == merged
