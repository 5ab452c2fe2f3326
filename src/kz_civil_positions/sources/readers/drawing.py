"""What is drawn on a page of a PDF: the ruled lines of its tables, and pictures."""

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final

from attrs import define, frozen

from kz_civil_positions.sources.readers.limits import MAX_DRAWN

__all__ = ["Drawn", "Rule", "drawn_on"]

# A ruled line is drawn as a stroke, or as a filled rectangle no thicker than this (points).
_THICKEST: Final = 3.0
# It is straight to this much, and no shorter than that.
_STRAIGHT: Final = 0.7
_SHORTEST: Final = 3.0
# Forms within forms: no table needs more, and each can multiply what is drawn.
_FORMS_DEEP: Final = 8

_Point = tuple[float, float]
_Turn = Callable[[_Point], _Point]
_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@frozen
class Rule:
    """A ruled line: where it stands across its direction, and from where to where it goes."""

    at: float
    start: float
    stop: float


@frozen
class Drawn:
    """What is drawn on a page besides its letters.

    Attributes:
        across: ruled lines from left to right.
        down: ruled lines from top to bottom.
        pictures: the area that pictures cover.
        curves: how many bent lines there are, as of letters that are drawn.
    """

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    pictures: float
    curves: int


def drawn_on(api: Any, page: Any, turn: Callable[[_Point], _Point]) -> Drawn | None:  # noqa: ANN401 - pypdfium2 has no types
    """Answers: what is drawn on this page besides letters?

    Args:
        api: pdfium's functions.
        page: the page.
        turn: from a point of the page to where it stands when its text is upright.

    Returns:
        What is drawn; None if it is more than any page of an order has.
    """
    pen = _Pen(api, turn, [], [])
    if not pen.objects(page, _UNMOVED, 0):
        return None
    return Drawn(tuple(pen.across), tuple(pen.down), pen.pictures, pen.curves)


@define
class _Pen:
    """What was seen of a page so far."""

    api: Any
    turn: _Turn
    across: list[Rule]
    down: list[Rule]
    pictures: float = 0.0
    curves: int = 0
    seen: int = 0

    def objects(self, parent: Any, matrix: _Matrix, depth: int) -> bool:  # noqa: ANN401
        """Go through a page or a form; False once there was too much."""
        api = self.api
        count = api.FPDFFormObj_CountObjects if depth else api.FPDFPage_CountObjects
        get = api.FPDFFormObj_GetObject if depth else api.FPDFPage_GetObject
        for index in range(count(parent)):
            self.seen += 1
            one = get(parent, index)
            kind = api.FPDFPageObj_GetType(one) if one else None
            if kind == api.FPDF_PAGEOBJ_FORM and depth < _FORMS_DEEP:
                if not self.objects(one, _times(self.matrix(one), matrix), depth + 1):
                    return False
            elif kind == api.FPDF_PAGEOBJ_IMAGE:
                self.picture(_times(self.matrix(one), matrix))
            elif kind == api.FPDF_PAGEOBJ_PATH:
                self.path(one, _times(self.matrix(one), matrix))
            if self.seen > MAX_DRAWN:
                return False
        return True

    def matrix(self, one: Any) -> _Matrix:  # noqa: ANN401
        """Where an object is placed."""
        found = self.api.FS_MATRIX()
        self.api.FPDFPageObj_GetMatrix(one, found)
        return found.a, found.b, found.c, found.d, found.e, found.f

    def picture(self, matrix: _Matrix) -> None:
        """A picture fills the unit square of its own space."""
        self.pictures += abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])

    def path(self, one: Any, matrix: _Matrix) -> None:  # noqa: ANN401
        """Take the straight lines of a path: its strokes, or the thin rectangles it fills."""
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if not self.api.FPDFPath_GetDrawMode(one, filled, stroked):
            return
        for points in self.outlines(one, matrix):
            if stroked.value:
                for start, stop in pairwise(points):
                    self.rule((start, stop), _STRAIGHT)
            elif filled.value:
                self.rule(points, _THICKEST)

    def outlines(self, one: Any, matrix: _Matrix) -> Iterator[list[_Point]]:  # noqa: ANN401
        """The points of each outline of a path; one with bends is no ruled line."""
        api, points, bent = self.api, list[_Point](), False
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(min(api.FPDFPath_CountSegments(one), MAX_DRAWN)):
            self.seen += 1
            segment = api.FPDFPath_GetPathSegment(one, index)
            kind = api.FPDFPathSegment_GetType(segment)
            api.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == api.FPDF_SEGMENT_MOVETO:
                if not bent:
                    yield points
                points, bent = [], False
            bent |= kind == api.FPDF_SEGMENT_BEZIERTO
            self.curves += kind == api.FPDF_SEGMENT_BEZIERTO
            points.append(self.turn(_placed((x.value, y.value), matrix)))
            if api.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if not bent:
            yield points

    def rule(self, points: list[_Point] | tuple[_Point, _Point], thickest: float) -> None:
        """Take what these points enclose, if it is thin and long enough to be a ruled line."""
        if not points:
            return
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        if bottom - top <= thickest and right - left >= _SHORTEST:
            self.across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= thickest and bottom - top >= _SHORTEST:
            self.down.append(Rule((left + right) / 2, top, bottom))


def _placed(point: _Point, matrix: _Matrix) -> _Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """First the inner matrix, then the outer one."""
    (a, b, c, d, e, f), (k, l, m, n, o, p) = inner, outer  # noqa: E741 - as PDF names them
    return (
        a * k + b * m,
        a * l + b * n,
        c * k + d * m,
        c * l + d * n,
        e * k + f * m + o,
        e * l + f * n + p,
    )
