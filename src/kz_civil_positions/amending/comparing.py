"""What differs between two registers, by permanent address; what is shared is not looked at.

Registers share what did not change, so a comparison walks only where two nodes are not
the identical object: its cost follows the change, not the register.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Final

from kz_civil_positions.amending.tree import subtree
from kz_civil_positions.codes import Address
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    Level,
    Link,
    Node,
    Section,
)

__all__ = ["Aspect", "Comparison", "changed", "own_fields", "removed"]

_OWN: Final[Mapping[type[Node], Callable[[Node], object]]] = {
    Content: lambda _: None,
    Block: attrgetter("code", "heading", "lines"),
    Section: attrgetter("block", "sector", "heading", "lines"),
    Link: attrgetter("code", "label"),
    Level: attrgetter("code", "label"),
    Entry: attrgetter("id", "heading", "lines"),
    Item: attrgetter("id", "kind", "text", "lines"),
    Abbreviation: attrgetter("short", "long", "text", "lines"),
}


class Aspect(StrEnum):
    """In what way a thing differs."""

    ADDED = "added"
    REMOVED = "removed"
    FIELDS = "fields"
    MEMBERS = "members"
    ORDER = "order"


def own_fields(node: Node) -> object:
    """Answers: what does this node say itself, those below it apart?

    Args:
        node: any node.

    Returns:
        A value that is equal for two nodes that say the same.

    Example:
        >>> own_fields(Entry("head", "Бастық."))
        ('head', 'Бастық.', None)
    """
    return _OWN[type(node)](node)


class Comparison:
    """Two registers, or two wordings of one thing, held against each other.

    A thing that moved differs in nothing itself; what it left and what it came to have
    other members.

    Args:
        before: the earlier one.
        after: the later one, at the same address.
        aside: things whose own change of place among their neighbours is not told.

    Attributes:
        found: each address that differs, with the way it differs.
        gone: what is there no more, in the order of the register.

    Example:
        >>> entry = Entry("head", "Бастық.")
        >>> Comparison(entry, Entry("head", "Бастық;")).found
        {(Address(kind=<Kind.ENTRY: 'entry'>, name='head'), <Aspect.FIELDS: 'fields'>)}
    """

    def __init__(self, before: Node, after: Node, aside: Iterable[Address] = ()) -> None:
        self.found: set[tuple[Address, Aspect]] = set()
        self._aside = frozenset(aside)
        self._left: dict[Address, Node] = {}
        self._came: dict[Address, Node] = {}
        self._descend(before, after)
        self.gone = self._settle()

    def _descend(self, old: Node, new: Node) -> None:
        if old is new:
            return
        olds, news = _unshared(old.children, new.children)
        self._tell(old, new, olds, news)
        for address, child in olds.items():
            if address in news:
                self._descend(child, news[address])
            else:
                self._left[address] = child
        self._came.update((address, news[address]) for address in news if address not in olds)

    def _tell(
        self, old: Node, new: Node, olds: Mapping[Address, Node], news: Mapping[Address, Node]
    ) -> None:
        if own_fields(old) != own_fields(new):
            self.found.add((old.address, Aspect.FIELDS))
        if olds.keys() != news.keys():
            self.found.add((old.address, Aspect.MEMBERS))
        both = (olds.keys() & news.keys()) - self._aside
        if [a for a in olds if a in both] != [a for a in news if a in both]:
            self.found.add((old.address, Aspect.ORDER))

    def _settle(self) -> tuple[Node, ...]:
        """Tells what left one container and came to another from what is gone or new."""
        for address in self._left.keys() & self._came.keys():
            if self._left[address] is self._came[address]:
                del self._left[address], self._came[address]
        left, came = _spread(self._left.values()), _spread(self._came.values())
        for address in left.keys() & came.keys():
            old, new = left[address], came[address]
            if old is not new:
                self._tell(old, new, _by_address(old.children), _by_address(new.children))
        self.found.update((address, Aspect.ADDED) for address in came if address not in left)
        self.found.update((address, Aspect.REMOVED) for address in left if address not in came)
        return tuple(node for address, node in left.items() if address not in came)


def changed(before: Content, after: Content) -> frozenset[Address]:
    """Answers: which things were added, removed or altered?

    Altered is what says something else itself, or has other children or has them in
    another order. What only stands elsewhere is not altered: its containers are.

    Args:
        before: the earlier register.
        after: the later one.

    Returns:
        The addresses.

    Example:
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> sorted(map(str, changed(Content((), (line,)), Content(()))))
        ['abbreviation:ММ', 'register']
    """
    return frozenset(address for address, _ in Comparison(before, after).found)


def removed(before: Content, after: Content) -> tuple[Node, ...]:
    """Answers: which things have an address before and none after?

    A link or level that got another code is among them: its old code names nothing now.

    Args:
        before: the earlier register.
        after: the later one.

    Returns:
        The things as they last stood, in the order of the register; each thing in them
        that is gone too follows it.

    Example:
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> [node.short for node in removed(Content((), (line,)), Content(()))]
        ['ММ']
    """
    return Comparison(before, after).gone


def _by_address(nodes: Iterable[Node]) -> dict[Address, Node]:
    return {node.address: node for node in nodes}


def _spread(roots: Iterable[Node]) -> dict[Address, Node]:
    return {node.address: node for root in roots for node in subtree(root)}


def _unshared(
    olds: tuple[Node, ...], news: tuple[Node, ...]
) -> tuple[dict[Address, Node], dict[Address, Node]]:
    """Answers: what is left of two lists of children without their identical ends?"""
    shorter = min(len(olds), len(news))
    start = 0
    while start < shorter and olds[start] is news[start]:
        start += 1
    end = 0
    while end < shorter - start and olds[-1 - end] is news[-1 - end]:
        end += 1
    return (
        _by_address(olds[start : len(olds) - end]),
        _by_address(news[start : len(news) - end]),
    )
