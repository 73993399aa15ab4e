"""Where a text is broken at its margin: of any width, and with a few lines that are not wrapped."""

from __future__ import annotations

from textwrap import wrap

import pytest

import inburgering_model as im

PROSE = (
    "De vzw Welzijn werkt met de Vlaamse Gemeenschapscommissie en de stad Brussel aan een loket in "
    "Sint-Gillis-Waas en de gemeenten Antwerpen, Gent en Mechelen. De Vlaamse Regering keurde dat "
    "goed op voorstel van minister Claes en de Vlaamse Ouderenraad, met de Koning "
    "Boudewijnstichting uit Brussel. De gemeenten Aalst, Ninove en Zottegem sluiten zich daarbij "
    "aan."
)
ADDRESS = "https://www.vlaanderen.be/" + "x" * 124
UNWRAPPED = (
    "Dit ene stuk tekst is nooit afgebroken, want het werd uit een brief van de dienst geplakt, en "
    "daar staat het op een enkele regel die verder loopt dan alle andere regels van de vraag, hoe "
    "breed het blad ook is."
)


def context(*parts: str) -> list[str]:
    body = "\n\n".join(parts)
    text = f"Loketten - Stand van zaken\n\n{body}\n\n1. Hoeveel loketten zijn er?"
    question = im.parse(text).dossier.question
    assert question is not None
    return [passage.text for passage in question.context]


def wrapped(width: int) -> str:
    return "\n".join(wrap(PROSE, width))


@pytest.mark.parametrize("width", [32, 36, 60, 80, 110, 130])
@pytest.mark.parametrize("long", [ADDRESS, UNWRAPPED])
def test_one_long_line_does_not_hide_the_margin_of_the_others(width: int, long: str) -> None:
    assert context(wrapped(width), long, wrapped(width)) == [PROSE, long, PROSE]


@pytest.mark.parametrize("width", [32, 80, 140, 165])
def test_a_text_may_be_wrapped_at_any_width(width: int) -> None:
    assert context(wrapped(width), wrapped(width)) == [PROSE, PROSE]


def test_a_text_that_is_not_wrapped_has_a_paragraph_on_each_line() -> None:
    assert context(f"{PROSE}\n{UNWRAPPED}\nKort en goed.\n{PROSE}") == [
        PROSE,
        UNWRAPPED,
        "Kort en goed.",
        PROSE,
    ]


@pytest.mark.parametrize("cut", ["Gillis-|Waas", "de |Vlaamse Regering", "Antwerpen, |Gent"])
def test_a_line_that_is_open_at_its_end_goes_on_though_nothing_is_wrapped(cut: str) -> None:
    before, after = cut.split("|")
    printed = PROSE.replace(before + after, f"{before.rstrip()}\n{after}", 1)
    printed = printed.replace(before + after, f"{before.rstrip()}\n{after}", 1)
    assert context(printed, UNWRAPPED) == [PROSE, UNWRAPPED]
