from datetime import date, timedelta

import pytest

from inburgering_model.reference import municipalities
from inburgering_model.reference.municipalities import find, names, records, with_nis

BEFORE_THE_MERGERS = date(2024, 12, 31)
AFTER_THE_MERGERS = date(2025, 1, 1)


def test_the_region_has_308_municipalities_until_2018_then_300_and_285_since_2025() -> None:
    assert sum(record.valid_on(date(2018, 12, 31)) for record in records()) == 308
    assert sum(record.valid_on(date(2019, 1, 1)) for record in records()) == 300
    assert sum(record.valid_on(BEFORE_THE_MERGERS) for record in records()) == 300
    assert sum(record.valid_on(AFTER_THE_MERGERS) for record in records()) == 285


def test_nineteen_are_in_the_vlaamse_rand_and_six_of_these_have_facilities() -> None:
    rand = {record.name for record in records() if record.vlaamse_rand}
    facilities = {record.name for record in records() if record.facilities}
    assert len(rand) == 19
    assert {"Dilbeek", "Sint-Pieters-Leeuw", "Vilvoorde"} <= rand
    assert facilities < rand
    assert len(facilities) == 6


def test_every_nis_code_is_there_once() -> None:
    codes = [record.nis for record in records()]
    assert len(codes) == len(set(codes))
    assert codes == sorted(codes)


def test_a_successor_is_in_use_from_the_day_after() -> None:
    for record in records():
        if record.successor is not None:
            successor = with_nis(record.successor)
            assert successor is not None
            assert record.valid_until is not None
            assert not successor.valid_on(record.valid_until) or successor.name == "Antwerpen"
            assert successor.valid_on(record.valid_until + timedelta(1))


@pytest.mark.parametrize(
    ("former", "later"),
    [
        (("Aalter", "Knesselare"), "Aalter"),
        (("Deinze", "Nevele"), "Deinze"),
        (("Neerpelt", "Overpelt"), "Pelt"),
        (("Meeuwen-Gruitrode", "Opglabbeek"), "Oudsbergen"),
        (("Lovendegem", "Waarschoot", "Zomergem"), "Lievegem"),
        (("Kruishoutem", "Zingem"), "Kruisem"),
        (("Puurs", "Sint-Amands"), "Puurs-Sint-Amands"),
    ],
)
def test_what_merged_in_2019_is_known_before_and_after(former: tuple[str, ...], later: str) -> None:
    merged = [find(name, date(2018, 12, 31)) for name in former]
    successor = find(later, date(2019, 1, 1))
    assert successor is not None
    assert {record and record.successor for record in merged} == {successor.nis}


@pytest.mark.parametrize(
    ("former", "later"),
    [
        (("Beveren", "Kruibeke", "Zwijndrecht"), "Beveren-Kruibeke-Zwijndrecht"),
        (("Lokeren", "Moerbeke"), "Lokeren"),
        (("Merelbeke", "Melle"), "Merelbeke-Melle"),
        (("Nazareth", "De Pinte"), "Nazareth-De Pinte"),
        (("Lochristi", "Wachtebeke"), "Lochristi"),
        (("Tongeren", "Borgloon"), "Tongeren-Borgloon"),
        (("Bilzen", "Hoeselt"), "Bilzen-Hoeselt"),
        (("Tessenderlo", "Ham"), "Tessenderlo-Ham"),
        (("Hasselt", "Kortessem"), "Hasselt"),
        (("Tielt", "Meulebeke"), "Tielt"),
        (("Wingene", "Ruiselede"), "Wingene"),
        (("Galmaarden", "Gooik", "Herne"), "Pajottegem"),
    ],
)
def test_what_merged_in_2025_is_known_before_and_after(former: tuple[str, ...], later: str) -> None:
    merged = [find(name, BEFORE_THE_MERGERS) for name in former]
    successor = find(later, AFTER_THE_MERGERS)
    assert successor is not None
    assert {record and record.successor for record in merged} == {successor.nis}


def test_borsbeek_went_into_antwerpen_which_kept_its_code() -> None:
    borsbeek, antwerpen = find("Borsbeek", BEFORE_THE_MERGERS), find("Antwerpen", AFTER_THE_MERGERS)
    assert borsbeek is not None
    assert antwerpen is not None
    assert borsbeek.successor == antwerpen.nis
    assert antwerpen.valid_on(BEFORE_THE_MERGERS)


@pytest.mark.parametrize("name", ["Tielt", "Wingene", "Lokeren", "Hasselt", "Lochristi"])
def test_a_name_kept_in_a_merger_has_another_code_since_2025(name: str) -> None:
    before, after = find(name, BEFORE_THE_MERGERS), find(name, AFTER_THE_MERGERS)
    assert before is not None
    assert after is not None
    assert before.nis != after.nis
    assert before.successor == after.nis


@pytest.mark.parametrize(
    "written", ["SINT-PIETERS-LEEUW", "Sint Pieters Leeuw", "sint‑pieters‑leeuw"]
)
def test_capitals_and_hyphens_do_not_matter(written: str) -> None:
    record = find(written, None)
    assert record is not None
    assert record.nis == "23077"


def test_without_a_day_the_code_in_use_last_is_found() -> None:
    lokeren, kortessem = find("Lokeren", None), find("Kortessem", None)
    assert lokeren is not None
    assert lokeren.nis == "46029"
    assert kortessem is not None
    assert kortessem.valid_until == BEFORE_THE_MERGERS


def test_a_former_name_is_found_later_and_a_later_name_before() -> None:
    former, later = find("Kortessem", AFTER_THE_MERGERS), find("Pajottegem", date(2019, 12, 20))
    assert former is not None
    assert not former.valid_on(AFTER_THE_MERGERS)
    assert later is not None
    assert not later.valid_on(date(2019, 12, 20))


@pytest.mark.parametrize("name", ["", "Brussel", "Dilbeek-Centrum", "Looz"])
def test_what_is_no_dutch_name_of_a_flemish_municipality_is_not_found(name: str) -> None:
    assert find(name, None) is None


def test_a_nis_code_that_does_not_exist_is_not_found() -> None:
    assert with_nis("99999") is None


def test_names_are_listed_once() -> None:
    assert len(names()) == len(set(names())) == 320
    assert "Hasselt" in names()


def test_the_table_is_read_once() -> None:
    assert municipalities.records() is municipalities.records()
