"""A PDF with a text layer: its pages put one after another again.

Tables drawn with lines are read by ``ruled`` and ``spread``, tables set by position only by
``unruled``. What stands around the tables is prose, an empty line where the print leaves room
between two paragraphs. Each cell and each paragraph is given as printed lines: where a wrapped
line ends a paragraph, marks tell, and marks are not this reader's business.

If the headings of a register's columns are printed, but its columns cannot be told apart, the
text is given as pages are pasted, each label in a line of its own, for the rules of that form.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from math import inf
from statistics import median_low
from typing import Final

from attrs import frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.readers.furniture import without_furniture
from kz_civil_positions.sources.readers.gutter import by_columns
from kz_civil_positions.sources.readers.page import Sheet, read_sheets
from kz_civil_positions.sources.readers.placed import Placed
from kz_civil_positions.sources.readers.printed import Line, set_lines
from kz_civil_positions.sources.readers.ruled import Part, find_parts
from kz_civil_positions.sources.readers.spread import PartOnPage, names_columns, spread
from kz_civil_positions.sources.readers.unruled import find_table
from kz_civil_positions.sources.transcript import Piece, Prose, Transcript, transcribe

__all__ = ["read_pdf"]

# A step from line to line so much longer than usual parts two paragraphs.
_LONGER: Final = 1.35
# An indentation, in sizes of the type, and how many lines must share it.
_LEAST_INDENT: Final = 1.0
_MOST_INDENT: Final = 6.0
_SHARED: Final = 3
# How many empty lines stand for a page's end in text as pages are pasted.
_PASTED_PAGE: Final = 3


def read_pdf(data: bytes) -> Transcript:
    """Answers: how does this PDF read as a plain text?

    Args:
        data: the file's bytes.

    Returns:
        Its transcript, of form ``lines``; of form ``layout`` if the columns of its table
        cannot be told apart.

    Raises:
        BadInputError: it cannot be opened, has no text layer, or is too large; the place is
            the page.
    """
    pages = tuple(_page(sheet) for sheet in read_sheets(data))
    if not any(page.lines or page.parts for page in pages):
        raise BadInputError("documents.no-text-layer", where="page 1")
    kept = without_furniture([page.lines for page in pages], [page.height for page in pages])
    items = [
        item
        for page, lines in zip(pages, kept, strict=True)
        for item in _in_order(lines, page.parts)
    ]
    try:
        return transcribe(_pieces(items), TextForm.LINES)
    except _NoColumnsError:
        return _as_pasted([line for lines in kept for line in lines])


class _NoColumnsError(Exception):
    """The headings of a table's columns are there, but its columns are not to be told apart."""


@frozen
class _Page:
    """A page: its height, its lines outside of tables, and the tables that are drawn on it."""

    height: float
    lines: tuple[Placed, ...]
    parts: tuple[PartOnPage, ...]


def _page(sheet: Sheet) -> _Page:
    bases = [line.base for line in set_lines(sheet.glyphs)]

    def placed(line: Line) -> Placed:
        near = bisect_left(bases, line.base - line.size / 4)
        return Placed(sheet.number, min(near, len(bases) - 1) + 1, line)

    parts, rest = find_parts(sheet)
    lines = [placed(line) for line in set_lines(rest)]
    for turned in sheet.aside:
        lines += [Placed(sheet.number, len(bases) + 1, line) for line in set_lines(turned)]
    return _Page(sheet.height, tuple(lines), tuple(_on_page(part, placed) for part in parts))


def _on_page(part: Part, placed: Callable[[Line], Placed]) -> PartOnPage:
    rows = (tuple(tuple(map(placed, cell)) for cell in row) for row in part.rows)
    return PartOnPage(part, tuple(rows))


_Item = Placed | PartOnPage


def _in_order(lines: Sequence[Placed], parts: Sequence[PartOnPage]) -> Iterator[_Item]:
    """What a page holds from top to bottom; between its tables, column after column."""
    rest = list(lines)
    for one in parts:
        above = [line for line in rest if line.line.base <= one.part.top]
        rest = rest[len(above) :]
        yield from by_columns(above)
        yield one
    yield from by_columns(rest)


# ------------------------------------------------------------------------------- pieces


def _pieces(items: Sequence[_Item]) -> Iterator[Piece]:
    named = any(isinstance(item, PartOnPage) and names_columns(item) for item in items)
    for is_part, group in groupby(items, key=lambda item: isinstance(item, PartOnPage)):
        held = list(group)
        if is_part:
            yield from spread([item for item in held if isinstance(item, PartOnPage)])
        else:
            lines = [item for item in held if isinstance(item, Placed)]
            yield from _prose(lines) if named else _prose_and_tables(lines)


def _prose_and_tables(lines: Sequence[Placed]) -> Iterator[Piece]:
    at = 0
    while table := find_table(lines, at):
        if not table.rows:
            raise _NoColumnsError
        yield from _prose(lines[at : table.first])
        yield from table.rows
        at = table.stop
    yield from _prose(lines[at:])


def _prose(lines: Sequence[Placed]) -> Iterator[Prose]:
    """Printed lines; an empty one where the print leaves room between two paragraphs."""
    begins = _beginnings(lines)
    for number, placed in enumerate(lines):
        if number and begins[number]:
            yield Prose("", placed.place)
        yield Prose(placed.line.text, placed.place)


def _beginnings(lines: Sequence[Placed]) -> list[bool]:
    """Which lines surely begin a paragraph: after a gap, or with the usual indentation."""
    pairs = list(pairwise(lines))
    steps = [_step(a, b) for a, b in pairs if a.page == b.page]
    usual = median_low([step for step in steps if step > 0] or [inf])
    margin = min((one.line.left for one in lines), default=0.0)
    inward = [(one.line.left - margin) / one.line.size for one in lines]
    common = Counter(round(indent, 1) for indent in inward)
    begins = [
        _LEAST_INDENT <= indent <= _MOST_INDENT and common[round(indent, 1)] >= _SHARED
        for indent in inward
    ]
    for number, (before, after) in enumerate(pairs, 1):
        near = before.page == after.page
        begins[number] |= near and _step(before, after) > usual * _LONGER
    return begins


def _step(before: Placed, after: Placed) -> float:
    """The way from line to line, in sizes of the type."""
    return (after.line.base - before.line.base) / after.line.size


def _as_pasted(lines: Sequence[Placed]) -> Transcript:
    """The lines as pages are pasted: indented paragraphs, empty lines at gaps and page ends."""
    begins = _beginnings(lines)
    texts, places = list[str](), list[str]()
    for number, placed in enumerate(lines):
        turned = number > 0 and lines[number - 1].page != placed.page
        blank = _PASTED_PAGE if turned else int(begins[number] and number > 0)
        texts += [*[""] * blank, placed.line.text]
        places += [placed.place] * (blank + 1)
    return Transcript("".join(f"{text}\n" for text in texts), tuple(places), TextForm.LAYOUT)
