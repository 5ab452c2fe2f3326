"""The engine that carries out what orders do to a register.

An order is carried out wholly or not at all. Each operation is checked before it acts
(its target, its words, its place), and held to what it declares after: whatever changed
outside of that is an error.
"""

from collections.abc import Container, Iterable
from functools import singledispatch
from itertools import pairwise
from operator import is_
from typing import Final, overload

from attrs import evolve

from kz_civil_positions.amending.comparing import Comparison, changed, removed
from kz_civil_positions.amending.refusals import OperationError, operation_name
from kz_civil_positions.amending.scope import Scope, declared
from kz_civil_positions.amending.tree import ABBREVIATIONS, KINDS, REGISTER, IndexedTree, over
from kz_civil_positions.amending.wording import Edit, at_end, beside, occurrences, reworded, without
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import (
    Content,
    Entry,
    Item,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    Section,
)
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Move,
    Operation,
    Payload,
    Place,
    Recommence,
    Relabel,
    Remove,
    RemoveWords,
    Repeal,
    Replace,
    ReplaceWords,
    Restate,
    RestatePoint,
    Suspend,
    Where,
    WordPlace,
)

__all__ = [
    "OperationError",
    "Workbench",
    "apply",
    "changed",
    "operation_name",
    "removed",
]

# What can be restated, and changed in its words, but neither removed nor moved.
_FIXED: Final = (Kind.REGISTER, Kind.ABBREVIATIONS)
# What an earlier order removed and this one may yet name: words, and in a restatement places.
_WORDS: Final = (Kind.ABBREVIATION,)
_PLACES: Final = (*_WORDS, Kind.BLOCK, Kind.SECTOR, Kind.LINK, Kind.LEVEL)


class Workbench(IndexedTree):
    """A register under amendment: order after order, at a cost that follows the change.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> bench = Workbench(Content((), (line,)))
        >>> bench.carry_out([ReplaceWords(target=line.address, old="мекеме", new="ұйым")])
        >>> bench.content.abbreviations[0].text
        'ММ – ұйым;'
    """

    def carry_out(
        self,
        operations: Iterable[Operation],
        *,
        order: str = "",
        retired: Container[Address] = (),
    ) -> None:
        """Carries out all operations of an order, or none.

        Args:
            operations: what the order does, in its sequence.
            order: its id, for messages.
            retired: addresses of what earlier orders removed, which may not come back.

        Raises:
            OperationError: at the first operation whose preconditions are not met; the
                register and its index are then the same as before.
        """
        start = self.content
        with self.all_or_nothing():
            for operation in operations:
                self.carry(operation, order=order, retired=retired)
            self._check_order(start, order)

    def carry(
        self, operation: Operation, *, order: str = "", retired: Container[Address] = ()
    ) -> None:
        """Carries out one operation of an order; the order's codes are not checked yet.

        Args:
            operation: what is done.
            order: as for ``carry_out``.
            retired: as for ``carry_out``.

        Raises:
            OperationError: when its preconditions are not met; nothing is changed then.
        """
        try:
            with self.all_or_nothing():
                self._carry(operation, retired)
        except OperationError as error:
            error.order = error.order or order
            error.point = operation.instruction.point if operation.instruction else ""
            error.operation = operation_name(operation)
            error.target = error.target or getattr(operation, "target", None)
            raise

    def _carry(self, operation: Operation, retired: Container[Address]) -> None:
        if self.content is None and not _needs_no_text(operation):
            raise OperationError("text-not-held-for-operation")
        before, scope = self.content, declared(self, operation)
        _check_retired(self, operation, scope, retired)
        _perform(operation, self)
        if before is None or self.content is None:
            return
        strays = scope.strays(Comparison(before, self.content, scope.moved).found)
        if strays:
            raise OperationError("changed-outside-scope", found=", ".join(map(str, strays)))

    def _check_order(self, start: Content | None, order: str) -> None:
        if self.content is None:
            return
        touched = self.nodes if start is None else changed(start, self.content)
        for address in sorted(touched):
            node = self.nodes.get(address)
            codes = [c.code for c in node.children] if isinstance(node, Link | Section) else []
            if any(later <= earlier for earlier, later in pairwise(codes)):
                found = ", ".join(map(str, codes))
                raise OperationError(
                    "order-breaks-structure", order=order, target=address, found=found
                )


@overload
def apply(
    content: Content,
    operations: Iterable[Operation],
    *,
    order: str = "",
    retired: Container[Address] = (),
) -> Content: ...
@overload
def apply(
    content: None,
    operations: Iterable[Operation],
    *,
    order: str = "",
    retired: Container[Address] = (),
) -> Content | None: ...
def apply(
    content: Content | None,
    operations: Iterable[Operation],
    *,
    order: str = "",
    retired: Container[Address] = (),
) -> Content | None:
    """Answers: what does the register say after these operations?

    Repeal, suspension, and changes to an order not yet in effect change no text; the
    history of the register sees to them. For many orders in a row a ``Workbench`` is
    quicker, since its index is made once.

    Args:
        content: the register; None when its text is not held: it can then be restated
            whole, and nothing else can be done to its text.
        operations: what an order does, in its sequence.
        order: its id, for messages.
        retired: addresses of what earlier orders removed, which may not come back.

    Returns:
        The new register, in which all that did not change is the same object; None when
        its text was not held and is not restated.

    Raises:
        OperationError: at the first operation whose preconditions are not met.

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> apply(Content((), (line,)), [Remove(target=line.address)], order="2019-920")
        Content(blocks=(), abbreviations=())
    """
    bench = Workbench(content)
    bench.carry_out(operations, order=order, retired=retired)
    return bench.content


def _needs_no_text(operation: Operation) -> bool:
    match operation:
        case Restate(target=target) | Suspend(target=target):
            return target == REGISTER
        case _:
            return isinstance(operation, Repeal | RestatePoint | Recommence)


def _check_retired(
    tree: IndexedTree, operation: Operation, scope: Scope, retired: Container[Address]
) -> None:
    """Refuses what was removed: its id and its code stay citable and are not used again.

    A restatement lays its places out anew, so it may use an old code, but no old id. An
    abbreviation is a word of the language and not a number: it may come back.
    """
    if not isinstance(operation, Insert | Replace | Relabel | Restate):
        return
    free = _PLACES if isinstance(operation, Restate) else _WORDS
    comes = (one for one in scope.within if one.kind not in free and one not in tree.nodes)
    barred = sorted(one for one in comes if one in retired)
    if barred:
        raise OperationError("id-retired", target=barred[0], found=", ".join(map(str, barred)))


@singledispatch
def _perform(operation: Operation, bench: IndexedTree) -> None:
    """Does what the operation says; those that change no text have nothing to do here."""


@_perform.register(Suspend)
def _suspend(operation: Suspend, bench: IndexedTree) -> None:
    if bench.content is not None:
        bench.standing(operation.target)


@_perform.register(Restate)
def _restate(operation: Restate, bench: IndexedTree) -> None:
    target, content = operation.target, operation.content
    if isinstance(content, tuple) != (target == ABBREVIATIONS):
        raise OperationError("kind-does-not-fit", target=target, found=_kind(content))
    if isinstance(content, tuple):
        _restate_list(bench, tuple(_sharing(bench, line) for line in content))
        return
    if _kind(content) is not target.kind:
        raise OperationError("kind-does-not-fit", target=target, found=_kind(content))
    if content.address != target:
        raise OperationError("address-changes", target=target, found=content.address)
    if isinstance(content, Content) and bench.content is None:
        bench.plant(content)
        return
    bench.put(target, _sharing(bench, content))


def _restate_list(bench: IndexedTree, lines: tuple[Node, ...]) -> None:
    old = bench.standing(ABBREVIATIONS)
    if len(old) == len(lines) and all(map(is_, old, lines)):
        return
    for line in old:
        bench.take_out(line.address)
    for line in lines:
        bench.insert(*bench.spot(Place(Where.LAST, ABBREVIATIONS), line.address.kind), line)


@_perform.register(Insert)
def _insert(operation: Insert, bench: IndexedTree) -> None:
    element = operation.content
    bench.insert(*bench.spot(operation.place, _kind(element)), element)


@_perform.register(Remove)
def _remove(operation: Remove, bench: IndexedTree) -> None:
    _check_loose(operation.target)
    bench.take_out(operation.target)


@_perform.register(Replace)
def _replace(operation: Replace, bench: IndexedTree) -> None:
    target, element = operation.target, operation.content
    _check_loose(target)
    if _kind(element) is not target.kind:
        raise OperationError("kind-does-not-fit", target=target, found=_kind(element))
    if element.address == target:
        raise OperationError("address-kept", target=target, found=element.address)
    bench.put(target, element)


@_perform.register(ReplaceWords)
def _replace_words(operation: ReplaceWords, bench: IndexedTree) -> None:
    old, new = operation.old, operation.new
    if not new:
        raise OperationError("words-unclear", target=operation.target)
    _reword(bench, operation, old, lambda text: text.replace(old, new))


@_perform.register(InsertWords)
def _insert_words(operation: InsertWords, bench: IndexedTree) -> None:
    anchor, words, where = operation.anchor, operation.words, operation.where
    if not words or bool(anchor) == (where is WordPlace.END):
        raise OperationError("words-unclear", target=operation.target)
    if where is WordPlace.END:
        _add_at_end(bench, operation)
        return
    both = beside(anchor, words, before=where is WordPlace.BEFORE)
    _reword(bench, operation, anchor, lambda text: text.replace(anchor, both))


@_perform.register(RemoveWords)
def _remove_words(operation: RemoveWords, bench: IndexedTree) -> None:
    words = operation.words
    _reword(bench, operation, words, lambda text: without(text, words))


@_perform.register(Move)
def _move(operation: Move, bench: IndexedTree) -> None:
    target, place = operation.target, operation.place
    _check_loose(target)
    node = bench.find(target)
    parent, position = bench.spot(place, target.kind)
    if target in bench.line(place.anchor):
        raise OperationError("place-within-target", target=target, found=place.anchor)
    around = bench.find(parent).children[max(position - 1, 0) : position + 1]
    if any(neighbour is node for neighbour in around):
        return
    bench.take_out(target)
    bench.insert(*bench.spot(place, target.kind), node)


@_perform.register(Relabel)
def _relabel(operation: Relabel, bench: IndexedTree) -> None:
    target, code = operation.target, operation.code
    node = _recoded(bench.find(target), code)
    if node.address == target:
        raise OperationError("address-kept", target=target, found=target)
    if not isinstance(node, Link | Level):
        raise OperationError("kind-does-not-fit", target=target, found=target.kind)
    bench.put(target, evolve(node, label=_new_label(operation, node.label)))


def _kind(payload: Payload) -> Kind:
    return Kind.ABBREVIATIONS if isinstance(payload, tuple) else KINDS[type(payload)]


def _check_loose(target: Address) -> None:
    if target.kind in _FIXED:
        raise OperationError("kind-does-not-fit", target=target, found=target.kind)


def _sharing(bench: IndexedTree, node: Node) -> Node:
    """The node, built of the register's own objects wherever they say the same."""
    children = tuple(_sharing(bench, child) for child in node.children)
    there = bench.nodes.get(node.address)
    if there is not None and there == over(node, children):
        return there
    return over(node, children)


def _reword(
    bench: IndexedTree,
    operation: ReplaceWords | InsertWords | RemoveWords,
    words: str,
    edit: Edit,
) -> None:
    target, count = operation.target, operation.count
    if not words or count < 1:
        raise OperationError("words-unclear", target=target)
    roots = bench.standing(target)
    found = sum(occurrences(root, words) for root in roots)
    if found != count:
        raise OperationError("words-count", target=target, found=found, words=words, count=count)
    for root in roots:
        bench.put(root.address, reworded(root, edit))


def _add_at_end(bench: IndexedTree, operation: InsertWords) -> None:
    node, words = bench.find(operation.target), operation.words
    if not isinstance(node, Item | Entry) or node.children:
        raise OperationError("no-one-end", target=operation.target, found=operation.target.kind)
    bench.put(operation.target, reworded(node, lambda text: at_end(text, words)))


def _recoded(node: Node, code: Code) -> Node:
    """The node under another code; the codes of a link's levels follow it."""
    match node:
        case Link(levels=levels):
            moved = (evolve(level, code=evolve(code, level=level.code.level)) for level in levels)
            return evolve(node, code=code, levels=tuple(moved))
        case Level():
            return evolve(node, code=code)
        case _:
            return node


def _new_label(operation: Relabel, old: Label) -> Label:
    if operation.label is not None:
        lines = operation.instruction.lines if operation.instruction else None
        return Label(LabelState.PRINTED, operation.label, lines)
    none = old.state is LabelState.NONE
    return old if none else Label(LabelState.INFERRED)
