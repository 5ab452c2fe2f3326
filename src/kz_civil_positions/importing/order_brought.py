"""The text of an order: a new one, one that was known by name, or one that is held."""

from attrs import evolve

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.history.register import Register
from kz_civil_positions.importing.base import base_told, told_of, with_told
from kz_civil_positions.importing.brought import (
    Brought,
    Prepared,
    Task,
    bring,
    heard,
    known_texts,
    reported,
    with_page,
)
from kz_civil_positions.importing.folder import facts_folder, header_of, kept_in, order_folder
from kz_civil_positions.importing.instructed import approved, instructed, restates_register
from kz_civil_positions.importing.known import (
    Described,
    check_agrees,
    described,
    of_order,
    said_by,
)
from kz_civil_positions.importing.own_words import words_apart
from kz_civil_positions.importing.parallel_brought import Beside, check_language, parallel_brought
from kz_civil_positions.importing.previous import brings_register
from kz_civil_positions.importing.reading import Read
from kz_civil_positions.importing.result import Role
from kz_civil_positions.messages.dates import long_date
from kz_civil_positions.model import Content, Level
from kz_civil_positions.operations import Restate
from kz_civil_positions.orders import Order, Unexpressed
from kz_civil_positions.storage.folders import NewFolder
from kz_civil_positions.verification.payloads import payloads_of

__all__ = ["order_brought"]


def order_brought(read: Read, identity: str, task: Task) -> Prepared:
    """Answers: what comes of this order's text in that register?

    Args:
        read: the document.
        identity: the order's id.
        task: what it is brought to.

    Raises:
        DataError: when the text contradicts what is known, or lacks what an order must have.
        BadInputError: when the order cannot be of this register.
    """
    orders = task.register.orders if task.register else ()
    known = next((one for one in orders if one.id == identity), None)
    if known is not None:
        check_agrees(read, said_by(read), known)
        if brings_register(known) and read.language != known.language:
            beside = Beside(known.id, known.adopted, known, known.language)
            return parallel_brought(read, beside, task)
        if _is_held(known) and not task.request.replace:
            return _witness(read, known)
    check_language(read, known, task)
    found = described(read, identity, known, (one.issuer for one in orders))
    amends = known.amends if known else _amends(read, identity, task.register)
    fictional = found.order.fictional or bool(task.register and task.register.base.fictional)
    found = evolve(found, order=evolve(found.order, amends=amends, fictional=fictional))
    return _written(read, found, known, task)


def _is_held(order: Order) -> bool:
    return order.source is not None or bool(order.operations)


def _restated(order: Order) -> Content:
    """The register that an order brings; an empty one if it brings none."""
    for one in order.operations:
        if isinstance(one, Restate) and isinstance(one.content, Content):
            return one.content
    return Content(())


def _witness(read: Read, known: Order) -> Prepared:
    """A text that is held already: the document is a second witness, and nothing is written."""
    if read.language != known.language:
        facts = {"order": known.id, "held": known.language, "brought": read.language}
        raise BadInputError("importing.other-language", where=read.name, **facts)
    held = _restated(known)
    brought = heard(bring(read, (held,)), held, known.doubts)
    apart = words_apart(known, read)
    return Prepared(reported(brought, Role.WITNESS, known.id, facts=of_order(known), apart=apart))


def _amends(read: Read, identity: str, register: Register | None) -> str | None:
    """The order that a new order amends: one of this register, or else the register is new."""
    named = [one.id for one in read.draft.facts.amends if one.id != identity]
    if not named:
        if register is not None:
            facts = {"base": register.base.id}
            raise BadInputError("importing.second-base", where=read.name, **facts)
        return None
    if register is None:
        return named[0]
    held = {one.id for one in register.orders}
    found = [one for one in named if one in held]
    if not found:
        facts = {"named": ", ".join(named), "base": register.base.id}
        raise BadInputError("importing.amends-other", where=read.name, **facts)
    return register.base.id if register.base.id in found else found[0]


def _written(read: Read, found: Described, known: Order | None, task: Task) -> Prepared:
    order, held = found.order, known if known and _is_held(known) else None
    brought = _brought(read, order, held, task)
    content = brought.carried.content
    unexpressed: tuple[Unexpressed, ...] = ()
    if order.amends is None:
        operations = approved(read, content)
    else:
        bids = instructed(read, order, task, content)
        operations, unexpressed = bids.operations, bids.unexpressed
    if not restates_register(operations):
        content = Content(())
    order = evolve(order, operations=operations, unexpressed=unexpressed)
    kept = kept_in(task.root / order.id, known)
    stored, folder = order_folder(order, content, brought.doubts, read, kept)
    folder = with_page(folder, brought, task.request, order=stored)
    imported = reported(
        brought,
        _role(order, known, held),
        order.id,
        facts=of_order(stored),
        unknown=found.unknown,
        to_translate=found.to_translate,
        operations=len(operations),
        unexpressed=unexpressed,
    )
    if not restates_register(operations):  # rows that it brings are no register of their own
        levels = [one for one in imported.content.walk() if isinstance(one, Level)]
        left = 0 if any(payloads_of(order)) else len(levels)
        imported = evolve(imported, content=content, kept=0, weak=(), left=left)
    if restates_register(operations):
        stored = evolve(stored, doubts=brought.doubts)
    return Prepared(imported, (*_of_base(read, stored, task), folder), stored)


def _role(order: Order, known: Order | None, held: Order | None) -> Role:
    if held is not None:
        return Role.REPLACED
    if known is not None:
        return Role.SUPPLIED
    return Role.BASE if order.amends is None else Role.AMENDING


def _brought(read: Read, order: Order, held: Order | None, task: Task) -> Brought:
    known = known_texts(task, read.language, order.adopted)
    if held is None:
        return bring(read, known, task.shelf.used)
    old = _restated(held)
    return heard(bring(read, (old, *known), task.shelf.used), old, held.doubts)


def _of_base(read: Read, order: Order, task: Task) -> tuple[NewFolder, ...]:
    """The folder of the amended order, where this text is the first to tell something of it."""
    amended = next((one for one in read.draft.facts.amends if one.id == order.amends), None)
    if amended is None:
        return ()
    if task.register is None:
        base = base_told(read, order.id, amended)
        return (facts_folder(base, _told_header(base, order)),)
    base = task.register.order(amended.id)
    check_agrees(read, told_of(amended), base)
    told = with_told(base, read, order.id, amended)
    if told == base:
        return ()
    folder = task.root / base.id
    return (facts_folder(told, header_of(folder), kept_in(folder, None)),)


def _told_header(base: Order, order: Order) -> str:
    return (
        f"# Order {base.number} of {long_date(base.adopted, 'en')}, the base. Its text is not "
        f"held in any language; all that\n# is known of it is what order {order.number} says "
        "of it.\n"
    )
