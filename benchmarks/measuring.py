"""How two things are held against each other: in turn, several times, as a ratio."""

import atexit
import gc
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

__all__ = ["Cost", "Found", "Pair", "Row", "Scale", "temporary_folder", "timed"]

# What one measurement gives: seconds or bytes.
Cost = Callable[[], float]
Pair = tuple[Cost, Cost]


@frozen
class Scale:
    """How much is measured.

    Attributes:
        rounds: how often both sides are measured, in turn.
        orders: how many amend the register that is replayed and asked by day.
        sizes: how many entries the registers have whose replay is compared.
        dated: how many entries the register has that is asked by day or weighed.
        look_ups: how many days are asked for in one measurement.
        queries: every so manieth of the queries is asked.
        amending: how many editions are weighed.
    """

    rounds: int = 9
    orders: int = 1_000
    sizes: tuple[int, int] = (500, 50_000)
    dated: int = 5_000
    look_ups: int = 20_000
    queries: int = 1
    amending: int = 1_000


@frozen
class Found:
    """The ratio measured: the median of the rounds, the least and the most."""

    median: float
    least: float
    most: float


@frozen
class Row:
    """One row of the table.

    Attributes:
        name: what it is asked for by.
        what: ours.
        against: what it is held against.
        goal: the most that the ratio shall be.
        prepare: makes what is measured, and gives the two measurements.
        most_rounds: of what takes long or is the same each time, fewer rounds.
    """

    name: str
    what: str
    against: str
    goal: float
    prepare: Callable[[Scale], Pair]
    most_rounds: int = 99

    def measure(self, scale: Scale) -> Found:
        """Answers: what is the ratio of the two, here and now?"""
        ours, theirs = self.prepare(scale)
        ratios = []
        for number in range(min(scale.rounds, self.most_rounds)):
            # Neither side always comes first, so that a machine that tires meets both.
            if number % 2:
                over, under = ours(), theirs()
            else:
                under, over = theirs(), ours()
            ratios.append(over / under)
        return Found(statistics.median(ratios), min(ratios), max(ratios))


def timed(act: Callable[[], object], times: int = 3) -> Cost:
    """Answers: how long does this take, warm? The shortest of so many times.

    What makes one time longer than another is the machine, or a collection of garbage that
    happens to fall to it: nothing that belongs to what is compared.
    """
    act()

    def measure() -> float:
        gc.collect()
        return min(_once(act) for _ in range(times))

    return measure


def _once(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def temporary_folder() -> Path:
    """A new folder that is gone when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="kz-civil-positions-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
