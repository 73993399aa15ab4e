from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.errors import FieldValueError
from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.provenance import Span
from inburgering_model.parsing.text.passages import slice_passage

SOURCE = "s0123abcd"


def _span(start: int, end: int) -> Span:
    return Span(source=SOURCE, start=start, end=end)


@st.composite
def _passages(draw: st.DrawFn) -> Passage:
    """Verbatim pieces, replacements that shrink or grow, and characters that were dropped."""
    pieces: list[tuple[Span, int]] = []
    position = 0
    for _ in range(draw(st.integers(1, 5))):
        position += draw(st.integers(0, 2))
        raw = draw(st.integers(1, 4))
        kept = draw(st.sampled_from([raw, raw, raw - 1, 0, 3 if raw == 1 else raw]))
        pieces.append((_span(position, position + raw), kept))
        position += raw
    pieces.append((_span(position, position + 1), 1))
    length = sum(kept for _, kept in pieces)
    return Passage(text="abcdefghijklmnopqrstuvwxyz"[:length], pieces=tuple(pieces))


@given(_passages(), st.data())
def test_a_part_locates_what_the_whole_locates(whole: Passage, data: st.DataObject) -> None:
    length = len(whole.text)
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    part = slice_passage(whole, start, end)
    assert part.text == whole.text[start:end]
    first = data.draw(st.integers(0, end - start - 1))
    last = data.draw(st.integers(first + 1, end - start))
    assert part.locate(first, last) == whole.locate(start + first, start + last)


@given(_passages())
def test_parts_cut_side_by_side_join_to_the_text(whole: Passage) -> None:
    cuts = [0, *range(1, len(whole.text), 3), len(whole.text)]
    parts = [slice_passage(whole, a, b).text for a, b in pairwise(sorted(set(cuts)))]
    assert "".join(parts) == whole.text


def test_a_cut_through_a_replacement_keeps_its_whole_raw_span() -> None:
    # five raw characters became four
    whole = Passage(
        text="het AgII.", pieces=((_span(0, 4), 4), (_span(4, 9), 4), (_span(9, 10), 1))
    )
    assert slice_passage(whole, 6, 8).spans == (_span(4, 9),)


def test_a_cut_that_is_by_accident_as_long_as_its_raw_span_stays_a_replacement() -> None:
    whole = Passage(text="enz. dus", pieces=((_span(0, 2), 4), (_span(2, 6), 4)))
    part = slice_passage(whole, 1, 3)
    assert part.text == "nz"
    assert part.locate(0, 1) == part.locate(0, 2) == (_span(0, 2),)


def test_what_was_dropped_inside_stays_and_what_was_dropped_at_the_edge_goes() -> None:
    whole = Passage(text="abcd", pieces=((_span(0, 2), 2), (_span(2, 3), 0), (_span(3, 5), 2)))
    assert slice_passage(whole, 1, 3).spans == (_span(1, 4),)
    assert slice_passage(whole, 0, 2).spans == (_span(0, 2),)
    assert slice_passage(whole, 2, 4).spans == (_span(3, 5),)


def test_a_part_keeps_the_kind_and_a_passage_written_by_hand_has_no_pieces() -> None:
    part = slice_passage(Passage(text="Ja. Nee.", kind=PassageKind.LIST_ITEM), 4, 8)
    assert part == Passage(text="Nee.", kind=PassageKind.LIST_ITEM)
    assert part.pieces == ()


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 9)])
def test_a_part_outside_the_text_or_empty_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        slice_passage(Passage(text="Ja. Nee."), start, end)


def test_a_part_of_white_space_is_no_passage() -> None:
    with pytest.raises(FieldValueError):
        slice_passage(Passage(text="Ja. Nee."), 3, 4)
