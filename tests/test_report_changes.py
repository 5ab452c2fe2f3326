"""The change report and the comparative table, in every language and format."""

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from syrupy.assertion import SnapshotAssertion

import kz_civil_positions as kz
from kz_civil_positions.changes import Lane
from kz_civil_positions.cli import main
from kz_civil_positions.errors import BadInputError, NotHeldError
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.reports import docx, html, markdown
from kz_civil_positions.reports.comparative import comparative_table
from kz_civil_positions.reports.comparison import comparison
from kz_civil_positions.reports.document import Document, Table
from kz_civil_positions.storage.yaml import dump, read_yaml, write_text
from rendering import FORMATS, GOLDEN, golden, ours, specimen

ROOT = Path(__file__).parent.parent
PAIR = ("2020-101", "2020-310")


def report(kind: str, language: Language) -> Document:
    register = specimen()
    old, new = (register.edition(name) for name in PAIR)
    make = comparison if kind == "diff" else comparative_table
    return make(register, old, new, language)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["diff", "table"])
def test_the_specimen(
    kind: str, language: Language, form: str, snapshot: SnapshotAssertion
) -> None:
    """A report reads as it was read by eye; whatever changes it is seen in review."""
    found = golden(report(kind, language), form)
    assert found == snapshot(extension_class=GOLDEN[form])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_for_each_change_of_law(language: Language) -> None:
    """No change of law is left out of the table that lawyers file, and nothing else is in it."""
    register = specimen()
    old, new = (register.edition(name) for name in PAIR)
    of_law = [one for one in register.diff(old, new) if one.lane is Lane.LAW]
    (table,) = (part for part in report("table", language).parts if isinstance(part, Table))
    assert len(of_law) > 10
    assert len(table.body) == len(of_law)
    assert [row[0].lines[0][0].text for row in table.body] == [
        str(number) for number in range(1, len(of_law) + 1)
    ]
    assert report("table", language).landscape


def test_rows_of_a_text_not_held_are_not_made_up() -> None:
    """The comparative table of 2015 and 2019 cannot be made, and says why."""
    register = ours()
    with pytest.raises(NotHeldError):
        comparative_table(register, register.edition("2015"), register.edition("2019"), "en")


@pytest.mark.parametrize("kind", ["diff", "table"])
def test_the_same_data_gives_the_same_bytes(kind: str) -> None:
    """A report can be filed and compared: nothing of the moment of making is in it."""
    for render in (markdown.render, html.render, docx.render):
        assert render(report(kind, "ru")) == render(report(kind, "ru"))


@pytest.fixture
def supplied(tmp_path: Path) -> Path:
    """The registers with a made-up base text: the 2019 text, changed in three places."""
    root = Path(shutil.copytree(ROOT / "registers", tmp_path / "registers"))
    data = read_yaml(root / "2019-920" / "register.yaml")
    data = {name: data[name] for name in ("language", "blocks", "abbreviations")}
    entries = data["blocks"][0]["sections"][0]["links"][0]["levels"][0]["entries"]
    entries[0]["heading"] = "Республикалық маңызы бар ММ бастығы:"
    entries[0]["items"].pop()
    professor = data["blocks"][1]["sections"][0]["links"][0]["levels"][0]["entries"]
    professor.append({"id": "made-up", "heading": "Ойдан шығарылған лауазым."})
    folder = root / "2015-1035"
    write_text(folder / "register.yaml", dump({"order": "2015-1035", **data}))
    order = read_yaml(folder / "order.yaml")
    order["operations"] = [
        {"do": "restate", "target": "register", "content": {"file": "register.yaml"}}
    ]
    write_text(folder / "order.yaml", dump(order))
    return root


def test_once_the_base_text_is_supplied_the_same_command_compares(supplied: Path) -> None:
    """With the base text in its folder everything follows, and no line of code changes."""
    arguments = ["diff", "2015", "2019", "--data", str(supplied)]
    result = CliRunner().invoke(main, [*arguments, "--json"])
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["comparable"] is True
    of_law = [(one["kind"], one["code"]) for one in answer["changes"] if one["lane"] == "law"]
    assert sorted(of_law) == [
        ("entry-removed", "B1-1"),
        ("heading-reworded", "A1-1"),
        ("item-added", "A1-1"),
    ]
    assert all(one["order"] == "2019-920" for one in answer["changes"] if one["lane"] == "law")
    page = CliRunner().invoke(main, [*arguments, "--lang", "en"]).stdout
    assert "cannot be stated" not in page
    assert re.search(r"<del>[^<]*бастығы", page)
    register = kz.load(supplied)
    assert register.as_of(datetime.date(2019, 6, 1)).held
    table = CliRunner().invoke(main, ["report", "table", *arguments[1:], "--lang", "en"])
    assert table.exit_code == 0


def test_editions_of_different_registers_are_not_compared() -> None:
    """Two registers have no history in common: comparing them would answer nothing."""
    with pytest.raises(BadInputError, match="another register"):
        ours().diff(ours().edition("2019"), specimen().edition("2020-101"))
