"""What can be found in an edition: every position with what is printed around it."""

from collections.abc import Iterator, Mapping

from kz_civil_positions.annotations import (
    EntryNote,
    Grade,
    Institution,
    PositionNote,
    Scope,
    quoted,
)
from kz_civil_positions.kazakh import nominative_phrase
from kz_civil_positions.model import Doubt, Edition, Entry, Item, ItemKind, Level
from kz_civil_positions.things import frozen

__all__ = ["Row", "place_institutions", "rows_of"]


@frozen(eq=False)
class Row:
    """A position at its place.

    Attributes:
        level: the level it stands at.
        entry: the entry that names it.
        names: its name in base form, then its other names.
        item: the item that names it; None where the heading does.
        places: the items that name institutions which have it.
        scope: the institutions the heading speaks of.
        grade: category and qualification.
        conditions: printed words that narrow it.
        doubts: what is inferred or unknown about its place.
        noted: whether an annotation says so; without one the names are printed words.
    """

    level: Level
    entry: Entry
    names: tuple[str, ...]
    item: Item | None
    places: tuple[Item, ...]
    scope: Scope | None
    grade: Grade | None
    conditions: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    noted: bool


def rows_of(edition: Edition, notes: Mapping[str, tuple[EntryNote, ...]]) -> Iterator[Row]:
    """Answers: which positions does this edition have?

    Args:
        edition: its text must be held.
        notes: annotations under the ids of entries, the latest order's first; one whose
            quotations no longer stand in the entry is passed over.

    Yields:
        The positions, in the order of the register; an entry without an annotation gives
        its printed heading, or each of its items that names no institution.
    """
    for level in edition.levels:
        for entry in level.entries:
            fitting = (note for note in notes.get(entry.id, ()) if quoted(note, entry))
            note = next(fitting, None)
            doubts = edition.doubts_about(level, entry)
            if note is None:
                yield from _bare(level, entry, doubts)
            else:
                yield from _noted(level, entry, note, doubts)


def _noted(level: Level, entry: Entry, note: EntryNote, doubts: tuple[Doubt, ...]) -> Iterator[Row]:
    items = {item.id: item for item in entry.items}
    for position in note.positions:
        for scope in note.scopes or (None,):
            yield Row(
                level=level,
                entry=entry,
                names=tuple(one.name for one in position.names),
                item=items[position.item] if position.item else None,
                places=() if position.item else _places(entry, scope),
                scope=scope,
                grade=note.grade,
                conditions=_conditions(note, position),
                doubts=doubts,
                noted=True,
            )


def _conditions(note: EntryNote, position: PositionNote) -> tuple[str, ...]:
    return (*position.conditions, *note.conditions)


def _places(entry: Entry, scope: Scope | None) -> tuple[Item, ...]:
    """The institutions under the scope's subheading, or all of them."""
    under, here = scope.under if scope else None, not (scope and scope.under)
    found = []
    for item in entry.items:
        if item.kind is ItemKind.SUBHEADING and under:
            here = item.id == under
        elif item.kind is ItemKind.INSTITUTION and here:
            found.append(item)
    return tuple(found)


def _bare(level: Level, entry: Entry, doubts: tuple[Doubt, ...]) -> Iterator[Row]:
    named = [item for item in entry.items if item.kind in (ItemKind.SPECIALITY, ItemKind.UNIT)]
    for item in named or (None,):
        text = entry.heading if item is None else item.text
        yield Row(
            level=level,
            entry=entry,
            names=(nominative_phrase(text),),
            item=item,
            places=() if named else _places(entry, None),
            scope=None,
            grade=None,
            conditions=(),
            doubts=doubts,
            noted=False,
        )


def place_institutions(
    institutions: tuple[Institution, ...], edition: Edition
) -> Mapping[str, tuple[Institution, ...]]:
    """Answers: which institutions does each item of this edition name?"""
    found: dict[str, tuple[Institution, ...]] = {}
    for institution in institutions:
        for item in institution.items:
            if item in edition:
                found[item] = (*found.get(item, ()), institution)
    return found
