"""From paragraphs and labels to the register's table."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import define, evolve, field, frozen

from kz_civil_positions.codes import Code
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import (
    Block,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Section,
    Span,
)
from kz_civil_positions.sources.lines import Paragraph, Part
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.sources.slugs import free_slug, slug

__all__ = ["SECTORS", "read_table"]

# Sector headings and their codes.
SECTORS: Final[Mapping[str, str]] = {
    '"Денсаулық сақтау" саласында': "health",
    "өзге де саладағы": "other",
}
_LATIN: Final = str.maketrans("АВС", "ABC")
_LIST_HEADING: Final = re.compile(r"(?P<heading>[^:]+:) (?P<items>.+)")
# A comma divides the items of a list, except inside brackets.
_LIST_ITEM: Final = re.compile(r"(?:\([^)]*\)|[^,(])+(?:,|$)")


@define
class _Row:
    """A level while it is being read."""

    level: Paragraph | None
    entries: list[Entry] = field(factory=list)
    collects: bool = False


@define
class _Column:
    """A link while it is being read."""

    link: Paragraph
    rows: list[_Row] = field(factory=list)


@define
class _Group:
    """A section while it is being read."""

    block: Paragraph
    sector: Paragraph | None
    columns: list[_Column] = field(factory=list)


@frozen
class _Readings:
    """What a person recorded about single paragraphs."""

    by_hand: tuple[Repair, ...]

    def has(self, kind: RepairKind, line: int) -> bool:
        return any(r.kind is kind and r.lines.first == line for r in self.by_hand)

    def one_items(self, lines: Span) -> tuple[str, ...]:
        return tuple(
            r.stands
            for r in self.by_hand
            if r.kind is RepairKind.ONE_ITEM
            and lines.first <= r.lines.first
            and r.lines.last <= lines.last
        )


def read_table(paragraphs: Iterable[Paragraph], by_hand: Iterable[Repair]) -> tuple[Block, ...]:
    """Answers: which register do these paragraphs and labels make?

    Args:
        paragraphs: headings, labels and texts of the table, in reading order.
        by_hand: readings recorded by a person.

    Returns:
        The blocks, every entry and item with a suggested id.

    Raises:
        DataError: a paragraph outside any level, labels out of order, an unknown sector.
    """
    groups = _gather(paragraphs, _Readings(tuple(by_hand)))
    _name(groups)
    return tuple(_block(of_block) for of_block in _by_block(groups))


def _fail(paragraph: Paragraph, key: str) -> DataError:
    problem = Problem(str(paragraph.lines), "", key, (("text", paragraph.text[:80]),))
    return DataError([problem])


def _gather(paragraphs: Iterable[Paragraph], readings: _Readings) -> list[_Group]:
    groups: list[_Group] = []
    for paragraph in paragraphs:
        if paragraph.part is Part.BLOCK:
            groups.append(_Group(paragraph, None))
        elif not groups:
            raise _fail(paragraph, "outside-block")
        elif paragraph.part is Part.SECTOR:
            if paragraph.text not in SECTORS:
                raise _fail(paragraph, "unknown-sector")
            groups.append(_Group(groups[-1].block, paragraph))
        elif paragraph.part is Part.LINK:
            groups[-1].columns.append(_Column(paragraph))
        elif not groups[-1].columns:
            raise _fail(paragraph, "outside-link")
        elif paragraph.part is Part.LEVEL:
            groups[-1].columns[-1].rows.append(_Row(paragraph))
        else:
            rows = groups[-1].columns[-1].rows
            if not rows:
                rows.append(_Row(None))
            _take(rows[-1], paragraph, readings)
    return groups


def _take(row: _Row, paragraph: Paragraph, readings: _Readings) -> None:
    """One paragraph of a cell: a heading, a list, an item of the heading above, or a title."""
    text, line = paragraph.text, paragraph.lines.first
    if readings.has(RepairKind.SUBHEADING, line):
        if not row.entries:
            raise _fail(paragraph, "no-heading-above")
        _append(row, Item("", ItemKind.SUBHEADING, text, paragraph.lines))
    elif text.endswith(":"):
        row.entries.append(Entry("", text, (), paragraph.lines))
        row.collects = True
    elif listed := _LIST_HEADING.fullmatch(text):
        items = tuple(_list_items(paragraph, listed.start("items"), readings))
        row.entries.append(Entry("", listed["heading"], items, paragraph.lines))
        row.collects = False
    elif row.collects and not readings.has(RepairKind.TITLE, line):
        _append(row, Item("", ItemKind.INSTITUTION, text, paragraph.lines))
    else:
        row.entries.append(Entry("", text, (), paragraph.lines))
        row.collects = False


def _append(row: _Row, item: Item) -> None:
    entry = row.entries[-1]
    assert entry.lines is not None  # noqa: S101 - every entry read here has its lines
    assert item.lines is not None  # noqa: S101
    row.entries[-1] = evolve(
        entry, items=(*entry.items, item), lines=entry.lines.through(item.lines)
    )


def _list_items(paragraph: Paragraph, start: int, readings: _Readings) -> Iterator[Item]:
    begin = start
    for stop in _divisions(paragraph, start, readings):
        text = paragraph.text[begin:stop]
        stripped = text.strip()
        offset = begin + text.index(stripped)
        span = paragraph.span(offset, offset + len(stripped))
        yield Item("", ItemKind.SPECIALITY, stripped, span)
        begin = stop


def _divisions(paragraph: Paragraph, start: int, readings: _Readings) -> Iterator[int]:
    whole = [
        (begin, begin + len(words))
        for words in readings.one_items(paragraph.lines)
        if (begin := paragraph.text.find(words)) >= 0
    ]
    for match in _LIST_ITEM.finditer(paragraph.text, start):
        if not any(begin < match.end() < end for begin, end in whole):
            yield match.end()


def _by_block(groups: Sequence[_Group]) -> Iterator[Sequence[_Group]]:
    blocks: dict[int, list[_Group]] = {}
    for group in groups:
        blocks.setdefault(group.block.lines.first, []).append(group)
    yield from blocks.values()


def _block(groups: Sequence[_Group]) -> Block:
    heading = groups[0].block
    code = Code.parse(heading.text[0])
    sections = tuple(_section(code, group) for group in groups if group.columns)
    return Block(code, heading.text, sections, heading.lines)


def _section(block: Code, group: _Group) -> Section:
    heading = group.sector
    if heading is None:
        links = tuple(_link(block.block, "", column) for column in group.columns)
        return Section(block.block, links=links)
    sector = SECTORS[heading.text]
    links = tuple(_link(block.block, sector, column) for column in group.columns)
    return Section(block.block, sector, heading.text, links, heading.lines)


def _link(block: str, sector: str, column: _Column) -> Link:
    plain = column.link.text.translate(_LATIN)
    code = Code.parse(f"{sector}/{plain}" if sector else plain)
    if code.block != block:
        raise _fail(column.link, "link-of-other-block")
    levels = tuple(_level(code, row) for row in column.rows)
    numbers = [level.code.level for level in levels]
    for before, after, row in zip(numbers, numbers[1:], column.rows[1:], strict=False):
        if after <= before:
            raise _fail(row.level or column.link, "level-out-of-order")
    return Link(code, _label(column.link), levels)


def _level(link: Code, row: _Row) -> Level:
    if row.level is None:
        entries = tuple(_units(link.block, entry) for entry in row.entries)
        return Level(link, Label(LabelState.NONE), entries)
    number = tuple(int(part) for part in row.level.text.split("-"))
    entries = tuple(_units(link.block, entry) for entry in row.entries)
    return Level(evolve(link, level=number), _label(row.level), entries)


def _units(block: str, entry: Entry) -> Entry:
    """Item by item below a heading: institutions in block A, specialities in B, units in C."""
    kind = {"A": ItemKind.INSTITUTION, "C": ItemKind.UNIT}.get(block, ItemKind.SPECIALITY)
    items = tuple(
        evolve(item, kind=kind) if item.kind is ItemKind.INSTITUTION else item
        for item in entry.items
    )
    return evolve(entry, items=items)


def _label(paragraph: Paragraph) -> Label:
    if not paragraph.printed:
        return Label(LabelState.INFERRED)
    return Label(LabelState.PRINTED, paragraph.text, paragraph.lines)


def _name(groups: Iterable[_Group]) -> None:
    """Suggest an id for every entry and item; ids once stored are kept, not suggested again."""
    taken: set[str] = set()
    rows = (row for group in groups for column in group.columns for row in column.rows)
    for row in rows:
        row.entries = [_named(entry, taken) for entry in row.entries]


def _named(entry: Entry, taken: set[str]) -> Entry:
    identity = slug(entry.heading)
    if identity in taken and entry.items:
        identity += f"-{slug(entry.items[0].text)}"
    identity = free_slug(identity, taken)
    taken.add(identity)
    items = []
    for item in entry.items:
        item_id = free_slug(f"{identity}.{slug(item.text)}", taken)
        taken.add(item_id)
        items.append(evolve(item, id=item_id))
    return evolve(entry, id=identity, items=tuple(items))
