"""Many read a registers folder while one writes in it: nobody sees half of what is written."""

import json
import os
import shutil
import signal
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest
from click.testing import CliRunner

import kz_civil_positions as kz
from kz_civil_positions.cli import main, options
from kz_civil_positions.errors import DataError
from kz_civil_positions.messages import say
from kz_civil_positions.storage import load
from kz_civil_positions.storage.folders import STAGE, NewFolder, put_folders, settle
from kz_civil_positions.storage.limits import TRIES
from kz_civil_positions.storage.load import load_repairs
from kz_civil_positions.storage.redraft import redraft
from kz_civil_positions.storage.steady import steadily
from kz_civil_positions.verification import case, run

ORDER: Final = "2019-920"
BASE, LATER = "2020-101", "2020-205"
ROUNDS: Final = 60
READERS: Final = 3

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes are copied only on POSIX systems"
)


def edition(number: int) -> list[NewFolder]:
    """Two folders of two files each, all four of one edition: its number stands in each."""
    text = f"{number}".encode() * 20_000
    return [NewFolder(name, {"a.yaml": text, "b.yaml": text}) for name in (BASE, LATER)]


def numbers(root: Path) -> set[bytes]:
    """The editions that the files are of."""
    files = [root / name / file for name in (BASE, LATER) for file in ("a.yaml", "b.yaml")]
    try:
        return {file.read_bytes()[:4] for file in files}
    except OSError as error:  # as a reader of YAML says it
        raise DataError([]) from error


def test_no_reader_sees_half_an_edition(tmp_path: Path) -> None:
    """Readers in processes of their own, one writer: each reading is of one edition, whole."""
    root = tmp_path / "root"
    put_folders(root, edition(1000))
    readers = []
    for _ in range(READERS):
        child = os.fork()
        if child == 0:
            mixed = 100
            try:
                mixed = sum(_reads_mixed(root) for _ in range(ROUNDS))
            finally:
                os._exit(mixed)
        readers.append(child)
    for number in range(1001, 1001 + ROUNDS):
        put_folders(root, edition(number))
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in readers]
    assert ends == [0] * READERS
    assert steadily(root, lambda: numbers(root)) == {str(1000 + ROUNDS).encode()}


def _reads_mixed(root: Path) -> bool:
    """Whether one reading saw two editions; that the folder keeps changing is an answer too."""
    try:
        return len(steadily(root, lambda: numbers(root))) != 1
    except DataError as error:
        return [one.key for one in error.problems] != ["changing"]


def test_without_the_rule_a_reader_would_see_half(tmp_path: Path) -> None:
    """The rule is needed: while one folder has taken its name, the other still holds the old."""
    root = tmp_path / "root"
    put_folders(root, edition(1000))
    seen = []
    rename = Path.rename

    def slowly(path: Path, target: Path) -> Path:
        done = rename(path, target)
        if (root / BASE).exists() and (root / LATER).exists():
            seen.append(numbers(root))
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", slowly)
        put_folders(root, edition(1001))
    assert {b"1000", b"1001"} in seen


def test_a_folder_that_changes_once_is_read_again(tmp_path: Path) -> None:
    """What was read while a file changed is thrown away, an error too, and all is read again."""
    root = tmp_path / "root"
    put_folders(root, edition(1000))
    readings = []

    def read() -> set[bytes]:
        found = numbers(root)
        readings.append(found)
        if len(readings) == 1:
            (root / BASE / "a.yaml").write_bytes(b"2000")
        if len(readings) == 2:
            (root / BASE / "a.yaml").write_bytes(b"1000")
            raise DataError([])
        return found

    assert steadily(root, read) == {b"1000"}
    assert len(readings) == 3


def test_a_folder_that_keeps_changing_is_a_typed_error(tmp_path: Path) -> None:
    """Nobody reads for ever: after a number of readings it is said that the folder changes."""
    root = tmp_path / "root"
    put_folders(root, edition(1000))
    readings = []

    def read() -> None:
        readings.append(1)
        (root / BASE / f"{len(readings)}.yaml").write_bytes(b"")

    with pytest.raises(DataError) as caught:
        steadily(root, read)
    assert [one.key for one in caught.value.problems] == ["changing"]
    assert len(readings) == TRIES


def test_a_register_that_changes_while_it_is_loaded_is_loaded_again(
    specimen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``load`` reads by the rule: what changes under it is what it answers from."""
    once = iter([True])
    whole = load.load_published
    title = "Ойдан шығарылған жаңа атау"

    def meddling(root: Path, orders: tuple[kz.Order, ...]) -> object:
        if next(once, False):
            file = root / LATER / "order.yaml"
            old = next(one.title for one in orders if one.id == LATER)
            text = file.read_text("utf-8")
            line = next(one for one in text.splitlines() if one.startswith("title:"))
            assert old
            file.write_text(text.replace(line, f"title: {title}"), "utf-8")
        return whole(root, orders)

    monkeypatch.setattr(load, "load_published", meddling)
    assert kz.load(specimen).order(LATER).title == title


# ------------------------------------------------------------- verify, and the evidence


@pytest.fixture
def two_ways(registers: Path, tmp_path: Path) -> tuple[Path, NewFolder]:
    """Registers, and their last order as another run would write it: sound both before and after.

    A reading that mixed the two would find files under the seals of others.
    """
    other = tmp_path / "other" / "registers"
    shutil.copytree(registers, other)
    source = other / ORDER / "source.kaz.txt"
    line = "ММ бас бухгалтері, қаржы қызметінің бастығы:\n"
    text = source.read_text("utf-8")
    assert line in text
    source.write_text(text.replace(line, line.replace("\n", " \n"), 1), "utf-8")
    redraft(other / ORDER, kz.load(other).order(ORDER))
    files = {path.name: path.read_bytes() for path in (other / ORDER).iterdir()}
    return registers, NewFolder(ORDER, files)


def meanwhile(
    patch: pytest.MonkeyPatch, module: ModuleType, name: str, do: Callable[[], object]
) -> list[int]:
    """Do something before that function of the module does its work, the first time only."""
    whole, called = getattr(module, name), [0]

    def meddling(*given: object) -> object:
        called[0] += 1
        if called[0] == 1:
            do()
        return whole(*given)

    patch.setattr(module, name, meddling)
    return called


def test_a_folder_written_while_it_is_verified_is_verified_again(
    two_ways: tuple[Path, NewFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No verdict is of a register from before, held against a source from after."""
    root, other = two_ways
    called = meanwhile(monkeypatch, run, "_open", lambda: put_folders(root, [other]))
    assert kz.verify(root).ok
    assert called == [2]
    assert (root / ORDER / "source.kaz.txt").read_bytes() == other.files["source.kaz.txt"]


def test_evidence_is_of_one_moment(
    two_ways: tuple[Path, NewFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What explains an answer, its lines and their seal, is read together with the answer."""
    root, other = two_ways
    called = meanwhile(monkeypatch, load, "load_repairs", lambda: put_folders(root, [other]))
    words = ["explain", "professor", "--json", "--data", str(root)]
    told = json.loads(CliRunner().invoke(main, words).stdout)
    assert called == [2]
    assert told["source"]["sha256"] == sha256(other.files["source.kaz.txt"]).hexdigest()


@pytest.mark.parametrize("words", [["verify"], ["explain", "professor"]])
def test_evidence_that_keeps_changing_is_a_typed_error(
    registers: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a number of readings it is said that the folder changes; nobody reads on for ever."""
    readings = []

    def meddling(folder: Path, order: kz.Order) -> object:
        readings.append(1)
        (registers / ORDER / f"{len(readings)}.txt").write_bytes(b"")
        return load_repairs(folder, order)

    register = kz.load(registers)
    monkeypatch.setattr(options, "load", lambda _: register)
    monkeypatch.setattr(run, "load_register", lambda _: register)
    for module in (load, case):
        monkeypatch.setattr(module, "load_repairs", meddling)
    answer = CliRunner().invoke(main, [*words, "--lang", "en", "--data", str(registers)])
    assert len(readings) == TRIES
    assert answer.exit_code == (1 if words == ["verify"] else 2)
    assert say("errors.changing", "en") in answer.output


@pytest.mark.parametrize("name", ["source.kaz.txt", "repairs.yaml"])
@pytest.mark.parametrize("words", [["verify"], ["explain", "professor"]])
def test_evidence_that_cannot_be_read_is_a_typed_error(
    registers: Path, words: list[str], name: str
) -> None:
    """A folder where the source should be, or the repairs: said with its name, no traceback."""
    (registers / ORDER / name).unlink()
    (registers / ORDER / name).mkdir()
    answer = CliRunner().invoke(main, [*words, "--lang", "en", "--data", str(registers)])
    assert answer.exit_code == (1 if words == ["verify"] else 2)
    assert name in answer.output
    assert answer.exception is None or isinstance(answer.exception, SystemExit)


@pytest.fixture
def specimen(tmp_path: Path) -> Path:
    """A copy of the example, free to be changed."""
    here = Path(__file__).parent.parent / "examples" / "specimen"
    return Path(shutil.copytree(here, tmp_path / "specimen"))


def test_one_run_writes_at_a_time(tmp_path: Path) -> None:
    """Runs that write at once take turns: none clears away what another has staged."""
    root = tmp_path / "root"
    put_folders(root, edition(1000))
    writers = []
    for first in (2000, 3000, 4000):
        child = os.fork()
        if child == 0:
            end = 1
            try:
                for number in range(first, first + 15):
                    put_folders(root, edition(number))
                end = 0
            finally:
                os._exit(end)
        writers.append(child)
    assert [os.waitpid(child, 0)[1] for child in writers] == [0, 0, 0]
    assert len(numbers(root)) == 1
    assert not (root / STAGE).exists()


def test_a_writer_that_is_alive_is_waited_for(tmp_path: Path) -> None:
    """Only what a killed run left is carried out by others; the system tells the two apart."""
    root = tmp_path / "root"
    put_folders(root, edition(1000))
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        rename = Path.rename

        def stopped(path: Path, target: Path) -> Path:
            done = rename(path, target)
            os.write(tell, b".")
            signal.pause()
            return done

        setattr(Path, "rename", stopped)  # noqa: B010 - for this process alone
        try:
            put_folders(root, edition(1001))
        finally:
            os._exit(0)
    os.read(told, 1)
    waiting = os.fork()
    if waiting == 0:
        end = 1
        try:
            settle(root)
            end = 0
        finally:
            os._exit(end)
    assert os.waitpid(waiting, os.WNOHANG) == (0, 0)
    assert (root / STAGE / "plan.json").exists()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert os.waitpid(waiting, 0)[1] == 0
    assert numbers(root) == {b"1001"}
    for end in (told, tell):
        os.close(end)
