"""Runs killed at any moment: what they write is there as before, or whole, and nothing blocks."""

import os
import random
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner

import kz_civil_positions as kz
from kz_civil_positions.cli import main, options
from kz_civil_positions.storage.folders import STAGE, NewFolder, put_folders
from kz_civil_positions.storage.redraft import redraft
from kz_civil_positions.storage.root import data_root
from kz_civil_positions.storage.steady import steadily

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes are copied only on POSIX systems"
)

# What changes something on a disk, as Python tells it to those who watch.
STEPS: Final = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "open")
KILLED: Final = -signal.SIGKILL
ORDER: Final = "2019-920"
# Kills by the clock, and the least number of steps that there must be to be killed at.
TIMES: Final = 150
LEAST_STEPS: Final = 30
# A remark that is not the first thing in the file is not kept: there is something to write.
TURNED: Final = ("abbreviations:", "# a remark\nabbreviations:")


def state(root: Path) -> dict[str, bytes]:
    """Which files are there, with what in them; what begins with a dot is nobody's data."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def child(do: Callable[[], object]) -> int:
    """Do it in a copy of this process; its number."""
    assert threading.active_count() == 1
    number = os.fork()
    if number == 0:
        try:
            sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
            do()
        finally:
            os._exit(0)
    return number


def end_of(number: int) -> int:
    """How a child ended."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def killed_at(step: int, do: Callable[[], object], below: Path) -> bool:
    """Kill it before its so-manyth step below that folder; whether it came so far."""

    def watched() -> None:
        left = [step]

        def count(event: str, args: tuple[Any, ...]) -> None:
            if event in STEPS and args and str(args[0]).startswith(str(below)):
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        do()

    return end_of(child(watched)) == KILLED


def killed_after(delay: float, do: Callable[[], object]) -> bool:
    """Kill it after so many seconds; whether it was still running."""

    def hurried() -> None:
        signal.setitimer(signal.ITIMER_REAL, delay)  # its signal kills, as nobody minds it
        do()

    return end_of(child(hurried)) == -signal.SIGALRM


@contextmanager
def loaded_once() -> Iterator[None]:
    """Reading the same unchanged folder for each of hundreds of runs would show nothing new."""
    register = kz.load()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(options, "load", lambda _: register)
        yield


# ------------------------------------------------------------------------ redraft


@pytest.fixture(scope="module")
def stale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registers folder whose register is to be written again, and all its seals."""
    root = Path(shutil.copytree(data_root(), tmp_path_factory.mktemp("stale") / "registers"))
    file = root / ORDER / "register.yaml"
    text = file.read_text("utf-8")
    assert TURNED[0] in text
    file.write_text(text.replace(*TURNED, 1), "utf-8")
    return root


@pytest.fixture(scope="module")
def order(stale: Path) -> kz.Order:
    """The order, as loaded."""
    return kz.load(stale).order(ORDER)


@pytest.fixture(scope="module")
def folders(stale: Path, order: kz.Order) -> list[NewFolder]:
    """What redraft puts in place: deriving it writes nothing, and gives the same each time."""
    given: list[NewFolder] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "kz_civil_positions.storage.redraft.put_folders",
            lambda root, wanted: given.extend(wanted) if root == stale else None,
        )
        assert "register.yaml" in {one.name for one in redraft(stale / ORDER, order)}
    return given


@pytest.fixture(scope="module")
def ends(
    stale: Path, folders: list[NewFolder], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What the folder holds before and after; both load, and afterwards nothing is to do."""
    done = Path(shutil.copytree(stale, tmp_path_factory.mktemp("done") / "registers"))
    put_folders(done, folders)
    assert redraft(done / ORDER, kz.load(done).order(ORDER)) == ()
    before, after = state(stale), state(done)
    assert before != after
    assert before.keys() == after.keys()
    return before, after


def settled(root: Path) -> dict[str, bytes]:
    """What whoever reads the folder finds, by the rule of reading."""
    found = steadily(root, lambda: state(root))
    assert not (root / STAGE / "plan.json").exists()
    return found


def test_a_redraft_killed_at_any_step_leaves_before_or_after(
    stale: Path, folders: list[NewFolder], ends: tuple[dict[str, bytes], ...], tmp_path: Path
) -> None:
    """Before each step that it takes: readers find the one or the other, and the next run runs."""
    seen = []
    root = tmp_path / "root"
    for step in range(500):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(stale, root)
        killed = killed_at(step, lambda: put_folders(root, folders), root)
        seen.append(ends.index(settled(root)))
        if step % 5 == 0:
            put_folders(root, folders)
            assert (state(root), (root / STAGE).exists()) == (ends[1], False)
        if not killed:
            break
    assert not killed
    assert len(seen) > LEAST_STEPS
    assert set(seen) == {0, 1}


def test_a_redraft_killed_at_any_time_leaves_before_or_after(
    stale: Path, folders: list[NewFolder], ends: tuple[dict[str, bytes], ...], tmp_path: Path
) -> None:
    """Killed by the system in between, time after time on the same folder, without clearing up."""
    chance = random.Random(8)  # noqa: S311 - it must be the same every time
    root = Path(shutil.copytree(stale, tmp_path / "root"))
    killed = sum(
        [
            killed_after(chance.uniform(0.0005, 0.02), lambda: put_folders(root, folders))
            and settled(root) in ends
            for _ in range(TIMES)
        ]
    )
    assert killed > TIMES / 4
    put_folders(root, folders)
    assert (state(root), (root / STAGE).exists()) == (ends[1], False)


# ------------------------------------------------------------------------ one file

WRITING: Final = (
    "export --edition 2019-920 --format json --output {out}/x.json",
    "export --edition 2019-920 --format csv --output {out}/x.csv",
    "diff 2015 2019 --output {out}/d.html",
    "report edition 2019-920 --output {out}/e.html",
    "report chronology --output {out}/c.docx",
    "match {titles} --column a --output {out}/m.csv",
    "schema order --output {out}/s.json",
)


@pytest.mark.parametrize("line", WRITING)
def test_a_killed_command_leaves_the_old_file_or_the_new(line: str, tmp_path: Path) -> None:
    """At whatever step: the file named is as it was, or whole; what is beside it blocks nobody."""
    (out, titles) = (tmp_path / "out", tmp_path / "titles.csv")
    out.mkdir()
    titles.write_text("a\nбас бухгалтер\n", "utf-8")
    words = line.format(out=out, titles=titles).split()
    target = Path(words[-1])

    def run() -> None:
        assert CliRunner().invoke(main, words).exit_code == 0

    with loaded_once():
        run()
        new, old = target.read_bytes(), b"old"
        found = set()
        for step in range(20):
            target.write_bytes(old)
            killed = killed_at(step, run, out)
            found.add(target.read_bytes())
            if not killed:
                break
        assert not killed
        assert step > 2
        assert found == {old, new}
        target.write_bytes(old)
        run()
        assert target.read_bytes() == new
    assert all(one == target or one.name.startswith(f".{target.name}.") for one in out.iterdir())
