"""What a page prints besides its text: running heads and feet, and page numbers."""

import re
from collections.abc import Sequence
from typing import Final

from kz_civil_positions.sources.readers.placed import Placed
from kz_civil_positions.sources.vocabulary import is_columns

__all__ = ["without_furniture"]

# How many lines at a page's head or foot may be such.
_DEEP: Final = 4
# So much of a page's height is margin at most.
_MARGIN: Final = 0.12
# In points: so near is the same place.
_NEAR: Final = 3.0
# On so many of the pages it must stand.
_SHARE: Final = 0.5
# A number of so many digits is none that goes up with the pages.
_LONGEST: Final = 12
_NUMBERS: Final = re.compile(r"\d+")

_Page = Sequence[Placed]


def without_furniture(
    pages: Sequence[_Page], heights: Sequence[float]
) -> tuple[tuple[Placed, ...], ...]:
    """Answers: which lines of each page are text?

    A line in the upper or lower margin of a page is none if half of the pages, and two at
    least, have the same words in the same place, and its numbers are the same or go up with
    the pages. A heading of a table's columns that each page repeats is not taken for such.

    Args:
        pages: for each page its lines from top to bottom, those in tables left out.
        heights: how high each page is.
    """
    dropped: set[Placed] = set()
    for step in (1, -1):
        edges = [
            tuple(line for line in page[::step][:_DEEP] if _in_margin(line, height, step))
            for page, height in zip(pages, heights, strict=True)
        ]
        at_place = [_by_words(edge) for edge in edges]
        for page, edge in enumerate(edges):
            for line in edge:
                if not _is_running(line, page, at_place):
                    break
                dropped.add(line)
    return tuple(tuple(line for line in page if line not in dropped) for page in pages)


def _in_margin(placed: Placed, height: float, step: int) -> bool:
    base = placed.line.base
    return (base if step > 0 else height - base) <= height * _MARGIN


_Known = dict[str, list[tuple[float, tuple[int, ...]]]]


def _by_words(edge: _Page) -> _Known:
    known: _Known = {}
    for line in edge:
        known.setdefault(_words(line), []).append((line.line.base, _numbers(line)))
    return known


def _words(placed: Placed) -> str:
    return _NUMBERS.sub("#", placed.line.text)


def _numbers(placed: Placed) -> tuple[int, ...]:
    return tuple(int(number[:_LONGEST]) for number in _NUMBERS.findall(placed.line.text))


def _is_running(line: Placed, page: int, pages: Sequence[_Known]) -> bool:
    if is_columns(line.line.text):
        return False
    same = sum(_stands(line, number - page, known) for number, known in enumerate(pages))
    return same > 1 and same >= len(pages) * _SHARE


def _stands(line: Placed, later: int, known: _Known) -> bool:
    """Whether a page so many pages later has the same there."""
    numbers = _numbers(line)
    return any(
        abs(base - line.line.base) < _NEAR
        and all(other - one in (0, later) for one, other in zip(numbers, others, strict=True))
        for base, others in known.get(_words(line), ())
    )
