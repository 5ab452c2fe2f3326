"""Between JSON and the model: the strict converter of the YAML files, for text without dates.

JSON has no dates, and what it holds may stand in several sources: a span of lines of
another order's source names that order.
"""

import datetime
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.model import Span
from kz_civil_positions.storage.convert import FaultError, converter, faults_of
from kz_civil_positions.storage.files import read_bytes

__all__ = ["json_converter", "read_json", "structured"]

T = TypeVar("T")

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@cache
def json_converter(order: str) -> Any:  # noqa: ANN401 - a converter of cattrs, which stays in storage
    """Answers: what turns plain JSON into the model, and back?

    Args:
        order: the order whose source file a span of lines means that names none.
    """
    # A converter apart: that of the YAML files is kept for them.
    made = converter.__wrapped__(order)
    of_lines = made.get_structure_hook(Span)
    made.register_structure_hook(datetime.date, lambda value, _: _day(value))
    made.register_unstructure_hook(datetime.date, str)
    made.register_structure_hook(Span, lambda value, t: _span(of_lines, value, t))
    made.register_unstructure_hook(Span, lambda span: _plain(span, order))
    return made


def _day(value: object) -> datetime.date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise FaultError("not-a-date", value=value)
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise FaultError("not-a-date", value=value) from None


def _span(of_lines: Any, value: object, t: Any) -> Span:  # noqa: ANN401 - hooks of cattrs
    if isinstance(value, dict) and set(value) == {"order", "lines"}:
        span = of_lines(value["lines"], t)
        if isinstance(value["order"], str):
            return Span(value["order"], span.first, span.last)
        raise FaultError("not-a-span", value=value)
    found: Span = of_lines(value, t)
    return found


def _plain(span: Span, order: str) -> object:
    lines = [span.first, span.last]
    return lines if span.order == order else {"order": span.order, "lines": lines}


def read_json(source: str | bytes | Path | dict[str, Any]) -> tuple[Any, str]:
    """Answers: what plain data is this, and how is it named in messages?

    Args:
        source: a file, the text of one, or what was read from it.

    Raises:
        DataError: when it cannot be read, is no JSON, or says one key twice.
    """
    if isinstance(source, dict):
        return source, "JSON"
    name = str(source) if isinstance(source, Path) else "JSON"
    try:
        text = read_bytes(source) if isinstance(source, Path) else source
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number), name
    except UnicodeDecodeError:
        raise DataError([Problem(name, "", "not-utf-8")]) from None
    except json.JSONDecodeError as error:
        facts = (("reason", error.msg),)
        where = f"{name}:{error.lineno}"
        raise DataError([Problem(where, "", "exports.broken-json", facts)]) from None
    except (ValueError, RecursionError) as error:
        facts = (("reason", str(error) or type(error).__name__),)
        raise DataError([Problem(name, "", "exports.broken-json", facts)]) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"duplicate key {doubled!r}")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def structured(data: object, cls: type[T], order: str, where: str, at: str = "") -> T:
    """Answers: what does this plain JSON say, as that class?

    Args:
        data: as read.
        cls: the class it should be.
        order: the order whose source file is meant where a span names none.
        where: the file, for messages.
        at: the place of the data in it.

    Raises:
        DataError: with every fault and its place.
    """
    try:
        found: T = json_converter(order).structure(data, cls)
    except Exception as error:  # noqa: BLE001 - cattrs wraps whatever its hooks raise
        raise DataError(
            Problem(where, _dotted(at, path), key, tuple(facts.items()))
            for path, key, facts in faults_of(error)
        ) from None
    return found


def _dotted(at: str, path: tuple[str | int, ...]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return (at + "".join(steps)).removeprefix(".")
