"""Markdown with tables, as corpora of legal acts are kept: brought to a page, then read as one.

Numbers of points are read as they are printed, so lists are no lists here, and a line that
begins with a number or a dash begins a paragraph. Indented text is text. A table in HTML is
read whole, blank lines in it too; a line of a cell is a paragraph, since that is how such
corpora write cells of several paragraphs. Front matter is not the document's text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import define, field
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.orders import TextForm
from kz_civil_positions.sources.readers.encoding import decode
from kz_civil_positions.sources.readers.html import read_page
from kz_civil_positions.sources.readers.limits import MAX_DEPTH, MAX_LINKS
from kz_civil_positions.sources.transcript import Transcript, transcribe

__all__ = ["read_markdown"]

# What would renumber, swallow or change the words of a legal text.
_OFF: Final = ("list", "code", "reference", "lheading")
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TABLE: Final = re.compile(r"(?<!\\)<(?P<end>/)?table(?=[\s/>])[^>]*+>", re.IGNORECASE)
_BEGINS: Final = re.compile(r"\s*(?:\d+(?:[-.]\d+)*[.)]|[-–—*+•])\s")
# Quotations within quotations: deeper than a person would write, the parser drops the words.
_QUOTED: Final = re.compile(r"^(?:[ \t]*>){20}", re.MULTILINE)
_MOST_QUOTED: Final = 20


def read_markdown(data: bytes) -> Transcript:
    r"""Answers: which words and tables does this Markdown text hold?

    Args:
        data: the text.

    Returns:
        Its paragraphs and rows; places are its lines.

    Raises:
        BadInputError: it cannot be decoded, never ends, or is past a limit.

    Example:
        >>> text = "# Тізілім\n\n1. Бұйрық:\n\n<table><tr><td>\nА1\n\nА2\n</td></tr></table>\n"
        >>> made = read_markdown(text.encode())
        >>> made.text
        'Тізілім\n1. Бұйрық:\n\nА1\nА2\n'
        >>> made.places
        ('line 1', 'line 3', 'line 5', 'line 5', 'line 5')
    """
    text = decode(data)
    if deep := _QUOTED.search(text):
        where = f"line {text.count(chr(10), 0, deep.start()) + 1}"
        raise BadInputError("documents.too-deep", where=where, most=_MOST_QUOTED)
    if text.count("[") > MAX_LINKS:  # the parser tries each with all that follow
        raise BadInputError("documents.too-many-links", most=MAX_LINKS)
    page = _Page()
    for begin, end, is_table in _stretches(text):
        if is_table:
            page.add(text[begin:end], text.count("\n", 0, begin))
        else:
            page.add_prose(text[begin:end], text.count("\n", 0, begin))
    return transcribe(read_page("".join(page.parts), lines_in_cells=True), TextForm.PARAGRAPHS)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where prose and tables begin and end, and which is which; a table may hold tables."""
    matter = _FRONT_MATTER.match(text)
    at = matter.end() if matter else 0
    depth = 0
    for tag in _TABLE.finditer(text, at):
        if tag["end"]:
            depth = max(depth - 1, 0)
            if not depth:
                yield at, tag.end(), True
                at = tag.end()
        else:
            if not depth:
                yield at, tag.start(), False
                at = tag.start()
            depth += 1
    yield at, len(text), depth > 0


@define
class _Page:
    """The page made of a text, its lines where they are in the text.

    Attributes:
        parts: what was written.
        lines: how many lines that is.
    """

    parts: list[str] = field(factory=list)
    lines: int = 0

    def add(self, html: str, line: int) -> None:
        """What stands at that line, counted from 0."""
        missing = "\n" * max(line - self.lines, 0)
        self.parts.append(missing + html)
        self.lines += len(missing) + html.count("\n")

    def add_prose(self, text: str, line: int) -> None:
        """A stretch of Markdown that begins at that line."""
        for token in _PARSER.parse(text):
            if token.type == "inline":
                _divide(token)
                html = _WRITER.renderInline(token.children or [], _PARSER.options, {})
            else:
                html = _WRITER.render([token], _PARSER.options, {})
                html = html if token.type in ("html_block", "fence") else html.strip("\n")
            self.add(html, line + (token.map[0] if token.map and token.nesting >= 0 else 0))


def _divide(inline: Token) -> None:
    """A line that begins with a number or a dash begins a paragraph."""
    children = inline.children or []
    for token, after in pairwise(children):
        if token.type == "softbreak" and _BEGINS.match(after.content):
            token.type = "hardbreak"


_PARSER: Final = (
    MarkdownIt("commonmark", {"html": True, "maxNesting": MAX_DEPTH}).enable("table").disable(_OFF)
)
_WRITER: Final = RendererHTML()
