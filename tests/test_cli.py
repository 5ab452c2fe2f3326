"""The command line: every documented example, exit codes, languages, JSON, and no traceback."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import kz_civil_positions as kz
from kz_civil_positions.cli import main, options
from kz_civil_positions.messages import LANGUAGES
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.verification import Verdict, verify

Run = Callable[..., Result]
PROGRAM = [sys.executable, "-m", "kz_civil_positions"]
# Every command with arguments that it answers, as typed.
ANSWERED = [
    ("orders",),
    ("show", "A3-2-1"),
    ("show", "health/B2-1"),
    ("show", "B2-1"),
    ("show", "--as-of", "2021-01-01", "A1"),
    ("find", "бас бухгалтер"),
    ("find", "инженер", "--block", "C", "--limit", "1"),
    ("find", "дәрігер", "--sector", "health"),
    ("find", "басшы", "--institution", "kinologiyalyq-ortalyq"),
    ("institutions",),
    ("institution", "kinologiyalyq-ortalyq"),
    ("explain", "professor"),
    ("diff", "2015", "2019"),
    ("export", "--edition", "2019-920", "--format", "json"),
    ("export",),
    ("status", "2021-01-01"),
    ("status", "2019-11-20"),
    ("status", "2014-01-01"),
    ("history", "A2-1"),
    ("verify",),
]


@pytest.fixture(scope="module", autouse=True)
def _loaded_once() -> Any:  # noqa: ANN401 - a generator of nothing
    """Reading the same unchanged folder again and again would prove nothing new."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(options, "load", _load)
        patch.setattr("kz_civil_positions.verification.verify", _verify)
        yield


@cache
def _own() -> kz.Register:
    return kz.load()


@cache
def _own_verdict() -> Verdict:
    return verify(data_root())


def _load(root: str | None) -> kz.Register:
    return _own() if root is None else kz.load(root)


def _verify(root: Path) -> Verdict:
    return _own_verdict() if root == data_root() else verify(root)


@pytest.fixture
def run() -> Run:
    """Run the program in this process; a traceback is a failure whatever the test asks."""

    def run(*arguments: str | Path, code: int | None = None) -> Result:
        result = CliRunner().invoke(main, [str(one) for one in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise AssertionError(arguments) from result.exception
        assert code is None or result.exit_code == code, result.output
        return result

    return run


def typed(line: str, data: bytes | None = None, **extra: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: ANN401
    """Run the program for real, with arguments as they are typed."""
    return subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *line.split("|")], input=data, capture_output=True, check=False, **extra
    )


# --------------------------------------------------------------------- documented examples


@pytest.mark.parametrize("arguments", ANSWERED, ids=" ".join)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_answers_in_every_language(
    run: Run, arguments: Sequence[str], language: str
) -> None:
    """Each documented command is answered with code 0, in all three languages, before or after."""
    after = run(*arguments, "--lang", language, code=0)
    before = run("--lang", language, *arguments, code=0)
    assert after.stdout == before.stdout
    assert after.stdout.endswith("\n")
    assert not after.stdout.endswith("\n\n")
    assert after.stderr == ""
    assert not re.search(r"[{}]", after.stdout) or arguments[0] == "export"


def test_kazakh_is_spoken_when_nothing_is_said(run: Run) -> None:
    """Without --lang the program speaks Kazakh; languages differ, the register's text does not."""
    said = {language: run("show", "A1-1", "--lang", language).stdout for language in LANGUAGES}
    assert run("show", "A1-1").stdout == said["kk"]
    assert len(set(said.values())) == 3
    assert all("Қазақстан Республикасы ІІМ ТЖК Қазселденқорғау;" in one for one in said.values())


def test_orders_are_listed_with_their_certainties(run: Run) -> None:
    """Both orders: dates, registration, held or not, in effect from which day and how surely."""
    text = run("orders", "--lang", "en").stdout
    base, amending = text.split("\n\n")
    for fact in ("2015-1035", "18 December 2015", "12706", "13 January 2016", "not held"):
        assert fact in base
    for fact in ("2019-920", "23 October 2019", "19523", "30 October 2019", "Text: held"):
        assert fact in amending
    assert "between 10 November 2019 (certain) and 10 December 2019 (presumed)" in amending


def test_a_level_is_shown_as_a_reader_wants_it(run: Run) -> None:
    """Link, level, entries, items, doubts and source lines of A3-2-1."""
    text = run("show", "A3-2-1", "--lang", "en").stdout
    for fact in (
        "A3-2-1  А блогы (басқарушылық персонал)",
        "A3 (inferred)",
        "2-1 (printed)",
        "L203–230",
        "Республикалық маңызы бар ММ филиалының дәріхана меңгерушісі:",
        "(L209–230;",
        "link-a3-label-lost",
        "L139",
        "[sic]",
        "Unofficial text",
    ):
        assert fact in text


def test_a_sector_may_be_named_or_not(run: Run) -> None:
    """health/B2-1 shows that sector's level, plain B2-1 both."""
    one, both = run("show", "health/B2-1").stdout, run("show", "B2-1").stdout
    assert "other/B2-1" not in one
    assert one.split("\n\n")[0] in both
    assert "other/B2-1" in both


@pytest.mark.parametrize("code", ["А3-2-1", "a3-2-1", "а3−2–1", " A3-2-1 "])
def test_a_code_is_read_in_any_spelling(run: Run, code: str) -> None:
    """Either script and case, any dash: the same answer."""
    assert run("show", code, code=0).stdout == run("show", "A3-2-1").stdout


def test_an_id_shows_its_level(run: Run) -> None:
    """What `find` prints can be given to `show`."""
    assert run("show", "professor", code=0).stdout == run("show", "B1-1").stdout


@pytest.mark.parametrize("name", ["2019-920", "920", "2019", "№ 920", " 920 "])
def test_an_edition_is_named_by_its_order(run: Run, name: str) -> None:
    """Id, number, or year when only one order fits."""
    assert run("show", "--edition", name, "A1", code=0).stdout == run("show", "A1").stdout


def test_words_are_found_with_their_places(run: Run) -> None:
    """Code, entry, doubts and lines of each place where the words stand."""
    text = run("find", "бас бухгалтер", "--lang", "en", code=0).stdout
    assert text.count("\n\nA2-1  ") == 4
    assert text.count("\n\nA2-3  ") == 1
    assert "L59–69" in text
    assert "[?a2-level-boundaries-unknown]" in text


def test_the_report_of_both_orders_is_the_first_answer(run: Run) -> None:
    """`diff 2015 2019` answers, with code 0, that the changes cannot be stated, and why."""
    text = run("diff", "2015", "2019", "--lang", "en", code=0).stdout
    assert text.startswith("# Comparison of editions of the register: 2015-1035 → 2019-920\n")
    assert "is not held in any language" in text


def test_a_day_tells_its_state(run: Run) -> None:
    """`status` says what holds on a day, or that the sources do not settle it, and is an answer."""
    assert "undetermined" in run("status", "2019-11-20", "--lang", "en", code=0).stdout
    assert "2019-920 (held)" in run("status", "2021-01-01", "--lang", "en", code=0).stdout


def test_verify_prints_a_table_and_passes(run: Run) -> None:
    """The real data passes; the table names each check with its count."""
    text = run("verify", "--lang", "en", code=0).stdout
    head, *rows = text.split("\n\n")[0].split("\n")
    assert head.split() == ["Order", "Check", "Count", "Failures"]
    assert len(rows) > 15
    assert all(re.search(r" \d+ +0$", row) for row in rows)
    assert len({row.index(re.findall(r"\d+ +\d+$", row)[0]) for row in rows}) == 1


def test_a_day_the_user_knows_is_counted_from(run: Run) -> None:
    """--published supplies a first publication; the answer says that it is the user's word."""
    asked = ("status", "2019-11-20", "--lang", "en")
    assert "undetermined" in run(*asked).stdout
    told = run(*asked, "--published", "920=2019-11-06", code=0).stdout
    assert "State: in effect" in told
    assert (
        "as the user says" in run("orders", "--lang", "en", "--published", "920=2019-11-06").stdout
    )


# --------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Usage"),
        (("nothing",), 2, "nothing"),
        (("show",), 2, "CODE"),
        (("show", "A1", "A2"), 2, "A2"),
        (("orders", "--lang", "de"), 2, "'kk', 'ru', 'en'"),
        (("export", "--format", "xml"), 2, "json"),
        (("show", "X1"), 2, '"X1" is no code'),
        (("show", ""), 2, '"" is no code'),
        (("show", "A9"), 2, "Did you mean: A1-1"),
        (("show", "A2-2"), 2, "Did you mean: A2-1, A2-3"),
        (("show", "--edition", "1999", "A1"), 2, "Did you mean"),
        (("show", "--edition", "921", "A1"), 2, "920"),
        (("show", "--edition", "", "A1"), 2, 'no order ""'),
        (("show", "--as-of", "", "A1"), 2, '"" is no date'),
        (("show", "--as-of", "2019-13-01", "A1"), 2, '"2019-13-01" is no date'),
        (("show", "--as-of", "2021-01-01", "--edition", "2019", "A1"), 2, "do not go together"),
        (("status", "2019-02-30"), 2, '"2019-02-30" is no date'),
        (("status", "2019-11-20", "--known-at", ""), 2, '"" is no date'),
        (("status", "0000-01-01"), 2, "is no date"),
        (("status", "10000-01-01"), 2, "is no date"),
        (("status", "\u0662\u0660\u0662\u0661-\u0660\u0661-\u0660\u0661"), 2, "is no date"),
        (("status", "20210101"), 2, "is no date"),
        (("status", "01.01.2021"), 2, "is no date"),
        (("find", ""), 2, "no word"),
        (("find", "  …  "), 2, "no word"),
        (("find", "бас " * 2_500_000), 2, "too long"),
        (("diff", "2015", "2020"), 2, "Did you mean"),
        (("diff", "2015", "2021-02-30"), 2, "is no date"),
        (("orders", "--data", "no/such/folder"), 2, "There is no such folder"),
        (("orders", "--data", "a" * 5000), 2, "There is no such folder"),
        (("verify", "--data", "no/such/folder"), 2, "There is no such folder"),
        (("orders", "--published", "2019-11-06"), 2, "2019-920=2019-11-06"),
        (("orders", "--published", "1=2019-11-06"), 2, 'no order "1"'),
        (("orders", "--published", "920=2019-11-31"), 2, "is no date"),
        (("orders", "--published", "920=2019-10-01"), 2, "before the day of adoption"),
        (("orders", "--published", "920=9999-12-31"), 2, "too late"),
        (("history", "A9"), 2, "A9"),
        (("history", ""), 2, ""),
        (("find", "космонавт"), 3, "Nothing was found"),
        (("show", "--edition", "2015", "A1"), 3, "is not held"),
        (("show", "--as-of", "2017-01-01", "A1"), 3, "is not held"),
        (("find", "--edition", "1035", "бас"), 3, "is not held"),
        (("export", "--edition", "2015"), 3, "is not held"),
        (("show", "--as-of", "2019-11-20", "A1"), 3, "undetermined"),
        (("show", "--as-of", "2015-12-17", "A1"), 3, "18 December 2015"),
        (("show", "--as-of", "2016-01-10", "A1"), 3, "undetermined"),
        (("show", "--as-of", "0001-01-01", "A1"), 3, "18 December 2015"),
        (("diff", "2015", "2019-11-20"), 3, "undetermined"),
        (("status", "2021-01-01", "--known-at", "2010-01-01"), 3, ""),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else None,
)
def test_what_cannot_be_answered_says_why(
    run: Run, arguments: Sequence[str], code: int, said: str
) -> None:
    """One clear message on the error stream; 2 for bad input, 3 for an honest "not known"."""
    result = run("--lang", "en", *arguments, code=code)
    assert said in result.stderr
    assert result.stdout == "" or code == 3, "what is bad input has no answer"
    assert len(result.stderr) < 2500 or "--data" in arguments, (
        "a message of any length would bury what it says"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_speak_the_users_language(run: Run, language: str) -> None:
    """A message is in the language asked for, wherever the option stands."""
    message = run("show", "A9", "--lang", language, code=2).stderr
    assert message == run("--lang", language, "show", "A9").stderr
    assert {"kk": "Жақын кодтар", "ru": "Близкие коды", "en": "Did you mean"}[language] in message


def test_a_check_that_fails_is_code_1(run: Run, registers: Path) -> None:
    """`verify` on data that is not what its source says ends with 1, file and line."""
    file = registers / "2019-920" / "register.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("басшысы:'", "басшыcы:'", 1), "utf-8")
    result = run("verify", "--data", registers, "--lang", "en", code=1)
    assert re.search(r"register\.yaml:25: ", result.stdout)
    as_json = json.loads(run("verify", "--data", registers, "--json", code=1).stdout)
    assert as_json["ok"] is False
    failures = [one for check in as_json["checks"] for one in check["failures"]]
    assert failures
    assert all(set(one["text"]) == set(LANGUAGES) and one["where"] for one in failures)


def test_damaged_data_is_one_message_and_code_2(run: Run, registers: Path) -> None:
    """Data that cannot be read is reported whole, with file and line, and nothing is answered."""
    order = registers / "2019-920" / "order.yaml"
    order.write_text(order.read_text("utf-8").replace("number: '920'", "number: 920"), "utf-8")
    for command in (("orders",), ("export",)):
        result = run(*command, "--data", registers, "--lang", "en", code=2)
        assert "order.yaml:4: number: Expected text, found number (920)." in result.stderr
        assert result.stdout == ""
    assert "order.yaml:4" in run("verify", "--data", registers, "--lang", "en", code=1).stdout


def test_another_folder_is_read_when_named(run: Run, registers: Path) -> None:
    """--data answers from that folder alone: a copy says the same, a changed copy differs."""
    assert run("orders", "--data", registers).stdout == run("orders").stdout
    order = registers / "2015-1035" / "order.yaml"
    order.write_text(order.read_text("utf-8").replace("'12706'", "'99999'"), "utf-8")
    assert "99999" in run("orders", "--data", registers).stdout


# --------------------------------------------------------------------------------- JSON


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("orders",), {"orders"}),
        (("show", "A3-2-1"), {"order", "edition", "held", "levels", "doubts"}),
        (("show", "B2-1"), {"order", "edition", "held", "levels", "doubts"}),
        (("find", "бас бухгалтер"), {"query", "order", "edition", "matches", "doubts"}),
        (("institutions",), {"order", "edition", "institutions"}),
        (("institution", "kinologiyalyq-ortalyq"), {"id", "name", "kind", "forms", "editions"}),
        (("explain", "professor"), {"id", "edition", "order", "events", "source", "repairs"}),
        (("diff", "2015", "2019"), {"from", "to", "comparable", "not_held", "changes"}),
        (("export",), {"order", "language", "held", "levels", "abbreviations"}),
        (("status", "2019-11-20"), {"day", "state", "edition", "candidates", "certainty", "held"}),
        (("verify",), {"ok", "checks"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_every_command_answers_in_json(run: Run, arguments: Sequence[str], keys: set[str]) -> None:
    """--json gives one object with its documented keys, the same in every language."""
    answers = {run(*arguments, "--json", "--lang", one, code=0).stdout for one in LANGUAGES}
    assert len(answers) == 1
    document = json.loads(answers.pop())
    assert keys <= set(document)


def test_json_of_a_history_is_an_answer_too(run: Run) -> None:
    """What happened to a place comes as one JSON document."""
    assert json.loads(run("history", "A2-1", "--json", code=0).stdout)


@pytest.mark.parametrize(
    ("arguments", "facts"),
    [
        (("show", "--edition", "2015", "A1"), {"held": False, "edition": "2015-1035"}),
        (("find", "--edition", "2015", "бас"), {"held": False}),
        (("export", "--edition", "2015"), {"held": False, "levels": []}),
        (("show", "--as-of", "2019-11-20", "A1"), {"state": "undetermined",
         "candidates": ["2015-1035", "2019-920"], "edition": None}),
        (("show", "--as-of", "2014-01-01", "A1"), {"state": "not-adopted", "edition": None}),
        (("find", "космонавт"), {"matches": []}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)  # fmt: skip
def test_an_honest_no_is_json_too(
    run: Run, arguments: Sequence[str], facts: dict[str, object]
) -> None:
    """Where the answer is "not known", --json gives it as an object, with code 3."""
    document = json.loads(run(*arguments, "--json", code=3).stdout)
    assert {key: document.get(key) for key in facts} == facts


def test_orders_in_json_have_their_days(run: Run) -> None:
    """Days are ISO dates, and what is not known is null."""
    base, amending = json.loads(run("orders", "--json").stdout)["orders"]
    assert (base["id"], base["adopted"], base["held"]) == ("2015-1035", "2015-12-18", False)
    assert base["registration"] == {"number": "12706", "date": None}
    assert amending["publication"] is None
    assert amending["in_effect"]["earliest"] == "2019-11-10"
    assert amending["in_effect"]["latest"] == "2019-12-10"
    assert amending["in_effect"]["certainty"] == "presumed"


def test_matches_in_json_carry_their_evidence(run: Run) -> None:
    """Each match: code, sector, entry, item, text, lines and the ids of its doubts."""
    document = json.loads(run("find", "кинологиялық", "--json").stdout)
    doubts = {doubt["id"] for doubt in document["doubts"]}
    assert document["matches"]
    for match in document["matches"]:
        assert set(match) >= {"code", "sector", "entry", "item", "text", "lines", "doubts"}
        assert set(match["doubts"]) <= doubts


# ------------------------------------------------------------------------------- output


@pytest.mark.parametrize("command", [("diff", "2015", "2019"), ("export",)], ids=" ".join)
def test_output_goes_whole_to_a_file(run: Run, tmp_path: Path, command: Sequence[str]) -> None:
    """--output writes what would be printed, and prints nothing."""
    file = tmp_path / ("report.md" if command[0] == "diff" else "edition.json")
    assert run(*command, "--output", file, code=0).output == ""
    assert file.read_text("utf-8") == run(*command).stdout
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("command", [("diff", "2015", "2019"), ("export",)], ids=" ".join)
@pytest.mark.parametrize(
    "name", ["missing/report.md", "folder.md", "file/report.md", "a" * 300 + ".md"]
)
def test_output_that_cannot_be_written_leaves_nothing(
    run: Run, tmp_path: Path, command: Sequence[str], name: str
) -> None:
    """A missing folder, a folder in the file's place, a name too long: code 2, nothing left."""
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "file").write_text("old", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    result = run(*command, "--output", tmp_path / name, "--lang", "en", code=2)
    assert "was not written" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file").read_text("utf-8") == "old"


# ----------------------------------------------------------------------- the real program


def test_the_program_runs_as_a_module() -> None:
    """`python -m kz_civil_positions` answers, in UTF-8, whatever the folder it is run from."""
    done = typed("diff|2015|2019", cwd=data_root().anchor)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("# Тізілімнің редакцияларын салыстыру")


@pytest.mark.parametrize(
    ("line", "code"),
    [("verify", 0), ("show|A9", 2), ("show|--as-of|2019-11-20|A1", 3), ("--version", 0)],
)
def test_the_program_ends_with_its_codes(line: str, code: int) -> None:
    """Exit codes reach the shell."""
    done = typed(line)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1251"])
def test_a_terminal_without_kazakh_letters_is_no_error(encoding: str) -> None:
    """What the terminal's encoding lacks is shown in another way, never with a traceback."""
    done = typed("find|бас бухгалтер|--json", env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    document = json.loads(done.stdout.decode("utf-8" if encoding == "ascii" else encoding))
    assert document["query"] == "бас бухгалтер"
    failed = typed("show|Ә9", env={**os.environ, "PYTHONIOENCODING": encoding})
    assert failed.returncode == 2
    assert b"Traceback" not in failed.stderr


def test_a_closed_pipe_is_no_error() -> None:
    """`... | head -1` ends quietly: nobody reads the rest, and nothing is said about it."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        said = program.stderr.read()
    assert said == b""


@pytest.mark.parametrize(
    "words", [(b"find", "бас ".encode() + b"\xff"), (b"show", b"\xe1\xe0\xf1")]
)
def test_bytes_that_are_no_text_are_no_error(words: tuple[bytes, ...]) -> None:
    """An argument in another encoding than the shell's is answered or refused like any other."""
    done = subprocess.run(  # noqa: S603 - our own program
        [*map(os.fsencode, PROGRAM), *words], capture_output=True, check=False
    )
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


# ------------------------------------------------------------------------- odd arguments

ODD = [
    *("", " ", "-", "--", "---", "\n", "\t", "\ufeff", "\u200b", "\u202eA1", "\ud800"),
    *("A1", "А1", "Ａ1", "A1-1", "A1\u0663", "health/B2-1", "B2-1", "D", "D-1", "-1", "A-1"),
    *("2019", "920", "№", "№№", "2019-920", "2015-1035@", "2015@2016-06-01", "2015@x", "@", "="),
    *("2021-01-01", "2019-11-20", "2019-13-01", "-2019-01-01", "0000-00-00", "0001-01-01"),
    *("9999-12-31", "10000-01-01", "2019-1-1", "2019-02-30", "²⁰¹⁹-01-01", "1e5", "nan", "920="),
    *("920=2019-11-06", "1035=2016-01-13", "920=9999-12-31", "920=0001-01-01", "=2019-11-06"),
    *("a=b=c", "бас", "БАС", "бас" * 400, "\udcff бас", "%s %d {0} {x}", "{}", "';--", "$(true)"),
    *("`x`", "../..", "\\", "*", "[", "(", "professor", "entry:professor", "level:A1-1", "link:A2"),
    *("item:x", "register", "abbreviation:ММ", "kk", "en", "json", "md", "html", "docx", "😀"),
    *("e\u0301" * 300, "ﷺ" * 50, "\x1b[31m", "\x07", "A" * 5000),
]
COMMANDS = [
    *(["orders"], ["show"], ["find"], ["diff"], ["export"], ["status"], ["history"], ["verify"]),
    *(["find", "инженер", "--block"], ["find", "инженер", "--sector"]),
    *(["find", "инженер", "--institution"], ["find", "инженер", "--limit"]),
    *(["institution"], ["institutions"], ["explain"], ["match"], ["match", "--column", "x"]),
    ["match", "titles.csv", "--column", "x", "--threshold"],
    *(["report"], ["report", "table"], ["report", "chronology"], ["report", "edition"], []),
]
OPTIONS = [
    *("--edition", "--as-of", "--known-at", "--lang", "--json", "--published", "--format", "--of"),
    *("--block", "--sector", "--institution", "--limit", "--column", "--threshold"),
    *("--help", "--version", "--data", "-h", "-x", "--no-such"),
]


def odd_arguments(chance: random.Random) -> list[str]:
    """A command, perhaps, and what nobody sane would give it."""
    arguments = [*chance.choice(COMMANDS)]
    for _ in range(chance.randint(0, 4)):
        if chance.random() < 0.4:
            arguments.append(chance.choice(OPTIONS))
        arguments.append(chance.choice(ODD))
    if chance.random() < 0.2:
        chance.shuffle(arguments)
    return arguments


@pytest.mark.parametrize("seed", range(10))
def test_no_argument_makes_a_traceback(run: Run, seed: int, tmp_path: Path) -> None:
    """Whatever is typed, the program answers or says why not: codes 0 to 3, and no traceback."""
    chance = random.Random(seed)  # noqa: S311 - it must be the same every time
    codes = set()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        for _ in range(40):
            arguments = odd_arguments(chance)
            result = run(*arguments)
            assert result.exit_code in (0, 1, 2, 3), arguments
            assert "Traceback" not in result.output, arguments
            codes.add(result.exit_code)
    assert {0, 2} <= codes
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["show", "status", "find", "history", "institution", "explain"])
def test_every_odd_word_is_answered_or_refused(run: Run, command: str) -> None:
    """Each odd word alone, as the argument of each command that takes one."""
    for word in ODD:
        result = run(command, "--", word)
        assert result.exit_code in (0, 2, 3), word
        assert "Traceback" not in result.output, word
        assert result.stdout or result.exit_code, word
        assert not result.stdout or result.exit_code != 2, word
