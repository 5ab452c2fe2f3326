"""Tables drawn with lines, over as many pages as they take."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from kz_civil_positions.sources.readers.placed import Placed, rows_of
from kz_civil_positions.sources.readers.ruled import Part
from kz_civil_positions.sources.transcript import Row
from kz_civil_positions.sources.vocabulary import column_of

__all__ = ["PartOnPage", "names_columns", "spread"]

# In points: edges of columns so near are the same on the next page.
_NEAR: Final = 6.0
# Rows at a table's head that may name its columns, and be printed again on each page.
_HEAD: Final = 3

_Cells = list[list[Placed]]


@frozen
class PartOnPage:
    """A part of a table, its lines with their places."""

    part: Part
    rows: tuple[tuple[tuple[Placed, ...], ...], ...]


def names_columns(one: PartOnPage) -> bool:
    """Answers: do headings of a register's columns stand at this table's head?"""
    texts = (" ".join(_texts(cell)) for row in one.rows[:_HEAD] for cell in row)
    return len({column for text in texts if (column := column_of(text))}) > 1


def spread(parts: Sequence[PartOnPage]) -> Iterator[Row]:
    """Answers: which rows do these parts make, that stand directly one after another?

    A part with the columns of the one before it goes on with that table. What its first row
    holds belongs to the cells above if no line closes those, as where a page ends in a row.

    Args:
        parts: from the first page to the last.
    """
    tables: list[_Table] = []
    for one in parts:
        if not tables or not tables[-1].go_on(one):
            tables.append(_Table(one.part.edges))
            tables[-1].go_on(one)
    for table in tables:
        yield from table.read()


@define
class _Table:
    """What is known of a table so far.

    Attributes:
        edges: where its columns begin and end.
        rows: each with its cells.
        last: for each column, the row in which its last cell begins.
        open: whether no line closes the last row.
        whole: whether the last row is one cell.
        guessed: rows whose labels may belong to another.
    """

    edges: tuple[float, ...]
    rows: list[_Cells] = field(factory=list)
    last: list[int] = field(factory=list)
    open: bool = False
    whole: bool = False
    guessed: set[int] = field(factory=set)

    def read(self) -> Iterator[Row]:
        """Its rows, line by line."""
        first = True
        for number, cells in enumerate(self.rows):
            for row in rows_of(cells, first=first, guessed=number in self.guessed):
                yield row
                first = False

    def go_on(self, one: PartOnPage) -> bool:
        """Take a part that goes on with this table; False if it is another's."""
        columns = _columns(self.edges, one.part.edges)
        if not columns:
            return False
        rows = [self.fitted(row, columns) for row in one.rows]
        head = self.repeated(rows)
        whole = {at - head for at in one.part.whole}
        rows = rows[head:]
        if not rows:
            return True
        is_open = self.open or (one.part.open_above and not head)
        joined = bool(self.rows) and 0 not in whole and self.join(rows[0], is_open=is_open)
        start = len(self.rows) - joined
        self.rows += rows[joined:]
        lasts = [one.part.last[bisect_right(columns, at) - 1] - head for at in self.columns]
        self.last = [
            self.last[at] if joined and last <= 0 else start + max(last, 0)
            for at, last in enumerate(lasts)
        ]
        self.open, self.whole = one.part.open_below, len(rows) - 1 in whole
        return True

    @property
    def columns(self) -> range:
        """The places of the columns."""
        return range(len(self.edges) - 1)

    def fitted(self, row: Sequence[Sequence[Placed]], columns: Sequence[int]) -> _Cells:
        """A row of a part, its cells in the columns of the table."""
        cells: _Cells = [[] for _ in self.columns]
        for column, cell in zip(columns, row, strict=True):
            cells[column] += cell
        return cells

    def repeated(self, rows: Sequence[_Cells]) -> int:
        """How many rows at a part's head are the table's head printed again."""
        count = 0
        for row, known in zip(rows, self.rows[:_HEAD], strict=False):
            if [_texts(cell) for cell in row] != [_texts(cell) for cell in known]:
                break
            count += 1
        return count

    def join(self, row: _Cells, *, is_open: bool) -> bool:
        """Add a row that goes on over the page to the cells above it, if they are open.

        A label below a cell without one may be that cell's, printed in its middle: if the
        cell is open it is, and otherwise it is doubtful.
        """
        widest = max(self.columns, key=lambda at: self.edges[at + 1] - self.edges[at])
        labels = [at for at in self.columns if at != widest and row[at]]
        lost = [at for at in labels if not self.rows[self.last[at]][at] and not self.whole]
        if not is_open or len(lost) < len(labels):
            self.guessed |= {len(self.rows)} if lost and not is_open else set()
            return False
        for at in self.columns:
            self.rows[self.last[at]][at] += row[at]
        self.guessed |= {self.last[at] for at in lost}
        return True


def _columns(edges: Sequence[float], others: Sequence[float]) -> list[int]:
    """The column that each column of another part begins in; none if the two do not fit."""
    if abs(edges[-1] - others[-1]) > _NEAR:
        return []
    found = [min(range(len(edges)), key=lambda at: abs(edges[at] - other)) for other in others]
    near = all(abs(edges[at] - other) <= _NEAR for at, other in zip(found, others, strict=True))
    return found[:-1] if near and len(set(found)) == len(found) and found[0] == 0 else []


def _texts(cell: Sequence[Placed]) -> list[str]:
    return [one.line.text for one in cell]
