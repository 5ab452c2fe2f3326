"""Reports in Markdown."""

import re
from collections.abc import Iterator
from typing import Final

from kz_civil_positions.reports.document import (
    Cell,
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
    Text,
)

__all__ = ["render"]

# What Markdown would read as its own mark wherever it stands.
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~])")
# What it reads as a list or heading only at the start of a line.
_AT_START: Final = re.compile(r"^(\d+)([.)])(?= )|^([-+])(?= )")
_AROUND: Final = {
    Style.PLAIN: ("", ""),
    Style.STRONG: ("**", "**"),
    Style.EMPHASIS: ("*", "*"),
    Style.CODE: ("`", "`"),
    Style.INSERTED: ("<ins>", "</ins>"),
    Style.DELETED: ("<del>", "</del>"),
}


def render(document: Document) -> str:
    r"""Answers: how does this report read in Markdown?

    Returns:
        Markdown with tables; insertions and deletions as ``<ins>`` and ``<del>``.

    Example:
        >>> from kz_civil_positions.reports.document import plain
        >>> print(render(Document("T", "en", (Heading(1, plain("T")),
        ...     Paragraph(plain("1. A * B"))))))
        # T
        <BLANKLINE>
        1\. A \* B
        <BLANKLINE>
    """
    return "\n\n".join("\n".join(_part(part)) for part in document.parts) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading(level=level, text=text):
            yield f"{'#' * level} {_text(text)}"
        case Paragraph(text=text):
            yield _line(text)
        case Quotation(text=text):
            yield f"> {_line(text)}"
        case Listing(items=items):
            yield from (f"- {_line(item)}" for item in items)
        case Notice(items=items):
            yield from (f"> {_line(item)}  " for item in items)
        case Table(head=head, body=body):
            yield _row(head)
            yield "|" + " --- |" * sum(one.columns for one in head)
            yield from _rows(body, sum(one.columns for one in head))


def _rows(body: tuple[tuple[Cell, ...], ...], width: int) -> Iterator[str]:
    """Markdown has no merged cells: a cell over several rows is left blank below."""
    pending = [0] * width
    for row in body:
        cells = iter(row)
        line: list[str] = []
        while len(line) < width:
            at = len(line)
            if pending[at]:
                pending[at] -= 1
                line.append("")
                continue
            one = next(cells, Cell(()))
            pending[at] = one.rows - 1
            line += [_cell(one), *[""] * (one.columns - 1)]
        yield "| " + " | ".join(line) + " |"


def _row(cells: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(_cell(one) for one in cells) + " |"


def _cell(one: Cell) -> str:
    return "<br>".join(_text(line) for line in one.lines)


def _line(text: Text) -> str:
    return _AT_START.sub(_escape_start, _text(text))


def _escape_start(match: re.Match[str]) -> str:
    number, mark, bullet = match.groups()
    return f"\\{bullet}" if bullet else f"{number}\\{mark}"


def _text(text: Text) -> str:
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    before, after = _AROUND[run.style]
    words = run.text if run.style is Style.CODE else _SPECIAL.sub(r"\\\1", run.text)
    return f"{before}{words}{after}"
