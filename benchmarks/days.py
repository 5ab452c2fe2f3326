"""A register asked by day."""

import datetime
import random
from bisect import bisect_right
from typing import Final

from made_up import START, orders, register
from measuring import Pair, Row, Scale, timed

from kz_civil_positions.history.register import Register

__all__ = ["ROWS"]


def _prepare(scale: Scale) -> Pair:
    made = Register(orders(register(scale.dated), scale.orders))
    dates = [order.adopted for order in made.orders]
    chance = random.Random(42)  # noqa: S311 - no secret, only the same days each time
    days = [
        START + datetime.timedelta(days=chance.randrange(scale.orders))
        for _ in range(scale.look_ups)
    ]
    return (
        timed(lambda: [made.as_of(day) for day in days]),
        timed(lambda: [dates[bisect_right(dates, day) - 1] for day in days]),
    )


ROWS: Final = (Row("as-of", "as_of, warm", "`bisect` on a list of dates", 5, _prepare),)
