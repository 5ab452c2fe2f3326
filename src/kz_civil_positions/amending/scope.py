"""What an operation may change, told from its own fields alone.

The engine holds every operation to it: a change outside is an error of the engine, or of
the data, and never goes into an edition.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from kz_civil_positions.amending.comparing import Aspect
from kz_civil_positions.amending.tree import ABBREVIATIONS, REGISTER, IndexedTree, subtree
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import Link, Node
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Move,
    Operation,
    Payload,
    Place,
    Relabel,
    Remove,
    RemoveWords,
    Replace,
    ReplaceWords,
    Restate,
    Where,
)
from kz_civil_positions.things import frozen

__all__ = ["Scope", "declared"]


@frozen
class Scope:
    """What an operation may change.

    Attributes:
        within: things it may add, remove or alter.
        carriers: things that may get other members, the rest of them in the same order.
        moved: things that may stand elsewhere among the same neighbours.
        aspects: in what way the things within may change.
    """

    within: frozenset[Address]
    carriers: frozenset[Address] = frozenset()
    moved: frozenset[Address] = frozenset()
    aspects: frozenset[Aspect] = frozenset(Aspect)

    def strays(self, found: Iterable[tuple[Address, Aspect]]) -> list[Address]:
        """Answers: which of these differences lie outside?

        Args:
            found: addresses and how they differ.

        Returns:
            The addresses, sorted.

        Example:
            >>> Scope(within=frozenset({REGISTER})).strays([(ABBREVIATIONS, Aspect.ADDED)])
            [Address(kind=<Kind.ABBREVIATIONS: 'abbreviations'>, name='')]
        """
        return sorted(
            {
                address
                for address, aspect in found
                if not (address in self.within and aspect in self.aspects)
                and not (address in self.carriers and aspect is Aspect.MEMBERS)
            }
        )

    def apart_from(self, other: "Scope") -> bool:
        """Answers: can neither operation touch what the other may change?

        Args:
            other: the scope of another operation on the same register.

        Returns:
            Whether the order of the two cannot matter.

        Example:
            >>> scope = Scope(within=frozenset({REGISTER}))
            >>> scope.apart_from(scope)
            False
        """
        return not (self.touched & other.touched)

    @property
    def touched(self) -> frozenset[Address]:
        """All that it names."""
        return self.within | self.carriers | self.moved


def declared(tree: IndexedTree, operation: Operation) -> Scope:
    """Answers: what may this operation change, by its own fields?

    Args:
        tree: the register before it.
        operation: any operation.

    Returns:
        Its scope; ancestors that only carry a change are no part of it.

    Raises:
        OperationError: when its target or place is not there.

    Example:
        >>> from kz_civil_positions.model import Content
        >>> declared(IndexedTree(Content(())), Restate(target=ABBREVIATIONS, content=())).carriers
        frozenset({Address(kind=<Kind.REGISTER: 'register'>, name='')})
    """
    words = isinstance(operation, ReplaceWords | InsertWords | RemoveWords)
    return Scope(
        within=_within(tree, operation),
        carriers=_carriers(tree, operation),
        moved=_moved(operation),
        aspects=frozenset({Aspect.FIELDS} if words else Aspect),
    )


def _within(tree: IndexedTree, operation: Operation) -> frozenset[Address]:
    match operation:
        case Restate(content=content) if tree.content is None:
            return _addresses(content)
        case Restate(target=target, content=content) | Replace(target=target, content=content):
            return _addresses(content) | _below(tree, target)
        case Insert(content=element):
            return _addresses(element)
        case Remove() | ReplaceWords() | InsertWords() | RemoveWords():
            return _below(tree, operation.target)
        case Relabel(target=target, code=code):
            return frozenset(_coded(tree.find(target), code))
        case _:
            return frozenset()


def _carriers(tree: IndexedTree, operation: Operation) -> frozenset[Address]:
    match operation:
        case Restate(target=target):
            return _one(REGISTER if target == ABBREVIATIONS else None)
        case Insert(place=place):
            return _one(_container(tree, place))
        case Move(target=target, place=place):
            return _one(tree.parents.get(target)) | _one(_container(tree, place))
        case Remove(target=target) | Replace(target=target) | Relabel(target=target):
            return _one(tree.parents.get(target))
        case _:
            return frozenset()


def _moved(operation: Operation) -> frozenset[Address]:
    match operation:
        case Move(target=target):
            return _one(target)
        case Restate(target=target, content=content) if target == ABBREVIATIONS:
            return _addresses(content)
        case _:
            return frozenset()


def _one(address: Address | None) -> frozenset[Address]:
    return frozenset() if address is None else frozenset({address})


def _addresses(payload: Payload) -> frozenset[Address]:
    roots = payload if isinstance(payload, tuple) else (payload,)
    return frozenset(node.address for root in roots for node in subtree(root))


def _below(tree: IndexedTree, target: Address) -> frozenset[Address]:
    return frozenset(node.address for root in tree.standing(target) for node in subtree(root))


def _container(tree: IndexedTree, place: Place) -> Address | None:
    if place.where in (Where.BEFORE, Where.AFTER):
        return tree.parents.get(place.anchor)
    return REGISTER if place.anchor == ABBREVIATIONS else place.anchor


def _coded(node: Node, code: Code) -> Iterator[Address]:
    """A link or level and a link's levels, as they are called before and after it is recoded."""
    yield from (node.address, Address(node.address.kind, str(code)))
    for level in node.levels if isinstance(node, Link) else ():
        yield from (level.address, Address(Kind.LEVEL, str(evolve(code, level=level.code.level))))
