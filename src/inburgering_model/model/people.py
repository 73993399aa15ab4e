"""People and bodies: who asks, who is asked, who answers, who acts."""

import re
import unicodedata
from enum import StrEnum
from typing import Annotated

from attrs import field, frozen

from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, at_least
from inburgering_model.model.provenance import Evidence

__all__ = ["Addressee", "Minister", "Office", "Party", "PartyKind", "Person", "fold"]

# Whatever is neither a letter nor a digit separates the words of a name.
_SEPARATORS = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """A name without capitals, accents and punctuation, for comparing.

    >>> fold("Bénédicte D’HAENE-Van den Broeck")
    'benedicte d haene van den broeck'
    """
    plain = name.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _SEPARATORS.sub(" ", plain).strip()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Person(Entity):
    """A person, by the name in its natural form.

    >>> Person(name="Peter Van Rompuy").key
    'peter van rompuy'
    """

    name: Annotated[str, NOT_EMPTY]
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)

    @property
    def key(self) -> str:
        """The folded name: people are the same when their keys are.

        A name without letters and digits is kept as it is, but for capitals.
        """
        return fold(self.name) or self.name.casefold()


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Office(Entity):
    """One office of a minister, with the portfolios its title names.

    >>> Office(title="Vlaams minister van Wonen en Energie", portfolios=("Wonen", "Energie"))
    Office(title='Vlaams minister van Wonen en Energie', portfolios=('Wonen', 'Energie'))
    """

    title: Annotated[str, NOT_EMPTY]
    portfolios: tuple[Annotated[str, NOT_EMPTY], ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Minister(Entity):
    """A minister as the head of an answer presents one."""

    person: Person
    offices: tuple[Office, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Addressee(Entity):
    """A minister a question was put to, with the number it got there.

    ``offices`` may be empty and ``number`` None when they are not printed.

    >>> Addressee(person=Person(name="Ben Weyts"), number=193).number
    193
    """

    person: Person
    offices: tuple[Office, ...] = ()
    number: Annotated[int, at_least(1)] | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)


class PartyKind(StrEnum):
    """What sort of body, service or group acts, or is acted for."""

    MINISTER = "minister"
    AGENCY = "agency"
    LOCAL_AUTHORITY = "local_authority"
    SERVICE = "service"
    GROUP = "group"


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Party(Entity):
    """A body, service or group of people that is a partner, has to act, or is meant.

    ``identifier`` is what the body is known by elsewhere: an abbreviation, a NIS code, a URI.

    >>> Party(name="Agentschap Integratie en Inburgering", kind=PartyKind.AGENCY, identifier="AgII")
    Party(name='Agentschap Integratie en Inburgering', kind=<PartyKind.AGENCY: 'agency'>, \
identifier='AgII')
    """

    name: Annotated[str, NOT_EMPTY]
    kind: PartyKind
    identifier: Annotated[str, NOT_EMPTY] | None = None
    evidence: tuple[Evidence, ...] = field(default=(), eq=False)
