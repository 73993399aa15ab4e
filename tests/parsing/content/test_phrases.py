"""The notation of patterns, one rule at a time."""

from __future__ import annotations

import pytest

from inburgering_model.parsing.content.phrases import Match, Vocabulary, phrases_of

CLASSES = [("pilot", "proeftuin|*proefproject|living lab"), ("when", "nu|van start")]


def _find(pattern: str, text: str) -> Match | None:
    vocabulary = Vocabulary(CLASSES)
    (phrase,) = phrases_of(pattern, vocabulary)
    atoms = vocabulary.atoms(text.split())
    return phrase.find(atoms, 0, len(atoms))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("is|zijn", "ze zijn hier"),
        ("werd (ook) geleerd", "er werd geleerd"),
        ("werd (ook) geleerd", "er werd ook geleerd"),
        ("reken*", "het rekenmodel"),
        ("*handleiding", "de projecthandleiding"),
        ("{pilot}", "het taalproefproject"),
        ("is … gebleken", "is na lang zoeken gebleken"),
        ("is …2 gebleken", "is toch wel gebleken"),
        ("^ de nood", "de nood is groot"),
        ("leidt … op $", "leidt op maandag mensen op"),
    ],
)
def test_a_pattern_is_found(pattern: str, text: str) -> None:
    assert _find(pattern, text) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("is|zijn", "was hier"),
        ("werd (ook) geleerd", "werd niet geleerd"),
        ("reken*", "berekening"),
        ("is …2 gebleken", "is na heel lang zoeken gebleken"),
        ("^ de nood", "want de nood is groot"),
        ("leidt … op $", "leidt op maandag mensen"),
        ("gebleken dat", "dat is gebleken"),
        ("opgenomen in <…>", "het werd opgenomen in"),
        ("leverden <…> op", "ze leverden op"),
    ],
)
def test_a_pattern_is_not_found(pattern: str, text: str) -> None:
    assert _find(pattern, text) is None


def test_the_zone_holds_the_words_that_are_wanted() -> None:
    found = _find("leverden <…> op", "ze leverden nieuwe inzichten op")
    assert found is not None
    assert found.zone == (2, 4)


def test_a_zone_at_the_tail_runs_to_the_end() -> None:
    found = _find("opgenomen in <…>", "het werd opgenomen in het reguliere aanbod")
    assert found is not None
    assert found.zone == (4, 7)


def test_after_a_gap_that_is_too_wide_a_later_beginning_is_tried() -> None:
    found = _find("is …1 gebleken", "is het zo dat is ook gebleken")
    assert found == Match(4, 7, None)


def test_an_idiom_counts_as_its_class_at_its_last_word() -> None:
    found = _find("{when}", "het ging van start")
    assert found == Match(3, 4, None)


def test_a_term_of_several_words_counts_as_one_word() -> None:
    vocabulary = Vocabulary(CLASSES)
    assert vocabulary.terms_in(["het", "living", "lab", "loopt"]) == [(1, 3)]


def test_a_pattern_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a word"):
        phrases_of("… <…>", Vocabulary(()))
