"""Which order made each change, and by which instruction."""

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from attrs import evolve

from kz_civil_positions.amending.comparing import changed
from kz_civil_positions.amending.engine import Workbench
from kz_civil_positions.amending.tree import REGISTER
from kz_civil_positions.changes.alignment import align
from kz_civil_positions.changes.model import Basis, Change, ChangeKind, Lane
from kz_civil_positions.changes.reading import read
from kz_civil_positions.codes import Address
from kz_civil_positions.model import Content, Edition, Node
from kz_civil_positions.operations import WITHOUT_TEXT, Operation, Restate

if TYPE_CHECKING:
    from kz_civil_positions.history.register import Register
    from kz_civil_positions.history.timeline import Step

__all__ = ["with_instructions"]


def with_instructions(
    changes: Sequence[Change], register: "Register", old: Edition, new: Edition
) -> tuple[Change, ...]:
    """Answers: which order and which instruction made each of these changes?

    The steps between the two editions are carried out again, operation by operation, and
    what each changed is compared. A change that several made in turn is told of the last.

    A restatement says what a thing says from now on, not what changed in it: the order and
    the instruction are named all the same, but what changed inside of the thing that was
    restated is known by comparison only, and the basis says so.

    Args:
        changes: as ``diff`` gives them for the two editions.
        register: the register both belong to.
        old: the earlier edition.
        new: the later one.

    Returns:
        The same changes in the same order. Where the earlier edition does not come before
        the later one in the register's replay, or a change is one of our data, or its order
        is not known (a text taken from a publisher), nothing is added.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> edition = register.edition("2019")
        >>> with_instructions((), register, edition, edition)
        ()
    """
    steps = _steps_between(register, old, new)
    if not changes or not steps:
        return tuple(changes)
    makers = _Makers(old.text)
    for step in steps:
        makers.carry_out(step)
    return tuple(makers.told(change) for change in changes)


def _steps_between(register: "Register", old: Edition, new: Edition) -> "tuple[Step, ...]":
    """The steps that lead from the one to the other, those refused apart."""
    keys = [edition.key for edition in register.editions]
    if not {old.key, new.key} <= set(keys):
        return ()
    between = register.steps[keys.index(old.key) + 1 : keys.index(new.key) + 1]
    failed = register.replay.errors
    return tuple(step for step in between if step.name not in failed)


class _Maker(NamedTuple):
    """An operation, the order that bade it, and whether it says itself what changed."""

    order: str
    operation: Operation
    direct: bool


# A thing by the address it had in the first edition, or by a number of its own if it came later.
_Self: TypeAlias = Address | int


class _Makers:
    """What each operation changed, things told apart by what they were at first."""

    def __init__(self, content: Content) -> None:
        self._bench = Workbench(content)
        # What is called otherwise than in the first edition, or came later, by its name now.
        self._selves: dict[Address, _Self] = {}
        self._made: dict[tuple[ChangeKind, _Self], _Maker | None] = {}
        self._touched: dict[_Self, _Maker | None] = {}
        self._came = count()

    def carry_out(self, step: "Step") -> None:
        """Carries out a step and notes what each operation of it changed."""
        for _, operation in step.operations:
            before = self._bench.content
            if isinstance(operation, WITHOUT_TEXT) or before is None:
                continue
            self._bench.carry(operation)
            after = self._bench.content
            if after is not None and after is not before:
                maker = None if step.published else _Maker(step.order, operation, direct=True)
                self._note(maker, before, after)

    def told(self, change: Change) -> Change:
        """The change with the order and the instruction that made it, where they are known."""
        maker = None if change.lane is Lane.DATA else self._maker(change)
        if maker is None:
            return change
        instruction = maker.operation.instruction
        known = maker.direct and instruction is not None
        return evolve(
            change,
            basis=Basis.INSTRUCTION if known else Basis.COMPARISON,
            order=maker.order,
            instruction=instruction,
        )

    def _maker(self, change: Change) -> _Maker | None:
        this = self._first(change)
        if (change.kind, this) in self._made:
            return self._made[change.kind, this]
        # Several operations together made what none of them made alone.
        near = (change.new_node and change.new_node.address, change.new_place)
        far = (change.old_node and change.old_node.address, change.old_place)
        selves = [*(self._self(one) for one in near if one), *(one for one in far if one)]
        return next((self._touched[one] for one in selves if one in self._touched), None)

    def _first(self, change: Change) -> _Self:
        if change.old_node is not None:
            return change.old_node.address
        return self._self(change.new_node.address) if change.new_node else REGISTER

    def _self(self, address: Address) -> _Self:
        return self._selves.get(address, address)

    # ── one operation ────────────────────────────────────────────────────────────────

    def _note(self, maker: _Maker | None, before: Content, after: Content) -> None:
        found = align(before, after)
        was = dict(self._selves)
        self._selves.update((new, was.get(old, old)) for old, new in found.renamed())
        self._selves.update((new, next(self._came)) for new in found.came())
        for change in read(found):
            old, new = change.old_node, change.new_node
            if old is not None:
                this = was.get(old.address, old.address)
            else:
                this = self._self(new.address) if new else REGISTER
            self._made[change.kind, this] = _as_direct(maker, old, new)
        for address in changed(before, after):
            self._touched[self._self(address)] = _as_direct(maker, None, None)


def _as_direct(maker: _Maker | None, old: Node | None, new: Node | None) -> _Maker | None:
    """What is restated is told by the instruction; what changed below it, by the texts."""
    if maker is None or not isinstance(maker.operation, Restate):
        return maker
    target = maker.operation.target
    direct = target in {node.address for node in (old, new) if node is not None}
    return maker._replace(direct=direct)
