"""The pytest plugin: fixtures, and what differs when two entities are not equal.

It comes with the package, and no fixture is used by itself. Loading it imports nothing of the model
or the parser; switch it off with ``-p no:inburgering_model``.
"""

from __future__ import annotations

import sys
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

import inburgering_model as im
from inburgering_model import testing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "Publish",
    "inburgering_dossier",
    "inburgering_make",
    "inburgering_publish",
    "inburgering_read",
    "inburgering_reading",
    "inburgering_text",
    "pytest_assertrepr_compare",
]

_ENTITY_MODULE = "inburgering_model.model._entity"


class Publish(Protocol):
    """What the fixture ``inburgering_publish`` gives."""

    def __call__(
        self,
        dossier: im.Dossier | str | None = None,
        name: str = "voorbeeld.txt",
        *,
        artefacts: Iterable[str] = (),
        seed: int = 0,
    ) -> Path:
        """Write a new file, and say where it is."""
        ...


@pytest.fixture(scope="session")
def inburgering_text() -> str:
    """The example as it would be published."""
    return testing.example_text()


@pytest.fixture(scope="session")
def inburgering_reading() -> im.Reading:
    """The reading of the example: three pilots, two ministers, one coordinated answer."""
    return testing.example()


@pytest.fixture(scope="session")
def inburgering_dossier(inburgering_reading: im.Reading) -> im.Dossier:
    """The dossier of the example, with sources and evidence."""
    return inburgering_reading.dossier


@pytest.fixture(scope="session")
def inburgering_make() -> Callable[..., im.Dossier]:
    """A factory of dossiers of any size: ``make(items=3, addressees=2, pilots=1)``."""
    return testing.make_dossier


@pytest.fixture
def inburgering_publish(tmp_path: Path) -> Publish:
    """A writer of published text files into ``tmp_path``; it gives the path of each.

    ``publish(dossier, name)`` writes a dossier, or a text as it is; without either, the example.
    ``artefacts`` spoil it as extraction does (``publish(dossier, artefacts=["hyphenated"])``). A
    name that is taken gets a number (``voorbeeld-2.txt``).
    """

    def publish(
        dossier: im.Dossier | str | None = None,
        name: str = "voorbeeld.txt",
        *,
        artefacts: Iterable[str] = (),
        seed: int = 0,
    ) -> Path:
        # Loaded here: until a file is written nothing of the model is.
        from inburgering_model.testing.artefacts import damaged  # noqa: PLC0415 - see above

        if dossier is None:
            dossier = testing.example_text()
        text = dossier if isinstance(dossier, str) else im.to_published(dossier)
        path = _not_taken(tmp_path / name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(damaged(text, artefacts, seed).encode())
        return path

    return publish


def _not_taken(path: Path) -> Path:
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(candidate for candidate in chain((path,), numbered) if not candidate.exists())


@pytest.fixture(scope="session")
def inburgering_read() -> Callable[[str | Path], im.Reading]:
    """A reader of a text (str) or a file (path), which fails unless every span quotes rightly."""

    def read(published: str | Path) -> im.Reading:
        reading = im.read(published) if isinstance(published, Path) else im.parse(published)
        testing.assert_quotes(reading)
        return reading

    return read


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Tell where two entities differ, when ``assert left == right`` fails."""
    if op != "==" or _ENTITY_MODULE not in sys.modules:
        return None
    # Imported here: loaded by then, or on a failure only.
    from inburgering_model.model._entity import Entity  # noqa: PLC0415 - see above

    if not (isinstance(left, Entity) and isinstance(right, Entity)):
        return None
    from inburgering_model.testing.comparing import shown  # noqa: PLC0415 - see above

    kinds = f"{type(left).__name__} == {type(right).__name__}"
    return [f"{kinds}: they differ", *shown(testing.differing(left, right))]
