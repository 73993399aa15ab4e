"""The ways in which Dutch prose names bodies that stand in no table: *Agentschap X*, *X vzw*."""

import re
from typing import Final, NamedTuple

from inburgering_model.model.people import PartyKind

__all__ = ["WAYS", "Way"]

# Capitalised words with small ones between: Onderwijs en Vorming, Personen met een Handicap.
# What has its capital from the beginning of a sentence.
_OPENER: Final = (
    r"(?:Ook|De|Het|Een|In|Met|Voor|Door|Bij|Samen|Via|Daarnaast|Sinds|Vanaf|Volgens|Naast|Deze"
    r"|Die|Dit|Zowel|Onder|Binnen|Tot|Verder|Bovendien)"
)
_CAPITALISED: Final = r"[A-ZÀ-Þ][\w'’]*+(?:-[\w'’]++)*+"
_NAME: Final = (
    r"[A-ZÀ-Þ][\w'’]*+(?:-[\w'’]++)*+"
    r"(?:(?:-?\s(?:en|&)|\svoor|\svan|\smet\seen)?\s[A-ZÀ-Þ][\w'’]*+(?:-[\w'’]++)*+){0,7}"
)
_ABBREVIATION_IN_BRACKETS: Final = r"(?:\s\([A-Z][\w&-]{1,11}\))?"
_PERSON: Final = (
    r"[A-ZÀ-Þ][\w'’-]*+(?:\s(?:[A-ZÀ-Þ][\w'’-]*+|(?:van|de|den|der|ten|ter)(?=\s[A-ZÀ-Þ]))){0,4}"
)


class Way(NamedTuple):
    """A way of naming bodies; the group ``name`` of the pattern goes into the party's name."""

    kernels: tuple[str, ...]  # every match holds one of these
    pattern: re.Pattern[str]
    name: str  # with {} for what the pattern's group holds
    kind: PartyKind
    goes_before: bool = False  # whether a longer name goes before that of a body in the table


def _way(
    kernels: str, pattern: str, name: str, kind: PartyKind, *, goes_before: bool = False
) -> Way:
    compiled = re.compile(rf"(?<![\w-]){pattern}")
    return Way(tuple(kernels.split()), compiled, name, kind, goes_before)


WAYS: Final = (
    _way(
        "gentschap",
        rf"[Aa]gentschap\s(?P<name>(?:voor\s|van\s)?{_NAME}){_ABBREVIATION_IN_BRACKETS}",
        "Agentschap {}",
        PartyKind.AGENCY,
    ),
    _way(
        "epartement",
        rf"[Dd]epartement\s(?P<name>(?:voor\s|van\s)?{_NAME}){_ABBREVIATION_IN_BRACKETS}",
        "Departement {}",
        PartyKind.AGENCY,
    ),
    _way(
        "teunpunt xpertisecentrum enniscentrum tudiecentrum ompetentiecentrum nstituut tichting"
        " etwerk nergiehuis egionaal osgroep ereniging latform",
        r"(?P<name>(?:Vlaamse?\s|Koninklijke\s|Centraal\s)?(?:Steunpunt|Expertisecentrum"
        r"|Kenniscentrum|Studiecentrum|Competentiecentrum|Instituut|Stichting|Netwerk|Energiehuis"
        rf"|Regionaal Landschap|Bosgroep|Vereniging|Platform)\s(?:voor\s|van\s(?:de\s)?)?{_NAME})",
        "{}",
        PartyKind.SERVICE,
    ),
    _way(
        "CAW CLB CGG CVO Logo ogeschool niversiteit olitiezone ulpverleningszone",
        r"(?P<name>(?:CAW|CLB|CGG|CVO|Logo|Hogeschool|Universiteit|Politiezone"
        rf"|Hulpverleningszone)\s{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}})",
        "{}",
        PartyKind.SERVICE,
        goes_before=True,
    ),
    _way(
        "vzw",
        rf"(?!{_OPENER}\s)(?P<name>(?:vzw\s{_CAPITALISED}|{_CAPITALISED}(?=(?:\s{_CAPITALISED}){{0,4}}\svzw))"
        rf"(?:\s{_CAPITALISED}){{0,4}}(?:\svzw(?!\w))?)",
        "{}",
        PartyKind.SERVICE,
    ),
    _way("hogeschool", r"(?P<name>[A-Z][a-z]{2,20}hogeschool)(?!\w)", "{}", PartyKind.SERVICE),
    _way(
        "inister",
        rf"(?P<name>(?:Vlaamse?\s)?[Mm]inister\s(?:van|voor)\s{_NAME})",
        "{}",
        PartyKind.MINISTER,
    ),
    _way(
        "inister",
        rf"(?:[Vv]ice)?[Mm]inister(?:-president)?\s(?P<name>{_PERSON})",
        "minister {}",
        PartyKind.MINISTER,
    ),
    _way(
        "inister-president",
        r"(?:[Vv]ice)?[Mm]inister-president(?![\w-])",
        "minister-president",
        PartyKind.MINISTER,
    ),
    _way("inister", r"[Mm]inister(?![\w-])", "minister", PartyKind.MINISTER),
    _way(
        "estu steden gemeenten",
        r"(?:[Ll]okale\s[Bb]esturen|[Ll]okaal\s[Bb]estuur|[Pp]laatselijke?\s[Bb]estu(?:ren|ur)"
        r"|(?:[Gg]emeente|[Ss]tads)bestu(?:ren|ur)|[Ss]teden\sen\sgemeenten"
        r"|[Gg]emeenten\sen\ssteden)(?![\w-])",
        "lokale besturen",
        PartyKind.LOCAL_AUTHORITY,
    ),
)
