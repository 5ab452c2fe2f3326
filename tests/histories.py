"""Small fictional histories of a register: a base order, and orders that amend it.

Everything is made in memory, in few words: an order is its id, what it does, and when.
"""

import datetime
from pathlib import Path
from typing import Final

from attrs import evolve

from kz_civil_positions.calendar import (
    ActDates,
    AfterPublication,
    CommencementRule,
    OnDate,
    Publication,
)
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.history.register import Register
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Edition,
    Entry,
    Item,
    ItemKind,
    Label,
    LabelState,
    Level,
    Link,
    Section,
    Tongues,
)
from kz_civil_positions.operations import (
    Insert,
    Instruction,
    Operation,
    Place,
    Restate,
    Where,
)
from kz_civil_positions.orders import Order
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.yaml import dump

__all__ = [
    "BASE",
    "CONTENT",
    "ISSUER",
    "add",
    "amending",
    "at",
    "base",
    "day",
    "entry",
    "keys",
    "level",
    "open_rule",
    "register_of",
    "reword",
    "says",
    "told",
    "write_orders",
]

BASE: Final = "2020-1"
ISSUER: Final = Tongues("Ойдан шығарылған агенттік", "Вымышленное агентство", "Fictional Agency")
open_rule: Final = AfterPublication(10)


def day(text: str) -> datetime.date:
    """Answers: which day is written so?"""
    return datetime.date.fromisoformat(text)


def at(text: str) -> Address:
    """Answers: what is the address written so?"""
    return Address.parse(text)


def entry(identity: str, heading: str, *items: str) -> Entry:
    """Answers: what is an entry of this heading and these items?"""
    made = (Item(f"{identity}.i{n}", ItemKind.UNIT, text) for n, text in enumerate(items, 1))
    return Entry(identity, heading, tuple(made))


def level(code: str, *entries: Entry) -> Level:
    """Answers: what is a level with a printed label?"""
    number = Code.parse(code).level_number or "–"
    return Level(Code.parse(code), Label(LabelState.PRINTED, number), entries)


def _block(letter: str, *links: Link) -> Block:
    section = Section(letter, links=links)
    return Block(Code.parse(letter), f"{letter} блогы", (section,))


def _link(code: str, *levels: Level) -> Link:
    return Link(Code.parse(code), Label(LabelState.PRINTED, code), levels)


CONTENT: Final = Content(
    (
        _block(
            "A",
            _link(
                "A1",
                level("A1-1", entry("head", "Бастық."), entry("deputy", "Орынбасар.")),
                level("A1-2", entry("clerk", "Хатшы:", "кеңсе;", "мұрағат.")),
            ),
            _link("A2", level("A2-1", entry("cook", "Аспаз."))),
        ),
        _block(
            "D", _link("D", level("D", entry("guard", "Күзетші."), entry("driver", "Жүргізуші.")))
        ),
    ),
    (Abbreviation("ММ", "мемлекеттік мекеме", "ММ – мемлекеттік мекеме."),),
)


def told(operation: Operation, point: str = "1") -> Operation:
    """Answers: what is this operation with an instruction of its own?"""
    return evolve(operation, instruction=Instruction(point, f"{point}) нұсқау."))


def reword(identity: str, heading: str, **more: object) -> Restate:
    """Answers: which operation gives this entry this heading, and no items?"""
    return Restate(target=at(f"entry:{identity}"), content=Entry(identity, heading), **more)  # type: ignore[arg-type]


def add(identity: str, heading: str, anchor: str = "level:D") -> Insert:
    """Answers: which operation puts this entry last into this level?"""
    return Insert(place=Place(Where.LAST, at(anchor)), content=Entry(identity, heading))


def _dates(adopted: str, published: str | None = None, registered: str | None = None) -> ActDates:
    events = (Publication("банк", day(published)),) if published else ()
    return ActDates(day(adopted), day(registered) if registered else None, events)


def base(
    rule: CommencementRule | None = None,
    *,
    adopted: str = "2020-01-10",
    content: Content | None = CONTENT,
    operations: tuple[Operation, ...] = (),
) -> Order:
    """Answers: what is a base order that brings this text, or none that is held?"""
    brings = () if content is None else (Restate(target=at("register"), content=content),)
    return Order(
        id=BASE,
        number="1",
        issuer=ISSUER,
        title="Ойдан шығарылған бұйрық",
        dates=_dates(adopted),
        rule=rule or OnDate(day("2020-02-01")),
        operations=(*brings, *operations),
        fictional=True,
    )


def amending(
    name: str,
    *operations: Operation,
    adopted: str,
    rule: CommencementRule | str = open_rule,
    published: str | None = None,
    registered: str | None = None,
) -> Order:
    """Answers: what is an order that amends the base, in effect by a rule or on a day?"""
    return Order(
        id=name,
        number=name.partition("-")[2],
        issuer=ISSUER,
        title="Ойдан шығарылған бұйрық",
        dates=_dates(adopted, published, registered),
        rule=OnDate(day(rule)) if isinstance(rule, str) else rule,
        amends=BASE,
        operations=operations,
        fictional=True,
    )


def register_of(*orders: Order) -> Register:
    """Answers: what register do these orders make?"""
    return Register(tuple(sorted(orders, key=lambda one: (one.adopted, one.id))))


def says(edition: Edition | None, identity: str) -> str | None:
    """Answers: what does this entry say in that edition; None where it is not in it?"""
    if edition is None or identity not in edition:
        return None
    return edition.entry(identity).text


def keys(editions: tuple[Edition | None, ...]) -> list[str | None]:
    """Answers: what are these editions called?"""
    return [None if one is None else one.key for one in editions]


def write_orders(root: Path, *orders: Order) -> None:
    """Write these orders as a registers folder."""
    for order in orders:
        (root / order.id).mkdir()
        text = dump(converter(order.id).unstructure(order))
        (root / order.id / "order.yaml").write_text(text, encoding="utf-8")
