"""How fast is a look-up? Ours against plain scans of all titles by rapidfuzz and difflib.

Run: python benchmarks/find.py
"""

import difflib
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

from rapidfuzz import process
from ruamel.yaml import YAML

import kz_civil_positions as kz

_QUERIES: Final = Path(__file__).parent.parent / "tests" / "data" / "queries.yaml"
_ROUNDS: Final = 5


def seconds(work: Callable[[str], object], queries: list[str]) -> float:
    """The time of one query, warm: the median of several rounds over all of them."""
    rounds = []
    for _ in range(_ROUNDS + 1):
        start = time.perf_counter()
        for query in queries:
            work(query)
        rounds.append((time.perf_counter() - start) / len(queries))
    return median(rounds[1:])


def main() -> None:
    """Print the figures."""
    listed: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(_QUERIES.read_text("utf-8"))[
        "queries"
    ]
    queries = [query["query"] for query in listed]
    register = kz.load()
    start = time.perf_counter()
    index = register.finder(register.editions[-1]).index
    print(f"index: {len(index.rows)} positions, {(time.perf_counter() - start) * 1e3:.0f} ms, once")

    # Every title as a person would write it out: name, and the institution that has it.
    titles = [
        f"{name} {place.text}" if place else name
        for row in index.rows
        for name in row.names
        for place in (row.places or (None,))
    ]
    names = [name for row in index.rows for name in row.names]
    ours = seconds(lambda query: register.find(query, limit=5), queries)
    print(f"find, limit 5:                         {ours * 1e6:8.0f} µs a query")
    for what, choices in (("names", names), ("names with institutions", titles)):
        scan = seconds(lambda query, among=choices: process.extract(query, among), queries)  # type: ignore[misc]
        print(f"rapidfuzz.process.extract, {len(choices):4} {what}: {scan * 1e6:8.0f} µs a query;"
              f" find takes {ours / scan:.2f} of it")  # fmt: skip
    some = queries[:: max(1, len(queries) // 40)]
    slow = seconds(lambda query: difflib.get_close_matches(query, titles), some)
    print(f"difflib.get_close_matches:             {slow * 1e6:8.0f} µs a query;"
          f" find is {slow / ours:.0f} times as fast")  # fmt: skip

    many = [f"{query} {at}" for at in range(25) for query in queries][:10_000]
    start = time.perf_counter()
    count = sum(1 for _ in register.match(many))
    ours_bulk = count / (time.perf_counter() - start)
    start = time.perf_counter()
    for title in many[:1000]:
        process.extractOne(title, titles)
    scan_bulk = 1000 / (time.perf_counter() - start)
    print(f"match: {ours_bulk:.0f} titles a second, {ours_bulk / scan_bulk:.1f} times a plain scan")


if __name__ == "__main__":
    main()
