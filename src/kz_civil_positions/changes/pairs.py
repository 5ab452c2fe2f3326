"""What an alignment says: which things of two editions are the same, and why."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from attrs import define, field, frozen

from kz_civil_positions.changes.matching import Ground, Matches
from kz_civil_positions.changes.outline import Outline, PlaceName, SectionName
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import Node

__all__ = ["Alignment", "Pair"]

K = TypeVar("K", bound=Hashable)


@frozen
class Pair:
    """One thing in two editions.

    Attributes:
        old: the thing before.
        new: the thing after.
        ground: why the two are taken for one.
    """

    old: Node
    new: Node
    ground: Ground


@define(eq=False)
class Alignment:
    """Which things of two editions are the same.

    Each kind has its matches by name: ids of entries and items, what the codes of blocks,
    links and levels say, block and field of sectors, short forms of abbreviations. What
    stands in something that says the same in both editions, to the last id and line, is not
    listed among the matches; ``pairs`` gives it too.

    Attributes:
        old: the earlier register by name.
        new: the later one.
        blocks: matches of blocks.
        sections: matches of sectors.
        links: matches of links.
        levels: matches of levels.
        entries: matches of entries.
        items: matches of items, where their entries differ.
        abbreviations: matches of abbreviations.
        equal: ids of entries that say the same in both editions, to the last line.
        closed: levels that do; their entries are not listed among the matches of entries.
    """

    old: Outline
    new: Outline
    blocks: Matches[PlaceName] = field(factory=Matches)
    sections: Matches[SectionName] = field(factory=Matches)
    links: Matches[PlaceName] = field(factory=Matches)
    levels: Matches[PlaceName] = field(factory=Matches)
    entries: Matches[str] = field(factory=Matches)
    items: Matches[str] = field(factory=Matches)
    abbreviations: Matches[str] = field(factory=Matches)
    equal: set[str] = field(factory=set)
    closed: AbstractSet[PlaceName] = frozenset()

    def pairs(self) -> Iterator[Pair]:
        """Answers: which things are in both editions, in the order of the later one's kinds?

        Yields:
            Blocks, sectors, links, levels, entries, items, abbreviations.
        """
        old, new = self.old, self.new
        yield from _paired(self.blocks, old.blocks, new.blocks)
        yield from _paired(self.sections, old.sections, new.sections)
        yield from _paired(self.links, old.links, new.links)
        yield from _paired(self.levels, old.levels, new.levels)
        yield from _paired(self.entries, old.entries, new.entries)
        yield from _paired(self.items, old.items, new.items)
        for name in self.equal:
            yield from _inside(old.entries[name], new.entries[name])
        for place in self.closed:
            yield from _inside(old.levels[place], new.levels[place])
        yield from _paired(self.abbreviations, old.abbreviations, new.abbreviations)

    def renamed(self) -> Iterator[tuple[Address, Address]]:
        """Answers: which things have another id, code or short form than before?"""
        for kind, matches, _ in self._kinds():
            for old, new in matches.new_of.items():
                if old != new:
                    yield _address(kind, old), _address(kind, new)

    def came(self) -> Iterator[Address]:
        """Answers: which links, levels, entries, items and abbreviations are new?"""
        for kind, matches, names in self._kinds():
            yield from (_address(kind, name) for name in matches.came(names))

    def _kinds(self) -> Iterator[tuple[Kind, Matches[Any], Iterable[object]]]:
        new = self.new
        changed = (entry for name, entry in new.entries.items() if name not in self.equal)
        yield Kind.LINK, self.links, new.links
        yield Kind.LEVEL, self.levels, new.levels
        yield Kind.ENTRY, self.entries, new.entries
        yield Kind.ITEM, self.items, [item.id for entry in changed for item in entry.items]
        yield Kind.ABBREVIATION, self.abbreviations, new.abbreviations


def _inside(old: Node, new: Node) -> Iterator[Pair]:
    """What stands in a thing that says the same in both editions."""
    for before, after in zip(old.children, new.children, strict=True):
        yield Pair(before, after, Ground.ID)
        yield from _inside(before, after)


def _paired(matches: Matches[K], olds: Mapping[K, Node], news: Mapping[K, Node]) -> Iterator[Pair]:
    for new, old in matches.old_of.items():
        yield Pair(olds[old], news[new], matches.grounds[new])


def _address(kind: Kind, name: Any) -> Address:  # noqa: ANN401 - an id, a short form or a place
    return Address(kind, str(Code(*name)) if isinstance(name, tuple) else name)
