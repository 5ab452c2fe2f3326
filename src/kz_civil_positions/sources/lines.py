"""From the lines of a damaged text to whole paragraphs and labels, every repair recorded."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import define

from kz_civil_positions.sources.paragraphs import (
    END_OF_PARAGRAPH,
    Paragraph,
    Part,
    Reader,
    put_back,
)
from kz_civil_positions.sources.repairs import Repair, RepairKind, undo_spacing
from kz_civil_positions.sources.sectors import is_sector
from kz_civil_positions.sources.vocabulary import block_of, is_columns, is_link, level_of

__all__ = ["read_parts"]

# A paragraph of the frame (preamble, points, signature) begins with this indentation.
_INDENT: Final = " " * 6
# A page of the printed document ends in three empty lines, even in the middle of a word's cell.
_PAGE_BREAK: Final = 3

_LEVEL_IN_LINE: Final = re.compile(r"(?P<label>[1-9](?:[-‑−][1-9]){0,2}) (?P<rest>\S.*)")


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
    reader = _LineReader(order, lines, tuple(by_hand))
    reader.check_readings()
    reader.read()
    return reader.result()


@define
class _LineReader(Reader):
    """The state of one reading of printed lines."""

    empty: int = 0

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

    def take(self, number: int, raw: str) -> None:
        displaced = self.hand(RepairKind.DISPLACED_WORDS, number)
        text = put_back(raw, displaced) if displaced else self.undo(number, raw)
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
        if is_columns(text):
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
            ends = text.endswith(END_OF_PARAGRAPH)
            if ends and not self.hand(RepairKind.GOES_ON, number):
                self.close()

    def take_label(self, number: int, text: str) -> str:
        """A whole line that is a heading or a label is taken; the rest of the line is left."""
        if part := self.whole_line(number, text):
            self.single(part, number, text)
            return ""
        if match := _LEVEL_IN_LINE.fullmatch(text):
            self.note(RepairKind.LABEL_IN_LINE, self.span(number), text, match["label"])
            self.single(Part.LEVEL, number, match["label"])
            return match["rest"]
        return text

    def whole_line(self, number: int, text: str) -> Part | None:
        """What a line is that is nothing but a heading or a label."""
        if block_of(text):
            return Part.BLOCK
        if is_link(text):
            return Part.LINK
        if level_of(text):
            return Part.LEVEL
        return Part.SECTOR if self.stands_apart(number, text) else None

    def stands_apart(self, number: int, text: str) -> bool:
        """A sector's heading stands between empty lines and ends in no mark."""
        around = (*self.lines[number - 2 : number - 1], *self.lines[number : number + 1])
        apart = not text.endswith(END_OF_PARAGRAPH) and not any(line.strip() for line in around)
        if apart and not is_sector(text):  # any stray words may stand apart in a damaged text
            self.problem(number, "unknown-sector", text=text[:80])
        return apart
