"""The register as immutable objects: what an edition says, and how we know it.

Nothing here reads files, clocks or languages. Whatever is built outside has been
checked at the edge; these classes trust it.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Self

from attrs import evolve, field

from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import BadInputError, NotHeldError, UnknownAddressError
from kz_civil_positions.things import frozen

__all__ = [
    "Abbreviation",
    "Block",
    "Certitude",
    "Content",
    "Doubt",
    "Edition",
    "Entry",
    "Evidence",
    "Item",
    "ItemKind",
    "Label",
    "LabelState",
    "Level",
    "Link",
    "Node",
    "PrintedFault",
    "Section",
    "Span",
    "Tongues",
]


@frozen(order=True)
class Span:
    """Lines of a source file, first and last, counted from 1.

    Attributes:
        order: the order whose source file is meant.
        first: the first line.
        last: the last line, included.
    """

    order: str
    first: int
    last: int

    def through(self, other: "Span") -> "Span":
        """The lines from the start of this span to the end of the other."""
        return Span(self.order, min(self.first, other.first), max(self.last, other.last))

    def __str__(self) -> str:
        return f"L{self.first}" if self.first == self.last else f"L{self.first}–{self.last}"


@frozen
class Tongues:
    """One statement of ours in the three languages."""

    kk: str
    ru: str
    en: str

    def __getitem__(self, language: str) -> str:
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]


class LabelState(StrEnum):
    """How we know the label of a link or level."""

    PRINTED = "printed"
    INFERRED = "inferred"
    NONE = "none"


@frozen
class Label:
    """A label cell of the table.

    Attributes:
        state: printed in the source, inferred by us, or none (a link without levels).
        text: the label as the source prints it, in its own script; None unless printed.
        lines: where it is printed.
    """

    state: LabelState
    text: str | None = None
    lines: Span | None = None


class ItemKind(StrEnum):
    """What an item of an entry names."""

    INSTITUTION = "institution"
    SPECIALITY = "speciality"
    UNIT = "unit"
    SUBHEADING = "subheading"


@frozen
class Item:
    """One paragraph, or one part between commas, under an entry's heading.

    Attributes:
        id: permanent; tells where the item was born, not where it stands.
        kind: what it names; a subheading governs the items after it.
        text: as printed, its closing mark included.
        lines: where it stands in the source.
    """

    id: str
    kind: ItemKind
    text: str
    lines: Span | None = None

    @property
    def address(self) -> Address:
        """The item's address."""
        return Address(Kind.ITEM, self.id)

    @property
    def children(self) -> tuple["Node", ...]:
        """Nothing stands below an item."""
        return ()


@frozen
class Entry:
    """A paragraph group inside a level: a heading and its items, or a bare title.

    Attributes:
        id: permanent; survives moves and rewording, never used again.
        heading: as printed, its closing mark included.
        items: in the order of the register.
        lines: where the whole entry stands in the source.
    """

    id: str
    heading: str
    items: tuple[Item, ...] = ()
    lines: Span | None = None

    @property
    def address(self) -> Address:
        """The entry's address."""
        return Address(Kind.ENTRY, self.id)

    @property
    def children(self) -> tuple[Item, ...]:
        """The items."""
        return self.items

    def with_children(self, children: tuple[Item, ...]) -> Self:
        """The same entry over other items."""
        return evolve(self, items=children)

    @property
    def text(self) -> str:
        """The entry as printed: heading and items, joined with single blanks."""
        return " ".join((self.heading, *(item.text for item in self.items)))


@frozen
class Level:
    """A row of the table: a level (деңгей) and its cell of entries."""

    code: Code
    label: Label
    entries: tuple[Entry, ...] = ()

    @property
    def address(self) -> Address:
        """The level's address."""
        return Address(Kind.LEVEL, str(self.code))

    @property
    def children(self) -> tuple[Entry, ...]:
        """The entries."""
        return self.entries

    def with_children(self, children: tuple[Entry, ...]) -> Self:
        """The same level over other entries."""
        return evolve(self, entries=children)

    @property
    def text(self) -> str:
        """The cell as printed: the texts of the entries, joined with single blanks."""
        return " ".join(entry.text for entry in self.entries)

    @property
    def lines(self) -> Span | None:
        """The source lines of the cell, where all its entries come from one source."""
        spans = [entry.lines for entry in self.entries]
        known = [span for span in spans if span is not None]
        if not known or len(known) < len(spans) or len({span.order for span in known}) > 1:
            return None
        return known[0].through(known[-1])


@frozen
class Link:
    """A link (буын): the levels that share one label cell."""

    code: Code
    label: Label
    levels: tuple[Level, ...] = ()

    @property
    def address(self) -> Address:
        """The link's address."""
        return Address(Kind.LINK, str(self.code))

    @property
    def children(self) -> tuple[Level, ...]:
        """The levels."""
        return self.levels

    def with_children(self, children: tuple[Level, ...]) -> Self:
        """The same link over other levels."""
        return evolve(self, levels=children)


@frozen
class Section:
    """The links of a block that stand under one sector heading, or under none.

    Attributes:
        block: the block's letter.
        sector: ``"health"``, ``"other"`` …, or None for what stands under no sector heading.
        heading: the sector's heading as printed.
        links: in the order of the register.
        lines: where the heading stands.
    """

    block: str
    sector: str | None = None
    heading: str | None = None
    links: tuple[Link, ...] = ()
    lines: Span | None = None

    @property
    def address(self) -> Address:
        """The sector's address."""
        return Address(Kind.SECTOR, f"{self.block}/{self.sector}" if self.sector else self.block)

    @property
    def children(self) -> tuple[Link, ...]:
        """The links."""
        return self.links

    def with_children(self, children: tuple[Link, ...]) -> Self:
        """The same section over other links."""
        return evolve(self, links=children)


@frozen
class Block:
    """A block of the register: A managerial, B main, C administrative, D auxiliary."""

    code: Code
    heading: str
    sections: tuple[Section, ...] = ()
    lines: Span | None = None

    @property
    def address(self) -> Address:
        """The block's address."""
        return Address(Kind.BLOCK, str(self.code))

    @property
    def children(self) -> tuple[Section, ...]:
        """The sections."""
        return self.sections

    def with_children(self, children: tuple[Section, ...]) -> Self:
        """The same block over other sections."""
        return evolve(self, sections=children)


@frozen
class Abbreviation:
    """A line of the list of abbreviations.

    Attributes:
        short: the abbreviation.
        long: what it stands for.
        text: the line as printed.
        lines: where it stands in the source.
    """

    short: str
    long: str
    text: str
    lines: Span | None = None

    @property
    def address(self) -> Address:
        """The abbreviation's address."""
        return Address(Kind.ABBREVIATION, self.short)

    @property
    def children(self) -> tuple["Node", ...]:
        """Nothing stands below an abbreviation."""
        return ()


@frozen
class Content:
    """Everything a register says in one edition; equal when it says the same."""

    blocks: tuple[Block, ...]
    abbreviations: tuple[Abbreviation, ...] = ()

    @property
    def address(self) -> Address:
        """The register's own address."""
        return Address(Kind.REGISTER)

    @property
    def children(self) -> tuple["Node", ...]:
        """The blocks, then the abbreviations."""
        return (*self.blocks, *self.abbreviations)

    def with_children(self, children: tuple["Node", ...]) -> Self:
        """The same register over other blocks and abbreviations."""
        return evolve(
            self,
            blocks=tuple(child for child in children if isinstance(child, Block)),
            abbreviations=tuple(child for child in children if isinstance(child, Abbreviation)),
        )

    def walk(self) -> Iterator["Node"]:
        """Every block, section, link, level, entry, item and abbreviation, top down."""
        return _below(self)


Node = Content | Block | Section | Link | Level | Entry | Item | Abbreviation


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


class Certitude(StrEnum):
    """How far a reading that is not simply printed can be relied on."""

    STRONG = "strong"
    WEAK = "weak"
    UNKNOWN = "unknown"


@frozen
class Evidence:
    """One ground of a doubt.

    Attributes:
        note: what it shows.
        lines: the source lines it rests on, or None for a comparison.
        quote: the words or lines as they stand in the source.
    """

    note: Tongues
    lines: Span | None = None
    quote: str | None = None


@frozen
class Doubt:
    """A machine-readable statement that a reading is inferred or unknown.

    Attributes:
        id: permanent.
        kind: what sort of thing is in doubt, such as ``"lost-label"``.
        certitude: how strong our reading is.
        about: the places and entries it concerns; empty for the edition as a whole.
        statement: what is inferred or unknown.
        evidence: why we read it so.
        settled_by: what would settle it.
    """

    id: str
    kind: str
    certitude: Certitude
    about: tuple[Address, ...]
    statement: Tongues
    evidence: tuple[Evidence, ...]
    settled_by: Tongues


@frozen
class PrintedFault:
    """A fault of the official print that we keep: *sic*.

    Attributes:
        about: the entry or item it stands in.
        words: the faulty words as printed.
        kind: ``"wording"`` or ``"punctuation"`` or ``"unexpanded"``.
        note: what seems wrong.
    """

    about: Address
    words: str
    kind: str
    note: Tongues


@frozen
class Edition:
    """The whole register after an order: an immutable snapshot.

    Two editions are told apart by their key; ``a.content == b.content`` asks whether they
    say the same. What we doubt about a text is beside the text, not in it.

    Attributes:
        key: the edition's name: its order's id, with ``@date`` where an order takes
            effect by stages or where a published edition is meant.
        order: the order that made this edition.
        language: of the text, such as ``"kaz"``.
        content: what it says; None when the text is not held.
        doubts: readings that are inferred or unknown.
        faults: faults of print that are kept.
    """

    key: str
    order: str
    language: str = "kaz"
    content: Content | None = field(default=None, repr=False)
    doubts: tuple[Doubt, ...] = field(default=(), repr=False)
    faults: tuple[PrintedFault, ...] = field(default=(), repr=False)

    @property
    def held(self) -> bool:
        """Whether we have the text of this edition."""
        return self.content is not None

    @property
    def text(self) -> Content:
        """What the edition says.

        Raises:
            NotHeldError: when we do not have its text.
        """
        if self.content is None:
            raise NotHeldError("text-not-held", edition=self.key, order=self.order)
        return self.content

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, in the order of the register."""
        return self.text.blocks

    @property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The list of abbreviations that closes the register."""
        return self.text.abbreviations

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """All levels, in the order of the register."""
        return tuple(node for node in self.text.walk() if isinstance(node, Level))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the register."""
        return tuple(entry for level in self.levels for entry in level.entries)

    @cached_property
    def _level_of(self) -> Mapping[str, Level]:
        return MappingProxyType(
            {child.id: level for level in self.levels for child in _named(level)}
        )

    def levels_at(self, code: str | Code) -> tuple[Level, ...]:
        """Answers: which levels does this code cover?

        Args:
            code: a level (``"A3-2-1"``), a link (``"A3"``), a block (``"A"``); in a block
                with sectors, plain ``"B2-1"`` covers both and ``"health/B2-1"`` one.

        Returns:
            The levels, in the order of the register; at least one.

        Raises:
            BadInputError: when it is no code.
            UnknownAddressError: when the edition has no such place; near codes are named.
            NotHeldError: when the text is not held.
        """
        wanted = Code.parse(code) if isinstance(code, str) else code
        found = tuple(level for level in self.levels if wanted.covers(level.code))
        if not found:
            near = ", ".join(self._near(wanted))
            raise UnknownAddressError("no-such-code", code=wanted, edition=self.key, near=near)
        return found

    @cached_property
    def _link_of(self) -> Mapping[Code, Link]:
        return MappingProxyType(
            {node.code: node for node in self.text.walk() if isinstance(node, Link)}
        )

    def link_of(self, level: Level) -> Link:
        """Answers: which link does this level of the edition belong to?"""
        return self._link_of[level.code.link_code]

    def block_of(self, level: Level) -> Block:
        """Answers: which block does this level of the edition belong to?"""
        return next(block for block in self.blocks if block.code.covers(level.code))

    def section_of(self, level: Level) -> Section:
        """Answers: under which sector heading, or none, does this level stand?"""
        return next(
            section
            for section in self.block_of(level).sections
            if (section.sector or "") == level.code.sector
        )

    def _near(self, wanted: Code) -> list[str]:
        same_link = [level for level in self.levels if wanted.link_code.covers(level.code)]
        same_block = [level for level in self.levels if level.code.block == wanted.block]
        return [str(level.code) for level in same_link or same_block or self.levels][:8]

    def __getitem__(self, code: str | Code) -> Level:
        """Answers: what stands at this level?

        Example:
            >>> import kz_civil_positions as kz
            >>> edition = kz.load().edition("2019-920")
            >>> edition["A3-2-1"].entries[0].heading
            'Республикалық маңызы бар ММ филиалының дәріхана меңгерушісі:'
        """
        found = self.levels_at(code)
        if len(found) > 1:
            codes = ", ".join(str(level.code) for level in found)
            raise BadInputError("code-fits-several", code=str(code), codes=codes)
        return found[0]

    def __contains__(self, identity: str) -> bool:
        """Answers: does an entry or item of this edition have this id?"""
        return identity in self._level_of

    def level_of(self, identity: str) -> Level:
        """Answers: at which level does this entry or item stand?

        Raises:
            UnknownAddressError: when the edition has no such id.
        """
        try:
            return self._level_of[identity]
        except KeyError:
            near = ", ".join(get_close_matches(identity, self._level_of, 3, 0.3)) or "–"
            raise UnknownAddressError(
                "no-such-id", id=identity[:80], edition=self.key, near=near
            ) from None

    def entry(self, identity: str) -> Entry:
        """Answers: which entry has this id, or holds the item that has it?

        Raises:
            UnknownAddressError: when the edition has no such id.
        """
        level = self.level_of(identity)
        return next(e for e in level.entries if identity in (e.id, *(i.id for i in e.items)))

    def doubts_about(self, level: Level, entry: Entry | None = None) -> tuple[Doubt, ...]:
        """Answers: what is inferred or unknown about this level, or this entry of it?

        A doubt about a link or block concerns every level in it. Without an entry, the
        doubts of all the level's entries are given too: none may be lost on the way.

        Args:
            level: a level of this edition.
            entry: one of its entries.

        Returns:
            The doubts, in the order of the edition.
        """
        entries = level.entries if entry is None else (entry,)
        ids = {one.id for one in entries} | {item.id for one in entries for item in one.items}
        return tuple(
            doubt for doubt in self.doubts if any(_concerns(a, level, ids) for a in doubt.about)
        )

    def faults_in(self, entry: Entry) -> tuple[PrintedFault, ...]:
        """Answers: which faults of print are kept in this entry?"""
        places = {entry.address, *(item.address for item in entry.items)}
        return tuple(fault for fault in self.faults if fault.about in places)


def _named(level: Level) -> Iterator[Entry | Item]:
    for entry in level.entries:
        yield entry
        yield from entry.items


def _concerns(about: Address, level: Level, ids: set[str]) -> bool:
    if about.kind in (Kind.ENTRY, Kind.ITEM):
        return about.name in ids
    if about.kind is Kind.LEVEL:
        return about == level.address
    return about.kind in (Kind.LINK, Kind.BLOCK) and about.code.covers(level.code)
