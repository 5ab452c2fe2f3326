"""What is handed out: the source distribution, the wheel, and an editable install, each tried.

They are built by the ordinary builder and installed by pip into environments that hold the
library's own dependencies and nothing else: no extra, and no tool of its developers.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterable, Iterator
from email import message_from_string
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from click.testing import CliRunner

from kz_civil_positions import __version__
from kz_civil_positions.cli import main
from kz_civil_positions.storage.compiled import COMPILED_FILE

pytest.importorskip("hatchling", reason="hatchling makes what is handed out")
pytest.importorskip("pip", reason="pip installs it")
requirements = pytest.importorskip("packaging.requirements", reason="packaging reads the needs")

ROOT = Path(__file__).parent.parent
ANSWER = ["diff", "2015", "2019", "--lang", "en"]
# Folders that no tool's ignoring names, as they are git's own.
OUTSIDE = {".git"}
# What tools leave in a checkout, and nobody shall be handed.
LEFT_BEHIND = (
    ".venv/left.py", "dist/left.whl", "site/index.html", "tests/__pycache__/left.pyc",
    "src/kz_civil_positions/__pycache__/left.pyc", "src/left.egg-info/PKG-INFO",
    f"registers/{COMPILED_FILE}",
)  # fmt: skip
# What only extras and developers' tools bring.
ABSENT = ["docx", "dulwich", "holidays", "hypothesis", "lxml", "markdown_it", "mkdocs", "mypy",
          "openpyxl", "playwright", "pypdfium2", "pytest", "sybil", "syrupy",
          "xlsxwriter"]  # fmt: skip


def ignored() -> list[str]:
    """The patterns of .gitignore."""
    return (ROOT / ".gitignore").read_text("utf-8").split()


def files(root: Path) -> Iterator[Path]:
    """The files of a checkout that are the project's, without what tools left there."""
    for path in sorted(root.iterdir()):
        name = path.name + "/" * path.is_dir()
        if path.name in OUTSIDE or any(Path(name).match(pattern) for pattern in ignored()):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def hashes(wheel: Path) -> dict[str, str]:
    """What stands in a wheel, by name, and the hash of it."""
    with zipfile.ZipFile(wheel) as held:
        return {name: hashlib.sha256(held.read(name)).hexdigest() for name in held.namelist()}


def run(*words: object, cwd: Path) -> "subprocess.CompletedProcess[str]":
    """Run a program that finds nothing but what is installed where it stands."""
    told = {"PATH": os.defpath, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [str(word) for word in words]
    return subprocess.run(  # noqa: S603 - our own words
        command, cwd=cwd, env=told, capture_output=True, text=True, check=False
    )


def build(root: Path, target: str, into: Path) -> Path:
    """Build as a frontend does, but offline: in a process of its own, in the folder given."""
    into.mkdir()
    done = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", into, cwd=root)
    assert done.returncode == 0, done.stderr
    (made,) = into.iterdir()
    return made


@frozen
class Built:
    """What one checkout gives.

    Attributes:
        checkout: a copy of the checkout, with what tools leave behind.
        source: the source distribution, unpacked.
        wheel: built from the checkout.
        again: built from the source distribution.
    """

    checkout: Path
    source: Path
    wheel: Path
    again: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Everything that is handed out."""
    folder = tmp_path_factory.mktemp("built")
    checkout = folder / "checkout"
    for path in files(ROOT):
        place = checkout / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place)
    for name in LEFT_BEHIND:
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_bytes(b"left behind")
    sdist = build(checkout, "sdist", folder / "sdist")
    with tarfile.open(sdist) as held:
        held.extractall(folder / "unpacked", filter="data")
    (source,) = (folder / "unpacked").iterdir()
    return Built(
        checkout,
        source,
        build(checkout, "wheel", folder / "wheel"),
        build(source, "wheel", folder / "again"),
    )


# ── environments ─────────────────────────────────────────────────────────────────────────


def needs(found: Iterable[str]) -> Iterator[Distribution]:
    """The distributions that these needs bring, and what those need; no extra."""
    for text in found:
        need = requirements.Requirement(text)
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            one = distribution(need.name)
            assert need.specifier.contains(one.version, prereleases=True)
            yield one
            yield from needs(one.requires or ())


class Environment:
    """A new virtual environment: the library and its dependencies, linked one by one.

    pip installs the wheel itself, offline. The dependencies are those of the environment
    that the tests run in, so that nothing is fetched; nothing else of it can be seen.
    """

    def __init__(self, folder: Path, wheel: Path) -> None:
        venv.EnvBuilder(symlinks=os.name != "nt").create(folder)
        self.bin = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.bin / "python"
        done = run(sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet",
                   "--no-deps", "--no-index", wheel, cwd=folder)  # fmt: skip
        assert done.returncode == 0, done.stderr
        self.site = Path(self.json("import sysconfig; answer = sysconfig.get_path('purelib')"))
        with zipfile.ZipFile(wheel) as held:
            (name,) = (name for name in held.namelist() if name.endswith("/METADATA"))
            metadata = message_from_string(held.read(name).decode())
        self.extras = metadata.get_all("Provides-Extra") or []
        for one in needs(metadata.get_all("Requires-Dist") or ()):
            self._link(one)

    def _link(self, one: Distribution) -> None:
        tops = {file.parts[0] for file in one.files or ()} - {"..", "__pycache__"}
        assert tops
        for top in tops:
            if not (self.site / top).exists():
                (self.site / top).symlink_to(Path(str(one.locate_file(top))))

    def json(self, statement: str) -> Any:  # noqa: ANN401 - whatever is asked for
        """What Python here gives for ``answer``."""
        script = f"{statement}\nimport json; print(json.dumps(answer))"
        done = run(self.python, "-I", "-c", script, cwd=self.bin)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def command(self, *words: object) -> "subprocess.CompletedProcess[str]":
        """Call the command that the wheel installs."""
        return run(self.bin / "kz-civil-positions", *words, cwd=self.bin)


@pytest.fixture(scope="module")
def clean(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel that was built from the source distribution."""
    return Environment(tmp_path_factory.mktemp("clean") / "env", built.again)


@pytest.fixture(scope="module")
def editable(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with an editable install of the unpacked source distribution."""
    folder = tmp_path_factory.mktemp("editable")
    return Environment(folder / "env", build(built.source, "wheel:editable", folder / "wheel"))


# ── source distribution and wheel ────────────────────────────────────────────────────────


def test_the_source_distribution_is_the_whole_checkout(built: Built) -> None:
    """Whoever has it can build the wheel and run the tests: every file, byte by byte."""
    held = {path.relative_to(built.source): path.read_bytes() for path in files(built.source)}
    metadata = held.pop(Path("PKG-INFO"))
    assert f"Version: {__version__}".encode() in metadata
    whole = {path.relative_to(built.checkout): path.read_bytes() for path in files(built.checkout)}
    assert whole.pop(Path("registers", COMPILED_FILE)) == b"left behind"
    assert held == whole
    assert os.access(built.source / ".ci" / "run", os.X_OK)


def test_both_ways_give_the_same_wheel(built: Built) -> None:
    """Built from a checkout or from the source distribution, a wheel has the same bytes."""
    assert built.wheel.name == built.again.name
    assert hashes(built.wheel) == hashes(built.again)


def test_a_wheel_holds_library_and_data_and_nothing_else(built: Built) -> None:
    """The package, its data as YAML and compiled, and the metadata; no test and no leftover."""
    package = {
        path.relative_to(built.checkout / "src").as_posix()
        for path in files(built.checkout / "src")
    } | {
        f"kz_civil_positions/{path.relative_to(built.checkout).as_posix()}"
        for path in files(built.checkout / "registers")
        if path.name != COMPILED_FILE
    }  # fmt: skip
    metadata = {name for name in hashes(built.wheel) if ".dist-info/" in name}
    copy = f"kz_civil_positions/registers/{COMPILED_FILE}"
    assert set(hashes(built.wheel)) == package | metadata | {copy}
    assert "kz_civil_positions/py.typed" in package
    assert {name.partition("/")[2] for name in metadata} == {
        "METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip


# ── a clean environment ──────────────────────────────────────────────────────────────────


def test_a_clean_environment_has_no_tool_of_the_developers(clean: Environment) -> None:
    """What follows is answered by the library and its dependencies alone."""
    statement = f"from importlib.util import find_spec; answer = list(map(find_spec, {ABSENT}))"
    assert clean.json(statement) == [None] * len(ABSENT)
    place = clean.json("import kz_civil_positions as kz; answer = kz.__file__")
    assert Path(place).is_relative_to(clean.site)


def test_an_installed_wheel_gives_the_first_answer(clean: Environment) -> None:
    """The README's first command says in a clean environment what it says in a checkout."""
    done = clean.command(*ANSWER)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == CliRunner().invoke(main, ANSWER).stdout


def test_an_installed_wheel_tells_its_versions(clean: Environment) -> None:
    """Version of the code and edition of the data are those of the checkout it was built from."""
    done = clean.command("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == CliRunner().invoke(main, ["--version"]).stdout


def test_an_installed_wheel_verifies_its_data(clean: Environment) -> None:
    """The data comes whole: with its source and repairs, from which it is derived again."""
    done = clean.command("verify", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["ok"] is True


def test_every_command_is_there_without_extras(clean: Environment) -> None:
    """No command needs an extra to be described."""
    statement = """
from click.testing import CliRunner
from kz_civil_positions.cli import main
answer = {name: CliRunner().invoke(main, [name, "--help"]).exit_code for name in main.commands}
"""
    assert clean.json(statement) == dict.fromkeys(main.commands, 0)


@pytest.mark.parametrize(
    ("words", "extra"),
    [
        (["export", "--format", "xlsx", "--output", "{folder}/out.xlsx"], "xlsx"),
        (["export", "--format", "parquet", "--output", "{folder}/out.parquet"], "parquet"),
        (["diff", "2015", "2019", "--format", "docx", "--output", "{folder}/out.docx"], "docx"),
        (["import", "{folder}/order.html", "--into", "{folder}/new"], "import"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_missing_extra_is_named(
    clean: Environment, tmp_path: Path, words: list[str], extra: str
) -> None:
    """What needs an extra says which, in one message, and writes nothing."""
    (tmp_path / "order.html").write_text("<html><body><p>1</p></body></html>", encoding="utf-8")
    done = clean.command(*(word.format(folder=tmp_path) for word in words), "--lang", "en")
    assert done.returncode == 2
    assert f"pip install 'kz-civil-positions[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert extra in clean.extras
    assert [path.name for path in tmp_path.iterdir()] == ["order.html"]


# ── an editable install ──────────────────────────────────────────────────────────────────


def test_an_editable_install_is_its_checkout(editable: Environment, built: Built) -> None:
    """It copies nothing: code and data are the checkout's, and a change there is seen at once."""
    place = editable.json("import kz_civil_positions as kz; answer = kz.__file__")
    assert Path(place).is_relative_to(built.source)
    assert not (editable.site / "kz_civil_positions").exists()
    done = editable.command(*ANSWER)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == CliRunner().invoke(main, ANSWER).stdout
    order = built.source / "registers" / "2019-920" / "order.yaml"
    before = order.read_bytes()
    order.write_bytes(before.replace("Тургумбаев".encode(), "Т.".encode()))
    statement = "import kz_civil_positions as kz; answer = kz.load().order('920').signed_by"
    try:
        assert editable.json(statement) == "Е. Т."
    finally:
        order.write_bytes(before)
