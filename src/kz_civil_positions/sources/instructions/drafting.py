"""From what a formula bids to operations on the register as it stands at that moment."""

import datetime
import re
from collections.abc import Callable
from typing import Final

from attrs import evolve

from kz_civil_positions.amending.tree import REGISTER
from kz_civil_positions.calendar import OnDate
from kz_civil_positions.kazakh import parse_date
from kz_civil_positions.model import Abbreviation, Entry, Item, ItemKind, Level
from kz_civil_positions.operations import (
    Move,
    Operation,
    Place,
    Recommence,
    Relabel,
    Remove,
    Repeal,
    Replace,
    Restate,
    RestatePoint,
    Suspend,
    Where,
)
from kz_civil_positions.sources.instructions import inserting, restating, words
from kz_civil_positions.sources.instructions.desk import Desk, bare
from kz_civil_positions.sources.instructions.formulas import Deed, DeedKind, Quoted
from kz_civil_positions.sources.instructions.naming import keep_ids, name_item
from kz_civil_positions.sources.instructions.places import Rank, address_of
from kz_civil_positions.sources.instructions.reasons import Inexpressible
from kz_civil_positions.sources.instructions.rows import (
    read_abbreviations,
    read_entries,
    read_item,
    read_register,
)
from kz_civil_positions.sources.instructions.sentences import order_named

__all__ = ["draft"]

# A day up to which something lasts, and nothing beside it ("that day included" is another day).
_UNTIL: Final = re.compile(r"\d{4} жылғы \d{1,2} \w+(?:ға|ге|қа|ке)|\d{1,2} \w+ \d{4} года")
_SINCE: Final = re.compile(r"\d{4} жылғы \d{1,2} \w+ бастап|с \d{1,2} \w+ \d{4} года")


def draft(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Answers: which operations does this deed come to, on this register?

    Args:
        deed: what the instruction bids.
        desk: the register so far, and what is known beside it.

    Returns:
        At least one operation, without the words it carries out.

    Raises:
        Inexpressible: when the instruction does not say exactly what to do.
    """
    return _DRAFTERS[deed.kind](deed, desk)


def _approve(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    del deed  # it says no more than that the register is approved
    content = desk.known.register or read_register(desk.annex)
    return (Restate(target=REGISTER, content=content),)


def _restate_annex(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    if not desk.is_register(deed.steps):
        raise Inexpressible("unknown-formula")
    return _approve(deed, desk)


def _restate_point(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    order = _order(deed, desk)
    if order == desk.known.amends or deed.new is None:
        raise Inexpressible("outside-register", words=deed.point)
    operations = desk.nested(deed.new.paragraphs, deed.point)
    return (RestatePoint(order=order, point=deed.point, operations=operations),)


def _recommence(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    """Only where the order's rule is known to be the very day that is replaced."""
    order = _order(deed, desk)
    old, new = _day(deed.old, _SINCE), _day(deed.new.text if deed.new else "", _SINCE)
    if desk.known.orders is None or desk.known.orders.get(order) != OnDate(old):
        raise Inexpressible("outside-register", words=deed.point)
    return (Recommence(order=order, rule=OnDate(new)),)


def _repeal(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    return (Repeal(order=_order(deed, desk)),)


def _order(deed: Deed, desk: Desk) -> str:
    order = order_named(deed.order)
    if order is None:
        raise Inexpressible("order-unclear")
    if desk.known.orders is not None and order not in desk.known.orders:
        raise Inexpressible("other-order", order=order)
    return order


def _day(text: str, form: re.Pattern[str]) -> datetime.date:
    try:
        day = parse_date(text) if form.fullmatch(text) else None
    except ValueError:  # no calendar has it
        day = None
    if day is None:
        raise Inexpressible("date-unclear", words=text[:80])
    return day


def _suspend(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    until = _day(deed.until, _UNTIL)
    if desk.is_register(deed.steps):
        return (Suspend(target=REGISTER, until=until),)
    return (Suspend(target=address_of(desk.place(deed.steps)), until=until),)


def _remove(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    target = desk.place(deed.steps)
    _check_whole_row(deed, desk, target, with_rows=False)
    return (Remove(target=address_of(target)),)


def _move(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    target = desk.place(deed.steps)
    _check_whole_row(deed, desk, target, with_rows=deed.with_rows)
    goal = bare(desk.place(deed.goal))
    if not isinstance(target, Entry) or not isinstance(goal, Level):
        raise Inexpressible("unknown-formula")
    return (Move(target=target.address, place=Place(Where.LAST, goal.address)),)


def _check_whole_row(deed: Deed, desk: Desk, target: object, *, with_rows: bool) -> None:
    """A heading named alone may mean its line only: what becomes of the rows below it?"""
    if isinstance(target, Entry) and target.items and not with_rows:
        named = [step.name for step in desk.steps(deed.steps) if step.rank is Rank.ROW]
        if named[-1:] != [target.text]:
            raise Inexpressible("heading-alone", words=target.heading)


def _relabel(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    target = desk.place(deed.steps)
    if not isinstance(target, Level):
        raise Inexpressible("unknown-formula")
    number = tuple(int(part) for part in deed.number.split("-"))
    code = evolve(target.code, level=number)
    return (Relabel(target=target.address, code=code, label=deed.number),)


def _replace_row(deed: Deed, desk: Desk) -> tuple[Operation, ...]:
    target = desk.place(deed.steps)
    _check_whole_row(deed, desk, target, with_rows=False)
    assert deed.new is not None  # noqa: S101 - the formula has it
    content = _instead(target, deed.new, desk)
    if content.address == address_of(target):
        return (Restate(target=content.address, content=content),)
    return (Replace(target=address_of(target), content=content),)


def _instead(target: object, new: Quoted, desk: Desk) -> Entry | Item | Abbreviation:
    match target:
        case Entry():
            entries = keep_ids(read_entries(new, desk.around(target)), (), desk.taken)
            if len(entries) == 1:
                return entries[0]
        case Item(id=name, kind=kind) if kind is not ItemKind.SUBHEADING:
            return name_item(read_item(new, kind), name, desk.taken)
        case Abbreviation():
            lines = read_abbreviations(new)
            if len(lines) == 1:
                return lines[0]
        case _:
            pass
    raise Inexpressible("content-unclear", words=new.text[:80])


_DRAFTERS: Final[dict[DeedKind, Callable[[Deed, Desk], tuple[Operation, ...]]]] = {
    DeedKind.APPROVE: _approve,
    DeedKind.RESTATE: restating.restate,
    DeedKind.RESTATE_ANNEX: _restate_annex,
    DeedKind.RESTATE_POINT: _restate_point,
    DeedKind.RECOMMENCE: _recommence,
    DeedKind.INSERT: inserting.insert,
    DeedKind.WORDS_BESIDE: words.beside,
    DeedKind.WORDS_END: words.at_end,
    DeedKind.REPLACE_WORDS: words.replace,
    DeedKind.REPLACE_ROW: _replace_row,
    DeedKind.REMOVE_WORDS: words.remove,
    DeedKind.REMOVE: _remove,
    DeedKind.SUSPEND: _suspend,
    DeedKind.REPEAL: _repeal,
    DeedKind.MOVE: _move,
    DeedKind.RELABEL: _relabel,
}
