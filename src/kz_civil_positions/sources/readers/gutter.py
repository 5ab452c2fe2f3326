"""Text set in two columns: read the left one down, then the right one."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import Final

from attrs import evolve

from kz_civil_positions.sources.readers.placed import Placed
from kz_civil_positions.sources.readers.printed import line_of

__all__ = ["by_columns"]

# A gap this wide, in sizes of the type, may be a gutter.
_WIDE: Final = 1.2
# So many lines must have it, and each column be so wide a part of the text.
_FEWEST: Final = 5
_PART: Final = 0.25
# A step from line to line so much longer than usual ends the columns.
_LONGER: Final = 1.6


def by_columns(lines: Sequence[Placed]) -> tuple[Placed, ...]:
    """Answers: in which order are the lines of this page read?

    Neighbouring lines with a wide gap at the same place are two columns; labels beside a
    table's text are not, for most of them take no quarter of the width.

    Args:
        lines: of one page, from top to bottom.
    """
    gaps = [_gaps(line) for line in lines]
    middles = sorted({round((left + right) / 2) for held in gaps for left, right in held})
    best = max(middles, key=lambda x: sum(_has(held, x) for held in gaps), default=None)
    if best is None:
        return tuple(lines)
    steps = [after.line.base - before.line.base for before, after in pairwise(lines)]
    longest = median_low(steps or [0.0]) * _LONGER
    runs: list[list[Placed]] = [[]]
    for line, held, step in zip(lines, gaps, [0.0, *steps], strict=True):
        apart = _has(held, best) or not line.line.left < best < line.line.right
        if step > longest or not apart:
            runs.append([])
        runs[-1].append(line)
        if not apart:
            runs.append([])
    return tuple(line for run in runs for line in _in_order(run, best))


def _gaps(placed: Placed) -> list[tuple[float, float]]:
    glyphs, least = placed.line.glyphs, _WIDE * placed.line.size
    return [(a.right, b.left) for a, b in pairwise(glyphs) if b.left - a.right > least]


def _has(gaps: Sequence[tuple[float, float]], x: float) -> bool:
    return any(left < x < right for left, right in gaps)


def _in_order(run: Sequence[Placed], x: float) -> tuple[Placed, ...]:
    """The lines of a run, parted at the gutter if they are columns."""
    left = [part for one in run if (part := _half(one, x, right=False))]
    right = [part for one in run if (part := _half(one, x, right=True))]
    if min(len(left), len(right)) < _FEWEST:
        return tuple(run)
    whole = max(one.line.right for one in run) - min(one.line.left for one in run)
    widths = (median(part.line.right - part.line.left for part in half) for half in (left, right))
    return (*left, *right) if min(widths) >= whole * _PART else tuple(run)


def _half(placed: Placed, x: float, *, right: bool) -> Placed | None:
    glyphs = [one for one in placed.line.glyphs if (one.left > x) is right]
    return evolve(placed, line=line_of(glyphs)) if glyphs else None
