"""The headings of a register's columns, printed without lines around them."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from kz_civil_positions.sources.readers.placed import Placed
from kz_civil_positions.sources.readers.printed import Line, line_of, stretches
from kz_civil_positions.sources.vocabulary import Column, column_of

__all__ = ["Found", "Headings", "find_headings"]

# Gaps that part words, and that part cells, in sizes of the type.
_WORDS: Final = 0.17
_CELLS: Final = 0.8
# A heading's words may be wrapped in their cell; one line of headings has few words.
_MOST_LINES: Final = 3
_MOST_WORDS: Final = 12
_NEEDED: Final = frozenset((Column.LINK, Column.LEVEL, Column.TITLES))

Headings = Mapping[Column, Line]


@frozen
class Found:
    """Headings and where they are printed.

    Attributes:
        first: the line that they begin in, counted from 0.
        stop: the first line after them.
        lines: each heading as one line.
    """

    first: int
    stop: int
    lines: Headings


def find_headings(lines: Sequence[Placed], start: int) -> Found | None:
    """Answers: which are the next lines that hold the headings of a register's columns?

    Args:
        lines: what is printed.
        start: the line to begin with.
    """
    for first in range(start, len(lines)):
        for stop in range(first + _MOST_LINES, first + 1, -1):
            if headings := _over_lines(lines[first:stop]):
                return Found(first, stop, headings)
        if headings := _in_a_line(lines[first].line):
            return Found(first, first + 1, headings)
    return None


def _in_a_line(line: Line) -> Headings:
    """The headings in one line, in which their words may stand as near as any words."""
    words = stretches(line, _WORDS)
    found: dict[Column, Line] = {}
    at = 0
    while at < len(words) <= _MOST_WORDS:
        for stop in range(len(words), at, -1):
            joined = line_of([glyph for word in words[at:stop] for glyph in word.glyphs])
            if column := column_of(" ".join(joined.text.split())):
                found[column] = joined
                at = stop
                break
        else:
            return {}
    return found if set(found) >= _NEEDED else {}


def _over_lines(lines: Sequence[Placed]) -> Headings:
    """The headings over some lines, each between its own left and right edge."""
    cells: list[list[Line]] = []
    for placed in lines:
        for part in stretches(placed.line, _CELLS):
            near = (cell for cell in cells if any(_overlap(part, other) for other in cell))
            if cell := next(near, None):
                cell.append(part)
            else:
                cells.append([part])
    found: dict[Column, Line] = {}
    for cell in cells:
        text = " ".join(part.text for part in cell)
        if column := column_of(text):
            left, right = min(part.left for part in cell), max(part.right for part in cell)
            found[column] = evolve(cell[0], text=text, left=left, right=right)
    return found if set(found) >= _NEEDED and len(found) == len(cells) else {}


def _overlap(one: Line, other: Line) -> bool:
    return one.left < other.right and other.left < one.right
