"""A whole reading made by hand, of an invented document about repair points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from click.testing import CliRunner, Result

import inburgering_model as im
from inburgering_model import (
    Addressee,
    AnswerItem,
    Budget,
    Condition,
    ConditionKind,
    CoordinatedAnswer,
    Correction,
    CorrectionKind,
    CrossReference,
    Destination,
    Dossier,
    Evidence,
    FollowUp,
    FollowUpStatus,
    Form,
    Issue,
    ItemReference,
    Minister,
    Municipality,
    Office,
    Outcome,
    ParliamentaryQuestion,
    Party,
    PartyKind,
    Passage,
    PassageKind,
    Period,
    Person,
    Pilot,
    PilotStatus,
    Programme,
    QuestionItem,
    QuestionReference,
    Reading,
    Recommendation,
    RecommendationKind,
    Region,
    RegionKind,
    Scope,
    Severity,
    Source,
    Span,
    SubQuestion,
)

RAW = """\
Herstelpunten - Proefprojecten in drie steden

Een kapotte broodrooster belandt nog te vaak bij het restafval. Vrijwilligers die toestellen
herstellen, vinden moeilijk een vaste plek en een verzekering.
De vorige minister trok in 2021 een bedrag uit voor herstelpunten in drie steden.

1. Waar openden de herstelpunten? Hoeveel toestellen werden er hersteld?
2. Blijven ze open na 2023? Zo ja, wie betaalt de huur?
3. Wat leerden de steden over de samen-
werking met de kringloopwinkels?
4. Graag een overzicht van de klachten per stad.

Deze vraag werd gesteld aan de ministers Lieve Maes (412), Tom De Backer (88)

LIEVE MAES
VLAAMS MINISTER VAN OMGEVING EN MATERIALEN

GECOORDINEERD ANTWOORD
op vraag nr. 412 van 3 april 2023
van SOFIE VERLINDEN

1-2. De herstelpunten gingen open in Geel, Aalst en Diest, samen met de afvalintercommunales.
Tot eind 2022 werden er 5.310 toestellen binnengebracht, waarvan 3.870 werden hersteld.
• Geel: 1.240 toestellen
• Aalst: 2.630 toestellen
In Diest stopte de werking toen het pand verkocht werd.
3. Zonder vaste medewerker haken vrijwilligers af. Zoals gezegd bij vraag 1 sloot Diest vroeger.
De steden vragen een gedeelde verzekering. Die komt in de handleiding van de Ovam.
Wanneer de begroting het toelaat, volgen er vijf nieuwe punten.
Einde bericht §§
"""

SOURCE = Source.of_text(RAW, name="herstelpunten.txt")


def span(text: str) -> Span:
    """Where a stretch stands in the raw text."""
    start = RAW.index(text)
    return Span(source=SOURCE.id, start=start, end=start + len(text))


def unsure(of: str, confidence: float) -> tuple[Evidence, ...]:
    return (Evidence(of=of, rule="test.rule", confidence=confidence),)


def asked(identifier: str, text: str, **more: object) -> SubQuestion:
    return SubQuestion(id=identifier, passage=Passage(text=text), **more)  # type: ignore[arg-type]


def prose(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(text=text) for text in texts)


LIEVE_MAES = Addressee(person=Person(name="Lieve Maes"), number=412)
TOM_DE_BACKER = Addressee(person=Person(name="Tom De Backer"), number=88)
OVAM = Party(
    name="Openbare Vlaamse Afvalstoffenmaatschappij", kind=PartyKind.AGENCY, identifier="Ovam"
)
INTERCOMMUNALES = Party(name="de afvalintercommunales", kind=PartyKind.GROUP)
CITIES = Party(name="de steden", kind=PartyKind.LOCAL_AUTHORITY)

QUESTION = ParliamentaryQuestion(
    title="Herstelpunten - Proefprojecten in drie steden",
    author=Person(name="Sofie Verlinden"),
    asked_on=date(2023, 4, 3),
    addressees=(LIEVE_MAES, TOM_DE_BACKER),
    context=prose(
        "Een kapotte broodrooster belandt nog te vaak bij het restafval. Vrijwilligers die "
        "toestellen herstellen, vinden moeilijk een vaste plek en een verzekering.",
        "De vorige minister trok in 2021 een bedrag uit voor herstelpunten in drie steden.",
    ),
    items=(
        QuestionItem(
            number=1,
            sub_questions=(
                asked("1.1", "Waar openden de herstelpunten?"),
                asked("1.2", "Hoeveel toestellen werden er hersteld?"),
            ),
        ),
        QuestionItem(
            number=2,
            sub_questions=(
                asked("2.1", "Blijven ze open na 2023?"),
                asked(
                    "2.2",
                    "Zo ja, wie betaalt de huur?",
                    condition=Condition(cue="Zo ja", kind=ConditionKind.IF_YES, on="2.1"),
                ),
            ),
        ),
        QuestionItem(
            number=3,
            sub_questions=(
                asked(
                    "3.1",
                    "Wat leerden de steden over de samenwerking met de kringloopwinkels?",
                ),
            ),
        ),
        QuestionItem(
            number=4,
            sub_questions=(
                asked("4.1", "Graag een overzicht van de klachten per stad.", form=Form.REQUEST),
            ),
        ),
    ),
)

ANSWER = CoordinatedAnswer(
    respondent=Minister(
        person=Person(name="Lieve Maes"),
        offices=(Office(title="Vlaams minister van Omgeving en Materialen"),),
    ),
    replies_to=QuestionReference(
        number=412, date=date(2023, 4, 3), author=Person(name="Sofie Verlinden")
    ),
    on_behalf_of=(TOM_DE_BACKER,),
    items=(
        AnswerItem(
            label="1-2.",
            answers=(ItemReference(number=1), ItemReference(number=2)),
            passages=(
                *prose(
                    "De herstelpunten gingen open in Geel, Aalst en Diest, samen met de "
                    "afvalintercommunales.",
                    "Tot eind 2022 werden er 5.310 toestellen binnengebracht, waarvan 3.870 "
                    "werden hersteld.",
                ),
                Passage(text="Geel: 1.240 toestellen", kind=PassageKind.LIST_ITEM),
                Passage(text="Aalst: 2.630 toestellen", kind=PassageKind.LIST_ITEM),
                *prose("In Diest stopte de werking toen het pand verkocht werd."),
            ),
        ),
        AnswerItem(
            label="3.",
            answers=(ItemReference(number=3),),
            passages=prose(
                "Zonder vaste medewerker haken vrijwilligers af. Zoals gezegd bij vraag 1 sloot "
                "Diest vroeger.",
                "De steden vragen een gedeelde verzekering. Die komt in de handleiding van de "
                "Ovam.",
                "Wanneer de begroting het toelaat, volgen er vijf nieuwe punten.",
            ),
            cross_references=(CrossReference(target=ItemReference(number=1)),),
        ),
    ),
    evidence=unsure("on_behalf_of", 0.7),
)

DOSSIER = Dossier(
    question=QUESTION,
    answers=(ANSWER,),
    programmes=(
        Programme(
            id="g1",
            name="Herstelpunten",
            partners=(OVAM,),
            funding=Budget(amount=Decimal(300000), period=Period.from_edtf("2021/2021")),
            period=Period.from_edtf("2021/.."),
            one_off=True,
        ),
    ),
    pilots=(
        Pilot(
            id="p1",
            programme="g1",
            municipalities=(Municipality(name="Geel", nis="13008"),),
            partners=(INTERCOMMUNALES,),
            period=Period.from_edtf("/2022-36"),
            status=PilotStatus.ENDED,
            one_off=True,
            budget=Budget(amount=Decimal("87500.50")),
            evidence=unsure("period", 0.5),
        ),
        Pilot(
            id="p2",
            programme="g1",
            municipalities=(
                Municipality(name="Aalst", nis="41002"),
                Municipality(name="Lede"),
            ),
            status=PilotStatus.EXTENDED,
            status_on=date(2023, 5, 2),
        ),
        Pilot(
            id="p3",
            programme="g1",
            municipalities=(Municipality(name="Diest", nis="24020"),),
            period=Period.from_edtf("2021-09/[2022-05..2022-08]"),
            status=PilotStatus.STOPPED,
            evidence=unsure("status", 0.7),
        ),
    ),
    outcomes=(
        Outcome(
            id="o1",
            passage=Passage(text="3.870 toestellen werden hersteld"),
            concerns=("g1",),
        ),
    ),
    recommendations=(
        Recommendation(
            id="r1",
            kind=RecommendationKind.LESSON,
            passage=Passage(text="Zonder vaste medewerker haken vrijwilligers af."),
            addressed_to=(CITIES,),
            target_groups=(Party(name="vrijwilligers", kind=PartyKind.GROUP),),
        ),
        Recommendation(
            id="r2",
            kind=RecommendationKind.NEED,
            passage=Passage(text="De steden vragen een gedeelde verzekering."),
            concerns=("p1", "p2"),
            evidence=unsure("", 0.3),
        ),
    ),
    follow_ups=(
        FollowUp(
            id="f1",
            destination=Destination.GUIDE,
            status=FollowUpStatus.PLANNED,
            passage=Passage(text="Die komt in de handleiding van de Ovam."),
            by=(OVAM,),
            instruments=("handleiding Herstelpunten",),
            scope=Scope.LISTED,
            concerns=("r2",),
            evidence=unsure("scope", 0.7),
        ),
        FollowUp(
            id="f2",
            destination=Destination.NEW_PILOTS,
            status=FollowUpStatus.UNDER_STUDY,
            passage=Passage(text="Wanneer de begroting het toelaat, volgen er vijf nieuwe punten."),
            condition="Wanneer de begroting het toelaat",
        ),
    ),
    sources=(SOURCE,),
)

READING = Reading(
    dossier=DOSSIER,
    regions=(Region(kind=RegionKind.UNPARSED, span=span("Einde bericht §§\n")),),
    issues=(
        Issue(
            code="answer.items-missing",
            message="item 4 is not answered under a label of its own",
            severity=Severity.WARNING,
            spans=(span("4. Graag een overzicht"),),
        ),
        Issue(
            code="header.missing",
            message="the header block is missing; author and date come from the answer",
            severity=Severity.INFO,
        ),
    ),
    corrections=(
        Correction(
            kind=CorrectionKind.LINE_BREAK,
            span=Span(
                source=SOURCE.id,
                start=RAW.index("\nherstellen"),
                end=RAW.index("\nherstellen") + 1,
            ),
            replacement=" ",
            rule="line.join",
        ),
        Correction(
            kind=CorrectionKind.HYPHEN,
            span=span("samen-\nwerking"),
            replacement="samenwerking",
            rule="hyphen.drop",
        ),
        Correction(
            kind=CorrectionKind.CASE,
            span=span("LIEVE MAES"),
            replacement="Lieve Maes",
            rule="case.name",
        ),
    ),
)


@pytest.fixture
def reading() -> Reading:
    return READING


@pytest.fixture
def dossier() -> Dossier:
    return DOSSIER


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the terminal is in which the tests run, what is shown is the same."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


class Terminal:
    """Runs the command line as a user does, without a process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def run(self, *arguments: str, stdin: bytes | None = None, columns: int = 100) -> Result:
        from inburgering_model.cli.program import program  # noqa: PLC0415 - needs the extra

        runner = CliRunner(catch_exceptions=False)
        return runner.invoke(program, arguments, input=stdin, env={"COLUMNS": str(columns)})

    def reads(self, outcome: Reading | BaseException) -> list[object]:
        """Let reading any text come out like this; the list holds what was read."""
        given: list[object] = []

        def read(source: object) -> Reading:
            given.append(source)
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        self._monkeypatch.setitem(vars(im), "read", read)
        return given


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(monkeypatch)
