"""What happened to a place or an entry of the register, order by order."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from kz_civil_positions.amending.engine import Workbench
from kz_civil_positions.amending.tree import REGISTER
from kz_civil_positions.calendar import InEffect
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.errors import UnknownAddressError
from kz_civil_positions.model import Edition, Level, Node
from kz_civil_positions.operations import WITHOUT_TEXT, Instruction, Operation, Relabel, Restate
from kz_civil_positions.things import frozen

if TYPE_CHECKING:
    from kz_civil_positions.history.register import Register
    from kz_civil_positions.history.timeline import Step

__all__ = ["Event", "EventKind", "trace"]


class EventKind(StrEnum):
    """What happened."""

    APPROVED = "approved"
    ADDED = "added"
    REMOVED = "removed"
    RESTATED = "restated"
    CHANGED = "changed"
    MOVED = "moved"
    RELABELLED = "relabelled"
    UNKNOWN = "unknown"


@frozen
class Event:
    """One thing that happened to a place, entry or item.

    Attributes:
        kind: what happened; unknown where the order's text, or the text before it, is not held.
        order: the order that did it.
        edition: the edition it made.
        in_effect: from when.
        instruction: the words that were carried out; None where they are not held.
        before: the thing before; None where it was not there, or the text is not held.
        after: the thing after; None likewise.
        place: where it stands now (or stood last): a level, link, or entry.
    """

    kind: EventKind
    order: str
    edition: str
    in_effect: InEffect
    instruction: Instruction | None
    before: Node | None
    after: Node | None
    place: Address | None


def trace(register: "Register", name: str) -> tuple[Event, ...]:
    """Answers: what happened to this place or this entry, order by order?

    Args:
        register: the register.
        name: a code (``"A2-1"``), an address (``"link:A2"``), or the id of an entry or item;
            what was removed keeps its name.

    Returns:
        The events, in the order in which they took effect.

    Raises:
        BadInputError: when it is no code, address or id.
        UnknownAddressError: when no edition that is held ever had it.
    """
    address = _addressed(register, name)
    events = tuple(event for step in _steps(register) for event in _events(*step, address))
    if not any(event.before or event.after for event in events):
        near = ", ".join(str(level.code) for level in _last_held(register)) or "–"
        raise UnknownAddressError("never-in-register", address=str(address), near=near)
    return events


def _last_held(register: "Register") -> tuple[Level, ...]:
    held = [edition for edition in register.editions if edition.held]
    return held[-1].levels[:8] if held else ()


def _addressed(register: "Register", name: str) -> Address:
    if ":" in name:
        return Address.parse(name)
    for edition in register.editions:
        if edition.held and name in edition:
            is_entry = edition.entry(name).id == name
            return Address(Kind.ENTRY if is_entry else Kind.ITEM, name)
    code = Code.parse(name)
    candidates = [Address(kind, str(code)) for kind in (Kind.LEVEL, Kind.LINK, Kind.BLOCK)]
    held = [edition.text for edition in register.editions if edition.held]
    for candidate in candidates:
        if any(_locate(content, candidate)[0] for content in held):
            return candidate
    return candidates[0]


def _steps(
    register: "Register",
) -> Iterator[tuple["Step", Edition | None, Edition]]:
    before: Edition | None = None
    for step, edition in zip(register.steps, register.editions, strict=True):
        yield step, before, edition
        before = edition


def _events(
    step: "Step", before: Edition | None, after: Edition, address: Address
) -> Iterator[Event]:
    if before is None or before.content is None:
        yield from _first_events(step, before, after, address)
        return
    if before.content is after.content or after.content is None:
        return
    bench = Workbench(before.content)
    stood = _locate(before.content, address)
    for _, operation in step.operations:
        if isinstance(operation, WITHOUT_TEXT):
            continue
        anew = isinstance(operation, Restate) and _lies_in(bench, address, operation.target)
        bench.carry(operation, order=step.order)
        stands = _locate(bench.find(REGISTER), address)
        seen = _Sight(*stood, *stands, anew)
        stood = stands
        kind = seen.happened(operation)
        if kind:
            yield Event(
                kind=kind,
                order=step.order,
                edition=after.key,
                in_effect=step.in_effect,
                instruction=operation.instruction,
                before=seen.old,
                after=seen.new,
                place=seen.stands or seen.stood,
            )


@frozen
class _Sight:
    """A thing and what it stands in, before and after one operation; whether it was said anew."""

    old: Node | None
    stood: Address | None
    new: Node | None
    stands: Address | None
    anew: bool

    def happened(self, operation: Operation) -> EventKind | None:
        if self.old is None or self.new is None:
            return self._came_or_went(operation)
        relabelled = isinstance(operation, Relabel)
        if self.stood != self.stands:
            return EventKind.RELABELLED if relabelled else EventKind.MOVED
        if self.old is self.new or self.old == self.new:
            return None
        return EventKind.RESTATED if self.anew else EventKind.CHANGED

    def _came_or_went(self, operation: Operation) -> EventKind | None:
        if self.old is None and self.new is None:
            return None
        if isinstance(operation, Relabel):
            return EventKind.RELABELLED
        return EventKind.ADDED if self.old is None else EventKind.REMOVED


def _lies_in(bench: Workbench, address: Address, target: Address) -> bool:
    """Whether the thing is the target or stands in it: what stands in the thing is only a part."""
    if target.kind is Kind.ABBREVIATIONS:
        return address.kind in (Kind.ABBREVIATIONS, Kind.ABBREVIATION)
    return target in bench.line(address)


def _first_events(
    step: "Step", before: Edition | None, after: Edition, address: Address
) -> Iterator[Event]:
    """The base order approves; what is restated over a text not held is not compared."""
    node, place = (None, None) if after.content is None else _locate(after.content, address)
    instruction = next((one.instruction for _, one in step.operations if one.instruction), None)
    kind = EventKind.APPROVED if before is None else EventKind.RESTATED
    if node is None:
        if after.content is not None:
            return
        kind = EventKind.UNKNOWN
    yield Event(kind, step.order, after.key, step.in_effect, instruction, None, node, place)


def _locate(node: Node, address: Address) -> tuple[Node | None, Address | None]:
    """The thing of that name, and the thing it stands in."""
    for child in node.children:
        if child.address == address:
            return child, node.address
        found = _locate(child, address)
        if found[0] is not None:
            return found
    return None, None
