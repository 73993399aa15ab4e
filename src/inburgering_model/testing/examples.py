"""A ready example: a written question, its coordinated answer, and what is read from them.

The document is invented. Its layout, offices and places are those of the genre; its people, its
sentences and what they tell are not, so that it can be printed, changed and passed on freely.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from inburgering_model.parsing.parse import parse

if TYPE_CHECKING:
    from inburgering_model.model.reading import Reading

__all__ = ["example", "example_text"]

_NAME = "voorbeeld.txt"


def example_text() -> str:
    """The example as it would be published: what :func:`~inburgering_model.example` reads.

    >>> example_text().splitlines()[0]
    'SCHRIFTELIJKE VRAAG'
    """
    return files("inburgering_model.testing").joinpath("data", _NAME).read_text("utf-8")


@cache
def example() -> Reading:
    """A reading to try things on: three pilots, a question put to two ministers, one answer.

    :func:`~inburgering_model.parse` reads it from
    :func:`~inburgering_model.testing.example_text` once a process: entities cannot be changed, so
    that everybody can share it.

    >>> dossier = example().dossier
    >>> dossier.citation
    'SV nr. 112 (2019-2020)'
    >>> [pilot.municipalities[0].name for pilot in dossier.pilots]
    ['Sint-Pieters-Leeuw', 'Dilbeek', 'Vilvoorde']
    """
    return parse(example_text(), name=_NAME)
