"""What a paragraph of a transcript is, once it has been read to its end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, evolve, field

from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.columns import Columns
from kz_civil_positions.sources.divide import closing_mark, divisions, listed
from kz_civil_positions.sources.notes import is_note
from kz_civil_positions.sources.paragraphs import Paragraph, Part, Reader
from kz_civil_positions.sources.repairs import RepairKind
from kz_civil_positions.sources.sectors import sector_of
from kz_civil_positions.sources.vocabulary import annex_of, block_of, list_heading_in

__all__ = ["TextReader"]

_QUOTES: Final = re.compile(r"[\"«»“”„\s.;]*[\"«»“”„][\"«»“”„\s.;]*")
# An abbreviation and its dash.
_LISTED: Final = re.compile(r"\S+\s[-–—]\s")


@define
class TextReader(Reader):
    """The state of reading a transcript: where in it the reading is, and what stands there.

    Attributes:
        form: whether a line is a printed line or a whole paragraph.
        columns: of the register being read; None before it.
        headed: whether its columns have had their headings.
        goes_on: whether nothing but notes and headings came since its last row.
        block: the heading of the block being read.
        link: the label of the link being read, in Latin.
        letter: the link's letter, where its number stands in the next column.
        level: the label of the level being read.
        listing: whether the list of abbreviations has begun.
        colons: the lines after whose colon the paragraph may go on, and the mark it ends in.
        heads: whether a register's table comes next, so that its headings may stand here.
    """

    form: TextForm = TextForm.PARAGRAPHS
    columns: Columns | None = None
    headed: bool = False
    goes_on: bool = False
    block: str = ""
    link: str = ""
    letter: str = ""
    level: tuple[int, ...] | None = None
    listing: bool = False
    heads: bool = False
    colons: Mapping[int, str] = field(factory=dict)

    def took_heading(self, paragraph: Paragraph) -> bool:
        """Take the heading of a block or of a sector in it, if it is one."""
        text = paragraph.text
        if block_of(text):
            again = text == self.block  # printed again on a new page, it says nothing new
            part = Part.ELSEWHERE if again else Part.BLOCK
            self.block = text
        elif self.block and sector_of(text):
            again, part = False, Part.SECTOR
        else:
            return False
        if not again:
            self.link, self.letter, self.level = "", "", None
        self.done.append(evolve(paragraph, part=part))
        return True

    def is_aside(self, text: str) -> bool:
        """Whether a row across the table is none of the register's own."""
        listed = self.listing or list_heading_in(text) > 0
        return listed or is_note(text) or _QUOTES.fullmatch(text) is not None

    def finish(self, paragraph: Paragraph) -> None:
        """What was run together is divided; what closes a quotation is told apart."""
        if paragraph.part is Part.TEXT:
            self.finish_text(paragraph)
        elif paragraph.part is Part.FRAME:
            self.finish_frame(paragraph)
        else:
            self.done.append(paragraph)

    def finish_text(self, paragraph: Paragraph) -> None:
        """A cell's paragraph, and the mark that closes the quotation after its last."""
        text, end = paragraph.text, closing_mark(paragraph.text)
        words = text[:end].rstrip()
        self.done += self.divided(paragraph.cut(0, len(words)), divisions(words))
        if end < len(text):
            self.done.append(evolve(paragraph.cut(end, len(text)), part=Part.QUOTATION))

    def finish_frame(self, paragraph: Paragraph) -> None:
        """The order's own words, a publisher's note, or a heading of the next table."""
        text = paragraph.text
        if annex_of(text):  # a register of its own may begin here
            self.columns, self.headed, self.block = None, False, ""
        heading = list_heading_in(text)
        self.listing = heading > 0 or (self.listing and _LISTED.match(text) is not None)
        if is_note(text):
            self.done.append(evolve(paragraph, part=Part.NOTE))
        elif _QUOTES.fullmatch(text):
            self.done.append(evolve(paragraph, part=Part.QUOTATION))
        elif (self.heads or self.goes_on) and self.took_heading(paragraph):
            pass
        elif self.listing:
            self.done += self.divided(paragraph, listed(text, heading))
        else:
            self.done.append(paragraph)
            self.goes_on = False

    def is_one(self, paragraph: Paragraph) -> bool:
        """Whether a person says that the marks in a paragraph do not divide it."""
        lines = {piece.line: None for piece in paragraph.pieces}
        return any(
            repair.kind is RepairKind.GOES_ON
            or (repair.kind is RepairKind.ONE_ITEM and repair.stands == paragraph.text)
            for line in lines
            for repair in self.hand_at(line)
        )

    def divided(
        self, paragraph: Paragraph, stretches: Sequence[tuple[int, int]]
    ) -> Iterator[Paragraph]:
        """The paragraphs that were run together in this one, unless a person says it is one."""
        text = paragraph.text
        if len(stretches) == 1 or self.is_one(paragraph):
            yield paragraph
            return
        parts = [paragraph.cut(start, stop) for start, stop in stretches]
        stands = "\n".join(part.text for part in parts)
        self.note(RepairKind.RUN_TOGETHER, paragraph.lines, text, stands)
        yield from parts
