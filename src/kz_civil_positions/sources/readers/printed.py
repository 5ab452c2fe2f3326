"""From glyphs to printed lines: which stand in one line, and where a word ends.

Words are told apart by the gaps between glyphs and by the blanks that the file prints. In a
line whose letters all stand apart, narrow gaps and wide ones are told apart first. Where the
file itself prints blanks between those letters, the line is given as damaged as it is, with
doubled blanks between its words, so that the repair is made, and recorded, by the rules for
all damaged texts; where only the places of the letters are apart, the words are whole.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import Final

from attrs import frozen

from kz_civil_positions.sources.readers.encoding import tidy
from kz_civil_positions.sources.readers.page import Glyph

__all__ = ["Line", "line_of", "set_lines", "stretches"]

# All in parts of the size of the type.
_ONE_LINE: Final = 0.45
_BLANK: Final = 0.17
_DOUBLED: Final = 0.45
_RAISED: Final = 0.15
_SMALL: Final = 0.85
# A gap this much wider than its line's usual one parts words, or is a doubled blank.
_WIDER: Final = 1.5
_MUCH_WIDER: Final = 1.9
# A line is letter-spaced if so many of its letters stand apart.
_APART: Final = 0.7
_FEWEST_APART: Final = 3

_RAISE: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@frozen
class Line:
    """Letters printed in one line.

    Attributes:
        text: the words, doubled blanks kept where they are evidence of damage.
        left: where it begins, in points.
        right: where it ends.
        base: its base line, from the top.
        size: of its type.
        glyphs: its letters from left to right.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    glyphs: tuple[Glyph, ...]


def set_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Answers: which lines do these letters make, from top to bottom?

    Args:
        glyphs: letters in any order.
    """
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.base):
        if rows and glyph.base - rows[-1][0].base <= _ONE_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    made = (line_of(sorted(row, key=lambda one: one.left)) for row in rows)
    return tuple(line for line in made if line.text)


def stretches(line: Line, widest: float) -> tuple[Line, ...]:
    """Answers: into which parts do gaps wider than this (in sizes of the type) part the line?"""
    parts: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        if parts[-1] and glyph.left - parts[-1][-1].right > widest * line.size:
            parts.append([])
        parts[-1].append(glyph)
    return tuple(line_of(part) for part in parts)


def line_of(row: Sequence[Glyph]) -> Line:
    """Answers: how do these letters, given from left to right, read as one line?"""
    glyphs = tuple(row)
    size = median([glyph.size for glyph in glyphs])
    base = median_low([glyph.base for glyph in glyphs])
    text = _words(glyphs, size, base)
    right = max(glyph.right for glyph in glyphs)
    return Line(text, glyphs[0].left, right, base, size, glyphs)


def _words(glyphs: Sequence[Glyph], size: float, base: float) -> str:
    pairs = list(pairwise(glyphs))
    gaps = [after.left - before.right for before, after in pairs]
    printed = [after.blank for _, after in pairs]
    blank = [was or gap > _BLANK * size for was, gap in zip(printed, gaps, strict=True)]
    if sum(blank) >= max(_FEWEST_APART, len(gaps) * _APART):
        between = _spaced(gaps, printed, size)
    else:
        between = _usual(gaps, blank, size)
    text = _letter(glyphs[0], None, size, base)
    for (before, after), separator in zip(pairs, between, strict=True):
        text += separator + _letter(after, before if not separator else None, size, base)
    return "  ".join(words for part in text.split("  ") if (words := tidy(part)))


def _letter(glyph: Glyph, before: Glyph | None, size: float, base: float) -> str:
    """A raised digit after a digit is written so that the two do not read as one number."""
    raised = glyph.size < _SMALL * size and base - glyph.base > _RAISED * size
    follows = before is not None and before.letter.isdigit()
    return glyph.letter.translate(_RAISE) if raised and follows else glyph.letter


def _spaced(gaps: Sequence[float], printed: Sequence[bool], size: float) -> list[str]:
    """The blanks of a line whose letters stand apart."""
    usual = max(median_low(gaps), 0.0)
    wide = [gap > usual * _WIDER and gap - usual > _BLANK * size for gap in gaps]
    narrow = [was for was, is_wide in zip(printed, wide, strict=True) if not is_wide]
    inner, outer = (" ", "  ") if sum(narrow) * 2 >= len(narrow) else ("", " ")
    return [outer if is_wide else inner for is_wide in wide]


def _usual(gaps: Sequence[float], blank: Sequence[bool], size: float) -> list[str]:
    """The blanks of an ordinary line; one much wider than the others is a doubled one."""
    widths = sorted(gap for gap, is_blank in zip(gaps, blank, strict=True) if is_blank)
    usual = median_low(widths[: (len(widths) + 1) // 2]) if widths else 0.0
    double = max(usual * _MUCH_WIDER, _DOUBLED * size)
    return [
        ("  " if gap > double else " ") if is_blank else ""
        for gap, is_blank in zip(gaps, blank, strict=True)
    ]
