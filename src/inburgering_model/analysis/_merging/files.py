"""The dossiers to merge in a fixed order, whatever order they are given in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from inburgering_model.analysis._merging.likeness import person_key
from inburgering_model.model.dossier import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.people import Minister, Person
    from inburgering_model.model.provenance import Evidence

__all__ = ["File", "Files", "Rank", "sources_of"]


class Rank(NamedTuple):
    """Where a file comes: by the place of its minister among the addressees, then by source id."""

    place: int
    source: str


@frozen(eq=False)
class File:
    """A dossier to merge: the sources it was read from, and where it comes among the others.

    A dossier that is itself a merged one has several sources, and comes where its first one does.
    """

    dossier: Dossier
    sources: tuple[str, ...]
    rank: Rank

    @property
    def names(self) -> tuple[str, ...]:
        """What its readings are told by: the ids of its sources, or one empty name."""
        return self.sources or ("",)


@frozen
class Files:
    """All dossiers of a question in order, and what the order is made of."""

    files: tuple[File, ...]
    addressees: tuple[str, ...]
    """The keys of those whom the question was put to, nobody twice, in their order."""
    ranks: Mapping[str, Rank]
    """Of every source."""

    @classmethod
    def of(cls, dossiers: Sequence[Dossier]) -> Files:
        """Put dossiers in order; those that nothing sets apart stay as they were."""
        addressees = _addressees(dossiers)
        places = {key: place for place, key in enumerate(addressees)}
        ranks = _ranks(dossiers, places)
        files = [
            File(
                dossier=dossier,
                sources=sources,
                rank=min((ranks[source] for source in sources), default=_rank(dossier, places)),
            )
            for dossier in dossiers
            for sources in [tuple(source.id for source in dossier.sources)]
        ]
        files.sort(key=lambda file: file.rank)
        return cls(files=tuple(files), addressees=addressees, ranks=ranks)

    def rank_of(self, source: str | None) -> Rank:
        """Where a source comes; what has none comes last."""
        return self.ranks.get(source or "", _LAST)

    def first_of(self, evidence: Iterable[Evidence]) -> Rank:
        """Where the first of the sources comes that evidence points at."""
        return min(map(self.rank_of, sources_of(evidence)), default=_LAST)

    def in_order(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """All evidence, each once, in the order of the sources it points at."""
        return tuple(sorted(dict.fromkeys(evidence), key=lambda each: self.first_of((each,))))

    def place_of(self, person: Person | None) -> int:
        """Where a person stands among the addressees; after all of them who is none."""
        key = None if person is None else person_key(person)
        return self.addressees.index(key) if key in self.addressees else len(self.addressees)


_LAST = Rank(10**9, "")


def sources_of(evidence: Iterable[Evidence]) -> Iterator[str]:
    """The sources that evidence points at."""
    return (span.source for each in evidence for span in each.spans)


def _addressees(dossiers: Sequence[Dossier]) -> tuple[str, ...]:
    """In the order of the list of ministers, when one is printed; others follow by number.

    The longest list counts, and of several the most frequent.
    """
    lists = Counter(keys for dossier in dossiers for keys in _lists(dossier))
    numbers: dict[str, int] = {}
    for dossier in dossiers:
        for addressee in dossier.question.addressees:
            key, number = person_key(addressee.person), addressee.number or _LAST.place
            numbers[key] = min(number, numbers.get(key, number))
    longest = max(lists, key=lambda keys: (len(keys), lists[keys], keys), default=())
    others = numbers.keys() - set(longest)
    return (*longest, *sorted(others, key=lambda key: (numbers[key], key)))


def _lists(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    """The addressees that one source names together, if it names several."""
    by_source: dict[str, dict[str, None]] = {}
    for addressee in dossier.question.addressees:
        evidence = (*addressee.evidence, *addressee.person.evidence)
        for source in set(sources_of(evidence)) or {""}:
            by_source.setdefault(source, {})[person_key(addressee.person)] = None
    return (tuple(keys) for keys in by_source.values() if len(keys) > 1)


def _ranks(dossiers: Sequence[Dossier], places: Mapping[str, int]) -> dict[str, Rank]:
    found: dict[str, int] = {}
    for dossier in dossiers:
        ids = {source.id for source in dossier.sources}
        for source, place in _places(dossier, places):
            for each in {source} & ids if source else ids:
                found[each] = min(place, found.get(each, place))
    everywhere = (source.id for dossier in dossiers for source in dossier.sources)
    return {source: Rank(found.get(source, len(places)), source) for source in everywhere}


def _places(dossier: Dossier, places: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Of whom each source is a file: of who answers, or else of the only one who is asked.

    The empty source stands for all of them.
    """
    for minister in _respondents(dossier.answers):
        place = places.get(person_key(minister.person), len(places))
        for source in set(_sources_of_minister(minister)) or {""}:
            yield source, place
    asked: dict[str, set[int]] = {}
    for addressee in dossier.question.addressees:
        for source in set(sources_of(addressee.evidence)) or {""}:
            asked.setdefault(source, set()).add(places[person_key(addressee.person)])
    answered = {s for m in _respondents(dossier.answers) for s in _sources_of_minister(m)}
    for source, keys in asked.items():
        if len(keys) == 1 and source not in answered:
            yield source, keys.pop()


def _respondents(answers: Iterable[Answer]) -> Iterator[Minister]:
    return (answer.respondent for answer in answers if answer.respondent is not None)


def _sources_of_minister(minister: Minister) -> Iterator[str]:
    return sources_of((*minister.evidence, *minister.person.evidence))


def _rank(dossier: Dossier, places: Mapping[str, int]) -> Rank:
    """Of a dossier without sources."""
    found = min((place for _, place in _places(dossier, places)), default=len(places))
    return Rank(found, "")
