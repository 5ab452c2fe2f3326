"""From the lines of a damaged text to whole paragraphs and labels, every repair recorded."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

from attrs import define, field, frozen

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import Span
from kz_civil_positions.sources.repairs import Repair, RepairKind, undo_spacing

__all__ = ["Paragraph", "Part", "Piece", "Use", "read_parts", "uses"]

# A paragraph of the frame (preamble, points, signature) begins with this indentation.
_INDENT: Final = " " * 6
# A page of the printed document ends in three empty lines, even in the middle of a word's cell.
_PAGE_BREAK: Final = 3

_END_OF_PARAGRAPH: Final = (";", ":", ".")
_COLUMNS: Final = "Буын Деңгей Лауазымдар атауы"
_BLOCK: Final = re.compile(r"[АВСD] блогы \(.+\)")
_LINK: Final = re.compile(r"[АВС][1-9]|D")
_LEVEL: Final = re.compile(r"[1-9](?:-[1-9])?")
_LEVEL_IN_LINE: Final = re.compile(r"(?P<label>[1-9](?:-[1-9])?) (?P<rest>\S.*)")


class Part(StrEnum):
    """What a piece of the source is."""

    FRAME = "frame"
    QUOTATION = "quotation"
    COLUMNS = "columns"
    BLOCK = "block"
    SECTOR = "sector"
    LINK = "link"
    LEVEL = "level"
    TEXT = "text"
    NOTE = "note"
    ELSEWHERE = "elsewhere"


@frozen
class Piece:
    """A part of one source line, repaired."""

    line: int
    text: str


@frozen
class Use:
    """What became of a part of a source line: each is used exactly once.

    Attributes:
        line: the source line.
        part: what it was read as.
        text: the part, repaired.
    """

    line: int
    part: Part
    text: str


@frozen
class Paragraph:
    """A whole paragraph, heading or label.

    Attributes:
        part: what it is.
        text: as it reads after repairs.
        pieces: the parts of lines it was joined from.
        starts: where each piece starts in the text.
        printed: False for a label that the source lost and a person inferred.
        lines: where it stands; for a label, where it is printed.
    """

    part: Part
    text: str
    lines: Span
    pieces: tuple[Piece, ...] = ()
    starts: tuple[int, ...] = ()
    printed: bool = True

    def span(self, start: int, stop: int) -> Span:
        """The source lines of a stretch of the text."""
        touched = [
            piece.line
            for piece, begin in zip(self.pieces, self.starts, strict=True)
            if begin < stop and begin + len(piece.text) > start
        ]
        return Span(self.lines.order, touched[0], touched[-1])


def read_parts(
    lines: Sequence[str], order: str, by_hand: Iterable[Repair]
) -> tuple[tuple[Paragraph, ...], tuple[Repair, ...]]:
    """Answers: which paragraphs and labels does this text consist of, and what was repaired?

    Args:
        lines: the lines of the source, the first being line 1.
        order: the order whose text it is.
        by_hand: readings recorded by a person.

    Returns:
        The paragraphs in reading order, and the repairs that rules made.

    Raises:
        DataError: a line that fits no rule and no reading, or a reading that does not fit
            the source.
    """
    reader = _Reader(order, lines, tuple(by_hand))
    reader.check_readings()
    reader.read()
    if reader.problems:
        raise DataError(reader.problems)
    return tuple(reader.done), tuple(sorted(reader.repairs, key=lambda r: r.lines))


@define
class _Reader:
    """The state of one reading, line after line."""

    order: str
    lines: Sequence[str]
    by_hand: tuple[Repair, ...]
    done: list[Paragraph] = field(factory=list)
    repairs: list[Repair] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    open: list[Piece] = field(factory=list)
    part: Part = Part.FRAME
    empty: int = 0

    def span(self, first: int, last: int | None = None) -> Span:
        return Span(self.order, first, last or first)

    def hand(self, kind: RepairKind, line: int) -> Repair | None:
        return next((r for r in self.by_hand if r.kind is kind and r.lines.first == line), None)

    def note(self, kind: RepairKind, span: Span, stood: str, stands: str) -> None:
        self.repairs.append(Repair(kind, span, stood, stands))

    def problem(self, line: int, key: str, **facts: object) -> None:
        self.problems.append(Problem(f"L{line}", "", key, tuple(facts.items())))

    def check_readings(self) -> None:
        """A reading by hand is anchored: what it says stood must stand there."""
        for repair in self.by_hand:
            first, last = repair.lines.first, repair.lines.last
            there = "\n".join(self.lines[first - 1 : last])
            if not repair.stood or repair.stood not in there:
                self.problem(first, "reading-not-anchored", stood=repair.stood, found=there)

    def read(self) -> None:
        for number, raw in enumerate(self.lines, 1):
            if not raw.strip():
                self.empty += 1
                continue
            self.after_empty_lines(number, raw)
            self.inject_labels(number)
            self.take(number, raw)
        self.close()

    def after_empty_lines(self, number: int, raw: str) -> None:
        """Empty lines end a paragraph of the frame, unless a page ended in its middle."""
        count, self.empty = self.empty, 0
        if count >= _PAGE_BREAK:
            self.note(
                RepairKind.PAGE_BREAK, self.span(number - count, number - 1), "\n" * count, ""
            )
        goes_on = count >= _PAGE_BREAK and not raw.startswith(_INDENT)
        if self.part is Part.FRAME and count and not goes_on:
            self.close()

    def inject_labels(self, number: int) -> None:
        """Labels that stand elsewhere, or nowhere, are read where their row begins."""
        for repair in self.by_hand:
            if repair.kind is RepairKind.LOST_LABEL and repair.row == number:
                self.label(repair.stands, repair.lines, printed=False)
            if repair.kind is RepairKind.DISPLACED_LABEL and repair.row == number:
                self.label(repair.stands, repair.lines)

    def label(self, text: str, span: Span, *, printed: bool = True) -> None:
        part = Part.LINK if _LINK.fullmatch(text) else Part.LEVEL
        if part is Part.LEVEL and not _LEVEL.fullmatch(text):
            self.problem(span.first, "unknown-value", value=text, allowed="А1, В2, D, 1, 2-1")
            return
        piece = (Piece(span.first, text),) if printed else ()
        self.done.append(Paragraph(part, text, span, piece, (0,) * len(piece), printed))

    def take(self, number: int, raw: str) -> None:
        displaced = self.hand(RepairKind.DISPLACED_WORDS, number)
        text = displaced.stands if displaced else self.undo(number, raw)
        if self.part is Part.FRAME:
            self.take_frame(number, raw, text)
        else:
            self.take_register(number, text)

    def undo(self, number: int, raw: str) -> str:
        line = raw.removeprefix(_INDENT)
        text = line.strip(" ")
        if line.startswith(" "):
            self.note(RepairKind.LEADING_BLANK, self.span(number), line.rstrip(" "), text)
        mended, kind = undo_spacing(text)
        if kind:
            self.note(kind, self.span(number), text, mended)
        return mended

    def take_frame(self, number: int, raw: str, text: str) -> None:
        if raw.startswith(_INDENT):
            self.close()
        if text == _COLUMNS:
            self.close()
            self.single(Part.COLUMNS, number, text)
            self.part = Part.TEXT
            return
        self.add(number, text)

    def take_register(self, number: int, text: str) -> None:
        if self.lines[number - 1].startswith(_INDENT):
            self.close()
            self.part = Part.FRAME
            self.add(number, text)
            return
        if displaced := self.hand(RepairKind.DISPLACED_LABEL, number):
            text = text.removeprefix(displaced.stands).strip()
        elif not self.open:
            text = self.take_label(number, text)
        if text:
            self.add(number, text)
            ends = text.endswith(_END_OF_PARAGRAPH)
            if ends and not self.hand(RepairKind.GOES_ON, number):
                self.close()

    def take_label(self, number: int, text: str) -> str:
        """A whole line that is a heading or a label is taken; the rest of the line is left."""
        whole = ((_BLOCK, Part.BLOCK), (_LINK, Part.LINK), (_LEVEL, Part.LEVEL))
        for pattern, part in whole:
            if pattern.fullmatch(text):
                self.single(part, number, text)
                return ""
        if self.is_sector(number, text):
            self.single(Part.SECTOR, number, text)
            return ""
        if match := _LEVEL_IN_LINE.fullmatch(text):
            self.note(RepairKind.LABEL_IN_LINE, self.span(number), text, match["label"])
            self.single(Part.LEVEL, number, match["label"])
            return match["rest"]
        return text

    def is_sector(self, number: int, text: str) -> bool:
        """A sector's heading stands between empty lines and ends in no mark."""
        around = (*self.lines[number - 2 : number - 1], *self.lines[number : number + 1])
        return not text.endswith(_END_OF_PARAGRAPH) and not any(line.strip() for line in around)

    def single(self, part: Part, number: int, text: str) -> None:
        self.done.append(Paragraph(part, text, self.span(number), (Piece(number, text),), (0,)))

    def add(self, number: int, text: str) -> None:
        if text.strip():  # a reading by hand may leave nothing of a line
            self.open.append(Piece(number, text))

    def close(self) -> None:
        if not self.open:
            return
        pieces, self.open = tuple(self.open), []
        text, starts = pieces[0].text, [0]
        for before, piece in pairwise(pieces):
            glue = _glue(before.text, piece.text)
            self.note_join(before, piece, glue)
            starts.append(len(text) + len(glue))
            text += glue + piece.text
        span = self.span(pieces[0].line, pieces[-1].line)
        part = Part.QUOTATION if text == '"' else self.part
        self.done.append(Paragraph(part, text, span, pieces, tuple(starts)))

    def note_join(self, before: Piece, after: Piece, glue: str) -> None:
        last, first = before.text.split()[-1], after.text.split()[0]
        self.note(
            RepairKind.WRAPPED_LINE,
            self.span(before.line, after.line),
            f"{last}\n{first}",
            f"{last}{glue}{first}",
        )


def _glue(before: str, after: str) -> str:
    """A wrapped line goes on after a blank, except at a mark that clings to its word."""
    return "" if after.startswith((",", ".", ")")) or before.endswith("(") else " "


def uses(paragraphs: Iterable[Paragraph]) -> Iterator[Use]:
    """Answers: what became of each part of each line?"""
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            yield Use(piece.line, paragraph.part, piece.text)
