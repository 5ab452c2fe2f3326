"""From a registers folder to orders: everything checked at this edge, all errors at once."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from attrs import evolve, frozen

from kz_civil_positions.amending.engine import operation_name
from kz_civil_positions.annotations import Annotations
from kz_civil_positions.errors import BadInputError, DataError, Problem
from kz_civil_positions.history.register import Register
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.repairs import Repair, Repairs
from kz_civil_positions.storage.in_folder import (
    ANNOTATIONS_FILE,
    EDITION_FILE,
    ORDER_FILE,
    PARALLEL_FILE,
    REGISTER_FILE,
    RegisterFile,
    brought_file,
    outside,
    own,
    stands_in,
)
from kz_civil_positions.storage.limits import MAX_ORDERS
from kz_civil_positions.storage.load_texts import load_parallel, load_published
from kz_civil_positions.storage.relations import (
    Place,
    by_adoption,
    dotted,
    order_faults,
    relation_problems,
)
from kz_civil_positions.storage.steady import steadily
from kz_civil_positions.storage.structured import structure, told
from kz_civil_positions.storage.yaml import LineFinder, read_yaml

__all__ = [
    "ANNOTATIONS_FILE",
    "EDITION_FILE",
    "ORDER_FILE",
    "PARALLEL_FILE",
    "REGISTER_FILE",
    "RegisterFile",
    "load_annotations",
    "load_orders",
    "load_parallel",
    "load_published",
    "load_readings",
    "load_register",
    "load_repairs",
    "structure",
]

T = TypeVar("T")


def load_register(root: Path) -> Register:
    """Answers: what register does this folder hold, with all its editions?

    Args:
        root: a folder with one folder an order.

    Returns:
        The register, every order carried out once, so that none can fail later.

    Raises:
        BadInputError: when the folder holds no order.
        DataError: with every problem found in any file, or in carrying out any order; or when
            the folder is past a limit, or kept changing while it was read.
    """
    return steadily(root, lambda: _load_register(root))


def _load_register(root: Path) -> Register:
    orders = load_orders(root)
    published = load_published(root, orders)
    register = Register(orders, published, load_parallel(root, orders, published))
    problems = list(_failures(register, root))
    if problems:
        raise DataError(problems)
    return register


def _failures(register: Register, root: Path) -> Iterator[Problem]:
    """Orders that cannot be carried out on the text that is held."""
    for step in register.steps:
        error = register.replay.errors.get(step.name)
        if error:
            index = next(
                (
                    i
                    for i, one in step.operations
                    if operation_name(one) == error.operation
                    and getattr(one, "target", error.target) == error.target
                ),
                0,
            )
            where = LineFinder(root / step.order / ORDER_FILE).where(("operations", index))
            facts = {**error.facts, "target": error.target or "–", "found": error.found or "–"}
            path = f"operations[{index}]"
            yield Problem(where, path, f"operations.{error.key}", tuple(facts.items()))


def load_orders(root: Path) -> tuple[Order, ...]:
    """Answers: which orders does this registers folder hold?

    Args:
        root: a folder with one folder an order.

    Returns:
        The orders, by the day they were adopted.

    Raises:
        BadInputError: when the folder holds no order.
        DataError: with every problem found in any of its files.
    """
    folders = sorted(path.parent for path in root.glob(f"*/{ORDER_FILE}"))
    if not folders:
        raise BadInputError("no-orders", where=str(root), path=str(root))
    orders: list[Order] = []
    problems = list(_misnamed(root, folders))
    for folder in folders if not problems else ():
        try:
            orders.append(_load_order(folder))
        except DataError as error:
            problems += error.problems
    if not problems:
        problems += relation_problems(tuple(orders), _places_in(root))
    if problems:
        raise DataError(problems)
    return by_adoption(orders)


def _places_in(root: Path) -> Place:
    """A file is read for its lines once, and only when there is something to report."""
    finder = cache(lambda order: LineFinder(root / order / ORDER_FILE))

    def place(order: str, path: tuple[str | int, ...]) -> tuple[str, str]:
        return (finder(order).where(path), dotted(path)) if order else (str(root), "")

    return place


def _misnamed(root: Path, folders: list[Path]) -> Iterator[Problem]:
    """Folders too many, that stand elsewhere, or that some system takes for one another."""
    if len(folders) > MAX_ORDERS:
        yield Problem(str(root), "", "too-many-orders", (("most", MAX_ORDERS),))
        return
    seen: dict[str, str] = {}
    for folder in folders:
        if not stands_in(root, folder.name):
            yield Problem(str(folder), "", "link-out-of-folder")
        same = seen.setdefault(normalize("NFC", folder.name).casefold(), folder.name)
        if same != folder.name:
            yield Problem(str(folder), "", "names-collide", (("names", f"{same}, {folder.name}"),))


def load_repairs(folder: Path, order: Order) -> Repairs:
    """Answers: which repairs were made to the text of this order?

    Raises:
        DataError: when they cannot be read.
    """
    if order.repairs is None:
        raise BadInputError("no-repairs", where=str(folder), order=order.id)
    file = folder / order.repairs.file
    return structure(read_yaml(file), Repairs, order.id, file)


@frozen
class _Readings:
    """A file of repairs of which only the readings by hand are asked for."""

    by_hand: tuple[Repair, ...] = ()


def load_readings(file: Path, order: str) -> tuple[Repair, ...]:
    """Answers: which readings by hand does this file record?

    Args:
        file: a file as ``repairs.yaml``; of it only ``by_hand`` is read.
        order: the order whose text they are about.

    Raises:
        DataError: when they cannot be read.
    """
    data = read_yaml(file)
    recorded = {"by_hand": data.get("by_hand")} if isinstance(data, dict) else data
    return structure(recorded, _Readings, order, file).by_hand


def _load_order(folder: Path) -> Order:
    file = own(folder, ORDER_FILE)
    data = read_yaml(file)
    problems: list[Problem] = []
    brought = None
    try:
        brought = brought_file(folder, data, folder.name)
    except DataError as error:
        problems += error.problems
    try:
        order = structure(data, Order, folder.name, file)
    except DataError as error:
        raise DataError((*problems, *error.problems)) from None
    problems += _misfits(order, folder, file)
    if problems:
        raise DataError(problems)
    if brought is None:
        return order
    notes = load_annotations(folder)
    return evolve(order, doubts=brought.doubts, faults=brought.faults, annotations=notes)


def load_annotations(folder: Path) -> Annotations | None:
    """Answers: what is said beside the text that this folder's order brings?

    Raises:
        DataError: when the file cannot be read or is of another order.
    """
    if not (folder / ANNOTATIONS_FILE).is_file():
        return None
    file = own(folder, ANNOTATIONS_FILE)
    notes = structure(read_yaml(file), Annotations, folder.name, file)
    if notes.order != folder.name:
        facts = (("found", notes.order), ("expected", folder.name))
        where = LineFinder(file).where(("order",))
        raise DataError([Problem(where, "order", "other-order", facts)])
    return notes


def _misfits(order: Order, folder: Path, file: Path) -> Iterator[Problem]:
    """What each field allows alone, but not together."""
    if order.id != folder.name:
        found = (("found", order.id), ("expected", folder.name))
        yield Problem(LineFinder(file).where(("id",)), "id", "other-order", found)
    for path, key, facts in order_faults(order):
        yield Problem(LineFinder(file).where(path), dotted(path), key, told(facts))
    yield from outside(order, folder, file)
