"""The words of a report as WordprocessingML: what stands between the tags of a DOCX body."""

import hashlib
import re
from collections.abc import Iterator
from itertools import count, pairwise
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from attrs import define, field

from kz_civil_positions.reports.document import (
    Cell,
    CellRole,
    Document,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Part,
    Quotation,
    Run,
    Spot,
    Style,
    Table,
    Text,
)

__all__ = ["LOCALES", "PAGE", "Body"]

LOCALES: Final = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
# A4 upright in twentieths of a point: width, height, margin.
PAGE: Final = (11906, 16838, 1134)

_CHARACTER_STYLES: Final = {
    Style.STRONG: "Strong",
    Style.EMPHASIS: "Emphasis",
    Style.CODE: "CodeText",
    Style.INSERTED: "InsertedText",
    Style.DELETED: "DeletedText",
}
# XML 1.0 has no way to write these; a text that holds one is damaged, and the reader sees where.
_UNSPEAKABLE: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32)], "\ufffd")
_BREAKS: Final = re.compile(r"([\n\t])")
# Word takes no longer names of bookmarks, and only letters, digits and underscores in them.
_LONGEST_NAME: Final = 40
_NOT_IN_NAMES: Final = re.compile(r"\W")
# How far a line of a cell is set in, a step.
_STEP: Final = 284
# A letter of a table is about so wide, and a cell keeps so much beside its text.
_LETTER: Final = 108
_BESIDE: Final = 90
# A line longer than this may be broken without harm, in letters.
_WIDEST: Final = 40
# A row whose cells have no more letters than this is not broken over two pages.
_LONGEST_WHOLE: Final = 700


def _safe(text: str) -> str:
    return escape(text.translate(_UNSPEAKABLE))


def _bookmark(anchor: str) -> str:
    """A name that Word takes, another one for each anchor."""
    name = "_".join(("", _NOT_IN_NAMES.sub("_", anchor)))
    if len(name) <= _LONGEST_NAME and re.fullmatch(r"[a-z0-9-]+", anchor):
        return name
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:10]
    return f"{name[: _LONGEST_NAME - 11]}_{digest}"


@define
class Body:
    """The body of one document in the making."""

    document: Document
    _numbers: Iterator[int] = field(factory=lambda: count(1), init=False)

    @property
    def width(self) -> int:
        """How wide the text is, in twentieths of a point."""
        across, down, margin = PAGE
        return (down if self.document.landscape else across) - 2 * margin

    def markup(self) -> str:
        """Answers: which elements make up the body of this document?"""
        pairs = pairwise((*self.document.parts, None))
        return "".join(
            piece
            for part, after in pairs
            if part is not None
            for piece in self._part(part, leads=isinstance(after, Quotation | Listing))
        )

    def _part(self, part: Part, *, leads: bool) -> Iterator[str]:
        match part:
            case Heading(level=level, text=text, anchor=anchor):
                style = "Title" if level == 1 else f"Heading{level - 1}"
                yield self._paragraph(text, style, anchor=anchor)
            case Paragraph(text=text, anchor=anchor):
                yield self._paragraph(text, anchor=anchor, leads=leads)
            case Quotation(text=text):
                yield self._paragraph(text, "Quote", leads=leads)
            case Listing(items=items):
                yield from (self._paragraph(item, "ListBullet") for item in items)
            case Notice(items=items):
                yield from (self._paragraph(item, "Notice") for item in items)
            case Table():
                yield from self._table(part)

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f'<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>{_words(table.caption)}</w:p>'
        widths = self._widths(table)
        yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        yield f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        sides = "".join(f'<w:{at} w:w="{_BESIDE}" w:type="dxa"/>' for at in ("left", "right"))
        yield f"<w:tblCellMar>{sides}</w:tblCellMar>"
        yield '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>'
        yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid>"
        yield "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        column = 0
        for one in table.head:
            yield self._cell(Spot(one, column), widths, head=True)
            column += one.columns
        yield "</w:tr>"
        for row in table.grid():
            whole = "<w:trPr><w:cantSplit/></w:trPr>" if _is_short(row) else ""
            yield f"<w:tr>{whole}{''.join(self._cell(spot, widths) for spot in row)}</w:tr>"
        # Two tables without a paragraph between them would run into one.
        yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'

    def _widths(self, table: Table) -> list[int]:
        shares = table.widths or tuple(_shares(table, self.width))
        return [self.width * share // sum(shares) for share in shares]

    def _cell(self, spot: Spot, widths: list[int], *, head: bool = False) -> str:
        one = spot.cell
        width = sum(widths[spot.column : spot.column + one.columns])
        marked = head or one.role is CellRole.BAND
        made = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
        if one.columns > 1:
            made.append(f'<w:gridSpan w:val="{one.columns}"/>')
        if one.rows > 1:
            made.append("<w:vMerge/>" if spot.goes_on else '<w:vMerge w:val="restart"/>')
        if marked:
            fill = "E8ECF2" if head else "F2F4F8"
            made.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
        style = "TableHead" if head else "TableBand" if marked else "TableText"
        text = self._cell_paragraphs(spot, style)
        return f"<w:tc><w:tcPr>{''.join(made)}</w:tcPr>{text}</w:tc>"

    def _cell_paragraphs(self, spot: Spot, style: str) -> str:
        one = spot.cell
        if spot.goes_on or not one.lines:
            return self._paragraph((), style, anchor=None if spot.goes_on else one.anchor)
        return "".join(
            self._paragraph(
                line,
                style,
                anchor=None if index else one.anchor,
                depth=one.depth(index),
                leads=one.depth(index + 1) > one.depth(index),
            )
            for index, line in enumerate(one.lines)
        )

    def _paragraph(
        self,
        text: Text,
        style: str | None = None,
        *,
        anchor: str | None = None,
        depth: int = 0,
        leads: bool = False,
    ) -> str:
        made = f'<w:pStyle w:val="{style}"/>' if style else ""
        made += "<w:keepNext/>" if leads else ""
        made += f'<w:ind w:left="{depth * _STEP}"/>' if depth else ""
        made = f"<w:pPr>{made}</w:pPr>" if made else ""
        return f"<w:p>{made}{self._marked(anchor, ''.join(map(self._run, text)))}</w:p>"

    def _marked(self, anchor: str | None, inner: str) -> str:
        if anchor is None:
            return inner
        number = next(self._numbers)
        name = quoteattr(_bookmark(anchor))
        start = f'<w:bookmarkStart w:id="{number}" w:name={name}/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{number}"/>'

    def _run(self, run: Run) -> str:
        made = f"<w:r>{self._look(run)}{_inner(run.text)}</w:r>"
        if run.link:
            made = f"<w:hyperlink w:anchor={quoteattr(_bookmark(run.link))}>{made}</w:hyperlink>"
        return self._marked(run.anchor, made)

    def _look(self, run: Run) -> str:
        style = _CHARACTER_STYLES.get(run.style) or ("SmallText" if run.small else None)
        made = f'<w:rStyle w:val="{style}"/>' if style else ""
        if run.raised:
            made += '<w:vertAlign w:val="superscript"/>'
        if run.language and run.language != self.document.language:
            made += f'<w:lang w:val="{LOCALES[run.language]}"/>'
        return f"<w:rPr>{made}</w:rPr>" if made else ""


def _words(text: str) -> str:
    return f"<w:r>{_inner(text)}</w:r>"


def _inner(text: str) -> str:
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    pieces = (piece for piece in _BREAKS.split(text.replace("\r", "")) if piece)
    return "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{_safe(piece)}</w:t>' for piece in pieces
    )


def _shares(table: Table, width: int) -> list[int]:
    """Widths for columns that were given none.

    Each has room for its longest word; what is left goes where lines are longest.
    """
    words, lines = [1] * table.width, [1] * table.width
    rows = [[Spot(one, index) for index, one in enumerate(table.head)], *table.grid()]
    for row in rows:
        for spot in row:
            if spot.cell.columns == 1:
                at = spot.column
                words[at] = max(words[at], _longest(spot.cell, by_word=True))
                lines[at] = max(lines[at], min(_WIDEST, _longest(spot.cell, by_word=False)))
    least = [number * _LETTER + 2 * _BESIDE for number in words]
    left = max(0, width - sum(least))
    wanted = [max(0, line - word) for line, word in zip(lines, words, strict=True)]
    whole = sum(wanted) or 1
    return [one + left * more // whole for one, more in zip(least, wanted, strict=True)]


def _longest(one: Cell, *, by_word: bool) -> int:
    lines = ("".join(run.text for run in line) for line in one.lines)
    pieces = (piece for line in lines for piece in (line.split() if by_word else [line]))
    return max(map(len, pieces), default=0)


def _is_short(row: tuple[Spot, ...]) -> bool:
    """Whether the row can stand on one page; one that a merged cell runs through need not."""
    return all(
        spot.cell.rows == 1
        and sum(len(run.text) for line in spot.cell.lines for run in line) <= _LONGEST_WHOLE
        for spot in row
    )
