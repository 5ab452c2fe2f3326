"""A register by names: what stands where, each block, place, entry and item under its own."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

from kz_civil_positions.codes import Code
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

__all__ = ["Outline", "SectionName", "section_name"]

SectionName: TypeAlias = tuple[str, str]


def section_name(section: Section) -> SectionName:
    """Answers: by which letter and field of work is this section known?

    Example:
        >>> section_name(Section("B", "health"))
        ('B', 'health')
    """
    return section.block, section.sector or ""


class Outline:
    """Everything in a register by its name; nothing is copied.

    Args:
        content: a register in which no name stands twice.

    Attributes:
        content: the register.
        blocks: by code.
        sections: by block and field of work.
        links: by code.
        levels: by code.
        abbreviations: by short form.

    Example:
        >>> list(Outline(Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),))).abbreviations)
        ['ММ']
    """  # noqa: E501

    def __init__(self, content: Content) -> None:
        self.content = content
        self.blocks: dict[Code, Block] = {}
        self.sections: dict[SectionName, Section] = {}
        self.links: dict[Code, Link] = {}
        self.levels: dict[Code, Level] = {}
        self.abbreviations: dict[str, Abbreviation] = {
            one.short: one for one in content.abbreviations
        }
        for block in content.blocks:
            self.blocks[block.code] = block
            for section in block.sections:
                self.sections[section_name(section)] = section
                for link in section.links:
                    self.links[link.code] = link
                    self.levels.update((level.code, level) for level in link.levels)

    @cached_property
    def level_of(self) -> dict[str, Level]:
        """The level at which each entry stands."""
        return {entry.id: level for level in self.levels.values() for entry in level.entries}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The entries by id, in the order of the register."""
        return {entry.id: entry for level in self.levels.values() for entry in level.entries}

    @cached_property
    def entry_of(self) -> dict[str, Entry]:
        """The entry in which each item stands."""
        return {item.id: entry for entry in self.entries.values() for item in entry.items}

    @cached_property
    def items(self) -> dict[str, Item]:
        """The items by id, in the order of the register."""
        return {item.id: item for entry in self.entries.values() for item in entry.items}

    @cached_property
    def entry_texts(self) -> Counter[str]:
        """How often each entry's whole text stands in the register."""
        return Counter(entry.text for entry in self.entries.values())

    def texts(self) -> Iterator[str]:
        """The texts of all entries and items."""
        for entry in self.entries.values():
            yield entry.heading
            yield from (item.text for item in entry.items)
