"""Registers as plain dictionaries keyed by permanent id, and deepdiff over them.

The comparison engine is not ours on purpose: what our own code would overlook in making
the data, it would overlook again in checking it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from attrs import fields, frozen, has
from deepdiff import DeepDiff

from kz_civil_positions.codes import Address, Code
from kz_civil_positions.model import (
    Block,
    Content,
    Entry,
    Item,
    Level,
    Link,
    Node,
    Section,
    Span,
)

__all__ = ["Difference", "Placed", "differences", "plain", "record", "sequences", "survey"]

_CHILDREN: Final[Mapping[type, tuple[str, ...]]] = {
    Content: ("blocks", "abbreviations"),
    Block: ("sections",),
    Section: ("links",),
    Link: ("levels",),
    Level: ("entries",),
    Entry: ("items",),
}
# The register's own key, as the parent of its blocks.
_TOP: Final = "register"


@frozen
class Placed:
    """A block, link, level, entry … of a register, and where it stands.

    Attributes:
        node: the thing itself.
        parent: the key of what it stands in.
        path: its place in ``register.yaml``.
        place: what finds the same thing in another reading of the same source: its address,
            or, as the id of an entry or item cannot be derived, its first source line and
            its number among those that begin there.
    """

    node: Node
    parent: str
    path: tuple[str | int, ...]
    place: str


@frozen
class Difference:
    """One field of one thing that is not the same on both sides.

    Attributes:
        key: the thing's key.
        field: which of its fields, or empty when one side lacks the thing.
        stored: the stored value; None when it is not stored.
        derived: the value derived from the source; None when the source gives none.
    """

    key: str
    field: str
    stored: object
    derived: object


def survey(content: Content, names: Mapping[str, str] | None = None) -> dict[str, Placed]:
    """Answers: what stands in this register, each thing under one key?

    Args:
        content: the register.
        names: the key that each place has in the stored register. Without it, keys are the
            addresses; with it, a place that the stored register lacks is its own key.

    Returns:
        Everything, in the order of the register. A key that stands twice is numbered, so
        that nothing hides behind its double.
    """
    found: dict[str, Placed] = {}
    seen: Counter[str] = Counter()
    _visit(content, _TOP, (), names, seen, found)
    return found


def _visit(
    node: Node,
    parent: str,
    path: tuple[str | int, ...],
    names: Mapping[str, str] | None,
    seen: Counter[str],
    found: dict[str, Placed],
) -> None:
    for name in _CHILDREN.get(type(node), ()):
        for index, child in enumerate(getattr(node, name)):
            place = _numbered(_place(child), seen)
            own = str(child.address) if names is None else names.get(place, place)
            key = _free(own, found)
            here = (*path, name, index)
            found[key] = Placed(child, parent, here, place)
            _visit(child, key, here, names, seen, found)


def _place(node: Node) -> str:
    if isinstance(node, Entry | Item):
        line = f"L{node.lines.first}" if node.lines else "no line"
        return f"{node.address.kind} at {line}"
    return str(node.address)


def _numbered(place: str, seen: Counter[str]) -> str:
    seen[place] += 1
    return place if seen[place] == 1 else f"{place} ({seen[place]})"


def _free(key: str, found: Mapping[str, Placed]) -> str:
    free, number = key, 1
    while free in found:
        number += 1
        free = f"{key} ({number})"
    return free


def sequences(found: Mapping[str, Placed]) -> dict[str, tuple[str, ...]]:
    """Answers: in which order do the children of each thing stand?

    Example:
        >>> from kz_civil_positions.model import Abbreviation
        >>> sequences(survey(Content((), (Abbreviation("ММ", "…", "…"),))))
        {'register': ('abbreviation:ММ',)}
    """
    children: dict[str, tuple[str, ...]] = {}
    for key, placed in found.items():
        children[placed.parent] = (*children.get(placed.parent, ()), key)
    return children


def record(placed: Placed) -> dict[str, object]:
    """Answers: what does this thing say, its id and its children apart?

    Every other field that its class has is in it, so a field added later is compared too.
    """
    apart = {"id", *_CHILDREN.get(type(placed.node), ())}
    own = {name: value for name, value in _fields(placed.node) if name not in apart}
    return {"what": type(placed.node).__name__, "in": placed.parent, **own}


def _fields(thing: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401 - any attrs object
    for one in fields(type(thing)):
        yield one.name, plain(getattr(thing, one.name))


def plain(value: Any) -> object:  # noqa: ANN401
    """Answers: what is this value in plain dictionaries, lists and texts?

    Example:
        >>> plain(Span("2019-920", 29, 36))
        'L29–36 of 2019-920'
    """
    if isinstance(value, Span):
        return f"{value} of {value.order}"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Code | Address | date):
        return str(value)
    if has(type(value)):
        return {"what": type(value).__name__, **dict(_fields(value))}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def differences(
    stored: Mapping[str, Mapping[str, object]], derived: Mapping[str, Mapping[str, object]]
) -> tuple[Difference, ...]:
    """Answers: what differs between the two, thing by thing and field by field?

    The order of the things is not compared here: it has a check of its own.

    Example:
        >>> differences({"a": {"text": "бір"}, "b": {}}, {"a": {"text": "екі"}})
        (Difference(key='a', field='text', stored='бір', derived='екі'), \
Difference(key='b', field='', stored={}, derived=None))
    """
    # Two things with little in common are still compared field by field.
    tree = DeepDiff(dict(stored), dict(derived), view="tree", threshold_to_diff_deeper=0)
    found: dict[tuple[str, str], Difference] = {}
    for changes in tree.values():
        for change in changes:
            key, *path = change.path(output_format="list")
            steps = [str(step) for step in path if isinstance(step, str)]
            found[key, ".".join(steps)] = _difference(key, steps, stored, derived)
    return tuple(found[at] for at in sorted(found))


def _difference(
    key: str,
    steps: list[str],
    stored: Mapping[str, Mapping[str, object]],
    derived: Mapping[str, Mapping[str, object]],
) -> Difference:
    return Difference(
        key, ".".join(steps), _at(stored.get(key), steps), _at(derived.get(key), steps)
    )


def _at(value: object, steps: list[str]) -> object:
    for step in steps:
        if not isinstance(value, Mapping):
            return value
        value = value.get(step)
    return value
