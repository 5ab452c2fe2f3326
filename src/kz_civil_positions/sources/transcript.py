"""An official document as a plain text: the one form that every format is brought into.

A paragraph is a line. A row of a table is one line or more, its cells divided by tabs; the
next paragraph of a cell stands in the next line, below the first. A cell that spans several
rows or columns is written once, at its start, and is blank in the rest, as many publishers
print it. So a transcript can be read, quoted by its lines, and compared with any other, and
nothing after it needs to know whether the text came as a web page or in print.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from attrs import frozen

from kz_civil_positions.orders import TextForm

__all__ = ["Piece", "Prose", "Row", "Transcript", "transcribe"]

CELL: Final = "\t"


@frozen
class Prose:
    """A paragraph, or a printed line, that stands in no table.

    Attributes:
        text: its words, blanks single, none at the ends.
        place: where it stands in the document, as a person would look it up: ``"line 12"``,
            ``"page 3"``, ``"paragraph 40"``.
    """

    text: str
    place: str


@frozen
class Row:
    """A row of a table.

    Attributes:
        cells: from left to right, each a tuple of its paragraphs, or of its printed lines.
        place: where it stands in the document.
        first: whether it opens a table.
        guessed: whether that its labels stand in this very row is our reading of a page
            without ruled lines, and not certain.
    """

    cells: tuple[tuple[str, ...], ...]
    place: str
    first: bool = False
    guessed: bool = False


Piece = Prose | Row


@frozen
class Transcript:
    """A document as a plain text.

    Attributes:
        text: the lines, each ended.
        places: for each line, where it stands in the document.
        form: how its lines are to be read.
        guessed: the numbers of lines whose labels may belong to a neighbouring row.
    """

    text: str
    places: tuple[str, ...]
    form: TextForm
    guessed: tuple[int, ...] = ()


def transcribe(pieces: Iterable[Piece], form: TextForm) -> Transcript:
    r"""Answers: how does this document read as a plain text?

    Args:
        pieces: its paragraphs and rows, in reading order.
        form: whether the pieces are whole paragraphs or printed lines.

    Returns:
        The text, and where each of its lines stands in the document.

    Example:
        >>> row = Row((("А1",), ("1",), ("Бастық:", "орталықтың.")), "line 9", first=True)
        >>> made = transcribe([Prose("БҰЙЫРАМЫН:", "line 3"), row], TextForm.PARAGRAPHS)
        >>> made.text
        'БҰЙЫРАМЫН:\n\nА1\t1\tБастық:\n\t\tорталықтың.\n'
        >>> made.places
        ('line 3', 'line 9', 'line 9', 'line 9')
    """
    lines: list[str] = []
    places: list[str] = []
    guessed: list[int] = []
    for piece in pieces:
        if isinstance(piece, Row) and piece.guessed:
            guessed.append(len(lines) + 1 + piece.first)
        lines += _lines(piece)
        places += [piece.place] * (len(lines) - len(places))
    text = "".join(f"{line}\n" for line in lines)
    return Transcript(text, tuple(places), form, tuple(guessed))


def _lines(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Prose):
        yield piece.text
        return
    if piece.first:  # an empty line tells one table from the next
        yield ""
    for beside in zip_longest(*piece.cells, fillvalue=""):
        yield CELL.join(beside)
