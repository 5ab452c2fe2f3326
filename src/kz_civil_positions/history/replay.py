"""Orders carried out one after another: what the register says after each of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define, evolve, field

from kz_civil_positions.amending.engine import OperationError, Workbench, removed
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.history.timeline import Outcome, OutcomeState, Step
from kz_civil_positions.model import (
    Content,
    Doubt,
    Edition,
    Entry,
    Item,
    PrintedFault,
)
from kz_civil_positions.operations import WITHOUT_TEXT, Operation, Relabel, Replace, Restate
from kz_civil_positions.orders import Order, PublishedEdition
from kz_civil_positions.things import frozen

__all__ = ["Replay", "Tombstone"]

_NOT_HELD: Final = "history.text-not-held"
_NEEDS_TEXT: Final = "text-not-held-for-operation"
_FAILED: Final = "history.order-failed"


@frozen
class Tombstone:
    """A thing that was removed: its id or code stays citable and is not used again.

    Attributes:
        address: what it was.
        order: the order that removed it, or the published edition that no longer has it.
        text: what it said last.
    """

    address: Address
    order: str
    text: str


@define
class Replay:
    """A sequence of steps carried out on nothing, step after step.

    Attributes:
        orders: the orders by id.
        editions: after each step, what the register says.
        outcomes: how each operation ended.
        errors: what failed, by the step's name.
        tombstones: what was removed on the way.
    """

    orders: Mapping[str, Order]
    editions: list[Edition] = field(factory=list)
    outcomes: list[Outcome] = field(factory=list)
    errors: dict[str, OperationError] = field(factory=dict)
    tombstones: dict[Address, Tombstone] = field(factory=dict)
    _bench: Workbench | None = None

    def run(self, steps: Sequence[Step]) -> "Replay":
        """Carry out these steps, after those carried out before."""
        for step in steps:
            self._carry_out(step)
        return self

    @property
    def last(self) -> Edition | None:
        """What the register says after the last step; None before the first."""
        return self.editions[-1] if self.editions else None

    def _carry_out(self, step: Step) -> None:
        brought = step.published or self.orders[step.order]
        before = self._bench.content if self._bench else None
        refusal = self._work(step)
        after = self._bench.content if self._bench else None
        for index, operation in () if step.published else step.operations:
            acts = refusal is None or isinstance(operation, WITHOUT_TEXT)
            state = OutcomeState.APPLIED if acts else OutcomeState.REFUSED
            self.outcomes.append(Outcome(step.order, index, state, None if acts else refusal))
        if before is not None and after is not None:
            self._bury(step, before, after)
        self.editions.append(self._edition(step, brought, after, refused=refusal is not None))

    def _work(self, step: Step) -> str | None:
        """Apply the step whole or not at all; the key of the reason when it is refused."""
        operations = [operation for _, operation in step.operations]
        if all(isinstance(one, WITHOUT_TEXT) for one in operations):
            return None
        bench = self._bench or Workbench(None)
        try:
            bench.carry_out(operations, order=step.order, retired=self.tombstones)
        except OperationError as error:
            if error.key == _NEEDS_TEXT:
                return _NOT_HELD
            self.errors[step.name] = error
            return _FAILED
        self._bench = bench
        return None

    def _bury(self, step: Step, before: Content, after: Content) -> None:
        if before is after:
            return
        operations = [operation for _, operation in step.operations]
        vacated = [one.target for one in operations if isinstance(one, Relabel)]
        for node in removed(before, after):
            if not any(_renumbered(node.address, old) for old in vacated):
                by = step.name if step.published else step.order
                stone = Tombstone(node.address, by, getattr(node, "text", ""))
                self.tombstones.setdefault(node.address, stone)

    def _edition(
        self,
        step: Step,
        brought: Order | PublishedEdition,
        content: Content | None,
        *,
        refused: bool,
    ) -> Edition:
        last = self.last
        operations = [operation for _, operation in step.operations]
        doubts = () if last is None else last.doubts
        faults = () if last is None else last.faults
        if content is not None and not refused and self._bench is not None:
            doubts = (*_surviving_doubts(doubts, operations, self._bench), *brought.doubts)
            faults = (*_surviving_faults(faults, self._bench), *brought.faults)
        return Edition(step.name, step.order, brought.language, content, doubts, faults)


def _renumbered(address: Address, old: Address) -> bool:
    """A number left by relabelling is not excluded by anyone: it may be given again."""
    places = (Kind.LINK, Kind.LEVEL)
    return address.kind in places and old.code.covers(address.code)


def _surviving_doubts(
    doubts: Sequence[Doubt], operations: Sequence[Operation], bench: Workbench
) -> Iterator[Doubt]:
    """A doubt about a reading ends with the words it was about."""
    new = [one.target for one in operations if isinstance(one, Restate | Replace | Relabel)]
    if any(target.kind is Kind.REGISTER for target in new):
        return
    for doubt in doubts:
        about = tuple(one for one in doubt.about if _still_read(one, new, bench))
        if about or not doubt.about:
            yield doubt if about == doubt.about else evolve(doubt, about=about)


def _still_read(address: Address, new: Sequence[Address], bench: Workbench) -> bool:
    if address not in bench.nodes:
        return False
    line: list[Address] = [address]
    while line[-1] in bench.parents:
        line.append(bench.parents[line[-1]])
    return not any(target in line for target in new)


def _surviving_faults(faults: Sequence[PrintedFault], bench: Workbench) -> Iterator[PrintedFault]:
    for fault in faults:
        node = bench.nodes.get(fault.about)
        if isinstance(node, Entry | Item) and fault.words in node.text:
            yield fault
