"""A reading as a person sees it: golden files, and what must hold at any width."""

from __future__ import annotations

import io
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from rich.cells import cell_len

from inburgering_model import (
    Addressee,
    AnswerItem,
    Budget,
    Correction,
    CorrectionKind,
    Destination,
    Dossier,
    Evidence,
    FieldError,
    FollowUp,
    FollowUpStatus,
    Issue,
    ItemReference,
    Minister,
    Municipality,
    OrdinaryAnswer,
    ParliamentaryQuestion,
    Party,
    PartyKind,
    Passage,
    PassageKind,
    Person,
    Pilot,
    QuestionItem,
    QuestionReference,
    Reading,
    Recommendation,
    RecommendationKind,
    ReferringAnswer,
    Region,
    RegionKind,
    Severity,
    Source,
    Span,
    Stage,
)
from inburgering_model.cli.layout import render
from inburgering_model.cli.reading import view

GOLDEN = Path(__file__).parent / "golden"
# Set this to write the golden files anew; then read what changed as a reader would.
REWRITE = "REWRITE_GOLDEN_FILES"
# A sequence that sets colours: what rich itself writes to a terminal.
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def shown(
    reading: Reading,
    monkeypatch: pytest.MonkeyPatch,
    *,
    width: int = 100,
    corrections: bool = False,
) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    return render(view(reading, corrections=corrections), io.StringIO())


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [100, 60])
def test_a_reading_looks_like_this(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    text = shown(reading, monkeypatch, width=width, corrections=width == 60)
    golden = GOLDEN / f"reading-{width}.txt"
    if os.environ.get(REWRITE):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1, 20, 24, 30, 60, 79, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal_nor_ends_in_a_space(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    lines = shown(reading, monkeypatch, width=width, corrections=True).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 20)
    assert not [line for line in lines if line.endswith(" ")]


def test_the_narrowest_terminal_loses_no_character(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow, wide = (
        Counter(shown(reading, monkeypatch, width=width, corrections=True)) for width in (20, 79)
    )
    for spacing in " \N{NO-BREAK SPACE}\n─":
        del narrow[spacing], wide[spacing]
    assert narrow == wide


def test_a_narrow_terminal_loses_no_word(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    text = flat(shown(reading, monkeypatch, width=60))
    for item in reading.dossier.answers[0].items:
        for passage in item.passages:
            assert passage.text in text


def test_nothing_is_coloured_when_piped(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in shown(reading, monkeypatch)


class TerminalStream(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TERM", "xterm-256color")
    return render(view(reading, corrections=True), TerminalStream())


def test_colours_change_nothing_but_the_colour(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured = on_terminal(reading, monkeypatch)
    plain = shown(reading, monkeypatch, corrections=True)
    assert COLOUR.search(coloured)
    without = [line.rstrip() for line in COLOUR.sub("", coloured).splitlines()]
    assert without == plain.splitlines()


# What documents may try

HOSTILE = "[bold red]x[/] [link=file:///etc]y[/link] :bomb: \x1b[2J\x1b]0;titel\x07\x9b1A\u202e"


def hostile(value: Any) -> Any:
    """The same with hostile text wherever any text may stand."""
    if value.__class__ is tuple:
        return tuple(map(hostile, value))
    if type(value) is str:
        return f"{value} {HOSTILE}"
    cls = cast("Any", type(value))
    if not attrs.has(cls) or isinstance(value, Span | Source):
        return value
    for field in attrs.fields(cls):
        try:
            changed = {field.name: hostile(getattr(value, field.name))}
            value = attrs.evolve(value, **changed)
        except FieldError:  # a field with a form of its own, such as an id
            continue
    return value


def reading_of(raw: str) -> Reading:
    """A reading with hostile raw text below an issue, a correction, and a stretch not read."""
    source = Source.of_text(raw, name=raw)
    whole = Span(source=source.id, start=0, end=len(raw))
    return Reading(
        dossier=Dossier(question=ParliamentaryQuestion(title=raw), sources=(source,)),
        regions=(Region(kind=RegionKind.UNPARSED, span=whole),),
        issues=(Issue(code="x.y", message=raw, spans=(whole,)),),
        corrections=(
            Correction(kind=CorrectionKind.SPELLING, span=whole, replacement=raw, rule="x.y"),
        ),
    )


@pytest.fixture(params=["all fields", "raw text"])
def hostile_reading(request: pytest.FixtureRequest, reading: Reading) -> Reading:
    if request.param == "raw text":
        return reading_of(HOSTILE)
    changed = hostile(reading)
    assert isinstance(changed, Reading)
    return changed


def test_a_document_cannot_steer_the_terminal(
    hostile_reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = shown(hostile_reading, monkeypatch, corrections=True)
    coloured = COLOUR.sub("", on_terminal(hostile_reading, monkeypatch))
    for text in (piped, coloured):
        controls = {c for c in text if unicodedata.category(c) == "Cc" or c == "\u202e"}
        assert controls == {"\n"}
        assert "␛[2J" in text


def test_a_document_cannot_write_markup(
    hostile_reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = flat(shown(hostile_reading, monkeypatch, width=4000, corrections=True))
    assert "[bold red]x[/] [link=file:///etc]y[/link] :bomb:" in text


# What is said in particular cases


def a_reading(*answers: Any, **question: Any) -> Reading:
    return Reading(dossier=Dossier(question=ParliamentaryQuestion(**question), answers=answers))


ONE_ITEM = (QuestionItem(number=1, passages=(Passage(text="Hoe staat het ermee?"),)),)


def test_hardly_anything_known_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    text = flat(shown(a_reading(), monkeypatch))
    assert "A written question without a number" in text
    assert "Asked by not stated" in text
    assert "There is no answer in this document." in text


def test_an_item_without_sub_questions_shows_its_own_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = flat(shown(a_reading(items=ONE_ITEM), monkeypatch))
    assert "1 Hoe staat het ermee? Not answered." in text


def test_a_referring_answer_says_to_what_and_that_nothing_is_answered_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = ReferringAnswer(refers_to=QuestionReference(number=75))
    text = flat(shown(a_reading(answer, items=ONE_ITEM), monkeypatch))
    assert "Refers to SV nr. 75" in text
    assert "Not answered here" in text


def test_with_several_answers_each_item_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    one = ItemReference(number=1)
    answers = [
        OrdinaryAnswer(
            stage=stage,
            items=(AnswerItem(label="1.", answers=(one,), passages=(Passage(text=text),)),),
        )
        for stage, text in ((Stage.PROVISIONAL, "Dat volgt."), (Stage.FINAL, "Goed."))
    ]
    text = flat(shown(a_reading(*answers, items=ONE_ITEM), monkeypatch, width=60))
    assert "Answer 1 1. Dat volgt. Answer 2 1. Goed." in text
    assert "provisional (voorlopig)" in text


def test_what_answers_no_item_is_shown_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    nine = AnswerItem(
        label="9.", answers=(ItemReference(number=9),), passages=(Passage(text="Neen."),)
    )
    text = flat(shown(a_reading(OrdinaryAnswer(items=(nine,)), items=ONE_ITEM), monkeypatch))
    assert "Answered but never asked: 9." in text
    assert "9. Neen." in text


def test_an_answer_without_a_question_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    loose = AnswerItem(passages=(Passage(text="Er is niets veranderd."),))
    assert "Er is niets veranderd." in shown(a_reading(OrdinaryAnswer(items=(loose,))), monkeypatch)


def test_a_table_keeps_its_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Passage(text="stad     aantal\nGeel         12", kind=PassageKind.TABLE)
    answer = OrdinaryAnswer(items=(AnswerItem(label="1.", passages=(table,)),))
    lines = shown(a_reading(answer, items=ONE_ITEM), monkeypatch).splitlines()
    assert any(line.endswith("Geel         12") for line in lines)


def test_without_the_raw_text_places_are_told_in_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading = reading_of("Iets vreemds.")
    kept = attrs.evolve(reading.dossier.sources[0], text=None)
    left_out = attrs.evolve(reading, dossier=attrs.evolve(reading.dossier, sources=(kept,)))
    text = flat(shown(left_out, monkeypatch, corrections=True))
    assert "characters 0-13: Iets vreemds. [x.y]" in text
    assert "(the text was left out)" in text


@pytest.mark.parametrize(
    ("stretch", "place"),
    [
        ((0, 3), "line 1:"),
        ((3, 4), "line 1:"),  # the line feed itself
        ((4, 8), "line 2:"),
        ((0, 5), "lines 1-2:"),
        ((8, 8), "line 3:"),
    ],
)
def test_places_are_told_in_lines_of_the_raw_text(
    monkeypatch: pytest.MonkeyPatch, stretch: tuple[int, int], place: str
) -> None:
    source = Source.of_text("abc\ndef\nghi")
    span = Span(source=source.id, start=stretch[0], end=stretch[1])
    reading = Reading(
        dossier=Dossier(question=ParliamentaryQuestion(), sources=(source,)),
        issues=(Issue(code="x.y", message="Kijk.", severity=Severity.INFO, spans=(span,)),),
    )
    assert f"note {place} Kijk." in flat(shown(reading, monkeypatch))


# How sure: a value bears one mark, for the least sure of what tells of it


def unsure(of: str, confidence: float) -> Evidence:
    return Evidence(of=of, rule="x.y", confidence=confidence)


LIKELY, PLAUSIBLE = (unsure("", 0.7),), (unsure("", 0.5),)
SERVICE = Party(name="Dienst", kind=PartyKind.SERVICE, evidence=LIKELY)
OTHER = Party(name="Raad", kind=PartyKind.SERVICE)
ANN = Person(name="Ann Peeters", evidence=LIKELY)


def result_of(monkeypatch: pytest.MonkeyPatch, **found: Any) -> str:
    dossier = Dossier(question=ParliamentaryQuestion(), **found)
    return flat(shown(Reading(dossier=dossier), monkeypatch, width=200))


@pytest.mark.parametrize(
    ("of_field", "said"), [(0.9, "likely"), (0.7, "likely"), (0.5, "plausible")]
)
def test_a_party_and_the_field_it_stands_in_have_one_mark(
    monkeypatch: pytest.MonkeyPatch, of_field: float, said: str
) -> None:
    follow_up = FollowUp(
        id="f1",
        destination=Destination.GUIDE,
        status=FollowUpStatus.DONE,
        passage=Passage(text="Klaar."),
        by=(SERVICE,),
        evidence=(unsure("by", of_field),),
    )
    text = result_of(monkeypatch, follow_ups=(follow_up,))
    assert f"Dienst ({said})" in text
    assert text.count("(likely)") + text.count("(plausible)") == 1


def test_who_must_act_and_for_whom_have_one_mark_each(monkeypatch: pytest.MonkeyPatch) -> None:
    recommendation = Recommendation(
        id="r1",
        kind=RecommendationKind.NEED,
        passage=Passage(text="Nodig."),
        addressed_to=(SERVICE, OTHER),
        target_groups=(SERVICE,),
        evidence=(unsure("addressed_to", 0.7), unsure("target_groups", 0.7)),
    )
    text = result_of(monkeypatch, recommendations=(recommendation,))
    assert "Must act Dienst (likely), Raad (likely) For Dienst (likely) Went" in text


@pytest.mark.parametrize(
    ("name", "title"),
    [(None, "p1 Geel (plausible)"), ("Hoek", "p1 Hoek (plausible) Geel (likely)")],
)
def test_a_place_of_a_pilot_has_one_mark(
    monkeypatch: pytest.MonkeyPatch, name: str | None, title: str
) -> None:
    pilot = Pilot(
        id="p1",
        name=name,
        municipalities=(Municipality(name="Geel", evidence=LIKELY),),
        evidence=(unsure("municipalities", 0.7), *PLAUSIBLE),
    )
    text = result_of(monkeypatch, pilots=(pilot,))
    assert f"{title} Status" in text


def test_a_budget_has_one_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    budget = Budget(evidence=LIKELY)
    pilot = Pilot(id="p1", budget=budget, evidence=(unsure("budget", 0.7),))
    assert result_of(monkeypatch, pilots=(pilot,)).count("(likely)") == 1


def test_a_minister_and_the_person_have_one_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    minister = Minister(person=ANN, evidence=PLAUSIBLE)
    answer = OrdinaryAnswer(
        respondent=minister,
        replies_to=QuestionReference(number=7, evidence=LIKELY),
        evidence=(unsure("respondent", 0.7), unsure("replies_to", 0.7)),
    )
    text = flat(shown(a_reading(answer), monkeypatch))
    assert "Ann Peeters (plausible) In reply to SV nr. 7 (likely) Answered on" in text


def test_an_author_and_an_addressee_have_one_mark_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Addressee(person=ANN, number=7, evidence=LIKELY)
    text = flat(
        shown(
            a_reading(
                author=ANN,
                addressees=(asked,),
                evidence=(unsure("author", 0.7), unsure("addressees", 0.7)),
            ),
            monkeypatch,
        )
    )
    assert "Asked by Ann Peeters (likely) Asked on" in text
    assert "Ann Peeters (nr. 7) (likely)" in text
    assert "(likely) (likely)" not in text
