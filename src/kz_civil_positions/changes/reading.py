"""Two aligned registers read side by side, place by place, every difference told once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kz_civil_positions.changes.fields import own_changes, relabelled
from kz_civil_positions.changes.matching import Matches
from kz_civil_positions.changes.model import Change, ChangeKind
from kz_civil_positions.changes.order import Standing, reordered
from kz_civil_positions.changes.outline import section_name
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
from kz_civil_positions.wording import whole

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


class _Kind(NamedTuple):
    """One kind of thing: which are the same, and where those of either edition are found."""

    matches: Matches[object]
    olds: Mapping[object, Node]


def read(found: Alignment) -> Iterator[Change]:
    """Answers: what differs between these two registers, in the order of the later one?

    What came or went is told as a whole; what moved into it or out of it is told of itself.
    What went is told where it stood.

    Args:
        found: the alignment.

    Yields:
        The changes; doubts and faults of print, which are beside the text, apart.
    """
    reader = _Reader(found)
    old, new = found.old.content, found.new.content
    if old is not new:
        yield from reader.children(old.blocks, new.blocks)
        yield from reader.children(old.abbreviations, new.abbreviations)


class _Reader:
    def __init__(self, found: Alignment) -> None:
        self._found = found
        self._teller = Teller(found)

    def children(self, olds: Sequence[Node], news: Sequence[Node]) -> Iterator[Change]:
        """What differs between the children of one thing, before and after."""
        if olds is news:
            return
        places = {_name(child): place for place, child in enumerate(olds)}
        partners = [self._partner(child) for child in news]
        gone = self._gone(olds, {_name(one) for one in partners if one is not None})
        shifted = reordered(list(_standings(partners, news, places)))
        yield from gone.get(None, ())
        for place, (old, new) in enumerate(zip(partners, news, strict=True)):
            if old is None:
                yield self._tell("added", None, new, None, place)
            elif _name(old) not in places:
                yield from self._arrived(old, new, place)
            else:
                if place in shifted:
                    yield self._tell("reordered", old, new, places[_name(old)], place)
                if isinstance(old, Link | Level) and isinstance(new, Link | Level):
                    yield from relabelled(
                        self._teller,
                        old,
                        new,
                        renumbered=_number(old) != _number(new),
                        positions=(None, None),
                    )
            yield from self._inside(old, new)
            yield from gone.get(new, ()) if False else ()
