"""The later text made of the earlier one, through the changes alone."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar, cast

from attrs import define, evolve, field

from kz_civil_positions.changes.fields import both_printed
from kz_civil_positions.changes.model import Change, ChangeKind
from kz_civil_positions.codes import Address, Code
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Content,
    Entry,
    Item,
    Label,
    Level,
    Link,
    Node,
    Section,
)
from kz_civil_positions.tree import ABBREVIATIONS, REGISTER, over

__all__ = ["apply_changes"]

N = TypeVar("N", bound=Node)

_BESIDE: Final = (
    ChangeKind.DOUBT_RAISED,
    ChangeKind.DOUBT_SETTLED,
    ChangeKind.FAULT_NOTED,
    ChangeKind.FAULT_DROPPED,
)
_RELABELLED: Final = (ChangeKind.LINK_RELABELLED, ChangeKind.LEVEL_RELABELLED)


def apply_changes(old: Content, changes: Iterable[Change]) -> Content:
    """Answers: what does the register say after these changes?

    Args:
        old: the text that the changes were found against.
        changes: all that ``diff`` gave, or those of some lanes: the changes of law alone
            give a text that differs from the later one in nothing of law.

    Returns:
        The text after them; what did not change is the same object.

    Raises:
        BadInputError: when a change speaks of a thing that is not in the text. Changes of
            law alone can be applied where ids are the same in both editions; where they are
            not, a new id (``id-given``) must come along.

    Example:
        >>> from kz_civil_positions.changes.diff import diff
        >>> from kz_civil_positions.model import Edition
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
        node: the thing; its children count only as long as nothing changed below it.
        parent: what it stands in.
        children: what stands in it.
        own: the fields it says otherwise.
        placed: what comes into it, with its place.
    """

    node: Node
    parent: "_Part | None" = None
    children: "list[_Part]" = field(factory=list)
    own: dict[str, Any] = field(factory=dict)
    placed: "list[tuple[int, _Part]]" = field(factory=list)

    def leave(self) -> None:
        if self.parent is not None:
            self.parent.children.remove(self)


class _Bench:
    def __init__(self, old: Content) -> None:
        self._root = _grown(old)
        self._lines = _Part(Content(()))
        for part in [p for p in self._root.children if isinstance(p.node, Abbreviation)]:
            part.leave()
            part.parent = self._lines
            self._lines.children.append(part)
        self._old = {part.node.address: part for part in _below(self._root, self._lines)}
        self._arrived: dict[Address, _Part] = {}

    def after(self, changes: list[Change]) -> Content:
        """The text after the changes: what leaves, what is said otherwise, what comes."""
        moving = [one for one in changes if one.old_node and one.new_position is not None]
        leaving = [one for one in changes if one.new_node is None]
        for change in (*moving, *leaving):
            self._find(change.old_node).leave()
        for change in moving:
            self._arrived[_address(change.new_node)] = self._find(change.old_node)
        for change in changes:
            if change.old_node and change.new_node:
                part = self._find(change.old_node)
                part.own |= _said(change, part)
        self._place([one for one in changes if one.new_position is not None])
        blocks = cast("tuple[Block, ...]", _rebuilt_all(self._root))
        lines = cast("tuple[Abbreviation, ...]", _rebuilt_all(self._lines))
        return Content(blocks, lines)
