"""What orders did to the register, as passive modifications of Akoma Ntoso."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from kz_civil_positions.codes import Address, Kind
from kz_civil_positions.exports.akn_body import add
from kz_civil_positions.exports.uris import expression_uri, order_uri, quoted
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.timeline import OutcomeState, Step
from kz_civil_positions.model import Content
from kz_civil_positions.operations import (
    Insert,
    InsertWords,
    Move,
    Operation,
    Relabel,
    Remove,
    RemoveWords,
    Repeal,
    Replace,
    ReplaceWords,
    Restate,
    Suspend,
)

__all__ = ["write_changes"]

# Akoma Ntoso has no word for a thing that moves and stays the same thing.
_TEXTUAL: Final[Mapping[type, str]] = {
    Restate: "substitution",
    ReplaceWords: "substitution",
    Insert: "insertion",
    InsertWords: "insertion",
    Remove: "repeal",
    RemoveWords: "repeal",
    Replace: "replacement",
    Move: "replacement",
    Relabel: "renumbering",
}


def write_changes(
    meta: Element,
    register: Register,
    steps: Sequence[Step],
    places: Mapping[Address, str],
) -> None:
    """Write every operation that was carried out on the way to an edition.

    Args:
        meta: where to.
        register: the register.
        steps: those that led to the edition.
        places: where each thing stands in it.
    """
    done = list(_done(register, steps))
    if not done:
        return
    analysis = add(meta, "analysis", source="#editor")
    made = add(analysis, "passiveModifications")
    for number, (step, operation) in enumerate(done, 1):
        change = _change(made, operation, f"pmod_{number}")
        add(change, "source", href=_source(register, step, operation))
        place = places.get(_target(operation) or Address(Kind.REGISTER))
        add(change, "destination", href=f"#{place}" if place else _whole(register))
        before = _before(register, step)
        if before and type(operation) in _TEXTUAL:
            add(change, "previous", href=before)


def _done(register: Register, steps: Sequence[Step]) -> Iterator[tuple[Step, Operation]]:
    """The base order itself makes the register and does not amend it."""
    applied = {
        (one.order, one.index) for one in register.outcomes if one.state is OutcomeState.APPLIED
    }
    for step in steps:
        for index, operation in step.operations:
            kind = type(operation)
            told = kind in _TEXTUAL or kind is Suspend or _ends_all(operation, register)
            if told and (step.order, index) in applied and step.order != register.base.id:
                yield step, operation


def _ends_all(operation: Operation, register: Register) -> bool:
    return isinstance(operation, Repeal) and operation.order == register.base.id


def _change(made: Element, operation: Operation, identity: str) -> Element:
    kind = type(operation)
    if kind in _TEXTUAL:
        return add(made, "textualMod", type=_TEXTUAL[kind], eId=identity)
    if isinstance(operation, Suspend):
        return add(made, "efficacyMod", type="inapplication", eId=identity)
    return add(made, "forceMod", type="endOfEnactment", eId=identity)


def _source(register: Register, step: Step, operation: Operation) -> str:
    point = f"#point_{quoted(operation.instruction.point)}" if operation.instruction else ""
    return order_uri(register.order(step.order)) + point


def _whole(register: Register) -> str:
    """The register as a whole; so too where what was meant is no longer there."""
    return f"{order_uri(register.base)}/!register"


def _target(operation: Operation) -> Address | None:
    if isinstance(operation, Insert):
        content = operation.content
        return None if isinstance(content, Content) else content.address
    found: Address | None = getattr(operation, "target", None)
    return found


def _before(register: Register, step: Step) -> str | None:
    """The edition that the step changed."""
    names = [one.name for one in register.steps]
    at = names.index(step.name)
    return expression_uri(register, register.editions[at - 1]) if at else None
