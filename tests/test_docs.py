"""The pages name what there is, all of it, and nothing else."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import click
import pytest
from attrs import fields
from click.testing import CliRunner

from doc_examples import pages as examples
from kz_civil_positions import annotations, calendar, errors, model, operations, orders
from kz_civil_positions.cli import main
from kz_civil_positions.importing import corpus_editions, corpus_git
from kz_civil_positions.sources.readers import limits as reader_limits
from kz_civil_positions.sources.repairs import Repair, RepairKind, Repairs
from kz_civil_positions.storage import limits as storage_limits
from kz_civil_positions.storage.convert import tag_of
from kz_civil_positions.storage.load import RegisterFile

ROOT: Final = Path(__file__).parent.parent
DOCS: Final = ROOT / "docs"


def leaves(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """Answers: which commands are there, under the words that call them?"""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, f"{above}{name} ")
        else:
            yield above + name, command


COMMANDS: Final = dict(sorted(leaves(main)))
# Keys of texts in three languages.
TONGUES: Final = {"kk", "ru", "en"}


def page(name: str) -> str:
    """Answers: what does this page say?"""
    return (DOCS / name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """Answers: what stands under each heading of the second rank?"""
    _, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return {head: body for head, _, body in (part.partition("\n") for part in parts)}


def named(text: str) -> set[str]:
    """Answers: which words does this text set as code?"""
    return {word for span in re.findall(r"`([^`\n]+)`", text) for word in span.split()}


# ── command line ─────────────────────────────────────────────────────────────────────────


def test_every_command_has_its_section_and_no_other() -> None:
    """cli.md has one section a command, under the command's name."""
    general = {"Common options", "Exit codes", "Naming things"}
    assert sorted(set(sections(page("en/reference/cli.md"))) - general) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_described(command: str) -> None:
    """An option is described with its command, or among those that every command has."""
    parts = sections(page("en/reference/cli.md"))
    described = named(parts[command] + parts["Common options"])
    options = {
        name
        for option in COMMANDS[command].params
        if isinstance(option, click.Option)
        for name in option.opts
    }
    assert options <= described


def test_every_exit_code_is_said() -> None:
    """cli.md knows the codes of answers and checks, and those that an error ends with."""
    told = re.findall(r"^\| (\d) \|", page("en/reference/cli.md"), flags=re.MULTILINE)
    classes = [getattr(errors, name) for name in errors.__all__ if name.endswith("Error")]
    assert told == ["0", "1", *sorted({str(one.exit_code) for one in classes})]


# ── JSON ─────────────────────────────────────────────────────────────────────────────────

ANSWERS: Final = {
    "An edition": ["export", "--edition", "2019-920"],
    "orders": ["orders", "--json"],
    "show": ["show", "A", "--json"],
    "find": ["find", "бас бухгалтер", "--json"],
    "match": ["match", "{titles}", "--column", "Title", "--json"],
    "institutions": ["institutions", "--json"],
    "institution": ["institution", "kinologiyalyq-ortalyq", "--json"],
    "explain": ["explain", "respublikalyq-mm-filialynyn-darikhana-mengerushisi", "--json"],
    "history": ["history", "A2-1", "--json"],
    "diff": ["diff", "2015", "2019", "--json"],
    "report chronology": ["report", "chronology", "--json"],
    "report edition": ["report", "edition", "2019-920", "--json"],
    "report table": ["report", "table", "2015", "2019", "--json"],
    "status": ["status", "2019-11-20", "--json"],
    "verify": ["verify", "--json"],
    "redraft": ["redraft", "920", "--data", "{copy}", "--json"],
    "import": ["import", "{copy}/2019-920/source.kaz.txt", "--into", "{copy}", "--json"],
}
# A match, several levels, none, and a title that cannot be read.
TITLES: Final = "Title,Name\nхатшы,А\nбас бухгалтер,Б\nкосмонавт,В\n…,Г\n"


def keys(value: object) -> Iterator[str]:
    """Answers: which keys does this JSON have, at any depth?"""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    if isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize("title", ANSWERS)
def test_every_key_of_every_answer_is_described(title: str, tmp_path: Path) -> None:
    """A key is described with its answer, or among what several answers have."""
    copy = shutil.copytree(ROOT / "registers", tmp_path / "registers")
    titles = tmp_path / "titles.csv"
    titles.write_text(TITLES, encoding="utf-8")
    words = [word.format(copy=copy, titles=titles) for word in ANSWERS[title]]
    printed = CliRunner().invoke(main, words).stdout
    parts = sections(page("en/reference/json.md"))
    same = re.search(r"^As \[([^\]]+)\]", parts[title].strip())
    body = parts[{"an edition": "An edition"}.get(same[1], same[1])] if same else parts[title]
    described = named(body + parts["Common parts"] + parts["An edition"])
    assert set(keys(json.loads(printed))) - TONGUES <= described


def test_every_command_is_among_the_answers() -> None:
    """json.md describes what each command prints."""
    described = set(COMMANDS) - {"schema"}  # which prints a schema, whatever else is asked
    assert described - {"export"} <= set(sections(page("en/reference/json.md")))
    called = {" ".join(words) for words in ANSWERS.values()}
    assert all(any(words.startswith(name) for words in called) for name in described)


# ── data format ──────────────────────────────────────────────────────────────────────────

STORED: Final = [
    orders.Order,
    orders.OrderParagraph,
    orders.SourceFile,
    orders.FactSource,
    orders.Checked,
    orders.Unexpressed,
    orders.PublishedEdition,
    orders.ParallelText,
    orders.HistoryNote,
    orders.Resolution,
    calendar.ActDates,
    calendar.Publication,
    operations.Instruction,
    operations.Place,
    RegisterFile,
    annotations.Annotations,
    annotations.EntryNote,
    annotations.PositionNote,
    annotations.Name,
    annotations.Scope,
    annotations.Grade,
    annotations.Institution,
    annotations.Form,
    model.Block,
    model.Section,
    model.Link,
    model.Level,
    model.Label,
    model.Entry,
    model.Item,
    model.Abbreviation,
    model.Doubt,
    model.Evidence,
    model.PrintedFault,
    model.Tongues,
    Repairs,
    Repair,
    *get_args(operations.Operation),
    *get_args(calendar.CommencementRule),
]


@pytest.mark.parametrize("cls", STORED, ids=lambda cls: cls.__name__)
def test_every_field_is_described(cls: type) -> None:
    """data-format.md names every field that a file may have."""
    described = named(page("en/reference/data-format.md"))
    assert {one.name for one in fields(cls)} <= described


def test_every_form_is_described_and_shown() -> None:
    """Every operation, rule and kind of repair is named; of the first two one is shown each."""
    text = page("en/reference/data-format.md")
    done = {tag_of(cls) for cls in get_args(operations.Operation)}
    rules = {tag_of(cls) for cls in get_args(calendar.CommencementRule)}
    assert done | rules | {str(kind) for kind in RepairKind} <= named(text)
    assert done == set(re.findall(r"^- do: (\S+)", text, flags=re.MULTILINE))
    assert rules == set(re.findall(r"^- \{kind: ([\w-]+)", text, flags=re.MULTILINE))


# ── limits ───────────────────────────────────────────────────────────────────────────────

LIMITS: Final = {
    "Documents that are brought": (reader_limits, corpus_git, corpus_editions),
    "": (storage_limits,),
}


@pytest.mark.parametrize("section", LIMITS)
def test_every_limit_is_told_as_it_is(section: str) -> None:
    """limits.md names every limit, with the number that the code has."""
    text = page("en/reference/limits.md")
    apart = sections(text)["Documents that are brought"]
    told = apart if section else text.replace(apart, "")
    found = {
        name: int(most.replace(",", ""))
        for name, most in re.findall(r"`([A-Z_]+)`[^|]*\| ([\d,]+) \|", told)
    }
    there = {
        name: getattr(module, name)
        for module in LIMITS[section]
        for name in vars(module)
        if name in module.__all__ and name.isupper()
    }
    assert found == there


# ── examples ─────────────────────────────────────────────────────────────────────────────


def test_the_examples_of_every_page_are_run() -> None:
    """No page lies too deep in its folder to be looked at for examples."""
    found = [*DOCS.rglob("*.md"), ROOT / "README.md"]
    assert len(found) > 50
    assert [str(file) for file in found if not examples.should_parse(file)] == []


# ── README, architecture ───────────────────────────────────────────────────────────


def test_readme_shows_the_two_commands_that_ci_runs() -> None:
    """The line by which .ci/run takes its commands out of README.md finds just two."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep '([^']+)' README\.md", script)
    assert pattern
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(f"{pattern[1]}.*", readme, flags=re.MULTILINE)
    assert [line.rsplit(" && ", 1)[1].split("/")[-1] for line in found] == [
        "kz-civil-positions diff 2015 2019 --lang en",
        "pytest -n auto --dist loadfile",
    ]


def targets(text: str) -> list[str]:
    """Answers: which files and anchors of this project does this page link to?"""
    found = re.findall(r"\]\(([^)\s]+)\)", text)
    return [target for target in found if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("name", ["README.md", "SECURITY.md", "CHANGELOG.md"])
def test_the_links_of_pages_beside_the_site_hold(name: str) -> None:
    """What README and its like link to is there, and so is the heading that a link names."""
    for target in targets((ROOT / name).read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        assert (ROOT / path).is_file(), target
        assert not anchor or f"{{#{anchor}}}" in (ROOT / path).read_text("utf-8"), target


def test_readme_leads_to_every_page_for_programmers() -> None:
    """A page that is added in English alone is found from README, or from one that lists it."""
    lists = ("en/changelog.md", "en/reference/help.md", "en/reference/messages.md")
    led = set(targets((ROOT / "README.md").read_text(encoding="utf-8")))
    pages = [file.relative_to(DOCS / "en") for file in (DOCS / "en").rglob("*.md")]
    alone = [f"en/{one}" for one in pages if not (DOCS / one).exists()]
    assert len(alone) > 20
    missing = [one for one in alone if f"docs/{one}" not in led and one not in lists]
    assert [one for one in missing if not one.startswith("en/reference/api/")] == []


def test_the_tests_that_protect_what_must_hold_exist() -> None:
    """Every test that the page of what must always hold names is there."""
    found = re.findall(r"`(tests/\w+\.py)::(\w+)`", page("en/explanation/always.md"))
    assert found
    missing = [
        f"{file}::{name}"
        for file, name in found
        if f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8")
    ]
    assert missing == []


def test_the_rooms_exist() -> None:
    """Every module and folder that architecture.md gives a room is there."""
    package = ROOT / "src" / "kz_civil_positions"
    rooms = sections(page("en/explanation/architecture.md"))["Rooms"]
    names = [name for name in named(rooms) if name.endswith((".py", "/"))]
    assert names
    assert [name for name in names if not any((at / name).exists() for at in (package, ROOT))] == []
