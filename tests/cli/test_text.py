"""Text from documents, made fit for a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inburgering_model.cli.text import escape_json, one_line, safe_lines, shorten, visible

any_text = st.text(st.characters())  # half surrogate pairs and control characters as well


@pytest.mark.parametrize(
    ("unsafe", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x07", "␇"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_a_sign(unsafe: str, shown: str) -> None:
    assert visible(unsafe) == shown


def test_white_space_of_any_sort_becomes_one_space() -> None:
    assert one_line("  twee\u00a0\n woorden\f") == "twee woorden"


def test_columns_keep_their_lines_and_spaces() -> None:
    assert safe_lines("stad   aantal\r\nGeel\t12\x1b") == "stad   aantal\nGeel    12␛"


def test_a_text_is_cut_before_a_word() -> None:
    assert shorten("alle toestellen van de stad", 20) == "alle toestellen van …"


def test_a_single_word_that_is_too_long_is_cut() -> None:
    assert shorten("a" * 50, 10) == "a" * 9 + " …"


def test_a_text_that_fits_is_not_cut() -> None:
    assert shorten("kort", 4) == "kort"


@given(any_text)
def test_no_control_character_is_left(text: str) -> None:
    for cleaned in (one_line(text), safe_lines(text).replace("\n", "")):
        assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
        cleaned.encode()


@given(any_text, st.sampled_from([None, 2]))
def test_escaped_json_means_the_same_and_holds_nothing_unsafe(
    text: str, indent: int | None
) -> None:
    escaped = escape_json(json.dumps({"tekst": text}, ensure_ascii=False, indent=indent))
    assert json.loads(escaped) == {"tekst": text}
    assert visible(escaped.replace("\n", "")) == escaped.replace("\n", "")
