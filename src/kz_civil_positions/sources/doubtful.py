"""What a person has to look at: readings that rules suggest, and places they cannot settle."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.messages import say
from kz_civil_positions.model import Certitude, Doubt, Evidence, Span, Tongues
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.repairs import Repair
from kz_civil_positions.sources.sectors import sector_of
from kz_civil_positions.sources.vocabulary import block_of, level_of, link_of

__all__ = ["Doubtful", "Placed", "placed"]

_INSIDE: Final = frozenset({Part.SECTOR, Part.LINK, Part.LEVEL, Part.TEXT})


@frozen
class Doubtful:
    """A reading that rests on more than what is printed, or a place where one may be missing.

    Attributes:
        kind: what sort of thing it is; the name of its sentences.
        about: the place it concerns.
        lines: the lines it rests on.
        certitude: how far it can be relied on.
        facts: what its sentences speak of.
        quote: the words it rests on, as they stand there.
        reading: the reading that is suggested; None where there is only something to look at.
    """

    kind: str
    about: Address
    lines: Span
    certitude: Certitude
    facts: Mapping[str, object] = field(factory=dict)
    quote: str | None = None
    reading: Repair | None = None

    @property
    def repair(self) -> Repair | None:
        """The suggested reading, with its reason."""
        if self.reading is None:
            return None
        return evolve(self.reading, why=self._say(f"sources.{self.kind}"))

    @property
    def doubt(self) -> Doubt:
        """What a look-up of that place is to say."""
        evidence = Evidence(self._say(f"sources.{self.kind}-evidence"), self.lines, self.quote)
        return Doubt(
            id=f"{self.kind}-l{self.lines.first}",
            kind=self.kind,
            certitude=self.certitude,
            about=(self.about,),
            statement=self._say(f"sources.{self.kind}"),
            evidence=(evidence,),
            settled_by=self._say("sources.settled-by-other-copy"),
        )

    def _say(self, key: str) -> Tongues:
        facts = {**self.facts, "lines": self.lines}
        return Tongues(
            kk=say(key, "kk", **facts), ru=say(key, "ru", **facts), en=say(key, "en", **facts)
        )


@frozen
class Placed:
    """A paragraph of the table, and the place it stands at.

    Attributes:
        paragraph: the paragraph.
        code: of the block, link or level it stands in; a label stands in its own.
    """

    paragraph: Paragraph
    code: Code

    @property
    def address(self) -> Address:
        """The level it stands in, or the link or block as far as one is known."""
        in_link = self.code.link > 0 or self.code.block == "D"
        if self.code.level or (self.paragraph.part is Part.TEXT and in_link):
            return Address(Kind.LEVEL, str(self.code))
        if in_link:
            return Address(Kind.LINK, str(self.code))
        return Address(Kind.BLOCK, self.code.block)


def placed(stream: Iterable[Paragraph]) -> Iterator[Placed]:
    """Answers: at which place does each paragraph of the table stand?

    Args:
        stream: all paragraphs of a text.

    Yields:
        Headings, labels and texts, from the first block on.
    """
    code: Code | None = None
    for paragraph in stream:
        if paragraph.part is Part.BLOCK:
            code = Code(block_of(paragraph.text) or "")
        elif code is None or paragraph.part not in _INSIDE:
            continue
        elif paragraph.part is Part.SECTOR:
            code = Code(code.block, sector_of(paragraph.text) or "")
        elif paragraph.part is Part.LINK:
            link = link_of(paragraph.text)
            code = Code(code.block, code.sector, link.link if link else 0)
        elif paragraph.part is Part.LEVEL:
            code = evolve(code, level=level_of(paragraph.text) or ())
        yield Placed(paragraph, code)
