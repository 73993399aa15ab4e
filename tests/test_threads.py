"""Threads that all come first: nothing that is made on first use depends on who makes it.

Each program runs in a new interpreter, where nothing is loaded and nothing cached. Its threads wait
for one another, start together, and are made to take turns as often as Python can.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAD = """
import sys
from threading import Barrier, Thread

sys.setswitchinterval(1e-6)
THREADS = 8

def together(action):
    '''What each thread got, or the error that it met.'''
    barrier, found = Barrier(THREADS), [None] * THREADS

    def run(index):
        barrier.wait()
        try:
            found[index] = action(index)
        except BaseException as error:
            found[index] = error

    threads = [Thread(target=run, args=(index,)) for index in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    errors = [one for one in found if isinstance(one, BaseException)]
    assert not errors, errors
    return found

import inburgering_model as im
"""
PROGRAMS = {
    "a name of the package": """
found = together(lambda index: im.parse)
assert all(one is found[0] for one in found)
""",
    "every name, each thread from another end": """
names = im.__all__
found = together(lambda index: [getattr(im, n) for n in names[index * 9:] + names[:index * 9]])
assert all(set(map(id, one)) == set(map(id, found[0])) for one in found)
""",
    "names of several floors": """
names = ["parse", "loads", "validate", "coverage", "Dossier", "to_published", "example", "merge"]
together(lambda index: getattr(im, names[index]))
assert all(callable(getattr(im, name)) for name in names)
""",
    "an entity": """
made = together(lambda index: im.Pilot(
    id="p1",
    municipalities=(im.Municipality(name="Dilbeek", nis="23016"),),
    period=im.Period.from_edtf("2017/2018-36"),
))
assert all(one == made[0] and hash(one) == hash(made[0]) for one in made)
assert len({repr(one) for one in made}) == 1
""",
    "an entity that is refused": """
def refused(index):
    try:
        im.Municipality(name="Dilbeek", nis="2301")
    except im.FieldValueError as error:
        return str(error)
found = together(refused)
assert set(found) == {"Municipality.nis: expected a NIS code of five digits, got '2301'"}, found
""",
    "a text to read": """
from inburgering_model.testing import example_text
text = example_text()
found = together(lambda index: im.parse(text))
again = im.parse(text)
assert all(im.to_dict(one) == im.to_dict(again) for one in found)
""",
    "the example": """
found = together(lambda index: im.example())
assert all(one == found[0] for one in found)
""",
    "a dossier to validate": """
from inburgering_model.testing import make_dossier
dossier = make_dossier(items=5, addressees=3, pilots=2)
found = together(lambda index: im.validate(dossier))
assert all(one == found[0] == im.validate(dossier) for one in found)
""",
    "a dossier to judge": """
from inburgering_model.testing import make_dossier
dossier = make_dossier(items=5, addressees=3, pilots=2)
found = together(lambda index: (
    im.align(dossier), im.coverage(dossier), im.answer_term(dossier), im.to_published(dossier)
))
assert all(one == found[0] for one in found)
""",
    "documents": """
from inburgering_model.testing import make_dossier
dossier = make_dossier(items=5, addressees=3, pilots=2)
found = together(lambda index: im.loads(im.dumps(dossier)))
assert all(one == dossier for one in found)
""",
}


@pytest.mark.parametrize("what", PROGRAMS)
def test_threads_that_are_the_first_to_ask_for_it_get_the_same(what: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-c", HEAD + PROGRAMS[what]],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
