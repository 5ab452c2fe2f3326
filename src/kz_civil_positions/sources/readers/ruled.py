"""Tables drawn with lines: which cells the lines enclose, and what is printed in each.

The lines of a page are joined where they touch; each such net is a table. Where the line
between two neighbouring places of its grid is missing, they are one cell. So a cell that spans
rows is known as such, and what is printed in it, at whatever height, belongs to its first row.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import define, frozen

from kz_civil_positions.sources.readers.drawing import Rule
from kz_civil_positions.sources.readers.page import Glyph, Sheet
from kz_civil_positions.sources.readers.printed import Line, set_lines

__all__ = ["Part", "find_parts"]

# In points. Lines so near to each other are one; so are their ends.
_SNAP: Final = 2.6
_TOUCH: Final = 3.0
# Lines that go on past the last line across leave a row open, as at a page's end.
_OPEN: Final = 5.0
# A row or column no wider than this holds no letters: it is the room between double lines.
_NO_ROOM: Final = 5.0
# So much of an edge must be drawn for it to part two cells.
_DRAWN: Final = 0.6
# More lines than this, each way times each way, are a drawing and no table.
_MOST: Final = 250_000
_MOST_CELLS: Final = 20_000
# A letter's base line may stand so far below the table that its middle is in.
_ROOM: Final = 20.0
# The middle of a letter stands so much of its size above its base line.
_MIDDLE: Final = 0.35

Cell = tuple[int, int]
_Span = tuple[float, float]


@frozen
class Part:
    """What of a table stands on one page.

    Attributes:
        top: where it begins, in points from the top.
        bottom: where it ends.
        edges: where its columns begin and end.
        rows: for each row, the lines of each cell that begins in it, by column.
        last: for each column, the row in which the cell that ends the part begins.
        whole: the rows that are one cell from the first column to the last.
        open_above: whether no line closes it at the top.
        open_below: whether no line closes it at the bottom.
    """

    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    last: tuple[int, ...]
    whole: frozenset[int]
    open_above: bool
    open_below: bool


def find_parts(sheet: Sheet) -> tuple[tuple[Part, ...], tuple[Glyph, ...]]:
    """Answers: which tables are drawn on this page, and which letters stand in none?

    Args:
        sheet: the page.

    Returns:
        Its tables from top to bottom, and the other letters.
    """
    glyphs = sorted(sheet.glyphs, key=lambda one: one.base)
    bases = [glyph.base for glyph in glyphs]
    taken: set[int] = set()
    parts = []
    for net in _nets(_joined(sheet.across), _joined(sheet.down)):
        if grid := _grid(net):
            near = range(bisect_left(bases, grid.rows[0]), len(glyphs))
            near = near[: bisect_right(bases, grid.rows[-1] + _ROOM) - near.start]
            inside = [at for at in near if at not in taken and grid.place(glyphs[at])]
            parts.append(_part(grid, [glyphs[at] for at in inside]))
            taken.update(inside)
    left = tuple(glyph for at, glyph in enumerate(glyphs) if at not in taken)
    return tuple(sorted(parts, key=lambda part: part.top)), left


# ----------------------------------------------------------------------- lines and nets


@frozen
class _Net:
    """Lines that touch each other."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces, or twice beside each other, as single lines."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if groups and rule.at - groups[-1][0].at <= _SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [joined for group in groups for joined in _one_after_another(group)]


def _one_after_another(group: Sequence[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    done: list[_Span] = []
    for rule in sorted(group, key=lambda one: one.start):
        if done and rule.start - done[-1][1] <= _TOUCH:
            done[-1] = (done[-1][0], max(done[-1][1], rule.stop))
        else:
            done.append((rule.start, rule.stop))
    return [Rule(at, start, stop) for start, stop in done]


def _nets(across: Sequence[Rule], down: Sequence[Rule]) -> list[_Net]:
    if len(across) * len(down) > _MOST:
        return []
    joined = _Joined({})
    for row, flat in enumerate(across):
        for column, upright in enumerate(down):
            if _touch(flat, upright):
                joined.join((0, row), (1, column))
    nets: dict[Cell, tuple[list[Rule], list[Rule]]] = {}
    for which, rules in enumerate((across, down)):
        for index, rule in enumerate(rules):
            nets.setdefault(joined.first((which, index)), ([], []))[which].append(rule)
    return [_Net(tuple(flat), tuple(upright)) for flat, upright in nets.values()]


def _touch(flat: Rule, upright: Rule) -> bool:
    return (
        flat.start - _TOUCH <= upright.at <= flat.stop + _TOUCH
        and upright.start - _TOUCH <= flat.at <= upright.stop + _TOUCH
    )


@define
class _Joined:
    """What belongs together: each thing leads to the first of its kind."""

    leads: dict[Cell, Cell]

    def first(self, one: Cell) -> Cell:
        while (before := self.leads.get(one, one)) != one:
            self.leads[one] = self.leads.get(before, before)
            one = before
        return one

    def join(self, one: Cell, other: Cell) -> None:
        first, second = sorted((self.first(one), self.first(other)))
        self.leads[second] = first


# -------------------------------------------------------------------- grids and their cells


@frozen
class _Grid:
    """A table's grid: its lines, and for each place the cell that it belongs to."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: _Joined
    open_above: bool
    open_below: bool

    def place(self, glyph: Glyph) -> Cell | None:
        """The cell that a letter stands in."""
        row = bisect_right(self.rows, glyph.base - _MIDDLE * glyph.size) - 1
        column = bisect_right(self.columns, (glyph.left + glyph.right) / 2) - 1
        if 0 <= row < len(self.rows) - 1 and 0 <= column < len(self.columns) - 1:
            return self.cells.first((row, column))
        return None


def _grid(net: _Net) -> _Grid | None:
    """The grid that these lines make; None if they part no columns."""
    if not net.across or not net.down:
        return None
    top, bottom = min(rule.start for rule in net.down), max(rule.stop for rule in net.down)
    rows, columns = sorted({rule.at for rule in net.across}), sorted({rule.at for rule in net.down})
    open_above, open_below = top < rows[0] - _OPEN, bottom > rows[-1] + _OPEN
    rows = [*([top] if open_above else []), *rows, *([bottom] if open_below else [])]
    left, right = min(rule.start for rule in net.across), max(rule.stop for rule in net.across)
    columns = [
        *([left] if left < columns[0] - _OPEN else []),
        *columns,
        *([right] if right > columns[-1] + _OPEN else []),
    ]
    rows, columns = _with_room(rows), _with_room(columns)
    if len(columns) <= 2 or not 1 < len(rows) < _MOST_CELLS / len(columns):  # noqa: PLR2004 - one column is no table
        return None
    cells = _cells(rows, columns, net)
    return _Grid(tuple(columns), tuple(rows), cells, open_above, open_below)


def _with_room(edges: Sequence[float]) -> list[float]:
    """The edges without the second of double lines."""
    kept = [edges[0]]
    for edge in edges[1:]:
        if edge - kept[-1] > _NO_ROOM:
            kept.append(edge)
    return kept


def _cells(rows: Sequence[float], columns: Sequence[float], net: _Net) -> _Joined:
    cells = _Joined({})
    upright = [_along(net.down, at) for at in columns]
    flat = [_along(net.across, at) for at in rows]
    for row, (above, below) in enumerate(pairwise(rows)):
        for column, (left, right) in enumerate(pairwise(columns)):
            here = (row, column)
            if column + 2 < len(columns) and not _is_drawn(upright[column + 1], (above, below)):
                cells.join(here, (row, column + 1))
            if row + 2 < len(rows) and not _is_drawn(flat[row + 1], (left, right)):
                cells.join(here, (row + 1, column))
    return cells


def _along(rules: Iterable[Rule], at: float) -> list[Rule]:
    return [rule for rule in rules if abs(rule.at - at) <= _NO_ROOM]


def _is_drawn(rules: Iterable[Rule], span: _Span) -> bool:
    """Whether these lines cover most of an edge."""
    covered = sum(max(min(rule.stop, span[1]) - max(rule.start, span[0]), 0.0) for rule in rules)
    return covered >= (span[1] - span[0]) * _DRAWN


def _part(grid: _Grid, glyphs: Iterable[Glyph]) -> Part:
    held: dict[Cell, list[Glyph]] = {}
    for glyph in glyphs:
        if (cell := grid.place(glyph)) is not None:
            held.setdefault(cell, []).append(glyph)
    width, height = len(grid.columns) - 1, len(grid.rows) - 1
    rows = tuple(
        tuple(set_lines(held.get((row, column), ())) for column in range(width))
        for row in range(height)
    )
    return Part(
        top=grid.rows[0],
        bottom=grid.rows[-1],
        edges=grid.columns,
        rows=rows,
        last=tuple(grid.cells.first((height - 1, column))[0] for column in range(width)),
        whole=frozenset(row for row in range(height) if grid.cells.first((row, width - 1))[1] == 0),
        open_above=grid.open_above,
        open_below=grid.open_below,
    )
