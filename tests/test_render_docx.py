"""DOCX: real styles, tables and headings, and the same bytes for the same document."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from kz_civil_positions.errors import BadInputError
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
from kz_civil_positions.reports.docx import render
from kz_civil_positions.reports.edition import edition_report
from rendering import opened, ours, spans_of, specimen, words_of, words_of_docx

NASTY: Final = "a < b & \"c\" > 'd' </w:t> {} %s * _ | қңғүұһәөі"


def one_part(*parts: Part) -> bytes:
    return render(Document("T", "kk", parts))


def xml_of(file: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read(name).decode()


def made(language: Language) -> Iterator[Document]:
    register = ours()
    yield edition_report(register, register.edition("2019"), language)
    yield chronology(register, language)
    yield chronology(specimen(), language)


@cache
def files(language: Language) -> tuple[tuple[Document, bytes], ...]:
    """Real reports with their files."""
    return tuple((document, render(document)) for document in made(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_what_the_document_says(language: Language) -> None:
    """Read again, the file has all words of the document in their order, and no others."""
    for document, file in files(language):
        assert words_of_docx(file) == words_of(document)


def test_letters_that_xml_reads_as_marks_are_escaped() -> None:
    """Whatever letters a text has, the reader sees those letters and no others."""
    parts = (
        Heading(2, plain(NASTY), 'x"><w:b/>'),
        Paragraph((Run(NASTY, link='x"><w:b/>'),)),
        Table((cell(NASTY),), ((cell(NASTY),),), NASTY),
    )
    document = Document(NASTY, "kk", parts)
    assert words_of_docx(render(document)) == words_of(document)
    assert opened(render(document)).core_properties.title == NASTY


@settings(deadline=None, max_examples=25)
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_makes_a_file_that_opens(text: str) -> None:
    """No text can break the file; control characters are shown as damage."""
    document = opened(one_part(Paragraph(plain(text)), Paragraph(plain("end"))))
    assert document.paragraphs[-1].text == "end"
    assert len(document.paragraphs) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_gives_the_same_bytes(language: Language) -> None:
    """No file tells when it was made: neither its properties nor its archive."""
    for document, (_, file) in zip(made(language), files(language), strict=True):
        assert render(document) == file
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = opened(file).core_properties
        assert properties.title == document.title
        assert properties.created == properties.modified
        assert (properties.created or properties.modified).year == 1980


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_fills_all_columns(language: Language) -> None:
    """Merged cells leave no hole: the spans of each row add up to the same number."""
    for _, file in files(language):
        for rows in spans_of(file):
            assert len(set(rows)) == 1


def test_merged_cells_are_merged() -> None:
    """A cell over rows and columns is one cell in Word, not several with a blank in them."""
    tall = Cell((plain("A1"),), rows=2, role=CellRole.ROW_HEAD)
    band = Cell((plain("Band"),), columns=2, role=CellRole.BAND)
    head = (cell("Link"), cell("Titles"))
    file = one_part(Table(head, ((band,), (tall, cell("x")), (cell("y"),))))
    table = opened(file).tables[0]
    assert [[one.text for one in row.cells] for row in table.rows] == [
        ["Link", "Titles"],
        ["Band", "Band"],
        ["A1", "x"],
        ["A1", "y"],
    ]
    assert table.cell(2, 0)._tc is table.cell(3, 0)._tc  # noqa: SLF001
    assert table.cell(1, 0)._tc is table.cell(1, 1)._tc  # noqa: SLF001


@pytest.mark.parametrize(
    "rows",
    [
        ((cell("a"),),),
        ((cell("a"), cell("b"), cell("c")),),
        ((cell("a"), Cell((), columns=2)),),
        ((Cell((), rows=2), cell("b")),),
    ],
)
def test_a_table_whose_cells_do_not_fit_is_refused(rows: tuple[tuple[Cell, ...], ...]) -> None:
    """A hole or a cell too many is an error of the report, never a table that looks whole."""
    with pytest.raises(ValueError, match=r"columns|column|rows"):
        one_part(Table((cell("1"), cell("2")), rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_repeats_its_heading(language: Language) -> None:
    """A table over several pages has its column heads on each of them."""
    for _, file in files(language):
        xml = xml_of(file)
        assert xml.count("<w:tblHeader/>") == xml.count("<w:tbl>") > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_bookmark(language: Language) -> None:
    """Bookmarks have names that Word takes, each only once; links name one of them."""
    for _, file in files(language):
        xml = xml_of(file)
        names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', xml)
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"\w{1,40}", name) for name in names)
        assert set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', xml)) <= set(names)


def test_insertions_and_deletions_are_formatting() -> None:
    """An insertion is underlined, a deletion struck, each in a colour besides."""
    file = one_part(Paragraph((Run("old", Style.DELETED), Run("new", Style.INSERTED))))
    runs = opened(file).paragraphs[0].runs
    assert [run.style.name for run in runs] == ["Deleted Text", "Inserted Text"]
    deleted, inserted = (run.style.font for run in runs)
    assert deleted.strike
    assert inserted.underline
    assert str(deleted.color.rgb) == "8F1717"
    assert str(inserted.color.rgb) == "0B5A23"


def test_every_part_has_its_style() -> None:
    """Headings, quotations, lists, captions and the notice have styles that can be changed."""
    file = one_part(
        Heading(1, plain("Title")),
        Notice((plain("Unofficial."),)),
        Heading(2, plain("First")),
        Heading(3, plain("Second")),
        Heading(4, plain("Third")),
        Quotation(plain("Quoted.")),
        Listing((plain("Point."),)),
        Table((cell("Head"),), ((cell("Cell"),),), "Caption"),
    )
    document = opened(file)
    styles = [one.style.name for one in document.paragraphs if one.style]
    assert styles == [
        "Title",
        "Notice",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Quote",
        "List Bullet",
        "Caption",
        "After Table",
    ]
    cells = [one.paragraphs[0].style for row in document.tables[0].rows for one in row.cells]
    assert [one.name for one in cells if one] == ["Table Head", "Table Text"]
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Table Grid"


def test_all_styles_have_a_font_with_kazakh_letters() -> None:
    """No style takes its font from a theme, whose fonts may lack Kazakh letters."""
    xml = xml_of(one_part(), "word/styles.xml")
    assert "Theme" not in "".join(re.findall(r"<w:rFonts [^>]*>", xml))
    named = set(re.findall(r'w:(?:ascii|hAnsi|cs)="([^"]+)"', xml))
    assert named == {"Times New Roman", "Courier New"}


@pytest.mark.parametrize(
    ("language", "locale"), [("kk", "kk-KZ"), ("ru", "ru-RU"), ("en", "en-GB")]
)
def test_the_language_is_said(language: Language, locale: str) -> None:
    """Spelling is checked in the document's language, and in that of words that have another."""
    words = Paragraph((Run("а"), Run("б", language="kk")))
    file = render(Document("T", language, (words,)))
    assert re.findall(r'<w:lang w:val="([^"]+)"', xml_of(file, "word/styles.xml")) == [locale]
    others = re.findall(r'<w:lang w:val="([^"]+)"', xml_of(file))
    assert others == ([] if language == "kk" else ["kk-KZ"])
    assert opened(file).core_properties.language == locale


def test_pages_are_numbered_and_say_that_the_text_is_unofficial() -> None:
    """Each page bears its number, the number of pages, and the word unofficial."""
    footer = opened(one_part()).sections[0].footer.paragraphs[0]
    fields = [one.get(qn("w:instr")) for one in footer._p.iter(qn("w:fldSimple"))]  # noqa: SLF001
    assert fields == ["PAGE", "NUMPAGES"]
    assert footer.text.startswith("Ресми емес мәтін\t")


@pytest.mark.parametrize("landscape", [False, True])
def test_pages_lie_as_the_document_asks(landscape: bool) -> None:  # noqa: FBT001
    """A4, upright or on its side; tables are as wide as the text."""
    table = Table((cell("a"), cell("b")), ((cell("c"), cell("d")),), widths=(1, 3))
    file = render(Document("T", "kk", (table,), landscape=landscape))
    section = opened(file).sections[0]
    size = [round(side.mm) for side in (section.page_width, section.page_height) if side]
    assert size == ([297, 210] if landscape else [210, 297])
    lies = section.orientation is WD_ORIENT.LANDSCAPE
    assert lies == landscape
    first, second = (int(one) for one in re.findall(r'<w:gridCol w:w="(\d+)"/>', xml_of(file)))
    assert second == pytest.approx(3 * first, abs=3)
    assert first + second == pytest.approx((16838 if landscape else 11906) - 2 * 1134, abs=2)


def test_columns_without_widths_have_room_for_their_words() -> None:
    """Where no widths are given, no word is broken as long as all of them fit."""
    head = (cell("№"), cell("Государственная регистрация"), cell("Текст"))
    file = one_part(Table(head, ((cell("1"), cell("№ 1"), cell("слово " * 60)),)))
    number, long, text = (int(one) for one in re.findall(r'<w:gridCol w:w="(\d+)"', xml_of(file)))
    assert long > len("Государственная") * 100
    assert text > long > number


def test_without_python_docx_one_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The extra is asked for only when a DOCX is."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BadInputError) as caught:
        render(Document("T", "kk", ()))
    assert caught.value.key == "needs-docx"
    assert "kz-civil-positions[docx]" in str(caught.value)


OFFICE: Final = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice Writer")
def test_another_program_lays_the_pages_out(tmp_path: Path) -> None:
    """A word processor reads the file and makes pages of it."""
    file = tmp_path / "edition.docx"
    file.write_bytes(files("kk")[0][1])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    command = [str(OFFICE), profile, *options, str(file)]
    subprocess.run(command, capture_output=True, timeout=180, check=True)  # noqa: S603
    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
