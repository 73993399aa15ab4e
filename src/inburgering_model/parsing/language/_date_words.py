"""The words of Dutch that tell a time, and what they stand for in EDTF; all in small letters."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

__all__ = [
    "PARTS_OF_YEAR",
    "SCHOOL_YEARS",
    "UNITS",
    "YEAR_CUES",
    "Words",
    "nearest_day",
    "nearest_month",
    "school_year",
    "shift",
    "shifted_month",
    "shifted_quarter",
    "shifted_school_year",
    "shifted_season",
    "shifted_term",
    "translated",
]

Words = dict[str, str]
"""The parts of an expression by name, translated."""

_MONTHS_OF_YEAR: Final = 12
_SEPTEMBER: Final = 9

PARTS_OF_YEAR: Final[Mapping[str, str]] = {
    "begin": "{year}-33",
    "middle": "[{year}-05..{year}-08]",
    "end": "{year}-36",
    "course": "{year}",
}
"""What *begin*, *medio*, *eind* and *in de loop van* a year mean: a policy, not a fact."""


class Terms(NamedTuple):
    """The terms of an assembly: the first day of each, and how it is written in years."""

    first_days: tuple[date, ...]  # the last one closes the last term
    last_year: int  # the year it is written to, counted from that of the next one's first day

    def around(self, day: date, shift: int) -> str | None:
        """The EDTF interval of the term of a day, or of one before or after; None if unknown."""
        index = sum(first <= day for first in self.first_days) - 1 + shift
        known = range(len(self.first_days) - 1)
        if day < self.first_days[0] or day >= self.first_days[-1] or index not in known:
            return None
        start, following = self.first_days[index : index + 2]
        return f"{start.year}/{following.year + self.last_year}"


_TERMS: Final[Mapping[str, Terms]] = {
    # The elections of the Flemish Parliament; the last day is planned, as five years by law.
    "vlaamse": Terms(
        (
            *(date(2009, 6, 7), date(2014, 5, 25), date(2019, 5, 26), date(2024, 6, 9)),
            date(2029, 6, 3),
        ),
        0,
    ),
    # Local councils take office in January of the year after their elections, every six years.
    "lokale": Terms(tuple(date(year, 1, 1) for year in range(2001, 2032, 6)), -1),
}

SCHOOL_YEARS: Final[Mapping[str, str]] = {
    "schooljaar": "{year}-09-01/{second}-08-31",
    "schooljaren": "{year}-09-01/{second}-08-31",
    # Academic years open in September on a day of each school's choice; the parliamentary year
    # opens on the fourth Monday of September. The words say no day, so neither do these.
    "academiejaar": "{year}-09/{second}-09",
    "academiejaren": "{year}-09/{second}-09",
    "zittingsjaar": "{year}-09/{second}-09",
    "zittingsjaren": "{year}-09/{second}-09",
}
"""Years that begin in September."""

_SHIFTS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("vorig", "vorige", "verleden", "afgelopen", "voorbij", "voorbije"), -1),
    **dict.fromkeys(("dit", "deze", "huidig", "huidige", "lopend", "lopende"), 0),
    **dict.fromkeys(("volgend", "volgende", "komend", "komende"), 1),
}
"""How far from the present one a year, month or term lies."""


def _each(*groups: tuple[str, str]) -> Mapping[str, str]:
    return {word: value for words, value in groups for word in words.split()}


_VOCABULARIES: Final[Mapping[str, Mapping[str, str]]] = {
    "month": _each(
        *(("jan", "01"), ("feb", "02"), ("maa mrt", "03"), ("apr", "04"), ("mei", "05")),
        *(("jun", "06"), ("jul", "07"), ("aug", "08"), ("sep", "09"), ("okt oct", "10")),
        *(("nov", "11"), ("dec", "12")),
    ),
    "part": _each(
        ("begin aanvang", "begin"),
        ("medio midden half halfweg halverwege", "middle"),
        ("eind einde jaareinde eindejaar", "end"),
        ("loop", "course"),
    ),
    "season": _each(
        *(("lente voorjaar", "21"), ("zomer", "22"), ("herfst najaar", "23"), ("winter", "24"))
    ),
    "quarter": _each(
        *(("eerste 1 i", "33"), ("tweede 2 ii", "34"), ("derde 3 iii", "35")),
        ("vierde laatste 4 iv", "36"),
    ),
    "half": _each(("eerste 1 i", "40"), ("tweede laatste 2 ii", "41")),
}
"""The parts of a pattern by name, and their words (a month's first three letters) in EDTF."""


def translated(name: str, words: str) -> str:
    """What the part ``name`` of an expression stands for; figures stand for themselves."""
    vocabulary = _VOCABULARIES.get(name)
    if vocabulary is None:
        return words
    if name == "month":
        return vocabulary[words[:3]]
    word = words.rsplit(maxsplit=1)[-1]
    return vocabulary[word[0] if word[0].isdigit() else word]


def nearest_day(words: Words, anchor: date) -> str | None:
    """The nearest such day before the anchor (or on it), or after it."""
    step = 1 if words.get("next") else -1
    day = f"{words['month']}-{words['day']}"
    passed = (day > f"{anchor:%m-%d}") if step < 0 else (day <= f"{anchor:%m-%d}")
    return f"{anchor.year + step * passed:04}-{day}"


def nearest_month(words: Words, anchor: date) -> str | None:
    """The nearest such month before that of the anchor (or the same), or after it."""
    step = 1 if words.get("next") else -1
    month = int(words["month"])
    passed = (month > anchor.month) if step < 0 else (month <= anchor.month)
    return f"{anchor.year + step * passed:04}-{month:02}"


def shifted_month(words: Words, anchor: date) -> str | None:
    """The month of the anchor, or one before or after it."""
    months = anchor.year * _MONTHS_OF_YEAR + anchor.month - 1 + shift(words["distance"])
    return f"{months // _MONTHS_OF_YEAR:04}-{months % _MONTHS_OF_YEAR + 1:02}"


def shifted_quarter(words: Words, anchor: date) -> str | None:
    """The quarter of the anchor, or one before or after it."""
    quarters = anchor.year * 4 + (anchor.month - 1) // 3 + shift(words["distance"])
    return f"{quarters // 4:04}-{quarters % 4 + _FIRST_QUARTER}"


_FIRST_QUARTER: Final = 33  # as EDTF writes it
_WINTER: Final = "24"
_FIRST_MONTHS: Final[Mapping[str, int]] = {"21": 3, "22": 6, "23": 9, _WINTER: 12}
_LENGTH_OF_SEASON: Final = 3
_AUTUMN_AND_AFTER: Final = 9
_EITHER: Final = frozenset({"vorig", "vorige", "volgend", "volgende"})


def shifted_season(words: Words, anchor: date) -> str | None:
    """The season of the anchor's year, the last one that ended, or the first one to begin.

    *Vorige zomer* and *volgend voorjaar* can also be those of last year and next year: where that
    makes a difference, the season is marked as uncertain. *Deze winter* is none in spring and
    summer, since it can be the last one and the next one.
    """
    season, word = words["season"], words["distance"]
    now = anchor.year * _MONTHS_OF_YEAR + anchor.month
    first = anchor.year * _MONTHS_OF_YEAR + _FIRST_MONTHS[season]
    year, distance = anchor.year, shift(word)
    if distance < 0:
        year -= first + _LENGTH_OF_SEASON > now
        # The winter before the last one.
        year -= season == _WINTER and first - _MONTHS_OF_YEAR + _LENGTH_OF_SEASON > now
    elif distance > 0:
        year += first <= now
    elif season == _WINTER and anchor.month < _AUTUMN_AND_AFTER:
        if first - _MONTHS_OF_YEAR + _LENGTH_OF_SEASON <= now:
            return None
        year -= 1
    uncertain = word in _EITHER and year == anchor.year
    return f"{year:04}-{season}{'?' if uncertain else ''}"


def shifted_term(words: Words, anchor: date) -> str | None:
    """The term of the Flemish Parliament or of local councils, counted from the anchor's."""
    level = "lokale" if words.get("local") else "vlaamse"
    return _TERMS[level].around(anchor, shift(words["distance"]))


def shifted_school_year(words: Words, anchor: date) -> str | None:
    """The school year, or one like it, counted from the anchor's."""
    year = anchor.year - (anchor.month < _SEPTEMBER) + shift(words["distance"])
    return school_year({**words, "year": f"{year:04}", "second": f"{year + 1:04}"})


def school_year(words: Mapping[str, str]) -> str:
    """The EDTF interval of a year that begins in September, of one of the kinds of these."""
    return SCHOOL_YEARS[words["kind"]].format_map(words)


def shift(word: str) -> int:
    """How far from the present one a year, month or term of that word lies."""
    return _SHIFTS[word]


YEAR_CUES: Final = (
    *("van", "in", "op", "na", "voor", "vóór", "vòòr", "uit", "over", "tegen", "uiterlijk", "per"),
    *("anno", "tijdens", "gedurende", "doorheen", "jaren", "budget", "editie", "cijfers"),
    *("jaarverslag", "campagne", "meting"),
)
"""Words after which a number of four figures is a year, unless a unit comes after it."""

UNITS: Final = (
    *("euro", "eur", "procent", "m²", "km", "ha", "uur", "u.", "kg", "ton", "liter", "keer"),
    *("maal", "stuks", "mensen", "leden", "inwoners", "personen", "leerlingen", "deelnemers"),
    *("cursisten", "studenten", "gezinnen", "kinderen", "jongeren", "bezoekers", "vrijwilligers"),
    *("werknemers", "medewerkers", "personeelsleden", "ambtenaren", "plaatsen", "woningen"),
    *("vierkante", "hectare", "kilometer", "meter", "uren", "dagen", "aanvragen", "dossiers"),
    *("exemplaren", "bedrijven", "gebruikers", "nieuwkomers", "inburgeraars", "klanten"),
    *("cliënten", "patiënten", "voertuigen", "wagens", "scholen", "bomen", "stemmen", "jaar"),
)
"""What is counted: a number before one of these is none of a year."""
