"""The numbers of list items that a publisher's program prints and the text does not hold."""

from collections.abc import Callable, Mapping
from typing import Final

__all__ = ["NUMERALS"]

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN: Final = 3999
_LETTERS: Final = 26


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letter(number: int) -> str:
    """``a`` to ``z``, then doubled, as word processors go on."""
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, _LETTERS)
    return chr(ord("a") + place) * (times + 1) if times < _LETTERS else str(number)


# How a number is written, by the names that pages and word processors give to the ways.
NUMERALS: Final[Mapping[str, Callable[[int], str]]] = {
    **dict.fromkeys(("1", "decimal"), str),
    "decimalZero": lambda number: f"{number:02}",
    **dict.fromkeys(("a", "lowerLetter"), _letter),
    **dict.fromkeys(("A", "upperLetter"), lambda number: _letter(number).upper()),
    **dict.fromkeys(("i", "lowerRoman"), _roman),
    **dict.fromkeys(("I", "upperRoman"), lambda number: _roman(number).upper()),
}
