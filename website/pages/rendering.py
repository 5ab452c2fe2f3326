"""Documents of the library as Markdown of the site."""

import os
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from attrs import evolve

from kz_civil_positions.messages import Language
from kz_civil_positions.reports.document import Cell, Document, Part, Run, Table
from kz_civil_positions.reports.html import fragment

__all__ = ["led", "linked", "markdown_of"]

_HEADING: Final = re.compile(r'<h(?P<level>\d) id="(?P<anchor>[^"]+)">(?P<words>.*)</h\d>')
_PAGE: Final = re.compile(r'href="#page:([^"]*)"')
_TAG: Final = re.compile(r"(<[^>]*>)")
# What Markdown would read as its own marks.
_MARKS: Final = str.maketrans({mark: f"&#{ord(mark)};" for mark in r"\`*_{}[]|"})


def markdown_of(
    parts: Iterable[Part], language: Language, path: str = "", *, unsearched: Collection[str] = ()
) -> str:
    """Answers: how are these parts written in a page of the site?

    Headings become Markdown, so that the site's table of contents and search know them; all
    else stays the HTML that the library makes of it.

    Args:
        parts: of a report.
        language: of the page.
        path: of the page, from where links to other pages lead.
        unsearched: the anchors of sections that repeat what stands elsewhere, where the search
            of the site finds it. No notice is found: all pages have one.

    Example:
        >>> from kz_civil_positions.reports.document import Heading, Paragraph, plain
        >>> print(markdown_of([Heading(2, plain("[А2]"), "a2"), Paragraph(plain("x"))], "kk"))
        ## &#91;А2&#93; {#a2}
        <BLANKLINE>
        <p>x</p>
    """
    lines: list[str] = []
    html = fragment(Document("", language, tuple(parts)))
    html = html.replace('<aside class="notice"', '<aside class="notice" data-search-exclude')
    html = _PAGE.sub(lambda found: f'href="{_way(path, found[1])}"', html)
    for line in html.split("\n"):
        found = _HEADING.fullmatch(line)
        if found is None:
            lines.append(line)
            continue
        words = "".join(
            part if part.startswith("<") else part.translate(_MARKS)
            for part in _TAG.split(found["words"])
        )
        marks = f"#{found['anchor']}"
        marks += " data-search-exclude" if found["anchor"] in unsearched else ""
        lines += ["", f"{'#' * int(found['level'])} {words} {{{marks}}}", ""]
    return "\n".join(lines).strip("\n")


def led(words: str, path: str, language: Language | None = None) -> Run:
    """Answers: how do these words of a document lead to another page of the site?

    Example:
        >>> from kz_civil_positions.reports.document import Paragraph
        >>> part = Paragraph((led("920", "order/2019-920"),))
        >>> markdown_of([part], "kk", "register/2019-920")
        '<p><a href="../../order/2019-920/">920</a></p>'
    """
    return Run(words, link=f"page:{path}", language=language)


def linked(part: Part, goals: Mapping[str, str]) -> Part:
    """Answers: how does this part read, where cells of a table that name a page lead to it?

    Args:
        part: of a report; anything but a table stays as it is.
        goals: the paths of pages by the words that name them.
    """
    if not isinstance(part, Table):
        return part
    return evolve(part, body=tuple(tuple(_led(one, goals) for one in row) for row in part.body))


def _led(cell: Cell, goals: Mapping[str, str]) -> Cell:
    lines = tuple(
        tuple(led(run.text, goals[run.text]) if run.text in goals else run for run in line)
        for line in cell.lines
    )
    return evolve(cell, lines=lines)


def _way(start: str, goal: str) -> str:
    """From page to page, or a place on it; each stands in a folder of its own."""
    page, mark, anchor = goal.partition("#")
    return f"{os.path.relpath(page, start or '.')}/{mark}{anchor}"
