"""Orders carried out on registers of different sizes."""

import gc
import time
from typing import Final

from made_up import orders, register
from measuring import Cost, Pair, Row, Scale

from kz_civil_positions.history.replay import Replay
from kz_civil_positions.history.timeline import build_steps

__all__ = ["ROWS"]


def _prepare(scale: Scale) -> Pair:
    large, small = max(scale.sizes), min(scale.sizes)
    return _replaying(large, scale.orders), _replaying(small, scale.orders)


def _replaying(entries: int, count: int) -> Cost:
    """What one operation takes, after the base order."""
    made = orders(register(entries), count)
    steps, _ = build_steps(made)
    operations = sum(len(order.operations) for order in made[1:])

    def measure() -> float:
        replay = Replay({order.id: order for order in made}).run(steps[:1])
        gc.collect()
        start = time.perf_counter()
        replay.run(steps[1:])
        seconds = time.perf_counter() - start
        if replay.errors:
            raise SystemExit(str(replay.errors))
        return seconds / operations

    return measure


ROWS: Final = (
    Row("replay", "replay, per operation, 50,000 entries", "the same at 500 entries", 2,
        _prepare, most_rounds=5),
)  # fmt: skip
