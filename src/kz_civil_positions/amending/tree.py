"""A register as an indexed tree: found by address, changed by copying the path to the root.

A change rebuilds the ancestors of what changed and nothing else: every other node stays
the identical object, and the index is mended only for the subtree concerned.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol, cast

from kz_civil_positions.amending.refusals import OperationError
from kz_civil_positions.codes import Address, Kind
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
from kz_civil_positions.operations import Place, Where

__all__ = ["ABBREVIATIONS", "KINDS", "REGISTER", "IndexedTree", "over", "subtree"]

REGISTER: Final = Address(Kind.REGISTER)
ABBREVIATIONS: Final = Address(Kind.ABBREVIATIONS)
KINDS: Final[dict[type[Node], Kind]] = {
    Content: Kind.REGISTER,
    Block: Kind.BLOCK,
    Section: Kind.SECTOR,
    Link: Kind.LINK,
    Level: Kind.LEVEL,
    Entry: Kind.ENTRY,
    Item: Kind.ITEM,
    Abbreviation: Kind.ABBREVIATION,
}
_HOLDS: Final[dict[Kind, tuple[Kind, ...]]] = {
    Kind.REGISTER: (Kind.BLOCK, Kind.ABBREVIATION),
    Kind.ABBREVIATIONS: (Kind.ABBREVIATION,),
    Kind.BLOCK: (Kind.SECTOR,),
    Kind.SECTOR: (Kind.LINK,),
    Kind.LINK: (Kind.LEVEL,),
    Kind.LEVEL: (Kind.ENTRY,),
    Kind.ENTRY: (Kind.ITEM,),
}


class _Holder(Protocol):
    def with_children(self, children: tuple[Node, ...]) -> Node: ...


def over(node: Node, children: tuple[Node, ...]) -> Node:
    """Answers: what is this node over other children?

    Args:
        node: any node.
        children: nodes of a kind that it holds; none for an item or abbreviation.

    Returns:
        The node itself where it has and gets no children, else a new one.

    Example:
        >>> over(Entry("head", "Бастық."), ()).children
        ()
    """
    if not children and not node.children:
        return node
    return cast("_Holder", node).with_children(children)


def subtree(node: Node) -> Iterator[Node]:
    """Answers: which nodes are this one and those below it, top down?

    Args:
        node: any node.

    Returns:
        The nodes, in the order of the register.

    Example:
        >>> [str(node.address) for node in subtree(Content((), (Abbreviation("ММ", "", ""),)))]
        ['register', 'abbreviation:ММ']
    """
    yield node
    for child in node.children:
        yield from subtree(child)


def _code_fits(parent: Node, child: Node) -> bool:
    match parent, child:
        case Content(), Block(code=code):
            return not code.sector and not code.link and not code.level
        case Block(), Section():
            return child.block == parent.code.block
        case Section(), Link(code=code):
            place = (code.block, code.sector, code.level)
            return place == (parent.block, parent.sector or "", ())
        case Link(), Level(code=code):
            return code.link_code == parent.code
        case _:
            return True


_Arrival = tuple[Address, Node, Address | None]


class IndexedTree:
    """A register that can be changed, with the place of everything in it.

    Attributes:
        content: the register as it stands now; None while its text is not held.
        nodes: everything in the register, by address.
        parents: what each thing stands in.

    Example:
        >>> tree = IndexedTree(Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),)))
        >>> tree.take_out(Address.parse("abbreviation:ММ")).long
        'мекеме'
        >>> tree.content
        Content(blocks=(), abbreviations=())
    """

    def __init__(self, content: Content | None = None) -> None:
        self.content: Content | None = None
        self.nodes: dict[Address, Node] = {}
        self.parents: dict[Address, Address] = {}
        self._journal: list[tuple[Address, Node | None, Address | None]] = []
        self._depth = 0
        if content is not None:
            self.plant(content)

    def find(self, address: Address) -> Node:
        """Answers: what stands at this address?

        Raises:
            OperationError: ``no-such-target``.
        """
        try:
            return self.nodes[address]
        except KeyError:
            raise OperationError("no-such-target", target=address) from None

    def standing(self, target: Address) -> tuple[Node, ...]:
        """Answers: which things are meant by an operation's target?

        Returns:
            All abbreviations for their list, else the one thing at the address.

        Raises:
            OperationError: ``no-such-target``.
        """
        if target == ABBREVIATIONS and self.content is not None:
            return self.content.abbreviations
        return (self.find(target),)

    def plant(self, content: Content) -> None:
        """Puts a whole register in the stead of what there was.

        Raises:
            OperationError: when it names one thing twice, or a code does not fit its place.
        """
        arrivals = self._arrivals(content, None, leaving=frozenset(self.nodes))
        for address in tuple(self.nodes):
            self._erase(address)
        self._write(arrivals)
        self.content = content

    def put(self, address: Address, node: Node) -> None:
        """Puts a node, with all below it, in the place of the one at the address.

        Raises:
            OperationError: when nothing is there, an address that comes stands elsewhere
                already, or a code does not fit its place.
        """
        old = self.find(address)
        if old is node:
            return
        if isinstance(node, Content):
            self.plant(node)
            return
        parent = self.find(self._parent(address))
        leaving = frozenset(below.address for below in subtree(old))
        arrivals = self._arrivals(node, parent, leaving)
        for gone in leaving:
            self._erase(gone)
        self._write(arrivals)
        self._graft(parent, tuple(node if child is old else child for child in parent.children))

    def insert(self, parent: Address, position: int, node: Node) -> None:
        """Puts a node, with all below it, among the children of another.

        Raises:
            OperationError: as for ``put``.
        """
        holder = self.find(parent)
        self._write(self._arrivals(node, holder, frozenset()))
        children = holder.children
        self._graft(holder, (*children[:position], node, *children[position:]))

    def take_out(self, address: Address) -> Node:
        """Takes a node, with all below it, out of the register, and gives it.

        Raises:
            OperationError: when nothing is there, or it is the register itself.
        """
        node = self.find(address)
        parent = self.find(self._parent(address))
        for below in subtree(node):
            self._erase(below.address)
        self._graft(parent, tuple(child for child in parent.children if child is not node))
        return node

    def spot(self, place: Place, kind: Kind) -> tuple[Address, int]:
        """Answers: inside what, and before which of its children, is this place?

        Args:
            place: the place an operation names.
            kind: of the thing that shall stand there.

        Returns:
            The container and a position among its children.

        Raises:
            OperationError: when there is no such place, or none for this kind.
        """
        anchor = place.anchor
        if place.where in (Where.BEFORE, Where.AFTER):
            if anchor.kind is not kind:
                raise OperationError("kind-does-not-fit", target=anchor, found=kind)
            neighbour = self.find(anchor)
            parent = self._parent(anchor)
            siblings = self.find(parent).children
            position = next(n for n, child in enumerate(siblings) if child is neighbour)
            return parent, position + (place.where is Where.AFTER)
        if kind not in _HOLDS.get(anchor.kind, ()):
            raise OperationError("kind-does-not-fit", target=anchor, found=kind)
        parent = REGISTER if anchor == ABBREVIATIONS else anchor
        children = self.find(parent).children
        lead = sum(isinstance(child, Block) for child in children) if parent == REGISTER else 0
        first, last = (0, lead) if kind is Kind.BLOCK else (lead, len(children))
        return parent, first if place.where is Where.FIRST else last

    def place_of(self, address: Address) -> Place:
        """Answers: how is the place where this thing stands named without naming it?

        Args:
            address: of anything but the register.

        Returns:
            After its neighbour of the same kind, or first in what it stands in.

        Raises:
            OperationError: when nothing is there.
        """
        node, parent = self.find(address), self._parent(address)
        siblings = self.find(parent).children
        position = next(n for n, child in enumerate(siblings) if child is node)
        if position and type(siblings[position - 1]) is type(node):
            return Place(Where.AFTER, siblings[position - 1].address)
        held_in = ABBREVIATIONS if address.kind is Kind.ABBREVIATION else parent
        return Place(Where.FIRST, held_in)

    def line(self, address: Address) -> Iterator[Address]:
        """Answers: in what does this thing stand, from itself up to the register?"""
        step: Address | None = address
        while step is not None:
            yield step
            step = self.parents.get(step)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What happens inside is done wholly, or leaves register and index as they were."""
        mark, root = len(self._journal), self.content
        self._depth += 1
        try:
            yield
        except BaseException:
            self._undo(mark)
            self.content = root
            raise
        finally:
            self._depth -= 1
            if not self._depth:
                self._journal.clear()

    def _parent(self, address: Address) -> Address:
        try:
            return self.parents[address]
        except KeyError:
            raise OperationError("kind-does-not-fit", target=address, found=address.kind) from None

    def _arrivals(
        self, node: Node, parent: Node | None, leaving: frozenset[Address]
    ) -> list[_Arrival]:
        arrivals: list[_Arrival] = []
        seen: set[Address] = set()
        self._arrive(node, parent, arrivals)
        for address, _, above in arrivals:
            if address in seen or (address in self.nodes and address not in leaving):
                there = above if address in seen else self.parents.get(address)
                raise OperationError("place-taken", target=address, found=there)
            seen.add(address)
        return arrivals

    def _arrive(self, node: Node, parent: Node | None, arrivals: list[_Arrival]) -> None:
        address = node.address
        above = None if parent is None else parent.address
        if above is not None and address.kind not in _HOLDS.get(above.kind, ()):
            raise OperationError("kind-does-not-fit", target=above, found=address.kind)
        if parent is not None and not _code_fits(parent, node):
            raise OperationError("code-does-not-fit", target=above, found=address)
        arrivals.append((address, node, above))
        for child in node.children:
            self._arrive(child, node, arrivals)

    def _graft(self, old: Node, children: tuple[Node, ...]) -> None:
        new, address = over(old, children), old.address
        while True:
            self._note(address)
            self.nodes[address] = new
            if isinstance(new, Content):
                self.content = new
                return
            address = self.parents[address]
            above = self.nodes[address]
            siblings = tuple(new if child is old else child for child in above.children)
            old, new = above, over(above, siblings)

    def _write(self, arrivals: list[_Arrival]) -> None:
        for address, node, parent in arrivals:
            self._note(address)
            self.nodes[address] = node
            if parent is not None:
                self.parents[address] = parent

    def _erase(self, address: Address) -> None:
        self._note(address)
        del self.nodes[address]
        self.parents.pop(address, None)

    def _note(self, address: Address) -> None:
        if self._depth:
            self._journal.append((address, self.nodes.get(address), self.parents.get(address)))

    def _undo(self, mark: int) -> None:
        while len(self._journal) > mark:
            address, node, parent = self._journal.pop()
            self.nodes.pop(address, None)
            self.parents.pop(address, None)
            if node is not None:
                self.nodes[address] = node
            if parent is not None:
                self.parents[address] = parent
