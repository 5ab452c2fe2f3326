"""What is no official document, or would harm whoever reads it: refused on the command line.

Each gets one message with its place, in three languages, exit code 2, and nothing is written.
Every text here is made up, and says so.
"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from bringing import BASE, CLAUSE, HEADER, NAME, NOTE, command
from kz_civil_positions.messages import LANGUAGES

COLUMNS: Final = "<tr><td>Буын</td><td>Деңгей</td><td>Лауазымдар атауы</td></tr>"
BLOCK_A: Final = '<tr><td colspan="3">А блогы (басқарушылық персонал)</td></tr>'
ROW: Final = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
TYPES: Final = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
# One page with a line drawn on it, and no letter.
SCAN: Final = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj
4 0 obj<</Length 11>>stream
0 0 9 9 re f
endstream endobj
trailer<</Root 1 0 R>>
%%EOF"""


def page(*rows: str, before: str = "") -> bytes:
    """A web page with the made-up base order, and a table of these rows, one to a line."""
    words = [NAME, HEADER, before, "БҰЙЫРАМЫН:", "1. Қоса беріліп отырған тізілім бекітілсін."]
    words += [f"2. {CLAUSE}", "Төраға Ә. Қиялұлы"]
    said = "\n".join(f"<p>{one}</p>" for one in words)
    table = "\n".join(("<table>", *rows, "</table>")) if rows else ""
    return f"<html><body>\n{said}\n{table}\n</body></html>".encode()


def package(part: bytes, name: str = "word/document.xml") -> bytes:
    """A DOCX file with this part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(name, part)
    return made.getvalue()


def entities(body: str, *, root: str) -> str:
    """A declaration of entities that would grow a thousandfold, before this body."""
    lines = ['<!ENTITY a "ааааааааааааааааааааа">']
    lines += [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in ("ab", "bc", "cd")]
    return f"<!DOCTYPE {root} [{''.join(lines)}]>{body}"


WORD: Final = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>"
)
BAD: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "not such a document": (
        lambda: "Ойдан шығарылған нан: ұн мен су алыңыз.\n".encode() * 5,
        "number: The order's number was not found",
    ),
    "an order without a table": (page, "The text has no table of a register"),
    "a picture": (lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)), "bad.bin: The file seems to be"),
    "an empty file": (lambda: b"", "bad.bin: The file is empty"),
    "a scan without text layer": (lambda: SCAN, "bad.bin: page 1: This page has no text layer"),
    "a PDF that is none": (lambda: b"%PDF-1.7\nnothing", "bad.bin: The PDF is damaged"),
    "a table without the three columns": (
        lambda: page(
            "<tr><td>Буын</td><td>Лауазымдар атауы</td></tr>", "<tr><td>А1</td><td>Басшы.</td></tr>"
        ),
        "line 10: The table lacks these columns: level",
    ),
    "an unknown block": (
        lambda: page(
            COLUMNS,
            '<tr><td colspan="3">Е блогы (ойдан шығарылған персонал)</td></tr>',
            ROW.format("Е1", 1, "Басшы."),
        ),
        'line 12: What stands in the column of links is no link label: "Е1"',
    ),
    "levels out of order": (
        lambda: page(
            COLUMNS,
            BLOCK_A,
            ROW.format("А1", 2, "Басшы."),
            ROW.format("", 1, "Орынбасар."),
            ROW.format("А2", 1, "Маман."),
        ),
        'line 13: The levels are out of order: "1"',
    ),
    "links out of order": (
        lambda: page(
            COLUMNS, BLOCK_A, ROW.format("А2", 1, "Басшы."), ROW.format("А1", 1, "Маман.")
        ),
        'line 13: The link is out of order: "А1"',
    ),
    "a DOCX bomb": (lambda: package(b" " * (200 << 20)), "bad.bin: Unpacked, the file comes to"),
    "a DOCX cut short": (
        lambda: package(bytes(range(256)) * 9)[:-40],
        "bad.bin: The DOCX file is damaged",
    ),
    "an archive of something else": (lambda: package(b"x", "x.txt"), "bad.bin: "),
    "an HTML bomb, deep": (lambda: b"<html>" + b"<div>" * 99_999, "Elements stand within elements"),
    "an HTML bomb, wide": (
        lambda: page('<tr><td rowspan="99999999" colspan="99999999">А блогы</td></tr>'),
        "line 10: A cell of this table spans more than",
    ),
    "entities that expand, in HTML": (
        lambda: entities(page().decode().replace("1. ", "&d; "), root="html").encode(),
        "The text has no table of a register",
    ),
    "entities that expand, in DOCX": (
        lambda: package(entities(WORD, root="w").encode()),
        "word/document.xml: This part of the DOCX file declares entities",
    ),
    "a consolidated text, the day not said": (
        lambda: page(COLUMNS, BLOCK_A, ROW.format("А1", 1, "Басшы."), before=NOTE),
        "bad.bin, line 4: This is a consolidated text",
    ),
    "a text that is none": (lambda: BASE.encode("utf-16-le"), "This is no text: a zero byte"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_gets_one_message_with_its_place(name: str, tmp_path: Path) -> None:
    """What, where and what to do; exit code 2; not even the new folder is left."""
    build, says = BAD[name]
    path, root = tmp_path / "bad.bin", tmp_path / "registers"
    path.write_bytes(build())
    told = [command(str(path), "--into", str(root), "--lang", language) for language in LANGUAGES]
    assert [one.exit_code for one in told] == [2, 2, 2]
    assert says in told[LANGUAGES.index("en")].stderr
    assert len({one.stderr for one in told}) == len(LANGUAGES)
    assert all("Traceback" not in one.stderr and one.stdout == "" for one in told)
    assert [path.name for path in tmp_path.iterdir()] == ["bad.bin"]


@pytest.mark.parametrize("order", ["../2020-101", "/2020-101", "2020-101/../..", "."])
def test_no_path_leads_out_of_the_folder(order: str, tmp_path: Path) -> None:
    """Whatever an order is called, nothing is written outside of the registers folder."""
    path = tmp_path / "made-up.html"
    table = (COLUMNS, BLOCK_A, ROW.format("А1", 1, "Басшы."))
    path.write_bytes(page(*table).replace(HEADER.encode(), b""))
    told = command(str(path), "--into", str(tmp_path / "in"), "--order", order, "--lang", "en")
    assert told.exit_code == 2
    assert order in told.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["made-up.html"]


def test_the_same_page_without_fault_is_brought(tmp_path: Path) -> None:
    """The pages above are refused for what is wrong with them, and for nothing else."""
    path = tmp_path / "made-up.html"
    path.write_bytes(page(COLUMNS, BLOCK_A, ROW.format("А1", 1, "Басшы.")))
    told = command(str(path), "--into", str(tmp_path / "in"), "--lang", "en")
    assert told.exit_code == 0, told.output
