"""A register by names: what stands where, each block, place, entry and item under its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TypeAlias

from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    Level,
    Link,
    Section,
)

__all__ = ["Outline", "PlaceName", "SectionName", "place_name", "section_name"]

SectionName: TypeAlias = tuple[str, str]
# What a code says, as a plain tuple: a diff asks for it thousands of times.
PlaceName: TypeAlias = tuple[str, str, int, tuple[int, ...]]


def section_name(section: Section) -> SectionName:
    """Answers: by which letter and field of work is this section known?

    Example:
        >>> section_name(Section("B", "health"))
        ('B', 'health')
    """
    return section.block, section.sector or ""


def place_name(place: Block | Link | Level) -> PlaceName:
    """Answers: by which name is this block, link or level known? ``Code(*name)`` is its code.

    Example:
        >>> from kz_civil_positions.codes import Code
        >>> place_name(Block(Code.parse("A"), "А блогы"))
        ('A', '', 0, ())
    """
    code = place.code
    return code.block, code.sector, code.link, code.level


class Outline:
    """Everything in a register by its name; nothing is copied.

    Entries and items are named only where the two registers differ: a level that says the
    same in both is closed, and so are the items of an entry that does.

    Args:
        content: a register in which no name stands twice.

    Attributes:
        content: the register.
        blocks: by name, as links and levels.
        sections: by block and field of work.
        links: by name.
        levels: by name, those closed too.
        abbreviations: by short form.

    Example:
        >>> list(Outline(Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),))).abbreviations)
        ['ММ']
    """  # noqa: E501

    def __init__(self, content: Content) -> None:
        self.content = content
        self.blocks: dict[PlaceName, Block] = {}
        self.sections: dict[SectionName, Section] = {}
        self.links: dict[PlaceName, Link] = {}
        self.levels: dict[PlaceName, Level] = {}
        self.abbreviations: dict[str, Abbreviation] = {
            one.short: one for one in content.abbreviations
        }
        self._closed: AbstractSet[PlaceName] = frozenset()
        self._equal: AbstractSet[str] = frozenset()
        for block in content.blocks:
            self.blocks[place_name(block)] = block
            for section in block.sections:
                self.sections[section_name(section)] = section
                for link in section.links:
                    self.links[place_name(link)] = link
                    for level in link.levels:
                        self.levels[place_name(level)] = level

    def close(self, names: AbstractSet[PlaceName]) -> None:
        """Leaves the entries of these levels aside; to be told before any is asked for."""
        self._closed = names

    def close_entries(self, ids: AbstractSet[str]) -> None:
        """Leaves the items of these entries aside; to be told before any is asked for."""
        self._equal = ids

    def _open(self) -> Iterable[tuple[PlaceName, Level]]:
        return ((name, one) for name, one in self.levels.items() if name not in self._closed)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The entries by id, in the order of the register."""
        return {entry.id: entry for _, level in self._open() for entry in level.entries}

    @cached_property
    def place_of(self) -> dict[str, PlaceName]:
        """The level at which each entry stands."""
        return {entry.id: name for name, level in self._open() for entry in level.entries}

    @cached_property
    def open_entries(self) -> list[Entry]:
        """The entries that say something else in the other register, or are not in it."""
        return [entry for entry in self.entries.values() if entry.id not in self._equal]

    @cached_property
    def items(self) -> dict[str, Item]:
        """The items by id, in the order of the register."""
        return {item.id: item for entry in self.open_entries for item in entry.items}

    @cached_property
    def entry_of(self) -> dict[str, Entry]:
        """The entry in which each item stands."""
        return {item.id: entry for entry in self.open_entries for item in entry.items}

    # ── the whole register ───────────────────────────────────────────────────────────

    def all_entries(self) -> Iterator[Entry]:
        """The entries of all levels, those closed too."""
        for level in self.levels.values():
            yield from level.entries

    @cached_property
    def entry_texts(self) -> Counter[str]:
        """How often each entry's whole text stands in the register."""
        return Counter(entry.text for entry in self.all_entries())

    def texts(self) -> Iterator[str]:
        """The texts of all entries and items."""
        for entry in self.all_entries():
            yield entry.heading
            yield from (item.text for item in entry.items)
