"""Paragraphs and labels, and the state in which a text is read into them.

Both forms of a source text are read here in common: printed lines with labels in lines of
their own (``lines``), and a transcript with its table's cells apart (``clean``).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

from attrs import define, evolve, field

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import Span
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.sources.vocabulary import is_link, level_of
from kz_civil_positions.things import frozen

__all__ = ["END_OF_PARAGRAPH", "Paragraph", "Part", "Piece", "Reader", "Use", "put_back", "uses"]

END_OF_PARAGRAPH: Final = (";", ":", ".")


class Part(StrEnum):
    """What a piece of the source is.

    A note is a publisher's ("Ескерту.", "Сноска."). Elsewhere is what says nothing of this
    register: another annex, what stands around the act, a label or heading printed again,
    the running number of a row.
    """

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
        touched = self._touched(start, stop)
        return Span(self.lines.order, self.pieces[touched[0]].line, self.pieces[touched[-1]].line)

    def _touched(self, start: int, stop: int) -> range:
        """The places of the pieces that a stretch of the text has a part of."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        if self.starts[first] + len(self.pieces[first].text) <= start:
            first += 1
        return range(first, bisect_left(self.starts, stop))

    def cut(self, start: int, stop: int) -> "Paragraph":
        """A stretch of the text, which neither begins nor ends with a blank, by itself."""
        pieces, starts = [], []
        for place in self._touched(start, stop):
            piece, begin = self.pieces[place], self.starts[place]
            part = piece.text[max(start - begin, 0) : stop - begin]
            pieces.append(Piece(piece.line, part))
            starts.append(max(begin - start, 0))
        return evolve(
            self,
            text=self.text[start:stop],
            lines=self.span(start, stop),
            pieces=tuple(pieces),
            starts=tuple(starts),
        )


def uses(paragraphs: Iterable[Paragraph]) -> Iterator[Use]:
    """Answers: what became of each part of each line?"""
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            yield Use(piece.line, paragraph.part, piece.text)


@define
class Reader:
    """The state of one reading, line after line."""

    order: str
    lines: Sequence[str]
    by_hand: tuple[Repair, ...]
    done: list[Paragraph] = field(factory=list)
    repairs: list[Repair] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    open: list[Piece] = field(factory=list)
    part: Part = Part.FRAME
    _by_line: dict[int, list[Repair]] = field(factory=dict, init=False)
    _by_row: dict[int, list[Repair]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for repair in self.by_hand:
            self._by_line.setdefault(repair.lines.first, []).append(repair)
            if repair.row is not None:
                self._by_row.setdefault(repair.row, []).append(repair)

    def result(self) -> tuple[tuple[Paragraph, ...], tuple[Repair, ...]]:
        """What was read and repaired, or every problem met on the way."""
        if self.problems:
            raise DataError(self.problems)
        return tuple(self.done), tuple(sorted(self.repairs, key=lambda r: r.lines))

    def span(self, first: int, last: int | None = None) -> Span:
        """These lines of the source."""
        return Span(self.order, first, last or first)

    def hand(self, kind: RepairKind, line: int) -> Repair | None:
        """The reading of this kind that a person recorded for this line."""
        return next((one for one in self.hand_at(line) if one.kind is kind), None)

    def hand_at(self, line: int) -> Sequence[Repair]:
        """The readings that a person recorded for this line."""
        return self._by_line.get(line, ())

    def note(self, kind: RepairKind, span: Span, stood: str, stands: str) -> None:
        """Record a repair made by rule."""
        self.repairs.append(Repair(kind, span, stood, stands))

    def problem(self, line: int, key: str, **facts: object) -> None:
        """Record what cannot be read."""
        self.problems.append(Problem(f"L{line}", "", key, tuple(facts.items())))

    def check_readings(self) -> None:
        """A reading by hand is anchored: what it says stood must stand there."""
        for repair in self.by_hand:
            first, last = repair.lines.first, repair.lines.last
            there = "\n".join(self.lines[first - 1 : last])
            if not repair.stood or repair.stood not in there:
                self.problem(first, "reading-not-anchored", stood=repair.stood, found=there)

    def inject_labels(self, number: int) -> None:
        """Labels that stand elsewhere, or nowhere, are read where their row begins."""
        for repair in self._by_row.get(number, ()):
            if repair.kind is RepairKind.LOST_LABEL:
                self.label(repair.stands, repair.lines, printed=False)
            if repair.kind is RepairKind.DISPLACED_LABEL:
                self.label(repair.stands, repair.lines)

    def label(self, text: str, span: Span, *, printed: bool = True) -> None:
        """A label of a link or level that a person recorded."""
        part = Part.LINK if is_link(text) else Part.LEVEL
        if part is Part.LEVEL and not level_of(text):
            self.problem(span.first, "unknown-value", value=text, allowed="А1, В2, D, 1, 2-1")
            return
        piece = (Piece(span.first, text),) if printed else ()
        self.done.append(Paragraph(part, text, span, piece, (0,) * len(piece), printed))

    def single(self, part: Part, number: int, text: str) -> None:
        """Take a paragraph that is one part of one line."""
        self.done.append(self.one(part, number, text))

    def one(self, part: Part, number: int, text: str) -> Paragraph:
        """A paragraph that is one part of one line."""
        return Paragraph(part, text, self.span(number), (Piece(number, text),), (0,))

    def add(self, number: int, text: str) -> None:
        """Let the open paragraph go on with this."""
        if text.strip():  # a reading by hand may leave nothing of a line
            self.open.append(Piece(number, text))

    def close(self) -> None:
        """End the open paragraph: its pieces are joined, and each joint is recorded."""
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
        self.finish(Paragraph(self.part, text, span, pieces, tuple(starts)))

    def note_join(self, before: Piece, after: Piece, glue: str) -> None:
        """Record that a line was wrapped."""
        last, first = before.text.split()[-1], after.text.split()[0]
        self.note(
            RepairKind.WRAPPED_LINE,
            self.span(before.line, after.line),
            f"{last}\n{first}",
            f"{last}{glue}{first}",
        )

    def finish(self, paragraph: Paragraph) -> None:
        """Take a paragraph that has been read to its end."""
        part = Part.QUOTATION if paragraph.text == '"' else paragraph.part
        self.done.append(evolve(paragraph, part=part))


def put_back(raw: str, reading: Repair) -> str:
    """Answers: how does this line read when its displaced words are put back?

    What the reading does not speak of stays as it is printed.

    Example:
        >>> reading = Repair(RepairKind.DISPLACED_WORDS, Span("2031-1", 1, 1), "б  в а", "а б в")
        >>> put_back("  Мәтін: б  в а, г.", reading)
        'Мәтін: а б в, г.'
    """
    if reading.stood not in raw:  # words of several lines
        return reading.stands
    return raw.replace(reading.stood, reading.stands, 1).strip(" ")


# A hyphen joins the parts of one word, and its line may break behind it; a dash stands free.
_BROKEN_WORD: Final = re.compile(r"[\w(][-‑]$")


def _glue(before: str, after: str) -> str:
    """A wrapped line goes on after a blank, except at a mark that clings to its word."""
    clings = after.startswith((",", ".", ")")) or before.endswith("(")
    return "" if clings or _BROKEN_WORD.search(before) else " "
