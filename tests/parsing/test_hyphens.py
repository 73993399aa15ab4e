"""What the break between two lines meant."""

import pytest

from inburgering_model.parsing.text.hyphens import join


def joined(before: str, after: str) -> str:
    how = join(before, after)
    kept = before[: len(before) - how.drop_before]
    return kept + how.replacement + after[how.take_after :]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("voor alle", "gemeenten", "voor alle gemeenten"),
        ("voor de gemeen-", "ten", "voor de gemeenten"),
        ("in Sint-Pieters-", "Leeuw", "in Sint-Pieters-Leeuw"),
        ("in Noord-", "Brabant", "in Noord-Brabant"),
        ("de bestuurs-", "of regeringsdocumenten", "de bestuurs- of regeringsdocumenten"),
        ("gelijkekansen- en", "integratiebeleid", "gelijkekansen- en integratiebeleid"),
        ("in-", "en uitstroom", "in- en uitstroom"),
        ("het NT2-", "aanbod", "het NT2-aanbod"),
        ("de EU-", "subsidies", "de EU-subsidies"),
        ("een auto-", "ongeval", "een auto-ongeval"),
        ("de gemeente-", "archieven", "de gemeentearchieven"),
        ("de ex-", "minister", "de ex-minister"),
        ("een e-", "mail", "een e-mail"),
        ("werd ge-", "integreerd", "werd geïntegreerd"),
        ("werd be-", "eindigd", "werd beëindigd"),
        ("werd ge-", "bruikt", "werd gebruikt"),
        ("en/", "of de gemeente", "en/of de gemeente"),
        ("de periode 2018-", "2020", "de periode 2018-2020"),
        ("de kosten -", "en de baten", "de kosten - en de baten"),
        (
            "zie https://www.vlaanderen.be/een-",
            "lange-url",
            "zie https://www.vlaanderen.be/een-lange-url",
        ),
        ("(vlaanderen.be/een-", "lange)", "(vlaanderen.be/een-lange)"),
        ("op www.vlaanderen.be staan de gemeen-", "ten", "op www.vlaanderen.be staan de gemeenten"),
        ("de vzw en/of gemeen-", "ten", "de vzw en/of gemeenten"),
    ],
)
def test_a_break_is_undone_as_the_author_wrote_it(before: str, after: str, text: str) -> None:
    assert joined(before, after) == text
