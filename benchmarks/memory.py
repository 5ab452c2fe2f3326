"""What the editions of a register weigh, all of them against one.

Run as a program it weighs, so that nothing else has used the memory before: it prints the
bytes of one edition, of all editions, and of all with the orders that made them and what
replay keeps of them.
"""

import gc
import subprocess
import sys
import tracemalloc
from functools import cache
from typing import Final

from made_up import orders, register
from measuring import Pair, Row, Scale

from kz_civil_positions.history.register import Register
from kz_civil_positions.model import Edition

__all__ = ["ROWS"]

FIVES: Final = 2


def _weigh(entries: int, count: int) -> tuple[int, int, int]:
    tracemalloc.start()
    one = Edition("2001-1", "2001-1", content=register(entries))
    alone = _held()
    made = Register(orders(one.text, count, FIVES))
    editions = made.editions
    if len(editions) != count + 1 or made.replay.errors:
        raise SystemExit(str(made.replay.errors))
    with_orders = _held()
    del made
    return alone, _held(), with_orders


def _held() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _prepare(scale: Scale) -> Pair:
    @cache
    def weighed() -> tuple[int, ...]:
        words = [sys.executable, __file__, str(scale.dated), str(scale.amending)]
        done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - our own interpreter
        return tuple(map(int, done.stdout.split()))

    return lambda: weighed()[1], lambda: weighed()[0]


ROWS: Final = (
    Row("memory", "memory of 1,000 editions, 10 changes each",
        "memory of one edition of 5,000 entries", 3, _prepare, most_rounds=1),
)  # fmt: skip


if __name__ == "__main__":
    print(*_weigh(*map(int, sys.argv[1:])))
