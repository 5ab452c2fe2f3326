"""HTML: one file that asks nothing of any other place, for every reader and screen."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.reports.chronology import chronology
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
    cell,
    plain,
)
from kz_civil_positions.reports.edition import edition_report
from kz_civil_positions.reports.html import render
from rendering import ours, read_page, specimen, words_of

SHEET: Final = (
    files("kz_civil_positions.reports").joinpath("assets", "report.css").read_text("utf-8")
)
NASTY: Final = "a < b & \"c\" > 'd' </td><script>x</script> {{}} %s * _ | қңғүұһәөі"


def one_part(*parts: Part) -> str:
    return render(Document("T", "kk", parts))


def made(language: Language) -> Iterator[Document]:
    register = ours()
    yield edition_report(register, register.edition("2019"), language)
    yield chronology(register, language)
    yield chronology(specimen(), language)


@cache
def reports(language: Language) -> tuple[Document, ...]:
    """Real reports: large ones, with everything that reports have."""
    return tuple(made(language))


def test_letters_that_html_reads_as_marks_are_escaped() -> None:
    """Whatever letters a text has, the reader sees those letters and no others."""
    parts = (
        Heading(2, plain(NASTY), 'x"><b>'),
        Paragraph(plain(NASTY)),
        Listing((plain(NASTY),)),
        Table((cell(NASTY),), ((cell(NASTY),),), NASTY),
    )
    document = Document(NASTY, "kk", parts)
    page = read_page(render(document))
    assert page.words == words_of(document)
    assert "script" not in {tag for tag, _ in page.tags}
    assert page.open_tags == []


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_keeps_its_letters_and_its_place(text: str) -> None:
    """No text can break out of its paragraph; control characters are shown as damage."""
    page = read_page(one_part(Paragraph(plain(text)), Quotation(plain("end"))))
    assert page.open_tags == []
    assert [tag for tag, _ in page.tags].count("p") == 2
    assert "end" in page.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_the_document_says(language: Language) -> None:
    """All words of a report stand in the page, in their order, and nothing else does."""
    for document in reports(language):
        said = [re.sub(r"\s+", " ", line) for line in words_of(document)]
        shown = [re.sub(r"\s+", " ", line) for line in read_page(render(document)).words]
        assert shown == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_of_another_place(language: Language) -> None:
    """No script, no image, no style sheet, no address but anchors of the page itself."""
    for document in reports(language):
        text = render(document)
        page = read_page(text)
        assert page.values("src") == []
        assert all(one.startswith("#") for one in page.values("href"))
        assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
        assert "url(" not in text
        assert "@import" not in text
        assert "default-src 'none'" in page.values("content")[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere_and_every_anchor_is_one_place(language: Language) -> None:
    """Anchors are unique in a page, and each link names one of them."""
    for document in reports(language):
        page = read_page(render(document))
        anchors = page.values("id")
        assert len(anchors) == len(set(anchors))
        assert {one.removeprefix("#") for one in page.values("href")} <= set(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_said_of_the_page_and_of_kazakh_words_in_it(language: Language) -> None:
    """A screen reader is told which language the page is in, and where it is another."""
    document = edition_report(ours(), ours().edition("2019"), language)
    first, *others = read_page(render(document)).values("lang")
    assert first == language
    assert set(others) == ({"kk"} if language != "kk" else set())


def test_insertions_and_deletions_do_not_rest_on_colour() -> None:
    """An insertion is underlined, a deletion struck, by tags that mean it."""
    text = one_part(Paragraph((Run("old", Style.DELETED), Run("new", Style.INSERTED))))
    assert "<del>old</del><ins>new</ins>" in text
    assert re.search(r"^ins \{[^}]*text-decoration: underline", SHEET, re.MULTILINE)
    assert re.search(r"^del \{[^}]*text-decoration: line-through", SHEET, re.MULTILINE)


def colours(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", sheet))


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(scheme: str) -> None:
    """Contrast is at least 4.5 to 1 (WCAG AA), on a light screen and on a dark one."""
    light, dark = SHEET.split("@media screen and (prefers-color-scheme: dark)")
    found = colours(light) if scheme == "light" else colours(light) | colours(dark)
    grounds = ("paper", "head", "band", "notice")
    pairs = [(ink, ground) for ink in ("ink", "faint", "link") for ground in grounds]
    pairs += [("added", "added-paper"), ("gone", "gone-paper")]
    assert all(contrast(found[ink], found[ground]) >= 4.5 for ink, ground in pairs)


def test_print_is_never_dark() -> None:
    """Dark colours are for screens only; a printed table repeats its heading."""
    assert SHEET.count("prefers-color-scheme") == SHEET.count("screen and (prefers-color-scheme")
    assert "thead { display: table-header-group;" in SHEET
    assert "size: A4;" in render(Document("T", "kk", ()))
    assert "size: A4 landscape;" in render(Document("T", "kk", (), landscape=True))


def test_tables_can_be_understood_by_ear() -> None:
    """Heads say what they head; a table that scrolls can be reached by keys and has a name."""
    tall = Cell((plain("A1"),), rows=2, role=CellRole.ROW_HEAD, anchor="a1")
    band = Cell((plain("Band"),), columns=2, role=CellRole.BAND)
    head = Cell((plain("1"),), role=CellRole.ROW_HEAD)
    rows = ((band,), (tall, cell("x")), (cell("y"),), (head, cell("z")))
    text = one_part(Table((cell("Link"), cell("Titles")), rows, "Register"))
    assert '<th scope="col">Link</th>' in text
    assert '<th colspan="2" scope="colgroup" class="band">Band</th>' in text
    assert '<th id="a1" rowspan="2" scope="rowgroup">A1</th>' in text
    assert '<th scope="row">1</th>' in text
    assert "<caption>Register</caption>" in text
    assert 'role="region" tabindex="0" aria-label="Register"' in text
    assert text.count("<tbody>") == 3


def test_a_table_without_a_caption_is_named_by_the_heading_above() -> None:
    """A region has a name in any case."""
    table = Table((cell("a"),), ((cell("b"),),))
    assert 'aria-labelledby="orders"' in one_part(Heading(2, plain("Orders"), "orders"), table)
    assert 'aria-label="Кесте"' in one_part(table)


def test_every_part_has_its_tag() -> None:
    """Headings, quotations, lists and the notice are said as what they are."""
    text = one_part(
        Heading(1, plain("Title")),
        Notice((plain("Unofficial."),)),
        Heading(2, plain("First")),
        Quotation(plain("Quoted.")),
        Listing((plain("Point."),)),
        Paragraph((Run("n", raised=True, link="note", anchor="mark"), Run("L1", small=True)), "p"),
    )
    for piece in (
        '<h1 id="section-1">Title</h1>',
        '<aside class="notice" aria-label="Мәтіннің мәртебесі">\n<p>Unofficial.</p>\n</aside>',
        '<h2 id="section-3">First</h2>',
        "<blockquote><p>Quoted.</p></blockquote>",
        "<ul>\n<li>Point.</li>\n</ul>",
        '<p id="p"><sup><a href="#note" id="mark">n</a></sup><small>L1</small></p>',
        '<a class="skip" href="#text">Мәтінге өту</a>',
    ):
        assert piece in text


def test_a_long_report_has_a_table_of_contents() -> None:
    """Three sections or more are named at the top, below the notice."""
    parts = tuple(Heading(2, plain(name), name) for name in "abc")
    text = one_part(Heading(1, plain("T")), *parts)
    assert text.index("<h1") < text.index("<nav") < text.index("<h2")
    assert "<nav" not in one_part(*parts[:2])


def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing but the document decides what the file is."""
    for one, other in zip(made("kk"), reports("kk"), strict=True):
        assert render(one) == render(other)


BROWSER: Final = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(BROWSER is None, reason="needs the browser chromium")
@pytest.mark.parametrize("width", [400, 1400])
def test_the_page_is_no_wider_than_the_screen(width: int, tmp_path: Path) -> None:
    """Tables scroll in their own place; the page itself never scrolls sideways."""
    text = render(chronology(specimen(), "kk")).replace("Content-Security-Policy", "x")
    seen = "document.title = 'wide=' + this.contentDocument.documentElement.scrollWidth"
    frame = (
        f'<iframe width="{width}" height="900" srcdoc="{escape(text)}" onload="{seen}"></iframe>'
    )
    page = tmp_path / "page.html"
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8">{frame}', encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    options += ["--hide-scrollbars", f"--user-data-dir={tmp_path / 'profile'}"]
    command = [str(BROWSER), *options, "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)  # noqa: S603
    found = re.search(r"<title>wide=(\d+)</title>", done.stdout.decode())
    assert found
    assert int(found[1]) == width
