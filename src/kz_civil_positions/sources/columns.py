"""The columns of a register's table: found by their headings, wherever those stand."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from kz_civil_positions.sources.vocabulary import (
    Column,
    block_of,
    column_ending,
    is_link,
    level_of,
    link_of,
)

__all__ = [
    "RUNNING_NUMBER",
    "Cells",
    "Columns",
    "TableRow",
    "across",
    "cells_of",
    "find_columns",
    "guess_columns",
    "outside",
]

RUNNING_NUMBER: Final = re.compile(r"\d+[.)]?")

# A heading may stand over so many lines: words wrapped in their cell, or two rows of cells.
_MOST_LINES: Final = 4


@frozen
class TableRow:
    """A line of a table.

    Attributes:
        number: of the line in the transcript.
        cells: from left to right, without blanks at their ends.
    """

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[int, ...]:
        """The places of the cells that hold something."""
        return tuple(place for place, cell in enumerate(self.cells) if cell)

    def at(self, place: int) -> str:
        """The cell at this place; blank where the row is shorter."""
        return self.cells[place] if place < len(self.cells) else ""


@frozen
class Columns:
    """Which column of a table is which.

    Attributes:
        places: the place of each column, from the left.
        first: where in the table its headings begin.
        height: how many lines they take.
        width: how many columns the table has.
    """

    places: Mapping[Column, int]
    first: int
    height: int
    width: int

    @property
    def missing(self) -> tuple[Column, ...]:
        """Which of the three columns of a register the table has not."""
        return tuple(one for one in Column if one not in self.places and one is not Column.NUMBER)


def find_columns(rows: Sequence[TableRow], start: int = 0) -> Columns | None:
    """Answers: where, from this row on, do the headings of a register's columns stand?

    Returns:
        The columns; some may be missing. None for a table that is none of a register: it
        names fewer than two of the three.
    """
    for first in range(start, len(rows)):
        if found := _columns_at(rows, first):
            return found
    return None


def _columns_at(rows: Sequence[TableRow], first: int) -> Columns | None:
    """The headings that begin at this row: as many lines as still read as headings."""
    if not _places(rows[first].cells) or any(_is_label(cell) for cell in rows[first].cells):
        return None
    best: Columns | None = None
    for height in range(1, min(_MOST_LINES, len(rows) - first) + 1):
        joined = _joined(rows[first : first + height])
        places = _places(joined)
        if len(set(places) - {Column.NUMBER}) < 2:  # noqa: PLR2004 - one word alone is no heading
            continue
        named = sum(1 for text in joined if text)
        if best is None or (len(places) == named and len(places) >= len(best.places)):
            best = Columns(places, first, height, len(joined))
    return _with_numbers(rows, best) if best else None


def _joined(rows: Sequence[TableRow]) -> list[str]:
    width = max(len(row.cells) for row in rows)
    return [
        " ".join(row.cells[place] for row in rows if place < len(row.cells) and row.cells[place])
        for place in range(width)
    ]


def _places(headings: Sequence[str]) -> dict[Column, int]:
    """The first column of each name."""
    places: dict[Column, int] = {}
    for place, text in enumerate(headings):
        column = column_ending(text)
        if column:
            places.setdefault(column, place)
    return places


def _with_numbers(rows: Sequence[TableRow], columns: Columns) -> Columns:
    """Many tables number their columns (1, 2, 3) in a row below the headings."""
    below = columns.first + columns.height
    if below < len(rows):
        cells = rows[below].cells
        if len(cells) > 1 and cells == tuple(str(number + 1) for number in range(len(cells))):
            return Columns(columns.places, columns.first, columns.height + 1, columns.width)
    return columns


def guess_columns(rows: Sequence[TableRow]) -> Columns | None:
    """Answers: are these rows of a register, though no headings stand over them?

    So they come where a table goes on after a page, and where an order brings single rows.
    """
    width = max(len(row.cells) for row in rows)
    for link in range(max(width - 2, 0)):
        places = {Column.LINK: link, Column.LEVEL: link + 1, Column.TITLES: link + 2}
        if all(_fits(row, link) for row in rows) and any(_is_row(row, link) for row in rows):
            return Columns(places, 0, 0, width)
    return None


def continues(rows: Sequence[TableRow], columns: Columns) -> bool:
    """Answers: do these rows, without headings, go on with a register that stood just above?

    They do if a label or a block's heading stands in its column, or if there is nothing but
    more of a cell of titles.
    """
    link, level = columns.places[Column.LINK], columns.places[Column.LEVEL]
    titles = {columns.places[Column.TITLES]}
    return all(set(row.filled) <= titles for row in rows) or any(
        link_of(row.at(link)) or level_of(row.at(level)) or block_of(across(row, columns))
        for row in rows
    )


def has_labels(rows: Sequence[TableRow]) -> bool:
    """Answers: do labels of links stand in this table, so that it must be a register's?"""
    return any(
        is_link(cell) and len(cell) > 1 and any(row.cells[place + 1 :])
        for row in rows
        for place, cell in enumerate(row.cells)
    )


def _is_label(text: str) -> bool:
    return link_of(text) is not None or level_of(text) is not None


def _fits(row: TableRow, link: int) -> bool:
    if len(row.filled) == 1 and row.filled[0] <= link:
        text = row.cells[row.filled[0]]
        return bool(link_of(text)) or link > row.filled[0] or block_of(text) is not None
    label = row.cells[link] if link < len(row.cells) else ""
    return not label or link_of(label) is not None


def _is_row(row: TableRow, link: int) -> bool:
    if len(row.cells) < link + 3 or not row.cells[link + 2]:
        return False
    return link_of(row.cells[link]) is not None or level_of(row.cells[link + 1]) is not None


@frozen
class Cells:
    """What stands in a row of a register's table.

    Attributes:
        number: its running number.
        link: the label of its link.
        level: the label of its level.
        titles: a line or a paragraph of the position titles.
    """

    number: str
    link: str
    level: str
    titles: str


def cells_of(row: TableRow, columns: Columns) -> Cells:
    """Answers: which label and text has this row?

    A text may begin in the column of the levels, where that cell and its own are one.
    """
    found = {column: row.at(place) for column, place in columns.places.items()}
    level, titles = found[Column.LEVEL], found[Column.TITLES]
    if not titles and not level_of(level):
        level, titles = "", level
    return Cells(found.get(Column.NUMBER, ""), found[Column.LINK], level, titles)


def outside(row: TableRow, columns: Columns) -> tuple[str, ...]:
    """Answers: what does this row hold outside of the columns that we know?"""
    known = set(columns.places.values())
    return tuple(row.cells[place] for place in row.filled if place not in known)


def across(row: TableRow, columns: Columns) -> str:
    """Answers: what does this row say that is one cell across the table?

    Returns:
        Its text, which some publishers repeat in each cell; empty for a row of the register.
    """
    texts = {row.cells[place] for place in row.filled}
    if len(texts) != 1 or row.filled[0] > columns.places[Column.LINK]:
        return ""
    if len(row.filled) not in (1, columns.width):
        return ""
    text = texts.pop()
    number = columns.places.get(Column.NUMBER) == row.filled[0]
    return "" if link_of(text) or (number and RUNNING_NUMBER.fullmatch(text)) else text
