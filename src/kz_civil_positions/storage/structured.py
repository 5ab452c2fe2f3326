"""From plain data to the model: strictly, every fault with its line and path."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kz_civil_positions.errors import DataError, Problem
from kz_civil_positions.storage.convert import converter, faults_of
from kz_civil_positions.storage.limits import MAX_PROBLEMS
from kz_civil_positions.storage.relations import dotted
from kz_civil_positions.storage.yaml import LineFinder, shown

__all__ = ["structure", "told"]

T = TypeVar("T")


def structure(data: object, cls: type[T], order: str, file: Path, at: str = "") -> T:
    """Answers: what does this plain data say, as that class?

    Args:
        data: as read from YAML.
        cls: the class it should be.
        order: the order in whose folder it stands.
        file: where it was read, for error messages.
        at: a name for the data's place in the file, if it is not the whole.

    Returns:
        An object of the class.

    Raises:
        DataError: with every fault, each with its line and path.
    """
    try:
        return converter(order).structure(data, cls)
    except Exception as error:  # noqa: BLE001 - cattrs wraps whatever its hooks raise
        faults = faults_of(error)
        lines = LineFinder(file)
        problems = [
            Problem(lines.where(path), at + shown(dotted(path)), key, told(facts))
            for path, key, facts in islice(faults, MAX_PROBLEMS)
        ]
        if next(faults, None):
            problems.append(Problem(str(file), "", "more-problems", (("most", MAX_PROBLEMS),)))
        raise DataError(problems) from None


def told(facts: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    """Answers: what does a message say of these values? Never all of one that is long."""
    return tuple((name, _shortened(one)) for name, one in facts.items())


def _shortened(value: object) -> object:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        return [_shortened(one) if not isinstance(one, list | dict) else "…" for one in value[:4]]
    return (
        dict.fromkeys(map(_shortened, islice(value, 4)), "…") if isinstance(value, dict) else value
    )
