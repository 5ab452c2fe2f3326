"""Documents of the library as Markdown of the site."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from kz_civil_positions.messages import Language
from kz_civil_positions.reports.document import Document, Part
from kz_civil_positions.reports.html import fragment

__all__ = ["markdown_of", "plain_markdown"]

_HEADING: Final = re.compile(r'<h(?P<level>\d) id="(?P<anchor>[^"]+)">(?P<words>.*)</h\d>')
# What Markdown would read as its own marks.
_MARKS: Final = str.maketrans({mark: f"&#{ord(mark)};" for mark in r"\`*_{}[]|"})


def markdown_of(parts: Iterable[Part], language: Language) -> str:
    """Answers: how are these parts written in a page of the site?

    Headings become Markdown, so that the site's table of contents and search know them; all
    else stays the HTML that the library makes of it.

    Example:
        >>> from kz_civil_positions.reports.document import Heading, Paragraph, plain
        >>> print(markdown_of([Heading(2, plain("[А2]"), "a2"), Paragraph(plain("x"))], "kk"))
        ## &#91;А2&#93; {#a2}
        <BLANKLINE>
        <p>x</p>
    """
    lines: list[str] = []
    for line in fragment(Document("", language, tuple(parts))).split("\n"):
        found = _HEADING.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        words = found["words"].translate(_MARKS)
        lines += ["", f"{'#' * int(found['level'])} {words} {{#{found['anchor']}}}", ""]
    return "\n".join(lines).strip("\n")


def plain_markdown(text: str) -> str:
    """Answers: how are these words written in Markdown so that none is taken for a mark?

    Example:
        >>> plain_markdown("a*b <c>")
        'a&#42;b &lt;c&gt;'
    """
    return escape(text, quote=False).translate(_MARKS)
