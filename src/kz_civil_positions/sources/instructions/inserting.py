"""What is put into the register: rows, levels and links, each in its place."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from kz_civil_positions.amending.tree import ABBREVIATIONS
from kz_civil_positions.codes import Code
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Entry,
    Item,
    ItemKind,
    LabelState,
    Level,
    Link,
    Section,
)
from kz_civil_positions.operations import Insert, Operation, Place, Where
from kz_civil_positions.sources.instructions.desk import Desk, Target, bare
from kz_civil_positions.sources.instructions.formulas import Deed, Quoted
from kz_civil_positions.sources.instructions.naming import keep_ids, name_item
from kz_civil_positions.sources.instructions.places import Rank
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.rows import (
    read_abbreviations,
    read_entries,
    read_item,
    read_level,
    read_link,
)

__all__ = ["insert"]

Row: TypeAlias = Entry | Item | Abbreviation

_ROWS: Final = re.compile(
    r"жол|жолдар|абзац|абзацтар|(?:строкой|строками|абзацем|абзацами)", re.IGNORECASE
)
_ITEMS: Final = ("абзац", "абзацтар", "абзацем", "абзацами")
_LEVEL: Final = re.compile(
    r"(?P<kk>\d+(?:-\d+)*)-(?:деңгей|саты)|(?:ступенью|уровнем) (?P<ru>\d+(?:-\d+)*)", re.IGNORECASE
)
_LINK: Final = re.compile(
    r"(?P<kk>[АВСABC][1-9]\d?) буын(?:ы)?|звеном (?P<ru>[АВСABC][1-9]\d?)", re.IGNORECASE
)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def insert(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: which new things are put where?"""
    new, what = deed.new, deed.what.translate(_DASHES)
    if new is None:
        raise Inexpressible("new-wording-missing")
    if _ROWS.fullmatch(what):
        return tuple(_rows(deed, new, desk))
    if (level := _LEVEL.fullmatch(what)) and deed.side is None:
        return (_level(desk.place(deed.steps), level["kk"] or level["ru"], new, desk),)
    if (link := _LINK.fullmatch(what)) and deed.side is None:
        return (_link(desk.place(deed.steps), link["kk"] or link["ru"], new, desk),)
    raise Inexpressible("unknown-formula")


def _rows(deed: Deed, new: Quoted, desk: Desk) -> Iterator[Insert]:
    """One row after the other: the first beside the row named, or as the last."""
    target = desk.place(deed.steps)
    beside = deed.side is not None
    place, rows = (_beside if beside else _last)(deed, target, new, desk)
    for row in rows:
        yield Insert(place=place, content=row)
        place = Place(Where.AFTER, row.address)


def _beside(deed: Deed, target: Target, new: Quoted, desk: Desk) -> tuple[Place, Sequence[Row]]:
    assert deed.side is not None  # noqa: S101 - the caller asked
    match target:
        case Abbreviation():
            return Place(deed.side, target.address), read_abbreviations(new)
        case Item():
            return Place(deed.side, target.address), _items(target, new, desk)
        case Entry():
            named = [step.name for step in desk.steps(deed.steps) if step.rank is Rank.ROW]
            if target.items and deed.side is Where.AFTER and named[-1:] != [target.text]:
                raise Inexpressible("heading-alone", words=target.heading)
            return Place(deed.side, target.address), _entries(target, new, desk)
        case _:
            raise Inexpressible("unknown-formula")


def _last(deed: Deed, target: Target, new: Quoted, desk: Desk) -> tuple[Place, Sequence[Row]]:
    if isinstance(target, tuple):
        return Place(Where.LAST, ABBREVIATIONS), read_abbreviations(new)
    if isinstance(target, Entry):
        if deed.what.lower() not in _ITEMS or not target.items:
            raise Inexpressible("unknown-formula")
        return Place(Where.LAST, target.address), _items(target.items[-1], new, desk)
    level = desk.level_of(target)
    return Place(Where.LAST, level.address), _entries(level, new, desk)


def _entries(beside: Entry | Level, new: Quoted, desk: Desk) -> tuple[Entry, ...]:
    return keep_ids(read_entries(new, desk.around(beside)), (), desk.taken)


def _items(beside: Item, new: Quoted, desk: Desk) -> list[Item]:
    """Items of the kind of their neighbour; below a subheading they would need another reading."""
    if beside.kind is ItemKind.SUBHEADING:
        raise Inexpressible("content-unclear", words=new.text[:80])
    entry = desk.bench.parents[beside.address].name
    items = (read_item(Quoted((one,)), beside.kind) for one in new.paragraphs)
    return [name_item(item, entry, desk.taken) for item in items]


def _level(target: Target, number: str, new: Quoted, desk: Desk) -> Insert:
    if not isinstance(target, Link) or bare(target) is not target:
        raise Inexpressible("unknown-formula")
    code = evolve(target.code, level=tuple(int(part) for part in number.split("-")))
    level = read_level(new, desk.around(target), code, None)
    level = evolve(level, entries=keep_ids(level.entries, (), desk.taken))
    return Insert(place=_in_order(target, code), content=level)


def _link(target: Target, label: str, new: Quoted, desk: Desk) -> Insert:
    section = (
        target.sections[0] if isinstance(target, Block) and len(target.sections) == 1 else target
    )
    if not isinstance(section, Section):
        raise Inexpressible("unknown-formula")
    try:
        code = Code.parse(label)
    except BadInputError:
        raise Inexpressible("unknown-formula") from None
    code = evolve(code, sector=section.sector or "")
    levels = [level for link in section.links for level in link.levels]
    levelled = any(level.label.state is not LabelState.NONE for level in levels)
    link = read_link(new, desk.around(section), code, levelled=levelled)
    named = (
        evolve(level, entries=keep_ids(level.entries, (), desk.taken)) for level in link.levels
    )
    return Insert(place=_in_order(section, code), content=evolve(link, levels=tuple(named)))


def _in_order(holder: Link | Section, code: Code) -> Place:
    """The place of a number among its neighbours."""
    lower = [child.address for child in holder.children if child.code < code]
    return Place(Where.AFTER, lower[-1]) if lower else Place(Where.FIRST, holder.address)
