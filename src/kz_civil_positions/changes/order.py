"""What changed its place among its neighbours, and what only made way."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Standing", "reordered"]


class Standing(NamedTuple):
    """A thing that has the same neighbours on both sides.

    Attributes:
        old: its place before.
        new: its place after.
        size: how much text it has.
        names: its names on both sides, sorted, so that both directions agree.
    """

    old: int
    new: int
    size: int
    names: tuple[str, str]

    @property
    def weight(self) -> int:
        """One thing, then its size; a fixed number settles what is left."""
        return (1 << 96) + (self.size << 32) + zlib.crc32("\0".join(self.names).encode())


def reordered(things: Sequence[Standing]) -> frozenset[int]:
    """Answers: which of these things were put in another place?

    As few as possible; of several ways, the one that moves the least text. Seen from the
    later edition, the same things were put back.

    Args:
        things: in the order of the later edition.

    Returns:
        The later places of those that changed their order.

    Example:
        >>> reordered([Standing(1, 0, 5, ("b", "b")), Standing(0, 1, 90, ("a", "a"))])
        frozenset({0})
    """
    olds = [thing.old for thing in things]
    if olds == sorted(olds):
        return frozenset()
    best: list[tuple[int, int]] = []
    for at, thing in enumerate(things):
        before = ((best[n][0], n) for n in range(at) if things[n].old < thing.old)
        weight, link = max(before, default=(0, -1))
        best.append((weight + thing.weight, link))
    at = max(range(len(best)), key=lambda n: best[n][0])
    kept = set()
    while at >= 0:
        kept.add(things[at].new)
        at = best[at][1]
    return frozenset(thing.new for thing in things if thing.new not in kept)
