"""A clean plain text: prose, and tables whose cells are parted by tabs or bars.

Where a table begins and ends, nothing marks; so these rules decide:

- A table begins at a line of three filled cells or more, which gives the number of columns.
- A line with as many cells is a row, and so is one whose cells before the last are blank or
  labels. A row of fewer cells stands at the right, as a browser copies rows whose first cells
  are spanned from above; but a label of letters at its head is the first column's.
- A line without tab or bar, between two rows, is one more paragraph of the last cell, as
  browsers and word processors copy cells of several paragraphs. It is a heading that spans
  the table if it ends in no mark, and a row with a label or another heading follows.
- The table ends for certain at a point of the order, at a note, and at the list of
  abbreviations; and at a line with tabs that is no row of it.
- After the last row, lines without tab or bar belong to the last cell up to the first empty
  line, but only if cells go on so between the rows too; that they do is marked as a guess.
- Lines drawn of dashes and bars are borders and hold no words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field, frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.notes import is_note
from kz_civil_positions.sources.readers.encoding import decode, tidy
from kz_civil_positions.sources.readers.limits import MAX_CELLS, MAX_LINES
from kz_civil_positions.sources.sectors import is_sector
from kz_civil_positions.sources.transcript import Piece, Prose, Row, Transcript, transcribe
from kz_civil_positions.sources.vocabulary import block_of, is_list_heading, level_of, link_of

__all__ = ["read_plain"]

# The columns of a register's table: link, level, titles.
_FEWEST: Final = 3
_BARS: Final = re.compile("[|│┃¦]")
_BORDER: Final = re.compile(r"(?=.*[-–—―_=─-╿]{2})[\s|¦+:.\-–—―_=─-╿]+")
# A cell that a spreadsheet quotes, since it has line breaks or quotation marks inside.
_QUOTED: Final = re.compile(r'"((?:[^"\t]|"")*)"(?=[\t\n]|\Z)')
# Within how many lines a heading's row follows: a block's heading, a sector's, empty lines.
_FAR: Final = 8
_ENDS: Final = (";", ":", ".", ",")
_NUMBER: Final = re.compile(r"\d{1,3}")
_POINT: Final = re.compile(r"\d{1,3}[.)](?:\s|$)")

_Cells = tuple[tuple[str, ...], ...]


@frozen
class _Line:
    """A line of the text, or what a quoted cell makes one of several."""

    number: int
    raw: str
    cells: _Cells

    @property
    def place(self) -> str:
        return f"line {self.number}"

    @property
    def words(self) -> str:
        return tidy(self.raw)

    @property
    def is_row(self) -> bool:
        return len(self.cells) > 1

    @property
    def is_border(self) -> bool:
        return _BORDER.fullmatch(self.raw) is not None

    @property
    def is_prose(self) -> bool:
        """Whether a line without cells surely is no paragraph of a cell above it."""
        words = self.words
        return not self.is_row and (
            bool(_POINT.match(words)) or is_list_heading(words) or is_note(words)
        )

    @property
    def opens_table(self) -> bool:
        """Whether a table may begin here: the tabs after a point's number make none."""
        return sum(map(bool, self.cells)) >= _FEWEST and not _POINT.match(self.words)


def read_plain(data: bytes) -> Transcript:
    r"""Answers: how does this clean text read, its tables known as tables?

    Args:
        data: the file's bytes.

    Returns:
        Its transcript; a line of the text is a paragraph or a row.

    Raises:
        BadInputError: it is no text, or has more lines or cells than a register can have.

    Example:
        >>> page = "Звено|Ступень|Наименования\nА1|1|Начальник:\n||центра.\n\n2. Контроль."
        >>> print(read_plain(page.encode()).text.replace("\t", " / "), end="")
        <BLANKLINE>
        Звено / Ступень / Наименования
        А1 / 1 / Начальник:
         /  / центра.
        2. Контроль.
    """
    text = decode(data)
    if text.count("\n") > MAX_LINES:
        raise BadInputError("documents.too-many-lines", most=MAX_LINES)
    lines = tuple(_by_tabs(text) if _has_tabs(text) else _by_bars(text))
    if sum(len(line.cells) for line in lines if line.is_row) > MAX_CELLS:
        raise BadInputError("documents.too-many-cells", most=MAX_CELLS)
    reading = _Reading(tuple(line for line in lines if not line.is_border))
    reading.read()
    return transcribe(reading.pieces, TextForm.PARAGRAPHS)


# --------------------------------------------------------------------- lines and cells


def _has_tabs(text: str) -> bool:
    """Whether tabs part the cells, and not bars."""
    lines = (line.split("\t") for line in text.split("\n"))
    return any(sum(bool(cell.strip()) for cell in cells) >= _FEWEST for cells in lines)


def _by_tabs(text: str) -> Iterator[_Line]:
    at, number = 0, 1
    while at < len(text):
        start = at
        cells: list[tuple[str, ...]] = []
        going_on = True
        while going_on:
            words, at = _cell(text, at)
            cells.append(_paragraphs(words))
            going_on = text[at : at + 1] == "\t"
            at += 1
        yield _Line(number, text[start : at - 1], tuple(cells))
        number += text.count("\n", start, at)


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins here, as it reads, and where it ends."""
    quoted = _QUOTED.match(text, at)
    if quoted and ('""' in quoted[1] or "\n" in quoted[1]):
        begins_line = at == 0 or text[at - 1] == "\n"
        if not begins_line or text[quoted.end() : quoted.end() + 1] == "\t":
            return quoted[1].replace('""', '"'), quoted.end()
    ends = [found for mark in "\t\n" if (found := text.find(mark, at)) >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _by_bars(text: str) -> Iterator[_Line]:
    lines = text.split("\n")
    rows = (line.strip() for line in lines if len(_BARS.findall(line)) >= _FEWEST - 1)
    opened = _BARS.match(next(rows, "")) is not None
    for number, raw in enumerate(lines, 1):
        parts = _BARS.split(raw.strip())
        if len(parts) > 1 and not parts[-1]:
            parts.pop()
        if len(parts) > 1 and not parts[0] and opened:
            parts.pop(0)
        yield _Line(number, raw, tuple(map(_paragraphs, parts)))


def _paragraphs(words: str) -> tuple[str, ...]:
    return tuple(line for line in map(tidy, words.split("\n")) if line)


def _is_label(cell: tuple[str, ...]) -> bool:
    """Whether a cell is blank, or holds the label of a link or level, or a row's number."""
    return all(link_of(text) or level_of(text) or _NUMBER.fullmatch(text) for text in cell)


# ------------------------------------------------------------------------------ tables


@define
class _Reading:
    """The lines, and how far they are read."""

    lines: Sequence[_Line]
    pieces: list[Piece] = field(factory=list)

    def read(self) -> None:
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            if line.opens_table:
                at = self.table(at)
                continue
            if line.words:
                self.pieces.append(Prose(line.words, line.place))
            at += 1

    def table(self, first: int) -> int:
        """Read the table that begins at this line; give where it has ended."""
        header = _without_blank_end(self.lines[first].cells)
        last = self.last_row(first, len(header))
        self.pieces.append(Row(header, self.lines[first].place, first=True))
        goes_on = False
        for at in range(first + 1, last + 1):
            line = self.lines[at]
            if line.is_row:
                self.pieces.append(_row(line, len(header)))
            elif line.words:
                spans = self.is_heading(at)
                goes_on |= not spans
                self.alone(line, len(header), 0 if spans else -1)
        return self.after_last(last + 1, len(header)) if goes_on else last + 1

    def last_row(self, first: int, columns: int) -> int:
        """The last line that is a row of the table."""
        last, parted = first, False
        for at in range(first + 1, len(self.lines)):
            line = self.lines[at]
            again = parted and line.words == self.lines[first].words
            if line.is_prose or again or (line.is_row and not _fits(line, columns)):
                break
            parted |= not line.words
            if line.is_row:
                last, parted = at, False
        return last

    def is_heading(self, at: int) -> bool:
        """Whether a line between rows spans the table: it is no paragraph, and a row follows."""
        if block_of(self.lines[at].words) or is_sector(self.lines[at].words):
            return True
        for line in self.lines[at : at + _FAR]:
            if line.is_row:
                return bool(line.cells[0])
            if line.words.endswith(_ENDS):
                return False
        return False

    def alone(self, line: _Line, columns: int, where: int, *, guessed: bool = False) -> None:
        cells: list[tuple[str, ...]] = [()] * columns
        cells[where] = (line.words,)
        self.pieces.append(Row(tuple(cells), line.place, guessed=guessed))

    def after_last(self, at: int, columns: int) -> int:
        """What follows the last row up to an empty line is its last cell's."""
        while at < len(self.lines):
            line = self.lines[at]
            if not line.words or line.is_row or line.is_prose:
                break
            self.alone(line, columns, -1, guessed=True)
            at += 1
        return at


def _fits(line: _Line, columns: int) -> bool:
    return len(line.cells) == columns or all(map(_is_label, line.cells[:-1]))


def _row(line: _Line, columns: int) -> Row:
    cells = line.cells
    while len(cells) > columns and not cells[-1]:
        cells = cells[:-1]
    while len(cells) > columns and not cells[0]:
        cells = cells[1:]
    blank = ((),) * (columns - len(cells))
    if blank and all(map(_is_label, cells)) and cells[-1]:
        cells = (*cells, *blank)
    elif blank and cells[0] and link_of(cells[0][0]):
        cells = (cells[0], *blank, *cells[1:])
    else:
        cells = (*blank, *cells)
    return Row(cells, line.place, guessed=bool(blank) and columns > _FEWEST)


def _without_blank_end(cells: _Cells) -> _Cells:
    while not cells[-1]:
        cells = cells[:-1]
    return cells
