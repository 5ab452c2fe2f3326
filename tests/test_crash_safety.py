"""Runs killed at any moment: what they write is there as before, or whole, and nothing blocks."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import click
import pytest

from bringing import AMENDING, BASE, bring
from killing import KILLED, child, end_of, settled, state
from kz_civil_positions.cli import main
from kz_civil_positions.storage.folders import STAGE, NewFolder, put_folders
from kz_civil_positions.storage.root import data_root
from test_corpus import CODE, OPEN, Clone, grown

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes are copied only on POSIX systems"
)

KILLS: Final = 200
KILLING: Final = Path(__file__).parent / "killing.py"
SPECIMEN: Final = Path(__file__).parent.parent / "examples" / "specimen"
ORDER: Final = "2019-920"
# A remark that is not the first thing in the file is not kept: there is something to write.
TURNED: Final = ("abbreviations:", "# a remark\nabbreviations:")


def tally_of(every: int, watched: Path, *words: str) -> dict[str, Any]:
    """What became of a command that was killed at one moment after another.

    Args:
        every: of the moments before it changes anything, one of so many; later, all.
        watched: the folder in which it writes.
        words: the command.
    """
    tally = watched.parent / "tally.json"
    subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, KILLING, str(every), watched, tally, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    found: dict[str, Any] = json.loads(tally.read_text("utf-8"))
    return found


def check(tally: dict[str, Any], *, least_in_writing: int) -> None:
    """Killed often enough, also while it wrote; found as before or after, and both were found."""
    assert sum(tally["killed"]) >= KILLS
    assert tally["killed"][1] >= least_in_writing
    assert tally["found"] == [0, 1]
    assert tally["ended"] == 0


# ------------------------------------------------------------------------ folders of orders


def stale(place: Path) -> tuple[Path, str]:
    """Registers whose register is to be written again, and all its seals."""
    root = Path(shutil.copytree(data_root(), place / "registers"))
    file = root / ORDER / "register.yaml"
    text = file.read_text("utf-8")
    assert TURNED[0] in text
    file.write_text(text.replace(*TURNED, 1), "utf-8")
    return root, f"redraft {ORDER} --data {root}"


def nothing(place: Path) -> tuple[Path, str]:
    """No registers yet: a base order is brought."""
    (place / "base.txt").write_text(BASE, "utf-8")
    return place / "registers", f"import {place / 'base.txt'} --into {place / 'registers'}"


def with_base(place: Path) -> tuple[Path, str]:
    """Registers that hold a base order: one that amends it is brought."""
    root = place / "registers"
    bring(root, BASE)
    (place / "amending.txt").write_text(AMENDING, "utf-8")
    return root, f"import {place / 'amending.txt'} --into {root}"


def another(place: Path) -> tuple[Path, str]:
    """Registers that hold an order whose text gives way to another."""
    root = place / "registers"
    bring(root, BASE)
    (place / "base.txt").write_text(BASE.replace("Күзетші", "Бағбан"), "utf-8")
    return root, f"import {place / 'base.txt'} --into {root} --replace"


def corpus(place: Path) -> tuple[Path, str]:
    """No registers yet: all editions of an act are brought from a corpus."""
    clone = grown(Clone(place / "clone"))
    while OPEN:
        OPEN.pop().close()
    root = place / "registers"
    return root, f"import --git {clone.path} --act {CODE} --into {root}"


@pytest.mark.parametrize("prepared", [stale, nothing, with_base, another, corpus])
def test_folders_are_there_as_before_or_after(
    prepared: Callable[[Path], tuple[Path, str]], tmp_path: Path
) -> None:
    """Killed at any moment from its start, and run again on what is left: nothing in between."""
    root, line = prepared(tmp_path)
    check(tally_of(40, root, *line.split()), least_in_writing=60)


def test_kills_one_after_another_on_the_same_folder(tmp_path: Path) -> None:
    """Whoever clears up after a killed run may be killed at that, again and again."""
    root = tmp_path / "root"
    old, new = ([NewFolder(ORDER, {"a": text, "b": text})] for text in (b"old", b"new"))
    put_folders(root, old)
    ends = [state(root)]
    put_folders(tmp_path / "done", new)
    ends.append(state(tmp_path / "done"))
    killed = 0
    for step in range(KILLS):
        wanted = new if step % 3 else old
        # Now early, now late: some kills leave more to do than others.
        killed += killed_at(step % 40, partial(put_folders, root, wanted), root)
        if step % 7 == 0:
            assert settled(root) in ends
    assert killed > KILLS / 2
    put_folders(root, new)
    assert (state(root), (root / STAGE).exists()) == (ends[1], False)


# What changes something on a disk, as Python tells it to those who watch.
STEPS: Final = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "open")


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


# ------------------------------------------------------------------------ one file

WRITING: Final = (
    "export --edition 2020-101 --format json --output {out}",
    "export --edition 2020-101 --format csv --output {out}",
    "export --edition 2020-101 --format xlsx --output {out}",
    "export --edition 2020-101 --format akn --output {out}",
    "export --edition 2020-101 --format jsonld --output {out}",
    "export --edition 2020-101 --format parquet --output {out}",
    "export --all --output {out}",
    "diff 2020-101 2020-205 --format html --output {out}",
    "report table 2020-101 2020-205 --format md --output {out}",
    "report edition 2020-101 --format json --output {out}",
    "report chronology --format docx --output {out}",
    "match {titles} --column a --output {out}",
    "schema order --output {out}",
)


@pytest.mark.parametrize("line", WRITING)
def test_a_killed_command_leaves_the_old_file_or_the_new(line: str, tmp_path: Path) -> None:
    """At whatever moment: the file is as it was, or whole; what is beside it blocks nobody."""
    out, titles, data = tmp_path / "out", tmp_path / "titles.csv", tmp_path / "data"
    out.mkdir()
    (out / "file").write_bytes(b"old")
    titles.write_text("a\nбас бухгалтер\n", "utf-8")
    for name in ("2020-101", "2020-205"):
        shutil.copytree(SPECIMEN / name, data / name)
    words = f"{line} --data {{data}}".format(out=out / "file", titles=titles, data=data).split()
    check(tally_of(10, out, *words), least_in_writing=20)
    assert all(one.name == "file" or one.name.startswith(".file.") for one in out.iterdir())


def test_every_command_that_writes_is_killed() -> None:
    """No command that can write a file is left out above."""
    assert {name for name, command in commands(main) if writes(command)} == {
        " ".join(line.split()[: 2 if line.startswith("report") else 1]) for line in WRITING
    }


def commands(group: click.Group, before: str = "") -> list[tuple[str, click.Command]]:
    """All commands with their names, those of groups too."""
    found = []
    for name, command in group.commands.items():
        found += (
            commands(command, f"{name} ")
            if isinstance(command, click.Group)
            else [(before + name, command)]
        )
    return found


def writes(command: click.Command) -> bool:
    """Whether it takes the name of a file to write."""
    return any(one.name == "output" for one in command.params)
