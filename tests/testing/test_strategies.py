"""The strategies: what they make is valid, natural, and of every shape of the genre."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.parsing.language.labels import read_label
from inburgering_model.testing._prose import filled, frames, names, topics
from inburgering_model.testing.strategies import entities, published_dossiers

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from inburgering_model.testing._prose import Topic

UNTIL_FOUND = settings(max_examples=4000, database=None, phases=[Phase.generate])


@settings(max_examples=25, deadline=None)
@given(published_dossiers())
def test_a_published_dossier_has_no_problem_that_is_an_error(dossier: im.Dossier) -> None:
    errors = [p for p in im.validate(dossier) if p.severity is im.Severity.ERROR]
    assert errors == []


SHAPES: dict[str, Callable[[im.Dossier], bool]] = {
    "nobody answered yet": lambda d: not d.answers,
    "nine ministers": lambda d: len(d.question.addressees) == 9,
    "a coordinated answer": lambda d: isinstance(d.answers[0], im.CoordinatedAnswer),
    "a referring answer": lambda d: isinstance(d.answers[0], im.ReferringAnswer),
    "a supplementary answer": lambda d: d.answers[-1].stage is im.Stage.SUPPLEMENTARY,
    "no number": lambda d: d.question.items[0].number is None,
    "letters": lambda d: any(item.letter for item in d.question.items),
    "a number printed twice": lambda d: any(item.occurrence == 2 for item in d.question.items),
    "a condition": lambda d: any(sub.condition for sub in d.question.sub_questions),
    "a range": lambda d: any("-" in (i.label or "") for a in d.answers for i in a.items),
    "a cross reference": lambda d: any(i.cross_references for a in d.answers for i in a.items),
    "an annex": lambda d: any(answer.annexes for answer in d.answers),
    "pilots": lambda d: len(d.pilots) > 1,
    "a follow-up": lambda d: bool(d.follow_ups),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_the_genre_comes_up(shape: str) -> None:
    def has_shape(dossier: im.Dossier) -> bool:
        try:
            return SHAPES[shape](dossier)
        except IndexError:
            return False

    find(published_dossiers(), has_shape, settings=UNTIL_FOUND)


@settings(max_examples=50, deadline=None)
@given(published_dossiers(lists=False, pilots=False))
def test_lists_and_pilots_can_be_left_out(dossier: im.Dossier) -> None:
    passages = [p for a in dossier.answers for item in a.items for p in item.passages]
    assert all(passage.kind is im.PassageKind.PROSE for passage in passages)
    assert not dossier.pilots
    assert not dossier.follow_ups


@pytest.mark.parametrize(
    "kind",
    [
        "context",
        "question",
        "yes_no",
        "request",
        "if_yes",
        "if_no",
        "if",
        "answer",
        "opening",
        "follow_up",
    ],
)
def test_there_are_several_frames_of_a_kind(kind: str) -> None:
    assert len({frame.text for frame in frames(kind)}) > 1


@given(st.sampled_from(topics()), st.randoms(use_true_random=False))
def test_every_slot_of_a_frame_can_be_filled(topic: Topic, random: Random) -> None:
    given_slots = {"target": 2, "minister": "Jan Peeters", "colleague": 3, "asked": "1 mei 2020"}
    for kind in ("context", "question", "answer", "referral", "delegates", "leans", "pilot"):
        for frame in frames(kind):
            sentence = filled(frame, topic, random, given_slots)
            assert "{" not in sentence
            assert read_label(sentence) is None


def test_names_have_every_particle() -> None:
    particles = {word.lower() for name in names("family") for word in name.split()[:-1]}
    assert {"van", "den", "der", "de", "'t", "in", "op", "uit", "ter", "ten", "het"} <= particles


@settings(max_examples=25, deadline=None)
@given(entities(im.Answer))
def test_an_answer_is_of_one_of_the_three_kinds(answer: im.Answer) -> None:
    assert answer.kind in {"ordinary", "coordinated", "referring"}


def test_without_hypothesis_the_extra_is_named() -> None:
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import inburgering_model.testing, inburgering_model.testing.artefacts\n"
        "try:\n"
        "    import inburgering_model.testing.strategies\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "pip install 'inburgering-model[testing]'" in done.stdout


class Foreign(NamedTuple):
    number: int


FIRST = Foreign(1)


@attrs.frozen(kw_only=True)
class Own(im.Person):
    _hidden: int = 0
    other: int = attrs.field(default=1, alias="another", validator=attrs.validators.gt(0))
    foreign: Foreign = FIRST
    inner: "tuple[Own, ...]" = ()


@attrs.frozen(kw_only=True)
class OwnDate(im.PartialDate):
    """Nothing new."""


@attrs.frozen(kw_only=True)
class OwnPeriod(im.Period):
    note: str | None = None


@pytest.mark.parametrize("cls", [Own, OwnDate, OwnPeriod])
def test_classes_that_are_derived_from_ours_are_drawn_too(cls: Any) -> None:
    @settings(max_examples=10, deadline=None, database=None)
    @given(entities(cls))
    def check(entity: Any) -> None:
        assert type(entity) is cls

    check()


def test_only_classes_of_entities_are_drawn() -> None:
    with pytest.raises(TypeError, match="expected a class of entities"):
        entities(str)  # type: ignore[type-var] # what is tested
