"""A web page: the words that a reader of the page sees, and its tables with their spans.

Nothing is fetched and nothing is run. Navigation, forms, scripts and what is hidden go; so
does deleted text. A page may stand around the document: where an ``<article>`` or ``<main>``
holds it, with the page's title, only that is read; otherwise all of the page.

A superscript figure is written with Unicode's superscript figures: ``1<sup>1</sup>`` is
``1¹``, never 11. The numbers of ordered lists, which a page only shows, are written out. A
line break ends a paragraph, but not a heading.
"""

import re
from collections.abc import Iterator
from typing import Final

from attrs import define, evolve, field, frozen
from lxml import etree  # type: ignore[import-untyped]
from lxml.html import (  # type: ignore[import-untyped]
    HtmlElement,
    HTMLParser,
    document_fromstring,
)

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.readers.encoding import decode
from kz_civil_positions.sources.readers.gather import Gatherer, raised
from kz_civil_positions.sources.readers.grid import GridCell, GridRow, lay_out
from kz_civil_positions.sources.readers.limits import MAX_DEPTH, MAX_SPAN
from kz_civil_positions.sources.readers.numerals import NUMERALS
from kz_civil_positions.sources.readers.shown import find_document, is_gone, layout_tables
from kz_civil_positions.sources.readers.tags import clean_page
from kz_civil_positions.sources.transcript import Piece, Prose, Transcript, transcribe

__all__ = ["read_html", "read_page"]

_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# How far into a page its encoding may be declared.
_HEAD: Final = 4096

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLE_PARTS: Final = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
_BLOCKS: Final = _HEADINGS | _TABLE_PARTS | {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
    *("html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "ul"),
}  # fmt: skip
_WHOLE: Final = re.compile(r"\s*\+?(-?\d{1,9})")


def read_html(data: bytes) -> Transcript:
    r"""Answers: which words and tables does this web page show?

    Args:
        data: the page as it was saved.

    Returns:
        Its paragraphs and rows; places are lines of the page's source.

    Raises:
        BadInputError: it cannot be decoded, never ends, or is past a limit.

    Example:
        >>> page = "<p>БҰЙЫРАМЫН:<table><tr><td rowspan=2>А1<td>1<tr><td>2</table>"
        >>> read_html(page.encode()).text
        'БҰЙЫРАМЫН:\n\nА1\t1\n\t2\n'
    """
    declared = _DECLARED.search(data, 0, _HEAD)
    page = decode(data, declared[1].decode("ascii", "replace") if declared else None)
    return transcribe(read_page(page), TextForm.PARAGRAPHS)


def read_page(page: str, *, lines_in_cells: bool = False) -> tuple[Piece, ...]:
    """Answers: which paragraphs and rows does this page consist of?

    Args:
        page: its source.
        lines_in_cells: whether a line break in a cell without further markup ends a
            paragraph, as corpora in Markdown write it; in a page it is a mere blank.

    Returns:
        The paragraphs and rows in reading order.

    Raises:
        BadInputError: it never ends, or is past a limit.
    """
    root = _parsed(clean_page(page))
    if root is None:
        return ()
    reader = _Reader(lines_in_cells, layout_tables(root))
    reader.element(find_document(root), _Inside())
    reader.gatherer.close()
    return tuple(reader.gatherer.done)


def _parsed(page: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = document_fromstring(page.encode(), parser=parser)
    except etree.ParserError:  # no element at all
        return None
    # Past its limits the parser stops without a word.
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise BadInputError("documents.too-deep", most=MAX_DEPTH)
    return root


# ------------------------------------------------------------------------- what it says


@frozen
class _Inside:
    """What the words stand in."""

    depth: int = 0
    cell: bool = False
    heading: bool = False
    raised: bool = False
    lines: bool = False


@define
class _Table:
    """The rows of a table while it is being read; its foot is shown last."""

    body: list[GridRow] = field(factory=list)
    foot: list[GridRow] = field(factory=list)


@define
class _Reader:
    """Where the reading of a page stands."""

    lines_in_cells: bool
    layout: frozenset[HtmlElement]
    gatherer: Gatherer = field(factory=Gatherer)
    line: int = 1
    cells: int = 0

    @property
    def place(self) -> str:
        return f"line {self.line}"

    def element(self, element: HtmlElement, inside: _Inside) -> None:
        """An element with all that is in it; not the words after it."""
        self.line = max(self.line, element.sourceline or 0)
        if element.tag is etree.Comment:  # its line is that of its end
            return
        if is_gone(element):
            self.line += sum(words.count("\n") for words in element.itertext())
            return
        if inside.depth > MAX_DEPTH:
            raise BadInputError("documents.too-deep", where=self.place, most=MAX_DEPTH)
        if element.tag in _BLOCKS:
            self.gatherer.close()
        if element.tag == "table" and not inside.cell and element not in self.layout:
            self.table(element, inside)
        elif element.tag == "br":
            self.line_break(inside)
        else:
            self.content(element, _within(element, inside))
        if element.tag in _BLOCKS:
            self.gatherer.close()

    def content(self, element: HtmlElement, inside: _Inside) -> None:
        self.words(element.text, inside)
        numbers = _numbers(element) if element.tag == "ol" else iter(())
        for child in element:
            start = self.start()
            self.element(child, inside)
            if child.tag == "li" and (number := next(numbers, "")):
                self.write_number(number, start)
            self.words(child.tail, inside)

    def words(self, words: str | None, inside: _Inside) -> None:
        for number, line in enumerate((words or "").split("\n")):
            if number:
                self.line += 1
                if inside.lines:
                    self.gatherer.close()
                self.gatherer.add("\n", self.place)
            self.gatherer.add(raised(line) if inside.raised else line, self.place)

    def line_break(self, inside: _Inside) -> None:
        if inside.heading:
            self.gatherer.add(" ", self.place)
        else:
            self.gatherer.close()

    def start(self) -> int:
        """How many pieces were read before what comes now."""
        return len(self.gatherer.done)

    def write_number(self, number: str, start: int) -> None:
        """The number of a list item stands before its first words, unless printed there."""
        item = self.gatherer.done[start] if self.start() > start else None
        if isinstance(item, Prose) and not item.text.startswith(number):
            self.gatherer.done[start] = evolve(item, text=f"{number} {item.text}")

    def table(self, element: HtmlElement, inside: _Inside) -> None:
        table = _Table()
        self.table_part(element, table, table.body, evolve(inside, depth=inside.depth + 1))
        self.gatherer.close()
        laid_out = lay_out([*table.body, *table.foot], self.cells)
        self.cells = laid_out.cells
        self.gatherer.done += laid_out.rows

    def table_part(
        self, part: HtmlElement, table: _Table, rows: list[GridRow], inside: _Inside
    ) -> None:
        """The rows of a part of the table; words that stand in no cell go before it."""
        if inside.depth > MAX_DEPTH:
            raise BadInputError("documents.too-deep", where=self.place, most=MAX_DEPTH)
        self.words(part.text, inside)
        opens = part.tag != "table"
        below = evolve(inside, depth=inside.depth + 1)
        for child in part:
            self.line = max(self.line, child.sourceline or 0)
            if child.tag in ("tr", "td", "th") and not is_gone(child):
                rows.append(self.row(child, below, opens=opens))
                opens = False
            elif child.tag in ("thead", "tbody", "tfoot") and not is_gone(child):
                into = table.foot if child.tag == "tfoot" else table.body
                self.table_part(child, table, into, below)
            else:
                self.element(child, below)
            self.words(child.tail, inside)

    def row(self, element: HtmlElement, inside: _Inside, *, opens: bool) -> GridRow:
        """A row, or a cell that stands in none."""
        place, cells = self.place, []
        within = [element]
        if element.tag == "tr":
            self.words(element.text, inside)
            within = list(element)
        for child in within:
            self.line = max(self.line, child.sourceline or 0)
            if child.tag in ("td", "th") and not is_gone(child):
                cells.append(self.cell(child, inside))
            else:
                self.element(child, inside)
            if child is not element:
                self.words(child.tail, inside)
        return GridRow(tuple(cells), place, opens)

    def cell(self, element: HtmlElement, inside: _Inside) -> GridCell:
        self.gatherer.close()
        start = self.start()
        bare = not any(one.tag in _BLOCKS for one in element.iterdescendants())
        lines = self.lines_in_cells and bare
        inside = evolve(inside, depth=inside.depth + 1, cell=True, lines=lines)
        self.content(element, inside)
        rows = _whole(element.get("rowspan"), 1)
        return GridCell(
            self.gatherer.cut(start),
            rows=MAX_SPAN if rows == 0 else max(rows, 1),
            columns=max(_whole(element.get("colspan"), 1), 1),
        )


def _within(element: HtmlElement, inside: _Inside) -> _Inside:
    return evolve(
        inside,
        depth=inside.depth + 1,
        heading=inside.heading or element.tag in _HEADINGS,
        raised=inside.raised or element.tag == "sup" or "raised" in element.attrib,
        lines=inside.lines or element.tag == "pre",
    )


def _whole(text: str | None, otherwise: int) -> int:
    """A whole number as pages give it: what follows its figures does not count."""
    found = _WHOLE.match(text or "")
    return int(found[1]) if found else otherwise


def _numbers(element: HtmlElement) -> Iterator[str]:
    """The numbers that a page shows before the items of an ordered list."""
    items = [child for child in element if child.tag == "li"]
    backwards = "reversed" in element.attrib
    number = _whole(element.get("start"), len(items) if backwards else 1)
    written = NUMERALS.get(element.get("type") or "1", str)
    for item in items:
        number = _whole(item.get("value"), number)
        hidden = "unnumbered" in item.attrib or "unnumbered" in element.attrib
        yield "" if hidden else f"{written(number)}."
        number += -1 if backwards else 1
