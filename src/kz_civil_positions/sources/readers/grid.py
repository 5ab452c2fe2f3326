"""Cells that span rows and columns, laid out: each is written once and blank elsewhere."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from attrs import define, field, frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.limits import MAX_CELLS, MAX_SPAN
from kz_civil_positions.sources.transcript import Row

__all__ = ["GridCell", "GridRow", "LaidOut", "lay_out"]

_Texts = tuple[str, ...]
_BLANK: Final[_Texts] = ()


@frozen
class GridCell:
    """A cell as a document has it.

    Attributes:
        paragraphs: its paragraphs.
        rows: how many rows it spans.
        columns: how many columns it spans.
    """

    paragraphs: tuple[str, ...]
    rows: int = 1
    columns: int = 1


@frozen
class GridRow:
    """A row as a document has it, without what spans into it from above.

    Attributes:
        cells: that begin in it.
        place: where it stands in the document.
        opens: whether it opens a head or body of the table, into which nothing spans.
    """

    cells: tuple[GridCell, ...]
    place: str
    opens: bool = False


@define
class _Layout:
    """Cells by column, row by row; how far down each column is taken from above; all counted."""

    cells: int
    rows: list[dict[int, _Texts]] = field(factory=list)
    taken: dict[int, int] = field(factory=dict)

    def add(self, row: GridRow) -> None:
        if row.opens:
            self.taken.clear()
        placed: dict[int, _Texts] = {}
        below: dict[int, int] = {}
        column = 0
        for cell in row.cells:
            while column in self.taken:
                column += 1
            if max(cell.rows, cell.columns) > MAX_SPAN:
                raise BadInputError("documents.span-too-large", where=row.place, most=MAX_SPAN)
            if self.cells + column > MAX_CELLS:
                raise BadInputError("documents.too-many-cells", where=row.place, most=MAX_CELLS)
            placed[column] = cell.paragraphs
            for spanned in range(column, column + cell.columns):
                below[spanned] = max(below.get(spanned, 0), cell.rows)
            column += cell.columns
        self.rows.append(placed)
        self.cells += max(column, len(self.taken))
        left = {column: rows - 1 for column, rows in self.taken.items()}
        for column, rows in below.items():
            left[column] = max(left.get(column, 0), rows - 1)
        self.taken = {column: rows for column, rows in left.items() if rows}


@frozen
class LaidOut:
    """A table with its spans written out.

    Attributes:
        rows: all of the same width.
        cells: how many cells were laid out, those before this table included.
    """

    rows: tuple[Row, ...]
    cells: int


def lay_out(rows: Sequence[GridRow], before: int = 0) -> LaidOut:
    """Answers: which cells does each row of this table have, spans written out?

    A cell that spans past the end of the table, or of its head or body, ends there. Where two
    cells would cover one place, each keeps its words at its own beginning. A column in which
    no cell begins is no column: it only parts the spans of others.

    Args:
        rows: the table, from the top.
        before: how many cells the document's tables before this one have.

    Returns:
        The rows, and the count of cells.

    Raises:
        BadInputError: a span or a table past the limits.

    Example:
        >>> rows = [GridRow((GridCell(("А1",), rows=2), GridCell(("1",))), "line 1"),
        ...     GridRow((GridCell(("2",)),), "line 2")]
        >>> [row.cells for row in lay_out(rows).rows]
        [(('А1',), ('1',)), ((), ('2',))]
    """
    layout = _Layout(before)
    for row in rows:
        layout.add(row)
    columns = sorted(set(chain.from_iterable(layout.rows)))
    laid_out = tuple(
        Row(_filled(placed, columns), row.place, first=number == 0)
        for number, (row, placed) in enumerate(zip(rows, layout.rows, strict=True))
    )
    if len(laid_out) * len(columns) > MAX_CELLS:
        raise BadInputError("documents.too-many-cells", where=rows[0].place, most=MAX_CELLS)
    return LaidOut(laid_out, layout.cells)


def _filled(placed: dict[int, _Texts], columns: Iterable[int]) -> tuple[_Texts, ...]:
    return tuple(placed.get(column, _BLANK) for column in columns)
