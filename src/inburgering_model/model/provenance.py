"""Where a value was read: sources, spans of their text, and evidence for a field."""

from typing import Annotated, ClassVar, Self

from attrs import frozen

from inburgering_model.errors import must_be
from inburgering_model.model._entity import Entity
from inburgering_model.model._shape import NOT_EMPTY, at_least, matching, one_of

__all__ = ["CONFIDENCES", "Evidence", "Source", "Span"]

CONFIDENCES = (0.9, 0.7, 0.5, 0.3)
"""The steps of confidence. They are ordinal: 0.9 is surer than 0.7, neither is a probability.

0.9
    A frame of the language that says just this ("is afgelopen", "werd opgenomen in").
0.7
    A frame that nearly always means this, or a value taken over from the text around it.
0.5
    Plausible; a careful reader could read it otherwise.
0.3
    A hint, shown so that somebody can look.
"""

SourceId = Annotated[str, matching(r"s[0-9a-f]{8}", "'s' and 8 hexadecimal digits")]
Sha256 = Annotated[str, matching(r"[0-9a-f]{64}", "64 hexadecimal digits")]
RuleId = Annotated[
    str, matching(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", "a rule id in lower case, such as 'label.range'")
]
Confidence = Annotated[float, one_of(*CONFIDENCES)]


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Span(Entity):
    """A stretch of a source's raw text, half-open, in Unicode code points.

    >>> Span(source="s0123abcd", start=3, end=7).length
    4
    """

    source: SourceId
    start: Annotated[int, at_least(0)]
    end: Annotated[int, at_least(0)]

    _agreement: ClassVar = "{0}start <= {0}end"

    def _inconsistency(self) -> tuple[str, str] | None:
        if self.end < self.start:
            return "end", f"{self.end} comes before start {self.start}"
        return None

    @property
    def length(self) -> int:
        """Code points covered."""
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies within this one, in the same source."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Evidence(Entity):
    """What a field's value was read from, by which rule, and how surely.

    ``of`` names the field, and is empty for the whole entity. ``rule`` is None when a person wrote
    it down, ``confidence`` is None when the value is plainly printed (see :data:`CONFIDENCES`).

    >>> Evidence(of="period", rule="pilot.period", confidence=0.9).spans
    ()
    """

    of: str = ""
    spans: tuple[Span, ...] = ()
    rule: RuleId | None = None
    confidence: Confidence | None = None


@frozen(kw_only=True, weakref_slot=False, repr=False, order=False)
class Source(Entity):
    """A text that values were read from.

    ``text`` is the raw text that spans count in; None when it is left out on purpose, for instance
    because it may not be passed on. ``length`` counts its code points, ``sha256`` is of its UTF-8
    form, ``file_sha256`` of the file it was extracted from.

    >>> source = Source.of_text("1. Ja.", name="antwoord.txt")
    >>> source.length, source.id == "s" + source.sha256[:8]
    (6, True)
    """

    id: SourceId
    name: str | None = None
    media_type: Annotated[str, NOT_EMPTY] = "text/plain"
    extractor: str | None = None
    extractor_version: str | None = None
    text: str | None = None
    length: Annotated[int, at_least(0)]
    sha256: Sha256
    file_sha256: Sha256 | None = None

    @classmethod
    def of_text(  # noqa: PLR0913 - keywords, one for each field that the text does not give
        cls,
        text: str,
        *,
        name: str | None = None,
        media_type: str = "text/plain",
        extractor: str | None = None,
        extractor_version: str | None = None,
        file_sha256: str | None = None,
    ) -> Self:
        """Make the source of a text, with its id, length and hash.

        Raises TypeError when the text is not a str.
        """
        must_be(str, text, "the text as a str", {"bytes": "decode it first"})
        digest = _sha256(text)
        return cls(
            id=f"s{digest[:8]}",
            name=name,
            media_type=media_type,
            extractor=extractor,
            extractor_version=extractor_version,
            text=text,
            length=len(text),
            sha256=digest,
            file_sha256=file_sha256,
        )

    def _inconsistency(self) -> tuple[str, str] | None:
        if self.id[1:] != self.sha256[:8]:
            return "id", f"{self.id!r} does not begin the hash {self.sha256[:8]}…"
        if self.text is None:
            return None
        if len(self.text) != self.length:
            return "length", f"{self.length} is not the text's length {len(self.text)}"
        if _sha256(self.text) != self.sha256:
            return "sha256", "is not the hash of the text"
        return None

    def __repr__(self) -> str:
        """Id, name and length: a whole document would drown everything else."""
        return f"Source(id={self.id!r}, name={self.name!r}, length={self.length})"


def _sha256(text: str) -> str:
    import hashlib  # noqa: PLC0415 - takes a tenth of importing the model, which may go without

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
