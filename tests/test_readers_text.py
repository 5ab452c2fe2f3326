"""Encodings, recognition and plain text: what is read, as what, and what is refused."""

import io
import json
import tarfile
import time
import unicodedata
import zipfile
from contextlib import suppress
from typing import Final

import pytest

import kz_civil_positions as kz
from fuzzing.harness import fuzz
from fuzzing.text_and_pdf import TARGETS
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.model import Edition
from kz_civil_positions.orders import Order, TextForm
from kz_civil_positions.sources.readers import recognise
from kz_civil_positions.sources.readers.encoding import decode, tidy
from kz_civil_positions.sources.readers.limits import MAX_BYTES, MAX_CELLS, MAX_LINES, MAX_TEXT
from kz_civil_positions.sources.readers.plain import read_plain
from kz_civil_positions.sources.readers.recognise import DocumentKind, read_document
from kz_civil_positions.storage.root import data_root
from official_forms import as_docx, as_html, as_markdown, as_text

KAZAKH: Final = "Қазақстан Республикасы Ішкі істер министрінің 2019 жылғы бұйрығы"
RUSSIAN: Final = "Приказ Министра внутренних дел Республики Казахстан"
HEADER: Final = "Буын\tДеңгей\tЛауазымдар атауы\n"


@pytest.fixture(scope="module")
def order(register: kz.Register) -> Order:
    """The order of 2019."""
    return register.order("2019-920")


def refused(data: bytes) -> tuple[str, str]:
    """Why a document is refused, and where."""
    with pytest.raises(BadInputError) as caught:
        read_document(data, "file")
    assert "{" not in caught.value.text("kk")
    return caught.value.key, caught.value.where


def rows(text: str) -> list[list[str]]:
    """How a plain text reads: a line with its cells."""
    return [line.split("\t") for line in read_plain(text.encode()).text.split("\n")[:-1]]


# -------------------------------------------------------------------------- encodings


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_its_mark_or_without(codec: str) -> None:
    """UTF-8 with a byte order mark or without, and UTF-16 with one, give the same letters."""
    assert decode(KAZAKH.encode(codec)) == KAZAKH


@pytest.mark.parametrize("declared", [None, "windows-1251", "CP1251", "utf-8", "no-such-code"])
def test_russian_in_windows_1251_is_known_by_its_letters(declared: str | None) -> None:
    """Whatever was declared, or nothing: what gives Russian as Windows-1251 is that."""
    assert decode(RUSSIAN.encode("cp1251"), declared) == RUSSIAN


@pytest.mark.parametrize("declared", ["windows-1251", "KZ-1048", "PTCP154"])
def test_valid_utf_8_is_utf_8(declared: str) -> None:
    """A page saved again in UTF-8 often still declares what it was in before."""
    assert decode(KAZAKH.encode(), declared) == KAZAKH


@pytest.mark.parametrize("declared", ["KZ-1048", "kz1048", "STRK1048-2002", "PTCP154", "pt154"])
def test_kazakh_in_an_old_encoding_must_be_declared(declared: str) -> None:
    """Kazakh encodings of one byte differ in a few letters only: none is ever guessed."""
    codec = "ptcp154" if "154" in declared else "kz1048"
    data = KAZAKH.encode(codec)
    assert decode(data, declared) == KAZAKH
    assert decode("бұйрық".encode(codec), declared) == "бұйрық"
    with pytest.raises(BadInputError, match="Save it as UTF-8"):
        decode(data)
    with pytest.raises(BadInputError, match="Save it as UTF-8"):
        decode(data, "windows-1251")


@pytest.mark.parametrize("codec", ["koi8-r", "iso-8859-5", "cp866", "mac-cyrillic"])
def test_russian_in_another_encoding_is_refused(codec: str) -> None:
    """Bytes that give other letters as Windows-1251 are never stored as those letters."""
    with pytest.raises(BadInputError, match="unknown encoding"):
        decode(RUSSIAN.encode(codec))


def test_broken_utf_8_is_refused_with_its_line() -> None:
    """One broken byte in UTF-8 neither passes nor turns the rest into Windows-1251."""
    lines = [KAZAKH.encode()] * 3
    lines[1] = lines[1][:9] + lines[1][10:]
    with pytest.raises(BadInputError) as caught:
        decode(b"\n".join(lines))
    assert (caught.value.key, caught.value.where) == ("documents.unknown-encoding", "line 2")
    with pytest.raises(BadInputError) as caught:
        decode("бір\nекі".encode("utf-16") + b"\x00")
    assert caught.value.where == "line 2"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("бір\nекі\0", "not-text"),
        ("бір\nекі\x1a", "no-letter"),
        ("бір\nекі\x9f", "no-letter"),
        ("бір\nекі\ufffd", "no-letter"),
        ("бір\nекі" + "\u0301" * 40, "heaped-marks"),
    ],
)
def test_what_is_no_letter_is_refused_with_its_line(text: str, key: str) -> None:
    """Control characters, lost letters and heaps of marks are damage, not text."""
    with pytest.raises(BadInputError) as caught:
        decode(text.encode())
    assert (caught.value.key, caught.value.where) == (f"documents.{key}", "line 2")


def test_letters_are_composed_and_lines_end_alike() -> None:
    """Text is kept in NFC; however lines were ended, each ends with one mark."""
    apart = unicodedata.normalize("NFD", "бұйрық ёлка")
    assert decode(apart.encode()) == "бұйрық ёлка"
    assert decode("а\r\nб\rв\u2028г\fд".encode()) == "а\nб\nв\nг\nд"


def test_heaped_marks_cost_no_time() -> None:
    """Marks in an order that takes long to normalise are refused before."""
    started = time.perf_counter()
    with pytest.raises(BadInputError):
        decode(("a" + "\u0315\u0300" * 500_000).encode())
    assert time.perf_counter() - started < 5


def test_unseen_characters_go_and_blanks_are_single() -> None:
    """Soft hyphens, zero-width characters and blanks of any kind leave words and blanks."""
    assert tidy(" а\u00adб\u200bв \u00a0\t г\n") == "абв г"


# ------------------------------------------------------------------------- recognition


def test_each_form_is_known_by_what_it_holds(edition: Edition, order: Order) -> None:
    """Every format is told by its content; its name says nothing."""
    source = (data_root() / "2019-920" / "source.kaz.txt").read_bytes()
    made = {
        DocumentKind.HTML: as_html(edition, order, navigation=True),
        DocumentKind.MARKDOWN: as_markdown(edition, order, front_matter=True),
        DocumentKind.DOCX: as_docx(edition, order),
        DocumentKind.TEXT: as_text(edition, order),
        DocumentKind.LAYOUT: source,
    }
    assert {kind: read_document(data, "x.pdf").kind for kind, data in made.items()} == {
        kind: kind for kind in made
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><p>Мәтін", "html"),
        ("\ufeff\n<!-- сақталған -->\n<HTML><body>Мәтін", "html"),
        ("<table><tr><td>Мәтін</td></tr></table>", "html"),
        ("<div>\n# Тақырып\n</div>", "markdown"),
        ("Мәтін.\n\n<table><tr><td>А1</td></tr></table>", "markdown"),
        ("---\nact_code: V1\n---\n\nМәтін", "markdown"),
        ("# Тақырып\n\n|Буын|Деңгей|\n|---|---|\n|А1|1|", "markdown"),
        ("|Буын|Деңгей|\n|---|---|\n|А1|1|", "text"),
        ("Буын|Деңгей|Лауазымдар атауы", "text"),
        ("1. Мәтін, **ештеңе**.", "text"),
        ("Буын Деңгей Лауазымдар атауы\n\nА1\n\n1\nБастық.", "layout"),
        ("Звено Ступень Наименования должностей\n1-1\nНачальник.", "layout"),
        ("Буын Деңгей Лауазымдар атауы деп жазылсын", "text"),
    ],
)
def test_texts_are_told_apart(text: str, kind: str) -> None:
    """Pages, Markdown, clean and damaged text are told by their marks."""
    assert read_document(text.encode(), "x").kind == kind
    if kind in ("html", "layout"):
        assert read_document(text.encode("utf-16"), "x").kind == kind


def packed(*names: str) -> bytes:
    """A ZIP archive with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


def tar() -> bytes:
    """A TAR archive."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        made.addfile(tarfile.TarInfo("a.txt"))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"BM\0\0\0\0", "BMP"),
        (b"\x1f\x8b\x08\0", "GZIP"),
        (packed("xl/workbook.xml"), "XLSX"),
        (packed("ppt/presentation.xml"), "PPTX"),
        (packed("a.txt"), "ZIP"),
        (tar(), "TAR"),
        (json.dumps({"қ": [1]}).encode(), "JSON"),
        (b" [[1, 2]]", "JSON"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "XML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHTML"),
    ],
)
def test_other_kinds_are_named(data: bytes, kind: str) -> None:
    """A file of a kind that is not read is refused with what it seems to be, and what to do."""
    with pytest.raises(BadInputError, match=f"seems to be {kind}") as caught:
        read_document(data, "file.txt")
    assert caught.value.key == "documents.foreign"
    assert caught.value.where == "file.txt"


def test_old_word_and_locked_word_are_told_apart() -> None:
    """Both are OLE files: one is to be saved as DOCX, the other without its password."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
    assert refused(ole) == ("documents.old-word", "file")
    locked = ole + "EncryptedPackage".encode("utf-16-le")
    assert refused(locked) == ("documents.under-password", "file")


def test_a_word_may_begin_as_a_picture_does() -> None:
    """Letters that open a picture's file open a text as well."""
    assert read_document(b"BM - a text", "x").kind is DocumentKind.TEXT


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "no-words"),
        (b" \r\n\0", "empty"),
        (b"x" * (MAX_BYTES + 1), "too-large"),
        (b"x" * (MAX_TEXT + 1), "too-long"),
        (b"x\n" * (MAX_LINES + 1), "too-many-lines"),
        (b"a\tb\tc" + b"\t" * MAX_CELLS, "too-many-cells"),
        (b"-----\n", "no-words"),
        (b"<html></html>", "no-words"),
    ],
)
def test_what_holds_no_register_is_refused(data: bytes, key: str) -> None:
    """A file that is empty, without words, or past a limit is refused by its name."""
    assert refused(data) == (f"documents.{key}", "file")


def test_the_place_begins_with_the_file() -> None:
    """An error inside a document names the file, then the place in it."""
    assert refused("а\nб\x01".encode()) == ("documents.no-letter", "file: line 2")


def test_a_pasted_text_is_read_unchanged() -> None:
    """The lines of a damaged text are its own, each at its number."""
    source = (data_root() / "2019-920" / "source.kaz.txt").read_text("utf-8")
    for data in (source.encode(), source.rstrip("\n").encode(), source.encode("utf-16")):
        made = read_document(data, "x").transcript
        assert made.form is TextForm.LAYOUT
        assert made.text.rstrip("\n") == source.rstrip("\n")
        assert made.places[24] == "line 25"
        assert len(made.places) == made.text.count("\n")


@pytest.mark.parametrize(
    "start", ["[", "[a](", "<!--", "|", "**a", "---\n", "<?xml ", '"a""\n', ":---|"]
)
def test_no_mark_repeated_takes_long(start: str) -> None:
    """Telling a text by its marks takes time in proportion to its length."""
    data = ("x" + start * 40_000).encode()
    started = time.perf_counter()
    with suppress(BadInputError):
        recognise._recognise(data)  # noqa: SLF001 - the readers themselves are measured elsewhere
    assert time.perf_counter() - started < 3


# -------------------------------------------------------------------------- plain text


@pytest.mark.parametrize("form", ["bar", "bare"])
def test_the_register_reads_alike_in_every_clean_form(
    form: str, edition: Edition, order: Order
) -> None:
    """Tabs, bars, blank cells or lines of their own: the same transcript, nothing guessed."""
    made = read_plain(as_text(edition, order, bar=form == "bar", bare=form == "bare"))
    plain = read_plain(as_text(edition, order))
    assert made.text == plain.text
    assert made.form is TextForm.PARAGRAPHS
    assert made.guessed == ()
    table = [line for line in made.text.split("\n") if "\t" in line]
    cells = [item.text for entry in edition.entries for item in entry.items]
    assert table[0] == HEADER.rstrip("\n")
    assert len(table) > len(cells) / 2


def test_tabs_in_prose_make_no_table() -> None:
    """An indented paragraph, a numbered point, a signature: prose, its blanks single."""
    text = "\tБұйрық\n1.\tМәтін\tжалғасы\nМинистр\tЕ. Т.\nОрынбасар\t\tА. Б.\n"
    assert rows(text) == [["Бұйрық"], ["1. Мәтін жалғасы"], ["Министр Е. Т."], ["Орынбасар А. Б."]]


def test_cells_go_on_below_a_row() -> None:
    """Lines between two rows are paragraphs of the last cell, empty lines among them or not."""
    text = HEADER + "А1\t1\tБастық:\nорталықтың;\n\nжасақтың.\n\t2\tМаман.\n"
    assert rows(text)[2:] == [
        ["А1", "1", "Бастық:"],
        ["", "", "орталықтың;"],
        ["", "", "жасақтың."],
        ["", "2", "Маман."],
    ]


def test_a_heading_between_rows_spans_the_table() -> None:
    """A block's and a sector's heading stand in the first cell, wherever a browser put them."""
    text = HEADER + "А блогы (басқарушылық)\nА1\t1\tБастық.\nБелгісіз салада\n\nВ2\t1\tМаман.\n"
    assert rows(text)[2:] == [
        ["А блогы (басқарушылық)", "", ""],
        ["А1", "1", "Бастық."],
        ["Белгісіз салада", "", ""],
        ["В2", "1", "Маман."],
    ]
    lost = HEADER + "D\t\tХатшы.\nА блогы (басқарушылық)\n\t1\tБастық.\n"
    assert rows(lost)[3] == ["А блогы (басқарушылық)", "", ""]


def test_rows_without_their_spanned_cells_stand_at_the_right() -> None:
    """Browsers leave out cells that are spanned from above; labels tell where the rest stands."""
    text = HEADER + "А1\t1\tБастық.\n2\tМаман.\nС1\tХатшы.\nD\t\tАспаз.\nА2\t1\nКеңесші.\n3\tЖ.\n"
    assert rows(text)[2:] == [
        ["А1", "1", "Бастық."],
        ["", "2", "Маман."],
        ["С1", "", "Хатшы."],
        ["D", "", "Аспаз."],
        ["А2", "1", ""],
        ["", "", "Кеңесші."],
        ["", "3", "Ж."],
    ]
    assert read_plain(text.encode()).guessed == ()


def test_a_short_row_of_a_wide_table_is_a_guess() -> None:
    """With a column of numbers, which cells are missing is not certain, and it is said."""
    made = read_plain("№\tБуын\tДеңгей\tАтауы\n1\tА1\t1\tБ.\n2\tМ.\n".encode())
    assert made.text.split("\n")[3] == "\t\t2\tМ."
    assert made.guessed == (4,)


@pytest.mark.parametrize(
    "after",
    [
        "2. Бақылау жүктелсін.",
        "2.\tБақылау жүктелсін.",
        "1) тіркеуді;",
        "Ескерту. Алып тасталды – бұйрығымен.",
        "Аббревиатуралардың толық жазылуы:",
        "Министр\tЕ. Т.",
    ],
)
def test_what_surely_is_prose_ends_the_table(after: str) -> None:
    """A point, a note, the list of abbreviations, a signature are in no cell, blank line or not."""
    text = f"{HEADER}D\t\tХатшы:\nаспаз.\n{after}\nсоңы.\n"
    assert rows(text)[-2:] == [[" ".join(after.split())], ["соңы."]]


def test_what_follows_the_last_row_is_its_cell_or_prose() -> None:
    """Up to an empty line it is the cell's, as a guess, where cells go on so; else prose."""
    goes_on = HEADER + "А1\t1\tБастық:\nорталықтың.\nD\t\tХатшы:\nаспаз.\n\nМәтін.\n"
    made = read_plain(goes_on.encode())
    assert made.text.split("\n")[5:7] == ["\t\tаспаз.", "Мәтін."]
    assert made.guessed == (6,)
    ends = HEADER + "А1\t1\tБастық.\nМәтін.\n"
    assert rows(ends)[-1] == ["Мәтін."]


def test_each_annex_has_its_table() -> None:
    """The same header again after prose opens a table; without prose it is a row."""
    text = f"{HEADER}D\t\tХатшы.\n{HEADER}\t\tАспаз.\n\n2-қосымша\n{HEADER}D\t\tАспаз.\n"
    made = read_plain(text.encode()).text.split("\n")
    assert made.count("") == 3  # before each table, and after the last line
    assert made[5:7] == ["2-қосымша", ""]


def test_borders_hold_no_words() -> None:
    """Lines drawn of dashes, bars and corners are no rows, and no prose."""
    text = (
        "+------+--------+-------+\n| Буын | Деңгей | Атауы |\n|------|:------:|-------|\n"
        "| А1 | 1 | Бастық: |\n|    |   | орталықтың. |\n+======+=====+====+\n─────────\n"
    )
    assert rows(text) == [
        [""],
        ["Буын", "Деңгей", "Атауы"],
        ["А1", "1", "Бастық:"],
        ["", "", "орталықтың."],
    ]


@pytest.mark.parametrize("row", ["|А1|1|Бастық.|", "А1|1|Бастық.", "А1 | 1 | Бастық. |"])
@pytest.mark.parametrize("header", ["Буын|Деңгей|Атауы", "|Буын|Деңгей|Атауы|"])
def test_bars_at_the_ends_make_no_cells(header: str, row: str) -> None:
    """A row may begin and end with a bar or not, whatever the header does."""
    assert rows(f"{header}\n{row}\n")[2] == ["А1", "1", "Бастық."]


def test_quoted_cells_of_a_spreadsheet_are_whole() -> None:
    """A quoted cell with line breaks is one cell of several paragraphs; doubled quotes are one."""
    text = HEADER + 'А1\t1\t"Бастық:\n""Сұңқар"" жасағының;\nорталықтың."\n\t2\tМаман.\n'
    assert rows(text)[2:] == [
        ["А1", "1", "Бастық:"],
        ["", "", '"Сұңқар" жасағының;'],
        ["", "", "орталықтың."],
        ["", "2", "Маман."],
    ]
    assert rows(HEADER + 'D\t\t"""Жебе"" жасағы."')[2][2] == '"Жебе" жасағы.'
    places = read_plain(text.encode()).places
    assert places[2:] == ("line 2", "line 2", "line 2", "line 5")


def test_quotes_of_the_text_are_kept() -> None:
    """A name in quotes is no quoted cell, and the quote that opens the order's text is kept."""
    text = f'жазылсын:\n"\n{HEADER}А1\t1\t"Сұңқар" жасағы.\n\t\t"Жебе"\n'
    made = rows(text)
    assert made[1] == ['"']
    assert made[4:] == [["А1", "1", '"Сұңқар" жасағы.'], ["", "", '"Жебе"']]


@pytest.mark.parametrize("name", ["text", "layout"])
def test_damaged_texts_are_read_or_refused(name: str) -> None:
    """No damaged input ends in a traceback, takes long, or gives a transcript out of form."""
    tally = fuzz(TARGETS[name], seed=0, numbers=range(300))
    assert [(one.number, one.what) for one in tally.findings] == []
    assert tally.ends["read"] > 30
    assert tally.ends.total() == 300
