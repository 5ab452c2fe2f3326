"""The rows of a transcript's tables: headings, labels and the cells of position titles."""

from collections.abc import Sequence
from typing import Final

from attrs import define, evolve

from kz_civil_positions.model import Span
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.columns import (
    RUNNING_NUMBER,
    Cells,
    Columns,
    TableRow,
    across,
    cells_of,
    continues,
    find_columns,
    guess_columns,
    has_labels,
    outside,
)
from kz_civil_positions.sources.divide import balanced
from kz_civil_positions.sources.paragraphs import (
    END_OF_PARAGRAPH,
    Paragraph,
    Part,
    Piece,
    Reader,
)
from kz_civil_positions.sources.prose import colons_inside
from kz_civil_positions.sources.repairs import RepairKind
from kz_civil_positions.sources.texts import TextReader
from kz_civil_positions.sources.vocabulary import (
    block_of,
    is_link,
    level_of,
    link_of,
)

__all__ = ["TableReader"]


# The block whose lists name institutions, each a paragraph, and have commas inside.
_OF_INSTITUTIONS: Final = "A"
_HEADINGS: Final = (Part.BLOCK, Part.SECTOR)
_SHOWN: Final = 80


@define
class TableReader(TextReader):
    """The state of reading a transcript, in its tables."""

    # ------------------------------------------------------------------- the table

    def table(self, rows: Sequence[TableRow]) -> None:
        """Read a table: a register's, or one that only lays out the order's own words."""
        columns = self.columns_of(rows)
        if columns is None or (columns.missing and not self.is_whole(rows, columns)):
            self.layout(rows)
            return
        self.columns, self.listing = columns, False
        self.find_colons(rows, columns)
        at, heading = 0, columns if columns.height else None
        while at < len(rows):
            if heading and heading.first == at:
                if not self.is_whole(rows, heading):
                    break
                self.headings(rows[at : at + heading.height])
                at, columns = at + heading.height, heading
                heading = find_columns(rows, at)
                continue
            self.row(rows[at], columns)
            at += 1
        self.close()
        self.goes_on = True

    def find_colons(self, rows: Sequence[TableRow], columns: Columns) -> None:
        """In printed lines, the line of a heading with its list may break at the colon."""
        if self.form is not TextForm.LINES:
            return
        cells = [(row.number, cells_of(row, columns).titles) for row in rows]
        lines = [(number, text) for number, text in cells if text]
        places = colons_inside([text for _, text in lines])
        self.colons = {lines[place][0]: mark for place, mark in places.items()}

    def columns_of(self, rows: Sequence[TableRow]) -> Columns | None:
        """Its own headings, or those of the register's table that goes on here."""
        if found := find_columns(rows):
            return found
        width = max(len(row.cells) for row in rows)
        if self.goes_on and self.columns and self.columns.width == width:
            if continues(rows, self.columns):
                return evolve(self.columns, height=0)
        elif (guessed := guess_columns(rows)) is not None:
            return guessed
        return Columns({}, 0, 0, width) if has_labels(rows) else None

    def is_whole(self, rows: Sequence[TableRow], columns: Columns) -> bool:
        """A table with two of the three columns is a damaged register, and is refused."""
        if columns.missing:
            number, names = rows[columns.first].number, ", ".join(map(str, columns.missing))
            self.problem(number, "sources.columns-missing", missing=names)
        return not columns.missing

    def layout(self, rows: Sequence[TableRow]) -> None:
        """A table that only sets words side by side: signatures, the head of an annex."""
        for row in rows:
            for place in row.filled:
                self.add(row.number, row.cells[place])
            self.part = Part.FRAME
            self.join_beside()

    def join_beside(self) -> None:
        """Cells that stand in one line are one paragraph, and nothing was wrapped."""
        pieces, self.open = tuple(self.open), []
        if pieces:
            text, starts = " ".join(piece.text for piece in pieces), [0]
            for piece in pieces[:-1]:
                starts.append(starts[-1] + len(piece.text) + 1)
            span = self.span(pieces[0].line, pieces[-1].line)
            self.finish(Paragraph(self.part, text, span, pieces, tuple(starts)))

    def headings(self, rows: Sequence[TableRow]) -> None:
        """The headings of the columns; printed again on each page, they say nothing new."""
        for row in rows:
            for place in row.filled:
                self.add(row.number, row.cells[place])
        self.part = Part.ELSEWHERE if self.headed else Part.COLUMNS
        self.headed = True
        self.join_beside()

    # --------------------------------------------------------------------- one row

    def row(self, row: TableRow, columns: Columns) -> None:
        """Read a line of a register's table."""
        if not row.filled:
            return
        self.inject_labels(row.number)
        text = across(row, columns)
        if text:
            self.heading(row.number, text)
            return
        cells = self.cells(row, columns)
        if cells is None:
            return
        bare = cells.link and (not is_link(cells.link) or (len(cells.link) == 1 and cells.level))
        if bare or (self.letter and cells.level and not cells.link):
            self.take_split(row.number, cells)
        else:
            self.take_labels(row.number, cells)
        if cells.titles:
            self.take_titles(row.number, cells.titles)

    def cells(self, row: TableRow, columns: Columns) -> Cells | None:
        """The labels and the text of a row; None where a cell is none of these."""
        cells = cells_of(row, columns)
        wrong = dict.fromkeys(outside(row, columns), "sources.cell-outside-columns")
        if cells.link and not link_of(cells.link):
            wrong[cells.link] = "sources.unknown-link"
        if cells.level and not level_of(cells.level):
            wrong[cells.level] = "sources.unknown-level"
        if cells.number and not RUNNING_NUMBER.fullmatch(cells.number):
            wrong[cells.number] = "sources.cell-outside-columns"
        for text, key in wrong.items():
            self.problem(row.number, key, text=text[:_SHOWN])
        if wrong:
            return None
        if cells.number:
            self.single(Part.ELSEWHERE, row.number, cells.number)
        return cells

    # --------------------------------------------------------------- heading rows

    def heading(self, number: int, text: str) -> None:
        """A row of one cell across the table: a block, a sector, a note, a list's heading."""
        if self.continues_heading(number, text):
            return
        self.close()
        if not balanced(text) and block_of(text[1:]):
            self.single(Part.QUOTATION, number, text[0])
            text = text[1:]
        paragraph = self.one(Part.FRAME, number, text)
        if self.took_heading(paragraph):
            return
        if self.block and not self.is_aside(text):
            self.problem(number, "sources.unknown-row", text=text[:_SHOWN])
            return
        self.finish(paragraph)

    def continues_heading(self, number: int, text: str) -> bool:
        """What a block is for may stand below its letter, in brackets."""
        last = self.done[-1] if self.done else None
        if last is None or last.part not in _HEADINGS or last.lines.last != number - 1:
            return False
        if not text.startswith("(") and last.text.count("(") == last.text.count(")"):
            return False
        self.done.pop()
        self.open, self.part = [*last.pieces, Piece(number, text)], last.part
        self.close()
        if last.part is Part.BLOCK:
            self.block = self.done[-1].text
        return True

    # --------------------------------------------------------------------- labels

    def label(self, text: str, span: Span, *, printed: bool = True) -> None:
        """A label that a person recorded ends what came before its row."""
        self.close()
        Reader.label(self, text, span, printed=printed)
        if is_link(text):
            self.link, self.letter, self.level = str(link_of(text)), "", None
        else:
            self.level = level_of(text)

    def moved(self, number: int, text: str) -> bool:
        """Whether a person recorded that this label belongs to another row."""
        return any(
            repair.kind is RepairKind.DISPLACED_LABEL and repair.stands == text
            for repair in self.hand_at(number)
        )

    def take_labels(self, number: int, cells: Cells) -> None:
        """A label ends what came before it, unless it only is printed once more."""
        if cells.link and not self.moved(number, cells.link):
            code = str(link_of(cells.link))
            self.take_label(Part.LINK, number, cells.link, again=code == self.link)
            if code != self.link:
                self.link, self.letter, self.level = code, "", None
        if cells.level and not self.moved(number, cells.level):
            level = level_of(cells.level)
            self.take_label(Part.LEVEL, number, cells.level, again=level == self.level)
            self.level = level

    def take_label(self, part: Part, number: int, text: str, *, again: bool) -> None:
        """A label; one that is only printed once more says nothing new."""
        if not again:
            self.close()
        self.single(Part.ELSEWHERE if again else part, number, text)

    def take_split(self, number: int, cells: Cells) -> None:
        """A link whose letter stands in its cell, and whose number in the cell of the level."""
        self.letter = cells.link or self.letter
        printed = [text for text in (cells.link, cells.level) if text]
        label = self.letter + cells.level
        code = str(link_of(label) or "")
        again = code == self.link
        if cells.level and not is_link(label):
            self.problem(number, "sources.unknown-link", text=label[:_SHOWN])
            return
        if not again:
            self.close()
            stood = " ".join(printed)
            if stood != label:
                self.note(RepairKind.SPLIT_LABEL, self.span(number), stood, label)
        starts = (0, len(cells.link)) if cells.link else (len(self.letter),)
        pieces = tuple(Piece(number, text) for text in printed)
        part = Part.ELSEWHERE if again else Part.LINK
        self.done.append(Paragraph(part, label, self.span(number), pieces, starts[: len(pieces)]))
        self.link, self.level = code, None

    # ----------------------------------------------------------------------- texts

    def take_titles(self, number: int, text: str) -> None:
        """A line of the cell of position titles."""
        self.part = Part.TEXT
        self.add(number, text)
        ends = self.form is TextForm.PARAGRAPHS or text.endswith(END_OF_PARAGRAPH)
        mark = self.colons.get(number)
        if mark == ":" or (mark == "." and block_of(self.block) != _OF_INSTITUTIONS):
            return
        if ends and not self.hand(RepairKind.GOES_ON, number):
            self.close()
