"""The benchmarks run, and hold the same things to be true that they time; no time is judged."""

import subprocess
import sys
from pathlib import Path
from typing import Final

BENCHMARKS: Final = Path(__file__).parent.parent / "benchmarks"
# What was set, in this order: the row's name and its goal.
GOALS: Final = {
    "import": "≤ 1.20",
    "command": "≤ 2",
    "load": "≤ 8",
    "yaml": "≤ 1/60",
    "as-of": "≤ 5",
    "diff": "≤ 1/300",
    "find": "≤ 1.50",
    "replay": "≤ 2",
    "memory": "≤ 3",
    "report": "≤ 20",
}


def table(*words: str) -> list[list[str]]:
    """The cells of the rows that the program prints, its head apart."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-X", "utf8", str(BENCHMARKS / "run.py"), "--tiny", *words],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    head, rule, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()
    ]
    assert head == ["row", "what", "against", "goal", "measured", "least–most", "met"]
    assert set(rule) == {"---"}
    return rows


def test_the_benchmarks_print_one_table_with_every_goal() -> None:
    """Each goal is a row, in the order in which they were set, with what was measured."""
    rows = table()
    assert {name: goal for name, _, _, goal, *_ in rows} == GOALS
    assert [name for name, *_ in rows] == list(GOALS)
    for *_, measured, spread, met in rows:
        assert float(measured.removeprefix("1/")) > 0
        assert spread.count("–") == 1
        assert met in {"yes", "no"}


def test_a_single_row_can_be_measured() -> None:
    """`--only` measures what it names and nothing else."""
    assert [row[0] for row in table("--only", "as-of")] == ["as-of"]
