"""Fuzz the readers of web pages, Markdown and DOCX.

``python tests/fuzzing/readers.py html --count 20000 --seed 1`` reports how the inputs ended
and what was found; its exit code is 1 if anything was. ``--only 17`` makes input 17 again,
and ``--save FILE`` keeps it.
"""

import argparse
import faulthandler
import random
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script, or imported

import kz_civil_positions as kz
from fuzzing.harness import MOST_MEMORY, Target, fuzz, peak_memory
from fuzzing.mutations import Parts, damage, damage_package, pack, soup, unpack
from kz_civil_positions.model import Content, Edition, Link
from kz_civil_positions.orders import Order
from kz_civil_positions.sources.readers.docx import read_docx
from kz_civil_positions.sources.readers.html import read_html
from kz_civil_positions.sources.readers.markdown import read_markdown
from official_forms import as_docx, as_html, as_markdown

__all__ = ["TARGETS"]

HANG: Final = 60


def encoded(*words: str) -> tuple[bytes, ...]:
    """Words as they stand in a file."""
    return tuple(word.encode() for word in words)


HTML_WORDS: Final = (
    *encoded("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th rowspan=2>"),
    *encoded("<caption>", "<td rowspan=3 colspan=2>", "<td colspan=4999>", "<td rowspan=0>"),
    *encoded("<tbody>", "<tfoot>", "<p>", "</p>", "<div>", "</div>", "<br>", "<li>", "<ul>"),
    *encoded("<ol start=-3 type=i reversed>", "<ol type=A><li value=27>", "</ol>", "<h1>", "</h1>"),
    *encoded("<pre>", "\n", " ", "\t", "<sup>", "</sup>", "1", "<b>", "</b>", "</span>"),
    *encoded("<span style='display:none'>", "<article>", "</article>", "<main>", "<nav>", "</nav>"),
    *encoded("<header>", "<aside>", "<template>", "<svg>", "<script>", "</script>", "<style>"),
    *encoded("<title>", "<textarea>", "<plaintext>", "<noscript>", "<!--", "-->", "<!", "<?"),
    *encoded("<![CDATA[", "]]>", "<", ">", "&", "&lt", "&#769;", "&nbsp;"),
    *encoded("&shy;", '"', "'", "=", "/", "<a b c d e", "<x:y>", "</", "</x", "<form>", "<input>"),
    *encoded("<select><option>", "<del>", "<base>", "<frameset>", "<body>", "<html>", "и\u0306"),
    *encoded("БҰЙЫРАМЫН:", "Буын", "Деңгей", "Лауазымдар атауы", "А1", "2-1", "қ", "\u200b"),
    *encoded("\ufeff", "\r\n", "<meta charset=kz-1048>"),
)
MARKDOWN_WORDS: Final = (
    *HTML_WORDS,
    *encoded("\n\n", "\n", "# ", "## ", "> ", ">", "1. ", "2) ", "- ", "* ", "---\n", "***", "_"),
    *encoded("`", "```\n", "~~~", "|", "|---|---|\n", "| a | b |\n", "[", "](", ")", "![", "__"),
    *encoded("[a]: b\n", "\\", "    ", "\t", "<http://x>", "<!--\n", "  \n", "===\n", "&amp;"),
    b"\n<table>\n\n",
)
DOCX_WORDS: Final = (
    *encoded("<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:br/>"),
    *encoded("<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:tab/>"),
    *encoded("<w:tc><w:p/></w:tc>", '<w:gridSpan w:val="4999"/>', '<w:gridSpan w:val="x"/>'),
    *encoded("<w:vMerge/>", "<w:tcPr/>", "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    *encoded("<w:ins>", "</w:ins>", "<w:del/>", "<w:altChunk/>", "<w:vanish/>", "<w:rPr/>"),
    *encoded('<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>', "<w:pPr/>"),
    *encoded('<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', '<w:pStyle w:val="A"/>'),
    *encoded('<w:footnoteReference w:id="1"/>', '<w:sym w:char="D800"/>', "<w:instrText>"),
    *encoded("<w:txbxContent>", "</w:txbxContent>", "<!DOCTYPE a>", "&#769;", "&x;", "<!--"),
    *encoded("<w:numFmt w:val='chicago'/>", "<w:lvlText w:val='%1.%9)'/>", "<w:start w:val='9'/>"),
    *encoded("А1", "қ", "<", ">", "&", '"', " ", "\n", "xmlns:w=''", "<a>", "</a>", "<?x"),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"),
)

NUMBERING: Final = """
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>""".strip()


@cache
def small_edition() -> tuple[Edition, Order]:
    """The register cut down to what shows every form: small inputs are many inputs."""
    register = kz.load()
    edition = register.edition("2019-920")
    blocks = tuple(
        evolve(
            block,
            sections=tuple(
                evolve(section, links=tuple(_few(link) for link in section.links[:2]))
                for section in block.sections
            ),
        )
        for block in edition.blocks[:3]
    )
    content = Content(blocks, edition.abbreviations[:2])
    return evolve(edition, content=content), register.order("2019-920")


def _few(link: Link) -> Link:
    levels = (evolve(level, entries=level.entries[:2]) for level in link.levels[:2])
    return evolve(link, levels=tuple(levels))


@cache
def docx_parts() -> Parts:
    """A small DOCX file with numbered paragraphs, of few parts."""
    parts = unpack(as_docx(*small_edition()))
    kept = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    small = {name: parts[name] for name in kept}
    numbered = b'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    small[kept[2]] = small[kept[2]].replace(b"<w:p><w:r>", b"<w:p>" + numbered + b"<w:r>")
    return small | {"word/numbering.xml": NUMBERING.encode()}


def make_html(chance: random.Random) -> bytes:
    """A page."""
    if chance.random() < SOUP:
        return soup(chance, HTML_WORDS)
    seed = as_html(*small_edition(), navigation=chance.random() < HALF)
    return damage(chance, seed, HTML_WORDS)


def make_markdown(chance: random.Random) -> bytes:
    """A text in Markdown."""
    if chance.random() < SOUP:
        return soup(chance, MARKDOWN_WORDS)
    seed = as_markdown(*small_edition(), front_matter=chance.random() < HALF)
    return damage(chance, seed, MARKDOWN_WORDS)


def make_docx(chance: random.Random) -> bytes:
    """A DOCX file; of words alone, its document is well-formed so that it is read at all."""
    parts = docx_parts()
    if chance.random() < SOUP:
        return pack(parts | {"word/document.xml": _tree(chance)})
    damaged = ("word/document.xml",) * 4 + ("word/numbering.xml", "_rels/.rels")
    return damage_package(chance, parts, DOCX_WORDS, damaged)


ELEMENTS: Final = (
    *("p", "p", "p", "r", "r", "r", "t", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del"),
    *("pPr", "rPr", "tcPr", "trPr", "numPr", "br", "tab", "txbxContent", "hyperlink", "sym"),
    *("footnoteReference", "vanish", "vertAlign", "gridSpan", "gridBefore", "ilvl", "numId"),
)
VALUES: Final = ("0", "1", "2", "8", "5000", "-1", "superscript", "x", "", "D800", "2212")


def _tree(chance: random.Random) -> bytes:
    """A well-formed document of elements that make no sense together."""
    parts = [b'<w:document xmlns:w="x"><w:body>']
    open_tags: list[str] = []
    for _ in range(chance.randint(1, 120)):
        if open_tags and chance.random() < HALF:
            parts.append(f"</w:{open_tags.pop()}>".encode())
        name = chance.choice(ELEMENTS)
        values = "".join(
            f' w:{key}="{chance.choice(VALUES)}"'
            for key in ("val", "id", "char", "type")
            if chance.random() < HALF
        )
        parts.append(f"<w:{name}{values}>{chance.choice(('', '', 'А1', ' ', 'қызмет'))}".encode())
        open_tags.append(name)
    parts += [f"</w:{name}>".encode() for name in reversed(open_tags)]
    return b"".join((*parts, b"</w:body></w:document>"))


SOUP: Final = 0.3
HALF: Final = 0.5
TARGETS: Final[Mapping[str, Target]] = {
    "html": Target("html", read_html, make_html),
    "markdown": Target("markdown", read_markdown, make_markdown),
    "docx": Target("docx", read_docx, make_docx),
}


def main(targets: Mapping[str, Target] = TARGETS) -> int:
    """Run the command line; 1 if there are findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("format", choices=targets)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--save", type=Path)
    given = parser.parse_args()
    target = targets[given.format]
    numbers = range(given.count) if given.only is None else [given.only]
    if given.save and given.only is not None:
        chance = random.Random(f"{target.name} {given.seed} {given.only}")  # noqa: S311
        given.save.write_bytes(target.make(chance))
    faulthandler.dump_traceback_later(HANG * 60, exit=True)
    tally = fuzz(target, given.seed, numbers)
    for finding in tally.findings:
        print(f"input {finding.number}: {finding.what}")  # noqa: T201
    for end, count in tally.ends.most_common():
        print(f"{count:8} {end}")  # noqa: T201
    memory = peak_memory()
    print(f"slowest {tally.slowest:.2f} s (input {tally.slowest_input}), memory {memory} MB")  # noqa: T201
    return 1 if tally.findings or memory > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
