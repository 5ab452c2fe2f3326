"""The later text made of the earlier one, through the changes alone."""

from collections.abc import Container, Iterable, Iterator
from typing import Any, Final

from attrs import define, evolve, field

from kz_civil_positions.amending.refusals import OperationError
from kz_civil_positions.amending.tree import ABBREVIATIONS, REGISTER, over
from kz_civil_positions.changes.fields import both_printed
from kz_civil_positions.changes.model import Change, ChangeKind
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import Content, Level, Link, Node

__all__ = ["apply_changes"]

_BESIDE: Final = (
    ChangeKind.DOUBT_RAISED,
    ChangeKind.DOUBT_SETTLED,
    ChangeKind.FAULT_NOTED,
    ChangeKind.FAULT_DROPPED,
)
_FIELDS: Final[dict[ChangeKind, tuple[str, ...]]] = {
    ChangeKind.HEADING_REWORDED: ("heading",),
    ChangeKind.ITEM_REWORDED: ("text",),
    ChangeKind.ABBREVIATION_REWORDED: ("short", "long", "text"),
    ChangeKind.ID_GIVEN: ("id",),
    ChangeKind.KIND_READ: ("kind",),
    ChangeKind.LINES_CHANGED: ("lines",),
    ChangeKind.LINK_RELABELLED: ("code",),
    ChangeKind.LEVEL_RELABELLED: ("code",),
}


def apply_changes(old: Content, changes: Iterable[Change]) -> Content:
    """Answers: what does the register say after these changes?

    Args:
        old: the text that the changes were found against.
        changes: all that ``diff`` gave, or those of some lanes: the changes of law alone
            give a text that differs from the later one in nothing of law.

    Returns:
        The text after them; what did not change is the same object.

    Raises:
        OperationError: ``no-such-target``, when a change speaks of a thing that is not
            there. Changes of law can be applied alone where ids are the same in both
            editions; where they are not, the new ids (``id-given``) must come along.

    Example:
        >>> from kz_civil_positions.changes.diff import diff
        >>> from kz_civil_positions.model import Abbreviation, Edition
        >>> line = Abbreviation("ММ", "мекеме", "ММ – мекеме;")
        >>> old, new = Content((), (line,)), Content(())
        >>> apply_changes(old, diff(Edition("1", "1", content=old), Edition("2", "2", content=new)))
        Content(blocks=(), abbreviations=())
    """
    told = [change for change in changes if change.kind not in _BESIDE]
    return _Bench(old).after(told) if told else old


@define(eq=False)
class _Part:
    """A thing of the register while it is worked on.

    Attributes:
        node: the thing as it was.
        children: what stands in it by now.
        parent: what it stands in by now.
        own: the fields that it says otherwise.
    """

    node: Node
    children: "list[_Part]" = field(factory=list)
    parent: "_Part | None" = None
    own: dict[str, Any] = field(factory=dict)

    def leave(self) -> None:
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None

    def enter(self, parent: "_Part", position: int) -> None:
        parent.children.insert(position, self)
        self.parent = parent

    @property
    def name(self) -> object:
        """Its own new id, short form or code; a level's link may have another code too."""
        return next((self.own[one] for one in ("id", "short", "code") if one in self.own), None)


def _grown(node: Node, apart: Container[Address] = ()) -> _Part:
    """The thing and all below it, but for what came from elsewhere."""
    part = _Part(node)
    for child in node.children:
        if child.address not in apart:
            _grown(child, apart).enter(part, len(part.children))
    return part


class _Bench:
    def __init__(self, old: Content) -> None:
        self._old = old
        self._root = _grown(Content(old.blocks))
        self._lines = _grown(Content((), old.abbreviations))
        roots = (self._root, self._lines)
        self._before = {part.node.address: part for root in roots for part in _below(root)}

    def after(self, changes: list[Change]) -> Content:
        """The text after the changes: what leaves, what is said otherwise, what comes."""
        coming = [
            (one, one.new_node) for one in changes if one.new_node and one.new_position is not None
        ]
        moved = {new.address: self._part(one.old_node) for one, new in coming if one.old_node}
        for part in moved.values():
            part.leave()
        for change in changes:
            if change.new_node is None:
                self._part(change.old_node).leave()
            elif change.old_node is not None:
                part = self._part(change.old_node)
                part.own |= _said(change.kind, change.new_node, part)
        added = {new.address: _grown(new, moved) for one, new in coming if not one.old_node}
        self._enter([one for one, _ in coming], moved | added)
        blocks = _children(self._root, self._old.blocks)
        return self._old.with_children((*blocks, *_children(self._lines, self._old.abbreviations)))

    def _part(self, node: Node | None) -> _Part:
        if node is None or node.address not in self._before:
            raise OperationError("no-such-target", target=node.address if node else REGISTER)
        return self._before[node.address]

    def _enter(self, coming: list[Change], parts: dict[Address, _Part]) -> None:
        """Each thing into its place; what stands before it has come by then."""
        there = {REGISTER: self._root, ABBREVIATIONS: self._lines}
        for root in (self._root, *parts.values()):
            there.update((_address(part), part) for part in _below(root))
        for change in sorted(coming, key=lambda one: one.new_position or 0):
            if change.new_place is None or change.new_place not in there or not change.new_node:
                raise OperationError("no-such-target", target=change.new_place)
            position = change.new_position or 0
            parts[change.new_node.address].enter(there[change.new_place], position)


def _below(part: _Part) -> Iterator[_Part]:
    yield part
    for child in part.children:
        yield from _below(child)


def _said(kind: ChangeKind, new: Node, part: _Part) -> dict[str, Any]:
    """The fields that the change gives the thing."""
    if isinstance(new, Link | Level):
        return _labelled(kind, new, part)
    return {name: getattr(new, name) for name in _FIELDS.get(kind, ())}


def _labelled(kind: ChangeKind, new: Link | Level, part: _Part) -> dict[str, Any]:
    label = part.own.get("label", part.node.label)  # type: ignore[union-attr]
    match kind:
        case ChangeKind.LINES_CHANGED:
            return {"label": evolve(label, lines=new.label.lines)}
        case ChangeKind.LABEL_READ:
            return {"label": evolve(label, state=new.label.state, text=new.label.text)}
        case ChangeKind.LINK_RELABELLED | ChangeKind.LEVEL_RELABELLED:
            printed = both_printed(part.node.label, new.label)  # type: ignore[union-attr]
            text = new.label.text if printed else label.text
            return {"code": new.code, "label": evolve(label, text=text)}
        case _:
            return {}


def _address(part: _Part) -> Address:
    """What it is called by now."""
    node = part.node
    if isinstance(node, Level):
        return Address(Kind.LEVEL, str(_code(part)))
    name = part.name
    return node.address if name is None else Address(node.address.kind, str(name))


def _code(part: _Part) -> Code:
    """A link's or level's code by now; a level's begins with that of its link."""
    own: Code = part.own.get("code", part.node.code)  # type: ignore[union-attr]
    if not isinstance(part.node, Level) or part.parent is None:
        return own
    return evolve(_code(part.parent), level=own.level)


def _children(part: _Part, before: tuple[Node, ...]) -> tuple[Node, ...]:
    children = tuple(map(_rebuilt, part.children))
    same = len(children) == len(before) and all(map(lambda a, b: a is b, children, before))
    return before if same else children


def _rebuilt(part: _Part) -> Node:
    node, own = part.node, dict(part.own)
    if isinstance(node, Link | Level) and _code(part) != node.code:
        own["code"] = _code(part)
    if any(getattr(node, name) != value for name, value in own.items()):
        node = evolve(node, **own)
    children = _children(part, node.children)
    return node if children is node.children else over(node, children)
