"""Golden files of rendered reports, and readers that see what a rendered file says."""

import io
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import docx as word_files
from attrs import define, field
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import kz_civil_positions as kz
from kz_civil_positions.history.register import Register
from kz_civil_positions.reports import docx, html, markdown
from kz_civil_positions.reports.document import Document, Table, Text

__all__ = [
    "FORMATS",
    "GOLDEN",
    "Page",
    "golden",
    "opened",
    "ours",
    "read_page",
    "spans_of",
    "specimen",
    "words_of",
    "words_of_docx",
]

_VOID: Final = frozenset({"meta", "col", "br"})


@cache
def ours() -> Register:
    """Answers: what is the register that comes with the library?"""
    return kz.load()


@cache
def specimen() -> Register:
    """Answers: what is the register of the fictional specimen?"""
    return kz.load(str(Path(__file__).parents[1] / "examples" / "specimen"))


# ── golden files ─────────────────────────────────────────────────────────────────────


class _Markdown(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "md"


class _Html(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "html"


class _Outline(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "docx.txt"


FORMATS: Final = ("md", "html", "docx")
GOLDEN: Final = {"md": _Markdown, "html": _Html, "docx": _Outline}


def golden(document: Document, form: str) -> str:
    """Answers: what of this document in this format is kept as a golden file?

    The version of the code and the style sheet are left out: neither a release nor a
    colour changes a golden file.
    """
    if form == "docx":
        made = "\n".join((*_outline(opened(docx.render(document))), ""))
    else:
        made = html.render(document) if form == "html" else markdown.render(document)
    made = re.sub(r"<style>.*</style>", "<style></style>", made, flags=re.DOTALL)
    return made.replace(f"kz-civil-positions {kz.__version__}", "kz-civil-positions VERSION")


def _outline(word: WordDocument) -> Iterator[str]:
    """Each paragraph with its styles; each cell with its spans."""
    for block in word.iter_inner_content():
        if isinstance(block, WordParagraph):
            yield _paragraph(block)
            continue
        for row in block._tbl.tr_lst:  # noqa: SLF001
            head = row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None
            yield "ROW (heading)" if head else "ROW"
            for one in row.tc_lst:
                yield f"  CELL columns={one.grid_span} merge={one.vMerge or '-'}"
                for paragraph in one.p_lst:
                    yield f"    {_paragraph(WordParagraph(paragraph, block))}"


def _paragraph(paragraph: WordParagraph) -> str:
    pieces = (_piece(run) for run in paragraph._p.iter(qn("w:r")))  # noqa: SLF001
    style = paragraph._p.style or "Normal"  # noqa: SLF001
    return f"[{style}] {''.join(pieces)}".rstrip()


def _piece(run: object) -> str:
    text: str = run.text  # type: ignore[attr-defined]
    style = run.style  # type: ignore[attr-defined]
    return f"{{{style}: {text}}}" if style else text


# ── what a document says ─────────────────────────────────────────────────────────────


def _said(text: Text) -> str:
    return "".join(run.text for run in text)


def words_of(document: Document) -> list[str]:
    """Answers: which lines does this document have, in its own order, none empty?"""
    return [line for part in document.parts for line in _lines(part) if line]


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, Table):
        yield part.caption
        for row in (part.head, *part.body):
            yield from (_said(line) for one in row for line in one.lines)
    elif hasattr(part, "items"):
        yield from map(_said, part.items)
    else:
        yield _said(part.text)  # type: ignore[attr-defined]


def opened(file: bytes) -> WordDocument:
    """Answers: what does python-docx read from these bytes?"""
    return word_files.Document(io.BytesIO(file))


def words_of_docx(file: bytes) -> list[str]:
    """Answers: which lines does this file have, none empty?"""
    found: list[str] = []
    for block in opened(file).iter_inner_content():
        if isinstance(block, WordTable):
            cells = (one for row in block._tbl.tr_lst for one in row.tc_lst)  # noqa: SLF001
            found += [WordParagraph(p, block).text for one in cells for p in one.p_lst]
        else:
            found.append(block.text)
    return [line for line in found if line]


def spans_of(file: bytes) -> list[list[int]]:
    """Answers: how many columns does each row of each table fill?"""
    return [
        [sum(one.grid_span for one in row.tc_lst) for row in table._tbl.tr_lst]  # noqa: SLF001
        for table in opened(file).tables
    ]


# ── what an HTML page says ───────────────────────────────────────────────────────────


@define
class Page:
    """What was read from an HTML file.

    Attributes:
        tags: all tags with their attributes.
        words: the lines of the body that its parts make.
        tables: of each table, its rows as the columns each cell fills.
        open_tags: tags that were never closed.
    """

    tags: list[tuple[str, dict[str, str | None]]] = field(factory=list)
    words: list[str] = field(factory=list)
    tables: list[list[list[tuple[int, int]]]] = field(factory=list)
    open_tags: list[str] = field(factory=list)

    def values(self, name: str) -> list[str]:
        """Answers: which values has this attribute, on any tag?"""
        return [str(one[name]) for _, one in self.tags if name in one]


class _Reader(HTMLParser):
    """Reads a page; a line is what stands in one heading, paragraph, point, cell or caption."""

    _LINES = frozenset({"h1", "h2", "h3", "h4", "p", "li", "td", "th", "caption"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.page.open_tags.append(tag)
        if tag in self._LINES:
            self.page.words.append("")
        if tag in ("nav", "head"):
            self._skipped += 1
        self._place(tag, dict(attrs))

    def _place(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "table":
            self.page.tables.append([])
        elif tag == "tr":
            self.page.tables[-1].append([])
        elif tag in ("td", "th"):
            spans = [int(attributes.get(name) or 1) for name in ("rowspan", "colspan")]
            self.page.tables[-1][-1].append((spans[0], spans[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.page.open_tags.pop() == tag, f"</{tag}> closes another tag"
        if tag in ("nav", "head"):
            self._skipped -= 1

    def handle_data(self, data: str) -> None:
        if not self._skipped and self.page.words and "main" in self.page.open_tags:
            self.page.words[-1] += "" if re.fullmatch(r"\n+", data) else data


def read_page(text: str) -> Page:
    """Answers: what does this HTML file say, and how is it built?"""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.page.words = [line for line in reader.page.words if line]
    return reader.page
