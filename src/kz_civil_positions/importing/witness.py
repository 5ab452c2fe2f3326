"""A second witness: the same text from another source, compared with what is held.

Each copy of a text has damage of its own. What two copies say alike is sure; where they
differ, both readings are shown; and a label that one of them lost may stand in the other.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import count
from typing import Final, cast

from attrs import evolve, frozen

from kz_civil_positions.amending.tree import ABBREVIATIONS, REGISTER, over, subtree
from kz_civil_positions.changes.alignment import Alignment, align
from kz_civil_positions.changes.model import Change, ChangeKind, Lane, Word
from kz_civil_positions.changes.reading import read
from kz_civil_positions.changes.redline import redline
from kz_civil_positions.codes import Address, Code, Kind
from kz_civil_positions.importing.settling import Open, Settled, settle
from kz_civil_positions.model import (
    Block,
    Content,
    Doubt,
    Entry,
    Item,
    LabelState,
    Level,
    Link,
    Node,
    Section,
    Span,
)

__all__ = ["Difference", "DifferenceKind", "Witness", "compare_witness"]


class DifferenceKind(StrEnum):
    """How two copies of one text differ."""

    WORDS = "words"
    TYPOGRAPHY = "typography"
    ONLY_HELD = "only-held"
    ONLY_BROUGHT = "only-brought"
    PLACE = "place"
    ORDER = "order"
    LABEL = "label"
    READING = "reading"
    """The words are the same; we read something else into them."""


@frozen(kw_only=True)
class Difference:
    """One difference between the register held and the one brought.

    Attributes:
        kind: how they differ.
        what: what sort of thing it is.
        address: the thing in the register held; of what stands in the copy alone, what it
            would stand in.
        held: its words, or its label, in the register held; None where it is not there.
        brought: likewise in the copy.
        words: for other words or print, or another division, both texts word by word.
        held_place: the link or level where it stands.
        brought_place: likewise in the copy.
        held_state: of a label, how we know it.
        brought_state: likewise in the copy.
        held_lines: its lines in the source of the register held.
        brought_lines: its lines in the text of the copy.
    """

    kind: DifferenceKind
    what: Kind
    address: Address
    held: str | None = None
    brought: str | None = None
    words: tuple[Word, ...] = ()
    held_place: Code | None = None
    brought_place: Code | None = None
    held_state: LabelState | None = None
    brought_state: LabelState | None = None
    held_lines: Span | None = None
    brought_lines: Span | None = None


@frozen
class Witness:
    """What a second copy says of the register held.

    Attributes:
        differences: all of them, in the order of the copy.
        settled: doubts that it settles.
        open: doubts that it leaves open.
        entries: how many entries the register held has.
        found: how many of them were found in the copy.
    """

    differences: tuple[Difference, ...]
    settled: tuple[Settled, ...]
    open: tuple[Open, ...]
    entries: int
    found: int

    @property
    def agrees(self) -> bool:
        """Whether the copy says the same, print apart; other labels are no agreement.

        What we read otherwise in the same words is no disagreement of the copies.
        """
        alike = (DifferenceKind.TYPOGRAPHY, DifferenceKind.READING)
        return all(one.kind in alike for one in self.differences)


def compare_witness(
    held: Content, doubts: tuple[Doubt, ...], brought: Content, *, bordered: bool = False
) -> Witness:
    """Answers: what does another copy of this text say otherwise, and what does it settle?

    Args:
        held: the register held.
        doubts: what is doubtful about it.
        brought: the register of the copy; its ids are of no account.
        bordered: whether the copy shows which cells stand beside which, as the table of a web
            page or of a word processor does. Only then does a label that is not printed there
            tell that there is none.

    Returns:
        The differences, and each doubt either settled or open.

    Example:
        >>> import kz_civil_positions as kz
        >>> edition = kz.load().edition("2019-920")
        >>> same = compare_witness(edition.text, edition.doubts, edition.text)
        >>> same.differences, same.agrees, len(same.open)
        ((), True, 7)
    """
    found = align(held, _nameless(brought))
    heard = tuple(settle(found, doubts, bordered=bordered))
    entries = [pair for pair in found.pairs() if isinstance(pair.old, Entry)]
    return Witness(
        differences=tuple(_differences(found)),
        settled=tuple(one for one in heard if isinstance(one, Settled)),
        open=tuple(one for one in heard if isinstance(one, Open)),
        entries=sum(isinstance(node, Entry) for node in held.walk()),
        found=len(entries),
    )


def _nameless(brought: Content) -> Content:
    """The register without its ids: a copy knows none of ours, and must not meet them by chance."""
    numbers = count()

    def renamed(node: Node) -> Node:
        if isinstance(node, Entry | Item):  # by a name that no id can have
            node = evolve(node, id=f"~{next(numbers)}")
        return over(node, tuple(renamed(child) for child in node.children))

    return evolve(brought, blocks=tuple(cast("Block", renamed(one)) for one in brought.blocks))


# ── differences ──────────────────────────────────────────────────────────────────────

_HOWS: Final = {
    "added": DifferenceKind.ONLY_BROUGHT,
    "removed": DifferenceKind.ONLY_HELD,
    "moved": DifferenceKind.PLACE,
    "reordered": DifferenceKind.ORDER,
    "reworded": DifferenceKind.WORDS,
    "relabelled": DifferenceKind.LABEL,
}
_BAR: Final = " | "
_OUR_OWN: Final = frozenset({ChangeKind.ID_GIVEN, ChangeKind.LINES_CHANGED})


def _differences(found: Alignment) -> Iterator[Difference]:
    """Every change but those of ids and of lines; of a label, or of how we divide, one alone."""
    divided = _divided(found)
    told: set[tuple[DifferenceKind, Address]] = set()
    for change in read(found):
        if change.kind in _OUR_OWN:
            continue
        pair = divided.get(_entry_of(found, change))
        one = _told(found, change) if pair is None else _division(*pair, change)
        if one.kind is DifferenceKind.LABEL or pair is not None:
            if (one.kind, one.address) in told:
                continue
            told.add((one.kind, one.address))
        yield one


def _divided(found: Alignment) -> Mapping[str | None, tuple[Entry, Entry]]:
    """The entries, by id, that say the same in all, but that we divide into other items."""
    return {
        pair.old.id: (pair.old, pair.new)
        for pair in found.pairs()
        if isinstance(pair.old, Entry)
        and isinstance(pair.new, Entry)
        and pair.old.text == pair.new.text
        and _parts(pair.old) != _parts(pair.new)
    }


def _parts(entry: Entry) -> tuple[str, ...]:
    return (entry.heading, *(item.text for item in entry.items))


def _entry_of(found: Alignment, change: Change) -> str | None:
    """The entry held whose own words, or whose items, the change is about."""
    if change.kind is ChangeKind.HEADING_REWORDED and isinstance(change.old_node, Entry):
        return change.old_node.id
    if isinstance(change.old_node, Item):
        return found.old.entry_of[change.old_node.id].id
    if isinstance(change.new_node, Item):
        return found.entries.old_of.get(found.new.entry_of[change.new_node.id].id)
    return None


def _division(old: Entry, new: Entry, change: Change) -> Difference:
    """One difference for an entry that is divided otherwise, its parts held apart by bars."""
    held, brought = _BAR.join(_parts(old)), _BAR.join(_parts(new))
    return Difference(
        kind=DifferenceKind.READING,
        what=Kind.ENTRY,
        address=old.address,
        held=held,
        brought=brought,
        words=redline(held, brought),
        held_place=change.old_code or change.code,
        brought_place=change.code or change.old_code,
        held_lines=old.lines,
        brought_lines=new.lines,
    )


def _told(found: Alignment, change: Change) -> Difference:
    old, new = change.old_node, change.new_node
    thing = old or new
    assert thing is not None  # noqa: S101 - a change of a text is a change of something in it
    labels = _labels(change.kind, old, new)
    return Difference(
        kind=_kind(change),
        what=thing.address.kind,
        address=_ours(found, change),
        held=labels[0] or _words(change.old, old, found.entries.new_of),
        brought=labels[1] or _words(change.new, new, found.entries.old_of),
        words=change.words,
        held_place=change.old_code,
        brought_place=change.code,
        held_state=old.label.state if labels[0] and isinstance(old, Link | Level) else None,
        brought_state=new.label.state if labels[1] and isinstance(new, Link | Level) else None,
        held_lines=change.old_lines,
        brought_lines=change.new_lines,
    )


def _words(text: str | None, node: Node | None, known: Mapping[str, str]) -> str | None:
    """What is said of it; of a place that stands on one side alone, what is told nowhere else."""
    if text is None or not isinstance(node, Block | Section | Link | Level):
        return text
    own = node.heading if isinstance(node, Block | Section) else _label(node)
    if text == own:
        return text
    entries = (one for one in subtree(node) if isinstance(one, Entry) and one.id not in known)
    return " ".join(part for part in (own, *(entry.text for entry in entries)) if part)


def _kind(change: Change) -> DifferenceKind:
    if change.kind is ChangeKind.LABEL_READ:
        return DifferenceKind.LABEL
    if change.lane is Lane.TYPOGRAPHIC:
        return DifferenceKind.TYPOGRAPHY
    if change.lane is Lane.DATA:
        return DifferenceKind.READING
    return _HOWS[change.kind.rpartition("-")[2]]


def _labels(kind: ChangeKind, old: Node | None, new: Node | None) -> tuple[str | None, str | None]:
    """Both labels, where the difference is one of labels: as printed, else as the code says."""
    of_labels = (ChangeKind.LABEL_READ, ChangeKind.LINK_RELABELLED, ChangeKind.LEVEL_RELABELLED)
    if kind not in of_labels:
        return None, None
    return _label(old), _label(new)


def _label(node: Node | None) -> str | None:
    if not isinstance(node, Link | Level):
        return None
    number = node.code.plain if isinstance(node, Link) else node.code.level_number
    return node.label.text or number or node.code.plain


def _ours(found: Alignment, change: Change) -> Address:
    """The thing as the register held names it, or else the nearest it would stand in."""
    if change.old_node is not None:
        return change.old_node.address
    place = change.new_place
    if place is not None and place.kind is Kind.ENTRY:
        name = found.entries.old_of.get(place.name)
        if name is not None:
            return Address(Kind.ENTRY, name)
    if change.code is None:
        return ABBREVIATIONS
    return _nearest(found, change.code, change.new_node)


def _nearest(found: Alignment, code: Code, new: Node | None) -> Address:
    """The level, link, sector or block of the register held that such a code falls in."""
    level = (code.block, code.sector, code.link, code.level)
    link = (code.block, code.sector, code.link, ())
    if not isinstance(new, Link | Level) and level in found.levels.old_of:
        return Address(Kind.LEVEL, str(Code(*found.levels.old_of[level])))
    if not isinstance(new, Link) and link in found.links.old_of:
        return Address(Kind.LINK, str(Code(*found.links.old_of[link])))
    section = code.block, code.sector
    if section in found.sections.old_of and code.link:
        return found.old.sections[found.sections.old_of[section]].address
    block = (code.block, "", 0, ())
    return Address(Kind.BLOCK, code.block) if block in found.blocks.old_of else REGISTER
