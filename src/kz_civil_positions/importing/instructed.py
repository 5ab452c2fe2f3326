"""What the order does to the register, by its own words."""

import re
from typing import Final

from kz_civil_positions.amending.tree import REGISTER
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.importing.brought import Task
from kz_civil_positions.importing.reading import Read
from kz_civil_positions.model import Content
from kz_civil_positions.operations import Instruction, Operation, Restate
from kz_civil_positions.orders import Order, OrderParagraph, OrderRole
from kz_civil_positions.sources.instructions import Instructed, Known, read_instructions

__all__ = ["approved", "instructed", "restates_register"]

# A base order approves its register: "… тізілімі бекітілсін", "утвердить прилагаемый реестр".
_APPROVES: Final = re.compile(r"(?<!\w)(?:бекітілсін|утвердить)(?!\w)", re.IGNORECASE)
_REGISTER: Final = re.compile(r"(?<!\w)(?:тізілім|тізбе|реестр|переч(?:ень|ня|ни))", re.IGNORECASE)
_BIDDING: Final = (OrderRole.POINT, OrderRole.SUBPOINT, OrderRole.CLAUSE)


def approved(read: Read, content: Content) -> tuple[Operation, ...]:
    """Answers: by which words does this base order bring its register?

    Args:
        read: the order's text.
        content: the register, under its permanent ids.

    Raises:
        DataError: when its words approve no register, or it brings none.
    """
    if not content.blocks:
        raise DataError([Problem(read.name, "operations", "importing.no-table")])
    found, point = None, None
    for one in read.draft.paragraphs:
        point = one.number or point
        if point and one.role in _BIDDING and _APPROVES.search(one.text):
            found = found or _instruction(one, point)
            if _REGISTER.search(one.text):
                found = _instruction(one, point)
                break
    if found is None:
        raise DataError([Problem(read.name, "operations", "importing.not-approved")])
    return (Restate(target=REGISTER, content=content, instruction=found),)


def _instruction(paragraph: OrderParagraph, point: str) -> Instruction:
    return Instruction(point, paragraph.text, paragraph.lines)


def instructed(read: Read, order: Order, task: Task, content: Content) -> Instructed:
    """Answers: what does this amending order bid, and what of it cannot be expressed?

    Args:
        read: the order's text.
        order: the order.
        task: the register that it amends, and which annex of it is meant.
        content: the register that the order itself brings, under its permanent ids.
    """
    register = task.register
    others = register.orders if register else ()
    known = Known(
        amends=order.amends,
        annex=task.request.annex,
        orders={one.id: one.rule for one in others if one.id != order.id},
        retired=frozenset(register.tombstones) if register else (),
        register=content if content.blocks else None,
    )
    return read_instructions(
        read.draft.stream,
        task.shelf.before(read.language, order.adopted),
        order=order.id,
        language=read.language,
        known=known,
    )


def restates_register(operations: tuple[Operation, ...]) -> bool:
    """Answers: does any of these bring a whole register?"""
    return any(isinstance(one, Restate) and isinstance(one.content, Content) for one in operations)
