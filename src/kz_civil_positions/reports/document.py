"""What every report is made of, whatever format it is rendered to."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeAlias

from kz_civil_positions.messages import Language
from kz_civil_positions.things import frozen

__all__ = [
    "Cell",
    "CellRole",
    "Document",
    "Heading",
    "Listing",
    "Notice",
    "Paragraph",
    "Part",
    "Quotation",
    "Run",
    "Spot",
    "Style",
    "Table",
    "Text",
    "cell",
    "plain",
    "strong",
]


class Style(StrEnum):
    """How a run of words is set."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    INSERTED = "inserted"
    DELETED = "deleted"


@frozen
class Run:
    """Words set in one style.

    Formats that cannot show an attribute show the words without it.

    Attributes:
        text: the words.
        style: how they are set.
        small: set in smaller letters, such as the lines of a source.
        raised: set above the line, such as the mark of a note.
        anchor: a name of this place, to link to.
        link: the anchor, in the same document, that the words lead to.
        language: of the words, where it is not the document's.
    """

    text: str
    style: Style = Style.PLAIN
    small: bool = False
    raised: bool = False
    anchor: str | None = None
    link: str | None = None
    language: Language | None = None


Text: TypeAlias = tuple[Run, ...]


@frozen
class Heading:
    """A heading; level 1 is the document's title.

    Attributes:
        level: 1 to 4.
        text: the words.
        anchor: a stable name to link to.
    """

    level: int
    text: Text
    anchor: str | None = None


@frozen
class Paragraph:
    """A paragraph.

    Attributes:
        text: the words.
        anchor: a stable name to link to.
    """

    text: Text
    anchor: str | None = None


@frozen
class Quotation:
    """Words of an order, quoted."""

    text: Text


@frozen
class Listing:
    """A list of points."""

    items: tuple[Text, ...]


@frozen
class Notice:
    """What must be said on every page: that the text is unofficial, and how far it goes."""

    items: tuple[Text, ...]


class CellRole(StrEnum):
    """What a cell of a table's body is to the others."""

    PLAIN = "plain"
    ROW_HEAD = "row-head"
    """It heads its row, or the rows it stands over."""
    BAND = "band"
    """It heads all rows below it, and stands over all columns."""


@frozen
class Cell:
    """A cell of a table: one or more lines, over one or more rows and columns.

    Attributes:
        lines: its lines.
        rows: how many rows it stands over.
        columns: how many columns.
        role: what it is to the others.
        anchor: a stable name to link to.
        depths: how far each line is set in, 0 and more; lines without one are not.
    """

    lines: tuple[Text, ...]
    rows: int = 1
    columns: int = 1
    role: CellRole = CellRole.PLAIN
    anchor: str | None = None
    depths: tuple[int, ...] = ()

    def depth(self, index: int) -> int:
        """Answers: how far is the line of this index set in?

        Example:
            >>> Cell((plain("a"), plain("b"), plain("c")), depths=(0, 1)).depth(1)
            1
        """
        return self.depths[index] if index < len(self.depths) else 0


@frozen
class Spot:
    """A cell as it stands in one row of a table.

    Attributes:
        cell: the cell.
        column: its first column, from 0.
        goes_on: whether it began in a row above.
    """

    cell: Cell
    column: int
    goes_on: bool = False


@frozen
class Table:
    """A table.

    Attributes:
        head: the column headings.
        body: the rows; a cell over several rows stands in the first of them only.
        caption: what the table shows.
        widths: how wide the columns are beside each other; alike without it.
    """

    head: tuple[Cell, ...]
    body: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    widths: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return sum(one.columns for one in self.head)

    def grid(self) -> Iterator[tuple[Spot, ...]]:
        """Answers: which cells stand in each row, those that began above included?

        Raises:
            ValueError: when the cells of a row do not fill the columns exactly.

        Example:
            >>> tall = Cell((plain("a"),), rows=2)
            >>> table = Table((cell("1"), cell("2")), ((tall, cell("b")), (cell("c"),)))
            >>> [[(spot.column, spot.goes_on) for spot in row] for row in table.grid()]
            [[(0, False), (1, False)], [(0, True), (1, False)]]
        """
        hanging: dict[int, tuple[Cell, int]] = {}
        for row in self.body:
            cells, spots, column = iter(row), [], 0
            while column < self.width:
                held, left = hanging.pop(column, (None, 0))
                one = held or next(cells, None)
                if one is None:
                    raise ValueError(f"a row ends before column {column + 1} of {self.width}")
                left = left or one.rows
                if left > 1:
                    hanging[column] = (one, left - 1)
                spots.append(Spot(one, column, goes_on=held is not None))
                column += one.columns
            if column > self.width or next(cells, None) is not None:
                raise ValueError(f"a row has more cells than the {self.width} columns hold")
            yield tuple(spots)
        if hanging:
            raise ValueError("a cell stands over more rows than there are")


Part: TypeAlias = Heading | Paragraph | Quotation | Listing | Notice | Table


@frozen
class Document:
    """A report, without a format.

    Attributes:
        title: its title.
        language: of all words that name no other.
        parts: what it is made of; the first heading is usually the title again.
        landscape: whether its pages lie on their side.
    """

    title: str
    language: Language
    parts: tuple[Part, ...]
    landscape: bool = False


def plain(text: str) -> Text:
    """These words, set plainly."""
    return (Run(text),)


def strong(text: str) -> Text:
    """These words, set strongly."""
    return (Run(text, Style.STRONG),)


def cell(*lines: str) -> Cell:
    """A cell of plain lines."""
    return Cell(tuple(plain(line) for line in lines))
