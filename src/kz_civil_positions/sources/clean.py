"""From a transcript to whole paragraphs and labels: the same stream as from printed lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import define, field, frozen

from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.annexes import choose_annex
from kz_civil_positions.sources.cells import TableReader
from kz_civil_positions.sources.columns import TableRow, find_columns
from kz_civil_positions.sources.paragraphs import Paragraph, Part, put_back
from kz_civil_positions.sources.prose import ends_of_paragraphs
from kz_civil_positions.sources.repairs import Repair, RepairKind, undo_spacing
from kz_civil_positions.sources.surroundings import set_aside
from kz_civil_positions.sources.transcript import CELL

__all__ = ["read_transcript"]


def read_transcript(
    lines: Sequence[str],
    order: str,
    by_hand: Iterable[Repair],
    *,
    form: TextForm,
    annex: int | None = None,
) -> tuple[tuple[Paragraph, ...], tuple[Repair, ...]]:
    r"""Answers: which paragraphs and labels does this transcript consist of?

    Args:
        lines: the lines of the transcript, the first being line 1.
        order: the order whose text it is.
        by_hand: readings recorded by a person; one of displaced words stands for its whole
            line, the cells divided by tabs.
        form: whether a line is a printed line or a whole paragraph.
        annex: the number of the annex that is meant, where several have a register.

    Returns:
        The paragraphs in reading order, and the repairs that rules made. What belongs to
        another annex, stands around the act, or repeats a label is marked as elsewhere.

    Raises:
        DataError: a row or a label that fits no rule and no reading, a reading that does not
            fit the transcript, several registers of which none was chosen.

    Example:
        >>> text = "Буын\tДеңгей\tЛауазымдар атауы\nА блогы\t\t\nА1\t1\tБастық."
        >>> read, _ = read_transcript(text.split("\n"), "2020-1", (), form=TextForm.PARAGRAPHS)
        >>> [str(paragraph.part) for paragraph in read]
        ['columns', 'block', 'link', 'level', 'text']
    """
    reader = _TranscriptReader(order, lines, tuple(by_hand), form=form)
    reader.check_readings()
    reader.read()
    paragraphs, repairs = reader.result()
    return set_aside(choose_annex(paragraphs, annex)), repairs


@frozen
class _Line:
    """A line of the transcript that is not empty, repaired.

    Attributes:
        number: of the line.
        cells: its cells; one where it stands in no table.
        table: whether it does.
    """

    number: int
    cells: tuple[str, ...]
    table: bool


# The share of lines that may be wider than what counts as the width of the print.
_WIDEST: Final = 0.02


@define
class _TranscriptReader(TableReader):
    """The state of reading a transcript, in a table or outside."""

    width: int = field(default=0, init=False)

    def read(self) -> None:
        stretches = list(self.stretches())
        lengths = sorted(
            len(line.cells[0]) for lines in stretches for line in lines if not line.table
        )
        self.width = lengths[-1 - int(len(lengths) * _WIDEST)] if lengths else 0
        for place, lines in enumerate(stretches):
            if lines[0].table:
                self.table([TableRow(line.number, line.cells) for line in lines])
            else:
                after = next(iter(stretches[place + 1 : place + 2]), [])
                rows = [TableRow(line.number, line.cells) for line in after if line.table]
                self.heads = bool(rows) and find_columns(rows) is not None
                self.prose(lines)

    def stretches(self) -> Iterator[list[_Line]]:
        """The tables and what stands between them, each a run of lines."""
        for kind, run in groupby(self.mended(), lambda line: line and line.table):
            if kind is not None:
                yield [line for line in run if line is not None]

    def mended(self) -> Iterator[_Line | None]:
        """The lines with displaced words put back and spacing undone; None for an empty one."""
        for number, raw in enumerate(self.lines, 1):
            displaced = self.hand(RepairKind.DISPLACED_WORDS, number)
            text = put_back(raw, displaced) if displaced else raw
            if not text.strip() and CELL not in text:
                yield None
                continue
            cells = (cell.strip() for cell in text.split(CELL))
            if self.form is TextForm.LINES and not displaced:
                cells = (self.undo(number, cell) for cell in cells)
            yield _Line(number, tuple(cells), CELL in text)

    def undo(self, number: int, text: str) -> str:
        mended, kind = undo_spacing(text)
        if kind:
            self.note(kind, self.span(number), text, mended)
        return mended

    def prose(self, lines: Sequence[_Line]) -> None:
        """Read neighbouring lines that stand outside tables."""
        texts = [line.cells[0] for line in lines]
        ends = (True,) * len(texts)
        if self.form is TextForm.LINES:
            ends = ends_of_paragraphs(texts, self.width)
        for line, text, end in zip(lines, texts, ends, strict=True):
            self.inject_labels(line.number)
            self.part = Part.FRAME
            self.add(line.number, text)
            if end and not self.hand(RepairKind.GOES_ON, line.number):
                self.close()
        self.close()
