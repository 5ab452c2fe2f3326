"""Doubts and faults of print: what two editions say beside their texts."""

from collections.abc import Iterator

from attrs import evolve

from kz_civil_positions.changes.matching import Matches
from kz_civil_positions.changes.model import Change, ChangeKind, Lane
from kz_civil_positions.changes.outline import PlaceName
from kz_civil_positions.changes.pairs import Alignment
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import Doubt, Edition, PrintedFault

__all__ = ["beside"]


def beside(found: Alignment, old: Edition, new: Edition) -> Iterator[Change]:
    """Answers: which doubts were raised or settled, which faults of print noted or dropped?

    A doubt that says something else than before is settled and raised. That a thing has
    another id or code now makes no other doubt of it.

    Args:
        found: the alignment of the two texts.
        old: the earlier edition.
        new: the later one.

    Yields:
        Changes of our data.
    """
    yield from _doubts(found, old.doubts, new.doubts)
    yield from _faults(found, old.faults, new.faults)


def _doubts(found: Alignment, olds: tuple[Doubt, ...], news: tuple[Doubt, ...]) -> Iterator[Change]:
    if olds == news:
        return
    carried = [evolve(one, about=tuple(_later(found, a) for a in one.about)) for one in olds]
    for before, doubt in zip(olds, carried, strict=True):
        if doubt not in news:
            about = before.about[0] if before.about else None
            yield _change(ChangeKind.DOUBT_SETTLED, about, old=before.id)
    for doubt in news:
        if doubt not in carried:
            about = doubt.about[0] if doubt.about else None
            yield _change(ChangeKind.DOUBT_RAISED, about, new=doubt.id)


def _faults(
    found: Alignment, olds: tuple[PrintedFault, ...], news: tuple[PrintedFault, ...]
) -> Iterator[Change]:
    if olds == news:
        return
    carried = [evolve(one, about=_later(found, one.about)) for one in olds]
    for before, fault in zip(olds, carried, strict=True):
        if fault not in news:
            yield _change(ChangeKind.FAULT_DROPPED, before.about, old=before.words)
    for fault in news:
        if fault not in carried:
            yield _change(ChangeKind.FAULT_NOTED, fault.about, new=fault.words)


def _change(
    kind: ChangeKind, about: Address | None, *, old: str | None = None, new: str | None = None
) -> Change:
    name = about.name if about and about.kind in (Kind.ENTRY, Kind.ITEM) else None
    code = about.code if about and about.kind in (Kind.LEVEL, Kind.LINK, Kind.BLOCK) else None
    return Change(
        kind=kind,
        lane=Lane.DATA,
        old_place=about if old else None,
        new_place=about if new else None,
        old=old,
        new=new,
        entry=name,
        code=code if new else None,
        old_code=code if old else None,
    )


def _later(found: Alignment, about: Address) -> Address:
    """What this thing is called in the later edition; its own name where it is gone."""
    match about.kind:
        case Kind.ENTRY:
            return Address(about.kind, _named(found.entries, about.name))
        case Kind.ITEM:
            return Address(about.kind, _named(found.items, about.name))
        case Kind.ABBREVIATION:
            return Address(about.kind, _named(found.abbreviations, about.name))
        case Kind.LINK:
            return Address(about.kind, _coded(found.links, about.code))
        case Kind.LEVEL:
            return Address(about.kind, _coded(found.levels, about.code))
        case _:
            return about


def _named(matches: Matches[str], name: str) -> str:
    return matches.new_of.get(name, name)


def _coded(matches: Matches[PlaceName], code: Code) -> str:
    name = (code.block, code.sector, code.link, code.level)
    return str(Code(*matches.new_of.get(name, name)))
