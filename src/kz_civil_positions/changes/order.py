"""What changed its place among its neighbours, and what only made way."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

from kz_civil_positions.amending.wording import printed
from kz_civil_positions.model import Node

__all__ = ["Standing", "reordered"]


class Standing(NamedTuple):
    """A thing that stands in the same thing in both editions.

    Attributes:
        before: its place before.
        after: its place after.
        old: the thing before.
        new: the thing after.
    """

    before: int
    after: int
    old: Node
    new: Node

    @property
    def weight(self) -> int:
        """One thing; then how much it says; then a fixed number, to settle what is left."""
        names = sorted((self.old.address.name, self.new.address.name))
        fixed = zlib.crc32("\0".join(names).encode())
        before = _size(self.old)
        after = before if self.old is self.new else _size(self.new)
        return (1 << 96) + ((before + after) << 32) + fixed


def _size(node: Node) -> int:
    return len(printed(node)) + sum(map(_size, node.children))


def reordered(things: Sequence[Standing]) -> frozenset[int]:
    """Answers: which of these things were put in another place?

    As few as possible; of several ways, the one that moves the least text. Seen from the
    later edition, the same things were put back.

    Args:
        things: in the order of the later edition.

    Returns:
        The later places of those that changed their order.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> long, short = Abbreviation("ММ", "", "ММ – мекеме;"), Abbreviation("ПД", "", "ПД.")
        >>> reordered([Standing(1, 0, short, short), Standing(0, 1, long, long)])
        frozenset({0})
    """
    olds = [thing.before for thing in things]
    best: list[tuple[int, int]] = []
    for at, thing in enumerate(things):
        earlier = ((best[n][0], n) for n in range(at) if olds[n] < thing.before)
        weight, link = max(earlier, default=(0, -1))
        best.append((weight + thing.weight, link))
    at = max(range(len(best)), key=lambda n: best[n][0])
    kept = set()
    while at >= 0:
        kept.add(things[at].after)
        at = best[at][1]
    return frozenset(thing.after for thing in things if thing.after not in kept)
