"""Cells of a CSV file: any value as text, and back, with nothing lost.

Spreadsheet programs take a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a
formula and carry it out. Such a text gets an apostrophe before it, and so does one that
begins with an apostrophe; reading takes just that one away, so every text stays verbatim.
"""

import datetime
import re
from typing import Any, Final

__all__ = ["from_cell", "joined", "parted", "to_cell"]

_GUARD: Final = "'"
# Full-width forms among them: some programs take those too.
_ACTIVE: Final = tuple("=+-@\t\r\n'＝＋－＠")
_MARK: Final = " | "


def to_cell(value: object) -> str:
    """Answers: how is this value written in a cell?

    What is not known is an empty cell; an empty text is an apostrophe alone.

    Example:
        >>> to_cell("=1+1"), to_cell(None), to_cell(True), to_cell(("a", "b"))
        ("'=1+1", '', 'true', 'a | b')
    """
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return _guarded(joined(value))
    return _guarded(value) if isinstance(value, str) else str(value)


def _guarded(text: str) -> str:
    return _GUARD + text if not text or text.startswith(_ACTIVE) else text


def joined(parts: tuple[str, ...]) -> str:
    r"""Answers: how are several texts written in one cell?

    Example:
        >>> joined(("a", "b|c"))
        'a | b\\|c'
    """
    return _MARK.join(re.sub(r"([\\|])", r"\\\1", part) for part in parts)


def parted(text: str) -> tuple[str, ...]:
    r"""Answers: which texts were joined so?

    Example:
        >>> parted('a | b\\|c')
        ('a', 'b|c')
    """
    parts, held = [""], False
    for mark in re.findall(r"\\.|.", text, re.DOTALL):
        if mark == "|":
            parts[-1] = parts[-1].removesuffix(" ")
            parts.append("")
            held = True
            continue
        if held and mark == " ":
            held = False
            continue
        held = False
        parts[-1] += mark[1:] if len(mark) > 1 else mark
    return tuple(parts)


def from_cell(text: str, t: Any) -> object:  # noqa: ANN401 - any form of a type
    """Answers: which value of this type does the cell hold?

    Raises:
        ValueError: when it holds none.

    Example:
        >>> from_cell("'=1+1", str), from_cell("", str | None), from_cell("true", bool)
        ('=1+1', None, True)
    """
    several = t == tuple[str, ...]
    if not text:
        return () if several else None
    words = text.removeprefix(_GUARD)
    if several:
        return parted(words)
    if t in (str, str | None):
        return words
    if t in (bool, bool | None):
        return {"true": True, "false": False}[text]
    if t == int | None:
        return int(text)
    return datetime.date.fromisoformat(text)
