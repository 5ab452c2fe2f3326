"""Typed changes: generated once, rendered elsewhere."""

from enum import StrEnum

from attrs import frozen

from kz_civil_positions.codes import Address, Code
from kz_civil_positions.model import Node, Span
from kz_civil_positions.operations import Instruction

__all__ = ["Basis", "Change", "ChangeKind", "Lane", "Word", "WordMark"]


class Lane(StrEnum):
    """What sort of difference it is; the three are never shown as one another."""

    LAW = "law"
    TYPOGRAPHIC = "typographic"
    DATA = "data"


class ChangeKind(StrEnum):
    """What changed, and how."""

    BLOCK_ADDED = "block-added"
    BLOCK_REMOVED = "block-removed"
    BLOCK_REORDERED = "block-reordered"
    SECTOR_ADDED = "sector-added"
    SECTOR_REMOVED = "sector-removed"
    SECTOR_REORDERED = "sector-reordered"
    LINK_ADDED = "link-added"
    LINK_REMOVED = "link-removed"
    LINK_RELABELLED = "link-relabelled"
    LINK_REORDERED = "link-reordered"
    LEVEL_ADDED = "level-added"
    LEVEL_REMOVED = "level-removed"
    LEVEL_RELABELLED = "level-relabelled"
    LEVEL_REORDERED = "level-reordered"
    HEADING_REWORDED = "heading-reworded"
    ENTRY_ADDED = "entry-added"
    ENTRY_REMOVED = "entry-removed"
    ENTRY_MOVED = "entry-moved"
    ENTRY_REORDERED = "entry-reordered"
    ITEM_ADDED = "item-added"
    ITEM_REMOVED = "item-removed"
    ITEM_MOVED = "item-moved"
    ITEM_REORDERED = "item-reordered"
    ITEM_REWORDED = "item-reworded"
    ABBREVIATION_ADDED = "abbreviation-added"
    ABBREVIATION_REMOVED = "abbreviation-removed"
    ABBREVIATION_REORDERED = "abbreviation-reordered"
    ABBREVIATION_REWORDED = "abbreviation-reworded"

    ID_GIVEN = "id-given"
    LINES_CHANGED = "lines-changed"
    LABEL_READ = "label-read"
    KIND_READ = "kind-read"
    DOUBT_RAISED = "doubt-raised"
    DOUBT_SETTLED = "doubt-settled"
    FAULT_NOTED = "fault-noted"
    FAULT_DROPPED = "fault-dropped"


class Basis(StrEnum):
    """How we know of a change."""

    INSTRUCTION = "instruction"
    COMPARISON = "comparison"


class WordMark(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@frozen
class Word:
    """A run of words of a redline, with the blanks between them."""

    mark: WordMark
    text: str


@frozen(kw_only=True)
class Change:
    """One difference between two editions.

    Attributes:
        kind: what changed, and how.
        lane: law, typography, or our own data.
        old_place: what it stood in: level, link, sector, block or entry; None when added.
        new_place: what it stands in; None when removed.
        old_position: where among its neighbours it stood, from 0; None when added, or when
            it did not leave its place.
        new_position: likewise where it stands; None when removed.
        old: its text before; None when added. Of a label or an id that is read otherwise,
            the label or the id; of a doubt, its id; of a fault of print, the faulty words.
        new: likewise after; None when removed.
        words: for a rewording, the redline.
        entry: the id of the entry concerned, in the later edition if it is there.
        code: the level concerned (or link, block), in the later edition if it is there.
        old_code: the level concerned in the earlier edition.
        old_node: the thing before; None when added.
        new_node: the thing after; None when removed.
        basis: whether an instruction is known, or only the two texts.
        order: the order that made the change, where known.
        instruction: its words, where known.
        old_lines: the source lines before.
        new_lines: the source lines after.
    """

    kind: ChangeKind
    lane: Lane
    old_place: Address | None = None
    new_place: Address | None = None
    old_position: int | None = None
    new_position: int | None = None
    old: str | None = None
    new: str | None = None
    words: tuple[Word, ...] = ()
    entry: str | None = None
    code: Code | None = None
    old_code: Code | None = None
    old_node: Node | None = None
    new_node: Node | None = None
    basis: Basis = Basis.COMPARISON
    order: str | None = None
    instruction: Instruction | None = None
    old_lines: Span | None = None
    new_lines: Span | None = None
