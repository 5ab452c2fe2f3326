"""A whole register as one JSON document, orders and all, and back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import frozen

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.exports.plain import json_converter, read_json, structured
from kz_civil_positions.history.register import Register
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.storage.limits import MAX_ORDERS
from kz_civil_positions.storage.relations import (
    by_adoption,
    dotted,
    id_of_two,
    is_file_name,
    order_faults,
    relation_problems,
)

__all__ = ["REGISTER_FORMAT", "RegisterForm", "read_register", "register_document"]

Json = dict[str, Any]
T = TypeVar("T", Order, PublishedEdition, ParallelText)

# Counted up when documents of the form before could no longer be read.
REGISTER_FORMAT: Final = 1


@frozen
class RegisterForm:
    """A whole register as ``kz-civil-positions export --all`` gives it.

    Attributes:
        format: the number of this form.
        orders: as in ``order.yaml``, with the texts they bring and what is said beside them.
        published: as in ``edition.yaml``, with what they say.
        parallel: as in ``parallel.yaml``, with what they say.
    """

    format: int
    orders: tuple[Order, ...]
    published: tuple[PublishedEdition, ...]
    parallel: tuple[ParallelText, ...] = ()


def register_document(register: Register) -> dict[str, Any]:
    """Answers: what is this register, orders and all, as plain data?

    Args:
        register: any register.

    Returns:
        Plain data for JSON, in the words of the data format; `read_register` makes the same
        register of it again.

    Example:
        >>> import kz_civil_positions as kz
        >>> [order["id"] for order in register_document(kz.load())["orders"]]
        ['2015-1035', '2019-920']
    """
    return {
        "format": REGISTER_FORMAT,
        "orders": [json_converter(one.id).unstructure(one) for one in register.orders],
        "published": [json_converter(one.base).unstructure(one) for one in register.published],
        "parallel": [json_converter(one.order).unstructure(one) for one in register.parallel],
    }


def read_register(source: str | bytes | Path | dict[str, Any]) -> Register:
    """Answers: which register does this JSON hold?

    It undoes `register_document`.

    Args:
        source: a file, the text of one, or what was read from it.

    Returns:
        The register; every order was carried out once.

    Raises:
        DataError: with everything that does not fit.

    Example:
        >>> import kz_civil_positions as kz
        >>> register = kz.load()
        >>> read_register(register_document(register)) == register
        True
    """
    data, where = read_json(source)
    problems = list(_misshapen(data, where))
    if problems:
        raise DataError(problems)
    orders, wrong_orders = _each(data["orders"], Order, "id", where, "orders")
    published, wrong_published = _each(
        data["published"], PublishedEdition, "base", where, "published"
    )
    parallel, wrong_parallel = _each(
        data.get("parallel", []), ParallelText, "edition", where, "parallel"
    )
    problems = wrong_orders + wrong_published + wrong_parallel
    problems = problems or [*_misfits(orders, published, where)]
    problems = problems or [*_of_none(Register(orders, published, parallel), where)]
    if problems:
        raise DataError(problems)
    register = Register(by_adoption(orders), published, parallel)
    failed = [
        Problem(where, step.name, f"operations.{error.key}", _facts(error))
        for step in register.steps
        if (error := register.replay.errors.get(step.name))
    ]
    if failed:
        raise DataError(failed)
    return register


def _facts(error: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401 - errors of the engine
    told = {**error.facts, "target": error.target or "–", "found": error.found or "–"}
    return tuple(told.items())


def _misshapen(data: object, where: str) -> Iterator[Problem]:
    """What of the whole is not as it must be; the parts are read each for itself."""
    try:
        empty: Json = {"orders": [], "published": [], "parallel": []}
        bare = {**data, **empty} if isinstance(data, dict) else data
        form = structured(bare, RegisterForm, "", where)
    except DataError as error:
        yield from error.problems
        return
    if form.format != REGISTER_FORMAT:
        facts = (("found", form.format), ("known", REGISTER_FORMAT))
        yield Problem(where, "format", "exports.other-format", facts)
    assert isinstance(data, dict)  # noqa: S101 - else it were no mapping, and refused
    for name in ("orders", "published", "parallel"):
        listed = data.get(name, [] if name == "parallel" else None)
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            yield Problem(where, name, "exports.no-list")


def _each(
    listed: list[dict[str, Any]], cls: type[T], key: str, where: str, at: str
) -> tuple[tuple[T, ...], list[Problem]]:
    """What of the list can be read, and what is wrong with the rest."""
    found: list[T] = []
    problems: list[Problem] = []
    for number, one in enumerate(listed):
        name = one.get(key)
        try:
            order = name.partition("@")[0] if isinstance(name, str) else ""
            found.append(structured(one, cls, order, where, f"{at}[{number}]"))
        except DataError as error:
            problems += error.problems
    return tuple(found), problems


def _misfits(
    orders: tuple[Order, ...], published: tuple[PublishedEdition, ...], where: str
) -> Iterator[Problem]:
    """What a folder would be refused for, told by its place in the JSON."""
    if len(orders) > MAX_ORDERS:
        yield Problem(where, "orders", "exports.too-many-orders", (("most", MAX_ORDERS),))
        return
    numbers = {order.id: at for at, order in reversed(tuple(enumerate(orders)))}
    for at, order in enumerate(orders):
        if numbers[order.id] != at:
            yield Problem(where, f"orders[{at}].id", "exports.twice", (("name", order.id),))
        for path, key, facts in order_faults(order):
            yield Problem(where, dotted(("orders", at, *path)), key, tuple(facts.items()))
        yield from _outside(order, where, f"orders[{at}]")
    yield from _misplaced(orders, published, where)
    once = tuple(orders[at] for at in sorted(numbers.values()))
    yield from relation_problems(once, partial(_place, where, numbers))


def _place(
    where: str, numbers: dict[str, int], order: str, path: tuple[str | int, ...]
) -> tuple[str, str]:
    return where, dotted(("orders", numbers[order], *path)) if order else "orders"


def _misplaced(
    orders: tuple[Order, ...], published: tuple[PublishedEdition, ...], where: str
) -> Iterator[Problem]:
    """Published editions that could not stand in the base order's folder, each under its day."""
    bases = {order.id for order in orders if order.amends is None}
    names: set[str] = set()
    for at, edition in enumerate(published):
        path = f"published[{at}]"
        if edition.base not in bases:
            yield Problem(where, f"{path}.base", "not-of-base", (("order", edition.base),))
        if edition.name in names:
            yield Problem(where, f"{path}.date", "exports.twice", (("name", edition.name),))
        names.add(edition.name)
        doubled = id_of_two(edition.content)
        if doubled:
            yield Problem(where, f"{path}.content", "id-of-two", (("id", doubled),))
        yield from _outside(edition, where, path)


def _of_none(register: Register, where: str) -> Iterator[Problem]:
    """Texts in another language of editions that are not there."""
    names = {one.id for one in register.orders} | {one.name for one in register.published}
    for at, one in enumerate(register.parallel):
        path = f"parallel[{at}]"
        if one.edition not in names:
            facts = (("edition", one.edition),)
            yield Problem(where, f"{path}.edition", "parallel-of-none", facts)
        if doubled := id_of_two(one.content):
            yield Problem(where, f"{path}.content", "id-of-two", (("id", doubled),))
        yield from _outside(one, where, path)


def _outside(
    thing: Order | PublishedEdition | ParallelText, where: str, at: str
) -> Iterator[Problem]:
    """Files are named that stand beside the data, so by a name and no way."""
    for name in ("source", "original", "repairs", "register"):
        named = getattr(thing, name)
        if named is not None and not is_file_name(named.file):
            yield Problem(where, f"{at}.{name}.file", "outside-folder", (("name", named.file),))
