"""From a wording that an order quotes to parts of a register: rows, levels, links, blocks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from attrs import evolve, frozen

from kz_civil_positions.codes import Code
from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
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
from kz_civil_positions.sources.instructions.formulas import Quoted
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.sentences import TABLE, abbreviation_line
from kz_civil_positions.sources.paragraphs import Paragraph, Part, Piece
from kz_civil_positions.sources.table import read_table

__all__ = [
    "Around",
    "read_abbreviations",
    "read_block",
    "read_entries",
    "read_item",
    "read_level",
    "read_link",
    "read_register",
    "read_section",
]

T = TypeVar("T")

_SENTENCE: Final = re.compile(r"(?<=\.) (?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_LIST: Final = re.compile(r"(?P<heading>[^:]+:) (?P<items>[^:]+)")
_BY_SEMICOLON: Final = re.compile(r"[^;]+(?:;|\Z)")
_BY_COMMA: Final = re.compile(r"(?:\([^)]*\)|[^,(])+(?:,|\Z)")
_LEVEL_LABEL: Final = re.compile(r"(?P<label>\d+(?:[-−]\d+)*) (?P<rest>\D.*)")
_LINK_LABEL: Final = re.compile(r"(?P<label>[АВСABC][1-9]\d?|D) (?P<rest>.+)")
_BLOCK: Final = re.compile(
    r"(?P<heading>[^:]*\bблог\w*[^:]*|блок [^:]+): (?P<rest>.+)", re.IGNORECASE
)
_ABBREVIATIONS: Final = re.compile(r"(?<=[;.]) (?=\S+ [–—−-] )")
_CLOSED: Final = (".", ";", ",")
# Institutions in block A, units in block C; elsewhere specialities: so the importer reads them.
_KINDS: Final = {"A": ItemKind.INSTITUTION, "C": ItemKind.UNIT}
# In these blocks the commas of a list part specialities; in others they stand within a name.
_OF_SPECIALITIES: Final = ("B", "D")


@frozen
class Around:
    """What a quoted fragment stands in, as the register has it.

    Attributes:
        block: the block.
        section: the part of the block.
        link: the link, for a level or for rows.
        level: the level, for rows.
    """

    block: Block
    section: Section | None = None
    link: Link | None = None
    level: Level | None = None


def _unclear(quoted: Quoted) -> Inexpressible:
    return Inexpressible("content-unclear", words=quoted.text[:80])


def read_register(paragraphs: Sequence[Paragraph]) -> Content:
    """Answers: which register do these quoted rows and lines make?

    Raises:
        Inexpressible: when they make none.
    """
    table = [one for one in paragraphs if one.part in TABLE]
    blocks = _table(table)
    if not blocks:
        raise Inexpressible("no-table")
    frame = [one for one in paragraphs if one.part is Part.FRAME]
    lines = [one for one in frame if not one.text.endswith(":") and abbreviation_line(one.text)]
    return Content(blocks, tuple(_abbreviation(one.text, one.lines) for one in lines))


def read_abbreviations(quoted: Quoted) -> tuple[Abbreviation, ...]:
    """Answers: which lines of a list of abbreviations are quoted here?"""
    lines = [
        (line, paragraph.lines)
        for paragraph in quoted.paragraphs
        for line in _ABBREVIATIONS.split(paragraph.text)
    ]
    if not all(abbreviation_line(line) for line, _ in lines):
        raise _unclear(quoted)
    return tuple(_abbreviation(line, span) for line, span in lines)


def _abbreviation(line: str, span: Span) -> Abbreviation:
    found = abbreviation_line(line)
    if found is None or re.search(r"[;.] ", found["long"]):
        raise Inexpressible("content-unclear", words=line[:80])
    return Abbreviation(found["short"], found["long"], line, span)


def read_item(quoted: Quoted, kind: ItemKind) -> Item:
    """Answers: which one item is quoted here? It has no id yet."""
    if not quoted.single or ":" in quoted.text or _SENTENCE.search(quoted.text):
        raise _unclear(quoted)
    if quoted.text.rstrip(";.").count(";"):
        raise _unclear(quoted)
    return Item("", kind, quoted.text, quoted.lines)


def read_entries(quoted: Quoted, around: Around) -> tuple[Entry, ...]:
    """Answers: which entries are quoted here? They have no ids yet.

    Raises:
        Inexpressible: when it is not certain where one ends and the next begins.
    """
    if quoted.single:
        return tuple(_inline(quoted.text, quoted, around))
    if all(one.part in (Part.FRAME, Part.TEXT) for one in quoted.paragraphs):
        rows = [evolve(one, part=Part.TEXT) for one in quoted.paragraphs]
        return _sure(_level_of(_table([*_headings(around), *rows])).entries, quoted)
    raise _unclear(quoted)


def _inline(text: str, quoted: Quoted, around: Around) -> Iterator[Entry]:
    """Entries in one line: each ends in a full stop, before a capital letter."""
    sentences = _SENTENCE.split(text)
    if len(sentences) > 1 and not all(one.endswith(".") for one in sentences):
        raise _unclear(quoted)
    entries = [_entry(one, quoted, around) for one in sentences]
    for before, _ in pairwise(entries):
        # A sentence after such a list may be one more institution of it.
        if any(item.text[0].isupper() for item in before.items):
            raise _unclear(quoted)
    yield from entries


def _entry(sentence: str, quoted: Quoted, around: Around) -> Entry:
    block = around.block.code.block
    listed = _LIST.fullmatch(sentence)
    if not listed:
        if ":" in sentence.rstrip(":") or not sentence.endswith((*_CLOSED, ":")):
            raise _unclear(quoted)
        return Entry("", sentence, (), quoted.lines)
    items = listed["items"]
    division = _BY_SEMICOLON if ";" in items.rstrip(";") else _BY_COMMA
    if division is _BY_COMMA and "," in items and block not in _OF_SPECIALITIES:
        raise _unclear(quoted)
    texts = [part[0].strip() for part in division.finditer(items)]
    kind = _kind(around)
    made = tuple(Item("", kind, text, quoted.lines) for text in texts if text)
    return Entry("", listed["heading"], made, quoted.lines)


def _kind(around: Around) -> ItemKind:
    """What items name here: as their neighbours do, or else as the block's items do."""
    level = around.level
    kinds = {item.kind for entry in (level.entries if level else ()) for item in entry.items}
    kinds.discard(ItemKind.SUBHEADING)
    if len(kinds) == 1:
        return kinds.pop()
    return _KINDS.get(around.block.code.block, ItemKind.SPECIALITY)


def read_level(quoted: Quoted, around: Around, code: Code, label: Label | None) -> Level:
    """Answers: which level is quoted here?

    Args:
        quoted: the wording.
        around: the link it stands in.
        code: the level's code, as the order names it.
        label: the label it has had; None for a new level, which must bring its own.

    Raises:
        Inexpressible: when the wording is another level, or is not clear.
    """
    if not quoted.single and any(one.part is Part.LEVEL for one in quoted.paragraphs):
        found = _level_of(_table([*_headings(evolve(around, level=None)), *quoted.paragraphs]))
        _sure(found.entries, quoted)
        return _with_code(found, code, quoted)
    text, printed = quoted, label
    if code.level and quoted.single and (match := _LEVEL_LABEL.fullmatch(quoted.text)):
        printed = Label(LabelState.PRINTED, match["label"], quoted.lines)
        if match["label"].replace("−", "-") != code.level_number:
            raise _unclear(quoted)
        text = _rest(quoted, match["rest"])
    if printed is None:
        raise _unclear(quoted)
    return Level(code, printed, read_entries(text, around))


def read_link(quoted: Quoted, around: Around, code: Code, *, levelled: bool) -> Link:
    """Answers: which link is quoted here, with its label?

    Args:
        quoted: the wording.
        around: the part of the block it stands in.
        code: the link's code, as the order names it.
        levelled: whether it has had levels: then they must be told apart by a table.

    Raises:
        Inexpressible: when the wording is another link, or is not clear.
    """
    if not quoted.single and any(one.part is Part.LINK for one in quoted.paragraphs):
        bare = evolve(around, link=None, level=None)
        found = _only([*_section_of(_table([*_headings(bare), *quoted.paragraphs])).links])
        for level in found.levels:
            _sure(level.entries, quoted)
        return _with_code(found, code, quoted)
    match = _LINK_LABEL.fullmatch(quoted.text) if quoted.single else None
    if not match or levelled or _code(match["label"]) != code.plain:
        raise _unclear(quoted)
    rest = _rest(quoted, match["rest"])
    if _LEVEL_LABEL.fullmatch(rest.text):
        raise _unclear(quoted)
    level = Level(code, Label(LabelState.NONE), read_entries(rest, around))
    return Link(code, Label(LabelState.PRINTED, match["label"], quoted.lines), (level,))


def read_section(quoted: Quoted, around: Around, old: Section) -> Section:
    """Answers: which part of a block is quoted here?"""
    bare = Around(around.block)
    found = _section_of(_table([*_headings(bare), *quoted.paragraphs]))
    _sure_all(found.links, quoted)
    if found.sector != old.sector:
        raise _unclear(quoted)
    return found


def read_block(quoted: Quoted, old: Block) -> Block:
    """Answers: which block is quoted here? In one line only a block without labels can be."""
    if not quoted.single:
        found = _only(list(_table(quoted.paragraphs)))
        for section in found.sections:
            _sure_all(section.links, quoted)
        return _with_code(found, old.code, quoted)
    match = _BLOCK.fullmatch(quoted.text)
    levels = [level for section in old.sections for link in section.links for level in link.levels]
    if not match or len(levels) != 1 or levels[0].label.state is not LabelState.NONE:
        raise _unclear(quoted)
    section = _only(list(old.sections))
    link = _only(list(section.links))
    if link.label.state is not LabelState.NONE:
        raise _unclear(quoted)
    around = Around(old, section, link, levels[0])
    level = evolve(levels[0], entries=read_entries(_rest(quoted, match["rest"]), around))
    link = evolve(link, levels=(level,))
    return Block(old.code, match["heading"], (evolve(section, links=(link,)),), quoted.lines)


def _rest(quoted: Quoted, text: str) -> Quoted:
    paragraph = quoted.paragraphs[0]
    piece = (Piece(paragraph.lines.first, text),)
    return Quoted((evolve(paragraph, text=text, pieces=piece, starts=(0,)),))


def _headings(around: Around) -> Iterator[Paragraph]:
    """The headings and labels a fragment stands under, as the register has them."""
    section, link, level = around.section, around.link, around.level
    yield _label(Part.BLOCK, around.block.heading)
    if section and section.heading:
        yield _label(Part.SECTOR, section.heading)
    if link:
        yield _label(Part.LINK, link.code.plain)
    if level and level.code.level_number:
        yield _label(Part.LEVEL, level.code.level_number)


def _label(part: Part, text: str) -> Paragraph:
    return Paragraph(part, text, Span("", 1, 1), (Piece(1, text),), (0,))


def _table(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    try:
        return read_table([one for one in paragraphs if one.part in TABLE], ())
    except DataError as error:
        why = evolve(error.problems[0], where="", path="")
    except BadInputError as error:
        why = Problem("", "", error.key, tuple(error.facts.items()))
    raise Inexpressible("no-such-table", why=why)


def _only(found: Sequence[T]) -> T:
    if len(found) != 1:
        raise Inexpressible("no-table")
    return found[0]


def _section_of(blocks: Sequence[Block]) -> Section:
    return _only([section for section in _only(blocks).sections if section.links])


def _level_of(blocks: Sequence[Block]) -> Level:
    return _only(_only(_section_of(blocks).links).levels)


def _code(label: str) -> str:
    return Code.parse(label).plain


def _with_code(found: T, code: Code, quoted: Quoted) -> T:
    if getattr(found, "code", None) != code:
        raise _unclear(quoted)
    return found


def _sure_all(links: Sequence[Link], quoted: Quoted) -> None:
    for level in (level for link in links for level in link.levels):
        _sure(level.entries, quoted)


def _sure(entries: tuple[Entry, ...], quoted: Quoted) -> tuple[Entry, ...]:
    """Refuses a list that goes on after a full stop: its end may be a title of its own."""
    for entry in entries:
        if any(item.text.endswith(".") for item in entry.items[:-1]):
            raise _unclear(quoted)
    return entries
