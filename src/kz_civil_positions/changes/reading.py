"""Two aligned registers read side by side, place by place, every difference told once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from kz_civil_positions.changes.fields import own_changes, relabelled
from kz_civil_positions.changes.matching import Matches
from kz_civil_positions.changes.model import Change, ChangeKind
from kz_civil_positions.changes.order import Standing, reordered
from kz_civil_positions.changes.outline import Outline, section_name
from kz_civil_positions.changes.pairs import Alignment
from kz_civil_positions.changes.telling import Teller
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Entry,
    Item,
    Level,
    Link,
    Node,
    Section,
)

__all__ = ["read"]

_CALLED: Final[Mapping[type[Node], str]] = {
    Block: "block",
    Section: "sector",
    Link: "link",
    Level: "level",
    Entry: "entry",
    Item: "item",
    Abbreviation: "abbreviation",
}
_Positions = tuple[int | None, int | None]


def read(found: Alignment) -> Iterator[Change]:
    """Answers: what differs between these two registers, in the order of the later one?

    What came or went is told as a whole; what moved into it or out of it is told of itself.
    What went is told where it stood.

    Args:
        found: the alignment.

    Yields:
        The changes of the texts; doubts and faults of print stand beside them.
    """
    reader = _Reader(found)
    old, new = found.old.content, found.new.content
    if old is not new:
        yield from reader.children(old.blocks, new.blocks)
        yield from reader.children(old.abbreviations, new.abbreviations)


class _Reader:
    def __init__(self, found: Alignment) -> None:
        self._old = found.old
        self._equal = found.equal
        self._teller = Teller(found)
        # By kind: the earlier names of later things, and the earlier things by name.
        self._known: dict[type[Node], tuple[Matches[Any], Mapping[Any, Node]]] = {
            Block: (found.blocks, found.old.blocks),
            Section: (found.sections, found.old.sections),
            Link: (found.links, found.old.links),
            Level: (found.levels, found.old.levels),
            Entry: (found.entries, found.old.entries),
            Item: (found.items, found.old.items),
            Abbreviation: (found.abbreviations, found.old.abbreviations),
        }

    def children(self, olds: Sequence[Node], news: Sequence[Node]) -> Iterator[Change]:
        """What differs between the children of a thing that is in both editions."""
        if olds is news:
            return
        places = {_name(child): place for place, child in enumerate(olds)}
        partners = [self._partner(child) for child in news]
        gone = self._gone(olds, {_name(one) for one in partners if one is not None})
        shifted = reordered(_standings(partners, news, places))
        yield from gone.get(None, ())
        for place, (old, new) in enumerate(zip(partners, news, strict=True)):
            if old is None:
                yield self._told("added", None, new, (None, place))
                yield from self._come_into(new)
                continue
            before = places.get(_name(old))
            if before is None:
                yield from self._arrived(old, new, place)
            else:
                if place in shifted:
                    yield self._told("reordered", old, new, (before, place))
                yield from self._renumbered(old, new)
                yield from self._inside(old, new)
                yield from gone.get(_name(old), ())

    def _gone(
        self, olds: Sequence[Node], staying: Collection[object]
    ) -> dict[object, list[Change]]:
        """What went, after the neighbour before it that stayed."""
        gone: dict[object, list[Change]] = {}
        anchor: object = None
        for place, child in enumerate(olds):
            if _name(child) in staying:
                anchor = _name(child)
            elif _name(child) not in self._known[type(child)][0].new_of:
                told = self._told("removed", child, None, (place, None))
                gone.setdefault(anchor, []).append(told)
        return gone

    def _arrived(self, old: Node, new: Node, place: int) -> Iterator[Change]:
        """What came from somewhere else; a link or level has another number for it."""
        positions = (_place_of(self._old, old), place)
        if isinstance(old, Link | Level) and isinstance(new, Link | Level):
            yield from relabelled(self._teller, old, new, renumbered=True, positions=positions)
        else:
            yield self._told("moved", old, new, positions)
        yield from self._inside(old, new)

    def _come_into(self, new: Node) -> Iterator[Change]:
        """What moved into something that is new."""
        for place, child in enumerate(new.children):
            old = self._partner(child)
            if old is None:
                yield from self._come_into(child)
            else:
                yield from self._arrived(old, child, place)

    def _renumbered(self, old: Node, new: Node) -> Iterator[Change]:
        if isinstance(old, Link | Level) and isinstance(new, Link | Level) and old is not new:
            number = _number(old) != _number(new)
            yield from relabelled(self._teller, old, new, renumbered=number, positions=(None, None))

    def _inside(self, old: Node, new: Node) -> Iterator[Change]:
        if old is new or (isinstance(new, Entry) and new.id in self._equal):
            return
        yield from own_changes(self._teller, old, new)
        yield from self.children(old.children, new.children)

    def _partner(self, new: Node) -> Node | None:
        matches, olds = self._known[type(new)]
        name = matches.old_of.get(_name(new))
        return None if name is None else olds[name]

    def _told(self, how: str, old: Node | None, new: Node | None, positions: _Positions) -> Change:
        kind = ChangeKind(f"{_CALLED[type(new or old)]}-{how}")  # type: ignore[index]
        return self._teller.tell(kind, old, new, positions=positions)


def _name(node: Node) -> object:
    match node:
        case Entry() | Item():
            return node.id
        case Block() | Link() | Level():
            return node.code
        case Section():
            return section_name(node)
        case Abbreviation():
            return node.short
    return None


def _number(node: Link | Level) -> object:
    """Its own number: a level is not renumbered when its link is."""
    return node.code if isinstance(node, Link) else node.code.level


def _standings(
    partners: Sequence[Node | None], news: Sequence[Node], places: Mapping[object, int]
) -> list[Standing]:
    return [
        Standing(places[_name(old)], place, old, new)
        for place, (old, new) in enumerate(zip(partners, news, strict=True))
        if old is not None and _name(old) in places
    ]


def _place_of(side: Outline, node: Node) -> int:
    """Which child it was of what it stood in."""
    siblings: Sequence[Node]
    match node:
        case Item(id=name):
            siblings = side.entry_of[name].items
        case Entry(id=name):
            siblings = side.level_of[name].entries
        case Level(code=code):
            siblings = side.links[code.link_code].levels
        case Link(code=code):
            siblings = side.sections[code.block, code.sector].links
        case _:
            return 0
    return next(place for place, child in enumerate(siblings) if child is node)
