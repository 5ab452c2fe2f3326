"""A whole register as one JSON document, orders and all, and back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import frozen

from kz_civil_positions.calendar import WithAct, date_problems
from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.exports.plain import json_converter, read_json, structured
from kz_civil_positions.history.register import Register
from kz_civil_positions.operations import ON_ORDERS
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition

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
    register = Register(orders, published, parallel)
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
    bases = [order.id for order in orders if order.amends is None]
    if len(bases) != 1:
        facts = (("found", ", ".join(bases) or "–"),)
        yield Problem(where, "orders", "no-base-order", facts)
    known = {order.id for order in orders}
    for at, order in enumerate(orders):
        for target in _named(order):
            if target not in known:
                named = (("order", order.id), ("target", target))
                yield Problem(where, f"orders[{at}]", "amends-unknown", named)
        for key in date_problems(order.dates):
            yield Problem(where, f"orders[{at}].dates", f"calendar.{key}")
    for at, edition in enumerate(published):
        if edition.base not in bases:
            facts = (("order", edition.base),)
            yield Problem(where, f"published[{at}].base", "not-of-base", facts)


def _of_none(register: Register, where: str) -> Iterator[Problem]:
    """Texts in another language of editions that are not there."""
    names = {one.id for one in register.orders} | {one.name for one in register.published}
    for at, one in enumerate(register.parallel):
        if one.edition not in names:
            facts = (("edition", one.edition),)
            yield Problem(where, f"parallel[{at}].edition", "parallel-of-none", facts)


def _named(order: Order) -> Iterator[str]:
    """The orders that this one speaks of."""
    if order.amends is not None:
        yield order.amends
    rules = [order.rule, *(operation.commencement for operation in order.operations)]
    yield from (rule.order for rule in rules if isinstance(rule, WithAct))
    yield from (one.order for one in order.operations if isinstance(one, ON_ORDERS))
