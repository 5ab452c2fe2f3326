"""Model objects as columns of plain values, and back: quick to read, each thing kept once.

Things of one class stand together, a column a field. What holds other things names them by
their numbers in one row of all things, so that what two editions share is stored once and
is one object again when it is read.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeAlias

from attrs import fields, frozen, has

from kz_civil_positions import annotations, calendar, codes, model, operations, orders

__all__ = ["pack", "unpack"]

_MODULES: Final = (annotations, calendar, codes, model, operations, orders)
_PLAIN: Final = (str, int, bool, type(None))
# The names of what is no class of the model. Plain values come first: all others name them.
_VALUES: Final = "values"
_TUPLES: Final = "tuples"
_DAYS: Final = "days"

Packed: TypeAlias = dict[str, Any]


@cache
def _classes() -> dict[str, type]:
    """The classes that data may be of, by name; no other is ever made from a file."""
    return {
        name: thing
        for module in _MODULES
        for name, thing in vars(module).items()
        if isinstance(thing, type) and thing.__module__ == module.__name__
    }


# ── packing ──────────────────────────────────────────────────────────────────────────────


def pack(roots: Iterable[object]) -> Packed:
    """Answers: how are these things written as plain data, each once?

    Args:
        roots: immutable things of the model, or tuples of them.

    Returns:
        Plain data; the same for equal things.

    Example:
        >>> pack([codes.Code("A")])["batches"]
        [['values', []], ['tuples', [[]]], ['Code', 'vvvr', ['A'], [''], [0], [0]]]
    """
    store = _Store()
    wanted = [store.add(root) for root in roots]
    groups = store.groups()
    named = [*wanted, *(part for name, group in groups for part in _named_by(name, group))]
    plain = [one for one in dict.fromkeys(named) if store.things[one].name == _VALUES]
    order = [*plain, *(thing.number for _, group in groups for thing in group)]
    final = {number: place for place, number in enumerate(order)}
    batches: list[list[object]] = [[_VALUES, [store.things[one].value for one in plain]]]
    batches += ([name, *_batch(name, group, final)] for name, group in groups)
    return {"batches": batches, "roots": [final[one] for one in wanted]}


@frozen(eq=False)
class _Thing:
    """One thing to be written.

    Attributes:
        number: its number among those that were added.
        name: its class, or which sort of plain thing it is.
        value: what it is written as, unless it has parts.
        parts: what it is made of.
        height: how many steps the longest way to a plain value has.
    """

    number: int
    name: str
    value: object
    parts: "tuple[_Thing, ...]"
    height: int


class _Store:
    """Things by number, equal ones once; 1, True and a text of an enumeration are not equal."""

    def __init__(self) -> None:
        self.things: list[_Thing] = []
        self._numbers: dict[tuple[type, object], int] = {}

    def add(self, thing: object) -> int:
        """Add a thing with all it is made of; give its number."""
        parts = tuple(self.add(part) for part in _parts(thing))
        composed = isinstance(thing, tuple) or has(type(thing))
        number = self._numbers.setdefault(
            (type(thing), parts if composed else thing), len(self.things)
        )
        if number == len(self.things):
            name, value = _written(thing)
            below = tuple(self.things[part] for part in parts)
            height = 1 + max((part.height for part in below), default=0)
            self.things.append(_Thing(number, name, value, below, 0 if name == _VALUES else height))
        return number

    def groups(self) -> list[tuple[str, list[_Thing]]]:
        """All but plain values, by class; what a thing is made of stands before it."""
        found: defaultdict[tuple[int, str], list[_Thing]] = defaultdict(list)
        for thing in self.things:
            if thing.name != _VALUES:
                found[thing.height, thing.name].append(thing)
        return [(name, found[height, name]) for height, name in sorted(found)]


def _parts(thing: object) -> tuple[object, ...]:
    if isinstance(thing, tuple):
        return thing
    cls = type(thing)
    return tuple(getattr(thing, one.name) for one in fields(cls)) if has(cls) else ()


def _written(thing: object) -> tuple[str, object]:
    """The name of a thing's sort, and what it is written as if it has no parts."""
    if type(thing) in _PLAIN:
        return _VALUES, thing
    if isinstance(thing, tuple):
        return _TUPLES, None
    if isinstance(thing, date):
        return _DAYS, str(thing)
    return type(thing).__name__, str(thing) if isinstance(thing, StrEnum) else None


def _columns(group: list[_Thing]) -> Iterator[tuple[bool, tuple[_Thing, ...]]]:
    """The fields of a batch: whether all their values are plain, and the values."""
    for column in zip(*(thing.parts for thing in group), strict=True):
        yield all(one.name == _VALUES for one in column), column


def _named_by(name: str, group: list[_Thing]) -> Iterator[int]:
    """What is named by number: in tuples, and where a column is not plain throughout."""
    if name == _TUPLES:
        yield from (part.number for thing in group for part in thing.parts)
    else:
        yield from (one.number for plain, column in _columns(group) if not plain for one in column)


def _batch(name: str, group: list[_Thing], final: dict[int, int]) -> Iterator[object]:
    if name == _TUPLES:
        yield [[final[part.number] for part in thing.parts] for thing in group]
    elif group[0].value is not None:
        yield [thing.value for thing in group]
    else:
        columns = list(_columns(group))
        yield "".join("v" if plain else "r" for plain, _ in columns)
        for plain, column in columns:
            yield [one.value if plain else final[one.number] for one in column]


# ── unpacking ────────────────────────────────────────────────────────────────────────────


def unpack(packed: Packed) -> list[Any]:
    """Answers: which things were packed?

    Args:
        packed: what `pack` gave.

    Returns:
        The roots.

    Example:
        >>> unpack(pack([codes.Code("A"), "x", ("x", None)]))
        [Code.parse('A'), 'x', ('x', None)]
    """
    things: list[Any] = []
    number = things.__getitem__
    for name, *rest in packed["batches"]:
        if name == _VALUES:
            things += rest[0]
        elif name == _TUPLES:
            things += [tuple(map(number, row)) for row in rest[0]]
        elif name == _DAYS:
            things += map(date.fromisoformat, rest[0])
        else:
            things += _made(_classes()[name], rest, number)
    return [number(root) for root in packed["roots"]]


def _made(cls: type[Any], rest: list[Any], number: Callable[[int], Any]) -> list[object]:
    if issubclass(cls, StrEnum):
        return list(map(cls, rest[0]))
    form, *columns = rest
    values = [
        column if kind == "v" else list(map(number, column))
        for kind, column in zip(form, columns, strict=True)
    ]
    if not values:
        return [cls()]  # such as a rule that is unknown: all are equal, so there is one
    known = fields(cls)
    if any(field.kw_only for field in known):
        names = [str(field.alias) for field in known]
        return [cls(**dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)]
    return list(map(cls, *values))
