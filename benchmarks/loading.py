"""An edition read from the compiled copy that a wheel carries."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from measuring import Pair, Row, Scale, timed
from ruamel.yaml import YAML
from starting import unpacked_wheel

from kz_civil_positions.model import Edition
from kz_civil_positions.storage.compiled import COMPILED_FILE, load_compiled
from kz_civil_positions.storage.load import ANNOTATIONS_FILE, ORDER_FILE, REGISTER_FILE
from kz_civil_positions.storage.root import data_root

__all__ = ["ROWS"]

HELD: Final = "2019-920"


def _copy() -> Path:
    return unpacked_wheel() / "kz_civil_positions" / "registers" / COMPILED_FILE


def _loading(file: Path) -> Callable[[], Edition]:
    return lambda: load_compiled(file).edition(HELD)


def _against_json(_: Scale) -> Pair:
    file = _copy()
    data = file.read_bytes()
    return timed(_loading(file), 20), timed(lambda: json.loads(data), 20)


def _against_yaml(_: Scale) -> Pair:
    """The files that the copy holds; the source text and its repairs are in no edition."""
    names = (ORDER_FILE, REGISTER_FILE, ANNOTATIONS_FILE)
    texts = [
        file.read_text("utf-8") for file in sorted(data_root().glob("*/*")) if file.name in names
    ]
    return timed(_loading(_copy()), 20), timed(lambda: [YAML().load(text) for text in texts], 1)


ROWS: Final = (
    Row("load", "load of an edition from the wheel", "`json.loads` of the same bytes", 8,
        _against_json),
    Row("yaml", "the same", "ruamel.yaml round-trip load", 1 / 60, _against_yaml, most_rounds=3),
)  # fmt: skip
