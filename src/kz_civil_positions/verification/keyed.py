"""Registers as plain dictionaries keyed by permanent id, and deepdiff over them.

The comparison engine is not ours on purpose: what our own code would overlook in making
the data, it would overlook again in checking it.
"""

from collections.abc import Container, Iterator, Mapping
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

__all__ = [
    "Difference",
    "Placed",
    "differences",
    "numbered",
    "plain",
    "record",
    "sequences",
    "survey",
]

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

Path = tuple[str | int, ...]
Records = Mapping[str, Mapping[str, object]]


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
    path: Path
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

    @property
    def facts(self) -> dict[str, object]:
        """What a sentence about it speaks of."""
        sides = {"stored": _told(self.stored), "derived": _told(self.derived)}
        return {"field": self.field, **sides} if self.field else sides


def _told(side: object) -> object:
    """Of a whole thing, its text or what else tells it best."""
    if not isinstance(side, Mapping):
        return side
    telling = (side.get(name) for name in ("heading", "text", "stood", "lines", "what"))
    return next((value for value in telling if value), None)


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
    places: set[str] = set()
    keys: dict[Path, str] = {(): _TOP}
    for node, path, above in _walk(content, ()):
        place = numbered(_place(node), places)
        places.add(place)
        key = str(node.address) if names is None else names.get(place, place)
        keys[path] = numbered(key, found)
        found[keys[path]] = Placed(node, keys[above], path, place)
    return found


def _walk(node: Node, path: Path) -> Iterator[tuple[Node, Path, Path]]:
    for name in _CHILDREN.get(type(node), ()):
        for index, child in enumerate(getattr(node, name)):
            here = (*path, name, index)
            yield child, here, path
            yield from _walk(child, here)


def _place(node: Node) -> str:
    if isinstance(node, Entry | Item):
        return f"{node.address.kind} at {node.lines or 'no line'}".partition("–")[0]
    return str(node.address)


def numbered(key: str, taken: Container[str]) -> str:
    """Answers: under which key does a thing go, when others may have the same one?

    Example:
        >>> numbered("entry at L33", {"entry at L33", "entry at L33 (2)"})
        'entry at L33 (3)'
    """
    free, number = key, 1
    while free in taken:
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
    children: dict[str, list[str]] = {}
    for key, placed in found.items():
        children.setdefault(placed.parent, []).append(key)
    return {parent: tuple(keys) for parent, keys in children.items()}


def record(thing: Any) -> dict[str, object]:  # noqa: ANN401 - any attrs object
    """Answers: what does this thing say, its id and its children apart?

    Every other field that its class has is in it, so a field added later is compared too.

    Example:
        >>> record(Item("id", "unit", "клубтың;", Span("2019-920", 437, 437)))
        {'what': 'Item', 'kind': 'unit', 'text': 'клубтың;', 'lines': 'L437 of 2019-920'}
    """
    apart = {"id", *_CHILDREN.get(type(thing), ())}
    names = (one.name for one in fields(type(thing)) if one.name not in apart)
    return {"what": type(thing).__name__, **{name: plain(getattr(thing, name)) for name in names}}


def plain(value: Any) -> object:  # noqa: ANN401 - whatever a field may hold
    """Answers: what is this value in plain dictionaries, lists and texts?

    Example:
        >>> plain((Span("2019-920", 29, 36), Code.parse("А1"), None))
        ['L29–36 of 2019-920', 'A1', None]
    """
    if isinstance(value, Span):
        return f"{value} of {value.order}"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Code | Address | date):
        return str(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return record(value) if has(type(value)) else value


def differences(stored: Records, derived: Records) -> tuple[Difference, ...]:
    """Answers: what differs between the two, thing by thing and field by field?

    The order of the things is not compared here: it has a check of its own.

    Example:
        >>> differences({"a": {"text": "бір"}}, {"a": {"text": "екі"}})
        (Difference(key='a', field='text', stored='бір', derived='екі'),)
        >>> differences({"b": {"text": "үш"}}, {})[0].facts
        {'stored': 'үш', 'derived': None}
    """
    # Two things with little in common are still compared field by field.
    tree = DeepDiff(dict(stored), dict(derived), view="tree", threshold_to_diff_deeper=0)
    found: dict[tuple[str, ...], Difference] = {}
    for changes in tree.values():
        for change in changes:
            key, *inner = change.path(output_format="list")
            # Inside a list the whole list is reported.
            steps = tuple(step for step in inner if isinstance(step, str))
            sides = (_at(side.get(key), steps) for side in (stored, derived))
            found[key, *steps] = Difference(key, ".".join(steps), *sides)
    return tuple(found[at] for at in sorted(found))


def _at(value: object, steps: tuple[str, ...]) -> object:
    for step in steps:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
