"""What each rule asks: for every rule dossiers that keep it, and dossiers that break it, and where.

Every dossier here is the clean one with one thing changed.
"""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from attrs import evolve

from inburgering_model.errors import Severity
from inburgering_model.model.answer import (
    Answer,
    AnswerItem,
    CoordinatedAnswer,
    CrossReference,
    OrdinaryAnswer,
    ReferringAnswer,
    Stage,
)
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.outcome import (
    Destination,
    FollowUp,
    FollowUpStatus,
    Outcome,
    Recommendation,
    RecommendationKind,
    Scope,
)
from inburgering_model.model.passage import Passage
from inburgering_model.model.people import Addressee, Minister, Party, PartyKind, Person
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget, Municipality, Pilot, PilotStatus, Programme
from inburgering_model.model.provenance import Evidence, Source, Span
from inburgering_model.model.question import (
    Condition,
    ConditionKind,
    Form,
    ParliamentaryQuestion,
    QuestionItem,
    SubQuestion,
)
from inburgering_model.model.reading import (
    Correction,
    CorrectionKind,
    Issue,
    Reading,
    Region,
    RegionKind,
)
from inburgering_model.model.references import ItemReference, QuestionReference
from inburgering_model.validation import RULES, validate

# ------------------------------------------------------------------------------ a clean dossier

RAW = """1. Loopt het proefproject nog? Zo ja, tot wanneer?
2. Wie betaalt het?
1. Het liep tot eind 2018
in de gemeente.
2. De coördinatie kost niets.
"""
SOURCE = Source.of_text(RAW)
ASKED, ANSWERED = date(2019, 12, 20), date(2020, 1, 20)
SOMERS, WEYTS = Person(name="Bart Somers"), Person(name="Ben Weyts")
AUTHOR = Person(name="Éva Voorbeeld-De Man")


def span(text: str) -> Span:
    start = RAW.index(text)
    return Span(source=SOURCE.id, start=start, end=start + len(text))


def read(raw: str, text: str | None = None) -> Passage:
    """A passage read from the source; with another text of the same length, corrected."""
    text = raw if text is None else text
    return Passage(text=text, pieces=((span(raw), len(text)),))


def number(figure: int, letter: str | None = None, occurrence: int = 1) -> ItemReference:
    return ItemReference(number=figure, letter=letter, occurrence=occurrence)


def asking(identifier: str, on: str | None = None, form: Form = Form.INTERROGATIVE) -> SubQuestion:
    condition = None if on is None else Condition(cue="Zo ja", kind=ConditionKind.IF_YES, on=on)
    return SubQuestion(id=identifier, passage=Passage(text="…?"), form=form, condition=condition)


def item(figure: int | None, letter: str | None = None, occurrence: int = 1) -> QuestionItem:
    return QuestionItem(
        number=figure, letter=letter, occurrence=occurrence, passages=(Passage(text="…?"),)
    )


def answering(
    label: str, *answers: ItemReference, see: tuple[ItemReference, ...] = ()
) -> AnswerItem:
    """An answer item that leaves its answer to the items ``see``."""
    references = tuple(CrossReference(target=target, delegates=True) for target in see)
    return AnswerItem(
        label=label,
        answers=answers,
        passages=(Passage(text="…"),),
        cross_references=references,
    )


def dilbeek(**changes: Any) -> Municipality:
    return evolve(Municipality(name="Dilbeek", nis="23016"), **changes)


CLEAN = Dossier(
    question=ParliamentaryQuestion(
        title="Proefproject in twee gemeenten",
        author=AUTHOR,
        asked_on=ASKED,
        addressees=(Addressee(person=SOMERS, number=75), Addressee(person=WEYTS, number=193)),
        items=(
            QuestionItem(
                number=1,
                passages=(read("Loopt het proefproject nog? Zo ja, tot wanneer?"),),
                sub_questions=(
                    SubQuestion(id="1.1", passage=read("Loopt het proefproject nog?")),
                    SubQuestion(
                        id="1.2",
                        passage=read("Zo ja, tot wanneer?"),
                        condition=Condition(cue="Zo ja", kind=ConditionKind.IF_YES, on="1.1"),
                    ),
                ),
            ),
            QuestionItem(
                number=2,
                passages=(read("Wie betaalt het?"),),
                sub_questions=(SubQuestion(id="2.1", passage=read("Wie betaalt het?")),),
            ),
        ),
    ),
    answers=(
        CoordinatedAnswer(
            respondent=Minister(person=SOMERS),
            replies_to=QuestionReference(
                number=75,
                date=ASKED,
                author=Person(name="EVA VOORBEELD-DE MAN"),
                minister=SOMERS,
            ),
            answered_on=ANSWERED,
            items=(
                AnswerItem(
                    label="1.",
                    answers=(number(1),),
                    passages=(read("Het liep tot eind 2018\nin", "Het liep tot eind 2018 in"),),
                ),
                AnswerItem(
                    label="2.",
                    answers=(number(2),),
                    passages=(read("De coördinatie kost niets."),),
                    cross_references=(CrossReference(target=number(1)),),
                ),
            ),
            on_behalf_of=(Addressee(person=WEYTS, number=193),),
        ),
        ReferringAnswer(
            respondent=Minister(person=WEYTS),
            replies_to=QuestionReference(number=193, date=ASKED),
            answered_on=ANSWERED,
            refers_to=QuestionReference(number=75, date=ASKED, minister=SOMERS),
        ),
    ),
    programmes=(
        Programme(
            id="g1",
            partners=(Party(name="Vilvoorde", kind=PartyKind.LOCAL_AUTHORITY, identifier="23088"),),
            period=Period.from_edtf("2014/2019"),
            funding=Budget(amount=Decimal(90000), period=Period.from_edtf("2014/2019")),
            one_off=True,
        ),
    ),
    pilots=(
        Pilot(
            id="p1",
            programme="g1",
            municipalities=(dilbeek(),),
            period=Period.from_edtf("/2018-36"),
            status=PilotStatus.ENDED,
            status_on=ANSWERED,
            one_off=True,
            budget=Budget(amount=Decimal(30000), period=Period.from_edtf("2018/2018")),
            evidence=(Evidence(of="period", spans=(span("tot eind 2018"),), rule="pilot.period"),),
        ),
        Pilot(
            id="p2",
            programme="g1",
            municipalities=(Municipality(name="VILVOORDE", nis="23088"),),
            status=PilotStatus.ENDED,
        ),
    ),
    outcomes=(Outcome(id="o1", passage=Passage(text="Een inzicht."), concerns=("p1", "g1")),),
    recommendations=(
        Recommendation(
            id="r1",
            kind=RecommendationKind.LESSON,
            passage=Passage(text="Een les."),
            concerns=("p1", "o1"),
        ),
    ),
    follow_ups=(
        FollowUp(
            id="f1",
            destination=Destination.TRAINING,
            status=FollowUpStatus.DONE,
            passage=Passage(text="Een vorming."),
            scope=Scope.LISTED,
            concerns=("r1", "o1", "p2"),
        ),
    ),
    sources=(SOURCE,),
)

# ------------------------------------------------------------------- the clean one, but for …


def dossier(**changes: Any) -> Dossier:
    return evolve(CLEAN, **changes)


def question(**changes: Any) -> Dossier:
    return dossier(question=evolve(CLEAN.question, **changes))


def items(*items: QuestionItem) -> Dossier:
    """A question with other items, and no answers to them."""
    return dossier(question=evolve(CLEAN.question, items=items), answers=())


def sub_questions(*sub_questions: SubQuestion) -> Dossier:
    """A question of one item with other sub-questions."""
    return items(evolve(item(1), sub_questions=sub_questions))


def answers(*answers: Answer) -> Dossier:
    return dossier(answers=answers)


def answer(**changes: Any) -> Dossier:
    """The coordinated answer changed."""
    return answers(evolve(CLEAN.answers[0], **changes), *CLEAN.answers[1:])


def referring(**changes: Any) -> Dossier:
    """The referring answer changed."""
    second = CLEAN.answers[1]
    assert isinstance(second, ReferringAnswer)
    return answers(CLEAN.answers[0], evolve(second, **changes))


def reply(**changes: Any) -> Dossier:
    """What the coordinated answer says that it replies to, and no more."""
    return answer(replies_to=QuestionReference(**changes))


def pilot(**changes: Any) -> Dossier:
    """One pilot, changed; the answers as they are."""
    return dossier(pilots=(evolve(CLEAN.pilots[0], **changes), CLEAN.pilots[1]))


def undated(changed: Dossier) -> Dossier:
    """With one answer that has no date, so that none was certainly the last."""
    return evolve(changed, answers=(*changed.answers, OrdinaryAnswer(opening=(Passage(text="…"),))))


def lasting(edtf: str, status: PilotStatus, status_on: date | None = None) -> Dossier:
    """A pilot without programme, of a period and a status."""
    return pilot(
        programme=None,
        period=Period.from_edtf(edtf),
        status=status,
        status_on=status_on,
        budget=None,
    )


def within(programme: str, edtf: str) -> Dossier:
    """A pilot of a period in a programme of a period."""
    changed = evolve(CLEAN.pilots[0], period=Period.from_edtf(edtf), status=PilotStatus.UNKNOWN)
    period = Period.from_edtf(programme)
    return dossier(
        programmes=(evolve(CLEAN.programmes[0], period=period, funding=None),),
        pilots=(evolve(changed, budget=None),),
    )


def place(name: str, nis: str | None, edtf: str | None = None, asked_on: date = ASKED) -> Dossier:
    """A pilot in one municipality."""
    period = None if edtf is None else Period.from_edtf(edtf)
    return dossier(
        question=evolve(CLEAN.question, asked_on=asked_on),
        answers=(),
        pilots=(Pilot(id="p1", municipalities=(Municipality(name=name, nis=nis),), period=period),),
        outcomes=(),
        recommendations=(),
        follow_ups=(),
    )


def context(*passages: Passage) -> Dossier:
    return question(context=passages)


def evidence(of: str, *spans: Span) -> Dossier:
    return question(evidence=(Evidence(of=of, spans=spans),))


def by(person: Person, stage: Stage = Stage.FINAL, answered_on: date | None = None) -> Answer:
    return OrdinaryAnswer(
        respondent=Minister(person=person),
        stage=stage,
        answered_on=answered_on,
        opening=(Passage(text="…"),),
    )


def answer_items(*items: AnswerItem) -> Dossier:
    return answer(items=items)


def asked_twice(*items: AnswerItem) -> Dossier:
    """A question that prints number 1 twice."""
    return dossier(
        question=evolve(CLEAN.question, items=(item(1), item(1, occurrence=2))),
        answers=(OrdinaryAnswer(items=items),),
    )


def reading(*cuts: int, corrected: tuple[Span, ...] = (), noted: tuple[Span, ...] = ()) -> Reading:
    """A reading of the clean dossier with regions between cuts."""
    return Reading(
        dossier=CLEAN,
        regions=tuple(
            Region(kind=RegionKind.ITEM, span=Span(source=SOURCE.id, start=start, end=end))
            for start, end in pairwise(cuts)
        ),
        corrections=tuple(
            Correction(kind=CorrectionKind.CASE, span=span, replacement="x", rule="case")
            for span in corrected
        ),
        issues=(Issue(code="odd", message="Odd.", spans=noted),),
    )


class Case(NamedTuple):
    code: str
    said: str
    dossier: Dossier | Reading
    pointers: tuple[str, ...] = ()
    """Where the rule is broken; nowhere when it is kept."""


EMPTY_FOLLOW_UP = evolve(CLEAN.follow_ups[0], scope=Scope.ALL_RESULTS, concerns=())
OTHER = Source.of_text("Iets anders.")
OUTSIDE = Span(source=SOURCE.id, start=0, end=len(RAW) + 1)
STRANGER = Person(name="Iemand Anders")
PLANNED, RUNNING = PilotStatus.PLANNED, PilotStatus.RUNNING
EXTENDED, ENDED, STOPPED = PilotStatus.EXTENDED, PilotStatus.ENDED, PilotStatus.STOPPED

IDENTIFIERS = [
    Case(
        "id.repeated",
        "two pilots with one id",
        dossier(pilots=(CLEAN.pilots[0], evolve(CLEAN.pilots[1], id="p1"))),
        ("/pilots/1/id",),
    ),
    Case(
        "id.repeated",
        "everything that has an id, twice",
        dossier(
            programmes=CLEAN.programmes * 2,
            outcomes=CLEAN.outcomes * 2,
            recommendations=CLEAN.recommendations * 2,
            follow_ups=CLEAN.follow_ups * 2,
        ),
        ("/programmes/1/id", "/outcomes/1/id", "/recommendations/1/id", "/follow_ups/1/id"),
    ),
    Case("id.repeated", "ids of different sorts share a figure", CLEAN),
    Case(
        "id.source-repeated",
        "a source listed twice",
        dossier(sources=(SOURCE, SOURCE)),
        ("/sources/1/id",),
    ),
    Case("id.source-repeated", "two sources", dossier(sources=(SOURCE, OTHER))),
    Case(
        "id.programme-unresolved",
        "no such programme",
        pilot(programme="g2"),
        ("/pilots/0/programme",),
    ),
    Case("id.programme-unresolved", "a pilot of no programme", pilot(programme=None)),
    Case(
        "id.concerns-unresolved",
        "no such pilot and no such outcome",
        dossier(
            outcomes=(evolve(CLEAN.outcomes[0], concerns=("p1", "p9")),),
            recommendations=(evolve(CLEAN.recommendations[0], concerns=("o9",)),),
        ),
        ("/outcomes/0/concerns/1", "/recommendations/0/concerns/0"),
    ),
    Case("id.concerns-unresolved", "everything is there", CLEAN),
    Case(
        "id.concerns-kind",
        "a recommendation about a recommendation",
        dossier(recommendations=(evolve(CLEAN.recommendations[0], concerns=("g1", "r1")),)),
        ("/recommendations/0/concerns/1",),
    ),
    Case("id.concerns-kind", "a recommendation about an outcome", CLEAN),
    Case(
        "id.concerns-repeated",
        "the same pilot twice",
        dossier(outcomes=(evolve(CLEAN.outcomes[0], concerns=("p1", "p2", "p1")),)),
        ("/outcomes/0/concerns/2",),
    ),
    Case(
        "id.concerns-repeated",
        "two pilots",
        dossier(outcomes=(evolve(CLEAN.outcomes[0], concerns=("p1", "p2")),)),
    ),
    Case(
        "follow-up.about-nothing",
        "about all results, of which there are none",
        dossier(
            outcomes=(),
            recommendations=(evolve(CLEAN.recommendations[0], concerns=()),),
            follow_ups=(EMPTY_FOLLOW_UP,),
        ),
        ("/follow_ups/0/scope",),
    ),
    Case(
        "follow-up.about-nothing",
        "about all recommendations, of which there are none",
        dossier(
            recommendations=(),
            follow_ups=(evolve(EMPTY_FOLLOW_UP, scope=Scope.ALL_RECOMMENDATIONS),),
        ),
        ("/follow_ups/0/scope",),
    ),
    Case(
        "follow-up.about-nothing",
        "nothing that is listed is there",
        dossier(follow_ups=(evolve(CLEAN.follow_ups[0], concerns=("r8", "r9")),)),
        ("/follow_ups/0/concerns",),
    ),
    Case(
        "follow-up.about-nothing",
        "something that is listed is there",
        dossier(follow_ups=(evolve(CLEAN.follow_ups[0], concerns=("r1", "r9")),)),
    ),
    Case("follow-up.about-nothing", "about all results", dossier(follow_ups=(EMPTY_FOLLOW_UP,))),
]

QUESTION = [
    Case("item.repeated", "7, 7", items(item(1), item(2), item(2)), ("/question/items/2/number",)),
    Case(
        "item.repeated",
        "unnumbered twice",
        items(item(None), item(None)),
        ("/question/items/1/number",),
    ),
    Case("item.repeated", "1, and a second 1", items(item(1), item(1, occurrence=2))),
    Case("item.repeated", "1, 1a, 1b", items(item(1), item(1, "a"), item(1, "b"))),
    Case(
        "item.occurrence",
        "a second 2 without a first",
        items(item(1), item(2, occurrence=2)),
        ("/question/items/1/occurrence",),
    ),
    Case(
        "item.occurrence",
        "the second 1 comes first",
        items(item(1, occurrence=2), item(1)),
        ("/question/items/0/occurrence",),
    ),
    Case("item.occurrence", "three times 1", items(*(item(1, occurrence=n) for n in (1, 2, 3)))),
    Case(
        "item.disorder", "1, 3, 2", items(item(1), item(3), item(2)), ("/question/items/2/number",)
    ),
    Case(
        "item.disorder", "1b, 1a", items(item(1, "b"), item(1, "a")), ("/question/items/1/number",)
    ),
    Case("item.disorder", "1b, and a second 1", items(item(1, "a"), item(1, "b"), item(1))),
    Case("item.gap", "1, 2, 4", items(item(1), item(2), item(4)), ("/question/items/2/number",)),
    Case("item.gap", "begins at 3", items(item(3), item(4)), ("/question/items/0/number",)),
    Case("item.gap", "1a, 1c", items(item(1, "a"), item(1, "c")), ("/question/items/1/letter",)),
    Case("item.gap", "1, 3, 2: out of order, but none left out", items(item(1), item(3), item(2))),
    Case("item.gap", "an unnumbered question", items(item(None))),
    Case("item.empty", "a number alone", items(QuestionItem(number=1)), ("/question/items/0",)),
    Case("item.empty", "a text in which nothing is asked", items(item(1))),
    Case(
        "sub-question.repeated",
        "1.1 twice",
        sub_questions(asking("1.1"), asking("1.1")),
        ("/question/items/0/sub_questions/1/id",),
    ),
    Case("sub-question.repeated", "1.1 and 1.2", sub_questions(asking("1.1"), asking("1.2"))),
    Case(
        "sub-question.id",
        "of another item",
        sub_questions(asking("2.1")),
        ("/question/items/0/sub_questions/0/id",),
    ),
    Case(
        "sub-question.id",
        "in another place",
        sub_questions(asking("1.2"), asking("1.1")),
        ("/question/items/0/sub_questions/0/id", "/question/items/0/sub_questions/1/id"),
    ),
    Case(
        "sub-question.id",
        "of the second 7a, and of no number",
        items(
            evolve(item(7, "a", occurrence=2), sub_questions=(asking("7a~2.1"),)),
            evolve(item(None), sub_questions=(asking("0.1"),)),
        ),
    ),
    Case(
        "condition.unresolved",
        "hangs on what is not there",
        sub_questions(asking("1.1"), asking("1.2", on="3.1")),
        ("/question/items/0/sub_questions/1/condition/on",),
    ),
    Case(
        "condition.unresolved",
        "hangs on an item before",
        items(
            evolve(item(1), sub_questions=(asking("1.1"),)),
            evolve(item(2), sub_questions=(asking("2.1", on="1.1"),)),
        ),
    ),
    Case(
        "condition.later",
        "hangs on the next one",
        sub_questions(asking("1.1", on="1.2"), asking("1.2")),
        ("/question/items/0/sub_questions/0/condition/on",),
    ),
    Case("condition.later", "hangs on the one before", CLEAN),
    Case(
        "condition.procedural",
        "hangs on how to answer",
        sub_questions(asking("1.1", form=Form.PROCEDURAL), asking("1.2", on="1.1")),
        ("/question/items/0/sub_questions/1/condition/on",),
    ),
    Case(
        "condition.procedural",
        "hangs on a request for facts",
        sub_questions(asking("1.1", form=Form.REQUEST), asking("1.2", on="1.1")),
    ),
]

PEOPLE = [
    Case(
        "addressee.repeated",
        "the same name in capitals",
        question(
            addressees=(*CLEAN.question.addressees, Addressee(person=Person(name="BEN WEYTS")))
        ),
        ("/question/addressees/2/person",),
    ),
    Case("addressee.repeated", "two ministers", CLEAN),
    Case("addressee.author", "asks oneself", question(author=WEYTS), ("/question/author",)),
    Case("addressee.author", "no author is known", question(author=None)),
    Case(
        "respondent.author",
        "answers an own question",
        answers(by(AUTHOR)),
        ("/answers/0/respondent",),
    ),
    Case("respondent.author", "no respondent is known", answer(respondent=None)),
    Case("respondent.not-asked", "a stranger", answers(by(STRANGER)), ("/answers/0/respondent",)),
    Case(
        "respondent.not-asked",
        "no addressees are known",
        dossier(question=evolve(CLEAN.question, addressees=()), answers=(by(STRANGER),)),
    ),
    Case(
        "respondent.repeated",
        "two final answers",
        answers(by(WEYTS), by(Person(name="BEN WEYTS"))),
        ("/answers/1",),
    ),
    Case(
        "respondent.repeated",
        "a provisional and a final one",
        answers(by(WEYTS, Stage.PROVISIONAL), by(WEYTS)),
    ),
    Case(
        "respondent.stage",
        "provisional after final, supplementary before",
        answers(
            by(WEYTS, Stage.PROVISIONAL, date(2020, 1, 21)),
            by(WEYTS, Stage.FINAL, ANSWERED),
            by(WEYTS, Stage.SUPPLEMENTARY, date(2020, 1, 19)),
        ),
        ("/answers/0/stage", "/answers/2/stage"),
    ),
    Case(
        "respondent.stage",
        "provisional, final, supplementary, and one without a date",
        answers(
            by(WEYTS, Stage.PROVISIONAL, date(2020, 1, 19)),
            by(WEYTS, Stage.FINAL, ANSWERED),
            by(WEYTS, Stage.SUPPLEMENTARY, date(2020, 1, 21)),
            by(WEYTS, Stage.PROVISIONAL),
        ),
    ),
    Case(
        "minister.not-in-office",
        "nobody of that name is in the table that day",
        dossier(
            question=evolve(CLEAN.question, addressees=(Addressee(person=STRANGER),)),
            answers=(by(STRANGER, answered_on=ANSWERED),),
        ),
        ("/question/addressees/0/person", "/answers/0/respondent/person"),
    ),
    Case(
        "minister.not-in-office",
        "the day is later than the table reaches",
        dossier(
            question=evolve(
                CLEAN.question,
                asked_on=date(2024, 2, 26),
                addressees=(Addressee(person=STRANGER),),
            ),
            answers=(by(STRANGER),),
        ),
    ),
]

REPLIES = [
    Case(
        "reply.number",
        "the number it has with a colleague",
        reply(number=193),
        ("/answers/0/replies_to/number",),
    ),
    Case(
        "reply.number",
        "nobody's number, by nobody known",
        answer(respondent=None, replies_to=QuestionReference(number=7)),
        ("/answers/0/replies_to/number",),
    ),
    Case("reply.number", "the respondent's number", reply(number=75)),
    Case(
        "reply.number",
        "no number is printed with the addressee",
        dossier(
            question=evolve(CLEAN.question, addressees=(Addressee(person=SOMERS),)),
            answers=(CLEAN.answers[0],),
        ),
    ),
    Case(
        "reply.date", "a day off", reply(date=date(2019, 12, 21)), ("/answers/0/replies_to/date",)
    ),
    Case("reply.date", "the question has no date", question(asked_on=None)),
    Case(
        "reply.author", "another author", reply(author=STRANGER), ("/answers/0/replies_to/author",)
    ),
    Case("reply.author", "without capitals and accents", CLEAN),
    Case(
        "reply.year",
        "the year before",
        reply(number=75, parliamentary_year="2018-2019"),
        ("/answers/0/replies_to/parliamentary_year",),
    ),
    Case("reply.year", "the same year", reply(number=75, parliamentary_year="2019-2020")),
    Case(
        "reply.minister",
        "put to a colleague",
        reply(minister=WEYTS),
        ("/answers/0/replies_to/minister",),
    ),
    Case("reply.minister", "put to the respondent", reply(minister=Person(name="BART SOMERS"))),
    Case(
        "reference.year",
        "a day of another year, in both references",
        referring(
            replies_to=QuestionReference(date=ASKED, parliamentary_year="2018-2019"),
            refers_to=QuestionReference(date=ASKED, parliamentary_year="2020-2021"),
        ),
        ("/answers/1/replies_to/parliamentary_year", "/answers/1/refers_to/parliamentary_year"),
    ),
    Case(
        "reference.year",
        "the last day before a year opens",
        referring(
            replies_to=QuestionReference(date=date(2019, 9, 22), parliamentary_year="2018-2019")
        ),
    ),
]

COLLEAGUES = [
    Case(
        "coordinated.never-asked",
        "for a stranger",
        answer(on_behalf_of=(Addressee(person=STRANGER),)),
        ("/answers/0/on_behalf_of/0",),
    ),
    Case(
        "coordinated.never-asked",
        "no addressees are known",
        dossier(
            question=evolve(CLEAN.question, addressees=()),
            answers=(CoordinatedAnswer(on_behalf_of=(Addressee(person=STRANGER),)),),
        ),
    ),
    Case(
        "coordinated.respondent",
        "for oneself",
        answer(on_behalf_of=(Addressee(person=WEYTS), Addressee(person=SOMERS))),
        ("/answers/0/on_behalf_of/1",),
    ),
    Case("coordinated.respondent", "for a colleague", CLEAN),
    Case(
        "coordinated.repeated",
        "for a colleague twice",
        answer(on_behalf_of=(Addressee(person=WEYTS), Addressee(person=WEYTS, number=193))),
        ("/answers/0/on_behalf_of/1",),
    ),
    Case("coordinated.repeated", "for a colleague", CLEAN),
    Case(
        "coordinated.number",
        "the colleague's question has another number",
        answer(on_behalf_of=(Addressee(person=WEYTS, number=75),)),
        ("/answers/0/on_behalf_of/0/number",),
    ),
    Case("coordinated.number", "no number", answer(on_behalf_of=(Addressee(person=WEYTS),))),
    Case(
        "coordinated.for-nobody",
        "no colleagues are named",
        answer(on_behalf_of=()),
        ("/answers/0/on_behalf_of",),
    ),
    Case("coordinated.for-nobody", "an ordinary answer", answers(by(SOMERS))),
    Case(
        "coordinated.answers-too",
        "the colleague answers as well",
        answers(CLEAN.answers[0], by(WEYTS)),
        ("/answers/0/on_behalf_of/0",),
    ),
    Case("coordinated.answers-too", "the colleague refers", CLEAN),
    Case(
        "referring.itself",
        "to an answer of one's own",
        referring(refers_to=QuestionReference(minister=Person(name="BEN WEYTS"))),
        ("/answers/1/refers_to",),
    ),
    Case(
        "referring.itself",
        "to the number that it replies to",
        referring(refers_to=QuestionReference(number=193)),
        ("/answers/1/refers_to",),
    ),
    Case(
        "referring.itself",
        "to the same number of another year",
        referring(refers_to=QuestionReference(number=193, parliamentary_year="2018-2019")),
    ),
    Case(
        "referring.itself",
        "to a number that both ministers gave",
        dossier(
            question=evolve(
                CLEAN.question,
                addressees=tuple(evolve(a, number=193) for a in CLEAN.question.addressees),
            ),
            answers=referring(refers_to=QuestionReference(number=193)).answers[1:],
        ),
    ),
    Case("referring.unstated", "to nothing", referring(refers_to=None), ("/answers/1/refers_to",)),
    Case("referring.unstated", "to a number", referring(refers_to=QuestionReference(number=75))),
    Case(
        "referring.question",
        "of another day and number",
        referring(refers_to=QuestionReference(number=76, date=date(2019, 12, 19), minister=SOMERS)),
        ("/answers/1/refers_to/date", "/answers/1/refers_to/number"),
    ),
    Case(
        "referring.question",
        "of somebody who was not asked",
        referring(refers_to=QuestionReference(minister=STRANGER)),
        ("/answers/1/refers_to/minister",),
    ),
    Case("referring.question", "as it was put to the colleague", CLEAN),
    Case(
        "referring.not-covered",
        "the colleague answers for nobody else",
        answers(by(SOMERS), CLEAN.answers[1]),
        ("/answers/1/refers_to/minister",),
    ),
    Case("referring.not-covered", "the colleague's answer is elsewhere", answers(CLEAN.answers[1])),
    Case("referring.not-covered", "it is not said for whom it is", answer(on_behalf_of=())),
]

ALIGNMENT = [
    Case(
        "answer.never-asked",
        "answers 2 and 3, of 1 and 2",
        answer_items(answering("2-3.", number(2), number(3))),
        ("/answers/0/items/0/answers/1",),
    ),
    Case(
        "answer.never-asked",
        "answers 1c, of 1a and 1b",
        dossier(
            question=evolve(CLEAN.question, items=(item(1, "a"), item(1, "b"))),
            answers=(OrdinaryAnswer(items=(answering("1c)", number(1, "c")),)),),
        ),
        ("/answers/0/items/0/answers/0",),
    ),
    Case(
        "answer.never-asked",
        "answers 1 of 1a and 1b",
        dossier(
            question=evolve(CLEAN.question, items=(item(1, "a"), item(1, "b"))),
            answers=(OrdinaryAnswer(items=(answering("1.", number(1)),)),),
        ),
    ),
    Case(
        "answer.never-asked",
        "answers a third 1, of two",
        asked_twice(answering("1.", number(1, occurrence=3))),
        ("/answers/0/items/0/answers/0",),
    ),
    Case(
        "answer.never-asked",
        "answers the second 1",
        asked_twice(answering("1.", number(1, occurrence=2))),
    ),
    Case("answer.never-asked", "1 in parts", answer_items(answering("1b)", number(1, "b")))),
    Case("answer.never-asked", "no items are known", question(items=())),
    Case(
        "answer.twice",
        "1-2, and 2 again",
        answer_items(answering("1-2.", number(1), number(2)), answering("2.", number(2))),
        ("/answers/0/items/1/answers/0",),
    ),
    Case(
        "answer.twice",
        "once by each minister",
        answers(CLEAN.answers[0], evolve(CLEAN.answers[1], items=CLEAN.answers[0].items)),
    ),
    Case(
        "answer.twice",
        "1, and the second 1",
        asked_twice(answering("1.", number(1)), answering("1.", number(1, occurrence=2))),
    ),
    Case(
        "answer.empty",
        "a header alone",
        answer(items=(AnswerItem(label="1.", answers=(number(1),)),)),
        ("/answers/0",),
    ),
    Case("answer.empty", "one that only refers", CLEAN),
    Case(
        "cross-reference.never-asked",
        "see 5",
        answer_items(answering("1.", number(1), see=(number(2), number(5)))),
        ("/answers/0/items/0/cross_references/1/target",),
    ),
    Case(
        "cross-reference.never-asked",
        "see 2",
        answer_items(answering("1.", number(1), see=(number(2),))),
    ),
    Case(
        "cross-reference.itself",
        "1: see 1",
        answer_items(answering("1.", number(1), see=(number(1),))),
        ("/answers/0/items/0/cross_references/0/target",),
    ),
    Case(
        "cross-reference.itself",
        "2: see 1",
        answer_items(answering("2.", number(2), see=(number(1),))),
    ),
    Case(
        "cross-reference.unanswered",
        "1: see 2, but nothing answers 2",
        answer_items(answering("1.", number(1), see=(number(2),))),
        ("/answers/0/items/0/cross_references/0/target",),
    ),
    Case(
        "cross-reference.unanswered",
        "1: see 2b, and 2 is answered",
        answer_items(answering("1.", number(1), see=(number(2, "b"),)), answering("2.", number(2))),
    ),
    Case(
        "cross-reference.unanswered",
        "1: see 2, and 2b is answered",
        answer_items(
            answering("1.", number(1), see=(number(2),)), answering("2b.", number(2, "b"))
        ),
    ),
    Case(
        "cross-reference.circle",
        "1: see 2; 2: see 1",
        answer_items(
            answering("1.", number(1), see=(number(2),)),
            answering("2.", number(2), see=(number(1),)),
        ),
        ("/answers/0/items/0/cross_references",),
    ),
    Case(
        "cross-reference.circle",
        "1: see 2; 2: as said in 1",
        answer_items(
            answering("1.", number(1), see=(number(2),)),
            evolve(
                answering("2.", number(2)), cross_references=(CrossReference(target=number(1)),)
            ),
        ),
    ),
]

PILOTS = [
    Case(
        "pilot.municipality-repeated",
        "by code",
        pilot(municipalities=(dilbeek(), dilbeek())),
        ("/pilots/0/municipalities/1",),
    ),
    Case(
        "pilot.municipality-repeated",
        "by name, where one has no code",
        pilot(municipalities=(dilbeek(), dilbeek(name="DILBEEK", nis=None))),
        ("/pilots/0/municipalities/1",),
    ),
    Case(
        "pilot.municipality-repeated",
        "two municipalities",
        pilot(municipalities=(dilbeek(), *CLEAN.pilots[1].municipalities)),
    ),
    Case(
        "pilot.same-place",
        "of one programme",
        dossier(pilots=(CLEAN.pilots[0], evolve(CLEAN.pilots[0], id="p2"))),
        ("/pilots/1/municipalities",),
    ),
    Case(
        "pilot.same-place",
        "of another programme",
        dossier(
            programmes=(*CLEAN.programmes, Programme(id="g2")),
            pilots=(CLEAN.pilots[0], evolve(CLEAN.pilots[0], id="p2", programme="g2")),
        ),
    ),
    Case(
        "pilot.period-contradicts",
        "ended in another year",
        dossier(
            pilots=(
                evolve(CLEAN.pilots[0], period=Period.from_edtf("/2018")),
                evolve(CLEAN.pilots[0], id="p2", period=Period.from_edtf("/2019")),
            )
        ),
        ("/pilots/1/period",),
    ),
    Case(
        "pilot.period-contradicts",
        "one tells it more precisely",
        dossier(
            pilots=(
                evolve(CLEAN.pilots[0], period=Period.from_edtf("/2018")),
                evolve(CLEAN.pilots[0], id="p2", period=Period.from_edtf("2017/2018-36")),
            )
        ),
    ),
    Case(
        "pilot.period-contradicts",
        "of another programme",
        dossier(
            programmes=(*CLEAN.programmes, Programme(id="g2")),
            pilots=(
                evolve(CLEAN.pilots[0], period=Period.from_edtf("/2018")),
                evolve(CLEAN.pilots[0], id="p2", programme="g2", period=Period.from_edtf("/2019")),
            ),
        ),
    ),
    Case("pilot.one-off", "only the programme is", pilot(one_off=False), ("/pilots/0/one_off",)),
    Case("pilot.one-off", "it is not said of the pilot", pilot(one_off=None)),
    Case(
        "budget.more-than-programme",
        "a euro more",
        pilot(budget=Budget(amount=Decimal(90001))),
        ("/pilots/0/budget/amount",),
    ),
    Case("budget.more-than-programme", "all of it", pilot(budget=Budget(amount=Decimal(90000)))),
    Case(
        "budget.more-than-programme",
        "in another currency",
        pilot(budget=Budget(amount=Decimal(90001), currency="BEF")),
    ),
]

DATES = [
    Case(
        "answer.before-question",
        "the day before it was asked",
        answer(answered_on=date(2019, 12, 19)),
        ("/answers/0/answered_on",),
    ),
    Case(
        "answer.before-question",
        "the day before, by the answer's own header",
        dossier(
            question=ParliamentaryQuestion(),
            answers=(evolve(CLEAN.answers[1], answered_on=date(2019, 12, 19)),),
        ),
        ("/answers/0/answered_on",),
    ),
    Case("answer.before-question", "on the same day", answer(answered_on=ASKED)),
    Case(
        "pilot.ended-later",
        "ended in a month after the answer",
        lasting("2018/2020-02", ENDED),
        ("/pilots/0/period",),
    ),
    Case(
        "pilot.ended-later",
        "stopped, but begins after the answer",
        lasting("2021/", STOPPED),
        ("/pilots/0/period",),
    ),
    Case(
        "pilot.ended-later",
        "ended after the day its status is of",
        undated(lasting("2018/2020-01", ENDED, date(2019, 12, 31))),
        ("/pilots/0/period",),
    ),
    Case("pilot.ended-later", "ended in the year of the answer", lasting("2018/2020", ENDED)),
    Case("pilot.ended-later", "an answer has no date", undated(lasting("2018/2030", ENDED))),
    Case("pilot.ended-later", "still running", lasting("2018/2030", RUNNING)),
    Case("pilot.ended-open", "ended, since 2016", lasting("2016/..", ENDED), ("/pilots/0/period",)),
    Case("pilot.ended-open", "ended, from 2016 until it is not said when", lasting("2016/", ENDED)),
    Case("pilot.ended-open", "running since 2016", lasting("2016/..", RUNNING)),
    Case(
        "pilot.planned-started",
        "planned, for the year before the answer",
        lasting("2019/", PLANNED),
        ("/pilots/0/period",),
    ),
    Case(
        "pilot.planned-started",
        "planned, for before the question, and an answer has no date",
        undated(lasting("2018/2022", PLANNED)),
        ("/pilots/0/period",),
    ),
    Case("pilot.planned-started", "planned, for this year", lasting("2020/2022", PLANNED)),
    Case(
        "pilot.planned-started",
        "planned on an earlier day",
        lasting("2018/2022", PLANNED, date(2017, 6, 1)),
    ),
    Case(
        "pilot.running-ended",
        "running, until the end of the year before the answer",
        lasting("/2019", RUNNING),
        ("/pilots/0/period",),
    ),
    Case(
        "pilot.running-ended",
        "running on a day after its end",
        lasting("/2018-36", RUNNING, date(2019, 1, 1)),
        ("/pilots/0/period",),
    ),
    Case("pilot.running-ended", "running, until some day this year", lasting("/2020", RUNNING)),
    Case("pilot.running-ended", "extended beyond its end", lasting("/2018", EXTENDED)),
    Case(
        "pilot.running-not-started",
        "running, from the month after the answer",
        lasting("2020-02/..", RUNNING),
        ("/pilots/0/period",),
    ),
    Case("pilot.running-not-started", "running, from this month", lasting("2020-01/..", RUNNING)),
    Case("pilot.running-not-started", "planned, for next month", lasting("2020-02/..", PLANNED)),
    Case(
        "pilot.status-after-answer",
        "of the day after",
        pilot(status_on=date(2020, 1, 21)),
        ("/pilots/0/status_on",),
    ),
    Case(
        "pilot.status-after-answer",
        "an answer has no date",
        undated(pilot(status_on=date(2020, 1, 21))),
    ),
    Case(
        "pilot.outside-programme",
        "begins a year before",
        within("2014/2019", "2013/2018"),
        ("/pilots/0/period",),
    ),
    Case(
        "pilot.outside-programme",
        "ends a month after",
        within("2014/2019", "2018/2020-01"),
        ("/pilots/0/period",),
    ),
    Case(
        "pilot.outside-programme",
        "ended before it began",
        within("2014/2019", "/2013"),
        ("/pilots/0/period",),
    ),
    Case("pilot.outside-programme", "begins in the same year", within("2014-06/2019", "2014/2018")),
    Case("pilot.outside-programme", "the programme goes on", within("2014/..", "2018/2030")),
    Case(
        "period.doubtful",
        "money from summer until the first half of the year",
        dossier(
            programmes=(
                evolve(
                    CLEAN.programmes[0],
                    period=None,
                    funding=Budget(period=Period.from_edtf("2018-22/2018-40")),
                ),
            ),
            pilots=(),
            outcomes=(),
        ),
        ("/programmes/0/funding/period",),
    ),
    Case(
        "period.doubtful",
        "from June until June at the latest",
        lasting("2018-06/[2018-01..2018-06]", ENDED),
    ),
    Case("period.doubtful", "from June until some day that year", lasting("2018-06/2018", ENDED)),
    Case(
        "budget.outside-period",
        "money for the year before",
        pilot(
            period=Period.from_edtf("2018/2018"),
            budget=Budget(period=Period.from_edtf("2017/2017")),
        ),
        ("/pilots/0/budget/period",),
    ),
    Case(
        "budget.outside-period",
        "money for after the programme",
        dossier(
            programmes=(
                evolve(CLEAN.programmes[0], funding=Budget(period=Period.from_edtf("2020/.."))),
            )
        ),
        ("/programmes/0/funding/period",),
    ),
    Case(
        "budget.outside-period",
        "money for the whole of the year it ran in",
        pilot(
            period=Period.from_edtf("2018-03/2018-09"),
            budget=Budget(period=Period.from_edtf("2018/2018")),
        ),
    ),
]

NIS = ("/pilots/0/municipalities/0/nis",)
AFTER_THE_MERGERS = date(2025, 6, 1)

PLACES = [
    Case("municipality.nis-unknown", "no arrondissement", place("Dilbeek", "99999"), NIS),
    Case("municipality.nis-unknown", "no municipality", place("Dilbeek", "23999"), NIS),
    Case(
        "municipality.nis-unknown",
        "a partner's code",
        dossier(
            programmes=(
                evolve(
                    CLEAN.programmes[0],
                    partners=(
                        Party(name="Dilbeek", kind=PartyKind.LOCAL_AUTHORITY, identifier="99999"),
                    ),
                ),
            )
        ),
        ("/programmes/0/partners/0/identifier",),
    ),
    Case("municipality.nis-unknown", "in Brussels", place("Elsene", "21009")),
    Case(
        "municipality.nis-unknown",
        "perhaps ended by a merger before the table begins",
        place("Berchem", "11003", "/1982"),
    ),
    Case(
        "municipality.nis-former",
        "perhaps ended by a merger before the table begins",
        place("Berchem", "11003", "/1982"),
        NIS,
    ),
    Case("municipality.nis-former", "in use since", place("Dilbeek", "23016", "/2018")),
    Case(
        "municipality.nis-not-in-use",
        "the code of 2025 years before",
        place("Lokeren", "46029", "/2018-36"),
        NIS,
    ),
    Case(
        "municipality.nis-not-in-use",
        "the former code for a pilot of 2025",
        place("Lokeren", "46014", "2025/..", AFTER_THE_MERGERS),
        NIS,
    ),
    Case(
        "municipality.nis-not-in-use",
        "the former code for a pilot of then, asked later",
        place("Lokeren", "46014", "2018/2019", AFTER_THE_MERGERS),
    ),
    Case(
        "municipality.nis-not-in-use",
        "the later code for a pilot of then, asked later",
        place("Lokeren", "46029", "2018/2019", AFTER_THE_MERGERS),
    ),
    Case("municipality.nis-of-another", "Dilbeek with Vilvoorde's", place("Dilbeek", "23088"), NIS),
    Case("municipality.nis-of-another", "in French", place("Vilvorde", "23088")),
    Case("municipality.nis-of-another", "without hyphens", place("SINT PIETERS LEEUW", "23077")),
    Case(
        "municipality.name-unknown",
        "a district with the city's code",
        place("Deurne", "11002"),
        ("/pilots/0/municipalities/0/name",),
    ),
    Case("municipality.name-unknown", "the city", place("Antwerpen", "11002")),
    Case("municipality.without-nis", "in the table", place("Dilbeek", None), NIS),
    Case("municipality.without-nis", "not in the table", place("Deurne", None)),
]

PROVENANCE = [
    Case(
        "span.source",
        "no such source",
        dossier(sources=()),
        (
            "/question/items/0/passages/0/pieces/0/0",
            "/question/items/0/sub_questions/0/passage/pieces/0/0",
            "/question/items/0/sub_questions/1/passage/pieces/0/0",
            "/question/items/1/passages/0/pieces/0/0",
            "/question/items/1/sub_questions/0/passage/pieces/0/0",
            "/answers/0/items/0/passages/0/pieces/0/0",
            "/answers/0/items/1/passages/0/pieces/0/0",
            "/pilots/0/evidence/0/spans/0",
        ),
    ),
    Case("span.source", "one of two sources", dossier(sources=(OTHER, SOURCE))),
    Case(
        "span.outside",
        "one character beyond the end",
        evidence("title", OUTSIDE),
        ("/question/evidence/0/spans/0",),
    ),
    Case(
        "span.outside",
        "up to the end",
        evidence("title", Span(source=SOURCE.id, start=0, end=len(RAW))),
    ),
    Case(
        "span.empty",
        "from a place to the same place",
        evidence("title", Span(source=SOURCE.id, start=4, end=4)),
        ("/question/evidence/0/spans/0",),
    ),
    Case("span.empty", "one character", evidence("title", span("?"))),
    Case(
        "span.empty",
        "of a piece: a character that is put in",
        context(
            Passage(
                text="?!", pieces=((span("?"), 1), (Span(source=SOURCE.id, start=29, end=29), 1))
            )
        ),
    ),
    Case(
        "piece.text",
        "other words",
        context(read("kost niets", "kost alles")),
        ("/question/context/0/pieces/0",),
    ),
    Case(
        "piece.text",
        "another figure",
        context(Passage(text="x"), read("eind 2018", "eind 2019")),
        ("/question/context/1/pieces/0",),
    ),
    Case(
        "piece.text",
        "one place off",
        context(read("het proefproject", "et proefproject ")),
        ("/question/context/0/pieces/0",),
    ),
    Case(
        "piece.text",
        "a line break, a diaeresis, capitals and look-alikes",
        context(
            read("2018\nin", "2018 in"),
            read("coördinatie", "COORDINATIE"),
            read("niets", "nIets"),
            read("Zo ja", "Z0 ja"),
        ),
    ),
    Case("piece.text", "one character for another", context(read("?", "!"))),
    Case(
        "piece.text",
        "other words of another length",
        context(read("kost niets", "is gratis, zegt men"), read("Wie betaalt het?", "Verzonnen.")),
        ("/question/context/0/pieces/0", "/question/context/1/pieces/0"),
    ),
    Case(
        "piece.text",
        "words for no raw text at all",
        context(Passage(text="Verzonnen", pieces=((evolve(span("W"), end=span("W").start), 9),))),
        ("/question/context/0/pieces/0",),
    ),
    Case(
        "piece.text",
        "a word spelled character by character",
        context(Passage(text="Ja", pieces=((span("W"), 1), (span("b"), 1)))),
        ("/question/context/0/pieces/0", "/question/context/0/pieces/1"),
    ),
    Case(
        "piece.text",
        "letters for the digits of a figure, and digits for its letters",
        context(read("2018", "2Ol8"), read("eind 2018", "eind 20l8"), read("nog", "n0g")),
        ("/question/context/0/pieces/0", "/question/context/1/pieces/0"),
    ),
    Case(
        "piece.text",
        "what stands on a line between, left out",
        context(
            read("Wie betaalt het?\n1. Het liep", "Wie liep"), read("tot eind 2018\nin", "totin")
        ),
    ),
    Case(
        "piece.text",
        "words of one line left out",
        context(
            Passage(
                text="De niets.",
                pieces=(
                    (span("De "), 3),
                    (span("coördinatie kost niets"), 5),
                    (span("niets."), 1),
                ),
            )
        ),
        ("/question/context/0/pieces/1",),
    ),
    Case(
        "piece.word",
        "a word of the letters of others",
        context(Passage(text="Wet", pieces=((span("W"), 1), (span("et"), 2)))),
        ("/question/context/0/pieces/1",),
    ),
    Case(
        "piece.word",
        "whole words that stand apart",
        context(Passage(text="Wiehet", pieces=((span("Wie"), 3), (span("het?"), 3)))),
    ),
    Case(
        "evidence.text",
        "another title",
        evidence("title", span("Wie betaalt het?")),
        ("/question/evidence/0/spans",),
    ),
    Case(
        "evidence.text",
        "another name",
        question(author=Person(name="Iemand", evidence=(Evidence(spans=(span("Wie"),)),))),
        ("/question/author/evidence/0/spans",),
    ),
    Case(
        "evidence.text",
        "the title as printed, and one that was inferred",
        question(
            title="COORDINATIE",
            subject="Iets anders",
            evidence=(
                Evidence(of="title", spans=(span("coördinatie"),)),
                Evidence(of="subject", spans=(span("Wie"),), confidence=0.5),
            ),
        ),
    ),
    Case(
        "piece.order",
        "the second piece is before the first",
        context(
            Passage(text="Wieligt", pieces=((span("Wie"), 3), (span("liep"), 4), (span("1."), 0)))
        ),
        ("/question/context/0/pieces/2/0",),
    ),
    Case(
        "piece.order",
        "with a gap",
        context(Passage(text="Wie het", pieces=((span("Wie "), 4), (span("het?"), 3)))),
    ),
    Case(
        "evidence.field",
        "no such field",
        evidence("colour", span("Wie")),
        ("/question/evidence/0/of",),
    ),
    Case(
        "evidence.field",
        "what is derived is no field",
        evidence("references", span("Wie")),
        ("/question/evidence/0/of",),
    ),
    Case("evidence.field", "the whole entity", evidence("", span("Wie"))),
    Case(
        "evidence.field",
        "the kind of an answer",
        answer(evidence=(Evidence(of="kind", spans=(span("Wie"),)),)),
    ),
    Case(
        "evidence.of-nothing",
        "addressees that are not there",
        question(context=(), evidence=(Evidence(of="context", spans=(span("Wie"),)),)),
        ("/question/evidence/0/of",),
    ),
    Case(
        "evidence.of-nothing",
        "a day that could not be read",
        question(asked_on=None, evidence=(Evidence(of="asked_on", spans=(span("Wie"),)),)),
    ),
    Case("evidence.of-nothing", "a title that is there", evidence("title", span("Wie"))),
    Case(
        "evidence.without-spans",
        "nowhere",
        evidence("title"),
        ("/question/evidence/0/spans",),
    ),
    Case("evidence.without-spans", "somewhere", evidence("title", span("Wie"))),
    Case(
        "source.without-text",
        "left out",
        dossier(sources=(evolve(SOURCE, text=None),)),
        ("/sources/0/text",),
    ),
    Case("source.without-text", "kept", CLEAN),
]

LENGTH = len(RAW)
ELSEWHERE = Span(source="sffffffff", start=0, end=1)
READINGS = [
    Case("reading.span", "all within", reading(0, 5, LENGTH, noted=(span("Wie"),))),
    Case(
        "reading.span",
        "in no source, or past its end",
        reading(0, 5, LENGTH + 1, corrected=(ELSEWHERE,), noted=(span("Wie"), ELSEWHERE)),
        ("/regions/1/span", "/issues/0/spans/1", "/corrections/0/span"),
    ),
    Case("reading.regions", "two regions that are all", reading(0, 5, LENGTH)),
    Case("reading.regions", "no region", reading(), ("/regions",)),
    Case(
        "reading.regions",
        "a beginning, a region of nothing and an end left out",
        reading(1, 5, 5, LENGTH - 1),
        ("/regions/0/span", "/regions/1/span", "/regions"),
    ),
    Case("reading.corrections", "in order", reading(corrected=(span("Wie"), span("kost")))),
    Case(
        "reading.corrections",
        "one before the other",
        reading(corrected=(span("kost"), span("Wie"))),
        ("/corrections/1/span",),
    ),
    Case(
        "reading.contradiction",
        "two ends of one pilot",
        evolve(
            reading(0, LENGTH),
            issues=(
                Issue(code="odd", message="Odd."),
                Issue(code="pilot.period-contradiction", message="2018 and 2019."),
            ),
        ),
        ("/issues/1",),
    ),
    Case("reading.contradiction", "something else was noted", reading(0, LENGTH)),
]

CASES = [
    *IDENTIFIERS,
    *QUESTION,
    *PEOPLE,
    *REPLIES,
    *COLLEAGUES,
    *ALIGNMENT,
    *PILOTS,
    *DATES,
    *PLACES,
    *PROVENANCE,
    *READINGS,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.said}")
def test_rule(case: Case) -> None:
    found = [p.pointer for p in validate(case.dossier) if p.code == case.code]
    assert tuple(found) == case.pointers


def test_a_clean_dossier_has_no_problems() -> None:
    assert validate(CLEAN) == ()


def test_every_rule_has_a_dossier_that_keeps_it_and_one_that_breaks_it() -> None:
    codes = {rule.code for rule in RULES}
    assert {case.code for case in CASES if case.pointers} == codes
    assert {case.code for case in CASES if not case.pointers} == codes


def test_every_rule_has_a_code_and_a_sentence_of_its_own() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.text for rule in RULES}) == len(RULES)
    assert all(rule.text.endswith((".", ".)")) for rule in RULES)


def test_a_problem_has_its_rules_severity() -> None:
    severities = {problem.code: problem.severity for problem in validate(pilot(programme="g2"))}
    assert severities == {"id.programme-unresolved": Severity.ERROR}


def test_the_problems_of_a_readings_dossier_are_found_in_it() -> None:
    changed = evolve(reading(0, LENGTH), dossier=evidence("colour", span("Wie")))
    assert [p.pointer for p in validate(changed)] == ["/dossier/question/evidence/0/of"]


def test_evidence_does_not_vouch_for_a_title_that_was_changed() -> None:
    printed = Source.of_text("Proefproject\n")
    where = Evidence(of="title", spans=(Span(source=printed.id, start=0, end=12),))
    asked = ParliamentaryQuestion(title="Proefproject", evidence=(where,))
    assert validate(Dossier(question=asked, sources=(printed,))) == ()
    (problem,) = validate(Dossier(question=evolve(asked, title="Iets anders"), sources=(printed,)))
    assert problem.code == "evidence.text"
