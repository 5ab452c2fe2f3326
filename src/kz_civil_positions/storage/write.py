"""From the model to the text of the YAML files: what ``load`` reads, written."""

from collections.abc import Iterator
from typing import Any, Final

from attrs import evolve

from kz_civil_positions.model import Content
from kz_civil_positions.operations import Restate
from kz_civil_positions.orders import Order, ParallelText, PublishedEdition
from kz_civil_positions.sources.repairs import Repairs
from kz_civil_positions.storage.convert import converter
from kz_civil_positions.storage.load import REGISTER_FILE, RegisterFile
from kz_civil_positions.storage.yaml import dump

__all__ = ["edition_text", "order_text", "register_text", "repairs_text"]

# A register stands in a file of its own, which its holder names.
_BESIDE: Final = {"file": REGISTER_FILE}


def order_text(order: Order, header: str = "") -> str:
    """Answers: what is ``order.yaml`` for this order?

    Args:
        order: the order; a register that it brings stands in a file of its own, and so do
            the doubts and faults of its text.
        header: comments to begin with.

    Example:
        >>> import kz_civil_positions as kz
        >>> order_text(kz.load().order("920")).splitlines()[0]
        'id: 2019-920'
    """
    whole = tuple(_whole_registers(order))
    apart = evolve(order, annotations=None)
    if whole:
        apart = evolve(apart, doubts=(), faults=())
    data = converter(order.id).unstructure(apart)
    for index in whole:
        data["operations"][index]["content"] = dict(_BESIDE)
    return dump(data, header)


def _whole_registers(order: Order) -> Iterator[int]:
    for index, operation in enumerate(order.operations):
        if isinstance(operation, Restate) and isinstance(operation.content, Content):
            yield index


def edition_text(edition: PublishedEdition | ParallelText, header: str = "") -> str:
    """Answers: what is ``edition.yaml`` for this edition, or ``parallel.yaml`` for this text?

    Args:
        edition: the edition; its register stands in a file of its own.
        header: comments to begin with.
    """
    order = edition.order if isinstance(edition, ParallelText) else edition.base
    apart = evolve(edition, doubts=(), faults=(), content=Content(()))
    data: dict[str, Any] = converter(order).unstructure(apart)
    data["content"] = dict(_BESIDE)
    return dump(data, header)


def register_text(register: RegisterFile, header: str = "") -> str:
    """Answers: what is ``register.yaml`` for this register?"""
    return dump(converter(register.order).unstructure(register), header)


def repairs_text(repairs: Repairs, header: str = "") -> str:
    """Answers: what is ``repairs.yaml`` for these repairs?"""
    return dump(converter(repairs.order).unstructure(repairs), header)
