"""The compiled copy: the same register as the YAML gives, or an error; never something between."""

import json
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from attrs import evolve, fields, has
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kz_civil_positions as kz
from kz_civil_positions import model
from kz_civil_positions.cli import main, options
from kz_civil_positions.errors import DataError
from kz_civil_positions.messages import LANGUAGES, Language
from kz_civil_positions.operations import Restate
from kz_civil_positions.storage import compiled as compiled_module
from kz_civil_positions.storage import root as root_module
from kz_civil_positions.storage.compiled import (
    COMPILED_FILE,
    StaleCopyWarning,
    changed_since,
    compiled,
    load_compiled,
)
from kz_civil_positions.storage.load import load_register
from kz_civil_positions.storage.packing import pack, unpack
from kz_civil_positions.storage.root import data_root
from strategies import contents

ROOT: Final = Path(__file__).parent.parent
PACKAGE: Final = Path(kz.__file__).parent
SPECIMEN: Final = ROOT / "examples" / "specimen"


@pytest.fixture(scope="module")
def copy() -> bytes:
    """The compiled copy of the register that comes with the library."""
    return compiled(data_root())


@pytest.fixture
def installed(tmp_path: Path, copy: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of an installed wheel, which the library takes for its own."""
    package = tmp_path / "site-packages" / "kz_civil_positions"
    folder = shutil.copytree(data_root(), package / "registers")
    (folder / COMPILED_FILE).write_bytes(copy)
    monkeypatch.setattr(root_module, "_PACKAGE", package)
    return folder


@pytest.fixture
def checkout(tmp_path: Path, copy: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of a checkout, in which somebody made a compiled copy."""
    folder = shutil.copytree(data_root(), tmp_path / "registers")
    (folder / COMPILED_FILE).write_bytes(copy)
    monkeypatch.setattr(root_module, "_PACKAGE", tmp_path / "src" / "kz_civil_positions")
    return folder


@pytest.fixture(scope="module")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> tuple[kz.Register, kz.Register]:
    """The fictional register with many orders, from its compiled copy and from its YAML."""
    file = tmp_path_factory.mktemp("specimen") / COMPILED_FILE
    file.write_bytes(compiled(SPECIMEN))
    return load_compiled(file), load_register(SPECIMEN)


@pytest.fixture(scope="module")
def real(
    copy: bytes, register: kz.Register, tmp_path_factory: pytest.TempPathFactory
) -> tuple[kz.Register, kz.Register]:
    """The real register, likewise."""
    file = tmp_path_factory.mktemp("real") / COMPILED_FILE
    file.write_bytes(copy)
    return load_compiled(file), register


def damage(file: Path, old: str, new: str) -> None:
    """Put these words in the place of those."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


# ── the same register ────────────────────────────────────────────────────────────────────


def assert_same(found: object, wanted: object) -> None:
    """Of the same classes and equal in every field, those that equality leaves out too."""
    cls: type[Any] = type(wanted)
    assert type(found) is cls
    if isinstance(wanted, tuple):
        assert isinstance(found, tuple)
        for pair in zip(found, wanted, strict=True):
            assert_same(*pair)
    elif has(cls):
        for field in fields(cls):
            assert_same(getattr(found, field.name), getattr(wanted, field.name))
    else:
        assert found == wanted


@pytest.mark.parametrize("name", ["real", "specimen"])
def test_a_compiled_copy_gives_the_register_of_the_yaml(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Orders, published editions, editions, annotations, doubts, faults: all is the same."""
    found, wanted = request.getfixturevalue(name)
    assert_same(found, wanted)
    assert found == wanted
    assert_same(found.editions, wanted.editions)
    assert found.steps == wanted.steps
    assert found.outcomes == wanted.outcomes
    assert found.tombstones == wanted.tombstones
    days = [day for one in wanted.steps for day in (one.in_effect.earliest,) if day]
    assert [found.status(day) for day in days] == [wanted.status(day) for day in days]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(contents(), contents())
def test_whatever_a_register_says_is_packed_and_unpacked(
    first: model.Content, second: model.Content
) -> None:
    """No text, label, number or place is lost or changed on the way through JSON."""
    packed = json.loads(json.dumps(pack((first, (second, first)))))
    found, (other, again) = unpack(packed)
    assert_same(found, first)
    assert_same(other, second)
    assert again is found


def test_values_that_are_equal_but_not_the_same_stay_apart() -> None:
    """A number, a truth value and a member of an enumeration never take one another's place."""
    things: tuple[object, ...] = (1, True, "unit", model.ItemKind.UNIT, None, "", 0, False)
    found = unpack(pack((things, *((one,) for one in things))))
    assert_same(tuple(found), (things, *((one,) for one in things)))


def test_what_editions_share_is_shared_again(specimen: tuple[kz.Register, kz.Register]) -> None:
    """An entry that no order changed is one object in all editions, as after a replay."""
    for one in specimen:
        first, last = one.editions[0], one.editions[-1]
        shared = [entry for entry in last.entries if any(entry is old for old in first.entries)]
        assert len(shared) > 1
        said = {operation.content for operation in one.orders[0].operations
                if isinstance(operation, Restate)}  # fmt: skip
        assert any(first.content is content for content in said)


# ── the file ─────────────────────────────────────────────────────────────────────────────


def test_the_copy_is_the_same_bytes_for_the_same_data(registers: Path, copy: bytes) -> None:
    """Two builds of one state of the data differ in nothing."""
    (registers / COMPILED_FILE).write_bytes(copy)  # a copy is not made from a copy
    assert compiled(registers) == copy


def test_the_copy_says_what_it_was_made_from(copy: bytes, register: kz.Register) -> None:
    """Its first line names the form of the data, the code, and each file with its hash."""
    head = json.loads(copy)["head"]
    files = {path.relative_to(data_root()).as_posix() for path in data_root().glob("*/*")}
    assert set(head["files"]) == files
    assert head["code"] == kz.__version__
    assert head["data_format"] == 1
    source = register.order("920").source
    assert source is not None
    assert head["files"]["2019-920/source.kaz.txt"] == source.sha256


@settings(deadline=None)
@given(data=st.data())
def test_a_damaged_copy_is_an_error(
    data: st.DataObject, copy: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Cut short at any place or changed in any byte: refused, and never half believed."""
    at = data.draw(st.integers(0, len(copy) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != copy[at]))
    changed = copy[:at] + bytes([byte]) + copy[at + 1 :]
    file = tmp_path_factory.getbasetemp() / "damaged.json"
    for broken in (copy[:at], changed, copy + bytes([byte])):
        file.write_bytes(broken)
        with pytest.raises(DataError) as caught:
            load_compiled(file)
        assert [problem.key for problem in caught.value.problems] == ["compiled-damaged"]


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda file: file.unlink(), "unreadable"),
        (lambda file: (file.unlink(), file.mkdir()), "unreadable"),
        (lambda file: file.write_bytes(b"{}"), "compiled-damaged"),
    ],
)
def test_what_is_no_copy_is_an_error(
    make: Callable[[Path], object], key: str, copy: bytes, tmp_path: Path
) -> None:
    """Gone, a folder, other JSON: one typed error with the file's name."""
    file = tmp_path / COMPILED_FILE
    file.write_bytes(copy)
    make(file)
    with pytest.raises(DataError, match=COMPILED_FILE) as caught:
        load_compiled(file)
    assert caught.value.problems[0].key == key


def test_a_copy_made_for_other_code_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copy: bytes
) -> None:
    """What one version wrote no other version guesses at."""
    (tmp_path / COMPILED_FILE).write_bytes(copy)
    monkeypatch.setattr("kz_civil_positions.storage.compiled.__version__", "9.9.9")
    with pytest.raises(DataError, match=rf"version {kz.__version__} .* this is 9\.9\.9"):
        load_compiled(tmp_path / COMPILED_FILE)


# ── an installed wheel ───────────────────────────────────────────────────────────────────


def test_an_installed_package_reads_its_copy(installed: Path) -> None:
    """Without a folder of the user's the compiled copy answers, whatever the YAML says."""
    damage(installed / "2019-920" / "register.yaml", "kind: institution", "kind: no-such")
    assert kz.load().edition("2019").held


def test_verify_reads_the_yaml_of_an_installed_package(installed: Path) -> None:
    """`verify` never believes the copy: a change of the YAML beside it is found."""
    damage(installed / "2019-920" / "register.yaml", "дәріхана меңгерушісі", "дәріхана басшысы")
    assert kz.load().edition("2019").held
    assert not kz.verify(data_root()).ok


def test_a_damaged_copy_of_an_installed_package_stops_it(installed: Path) -> None:
    """Of a damaged package nothing is believed; no slow way round hides the damage."""
    (installed / COMPILED_FILE).write_bytes(b"")
    with pytest.raises(DataError, match="Install the package again"):
        kz.load()


def test_a_package_without_a_copy_reads_its_yaml(installed: Path) -> None:
    """A package that somebody built without the copy works, only slower."""
    (installed / COMPILED_FILE).unlink()
    assert kz.load().edition("2019").held


def test_a_users_folder_is_read_from_its_yaml(registers: Path, copy: bytes) -> None:
    """A compiled copy in a folder that the user names is not looked at."""
    (registers / COMPILED_FILE).write_bytes(copy)
    damage(registers / "2019-920" / "register.yaml", "kind: institution", "kind: no-such")
    with pytest.raises(DataError, match="no-such"):
        kz.load(registers)


WATCH: Final = """
import json, sys
opened = []
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        opened.append(str(args[0]))
sys.addaudithook(watch)
import kz_civil_positions as kz
register = kz.load()
heads = [one.text for one in register.finder(register.editions[-1]).find("бас бухгалтер")]
libraries = ("cattrs", "ruamel.yaml", "rapidfuzz", "deepdiff", "click")
data = sorted({path for path in opened if not path.endswith((".py", ".pyc", ".pth"))})
print(json.dumps([[name for name in libraries if name in sys.modules], data, kz.__file__, heads]))
"""


def test_a_wheels_layout_answers_from_its_copy_alone(
    tmp_path: Path, copy: bytes, register: kz.Register
) -> None:
    """Unpacked as a wheel is, loading and finding open one file and need no reader of YAML."""
    package = tmp_path / "kz_civil_positions"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_root(), package / "registers")
    (package / "registers" / COMPILED_FILE).write_bytes(copy)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-B", "-c", WATCH],
        capture_output=True, text=True, check=True, env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    libraries, opened, file, heads = json.loads(done.stdout)
    assert Path(file) == package / "__init__.py"
    assert libraries == []
    assert opened == [str(package / "registers" / COMPILED_FILE)]
    assert heads == [one.text for one in register.find("бас бухгалтер")]


# ── a checkout ───────────────────────────────────────────────────────────────────────────


def test_a_checkout_reads_its_yaml(checkout: Path) -> None:
    """Whoever works on the data sees what stands in the files now; a fresh copy is no news."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        register = kz.load()
    assert register.editions == load_register(checkout).editions
    damage(checkout / "2019-920" / "register.yaml", "kind: institution", "kind: no-such")
    with pytest.warns(StaleCopyWarning), pytest.raises(DataError):
        kz.load()


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (
            lambda folder: damage(folder / "2019-920" / "order.yaml", "Тургумбаев", "Т."),
            ("2019-920/order.yaml",),
        ),
        (
            lambda folder: (folder / "2019-920" / "annotations.yaml").unlink(),
            ("2019-920/annotations.yaml",),
        ),
        (
            lambda folder: (folder / "2019-920" / "new.txt").write_text("x"),
            ("2019-920/new.txt",),
        ),
        (lambda folder: (folder / COMPILED_FILE).write_bytes(b"x"), (COMPILED_FILE,)),
    ],
    ids=["changed", "gone", "new", "damaged copy"],
)
def test_a_checkout_says_when_its_copy_is_stale(
    checkout: Path,
    change: Callable[[Path], object],
    names: tuple[str, ...],
    register: kz.Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that changed, came or went since is named, in each language; the YAML is read."""
    read: list[Path] = []

    def reading(root: Path) -> kz.Register:
        read.append(root)
        return register

    monkeypatch.setattr("kz_civil_positions.storage.load.load_register", reading)
    assert changed_since(checkout / COMPILED_FILE) == ()
    change(checkout)
    with pytest.warns(StaleCopyWarning) as told:
        assert kz.load() is register
    assert read == [checkout]
    (one,) = told
    assert isinstance(one.message, StaleCopyWarning)
    assert one.message.changed == names
    assert one.filename == __file__
    for language in LANGUAGES:
        assert all(name in one.message.text(language) for name in (*names, COMPILED_FILE))
    assert str(one.message) == one.message.text("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [["orders"], ["--version"]])
def test_the_command_line_says_so_in_the_language_chosen(
    checkout: Path, words: list[str], language: Language
) -> None:
    """One sentence, and neither the name of a class nor a line of code; other warnings stay."""
    (checkout / "2019-920" / "new.txt").write_text("x")
    asked = words if words == ["--version"] else ["--lang", language, *words]
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        answer = CliRunner().invoke(main, asked)
    spoken = "kk" if words == ["--version"] else language
    told = StaleCopyWarning(checkout / COMPILED_FILE, ("2019-920/new.txt",)).text(spoken)
    assert (answer.exit_code, answer.stderr) == (0, told + "\n")


def test_the_command_line_shows_other_warnings_as_python_does(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is ours is said in our words."""
    monkeypatch.setattr(options, "load", lambda _: warnings.warn("not ours", stacklevel=1))
    assert checkout.is_dir()
    with pytest.warns(UserWarning, match="not ours"):
        CliRunner().invoke(main, ["orders"])


def test_a_checkouts_copy_is_made_by_one_command(checkout: Path) -> None:
    """The command that the warning names makes the copy anew, and the warning ends."""
    damage(checkout / "2019-920" / "order.yaml", "Тургумбаев", "Т.")
    compiled_module.main()
    assert changed_since(checkout / COMPILED_FILE) == ()
    assert load_compiled(checkout / COMPILED_FILE).order("920").signed_by == "Е. Т."


# ── the build ────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The module that the build runs."""
    pytest.importorskip("hatchling", reason="hatchling makes the wheels and is not installed")
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(hook: ModuleType, root: Path, version: str) -> tuple[dict[str, str], dict[str, bytes]]:
    """What the hook puts into a wheel: place by file, and what stands in each place."""
    made = hook.DataHook(str(root), {}, None, None, str(root / "dist"), "wheel")
    build_data: dict[str, Any] = {"force_include": {}}
    made.initialize(version, build_data)
    included: dict[str, str] = build_data["force_include"]
    held = {place: Path(file).read_bytes() for file, place in included.items()}
    made.finalize(version, build_data, "")
    return included, held


def test_the_build_puts_data_and_copy_into_a_wheel(
    hook: ModuleType, registers: Path, copy: bytes
) -> None:
    """A wheel gets every file of the data and a copy made now, not one that lay about."""
    (registers / COMPILED_FILE).write_bytes(b"old")
    (registers / ".plan").write_bytes(b"half done")
    before = {path: path.read_bytes() for path in registers.rglob("*") if path.is_file()}
    included, held = run(hook, registers.parent, "standard")
    inside = "kz_civil_positions/registers/"
    assert len(held) == len(included)  # no place is filled twice
    assert held.pop(inside + COMPILED_FILE) == copy
    assert held == {
        inside + path.relative_to(registers).as_posix(): data
        for path, data in before.items()
        if path.name not in (COMPILED_FILE, ".plan")
    }
    assert {path: path.read_bytes() for path in registers.rglob("*") if path.is_file()} == before
    assert [file for file in included if not Path(file).is_relative_to(registers)] != []
    assert not any(Path(file).exists() for file in included if "registers" not in file)


def test_the_build_of_an_editable_install_copies_nothing(hook: ModuleType, registers: Path) -> None:
    """An editable install reads the YAML of its checkout."""
    assert run(hook, registers.parent, "editable") == ({}, {})


def test_data_with_errors_makes_no_wheel(hook: ModuleType, registers: Path) -> None:
    """What would not load is not built; the copy's data was checked when it was made."""
    damage(registers / "2019-920" / "register.yaml", "kind: institution", "kind: no-such")
    with pytest.raises(DataError, match="no-such"):
        run(hook, registers.parent, "standard")


def test_editions_that_are_known_are_not_replayed(register: kz.Register) -> None:
    """Editions given to a register are answered with, in the stead of a replay."""
    named = tuple(evolve(one, language="xxx") for one in register.editions)
    told = kz.Register.replayed(register.orders, register.published, (), named)
    assert told == register
    assert [one.language for one in told.editions] == ["xxx", "xxx"]
