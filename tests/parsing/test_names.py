"""Names and offices, from capitals to their natural form."""

import pytest

from inburgering_model.parsing.language.names import natural_name, natural_office, split_offices


@pytest.mark.parametrize(
    "name",
    [
        "Peter Van Rompuy",
        "Freya Van den Bossche",
        "Griet Van der Auwera",
        "Kurt De Loor",
        "Jos D'Haese",
        "Inge Vande Walle",
        "Els Vanden Bussche",
        "Koen Van de Velde",
        "Jean-Jacques De Gucht",
        "An-Sofie Bogaerts",
        "Gaëlle Bruynseels",
        "Karin Jiroflée",
        "Zoë D’Hondt-Peeters",
        "Tinne Ter Haar",
        "Wim IJzerman",
    ],
)
def test_a_name_in_capitals_gets_its_natural_form(name: str) -> None:
    assert natural_name(name.upper()) == name


def test_two_offices_are_told_apart() -> None:
    text = (
        "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING EN VLAAMS MINISTER VAN FINANCIËN EN\n"
        "BEGROTING, WONEN EN ONROEREND ERFGOED"
    )
    assert [part.office.title for part in split_offices(text)] == [
        "Viceminister-president van de Vlaamse Regering",
        "Vlaams minister van Financiën en Begroting, Wonen en Onroerend Erfgoed",
    ]


def test_portfolios_are_what_the_title_names() -> None:
    office = natural_office("VLAAMS MINISTER VAN BRUSSEL, JEUGD EN DE VLAAMSE RAND")
    assert office.title == "Vlaams minister van Brussel, Jeugd en de Vlaamse Rand"
    assert office.portfolios == ("Brussel", "Jeugd", "Vlaamse Rand")


def test_an_office_without_portfolios_has_none() -> None:
    assert natural_office("MINISTER-PRESIDENT VAN DE VLAAMSE REGERING").portfolios == ()
