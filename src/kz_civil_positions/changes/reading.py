"""Two aligned registers read side by side, place by place, every difference told once."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

from kz_civil_positions.amending.comparing import own_fields
from kz_civil_positions.changes.fields import own_changes, relabelled
from kz_civil_positions.changes.matching import Matches
from kz_civil_positions.changes.model import Change, ChangeKind
from kz_civil_positions.changes.order import Standing, reordered
from kz_civil_positions.changes.outline import Outline, place_name, section_name
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
_NUMBERED: Final = (Link, Level)
_STAYED: Final = (None, None)
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
        self._equal, self._closed = found.equal, found.closed
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
        if olds is news or not (olds or news):
            return
        kind = type((olds or news)[0])
        matches, name = self._known[kind][0], _NAMES[kind]
        # What is one object on both sides is the same thing: see ``align``.
        others = [pair for pair in zip(olds, news, strict=False) if pair[0] is not pair[1]]
        if len(olds) == len(news) and all(
            matches.old_of.get(name(new)) == name(old) for old, new in others
        ):
            for old, new in others:
                yield from self._stayed(old, new)
            return
        yield from self._rearranged(olds, news)

    def _rearranged(self, olds: Sequence[Node], news: Sequence[Node]) -> Iterator[Change]:
        """The same for children some of which came, went or stand in another order."""
        kind = type((olds or news)[0])
        (matches, known), name = self._known[kind], _NAMES[kind]
        befores = [matches.old_of.get(name(child)) for child in news]
        places = {name(child): place for place, child in enumerate(olds)}
        gone = self._gone(olds, places, {*befores}, matches)
        shifted = _shifted(befores, places, olds, news)
        yield from gone.get(None, ())
        for place, (before, new) in enumerate(zip(befores, news, strict=True)):
            if before is None:
                yield self._told("added", None, new, (None, place))
                yield from self._come_into(new)
            elif before not in places:
                yield from self._arrived(known[before], new, place)
            else:
                old = known[before]
                if place in shifted:
                    yield self._told("reordered", old, new, (places[before], place))
                yield from self._stayed(old, new)
                yield from gone.get(before, ())

    def _gone(
        self,
        olds: Sequence[Node],
        places: Mapping[object, int],
        staying: Collection[object],
        matches: Matches[Any],
    ) -> dict[object, list[Change]]:
        """What went, after the neighbour before it that stayed."""
        gone: dict[object, list[Change]] = {}
        anchor: object = None
        for name, place in places.items():
            if name in staying:
                anchor = name
            elif name not in matches.new_of:
                told = self._told("removed", olds[place], None, (place, None))
                gone.setdefault(anchor, []).append(told)
        return gone

    def _arrived(self, old: Node, new: Node, place: int) -> Iterator[Change]:
        """What came from somewhere else; a link or level has another number for it."""
        positions = (_place_of(self._old, old), place)
        if isinstance(old, _NUMBERED) and isinstance(new, _NUMBERED):
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

    def _stayed(self, old: Node, new: Node) -> Iterator[Change]:
        """What differs in something that stands where it stood."""
        if (
            isinstance(old, _NUMBERED)
            and isinstance(new, _NUMBERED)
            and (old.code, old.label) != (new.code, new.label)
        ):
            number = _number(old) != _number(new)
            yield from relabelled(self._teller, old, new, renumbered=number, positions=_STAYED)
        yield from self._inside(old, new)

    def _inside(self, old: Node, new: Node) -> Iterator[Change]:
        if old is new or self._same(new):
            return
        if own_fields(old) != own_fields(new):
            yield from own_changes(self._teller, old, new)
        if old.children or new.children:
            yield from self.children(old.children, new.children)

    def _same(self, new: Node) -> bool:
        """Whether it is known to say the same in both editions, with all below it."""
        if isinstance(new, Entry):
            return new.id in self._equal
        return isinstance(new, Level) and place_name(new) in self._closed

    def _partner(self, new: Node) -> Node | None:
        matches, olds = self._known[type(new)]
        name = matches.old_of.get(_name(new))
        return None if name is None else olds[name]

    def _told(self, how: str, old: Node | None, new: Node | None, positions: _Positions) -> Change:
        kind = ChangeKind(f"{_CALLED[type(new or old)]}-{how}")  # type: ignore[index]
        return self._teller.tell(kind, old, new, positions=positions)


_NAMES: Final[Mapping[type[Node], Callable[[Any], object]]] = {
    **dict.fromkeys((Block, Link, Level), place_name),
    **dict.fromkeys((Entry, Item), attrgetter("id")),
    Section: section_name,
    Abbreviation: attrgetter("short"),
}


def _name(node: Node) -> object:
    return _NAMES[type(node)](node)


def _number(node: Link | Level) -> object:
    """Its own number: a level is not renumbered when its link is."""
    return node.code if isinstance(node, Link) else node.code.level


def _shifted(
    befores: Sequence[object],
    places: Mapping[object, int],
    olds: Sequence[Node],
    news: Sequence[Node],
) -> frozenset[int]:
    """The later places of those that stand among the same neighbours in another order."""
    there = [places[before] for before in befores if before in places]
    if there == sorted(there):
        return frozenset()
    return reordered(
        [
            Standing(places[before], place, olds[places[before]], news[place])
            for place, before in enumerate(befores)
            if before in places
        ]
    )


def _place_of(side: Outline, node: Node) -> int:
    """Which child it was of what it stood in."""
    siblings: Sequence[Node]
    match node:
        case Item(id=name):
            siblings = side.entry_of[name].items
        case Entry(id=name):
            siblings = side.levels[side.place_of[name]].entries
        case Level(code=code):
            siblings = side.links[code.block, code.sector, code.link, ()].levels
        case Link(code=code):
            siblings = side.sections[code.block, code.sector].links
        case _:
            return 0
    return next(place for place, child in enumerate(siblings) if child is node)
