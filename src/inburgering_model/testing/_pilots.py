"""Random pilots and follow-ups: what an answer tells of them, and what is to be read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import strategies as st

from inburgering_model.model.outcome import Destination, FollowUp, FollowUpStatus
from inburgering_model.model.passage import Passage
from inburgering_model.model.pilot import Municipality, Pilot, PilotStatus
from inburgering_model.reference import municipalities
from inburgering_model.testing._drawing import Drawing, prose
from inburgering_model.testing._prose import frames, names

if TYPE_CHECKING:
    from inburgering_model.model.answer import Answer

__all__ = ["Told", "draw_told", "telling"]

_MOST_PILOTS = 3


@frozen
class Told:
    """A paragraph, and the pilots and follow-ups that it tells of."""

    passage: Passage
    pilots: tuple[Pilot, ...]
    follow_ups: tuple[FollowUp, ...]


def draw_told(drawing: Drawing) -> Told:
    """Pilots in some municipalities, and what was done with what they taught."""
    places = drawing.draw(
        st.lists(st.sampled_from(names("place")), min_size=1, max_size=_MOST_PILOTS, unique=True)
    )
    said: list[str] = []
    pilots: list[Pilot] = []
    for number, place in enumerate(places, 1):
        frame = drawing.frame("pilot")
        said.append(drawing.fill(frame, place=place))
        known = municipalities.find(place)
        where = Municipality(name=place, nis=known.nis if known else None)
        status = PilotStatus(frame.says)
        pilots.append(Pilot(id=f"p{number}", municipalities=(where,), status=status))
    told = drawing.draw(st.lists(st.sampled_from(frames("follow_up")), max_size=2, unique=True))
    follow_ups: list[FollowUp] = []
    for number, frame in enumerate(told, 1):
        said.append(frame.text)
        destination, status_word = frame.says.split()
        follow_ups.append(
            FollowUp(
                id=f"f{number}",
                destination=Destination(destination),
                status=FollowUpStatus(status_word),
                passage=Passage(text=frame.text),
            )
        )
    return Told(prose(said), tuple(pilots), tuple(follow_ups))


def telling(answer: Answer, told: Told) -> Answer:
    """An answer whose last item ends with what is told."""
    *before, last = answer.items
    item = evolve(last, passages=(*last.passages, told.passage))
    return evolve(answer, items=(*before, item))
