"""An edition written out as official documents: web page, Markdown, DOCX, plain text.

The words are those of the order and its register, and nothing else; only the form is that of
a publisher. So what a reader and the importer make of a document can be held against the
edition that it was written from.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import zip_longest
from typing import Final

from attrs import frozen
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import _Cell

from kz_civil_positions.model import Edition, Entry, ItemKind, Label, LabelState, Level, Link
from kz_civil_positions.orders import Order, OrderParagraph, OrderRole

__all__ = [
    "Cell",
    "as_docx",
    "as_html",
    "as_markdown",
    "as_text",
    "cell_paragraphs",
    "official_rows",
    "words_after",
    "words_before",
]

COLUMNS: Final = ("Буын", "Деңгей", "Лауазымдар атауы")
ABBREVIATIONS: Final = "Аббревиатуралардың толық жазылуы:"
# A Cyrillic letter is printed for each block but D.
PRINTED: Final = str.maketrans("ABC", "АВС")
NOT_MARKDOWN: Final = str.maketrans({mark: f"\\{mark}" for mark in "\\*_`<[]|#"})


@frozen
class Cell:
    """A cell as it is printed.

    Attributes:
        paragraphs: its paragraphs.
        rows: how many rows it spans.
        columns: how many columns it spans.
        label: whether it holds a label, which publishers centre.
    """

    paragraphs: tuple[str, ...]
    rows: int = 1
    columns: int = 1
    label: bool = False


Rows = list[list[Cell]]


# ------------------------------------------------------------------ what is to be printed


def cell_paragraphs(entry: Entry) -> tuple[str, ...]:
    """The paragraphs of an entry: a list divided at its commas was printed as one."""
    specialities = [item for item in entry.items if item.kind is ItemKind.SPECIALITY]
    listed = all(item.text.endswith(",") for item in entry.items[:-1])
    if specialities and len(specialities) == len(entry.items) and listed:
        return (entry.text,)
    return (entry.heading, *(item.text for item in entry.items))


def official_rows(edition: Edition, order: Order, *, inferred: bool = False) -> Rows:
    """The table of the register, row by row; a cell stands in the first row that it spans.

    Labels that our source lost are blank cells, unless ``inferred`` prints what we infer.
    """
    rows: Rows = [[Cell((word,), label=True) for word in _columns(order)]]
    for block in edition.blocks:
        rows.append([Cell((block.heading,), columns=3, label=True)])
        for section in block.sections:
            if section.heading is not None:
                rows.append([Cell((section.heading,), columns=3, label=True)])
            for link in section.links:
                rows += _link_rows(link, inferred=inferred)
    return rows


def words_before(order: Order, notes: Sequence[str] = ()) -> list[tuple[OrderRole, str]]:
    """The order's own words up to the table, and a publisher's notes at its head."""
    own = [(one.role, one.text) for one in order.paragraphs[: _table_at(order)]]
    return [*own, *((OrderRole.HEADER, note) for note in notes)]


def words_after(edition: Edition, order: Order) -> list[str]:
    """The list of abbreviations, the mark that closes the quotation, and the order's end."""
    after = [one for one in order.paragraphs[_table_at(order) :] if one.role not in _LISTED]
    closing = after.pop(0).text if after and after[0].role is OrderRole.QUOTATION else ""
    words = [one.text for one in edition.abbreviations]
    if words:
        words.insert(0, _list_heading(order.paragraphs))
    if closing and words:
        words[-1] += f" {closing}"
    elif closing:
        words.append(closing)
    return [*words, *(one.text for one in after)]


_LISTED: Final = (OrderRole.COLUMNS, OrderRole.LIST_HEADING)


def _columns(order: Order) -> tuple[str, ...]:
    printed = [one.text for one in order.paragraphs if one.role is OrderRole.COLUMNS]
    return tuple(printed[0].split(" ", 2)) if printed else COLUMNS


def _list_heading(paragraphs: Iterable[OrderParagraph]) -> str:
    printed = (one.text for one in paragraphs if one.role is OrderRole.LIST_HEADING)
    return next(printed, ABBREVIATIONS)


def _table_at(order: Order) -> int:
    """Where the table stands among the order's own words: after all, unless they say so."""
    roles = [one.role for one in order.paragraphs]
    return roles.index(OrderRole.COLUMNS) if OrderRole.COLUMNS in roles else len(roles)


def _link_rows(link: Link, *, inferred: bool) -> Iterator[list[Cell]]:
    name = f"{link.code.plain.translate(PRINTED)}"
    head = Cell(_label(link.label, name, inferred=inferred), rows=len(link.levels), label=True)
    for number, level in enumerate(link.levels):
        yield [*([] if number else [head]), _level_cell(level, inferred=inferred), _text(level)]


def _level_cell(level: Level, *, inferred: bool) -> Cell:
    number = level.code.level_number or ""
    return Cell(_label(level.label, number, inferred=inferred), label=True)


def _text(level: Level) -> Cell:
    return Cell(tuple(words for entry in level.entries for words in cell_paragraphs(entry)))


def _label(label: Label, name: str, *, inferred: bool) -> tuple[str, ...]:
    if label.state is LabelState.PRINTED:
        return (label.text or name,)
    return (name,) if inferred and label.state is LabelState.INFERRED else ()


def _blank_for_spanned(rows: Rows) -> Rows:
    """The same table as publishers print it who repeat no span: blank cells go on below."""
    done: Rows = []
    for row in rows:
        missing = 0 if row[0].columns > 1 else len(COLUMNS) - len(row)
        done.append([*[Cell((), label=True)] * missing, *row])
    return [[Cell(cell.paragraphs, 1, cell.columns, cell.label) for cell in row] for row in done]


# ----------------------------------------------------------------------------- web page

NAVIGATION: Final = """
<header><a href="/">Басты бет</a><form><input name="q"><button>Іздеу</button></form></header>
<nav><ul><li><a href="/kaz">Қазақша</a></li><li><a href="/rus">На русском</a></li></ul></nav>
<div class="side"><ul><li><a href="#z1">Мәтін</a></li><li><a href="#z2">Ақпарат</a></li>
<li><a href="#z3">Өзгерістер тарихы</a></li></ul></div>
"""
FOOTER: Final = "<footer><p>Байланыс</p><script>var page = '<p>no text</p>';</script></footer>"


def as_html(
    edition: Edition,
    order: Order,
    *,
    navigation: bool = False,
    blank: bool = False,
    inferred: bool = False,
    notes: Sequence[str] = (),
    style: str = "",
) -> bytes:
    """The order as a web page, its table with rowspans.

    Args:
        edition: the edition that the order makes.
        order: the order whose own words stand around the table.
        navigation: with the menus of a publisher's page around the text.
        blank: with blank continuation cells instead of cells that span rows.
        inferred: with the labels that we infer, as a better source would print them.
        notes: a publisher's notes, placed before the table.
        style: rules of CSS, for a page that is to be printed.
    """
    rows = official_rows(edition, order, inferred=inferred)
    body = [
        *(_html_words(role, text) for role, text in words_before(order, notes)),
        _html_table(_blank_for_spanned(rows) if blank else rows),
        *(f"<p>{escape(text, quote=False)}</p>" for text in words_after(edition, order)),
    ]
    text = "\n".join(body)
    if navigation:
        text = f"{NAVIGATION}<article>\n{text}\n</article>{FOOTER}"
    head = f'<meta charset="utf-8"><title>{escape(order.title)}</title><style>{style}</style>'
    page = f'<!DOCTYPE html>\n<html lang="kk"><head>{head}</head>\n<body>\n{text}\n</body></html>\n'
    return page.encode()


def _html_words(role: OrderRole, text: str) -> str:
    tag = "h1" if role is OrderRole.TITLE else "p"
    return f"<{tag}>{escape(text, quote=False)}</{tag}>"


def _html_table(rows: Rows) -> str:
    head = "".join(f"<th>{cell.paragraphs[0]}</th>" for cell in rows[0])
    body = "\n".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in rows[1:])
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"


def _html_cell(cell: Cell) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    centred = ' style="text-align:center"' if cell.label else ""
    words = "".join(f"<p>{escape(text, quote=False)}</p>" for text in cell.paragraphs)
    return f"<td{spans}{centred}>{words}</td>"


# ----------------------------------------------------------------------------- Markdown


def as_markdown(
    edition: Edition,
    order: Order,
    *,
    front_matter: bool = False,
    inferred: bool = False,
    notes: Sequence[str] = (),
) -> bytes:
    """The order as Markdown, its table in HTML and a line a paragraph, as corpora keep them."""
    table = official_rows(edition, order, inferred=inferred)
    paragraphs = [
        *(_markdown_words(role, text) for role, text in words_before(order, notes)),
        "\n".join(("<table>", *map(_markdown_row, table), "</table>")),
        *(text.translate(NOT_MARKDOWN) for text in words_after(edition, order)),
    ]
    head = f"---\nsource: a fictional address\nadopted: {order.adopted}\n---\n\n"
    return ((head if front_matter else "") + "\n\n".join(paragraphs) + "\n").encode()


def _markdown_row(row: list[Cell]) -> str:
    return "\n".join(("<tr>", *map(_markdown_cell, row), "</tr>"))


def _markdown_cell(cell: Cell) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    words = "\n".join(escape(text, quote=False) for text in cell.paragraphs)
    return f"<td{spans}>{f'{chr(10)}{words}{chr(10)}' if len(cell.paragraphs) > 1 else words}</td>"


def _markdown_words(role: OrderRole, text: str) -> str:
    return f"{'# ' if role is OrderRole.TITLE else ''}{text.translate(NOT_MARKDOWN)}"


# --------------------------------------------------------------------------------- DOCX


def as_docx(
    edition: Edition,
    order: Order,
    *,
    inferred: bool = False,
    notes: Sequence[str] = (),
) -> bytes:
    """The order as a document of a word processor, its table with merged cells."""
    document = Document()
    for role, text in words_before(order, notes):
        document.add_paragraph(text, style="Title" if role is OrderRole.TITLE else None)
    rows = official_rows(edition, order, inferred=inferred)
    table = document.add_table(len(rows), len(COLUMNS))
    grid = [list(row.cells) for row in table.rows]
    for at, row in enumerate(rows):
        free = len(COLUMNS) - sum(cell.columns for cell in row)
        for number, cell in enumerate(row, free):
            place = grid[at][number]
            last = grid[at + cell.rows - 1][number + cell.columns - 1]
            _fill(place.merge(last) if last is not place else place, cell)
    for text in words_after(edition, order):
        document.add_paragraph(text)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _fill(place: _Cell, cell: Cell) -> None:
    """The first paragraph of a cell is there already; each further one is added."""
    paragraphs = [place.paragraphs[0], *(place.add_paragraph() for _ in cell.paragraphs[1:])]
    for paragraph, text in zip(paragraphs, cell.paragraphs, strict=False):
        paragraph.add_run(text)
        if cell.label:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


# --------------------------------------------------------------------------- plain text


def as_text(
    edition: Edition,
    order: Order,
    *,
    bar: bool = False,
    bare: bool = False,
    inferred: bool = False,
    notes: Sequence[str] = (),
) -> bytes:
    """The order as clean text, cells divided by tabs or bars.

    Args:
        edition: the edition that the order makes.
        order: the order whose own words stand around the table.
        bar: with bars around the cells instead of tabs between them.
        bare: with further paragraphs of a cell in lines of their own, as a browser copies
            them; otherwise blank cells stand before them.
        inferred: with the labels that we infer.
        notes: a publisher's notes, placed before the table.
    """
    lines = [text for _, text in words_before(order, notes)]
    lines.append("")
    for row in _blank_for_spanned(official_rows(edition, order, inferred=inferred)):
        for number, beside in enumerate(zip_longest(*(c.paragraphs for c in row), fillvalue="")):
            filled = [*beside, *[""] * (len(COLUMNS) - len(beside))]
            if number and bare:
                lines.append(filled[-1])
            else:
                lines.append(f"| {' | '.join(filled)} |" if bar else "\t".join(filled))
    lines.append("")
    lines += words_after(edition, order)
    return "".join(f"{line}\n" for line in lines).encode()
