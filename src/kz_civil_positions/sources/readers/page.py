"""A page of a PDF as it is printed: glyphs and ruled lines, upright, from its top left corner.

Only this module and ``drawing`` speak with pdfium, which is native code. Its text comes in the
order of the file's drawing commands, which may be any; so each glyph is taken with its place,
and nothing depends on that order. Blanks that the file does not print, pdfium makes up: those
are not taken.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator
from math import cos, degrees, hypot, radians, sin
from typing import Any, Final

from attrs import frozen

from kz_civil_positions.errors import BadInputError
from kz_civil_positions.sources.readers.drawing import Drawn, Rule, drawn_on
from kz_civil_positions.sources.readers.guard import refuse_bombs
from kz_civil_positions.sources.readers.limits import (
    MAX_GLYPHS,
    MAX_PAGES,
    MAX_TEXT,
)

__all__ = ["Glyph", "Sheet", "read_sheets"]

# What pdfium gives for a hyphen at a line's end, and Word for the bullet and dash of a list.
_PLAIN: Final = {0x02: "-", 0xF0B7: "•", 0xF02D: "–"}
# What has no meaning, or lost it; of what cannot be seen, a soft hyphen and zero-width blanks may.
_LOST: Final = "\ufffd"
_UNSEEN: Final = "\xad\u200b\u200c\u200d\ufeff"
# A page with fewer letters, and a picture over half of it, is a picture of a page.
_FEW: Final = 100
_FULL_TURN: Final = 360
# Numbers of a sound page are far below; those of a broken one may be anything.
_FARTHEST: Final = 1e6


@frozen
class Glyph:
    """A printed letter.

    Attributes:
        letter: what it stands for.
        left: where it begins, in points from the left.
        right: where it ends.
        base: its base line, in points from the top.
        size: of its type.
        blank: whether the file prints a blank before it.
    """

    letter: str
    left: float
    right: float
    base: float
    size: float
    blank: bool = False


@frozen
class Sheet:
    """A printed page.

    Attributes:
        number: of the page, the first being 1.
        height: in points.
        glyphs: what is printed in the page's own direction, in no order.
        aside: what is printed in other directions, each direction turned upright.
        across: ruled lines from left to right.
        down: ruled lines from top to bottom.
    """

    number: int
    height: float
    glyphs: tuple[Glyph, ...]
    aside: tuple[tuple[Glyph, ...], ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


def read_sheets(data: bytes) -> Iterator[Sheet]:
    """Answers: what is printed on each page of this PDF?

    Args:
        data: the file's bytes.

    Raises:
        BadInputError: it cannot be opened, is under a password, has too many pages or too
            much on them, or has a page that is a picture; the place is the page.
    """
    refuse_bombs(data)
    document = _open(data)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise BadInputError("documents.too-many-pages", count=count, most=MAX_PAGES)
        letters = 0
        for index in range(count):
            sheet = _sheet(document, index)
            letters += len(sheet.glyphs)
            if letters > MAX_TEXT:
                raise _refusal(sheet.number, "too-long", count=letters, most=MAX_TEXT)
            yield sheet
    finally:
        document.close()


def _refusal(number: int, key: str, **facts: object) -> BadInputError:
    return BadInputError(f"documents.{key}", where=f"page {number}", **facts)


# ------------------------------------------------------------------------- the document


def _open(data: bytes) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    """The document; one that is encrypted is refused, and no password is guessed."""
    try:
        import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError:
        raise BadInputError("documents.needs-pdf") from None
    api = pdfium.raw
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (api.FPDF_ERR_PASSWORD, api.FPDF_ERR_SECURITY)
        key = "under-password" if locked else "broken-pdf"
        raise BadInputError(f"documents.{key}") from None
    if api.FPDF_GetSecurityHandlerRevision(document) >= 0:  # so its guard could not see into it
        document.close()
        raise BadInputError("documents.under-password")
    return document


# ------------------------------------------------------------------------------ a page


def _sheet(document: Any, index: int) -> Sheet:  # noqa: ANN401
    import pypdfium2 as pdfium  # noqa: PLC0415 - see _open

    page = textpage = None
    try:
        page = document[index]
        textpage = page.get_textpage()
        return _Page(pdfium.raw, page, textpage, index + 1).read()
    except pdfium.PdfiumError:
        raise _refusal(index + 1, "broken-pdf") from None
    finally:
        for part in (textpage, page):
            if part is not None:
                part.close()


_Point = tuple[float, float]
_Box = tuple[float, float, float, float]


@frozen
class _Raw:
    """A letter as pdfium gives it: y upwards, in the page's own space."""

    letter: str
    box: _Box
    origin: _Point
    size: float
    angle: int
    blank: bool


@frozen
class _Turn:
    """How the page is turned so that its text stands upright, and where its corner then lies."""

    angle: int
    left: float = 0.0
    top: float = 0.0
    height: float = 0.0

    @classmethod
    def of(cls, angle: int, box: _Box) -> "_Turn":
        """The turn for text that runs at this angle, on a page that is seen within this box."""
        bare = cls(angle)
        corners = [bare.point((x, y)) for x in box[::2] for y in box[1::2]]
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        return cls(angle, left, top, max(y for _, y in corners) - top)

    def point(self, point: _Point) -> _Point:
        """Points from the upper left corner, y downwards."""
        (x, y), turn = point, radians(self.angle)
        right, up = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
        return right - self.left, -up - self.top

    def glyph(self, raw: _Raw) -> Glyph:
        """The letter as it stands upright."""
        corners = [self.point((x, y))[0] for x in raw.box[::2] for y in raw.box[1::2]]
        base = self.point(raw.origin)[1]
        return Glyph(raw.letter, min(corners), max(corners), base, raw.size, raw.blank)


@frozen
class _Page:
    """A page that pdfium holds open."""

    api: Any
    page: Any
    textpage: Any
    number: int

    def read(self) -> Sheet:
        """The page as it is printed."""
        box = self.box()
        raws = tuple(self.letters(box))
        angles = Counter(raw.angle for raw in raws)
        main = angles.most_common(1)[0][0] if angles else 0
        turn = _Turn.of(main, box)
        drawn = drawn_on(self.api, self.page, turn.point)
        if drawn is None:
            raise _refusal(self.number, "too-much-drawn")
        if len(raws) < _FEW and _is_picture(drawn, box, bare=not raws):
            raise _refusal(self.number, "no-text-layer")
        aside = (angle for angle in sorted(angles) if angle != main)
        return Sheet(
            number=self.number,
            height=turn.height,
            glyphs=_upright(raws, turn),
            aside=tuple(_upright(raws, _Turn.of(angle, box)) for angle in aside),
            across=drawn.across,
            down=drawn.down,
        )

    def box(self) -> _Box:
        """What of the page is to be seen."""
        rect = self.api.FS_RECTF()
        self.api.FPDF_GetPageBoundingBox(self.page, rect)
        return _sound(self.number, rect.left, rect.bottom, rect.right, rect.top)

    def letters(self, box: _Box) -> Iterator[_Raw]:
        """Every letter that stands within the page."""
        count = self.api.FPDFText_CountChars(self.textpage)
        if count > MAX_GLYPHS:
            raise _refusal(self.number, "too-long", count=count, most=MAX_GLYPHS)
        blank = False
        for index in range(count):
            code = self.api.FPDFText_GetUnicode(self.textpage, index)
            if chr(code).isspace():
                blank = self.api.FPDFText_IsGenerated(self.textpage, index) != 1
                continue
            raw = self.letter(index, code, blank=blank)
            blank = False
            if box[0] - 1 <= raw.origin[0] <= box[2] + 1 and (
                box[1] - 1 <= raw.origin[1] <= box[3] + 1
            ):
                yield raw

    def letter(self, index: int, code: int, *, blank: bool) -> _Raw:
        """One letter; what the file does not say the meaning of is refused."""
        letter = _PLAIN.get(code, chr(code))
        if not (letter.isprintable() or letter in _UNSEEN) or letter == _LOST:
            raise _refusal(self.number, "unknown-glyphs")
        rect, matrix = self.api.FS_RECTF(), self.api.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        self.api.FPDFText_GetLooseCharBox(self.textpage, index, rect)
        self.api.FPDFText_GetCharOrigin(self.textpage, index, x, y)
        self.api.FPDFText_GetMatrix(self.textpage, index, matrix)
        size = self.api.FPDFText_GetFontSize(self.textpage, index) * hypot(matrix.c, matrix.d)
        angle = degrees(self.api.FPDFText_GetCharAngle(self.textpage, index))
        box = _sound(self.number, rect.left, rect.bottom, rect.right, rect.top)
        *origin, size, angle = _sound(self.number, x.value, y.value, size, angle)
        turn = round(angle) % _FULL_TURN
        return _Raw(letter, box, (origin[0], origin[1]), max(size, 1.0), turn, blank)


def _sound(number: int, *values: float) -> _Box:
    """Numbers that a page can have; not infinite ones, nor what is no number."""
    first, second, third, fourth = values
    if not all(abs(value) < _FARTHEST for value in values):
        raise _refusal(number, "broken-pdf")
    return first, second, third, fourth


def _upright(raws: tuple[_Raw, ...], turn: _Turn) -> tuple[Glyph, ...]:
    return tuple(turn.glyph(raw) for raw in raws if raw.angle == turn.angle)


def _is_picture(drawn: Drawn, box: _Box, *, bare: bool) -> bool:
    """Whether a page of few letters, or none, shows its text as a picture or as drawn shapes."""
    page = abs((box[2] - box[0]) * (box[3] - box[1]))
    return drawn.pictures * 2 >= page or (bare and (drawn.pictures > 0 or drawn.curves > 0))
