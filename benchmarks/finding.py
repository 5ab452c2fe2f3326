"""A look-up against a plain scan of all titles, as a person would write them out."""

from pathlib import Path
from typing import Final

from measuring import Pair, Row, Scale, timed
from rapidfuzz import process
from ruamel.yaml import YAML

import kz_civil_positions as kz

__all__ = ["ROWS"]

QUERIES: Final = Path(__file__).parent.parent / "tests" / "data" / "queries.yaml"


def _prepare(scale: Scale) -> Pair:
    listed = YAML(typ="safe", pure=True).load(QUERIES.read_text("utf-8"))["queries"]
    queries = [one["query"] for one in listed][:: scale.queries]
    register = kz.load()
    titles = [
        f"{name} {place.text}" if place else name
        for row in register.finder(register.editions[-1]).index.rows
        for name in row.names
        for place in (row.places or (None,))
    ]
    return (
        timed(lambda: [register.find(query, limit=5) for query in queries]),
        timed(lambda: [process.extract(query, titles) for query in queries]),
    )


ROWS: Final = (
    Row("find", "find, warm", "`rapidfuzz.process.extract` over all titles", 1.5, _prepare),
)
