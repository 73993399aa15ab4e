"""The elements that heads are made of: a number, an author, a date, an addressee."""

from __future__ import annotations

import re

from inburgering_model.parsing.language.days import Day, find_day
from inburgering_model.parsing.language.names import NATURAL_NAME, OFFICE_HEAD
from inburgering_model.parsing.text.lines import Line, Place

__all__ = [
    "CAPITAL_NAME",
    "CAPTION",
    "element",
    "is_labelled",
    "name_goes_on",
    "name_rest",
    "numbers_at",
    "past_separator",
]


_TITLES = (
    r"(?:(?:de\s+heer|mevrouw|mevr\.?|dhr\.?|juffrouw|volksvertegenwoordiger)\s+)?"
    r"(?:(?:dr|prof|ir|mr)\.\s*)?"
)
# Elements of a head; each is tried where the one before it ended.
CAPTION = re.compile(r"(?:SCHRIFTELIJKE|PARLEMENTAIRE)\s+VRA(?:AG|GEN)\b", re.IGNORECASE)
# One number or several ("nr. 142, 256 en 147"); "nr." may be missing after "vraag".
_NUMBER = re.compile(
    r"(?:(?:schriftelijke\s+)?(?:vraag\s+)?(?:nr|nummer)s?\.?\s*:?\s*|(?<=(?:raag|agen)\s))"
    r"((?:\d{1,2}\.\d{3}|\d{1,5})\b(?![./-]\d)"
    r"(?:\s*(?:,|en|&)\s*(?:nrs?\.?\s*)?\d{1,5}\b(?![./-]\d)){0,9})(?:\s*\(\d{4}-\d{4}\))?",
    re.IGNORECASE,
)
_ONE_NUMBER = re.compile(r"\d{1,2}\.\d{3}|\d{1,5}")
_DATE = re.compile(
    r"(?:datum|d\.d\.|van|gesteld\s+op)\s*:?\s*(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?(?=\d)",
    re.IGNORECASE,
)
_BY = re.compile(rf"van\s*:?\s+{_TITLES}(?=[A-ZÀ-Þ])", re.IGNORECASE)
_TO = re.compile(rf"(?:gericht\s+)?aan\s*:?\s+(?:minister\s+)?{_TITLES}(?=[A-ZÀ-Þ])", re.IGNORECASE)
# Between elements; the party behind a name is passed over.
_SEPARATOR = re.compile(r"\s*(?:\([^()]{1,20}\))?[\s,;–-]*")
# A name in capitals, as far as it goes on a line.
CAPITAL_NAME = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:\s{1,3}(?:[A-ZÀ-Þ'’][A-ZÀ-Þ.'’-]*|d['’][A-ZÀ-Þ-]+)){1,7}"
)


# A name of one word that is all there is: "van LI".
_ONE_WORD = re.compile(r"[A-ZÀ-Þ]{2,}$")
# A given name at the end of a line, after "de heer": the family name is on the next line.
_GIVEN_NAME = re.compile(r"(?:(?<=heer\s)|(?<=rouw\s)|(?<=dhr\.\s)|(?<=evr\.\s))[A-ZÀ-Þ][\w'’-]+$")
# A name in natural form that ends in a particle.
_PARTICLE_LAST = re.compile(r"[a-zà-ÿ]\s(?:Van|De|Vande|Vander)(?:\s(?:de|den|der))?$")
_REST_OF_NAME = re.compile(
    r"(?:(?:de|den|der|ten|ter|van|Van)\s){0,2}[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*){0,3}"
)
# A second name in capitals: "JAN MAES EN AN CLAES".
_AND_ANOTHER = re.compile(r"\sEN\s(?!\w+$)")
# A line that begins with the word of an element, whatever follows it.
_LABELLED = re.compile(r"(?:van\s+[A-ZÀ-Þ]|datum\s*:|aan\s+[A-ZÀ-Þ]|nr\.?\s*\d|\d{1,6}$)")
_LONGEST_LABELLED = 90
_PARTICLE = re.compile(r"(?:\b(?:VAN|DE|DEN|DER|TEN|TER|IN|OP|UIT|EL|LE|LA|MC)|-)$")


def is_labelled(line: Line) -> bool:
    """Whether a line belongs to a head by its first word, even if the rest is not understood."""
    return len(line.text) <= _LONGEST_LABELLED and _LABELLED.match(line.text) is not None


def name_rest(name: str, line: Line) -> int:
    """Where a name that a line ends with ends on the next line; 0 when it does not go on there.

    It ends in a particle, or only the given name stands there, after "de heer".
    """
    if line.blank_before or not (_GIVEN_NAME.search(name) or _PARTICLE_LAST.search(name)):
        return 0
    rest = _REST_OF_NAME.match(line.text)
    return rest.end() if rest else 0


def name_goes_on(name: str, line: Line) -> bool:
    """Whether a name that a line ends with goes on, alone, on the next line."""
    if rest := name_rest(name, line):
        return rest == len(line.text)
    return (
        _PARTICLE.search(name) is not None
        and line.text.isupper()
        and OFFICE_HEAD.search(line.text) is None
        and CAPITAL_NAME.fullmatch(f"X {line.text}") is not None
    )


def numbers_at(text: str, place: Place) -> list[tuple[int, Place]]:
    """The numbers printed at a place that a question can have, and where each stands."""
    found = _ONE_NUMBER.finditer(text, place.start, place.end)
    numbers = [(int(match.group().replace(".", "")), Place(*match.span())) for match in found]
    return [(number, where) for number, where in numbers if number]


def element(line: Line, position: int) -> tuple[str, object, int] | None:
    """The element at a position of a line: its name, its value, and where it ends."""
    text = line.text
    if match := CAPTION.match(text, position):
        return "caption", None, match.end()
    if match := _NUMBER.match(text, position):
        place = Place(line.start + match.start(1), line.start + match.end(1))
        return "number", place, match.end()
    if match := _DATE.match(text, position):
        day = find_day(text, match.end())
        if day is not None and day.start == match.end():
            return "day", Day(line.start + day.start, line.start + day.end, day.value), day.end
    for name, pattern in (("author", _BY), ("addressee", _TO)):
        if match := pattern.match(text, position):
            if name == "addressee" and OFFICE_HEAD.match(text, match.end()):
                return "unnamed", Place(line.start + match.end(), line.end), len(text)
            end = _name_end(text, match.end())
            if end is not None:
                return name, Place(line.start + match.end(), line.start + end), end
    return None


def _name_end(text: str, start: int) -> int | None:
    match = CAPITAL_NAME.match(text, start) or NATURAL_NAME.match(text, start)
    match = match or _ONE_WORD.match(text, start) or _GIVEN_NAME.match(text, start)
    if match is None:
        return None
    office = OFFICE_HEAD.search(text, start, match.end())
    other = _AND_ANOTHER.search(text, start, match.end())
    ends = [found.start() for found in (office, other) if found]
    end = min(ends) if ends else match.end()
    name = text[start:end].rstrip(" ,")
    return start + len(name) if name else None


def past_separator(text: str, position: int) -> int:
    """Where the next element can begin: past spaces, commas and dashes."""
    match = _SEPARATOR.match(text, position)
    return match.end() if match else position
