"""Readings of one copy of a text, carried over to the same words in another copy."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from kz_civil_positions.model import Span
from kz_civil_positions.sources.draft import read_stream
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.repairs import Repair, RepairKind, Repairs

__all__ = ["carry_readings"]

# What a person decided about words, and not about a damaged line of one copy.
_OF_WORDS: Final = frozenset({RepairKind.SUBHEADING, RepairKind.TITLE, RepairKind.ONE_ITEM})


def carry_readings(text: str, repairs: Repairs, known: Iterable[Repair]) -> Repairs:
    r"""Answers: which readings made of another copy hold for the same words of this one?

    A person who has said that these words are a subheading, a title or one item has said so
    of the words. They are read so here too if they stand here once, and just as they were.

    Args:
        text: the source file's text.
        repairs: the readings that are known for it, and its form.
        known: readings of another copy.

    Returns:
        The readings with those that could be carried over, each at its place here.

    Raises:
        DataError: where a line fits no rule and no reading.

    Example:
        >>> from kz_civil_positions.orders import SourceFile, TextForm
        >>> text = "Буын\tДеңгей\tЛауазымдар\nD блогы\t\t\nD\t\tТехник: бюро, қойма операторы."
        >>> source = SourceFile("source.kaz.txt", "", TextForm.PARAGRAPHS)
        >>> words = "бюро, қойма операторы."
        >>> known = Repair(RepairKind.ONE_ITEM, Span("2020-1", 9, 9), words, words)
        >>> carried = carry_readings(text, Repairs("2020-1", source), [known]).by_hand
        >>> [(str(one.kind), str(one.lines)) for one in carried]
        [('one-item', 'L3')]
    """
    stream, _ = read_stream(text, repairs)
    paragraphs = [one for one in stream if one.part is Part.TEXT]
    lines = text.split("\n")
    carried = [
        reading
        for one in known
        if one.kind in _OF_WORDS
        and len(places := list(_places(one, paragraphs))) == 1
        and (reading := _anchored(one, *places[0], lines)) is not None
    ]
    there = {(one.kind, one.lines.first) for one in repairs.by_hand}
    new = (one for one in carried if (one.kind, one.lines.first) not in there)
    return evolve(repairs, by_hand=(*repairs.by_hand, *new))


def _places(reading: Repair, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs that are, or for one item hold, the words of the reading, and where."""
    for paragraph in paragraphs:
        if reading.kind is RepairKind.ONE_ITEM:
            at = paragraph.text.find(reading.stands)
        else:
            at = 0 if paragraph.text == reading.stands else -1
        if at >= 0:
            yield paragraph, at


def _anchored(
    reading: Repair, paragraph: Paragraph, at: int, lines: Sequence[str]
) -> Repair | None:
    """The reading at its place here; None where the line had to be mended to read so."""
    words = paragraph.cut(at, at + len(reading.stands))
    first, last = words.pieces[0], words.pieces[-1]
    if reading.kind is not RepairKind.ONE_ITEM:
        last = first
    if any(piece.text not in lines[piece.line - 1] for piece in (first, last)):
        return None
    there = "\n".join(lines[first.line - 1 : last.line])
    start = there.index(first.text)
    stop = len(there) - len(lines[last.line - 1])
    stop += lines[last.line - 1].index(last.text) + len(last.text)
    span = Span(paragraph.lines.order, first.line, last.line)
    stands = reading.stands if reading.kind is RepairKind.ONE_ITEM else first.text
    return evolve(reading, lines=span, stood=there[start:stop], stands=stands, row=None)
