"""Rules of the house that a linter cannot see."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kz_civil_positions

PACKAGE = Path(kz_civil_positions.__file__).parent
TESTS = Path(__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
# What the model knows nothing of: files, YAML, the terminal, the clock, languages' catalogues.
MODEL = (
    "codes",
    "model",
    "operations",
    "orders",
    "amending/engine",
    "amending/tree",
    "amending/wording",
    "amending/scope",
)
OUTSIDE = {"ruamel", "cattrs", "click", "deepdiff", "lxml", "holidays", "os", "io", "pathlib",
           "time", "subprocess", "socket", "urllib", "http"}  # fmt: skip
CLOCK = {"today", "now", "utcnow", "time", "localtime", "gmtime", "monotonic"}


def name_of(path: Path) -> str:
    """A module's place in the package."""
    return str(path.relative_to(PACKAGE))


def imports(path: Path) -> Iterator[str]:
    """The packages a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


# ------------------------------------------------------------------------------- tests


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The test functions of a module, those in classes too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


@pytest.mark.parametrize("path", sorted(TESTS.rglob("test_*.py")), ids=lambda path: path.name)
def test_every_test_states_the_rule_it_protects(path: Path) -> None:
    """Each test's docstring says in a sentence what must hold; no two tests share a name."""
    found = list(functions(path))
    assert found
    silent = [one.name for one in found if not (ast.get_docstring(one) or "").endswith((".", '"'))]
    assert silent == []
    names = [one.name for one in found]
    assert len(set(names)) == len(names)


# ------------------------------------------------------------------------------- rooms


@pytest.mark.parametrize("name", MODEL)
def test_the_model_knows_nothing_of_the_outside(name: str) -> None:
    """Model, operations and orders read no files, no YAML, no terminal and no clock."""
    paths = [path for path in SOURCES if name_of(path) in (f"{name}.py", f"{name}/__init__.py")]
    assert len(paths) == 1
    packages = {module.partition(".")[0] for module in imports(paths[0])}
    assert not packages & OUTSIDE
    rooms = {module.split(".")[1] for module in imports(paths[0]) if module.startswith("kz_")}
    assert not rooms & {"storage", "sources", "cli", "reports", "exports", "verification"}


@pytest.mark.parametrize(
    ("package", "rooms"),
    [
        ("ruamel", {"storage"}),
        ("cattrs", {"storage"}),
        ("click", {"cli"}),
        ("deepdiff", {"verification"}),
        ("holidays", {"calendar.py"}),
    ],
)
def test_each_package_is_used_in_its_room_only(package: str, rooms: set[str]) -> None:
    """What reads files, talks to terminals or compares independently stands at one edge."""
    users = {
        path.relative_to(PACKAGE).parts[0]
        for path in SOURCES
        if any(module.partition(".")[0] == package for module in imports(path))
    }
    assert users <= rooms


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_asks_the_clock_or_the_network(path: Path) -> None:
    """Answers depend on the data and the question, never on the day they are asked or on others."""
    packages = {module.partition(".")[0] for module in imports(path)}
    assert not packages & {"time", "socket", "urllib", "http", "requests", "httpx", "random"}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"{name_of(path)}:{node.lineno}"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_the_library_names_no_place_on_a_machine(path: Path) -> None:
    """No path of anybody's machine stands in the library's source."""
    text = path.read_text("utf-8")
    assert not re.search(r"(?<![\w.<])/(?:home|root|tmp|work|usr|var|opt|Users|mnt)/", text)
    assert not re.search(r"\b[A-Z]:\\\\", text)


# ------------------------------------------------------------ what importing costs

HEAVY = ["ruamel", "cattrs", "deepdiff", "click", "holidays", "lxml", "docx", "yaml"]
WATCH = """
import json, sys
opened = []
def watch(event, args):
    if event == "open" and isinstance(args[0], str):
        opened.append(args[0])
sys.addaudithook(watch)
{statement}
heavy = [name for name in {heavy} if name in sys.modules]
odd = [path for path in opened if not path.endswith((".py", ".pyc", ".pth"))]
print(json.dumps([heavy, odd]))
"""


def watched(statement: str) -> tuple[list[str], list[str]]:
    """Which heavy packages a statement imports, and which files other than code it opens."""
    script = WATCH.format(statement=statement, heavy=HEAVY)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    heavy, odd = json.loads(done.stdout.splitlines()[-1])
    return heavy, odd


def test_importing_the_library_does_no_work() -> None:
    """`import kz_civil_positions` opens no data and imports nothing heavy: it costs nothing."""
    assert watched("import kz_civil_positions") == ([], [])


def test_asking_for_the_version_reads_no_data() -> None:
    """The command line imports what is heavy inside its commands, not before."""
    heavy, odd = watched("import kz_civil_positions.cli")
    assert set(heavy) <= {"click"}
    assert odd == []


def test_the_watch_sees_what_it_watches_for() -> None:
    """The two tests above would notice: loading the register opens YAML, with a YAML reader."""
    heavy, odd = watched("import kz_civil_positions as kz; kz.load()")
    assert {"ruamel", "cattrs"} <= set(heavy)
    assert any(path.endswith("register.yaml") for path in odd)
    assert not {"click", "deepdiff", "holidays", "lxml"} & set(heavy)


def test_every_public_name_is_there() -> None:
    """What the package offers can be had, and is listed once, in alphabetical order."""
    names = kz_civil_positions.__all__
    assert len(set(names)) == len(names)
    for name in names:
        assert getattr(kz_civil_positions, name) is not None
    assert set(names) <= set(dir(kz_civil_positions))
    with pytest.raises(AttributeError):
        getattr(kz_civil_positions, "no_such_name")  # noqa: B009 - the name is not there
