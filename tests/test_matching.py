"""Many titles at once, and the commands of the look-up: nothing guessed, nothing lost."""

import csv
import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import kz_civil_positions as kz
from kz_civil_positions.cli import main
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.lookup.matching import THRESHOLD, TitleMatch, TitleState
from kz_civil_positions.lookup.tables import COLUMNS, read_table, to_csv

Asked = Callable[..., Result]

TABLE = (
    "ФИО;Должность;Код\n"
    "А;облыстық госпиталь бас бухгалтері;1\n"
    "Б;главный бухгалтер;2\n"
    "В;космонавт;3\n"
    "Г;;4\n"
)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Run the program in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(main, arguments, prog_name="kz-civil-positions")
        assert result.exit_code == code, result.output
        return result

    return run


def written(name: str, data: str | bytes) -> str:
    """A file in the current folder."""
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return name


def cells(text: str, delimiter: str = ";") -> list[dict[str, str]]:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


# ----------------------------------------------------------------------------- titles


def test_each_title_gets_its_own_answer_in_order(register: kz.Register) -> None:
    """A match, several, none, unreadable: one answer a title, whatever it is."""
    titles = ["хатшы", "бас бухгалтер", "космонавт", "", "…", "хатшы", "а" * 5000]
    answers = list(register.match(titles))
    assert [one.title for one in answers] == titles
    assert [one.state for one in answers] == [
        TitleState.MATCH, TitleState.SEVERAL, TitleState.NO_MATCH, TitleState.UNREADABLE,
        TitleState.UNREADABLE, TitleState.MATCH, TitleState.UNREADABLE,
    ]  # fmt: skip
    assert answers[0].codes == ("D",)
    assert answers[1].codes == ("A2-1", "A2-3")
    assert set(answers[1].apart) == {"significance"}


def test_below_the_threshold_there_is_no_match(register: kz.Register) -> None:
    """What fits less than the threshold is at best an alternative, never the answer."""
    (half,) = register.match(["жүргізуші"])
    assert half.state is TitleState.NO_MATCH
    assert (half.best, half.codes) == ((), ())
    assert half.alternatives[0].position == "іс жүргізуші"
    assert half.score < THRESHOLD
    (lower,) = register.match(["жүргізуші"], threshold=70)
    assert lower.state is TitleState.MATCH


def test_an_institution_alone_is_no_title(register: kz.Register) -> None:
    """The name of an institution names no position, though it has many."""
    (answer,) = register.match(["Қазселденқорғау"])
    assert answer.state is TitleState.NO_MATCH


def test_no_title_loses_a_doubt(register: kz.Register) -> None:
    """The doubts of an answer are all the doubts of all places that fit it best."""
    finder = register.finder(register.editions[-1])
    names = list(dict.fromkeys(name for row in finder.index.rows for name in row.names))
    for answer in register.match(names):
        assert answer.state in (TitleState.MATCH, TitleState.SEVERAL), answer.title
        ids = {doubt.id for one in answer.best for doubt in one.doubts}
        assert {doubt.id for doubt in answer.doubts} == ids


def test_ten_thousand_titles_take_seconds(register: kz.Register) -> None:
    """A spreadsheet is matched while one waits."""
    finder = register.finder(register.editions[-1])
    names = [row.names[0] for row in finder.index.rows]
    titles = [f"{names[at % len(names)]} {at}" for at in range(10_000)]
    start = time.perf_counter()
    assert sum(1 for _ in register.match(titles)) == len(titles)
    assert time.perf_counter() - start < 30


# ------------------------------------------------------------------------------ tables


@pytest.mark.parametrize(
    ("encode", "said"),
    [
        (lambda text: text.encode(), "UTF-8."),
        (lambda text: b"\xef\xbb\xbf" + text.encode(), "UTF-8 (BOM)."),
        (lambda text: text.replace("облыстық", "областной").replace("бас б", "главный б")
         .replace("бухгалтері", "бухгалтер").encode("cp1251"), "Windows-1251."),
    ],
)  # fmt: skip
def test_tables_are_read_in_the_encodings_people_have(
    asked: Asked, encode: Callable[[str], bytes], said: str
) -> None:
    """UTF-8, with a byte order mark or not, and Windows-1251: read, and said."""
    file = written("titles.csv", encode(TABLE))
    result = asked("match", file, "--column", "должность", "--lang", "en")
    assert said in result.stderr
    states = [row["match_state"] for row in cells(result.stdout)]
    assert states == ["match", "several", "no-match", "unreadable"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_delimiter_is_understood(asked: Asked, delimiter: str) -> None:
    """Spreadsheet programs part cells by what the country writes."""
    text = TABLE.replace(";", delimiter)
    result = asked("match", written("titles.csv", text), "--column", "Должность")
    (first, *_) = cells(result.stdout, delimiter)
    assert (first["match_code"], first["ФИО"]) == ("A2-1", "А")
    assert "a2-level-boundaries-unknown" in first["match_doubts"]


def test_a_broken_row_is_named_and_the_rest_is_done(asked: Asked) -> None:
    """A short row, a long one, a forgotten quote: said with their rows, and nothing is lost."""
    text = TABLE + 'Д;хатшы\nЕ;хатшы;6;лишнее\nЖ;"хатшы;7\nЗ;хатшы;8\n'
    result = asked("match", written("t.csv", text), "--column", "Должность", "--lang", "en", code=2)
    rows = cells(result.stdout)
    assert [row["match_state"] for row in rows[4:]] == ["broken-row"] * 3 + ["match"]
    for number in (6, 7, 8):
        assert f"row {number} is broken" in result.stderr
    assert "лишнее" in result.stdout
    assert "Ж" in result.stdout
    assert rows[0]["match_code"] == "A2-1"


@pytest.mark.parametrize(
    ("data", "column", "said"),
    [
        ("", "x", "is empty"),
        ("\n\n", "x", "is empty"),
        (TABLE, "Лауазым", 'no column "Лауазым"'),
        (b"PK\x03\x04\x00\x00\x98\xff", "x", "no text in UTF-8"),
        (TABLE.encode("utf-16"), "Должность", "no text in UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    asked: Asked, data: str | bytes, column: str, said: str
) -> None:
    """One message says what is wrong, and where."""
    arguments = ("match", written("t.csv", data), "--column", column, "--lang", "en")
    assert said in asked(*arguments, code=2).stderr


def test_a_file_that_is_not_there_is_refused(asked: Asked) -> None:
    """A missing file is said like any other."""
    assert "none.csv" in asked("match", "none.csv", "--column", "x", code=2).stderr
    with pytest.raises(BadInputError):
        read_table(Path("/"), "x")


def test_what_is_written_can_be_read_again(asked: Asked) -> None:
    """CSV goes to a file whole, with a mark by which spreadsheets know its encoding."""
    asked("match", written("t.csv", TABLE), "--column", "Должность", "--output", "out.csv")
    table = read_table(Path("out.csv"), "match_code")
    assert table.columns[-len(COLUMNS) :] == COLUMNS
    assert table.encoding == "UTF-8 (BOM)"
    assert [table.title(row) for row in table.rows] == ["A2-1", "A2-1; A2-3", "", ""]
    assert to_csv(("a",), [('=1+"1"',)], ",").endswith(b'"=1+""1"""\r\n')


def test_a_workbook_holds_text_and_no_formula(asked: Asked) -> None:
    """A title that begins like a formula stays a title."""
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    text = 'Должность\n"=HYPERLINK(""x"")"\nхатшы\n'
    asked("match", written("t.csv", text), "--column", "Должность", "--output", "out.xlsx")
    sheet = openpyxl.load_workbook("out.xlsx").active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == '=HYPERLINK("x")'
    assert [cell.value for cell in sheet[3]][:4] == ["хатшы", "match", "100.0", "D"]


def test_without_the_extra_a_workbook_is_refused(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who did not install the extra is told how to."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    arguments = ("--column", "Должность", "--output", "out.xlsx", "--lang", "en")
    assert "[xlsx]" in asked("match", written("t.csv", TABLE), *arguments, code=2).stderr
    assert not Path("out.xlsx").exists()


@pytest.mark.parametrize("value", ["-1", "101", "nan"])
def test_a_threshold_is_a_percentage(asked: Asked, value: str) -> None:
    """A threshold that nothing or everything passes is a mistake."""
    file = written("t.csv", TABLE)
    asked("match", file, "--column", "Должность", f"--threshold={value}", code=2)


def test_an_interrupted_run_gives_what_was_done(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C loses no answer that was there already."""
    (answer,) = kz.load().match(["хатшы"])

    def stopped(*_: object, **__: object) -> Iterator[TitleMatch]:
        yield answer
        raise KeyboardInterrupt

    monkeypatch.setattr("kz_civil_positions.lookup.matching.match_titles", stopped)
    file = written("t.csv", "Должность\nхатшы\nкомендант\n")
    result = asked("match", file, "--column", "Должность", "--lang", "en")
    assert [row["match_code"] for row in cells(result.stdout, ",")] == ["D"]
    assert "Interrupted" in result.stderr


# ---------------------------------------------------------------------------- commands


def test_find_in_json_has_its_keys(asked: Asked) -> None:
    """Each match: code, sector, entry, position, institution, score, doubts, lines, and more."""
    document = json.loads(asked("find", "облыстық госпиталь бас бухгалтері", "--json").stdout)
    doubts = {doubt["id"] for doubt in document["doubts"]}
    for one in document["matches"]:
        assert set(one) >= {"code", "sector", "entry", "item", "heading", "text", "position",
                            "institution", "score", "doubts", "lines", "why"}  # fmt: skip
        assert set(one["doubts"]) <= doubts
    first = document["matches"][0]
    assert (first["code"], first["position"], first["score"]) == ("A2-1", "бас бухгалтер", 100.0)
    assert first["lines"] == [99, 100]


def test_nothing_found_shows_the_nearest(asked: Asked) -> None:
    """No match: the nearest things are shown as such, and the exit code is 3."""
    result = asked("find", "бас дәрігер-космонавт", "--lang", "en", code=3)
    assert "Nearest:" in result.stdout
    assert "дәрігер" in result.stdout
    assert "Nothing was found" in result.stderr
    document = json.loads(asked("find", "бас дәрігер-космонавт", "--json", code=3).stdout)
    assert (document["matches"], bool(document["nearest"])) == ([], True)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_commands_answer_in_each_language(asked: Asked, language: str) -> None:
    """Register text stays Kazakh; the rest is said in the user's language."""
    for arguments in (
        ("find", "заведующий складом"),
        ("institutions",),
        ("institution", "qazseldenqorgau"),
        ("explain", "professor"),
        ("explain", "mm-sharuashylyq-bolinisterinin-basshysy"),
    ):
        assert asked(*arguments, "--lang", language).stdout


def test_an_unknown_institution_is_refused_with_near_ones(asked: Asked) -> None:
    """A mistyped id is answered with those like it."""
    result = asked("institution", "qazseldenqorga", "--lang", "en", code=2)
    assert "qazseldenqorgau" in result.stderr
    asked("explain", "no-such-entry", code=2)


def test_institutions_in_json_tell_levels_by_edition(asked: Asked) -> None:
    """Each edition: held or not, the positions with their levels and doubts."""
    document = json.loads(asked("institution", "sunqar-zhasagy", "--json").stdout)
    base, restated = document["editions"]
    assert (base["edition"], base["held"], base["positions"]) == ("2015-1035", False, None)
    assert {one["code"] for one in restated["positions"]} == {"A2-1", "A3-1"}
    assert restated["doubts"]
    listed = json.loads(asked("institutions", "--json").stdout)["institutions"]
    assert "sunqar-zhasagy" in {one["id"] for one in listed}


def test_commands_are_in_the_help(asked: Asked) -> None:
    """Every command of the look-up is listed."""
    shown = click.unstyle(asked("--help").stdout)
    for command in ("find", "match", "institutions", "institution", "explain"):
        assert command in shown
