"""How lines are shared out among rows whose labels stand somewhere in them.

Without ruled lines only places tell where a row begins. A label stands in its row's first
line or in its row's middle. Of all ways to part the lines into as many rows as there are
labels, the one is taken in which the labels stand best and the rows begin after gaps.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

__all__ = ["Share", "Unit", "shares"]

# In parts of the distance from line to line.
_GAP: Final = 1.12
_HALF: Final = 0.5
_WELL: Final = 0.3
# What it costs to begin a row where no gap is, and at a page's top, where none can be seen.
_NO_GAP: Final = 0.75
_UNSEEN_GAP: Final = 0.25
_SMALLER_GAP: Final = 0.3
# Beginnings weighed for one row: those after the widest gaps, and those nearest to its label.
_WEIGHED: Final = 30
_NEAREST: Final = 10


@frozen
class Unit:
    """A line, or a row of lines, that is not parted further.

    Attributes:
        top: its first base line, down from the beginning, pages joined.
        bottom: its last base line.
        gap: the distance to the line before; None where it cannot be seen, at a page's top.
    """

    top: float
    bottom: float
    gap: float | None


@frozen
class Share:
    """The units that a label has.

    Attributes:
        first: the first of them.
        stop: the first that is not.
        certain: whether a gap is seen before the first, and either the label stands as it
            must or no other gap comes into question.
    """

    first: int
    stop: int
    certain: bool


def shares(units: Sequence[Unit], labels: Sequence[float], pitch: float) -> tuple[Share, ...]:
    """Answers: which of these lines belong to each label?

    Args:
        units: the lines from top to bottom, all of them belonging to some label.
        labels: the base line of each label, from top to bottom.
        pitch: the distance from line to line.

    Returns:
        For each label the units that it has, at least one if there are enough.

    Example:
        >>> lines = [Unit(y, y, gap) for y, gap in ((0, 9), (10, 10), (20, 10), (40, 20))]
        >>> [(one.first, one.stop, one.certain) for one in shares(lines, [10, 40], 10)]
        [(0, 3, True), (3, 4, True)]
    """
    if not labels or not units:
        return ()
    possible: list[tuple[int, ...]] = [(0,)]
    possible += [_beginnings(units, *pair, pitch) for pair in pairwise(labels)]
    ways: list[_Ways] = [{0: (0.0, 0)}]
    for label, stops in zip(labels, [*possible[1:], (len(units),)], strict=True):
        ways.append(_best(units, label, ways[-1], stops, pitch))
    found: list[Share] = []
    stop = len(units)
    for number in range(len(labels) - 1, -1, -1):
        first = ways[number + 1][stop][1]
        well = _misfit(units, first, stop, labels[number], pitch) <= _WELL
        seen = first == 0 or _begins(units[first], pitch)
        found.append(Share(first, stop, seen and (well or len(possible[number]) == 1)))
        stop = first
    return tuple(reversed(found))


# For each place where a label's units may stop: what it costs at least, and from where.
_Ways = dict[int, tuple[float, int]]


def _best(
    units: Sequence[Unit],
    label: float,
    before: _Ways,
    stops: Sequence[int],
    pitch: float,
) -> _Ways:
    """The ways to this label's stops, from those to the stops of the label before."""
    return {
        stop: min(
            (cost + _misfit(units, first, stop, label, pitch) + _no_gap(units, stop, pitch), first)
            for first, (cost, _) in before.items()
        )
        for stop in stops
    }


def _beginnings(units: Sequence[Unit], label: float, after: float, pitch: float) -> tuple[int, ...]:
    """Where the row of the label after this one may begin."""
    lowest = bisect_left(units, label - _HALF * pitch, key=lambda unit: unit.bottom) + 1
    highest = bisect_right(units, after + _HALF * pitch, key=lambda unit: unit.top) - 1
    span = range(min(max(lowest, 1), len(units)), min(max(highest, 1), len(units) - 1) + 1)
    gaps = [at for at in span if _begins(units[at], pitch) or units[at].gap is None]
    widest = sorted(gaps or span, key=lambda at: -(units[at].gap or 0.0))[:_WEIGHED]
    nearest = sorted(gaps or span, key=lambda at: abs(units[at].top - after))[:_NEAREST]
    return tuple(sorted({*widest, *nearest})) or (min(max(highest, 0), len(units)),)


def _begins(unit: Unit, pitch: float) -> bool:
    return unit.gap is not None and unit.gap > pitch * _GAP


def _no_gap(units: Sequence[Unit], at: int, pitch: float) -> float:
    if at >= len(units):
        return 0.0
    gap = units[at].gap
    if gap is None:
        return _UNSEEN_GAP
    return _NO_GAP if not _begins(units[at], pitch) else _SMALLER_GAP * pitch / gap


def _misfit(units: Sequence[Unit], first: int, stop: int, label: float, pitch: float) -> float:
    """How far a label stands from where it must: the first line or the middle of its units."""
    if first >= stop:
        return len(units) + abs(first - stop)
    top, bottom = units[first].top, units[stop - 1].bottom
    return min(abs(label - top), abs(label - (top + bottom) / 2)) / pitch
