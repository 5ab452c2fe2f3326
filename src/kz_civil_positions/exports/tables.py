"""Tidy rows as CSV and as a workbook."""

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports.cells import from_cell, joined, to_cell
from kz_civil_positions.exports.notices import table_notice
from kz_civil_positions.exports.rows import COLUMNS, TidyRow
from kz_civil_positions.history.register import Register
from kz_civil_positions.messages import Language, say
from kz_civil_positions.model import Doubt, Edition

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

__all__ = ["rows_from_csv", "to_csv", "to_xlsx"]

_BOM: Final = "\ufeff"
# Where a comma divides whole numbers from fractions, as in Kazakhstan, spreadsheet programs
# take a semicolon to part cells.
_DELIMITER: Final = ";"
# What a sheet holds at most, the header aside, and a cell of it.
_MOST_ROWS: Final = 1_048_575
_LONGEST_CELL: Final = 32_767
_WIDE: Final = 100
_TYPES: Final = tuple((one.name, one.type) for one in attrs.fields(TidyRow))


def to_csv(rows: Iterable[TidyRow]) -> str:
    r"""Answers: how are these rows written as CSV?

    Returns:
        Text that begins with a byte order mark, without which spreadsheet programs do not
        take it for UTF-8; cells parted by semicolons, lines ended as the standard has it.

    Example:
        >>> to_csv([])[:22]
        '\ufeffedition;order;languag'
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=_DELIMITER, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([to_cell(getattr(row, name)) for name in COLUMNS] for row in rows)
    return _BOM + stream.getvalue()


def rows_from_csv(text: str) -> tuple[TidyRow, ...]:
    """Answers: which rows does this CSV hold? It undoes `to_csv`.

    Raises:
        BadInputError: when it is not as `to_csv` writes it.

    Example:
        >>> rows_from_csv(to_csv([]))
        ()
    """
    reader = csv.reader(
        io.StringIO(text.removeprefix(_BOM), newline=""), delimiter=_DELIMITER, strict=True
    )
    header = next(reader, None)
    if header != list(COLUMNS):
        raise BadInputError("exports.no-table", where="CSV:1", reason=", ".join(header or ())[:80])
    found = []
    for cells in reader:
        try:
            found.append(_row(cells))
        except (ValueError, KeyError) as error:
            where = f"CSV:{reader.line_num}"
            raise BadInputError("exports.no-table", where=where, reason=str(error)) from None
    return tuple(found)


def _row(cells: Sequence[str]) -> TidyRow:
    values: dict[str, Any] = {
        name: from_cell(cell, t) for (name, t), cell in zip(_TYPES, cells, strict=True)
    }
    return TidyRow(**values)


def to_xlsx(
    register: Register, editions: tuple[Edition, ...], rows: Sequence[TidyRow], language: Language
) -> bytes:
    """Answers: how are these rows written as a workbook?

    Texts are written as texts, never as formulas. Beside the rows stand what must be said of
    the editions, their doubts, and what each column holds.

    Args:
        register: the register they are of.
        editions: whose rows they are, and those whose text is not held.
        rows: the rows.
        language: of notices, doubts and descriptions.

    Raises:
        BadInputError: when the package that writes workbooks is not installed, or a sheet
            cannot hold so much.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError:
        raise BadInputError("exports.needs-extra", where="--format", extra="xlsx") from None
    if len(rows) > _MOST_ROWS:
        facts = {"count": len(rows), "most": _MOST_ROWS}
        raise BadInputError("exports.too-many-rows", where="--format", **facts)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False}) as book:
        # The same data gives the same file.
        book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # noqa: DTZ001 - no zone there
        lines = table_notice(register, editions, language)
        _sheet(book, say("exports.sheet-notice", language), (), [(line,) for line in lines])
        table = [tuple(getattr(row, name) for name in COLUMNS) for row in rows]
        _sheet(book, say("exports.sheet-positions", language), COLUMNS, table)
        head, doubts = _doubts(editions, language)
        _sheet(book, say("exports.sheet-doubts", language), head, doubts)
        told = [(name, say(f"exports.column-{name}", language)) for name in COLUMNS]
        _sheet(book, say("exports.sheet-columns", language), (), told)
        book.worksheets()[1].activate()
    return stream.getvalue()


Cells = tuple[object, ...]


def _doubts(editions: tuple[Edition, ...], language: Language) -> tuple[Cells, list[Cells]]:
    names = ("id", "certitude", "about", "statement", "settled_by")
    head = ("edition", *(say(f"exports.doubt-{name}", language) for name in names))
    return head, [
        (edition.key, *_doubt(doubt, language)) for edition in editions for doubt in edition.doubts
    ]


def _doubt(doubt: Doubt, language: Language) -> Cells:
    about = tuple(str(address) for address in doubt.about)
    told = doubt.statement[language], doubt.settled_by[language]
    return doubt.id, str(doubt.certitude), about, *told


def _sheet(book: "Workbook", name: str, head: Cells, rows: Sequence[Cells]) -> None:
    sheet = book.add_worksheet(name)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for place, cell in enumerate(head):
        sheet.write_string(0, place, str(cell), bold)
    if head:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    else:
        sheet.set_column(0, 1, _WIDE / 2)
    for number, cells in enumerate(rows, 1 if head else 0):
        for place, value in enumerate(cells):
            _write(sheet, (number, place), value, day, str(head[place]) if head else name)


def _write(sheet: Any, at: tuple[int, int], value: object, day: object, column: str) -> None:  # noqa: ANN401 - untyped
    if value is None or value == ():
        return
    if isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, int):
        sheet.write_number(*at, value)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(*at, value, day)
    else:
        text = joined(value) if isinstance(value, tuple) else str(value)
        if len(text) > _LONGEST_CELL:
            facts = {"column": column, "length": len(text), "most": _LONGEST_CELL}
            raise BadInputError("exports.cell-too-long", where="--format", **facts)
        sheet.write_string(*at, text)
