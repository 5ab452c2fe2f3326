"""What replay and look-ups by day cost, and how the cost grows with the register.

Run ``python benchmarks/run.py``. It prints a table and judges nothing: times depend on the
machine, ratios less so. Everything is generated and fictional.
"""

import datetime
import random
import statistics
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from kz_civil_positions.calendar import ActDates, OnDate
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.replay import Replay
from kz_civil_positions.history.timeline import build_steps
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

ORDERS: Final = 1_000
SIZES: Final = (500, 5_000, 50_000)
PER_LEVEL: Final = 10
REPETITIONS: Final = 5
LOOK_UPS: Final = 20_000
BASE: Final = "2001-1"
START: Final = datetime.date(2001, 1, 1)
ISSUER: Final = Tongues("Ойдан шығарылған агенттік", "Вымышленное агентство", "Fictional Agency")


@frozen
class Times:
    """The fastest, the middle and the slowest of several repetitions, in seconds."""

    least: float
    median: float
    most: float

    @classmethod
    def of(cls, act: Callable[[], object], repetitions: int = REPETITIONS) -> "Times":
        """Answers: how long does this take?"""
        return cls.over([_timed(act) for _ in range(repetitions)])

    @classmethod
    def over(cls, seconds: list[float]) -> "Times":
        """Answers: what do these measurements say?"""
        return cls(min(seconds), statistics.median(seconds), max(seconds))

    def each(self, count: int) -> str:
        """Answers: how many microseconds is that for each of so many?"""
        shown = (f"{1e6 * one / count:11.2f}" for one in (self.least, self.median, self.most))
        return "".join(shown)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _entry(number: int) -> Entry:
    items = tuple(
        Item(f"e{number}.i{n}", ItemKind.UNIT, f"{number} мекеменің {n} бөлімі;") for n in (1, 2)
    )
    return Entry(f"e{number}", f"Бас маман {number}:", items)


def _register(entries: int) -> Content:
    """A register of so many entries: ten a level, some ten to sixty levels a link."""
    levels = entries // PER_LEVEL
    links = min(90, levels // 10)
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


def _order(number: int, operations: tuple[Operation, ...]) -> Order:
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


def _orders(content: Content, count: int) -> tuple[Order, ...]:
    """A base order, and orders that reword, insert, move and remove entries everywhere."""
    chance = random.Random(42)  # noqa: S311 - no secret, only the same order each time
    there = [node for node in content.walk() if isinstance(node, Entry)]
    places = [node.address for node in content.walk() if isinstance(node, Level)]
    chosen = chance.sample(there, min(len(there), 400))
    said = {one.id: "Бас" for one in chosen}
    orders = [_order(0, (Restate(target=content.address, content=content),))]
    for number in range(1, count + 1):
        new = Entry(f"n{number}", "Жаңа маман.")
        place = Place(Where.LAST, chance.choice(places))
        reworded, moved = chance.choice(chosen), chance.choice(chosen)
        old, now = said[reworded.id], "Бас" if said[reworded.id] == "Аға" else "Аға"
        said[reworded.id] = now
        orders.append(
            _order(
                number,
                (
                    Insert(place=place, content=new),
                    ReplaceWords(target=reworded.address, old=old, new=now),
                    ReplaceWords(target=new.address, old="маман", new="дәрігер"),
                    Move(target=moved.address, place=Place(Where.FIRST, chance.choice(places))),
                    *_removal(number),
                ),
            )
        )
    return tuple(orders)


def _removal(number: int) -> tuple[Operation, ...]:
    """Every second order removes what the one before it inserted."""
    return () if number % 2 else (Remove(target=Address(Kind.ENTRY, f"n{number - 1}")),)


def _replayed(orders: tuple[Order, ...]) -> float:
    """Answers: how long do all orders take after the base order?"""
    steps, _ = build_steps(orders)
    replay = Replay({order.id: order for order in orders}).run(steps[:1])
    seconds = _timed(lambda: replay.run(steps[1:]))
    assert not replay.errors, replay.errors
    return seconds


def replay_costs() -> dict[int, Times]:
    """Print what one operation costs at each size of the register."""
    print(f"Replay of {ORDERS} orders: µs an operation{'least':>14}{'median':>11}{'most':>11}")
    found = {}
    for size in SIZES:
        orders = _orders(_register(size), ORDERS)
        count = sum(len(order.operations) for order in orders[1:])
        found[size] = Times.over([_replayed(orders) for _ in range(REPETITIONS)])
        print(f"  {size:>6} entries, {count} operations        {found[size].each(count)}")
    ratio = found[SIZES[-1]].median / found[SIZES[0]].median
    print(f"  median at {SIZES[-1]} entries to median at {SIZES[0]}: {ratio:.2f}")
    return found


def look_up_costs() -> None:
    """Print what a look-up by day costs against a bare bisect in the list of dates."""
    orders = _orders(_register(SIZES[1]), ORDERS)
    register = Register(orders)
    dates = [order.adopted for order in orders]
    chance = random.Random(42)  # noqa: S311
    days = [START + datetime.timedelta(days=chance.randrange(ORDERS)) for _ in range(LOOK_UPS)]
    first = _timed(lambda: register.as_of(START + datetime.timedelta(days=ORDERS)))
    for day in set(days):
        register.as_of(day)
    warm = Times.of(lambda: [register.as_of(day) for day in days])
    bare = Times.of(lambda: [dates[bisect_right(dates, day) - 1] for day in days])
    print(f"Look-up by day among {ORDERS} orders: µs each{'least':>11}{'median':>11}{'most':>11}")
    print(f"  as_of, warm                          {warm.each(LOOK_UPS)}")
    print(f"  bare bisect                          {bare.each(LOOK_UPS)}")
    print(f"  median of as_of to median of bisect: {warm.median / bare.median:.2f}")
    print(f"  first look-up, with the whole replay: {first:.2f} s")


if __name__ == "__main__":
    replay_costs()
    look_up_costs()
