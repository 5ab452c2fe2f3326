"""Tables printed without lines: which row a line and a label belong to, by their places alone.

The headings of the columns say where the columns of labels are; the left edge that most lines
have in common is the column of titles. Lines that keep to no column are headings that span
the table, or the end of it. The rest is parted into rows by ``shares``.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from statistics import median_low
from typing import Final

from attrs import frozen

from kz_civil_positions.sources.readers.headings import Headings, find_headings
from kz_civil_positions.sources.readers.page import Glyph
from kz_civil_positions.sources.readers.placed import Placed, rows_of
from kz_civil_positions.sources.readers.printed import Line, line_of, stretches
from kz_civil_positions.sources.readers.shares import Share, Unit, shares
from kz_civil_positions.sources.transcript import Row
from kz_civil_positions.sources.vocabulary import (
    Column,
    is_list_heading,
    level_of,
    link_of,
)

__all__ = ["Table", "find_table"]

# All in parts of the size of the type.
_WORDS: Final = 0.17
_CELLS: Final = 0.8
_BETWEEN: Final = 0.4
_INDENT: Final = 0.5
_FAR_IN: Final = 4.0
# A line that reaches over so much of the titles' column and begins left of it is prose.
_LONG: Final = 0.5
# In points.
_CENTRED: Final = 5.0


@frozen
class Table:
    """A table found by the places of its letters.

    Attributes:
        first: the line that its headings begin with, counted from 0.
        stop: the first line after it.
        rows: its rows; none if its columns cannot be told apart.
    """

    first: int
    stop: int
    rows: tuple[Row, ...]


def find_table(lines: Sequence[Placed], start: int) -> Table | None:
    """Answers: where does a register's table begin, what are its rows, where does it end?

    Args:
        lines: what is printed, in reading order, running heads left out.
        start: the line to begin with.

    Returns:
        The table; None if no headings of its columns are printed.
    """
    found = find_headings(lines, start)
    if found is None:
        return None
    first, stop, headings = found.first, found.stop, found.lines
    layout = _layout(headings, lines[stop:])
    if layout is None:
        return Table(first, stop, ())
    heading = tuple(one.line.text for one in lines[first:stop])
    entries = [layout.entry(one) for one in _without(lines[stop:], heading)]
    entries = entries[: layout.end(entries)]
    if not any(entry.labels for entry in entries):
        return Table(first, stop, ())
    rows = [_heading_row(headings, lines[first]), *_rows(entries, layout)]
    last = entries[-1].placed
    return Table(first, next(at for at, one in enumerate(lines) if one is last) + 1, tuple(rows))


# -------------------------------------------------------------------------- the headings


def _heading_row(headings: Headings, placed: Placed) -> Row:
    found = sorted(headings.values(), key=lambda line: line.left)
    texts = tuple((" ".join(line.text.split()),) for line in found)
    return Row(texts, placed.place, first=True)


def _without(lines: Sequence[Placed], heading: tuple[str, ...]) -> list[Placed]:
    """The lines without the headings printed again at the top of a page."""
    texts = tuple(one.line.text for one in lines)
    kept: list[Placed] = []
    at = 0
    while at < len(lines):
        if texts[at : at + len(heading)] == heading:
            at += len(heading)
            continue
        kept.append(lines[at])
        at += 1
    return kept


# ------------------------------------------------------------------- columns and lines


@frozen
class _Entry:
    """A line of the table: its labels, and its words; or one that keeps to no column."""

    placed: Placed
    labels: Mapping[Column, Placed]
    text: Placed | None
    spans: bool = False

    @property
    def base(self) -> float:
        return self.placed.line.base


@frozen
class _Layout:
    """Where the columns are: each label column to its right end; the titles' edges."""

    labels: tuple[tuple[Column, float], ...]
    left: float
    right: float
    centre: float

    def entry(self, placed: Placed) -> _Entry:
        """What this line holds in each column."""
        line = placed.line
        border = self.left - _WORDS * line.size
        before = [one for one in line.glyphs if (one.left + one.right) / 2 < border]
        after = line.glyphs[len(before) :]
        text = _placed(placed, after) if after else None
        labels = self.labels_in(placed, before) if before else {}
        gap = after[0].left - before[-1].right if before and after else line.size
        unlike = (before and not labels) or gap < _BETWEEN * line.size
        if unlike or (text and not before and self.is_centred(text.line)):
            return _Entry(placed, {}, None, spans=True)
        return _Entry(placed, labels, text)

    def labels_in(self, placed: Placed, glyphs: Sequence[Glyph]) -> dict[Column, Placed]:
        """The labels at a line's left; none if what stands there is no label."""
        found: dict[Column, Placed] = {}
        for part in stretches(line_of(glyphs), _CELLS):
            middle = (part.left + part.right) / 2
            column = next((name for name, end in self.labels if middle < end), Column.LEVEL)
            if column in found or not _is_label(part.text, column):
                return {}
            found[column] = _placed(placed, part.glyphs)
        return found

    def is_centred(self, line: Line) -> bool:
        """Whether a line begins too far in for the titles' column, or is centred on the table."""
        inward = (line.left - self.left) / line.size
        if inward <= _INDENT:
            return False
        return inward > _FAR_IN or abs((line.left + line.right) / 2 - self.centre) < _CENTRED

    def end(self, entries: Sequence[_Entry]) -> int:
        """How many of these lines are the table's."""
        last = 0
        for at, entry in enumerate(entries):
            line = entry.placed.line
            far = line.right - self.left > (self.right - self.left) * _LONG
            if entry.spans and ((far and line.left < self.left) or is_list_heading(line.text)):
                break
            if not entry.spans:
                last = at + 1
        return last


def _is_label(text: str, column: Column) -> bool:
    if column is Column.NUMBER:
        return text.rstrip(".)").isdigit()
    return (link_of(text) or level_of(text)) is not None


def _placed(placed: Placed, glyphs: Sequence[Glyph]) -> Placed:
    return Placed(placed.page, placed.number, line_of(glyphs))


def _layout(headings: Headings, lines: Sequence[Placed]) -> _Layout | None:
    """The columns under these headings; None if no left edge is common to the titles."""
    named = sorted(headings.items(), key=lambda pair: pair[1].left)
    if tuple(name for name, _ in named)[-3:] != (Column.LINK, Column.LEVEL, Column.TITLES):
        return None
    level, titles = headings[Column.LEVEL], headings[Column.TITLES]
    widest = titles.left + titles.size
    lefts = Counter(
        round(part.left)
        for one in lines
        for part in _first_beyond(one.line, level.left + level.size)
        if part.left <= widest
    )
    if not lefts:
        return None
    left = lefts.most_common(1)[0][0] - 1.0
    right = max(one.line.right for one in lines)
    margin = min(one.line.left for one in lines)
    ends = [(name, (one.right + after.left) / 2) for (name, one), (_, after) in pairwise(named)]
    labels = tuple((name, end) for name, end in ends[:-1])
    return _Layout((*labels, (Column.LEVEL, left)), left, right, (margin + right) / 2)


def _first_beyond(line: Line, left: float) -> tuple[Line, ...]:
    """The first part of a line that begins right of this."""
    return tuple(part for part in stretches(line, _CELLS) if part.left > left)[:1]


# --------------------------------------------------------------------------------- rows


def _rows(entries: Sequence[_Entry], layout: _Layout) -> Iterator[Row]:
    """The rows, section after section; lines that span the table part the sections."""
    columns = tuple(name for name, _ in layout.labels)
    pitch = _pitch(entries)
    section: list[_Entry] = []
    for entry in entries:
        if not entry.spans:
            section.append(entry)
            continue
        yield from _section_rows(section, columns, pitch)
        yield from rows_of([[entry.placed], *[()] * len(columns)])
        section = []
    yield from _section_rows(section, columns, pitch)


def _pitch(entries: Sequence[_Entry]) -> float:
    """The usual distance from line to line."""
    texts = [entry for entry in entries if entry.text]
    steps = [
        after.base - before.base
        for before, after in pairwise(texts)
        if before.placed.page == after.placed.page
    ]
    return max(median_low(steps), 1.0) if steps else entries[0].placed.line.size


def _section_rows(
    entries: Sequence[_Entry], columns: Sequence[Column], pitch: float
) -> Iterator[Row]:
    """The rows between two lines that span the table; a doubtful one is marked."""
    flow = _flow(entries, pitch)
    texts = [(at, entry.text) for at, entry in enumerate(entries) if entry.text]
    labels = {name: _labels(entries, name) for name in columns}
    if not texts:
        yield from rows_of([*([one for _, one in labels[name]] for name in columns), ()])
        return
    leading = Column.LEVEL if labels[Column.LEVEL] else Column.LINK
    lines = _units(entries, flow, [at for at, _ in texts])
    parted = _shared(lines, labels[leading], flow, pitch) or (Share(0, len(lines), certain=True),)
    rows = _groups(lines, parted, [one.line.text for _, one in labels[leading]], pitch)
    cells: dict[Column, list[list[Placed]]] = {name: [[] for _ in rows] for name in columns}
    guessed: set[int] = set()
    for name in columns:
        owned = parted if name is leading else _shared(rows, labels[name], flow, pitch)
        for number, ((_, label), share) in enumerate(zip(labels[name], owned, strict=False)):
            row = number if name is leading else share.first
            cells[name][row].append(label)
            guessed |= set() if share.certain else {row}
    for row, share in enumerate(parted):
        words = [text for _, text in texts[share.first : share.stop]]
        beside = [cells[name][row] for name in columns]
        yield from rows_of([*beside, words], guessed=row in guessed)


_Labels = Sequence[tuple[int, Placed]]


def _labels(entries: Sequence[_Entry], name: Column) -> _Labels:
    """The labels in a column, each with its line."""
    found = ((at, entry.labels.get(name)) for at, entry in enumerate(entries))
    return [(at, label) for at, label in found if label]


def _flow(entries: Sequence[_Entry], pitch: float) -> list[float]:
    """Where each line stands if pages followed each other without margins."""
    flow = [0.0]
    for before, entry in pairwise(entries):
        near = before.placed.page == entry.placed.page
        flow.append(flow[-1] + (entry.base - before.base if near else pitch))
    return flow


def _units(entries: Sequence[_Entry], flow: Sequence[float], texts: Sequence[int]) -> list[Unit]:
    """The lines of titles, each with its distance to the one before."""
    units: list[Unit] = []
    for before, at in pairwise([texts[0], *texts]):
        near = entries[before].placed.page == entries[at].placed.page
        units.append(Unit(flow[at], flow[at], flow[at] - flow[before] if near else None))
    return units


def _shared(
    units: Sequence[Unit], labels: _Labels, flow: Sequence[float], pitch: float
) -> tuple[Share, ...]:
    return shares(units, [flow[at] for at, _ in labels], pitch)


def _groups(
    lines: Sequence[Unit], parted: Sequence[Share], levels: Sequence[str], pitch: float
) -> list[Unit]:
    """The rows, as what a link is made of: it begins where the numbers of levels start anew.

    So there, a gap is to be seen; elsewhere none; and after a row without a number, either.
    """
    numbers: list[tuple[int, ...] | None] = [level_of(level) for level in levels]
    numbers += [None] * (len(parted) - len(numbers))
    rows: list[Unit] = []
    for share, (before, number) in zip(parted, pairwise([None, *numbers]), strict=True):
        held = lines[share.first : share.stop] or lines[-1:]
        goes_on = before is not None and number is not None and before < number
        rows.append(Unit(held[0].top, held[-1].bottom, pitch if goes_on else inf))
    return rows
