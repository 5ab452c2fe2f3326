"""Web pages, Markdown and DOCX: what their readers make of them, and what they refuse."""

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from typing import Final

import pytest

import kz_civil_positions as kz
from fuzzing.harness import fuzz
from fuzzing.readers import TARGETS
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import Edition
from kz_civil_positions.orders import Order, TextForm
from kz_civil_positions.sources.lines import read_parts
from kz_civil_positions.sources.paragraphs import Part
from kz_civil_positions.sources.readers.docx import read_docx
from kz_civil_positions.sources.readers.html import read_html
from kz_civil_positions.sources.readers.markdown import read_markdown
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.root import data_root
from official_forms import as_docx, as_html, as_markdown, as_text, cell_paragraphs, official_rows


def page(text: str) -> str:
    """How a web page reads."""
    return read_html(text.encode()).text


def marked(text: str) -> str:
    """How a text in Markdown reads."""
    return read_markdown(text.encode()).text


@pytest.fixture(scope="module")
def order(register: kz.Register) -> Order:
    """The order of 2019."""
    return register.order("2019-920")


# ----------------------------------------------------------------- the official forms


def test_a_written_cell_has_the_paragraphs_of_the_source(edition: Edition, order: Order) -> None:
    """What our writers put into the cells are the paragraphs that the order printed."""
    assert order.source is not None
    folder = data_root() / order.id
    repairs = load_repairs(folder, order)
    lines = (folder / order.source.file).read_text("utf-8").split("\n")
    paragraphs, _ = read_parts(lines, order.id, repairs.by_hand)
    printed = [one.text for one in paragraphs if one.part is Part.TEXT]
    entries = [words for entry in edition.entries for words in cell_paragraphs(entry)]
    assert entries == printed
    written = [words for row in official_rows(edition, order) for words in row[-1].paragraphs]
    assert [words for words in written if words in set(printed)] == printed


@pytest.mark.parametrize("inferred", [False, True])
def test_a_register_reads_the_same_from_every_form(
    edition: Edition, order: Order, *, inferred: bool
) -> None:
    """Page, Markdown and DOCX of one register give one transcript, line by line."""
    read = read_html(as_html(edition, order, inferred=inferred))
    assert read.form is TextForm.PARAGRAPHS
    assert len(read.places) == read.text.count("\n")
    assert read_markdown(as_markdown(edition, order, inferred=inferred)).text == read.text
    assert read_docx(as_docx(edition, order, inferred=inferred)).text == read.text
    plain = as_text(edition, order, inferred=inferred).decode()
    assert read.text.replace("\n\n", "\n") == plain.replace("\n\n", "\n")
    assert ("\nА2\t1\t" in read.text) is inferred


def test_how_a_publisher_prints_the_page_is_nothing_to_the_words(
    edition: Edition, order: Order
) -> None:
    """Menus around the text, blank cells instead of spans, front matter: the same transcript."""
    read = page(as_html(edition, order).decode())
    assert page(as_html(edition, order, navigation=True).decode()) == read
    assert page(as_html(edition, order, blank=True).decode()) == read
    assert marked(as_markdown(edition, order, front_matter=True).decode()) == read
    noted = page(as_html(edition, order, notes=["Ескерту. Fictional."]).decode())
    assert noted == read.replace("\n\n", "\nЕскерту. Fictional.\n\n", 1)


# ---------------------------------------------------------------------------- web page

TABLES: Final = {
    "a cell that spans rows is blank below": (
        "<tr><td rowspan=2>А1<td>1<td>x<tr><td>2<td>y",
        "А1\t1\tx\n\t2\ty\n",
    ),
    "a cell that spans columns is blank beside": (
        "<tr><td colspan=3>А блогы<tr><td>А1<td>1<td>x",
        "А блогы\t\t\nА1\t1\tx\n",
    ),
    "blank cells are blank": ("<tr><td>А1<td>1<tr><td><td>2", "А1\t1\n\t2\n"),
    "a column in which no cell begins is none": (
        "<tr><td colspan=2>А1<td>1<tr><td colspan=2>А2<td>2",
        "А1\t1\nА2\t2\n",
    ),
    "a bad span is none": (
        "<tr><td rowspan=x colspan=-4>А1<td colspan=0>1<tr><td colspan>А2<td>2",
        "А1\t1\nА2\t2\n",
    ),
    "what follows the figures of a span does not count": (
        "<tr><td rowspan='2.9'>А1<td>1<tr><td>2",
        "А1\t1\n\t2\n",
    ),
    "of two values the first counts": (
        "<tr><td colspan=2 colspan=1>a<td>d<tr><td>b<td>c<td>e",
        "a\t\td\nb\tc\te\n",
    ),
    "a span of no rows goes to the end": (
        "<tr><td rowspan=0>А1<td>1<tr><td>2<tr><td>3",
        "А1\t1\n\t2\n\t3\n",
    ),
    "a span past the end ends there": ("<tr><td rowspan=99>А1<td>1<tr><td>2", "А1\t1\n\t2\n"),
    "no span leaves its part of the table": (
        "<thead><tr><th rowspan=9>Буын<th>Деңгей<tbody><tr><td>А1<td>1",
        "Буын\tДеңгей\nА1\t1\n",
    ),
    "cells that overlap keep their words": (
        "<tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d",
        "a\tb\t\nc\t\td\n",
    ),
    "a foot is shown last": (
        "<tfoot><tr><td>foot<tbody><tr><td>body",
        "body\nfoot\n",
    ),
    "breaks, paragraphs, divisions and items are paragraphs of the cell": (
        "<tr><td>1<td>a<br>b<p>c</p><div>d<div>e</div></div><ul><li>f<li>g</ul>",
        "1\ta\n\tb\n\tc\n\td\n\te\n\tf\n\tg\n",
    ),
    "a table in a cell is paragraphs of the cell": (
        "<tr><td>1<td>a<table><tr><td>b<td>c</table>d",
        "1\ta\n\tb\n\tc\n\td\n",
    ),
    "a row without cells is none": ("<tr><tr><td>a<tr>", "a\n"),
    "a cell without a row is one": ("<td>a<td>b", "a\nb\n"),
}


@pytest.mark.parametrize("rule", TABLES)
def test_a_table_reads_as_a_page_shows_it(rule: str) -> None:
    """Spans are written out, once and blank; every word of a cell stays in it."""
    cells, read = TABLES[rule]
    assert page(f"<table>{cells}</table>") == f"\n{read}"


PROSE: Final = {
    "tags inside a word part nothing": (
        "<p>қыз<b>мет</b><i>ші</i><span>лер</span>",
        "қызметшілер\n",
    ),
    "a line break of the source is a blank": ("<p>азаматтық\n  қызметші", "азаматтық қызметші\n"),
    "a break ends a paragraph": ("<p>a<br>b", "a\nb\n"),
    "a heading is one paragraph": ("<h1>a<br>b</h1>c", "a b\nc\n"),
    "lines stay lines where they are preformatted": ("<pre>a\nb\n</pre>", "a\nb\n"),
    "a caption comes before its table": (
        "<table><caption>c</caption><tr><td>1</table>",
        "c\n\n1\n",
    ),
    "words in no cell come before the table": ("<table>a<tr>b<td>1</table>", "ab\n\n1\n"),
    "an ordered list has its numbers": (
        "<ol start=4><li>a<li value=9>b<li><p>c</ol><ol type=a><li>d</ol><ol type=I><li>e</ol>",
        "4. a\n9. b\n10. c\na. d\nI. e\n",
    ),
    "a list counts back": ("<ol reversed><li>a<li>b</ol>", "2. a\n1. b\n"),
    "a number that is printed is not doubled": ("<ol><li>1. a<li>b</ol>", "1. a\n2. b\n"),
    "a list without marks has no numbers": ("<ol style='list-style: none'><li>a</ol>", "a\n"),
    "other lists have none": ("<ul><li>a<li>b</ul>", "a\nb\n"),
    "small figures stay small": (
        "<p>1<sup>1</sup> 2<sup>-1</sup> 3<a style='vertical-align:super'>2</a> a<sup>b</sup>",
        "1¹ 2⁻¹ 3² ab\n",
    ),
    "entities are letters": ("<p>&laquo;&#1178;&raquo;&nbsp;&lt;b&gt; A&shy;B", "«Қ» <b> AB\n"),
    "signs that are no tags are words": ("<p>1 < 2 <3 & 4", "1 < 2 <3 & 4\n"),
    "words are composed": ("<p>и&#774; и\u0306", "й й\n"),
    "a comment is no word": ("<p>a<!-- <p>b -->c<![CDATA[d]]>e<?f?>", "ace\n"),
    "a script is no word": ("<p>a<script>'</p>' < 'b'</script>c<style>d</style>", "ac\n"),
    "quoted signs end no tag": ("<p title='a>b' class=\"c>d\">e", "e\n"),
}


@pytest.mark.parametrize("rule", PROSE)
def test_prose_reads_as_a_page_shows_it(rule: str) -> None:
    """Paragraphs are told by blocks and breaks; inline markup changes no word."""
    source, read = PROSE[rule]
    assert page(source) == read


@pytest.mark.parametrize(
    "gone",
    [
        "<nav>x</nav>",
        "<header>x</header>",
        "<footer>x</footer>",
        "<aside>x</aside>",
        "<p hidden>x</p>",
        "<p aria-hidden=true>x</p>",
        "<p style='color:red; display : none'>x</p>",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<select><option>x</select>",
        "<button>x</button>",
        "<textarea>x</textarea>",
        "<svg><text>x</text></svg>",
        "<iframe>x</iframe>",
        "<del>x</del>",
        "<title>x</title>",
    ],
)
def test_what_is_not_shown_or_of_the_page_goes(gone: str) -> None:
    """Navigation, forms, hidden and deleted words are no part of the document."""
    assert page(f"<p>a</p>{gone}<p>b</p>") == "a\nb\n"


WITHIN: Final = {
    "an article and its title": (
        "<ul><li>menu</ul><div><div><h1>T</h1></div><article>БҰЙЫРАМЫН:</article></div><p>links",
        "T\nБҰЙЫРАМЫН:\n",
    ),
    "letter-spaced": ("menu<main>П Р И К А З Ы В А Ю:</main>", "П Р И К А З Ы В А Ю:\n"),
    "by its role": ("menu<div role=main>приказываю:</div>", "приказываю:\n"),
    "the register's table": (
        "menu<main><table><tr><td>Звено<td>Ступень</table></main>",
        "\nЗвено\tСтупень\n",
    ),
    "the table stands outside": (
        "menu<article>БҰЙЫРАМЫН:</article><table><tr><td>Буын<td>Деңгей</table>",
        "menu\nБҰЙЫРАМЫН:\n\nБуын\tДеңгей\n",
    ),
    "another article": ("menu<article>news</article>БҰЙЫРАМЫН:", "menu\nnews\nБҰЙЫРАМЫН:\n"),
    "a title of the menu is none of it": (
        "menu<nav><h1>Site</h1></nav><article>БҰЙЫРАМЫН:</article>",
        "БҰЙЫРАМЫН:\n",
    ),
    "no article": ("menu<p>БҰЙЫРАМЫН:", "menu\nБҰЙЫРАМЫН:\n"),
    "a title in the page's header": ("<header><nav>x</nav><h1>T</h1></header>a", "T\na\n"),
    "a table that only arranges": (
        "<table><tr><td>menu<td>a<table><tr><td>Буын<td>Деңгей<tr><td>А1<td>1</table></table>",
        "menu\na\n\nБуын\tДеңгей\nА1\t1\n",
    ),
}


@pytest.mark.parametrize("rule", WITHIN)
def test_the_document_is_found_in_the_page(rule: str) -> None:
    """The part that holds the document and its title is taken; if in doubt, the whole page."""
    source, read = WITHIN[rule]
    assert page(source) == read


def test_a_page_is_decoded_as_it_declares() -> None:
    """Kazakh in an older encoding is read where the page says which."""
    text = "<meta charset='kz-1048'><p>Қызметшілер лауазымдарының тізілімі"
    assert read_html(text.encode("kz1048")).text == "Қызметшілер лауазымдарының тізілімі\n"
    russian = "<?xml version='1.0' encoding='windows-1251'?><p>Реестр должностей служащих"
    assert read_html(russian.encode("cp1251")).text == "Реестр должностей служащих\n"


def test_the_places_of_a_page_are_its_lines() -> None:
    """Each line of the transcript tells the line of the source where it begins."""
    source = (
        "<!--\n\n--><div\n class=x>\n\nприказ <br>\n<!-- \n-->қолы\n<table>\n<tr>\n<td>а\n<td>б"
    )
    read = read_html(source.encode())
    assert read.text == "приказ\nқолы\n\nа\tб\n"
    assert read.places == ("line 6", "line 8", "line 10", "line 10")


REFUSED_PAGES: Final = {
    "a comment without end": ("a\n<!-- b", "tag-not-ended", "line 2"),
    "a tag without end": ("a\n\n<p title='b", "tag-not-ended", "line 3"),
    "a script without end": ("a\n<script>b", "tag-not-ended", "line 2"),
    "divisions in divisions": ("<div>" * 220 + "a", "too-deep", "line 1"),
    "deeper than the parser goes": ("<div>" * 3000 + "a", "too-deep", ""),
    "tables in tables": ("<table><tr><td>" * 200 + "a", "too-deep", ""),
    "a cell too wide": ("<table><tr><td colspan=5001>a", "span-too-large", "line 1"),
    "a cell too high": ("<table>\n<tr><td rowspan=65534>a", "span-too-large", "line 2"),
    "rows times columns": (
        "<table>" + "<tr><td rowspan=65 colspan=1000>a" * 300,
        "too-many-cells",
        "line 1",
    ),
    "rows as wide as the widest": (
        f"<table><tr>{'<td>a' * 1000}{'<tr><td>b' * 300}",
        "too-many-cells",
        "line 1",
    ),
    "cells of many tables": (
        "<table><tr><td rowspan=2 colspan=5000>a<tr><td>b</table>" * 30,
        "too-many-cells",
        "line 1",
    ),
    "too many letters": (f"<p>{'a' * 3_999_999}\n<p>ab", "too-long", "line 2"),
    "no letter": ("<p>a\n<p>&#0;", "no-letter", "line 2"),
}


@pytest.mark.parametrize("case", REFUSED_PAGES)
def test_a_page_past_a_limit_is_refused(case: str) -> None:
    """What never ends, is too deep or too large is refused with its place, and never cut."""
    source, key, where = REFUSED_PAGES[case]
    with pytest.raises(BadInputError) as caught:
        page(source)
    assert (caught.value.key, caught.value.where) == (f"documents.{key}", where)


@pytest.mark.parametrize(
    "source",
    [
        f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>a",
        "<p>a" + "<a title=" * 50_000 + ">",
        "<p>a" + "<script></script>" * 20_000,
        "<p>a" + "<!-->" * 100_000,
        "<ol>" + "<li>a" * 20_000,
        "<p>a" + "<article>бұйырамын" * 180,
        "<p>a" + "<table>" * 60,
        "<p>a" + "<table><tr><td>b" * 60,
    ],
)
def test_no_page_keeps_the_reader_busy(source: str) -> None:
    """The time for a page grows with its length, whatever it is made of."""
    started = time.process_time()
    assert page(source).startswith(("a\n", "1. a\n"))
    assert time.process_time() - started < 5


# ---------------------------------------------------------------------------- Markdown

MARKDOWN: Final = {
    "numbers are read as printed": ("3. a\n\n7. b\n\n1) c\n\n1-1. d", "3. a\n7. b\n1) c\n1-1. d\n"),
    "a number or dash begins a paragraph": (
        "a\n1) b\n2) c\n- d\n– e\nf",
        "a\n1) b\n2) c\n- d\n– e f\n",
    ),
    "a line goes on in the next": ("a\nb", "a b\n"),
    "a hard break ends a paragraph": ("a  \nb\\\nc", "a\nb\nc\n"),
    "indented text is text": ("a\n\n      *b*\n\n\tc", "a\nb\nc\n"),
    "marks give their words": ("*a* __б__ `c` [d](http://e) ![f](g) <b>h</b>и", "a б c d hи\n"),
    "headings": ("# a #\n\n## б", "a\nб\n"),
    "underlines make no heading": ("a\n---\nb", "a\nb\n"),
    "quotations": ("> *a*  \n> b\n>> c", "a\nb\nc\n"),
    "a definition of a link is text": ("[a]: b", "[a]: b\n"),
    "small figures": ("1<sup>1</sup>", "1¹\n"),
    "escaped signs": ("\\*a\\* 1\\. \\<table>", "*a* 1. <table>\n"),
    "front matter is none of it": ("---\na: b\n---\n\nc", "c\n"),
    "what only looks like it is": ("a\n\n---\nb: c\n---\n", "a\nb: c\n"),
    "a table with bars": ("| А | Б |\n|---|:-:|\n| 1 | a<br>b |", "\nА\tБ\n1\ta\n\tb\n"),
    "a table in HTML is whole": (
        "a\n<table>\n<tr>\n\n<td>1</td>\n\n    <td>*b*</td>\n\n</tr></table>\nc",
        "a\n\n1\t*b*\nc\n",
    ),
    "a table in a table": (
        "<table><tr><td>1<table><tr><td>\n\n2</td></tr></table>\n\n</td></tr></table>",
        "\n1\n2\n",
    ),
    "lines of a cell are paragraphs": (
        "<table><tr><td>А1</td><td>\na:\nb;\n</td></tr></table>",
        "\nА1\ta:\n\tb;\n",
    ),
    "unless they are marked up": (
        "<table><tr><td><p>a\nb</p></td></tr></table>",
        "\na b\n",
    ),
    "fenced text is text": ("```\na\nb\n```", "a\nb\n"),
}


@pytest.mark.parametrize("rule", MARKDOWN)
def test_markdown_reads_as_it_is_printed(rule: str) -> None:
    """Marks of Markdown go, words and numbers stay as they are printed, tables stay whole."""
    source, read = MARKDOWN[rule]
    assert marked(source) == read


def test_the_places_of_markdown_are_its_lines() -> None:
    """Each line of the transcript tells the line where it begins, in tables and after them."""
    table = "<table>\n\n<tr><td>1</td></tr>\n</table>"
    source = f"---\na: b\n---\n# T\n\na\n1) b\n\n> c  \n> d\n\n{table}\n\ne"
    read = read_markdown(source.encode())
    assert read.text == "T\na\n1) b\nc\nd\n\n1\ne\n"
    numbers = [4, 6, 7, 9, 10, 14, 14, 17]
    assert read.places == tuple(f"line {number}" for number in numbers)


@pytest.mark.parametrize(
    ("source", "key", "where"),
    [
        ("a\n" + ">" * 20 + "b", "too-deep", "line 2"),
        ("[" * 5001, "too-many-links", ""),
        ("a\n\n<!-- b", "tag-not-ended", "line 3"),
    ],
)
def test_markdown_past_a_limit_is_refused(source: str, key: str, where: str) -> None:
    """Where the parser would drop words or never come to an end, it is not asked."""
    with pytest.raises(BadInputError) as caught:
        marked(source)
    assert (caught.value.key, caught.value.where) == (f"documents.{key}", where)


# -------------------------------------------------------------------------------- DOCX

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN: Final = "word/document.xml"


def packed(parts: dict[str, str]) -> bytes:
    """A packed file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def part(root: str, content: str) -> str:
    """A part of a DOCX file."""
    return f'<w:{root} xmlns:w="{NAMESPACE}" xmlns:mc="mc" xmlns:v="v">{content}</w:{root}>'


def word(body: str, **beside: str) -> str:
    """How a DOCX document with this body reads."""
    parts = {MAIN: part("document", f"<w:body>{body}</w:body>")}
    parts |= {f"word/{name}.xml": part(name, content) for name, content in beside.items()}
    return read_docx(packed(parts)).text


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def tc(content: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def sdt(content: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


START: Final = '<w:vMerge w:val="restart"/>'
WIDE: Final = '<w:gridSpan w:val="2"/>'
BOX: Final = f"<w:txbxContent>{p('box')}</w:txbxContent>"
BOXES: Final = (
    f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
WORDS: Final = {
    "runs of one word": (f"<w:p>{r('қыз')}{r('мет')}</w:p>", "қызмет\n"),
    "merged cells": (
        tbl(
            tc(p("А блогы"), '<w:gridSpan w:val="3"/>'),
            tc(p("А1"), START) + tc(p("1")) + tc(p("a") + p("b")),
            tc("<w:p/>", "<w:vMerge/>") + tc(p("2")) + tc(p("c")),
        ),
        "\nА блогы\t\t\nА1\t1\ta\n\t\tb\n\t2\tc\n",
    ),
    "columns that only part spans": (tbl(tc(p("a"), WIDE) + tc(p("b"))), "\na\tb\n"),
    "a row that begins later": (
        tbl(
            tc(p("a")) + tc(p("b")),
            '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc(p("c")),
        ),
        "\na\tb\n\tc\n",
    ),
    "a table in a cell": (
        tbl(tc(p("a") + tbl(tc(p("b")) + tc(p("c"))) + p("d"))),
        "\na\nb\nc\nd\n",
    ),
    "line breaks": (p("a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c"), "a\nb\nc\n"),
    "line breaks in a cell": (tbl(tc(p("1")) + tc(p("a</w:t><w:br/><w:t>b"))), "\n1\ta\n\tb\n"),
    "a page ends in a paragraph": (p("a</w:t><w:br w:type='page'/><w:t>b"), "a b\n"),
    "tabs and hyphens": (p("a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c"), "a b-c\n"),
    "a symbol": (p("1</w:t><w:sym w:font='Symbol' w:char='2212'/><w:t>1"), "1−1\n"),
    "inserted and deleted words": (
        f"<w:p>{r('a')}<w:ins>{r('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p>",
        "ab\n",
    ),
    "moved words": (
        f"<w:p><w:moveFrom>{r('a')}</w:moveFrom>{r('b')}<w:moveTo>{r('c')}</w:moveTo></w:p>",
        "bc\n",
    ),
    "a deleted end of paragraph": (p("a", "<w:rPr><w:del/></w:rPr>") + p("b"), "ab\n"),
    "a deleted row": (tbl(tc(p("a")), "<w:trPr><w:del/></w:trPr>" + tc(p("b"))), "\na\n"),
    "hidden words": (f"<w:p>{r('a')}{r('b', '<w:vanish/>')}</w:p>", "a\n"),
    "words not hidden": (
        p("", "") + f"<w:p>{r('b', '<w:vanish w:val=' + repr('0') + '/>')}</w:p>",
        "b\n",
    ),
    "small figures": (
        f"<w:p>{r('1')}{r('1', '<w:vertAlign w:val=' + repr('superscript') + '/>')}</w:p>",
        "1¹\n",
    ),
    "content controls": (sdt(p("a")) + f"<w:p>{sdt(r('b'))}</w:p>", "a\nb\n"),
    "content controls in a table": (
        f"<w:tbl>{sdt(f'<w:tr>{sdt(tc(p(str(1))))}</w:tr>')}</w:tbl>",
        "\n1\n",
    ),
    "links": (f"<w:p><w:hyperlink>{r('a')}</w:hyperlink>{r('b')}</w:p>", "ab\n"),
    "fields without their codes": (
        f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>{r('b')}</w:fldSimple></w:p>",
        "b\n",
    ),
    "a text box, once": (f"<w:p>{r('a')}{BOXES}{r('b')}</w:p>{p('c')}", "ab\nbox\nc\n"),
    "a text box in a cell": (tbl(tc(f"<w:p>{r('a')}{BOXES}</w:p>")), "\na\nbox\n"),
}


@pytest.mark.parametrize("rule", WORDS)
def test_a_document_reads_as_its_pages_show_it(rule: str) -> None:
    """What a reader of the printed pages sees is read, once, and nothing else."""
    body, read = WORDS[rule]
    assert word(body) == read


def test_footnotes_stand_at_the_end() -> None:
    """A note keeps its figure where it is called, and follows after all other words."""
    body = p("a</w:t><w:footnoteReference w:id='7'/><w:t>b") + p("c")
    notes = (
        f"<w:footnote w:id='7'>{p('note')}</w:footnote><w:footnote w:id='8'>{p('x')}</w:footnote>"
    )
    assert word(body, footnotes=notes) == "a¹b\nc\n¹ note\n"


def test_headers_and_footers_are_not_read() -> None:
    """What stands on every page is no part of the text."""
    assert word(p("a"), header1=p("b"), footer1=p("c")) == "a\n"


LEVELS: Final = """
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/>
</w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>"""


def numbering(start: int = 1, form: str = "decimal") -> str:
    """Two numbers of one list, the second beginning anew at 5; and a list of bullets."""
    levels = LEVELS.format(start=start, form=form)
    return (
        f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>"
        "<w:abstractNum w:abstractNumId='9'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
        "<w:lvlText w:val='-'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
        "<w:startOverride w:val='5'/></w:lvlOverride></w:num>"
        "<w:num w:numId='3'><w:abstractNumId w:val='9'/></w:num>"
    )


def item(text: str, number: int, depth: int = 0) -> str:
    """A numbered paragraph."""
    return p(text, f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")


def test_numbers_that_the_program_prints_are_written_out() -> None:
    """Lists are counted as a word processor counts them, level by level."""
    body = (
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + p("x") + item("d", 1) + item("e", 1, 1)
    )
    read = "3. a\n3.a) b\n3.b) c\nx\n4. d\n4.a) e\n"
    assert word(body, numbering=numbering(start=3)) == read
    body = item("a", 1) + item("b", 2) + item("c", 1) + item("d", 3) + item("e", 0) + item("f", 8)
    assert word(body, numbering=numbering()) == "1. a\n5. b\n6. c\nd\ne\nf\n"
    assert word(item("a", 1), numbering=numbering(4, "upperRoman")) == "IV. a\n"


def test_a_style_numbers_paragraphs() -> None:
    """A number may come from a paragraph's style, or from the one that it is based on."""
    styles = (
        "<w:style w:styleId='A'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>"
        "<w:style w:styleId='C'><w:basedOn w:val='C'/></w:style>"
    )
    body = "".join(p(name, f"<w:pStyle w:val='{name}'/>") for name in "ABC")
    assert word(body, numbering=numbering(), styles=styles) == "1. A\n2. B\nC\n"


def test_a_number_that_we_cannot_write_is_refused() -> None:
    """A printed number is never left out unseen."""
    with pytest.raises(BadInputError) as caught:
        word(p("a") + item("b", 1), numbering=numbering(form="chicago"))
    assert caught.value.key == "documents.numbering-unknown"
    assert (caught.value.where, caught.value.facts) == ("paragraph 2", {"form": "chicago"})


def test_the_places_of_a_document_are_paragraphs_and_rows() -> None:
    """Paragraphs outside of tables are counted, blank ones too; so are tables and their rows."""
    body = f"{p('a')}<w:p/>{tbl(tc(p('b')), tc(p('c') + p('d')))}{p('e')}"
    places = read_docx(packed({MAIN: part("document", f"<w:body>{body}</w:body>")})).places
    row, other = "table 1, row 1", "table 1, row 2"
    assert places == ("paragraph 1", row, row, other, other, "paragraph 3")


def test_a_document_of_the_strict_kind_is_read() -> None:
    """The main part is the one that the package names, in whichever edition of the format."""
    strict = "http://purl.oclc.org/ooxml"
    kind = f"{strict}/officeDocument/relationships/officeDocument"
    relations = f'<R xmlns="r"><X Type="{kind}" Target="/word/main.xml"/></R>'
    body = part("document", f"<w:body>{p('a')}</w:body>").replace(NAMESPACE, f"{strict}/main")
    assert read_docx(packed({"_rels/.rels": relations, "word/main.xml": body})).text == "a\n"


def locked() -> bytes:
    """A packed file whose parts are under a password."""
    data = bytearray(packed({MAIN: "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    return bytes(data)


def bomb() -> bytes:
    """A part that says it is small, and is not: only what it says is unpacked."""
    data = bytearray(packed({MAIN: " " * 2_000_000}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.find(mark) + offset, 100)
    return bytes(data)


DEEP: Final = "<w:sdt>" * 210 + "</w:sdt>" * 210
REFUSED_PACKAGES: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "not packed": (lambda: b"PK\x03\x04 word/document.xml", "packed-damaged"),
    "cut": (lambda: packed({MAIN: part("document", "")})[:-30], "packed-damaged"),
    "under a password": (locked, "packed-locked"),
    "no document": (lambda: packed({"word/other.xml": "<a/>"}), "no-document"),
    "no body": (lambda: packed({MAIN: "<a/>"}), "no-document"),
    "a document elsewhere": (
        lambda: packed({"_rels/.rels": '<R><X Type="/officeDocument" Target="http://x/y"/></R>'}),
        "no-document",
    ),
    "a part above": (lambda: packed({MAIN: "<a/>", "word/../../x": ""}), "packed-path"),
    "a part from the root": (lambda: packed({MAIN: "<a/>", "/etc/x": ""}), "packed-path"),
    "a part on a drive": (lambda: packed({MAIN: "<a/>", "C:x": ""}), "packed-path"),
    "no XML": (lambda: packed({MAIN: "<a>"}), "part-damaged"),
    "entities": (
        lambda: packed({MAIN: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "part-declares",
    ),
    "entities from outside": (
        lambda: packed({MAIN: "<!DOCTYPE a [<!ENTITY b SYSTEM 'x'>]><a>&b;</a>"}),
        "part-declares",
    ),
    "deep": (lambda: packed({MAIN: part("document", DEEP)}), "too-deep"),
    "a small part that is large": (bomb, "packed-damaged"),
}


@pytest.mark.parametrize("case", REFUSED_PACKAGES)
def test_an_unsound_package_is_refused(case: str) -> None:
    """Damaged, locked, leading outside, declaring entities, or too large: a clear error."""
    make, key = REFUSED_PACKAGES[case]
    with pytest.raises(BadInputError) as caught:
        read_docx(make())
    assert caught.value.key == f"documents.{key}"


def test_a_count_of_tags_bounds_what_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tag costs far more memory than its letters: pages and parts may have so many."""
    for room in ("tags", "package"):
        monkeypatch.setattr(f"kz_civil_positions.sources.readers.{room}.MAX_TAGS", 10)
    assert page("<b>" * 10 + "a") == "a\n"
    with pytest.raises(BadInputError, match="more than 10 tags"):
        page("<b>" * 11 + "a")
    assert word("<w:p/>" * 6) == ""
    with pytest.raises(BadInputError, match="more than 10 tags"):
        word("<w:p/>" * 7)


def test_a_package_unpacks_to_so_much_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """All parts together are bounded, those too that would not be read."""
    monkeypatch.setattr("kz_civil_positions.sources.readers.package.MAX_UNPACKED", 1000)
    assert word(p("a")) == "a\n"
    with pytest.raises(BadInputError) as caught:
        word(p("a"), header1=" " * 1000)
    assert caught.value.key == "documents.unpacks-too-large"


def test_a_part_is_unpacked_as_far_as_it_says() -> None:
    """A part that says it is small costs no more than it says, whatever comes out of it."""
    data = bomb()
    tracemalloc.start()
    with pytest.raises(BadInputError, match="damaged"):
        read_docx(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_package_of_too_many_parts_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts are counted before they are listed."""
    monkeypatch.setattr("kz_civil_positions.sources.readers.package._MOST_PARTS", 2)
    assert word(p("a"), header1="") == "a\n"
    with pytest.raises(BadInputError) as caught:
        word(p("a"), header1="", header2="")
    assert caught.value.key == "documents.unpacks-too-large"


def test_a_part_that_is_there_twice_is_refused() -> None:
    """Of two parts of one name, programs read either: nobody could say which was reviewed."""
    file = io.BytesIO(packed({MAIN: "<a/>"}))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as made:
        made.writestr(MAIN, "<b/>")
    with pytest.raises(BadInputError) as caught:
        read_docx(file.getvalue())
    assert (caught.value.key, caught.value.facts) == ("documents.packed-path", {"part": MAIN})


def test_no_relation_leads_out_of_the_package() -> None:
    """A document that is said to lie elsewhere is not looked for, not even by its name here."""
    outside = 'Type="x/officeDocument" Target="word/other.xml" TargetMode="External"'
    parts = {
        "_rels/.rels": f"<R><X {outside}/></R>",
        MAIN: part("document", f"<w:body>{p('a')}</w:body>"),
        "word/other.xml": part("document", f"<w:body>{p('b')}</w:body>"),
    }
    assert read_docx(packed(parts)).text == "a\n"


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_a_document_within_the_document_is_refused(name: str) -> None:
    """Words that stand in another file are not passed over unseen."""
    with pytest.raises(BadInputError) as caught:
        word(f"{p('a')}<w:{name}/>")
    assert (caught.value.key, caught.value.where) == ("documents.document-within", "paragraph 1")


# ------------------------------------------------------------------------------- fuzzing


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_documents_are_read_or_refused(name: str) -> None:
    """No damaged input ends in a traceback, takes long, or gives a transcript out of form."""
    tally = fuzz(TARGETS[name], seed=0, numbers=range(200))
    assert [(one.number, one.what) for one in tally.findings] == []
    assert tally.ends["read"] > 30
    assert tally.ends.total() == 200
