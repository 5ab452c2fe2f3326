"""What an order brings in parts, rows and lines and not a whole register: is it as printed?"""

from collections.abc import Iterator

from attrs import frozen

from kz_civil_positions.amending.tree import subtree
from kz_civil_positions.model import Abbreviation, Content, Entry, Item, Node
from kz_civil_positions.operations import Operation, RestatePoint
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.draft import Draft
from kz_civil_positions.verification.case import Case, letters_of
from kz_civil_positions.verification.verdict import Check, problem

__all__ = ["Payload", "payloads", "payloads_of"]


@frozen
class Payload:
    """A thing that an operation brings.

    Attributes:
        node: the thing.
        operation: the number of the operation.
    """

    node: Node
    operation: int


def payloads_of(order: Order) -> Iterator[Payload]:
    """Answers: what do the operations of this order bring, whole registers apart?"""
    for index, operation in enumerate(order.operations):
        for node in _brought(operation):
            yield Payload(node, index)


def _brought(operation: Operation) -> Iterator[Node]:
    if isinstance(operation, RestatePoint):
        for inner in operation.operations:
            yield from _brought(inner)
    content = getattr(operation, "content", None)
    if content is None or isinstance(content, Content):
        return
    for node in content if isinstance(content, tuple) else (content,):
        yield from subtree(node)


def payloads(case: Case, draft: Draft) -> Check:
    """Answers: do the words that operations bring stand in the source, at the lines given?"""
    read: dict[int, str] = {}
    for use in draft.uses:
        read[use.line] = read.get(use.line, "") + letters_of(use.text)
    count, failures = 0, []
    for payload in payloads_of(case.order):
        node = payload.node
        if not isinstance(node, Entry | Item | Abbreviation):
            continue
        count += 1
        where = case.files.order("operations", payload.operation, "content")
        if node.lines is None:
            failures.append(problem(where, str(node.address), "brought-without-lines"))
            continue
        there = "".join(
            read.get(number, "") for number in range(node.lines.first, node.lines.last + 1)
        )
        if letters_of(node.text) not in there:
            facts = {"text": node.text, "lines": node.lines}
            failures.append(problem(where, str(node.address), "brought-not-there", **facts))
    return Check.of("brought", case.name, count, failures)
