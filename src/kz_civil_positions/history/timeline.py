"""When each part of each order takes effect, once later orders have had their say.

An order may be delayed, changed or repealed before it takes effect; a point of it may
have a day of its own. The outcome is a list of steps, each with its interval of days;
what a step does to the text is for ``history/register.py``.
"""

import datetime
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from attrs import define, evolve, field

from kz_civil_positions.calendar import (
    Certainty,
    CommencementRule,
    Ground,
    InEffect,
    WithAct,
    commencement,
)
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.operations import (
    ON_ORDERS,
    WITHOUT_TEXT,
    Operation,
    Recommence,
    Repeal,
    Restate,
    RestatePoint,
)
from kz_civil_positions.orders import HistoryNote, Order, PublishedEdition
from kz_civil_positions.things import frozen

__all__ = [
    "Fate",
    "Outcome",
    "OutcomeState",
    "Step",
    "build_steps",
    "claimed_from",
    "precedes",
    "stated_by_publisher",
    "unheld_notes",
]


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
        standing: of two steps on one and the same day, the one that stands higher prevails:
            that of the order adopted later (Art. 12(3)).
    """

    order: str
    stage: int
    operations: tuple[tuple[int, Operation], ...]
    in_effect: InEffect
    fate: Fate = Fate.DUE
    by: str | None = None
    published: PublishedEdition | None = None
    standing: tuple[datetime.date, int, str, int] = (datetime.date.min, 0, "", 0)

    @property
    def changes_text(self) -> bool:
        """Whether it does anything to the text."""
        return any(not isinstance(one, WITHOUT_TEXT) for _, one in self.operations)

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

    Only an order adopted later can change another, so following the changes ends; orders
    that wait for one another in a ring are to be refused when data is read. An order may
    change another and take effect together with it: its day does not hang on that change.
    """

    orders: Mapping[str, Order]
    outcomes: list[Outcome] = field(factory=list)
    _steps: dict[str, tuple[Step, ...]] = field(factory=dict)
    _intervals: dict[str, InEffect] = field(factory=dict)
    _changers: dict[tuple[type[Operation], str], set[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for order in self.orders.values():
            for changer, operation in _on_orders(order.id, order.operations):
                aim = (type(operation), operation.order)
                self._changers.setdefault(aim, set()).add(changer)

    def steps(self, name: str) -> tuple[Step, ...]:
        if name not in self._steps:
            self._steps[name] = tuple(self._resolve(self.orders[name]))
        return self._steps[name]

    def interval(self, name: str) -> InEffect:
        if name not in self._intervals:
            self._intervals[name] = self._own_interval(self.orders[name])
        return self._intervals[name]

    def _resolve(self, order: Order) -> Iterator[Step]:
        interval = self.interval(order.id)
        operations, doubted = self._own_operations(order, interval)
        groups: dict[CommencementRule | None, list[tuple[int, Operation]]] = {None: []}
        for index, operation in operations:
            rule = None if operation.commencement == order.rule else operation.commencement
            groups.setdefault(rule, []).append((index, operation))
        for stage, (rule, members) in enumerate(groups.items()):
            own = interval if rule is None else self._commencement(rule, order)
            fate, by = self._fate(order, own)
            if doubted and fate is Fate.DUE:
                fate, by = Fate.DOUBTFUL, doubted
            if fate is Fate.STILLBORN:
                for index, _ in members:
                    self._refuse(order.id, index, "history.stillborn")
            standing = _standing(order, stage)
            yield Step(order.id, stage, tuple(members), own, fate, by, standing=standing)

    def _commencement(self, rule: CommencementRule, order: Order) -> InEffect:
        unknown = isinstance(rule, WithAct) and rule.order not in self.orders
        return commencement(rule, order.dates, of_act=None if unknown else self.interval)

    def _own_interval(self, order: Order) -> InEffect:
        """The order's interval after every delay that came, or may have come, in time."""
        found = self._commencement(order.rule, order)
        for by, index, operation in self._aimed_at(order, Recommence):
            in_time = self._in_time(by, index, found)
            if in_time:
                found = self._commencement(operation.rule, order)
            elif in_time is None:
                found = _hull(found, self._commencement(operation.rule, order))
        return found

    def _own_operations(
        self, order: Order, interval: InEffect
    ) -> tuple[tuple[tuple[int, Operation], ...], str | None]:
        """The order's operations after every change to its points that came in time."""
        found, doubted = tuple(enumerate(order.operations)), None
        for by, index, operation in self._aimed_at(order, RestatePoint):
            old = [(i, one) for i, one in found if _stands_in(operation.point, one)]
            if not old:
                self._refuse(by, index, "history.no-such-point")
                continue
            rule = old[0][1].commencement
            own = interval if rule is None else self._commencement(rule, order)
            in_time = self._in_time(by, index, own)
            if in_time:
                found = tuple(_with_point(found, operation))
                for i, _ in old:
                    self._refuse(order.id, i, "history.point-restated")
            elif in_time is None:
                doubted = by
        return found, doubted

    def _fate(self, order: Order, interval: InEffect) -> tuple[Fate, str | None]:
        fate: tuple[Fate, str | None] = (Fate.DUE, None)
        for by, index, _ in self._aimed_at(order, Repeal):
            step = self._step_of(by, index)
            before = step.fate is not Fate.STILLBORN and precedes(step.in_effect, interval)
            if before and step.fate is Fate.DUE:
                return Fate.STILLBORN, by
            if before is not False:
                fate = Fate.DOUBTFUL, by
        return fate

    def _in_time(self, by: str, index: int, interval: InEffect) -> bool | None:
        """A change to an order counts if it is in effect before that order is."""
        step = self._step_of(by, index)
        if step.fate is Fate.STILLBORN or step.in_effect.awaiting:
            return False
        in_time = precedes(step.in_effect, interval)
        if in_time is False:
            self._refuse(by, index, "history.too-late")
        return None if in_time and step.fate is Fate.DOUBTFUL else in_time

    def _refuse(self, order: str, index: int, reason: str) -> None:
        outcome = Outcome(order, index, OutcomeState.REFUSED, reason)
        if outcome not in self.outcomes:
            self.outcomes.append(outcome)

    def _step_of(self, order: str, index: int) -> Step:
        return next(
            step for step in self.steps(order) if any(index == i for i, _ in step.operations)
        )

    def _aimed_at(self, order: Order, kind: type[ChangeT]) -> Iterator[tuple[str, int, ChangeT]]:
        """Operations of that kind, in later orders, that change this order, by day of effect."""
        names = self._changers.get((kind, order.id), set()) & self.orders.keys() - {order.id}
        changers = [name for name in names if self.orders[name].adopted >= order.adopted]
        for step in sorted((one for name in changers for one in self.steps(name)), key=_moment):
            for index, operation in step.operations:
                if isinstance(operation, kind) and operation.order == order.id:
                    yield step.order, index, operation


def _on_orders(
    holder: str, operations: Iterable[Operation]
) -> Iterator[tuple[str, Repeal | RestatePoint | Recommence]]:
    """Changes to orders, each with the order that makes it: a changed point may make one too."""
    for one in operations:
        if isinstance(one, ON_ORDERS):
            yield holder, one
        if isinstance(one, RestatePoint):
            yield from _on_orders(one.order, one.operations)


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
        if not _stands_in(change.point, operation):
            yield index, operation
        elif not placed:
            placed = True
            for new in change.operations:
                rule = new.commencement or operation.commencement
                yield index, evolve(new, commencement=rule)


def _stands_in(point: str, operation: Operation) -> bool:
    """Whether this point, or one within it, bids the operation."""
    own = operation.instruction.point if operation.instruction else ""
    return own == point or own.startswith(f"{point}.")


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
    before: PublishedEdition | None = None
    claimed = claimed_from(published, by_id)
    for edition in sorted(published, key=lambda one: one.date):
        told = claimed is not None and claimed <= edition.date
        if told or _is_needed(edition, steps, by_id):
            steps.append(_published_step(edition, before, by_id))
        before = edition
    return tuple(sorted(steps, key=partial(_rank, by_id))), tuple(resolver.outcomes)


def _is_needed(edition: PublishedEdition, steps: list[Step], orders: Mapping[str, Order]) -> bool:
    """A published text is taken up where the orders held do not give the text of that day."""
    return bool(unheld_notes(edition, orders)) or not any(
        isinstance(one, Restate) and one.target.kind is Kind.REGISTER
        for step in steps
        if not step.published and step.in_effect.latest and step.in_effect.latest <= edition.date
        for _, one in step.operations
    )


def claimed_from(
    published: tuple[PublishedEdition, ...], orders: Mapping[str, Order]
) -> datetime.date | None:
    """Answers: from which day on is it claimed that an order was carried out that is not held?

    A note stands in every later text too; what is claimed beside a text is claimed once, and
    the orders held do not give the texts from then on.
    """
    days = (
        edition.date
        for edition in published
        if any(note.file for note in unheld_notes(edition, orders))
    )
    return min(days, default=None)


def unheld_notes(edition: PublishedEdition, orders: Mapping[str, Order]) -> list[HistoryNote]:
    """Answers: which of its notes name orders whose effect is not held?"""
    held = {(order.number, order.adopted) for order in orders.values()}
    return [note for note in edition.notes if (note.number, note.adopted) not in held]


def _published_step(
    edition: PublishedEdition, before: PublishedEdition | None, orders: Mapping[str, Order]
) -> Step:
    """In effect on its day as the publisher says; since when, only the orders could tell.

    On the day of an earlier published edition that one was in effect, and its notes tell of
    orders that this one need not wait for. Where the publisher says that the text holds from
    that day on, the days before are those of the earlier edition.
    """
    told = {(note.number, note.adopted) for note in before.notes} if before else set()
    notes = unheld_notes(edition, orders)
    adopted = [note.adopted for note in notes if (note.number, note.adopted) not in told]
    since = before.date + datetime.timedelta(days=1) if before else edition.date
    earliest = min((day for day in adopted if day <= edition.date), default=since)
    earliest = max(earliest, since) if before else earliest
    found = stated_by_publisher(edition)
    if not edition.from_day:
        found = evolve(found, earliest=earliest)
    restated = Restate(target=Address(Kind.REGISTER), content=edition.content)
    # What was in effect by the end of that day stands in the text.
    standing = (edition.date, sys.maxsize, edition.base, 0)
    return Step(edition.base, 0, ((0, restated),), found, published=edition, standing=standing)


def stated_by_publisher(edition: PublishedEdition) -> InEffect:
    """Answers: from when is this text in effect, by its publisher's word alone?"""
    key = "from-day-by-publisher" if edition.from_day else "stated-by-publisher"
    ground = Ground(key, (("day", edition.date),))
    return InEffect(edition.date, edition.date, Certainty.PRESUMED, (ground,))


def _standing(order: Order, stage: int) -> tuple[datetime.date, int, str, int]:
    """On one day, the act adopted later prevails (Art. 12(3))."""
    digits = "".join(filter(str.isdigit, order.number)) or "0"
    return order.adopted, int(digits), order.id, stage


def _moment(step: Step) -> tuple[datetime.date, tuple[datetime.date, int, str, int]]:
    """By the day of effect, as far as it is known."""
    found = step.in_effect
    return found.latest or found.earliest or datetime.date.max, step.standing


def _rank(orders: Mapping[str, Order], step: Step) -> tuple[object, ...]:
    """The base order's own step first, then by the day of effect."""
    approves = orders[step.order].amends is None and not step.stage and not step.published
    never = step.fate is Fate.STILLBORN or step.in_effect.awaiting
    return not approves, never, *_moment(step)
