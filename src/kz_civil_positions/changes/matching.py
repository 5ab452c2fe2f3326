"""Pairs of things of one kind, found pass after pass; what is once paired stays paired."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import field, frozen

__all__ = ["Ground", "Matches", "best_first", "in_gaps", "in_order", "one_to_one"]

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Ground(StrEnum):
    """Why two things are taken for one, in the order in which the grounds are tried."""

    ID = "id"
    TEXT = "text"
    HEADING = "heading"
    ENTRIES = "entries"
    LABEL = "label"
    STRUCTURE = "structure"
    LIKENESS = "likeness"
    MOVE = "move"
    POSITION = "position"


@frozen(eq=False)
class Matches(Generic[K]):
    """Which things of one kind are the same in both editions, by name.

    Attributes:
        new_of: the later name of each thing that is in both.
        old_of: the earlier one.
        grounds: by the later name, why they are the same.

    Example:
        >>> matches = Matches()
        >>> matches.join("old-id", "new-id", Ground.TEXT)
        >>> matches.new_of["old-id"], matches.old_of["new-id"]
        ('new-id', 'old-id')
    """

    new_of: dict[K, K] = field(factory=dict)
    old_of: dict[K, K] = field(factory=dict)
    grounds: dict[K, Ground] = field(factory=dict)

    def join(self, old: K, new: K, ground: Ground) -> None:
        """Takes two things for one."""
        self.new_of[old] = new
        self.old_of[new] = old
        self.grounds[new] = ground

    def join_all(self, names: Iterable[K], ground: Ground) -> None:
        """Takes things for one that have the same name on both sides."""
        same = {name: name for name in names}
        self.new_of.update(same)
        self.old_of.update(same)
        self.grounds.update(dict.fromkeys(same, ground))

    def left(self, names: Iterable[K]) -> list[K]:
        """Those of these earlier names that have no later one."""
        return [name for name in names if name not in self.new_of]

    def came(self, names: Iterable[K]) -> list[K]:
        """Those of these later names that have no earlier one."""
        return [name for name in names if name not in self.old_of]


def _grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return groups


def in_order(
    olds: Iterable[T], news: Iterable[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[T, T]]:
    """Answers: which things share a key, the first with the first, the second with the second?

    Example:
        >>> list(in_order("aab", "baxa", str.lower))
        [('a', 'a'), ('a', 'a'), ('b', 'b')]
    """
    came = _grouped(news, key)
    for shared, group in _grouped(olds, key).items():
        yield from zip(group, came.get(shared, ()), strict=False)


def one_to_one(
    olds: Iterable[T], news: Iterable[T], key: Callable[[T], Hashable]
) -> Iterator[tuple[T, T]]:
    """Answers: which things alone have a key among the old ones, and alone among the new?

    Example:
        >>> list(one_to_one("aab", "bax", str.lower))
        [('b', 'b')]
    """
    came = _grouped(news, key)
    for shared, group in _grouped(olds, key).items():
        others = came.get(shared, [])
        if len(group) == len(others) == 1:
            yield group[0], others[0]


def best_first(
    olds: Sequence[T], news: Sequence[T], score: Callable[[T, T], float | None]
) -> Iterator[tuple[T, T]]:
    """Answers: which pairs come out, the likest taken first?

    Args:
        olds: in the order of the earlier edition.
        news: in the order of the later one.
        score: how alike two things are; None where they cannot be one.

    Yields:
        Pairs; of pairs that are equally alike, those that stand nearest to the same place.

    Example:
        >>> list(best_first(["ab", "abc"], ["abd", "abc"], lambda a, b: float(a[2:] == b[2:])))
        [('abc', 'abc'), ('ab', 'abd')]
    """
    found = [
        (-value, abs(left - right), left + right, left, right)
        for left, old in enumerate(olds)
        for right, new in enumerate(news)
        if (value := score(old, new)) is not None
    ]
    taken: set[tuple[str, int]] = set()
    for *_, left, right in sorted(found):
        if ("old", left) not in taken and ("new", right) not in taken:
            taken |= {("old", left), ("new", right)}
            yield olds[left], news[right]


def in_gaps(
    olds: Sequence[K], news: Sequence[K], matches: Matches[K]
) -> Iterator[tuple[list[K], list[K]]]:
    """Answers: what stands, on either side, between the same two neighbours?

    Args:
        olds: names in the order of the earlier edition.
        news: names in the order of the later one.
        matches: those that are in both.

    Yields:
        The names without a partner, where both sides have some between two neighbours (or a
        neighbour and an end) that are the same and stand side by side on both sides.

    Example:
        >>> matches = Matches()
        >>> for name in "ac":
        ...     matches.join(name, name, Ground.ID)
        >>> list(in_gaps("axc", "ayzc", matches))
        [(['x'], ['y', 'z'])]
    """
    gaps = {(before, after): run for before, after, run in _gaps(olds, matches.new_of)}
    # A copy: who pairs what is found here must not change what is looked at.
    own = {name: name for name in news if name in matches.old_of}
    for before, after, run in _gaps(news, own):
        there = gaps.get((before, after))
        if there and run:
            yield there, run


def _gaps(names: Sequence[K], later: Mapping[K, K]) -> Iterator[tuple[K | None, K | None, list[K]]]:
    before: K | None = None
    run: list[K] = []
    for name in names:
        if name not in later:
            run.append(name)
            continue
        yield before, later[name], run
        before, run = later[name], []
    yield before, None, run
