"""Tables of job titles: read from CSV as people have it, written to CSV or XLSX."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.lookup.finding import Finding
from kz_civil_positions.lookup.matching import TitleMatch
from kz_civil_positions.messages import Language, say
from kz_civil_positions.things import frozen

__all__ = ["COLUMNS", "Row", "Table", "read_table", "result_cells", "to_csv", "to_xlsx"]

# What is added to the columns of the table.
COLUMNS: Final = (
    *("match_state", "match_score", "match_code", "match_sector", "match_position"),
    *("match_entry", "match_institution", "match_apart", "match_alternatives"),
    *("match_doubts", "match_problem"),
)
_BOM: Final = b"\xef\xbb\xbf"
_DELIMITERS: Final = ",;\t"

# A cell may hold line breaks, but not the rest of the file, as after a forgotten quote.
_MOST_LINES: Final = 50


@frozen
class Row:
    """A row of a table.

    Attributes:
        number: in the file, the header being row 1.
        cells: as they stand; a broken row has what could be read of it.
        problem: the key of what is wrong with it, and its facts.
    """

    number: int
    cells: tuple[str, ...]
    problem: tuple[str, tuple[tuple[str, object], ...]] | None = None

    def complaint(self, language: Language) -> str:
        """Answers: what is wrong with this row?"""
        key, facts = self.problem or ("", ())
        return say(key, language, **dict(facts)) if key else ""


@frozen
class Table:
    """A table as read.

    Attributes:
        columns: of its header.
        rows: in order.
        encoding: in which it was read.
        delimiter: between its cells.
        column: the place of the column of titles.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    column: int

    def title(self, row: Row) -> str:
        """Answers: which title does this row hold? An empty one where it has none."""
        return row.cells[self.column] if self.column < len(row.cells) else ""


def read_table(file: Path, column: str) -> Table:
    """Answers: what table does this file hold?

    Args:
        file: a CSV file in UTF-8, with or without a byte order mark, or in Windows-1251;
            its cells parted by commas, semicolons or tabs.
        column: the name of the column of titles.

    Returns:
        The table; broken rows are kept, and say what is wrong with them.

    Raises:
        BadInputError: when it cannot be read, is empty, or has no such column.
    """
    text, encoding = _decoded(file)
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows = _read(text, delimiter)
    first = next(rows, None)
    if first is None or not any(first.cells):
        raise BadInputError("lookup.empty-table", where=str(file), file=file.name)
    columns = tuple(cell.strip() for cell in first.cells)
    names = [name.casefold() for name in columns]
    wanted = column.strip().casefold()
    if wanted not in names:
        facts = {"column": column[:80], "columns": ", ".join(columns)[:400], "file": file.name}
        raise BadInputError("lookup.no-column", where=f"{file}:1", **facts)
    checked = tuple(_checked(row, len(columns)) for row in rows)
    return Table(columns, checked, encoding, delimiter, names.index(wanted))


def _decoded(file: Path) -> tuple[str, str]:
    try:
        if file.exists() and not file.is_file():  # a pipe would be waited for
            raise BadInputError("not-a-file", where=str(file))
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInputError("unreadable", where=str(file), reason=reason) from None
    try:
        if data.startswith(_BOM):
            return data.decode("utf-8-sig"), "UTF-8 (BOM)"
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" in text:
        raise BadInputError("lookup.not-text", where=str(file), file=file.name)
    return text, "Windows-1251"


def _read(text: str, delimiter: str) -> Iterator[Row]:
    """Every row that is not empty; one that cannot be read is broken, and the next is read."""
    lines = text.splitlines(keepends=True)
    at = 0
    while at < len(lines):
        size = _lines_of_record(lines, at)
        record = "".join(lines[at : at + (size or 1)])
        cells = _cells(record, delimiter) if size else None
        if cells is None:
            bare = record.rstrip("\r\n")
            yield Row(at + 1, (bare,), ("lookup.row-unreadable", ()))
        elif cells:
            yield Row(at + 1, cells)
        at += size or 1


def _lines_of_record(lines: Sequence[str], at: int) -> int:
    """How many lines a row takes: those up to where all its quotes are closed; 0 if never."""
    quotes = 0
    for size, line in enumerate(lines[at : at + _MOST_LINES], 1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return size
    return 0


def _cells(record: str, delimiter: str) -> tuple[str, ...] | None:
    reader = csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error:
        return None
    return tuple(rows[0]) if rows else ()


def _checked(row: Row, width: int) -> Row:
    if row.problem or len(row.cells) == width:
        return row
    facts = (("found", len(row.cells)), ("expected", width))
    return Row(row.number, row.cells, ("lookup.row-length", facts))


# ------------------------------------------------------------------------- answers


def result_cells(found: TitleMatch | None, problem: str, language: Language) -> tuple[str, ...]:
    """Answers: what stands in the added columns for this title?

    Args:
        found: what became of it; None for a row that could not be read.
        problem: what is wrong with the row.
        language: of words of ours.
    """
    if found is None:
        return ("broken-row", *[""] * (len(COLUMNS) - 2), problem)
    codes = list(dict.fromkeys(one.level.code for one in found.best))
    best = found.best
    doubts = found.doubts
    return (
        str(found.state),
        f"{found.score:.1f}",
        "; ".join(dict.fromkeys(code.plain for code in codes)),
        "; ".join(dict.fromkeys(code.sector for code in codes if code.sector)),
        "; ".join(dict.fromkeys(one.position for one in best)),
        "; ".join(dict.fromkeys(one.entry.id for one in best)),
        "; ".join(dict.fromkeys(one.institution for one in best if one.institution)),
        "; ".join(_apart(found, language)),
        "; ".join(map(_short, found.alternatives)),
        "; ".join(f"{doubt.id}: {doubt.statement[language]}" for doubt in doubts),
        problem or (found.problem.text(language) if found.problem else ""),
    )


def _apart(found: TitleMatch, language: Language) -> Iterator[str]:
    for name in found.apart:
        yield say(f"lookup.ask-{name}", language)


def _short(one: Finding) -> str:
    return f"{one.level.code} {one.position} ({one.score:.0f})"


Cells = Sequence[str]


def to_csv(header: Cells, rows: Iterable[Cells], delimiter: str) -> bytes:
    """Answers: how is this table written as CSV?

    With a byte order mark, without which spreadsheet programs take it for another encoding.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return _BOM + stream.getvalue().encode("utf-8", "replace")


def to_xlsx(header: Cells, rows: Iterable[Cells]) -> bytes:
    """Answers: how is this table written as a workbook? Every cell is text, never a formula.

    Raises:
        BadInputError: when the package that writes workbooks is not installed.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError:
        raise BadInputError("lookup.needs-xlsx", where="--output") from None
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for place, cell in enumerate(header):
            sheet.write_string(0, place, cell, bold)
        for number, cells in enumerate(rows, 1):
            for place, cell in enumerate(cells):
                sheet.write_string(number, place, cell[:_LONGEST_CELL])
        sheet.freeze_panes(1, 0)
    return stream.getvalue()


# A workbook's cell holds no more.
_LONGEST_CELL: Final = 32_767
