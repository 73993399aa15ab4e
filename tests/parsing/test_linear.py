"""Reading takes time in proportion to the text, whatever is in it.

The same hostile text is read at two lengths, alone and inside a document.
"""

from contextlib import suppress

import pytest

import inburgering_model as im
from tests.growth import grows_in_proportion

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
    "days": "1 mei 1990 en ",
    "amounts of years": "de proeftuin kreeg 5 euro in 2018, ",
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
LENGTH = 3_000


@pytest.mark.parametrize("before", ["", HEAD, HEAD + ANSWER], ids=["alone", "asked", "answered"])
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_the_time_grows_with_the_text(unit: str, before: str) -> None:
    def read(text: str) -> None:
        with suppress(im.ParseError):
            im.parse(before + text)

    assert grows_in_proportion(read, unit, LENGTH)
