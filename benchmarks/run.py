"""One table of what things cost, as ratios that say the same on any machine.

Run ``python benchmarks/run.py``, or only some rows: ``--only find --only load``. Times
depend on the machine and on what else it does; so each is measured beside another thing, in
turn and several times. All data is made up, or comes with the library. Nothing fails: a
goal that is missed is printed as missed.
"""

import argparse
from typing import Final

import comparing
import days
import finding
import loading
import memory
import replaying
import starting
from measuring import Found, Row, Scale

# In the order of the goals that were set.
ROWS: Final[tuple[Row, ...]] = (
    *starting.ROWS,
    *loading.ROWS,
    *days.ROWS,
    comparing.ROWS[0],
    *finding.ROWS,
    *replaying.ROWS,
    *memory.ROWS,
    comparing.ROWS[1],
)
TINY: Final = Scale(
    rounds=1, orders=10, sizes=(100, 1_000), dated=500, look_ups=100, queries=50, amending=10
)
HEAD: Final = ("row", "what", "against", "goal", "measured", "least–most", "met")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    names = [row.name for row in ROWS]
    parser.add_argument("--only", action="append", choices=names, help="measure this row")
    parser.add_argument("--tiny", action="store_true", help="small sizes, to try the program")
    words = parser.parse_args()
    print(_line(HEAD))
    print(_line(("---",) * len(HEAD)))
    for row in ROWS:
        if words.only is None or row.name in words.only:
            found = row.measure(TINY if words.tiny else Scale())
            print(_line(_cells(row, found)), flush=True)


def _cells(row: Row, found: Found) -> tuple[str, ...]:
    spread = f"{_ratio(found.least)}–{_ratio(found.most)}"
    met = "yes" if found.median <= row.goal else "no"
    goal = f"≤ {_ratio(row.goal)}"
    return row.name, row.what, row.against, goal, _ratio(found.median), spread, met


def _ratio(value: float) -> str:
    """A small one as one part of many, as the goals are written."""
    return f"1/{1 / value:.0f}" if value < 0.1 else f"{value:.2f}".removesuffix(".00")  # noqa: PLR2004


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
