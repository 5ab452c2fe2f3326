"""Fuzz the readers of plain text, pasted pages and PDF.

``python tests/fuzzing/text_and_pdf.py pdf --count 20000 --seed 1`` reports how the inputs ended
and what was found; its exit code is 1 if anything was. ``--only 17`` makes input 17 again,
and ``--save FILE`` keeps it.
"""

import random
import re
import sys
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzzing.harness import Target
from fuzzing.mutations import damage, soup
from fuzzing.readers import HALF, SOUP, main, small_edition
from kz_civil_positions.sources.readers.pdf import read_pdf
from kz_civil_positions.sources.readers.plain import read_plain
from kz_civil_positions.sources.readers.recognise import read_document
from kz_civil_positions.sources.transcript import Transcript
from kz_civil_positions.storage.root import data_root
from official_forms import as_text

__all__ = ["TARGETS", "printed", "small_pdf", "stream", "whole_pdf"]

TABLE_WORDS: Final = (
    *("\t", "\t\t", "|", " | ", "||", "\n", "\n\n", "\r\n", "\r", '"', '""', '"a\nb"', " "),
    *("Буын\tДеңгей\tЛауазымдар атауы\n", "Буын|Деңгей|Лауазымдар атауы\n", "А1", "2-1"),
    *("Буын Деңгей Лауазымдар атауы\n", "---|---|---\n", "+----+----+\n", "─────\n", "D"),
    *("А блогы (басқарушылық персонал)", "өзге де саладағы", "Профессор.", "Бастық:", ";"),
    *("1. ", "2) ", "Ескерту.", "Сноска.", "№", "Аббревиатуралардың толық жазылуы:", "."),
    *("қ", "и\u0306", "\u0301", "\u200b", "\xad", "\ufeff", "      ", "\f", "\v", "\u2028"),
    *("<table>", "# ", "**a**"),
)
BYTES: Final = (b"\0", b"\xff", b"\xd0", b"\x1a", b"\xff\xfe", "Приказ\n".encode("cp1251"))
TEXT_WORDS: Final = (*(word.encode() for word in TABLE_WORDS), *BYTES)
PDF_WORDS: Final = (
    *(b"obj", b"endobj", b"stream\n", b"endstream", b"xref", b"trailer", b"startxref", b"%%EOF"),
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"/", b"1 0 R", b"3 0 R", b"99 0 R", b"null", b"-1"),
    *(b"/Kids", b"/Count 99999999", b"/Parent 3 0 R", b"/Contents", b"/Rotate 90", b"/Rotate 45"),
    *(b"/MediaBox[0 0 1e38 -1e38]", b"/CropBox[0 0 0 0]", b"/Encrypt 1 0 R", b"/Filter/LZWDecode"),
    *(b"/Prev 9", b"/XObject", b"/Font", b"/ToUnicode", b"/Length 999999999", b"/Type/Page"),
    *(b"/Subtype/Form", b"/Resources", b"/Names", b"/Root 2 0 R", b"/Size 0", b"\0", b"\xff", b"9"),
)
DRAWN_WORDS: Final = (
    *(b" BT ", b" ET ", b" Tj ", b" TJ ", b" Td ", b" Tm ", b" Tf ", b" Tc ", b" Tw ", b" Tr "),
    *(b"(", b")", b"[", b"]", b" q ", b" Q ", b" cm ", b" re ", b" f ", b" S ", b" m ", b" l "),
    *(b" c ", b" h ", b" w ", b"/X0 Do ", b"/F0 12 Tf ", b" 0 1 -1 0 0 0 Tm ", b" 1e38 "),
    *(b" -99999999999 ", b" 0 ", b" 1 ", b" 0 0 0 0 0 0 cm ", b" BI ", b" ID ", b" EI "),
    *(b"<04>", b"'", b'"', b" Do "),
)
# The letters that a small PDF prints, each with a code of one byte.
SMALL: Final = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
LETTERS: Final = SMALL + SMALL.upper() + "D123456789()-.,;: "


# --------------------------------------------------------------------------------- PDF


def small_pdf(pages: Sequence[bytes]) -> bytes:
    """A PDF of these pages' drawing commands, with one font for Cyrillic letters, all in clear."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(count))
    known = sorted(set(LETTERS))
    cmap = b"".join(b"<%02x> <%04x>\n" % (at, ord(one)) for at, one in enumerate(known, 32))
    head = b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
    unicodes = (
        head + b" endcodespacerange %d beginbfchar\n" % len(known) + cmap + b"endbfchar endcmap"
    )
    widths = b" ".join([b"500"] * len(known))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar %d/Widths[%s]"
        b"/ToUnicode 4 0 R>>" % (31 + len(known), widths),
        stream(unicodes),
    ]
    for number, commands in enumerate(pages):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F0 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (6 + 2 * number),
            stream(commands),
        ]
    return whole_pdf(objects)


def stream(commands: bytes) -> bytes:
    """A stream in clear."""
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(commands), commands)


def whole_pdf(objects: Sequence[bytes]) -> bytes:
    """These objects, numbered from 1, with the table of where they are."""
    made = b"%PDF-1.7\n"
    offsets = []
    for number, held in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        made
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(made))
    )


def printed(text: str, x: float, y: float) -> bytes:
    """The command that prints a text."""
    known = sorted(set(LETTERS))
    codes = bytes(known.index(one) + 32 for one in text)
    escaped = re.sub(rb"([()\\])", rb"\\\1", codes)
    return b"BT /F0 10 Tf %g %g Td (%s) Tj ET\n" % (x, y, escaped)


def page_of(rows: Sequence[tuple[str, str, str]], *, ruled: bool) -> bytes:
    """A table: a row a line, its labels at the left."""
    commands = printed("БҰЙЫРАМЫН:", 50, 780)
    for number, cells in enumerate((("Буын", "Деңгей", "Лауазымдар атауы"), *rows)):
        y = 740 - 24 * number
        for text, x in zip(cells, (52, 102, 162), strict=True):
            commands += printed(text, x, y) if text else b""
        if ruled:
            commands += b"50 %d m 550 %d l S 50 %d m 550 %d l S\n" % (y + 15, y + 15, y - 9, y - 9)
            commands += b"".join(b"%d %d m %d %d l S\n" % (x, y + 15, x, y - 9)
                                 for x in (50, 100, 160, 550))  # fmt: skip
    return commands


FIRST: Final = (("А1", "1", "Бастық:"), ("", "", "орталықтың;"), ("", "2", "Маман."))
SECOND: Final = (("", "", "Мамандар."), ("D", "", "Тазалаушы: хатшы, аула сыпырушы."))


@cache
def seeds() -> tuple[bytes, ...]:
    """Small PDFs: with lines, without, with a form, turned."""
    ruled = small_pdf([page_of(FIRST, ruled=True), page_of(SECOND, ruled=True)])
    bare = small_pdf([page_of(FIRST, ruled=False), page_of(SECOND, ruled=False)])
    turned = small_pdf([b"0 1 -1 0 600 0 cm\n" + page_of(FIRST, ruled=True)])
    formed = ruled.replace(b"/Font<<", b"/XObject<</X0 6 0 R>>/Font<<")
    return ruled, bare, turned, formed


def make_pdf(chance: random.Random) -> bytes:
    """A PDF: its file damaged, or what it draws, in clear or packed."""
    if chance.random() < HALF:
        return damage(chance, chance.choice(seeds()), PDF_WORDS)
    page = page_of(chance.choice((FIRST, SECOND)), ruled=chance.random() < HALF)
    drawn = (
        soup(chance, DRAWN_WORDS) if chance.random() < SOUP else damage(chance, page, DRAWN_WORDS)
    )
    data = small_pdf([drawn, page])
    return packed(chance, drawn, data) if chance.random() < SOUP else data


def packed(chance: random.Random, drawn: bytes, data: bytes) -> bytes:
    """The same with the first page's commands packed, now and then damaged."""
    content = zlib.compress(drawn)
    if chance.random() < HALF:
        content = damage(chance, content, PDF_WORDS)
    clear = stream(drawn)
    held = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(content), content)
    return data.replace(clear, held, 1)


# -------------------------------------------------------------------------------- text


def make_text(chance: random.Random) -> bytes:
    """A clean text."""
    if chance.random() < SOUP:
        return soup(chance, TEXT_WORDS)
    bar, bare = chance.random() < HALF, chance.random() < HALF
    return damage(chance, as_text(*small_edition(), bar=bar, bare=bare), TEXT_WORDS)


@cache
def pasted() -> bytes:
    """The beginning of our own source."""
    source = (data_root() / "2019-920" / "source.kaz.txt").read_bytes()
    return b"\n".join(source.split(b"\n")[:60])


def make_layout(chance: random.Random) -> bytes:
    """A text as pages are pasted."""
    return damage(chance, pasted(), TEXT_WORDS)


def read_pasted(data: bytes) -> Transcript:
    """As whatever the text turns out to be."""
    return read_document(data, "a pasted text").transcript


TARGETS: Final[Mapping[str, Target]] = {
    "text": Target("text", read_plain, make_text),
    "layout": Target("layout", read_pasted, make_layout),
    "pdf": Target("pdf", read_pdf, make_pdf),
}

if __name__ == "__main__":
    sys.exit(main(TARGETS))
