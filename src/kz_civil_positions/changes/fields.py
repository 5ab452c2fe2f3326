"""What a thing that is in both editions says itself, before and after."""

from collections.abc import Iterator

from kz_civil_positions.changes.model import Change, ChangeKind, Lane
from kz_civil_positions.changes.telling import Teller, Texts
from kz_civil_positions.changes.typography import same_but_for_print
from kz_civil_positions.model import (
    Abbreviation,
    Block,
    Entry,
    Item,
    Label,
    LabelState,
    Level,
    Link,
    Node,
    Section,
    Span,
)

__all__ = ["both_printed", "own_changes", "relabelled"]


def own_changes(teller: Teller, old: Node, new: Node) -> Iterator[Change]:
    """Answers: what does this thing itself say otherwise, those below it and its number apart?

    Args:
        teller: makes the changes.
        old: the thing before.
        new: the same thing after.

    Yields:
        The changes, those of law first.
    """
    match old, new:
        case Item(), Item():
            yield from _item(teller, old, new)
            yield from _named(teller, old, new)
        case Entry(), Entry():
            yield from _heading(teller, old, new)
            yield from _named(teller, old, new)
        case Link() | Level(), Link() | Level():
            yield from _label(teller, old, new)
            yield from _lines(teller, old, new, old.label.lines, new.label.lines)
        case Block() | Section(), Block() | Section():
            yield from _heading(teller, old, new)
            yield from _lines(teller, old, new, old.lines, new.lines)
        case Abbreviation(), Abbreviation():
            yield from _abbreviation(teller, old, new)
            yield from _lines(teller, old, new, old.lines, new.lines)


def both_printed(old: Label, new: Label) -> bool:
    """Answers: are both labels printed, so that their texts can be compared?

    Example:
        >>> both_printed(Label(LabelState.PRINTED, "2"), Label(LabelState.INFERRED))
        False
    """
    return old.state is new.state is LabelState.PRINTED


def relabelled(
    teller: Teller,
    old: Link | Level,
    new: Link | Level,
    *,
    renumbered: bool,
    positions: tuple[int | None, int | None],
) -> Iterator[Change]:
    """Answers: has this link or level another number, or another printed label?

    Args:
        teller: makes the changes.
        old: the link or level before.
        new: the same after.
        renumbered: whether its number, or what it stands in, is another.
        positions: its places among its neighbours, if it stands in something else.

    Yields:
        One change, or none.
    """
    reprinted = both_printed(old.label, new.label) and old.label.text != new.label.text
    if not renumbered and not reprinted:
        return
    texts = Texts(_number(old), _number(new))
    typographic = not renumbered and same_but_for_print(old.label.text or "", new.label.text or "")
    kind = ChangeKind.LINK_RELABELLED if isinstance(new, Link) else ChangeKind.LEVEL_RELABELLED
    lane = Lane.TYPOGRAPHIC if typographic else Lane.LAW
    yield teller.tell(kind, old, new, lane=lane, texts=texts, positions=positions)


def _number(node: Link | Level) -> str:
    """The label as printed, else the number that it must be."""
    number = node.code.plain if isinstance(node, Link) else node.code.level_number
    return node.label.text or number or node.code.plain


def _heading(
    teller: Teller, old: Block | Section | Entry, new: Block | Section | Entry
) -> Iterator[Change]:
    if old.heading != new.heading:
        texts = Texts(old.heading, new.heading)
        yield _reworded(teller, ChangeKind.HEADING_REWORDED, old, new, texts)


def _item(teller: Teller, old: Item, new: Item) -> Iterator[Change]:
    if old.text != new.text:
        texts = Texts(old.text, new.text)
        yield _reworded(teller, ChangeKind.ITEM_REWORDED, old, new, texts)
    if old.kind is not new.kind:
        texts = Texts(str(old.kind), str(new.kind))
        yield teller.tell(ChangeKind.KIND_READ, old, new, lane=Lane.DATA, texts=texts)


def _abbreviation(teller: Teller, old: Abbreviation, new: Abbreviation) -> Iterator[Change]:
    texts, kind = Texts(old.text, new.text), ChangeKind.ABBREVIATION_REWORDED
    if old.text != new.text:
        yield _reworded(teller, kind, old, new, texts)
    elif (old.short, old.long) != (new.short, new.long):
        # The same line, divided otherwise by us.
        yield teller.tell(kind, old, new, lane=Lane.DATA, texts=texts)


def _reworded(teller: Teller, kind: ChangeKind, old: Node, new: Node, texts: Texts) -> Change:
    item = isinstance(new, Item)
    same = same_but_for_print(texts.old or "", texts.new or "", item=item)
    lane = Lane.TYPOGRAPHIC if same else Lane.LAW
    return teller.tell(kind, old, new, lane=lane, texts=texts, redlined=True)


def _label(teller: Teller, old: Link | Level, new: Link | Level) -> Iterator[Change]:
    """How we know the label; two printed labels that differ are told as a relabelling."""
    before, after = old.label, new.label
    same = (before.state, before.text) == (after.state, after.text)
    if not same and not both_printed(before, after):
        texts = Texts(str(before.state), str(after.state))
        yield teller.tell(ChangeKind.LABEL_READ, old, new, lane=Lane.DATA, texts=texts)


def _named(teller: Teller, old: Entry | Item, new: Entry | Item) -> Iterator[Change]:
    if old.id != new.id:
        texts = Texts(old.id, new.id)
        yield teller.tell(ChangeKind.ID_GIVEN, old, new, lane=Lane.DATA, texts=texts)
    yield from _lines(teller, old, new, old.lines, new.lines)


def _lines(
    teller: Teller, old: Node, new: Node, before: Span | None, after: Span | None
) -> Iterator[Change]:
    if before != after:
        texts = Texts(str(before) if before else None, str(after) if after else None)
        yield teller.tell(ChangeKind.LINES_CHANGED, old, new, lane=Lane.DATA, texts=texts)
