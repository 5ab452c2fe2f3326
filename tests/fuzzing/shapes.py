"""Damage of data: of its text, and of what it says once it is read."""

import datetime
import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any, Final

__all__ = ["BITS", "damaged", "reshaped"]

BITS: Final = (
    *("&a ", "*a", "<<: ", "!!set ", "? ", "- ", ": ", "{", "}", "[", "]", "'", '"', "|\n", ">\n"),
    *("\t", "\n", "\r", "#", "%YAML 1.1\n", "---\n", "...\n", "\0", "\x1b", "\x85", "\u2028"),
    *("\ufeff", "~", "null", "yes", "010", "1:30", "0x1", "1e999", ".nan", "2019-02-30", "999999"),
    *("А", "A", "қ", "\u0301", "😀", "/", "..", "link:A1", "entry:x", "A1-1", "health/", "@", "="),
    *(",", ";", '""', "\r\n", "\\", "\\u0000", "\\ud800", "true", "-1", "NaN", "1e400", "9" * 5000),
)
VALUES: Final[tuple[Any, ...]] = (
    *(None, True, 0, -1, 1.5, 10**30, "", " ", "x", "А1", "A1-1", "D", "register", "entry:x"),
    *([], {}, [1, 2], [2, 1], [[]], {"x": 1}, "2020-101", "2099-1", "../x", "a\nb", "\u202eх"),
    *(datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.date(2020, 2, 29), "kaz"),
)
HALF: Final = 0.5


def damaged(text: str, chance: random.Random) -> str:
    """A text with some of it taken away, put twice, or something strange put in."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        end = min(len(text), at + chance.choice((0, 1, 1, 3, 30)))
        kept = chance.choice(("", "", text[at:end] * 2))
        text = text[:at] + kept + chance.choice(("", *BITS)) + text[end:]
    return text


def reshaped(data: Any, chance: random.Random) -> Any:  # noqa: ANN401 - plain data of any kind
    """Plain data with some parts gone, doubled, moved, or become something else."""
    made = deepcopy(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        places = list(_places(made))
        if not places:
            return made
        holder, key = chance.choice(places)
        chance.choice(WAYS)(holder, key, places, chance)
    return made


Holder = Any
Placed = tuple[Holder, Any]


def _places(data: Holder) -> list[Placed]:
    """Every value of the data, as where it is held."""
    found: list[Placed] = []
    left = [data]
    while left:
        one = left.pop()
        inner = one.items() if isinstance(one, dict) else enumerate(one)
        for key, value in inner:
            found.append((one, key))
            if isinstance(value, dict | list):
                left.append(value)
    return found


def _drop(holder: Holder, key: Any, _: list[Placed], __: random.Random) -> None:  # noqa: ANN401
    del holder[key]


def _replace(holder: Holder, key: Any, _: list[Placed], chance: random.Random) -> None:  # noqa: ANN401
    holder[key] = chance.choice(VALUES)


def _borrow(holder: Holder, key: Any, places: list[Placed], chance: random.Random) -> None:  # noqa: ANN401
    """What stands somewhere else stands here too: the right kind of thing, in a wrong place."""
    other, at = chance.choice(places)
    holder[key] = deepcopy(other[at])


def _like(holder: Holder, key: Any, places: list[Placed], chance: random.Random) -> None:  # noqa: ANN401
    """A value of the same name from elsewhere: mostly sound in itself, but not here."""
    alike = [(other, at) for other, at in places if at == key and type(at) is str]
    other, at = chance.choice(alike or places)
    holder[key] = deepcopy(other[at])


def _double(holder: Holder, key: Any, _: list[Placed], __: random.Random) -> None:  # noqa: ANN401
    if isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))
    else:
        holder[f"{key}s"] = holder[key]


def _turn(holder: Holder, key: Any, _: list[Placed], chance: random.Random) -> None:  # noqa: ANN401
    value = holder[key]
    if isinstance(value, list):
        chance.shuffle(value)
    elif isinstance(value, str):
        holder[key] = damaged(value, chance)
    elif isinstance(value, int):
        holder[key] = value + chance.choice((-1, 1, 10**9))


WAYS: Final[tuple[Callable[[Holder, Any, list[Placed], random.Random], None], ...]] = (
    *(_drop, _drop, _replace, _replace, _borrow, _like, _like, _double, _turn, _turn, _turn),
)
