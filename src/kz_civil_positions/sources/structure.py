"""Headings, items and titles whose part in a cell rests on more than their closing marks.

A heading ends in ":", an item in ";" and the last of a list in ".". Where these marks do not
fit together, a heading goes on, stands below another, or a position stands by itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kz_civil_positions.kazakh import nominative_phrase
from kz_civil_positions.model import Certitude, Span
from kz_civil_positions.sources.doubtful import Doubtful, Placed, placed
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.repairs import Repair, RepairKind

__all__ = ["find_headings_that_go_on", "find_parts"]

_LIST: Final = re.compile(r"[^:]+: .+")
_SHOWN: Final = 80


def find_headings_that_go_on(
    stream: Sequence[Paragraph], lines: Sequence[str]
) -> tuple[Doubtful, ...]:
    """Answers: where does a heading go on after a semicolon?

    After a list that a stop has closed, words that end in ";" begin no list: if a heading
    follows at once, they are its beginning.

    Args:
        stream: all paragraphs of a text.
        lines: the lines of the source.
    """
    found = []
    for row in _rows(stream):
        texts = [one.paragraph.text for one in row]
        for at in range(1, len(row) - 1):
            before, here, after = texts[at - 1 : at + 2]
            if before.endswith(".") and here.endswith(";") and after.endswith(":"):
                found.append(_finding(RepairKind.GOES_ON, row[at], lines, Certitude.STRONG))
    return tuple(found)


def find_parts(
    stream: Sequence[Paragraph], lines: Sequence[str], by_hand: Sequence[Repair]
) -> tuple[Doubtful, ...]:
    """Answers: which paragraphs are subheadings or positions of their own?

    Args:
        stream: all paragraphs of a text.
        lines: the lines of the source.
        by_hand: readings that are known already.
    """
    read = {(repair.kind, repair.lines.first) for repair in by_hand}
    whole = tuple(one.stands for one in by_hand if one.kind is RepairKind.ONE_ITEM)
    found = [finding for row in _rows(stream) for finding in _in_row(row, lines, read)]
    texts = (one for row in _rows(stream) for one in row)
    return (*found, *(finding for one in texts for finding in _divided(one, whole)))


def _rows(stream: Sequence[Paragraph]) -> Iterator[list[Placed]]:
    """The texts of each row, between one label and the next."""
    for is_text, run in groupby(placed(stream), lambda one: one.paragraph.part is Part.TEXT):
        if is_text:
            yield list(run)


def _in_row(
    row: Sequence[Placed], lines: Sequence[str], read: set[tuple[RepairKind, int]]
) -> Iterator[Doubtful]:
    items: list[str] | None = None  # of the entry being read; None where it is no list
    nested = False
    for one in row:
        text, line = one.paragraph.text, one.paragraph.lines.first
        if text.endswith(":"):
            unclosed = items is not None and (not items or not items[-1].endswith("."))
            known = (RepairKind.SUBHEADING, line) in read
            if known or (unclosed and (nested or not items)):
                nested = True
                items = [*(items or ()), text]
                if not known:
                    yield _finding(RepairKind.SUBHEADING, one, lines, Certitude.STRONG)
                continue
            if unclosed:
                yield _finding(None, one, lines, Certitude.WEAK)
            items, nested = [], False
        elif _LIST.fullmatch(text):
            items = None
        elif items is None:
            continue
        elif (RepairKind.TITLE, line) in read:
            items = None
        elif _is_title(text, items):
            items = None
            yield _finding(RepairKind.TITLE, one, lines, Certitude.STRONG)
        else:
            items.append(text)


def _is_title(text: str, items: Sequence[str]) -> bool:
    """After a closed list of institutions, all in the genitive, words that are not."""
    institutions = [item for item in items if not item.endswith(":")]
    return (
        bool(institutions)
        and institutions[-1].endswith(".")
        and all(map(_is_genitive, institutions))
        and not _is_genitive(text)
    )


def _is_genitive(text: str) -> bool:
    return nominative_phrase(text) != text.rstrip(";.,: ")


def _divided(one: Placed, whole: Sequence[str]) -> Iterator[Doubtful]:
    """Between the commas of a list, a part in the genitive belongs to a title further on."""
    if not _LIST.fullmatch(one.paragraph.text):
        return
    listed = one.paragraph.text.partition(":")[2]
    parts = [part.strip() for part in re.sub(r"\([^()]*\)", "", listed).split(",")[:-1]]
    if any(_is_genitive(part) and not any(part in words for words in whole) for part in parts):
        lines = one.paragraph.lines
        facts = {"text": one.paragraph.text[:_SHOWN]}
        yield Doubtful("list-divided", one.address, lines, Certitude.WEAK, facts)


def _finding(
    kind: RepairKind | None, one: Placed, lines: Sequence[str], certitude: Certitude
) -> Doubtful:
    """What is read of a paragraph, anchored to the line by which the reading is found."""
    last = kind is RepairKind.GOES_ON
    piece = one.paragraph.pieces[-1 if last else 0]
    span = Span(one.paragraph.lines.order, piece.line, piece.line)
    raw = lines[piece.line - 1]
    stood = piece.text if piece.text in raw else raw.rpartition("\t")[2].strip()
    reading = Repair(kind, span, stood, piece.text) if kind else None
    name = str(kind) if kind else "list-not-closed"
    facts = {"text": one.paragraph.text[:_SHOWN]}
    return Doubtful(name, one.address, span, certitude, facts, None, reading)
