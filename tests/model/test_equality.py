"""Equality and hash of every entity, in this process and from another."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inburgering_model as im
from inburgering_model.model._shape import field_table
from inburgering_model.serialization._entities import ENTITIES
from inburgering_model.testing import assert_same, large_dossier
from tests.strategies import entities

if TYPE_CHECKING:
    from inburgering_model.model._entity import Entity

each_class = pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
some = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
READING = im.example()


@each_class
@some
@given(data=st.data())
def test_equality_goes_both_ways_and_leaves_out_what_is_not_compared(
    cls: type[Entity], data: st.DataObject
) -> None:
    one, other = data.draw(entities(cls)), data.draw(entities(cls))
    assert (one == other) is (other == one) is not (one != other)
    assert len({one, other, copy.deepcopy(one)}) == (1 if one == other else 2)
    if type(one) is not type(other):
        return
    aside = {
        field.name: getattr(other, field.name)
        for field in field_table(type(one))
        if not field.compared and field.name != "pieces"  # which have to cover the text
    }
    changed: Any = attrs.evolve(one, **aside)  # type: ignore[misc] # an entity is an attrs class
    assert changed == one
    assert hash(changed) == hash(one)


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace is of Python 3.13")
@pytest.mark.parametrize("entity", [im.Person(name="A"), READING.dossier.pilots[0]], ids=repr)
def test_copy_replace_checks_as_making_does(entity: Any) -> None:
    if not hasattr(entity, "__replace__"):
        pytest.skip("this attrs does not know copy.replace")
    replace = getattr(copy, "replace")  # noqa: B009 - not known to older Pythons
    assert replace(entity, name="B") == attrs.evolve(entity, name="B")
    with pytest.raises(im.FieldTypeError):
        replace(entity, name=3)


def test_what_another_process_pickled_is_equal_and_has_the_hash_of_here() -> None:
    program = (
        "import pickle, sys, inburgering_model as im\n"
        "from inburgering_model.testing import large_dossier\n"
        "values = im.example(), large_dossier(), {im.Person(name='A'): 1}\n"
        "hash(values[0])\n"
        "sys.stdout.buffer.write(pickle.dumps(values))\n"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "12345"},
    )
    reading, dossier, people = pickle.loads(done.stdout)  # noqa: S301 - our own
    assert_same(reading, READING, everything=True)
    assert hash(reading) == hash(READING)
    assert_same(dossier, large_dossier())  # made there, and made here
    assert people[im.Person(name="A")] == 1


def test_a_class_that_is_derived_is_equal_to_none_of_its_base() -> None:
    class MyPerson(im.Person):
        __slots__ = ()

    mine = MyPerson(name="A")
    assert mine != im.Person(name="A")
    assert copy.copy(mine) == mine
    assert copy.deepcopy(mine) == mine
    assert type(attrs.evolve(mine, name="B")) is MyPerson
