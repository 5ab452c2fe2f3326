"""What every report is made of, whatever format it is rendered to."""

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from kz_civil_positions.messages import Language

__all__ = [
    "Cell",
    "Document",
    "Heading",
    "Listing",
    "Notice",
    "Paragraph",
    "Part",
    "Quotation",
    "Run",
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
    """Words set in one style."""

    text: str
    style: Style = Style.PLAIN


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
    """A paragraph."""

    text: Text


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


@frozen
class Cell:
    """A cell of a table: one or more lines, over one or more rows and columns."""

    lines: tuple[Text, ...]
    rows: int = 1
    columns: int = 1


@frozen
class Table:
    """A table.

    Attributes:
        head: the column headings.
        body: the rows; a cell over several rows stands in the first of them only.
        caption: what the table shows.
    """

    head: tuple[Cell, ...]
    body: tuple[tuple[Cell, ...], ...]
    caption: str = ""


Part: TypeAlias = Heading | Paragraph | Quotation | Listing | Notice | Table


@frozen
class Document:
    """A report, without a format."""

    title: str
    language: Language
    parts: tuple[Part, ...]


def plain(text: str) -> Text:
    """These words, set plainly."""
    return (Run(text),)


def strong(text: str) -> Text:
    """These words, set strongly."""
    return (Run(text, Style.STRONG),)


def cell(*lines: str) -> Cell:
    """A cell of plain lines."""
    return Cell(tuple(plain(line) for line in lines))
