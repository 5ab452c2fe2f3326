"""Reports as one HTML file that asks nothing of any other place."""

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

from attrs import define, field

from kz_civil_positions.messages import say
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
    Style,
    Table,
    Text,
)

__all__ = ["fragment", "render"]

# Nothing may be asked of the network, whatever a text might contain.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_TAGS: Final = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "em",
    Style.CODE: "code",
    Style.INSERTED: "ins",
    Style.DELETED: "del",
}
# HTML knows no way to write these; a text that holds one is damaged, and the reader sees where.
_UNSPEAKABLE: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127], "\ufffd")
# With more columns than this a table is not squeezed onto a phone: it scrolls.
_NARROW: Final = 3
# A line with no more letters than this is not broken in a table's first column.
_SHORT: Final = 12
# The deepest headings that the table of contents names.
_DEEPEST_NAMED: Final = 3
# A table of contents with fewer lines helps nobody.
_LEAST_CONTENTS: Final = 3


def render(document: Document) -> str:
    """Answers: how does this report look as one HTML file?

    It carries its own style, runs no scripts and loads nothing; it reads on a phone and in
    print, on a dark and on a light screen, and without colours.

    Returns:
        The file's text; the same for the same document.

    Example:
        >>> from kz_civil_positions.reports.document import plain
        >>> page = render(Document("Реестр", "ru", (Heading(1, plain("A < B"), "top"),)))
        >>> page.splitlines()[:2]
        ['<!DOCTYPE html>', '<html lang="ru">']
        >>> '<h1 id="top">A &lt; B</h1>' in page
        True
    """
    return "\n".join((*_Page(document).lines(), ""))


def fragment(document: Document) -> str:
    """Answers: how do the parts of this document look inside of a page that has its own frame?

    No title, no style and no table of contents: the page around has them.

    Returns:
        The HTML of the parts; the same for the same document.

    Example:
        >>> from kz_civil_positions.reports.document import plain
        >>> fragment(Document("Реестр", "ru", (Heading(2, plain("A < B"), "ab"),)))
        '<h2 id="ab">A &lt; B</h2>'
    """
    return "\n".join(_Page(document).parts())


@cache
def _style() -> str:
    sheet = files("kz_civil_positions.reports").joinpath("assets", "report.css")
    return sheet.read_text(encoding="utf-8").strip()


def _safe(text: str) -> str:
    return escape(text.translate(_UNSPEAKABLE))


def _attributes(**values: object) -> str:
    """Attributes in the order given, those that are None or empty left out."""
    said = ((name.strip("_").replace("_", "-"), value) for name, value in values.items() if value)
    return "".join(f' {name}="{_safe(str(value))}"' for name, value in said)


@define
class _Page:
    """One page in the making; what a table belongs to is the last heading above it."""

    document: Document
    _heading: str | None = field(default=None, init=False)

    def say(self, key: str) -> str:
        return _safe(say(f"render.{key}", self.document.language))

    def lines(self) -> Iterator[str]:
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self.document.language}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{_safe(self.document.title)}</title>"
        yield f"<style>\n{_style()}\n{self._paper()}\n</style>"
        yield "</head>"
        yield "<body>"
        yield f'<a class="skip" href="#text">{self.say("skip")}</a>'
        yield '<main id="text">'
        yield from self._body()
        yield "</main>"
        yield "</body>"
        yield "</html>"

    def _paper(self) -> str:
        size = "A4 landscape" if self.document.landscape else "A4"
        words = say("render.footer", self.document.language)
        left = f'@bottom-left {{ content: "{words}"; }}'
        right = '@bottom-right { content: counter(page) " / " counter(pages); }'
        return f"@page {{ size: {size}; margin: 15mm; {left} {right} }}"

    def parts(self) -> Iterator[str]:
        """The parts alone, one after another."""
        for index, part in enumerate(self.document.parts):
            if isinstance(part, Heading):
                self._heading = _anchor(part, index)
            yield from self._part(part)

    def _body(self) -> Iterator[str]:
        """The parts; the table of contents stands after what precedes the first section."""
        named = False
        for index, part in enumerate(self.document.parts):
            if isinstance(part, Heading):
                if part.level > 1 and not named:
                    named = True
                    yield from self._contents()
                self._heading = _anchor(part, index)
            yield from self._part(part)

    def _contents(self) -> Iterator[str]:
        headings = [
            (part, _anchor(part, index))
            for index, part in enumerate(self.document.parts)
            if isinstance(part, Heading) and 1 < part.level <= _DEEPEST_NAMED
        ]
        if len(headings) < _LEAST_CONTENTS:
            return
        yield f'<nav class="contents" aria-label="{self.say("contents")}">'
        yield "<ul>"
        for one, anchor in headings:
            words = "".join(run.text for run in one.text)
            deep = "deep" if one.level == _DEEPEST_NAMED else None
            link = f'<a href="#{_safe(anchor)}">{_safe(words)}</a>'
            yield f"<li{_attributes(class_=deep)}>{link}</li>"
        yield "</ul>"
        yield "</nav>"

    def _part(self, part: Part) -> Iterator[str]:
        match part:
            case Heading(level=level, text=text):
                start = f"h{level}{_attributes(id=self._heading)}"
                yield f"<{start}>{self._text(text)}</h{level}>"
            case Paragraph(text=text, anchor=anchor):
                yield f"<p{_attributes(id=anchor)}>{self._text(text)}</p>"
            case Quotation(text=text):
                yield f"<blockquote><p>{self._text(text)}</p></blockquote>"
            case Listing(items=items):
                yield "<ul>"
                yield from (f"<li>{self._text(item)}</li>" for item in items)
                yield "</ul>"
            case Notice(items=items):
                yield f'<aside class="notice" aria-label="{self.say("notice")}">'
                yield from (f"<p>{self._text(item)}</p>" for item in items)
                yield "</aside>"
            case Table():
                yield from self._table(part)

    def _table(self, table: Table) -> Iterator[str]:
        """Keyboards reach a table that scrolls, and hear what it is."""
        wide = "scroll wide" if table.width > _NARROW else "scroll"
        wide += " short" if _starts_short(table) else ""
        labelled = None if table.caption else self._heading
        name = table.caption or (None if labelled else say("render.table", self.document.language))
        region = _attributes(class_=wide, role="region", tabindex="0")
        label = _attributes(aria_label=name, aria_labelledby=labelled)
        yield f"<div{region}{label}>"
        yield "<table>"
        if table.caption:
            yield f"<caption>{_safe(table.caption)}</caption>"
        yield from _columns(table)
        yield "<thead>"
        yield f"<tr>{''.join(self._head(one) for one in table.head)}</tr>"
        yield "</thead>"
        for rows in _groups(table):
            yield "<tbody>"
            yield from (f"<tr>{''.join(self._cell(one) for one in row)}</tr>" for row in rows)
            yield "</tbody>"
        yield "</table>"
        yield "</div>"

    def _head(self, one: Cell) -> str:
        scope = "colgroup" if one.columns > 1 else "col"
        return self._filled("th", one, scope=scope)

    def _cell(self, one: Cell) -> str:
        match one.role:
            case CellRole.BAND:
                return self._filled("th", one, scope="colgroup", class_="band")
            case CellRole.ROW_HEAD:
                return self._filled("th", one, scope="rowgroup" if one.rows > 1 else "row")
            case _:
                return self._filled("td", one)

    def _filled(self, tag: str, one: Cell, **attributes: str) -> str:
        spans = {
            "rowspan": one.rows if one.rows > 1 else None,
            "colspan": one.columns if one.columns > 1 else None,
        }
        start = f"{tag}{_attributes(id=one.anchor, **spans, **attributes)}"
        return f"<{start}>{''.join(self._cell_lines(one))}</{tag}>"

    def _cell_lines(self, one: Cell) -> Iterator[str]:
        if len(one.lines) == 1 and not one.depths:
            yield self._text(one.lines[0])
            return
        for index, line in enumerate(one.lines):
            depth = f"d{one.depth(index)}" if one.depths else None
            yield f"<p{_attributes(class_=depth)}>{self._text(line)}</p>"

    def _text(self, text: Text) -> str:
        return "".join(map(self._run, text))

    def _run(self, run: Run) -> str:
        words = _safe(run.text)
        if run.style in _TAGS:
            words = f"<{_TAGS[run.style]}>{words}</{_TAGS[run.style]}>"
        words = f"<small>{words}</small>" if run.small else words
        language = None if run.language == self.document.language else run.language
        if run.link:
            target = _attributes(href=f"#{run.link}", id=run.anchor, lang=language)
            words = f"<a{target}>{words}</a>"
        elif run.anchor or language:
            words = f"<span{_attributes(id=run.anchor, lang=language)}>{words}</span>"
        return f"<sup>{words}</sup>" if run.raised else words


def _anchor(heading: Heading, index: int) -> str:
    return heading.anchor or f"section-{index + 1}"


def _starts_short(table: Table) -> bool:
    """Whether the lines of the first column are names, which are better not broken."""
    lines = (line for row in table.body for line in row[0].lines if row[0].columns == 1)
    return all(sum(len(run.text) for run in line) <= _SHORT for line in lines)


def _columns(table: Table) -> Iterator[str]:
    if table.widths:
        whole = sum(table.widths)
        shares = (f'<col style="width:{width * 100 / whole:.4g}%">' for width in table.widths)
        yield f"<colgroup>{''.join(shares)}</colgroup>"


def _groups(table: Table) -> Iterator[list[tuple[Cell, ...]]]:
    """Rows that a merged cell holds together are one group, and so are single rows between.

    The scope of a head over several rows ends with its group.
    """
    singles: list[tuple[Cell, ...]] = []
    held: list[tuple[Cell, ...]] = []
    left = 0
    for row in table.body:
        left = max(left - 1, *(one.rows - 1 for one in row), 0)
        if held or left:
            if singles:
                yield singles
                singles = []
            held.append(row)
        else:
            singles.append(row)
        if held and not left:
            yield held
            held = []
    if singles:
        yield singles
