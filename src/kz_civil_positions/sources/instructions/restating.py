"""What is given in a new wording: the same thing, with the ids of all that it keeps."""

from collections.abc import Iterator
from typing import TypeVar, cast

from attrs import evolve

from kz_civil_positions.amending.tree import REGISTER, over
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Entry,
    Item,
    ItemKind,
    LabelState,
    Level,
    Link,
    Node,
    Section,
)
from kz_civil_positions.operations import Operation, Payload, Restate
from kz_civil_positions.sources.instructions.desk import Desk, Target, bare
from kz_civil_positions.sources.instructions.formulas import Deed, Quoted
from kz_civil_positions.sources.instructions.naming import entries_of, keep_id, keep_ids, name_entry
from kz_civil_positions.sources.instructions.places import address_of
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.rows import (
    read_abbreviations,
    read_block,
    read_entries,
    read_item,
    read_level,
    read_link,
    read_register,
    read_section,
)

__all__ = ["restate"]

PlaceT = TypeVar("PlaceT", Block, Section, Link, Level)


def restate(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: which thing is given in which new wording?"""
    new = deed.new
    if new is None:
        raise Inexpressible("new-wording-missing")
    if desk.is_register(deed.steps):
        content = desk.known.register or read_register(new.paragraphs)
        return (Restate(target=REGISTER, content=content),)
    target = _meant(desk.place(deed.steps), new)
    return (Restate(target=address_of(target), content=_content(target, new, desk)),)


def _meant(target: Target, new: Quoted) -> Target:
    """A link without levels is its level, unless the new wording prints the link's label."""
    level = bare(target)
    if level is target or not isinstance(target, Link):
        return target
    label = target.label.text
    labelled = label is not None and new.text.startswith(f"{label} ")
    return target if labelled or not new.single else level


def _content(target: Target, new: Quoted, desk: Desk) -> Payload:
    match target:
        case tuple():
            return read_abbreviations(new)
        case Abbreviation():
            return _only_line(new)
        case Item(id=name, kind=kind) if kind is not ItemKind.SUBHEADING:
            return evolve(read_item(new, kind), id=name)
        case Entry():
            return _entry(target, new, desk)
        case Level() | Link() | Section() | Block():
            return _place(target, new, desk)
        case _:
            raise Inexpressible("unknown-formula")


def _place(
    target: Level | Link | Section | Block, new: Quoted, desk: Desk
) -> Level | Link | Section | Block:
    around = desk.around(target)
    match target:
        case Level(code=code, label=label):
            return _keeping(read_level(new, around, code, label), target, desk)
        case Link(code=code, levels=levels):
            levelled = any(level.label.state is not LabelState.NONE for level in levels)
            return _keeping(read_link(new, around, code, levelled=levelled), target, desk)
        case Section():
            return _keeping(read_section(new, around, target), target, desk)
        case Block():
            return _keeping(read_block(new, target), target, desk)


def _only_line(new: Quoted) -> Abbreviation:
    lines = read_abbreviations(new)
    if len(lines) != 1:
        raise Inexpressible("content-unclear", words=new.text[:80])
    return lines[0]


def _entry(target: Entry, new: Quoted, desk: Desk) -> Entry:
    entries = read_entries(new, desk.around(target))
    if len(entries) != 1:
        raise Inexpressible("content-unclear", words=new.text[:80])
    entry = entries[0]
    if target.items and not entry.items:
        raise Inexpressible("heading-alone", words=target.heading)
    kinds = {item.kind for item in target.items}
    if ItemKind.SUBHEADING in kinds:
        raise Inexpressible("content-unclear", words=new.text[:80])
    if len(kinds) == 1:
        kind = kinds.pop()
        entry = evolve(entry, items=tuple(evolve(item, kind=kind) for item in entry.items))
    return name_entry(keep_id(entry, target), desk.taken)


def _keeping(new: PlaceT, old: PlaceT, desk: Desk) -> PlaceT:
    """The new place over entries that keep the ids of those that it had."""
    entries = keep_ids(list(entries_of(new)), list(entries_of(old)), desk.taken)
    return cast("PlaceT", _with_entries(new, iter(entries)))


def _with_entries(node: Node, entries: Iterator[Entry]) -> Node:
    if isinstance(node, Entry):
        return next(entries)
    return over(node, tuple(_with_entries(child, entries) for child in node.children))
