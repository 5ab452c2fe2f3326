"""Operations found by reckoning: what undoes one, and what leads from one text to another."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from kz_civil_positions.amending.comparing import own_fields
from kz_civil_positions.amending.engine import OperationError, Workbench
from kz_civil_positions.amending.tree import ABBREVIATIONS, REGISTER, over, subtree
from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.model import (
    Content,
    Entry,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    Section,
)
from kz_civil_positions.operations import (
    Element,
    Insert,
    InsertWords,
    Move,
    Operation,
    Place,
    Relabel,
    Remove,
    RemoveWords,
    Replace,
    ReplaceWords,
    Restate,
    Where,
)

__all__ = ["invert", "invert_all", "operations_between"]


def invert(before: Content, operation: Operation) -> tuple[Operation, ...]:
    """Answers: what undoes this operation, once it has been carried out?

    Args:
        before: the register before the operation.
        operation: any operation; one that changes no text needs no undoing.

    Returns:
        Operations that bear no instruction.

    Raises:
        OperationError: when the operation's target is not there.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> [undo] = invert(Content((), (line,)), Remove(target=line.address))
        >>> str(undo.place.where), undo.content.text
        ('first', 'ММ – мекеме;')
    """
    return _undoing(Workbench(before), operation)


def invert_all(before: Content, operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """Answers: what undoes these operations, once all have been carried out?

    Args:
        before: the register before the first of them.
        operations: in the sequence in which they are carried out.

    Returns:
        Operations that bear no instruction, the last undone first.

    Raises:
        OperationError: when one of the operations cannot be carried out.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> register = Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),))
        >>> invert_all(register, [Remove(target=register.abbreviations[0].address)])[0].place.where
        <Where.FIRST: 'first'>
    """
    bench = Workbench(before)
    undoing: list[tuple[Operation, ...]] = []
    for operation in operations:
        undoing.append(_undoing(bench, operation))
        bench.carry(operation)
    return tuple(undo for group in reversed(undoing) for undo in group)


def operations_between(before: Content, after: Content) -> tuple[Operation, ...]:
    """Answers: which operations make the later register of the earlier one?

    They are found by permanent id, never by likeness: what has the same id was moved or
    reworded, everything else came or went. A link or level counts as relabelled when it
    holds the same entries under another code.

    Args:
        before: the earlier register.
        after: the later one.

    Returns:
        Operations that bear no instruction: none for equal registers, one for one change.

    Raises:
        OperationError: when one of the two names a thing twice, or has codes that do not
            fit their places or do not ascend.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> register = Content((), (Abbreviation("ММ", "мекеме", "ММ – мекеме;"),))
        >>> [operation] = operations_between(register, Content(()))
        >>> str(operation.target)
        'abbreviation:ММ'
    """
    whole = Restate(target=REGISTER, content=after)
    goal = Workbench()
    goal.carry_out([whole])
    if before == after:
        return ()
    found = _Way(before, goal).found()
    return found if found is not None else (whole,)


def _undoing(bench: Workbench, operation: Operation) -> tuple[Operation, ...]:
    undo: Operation
    match operation:
        case Restate() | ReplaceWords() | InsertWords() | RemoveWords():
            undo = _wording_back(bench, operation.target)
        case Insert(content=element):
            undo = Remove(target=element.address)
        case Remove(target=target):
            back = _element(bench.find(target))
            undo = Insert(place=bench.place_of(target), content=back)
        case Replace(target=target, content=element):
            undo = Replace(target=element.address, content=_element(bench.find(target)))
        case Move(target=target):
            undo = Move(target=target, place=bench.place_of(target))
        case Relabel():
            return _relabelling_back(bench, operation)
        case _:
            return ()
    return (undo,)


def _wording_back(bench: Workbench, target: Address) -> Restate:
    if target == ABBREVIATIONS and bench.content is not None:
        return Restate(target=target, content=bench.content.abbreviations)
    return Restate(target=target, content=bench.find(target))


def _element(node: Node) -> Element:
    if isinstance(node, Content):
        raise OperationError("kind-does-not-fit", target=REGISTER, found=REGISTER)
    return node


def _relabelling_back(bench: Workbench, operation: Relabel) -> tuple[Operation, ...]:
    node = bench.find(operation.target)
    if not isinstance(node, Link | Level):
        return ()
    target = Address(operation.target.kind, str(operation.code))
    back = Relabel(target=target, code=node.code, label=node.label.text)
    if node.label in (Label(LabelState.PRINTED, node.label.text), Label(LabelState.INFERRED)):
        return (back,)
    return (back, Restate(target=operation.target, content=node))


class _Way:
    """The operations that lead from one register to another, each carried out as it is found."""

    def __init__(self, before: Content, goal: Workbench) -> None:
        self._bench = Workbench(before)
        self._goal = goal
        self._operations: list[Operation] = []

    def found(self) -> tuple[Operation, ...] | None:
        """The operations, or None should they not lead to the goal."""
        goal = self._goal.find(REGISTER)
        self._relabel(goal, Section)
        self._relabel(goal, Link)
        self._bring(goal)
        self._clear()
        return tuple(self._operations) if self._bench.content == goal else None

    def _do(self, operation: Operation) -> None:
        self._bench.carry(operation)
        self._operations.append(operation)

    def _relabel(self, goal: Node, holders: type[Section | Link]) -> None:
        """Gives links, or levels, their new codes where they hold the same entries as before."""
        for holder in subtree(goal):
            there = self._bench.nodes.get(holder.address)
            if not isinstance(holder, holders) or there is None:
                continue
            left = {_entries(node): node for node in there.children}
            for new in holder.children:
                old = left.get(_entries(new))
                if old and _entries(new) and self._can_become(old, new):
                    self._do(Relabel(target=old.address, code=new.code, label=new.label.text))

    def _can_become(self, old: Node, new: Node) -> bool:
        return old.address not in self._goal.nodes and new.address not in self._bench.nodes

    def _bring(self, goal: Node) -> None:
        """Makes what stands at an address what it shall be, and all below it."""
        there = self._bench.find(goal.address)
        if there is goal or there == goal:
            return
        if own_fields(there) != own_fields(goal):
            self._do(Restate(target=goal.address, content=over(goal, there.children)))
        for kind in dict.fromkeys(child.address.kind for child in goal.children):
            self._arrange(goal.address, kind)
        for child in goal.children:
            self._bring(child)

    def _arrange(self, parent: Address, kind: Kind) -> None:
        """Brings children of one kind into their container and their order."""
        wanted = [child for child in self._goal.find(parent).children if child.address.kind is kind]
        have = {child.address: n for n, child in enumerate(self._bench.find(parent).children)}
        known = [child.address for child in wanted if child.address in have]
        staying = {known[n] for n in _longest_rise([have[address] for address in known])}
        container = ABBREVIATIONS if kind is Kind.ABBREVIATION else parent
        place = Place(Where.FIRST, container)
        for child in wanted:
            address = child.address
            if address in self._bench.nodes and address not in staying:
                self._do(Move(target=address, place=place))
            elif address not in self._bench.nodes:
                self._do(Insert(place=place, content=_element(self._new_part(child))))
            place = Place(Where.AFTER, address)

    def _new_part(self, node: Node) -> Node:
        """The node without what already stands elsewhere and will be moved into it."""
        new = (child for child in node.children if child.address not in self._bench.nodes)
        return over(node, tuple(self._new_part(child) for child in new))

    def _clear(self) -> None:
        """Removes what the goal does not have; all that it has stands in its place by now."""
        goal, parents = self._goal.nodes, self._bench.parents
        there = [node.address for node in subtree(self._bench.find(REGISTER))]
        gone = [one for one in there if one not in goal and parents[one] in goal]
        for address in gone:
            self._do(Remove(target=address))


def _entries(node: Node) -> tuple[str, ...]:
    return tuple(below.id for below in subtree(node) if isinstance(below, Entry))


def _longest_rise(numbers: Sequence[int]) -> list[int]:
    """Answers: at which positions stands a longest rising row of these different numbers?"""
    ends: list[int] = []
    rows: list[list[int]] = []
    for position, number in enumerate(numbers):
        length = bisect_left(ends, number)
        row = [*(rows[length - 1] if length else ()), position]
        ends[length : length + 1] = [number]
        rows[length : length + 1] = [row]
    return rows[-1] if rows else []
