"""Reading takes time in proportion to the text, whatever is in it.

The same hostile text is read at two lengths; a quadratic step would take sixteen times as long for
four times the text. The best of several runs is taken, and nothing is measured in seconds.
"""

import gc
from contextlib import suppress
from time import perf_counter

import pytest

import inburgering_model as im

HEAD = "Bushaltes\n\n1. Hoeveel haltes zijn er?\n\n"
ANSWER = "AN MAES\nVLAAMS MINISTER VAN WONEN\n\nANTWOORD\nop vraag nr. 1 van 7 juli 2009\n\n1. "
HOSTILE = {
    "digits": "1",
    "lines of digits": "1\n",
    "labels": "1. ",
    "lines of labels": "1. x\n",
    "letters": "a) x\n",
    "hyphens": "-",
    "hyphens at line ends": "a-\n",
    "brackets": "(",
    "capitals": "A",
    "words in capitals": "AB ",
    "letter-spaced capitals": "A ",
    "spaces": " ",
    "empty lines": "\n",
    "question marks": "?",
    "questions": "x?\n",
    "apostrophes": "D'",
    "ministers": "Jan Peeters (1), ",
    "captions": "ANTWOORD\n",
    "heads": "op vraag nr. 1 van 1 januari 2020\n",
    "references": "zie vraag 1 ",
    "lists of references": "vraag 1, 2, ",
    "sentences that list ministers": "Deze vraag werd gesteld aan de ministers ",
    "dates": "tot eind 2018 ",
    "amounts": "50.000 euro ",
    "pilots": "In Gent loopt een proefproject. ",
    "soft hyphens": "\u00ad",
    "combining marks": "e\u0301",
    "rows": "Gent   12   13\n",
    "bullets": "- punt\n",
    "pages": "x\f",
    "full stops": ".",
    "quotes": "“",
}
LENGTH, TIMES = 3_000, 4
QUADRATIC = 12


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        gc.collect()
        start = perf_counter()
        with suppress(im.ParseError):
            im.parse(text)
        best = min(best, perf_counter() - start)
    return best


@pytest.mark.parametrize("before", ["", HEAD, HEAD + ANSWER], ids=["alone", "asked", "answered"])
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_takes_nowhere_near_sixteen_times_the_time(
    unit: str, before: str
) -> None:
    short = before + unit * (LENGTH // len(unit))
    long = before + unit * (TIMES * LENGTH // len(unit))
    # A busy machine can spoil one comparison, a quadratic step spoils them all.
    assert any(seconds(long) < QUADRATIC * seconds(short) for _ in range(4))
