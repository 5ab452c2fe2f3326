"""Orders held against one another: what they amend, change, and wait for."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kz_civil_positions.calendar import CommencementRule, WithAct
from kz_civil_positions.errors import Problem
from kz_civil_positions.operations import ON_ORDERS, Operation, Recommence
from kz_civil_positions.orders import Order
from kz_civil_positions.storage.yaml import LineFinder

__all__ = ["relation_problems"]

Where = Callable[[str], Path]


def relation_problems(orders: tuple[Order, ...], file_of: Where) -> Iterator[Problem]:
    """Answers: which orders refer to what is not there, or to one another in a ring?

    Args:
        orders: all orders of a registers folder.
        file_of: the file of an order, by its id.

    Yields:
        Each problem with file and line.
    """
    by_id = {order.id: order for order in orders}
    bases = [order.id for order in orders if order.amends is None]
    if len(bases) != 1:
        found = ", ".join(bases) or "–"
        where = str(file_of(min(by_id)).parent.parent)
        yield Problem(where, "", "no-base-order", (("found", found),))
    for order in orders:
        lines = LineFinder(file_of(order.id))
        for path, target in _references(order):
            key = _reference_fault(order, by_id.get(target))
            if key:
                facts = (("order", order.id), ("target", target))
                yield Problem(lines.where(path), _dotted(path), key, facts)
        for path, point in _doubled_rules(order):
            facts = (("order", order.id), ("point", point))
            yield Problem(lines.where(path), _dotted(path), "overlapping-commencement", facts)
    for ring in _rings(orders):
        where = LineFinder(file_of(ring[0])).where(("rule",))
        yield Problem(where, "rule", "ring-of-orders", (("ring", " → ".join(ring)),))


Path_ = tuple[str | int, ...]


def _dotted(path: Path_) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _references(order: Order) -> Iterator[tuple[Path_, str]]:
    if order.amends is not None:
        yield ("amends",), order.amends
    if isinstance(order.rule, WithAct):
        yield ("rule", "order"), order.rule.order
    for index, fact in enumerate(order.facts_from):
        yield ("facts_from", index, "order"), fact.order
    for index, operation in enumerate(order.operations):
        for field, rule in (("commencement", operation.commencement), ("rule", _rule(operation))):
            if isinstance(rule, WithAct):
                yield ("operations", index, field, "order"), rule.order
        if isinstance(operation, ON_ORDERS):
            yield ("operations", index, "order"), operation.order


def _rule(operation: Operation) -> CommencementRule | None:
    return operation.rule if isinstance(operation, Recommence) else None


def _reference_fault(order: Order, target: Order | None) -> str | None:
    if target is None:
        return "amends-unknown"
    changes = any(isinstance(one, ON_ORDERS) and one.order == target.id for one in order.operations)
    if (changes or order.amends == target.id) and target.adopted > order.adopted:
        return "changes-later-order"
    return None


def _doubled_rules(order: Order) -> Iterator[tuple[Path_, str]]:
    """One point, or one order put off, can have one rule of commencement."""
    rules: dict[tuple[str, str], object] = {}
    for index, operation in enumerate(order.operations):
        given: tuple[tuple[str, str], object] | None = None
        if isinstance(operation, Recommence):
            given = ("order", operation.order), operation.rule
        elif operation.instruction:
            given = ("point", operation.instruction.point), operation.commencement
        if given and rules.setdefault(*given) != given[1]:
            yield ("operations", index), given[0][1]


_Part = tuple[str, str]


def _rings(orders: tuple[Order, ...]) -> Iterator[tuple[str, ...]]:
    waits = {part: tuple(needs) for part, needs in _waits(orders).items()}
    told: set[str] = set()
    for start in waits:
        ring = tuple(dict.fromkeys(name for _, name in _ring(start, waits)))
        if ring and not told & set(ring):
            told |= set(ring)
            yield (*ring, ring[0])


def _waits(orders: tuple[Order, ...]) -> dict[_Part, list[_Part]]:
    """What must be known first: of an order its day, or all that becomes of it."""
    by_id = {order.id: order for order in orders}
    waits: dict[_Part, list[_Part]] = {}
    for order in orders:
        day = waits.setdefault(("day", order.id), [])
        whole = waits.setdefault(("all", order.id), [])
        day += _together(order.rule)
        whole.append(("day", order.id))
        for operation in order.operations:
            whole += _together(operation.commencement)
            aim = by_id.get(operation.order) if isinstance(operation, ON_ORDERS) else None
            if aim is None or aim.id == order.id or aim.adopted > order.adopted:
                continue
            part = "day" if isinstance(operation, Recommence) else "all"
            changed = waits.setdefault((part, aim.id), [])
            changed.append(("all", order.id))
            changed += _together(_rule(operation))
    return waits


def _together(rule: CommencementRule | None) -> Iterator[_Part]:
    if isinstance(rule, WithAct):
        yield "day", rule.order


def _ring(start: _Part, waits: Mapping[_Part, tuple[_Part, ...]]) -> tuple[_Part, ...]:
    """A way from an order back to itself, if there is one."""
    ways: list[tuple[_Part, ...]] = [(start,)]
    seen = set()
    while ways:
        way = ways.pop()
        for following in waits.get(way[-1], ()):
            if following == start:
                return (*way, start)
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()
