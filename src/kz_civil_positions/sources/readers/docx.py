"""A DOCX document: the words that a reader of its pages sees, and its tables.

Its XML is read as it stands. The library that the reports are written with passes over what
was inserted with changes tracked, over text boxes and content controls, and sets no limits;
here every word counts.

Inserted words are read and deleted ones are not; hidden text, headers and footers are not.
Numbers that the program prints by itself are written out. Footnotes stand at the end, each
after its figure; a text box stands after its paragraph; a line break ends a paragraph. Small
capitals and the like change no letter.
"""

from collections.abc import Iterator
from typing import Final

from attrs import define, field
from lxml import etree  # type: ignore[import-untyped]

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.readers.gather import Gatherer, raised
from kz_civil_positions.sources.readers.grid import GridCell, GridRow, lay_out
from kz_civil_positions.sources.readers.limits import MAX_SPAN
from kz_civil_positions.sources.readers.lists import Numbers, child, value
from kz_civil_positions.sources.readers.package import Package, local, open_package
from kz_civil_positions.sources.transcript import Transcript, transcribe

__all__ = ["read_docx"]

# Properties, codes of fields, what was deleted or moved away, and the second form of a drawing.
_GONE: Final = frozenset(
    {
        *("pPr", "rPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"),
        *("tblGrid", "instrText", "delText", "delInstrText", "del", "moveFrom", "Fallback", "rt"),
    }
)
_NOTES: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_SIGNS: Final = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_OFF: Final = frozenset({"0", "false", "off"})


def read_docx(data: bytes) -> Transcript:
    """Answers: which words and tables does this DOCX document show?

    Args:
        data: the file.

    Returns:
        Its paragraphs and rows; places are paragraphs outside of tables and rows of tables,
        counted from 1.

    Raises:
        BadInputError: it is no sound DOCX file, or is past a limit.
    """
    package = open_package(data)
    root = package.element(package.main)
    body = child(root, "body")
    if body is None:
        raise BadInputError("documents.no-document", where=package.main)
    numbers = Numbers(package.beside("numbering.xml"), package.beside("styles.xml"))
    reader = _Reader(package, numbers)
    reader.blocks(body)
    reader.gatherer.close()
    reader.read_notes()
    return transcribe(reader.gatherer.done, TextForm.PARAGRAPHS)


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """What an element holds and a reader sees; what is hidden or deleted is passed over."""
    return (one for one in element if local(one) not in _GONE)


def _on(element: etree._Element | None) -> bool:
    """Whether a property that is there is switched on."""
    return element is not None and value(element) not in _OFF


def _whole(text: str | None, otherwise: int) -> int:
    if text is None or not text.isdecimal():
        return otherwise
    return min(int(text[:9]), MAX_SPAN + 1)


@define
class _Reader:
    """Where the reading of a document stands."""

    package: Package
    numbers: Numbers
    gatherer: Gatherer = field(factory=Gatherer)
    paragraphs: int = 0
    tables: int = 0
    cells: int = 0
    place: str = ""
    in_cell: bool = False
    boxes: list[etree._Element] = field(factory=list)
    notes: list[tuple[str, str]] = field(factory=list)

    def blocks(self, element: etree._Element) -> None:
        """Paragraphs and tables, through whatever wraps them."""
        for one in _parts(element):
            name = local(one)
            if name == "p":
                self.paragraph(one)
            elif name == "tbl" and not self.in_cell:
                self.table(one)
            elif name in ("altChunk", "subDoc"):
                raise BadInputError("documents.document-within", where=self.place)
            else:  # a wrapper, or a table within a cell, whose paragraphs are the cell's
                self.blocks(one)

    def paragraph(self, element: etree._Element) -> None:
        if not self.in_cell:
            self.paragraphs += 1
            self.place = f"paragraph {self.paragraphs}"
        mark = child(element, "pPr", "rPr")
        ends = child(mark, "del") is None and child(mark, "moveFrom") is None
        if ends and (number := self.numbers.of(element, self.place)):
            self.gatherer.begin(f"{number} ", self.place)
        self.inline(element)
        if ends:  # otherwise its mark was deleted, and the next paragraph goes on in it
            self.gatherer.close()
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.gatherer.close()
            self.blocks(box)

    def inline(self, element: etree._Element) -> None:
        for one in _parts(element):
            name = local(one)
            if name == "txbxContent":
                self.boxes.append(one)
            elif name == "r":
                self.run(one)
            else:
                self.sign(one, name)

    def run(self, element: etree._Element) -> None:
        properties = child(element, "rPr")
        if _on(child(properties, "vanish")):
            return
        before = len(self.gatherer.words)
        self.inline(element)
        if value(child(properties, "vertAlign")) == "superscript":
            words = self.gatherer.words
            words[before:] = [raised(one) for one in words[before:]]

    def sign(self, element: etree._Element, name: str) -> None:
        """A stretch of text, or what stands for one."""
        if name == "t":
            self.gatherer.add(element.text or "", self.place)
        elif name in _SIGNS:
            self.gatherer.add(_SIGNS[name], self.place)
        elif name in ("br", "cr"):
            self.line_break(element)
        elif name == "sym":
            self.gatherer.add(_symbol(element), self.place)
        elif name in _NOTES:
            self.note(_NOTES[name], value(element, "id") or "", value(element, "customMarkFollows"))
        else:
            self.inline(element)

    def line_break(self, element: etree._Element) -> None:
        """A line ends; where only the page or column does, the paragraph goes on."""
        if value(element, "type") in ("page", "column"):
            self.gatherer.add(" ", self.place)
        else:
            self.gatherer.close()

    def note(self, part: str, name: str, own_mark: str | None) -> None:
        self.notes.append((part, name))
        if own_mark is None or own_mark in _OFF:
            self.gatherer.add(raised(str(len(self.notes))), self.place)

    def read_notes(self) -> None:
        """The footnotes, in the order in which the text calls them."""
        found: dict[tuple[str, str | None], etree._Element] = {}
        for part in dict.fromkeys(part for part, _ in self.notes):
            root = self.package.beside(f"{part}.xml")
            found |= {(part, value(one, "id")): one for one in (() if root is None else root)}
        for number, key in enumerate(tuple(self.notes), 1):
            self.place = f"note {number}"
            if key in found:
                self.gatherer.add(f"{raised(str(number))} ", self.place)
                self.in_cell = True
                self.blocks(found[key])
                self.gatherer.close()

    # ---------------------------------------------------------------------------- tables

    def table(self, element: etree._Element) -> None:
        self.gatherer.close()
        self.tables += 1
        self.in_cell = True
        rows = tuple(self.rows(element))
        self.in_cell = False
        laid_out = lay_out(rows, self.cells)
        self.cells = laid_out.cells
        self.gatherer.done += laid_out.rows

    def rows(self, element: etree._Element) -> Iterator[GridRow]:
        count = 0
        for row in _within(element, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            count += 1
            self.place = f"table {self.tables}, row {count}"
            before = _whole(value(child(properties, "gridBefore")), 0)
            cells = [GridCell((), columns=before)] if before else []
            cells += [self.cell(one) for one in _within(row, "tc")]
            yield GridRow(tuple(cells), self.place)

    def cell(self, element: etree._Element) -> GridCell:
        """A cell; one that goes on from above has no words, and is blank."""
        self.gatherer.close()
        start = len(self.gatherer.done)
        self.blocks(element)
        span = _whole(value(child(element, "tcPr", "gridSpan")), 1)
        return GridCell(self.gatherer.cut(start), columns=max(span, 1))


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or cells of a row, through whatever wraps them."""
    for one in _parts(element):
        if local(one) == name:
            yield one
        else:
            yield from _within(one, name)


def _symbol(element: etree._Element) -> str:
    """A letter given by its number in a font."""
    try:
        return chr(int(value(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""
