"""From paragraphs and labels to the register's table."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
from kz_civil_positions.sources.paragraphs import Paragraph, Part
from kz_civil_positions.sources.repairs import Repair, RepairKind
from kz_civil_positions.sources.sectors import sector_of
from kz_civil_positions.sources.slugs import Names, slug
from kz_civil_positions.sources.vocabulary import BLOCKS, block_of, is_link, level_of, link_of

__all__ = ["read_table"]

_LIST_HEADING: Final = re.compile(r"(?P<heading>[^:]+:) (?P<items>.+)")
_BRACKET_OR_COMMA: Final = re.compile("[(,]")


@define
class _Open:
    """An entry while it is being read."""

    heading: str
    lines: Span
    items: list[Item] = field(factory=list)

    def entry(self) -> Entry:
        last = self.items[-1].lines if self.items else None
        lines = self.lines.through(last) if last else self.lines
        return Entry("", self.heading, tuple(self.items), lines)


@define
class _Row:
    """A level while it is being read."""

    level: Paragraph | None
    open: list[_Open] = field(factory=list)
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

    kinds: frozenset[tuple[RepairKind, int]]
    whole: tuple[Repair, ...]

    def has(self, kind: RepairKind, line: int) -> bool:
        return (kind, line) in self.kinds

    def one_items(self, lines: Span) -> tuple[str, ...]:
        return tuple(
            one.stands
            for one in self.whole
            if lines.first <= one.lines.first and one.lines.last <= lines.last
        )


def _readings(by_hand: Iterable[Repair]) -> _Readings:
    recorded = tuple(by_hand)
    return _Readings(
        frozenset((one.kind, one.lines.first) for one in recorded),
        tuple(one for one in recorded if one.kind is RepairKind.ONE_ITEM),
    )


def read_table(paragraphs: Iterable[Paragraph], by_hand: Iterable[Repair]) -> tuple[Block, ...]:
    """Answers: which register do these paragraphs and labels make?

    Args:
        paragraphs: headings, labels and texts of the table, in reading order.
        by_hand: readings recorded by a person.

    Returns:
        The blocks, every entry and item with a suggested id.

    Raises:
        DataError: a paragraph outside any link, an unknown block, sector or link, or blocks,
            links or levels out of order.
    """
    groups = _gather(paragraphs, _readings(by_hand))
    _name(groups)
    return tuple(_block(of_block) for of_block in _by_block(groups))


def _fail(paragraph: Paragraph, key: str, **facts: object) -> DataError:
    facts = {"text": paragraph.text[:80], **facts}
    return DataError([Problem(str(paragraph.lines), "", key, tuple(facts.items()))])


def _gather(paragraphs: Iterable[Paragraph], readings: _Readings) -> list[_Group]:
    groups: list[_Group] = []
    for paragraph in paragraphs:
        if paragraph.part is Part.BLOCK:
            _check_block(paragraph, groups)
            groups.append(_Group(paragraph, None))
        elif not groups:
            raise _fail(paragraph, "outside-block")
        elif paragraph.part is Part.SECTOR:
            _check_sector(paragraph, groups)
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


def _check_block(heading: Paragraph, before: Sequence[_Group]) -> None:
    letter = block_of(heading.text) or ""
    if letter not in BLOCKS:
        raise _fail(heading, "sources.unknown-block", letter=letter, known=", ".join(BLOCKS))
    if before and letter <= (block_of(before[-1].block.text) or ""):
        raise _fail(heading, "sources.block-out-of-order", above=before[-1].block.lines)


def _check_sector(heading: Paragraph, before: Sequence[_Group]) -> None:
    code, block = sector_of(heading.text), before[-1].block
    if code is None:
        raise _fail(heading, "unknown-sector")
    for group in before:
        if group.block is block and group.sector and sector_of(group.sector.text) == code:
            raise _fail(heading, "sources.sector-again", above=group.sector.lines)


def _take(row: _Row, paragraph: Paragraph, readings: _Readings) -> None:
    """One paragraph of a cell: a heading, a list, an item of the heading above, or a title."""
    text, line = paragraph.text, paragraph.lines.first
    if readings.has(RepairKind.SUBHEADING, line):
        if not row.open:
            raise _fail(paragraph, "no-heading-above")
        row.open[-1].items.append(Item("", ItemKind.SUBHEADING, text, paragraph.lines))
    elif text.endswith(":"):
        row.open.append(_Open(text, paragraph.lines))
        row.collects = True
    elif listed := _LIST_HEADING.fullmatch(text):
        items = list(_list_items(paragraph, listed.start("items"), readings))
        row.open.append(_Open(listed["heading"], paragraph.lines, items))
        row.collects = False
    elif row.collects and not readings.has(RepairKind.TITLE, line):
        row.open[-1].items.append(Item("", ItemKind.INSTITUTION, text, paragraph.lines))
    else:
        row.open.append(_Open(text, paragraph.lines))
        row.collects = False


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
    for stop in _commas(paragraph.text, start):
        if not any(begin < stop < end for begin, end in whole):
            yield stop


def _commas(text: str, start: int) -> Iterator[int]:
    """Where a part of a list ends: behind a comma that stands outside brackets, or with the text.

    A bracket that is never closed holds nothing together.
    """
    last_bracket, stop = text.rfind(")"), start
    while match := _BRACKET_OR_COMMA.search(text, start):
        start = match.end()
        if match[0] == ",":
            stop = start
            yield stop
        elif start <= last_bracket:
            start = text.index(")", start) + 1
    if text[stop:].strip():
        yield len(text)


def _by_block(groups: Sequence[_Group]) -> Iterator[Sequence[_Group]]:
    blocks: dict[int, list[_Group]] = {}
    for group in groups:
        blocks.setdefault(group.block.lines.first, []).append(group)
    yield from blocks.values()


def _block(groups: Sequence[_Group]) -> Block:
    heading = groups[0].block
    code = Code(block_of(heading.text) or "")
    sections = tuple(_section(code, group) for group in groups if group.columns)
    return Block(code, heading.text, sections, heading.lines)


def _section(block: Code, group: _Group) -> Section:
    heading = group.sector
    sector = sector_of(heading.text) if heading else None
    links = tuple(_link(Code(block.block, sector or ""), one) for one in group.columns)
    for before, after, column in zip(links, links[1:], group.columns[1:], strict=False):
        if after.code <= before.code:
            raise _fail(column.link, "sources.link-out-of-order", above=before.code.plain)
    if heading is None:
        return Section(block.block, links=links)
    return Section(block.block, sector, heading.text, links, heading.lines)


def _link(home: Code, column: _Column) -> Link:
    named = link_of(column.link.text)
    if named is None or not is_link(column.link.text):
        raise _fail(column.link, "sources.link-without-number")
    if named.block != home.block:
        raise _fail(column.link, "link-of-other-block")
    code = evolve(named, sector=home.sector)
    levels = tuple(_level(code, row) for row in column.rows)
    numbers = [level.code.level for level in levels]
    for before, after, row in zip(numbers, numbers[1:], column.rows[1:], strict=False):
        if after <= before:
            raise _fail(row.level or column.link, "level-out-of-order")
        if not before:
            raise _fail(row.level or column.link, "sources.level-expected", link=code.plain)
    return Link(code, _label(column.link), levels)


def _level(link: Code, row: _Row) -> Level:
    entries = tuple(_units(link.block, entry) for entry in row.entries)
    if row.level is None:
        return Level(link, Label(LabelState.NONE), entries)
    number = level_of(row.level.text) or ()
    if not link.link:
        raise _fail(row.level, "sources.level-without-link", link=link.plain)
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
    names = Names()
    rows = (row for group in groups for column in group.columns for row in column.rows)
    for row in rows:
        row.entries = [_named(one.entry(), names) for one in row.open]


def _named(entry: Entry, names: Names) -> Entry:
    identity = slug(entry.heading)
    if identity in names.taken and entry.items:
        identity += f"-{slug(entry.items[0].text)}"
    identity = names.take(identity)
    items = tuple(
        evolve(item, id=names.take(f"{identity}.{slug(item.text)}")) for item in entry.items
    )
    return evolve(entry, id=identity, items=items)
