"""Printed lines with the page and the line that they stand in, and rows made of them."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import frozen

from kz_civil_positions.sources.readers.printed import Line
from kz_civil_positions.sources.transcript import Row

__all__ = ["Placed", "rows_of"]


@frozen
class Placed:
    """A line, or a part of one, on its page.

    Attributes:
        page: the page's number.
        number: of the line on the page.
        line: what is printed.
    """

    page: int
    number: int
    line: Line

    @property
    def place(self) -> str:
        """Where a person finds it."""
        return f"page {self.page}, line {self.number}"


def rows_of(
    cells: Sequence[Sequence[Placed]], *, first: bool = False, guessed: bool = False
) -> Iterator[Row]:
    """Answers: how does this row of a table read, line by line, each with its own place?

    Args:
        cells: the lines of each cell, from top to bottom.
        first: whether the row opens a table.
        guessed: whether its labels may belong to another row.
    """
    for number, beside in enumerate(zip_longest(*cells)):
        placed = [one for one in beside if one is not None]
        texts = tuple((one.line.text,) if one else () for one in beside)
        yield Row(texts, placed[-1].place, first and not number, guessed and not number)
