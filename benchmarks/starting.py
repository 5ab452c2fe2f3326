"""Programs from their start to their end: importing the package, and asking one question."""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Final

from measuring import Pair, Row, Scale, temporary_folder

import kz_civil_positions
from kz_civil_positions.storage.compiled import COMPILED_FILE, compiled
from kz_civil_positions.storage.root import data_root

__all__ = ["ROWS", "unpacked_wheel"]

TIMED: Final = """
import time
start = time.perf_counter()
import {names}
print(time.perf_counter() - start)
"""
FIND: Final = """
import sys
sys.argv = ["kz-civil-positions", "find", "бас бухгалтер"]
from kz_civil_positions.__main__ import run
run()
"""
WORD: Final = """
import click
@click.command()
def main():
    click.echo("word")
main()
"""


@cache
def unpacked_wheel() -> Path:
    """A folder that holds the package as a wheel does, data and compiled copy in it."""
    root = temporary_folder()
    package = root / "kz_civil_positions"
    source = Path(kz_civil_positions.__file__).parent
    copytree(source, package, ignore=ignore_patterns("__pycache__", "registers"))
    copytree(data_root(), package / "registers")
    (package / "registers" / COMPILED_FILE).write_bytes(compiled(data_root()))
    return root


def _run(script: str, root: Path) -> str:
    """What a fresh interpreter prints that finds the package in that folder."""
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    return done.stdout


def _imports(_: Scale) -> Pair:
    root = unpacked_wheel()

    def importing(names: str) -> Callable[[], float]:
        _run(TIMED.format(names=names), root)
        return lambda: float(_run(TIMED.format(names=names), root))

    return importing("kz_civil_positions"), importing("attrs, cattrs")


def _commands(_: Scale) -> Pair:
    root = unpacked_wheel()
    if "бухгалтер" not in _run(FIND, root):
        raise SystemExit("find finds nothing")

    def running(script: str) -> Callable[[], float]:
        _run(script, root)

        def measure() -> float:
            start = time.perf_counter()
            _run(script, root)
            return time.perf_counter() - start

        return measure

    return running(FIND), running(WORD)


ROWS: Final = (
    Row("import", "import of the package", "import of attrs and cattrs alone", 1.2, _imports),
    Row(
        "command",
        "`kz-civil-positions find …`, whole process, warm disk",
        "a click program that prints a word",
        2,
        _commands,
    ),
)
