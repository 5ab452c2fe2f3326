"""When each part of each order takes effect, once later orders have had their say.

An order may be delayed, changed or repealed before it takes effect; a point of it may
have a day of its own. The outcome is a list of steps, each with its interval of days;
what a step does to the text is for ``history.py``.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from attrs import define, evolve, field, frozen

from kz_civil_positions.calendar import (
    Certainty,
    CommencementRule,
    Ground,
    InEffect,
    commencement,
)
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.operations import (
    ON_ORDERS,
    Operation,
    Recommence,
    Repeal,
    Restate,
    RestatePoint,
)
from kz_civil_positions.orders import HistoryNote, Order, PublishedEdition

__all__ = ["Fate", "Outcome", "OutcomeState", "Step", "build_steps", "precedes"]


class Fate(StrEnum):
    """What becomes of a step."""

    DUE = "due"
    STILLBORN = "stillborn"
    DOUBTFUL = "doubtful"


class OutcomeState(StrEnum):
    """How an instruction of an order ended."""

    APPLIED = "applied"
    REFUSED = "refused"
    NOT_EXPRESSIBLE = "not-expressible"
    PENDING = "pending"


@frozen
class Outcome:
    """The end of one instruction.

    Attributes:
        order: the order.
        index: the operation's number in the order, from 0; for an instruction that no
            operation expresses, its number among those.
        state: applied, refused, not expressible, or pending (not in effect yet).
        reason: the key of the message that says why, unless applied.
    """

    order: str
    index: int
    state: OutcomeState
    reason: str | None = None


@frozen
class Step:
    """The operations of one order that take effect together.

    Attributes:
        order: the order's id.
        stage: 0 for the order's own rule of commencement, 1, 2 … for points with their own.
        operations: with their numbers in the order.
        in_effect: from when.
        fate: due, stillborn (repealed before it took effect) or doubtful.
        by: the order that made it stillborn or doubtful.
        published: for a text known from a publisher and not from orders, that edition.
    """

    order: str
    stage: int
    operations: tuple[tuple[int, Operation], ...]
    in_effect: InEffect
    fate: Fate = Fate.DUE
    by: str | None = None
    published: PublishedEdition | None = None

    @property
    def name(self) -> str:
        """The step's name: the order's id, with the stage where it has several."""
        if self.published:
            return self.published.name
        return self.order if not self.stage else f"{self.order}#{self.stage}"


def precedes(first: InEffect, second: InEffect) -> bool | None:
    """Answers: is the first in effect no later than the second?

    Returns:
        True or False where the days settle it, None where they do not.

    Example:
        >>> from datetime import date
        >>> day = lambda d: InEffect(date(2020, 1, d), date(2020, 1, d), Certainty.FACT)
        >>> precedes(day(5), day(5)), precedes(day(6), day(5))
        (True, False)
    """
    if first.awaiting:
        return False
    if second.awaiting:
        return first.latest is not None or None
    if first.latest is not None and first.latest <= _day(second.earliest):
        return True
    if second.latest is not None and _day(first.earliest) > second.latest:
        return False
    return None


T = TypeVar("T")
ChangeT = TypeVar("ChangeT", Repeal, RestatePoint, Recommence)


def _day(known: T | None) -> T:
    """The earliest day of an interval that awaits no condition is always known."""
    assert known is not None  # noqa: S101
    return known


@define
class _Resolver:
    """Intervals of orders, each worked out once.

    Only an order adopted later can change another, so following the changes always ends;
    orders put into effect together may form a ring, which is refused when data is read.
    """

    orders: Mapping[str, Order]
    outcomes: list[Outcome] = field(factory=list)
    _steps: dict[str, tuple[Step, ...]] = field(factory=dict)
    _changers: dict[str, list[Order]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for order in self.orders.values():
            aims = {one.order for one in order.operations if isinstance(one, ON_ORDERS)}
            for aim in aims:
                self._changers.setdefault(aim, []).append(order)

    def steps(self, name: str) -> tuple[Step, ...]:
        if name not in self._steps:
            self._steps[name] = tuple(self._resolve(self.orders[name]))
        return self._steps[name]

    def interval(self, name: str) -> InEffect:
        return self.steps(name)[0].in_effect

    def _resolve(self, order: Order) -> Iterator[Step]:
        interval, doubted = self._own_interval(order)
        operations, changed_by = self._own_operations(order, interval)
        doubted = doubted or changed_by
        groups: dict[CommencementRule | None, list[tuple[int, Operation]]] = {None: []}
        for index, operation in operations:
            rule = None if operation.commencement == order.rule else operation.commencement
            groups.setdefault(rule, []).append((index, operation))
        for stage, (rule, members) in enumerate(groups.items()):
            own = interval if rule is None else self._commencement(rule, order)
            fate, by = self._fate(order, own)
            if doubted and fate is Fate.DUE:
                fate, by = Fate.DOUBTFUL, doubted
            yield Step(order.id, stage, tuple(members), own, fate, by)

    def _commencement(self, rule: CommencementRule, order: Order) -> InEffect:
        return commencement(rule, order.dates, of_act=self.interval)

    def _own_interval(self, order: Order) -> tuple[InEffect, str | None]:
        """The order's interval after every delay that came in time."""
        found, doubted = self._commencement(order.rule, order), None
        for by, index, operation in self._aimed_at(order, Recommence):
            in_time = self._in_time(by, index, found)
            if in_time:
                found = self._commencement(operation.rule, order)
            elif in_time is None:
                found, doubted = _hull(found, self._commencement(operation.rule, order)), by
        return found, doubted

    def _own_operations(
        self, order: Order, interval: InEffect
    ) -> tuple[tuple[tuple[int, Operation], ...], str | None]:
        """The order's operations after every change to its points that came in time."""
        found, doubted = tuple(enumerate(order.operations)), None
        for by, index, operation in self._aimed_at(order, RestatePoint):
            in_time = self._in_time(by, index, interval)
            if in_time:
                found = tuple(_with_point(found, operation))
            elif in_time is None:
                doubted = by
        return found, doubted

    def _fate(self, order: Order, interval: InEffect) -> tuple[Fate, str | None]:
        for by, index, _ in self._aimed_at(order, Repeal):
            step = self._step_of(by, index)
            if step.fate is Fate.STILLBORN:
                continue
            before = precedes(step.in_effect, interval)
            if before:
                return Fate.STILLBORN, by
            if before is None:
                return Fate.DOUBTFUL, by
        return Fate.DUE, None

    def _in_time(self, by: str, index: int, interval: InEffect) -> bool | None:
        """A change to an order counts if it is in effect before that order is."""
        step = self._step_of(by, index)
        if step.fate is Fate.STILLBORN:
            return False
        in_time = precedes(step.in_effect, interval)
        if in_time is False:
            self._refuse(by, index, "history.too-late")
        return in_time

    def _refuse(self, order: str, index: int, reason: str) -> None:
        outcome = Outcome(order, index, OutcomeState.REFUSED, reason)
        if outcome not in self.outcomes:
            self.outcomes.append(outcome)

    def _step_of(self, order: str, index: int) -> Step:
        return next(
            step for step in self.steps(order) if any(index == i for i, _ in step.operations)
        )

    def _aimed_at(self, order: Order, kind: type[ChangeT]) -> Iterator[tuple[str, int, ChangeT]]:
        """Operations of that kind, in later orders, that change this order."""
        for other in self._changers.get(order.id, ()):
            if other.adopted < order.adopted or other.id == order.id:
                continue
            for step in self.steps(other.id):
                for index, operation in step.operations:
                    if isinstance(operation, kind) and operation.order == order.id:
                        yield other.id, index, operation


def _hull(first: InEffect, second: InEffect) -> InEffect:
    """Both intervals are possible: any day of either may be the day."""
    if first.awaiting or second.awaiting:
        open_one = second if first.awaiting else first
        return evolve(open_one, latest=None, certainty=Certainty.UNKNOWN)
    earliest = min(_day(first.earliest), _day(second.earliest))
    grounds = first.grounds + second.grounds
    if first.latest is None or second.latest is None:
        return InEffect(earliest, None, Certainty.UNKNOWN, grounds)
    latest = max(first.latest, second.latest)
    return InEffect(earliest, latest, Certainty.PRESUMED, grounds)


def _with_point(
    operations: tuple[tuple[int, Operation], ...], change: RestatePoint
) -> Iterator[tuple[int, Operation]]:
    """The operations, those of the changed point giving way to the new ones."""
    placed = False
    for index, operation in operations:
        point = operation.instruction.point if operation.instruction else ""
        if point != change.point and not point.startswith(f"{change.point}."):
            yield index, operation
        elif not placed:
            placed = True
            yield from ((index, new) for new in change.operations)


def build_steps(
    orders: tuple[Order, ...], published: tuple[PublishedEdition, ...] = ()
) -> tuple[tuple[Step, ...], tuple[Outcome, ...]]:
    """Answers: in which steps do these orders take effect?

    Args:
        orders: the base order and those that amend it.
        published: editions given by a publisher.

    Returns:
        The base order's steps, then the others in the order in which they take effect,
        those that never do last; and
        the instructions that came too late for the order they meant to change.
    """
    resolver = _Resolver({order.id: order for order in orders})
    for order in orders:
        resolver.steps(order.id)
    steps = [step for order in orders for step in resolver.steps(order.id)]
    by_id = {order.id: order for order in orders}
    for edition in sorted(published, key=lambda one: one.date):
        if _is_needed(edition, steps, by_id):
            steps.append(_published_step(edition, by_id))
    return tuple(sorted(steps, key=partial(_rank, by_id))), tuple(resolver.outcomes)


def _is_needed(edition: PublishedEdition, steps: list[Step], orders: Mapping[str, Order]) -> bool:
    """A published text is taken up where the orders held do not give the text of that day."""
    return bool(_unheld_notes(edition, orders)) or not any(
        isinstance(one, Restate) and one.target.kind is Kind.REGISTER
        for step in steps
        if step.in_effect.latest and step.in_effect.latest <= edition.date
        for _, one in step.operations
    )


def _unheld_notes(edition: PublishedEdition, orders: Mapping[str, Order]) -> list[HistoryNote]:
    held = {(order.number, order.adopted) for order in orders.values()}
    return [note for note in edition.notes if (note.number, note.adopted) not in held]


def _published_step(edition: PublishedEdition, orders: Mapping[str, Order]) -> Step:
    """In effect on its day as the publisher says; since when, only the orders could tell."""
    adopted = [note.adopted for note in _unheld_notes(edition, orders)]
    earliest = min((day for day in adopted if day <= edition.date), default=edition.date)
    ground = Ground("stated-by-publisher", (("day", edition.date),))
    found = InEffect(earliest, edition.date, Certainty.PRESUMED, (ground,))
    restated = Restate(target=Address(Kind.REGISTER), content=edition.content)
    return Step(edition.base, 0, ((0, restated),), found, published=edition)


def _rank(orders: Mapping[str, Order], step: Step) -> tuple[object, ...]:
    """By the day of effect; on one day, the act adopted later prevails (Art. 12(3))."""
    order = orders[step.order]
    found = step.in_effect
    day = found.latest or found.earliest
    digits = "".join(filter(str.isdigit, order.number)) or "0"
    never = step.fate is Fate.STILLBORN or day is None
    return (
        order.amends is not None or step.published is not None,
        never,
        day or order.adopted,
        order.adopted,
        int(digits),
        order.id,
        step.stage,
    )
