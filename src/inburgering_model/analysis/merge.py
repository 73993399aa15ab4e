"""The files of one question, one for each minister, put together as one dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from attrs import astuple

from inburgering_model.analysis._merging.choosing import Chooser
from inburgering_model.analysis._merging.files import File, Files
from inburgering_model.analysis._merging.joint_answers import joint_answers
from inburgering_model.analysis._merging.joint_content import joint_content
from inburgering_model.analysis._merging.likeness import person_key
from inburgering_model.analysis._merging.matching import Reading
from inburgering_model.analysis._merging.names import note_names, readings_of_names, renamed
from inburgering_model.analysis._merging.same_question import check_same_question
from inburgering_model.errors import MergeError
from inburgering_model.model.dossier import Dossier
from inburgering_model.model.judgement import Merge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inburgering_model.model.people import Addressee
    from inburgering_model.model.provenance import Source
    from inburgering_model.model.question import ParliamentaryQuestion

__all__ = ["merge"]


def merge(dossiers: Iterable[Dossier]) -> Merge:
    """Join the files of one question into one dossier.

    A question put to several ministers is published once for each, with another number and with
    that minister's answer. Of one dossier, or of the same one several times, the merged dossier is
    that dossier. Otherwise it has:

    * everybody whom the question was put to, once, with number and offices: in the order in which a
      file lists the ministers, else by number;
    * every answer once, in that order; of one minister by stage, then by day. Answers are one when
      minister and stage are the same and the texts alike;
    * every programme, pilot, outcome, recommendation and follow-up once, with new ids in the order
      of first mention. A pilot is known by programme and places, the others by what they say;
    * every source, and all evidence. Where a passage is taken from one file, evidence by the rule
      ``merge.sibling`` points at it in the others.

    Periods that can all be true are one, as precise as the files tell. When files differ in a
    field, the reading of most sources is taken, else that of the file whose
    minister comes first; a field that only some files have is taken from these. A number is taken
    from the minister's own file, if that is there. The wording of an item, and what follows from
    it, is taken as a whole. ``differences`` lists all of this, and what the head of an answer says
    against the question. A majority of parts is not that of the whole: merge all files at once.

    A referring answer (*verwijzend antwoord*) is tied to the coordinated answer
    (*gecoördineerd antwoord*) that fits its ``refers_to``, which is completed (rule
    ``merge.coordinated-answer``); the coordinated answer is then given on behalf of whoever refers
    to it as well (rule ``merge.referring-answer``), and not of those who answer themselves.

    Files are of one question when nothing contradicts that: the day, the parliamentary year, the
    author (case, accents and look-alike characters aside), the number of one minister; and the
    text: of its trigrams 75 % are shared. A file without text needs a title, or a minister
    with number, in common with another.

    The order of ``dossiers`` does not matter, unless they have no sources. Time is linear in the
    text of each file.

    Raises:
        MergeError: There are no dossiers, or they are not of one question; ``field`` and
            ``values`` say what differs.
        TypeError: Something is not a dossier.

    >>> from inburgering_model import Addressee, ParliamentaryQuestion, Person
    >>> somers, weyts = Person(name="Bart Somers"), Person(name="Ben Weyts")
    >>> files = [
    ...     Dossier(question=ParliamentaryQuestion(title=title, addressees=(addressee,)))
    ...     for title, addressee in [
    ...         ("Proeftuinen", Addressee(person=weyts, number=193)),
    ...         ("Proeftuinen", Addressee(person=somers, number=75)),
    ...         ("Proeftuin", Addressee(person=weyts, number=193)),
    ...     ]
    ... ]
    >>> merged = merge(files)
    >>> [(each.person.name, each.number) for each in merged.dossier.question.addressees]
    [('Bart Somers', 75), ('Ben Weyts', 193)]
    >>> [(each.pointer, each.chosen) for each in merged.differences]
    [('/question/title', 'Proeftuinen')]
    """
    distinct = _distinct(dossiers)
    if not distinct:
        raise MergeError("dossiers", (), "there are none to merge")
    if len(distinct) == 1:
        return Merge(dossier=distinct[0])
    check_same_question(distinct)
    names = readings_of_names(Files.of(distinct))
    files = Files.of([renamed(dossier, names) for dossier in distinct])
    chooser = Chooser(files)
    question = _question(chooser)
    merged = Dossier(
        question=question,
        answers=joint_answers(chooser, question),
        **cast("dict[str, Any]", joint_content(chooser)),
        sources=_sources(files),
        evidence=files.in_order(e for file in files.files for e in file.dossier.evidence),
    )
    note_names(chooser, merged, names)
    return Merge(dossier=merged, differences=tuple(chooser.differences))


def _distinct(dossiers: Iterable[Dossier]) -> list[Dossier]:
    """The dossiers without those that are the same in everything, evidence and sources too."""
    found: dict[Dossier, list[tuple[Any, ...]]] = {}
    distinct: list[Dossier] = []
    for dossier in dossiers:
        _check_dossier(dossier)
        same = found.setdefault(dossier, [])
        everything = astuple(dossier)
        if everything not in same:
            same.append(everything)
            distinct.append(dossier)
    return distinct


def _check_dossier(given: object) -> None:
    if not isinstance(given, Dossier):
        name = type(given).__name__
        raise TypeError(f"merge takes dossiers, not {name}; of a Reading, its dossier")


def _question(chooser: Chooser) -> ParliamentaryQuestion:
    files = chooser.files.files
    addressees = tuple(
        _addressee(chooser, key, f"/question/addressees/{index}")
        for index, key in enumerate(chooser.files.addressees)
    )
    readings = [Reading(file, file.dossier.question) for file in files]
    return chooser.entity(readings, "/question", {"addressees": addressees})


def _addressee(chooser: Chooser, key: str, pointer: str) -> Addressee:
    """One addressee; the number is taken from the files in which this minister answers."""
    readings = [
        Reading(file, addressee)
        for file in chooser.files.files
        for addressee in _by_key(file.dossier).get(key, ())[:1]
    ]
    numbers = [Reading(file, addressee.number) for file, addressee in readings]
    own = [reading for reading in numbers if _answers(reading.file, key)]
    number = chooser.value(numbers, f"{pointer}/number", among=own)
    return chooser.entity(readings, pointer, {"number": number})


def _by_key(dossier: Dossier) -> dict[str, list[Addressee]]:
    found: dict[str, list[Addressee]] = {}
    for addressee in dossier.question.addressees:
        found.setdefault(person_key(addressee.person), []).append(addressee)
    return found


def _answers(file: File, key: str) -> bool:
    respondents = (answer.respondent for answer in file.dossier.answers if answer.respondent)
    return any(person_key(respondent.person) == key for respondent in respondents)


def _sources(files: Files) -> tuple[Source, ...]:
    """Every source once, in order; one whose text is kept, if any is."""
    found: dict[str, Source] = {}
    for file in files.files:
        for source in file.dossier.sources:
            other = found.setdefault(source.id, source)
            if other.sha256 != source.sha256:
                detail = f"two texts happen to have the id {source.id}"
                raise MergeError("sources", (other.sha256, source.sha256), detail)
            if other.text is None and source.text is not None:
                found[source.id] = source
    return tuple(sorted(found.values(), key=lambda source: files.rank_of(source.id)))
