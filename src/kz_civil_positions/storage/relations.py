"""Orders held against one another, and each against itself, wherever they were read from."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kz_civil_positions.calendar import CommencementRule, WithAct, date_problems
from kz_civil_positions.errors import Problem
from kz_civil_positions.model import Content, Entry, Item
from kz_civil_positions.operations import ON_ORDERS, Operation, Recommence, Restate
from kz_civil_positions.orders import Order
from kz_civil_positions.storage.limits import MAX_NAME

__all__ = [
    "Fault",
    "Place",
    "by_adoption",
    "dotted",
    "id_of_two",
    "is_file_name",
    "order_faults",
    "relation_problems",
    "rings",
]

Steps = tuple[str | int, ...]
# How it is told where this part of that order stands: the file with its line, and the path.
# An empty name is that of all orders together.
Place = Callable[[str, Steps], tuple[str, str]]
# Where in an order something does not fit, the key of its message, and the facts for it.
Fault = tuple[Steps, str, dict[str, object]]


def by_adoption(orders: Iterable[Order]) -> tuple[Order, ...]:
    """Answers: how do these orders follow one another? By the day they were adopted."""
    return tuple(sorted(orders, key=lambda order: (order.adopted, order.id)))


def dotted(path: Steps) -> str:
    """Answers: how is this path written?

    Example:
        >>> dotted(("blocks", 0, "heading"))
        'blocks[0].heading'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def is_file_name(name: str) -> bool:
    """Answers: can a file beside the data have this name? No way leads through it, in or out.

    Example:
        >>> is_file_name("source.kaz.txt"), is_file_name("../source.kaz.txt"), is_file_name("..")
        (True, False, False)
    """
    if name in {"", ".", ".."} or any(sign in name for sign in "/\\\0"):
        return False
    return len(name.encode("utf-8", "surrogatepass")) <= MAX_NAME


def order_faults(order: Order) -> Iterator[Fault]:
    """Answers: what of this order does not go together with the rest of it?"""
    for key in date_problems(order.dates):
        yield ("dates",), f"calendar.{key}", {}
    for index, operation in enumerate(order.operations):
        if isinstance(operation, Restate) and isinstance(operation.content, Content):
            doubled = id_of_two(operation.content)
            if doubled:
                yield ("operations", index, "content"), "id-of-two", {"id": doubled}
    if order.annotations is not None and order.annotations.order != order.id:
        facts: dict[str, object] = {"found": order.annotations.order, "expected": order.id}
        yield ("annotations", "order"), "other-order", facts


def id_of_two(content: Content) -> str | None:
    """Answers: which id do two entries or items share? It would not say which is meant."""
    seen: set[str] = set()
    for node in content.walk():
        if isinstance(node, Entry | Item):
            if node.id in seen:
                return node.id
            seen.add(node.id)
    return None


def relation_problems(orders: tuple[Order, ...], place: Place) -> Iterator[Problem]:
    """Answers: which orders refer to what is not there, or to one another in a ring?

    Args:
        orders: all orders of a register, no two under one id.
        place: how it is told where something stands.

    Yields:
        Each problem with its place.
    """
    by_id = {order.id: order for order in orders}
    bases = [order.id for order in orders if order.amends is None]
    if len(bases) != 1:
        yield _problem(place, "", (), "no-base-order", found=", ".join(bases) or "–")
    for order in orders:
        changed = {one.order for one in order.operations if isinstance(one, ON_ORDERS)}
        for path, target in _references(order):
            key = _reference_fault(order, changed, by_id.get(target))
            if key:
                yield _problem(place, order.id, path, key, order=order.id, target=target)
        for path, point in _doubled_rules(order):
            key = "overlapping-commencement"
            yield _problem(place, order.id, path, key, order=order.id, point=point)
    for ring in rings(_waits(orders)):
        yield _problem(place, ring[0], ("rule",), "ring-of-orders", ring=" → ".join(ring))


def _problem(place: Place, name: str, path: Steps, key: str, /, **facts: object) -> Problem:
    return Problem(*place(name, path), key, tuple(facts.items()))


def _references(order: Order) -> Iterator[tuple[Steps, str]]:
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


def _reference_fault(order: Order, changed: set[str], target: Order | None) -> str | None:
    if target is None:
        return "amends-unknown"
    if (target.id == order.amends or target.id in changed) and target.adopted > order.adopted:
        return "changes-later-order"
    return None


def _doubled_rules(order: Order) -> Iterator[tuple[Steps, str]]:
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


Part = tuple[str, str]


def rings(waits: Mapping[Part, Iterable[Part]]) -> Iterator[tuple[str, ...]]:
    """Answers: which orders wait for one another in a ring?

    What can be known is taken away; what is left then hangs on itself, so a way leads round.
    Each ring that is told is taken away too, so no order is told of in two rings.

    Args:
        waits: for each order's day, and for all that becomes of it, what must be known first.

    Yields:
        The names of each ring's orders, the first also last.
    """
    left = {part: [one for one in needs if one in waits] for part, needs in waits.items()}
    needed_by: dict[Part, list[Part]] = {part: [] for part in left}
    for part, needs in left.items():
        for one in needs:
            needed_by[one].append(part)
    missing = {part: len(needs) for part, needs in left.items()}
    _take_away([part for part, count in missing.items() if not count], left, missing, needed_by)
    for start in tuple(left):
        while start in left:
            names = tuple(dict.fromkeys(name for _, name in _way_round(start, left)))
            parts = [(kind, name) for kind in ("day", "all") for name in names]
            _take_away(parts, left, missing, needed_by)
            yield (*names, names[0])


def _take_away(
    parts: Iterable[Part],
    left: dict[Part, list[Part]],
    missing: dict[Part, int],
    needed_by: Mapping[Part, list[Part]],
) -> None:
    """These parts, and whatever then waits for nothing any more."""
    known = list(parts)
    while known:
        part = known.pop()
        if left.pop(part, None) is None:
            continue
        for one in needed_by[part]:
            missing[one] -= 1
            if missing[one] == 0:
                known.append(one)


def _way_round(start: Part, left: Mapping[Part, list[Part]]) -> tuple[Part, ...]:
    """From need to need until one comes again; each that is left has one that is left."""
    way: dict[Part, None] = {}
    part = start
    while part not in way:
        way[part] = None
        part = next(one for one in left[part] if one in left)
    steps = tuple(way)
    return steps[steps.index(part) :]


def _waits(orders: tuple[Order, ...]) -> dict[Part, list[Part]]:
    """What must be known first: of an order its day, or all that becomes of it."""
    by_id = {order.id: order for order in orders}
    waits: dict[Part, list[Part]] = {}
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


def _together(rule: CommencementRule | None) -> Iterator[Part]:
    if isinstance(rule, WithAct):
        yield "day", rule.order
