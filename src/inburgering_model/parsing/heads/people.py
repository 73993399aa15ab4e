"""The people of a document: who asked, who was asked, who answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from inburgering_model.model.people import Addressee, Minister, Person, fold
from inburgering_model.model.provenance import Evidence
from inburgering_model.model.reading import CorrectionKind
from inburgering_model.parsing.heads.elements import numbers_at
from inburgering_model.parsing.language.names import (
    NATURAL_NAME,
    OFFICE_HEAD,
    in_capitals,
    natural_name,
    natural_names_in,
    split_offices,
)
from inburgering_model.parsing.text.account import Account
from inburgering_model.parsing.text.lines import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from inburgering_model.model.people import Office

__all__ = ["People"]

# A hyphenated name broken over a line.
_BROKEN_NAME = re.compile(r"(?<=\w)-\s+(?=\w)")
_SPACES = re.compile(r"\s+")
# A name and its number in the sentence that lists the ministers; a page may end between words.
_TO = re.compile(r"\baan\b", re.IGNORECASE)
_LISTED = re.compile(r"([A-ZÀ-Þ](?:[^()0-9,;\s]|\s++){0,80}?)\s*\(\s*(?:nr\.?\s*)?(\d{1,5})\s*\)")
# Without numbers: the words after "de ministers", set apart by commas and "en".
_LIST_START = re.compile(r"(?:ministers?|minister-presidents?)\s+(?=[A-ZÀ-Þ])")
_LIST_WORD = re.compile(r"\bministers?\s+$", re.IGNORECASE)
_AND = " en "
_IN_LIST = re.compile(r"(?:^|,|;|\ben)\s*(?:(?:de\s+)?(?:collega's\s+|ministers?\s+))?$")
_SENTENCE = re.compile(r"[.?!]\s")
# Or each with his office: "mevrouw NAME, Vlaams minister van …".
_TITLED = re.compile(rf"\b(?:de\s+heer|mevrouw)\s+({NATURAL_NAME.pattern})(?:\s*,\s*)?")
_AFTER_OFFICE = " ,.;"
_NEXT_IN_LIST = re.compile(r"[\s,]+en(?:\s+aan)?$")
_LIST_BETWEEN = re.compile(r"\s*(?:,|;|\ben\b)\s*")


@define
class People:
    """Reads people; the same name in capitals and in natural form is one person."""

    account: Account
    _text: str = field(init=False)
    """The clean text, with white space where page furniture stands."""
    _natural: dict[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._text = self.account.text_without_furniture()
        self._natural = natural_names_in(self._text)

    def person(self, place: Place, rule: str) -> Person:
        """The person whose name stands at a place, in natural form."""
        printed = self._text[place.start : place.end]
        name = _SPACES.sub(" ", _BROKEN_NAME.sub("-", printed))
        case_rule = None
        if name.isupper() or in_capitals(name):
            key = fold(name)
            case_rule = "name.printed-elsewhere" if key in self._natural else "name.particles"
            name = self._natural.get(key) or natural_name(name)
        if name != printed:
            kind = CorrectionKind.CASE if case_rule else CorrectionKind.WHITE_SPACE
            self.account.correct(kind, place.start, place.end, name, case_rule or "space.single")
        return Person(name=name, evidence=(self.account.evidence(rule, place.start, place.end),))

    def offices(self, start: int, end: int, rule: str) -> tuple[Office, ...]:
        """The offices printed in a stretch of text, in natural case."""
        text = self._text[start:end]
        offices: list[Office] = []
        for part in split_offices(text):
            first, last = start + part.start, start + part.end
            self.account.correct(
                CorrectionKind.CASE, first, last, part.office.title, "office.natural-case"
            )
            evidence = self.account.evidence(rule, first, last)
            offices.append(evolve(part.office, evidence=(evidence,)))
        return tuple(offices)

    def minister(self, name: Place, offices: Place | None, where: str) -> Minister:
        """The minister in the head of an answer or in its signature; ``where`` opens the rules."""
        rule = f"{where}.respondent"
        person = self.person(name, rule)
        titles = self.offices(offices.start, offices.end, f"{where}.office") if offices else ()
        places = [name, offices] if offices else [name]
        evidence = self.account.evidence(
            rule, min(place.start for place in places), max(place.end for place in places)
        )
        return Minister(person=person, offices=titles, evidence=(evidence,))

    def _offices_at(self, places: Sequence[Place], rule: str) -> tuple[Office, ...]:
        """The offices printed at some places: one stretch, or lines beside something else."""
        if len(places) == 1:
            return self.offices(places[0].start, places[0].end, rule)
        text = " ".join(self._text[place.start : place.end] for place in places)
        spans = tuple(self.account.span(place.start, place.end) for place in places)
        evidence = (Evidence(spans=spans, rule=rule),)
        return tuple(evolve(part.office, evidence=evidence) for part in split_offices(text))

    def _together(self, places: Sequence[Place]) -> list[Place]:
        """Stretches between which nothing else stands, as one."""
        joined: list[Place] = []
        for place in places:
            if joined and self._text[joined[-1].end : place.start].isspace():
                joined[-1] = Place(joined[-1].start, place.end)
            else:
                joined.append(place)
        return joined

    def own_number(self, place: Place, known: int | None) -> tuple[int | None, Place]:
        """The number that a head prints, and where; of several, the one that is known.

        A question that was put to several ministers has several numbers.
        """
        numbers = numbers_at(self.account.clean.text, place)
        if not numbers:
            return None, place
        if len(numbers) > 1 and known not in dict(numbers):
            printed = ", ".join(str(number) for number, _ in numbers)
            self.account.issue(
                "number.several",
                f"several numbers ({printed}), and none is known to be this minister's: "
                "the first was taken",
                (place.start, place.end),
            )
        return next((found for found in numbers if found[0] == known), numbers[0])

    def headed(
        self,
        name: Place,
        offices: Sequence[Place],
        number: Place | None,
        listed: Mapping[str, int | None],
    ) -> Addressee:
        """An addressee of the head of a question; ``listed`` are the numbers that a list gives."""
        person = self.person(name, "head.addressee")
        titles = self._offices_at(self._together(offices), "head.office")
        evidence = [self.account.evidence("head.addressee", name.start, name.end)]
        value = None
        if number is not None:
            value, number = self.own_number(number, listed.get(person.key))
            evidence.append(
                self.account.evidence("head.number", number.start, number.end, of="number")
            )
        return Addressee(person=person, offices=titles, number=value, evidence=tuple(evidence))

    def listed(self, start: int, end: int) -> tuple[Addressee, ...]:
        """The addressees of the sentence that lists the ministers, with their numbers."""
        text = self._text
        opening = _TO.search(text, start, end)
        start = opening.end() if opening else start
        found = list(_LISTED.finditer(text, start, end))
        if not found:
            return self._listed_without_numbers(start, end)
        addressees: list[Addressee] = []
        position = start
        for match in found:
            # Of "An Maes en Jan Claes (12)", the number is of the last.
            before, joined, _ = match.group(1).rpartition(_AND)
            first = match.start(1) + len(before + joined)
            addressees += self._unnumbered(position, first)
            addressee = self._named(self._after_words(first, match.end(1)))
            place = self.account.evidence("addressees.number", *match.span(2), of="number")
            evidence = (*addressee.evidence, place)
            number = int(match.group(2)) or None
            addressees.append(evolve(addressee, number=number, evidence=evidence))
            position = match.end()
        return (*addressees, *self._unnumbered(position, end))

    def _unnumbered(self, start: int, end: int) -> Iterator[Addressee]:
        """The names that stand between those with a number, or after them.

        Each stands after a comma or *en*; behind an office, or a sentence, comes none.
        """
        for match in NATURAL_NAME.finditer(self._text, start, end):
            before, start = self._text[start : match.start()], match.end()
            if OFFICE_HEAD.search(_LIST_WORD.sub("", before)) or _SENTENCE.search(before):
                return
            if _IN_LIST.search(before) and not OFFICE_HEAD.match(match.group()):
                yield self._named(Place(*match.span()))

    def _named(self, place: Place) -> Addressee:
        """The addressee whose name stands at a place of the list of ministers."""
        evidence = self.account.evidence("addressees.name", place.start, place.end)
        return Addressee(person=self.person(place, "addressees.name"), evidence=(evidence,))

    def _listed_without_numbers(self, start: int, end: int) -> tuple[Addressee, ...]:
        text = self._text
        opening = _LIST_START.search(text, start, end)
        if opening is None:
            return self._titled(start, end)
        addressees: list[Addressee] = []
        position = opening.end()
        cuts = [match.span() for match in _LIST_BETWEEN.finditer(text, position, end)]
        for first, last in (*cuts, (end, end)):
            stop = first - (text[position:first].endswith("."))
            if text[position:stop].strip():
                addressees.append(self._named(self._after_words(position, stop)))
            position = last
        return tuple(addressees)

    def _titled(self, start: int, end: int) -> tuple[Addressee, ...]:
        """Each addressee that "de heer" or "mevrouw" names, with the offices that follow."""
        found = list(_TITLED.finditer(self._text, start, end))
        stops = [following.start() for following in found[1:]] + [end] * bool(found)
        addressees: list[Addressee] = []
        for match, stop in zip(found, stops, strict=True):
            addressee = self._named(Place(*match.span(1)))
            office = OFFICE_HEAD.match(self._text, match.end(), stop)
            if office is not None:
                printed = self._text[office.start() : stop].partition("(")[0].rstrip(_AFTER_OFFICE)
                printed = _NEXT_IN_LIST.sub("", printed).rstrip(_AFTER_OFFICE)
                last = office.start() + len(printed)
                offices = self.offices(office.start(), last, "addressees.office")
                addressee = evolve(addressee, offices=offices)
            addressees.append(addressee)
        return tuple(addressees)

    def _after_words(self, start: int, end: int) -> Place:
        """Leave out "minister" and the like before a name."""
        match = _TITLE_WORDS.match(self._text, start, end)
        start = match.end() if match else start
        return Place(start, start + len(self._text[start:end].rstrip()))


_TITLE_WORDS = re.compile(
    r"(?:(?:de|en|aan|Vlaams|vice-?|viceminister-president|minister-president|ministers?|"
    r"staatssecretaris)\s+)+",
    re.IGNORECASE,
)
