"""Which lines of a source stand beside which part of what was read from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from kz_civil_positions.model import (
    Abbreviation,
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
from kz_civil_positions.orders import OrderParagraph
from kz_civil_positions.sources.paragraphs import Part, Use

__all__ = ["LabelElsewhere", "Line", "Read", "Row", "rows"]

_ASIDE: Final = (Part.ELSEWHERE, Part.NOTE)


@frozen
class Line:
    """A line of the source.

    Attributes:
        number: counted from 1.
        text: as it stands.
        uses: what became of its parts.
    """

    number: int
    text: str
    uses: tuple[Use, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not self.text.strip()

    @property
    def aside(self) -> Part | None:
        """What it is, where it is neither of the order nor of its register."""
        parts = {use.part for use in self.uses}
        return next((part for part in _ASIDE if parts == {part}), None)


@frozen
class LabelElsewhere:
    """A label that is printed here, while its row begins at another line."""

    place: Link | Level


Read: TypeAlias = Node | OrderParagraph | LabelElsewhere


@frozen
class Row:
    """Lines that belong together, and what begins in them.

    Attributes:
        lines: of the source; none in the last row, for what has no place in the source.
        read: what was read from them, in reading order; of an entry, the heading.
        aside: what the lines are, where nothing was read from them.
    """

    lines: tuple[Line, ...]
    read: tuple[Read, ...]
    aside: Part | None = None


def rows(
    lines: Sequence[Line], order: str, paragraphs: Iterable[OrderParagraph], content: Content
) -> Iterator[Row]:
    """Answers: which lines and which readings stand beside each other, from the top down?

    Args:
        lines: all lines of the source, from line 1 on.
        order: whose source it is; what cites another's lines has no place in it.
        paragraphs: the order's own words.
        content: the register.

    Yields:
        Each line once, and each paragraph and each thing of the register once.

    Example:
        >>> own = OrderParagraph("title", "A title", Span("2031-1", 1, 2))
        >>> found = rows([Line(1, "A"), Line(2, "title"), Line(3, "")], "2031-1", [own], Content(()))
        >>> [([line.number for line in row.lines], len(row.read)) for row in found]
        [([1, 2], 1), ([3], 0)]
    """  # noqa: E501
    places = _Places(lines, order)
    for paragraph in paragraphs:
        places.put(paragraph, paragraph.lines)
    for node in content.walk():
        places.put_node(node)
    yield from places.rows()


class _Places:
    """What begins at each line, and which lines cannot be parted from the next."""

    def __init__(self, lines: Sequence[Line], order: str) -> None:
        self._lines, self._order = lines, order
        self._at: dict[int, list[Read]] = defaultdict(list)
        self._joined: set[int] = set()
        self._loose: list[Read] = []

    def put(self, read: Read, span: Span | None, *, whole: bool = True) -> None:
        """This was read from those lines; what is not whole only begins there."""
        if not self._here(span):
            self._loose.append(read)
            return
        assert span is not None  # noqa: S101 - said by the line above
        self._at[span.first].append(read)
        if whole:
            self._joined.update(range(span.first, span.last))

    def _here(self, span: Span | None) -> bool:
        return (
            span is not None
            and span.order == self._order
            and 1 <= span.first <= span.last <= len(self._lines)
        )

    def put_node(self, node: Node) -> None:
        match node:
            case Entry():
                self.put(node, self._heading(node))
            case Link() | Level():
                self._labelled(node)
            case Section() if node.lines is None:
                self.put(node, _first(node, self._order), whole=False)
            case Block() | Section() | Item() | Abbreviation():
                self.put(node, node.lines)
            case _:
                pass

    def _heading(self, entry: Entry) -> Span | None:
        """The lines of an entry's heading: up to its first item, or with it in one line."""
        item = entry.items[0].lines if entry.items else entry.lines
        if entry.lines is None or item is None or not self._here(item):
            return entry.lines
        if not entry.items:
            return entry.lines
        shares = not any(
            use.text.startswith(entry.items[0].text.split(maxsplit=1)[0])
            for use in self._lines[item.first - 1].uses
        )
        last = item.first if shares else item.first - 1
        return Span(entry.lines.order, entry.lines.first, max(entry.lines.first, last))

    def _labelled(self, place: Link | Level) -> None:
        """A row begins with its first entry or its label, whichever stands above."""
        start = _first(place, self._order)
        self.put(place, start, whole=False)
        label = place.label.lines
        if self._here(label) and start and label and label.first != start.first:
            self.put(LabelElsewhere(place), label, whole=False)

    def rows(self) -> Iterator[Row]:
        held: list[Line] = []
        for line in self._lines:
            if held and not self._belongs(held[-1], line):
                yield self._row(held)
                held = []
            held.append(line)
        if held:
            yield self._row(held)
        if self._loose:
            yield Row((), tuple(self._loose))

    def _belongs(self, above: Line, line: Line) -> bool:
        if above.number in self._joined:
            return True
        if line.number in self._at or above.number in self._at:
            return False
        return above.blank is line.blank and (line.blank or above.aside is line.aside is not None)

    def _row(self, lines: list[Line]) -> Row:
        """Places stand before what is in them, whatever line they begin at."""
        read = [one for line in lines for one in sorted(self._at[line.number], key=_closes)]
        return Row(tuple(lines), tuple(read), None if read else lines[0].aside)


def _closes(read: Read) -> bool:
    """In the last line of a register, the mark that closes the quotation stands after it."""
    return isinstance(read, OrderParagraph)


def _first(node: Node, order: str) -> Span | None:
    """The first line of a place: of its labels and of all that stands in it."""
    found = [span for span in _spans(node) if span.order == order]
    if not found:
        return None
    line = min(span.first for span in found)
    return Span(order, line, line)


def _spans(node: Node) -> Iterator[Span]:
    own = node.label.lines if isinstance(node, Link | Level) else getattr(node, "lines", None)
    if own is not None:
        yield own
    if not isinstance(node, Entry):
        for child in node.children:
            yield from _spans(child)
