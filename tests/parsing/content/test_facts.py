"""Period, status, one-off, money and partners: each said of the pilots it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from inburgering_model.model.passage import Passage, PassageKind
from inburgering_model.model.pilot import Pilot, PilotStatus
from inburgering_model.parsing.content.content import Content

Reader = Callable[..., Content]
TWO = "De proefprojecten in Gent en Aalst zijn bekend. "


def _period(pilot: Pilot) -> str | None:
    return None if pilot.period is None else str(pilot.period)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("De projecten liepen tot eind 2018.", "/2018-36"),
        ("De proefprojecten zijn afgelopen in 2018.", "/2018"),
        ("De acties liepen van maart 2019 tot april 2020.", "2019-03/2020-04"),
        ("De projecten startten in september 2020.", "2020-09/"),
        ("De projecten lopen sinds 2019.", "2019/.."),
        ("Alle projecten liepen tijdens het schooljaar 2021-2022.", "2021-09-01/2022-08-31"),
        ("De projecten liepen in de schooljaren 2019-2020 en 2020-2021.", "2019-09-01/2021-08-31"),
        ("De projecten vonden plaats in 2017.", "2017/2017"),
        ("De gemeenten dienden in 2017 een dossier in voor subsidies.", None),
        (
            "De projecten zijn gestart op 1 mei 2019, lopen tot 3 juni 2021.",
            "2019-05-01/2021-06-03",
        ),
        ("De projecten startten in mei 2019 en liepen af in juni 2020.", "2019-05/2020-06"),
    ],
)
def test_a_period_is_read_from_the_word_that_gives_a_date_its_part(
    said: str, period: str | None, read: Reader
) -> None:
    content = read(TWO, said, title="Proefprojecten", asked_on=date(2022, 9, 1))
    assert {_period(pilot) for pilot in content.pilots} == {period}


def test_agreeing_dates_are_narrowed_and_both_are_evidence(read: Reader) -> None:
    content = read(
        TWO + "De acties liepen tot eind 2018.", "De proeftuinen zijn afgelopen in 2018."
    )
    assert {_period(pilot) for pilot in content.pilots} == {"/2018-36"}
    assert [e.of for e in content.pilots[0].evidence].count("period") == 2
    assert content.issues == ()


def test_contradicting_dates_are_an_issue_with_both_places(read: Reader) -> None:
    content = read(
        "Het proefproject in Gent liep af op 30 september 2022.",
        "Het proefproject in Gent eindigde op 31 maart 2022.",
    )
    assert {issue.code for issue in content.issues} == {"pilot.period-contradiction"}
    assert all(len(issue.spans) == 2 for issue in content.issues)
    assert _period(content.pilots[0]) == "/2022-09-30"


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Het werd verlengd tot eind 2024.", "2020-09/2024-36"),
        ("Het werd in 2021 stopgezet.", "2020-09/2021"),
    ],
)
def test_a_prolongation_or_a_stop_changes_the_end_and_is_no_contradiction(
    said: str, period: str, read: Reader
) -> None:
    content = read(f"Het proefproject in Gent liep van september 2020 tot juni 2023. {said}")
    assert (_period(content.pilots[0]), content.issues) == (period, ())


def test_a_sentence_that_names_a_place_is_about_that_pilot_only(read: Reader) -> None:
    gent, aalst = read(
        TWO + "In Gent liep het proefproject tot 2019, in Aalst tot 2021. "
        "In Aalst werd het proefproject stopgezet."
    ).pilots
    assert (_period(gent), _period(aalst)) == ("/2019", "/2021")
    assert aalst.status is PilotStatus.STOPPED
    assert gent.status is not PilotStatus.STOPPED


def test_what_follows_in_the_paragraph_is_about_the_same_pilot(read: Reader) -> None:
    gent, aalst = read(
        TWO, "Het project in Gent liep goed. Het kreeg 50.000 euro.", title="Proefprojecten"
    ).pilots
    assert gent.budget is not None
    assert gent.budget.amount == Decimal(50000)
    assert aalst.budget is None


def test_the_period_of_the_programme_is_not_that_of_its_pilots(read: Reader) -> None:
    content = read(
        'Het programma "Groen" loopt van 2019 tot eind 2024. De pilot in Gent startte in 2020.'
    )
    assert str(content.programmes[0].period) == "2019/2024-36"
    assert _period(content.pilots[0]) == "2020/"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Het proefproject in Gent is afgelopen.", "ended"),
        ("Het proefproject in Gent werd vroegtijdig stopgezet.", "stopped"),
        ("Het proefproject in Gent werd verlengd.", "extended"),
        ("Het proefproject in Gent loopt nog steeds.", "running"),
        ("Het proefproject in Gent is nog niet afgerond.", "running"),
        ("Het proefproject in Gent zal in het najaar starten.", "planned"),
        ("Het proefproject in Gent moet nog beginnen.", "planned"),
        ("Het proefproject in Gent werd niet stopgezet.", "unknown"),
        ("Het proefproject in Gent liep van 2018 tot 2019.", "ended"),
        ("Het proefproject in Gent kreeg veel aandacht.", "unknown"),
    ],
)
def test_a_status_is_read_from_its_frame_or_from_the_period(
    said: str, status: str, read: Reader
) -> None:
    (pilot,) = read(said).pilots
    assert pilot.status == status


def test_a_finished_evaluation_is_no_finished_pilot(read: Reader) -> None:
    content = read(
        "Het proefproject in Gent loopt nog.", "De evaluatie is afgerond.", title="Pilots"
    )
    assert content.pilots[0].status == "running"


def test_a_status_is_dated_by_the_answer_when_its_day_is_known(read: Reader) -> None:
    said = "Het proefproject in Gent is afgelopen."
    assert read(said).pilots[0].status_on is None
    day = date(2022, 4, 1)
    assert read(said, answered_on=day).pilots[0].status_on == day


@pytest.mark.parametrize(
    ("said", "one_off"),
    [
        ("De opzet van de proefprojecten was eenmalig.", True),
        ("Het ging om een eenmalig experiment.", True),
        ("De proefprojecten waren niet eenmalig.", False),
        ("De proefprojecten kregen een eenmalige subsidie.", None),
    ],
)
def test_one_off_is_said_of_the_pilots_and_not_of_their_money(
    said: str,
    one_off: bool | None,  # noqa: FBT001 - a row of the table above, no flag of a caller
    read: Reader,
) -> None:
    content = read(TWO, said, title="Proefprojecten")
    assert {pilot.one_off for pilot in content.pilots} == {one_off}


@pytest.mark.parametrize(
    ("said", "amounts"),
    [
        ("Elk project kreeg 50.000 euro.", ["50000", "50000"]),
        ("Gent ontving 20.000 euro, Aalst 30.000 euro.", ["20000", "30000"]),
        ("De projecten kregen samen 80.000 euro.", [None, None]),
        ("In de begroting is 2 miljoen euro ingeschreven voor de projecten.", [None, None]),
        ("Gent telde 20.000 deelnemers.", [None, None]),
    ],
)
def test_money_goes_to_the_pilots_that_received_it(
    said: str, amounts: list[str | None], read: Reader
) -> None:
    pilots = read(TWO, said, title="Proefprojecten").pilots
    found = [None if p.budget is None else str(p.budget.amount) for p in pilots]
    assert found == amounts


def test_money_for_all_pilots_together_funds_the_programme(read: Reader) -> None:
    content = read(TWO, "De projecten kregen samen 80.000 euro.", title="Proefprojecten")
    funding = content.programmes[0].funding
    assert funding is not None
    assert funding.amount == Decimal(80000)


def test_partners_are_those_with_whom_the_pilots_worked(read: Reader) -> None:
    content = read(
        TWO,
        "De proefprojecten liepen in samenwerking met het Agentschap Integratie en Inburgering.",
        "De resultaten werden bezorgd aan het Agentschap Binnenlands Bestuur.",
    )
    for pilot in content.pilots:
        assert [party.identifier for party in pilot.partners] == ["AgII"]


def test_a_contradiction_with_what_is_said_of_all_pilots_is_an_issue(read: Reader) -> None:
    content = read(
        TWO + "De proeftuinen zijn afgelopen in 2018.", "De proeftuin in Gent liep tot eind 2019."
    )
    gent, aalst = content.pilots
    assert (_period(gent), _period(aalst)) == ("/2019-36", "/2018")
    assert [issue.code for issue in content.issues] == ["pilot.period-contradiction"]


def test_respectively_pairs_places_with_periods_and_amounts(read: Reader) -> None:
    gent, aalst = read(
        TWO + "De proefprojecten in Gent en Aalst liepen respectievelijk tot 2019 en tot 2021. "
        "De proefprojecten in Gent en Aalst kregen respectievelijk 20.000 euro en 30.000 euro."
    ).pilots
    assert (_period(gent), _period(aalst)) == ("/2019", "/2021")
    assert [p.budget and p.budget.amount for p in (gent, aalst)] == [Decimal(20000), Decimal(30000)]


def test_what_stands_in_brackets_after_a_place_is_said_of_that_place(read: Reader) -> None:
    gent, aalst = read(
        "Er lopen proefprojecten in Gent (sinds 2018) en in Aalst (sinds 2020)."
    ).pilots
    assert (_period(gent), _period(aalst)) == ("2018/..", "2020/..")


def test_the_dates_of_a_row_are_its_beginning_and_its_end(read: Reader) -> None:
    table = Passage(
        text="Gemeente   Start        Einde\nGent   01/03/2020   28/02/2021\nAalst   2019-2020",
        kind=PassageKind.TABLE,
    )
    content = read("Dit zijn de proefprojecten:", table)
    assert [_period(pilot) for pilot in content.pilots] == ["2020-03-01/2021-02-28", "2019/2020"]


def test_dates_of_a_row_in_the_wrong_order_are_no_period(read: Reader) -> None:
    table = Passage(text="Gent       01/03/2020   28/02/2019", kind=PassageKind.TABLE)
    assert [_period(p) for p in read("Dit zijn de proefprojecten:", table).pilots] == [None]


def test_a_period_that_is_over_outweighs_that_the_question_says_they_run(read: Reader) -> None:
    content = read(
        "De proef liep in Gent van 1 maart 2020 tot 31 mei 2021.",
        context=("Sinds enkele jaren loopt een proefproject.",),
        asked=("Wat is de stand van zaken?",),
        asked_on=date(2022, 3, 1),
    )
    assert [pilot.status for pilot in content.pilots] == [PilotStatus.ENDED]


def test_of_several_amounts_each_gets_the_one_beside_per(read: Reader) -> None:
    content = read(TWO, "Er was 80.000 euro subsidie voor het geheel, of 40.000 euro per project.")
    assert {pilot.budget and pilot.budget.amount for pilot in content.pilots} == {Decimal(40000)}


def test_what_is_said_of_the_others_is_not_said_of_the_one_just_named(read: Reader) -> None:
    content = read(
        "Er liepen drie proeftuinen, met name in Gent, Aalst en Ronse. "
        "De proeftuin in Ronse werd stopgezet in juni 2020. "
        "De andere proeftuinen zijn afgelopen op 31 december 2021."
    )
    assert [(pilot.status, _period(pilot)) for pilot in content.pilots] == [
        (PilotStatus.ENDED, "/2021-12-31"),
        (PilotStatus.ENDED, "/2021-12-31"),
        (PilotStatus.STOPPED, "/2020-06"),
    ]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Het project liep in samenwerking met meemoo, in alle zalen.", ["meemoo"]),
        ("Fluvius en de coöperatie Wieltjes zijn er partner.", ["Fluvius", "Wieltjes"]),
        ("Westtoer begeleidde beide projecten.", ["Westtoer"]),
        ("In de steden trad de Dienst Water als partner op.", ["Dienst Water"]),
        ("Het project liep in samenwerking met verenigingen, scholen en buren.", []),
        ("Daar leverde de stad de borden bij het project.", []),
        ("Het project liep samen met dat in Mechelen.", []),
    ],
)
def test_a_partner_that_stands_in_no_table_is_named_by_its_capitals(
    said: str, names: list[str], read: Reader
) -> None:
    content = read(TWO + said)
    assert {tuple(party.name for party in pilot.partners) for pilot in content.pilots} == {
        tuple(names)
    }


def test_neighbouring_months_are_one_period(read: Reader) -> None:
    content = read("In juli en augustus 2021 liep in Gent een proefproject.")
    assert [_period(pilot) for pilot in content.pilots] == ["2021-07/2021-08"]


def test_of_yearly_amounts_and_their_total_the_total_is_the_budget(read: Reader) -> None:
    content = read(
        TWO,
        "Elk project kreeg 20.000 euro in 2020 en 25.000 euro in 2021, in totaal 45.000 euro.",
    )
    assert {pilot.budget and pilot.budget.amount for pilot in content.pilots} == {Decimal(45000)}


def test_a_place_that_goes_on_a_list_of_pilots_is_one_too(read: Reader) -> None:
    content = read(
        "Het depot werd als proefproject getest te Lier, van 1 februari 2020 tot en met"
        " 31 januari 2022, en te Izegem, van september 2020 tot en met juni 2022.",
        title="Proefprojecten",
    )
    assert [(p.municipalities[0].name, _period(p)) for p in content.pilots] == [
        ("Lier", "2020-02-01/2022-01-31"),
        ("Izegem", "2020-09/2022-06"),
    ]


def test_what_is_said_of_both_in_the_sentence_that_names_them_is_said_of_both(read: Reader) -> None:
    content = read(
        "In Tienen loopt het proefproject sinds januari 2021, in Diest sinds mei 2021;"
        " beide proefprojecten lopen tot en met december 2024."
    )
    assert [_period(pilot) for pilot in content.pilots] == ["2021-01/2024-12", "2021-05/2024-12"]


def test_an_amount_in_brackets_after_a_place_is_its_budget(read: Reader) -> None:
    content = read(
        "De cheque werd als proefproject getest te Aarschot (van mei 2020 tot juni 2021, 42.000"
        " euro) en te Bilzen (in 2021, 38.500 euro).",
        title="Proefprojecten",
    )
    assert [pilot.budget and pilot.budget.amount for pilot in content.pilots] == [
        Decimal(42000),
        Decimal(38500),
    ]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("Elk project kreeg 40.000 euro in 2020.", "2020/2020"),
        ("Elk project kreeg 40.000 euro voor de jaren 2020 en 2021.", "2020/2021"),
        ("Elk project kreeg 40.000 euro, en startte in 2020.", None),
        ("In 2020 kreeg elk project 40.000 euro.", None),
    ],
)
def test_an_amount_is_for_the_time_right_after_it(
    said: str, period: str | None, read: Reader
) -> None:
    budgets = {pilot.budget for pilot in read(TWO + said).pilots}
    assert {b and b.period and str(b.period) for b in budgets} == {period}
