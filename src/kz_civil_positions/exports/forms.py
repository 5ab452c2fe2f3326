"""The form of an edition's JSON as classes: for reading it strictly, and for its schema."""

from attrs import frozen

from kz_civil_positions.codes import Address, Code
from kz_civil_positions.model import Certitude, ItemKind, LabelState, Span, Tongues

__all__ = [
    "AbbreviationForm",
    "BlockForm",
    "DoubtForm",
    "EditionForm",
    "EntryForm",
    "EvidenceForm",
    "FaultForm",
    "ItemForm",
    "LevelForm",
    "LinkForm",
    "PairForm",
    "PrintedForm",
    "PrintedPairForm",
    "SectionForm",
    "SectorForm",
]


@frozen
class PrintedForm:
    """A label as the source prints it.

    Attributes:
        text: in its own script.
        lines: where it stands.
        source: the order whose source file the lines are of.
    """

    text: str | None
    lines: Span | None
    source: str | None


@frozen
class LinkForm:
    """A link in the outline of its section.

    Attributes:
        code: with its sector.
        label: how its label is known.
        printed: its label in the source.
        levels: the codes of its levels; they stand in this order among all levels.
    """

    code: Code
    label: LabelState
    printed: PrintedForm | None
    levels: tuple[Code, ...]


@frozen
class SectionForm:
    """The links of a block that stand under one sector heading, or under none.

    Attributes:
        block: the block's letter.
        sector: None for what stands under no sector heading.
        heading: the sector's heading as printed.
        lines: where the heading stands.
        source: the order whose source file the lines are of.
        links: in the order of the register.
    """

    block: str
    sector: str | None
    heading: str | None
    lines: Span | None
    source: str | None
    links: tuple[LinkForm, ...]


@frozen
class BlockForm:
    """A block, with the outline of what stands in it.

    Attributes:
        block: its code.
        heading: as printed.
        lines: where the heading stands.
        source: the order whose source file the lines are of.
        sections: in the order of the register.
    """

    block: Code
    heading: str
    lines: Span | None
    source: str | None
    sections: tuple[SectionForm, ...]


@frozen
class SectorForm:
    """A sector heading.

    Attributes:
        block: the block's letter.
        sector: health, other and so on.
        heading: as printed.
        lines: where it stands.
        source: the order whose source file the lines are of.
    """

    block: str
    sector: str
    heading: str | None
    lines: Span | None
    source: str | None


@frozen
class PairForm:
    """How the labels of a level are known.

    Attributes:
        link: the link's.
        level: the level's own.
    """

    link: LabelState
    level: LabelState


@frozen
class PrintedPairForm:
    """The labels of a level in the source.

    Attributes:
        link: the link's.
        level: the level's own.
    """

    link: PrintedForm | None
    level: PrintedForm | None


@frozen
class ItemForm:
    """One part under an entry's heading.

    Attributes:
        kind: what it names.
        text: as printed.
        id: permanent.
        lines: where it stands.
        source: the order whose source file the lines are of.
    """

    kind: ItemKind
    text: str
    id: str
    lines: Span | None
    source: str | None


@frozen
class EntryForm:
    """An entry.

    Attributes:
        id: permanent.
        text: heading and items joined with single blanks.
        heading: as printed.
        items: in the order of the register.
        lines: where it stands.
        source: the order whose source file the lines are of.
        doubts: ids of the doubts that concern it.
    """

    id: str
    text: str
    heading: str
    items: tuple[ItemForm, ...]
    lines: Span | None
    source: str | None
    doubts: tuple[str, ...]


@frozen
class LevelForm:
    """A level.

    Attributes:
        code: without the sector.
        block: the block's letter.
        sector: None in a block without sectors.
        link: the link's code, without the sector.
        level: the level's number; None where a link has no levels.
        label: how its labels are known.
        printed: its labels in the source.
        lines: of its cell.
        entries: in the order of the register.
    """

    code: Code
    block: str
    sector: str | None
    link: Code
    level: str | None
    label: PairForm
    printed: PrintedPairForm
    lines: Span | None
    entries: tuple[EntryForm, ...]


@frozen
class AbbreviationForm:
    """A line of the list of abbreviations.

    Attributes:
        short: the abbreviation.
        long: what it stands for.
        text: the line as printed.
        lines: where it stands.
        source: the order whose source file the lines are of.
    """

    short: str
    long: str
    text: str
    lines: Span | None
    source: str | None


@frozen
class EvidenceForm:
    """One ground of a doubt.

    Attributes:
        lines: the source lines it rests on.
        source: the order whose source file the lines are of.
        quote: the words as they stand in the source.
        note: what it shows.
    """

    lines: Span | None
    source: str | None
    quote: str | None
    note: Tongues


@frozen
class DoubtForm:
    """A reading that is inferred or unknown.

    Attributes:
        id: permanent.
        kind: what sort of thing is in doubt.
        certitude: how strong the reading is.
        about: the places and entries it concerns; empty for the edition as a whole.
        statement: what is inferred or unknown.
        evidence: why it is read so.
        settled_by: what would settle it.
    """

    id: str
    kind: str
    certitude: Certitude
    about: tuple[Address, ...]
    statement: Tongues
    evidence: tuple[EvidenceForm, ...]
    settled_by: Tongues


@frozen
class FaultForm:
    """A fault of print that is kept.

    Attributes:
        about: the id of the entry or item.
        address: its address.
        kind: wording, punctuation or unexpanded.
        words: as printed.
        note: what seems wrong.
    """

    about: str
    address: Address
    kind: str
    words: str
    note: Tongues


@frozen
class EditionForm:
    """An edition as ``kz-civil-positions export`` gives it.

    Attributes:
        format: the number of this form.
        order: the order that made the edition.
        edition: its name.
        language: of the text.
        held: whether the text is held; without it all lists of text are empty.
        blocks: with the outline of the register.
        sectors: the sector headings.
        levels: all levels, in the order of the register.
        abbreviations: the list that closes the register.
        doubts: readings that are inferred or unknown.
        faults: faults of print that are kept.
    """

    format: int
    order: str
    edition: str
    language: str
    held: bool
    blocks: tuple[BlockForm, ...]
    sectors: tuple[SectorForm, ...]
    levels: tuple[LevelForm, ...]
    abbreviations: tuple[AbbreviationForm, ...]
    doubts: tuple[DoubtForm, ...]
    faults: tuple[FaultForm, ...]
