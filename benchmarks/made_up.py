"""Made-up registers and orders: large, fictional, and the same each time."""

import datetime
import random
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from kz_civil_positions.calendar import ActDates, OnDate
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.model import (
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
    Tongues,
)
from kz_civil_positions.operations import (
    Insert,
    Move,
    Operation,
    Place,
    Remove,
    ReplaceWords,
    Restate,
    Where,
)
from kz_civil_positions.orders import Order

__all__ = ["CHANGES", "START", "amended_once", "order", "orders", "register"]

START: Final = datetime.date(2001, 1, 1)
BASE: Final = "2001-1"
PER_LEVEL: Final = 10
ISSUER: Final = Tongues("Ойдан шығарылған агенттік", "Вымышленное агентство", "Fictional Agency")


def order(number: int, operations: tuple[Operation, ...]) -> Order:
    """An order a day; the first, number 0, makes the register."""
    day = START + datetime.timedelta(days=number)
    return Order(
        id=BASE if not number else f"2002-{number}",
        number=str(number),
        issuer=ISSUER,
        title="Ойдан шығарылған бұйрық",
        dates=ActDates(day),
        rule=OnDate(day),
        amends=BASE if number else None,
        operations=operations,
        fictional=True,
    )


# ── a register of any size, and any number of orders that amend it ───────────────────────


def register(entries: int) -> Content:
    """A register of so many entries: ten a level, some ten to sixty levels a link."""
    levels = entries // PER_LEVEL
    links = max(1, min(90, levels // 10))
    numbers = iter(range(entries))
    made = []
    for link in range(1, links + 1):
        share = range(1, levels // links + (link <= levels % links) + 1)
        rows = tuple(_level(Code("A", "", link, (row,)), numbers) for row in share)
        made.append(Link(Code("A", "", link), Label(LabelState.PRINTED, f"А{link}"), rows))
    return Content((Block(Code("A"), "А блогы", (Section("A", links=tuple(made)),)),))


def _level(code: Code, numbers: Iterator[int]) -> Level:
    held = tuple(_entry(next(numbers)) for _ in range(PER_LEVEL))
    return Level(code, Label(LabelState.PRINTED, code.level_number), held)


def _entry(number: int) -> Entry:
    items = tuple(
        Item(f"e{number}.i{n}", ItemKind.UNIT, f"{number} мекеменің {n} бөлімі;") for n in (1, 2)
    )
    return Entry(f"e{number}", f"Бас маман {number}:", items)


def orders(content: Content, count: int, fives: int = 1) -> tuple[Order, ...]:
    """A base order, and orders that insert, reword, move and remove entries everywhere.

    Args:
        content: what the base order brings.
        count: how many amend it.
        fives: how often each does five things; the first has nothing to remove yet.
    """
    chance = random.Random(42)  # noqa: S311 - no secret, only the same orders each time
    there = [node for node in content.walk() if isinstance(node, Entry)]
    places = [node.address for node in content.walk() if isinstance(node, Level)]
    chosen = chance.sample(there, min(len(there), 400))
    said = {one.id: "Бас" for one in chosen}
    made = [order(0, (Restate(target=content.address, content=content),))]
    for number in range(1, count + 1):
        done: list[Operation] = []
        for five in range(fives):
            new = Entry(f"n{number}-{five}", "Жаңа маман.")
            reworded, moved = chance.choice(chosen), chance.choice(chosen)
            old, now = said[reworded.id], "Бас" if said[reworded.id] == "Аға" else "Аға"
            said[reworded.id] = now
            done += (
                Insert(place=Place(Where.LAST, chance.choice(places)), content=new),
                ReplaceWords(target=reworded.address, old=old, new=now),
                ReplaceWords(target=new.address, old="маман", new="дәрігер"),
                Move(target=moved.address, place=Place(Where.FIRST, chance.choice(places))),
            )
            if number > 1:
                done.append(Remove(target=Address(Kind.ENTRY, f"n{number - 1}-{five}")))
        made.append(order(number, tuple(done)))
    return tuple(made)


# ── a register of 500 entries, and one order with fifteen changes far from each other ────

CHANGES: Final = 15
TITLES: Final = ("басшысы", "бухгалтері", "инженері", "инспекторы", "механигі", "экономисі")
UNITS: Final = ("орталығының", "жасағының", "мекемесінің", "полкінің", "базасының")


def amended_once() -> Register:
    """A register of 500 entries with seven lines each, and an order that amends it."""
    content = _register_of_500()
    base = order(0, (Restate(target=content.address, content=content),))
    return Register((base, order(1, tuple(_amendments()))))


def _register_of_500() -> Content:
    blocks = []
    entry = 0
    for letter in "ABCD":
        links = []
        for link in range(1, 6):
            levels = []
            for level in range(1, 6):
                entries = tuple(_wide_entry(entry + n) for n in range(5))
                entry += len(entries)
                code = Code(letter, "", link, (level,))
                levels.append(Level(code, Label(LabelState.PRINTED, str(level)), entries))
            code = Code(letter, "", link)
            links.append(Link(code, Label(LabelState.PRINTED, f"{letter}{link}"), tuple(levels)))
        section = Section(letter, None, None, tuple(links))
        blocks.append(Block(Code(letter), f"{letter} блогы", (section,)))
    return Content(tuple(blocks))


def _wide_entry(number: int) -> Entry:
    title = TITLES[number % len(TITLES)]
    lines = Span(BASE, number * 8 + 1, number * 8 + 7)
    items = tuple(
        Item(
            f"e{number}.i{n}",
            ItemKind.INSTITUTION,
            f"Қазақстан Республикасы ІІМ {number}-{n} аймақтық {UNITS[n % len(UNITS)]};",
            Span(BASE, number * 8 + 2 + n, number * 8 + 2 + n),
        )
        for n in range(6)
    )
    heading = f"Облыстық (астананың) маңызы бар ММ {number}-бөлімінің {title}:"
    return Entry(f"e{number}", heading, items, lines)


def _amendments() -> list[Operation]:
    """Fifteen changes, far from each other."""
    new_entry = evolve(_wide_entry(900), items=(_wide_entry(900).items[0],))
    new_item = Item(
        "e250.new", ItemKind.INSTITUTION, "Қазақстан Республикасы ІІМ жаңа орталығының;"
    )
    words_replaced = [
        ReplaceWords(target=_item(number, n), old="аймақтық", new="өңірлік")
        for number, n in ((10, 0), (60, 1), (110, 2), (160, 3), (210, 4))
    ]
    titles_replaced = [
        ReplaceWords(target=_at(number), old="маңызы бар", new="деңгейдегі")
        for number in (40, 140, 340)
    ]
    return [
        *words_replaced,
        *titles_replaced,
        Remove(target=_at(300)),
        Remove(target=_item(320, 5)),
        Insert(place=Place(Where.AFTER, _at(400)), content=new_entry),
        Insert(place=Place(Where.AFTER, _item(250, 2)), content=new_item),
        Move(target=_at(420), place=Place(Where.AFTER, _at(120))),
        Move(target=_item(450, 0), place=Place(Where.AFTER, _item(470, 0))),
        Move(target=_at(480), place=Place(Where.AFTER, _at(482))),
    ]


def _at(number: int) -> Address:
    return Address(Kind.ENTRY, f"e{number}")


def _item(number: int, n: int) -> Address:
    return Address(Kind.ITEM, f"e{number}.i{n}")
