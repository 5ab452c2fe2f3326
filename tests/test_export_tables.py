"""Tables of positions: tidy, nothing lost, nothing carried out as a formula."""

import csv
import datetime
import importlib
import io
import json
import sys
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import histories
import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports.cells import from_cell, joined, parted, to_cell
from kz_civil_positions.exports.parquet import (
    TABLE_FORMAT,
    arrow_schema,
    arrow_table,
    rows_from_parquet,
    to_parquet,
)
from kz_civil_positions.exports.rows import COLUMNS, TidyRow, tidy_rows
from kz_civil_positions.exports.tables import rows_from_csv, to_csv, to_xlsx
from kz_civil_positions.messages import LANGUAGES, Language, say
from kz_civil_positions.model import Edition, ItemKind
from strategies import contents

SPECIMEN: Final = Path(__file__).parent.parent / "examples" / "specimen"
# Texts as nobody should write them, and as somebody will.
TRICKY: Final = st.one_of(
    st.sampled_from(
        ("=1+1", "+7", "-", "@x", "'", "''", "", " ", "a | b", "\\", "|", 'say "x";', "а\nб", "\t")
    ),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12),
)
# What a workbook writes as it was given; it keeps no difference between nothing and no text.
PLAIN: Final = {None: None, (): None, "": None}


@pytest.fixture(scope="module")
def rows(register: kz.Register, edition: Edition) -> tuple[TidyRow, ...]:
    """The rows of the 2019 edition."""
    return tuple(tidy_rows(register, [edition]))


@pytest.fixture(scope="module")
def made(register: kz.Register) -> tuple[kz.Register, tuple[TidyRow, ...]]:
    """The specimen, with the rows of all its editions."""
    specimen = kz.load(SPECIMEN)
    assert specimen != register
    return specimen, tuple(tidy_rows(specimen, specimen.editions))


@st.composite
def tidy(draw: st.DrawFn) -> TidyRow:
    """Answers: what may a row hold?"""
    values: dict[Any, st.SearchStrategy[Any]] = {
        str: TRICKY,
        bool: st.booleans(),
        str | None: st.one_of(st.none(), TRICKY),
        bool | None: st.one_of(st.none(), st.booleans()),
        int | None: st.one_of(st.none(), st.integers(1, 2**31 - 1)),
        datetime.date | None: st.one_of(st.none(), st.dates()),
        tuple[str, ...]: st.lists(TRICKY, max_size=3).map(tuple),
    }
    row: dict[str, Any] = {one.name: draw(values[one.type]) for one in attrs.fields(TidyRow)}
    return TidyRow(**row)


# ── rows ─────────────────────────────────────────────────────────────────────────────────


def test_every_entry_item_and_doubt_stands_in_a_row(
    rows: tuple[TidyRow, ...], edition: Edition
) -> None:
    """No entry, item, subheading, doubt or printed fault is lost on the way into the table."""
    items = [item for entry in edition.entries for item in entry.items]
    below = {item.id for item in items if item.kind is not ItemKind.SUBHEADING}
    assert {row.entry for row in rows} == {entry.id for entry in edition.entries}
    assert {row.item for row in rows if row.item} == below
    assert {row.subheading for row in rows if row.subheading} == {
        item.id for item in items if item.kind is ItemKind.SUBHEADING
    }
    placed = {doubt.id for level in edition.levels for doubt in edition.doubts_about(level)}
    assert {one for row in rows for one in row.doubts} == placed
    assert {one for row in rows for one in row.faults} == {
        fault.words for fault in edition.faults if fault.about.kind in ("entry", "item")
    }


def test_a_row_is_one_position_of_one_institution(rows: tuple[TidyRow, ...]) -> None:
    """No row is there twice, and an item that names an institution has its id beside it."""
    assert len(set(rows)) == len(rows)
    named = [row for row in rows if row.item_kind == "institution"]
    assert named
    assert all(row.institution for row in named)


def test_what_is_presumed_is_not_given_as_certain(rows: tuple[TidyRow, ...]) -> None:
    """Each row says that it is unofficial, from when it holds, how surely, and up to when."""
    for row in rows:
        assert not row.official
        assert str(row.in_effect_earliest) == "2019-11-10"
        assert str(row.in_effect_latest) == "2019-12-10"
        assert row.in_effect_certainty == "presumed"
        assert str(row.checked_until) == "2019-10-30"
        assert (row.ended_by, row.ends_certainty) == (None, None)


def test_a_lost_label_is_no_label(rows: tuple[TidyRow, ...]) -> None:
    """The link A2 is inferred: the column of printed labels is empty, and the doubt is named."""
    lost = [row for row in rows if row.link == "A2"]
    assert lost
    assert {(row.link_label, row.link_label_state) for row in lost} == {(None, "inferred")}
    assert all("link-a2-label-lost" in row.doubts for row in lost)


def test_the_specimen_says_that_it_is_fictional(
    made: tuple[kz.Register, tuple[TidyRow, ...]],
) -> None:
    """Whoever filters one row out of the table still reads that it is made up."""
    assert all(row.fictional for row in made[1])
    assert {row.edition for row in made[1]} == {one.key for one in made[0].editions if one.held}


@given(contents())
def test_no_text_is_lost_without_annotations(content: kz.Content) -> None:
    """Of any register at all, each entry and each item stands in some row."""
    register = histories.register_of(histories.base(content=content))
    (edition,) = register.editions
    found = list(tidy_rows(register, [edition]))
    assert {row.entry for row in found} == {entry.id for entry in edition.entries}
    told = {row.item for row in found} | {row.subheading for row in found}
    assert told - {None} == {item.id for entry in edition.entries for item in entry.items}


def test_every_column_is_described() -> None:
    """A column has its description in three languages, and no other has one."""
    catalogue = importlib.import_module("kz_civil_positions.messages.exports").MESSAGES
    described = {key.partition("-")[2] for key in catalogue if key.startswith("column-")}
    assert described == set(COLUMNS)
    page = (SPECIMEN.parent.parent / "docs" / "en" / "reference" / "exports.md").read_text(
        encoding="utf-8"
    )
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []


# ── CSV ──────────────────────────────────────────────────────────────────────────────────


@given(st.lists(tidy(), max_size=3).map(tuple))
def test_csv_is_read_back_as_it_was(found: tuple[TidyRow, ...]) -> None:
    """Whatever texts hold, quotes, marks, formulas, line breaks, comes back verbatim."""
    assert rows_from_csv(to_csv(found)) == found


def test_real_data_comes_back(
    rows: tuple[TidyRow, ...], made: tuple[kz.Register, tuple[TidyRow, ...]]
) -> None:
    """The rows of the 2019 edition and of the specimen are the same after CSV and Parquet."""
    for found in (rows, made[1]):
        assert rows_from_csv(to_csv(found)) == found
        assert rows_from_parquet(to_parquet(found)) == found


@given(tidy())
def test_no_cell_can_begin_a_formula(row: TidyRow) -> None:
    """A cell that a spreadsheet program would carry out has an apostrophe before it."""
    cells = list(csv.reader(io.StringIO(to_csv([row]), newline=""), delimiter=";"))[1]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_no_text_of_the_real_register_needs_the_apostrophe(rows: tuple[TidyRow, ...]) -> None:
    """What is printed in the register stands in the cells letter for letter."""
    for row in rows:
        assert to_cell(row.heading) == row.heading
        assert to_cell(row.item_text) == (row.item_text or "")


def test_excel_in_kazakhstan_opens_it_in_columns(rows: tuple[TidyRow, ...]) -> None:
    """A byte order mark, semicolons, and the line ends of the standard."""
    data = to_csv(rows).encode()
    assert data.startswith(b"\xef\xbb\xbfedition;order;")
    assert data.count(b"\r\n") == len(rows) + 1


@given(st.lists(TRICKY, min_size=1, max_size=4).map(tuple))
def test_texts_that_are_joined_come_apart(parts: tuple[str, ...]) -> None:
    """Several texts in one cell are told apart, whatever they hold."""
    assert parted(joined(parts)) == parts
    assert from_cell(to_cell(parts), tuple[str, ...]) == parts


@pytest.mark.parametrize("damage", ["edition;order\r\n", "", "x"])
def test_a_table_of_another_form_is_refused(damage: str) -> None:
    """Another header is another table, and is refused."""
    with pytest.raises(BadInputError):
        rows_from_csv(damage)


def test_a_broken_row_is_told_by_its_line(rows: tuple[TidyRow, ...]) -> None:
    """A cell too few, or no day of the calendar, is told with its line."""
    text = to_csv(rows[:2])
    for broken in (text.replace(";false;", ";", 1), text.replace("2019-11-10", "2019-13-10", 1)):
        with pytest.raises(BadInputError) as caught:
            rows_from_csv(broken)
        assert caught.value.where == "CSV:2"


# ── XLSX ─────────────────────────────────────────────────────────────────────────────────


def sheets(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Answers: what does each sheet of this workbook hold?"""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    book = load_workbook(io.BytesIO(data))
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def shown(value: object) -> object:
    """Answers: as what is this value read back from a workbook?"""
    if isinstance(value, datetime.date):
        return datetime.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - no zone there
    text = joined(value) if isinstance(value, tuple) else value
    return PLAIN.get(text, text) if isinstance(text, str | tuple) else text


def test_a_workbook_holds_every_value(
    made: tuple[kz.Register, tuple[TidyRow, ...]], register: kz.Register, edition: Edition
) -> None:
    """Read by another program, each cell is what the row holds: days as days, texts as texts."""
    real = tuple(tidy_rows(register, [edition]))
    for one, found in ((register, real), made):
        held = tuple(edition for edition in one.editions if edition.held)
        book = sheets(to_xlsx(one, held, found, "en"))
        head, *body = book[say("exports.sheet-positions", "en")]
        assert head == COLUMNS
        assert body == [tuple(shown(getattr(row, name)) for name in COLUMNS) for row in found]


def test_texts_are_never_formulas(register: kz.Register, rows: tuple[TidyRow, ...]) -> None:
    """A heading that looks like a formula, a link or a number stays a text."""
    for text in ("=1+1", "+7", "http://x.kz", "007", "@x", "1", "TRUE"):
        row = attrs.evolve(rows[0], heading=text)
        book = sheets(to_xlsx(register, register.editions, [row], "ru"))
        table = book[say("exports.sheet-positions", "ru")]
        assert table[1][COLUMNS.index("heading")] == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_says_what_it_is(
    register: kz.Register, rows: tuple[TidyRow, ...], language: Language
) -> None:
    """It says: unofficial, which edition, from when, its doubts, what each column holds."""
    book = sheets(to_xlsx(register, register.editions, rows, language))
    lines = [str(line[0]) for line in book[say("exports.sheet-notice", language)]]
    assert lines[0] == say("reports.unofficial", language)
    assert any("2019-920" in line for line in lines)
    assert "2015-1035" in lines[-1]
    doubts = book[say("exports.sheet-doubts", language)]
    assert len(doubts) - 1 == len(register.edition("2019").doubts)
    told = book[say("exports.sheet-columns", language)]
    assert [line[0] for line in told] == list(COLUMNS)


def test_the_same_rows_give_the_same_workbook(
    register: kz.Register, rows: tuple[TidyRow, ...]
) -> None:
    """No clock is asked: two workbooks of the same rows are the same bytes."""
    assert to_xlsx(register, (), rows[:5], "en") == to_xlsx(register, (), rows[:5], "en")


def test_what_a_cell_cannot_hold_is_refused(
    register: kz.Register, rows: tuple[TidyRow, ...]
) -> None:
    """A text is never cut silently: one that is too long for a cell is refused by its column."""
    row = attrs.evolve(rows[0], heading="а" * 40_000)
    with pytest.raises(BadInputError) as caught:
        to_xlsx(register, (), [row], "en")
    assert "heading" in caught.value.text("en")


# ── Parquet ──────────────────────────────────────────────────────────────────────────────


@given(st.lists(tidy(), max_size=3).map(tuple))
def test_parquet_is_read_back_as_it_was(found: tuple[TidyRow, ...]) -> None:
    """Each value comes back with its type: nothing is not an empty text."""
    assert rows_from_parquet(to_parquet(found)) == found


def test_files_of_many_registers_go_together(
    rows: tuple[TidyRow, ...], made: tuple[kz.Register, tuple[TidyRow, ...]]
) -> None:
    """Every file has the same columns and types, so tables are put one after another."""
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415

    whole = pa.concat_tables([arrow_table(rows, ["a"]), arrow_table(made[1], ["b"])])
    assert whole.num_rows == len(rows) + len(made[1])
    assert whole.schema.equals(arrow_schema())


def test_a_parquet_file_says_what_it_is(rows: tuple[TidyRow, ...]) -> None:
    """The number of the format, the notice, and what each column holds stand in the file."""
    from pyarrow import parquet  # noqa: PLC0415

    data = to_parquet(rows[:3], ["Unofficial text."])
    schema = parquet.read_schema(io.BytesIO(data))
    told = {key.decode(): value.decode() for key, value in schema.metadata.items()}
    assert told["kz_civil_positions.format"] == str(TABLE_FORMAT)
    assert json.loads(told["kz_civil_positions.notice"]) == ["Unofficial text."]
    assert schema.field("code").metadata[b"description"].decode() == say(
        "exports.column-code", "en"
    )


@pytest.mark.parametrize("data", [b"", b"PAR1", b"nonsense"])
def test_what_is_no_parquet_is_refused(data: bytes) -> None:
    """A file of another kind is refused by one clear error."""
    with pytest.raises(BadInputError):
        rows_from_parquet(data)


# ── the command ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_the_format_is_told_by_the_name_of_the_file(form: str, tmp_path: Path) -> None:
    """`--output positions.csv` needs no `--format`; the file is what the format says."""
    file = tmp_path / f"positions.{form}"
    done = CliRunner().invoke(main, ["export", "--output", str(file)])
    assert (done.exit_code, done.stderr) == (0, "")
    heads = {"csv": b"\xef\xbb\xbfedition", "xlsx": b"PK", "parquet": b"PAR1"}
    assert file.read_bytes().startswith(heads[form])


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_a_text_not_held_gives_no_table(form: str, tmp_path: Path) -> None:
    """Of 2015 there are no rows: exit code 3, and no file that could be taken for empty."""
    file = tmp_path / f"positions.{form}"
    words = ["export", "--edition", "2015", "--output", str(file), "--lang", "en"]
    failed = CliRunner().invoke(main, words)
    assert failed.exit_code == 3
    assert "not held" in failed.stderr
    assert not file.exists()


def test_all_editions_stand_in_one_table() -> None:
    """`--all` gives the rows of every edition that is held, and names the others."""
    done = CliRunner().invoke(main, ["export", "--all", "--format", "csv", "--lang", "en"])
    assert done.exit_code == 0
    assert {row.edition for row in rows_from_csv(done.stdout)} == {"2019-920"}
    assert "2015-1035" in done.stderr


def test_binary_is_not_printed_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook on a screen helps nobody: the command asks for a file."""
    monkeypatch.setattr("kz_civil_positions.cli.exporting._on_terminal", lambda: True)
    failed = CliRunner().invoke(main, ["export", "--format", "xlsx", "--lang", "en"])
    assert failed.exit_code == 2
    assert "--output" in failed.stderr
    assert failed.stdout_bytes == b""


@pytest.mark.parametrize(("form", "module"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_extra_is_named(
    form: str, module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without the package that writes a format, one clear error says what to install."""
    monkeypatch.setitem(sys.modules, module, None)
    file = tmp_path / f"positions.{form}"
    failed = CliRunner().invoke(main, ["export", "--output", str(file), "--lang", "en"])
    assert failed.exit_code == 2
    assert f"kz-civil-positions[{form}]" in failed.stderr
    assert not file.exists()
