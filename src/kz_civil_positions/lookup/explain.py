"""The whole chain of evidence for one answer."""

from collections.abc import Iterator

from kz_civil_positions.annotations import Institution
from kz_civil_positions.history.register import Register
from kz_civil_positions.history.trace import Event
from kz_civil_positions.lookup.finding import Finding
from kz_civil_positions.model import (
    Doubt,
    Edition,
    Entry,
    Item,
    ItemKind,
    Level,
    PrintedFault,
    Span,
)
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.repairs import Repair, Repairs
from kz_civil_positions.things import frozen

__all__ = ["Explanation", "explain"]

# A label stands at most so many lines above the row it labels.
_ABOVE = 2


@frozen(eq=False)
class Explanation:
    """How we know what stands in an entry.

    Attributes:
        identity: the entry, or the item of it.
        edition: where it stands.
        level: at which level.
        entry: the entry.
        item: the item that was asked for.
        positions: what our annotations say of it.
        institutions: that the item names.
        order: the order that brought its text.
        events: what happened to it, order by order, with the instructions.
        lines: of the source that print it: those of the heading, the subheading, the item.
        source: those lines as they stand in the file, damage included; empty if not held.
        file: the name of the source file; None where no source is held.
        sha256: of that file.
        repairs: made to those lines.
        doubts: about its place, with evidence.
        faults: of print, kept.
    """

    identity: str
    edition: Edition
    level: Level
    entry: Entry
    item: Item | None
    positions: tuple[Finding, ...]
    institutions: tuple[Institution, ...]
    order: Order
    events: tuple[Event, ...]
    lines: tuple[Span, ...]
    source: tuple[tuple[int, str], ...]
    file: str | None
    sha256: str | None
    repairs: tuple[Repair, ...]
    doubts: tuple[Doubt, ...]
    faults: tuple[PrintedFault, ...]


def explain(
    register: Register,
    edition: Edition,
    identity: str,
    source: str = "",
    repairs: Repairs | None = None,
) -> Explanation:
    """Answers: how do we know what stands there?

    Args:
        register: with its history.
        edition: its text must be held.
        identity: the id of an entry or item.
        source: the text of the source file of the order that brought it.
        repairs: made to that text.

    Raises:
        UnknownAddressError: when the edition has no such id.
    """
    entry = edition.entry(identity)
    item = next((one for one in entry.items if one.id == identity), None)
    level = edition.level_of(identity)
    lines = tuple(_spans(entry, item))
    finder = register.finder(edition)
    order = register.order(lines[0].order if lines else edition.order)
    text = register.text_of(edition)
    given = order.source if isinstance(text, Order) else text.source
    return Explanation(
        identity=identity,
        edition=edition,
        level=level,
        entry=entry,
        item=item,
        positions=finder.at(identity),
        institutions=finder.placed.get(identity, ()),
        order=order,
        events=register.history(identity),
        lines=lines,
        source=tuple(_printed(source, lines)),
        file=given.file if given else None,
        sha256=given.sha256 if given else None,
        repairs=tuple(_mended(repairs, lines, level)),
        doubts=edition.doubts_about(level, entry),
        faults=edition.faults_in(entry),
    )


def _spans(entry: Entry, item: Item | None) -> Iterator[Span]:
    """The lines of the whole entry; or of its headings alone, and of the item."""
    whole = entry.lines
    if whole is None:
        return
    first = entry.items[0].lines if entry.items else None
    if item is None or first is None or item.lines is None:
        yield whole
        return
    yield Span(whole.order, whole.first, max(whole.first, first.first - 1))
    above = entry.items[: entry.items.index(item)]
    headings = [one for one in above if one.kind is ItemKind.SUBHEADING and one.lines]
    yield from (one.lines for one in headings[-1:] if one.lines)
    yield item.lines


def _printed(source: str, lines: tuple[Span, ...]) -> Iterator[tuple[int, str]]:
    raw = source.split("\n")
    numbers = {number for span in lines for number in range(span.first, span.last + 1)}
    yield from ((number, raw[number - 1]) for number in sorted(numbers) if number <= len(raw))


def _mended(repairs: Repairs | None, lines: tuple[Span, ...], level: Level) -> Iterator[Repair]:
    """Repairs of those lines, and of the labels that tell at which level they stand."""
    for one in (*repairs.by_hand, *repairs.by_rule) if repairs else ():
        touches = any(
            one.lines.first <= span.last and span.first <= one.lines.last for span in lines
        )
        cell = level.lines
        labels = cell and one.row is not None and cell.first - _ABOVE <= one.row <= cell.last
        if touches or labels:
            yield one
