"""How an order opens: its title and its header, in either order, and the legal basis."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from kz_civil_positions.orders import OrderRole
from kz_civil_positions.sources.legal_text import DATE, IDENTITY, NUMBER
from kz_civil_positions.sources.registering import states_registration
from kz_civil_positions.sources.shapes import MOST_LINES, SHORT, STATE, is_line

__all__ = ["opening"]

# Nobody puts more than this above an order's first words.
_MOST_OPENING: Final = 60

_HEADER: Final = re.compile(
    rf"[^\"]{{0,300}}?{IDENTITY}[ -]?(?:бірлескен )?(?:бұйрығы|бұйрықтары|қаулысы|өкімі|шешімі)"
    r"(?!\w).*"
    r"|(?:Совместный )?(?:Приказ|Постановление|Распоряжение|Решение) "
    rf"[^\"]{{0,300}}?{IDENTITY}.*",
    re.IGNORECASE,
)
_HEADER_ENDS: Final = re.compile(rf"(?:бұйрығы|қаулысы|өкімі|шешімі|{NUMBER})\.?$", re.IGNORECASE)
_REGISTRATION_BEGINS: Final = re.compile(
    r"Қазақстан Республикасы(?:ның)?(?: Әділет.*)?$|Нормативтік құқықтық|Зарегистрирован",
    re.IGNORECASE,
)
# Lines that stand beside the header, or are it, line by line.
_BESIDE_HEADER: Final = re.compile(
    r"(?:БІРЛЕСКЕН )?БҰЙРЫҚ|(?:СОВМЕСТНЫЙ )?ПРИКАЗ"
    rf"|(?:от )?{DATE}(?:,? {NUMBER})?(?:,? [^.;:]{{0,60}})?|{NUMBER}"
    r"|[^.;:]{0,60} қаласы|(?:г\.|город) ?[^.;:]{0,60}"
    r"|(?:Жариялан|Жариялау|Опубликован|Источник опубликования|Дата опубликования"
    r"|Зарегистрирован|Күші жойылды|Утратил|Нормативтік құқықтық актілерді мемлекеттік).*",
    re.IGNORECASE,
)
_BASIS: Final = re.compile(
    r"(?:В соответствии|На основании|В целях|Во исполнение|Согласно)\b.*"
    r"|.*(?:сәйкес|негізінде|мақсатында)[,:]?",
    re.IGNORECASE,
)


def opening(plain: Sequence[str]) -> dict[int, OrderRole]:
    """Answers: what is each paragraph above the points and the word that enacts?

    Args:
        plain: the paragraphs, folded.

    Returns:
        For each place its role: title, header, or a clause on the legal basis.

    Example:
        >>> [str(role) for role in opening(["ПРИКАЗ", "3 марта 2031 года № 7", "О ином"]).values()]
        ['header', 'header', 'title']
    """
    start, stop = _header(plain[:_MOST_OPENING])
    if start == stop:
        return _opening_by_place(plain)
    found: dict[int, OrderRole] = {}
    titled = False
    for at, text in enumerate(plain):
        based = _BASIS.fullmatch(text) is not None and at >= stop
        goes_on = at < start or (at > stop and found[at - 1] is OrderRole.TITLE and not based)
        if start <= at < stop or (not based and _BESIDE_HEADER.fullmatch(text)):
            found[at] = OrderRole.HEADER
        elif goes_on or not (titled or based):
            found[at], titled = OrderRole.TITLE, True
        else:
            found[at] = OrderRole.CLAUSE if based else OrderRole.HEADER
    return found


def _header(plain: Sequence[str]) -> tuple[int, int]:
    """Where the header's sentence stands; it may be printed over several lines.

    Of all stretches that hold it the shortest is taken, so that no title comes in.
    """
    for length in range(1, MOST_LINES):
        for start in range(len(plain) - length + 1):
            stretch = plain[start : start + length]
            short = sum(map(len, stretch)) <= SHORT * MOST_LINES
            if short and _HEADER.fullmatch(" ".join(stretch)):
                return _header_starts(plain, start), _header_stops(plain, start, start + length)
    return 0, 0


def _header_starts(plain: Sequence[str], start: int) -> int:
    """Upwards to the name of the state, with which a Kazakh issuer's name begins."""
    if plain[start].lower().startswith((*STATE, "приказ", "совместн", "постановлени")):
        return start
    above = takewhile(
        lambda at: is_line(plain[at]) and not plain[at].endswith("туралы"),
        range(start - 1, max(start - MOST_LINES, -1), -1),
    )
    return next((at for at in above if plain[at].lower().startswith(STATE)), start)


def _header_stops(plain: Sequence[str], start: int, stop: int) -> int:
    """Downwards to the end of the sentence on registration, where one has begun."""
    below = " ".join(plain[stop : stop + 1])
    if _HEADER_ENDS.search(plain[stop - 1]) and not _REGISTRATION_BEGINS.match(below):
        return stop
    for end in range(stop, min(stop + MOST_LINES, len(plain) + 1)):
        if states_registration(" ".join(plain[start:end])):
            return end
    return stop


def _opening_by_place(plain: Sequence[str]) -> dict[int, OrderRole]:
    """No sentence shows which is the header: it is the paragraph below the title."""
    found: dict[int, OrderRole] = {}
    awaited = [OrderRole.HEADER, OrderRole.TITLE]
    for at, text in enumerate(plain):
        if at and _BASIS.fullmatch(text):
            found[at] = OrderRole.CLAUSE
        elif _BESIDE_HEADER.fullmatch(text):
            found[at] = OrderRole.HEADER
            awaited = [role for role in awaited if role is not OrderRole.HEADER]
        else:
            found[at] = awaited.pop() if awaited else OrderRole.CLAUSE
    return found
