"""Which things of a text that is brought are known already: those keep their permanent ids."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.amending.tree import over, subtree
from kz_civil_positions.changes.alignment import align
from kz_civil_positions.changes.matching import Ground
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.model import Content, Doubt, Entry, Item, Node
from kz_civil_positions.sources.slugs import free_slug

__all__ = ["Carried", "WeakPair", "carry_over", "doubts_about", "ids_in"]

# Two things that say the same, or stand over the same list, are plainly one. These grounds
# are only probable, and a reviewer is asked.
_WEAK: Final = frozenset({Ground.LIKENESS, Ground.MOVE, Ground.POSITION})
# No id that is stored begins so: a thing is known by what it says, not by the id that its
# words suggest.
_SUGGESTED: Final = "~"


@frozen
class WeakPair:
    """A thing that is taken for one of the earlier edition, on a ground that is only probable.

    Attributes:
        address: of the thing, under the id it keeps.
        old: what it said before.
        new: what it says in the text that is brought.
        ground: why the two are taken for one.
    """

    address: Address
    old: str
    new: str
    ground: Ground


@frozen
class Carried:
    """A register under its permanent ids.

    Attributes:
        content: the register.
        names: the permanent id for each suggested one.
        kept: how many entries and items keep the id of a thing that was there before.
        weak: the pairs for a reviewer to look at.
    """

    content: Content
    names: Mapping[str, str]
    kept: int = 0
    weak: tuple[WeakPair, ...] = ()


def ids_in(content: Content) -> Iterator[str]:
    """Answers: which ids have the entries and items of this register?

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> list(ids_in(Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),))))
        []
    """
    for node in subtree(content):
        if isinstance(node, Entry | Item):
            yield node.id


def carry_over(brought: Content, known: Iterable[Content], used: AbstractSet[str]) -> Carried:
    """Answers: what is this register under ids that are permanent?

    Args:
        brought: the register as a text gives it, its ids suggestions.
        known: the editions whose things it may have, the likeliest first. What is met in one
            is not looked for in the next.
        used: every id that was ever given in this register; none of them goes to a new thing.

    Returns:
        The register. A thing of a known edition keeps its id; a new one gets a new id.

    Example:
        >>> carry_over(Content(()), (), set()).content
        Content(blocks=(), abbreviations=())
    """
    met: dict[str, _Met] = {}
    for edition in known:
        taken = {one.name for one in met.values()}
        for one in _met(edition, _renamed(brought, _Suggested())):
            if one.suggested not in met and one.name not in taken:
                met[one.suggested] = one
    names = dict(_names(brought, met, used))
    weak = tuple(one.weak for one in met.values() if one.weak)
    return Carried(_renamed(brought, names), names, len(met), weak)


@frozen
class _Met:
    """A thing that is brought, and the known one that it is taken for."""

    suggested: str
    name: str
    weak: WeakPair | None = None


def _met(known: Content, brought: Content) -> Iterator[_Met]:
    for pair in align(known, brought).pairs():
        old, new = pair.old, pair.new
        if isinstance(old, Entry | Item) and isinstance(new, Entry | Item):
            weak = WeakPair(old.address, old.text, new.text, pair.ground)
            suggested = new.id.removeprefix(_SUGGESTED)
            yield _Met(suggested, old.id, weak if pair.ground in _WEAK else None)


class _Suggested(dict[str, str]):
    """Every suggested id, marked as one."""

    def __missing__(self, name: str) -> str:
        return f"{_SUGGESTED}{name}"


def _names(
    brought: Content, met: Mapping[str, _Met], used: AbstractSet[str]
) -> Iterator[tuple[str, str]]:
    taken = set(used) | {one.name for one in met.values()}
    holder = ""
    for node in subtree(brought):
        if not isinstance(node, Entry | Item):
            continue
        wanted = node.id
        if isinstance(node, Item):  # an item's id begins with that of its entry
            wanted = f"{holder}.{node.id.partition('.')[2]}"
        name = met[node.id].name if node.id in met else free_slug(wanted, taken)
        holder = name if isinstance(node, Entry) else holder
        taken.add(name)
        yield node.id, name


def _renamed(content: Content, names: Mapping[str, str]) -> Content:
    def renamed(node: Node) -> Node:
        if isinstance(node, Entry | Item):
            node = evolve(node, id=names[node.id])
        return over(node, tuple(renamed(child) for child in node.children))

    found = renamed(content)
    assert isinstance(found, Content)  # noqa: S101 - a register stays a register
    return found


def doubts_about(doubts: Iterable[Doubt], names: Mapping[str, str]) -> tuple[Doubt, ...]:
    """Answers: what are these doubts, when they speak of things by their permanent ids?"""
    return tuple(
        evolve(doubt, about=tuple(_about(address, names) for address in doubt.about))
        for doubt in doubts
    )


def _about(address: Address, names: Mapping[str, str]) -> Address:
    if address.kind in (Kind.ENTRY, Kind.ITEM):
        return evolve(address, name=names.get(address.name, address.name))
    return address
