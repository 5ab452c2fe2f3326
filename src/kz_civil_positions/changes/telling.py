"""How a difference between two nodes becomes a change: where it is, what it said before."""

from typing import Final, NamedTuple

from kz_civil_positions.amending.tree import ABBREVIATIONS, REGISTER
from kz_civil_positions.amending.wording import whole
from kz_civil_positions.changes.model import Change, ChangeKind, Lane
from kz_civil_positions.changes.outline import Outline, section_name
from kz_civil_positions.changes.pairs import Alignment
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Entry,
    Item,
    Level,
    Link,
    Node,
    Section,
    Span,
)

__all__ = ["Teller", "Texts", "lines_of"]


class Texts(NamedTuple):
    """What is said of a thing before and after."""

    old: str | None
    new: str | None


class _Where(NamedTuple):
    place: Address | None = None
    code: Code | None = None
    entry: str | None = None


_NOWHERE: Final = _Where()
_STAYS: Final = (None, None)


def lines_of(node: Node | None) -> Span | None:
    """Answers: in which source lines does this stand? Of a link, its label's lines."""
    match node:
        case Item() | Entry() | Block() | Section() | Abbreviation():
            return node.lines
        case Level():
            return node.lines or node.label.lines
        case Link():
            return node.label.lines
        case _:
            return None


class Teller:
    """Makes changes of differences between two aligned registers.

    Args:
        found: the alignment.
    """

    def __init__(self, found: Alignment) -> None:
        self._old, self._new = found.old, found.new

    def tell(
        self,
        kind: ChangeKind,
        old: Node | None,
        new: Node | None,
        *,
        lane: Lane = Lane.LAW,
        texts: Texts | None = None,
        positions: tuple[int | None, int | None] = _STAYS,
        redlined: bool = False,
    ) -> Change:
        """Answers: what change is this difference?

        Args:
            kind: what changed, and how.
            old: the thing before; None when it was added.
            new: the thing after; None when it was removed.
            lane: law, typography or our data.
            texts: what is said of it; its whole text, if nothing is given.
            positions: its places among its neighbours, where they matter.
            redlined: whether its words are compared.

        Returns:
            The change, known by comparison.
        """
        before, after = _where(self._old, old), _where(self._new, new)
        said = texts or _whole(old, new)
        return Change(
            kind=kind,
            lane=lane,
            old_place=before.place,
            new_place=after.place,
            old_position=positions[0],
            new_position=positions[1],
            old=said.old,
            new=said.new,
            words=redline(said.old or "", said.new or "") if redlined else (),
            entry=after.entry or before.entry,
            code=after.code,
            old_code=before.code,
            old_node=old,
            new_node=new,
            old_lines=lines_of(old),
            new_lines=lines_of(new),
        )


def _whole(old: Node | None, new: Node | None) -> Texts:
    before = whole(old) if old else None
    return Texts(before, before if old is new else whole(new) if new else None)


def _where(side: Outline, node: Node | None) -> _Where:  # noqa: PLR0911 - one line a kind
    match node:  # what there is most of comes first
        case Item(id=name):
            entry = side.entry_of[name]
            return _Where(entry.address, side.levels[side.place_of[entry.id]].code, entry.id)
        case Entry(id=name):
            level = side.levels[side.place_of[name]]
            return _Where(level.address, level.code, name)
        case None:
            return _NOWHERE
        case Level(code=code):
            return _Where(Address(Kind.LINK, str(code.link_code)), code)
        case Link(code=code):
            name = f"{code.block}/{code.sector}" if code.sector else code.block
            return _Where(Address(Kind.SECTOR, name), code)
        case Section(block=block):
            return _Where(Address(Kind.BLOCK, block), Code(*section_name(node)))
        case Block(code=code):
            return _Where(REGISTER, code)
        case _:
            return _Where(ABBREVIATIONS)
